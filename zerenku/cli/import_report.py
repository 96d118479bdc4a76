"""What `zerenku import` says in the end: a table of the files, what was not read, which names are not registered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from zerenku.catalogue.registers import tidy
from zerenku.cli.import_placing import Fate, Placed
from zerenku.cli.import_reading import ReadPlan
from zerenku.cli.table import table
from zerenku.importer.learning import Learner, NewEntries
from zerenku.importer.plan_names import Names

HEAD: Final = ("文件", "方案", "条款", "责任", "认出", "未读", "结果")
RIGHT: Final = frozenset({2, 3, 4, 5})
MOST_UNREAD: Final = 8
"""Unread places shown of each file when there are several files."""
MOST_NAMES: Final = 60


@dataclass(slots=True)
class Report:
    """Collects, file by file, what is said at the end: small pieces of text only."""

    learner: Learner
    rows: list[tuple[str, ...]] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    places: dict[str, str] = field(default_factory=dict)
    departments: dict[tuple[str, str], int] = field(default_factory=dict)
    others: set[tuple[str, str]] = field(default_factory=set)
    kept: int = 0

    def add(self, read: ReadPlan, placed: Placed, fate: Fate, *, source: str, alone: bool) -> None:
        """One plan: its row, its unread places, its unknown names."""
        share = f"{int(read.claimed * 1000) / 10:.1f}%"
        counts = (str(placed.body.clauses), str(placed.body.duties))
        row = (source, placed.plan.id, *counts, share, str(len(read.unread)), fate.value)
        self.rows.append(row)
        self.kept += fate is Fate.KEPT
        shown = read.unread if alone else read.unread[:MOST_UNREAD]
        self.unread += [f"{source}:{item.line}: 未读“{item.text}”（{item.why}）" for item in shown]
        if len(shown) < len(read.unread):
            self.unread.append(f"{source}: 另有 {len(read.unread) - len(shown)} 处未读，单独导入这个文件可以看全")

    def add_unknown(self, place_id: str, names: Names) -> None:
        """Names of one plan that are not registered."""
        for name in names.departments:
            self.departments[place_id, name] = self.departments.get((place_id, name), 0) + 1
        self.others |= {("企业说法", tidy(name)) for name in names.enterprises}
        self.others |= {("文件或标准", tidy(cite)) for cite in names.cites}

    def lines(self, *, learned: NewEntries | None) -> Iterator[str]:
        """The whole report; `learned` are the entries that were appended to the registers."""
        if self.rows:
            yield from table(HEAD, self.rows, right=RIGHT)
        yield from self.unread
        yield from self.notes
        yield from self._names(learned)

    def _names(self, learned: NewEntries | None) -> Iterator[str]:
        if self.departments:
            yield f"名录里没有的部门 {len(self.departments)} 个："
            shown = list(self.departments.items())[:MOST_NAMES]
            for (place_id, name), count in shown:
                times = f"（{count} 个方案）" if count > 1 else ""
                yield f"  {name}{times}：{self.learner.explain(name, place_id).advice}"
            if len(shown) < len(self.departments):
                yield f"  另有 {len(self.departments) - len(shown)} 个"
        for kind in ("企业说法", "文件或标准"):
            names = sorted(name for what, name in self.others if what == kind)
            if names:
                yield f"名录里没有的{kind} {len(names)} 个：{'、'.join(names[:8])}{'…' if len(names) > 8 else ''}"
        if learned is not None:
            yield from _learned(learned)
            return
        for place in self.learner.places:
            yield f"名录里没有的地区：{place.name}（{place.id}）"
        if self.departments or self.others or self.learner.places:
            yield "用 --learn 可以把以上名称登记到 content/registers/，标明待确认；不登记时 zerenku check 会报错"


def _learned(entries: NewEntries) -> Iterable[str]:
    counts = {
        "地区": len(entries.places),
        "部门": len(entries.departments),
        "文件": len(entries.documents),
        "标准": len(entries.standards),
        "企业说法": sum(map(len, entries.enterprises.values())),
    }
    said = "、".join(f"{kind} {count} 个" for kind, count in counts.items() if count)
    yield f"已登记到 content/registers/，请逐个确认：{said}" if said else "名称都已登记，名录没有改动"

"""`zerenku import --against`, for a paper that `zerenku draft` made and people edited: the hidden ids tell its clauses.

The paper is drafted once more from the plan; what differs between the two is what was edited, or what became different
in the plan since.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Final

from zerenku.catalogue.compare import WHOLE, Difference, clauses_of
from zerenku.catalogue.edited import PaperLine, edits
from zerenku.cli.draft_kinds import KINDS, Wish
from zerenku.errors import ZerenkuError
from zerenku.extract.refusal import Refusal
from zerenku.extract.sniff import Kind, sniff
from zerenku.extract.word.bookmarks import MarkedLine, read_marked
from zerenku.importer.lines import squash
from zerenku.importer.samples import aside
from zerenku.model.clause import Clause
from zerenku.model.outline import LineKind
from zerenku.model.path import ClausePath, bookmark_of
from zerenku.model.plan import Plan
from zerenku.store.workspace import load

SKETCHED: Final = ("notice", "plan", "tasks")
OF_ONE: Final = re.compile("附件：([^：]{1,60}?)责任清单")
OF_FIRM: Final = re.compile("适用：(?P<words>.+?)(?:　　所在地：(?P<place>.+))?")
ENOUGH: Final = 0.3
"""Of all lines of a draft and of the copy so many must be in both: else it is a paper of another kind."""
WORD: Final = ".docx"
OF_DEPARTMENT: Final = re.compile("任务分解表（([^（）]+)）")
LABELLED: Final = re.compile("。(?=(?:时限|频次|指标)：)")
NUMBER: Final = "序号"
LABELS: Final = frozenset({"时限", "频次", "指标"})
NEVER: Final = date.min
"""The day of reading, which none of these papers looks at."""


def edited_against(root: Path, plan: Plan, path: Path) -> tuple[Difference, ...] | None:
    """What was edited in a drafted paper of the plan; None for any other file, or where the plan cannot be drafted."""
    data = path.read_bytes()
    ids = _ids(plan)
    copy = _marked(data, path.suffix.lower(), ids)
    if not any(line.bookmark for line in copy):
        return None
    drafted = _nearest(list(_drafted(root, plan, copy, ids)), copy)
    if drafted is None:
        return None
    fields = _Fields(plan, drafted, ids)
    return edits(fields.before, list(_placed(copy, ids)), fields_of=fields.of)


def _ids(plan: Plan) -> dict[str, str]:
    """Bookmark → path of the clause; behind it the number of the duty where a row tells only that one."""
    found = {}
    for path, clause in clauses_of(plan):
        anchor = f"{plan.id}/{ClausePath.parse(path).anchor}"
        numbers = [duty.id or f"d{index}" for index, duty in enumerate(clause.duties, start=1)]
        for end, where in (("", path), *((f"-{number}", f"{path} {number}") for number in numbers)):
            try:
                found[bookmark_of(anchor + end)] = where
            except ValueError:
                continue
    for index in range(1, len(plan.reporting) + 1):
        found[bookmark_of(f"{plan.id}/r{index}")] = f"报送要求{index}"
    return found


def _marked(data: bytes, suffix: str, ids: Mapping[str, str]) -> list[MarkedLine]:
    """Nothing for what is no Word document."""
    try:
        if sniff(data, suffix) is not Kind.ZIP:
            return []
        found = read_marked(data, wanted=ids.__contains__)
    except Refusal:
        return []
    return [line for line in found if line.text.strip()]


def _drafted(root: Path, plan: Plan, copy: Sequence[MarkedLine], ids: Mapping[str, str]) -> Iterator[list[MarkedLine]]:
    """The papers that the copy may come from, drafted anew; none from a workspace with errors."""
    loaded = load(root)
    held = next((item for item in loaded.catalogue.plans if item.id == plan.id), None) if loaded.catalogue else None
    if loaded.catalogue is None or held is None:
        return
    wish = Wish(loaded.catalogue, root, NEVER, plan=held)
    for kind, own in _wishes(wish, [line.text for line in copy]):
        try:
            made = list(KINDS[kind].make(own))
        except ZerenkuError:
            continue
        yield from (_marked(paper.data, WORD, ids) for paper in made)


def _wishes(wish: Wish, copy: Sequence[str]) -> Iterator[tuple[str, Wish]]:
    """The kinds of papers that the copy may be, each for whom the copy itself names."""
    run = "".join(map(squash, copy))
    named = OF_DEPARTMENT.search(run)
    for kind in SKETCHED:
        yield kind, replace(wish, department=named[1] if named and kind == "tasks" else None)
    if one := OF_ONE.search(run):
        yield "duties", replace(wish, department=one[1])
    if firm := next((found for text in copy if (found := OF_FIRM.fullmatch(text.strip()))), None):
        enterprises = wish.catalogue.registers.enterprises
        if all(enterprises.named(word) for word in firm["words"].split("、")):
            yield "checklist", replace(wish, words=tuple(firm["words"].split("、")), place=firm["place"])


def _nearest(drafted: Sequence[list[MarkedLine]], copy: Sequence[MarkedLine]) -> list[MarkedLine] | None:
    """The draft that shares most with the copy, if that is enough; a notice has the lines of its plan and more."""
    said = {squash(line.text) for line in copy}
    drafts = [{squash(line.text) for line in lines} for lines in drafted]
    shares = [len(said & mine) / len(said | mine) for mine in drafts]
    return drafted[shares.index(max(shares))] if max(shares, default=0.0) >= ENOUGH else None


def _placed(lines: Sequence[MarkedLine], ids: Mapping[str, str]) -> Iterator[PaperLine]:
    """Every line at the clause whose id came last."""
    where = WHOLE
    for line in lines:
        where = ids.get(line.bookmark, where)
        yield PaperLine(line.text, where, told=bool(line.bookmark))


class _Fields:
    """The drafted paper line by line, and how two versions of a line divide into fields."""

    def __init__(self, plan: Plan, drafted: Sequence[MarkedLine], ids: Mapping[str, str]) -> None:
        self._clauses = dict(clauses_of(plan))
        self._verbatim = plan.opening is not None
        self._columns: dict[str, tuple[str, ...]] = {}
        self.before = list(self._own(drafted, ids))

    def _own(self, drafted: Sequence[MarkedLine], ids: Mapping[str, str]) -> Iterator[PaperLine]:
        """The end of the paper and the titles of attachments follow a clause without being of it."""
        said = squash("\n".join(text for item in self._clauses.values() for text in (item.summary, item.text) if text))
        row: tuple[str, ...] | None = None
        for marked, line in zip(drafted, _placed(drafted, ids), strict=True):
            if marked.kind is not LineKind.ROW:
                row = None
            elif row is None:
                row = tuple(line.text.split("\t"))
            if row:
                self._columns[line.bare] = row
            of_row = marked.kind is LineKind.ROW and tuple(line.text.split("\t")) != row
            mine = line.told or of_row or line.bare in said or aside(line.text)[1] or self._is_summary(line)
            yield line if mine else PaperLine(line.text)

    def _is_summary(self, line: PaperLine) -> bool:
        clause = self._clauses.get(line.where)
        return bool(clause and clause.summary and line.bare.startswith(squash(clause.summary)))

    def of(self, old: PaperLine, new: PaperLine) -> dict[str, tuple[str, str]]:
        """The fields of a line before and after."""
        columns, clause = self._columns.get(old.bare), self._clauses.get(old.where)
        if columns:
            was, now = old.text.split("\t"), new.text.split("\t")
            width = max(len(was), len(now))
            names = [*columns, *(f"第{index + 1}栏" for index in range(len(columns), width))]
            pairs = zip(names, _filled(was, width), _filled(now, width), strict=False)
            return {name: (left, right) for name, left, right in pairs if name != NUMBER}
        if clause is None:
            return {"文字": (old.text, new.text)}
        if self._verbatim:
            return {"原文": (old.text, new.text)}
        left, right = _excerpt(old.text, old, clause), _excerpt(new.text, old, clause)
        return {name: (left.get(name, ""), right.get(name, "")) for name in dict.fromkeys((*left, *right))}


def _excerpt(text: str, drafted: PaperLine, clause: Clause) -> dict[str, str]:
    """Heading, summary and facts of a line of a 样稿; `drafted` says which of them it has."""
    heading = (clause.heading or "").rstrip("。")
    starts = drafted.told and bool(heading) and heading in drafted.text
    if starts and drafted.text.endswith(heading):
        return {"标题": text}
    title, text = text.split("。", 1) if starts and "。" in text else ("", text)
    summary, added = aside(text)
    found = {"标题": title, "摘编": summary}
    for part in LABELLED.split(added) if added else ():
        label, _, value = part.partition("：")
        found.update({label: value} if label in LABELS else {"责任": part})
    return found


def _filled(cells: Sequence[str], width: int) -> list[str]:
    return [*cells, *[""] * (width - len(cells))]

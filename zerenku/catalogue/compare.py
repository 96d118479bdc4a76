"""Two plans side by side: what was added, what is missing, what reads differently. Places are clause paths."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from enum import Enum
from typing import Any, Final

from zerenku.catalogue.wording import recurrence_text, target_text
from zerenku.model.clause import Clause, Duty
from zerenku.model.plan import Attachment, Plan

Fields = Mapping[str, tuple[str, ...]]
"""What a field is called → its values as text."""
Sheet = Mapping[str, Fields]
"""Place (`一/（二）`, `附件1`, or 全文) → its fields."""

WHOLE: Final = "全文"
LONGEST_SHOWN: Final = 36
LABELS: Final = {
    "title": "名称",
    "notice_title": "通知标题",
    "number": "文号",
    "kind": "文种",
    "place": "地区",
    "issuers": "发文机关",
    "addressees": "主送",
    "cc": "抄送",
    "issued": "成文日期",
    "printed": "印发日期",
    "printed_by": "印发机关",
    "summary": "摘编",
    "basis": "依据",
    "replaces": "替代",
    "replaced_by": "被替代",
    "changes": "勘误",
    "period": "实施期限",
    "scope": "实施范围",
    "stages": "阶段",
    "reporting": "信息报送",
    "forms": "报表",
    "sets": "成组事项",
    "notes": "编者按",
    "unconfirmed": "待确认",
    "opening": "开头原文",
    "closing": "结尾原文",
    "heading": "标题",
    "starts": "起首",
    "text": "原文",
    "assignments": "责任分工",
    "duties": "责任事项",
    "deadlines": "时限",
    "recurrence": "频次",
    "targets": "指标",
    "cites": "引用",
    "applies_to": "适用",
    "topics": "主题",
    "inline": "段内各点",
    "form": "报表",
}
SKIPPED: Final = frozenset({"span", "id", "clauses", "attachments", "mark", "no"})


@dataclass(frozen=True, slots=True)
class Difference:
    """One place or field that differs; `label` is empty when a whole place was added or is missing."""

    where: str
    label: str
    missing: tuple[str, ...] = ()
    added: tuple[str, ...] = ()

    def __str__(self) -> str:
        if not self.label:
            return (
                f"{self.where}：{'多出' if self.added else '少了'}这一条（{_short((self.added or self.missing)[0])}）"
            )
        if len(self.missing) == len(self.added) == 1:
            before, after = _around(self.missing[0], self.added[0])
            return f"{self.where} {self.label}：{before} → {after}"
        parts = [f"少 {'、'.join(map(_short, self.missing))}"] if self.missing else []
        parts += [f"多 {'、'.join(map(_short, self.added))}"] if self.added else []
        return f"{self.where} {self.label}：{'；'.join(parts)}"


def differences(before: Sheet, after: Sheet) -> tuple[Difference, ...]:
    """What `after` lacks and what it adds, in the order of `before`, new places last."""
    found: list[Difference] = []
    for where, old in before.items():
        if where not in after:
            found.append(Difference(where, "", missing=_heading(old)))
            continue
        new = after[where]
        for label in dict.fromkeys((*old, *new)):
            had, has = old.get(label, ()), new.get(label, ())
            missing = tuple(item for item in had if item not in has)
            added = tuple(item for item in has if item not in had)
            if missing or added:
                found.append(Difference(where, label, missing, added))
    found += [Difference(where, "", added=_heading(new)) for where, new in after.items() if where not in before]
    return tuple(found)


def sheet_of(plan: Plan) -> Sheet:
    """Every field of a plan source, for telling who changed what."""
    sheet = {WHOLE: _fields(plan)}
    for path, clause in clauses_of(plan):
        sheet[path] = _fields(clause)
    for attachment in plan.attachments:
        sheet[attachment.no] = _fields(attachment)
    return sheet


def facts_of(plan: Plan) -> Sheet:
    """What the text says, whoever wrote the record: ¶ folded into its heading, facts united over the duties."""
    sheet: dict[str, dict[str, tuple[str, ...]]] = {
        WHOLE: {
            label: value for label, value in _fields(plan).items() if label in {"名称", "文号", "成文日期", "实施期限"}
        }
    }
    for path, clause in clauses_of(plan):
        folded = "/".join(part for part in path.split("/") if not part.startswith("¶")) or path
        facts = sheet.setdefault(folded, {})
        for label, values in _facts(clause):
            facts[label] = tuple(dict.fromkeys((*facts.get(label, ()), *values)))
    for attachment in plan.attachments:
        sheet[attachment.no] = {"名称": (attachment.title,)}
    return sheet


def clauses_of(plan: Plan) -> Iterator[tuple[str, Clause]]:
    """Path and clause, in text order, body before attachments."""
    yield from _descend(plan.clauses, "")
    for attachment in plan.attachments:
        yield from _descend(attachment.clauses, f"{attachment.no}/")


def _descend(clauses: Iterable[Clause], prefix: str) -> Iterator[tuple[str, Clause]]:
    for clause in clauses:
        yield f"{prefix}{clause.mark}", clause
        yield from _descend(clause.clauses, f"{prefix}{clause.mark}/")


def _facts(clause: Clause) -> Iterator[tuple[str, tuple[str, ...]]]:
    holders: tuple[Clause | Duty, ...] = (clause, *clause.duties)
    yield "标题", (clause.heading,) if clause.heading else ()
    yield "牵头", tuple(name for item in clause.assignments for name in item.lead)
    yield "配合", tuple(name for item in clause.assignments for name in item.support)
    yield "时限", tuple(str(item.date) for holder in holders for item in holder.deadlines)
    yield "频次", tuple(recurrence_text(item) for holder in holders for item in holder.recurrence)
    # What a target is about is said in our own words: only the figure can be compared.
    yield "指标", tuple(target_text(item).rpartition("：")[2] for holder in holders for item in holder.targets)
    yield "引用", clause.cites


def _fields(record: Plan | Clause | Attachment) -> dict[str, tuple[str, ...]]:
    found = {}
    for item in fields(record):
        value = getattr(record, item.name)
        if item.name in SKIPPED or value in (None, ()):
            continue
        values = value if isinstance(value, tuple) else (value,)
        found[LABELS.get(item.name, item.name)] = tuple(map(_said, values))
    return found


def _said(value: Any) -> str:
    """A value, or the values of a record, on one line."""
    if isinstance(value, tuple):
        return "、".join(map(_said, value))
    if isinstance(value, Enum):
        return str(value.value)
    if is_dataclass(value):
        parts = (getattr(value, item.name) for item in fields(value) if item.name != "span")
        return "，".join(_said(part) for part in parts if part not in (None, (), "", False))
    return str(value)


def _heading(values: Fields) -> tuple[str, ...]:
    return values.get("标题") or values.get("名称") or values.get("起首") or ("无标题",)


def _short(text: str, *, at: int = 0) -> str:
    """At most so many characters, from `at` on."""
    shown = text.strip("\n").replace("\n", "⏎")
    begin = max(0, at - 8) if len(shown) > LONGEST_SHOWN else 0
    cut = shown[begin : begin + LONGEST_SHOWN]
    return f"{'…' if begin else ''}{cut}{'…' if begin + LONGEST_SHOWN < len(shown) else ''}" or "（空）"


def _around(before: str, after: str) -> tuple[str, str]:
    """Both texts around the first character that differs."""
    at = next((index for index, pair in enumerate(zip(before, after, strict=False)) if pair[0] != pair[1]), 0)
    return _short(before, at=at), _short(after, at=at)

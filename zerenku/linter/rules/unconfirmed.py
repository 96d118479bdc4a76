"""推定的字段要由人确认：核对原文后，从 unconfirmed 中删去；在那之前各处显示“待确认”。

通过：unconfirmed: []　不通过：unconfirmed: [duties/0/obliged]
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, cast

from zerenku.catalogue.catalogue import Catalogue
from zerenku.model.clause import Clause
from zerenku.model.finding import Finding, Severity
from zerenku.model.place import Span
from zerenku.model.plan import Plan, Reporting

ID: Final = "unconfirmed"
SEVERITY: Final = Severity.WARNING
ADVICE: Final = "核对原文后从 unconfirmed 删去"


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """The guessed fields of each plan, report, attachment, clause and duty: one finding a record names them all."""
    for plan in catalogue.plans:
        yield from _doubts(plan)
        for report in plan.reporting:
            yield from _doubts(report, about="信息报送的 ")
    for clause in catalogue.clauses:
        yield from _doubts(clause.clause, path=str(clause.path))


def _doubts(record: Plan | Reporting | Clause, *, about: str = "", path: str = "") -> Iterator[Finding]:
    grouped: dict[Span, list[str]] = {}
    for item in record.unconfirmed:
        span = _span_of(record, item) if "/" in item else record.span
        grouped.setdefault(span, []).append(item)
    for span, items in grouped.items():
        yield Finding(span, ID, f"待确认：{about}{'、'.join(items)}", SEVERITY, ADVICE, path)


def _span_of(record: Plan | Reporting | Clause, item: str) -> Span:
    """The place of the innermost record on the way to the field."""
    span, target = record.span, cast("object", record)
    for part in item.split("/"):
        if isinstance(target, tuple):
            target = target[int(part)] if part.isdecimal() and int(part) < len(target) else None
        else:
            target = getattr(target, part, None)
        span = getattr(target, "span", span)
    return span

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

ID: Final = "unconfirmed"
SEVERITY: Final = Severity.WARNING


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Every guessed field, at its clause, plan or report."""
    for plan in catalogue.plans:
        for item in plan.unconfirmed:
            yield Finding(plan.span, ID, f"待确认：{item}", SEVERITY, "核对原文后从 unconfirmed 删去")
        for report in plan.reporting:
            for item in report.unconfirmed:
                yield Finding(report.span, ID, f"待确认：信息报送的 {item}", SEVERITY, "核对原文后从 unconfirmed 删去")
    for clause in catalogue.clauses:
        for item in clause.clause.unconfirmed:
            span = _span_of(clause.clause, item)
            yield Finding(span, ID, f"待确认：{item}", SEVERITY, "核对原文后从 unconfirmed 删去", str(clause.path))


def _span_of(clause: Clause, item: str) -> Span:
    """The place of the innermost record on the way to the field."""
    span, target = clause.span, cast("object", clause)
    for part in item.split("/"):
        target = target[int(part)] if isinstance(target, tuple) else getattr(target, part)
        span = getattr(target, "span", span)
    return span

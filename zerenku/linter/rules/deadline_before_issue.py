"""完成时限早于成文日期，多半是照抄上级文件或年份写错；确系原文如此的，请在该条加编者按（notes）。

通过：成文 2030-03-01，时限 2030-06-30　不通过：成文 2030-08-14，时限 2030-07-25
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from zerenku.catalogue.catalogue import Catalogue
from zerenku.model.finding import Finding, Severity

ID: Final = "deadline-before-issue"
SEVERITY: Final = Severity.WARNING


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Deadlines that had passed on the day of signing, unless an editorial note stands at the clause."""
    for clause in catalogue.clauses:
        issued = clause.plan.issued
        if issued is None or clause.clause.notes:
            continue
        for deadline in clause.deadlines:
            if deadline.date < issued:
                text = f"完成时限 {deadline.date} 早于成文日期 {issued}"
                yield Finding(deadline.span, ID, text, SEVERITY, "请核对，或加编者按", str(clause.path))

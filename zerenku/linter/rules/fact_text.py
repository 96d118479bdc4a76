"""时限、频次、指标的 text 只写那几个字，不抄整句，因为内容库不收原文。导入的条款自带逐字原文，不在此列。

通过：text: 每月15日前　不通过：text: 后面跟着整句话
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from zerenku.catalogue.catalogue import Catalogue
from zerenku.model.clause import FACT_CHARS, Deadline, Recurrence, Target
from zerenku.model.finding import Finding, Severity

ID: Final = "fact-text"
SEVERITY: Final = Severity.ERROR


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """The words of a fact are a phrase, not a sentence."""
    for clause in catalogue.clauses:
        if clause.clause.text is not None:
            continue
        facts: tuple[Deadline | Recurrence | Target, ...] = (*clause.deadlines, *clause.recurrence, *clause.targets)
        for fact in facts:
            if len(fact.text) > FACT_CHARS or "。" in fact.text:
                text = f"text 有 {len(fact.text)} 个字，像是抄了整句"
                yield Finding(
                    fact.span, ID, text, SEVERITY, f"只留表示日期或数量的字，至多 {FACT_CHARS} 个", str(clause.path)
                )

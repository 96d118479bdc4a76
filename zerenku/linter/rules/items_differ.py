"""清点过的部分，这里的条数要与原文相同：少了是漏条，多了是串条。

通过：counted 写正文 27，正文有 27 条　不通过：counted 写附件1 42，附件1 只有 41 条
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from zerenku.catalogue.catalogue import Catalogue
from zerenku.catalogue.compare import clauses_of
from zerenku.model.finding import Finding, Severity

ID: Final = "items-differ"
SEVERITY: Final = Severity.WARNING
BODY: Final = "正文"


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """The numbered clauses of every counted part are as many as the original has."""
    for plan in catalogue.plans:
        here: Counter[str] = Counter()
        for path, _ in clauses_of(plan):
            elements = path.split("/")
            if not elements[-1].startswith("¶"):
                here[elements[0] if elements[0].startswith("附件") else BODY] += 1
        for item in plan.counted:
            if here[item.part] != item.items:
                text = f"{item.part}原文有 {item.items} 条，这里有 {here[item.part]} 条"
                yield Finding(item.span, ID, text, SEVERITY, "对照原文补齐或删去，或改正清点的数")

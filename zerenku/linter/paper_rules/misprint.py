"""常见的错别字：形近、音近的误写，写法是非分明的才收。

通过：明察暗访、部署、截至6月底　不通过：明查暗访、布署、截止6月底
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from zerenku.linter.confusions import CONFUSIONS
from zerenku.linter.paper import Flaw, Paper
from zerenku.model.finding import Severity
from zerenku.text.fold import mask_titles

ID: Final = "misprint"
SEVERITY: Final = Severity.WARNING
CERTAINTY: Final = "高"
PATTERNS: Final = tuple((re.compile(wrong), right) for wrong, right in CONFUSIONS)


def check(paper: Paper) -> Iterator[Flaw]:
    """Words of the table of confusions; titles of other papers are quoted as they are."""
    masked = mask_titles(paper.text)
    for pattern, right in PATTERNS:
        for match in pattern.finditer(masked, paper.start, paper.end):
            meant = match.expand(right)
            yield Flaw(match.start(), match.end(), f"“{match[0]}”应为“{meant}”", f"改为“{meant}”")

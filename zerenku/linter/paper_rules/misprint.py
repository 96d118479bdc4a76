"""常见的错别字：形近、音近的误写，写法是非分明的才收。

通过：明察暗访、部署、截至6月底　不通过：明查暗访、布署、截止6月底；公文常用语错一个字：不留死脚、逐项推近
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from zerenku.catalogue.institutions import meant_institution
from zerenku.linter.confusions import CONFUSIONS
from zerenku.linter.paper import Flaw, Paper
from zerenku.linter.set_phrases import garbled_phrases
from zerenku.model.finding import Severity
from zerenku.text.fold import mask_titles

ID: Final = "misprint"
SEVERITY: Final = Severity.WARNING
CERTAINTY: Final = "高"
PATTERNS: Final = tuple((re.compile(wrong), right) for wrong, right in CONFUSIONS)


def check(paper: Paper) -> Iterator[Flaw]:
    """Words of the table of confusions, then set phrases with one letter wrong; titles are quoted as they are."""
    masked = mask_titles(paper.text)
    owners = [(named.start, named.end) for named in paper.named if meant_institution(named.name)]
    taken: set[int] = {offset for start, end in owners for offset in range(start, end)}  # owner_misprint names these
    for pattern, right in PATTERNS:
        for match in pattern.finditer(masked, paper.start, paper.end):
            if match.start() not in taken:
                taken.update(range(match.start(), match.end()))
                yield _flaw(match.start(), match[0], match.expand(right))
    for start, meant in garbled_phrases(masked, paper.start, paper.end):
        if taken.isdisjoint(range(start, start + len(meant))):
            taken.update(range(start, start + len(meant)))
            yield _flaw(start, masked[start : start + len(meant)], meant)


def _flaw(start: int, said: str, meant: str) -> Flaw:
    return Flaw(start, start + len(said), f"“{said}”应为“{meant}”", f"改为“{meant}”")

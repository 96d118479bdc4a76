"""常见的错别字：形近、音近的误写，写法是非分明的才收。

通过：明察暗访、部署、截至6月底　不通过：明查暗访、布署、截止6月底；公文常用语错一个字：不留死脚、逐项推近、安照要求
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from zerenku.catalogue.institutions import meant_institution
from zerenku.linter.confusions import CONFUSIONS
from zerenku.linter.office_words import garbled_words
from zerenku.linter.paper import Flaw, Paper
from zerenku.linter.set_phrases import garbled_phrases
from zerenku.model.finding import Severity
from zerenku.text.fold import mask_titles

ID: Final = "misprint"
SEVERITY: Final = Severity.WARNING
CERTAINTY: Final = "高"
PATTERNS: Final = tuple((re.compile(wrong), right) for wrong, right in CONFUSIONS)


def check(paper: Paper) -> Iterator[Flaw]:
    """Words of the table of confusions, then set phrases and words with one letter wrong; titles stay as they are."""
    masked = mask_titles(paper.text)
    owners = [(named.start, named.end) for named in paper.named if meant_institution(named.name)]
    taken: set[int] = {offset for start, end in owners for offset in range(start, end)}  # owner_misprint names these
    for pattern, right in PATTERNS:
        for match in pattern.finditer(masked, paper.start, paper.end):
            if match.start() not in taken:
                taken.update(range(match.start(), match.end()))
                yield _flaw(match.start(), match[0], match.expand(right))
    taken |= {offset for start, end in _places(paper) for offset in range(start, end)}
    letters = (*garbled_phrases(masked, paper.start, paper.end), *garbled_words(masked, paper.start, paper.end))
    for start, meant in letters:
        if taken.isdisjoint(range(start, start + len(meant))):
            taken.update(range(start, start + len(meant)))
            yield _flaw(start, masked[start : start + len(meant)], meant)


def _places(paper: Paper) -> Iterator[tuple[int, int]]:
    """Where the issuer's places and those of the register are named: a name may sound like a word."""
    names = {*paper.standing.names}
    for place in paper.registers.places.entries:
        names |= {place.name, place.short, *place.aliases}
    names |= {name[:-1] for name in names if len(name) > 2}
    if names:
        found = re.finditer("|".join(map(re.escape, sorted(names, key=len, reverse=True))), paper.text)
        yield from (match.span() for match in found)


def _flaw(start: int, said: str, meant: str) -> Flaw:
    return Flaw(start, start + len(said), f"“{said}”应为“{meant}”", f"改为“{meant}”")

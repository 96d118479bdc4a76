"""责任单位的名称与文中屡次出现、或名录登记的、各地通用的名称只差一两个字，多半是误植。

通过：应急管理局……应急管理局　不通过：应急管理局（三处）……应急管埋局（一处）；市厂监督管理局
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from rapidfuzz.distance import Levenshtein

from zerenku.catalogue.institutions import AND, meant_institution
from zerenku.linter.paper import Flaw, Paper
from zerenku.model.finding import Severity

ID: Final = "owner-misprint"
SEVERITY: Final = Severity.WARNING
CERTAINTY: Final = "高"
SHORTEST: Final = 5
LEVEL: Final = "省市区县州旗镇乡"


def check(paper: Paper) -> Iterator[Flaw]:
    """A name printed once or twice beside one printed three times as often or registered; a garbled institution."""
    counts = Counter(named.name for named in paper.named)
    known = set(paper.registers.departments.names()) if paper.standing.place else set()
    for named in paper.named:
        name = named.name
        if len(name) < SHORTEST or counts[name] > 2 or name in known:
            continue
        right = [
            other
            for other in sorted({*counts, *known})
            if (other in known or counts[other] >= 3 * counts[name]) and misprinted(name, other)
        ]
        if right:
            best = min(right, key=lambda other: (Levenshtein.distance(name, other), -counts[other], other))
            often = f"（文中 {counts[best]} 处）" if counts[best] else "（名录）"
            text = f"“{name}”疑为“{best}”{often}之误"
            yield Flaw(named.start, named.end, text, f"改为“{best}”")
        elif (meant := meant_institution(name)) is not None:
            yield Flaw(named.start, named.end, f"“{name}”疑为“{meant}”之误", f"改为“{meant}”")


def misprinted(name: str, other: str) -> bool:
    """One letter exchanged, lost or doubled; not a short form, another level, nor 和 for 与."""
    if abs(len(name) - len(other)) > 1 or len(other) < SHORTEST or name.translate(AND) == other.translate(AND):
        return False
    if (name[0] in LEVEL or other[0] in LEVEL) and name[0] != other[0]:
        return False
    if name[-1] != other[-1] or Levenshtein.distance(name, other) != 1:
        return False
    return len(name) >= len(other) or len(other) > 6

"""同一个部门在同一份文件里用同一个名称；一会儿全称、一会儿简称，读者会以为是两家。

通过：经济发展局……经济发展局　不通过：经济发展局……经发局
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Final

from zerenku.catalogue.institutions import AND, TELLING, meant_institution
from zerenku.linter.paper import Flaw, Named, Paper
from zerenku.linter.paper_rules.owner_misprint import misprinted
from zerenku.model.finding import Severity
from zerenku.text.names import is_collective, is_generic

ID: Final = "owner-variant"
SEVERITY: Final = Severity.INFO
CERTAINTY: Final = "中"
BRIEF: Final = (("委员会", "委"), ("委会", "委"), ("办公室", "办"))
ONE_LETTER: Final = 7
"""Shorter names that differ in one letter are two offices."""
LEVEL: Final = "省市区县州旗镇乡"


def check(paper: Paper) -> Iterator[Flaw]:
    """Pairs of spellings among the owners of one text; one flaw a rarer spelling, at its first place."""
    counts = Counter(named.name for named in paper.named)
    first: dict[str, Named] = {}
    for named in paper.named:
        first.setdefault(named.name, named)
    # Named side by side in one clause, they are two bodies.
    together = [
        {found for item in clause.assignments for found in (*item.value.lead, *item.value.support)}
        for clause in paper.draft.clauses
    ]
    names = [name for name in first if not is_collective(name) and not is_generic(name) and not meant_institution(name)]
    chosen: dict[str, str] = {}
    for name in sorted(names, key=lambda item: (counts[item], item)):
        others = [
            other
            for other in names
            if other != name
            and (counts[other], other) > (counts[name], name)
            and same_body(name, other)
            and not any({name, other} <= listed for listed in together)
            and not (counts[name] <= 2 and counts[other] >= 3 * counts[name] and misprinted(name, other))
        ]
        if others:
            chosen[name] = max(others, key=lambda other: (counts[other], other))
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for name, usual in chosen.items():
        groups[usual].append(name)
    for usual, variants in groups.items():
        for name in sorted(variants, key=lambda item: first[item].start):
            named = first[name]
            text = f"“{name}”（{counts[name]} 处）与“{usual}”（{counts[usual]} 处）疑是同一部门的两种写法"
            yield Flaw(named.start, named.end, text, f"统一为“{usual}”")


def same_body(name: str, other: str) -> bool:
    """A short form whose letters stand in order in the long one, or two forms that differ in 和 or one letter."""
    for full, brief in BRIEF:
        name, other = name.replace(full, brief), other.replace(full, brief)
    if name == other:
        return True
    short, long = sorted((name, other), key=lambda item: (len(item), item))
    if len(short) < 3 or short[-1] != long[-1] or (long.endswith(short) and long[0] in LEVEL):
        return False
    if short.translate(AND) == long.translate(AND):
        return True
    if len(short) == len(long):
        return len(short) >= ONE_LETTER and _one_letter(short.translate(AND), long.translate(AND))
    if short[0] != long[0] and not (long.endswith(short[1:]) and len(short) > 4 and short[0] not in LEVEL):
        return _within(short, long) and len(short) >= 5 and len(long) - len(short) <= 2 and long[0] not in LEVEL
    return _within(short, long)


def _one_letter(name: str, other: str) -> bool:
    """Whether one letter differs, and not one that tells places or sisters apart: 东城街道办事处, 西城街道办事处."""
    differing = [pair for pair in zip(name, other, strict=True) if pair[0] != pair[1]]
    return len(differing) == 1 and name[:2] == other[:2] and not set(differing[0]) & TELLING


def _within(short: str, long: str) -> bool:
    rest = iter(long)
    return all(letter in rest for letter in short)

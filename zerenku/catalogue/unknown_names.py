"""What an unregistered name of a department most likely is: another way to write a known one, a misprint, or new."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import OSA, Levenshtein

from zerenku.catalogue.institutions import meant_institution
from zerenku.catalogue.registers import near, tidy

# 安委办 and 安全生产委员会办公室 end alike once the long forms are cut.
LONG_FORMS: Final = (("委员会", "委"), ("办公室", "办"), ("人民政府", "政府"), ("有关", "相关"))
PLACE: Final = re.compile(r"[\u4e00-\u9fff]{0,8}?(?P<level>[省市县区旗镇乡])(?!场|政|镇)(?=..)")
# Two names that differ in one of these are two bodies: 县公安局 and 市公安局, 第一中学 and 第二中学.
TELLING: Final = frozenset("省市县区镇乡村州旗国一二三四五六七八九十0123456789东西南北中上下新老大小")
SURE_FROM: Final = 6
"""Characters from which one wrong character is a misprint rather than another office (教育局 and 体育局)."""
TWO_FROM: Final = 11


class Likeness(StrEnum):
    """What a name that is not registered looks like."""

    ALIAS = "alias"
    MISPRINT = "misprint"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class UnknownName:
    """An unregistered name with the registered one it is nearest to, if any is near, and what it looks like."""

    name: str
    nearest: str | None
    likeness: Likeness

    @property
    def advice(self) -> str:
        """What it looks like, in a few words."""
        match self.likeness:
            case Likeness.ALIAS:
                return f"像是“{self.nearest}”的别名"
            case Likeness.MISPRINT:
                return f"疑为“{self.nearest}”的误写"
        return "像是新的部门" + (f"，最接近的是“{self.nearest}”" if self.nearest else "")


class KnownNames:
    """Names to compare with, each with the name it is to be called by, in order of preference.

    Made once for many questions; it advises and never resolves.
    """

    def __init__(self, names: Mapping[str, str]) -> None:
        self._names = {tidy(name): called for name, called in names.items()}
        self._ends: dict[str, list[str]] = {}
        for name in self._names:
            for ends in {f"{core[0]}{core[-1]}" for core, _ in _cores(name) if len(core) > 1}:
                self._ends.setdefault(ends, []).append(name)

    def explain(self, name: str) -> UnknownName:
        """What an unregistered name most likely is."""
        plain = tidy(name)
        others = [known for known in self._names if known != plain]
        likely = process.extract(plain, others, scorer=Levenshtein.distance, score_cutoff=4, limit=8)
        misprint = next((known for known, _, _ in likely if is_misprint(plain, known)), None)
        if misprint is not None:
            return UnknownName(name, self._names[misprint], Likeness.MISPRINT)
        alike = [known for core, _ in _cores(plain) if core for known in self._ends.get(f"{core[0]}{core[-1]}", ())]
        aliases = [(gap, known) for known in alike if known != plain and (gap := shortening(plain, known)) is not None]
        if aliases:
            return UnknownName(name, self._names[min(aliases)[1]], Likeness.ALIAS)
        meant = meant_institution(plain)
        if meant is not None:
            return UnknownName(name, meant, Likeness.MISPRINT)
        nearest = near(plain, others, limit=1)
        return UnknownName(name, self._names[nearest[0]] if nearest else None, Likeness.NEW)


def is_misprint(name: str, known: str) -> bool:
    """Whether one or two characters went wrong: another, doubled or swapped, none that tells bodies apart.

    A name that only lacks characters is shortened, not misprinted.
    """
    size = min(len(name), len(known))
    allowed = 2 if size >= TWO_FROM else 1 if size >= SURE_FROM else 0
    if (
        not allowed
        or shortening(name, known) == 0
        or OSA.distance(name, known, score_cutoff=allowed) > allowed
        or _shortens(name, known)
    ):
        return False
    changed: set[str] = set()
    for step in Levenshtein.editops(name, known):
        if name[step.src_pos + 1 : step.src_pos + 2] == "委":
            return False  # 安委会 and 消委会
        changed |= {name[step.src_pos : step.src_pos + 1], known[step.dest_pos : step.dest_pos + 1]}
    return not changed & TELLING


def shortening(name: str, known: str) -> int | None:
    """By how many characters one of the names is the other shortened: in order, from the same first to the same last.

    0 where they differ in the place alone; None where neither shortens the other, or they are of two levels.
    """
    gaps = [
        abs(len(one) - len(other))
        for one, level in _cores(name)
        for other, known_level in _cores(known)
        if (not level or not known_level or level == known_level) and _same(one, other)
    ]
    return min(gaps, default=None)


def _same(one: str, other: str) -> bool:
    if len(one) < 2 or len(other) < 2 or one[0] != other[0] or one[-1] != other[-1]:
        return False
    return one == other or _shortens(one, other) or _shortens(other, one)


def _cores(name: str) -> list[tuple[str, str]]:
    """The name, then without one and two levels of place before it; each with the level that was cut."""
    for long, short in LONG_FORMS:
        name = name.replace(long, short)
    cores = [(name, "")]
    while len(cores) < 3 and (match := PLACE.match(cores[-1][0])):
        cores.append((cores[-1][0][match.end() :], match["level"]))
    return cores


def _shortens(short: str, long: str) -> bool:
    rest = iter(long)
    return len(short) < len(long) and all(char in rest for char in short)

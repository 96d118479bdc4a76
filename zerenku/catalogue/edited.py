"""A paper as it was drafted beside a copy that people have edited: clauses are paired by their ids, not their places.

A line that lost its id (retyped, say) is known again by its words; blanks never count.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from rapidfuzz import fuzz

from zerenku.catalogue.compare import WHOLE, Difference
from zerenku.model.path import CHINESE, CIRCLED, NUMBER
from zerenku.text.marks import marks_at

SAME_CLAUSE: Final = 80.0
"""rapidfuzz ratio from which a line without an id is the clause whose id is gone."""
SAME_LINE: Final = 40.0
"""The same for two lines of one clause."""
OTHER: Final = "文字"


@dataclass(frozen=True, slots=True)
class PaperLine:
    """A line of a paper: `where` is the path of its clause, or 全文; `told` whether its own id says so.

    A row of a table is one line, its cells joined by a tab.
    """

    text: str
    where: str = WHOLE
    told: bool = False

    @property
    def bare(self) -> str:
        """The text without blanks."""
        return "".join(self.text.split())


FieldsOf = Callable[[PaperLine, PaperLine], Mapping[str, tuple[str, str]]]
"""Two versions of a line → the names of its fields → both values."""


def edits(before: Sequence[PaperLine], after: Sequence[PaperLine], *, fields_of: FieldsOf) -> tuple[Difference, ...]:
    """What people changed, clause by clause in the order of `before`."""
    after = _known_again(before, after)
    there = {line.where for line in after}
    found: list[Difference] = []
    for where in dict.fromkeys(line.where for line in before):
        old = [line for line in before if line.where == where]
        if where not in there:
            found.append(Difference(where, "", missing=(old[0].text.replace("\t", " "),)))
            continue
        found += _edits_of(where, old, [line for line in after if line.where == where], fields_of)
    return tuple(found)


def _known_again(before: Sequence[PaperLine], after: Sequence[PaperLine]) -> list[PaperLine]:
    """`after` with every line at the clause that it belongs to: one without an id goes by its words."""
    lines = list(after)
    untold: dict[str, list[str]] = {}
    for line in before:
        if not line.told:
            untold.setdefault(line.bare, []).append(line.where)
    loose: list[int] = []
    for index, line in enumerate(lines):
        if line.told:
            continue
        homes = untold.get(line.bare)
        if homes:
            lines[index] = replace(line, where=homes.pop(homes.index(line.where) if line.where in homes else 0))
        else:
            loose.append(index)
    told = {line.where for line in lines if line.told}
    for lost in before:
        if not lost.told or lost.where in told or not loose:
            continue
        likeness = {index: fuzz.ratio(lost.bare, lines[index].bare) for index in loose}
        best = max(loose, key=lambda index: (likeness[index], -index))
        if likeness[best] >= SAME_CLAUSE:
            lines[best] = replace(lines[best], where=lost.where, told=True)
            loose.remove(best)
    return lines


def _edits_of(where: str, old: list[PaperLine], new: list[PaperLine], fields_of: FieldsOf) -> Iterator[Difference]:
    old, new = _without_same(old, new)
    for line in list(old):
        twin = _twin(line, new, exact=len(old) == len(new) == 1)
        if twin is None:
            continue
        old.remove(line)
        new.remove(twin)
        for label, (was, now) in fields_of(line, twin).items():
            if "".join(was.split()) != "".join(now.split()):
                yield Difference(where, label, missing=(was,) if was else (), added=(now,) if now else ())
    first = next((at for at, line in enumerate(new) if _own_mark(line)), len(new))
    if old or new[:first]:
        missing, added = (tuple(line.text.replace("\t", " ") for line in lines) for lines in (old, new[:first]))
        yield Difference(where, OTHER, missing=missing, added=added)
    yield from _new_clauses(where, new[first:])


def _new_clauses(where: str, lines: Sequence[PaperLine]) -> Iterator[Difference]:
    """What people wrote behind a clause under numbers of its own, each with the lines that follow it."""
    groups: list[list[PaperLine]] = []
    for line in lines:
        if _own_mark(line):
            groups.append([line])
        else:
            groups[-1].append(line)
    for head, *rest in groups:
        where = _place_behind(where, _own_mark(head))
        yield Difference(where, "", added=tuple(line.text.replace("\t", " ") for line in (head, *rest)))


def _own_mark(line: PaperLine) -> str:
    """The normalised number that a line begins with, if it has one and no id; rows of tables have none."""
    mark = None if line.told or "\t" in line.text else marks_at(line.text)
    return mark.name if mark else ""


def _place_behind(where: str, mark: str) -> str:
    """The path of a new clause behind that one: beside the innermost clause numbered in its manner, else under it."""
    above = [element for element in where.split("/") if where != WHOLE and not element.startswith("¶")]
    alike = [at for at, element in enumerate(above) if _manner(element) == _manner(mark)]
    return "/".join((*above[: alike[-1] if alike else len(above)], mark))


def _manner(mark: str) -> str:
    """（三） and （一） are alike, 3 and （3） are not; a repeated number is as good as its first."""
    plain = re.sub(f"[{CIRCLED}]", "①", mark.partition("#")[0])
    return re.sub(f"{CHINESE}|{NUMBER}", lambda found: "1" if found[0].isdecimal() else "一", plain)


def _without_same(old: list[PaperLine], new: list[PaperLine]) -> tuple[list[PaperLine], list[PaperLine]]:
    left, right = [], list(new)
    for line in old:
        same = next((other for other in right if other.bare == line.bare), None)
        if same is None:
            left.append(line)
        else:
            right.remove(same)
    return left, right


def _twin(line: PaperLine, others: Sequence[PaperLine], *, exact: bool) -> PaperLine | None:
    """The line that this one became: that with its id, else the most like it; of two alone, each is the other's."""
    by_id = next((other for other in others if line.told and other.told), None)
    if by_id is not None:
        return by_id
    free = [other for other in others if exact or not other.told or not line.told]
    likeness = [fuzz.ratio(line.bare, other.bare) for other in free]
    if not free or (max(likeness) < SAME_LINE):
        return None
    return free[likeness.index(max(likeness))]

"""Tables of a printed page, found by the lines drawn round their cells."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from zerenku.extract.paper.glyphs import Glyph, join, lines_of
from zerenku.extract.tables import Row, row_lines
from zerenku.model.outline import LineKind

THIN: Final = 3.0
NEAR: Final = 3.0
"""Points within which two rules meet, or are the same one."""
SHORTEST: Final = 8.0
MAX_RULES: Final = 1_500
MAX_GROUPS: Final = 200
MAX_FIELDS: Final = 2_000
"""Drawings have more of these than any table; on such pages none is looked for."""


class Rule(NamedTuple):
    """The box of something drawn: a line if it is thin, else a frame."""

    left: float
    bottom: float
    right: float
    top: float


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: where it begins on the page (points, upwards) and its lines."""

    top: float
    lines: list[tuple[str, LineKind]]


def tables(glyphs: Sequence[Glyph], rules: Sequence[Rule]) -> tuple[set[int], list[Grid]]:
    """(positions of the glyphs that stand in tables, the tables with at least two columns)."""
    upright, level = _strokes(rules)
    inside: set[int] = set()
    grids: list[Grid] = []
    for across, down in _connected(level, upright):
        xs, ys = _places(rule.left for rule in down), _places(rule.bottom for rule in across)
        if len(xs) < 3 or len(ys) < 2 or len(xs) * len(ys) > MAX_FIELDS:
            continue
        cells = _Cells(xs, ys, across, down)
        taken: dict[tuple[int, int], list[Glyph]] = defaultdict(list)
        for position, glyph in enumerate(glyphs):
            spot = cells.spot((glyph.left + glyph.right) / 2, glyph.y + glyph.size / 4)
            if spot is not None:
                inside.add(position)
                taken[spot].append(glyph)
        lines = [line for row in cells.rows(taken) for line in row_lines(row)]
        grids.append(Grid(ys[-1], lines))
    return inside, grids


class _Cells:
    """A lattice of columns and rows; where no rule stands between two fields they are one cell."""

    def __init__(self, xs: list[float], ys: list[float], across: list[Rule], down: list[Rule]) -> None:
        self._xs, self._ys = xs, ys
        self._across, self._down = across, down
        self._home: dict[tuple[int, int], tuple[int, int]] = {}
        for row in range(len(ys) - 1):
            for column in range(len(xs) - 1):
                self._home[row, column] = self._owner(row, column)

    def _owner(self, row: int, column: int) -> tuple[int, int]:
        """The first field, from the top left, of the cell that this one belongs to; rows count from the top."""
        middle_x = (self._xs[column] + self._xs[column + 1]) / 2
        middle_y = (self._height(row) + self._height(row + 1)) / 2
        if column and not _crossed(self._down, middle_y, self._xs[column], upright=True):
            return self._home[row, column - 1]
        if row and not _crossed(self._across, middle_x, self._height(row), upright=False):
            return self._home[row - 1, column]
        return row, column

    def _height(self, row: int) -> float:
        return self._ys[len(self._ys) - 1 - row]

    def spot(self, x: float, y: float) -> tuple[int, int] | None:
        """The cell at a point, or None outside the table."""
        column, row = bisect_right(self._xs, x) - 1, len(self._ys) - 1 - bisect_right(self._ys, y)
        return self._home.get((row, column))

    def rows(self, taken: dict[tuple[int, int], list[Glyph]]) -> list[Row]:
        """Text of the cells; what a cell covers to its right and below stays empty."""
        found: list[Row] = []
        for row in range(len(self._ys) - 1):
            cells: Row = []
            for column in range(len(self._xs) - 1):
                text = join(line.text for line in lines_of(taken.get((row, column), ())))
                cells.append([(text, LineKind.PARAGRAPH)] if text else [])
            found.append(cells)
        return found


def _crossed(rules: list[Rule], along: float, at: float, *, upright: bool) -> bool:
    if upright:
        return any(abs(rule.left - at) <= NEAR and rule.bottom - NEAR <= along <= rule.top + NEAR for rule in rules)
    return any(abs(rule.bottom - at) <= NEAR and rule.left - NEAR <= along <= rule.right + NEAR for rule in rules)


def _strokes(rules: Sequence[Rule]) -> tuple[list[Rule], list[Rule]]:
    """(upright lines, level lines); a frame gives its four sides."""
    upright: list[Rule] = []
    level: list[Rule] = []
    for left, bottom, right, top in rules if len(rules) <= MAX_RULES else ():
        wide, high = right - left, top - bottom
        if wide <= THIN < SHORTEST <= high:
            upright.append(Rule((left + right) / 2, bottom, (left + right) / 2, top))
        elif high <= THIN < SHORTEST <= wide:
            level.append(Rule(left, (bottom + top) / 2, right, (bottom + top) / 2))
        elif wide >= SHORTEST and high >= SHORTEST:
            upright += [Rule(left, bottom, left, top), Rule(right, bottom, right, top)]
            level += [Rule(left, bottom, right, bottom), Rule(left, top, right, top)]
    return upright, level


def _connected(level: list[Rule], upright: list[Rule]) -> list[tuple[list[Rule], list[Rule]]]:
    """Groups of level and upright lines that touch: one a table, top to bottom."""
    groups: list[tuple[list[Rule], list[Rule], Rule]] = []
    for rule, is_level in [*((rule, True) for rule in level), *((rule, False) for rule in upright)]:
        across, down, frame = ([rule], [], rule) if is_level else ([], [rule], rule)
        apart = []
        for group in groups:
            if _touch(group[2], frame):
                across, down, frame = group[0] + across, group[1] + down, _around(group[2], frame)
            else:
                apart.append(group)
        groups = [*apart, (across, down, frame)]
        if len(groups) > MAX_GROUPS:
            return []
    return [(across, down) for across, down, _ in sorted(groups, key=lambda group: -group[2].top)]


def _touch(one: Rule, other: Rule) -> bool:
    return (
        one.left - NEAR <= other.right
        and other.left - NEAR <= one.right
        and one.bottom - NEAR <= other.top
        and other.bottom - NEAR <= one.top
    )


def _around(one: Rule, other: Rule) -> Rule:
    return Rule(
        min(one.left, other.left), min(one.bottom, other.bottom), max(one.right, other.right), max(one.top, other.top)
    )


def _places(values: Iterable[float]) -> list[float]:
    """Distinct positions in ascending order, near ones counted once."""
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > NEAR:
            found.append(value)
    return found

"""How a table fills the width it is given: the widths of its columns, where its heads break, how tall its rows are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from generators import blocks as b
from generators.word.lines import LIBREOFFICE, WORD, Size, count_cell_lines
from generators.word.measures import CELL_LINE, SIZE_SMALL_4

SIDE: Final = 50  # white left and right in a cell, nearly a millimetre
OVER: Final = 45  # white over and under
ROW_HEIGHT: Final = 480
RULE: Final = 10  # a rule's own height, which every row adds
CHARACTER: Final = SIZE_SMALL_4 * 10
SLACK: Final = 20  # for the rules, which take from the cells
AROUND: Final = 2 * SIDE + SLACK
LEAST_CHARACTERS: Final = 3
LONG_LABEL: Final = 6
MOST_SHARED: Final = 5  # rows over which a shared cell goes: on a new page it begins again before long
NOT_FIRST: Final = "，。、；：）》”"


def column_widths(block: b.Table, *, width: int) -> list[int]:
    """Widths of the leaf columns in twips, filling `width`.

    Each holds its unit on one line if that is possible at all. Columns without a weight take what their texts need and
    those with one share the rest; without any weight what is left over goes to the columns with long heads.
    """
    leaves = block.leaves
    least = [max(LEAST_CHARACTERS, len(leaf.unit) + 2) * CHARACTER + AROUND for leaf in leaves]
    if sum(least) >= width:
        return _shares(width, least)
    needs = [
        need if leaf.weight else want for leaf, need, want in zip(leaves, least, _wants(block, least), strict=True)
    ]
    needs = _cut_down(needs, least, width)
    spare = width - sum(needs)
    if any(leaf.weight for leaf in leaves):
        return _weighted(leaves, needs, least, width)
    longer = [max(0, len(leaf.name) - LONG_LABEL) for leaf in leaves]
    if any(need > smallest for need, smallest in zip(needs, least, strict=True)):
        longer = needs
    more = _shares(spare, longer if any(longer) else [1] * len(leaves))
    return [need + extra for need, extra in zip(needs, more, strict=True)]


def _wants(block: b.Table, least: Sequence[int]) -> list[int]:
    """What each column's longest line needs to stand unbroken; LibreOffice spaces digits from Han characters."""
    widest = [
        max((WORD.cell.width(line) for text in set(texts) for line in text.split("\n")), default=0)
        for texts in (zip(*block.rows, strict=True) if block.rows else ((),) * len(least))
    ]
    return [max(need, text + AROUND + CHARACTER // 2 if text else 0) for need, text in zip(least, widest, strict=True)]


def _cut_down(wants: Sequence[int], least: Sequence[int], width: int) -> list[int]:
    """`wants` as they are when they fit; else what they exceed `least` by is cut in proportion."""
    spare = width - sum(least)
    more = [want - need for want, need in zip(wants, least, strict=True)]
    if sum(more) <= spare:
        return list(wants)
    level = _level(more, spare)
    return [need + min(extra, level) for need, extra in zip(least, more, strict=True)]


def _level(wants: Sequence[int], whole: int) -> int:
    """The most that any may take so that all together take no more than `whole`: the modest get all they want."""
    left, level = whole, 0
    for index, want in enumerate(sorted(wants)):
        level = left // (len(wants) - index)
        if want > level:
            return level
        left -= want
    return max(wants)


def _weighted(leaves: Sequence[b.Column], needs: list[int], least: Sequence[int], width: int) -> list[int]:
    """The weighted columns' shares of what the others leave; one whose share is too small takes its least instead."""
    open_ones = [index for index, leaf in enumerate(leaves) if leaf.weight]
    widths = list(needs)
    while open_ones:
        rest = width - sum(widths[index] for index in range(len(leaves)) if index not in open_ones)
        shares = _shares(rest, [round(leaves[index].weight * 1000) or 1 for index in open_ones])
        small = [index for index, share in zip(open_ones, shares, strict=True) if share < least[index]]
        if not small:
            for index, share in zip(open_ones, shares, strict=True):
                widths[index] = share
            return widths
        for index in small:
            widths[index] = least[index]
        open_ones = [index for index in open_ones if index not in small]
    return _shares(width, widths)


def _shares(whole: int, weights: Sequence[int]) -> list[int]:
    """`whole` cut in proportion to `weights`, nothing lost in rounding."""
    total, sums = sum(weights), [0]
    for weight in weights:
        sums.append(sums[-1] + weight)
    return [right - left for left, right in pairwise(whole * edge // total for edge in sums)]


def label(column: b.Column, width: int) -> str:
    """A head cell's text, in lines of nearly one length rather than one full and one of a single character."""
    room = max(1, (width - AROUND) // CHARACTER)
    lines = -(-len(column.name) // room)
    edges = [0]
    for edge in (-(-len(column.name) * index // lines) for index in range(1, lines)):
        begins_badly = column.name[edge] in NOT_FIRST
        edges.append(edge if not begins_badly else edge + 1 if edge + 1 - edges[-1] <= room else edge - 1)
    pieces = [column.name[left:right] for left, right in pairwise([*edges, len(column.name)])]
    return "\n".join([*pieces, *([f"（{column.unit}）"] if column.unit else [])])


def merges(block: b.Table) -> list[tuple[bool, ...]]:
    """For each row, which of its cells only continue the one above them."""
    made: list[tuple[bool, ...]] = []
    above: tuple[str, ...] | None = None
    runs = [0] * len(block.leaves)
    for row in block.rows:
        continued = [False] * len(row)
        same = above is not None
        for index in range(block.merged):
            same = same and above is not None and row[index] == above[index] and bool(row[index])
            continued[index] = same
        for index in block.shared:
            alike = same and above is not None and row[index] == above[index] and bool(row[index])
            continued[index] = alike and runs[index] < MOST_SHARED
            runs[index] = runs[index] + 1 if continued[index] else 1
        made.append(tuple(continued))
        above = row
    return made


def head_height(block: b.Table, widths: Sequence[int]) -> int:
    """Height of the head in twips: rows of groups, then the tallest leaf."""
    tallest = max(label(leaf, at).count("\n") + 1 for leaf, at in zip(block.leaves, widths, strict=True))
    return (block.head_rows - 1) * _row_height(1) + _row_height(tallest)


def row_heights(block: b.Table, widths: Sequence[int], *, size: Size) -> Iterator[int]:
    """Heights of the rows in twips. A merged text taller than its rows makes the last of them taller.

    In a table with shared cells each merged text stands in its first row.
    """
    inner = [at - AROUND for at in widths]
    merging = frozenset() if block.shared else frozenset(range(block.merged))
    tall = [0] * len(inner)  # what is left of each merged text below the row at hand
    rows = list(zip(block.rows, merges(block), strict=True))
    for index, (row, continued) in enumerate(rows):
        below = rows[index + 1][1] if index + 1 < len(rows) else (False,) * len(inner)
        lines = 1
        for column, (text, room) in enumerate(zip(row, inner, strict=True)):
            if column in merging:
                if not continued[column]:
                    tall[column] = count_cell_lines(text, width=room, size=size) * CELL_LINE + 2 * OVER
            elif continued[column]:
                continue
            elif len(text) * CHARACTER > room or "\n" in text:
                lines = max(lines, count_cell_lines(text, width=room, size=size))
        height = _row_height(lines)
        for column in merging:
            if not below[column]:
                height = max(height, tall[column] + RULE)
            tall[column] -= height
        yield height


def least_height(row: Sequence[str], begun: Sequence[int], widths: Sequence[int]) -> int:
    """Height in twips of a row in which the merged cells `begun` begin: all of their text stands in this row.

    So the end of a page never falls into it, wherever the cell ends.
    """
    lines = [count_cell_lines(row[index], width=widths[index] - AROUND, size=LIBREOFFICE.cell) for index in begun]
    return max(ROW_HEIGHT, max(lines, default=1) * CELL_LINE + 2 * OVER)


def _row_height(lines: int) -> int:
    return max(ROW_HEIGHT, lines * CELL_LINE + 2 * OVER) + RULE

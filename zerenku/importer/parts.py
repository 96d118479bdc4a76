"""The parts of a file: its plans, and of each plan the opening, the body, the end block and the attachments."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from zerenku.importer.attachments import Annexes, find_annexes
from zerenku.importer.head import Heading, find_title, read_head, wanted_titles
from zerenku.importer.lines import (
    CONTACT,
    IMPRINT,
    Line,
    is_dated,
    is_noise,
    is_short,
    is_signature,
    label_of,
    squash,
)
from zerenku.importer.nest import RANK
from zerenku.importer.plain_tables import find_plain_rows
from zerenku.importer.scan import Token
from zerenku.importer.tables import TableRow, find_rows
from zerenku.model.outline import AttachmentPart

COPY_LINES: Final = 6
COPY_CHARS: Final = 60
"""A second copy of a paper repeats at least its first so many characters."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Marked text: `tokens` are its marks, `start` its first mark (or its end), `end` where the marked text stops."""

    prefix: tuple[str, ...]
    tokens: tuple[Token, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Parts:
    """A plan taken apart. `body` and `annexes` hold the marked stretches, in text order."""

    start: int
    end: int
    heading: Heading
    body: Stretch
    annexes: tuple[Stretch, ...]
    attachments: tuple[AttachmentPart, ...]
    notes: Annexes
    rows: tuple[TableRow, ...] = ()
    """Table rows; the numbers of the numbered ones stand among the marks."""


def take_apart(lines: Sequence[Line], tokens: Sequence[Token], first: int, last: int) -> Parts:
    """The parts of the plan in `lines[first:last]`; the row of each mark is found by its offset."""
    start, end = lines[first].start, lines[last].start if last < len(lines) else lines[-1].end
    annexes = find_annexes(lines, first, last)
    rows = find_rows(lines, first, last)
    plain = find_plain_rows(lines, first, last, rows)
    rows = tuple(sorted((*rows, *plain), key=lambda row: row.start))
    tokens = _with_rows(tokens, rows)
    noted = [(lines[row].start, lines[row].end) for row in annexes.note_rows]
    own = [
        token
        for token in tokens
        if start <= token.start < end and not any(low <= token.start <= high for low, high in noted)
    ]
    cut = annexes.parts[0].start if annexes.parts else end
    body_tokens = [token for token in own if token.start < cut]
    if not any(token.leads for token in body_tokens) and _is_the_plan(annexes, own, body_tokens):
        annexes = replace(annexes, parts=annexes.parts[1:], heads=annexes.heads[1:])
        cut = annexes.parts[0].start if annexes.parts else end
        body_tokens = [token for token in own if token.start < cut]
    body_end_row = _row_of(lines, cut, first, last)
    first_row = _row_of(lines, body_tokens[0].start, first, last) if body_tokens else body_end_row
    # A second plan of the same notice shares the imprint below it, a second notice has its own.
    imprint_end = last if any(map(_is_number_line, lines[last:])) else len(lines)
    heading = read_head(lines, first, first_row, body_end_row, imprint_end=imprint_end)
    body_tokens = _after_opening(lines, heading, body_tokens)
    body_stop = closing_start(lines, body_tokens, first, body_end_row, annexes.note_rows, heading)
    body = _stretch((), body_tokens, body_stop)
    stretches = tuple(
        _annex_stretch(lines, own, part, head, first, last)
        for part, head in zip(annexes.parts, annexes.heads, strict=True)
    )
    return Parts(start, end, heading, body, stretches, annexes.parts, annexes, rows)


def _with_rows(tokens: Sequence[Token], rows: Sequence[TableRow]) -> list[Token]:
    """The marks of the text and the numbers of table rows in text order; marks inside a row's cells do not count."""
    if not rows:
        return list(tokens)
    starts = [row.start for row in rows]

    def in_row(token: Token) -> bool:
        index = bisect_right(starts, token.start) - 1
        return index >= 0 and token.start < rows[index].end

    outside = [token for token in tokens if not in_row(token)]
    return sorted([*outside, *(row.token for row in rows if row.token is not None)], key=lambda token: token.start)


def _is_the_plan(annexes: Annexes, own: Sequence[Token], body_tokens: Sequence[Token]) -> bool:
    """Whether the first attachment is the plan that the notice issues: the notice itself has no clauses."""
    if not annexes.parts or len(body_tokens) > 2:
        return False
    first = annexes.parts[0]
    marked = [part for part in annexes.parts if any(part.start <= token.start < part.end for token in own)]
    return bool(marked) and marked[0] is first and (len(marked) == 1 or first.no == "附件")


def _row_of(lines: Sequence[Line], offset: int, first: int, last: int) -> int:
    """The row that holds `offset`; `last` when it lies behind."""
    low, high = first, last
    while low < high:
        middle = (low + high) // 2
        if lines[middle].end < offset or (lines[middle].end == offset and lines[middle].start < offset):
            low = middle + 1
        else:
            high = middle
    return low


def _after_opening(lines: Sequence[Line], heading: Heading, tokens: list[Token]) -> list[Token]:
    """Marks of the plan itself: none above its title, none that only run on inside the preamble."""
    if heading.plan is not None:
        below = lines[heading.plan].end
        later = [token for token in tokens if token.start >= below]
        tokens = later or tokens
    leading = next((index for index, token in enumerate(tokens) if token.leads), 0)
    if leading and sum(token.leads for token in tokens) >= 2:
        return tokens[leading:]
    if tokens and not any(token.leads for token in tokens):
        return _without_preamble(tokens)
    return tokens


def _without_preamble(tokens: list[Token]) -> list[Token]:
    """In a text without line breaks: points of the preamble (1、…2、…) that end where an outer style begins."""
    first = tokens[0]
    for index, token in enumerate(tokens):
        if token.number == 1 and RANK[token.style] < RANK[first.style]:
            last = tokens[index - 1]
            ahead = next((one for one in tokens[index:] if (one.style, one.form) == (first.style, first.form)), None)
            goes_on = ahead is not None and ahead.number == last.number + 1
            return tokens if goes_on else tokens[index:]
    return tokens


def _stretch(prefix: tuple[str, ...], tokens: Sequence[Token], stop: int) -> Stretch:
    kept = tuple(token for token in tokens if token.start < stop)
    return Stretch(prefix, kept, kept[0].start if kept else stop, stop)


def _annex_stretch(
    lines: Sequence[Line], own: Sequence[Token], part: AttachmentPart, head: int, first: int, last: int
) -> Stretch:
    tokens = [token for token in own if head <= token.start < part.end]
    end_row = _row_of(lines, part.end, first, last) if part.end < lines[-1].end else last
    stop = part.end
    if tokens:
        row = _row_of(lines, tokens[-1].start, first, last) + 1
        while row < end_row:
            if IMPRINT.match(lines[row].folded) or is_noise(lines[row]):
                stop = lines[row].start
                break
            row += 1
    else:
        stop = part.end
    return _stretch((part.no,), tokens, stop)


def closing_start(
    lines: Sequence[Line], tokens: Sequence[Token], first: int, until: int, notes: frozenset[int], heading: Heading
) -> int:
    """Where the end block begins: 附件说明, signature, date, imprint or page noise after the last mark."""
    end = lines[until].start if until < len(lines) else lines[-1].end
    if not tokens:
        row = first
        if heading.plan is not None:
            row = heading.plan + heading.plan_rows
        elif heading.address is not None:
            row = heading.address + 1
    else:
        row = _row_of(lines, tokens[-1].start, first, until) + 1
    issuers = {issuer.value for issuer in heading.head.issuers}
    number = heading.head.number
    while row < until:
        line = lines[row]
        if (
            row in notes
            or is_dated(line)
            or (number is not None and line.start <= number.start < line.end)
            or IMPRINT.match(line.folded)
            or (len(line.text) < 80 and (is_noise(line) or CONTACT.match(line.text)))
            or (label_of(row, line) is not None and len(line.text) < 60)
            or (is_signature(line) and (row + 1 == until or line.text.strip() in issuers or _signs(lines, row, until)))
        ):
            return line.start
        row += 1
    return end


def _signs(lines: Sequence[Line], row: int, until: int) -> bool:
    """Whether a row of names leads to a date."""
    for below in range(row + 1, min(row + 12, until)):
        if is_dated(lines[below]):
            return True
        if not is_short(lines[below], 80):
            return False
    return False


def split_plans(lines: Sequence[Line], tokens: Sequence[Token]) -> list[tuple[int, int]]:
    """Rows where each plan of the file begins and ends: a second notice, or a second title of one notice."""
    starts = [0]
    starts += _second_notices(lines, tokens)
    if len(starts) == 1:
        starts += _second_titles(lines, tokens)
    bounds = sorted(set(starts))
    return list(zip(bounds, [*bounds[1:], copy_row(lines)], strict=True))


def copy_row(lines: Sequence[Line]) -> int:
    """The row where the same paper begins a second time (web pages and OCR do that), else the number of lines."""
    opening = squash("".join(line.text for line in lines[:COPY_LINES]))[:COPY_CHARS]
    if len(opening) < COPY_CHARS:
        return len(lines)
    for row in range(COPY_LINES, len(lines)):
        if lines[row].text.strip()[:4] != opening[:4]:
            continue
        if squash("".join(line.text for line in lines[row : row + COPY_LINES]))[:COPY_CHARS] == opening:
            return row
    return len(lines)


def _second_notices(lines: Sequence[Line], tokens: Sequence[Token]) -> list[int]:
    """Rows where another notice begins: a 文号 of its own on a line, below clauses, with a title near."""
    numbers = [row for row, line in enumerate(lines) if _is_number_line(line)]
    found: list[int] = []
    seen = {re.sub(r"\s", "", lines[numbers[0]].folded)} if numbers else set()
    previous = numbers[0] if numbers else 0
    for row in numbers[1:]:
        value = re.sub(r"\s", "", lines[row].folded)
        between = any(lines[previous].start < token.start < lines[row].start and token.leads for token in tokens)
        titled = any("通知" in line.text and is_short(line, 120) for line in lines[max(0, row - 4) : row + 6])
        if value not in seen and between and titled:
            start = row
            while start > previous + 1 and is_short(lines[start - 1], 60) and not _closes_paper(lines[start - 1]):
                start -= 1
                if row - start >= 4:
                    break
            found.append(start)
            seen.add(value)
            previous = row
    return found


def _closes_paper(line: Line) -> bool:
    return is_dated(line) or IMPRINT.match(line.folded) is not None


def _is_number_line(line: Line) -> bool:
    text = line.folded.strip("（）〔〕 ")
    return (
        6 < len(text) < 40
        and re.fullmatch(r"[\u4e00-\u9fffA-Z ]{1,16}[〔（] ?(?:19|20)\d{2} ?[〕）] ?第?\d{1,4} ?号", text) is not None
    )


def _second_titles(lines: Sequence[Line], tokens: Sequence[Token]) -> list[int]:
    """Rows where the second, third … of several plans issued by one notice begins, told by their titles."""
    if not tokens:
        return []
    heading = read_head(lines, 0, _row_of(lines, tokens[0].start, 0, len(lines)), len(lines))
    if heading.head.title is None or heading.address is None:
        return []
    names = wanted_titles(lines, heading.head.title, heading.address)
    rows = []
    for name in names:
        found = find_title(lines, heading.address + 1, len(lines), name)
        if found is not None and (found[0] == 0 or label_of(found[0] - 1, lines[found[0] - 1]) is None):
            rows.append(found[0])
    rows = sorted(set(rows))
    return [
        row
        for above, row in pairwise(rows)
        if any(lines[above].start < token.start < lines[row].start for token in tokens)
        and any(token.start > lines[row].start for token in tokens)
    ]

"""Attachments cut apart: which 附件 lines only announce one (附件说明) and which begin one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from rapidfuzz import fuzz

from zerenku.importer.lines import (
    IMPRINT,
    LISTED,
    Label,
    Line,
    is_dated,
    is_noise,
    is_short,
    is_signature,
    label_of,
)
from zerenku.importer.paper_words import TITLE_END
from zerenku.model.outline import AttachmentPart, Found
from zerenku.text.fold import fold
from zerenku.text.marks import marks_at

NOT_LETTERS: Final = re.compile(r"[^0-9A-Za-z\u4e00-\u9fff]")
SAME_TITLE: Final = 86.0
"""rapidfuzz ratio from which two titles are one: a character more or less in eight."""


@dataclass(frozen=True, slots=True)
class Annexes:
    """`parts` are the attachments with their extent, `noted` the titles announced, `note_rows` the lines that do so."""

    parts: tuple[AttachmentPart, ...]
    noted: tuple[Found[str], ...]
    note_rows: frozenset[int]
    heads: tuple[int, ...]
    """Where the text of each part begins after its label and title."""


def find_annexes(lines: Sequence[Line], first: int, last: int) -> Annexes:
    """The attachments of the plan that stands in `lines[first:last]`."""
    labels = [label for row in range(first, last) if (label := label_of(row, lines[row])) is not None]
    if any(label.kind == "件" for label in labels):
        labels = [label for label in labels if label.kind == "件"]
    if len(labels) == 1 and labels[0].row == first and not labels[0].title:
        # A file that is nothing but one attachment: the line above its title.
        labels = []
    noted: list[Found[str]] = []
    note_rows: set[int] = set()
    real: list[Label] = []
    for index, label in enumerate(labels):
        until = labels[index + 1].row if index + 1 < len(labels) else last
        if label.row in note_rows:
            continue
        if _announces(lines, labels[index + 1 :], label, until):
            rows, titles = _note(lines, label, until)
            note_rows |= rows
            noted += titles
        else:
            real.append(label)
    parts, heads = _parts(lines, real, noted, last)
    return Annexes(parts, tuple(noted), frozenset(note_rows), heads)


def _announces(lines: Sequence[Line], later: Sequence[Label], label: Label, until: int) -> bool:
    """Whether a label belongs to a list of attachments: it comes again, or nothing of its own follows."""
    listed = label.title or (lines[label.row + 1].folded if later and label.row + 1 < until else "")
    if LISTED.match(listed) and label.number is None:
        return True
    same = [item for item in later if item.number == label.number]
    if label.title and same:
        return True
    if label.title and label.number is None and any(item.number in {None, 1} for item in later):
        return True
    own = [row for row in range(label.row + 1, until) if not _is_end(lines[row])]
    if not label.title:
        return not own and bool(same)
    return not own


def _is_end(line: Line) -> bool:
    return is_dated(line) or is_signature(line) or bool(IMPRINT.match(line.folded)) or is_noise(line)


def _note(lines: Sequence[Line], label: Label, until: int) -> tuple[set[int], list[Found[str]]]:
    """The lines of an 附件说明 and the titles in it: 附件：1.… / 2.… / 3.…, the number on the first line or alone."""
    rows, titles = {label.row}, []
    expected = 1
    first = LISTED.match(label.title)
    if first is None:
        if label.title:
            titles.append(_found(lines[label.row], label.title))
        if label.title or label.number is not None:
            return rows, titles
    else:
        titles += _run_in(lines[label.row], first["title"], int(first["no"]) + 1)
        expected = int(first["no"]) + len(titles)
    for row in range(label.row + 1, until):
        match = LISTED.fullmatch(lines[row].folded)
        if match is None or int(match["no"]) != expected or len(lines[row].text) > 90:
            break
        rows.add(row)
        more = _run_in(lines[row], lines[row].text[match.start("title") :].strip(), expected + 1)
        titles += more
        expected += len(more)
    return rows, titles


def _run_in(line: Line, listed: str, expected: int) -> list[Found[str]]:
    """The titles of one line of the list: 1.甲表 2.乙表 is two, cut where the next number follows a blank or a stop."""
    titles = []
    while match := re.search(rf"(?<=[ \u3000；;，、》表单册书录图案]){expected}[.．、] ?(?=[^\d\s])", listed):
        titles.append(_found(line, listed[: match.start()].strip()))
        listed, expected = listed[match.end() :], expected + 1
    return [*titles, _found(line, listed)]


def _found(line: Line, title: str) -> Found[str]:
    start = line.text.rfind(title) + line.start
    return Found(title.rstrip("；;。，"), start, start + len(title))


def _parts(
    lines: Sequence[Line], labels: Sequence[Label], noted: Sequence[Found[str]], last: int
) -> tuple[tuple[AttachmentPart, ...], tuple[int, ...]]:
    parts, heads = [], []
    taken: set[str] = set()
    for index, label in enumerate(labels):
        until = labels[index + 1].row if index + 1 < len(labels) else last
        counted = len(labels) > 1 and all(item.number is None for item in labels)
        number = label.number or (index + 1 if counted else None)
        no = f"附件{number or ''}"
        while no in taken:
            number = (number or 1) + 1
            no = f"附件{number}"
        taken.add(no)
        hint = noted[number - 1].value if number and number <= len(noted) else noted[0].value if len(noted) == 1 else ""
        rows = title_rows(lines, label.row + 1, until, hint=hint) if not label.title else 0
        title = label.title or "".join(lines[label.row + 1 + row].text for row in range(rows))
        title = title or hint
        begin = label.row + 1 + rows
        parts.append(AttachmentPart(no, tidy_title(title), lines[label.row].start, _end(lines, until)))
        heads.append(lines[begin].start if begin < until else _end(lines, until))
    return tuple(parts), tuple(heads)


def _end(lines: Sequence[Line], row: int) -> int:
    """Where the part before line `row` ends: line breaks belong to the text before them."""
    return lines[row].start if row < len(lines) else lines[-1].end


def title_rows(lines: Sequence[Line], row: int, until: int, *, hint: str = "") -> int:
    """How many lines from `row` on are the title: as many as say what was announced (`hint`), or up to the first line
    that ends in 方案, 表 …, else one short line.
    """
    for count in range(1, min(4, until - row) + 1):
        said = "".join(line.text for line in lines[row : row + count])
        if hint and len(said) < 2 * len(hint) + 8 and like_title(said, hint):
            return count + (row + count < until and completes(said, lines[row + count].text, hint))
    for count in range(1, min(5, until - row + 1)):
        line = lines[row + count - 1]
        if not is_short(line, 45) or marks_at(line.text) is not None or "\t" in line.text:
            break
        if TITLE_END.search(line.text):
            return count
    usable = (
        row < until and is_short(lines[row], 45) and marks_at(lines[row].text) is None and "\t" not in lines[row].text
    )
    return 1 if usable else 0


def like_title(one: str, other: str) -> bool:
    """Whether two printings of a title mean the same: blanks, quotes, brackets and a few characters may differ."""
    first, second = plain_title(one), plain_title(other)
    if not first or not second:
        return False
    return first == second or fuzz.ratio(first, second) >= SAME_TITLE


def completes(said: str, more: str, title: str) -> bool:
    """Whether `more` is the last line of a title, so short that `said`, the lines above it, are like enough alone."""
    return more != "" and plain_title(said) != plain_title(title) == plain_title(said + more)


def plain_title(title: str) -> str:
    """Only the letters of a title."""
    return NOT_LETTERS.sub("", fold(title))


def tidy_title(title: str) -> str:
    """A title on one line: blanks between Han characters and at line ends removed, those between words kept."""
    return re.sub(r"(?<=[^\x00-\x7f])[ \u3000\t]+|[ \u3000\t]+(?=[^\x00-\x7f])", "", title.replace("\n", "")).strip()

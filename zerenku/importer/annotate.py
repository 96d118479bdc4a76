"""Pieces of an outline read for their facts: owners, dates, recurrence, targets, cites, enterprises, subjects."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, TypeVar

from zerenku.importer.attachments import plain_title
from zerenku.importer.inherited import inherit
from zerenku.importer.tables import TableRow, owners_of_rows, row_deadlines, row_heading
from zerenku.model.clause import Assignment
from zerenku.model.outline import DraftClause, Found, Piece
from zerenku.model.plan import Stage
from zerenku.text.cites import read_cites
from zerenku.text.enterprises import enterprise_pattern, read_enterprises
from zerenku.text.owners import read_owners
from zerenku.text.subjects import read_subjects
from zerenku.text.targets import read_targets
from zerenku.text.times import read_deadlines, read_recurrence, read_stage

T = TypeVar("T")
STAGE_LINE: Final = re.compile(r"^第[一二三四五六]阶段", re.MULTILINE)
STAGE_YEAR: Final = re.compile(r"[（(][^（()）]{0,12}?(?<![—–~～至-])((?:19|20)\d{2}) ?年")
"""（2031年5月至…） opens a stage with its year; the last year of 2031—2033年 is none."""
NO_YEARS: Final[Mapping[str, int]] = {}
CLOSES: Final = re.compile("[前底末]")
FIRST_WORDS: Final = 60
"""A stage says its period within the first so many characters."""


@dataclass(frozen=True, slots=True)
class ImportWords:
    """Names from the registers that help to recognise them: departments with aliases, and words for enterprises."""

    departments: tuple[str, ...] = ()
    enterprises: tuple[str, ...] = ()


def annotate(
    text: str,
    pieces: Sequence[Piece],
    *,
    year: int | None,
    words: ImportWords,
    inline: Sequence[Found[str]] = (),
    own_titles: Iterable[str] = (),
    rows: Sequence[TableRow] = (),
    stated: Mapping[str, int] = NO_YEARS,
) -> tuple[DraftClause, ...]:
    """Read every piece by itself; an owner phrase on a paragraph of its own goes to the items before it. `stated` are
    the years that attachments (by their path element) say in their titles.
    """
    own = {plain_title(title) for title in own_titles}
    years = _years(text, pieces, year, stated)
    starts = [item.start for item in inline]
    kinds = enterprise_pattern(words.enterprises)
    clauses = [
        _read(
            text,
            piece,
            piece_year,
            kinds,
            inline[bisect_left(starts, piece.body) : bisect_left(starts, piece.end)],
            own,
        )
        for piece, piece_year in zip(pieces, years, strict=True)
    ]
    if rows:
        tabled = {row.start: row for row in rows}
        owners = owners_of_rows(text, rows)
        clauses = [
            _read_row(text, clause, tabled[start], owners[start], piece_year)
            if (start := clause.piece.start) in tabled
            else clause
            for clause, piece_year in zip(clauses, years, strict=True)
        ]
    return tuple(inherit(text, clauses))


def _read_row(
    text: str, clause: DraftClause, row: TableRow, owners: tuple[Found[Assignment], ...], year: int | None
) -> DraftClause:
    """A table row: owners and due dates from their columns, the rest as read."""
    due = row_deadlines(text, row, year)
    outside = [
        item for item in clause.deadlines if not any(item.start < one.end and one.start < item.end for one in due)
    ]
    return replace(
        clause,
        piece=replace(clause.piece, heading=row_heading(text, row)),
        assignments=owners or clause.assignments,
        deadlines=tuple(sorted([*outside, *due], key=lambda item: item.start)),
        subjects=(),
    )


def _read(
    text: str, piece: Piece, year: int | None, kinds: re.Pattern[str], inline: Sequence[Found[str]], own: set[str]
) -> DraftClause:
    said, base = text[piece.body : piece.end], piece.body
    cites = [cite for cite in read_cites(said) if plain_title(cite.value) not in own]
    return DraftClause(
        piece,
        assignments=moved(read_owners(said), base),
        deadlines=moved(read_deadlines(said, year=year), base),
        recurrence=moved(read_recurrence(said), base),
        targets=moved(read_targets(said), base),
        cites=moved(cites, base),
        applies_to=moved(read_enterprises(said, kinds), base),
        inline=tuple(inline),
        subjects=moved(read_subjects(said), base),
    )


def moved(found: Iterable[Found[T]], base: int) -> tuple[Found[T], ...]:
    """What was found in a part of the text that begins at `base`, by its place in the whole."""
    return tuple(Found(item.value, base + item.start, base + item.end) for item in found)


def _years(
    text: str, pieces: Sequence[Piece], year: int | None, stated: Mapping[str, int] = NO_YEARS
) -> list[int | None]:
    """The year a date without one takes in each piece: of the stage or attachment it stands in, else of the plan."""
    known: dict[tuple[str, ...], int] = {(no,): said for no, said in stated.items()}
    years: list[int | None] = []
    for piece in pieces:
        elements = piece.path.elements
        match = STAGE_YEAR.search(text, piece.body, min(piece.end, piece.body + FIRST_WORDS))
        if match:
            known[elements] = int(match[1])
        above = next((known[elements[:size]] for size in range(len(elements), 0, -1) if elements[:size] in known), None)
        years.append(above if above is not None else year)
    return years


def read_stages(
    text: str, pieces: Sequence[Piece], *, year: int | None, period: tuple[str, str] | None
) -> tuple[Found[Stage], ...]:
    """The named stages: a piece whose first words are a name and a period. A stage without a beginning follows on."""
    found: list[Found[Stage]] = []
    for piece, piece_year in zip(pieces, _years(text, pieces, year), strict=True):
        for start in _stage_starts(text, piece):
            said = text[start : min(piece.end, start + FIRST_WORDS)].split("\n", maxsplit=1)[0]
            stage = read_stage(said, year=piece_year)
            if stage is None:
                continue
            elements = piece.path.elements
            scope = elements[0] if elements[0].startswith("附件") else None
            value = replace(stage.value, scope=scope, clause=str(piece.path))
            if "前" in said[: stage.end] or "即日" in said[: stage.end]:
                value = _following(value, found, period)
            found.append(Found(value, start + stage.start, start + stage.end))
    return tuple(found)


def without_stage_dates(clauses: Iterable[DraftClause], stages: Iterable[Found[Stage]]) -> tuple[DraftClause, ...]:
    """The clauses without deadlines that only say when a stage is: 2031年5月 of 2031年5月，部署启动. 5月底前 stays, and
    so does what is a clause's only date.
    """
    told = {offset for item in stages for offset in range(item.start, item.end)}
    kept = []
    for clause in clauses:
        due = tuple(item for item in clause.deadlines if CLOSES.search(item.value.text) or item.start not in told)
        kept.append(replace(clause, deadlines=due) if due else clause)
    return tuple(kept)


def _stage_starts(text: str, piece: Piece) -> Iterator[int]:
    """Where a stage may be named: at the head of a marked piece, and of each unmarked line that begins 第一阶段."""
    if not piece.mark.startswith("¶"):
        yield piece.body
    for line in STAGE_LINE.finditer(text, piece.body, piece.end):
        if line.start() != piece.body or piece.mark.startswith("¶"):
            yield line.start()


def _following(stage: Stage, before: Sequence[Found[Stage]], period: tuple[str, str] | None) -> Stage:
    """A stage that only says its end begins after the one before it under the same heading, the first with the plan."""
    if stage.first[:7] != stage.last[:7] or stage.clause is None:
        return stage
    parent = stage.clause.rpartition("/")[0]
    last = before[-1].value if before else None
    if last is None or last.clause is None or last.clause.rpartition("/")[0] != parent:
        opens = period[0] if period and stage.scope is None else stage.first
    else:
        year, month = int(last.last[:4]), int(last.last[5:7]) + 1
        opens = f"{year + 1}-01" if month > 12 else f"{year}-{month:02}"
    return replace(stage, first=opens) if opens[:7] <= stage.last[:7] else stage

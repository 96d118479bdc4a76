"""An official text as read: its lines, its outline, and what was recognised where. Importer and linter share these.

All offsets count characters of `Outline.text`, the normalised text: one paragraph a line, joined by line breaks.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Generic, TypeVar

from zerenku.model.clause import Assignment, Deadline, Recurrence, Target
from zerenku.model.path import ClausePath
from zerenku.model.plan import Reporting, Stage

T_co = TypeVar("T_co", covariant=True)


class LineKind(StrEnum):
    """What a line was in the file it came from."""

    PARAGRAPH = "paragraph"
    ROW = "row"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A paragraph, a table row (cells joined by a tab) or a footnote; `number` counts lines of the file from 1."""

    text: str
    number: int
    kind: LineKind = LineKind.PARAGRAPH


@dataclass(frozen=True, slots=True)
class Original:
    """What an extractor read from a file, in reading order; `name` is the file's name for messages."""

    name: str
    lines: tuple[SourceLine, ...]


@dataclass(frozen=True, slots=True)
class Found(Generic[T_co]):
    """Something recognised, and the characters it was recognised from."""

    value: T_co
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Piece:
    """A marked (or ¶) piece of the outline: from its mark to where the next piece begins. Pieces stand in text order.

    `mark` is the normalised path element, `written` the mark as printed; `heading` excludes the mark and the text
    that runs on after it.
    """

    path: ClausePath
    mark: str
    written: str
    heading: str | None
    start: int
    end: int
    body: int
    """Where the piece's own text begins after its mark."""


@dataclass(frozen=True, slots=True)
class AttachmentPart:
    """An annex cut apart: its label, title, and extent (label included, up to the next annex or the end)."""

    no: str
    title: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Head:
    """What stands before and after the plan itself: masthead, title, addressees, signature, imprint."""

    title: Found[str] | None = None
    plan_title: Found[str] | None = None
    number: Found[str] | None = None
    issuers: tuple[Found[str], ...] = ()
    addressees: tuple[Found[str], ...] = ()
    cc: tuple[Found[str], ...] = ()
    issued: Found[date] | None = None
    printed: Found[date] | None = None
    printed_by: Found[str] | None = None
    basis: tuple[Found[str], ...] = ()
    noted_attachments: tuple[Found[str], ...] = ()
    """Titles listed in the 附件说明."""


@dataclass(frozen=True, slots=True)
class Outline:
    """The structure of one plan in a normalised text; `line_numbers[i]` is the file's line of normalised line i."""

    name: str
    text: str
    line_numbers: tuple[int, ...]
    head: Head
    pieces: tuple[Piece, ...]
    attachments: tuple[AttachmentPart, ...]
    start: int
    """Where this plan's slice of the text begins (a file may hold several plans)."""
    end: int
    body_end: int = 0
    """Where the body's clauses end and the end block (附件说明, signature) begins."""


@dataclass(frozen=True, slots=True)
class DraftClause:
    """A piece with the facts read from its own text (not from pieces below it)."""

    piece: Piece
    assignments: tuple[Found[Assignment], ...] = ()
    deadlines: tuple[Found[Deadline], ...] = ()
    recurrence: tuple[Found[Recurrence], ...] = ()
    targets: tuple[Found[Target], ...] = ()
    cites: tuple[Found[str], ...] = ()
    applies_to: tuple[Found[str], ...] = ()
    inline: tuple[Found[str], ...] = ()
    subjects: tuple[Found[str], ...] = ()


@dataclass(frozen=True, slots=True)
class Unread:
    """Characters that no field claimed; `line` is the file's line."""

    text: str
    line: int
    why: str


@dataclass(frozen=True, slots=True)
class Draft:
    """Everything recognised of one plan; `claimed` is the share of its characters claimed by a field, 0 to 1."""

    outline: Outline
    clauses: tuple[DraftClause, ...]
    period: tuple[str, str] | None = None
    stages: tuple[Found[Stage], ...] = ()
    reporting: tuple[Found[Reporting], ...] = ()
    unread: tuple[Unread, ...] = ()
    claimed: float = 1.0
    unconfirmed: tuple[str, ...] = field(default=())

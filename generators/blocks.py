"""What a 公文 says, block by block, in the order of GB/T 9704. Knows nothing of Word or of the site that set it.

Texts carry their own marks and punctuation (`（一）动员部署`, `牵头：甲局。`); a setter chooses fonts and places only.
An `anchor` is the full anchor of a clause (`qinghe-2030/4-2-p1`), the same in every output, or empty.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

LEVELS = 5


class ParaKind(StrEnum):
    """What a paragraph is for."""

    BODY = "body"
    NOTE = "note"


class Tone(StrEnum):
    """How a stretch of text stands out.

    A heading that runs into its text keeps the face of its level; an aside is what we add in brackets: owner and dates.
    """

    PLAIN = "plain"
    LEVEL_1 = "level-1"
    LEVEL_2 = "level-2"
    ASIDE = "aside"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one tone."""

    text: str
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True, kw_only=True)
class Masthead:
    """版头: the issuers' red mark (lead issuer first, `suffix` 文件 or empty), the document number, the red rule.

    `signers` makes it an upward paper (GB/T 9704-2012, 7.2.6): number left, 签发人 right. `urgency` (特急, 加急)
    and `secrecy` (机密★1年) stand flush left above the mark.
    """

    issuers: tuple[str, ...]
    suffix: str = "文件"
    number: str
    signers: tuple[str, ...] = ()
    urgency: str = ""
    secrecy: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterHead:
    """信函 (GB/T 9704-2012, 10.1): the issuer's red mark over the red double rule, the number right under it."""

    issuer: str
    number: str


@dataclass(frozen=True, slots=True)
class Title:
    """标题, already broken into lines between words."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Addressees:
    """主送机关; `text` without the closing colon."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading on a line of its own with its mark: level 1 一、 · 2 （一） · 3 1. · 4 （1） · 5 ①."""

    level: int
    text: str
    anchor: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Para:
    """A paragraph, two characters in."""

    runs: tuple[Run, ...]
    kind: ParaKind = ParaKind.BODY
    anchor: str = ""

    @classmethod
    def of(cls, text: str, *, kind: ParaKind = ParaKind.BODY, anchor: str = "") -> Para:
        """A paragraph of plain text."""
        return cls(runs=(Run(text),), kind=kind, anchor=anchor)

    @property
    def text(self) -> str:
        """All runs together."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class AttachmentNote:
    """附件说明: the attachments' titles in order, without numbers; one title stands unnumbered."""

    titles: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """署名 and 成文日期; `sealed` leaves the room that a seal needs, `room` says how many blank lines that is."""

    names: tuple[str, ...]
    date: str
    sealed: bool = True
    room: int = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Imprint:
    """版记: bodies copied (none: no line), the office that prints, and when (with 印发)."""

    cc: tuple[str, ...] = ()
    printed_by: str
    printed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachmentStart:
    """The first lines of an attachment, on a new page; `sideways` turns its pages for a wide table."""

    label: str
    title: Title
    sideways: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The first lines of a paper that is one table or list, on a new page, without a 附件 label.

    `lead` stands small under the title, unit or period of a form on its left, say; `sideways` turns the pages.
    """

    title: Title
    lead: tuple[str, ...] = ()
    sideways: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A head cell of a table: a group when it has columns of its own, otherwise a leaf that may have a unit.

    `weight` is a leaf's share of the width beside the others', 0 for whatever its texts need; `centred` its cells.
    """

    name: str
    unit: str = ""
    weight: float = 0.0
    centred: bool = False
    columns: tuple[Column, ...] = ()

    @property
    def leaves(self) -> tuple[Column, ...]:
        """The lowest head cells under this one, left to right; the cell itself when it is one."""
        return tuple(leaf for column in self.columns for leaf in column.leaves) if self.columns else (self,)

    @property
    def depth(self) -> int:
        """Head rows that this cell and those under it take."""
        return 1 + max((column.depth for column in self.columns), default=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table; each row has as many texts as the head has leaves, else ValueError.

    Neighbouring rows with the same text in the first `merged` columns share one cell (a column merges only inside the
    cells of the column before it). The columns of `shared` merge likewise inside the cells of the last of those, each
    by itself and over a few rows only. `anchors` are the clause anchors of the rows, one each or none at all.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    merged: int = 0
    anchors: tuple[str, ...] = ()
    shared: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        if self.anchors and len(self.anchors) != len(self.rows):
            raise ValueError(self.anchors)
        for row in self.rows:
            if len(row) != len(self.leaves):
                raise ValueError(row)

    @property
    def leaves(self) -> tuple[Column, ...]:
        """The lowest head cells, left to right."""
        return tuple(leaf for column in self.columns for leaf in column.leaves)

    @property
    def head_rows(self) -> int:
        """Rows of the head."""
        return max(column.depth for column in self.columns)


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars with their names and figures, the first on top; `title` says of what, with the unit. One in a paper."""

    title: str
    bars: tuple[tuple[str, Decimal], ...]


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows starts a new page."""


Block = (
    Masthead
    | LetterHead
    | Sheet
    | Title
    | Addressees
    | Heading
    | Para
    | AttachmentNote
    | Signature
    | Imprint
    | AttachmentStart
    | Table
    | Chart
    | PageBreak
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A whole paper. `banner` heads every page, empty for none; the other texts are the file's properties."""

    title: str
    blocks: tuple[Block, ...]
    banner: str = ""
    author: str = ""
    subject: str = ""
    keywords: tuple[str, ...] = ()

"""What a Word paper consists of, as plain values: styles, defaults and themes are already resolved.

Lengths are twips unless a name says otherwise; sizes are points.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from zerenku.proof.figures import TWIPS_PER_POINT, family


@dataclass(frozen=True, slots=True)
class Look:
    """How characters look. `colour` is empty for black and automatic; `spacing` is what each character gains."""

    font: str = ""
    latin: str = ""
    size: float = 10.0
    bold: bool = False
    colour: str = ""
    spacing: float = 0.0
    scale: int = 100
    themed: bool = False
    language: str = ""

    @property
    def family(self) -> str:
        """The font under the one name that this package gives it."""
        return family(self.font)

    @property
    def red(self) -> bool:
        """True for the red of a mark, in any of its shades."""
        return is_red(self.colour)


@dataclass(frozen=True, slots=True)
class Border:
    """A rule along a paragraph or table: `size` eighths of a point thick, `space` points away from the text."""

    side: str
    kind: str
    size: int
    space: int
    colour: str

    @property
    def drawn(self) -> bool:
        """False for a border that only says there is none."""
        return self.kind not in {"", "nil", "none"}


@dataclass(frozen=True, slots=True)
class Shape:
    """How a paragraph stands. `first` is negative for a hanging indent; `…_chars` are hundredths of a character."""

    align: str = "left"
    left: int = 0
    right: int = 0
    first: int = 0
    left_chars: int = 0
    right_chars: int = 0
    first_chars: int = 0
    line: int = 240
    line_rule: str = "auto"
    before: int = 0
    after: int = 0
    snap: bool = True
    new_page: bool = False
    outline: int | None = None
    spaced: bool = True
    borders: tuple[Border, ...] = ()

    @property
    def exact(self) -> bool:
        """True where the line height is a fixed one."""
        return self.line_rule == "exact"


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters of one look."""

    text: str
    look: Look


@dataclass(frozen=True, slots=True)
class Drawn:
    """A line that is drawn and not a border: colour and length in millimetres, 0 where unknown."""

    colour: str
    length: float


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph: `text` as printed, automatic number included; `base` is what its style makes of text.

    `fields` are the codes of its fields; `boxed` says that it stands in a text box.
    """

    text: str
    pieces: tuple[Piece, ...]
    shape: Shape
    base: Look
    style: str = ""
    section: int = 0
    starts_page: bool = False
    drawn: tuple[Drawn, ...] = ()
    fields: tuple[str, ...] = ()
    boxed: bool = False

    @property
    def look(self) -> Look:
        """The look of most of its characters."""
        if len(self.pieces) == 1:
            return self.pieces[0].look
        return max(self.pieces, key=lambda piece: len(piece.text)).look if self.pieces else self.base

    @property
    def blank(self) -> bool:
        """True when nothing is printed."""
        return not self.text.strip()


@dataclass(frozen=True, slots=True)
class Table:
    """A table. `paragraphs` are those of a small one; of a large one only the first row's.

    `rules` are its top, inner and bottom rules; `anchored` says that it floats at the foot of the type area.
    """

    text: str
    rows: int
    columns: int
    width: int
    indent: int
    head_rows: int
    loose_rows: int
    anchored: bool
    rules: tuple[Border | None, Border | None, Border | None]
    paragraphs: tuple[Paragraph, ...] = ()
    section: int = 0


Item = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Section:
    """A page setup; headers and footers by kind (default, even, first), those of the section before if it has none."""

    width: int
    height: int
    top: int
    right: int
    bottom: int
    left: int
    header: int
    footer: int
    gutter: int = 0
    grid: str = ""
    pitch: int = 0
    char_space: int = 0
    kind: str = "nextPage"
    first_differs: bool = False
    headers: dict[str, tuple[Paragraph, ...]] = field(default_factory=dict)
    footers: dict[str, tuple[Paragraph, ...]] = field(default_factory=dict)

    @property
    def landscape(self) -> bool:
        """True for a turned sheet."""
        return self.width > self.height

    @property
    def area_width(self) -> int:
        """Width of the type area."""
        return self.width - self.left - self.right


def is_red(colour: str) -> bool:
    """True for RRGGBB with far more red than anything else."""
    try:
        red, green, blue = (int(colour[at : at + 2], 16) for at in (0, 2, 4))
    except ValueError:
        return False
    return red >= 0xB0 and max(green, blue) <= 0x60


def text_width(text: str, look: Look) -> float:
    """Width of a line in twips: ASCII takes half a character."""
    full = look.size * TWIPS_PER_POINT * look.scale / 100
    narrow = sum(char.isascii() for char in text)
    return len(text) * look.spacing * TWIPS_PER_POINT + (len(text) - narrow / 2) * full

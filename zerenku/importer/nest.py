"""From a row of marks to paths: nesting is learnt from the document, GB/T 9704's order only breaks ties."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from zerenku.importer.scan import Token
from zerenku.text.marks import Mark, MarkStyle

LOOK_AHEAD: Final = 120
"""How many marks ahead are looked at to learn whether a level goes on; keeps the work linear."""
COUSINS: Final = {
    MarkStyle.HAN_BRACKET: MarkStyle.DIGIT_BRACKET,
    MarkStyle.DIGIT_BRACKET: MarkStyle.HAN_BRACKET,
    MarkStyle.HAN: MarkStyle.DIGIT,
    MarkStyle.DIGIT: MarkStyle.HAN,
}
RANK: Final = {style: rank for rank, style in enumerate(MarkStyle)}
"""The order of GB/T 9704, outermost first."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A mark with its path elements, `#n` included; `depth` counts from 0."""

    token: Token
    elements: tuple[str, ...]

    @property
    def depth(self) -> int:
        """How many elements stand above the mark, an attachment's prefix included."""
        return len(self.elements) - 1


@dataclass(slots=True)
class _Level:
    style: MarkStyle
    form: str
    number: int
    element: str
    children: dict[str, int] = field(default_factory=dict)


def nest(tokens: Sequence[Token], prefix: tuple[str, ...] = ()) -> tuple[Placed, ...]:
    """The path of every mark; `prefix` is the attachment's element, or nothing for the body."""
    return tuple(_Nesting(tokens, prefix).run())


class _Nesting:
    """One pass over the marks of a body or an attachment with the stack of open levels."""

    def __init__(self, tokens: Sequence[Token], prefix: tuple[str, ...]) -> None:
        self.tokens = tokens
        self.prefix = prefix
        self.stack: list[_Level] = []
        self.root: dict[str, int] = {}
        self.last_of: dict[tuple[MarkStyle, str], int] = {}
        self.seen_above: set[tuple[MarkStyle, MarkStyle]] = set()

    def run(self) -> list[Placed]:
        placed = []
        for index, token in enumerate(self.tokens):
            depth, style = self._place(index, token)
            placed.append(Placed(token, self._enter(depth, token, style)))
            self.last_of[style, token.form if style is token.style else ""] = token.number
        return placed

    def _enter(self, depth: int, token: Token, style: MarkStyle) -> tuple[str, ...]:
        del self.stack[depth:]
        siblings = self.stack[-1].children if self.stack else self.root
        name = element_of(style, token.number, token.written)
        siblings[name] = siblings.get(name, 0) + 1
        element = name if siblings[name] == 1 else f"{name}#{siblings[name]}"
        form = token.form if style is token.style else ""
        self.seen_above.update((level.style, style) for level in self.stack)
        self.stack.append(_Level(style, form, token.number, element))
        return (*self.prefix, *(level.element for level in self.stack))

    def _place(self, index: int, token: Token) -> tuple[int, MarkStyle]:
        """The depth at which a mark goes, and the style it counts as (a misprinted one counts as its siblings')."""
        depth = self._open_level(token)
        if depth is None:
            cousin = self._cousin_level(token)
            if cousin is not None:
                return cousin, self.stack[cousin].style
            return self._new_level(index, token), token.style
        if token.number == 1 and self._nested_run(index, depth):
            return len(self.stack), token.style
        return depth, token.style

    def _open_level(self, token: Token) -> int | None:
        """The open level that this mark continues: of the same form, or of the same style and next in number."""
        same: int | None = None
        for depth in range(len(self.stack) - 1, -1, -1):
            level = self.stack[depth]
            if level.style is not token.style:
                continue
            alike = level.form in {token.form, ""}
            if token.style is MarkStyle.DECIMAL and not alike:
                continue
            if token.number == level.number + 1:
                return depth
            if same is None and alike:
                same = depth
        return same

    def _cousin_level(self, token: Token) -> int | None:
        """（4） after （三）: a misprint among siblings, unless its own numbering runs on from before."""
        cousin = COUSINS.get(token.style)
        if cousin is None or token.number == 1 or self.last_of.get((token.style, token.form)) == token.number - 1:
            return None
        for depth in range(len(self.stack) - 1, -1, -1):
            if self.stack[depth].style is cousin and self.stack[depth].number == token.number - 1:
                return depth
        return None

    def _nested_run(self, index: int, depth: int) -> bool:
        """Whether 1, 2, … here are below the open level of the same form: that level goes on after them."""
        level, token = self.stack[depth], self.tokens[index]
        closers = {item.style for item in self.stack[:depth]}
        expected, last = 2, level.number
        for ahead in self.tokens[index + 1 : index + LOOK_AHEAD]:
            if ahead.style in closers:
                return False
            if ahead.style is not token.style or ahead.form != token.form:
                continue
            if ahead.number == expected and not (expected == last + 1 and expected > 2):
                expected += 1
            else:
                return ahead.number == last + 1 and expected > 2
        return False

    def _new_level(self, index: int, token: Token) -> int:
        """A style that is not open: below the deepest level that goes on after it or that stands above it."""
        for depth in range(len(self.stack) - 1, -1, -1):
            level = self.stack[depth]
            if (level.style, token.style) in self.seen_above:
                return depth + 1
            if (token.style, level.style) in self.seen_above:
                continue
            if self._goes_on(index, depth) or RANK[level.style] < RANK[token.style]:
                return depth + 1
            if level.style is token.style:
                return depth + 1
        return 0

    def _goes_on(self, index: int, depth: int) -> bool:
        level = self.stack[depth]
        closers = {item.style for item in self.stack[:depth]}
        for ahead in self.tokens[index + 1 : index + LOOK_AHEAD]:
            if ahead.style is level.style and level.form in {ahead.form, ""}:
                return ahead.number == level.number + 1
            if ahead.style in closers:
                return False
        return False


def element_of(style: MarkStyle, number: int, written: str = "") -> str:
    """The normalised path element of a mark (interchange.md), without `#n`; 2.1 under 2 is 1, a letter as written."""
    if style is MarkStyle.DECIMAL:
        return str(number)
    return Mark(style, number, written, 0).name

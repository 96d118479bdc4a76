"""An official text as the rules see it: the draft with its paragraphs, rows of siblings, owners and issuer."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from zerenku.catalogue.registers import Registers, RegisterSources
from zerenku.linter.standing import Standing, standing_of
from zerenku.model.finding import Severity
from zerenku.model.outline import Draft, DraftClause, Original, Piece
from zerenku.text.fold import fold


@dataclass(frozen=True, slots=True)
class Flaw:
    """A problem of a text: the characters it lies in, what is wrong, and what to do; both said in Chinese."""

    start: int
    end: int
    text: str
    suggest: str = ""


@dataclass(frozen=True, slots=True)
class Named:
    """A department as written in an owner phrase, with its place in the text."""

    name: str
    start: int
    end: int
    clause: DraftClause


class PaperRule(Protocol):
    """What a module of `paper_rules` offers; its docstring is the manual."""

    @property
    def ID(self) -> str:  # noqa: N802 - the name of a module constant
        """The rule's name in findings and waivers."""
        ...

    @property
    def SEVERITY(self) -> Severity:  # noqa: N802
        """How bad its findings are."""
        ...

    @property
    def CERTAINTY(self) -> str:  # noqa: N802
        """高: the text contradicts itself or the calendar; 中: nearly always a slip; 低: worth a look."""
        ...

    def check(self, paper: Paper) -> Iterator[Flaw]:
        """The flaws of a text, in any order."""
        ...


class Paper:
    """One plan of a file. All offsets count characters of `text`, the normalised text; `folded` has the same length.

    Rules read `start` to `end`, the plan's slice: a file may hold several plans.
    """

    def __init__(self, draft: Draft, registers: Registers | None = None, original: Original | None = None) -> None:
        self.draft = draft
        self.original = original
        self.outline = draft.outline
        self.head = draft.outline.head
        self.registers = registers or Registers(RegisterSources())
        self.text = draft.outline.text
        self.start, self.end = draft.outline.start, draft.outline.end
        self.folded = fold(self.text)
        self.standing: Standing = standing_of(self.head, self.registers)
        self.lines: tuple[tuple[int, int], ...] = tuple(
            match.span() for match in re.compile(r"[^\n]+").finditer(self.text, self.start, self.end)
        )
        self.pieces = draft.outline.pieces
        self._starts = [piece.start for piece in self.pieces]
        own = self.head.plan_title.value if self.head.plan_title else ""
        # A notice may call the very plan it issues its attachment.
        self.noted = tuple(
            item for item in self.head.noted_attachments if item.value.strip("《》") != own.strip("《》")
        )
        self.named: tuple[Named, ...] = tuple(self._names())

    def piece_at(self, offset: int) -> Piece | None:
        """The piece whose own text holds the offset; None in the head and the end block."""
        index = bisect_right(self._starts, offset) - 1
        if index < 0 or offset >= self.pieces[index].end:
            return None
        return self.pieces[index]

    def path_at(self, offset: int) -> str:
        """The clause's path, `附件2` in an attachment's heading, nothing in the head."""
        piece = self.piece_at(offset)
        if piece is not None:
            return str(piece.path)
        part = next((item for item in self.outline.attachments if item.start <= offset < item.end), None)
        return part.no if part else ""

    def part_at(self, offset: int) -> str:
        """`附件2`, or nothing for the body."""
        first = self.path_at(offset).partition("/")[0]
        return first if first.startswith("附件") else ""

    def own_text(self, piece: Piece) -> str:
        """The piece's own text after its mark, without the pieces below it."""
        return self.text[piece.body : piece.end]

    def is_row(self, start: int, end: int) -> bool:
        """Whether a line is a table row: its cells hold half-width brackets and blanks by custom."""
        return "\t" in self.text[start:end]

    def _names(self) -> Iterator[Named]:
        """Names in owner phrases; what has a label in it tells why there is no name (原文未写责任单位，文中主体：…)."""
        for clause in self.draft.clauses:
            for found in clause.assignments:
                for name in (*found.value.lead, *found.value.support):
                    if "：" in name:
                        continue
                    at = self.text.find(name, found.start, found.end)
                    at = at if at >= 0 else found.start
                    yield Named(name, at, at + len(name), clause)

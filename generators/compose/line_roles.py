"""Which part each printed line plays: mark, number, title, addressees, signature, attachment's label, imprint, text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from generators.compose.printed_lines import PrintedLine, Role, cut_lines
from zerenku.importer.lines import is_dated, is_short, is_signature, label_of, lines_of, squash
from zerenku.importer.parts import copy_row
from zerenku.importer.signing import PRINTED
from zerenku.model.outline import Draft, Found, LineKind, Piece
from zerenku.text.fold import fold

URGENCY: Final = re.compile(r"特急|加急|特提|平急")
SECRECY: Final = re.compile(r"(?:绝密|机密|秘密)(?:★.{1,6})?")
BELOW_TITLE: Final = re.compile(r"[（(][^（）()]{1,20}[）)]")
BRACKETS: Final = str.maketrans("（）", "〔〕")
SIGNED_BY: Final = re.compile(r"签发人[:：]?.*")
LABEL_ONLY: Final = re.compile(r"[〔\[]?[^：:]{0,8}[：:]?[〕\]]?")
COPIED: Final = re.compile(r"抄 *[送报] *[:：] *.+")  # 分送 is no word of a 版记, so it stays where it is
MARK_ROWS: Final = 6
SIGNATURE_ROWS: Final = 12
TITLE_ROWS: Final = 4


def paper_lines(drafts: Sequence[Draft], kinds: Sequence[LineKind]) -> tuple[PrintedLine, ...]:
    """The lines of one paper: a draft, or the several plans that one notice issues. `kinds` are those of its lines."""
    lines = list(cut_lines(drafts, kinds))
    for draft in drafts:
        outline = draft.outline
        _Parts(draft, [item for item in lines if outline.start <= item.line.start < outline.end]).assign()
    whole = lines_of(drafts[0].outline.text)
    copied = copy_row(whole)
    for item in lines:
        if copied < len(whole) and item.line.start >= whole[copied].start and item.role is not Role.ROW:
            item.role = Role.AGAIN
    return tuple(lines)


def as_number(text: str) -> str:
    """A text without blanks, all brackets those of a 发文字号: for finding one in whatever brackets it is printed."""
    return squash(fold(text)).translate(BRACKETS)


class _Parts:
    """Gives the lines of one draft their roles; a line that has one keeps it."""

    def __init__(self, draft: Draft, lines: Sequence[PrintedLine]) -> None:
        self.draft = draft
        self.head = draft.outline.head
        self.lines = lines
        self.body_ends = max((piece.end for piece in draft.outline.pieces if not _annexed(piece)), default=0)

    def assign(self) -> None:
        """All roles, the certain ones first."""
        if not self.lines:
            return
        self._number()
        self._title()
        self._addressees()
        self._plan_title()
        self._annexes()
        self._notes()
        self._imprint()
        self._signatures()

    def _rows(self, found: Found[object] | None) -> list[int]:
        """The rows that a found value stands in, none for one outside these lines."""
        if found is None:
            return []
        lines = enumerate(item.line for item in self.lines)
        return [row for row, line in lines if line.start < found.end and found.start < line.end]

    def _give(self, rows: Sequence[int], role: Role) -> None:
        for row in rows:
            if self._free(row):
                self.lines[row].role = role

    def _free(self, row: int) -> bool:
        return 0 <= row < len(self.lines) and self.lines[row].role is Role.TEXT and not self.lines[row].pieces

    def _number(self) -> None:
        """The last line above the text that is the number: a page's heading may print it once more above."""
        rows = self._rows(self.head.number)
        if not rows or self.head.number is None:
            return
        reach = max([*self._rows(self.head.title), *self._addressee_rows(), rows[0]]) + 1
        wanted = as_number(self.head.number.value)
        same = [
            row
            for row, line in enumerate(self.lines[: reach + 1])
            if wanted in as_number(line.text) and len(squash(line.text)) < len(wanted) + 30 and "《" not in line.text
        ]
        own = same[-1] if same else rows[0]
        if not _is_alone(wanted, as_number(self.lines[own].text)):
            return  # the line says more than the number, which a 版头 would swallow
        self._give([own], Role.NUMBER)
        row = own - 1
        while row >= max(0, own - MARK_ROWS) and self._free(row) and self._is_mark(row):
            self._give([row], Role.MARK)
            row -= 1
        self._flags(row)

    def _flags(self, row: int) -> None:
        for above in range(max(0, row - 2), row + 1):
            said = squash(self.lines[above].text)
            if URGENCY.fullmatch(said) or SECRECY.fullmatch(said):
                self._give([above], Role.FLAG)

    def _is_mark(self, row: int) -> bool:
        line = self.lines[row]
        said = squash(line.text)
        return is_short(line.line) and (said.endswith("文件") or is_signature(line.line))

    def _title(self) -> None:
        """The title's lines with what belongs to it above (the issuer's name) and below (a year in brackets)."""
        rows = self._rows(self.head.title)
        if not rows:
            return
        self._give(rows, Role.TITLE)
        self._below(rows[-1], Role.TITLE)
        row = rows[0] - 1
        while row >= 0 and self._free(row) and self._is_mark(row):
            self._give([row], Role.MARK if self.lines[row].text.rstrip().endswith("文件") else Role.TITLE)
            row -= 1

    def _below(self, row: int, role: Role) -> None:
        if self._free(row + 1) and BELOW_TITLE.fullmatch(self.lines[row + 1].text.strip()):
            self._give([row + 1], role)

    def _addressee_rows(self) -> list[int]:
        return [row for found in self.head.addressees[:1] for row in self._rows(found)]

    def _addressees(self) -> None:
        self._give(self._addressee_rows(), Role.ADDRESSEES)

    def _plan_title(self) -> None:
        """The title of the issued plan where it stands on lines of its own, and the label above it."""
        plan, title = self.head.plan_title, self.head.title
        rows = self._rows(plan)
        if plan is None or not rows or (title is not None and plan.start < title.end <= plan.end):
            return
        if title is not None and plan.start == title.start:
            return
        self._give(rows, Role.PLAN_TITLE)
        self._below(rows[-1], Role.PLAN_TITLE)
        above = rows[0] - 1
        if self._free(above) and (label := label_of(above, self.lines[above].line)) and not label.title:
            self._give([above], Role.PLAN_LABEL)

    def _annexes(self) -> None:
        """Label and title of every attachment."""
        for part in self.draft.outline.attachments:
            row = next((row for row, line in enumerate(self.lines) if line.line.start == part.start), None)
            if row is None or not self._free(row):
                continue
            self._give([row], Role.LABEL)
            said = ""
            for count in range(1, TITLE_ROWS + 1):
                if not self._free(row + count):
                    break
                said += squash(self.lines[row + count].text)
                if said == squash(part.title):
                    self._give(range(row + 1, row + count + 1), Role.LABEL_TITLE)
                    break

    def _notes(self) -> None:
        """附件说明: the lines of the titles announced, and a 附件： alone above them."""
        for found in self.head.noted_attachments:
            rows = self._rows(found)
            self._give(rows, Role.NOTE)
            above = rows[0] - 1 if rows else -1
            if self._free(above) and squash(self.lines[above].line.folded) in {"附件", "附件：", "附件:"}:
                self._give([above], Role.NOTE)

    def _imprint(self) -> None:
        """抄送 and 印发: the lines that the imprint was read from, else the last that look like it."""
        for found, role, pattern in (
            (self.head.cc[0] if self.head.cc else None, Role.COPIED, COPIED),
            (self.head.printed or self.head.printed_by, Role.PRINTED, PRINTED),
        ):
            rows = [row for row in self._rows(found) if pattern.match(self.lines[row].line.folded.strip())]
            if not rows and role is Role.COPIED:
                free = [row for row in range(len(self.lines)) if self._free(row)]
                rows = [row for row in free if pattern.match(self.lines[row].line.folded)][-1:]
            for row in rows[:1]:
                self.lines[row].role = role

    def _signatures(self) -> None:
        """Dates alone on a line with the names above them, and the issuers' names alone below the text."""
        names = {squash(item.value) for item in self.head.issuers}
        first = max([*self._rows(self.head.title), *self._addressee_rows()], default=-1) + 1
        for row in range(first, len(self.lines)):
            line = self.lines[row]
            if self._free(row) and is_dated(line.line):
                self._give([row], Role.DATE)
                above = row - 1
                while above >= max(first, row - SIGNATURE_ROWS) and self._signs(above):
                    self._give([above], Role.SIGNATURE)
                    above -= 1
            elif self._free(row) and line.line.start >= self.body_ends > 0 and squash(line.text) in names:
                self._give([row], Role.SIGNATURE)

    def _signs(self, row: int) -> bool:
        line = self.lines[row]
        if line.role is Role.SIGNATURE:
            return True
        named = any(row in self._rows(item) for item in self.head.issuers)
        return self._free(row) and (named or (is_signature(line.line) and "：" not in line.text))


def _is_alone(number: str, line: str) -> bool:
    """Whether a line holds nothing beside the number but its label, brackets and 签发人."""
    return bool(LABEL_ONLY.fullmatch(SIGNED_BY.sub("", line).replace(number, "", 1)))


def _annexed(piece: Piece) -> bool:
    return piece.path.elements[0].startswith("附件")

"""Which paragraph is what, told from words, order and place, as a reader would: never from the names of styles."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from zerenku.proof.figures import FANGSONG, HEITI, KAITI, SIZE_3
from zerenku.proof.heads import Head, read_head
from zerenku.proof.paper import Genre, Mark, RedRule, Role
from zerenku.proof.signatures import SIDE_BY_SIDE
from zerenku.proof.values import Item, Look, Paragraph, Section, Table

ARTICLES: Final = 5
"""The level of 第一章 and 第一条, for which the standard names no font."""
LEVELS: Final = (
    re.compile(r"[一二三四五六七八九十]{1,4}\s?、"),
    re.compile(r"[（(][一二三四五六七八九十]{1,4}[）)]"),
    re.compile(r"\d{1,2}(?:[．、]|[.](?!\d))"),
    re.compile(r"[（(]\d{1,2}[）)]"),
    re.compile(r"第[一二三四五六七八九十百]{1,5}[编章节条](?=[\s\u3000])"),
)
ENDED: Final = ("。", "；", "！", "？", "…", "：", ":", "，", "、", ".", ";")
ADDRESSED: Final = re.compile(r"[^。；]{2,300}[:：]\s*")
NOT_ADDRESSED: Final = re.compile(r"如下|以下|下列")
LABEL: Final = re.compile(r"\s*附\s*件\s*[\d一二三四五六七八九十]{0,3}\s*[:：]?\s*")
NOTED: Final = re.compile(r"\s*附\s*件\s*\d?\s*[:：]\s*\S")
NOTED_NEXT: Final = re.compile(r"\s*\d{1,2}[.．、]")
DATE: Final = re.compile(
    r"[\s\u3000]*[〇○0Oo零一二三四五六七八九\d]{0,4}[\s\u3000××]*年[\s\u3000\d一二三四五六七八九十×]*月"
    r"[\s\u3000\d一二三四五六七八九十×]*日[\s\u3000]*"
)
ANNOTATED: Final = re.compile(r"\s*[（(].{2,60}[）)]\s*")
COPIED: Final = re.compile(r"\s*(?:抄\s*送|主\s*送|分\s*送)\s*[:：]")
PRINTED: Final = re.compile(r".{0,60}年.{0,12}日\s*印\s*发\s*(?:[（(].{0,12}[）)])?\s*", re.DOTALL)
REMARK: Final = re.compile(r"\s*(?:注|备注|说明|填表说明|填报说明|单位|填报单位|填表人)\s*[:：]")
LONG_TITLE, LONG_HEADING, LONG_NAME = 60, 50, 40
TITLE_LINES, TITLE_REACH, ADDRESS_REACH = 5, 12, 3
SMALL_TABLE, SPOKEN = 6, 40
LEAD_LINES, LONG_LEAD = 6, 150
ROWS_APART: Final = 4  # blank lines between rows of names, room for the seals on them


@dataclass(frozen=True, slots=True)
class Roles:
    """A role and a heading level for every item, and what the head holds."""

    roles: tuple[Role, ...]
    levels: tuple[int, ...]
    genre: Genre
    mark: Mark | None
    rule: RedRule | None


def read_roles(items: Sequence[Item], sections: Sequence[Section]) -> Roles:
    """The roles of all items of a body."""
    head = read_head(items, sections)
    walk = _Walk(items, head)
    walk.head()
    walk.body()
    return Roles(tuple(walk.roles), tuple(walk.levels), head.genre, head.mark, head.rule)


class _Walk:
    """One pass over the items."""

    def __init__(self, items: Sequence[Item], head: Head) -> None:
        self._items, self._head = items, head
        self.roles = [Role.TABLE if isinstance(item, Table) else Role.BLANK for item in items]
        self.levels = [0] * len(items)
        self._at = head.end
        looks = Counter[Look]()
        for item in items:
            if isinstance(item, Paragraph) and not item.blank:
                looks[item.look] += len(item.text)
        self._plain = max(looks, key=lambda look: (look.family == FANGSONG, looks[look]), default=None)
        """The look of the text."""
        self._dated = False

    def head(self) -> None:
        """Head, title and addressees."""
        for index, role in self._head.roles.items():
            self.roles[index] = role
        first = self._next(self._at)
        at = self._main_title(first)
        if at is None:
            self._at = first
            return
        for index in range(first, at):
            if not self._is_blank(index):
                self.roles[index] = Role.BODY  # what a web page or a form puts over a title
        self._at = after = self._title(at, Role.TITLE)
        for _ in range(ADDRESS_REACH):
            after = self._next(after)
            paragraph = self._paragraph(after)
            if paragraph is None:
                return
            if _addresses(paragraph.text):
                self.roles[after] = Role.ADDRESSEES
                for index in range(self._at, after):
                    self.roles[index] = Role.BLANK if self._is_blank(index) else Role.BODY
                self._at = after + 1
                return
            after += 1

    def _main_title(self, first: int) -> int | None:
        """The first of the next lines that stands out as a title does, else the very first if it could be one."""
        at = first
        for _ in range(TITLE_REACH):
            paragraph = self._paragraph(at)
            if paragraph is None or _addresses(paragraph.text):
                break
            if self._titled(at) and paragraph.look.size > SIZE_3 + 1:
                return at
            at = self._next(at + 1)
        return first if self._titled(first) else None

    def body(self) -> None:
        """Everything after the addressees."""
        while self._at < len(self._items):
            item = self._items[self._at]
            if isinstance(item, Table):
                if item.rows <= SMALL_TABLE and _is_imprint(item):
                    self.roles[self._at] = Role.PRINTED
                self._at += 1
            elif item.blank:
                self._at += 1
            else:
                self._at = self._block(self._at, item)

    def _block(self, at: int, paragraph: Paragraph) -> int:
        """Name the paragraph and what belongs to it; the index to go on from."""
        text = paragraph.text
        if LABEL.fullmatch(text):
            self.roles[at] = Role.ATTACHMENT_LABEL
            following = self._next(at + 1)
            return self._title(following, Role.ATTACHMENT_TITLE) if self._titled(following) else at + 1
        if NOTED.match(text) and (not self._dated or ("。" not in text and len(text) <= LONG_TITLE)):
            return self._noted(at)
        role = self._closing(at, text)
        if role is None and paragraph.starts_page and self._titled(at) and _stands_out(paragraph):
            return self._title(at, Role.ATTACHMENT_TITLE)
        if role is None:
            role = self._spoken(at, paragraph)
        self.roles[at] = role
        if role is Role.DATE:
            self._dated = True
            self._sign(at)
        return at + 1

    def _closing(self, at: int, text: str) -> Role | None:
        """What comes after the text: date, note in brackets, 版记."""
        if DATE.fullmatch(text):
            return Role.DATE
        if COPIED.match(text):
            return Role.COPIED
        if PRINTED.fullmatch(text):
            return Role.PRINTED
        before = next(
            (self.roles[index] for index in range(at - 1, -1, -1) if self.roles[index] is not Role.BLANK), None
        )
        if before is Role.DATE and ANNOTATED.fullmatch(text):
            return Role.ANNOTATION
        return None

    def _spoken(self, at: int, paragraph: Paragraph) -> Role:
        """Heading, remark on a table, or text."""
        text = paragraph.text.strip()
        level = next((index for index, pattern in enumerate(LEVELS, 1) if pattern.match(text)), 0)
        if self._remarks(at, text, level):
            return Role.REMARK
        self.levels[at] = level
        short = level and len(text) <= LONG_HEADING and "。" not in text[:-1]
        dressed = level <= 2 and text.endswith("。") and paragraph.look.family in {HEITI, KAITI}
        return Role.HEADING if short and (dressed or not text.endswith(ENDED)) else Role.BODY

    def _remarks(self, at: int, text: str, level: int) -> bool:
        """Whether a paragraph belongs to a table: a caption, unit or period over it, or notes under it."""
        before, following = self._before(at), self._next(at + 1)
        if REMARK.match(text) and self._table(before):
            return True
        if before == at - 1 and self.roles[before] is Role.REMARK and (level > 2 or self._goes_on(before, at)):
            return True
        if level:
            return False
        if self._table(following) and len(text) <= SPOKEN and (REMARK.match(text) or not text.endswith("。")):
            return True
        titled = before >= 0 and self.roles[before] in {Role.TITLE, Role.ATTACHMENT_TITLE, Role.REMARK}
        return titled and self._leads(at)

    def _goes_on(self, noted: int, at: int) -> bool:
        """Whether a paragraph is one more note, for it looks like the note before and not like text."""
        note, paragraph = self._paragraph(noted), self._paragraph(at)
        return note is not None and paragraph is not None and note.look == paragraph.look != self._plain

    def _leads(self, at: int) -> bool:
        """True for small lines between the title of a form and its table, and for its notes of any size."""
        first = self._paragraph(at)
        note = first.look if first and REMARK.match(first.text) else None
        for index in range(at, at + LEAD_LINES):
            paragraph = self._paragraph(index)
            if paragraph is None or any(pattern.match(paragraph.text) for pattern in LEVELS):
                return index > at and (self._table(index) or self._table(index + 1))
            small = paragraph.look.size < SIZE_3 - 1 or paragraph.look == note
            if paragraph.blank or not small or len(paragraph.text) > LONG_LEAD:
                return False
        return False

    def _noted(self, at: int) -> int:
        self.roles[at] = Role.ATTACHMENT_NOTE
        while (paragraph := self._paragraph(at + 1)) is not None and NOTED_NEXT.match(paragraph.text):
            at += 1
            self.roles[at] = Role.ATTACHMENT_NOTE
        return at + 1

    def _sign(self, at: int) -> None:
        """The short lines over a date that are no text; over blank ones, too, where names stand side by side."""
        index, blanks = at - 1, 0
        while (paragraph := self._paragraph(index)) is not None:
            if paragraph.blank and blanks < ROWS_APART and self.roles[at - 1] is Role.SIGNATURE:
                index, blanks = index - 1, blanks + 1
                continue
            text = paragraph.text.strip()
            if self.roles[index] is not Role.BODY or self.levels[index] or not self._signs(text, row=blanks > 0):
                break
            self.roles[index] = Role.SIGNATURE
            index, blanks = index - 1, 0

    @staticmethod
    def _signs(text: str, *, row: bool) -> bool:
        named = 0 < len(text) <= LONG_NAME and not text.endswith(ENDED)
        return named and (not row or SIDE_BY_SIDE.search(text) is not None)

    def _title(self, at: int, role: Role) -> int:
        """Name the lines of a title; the index behind them."""
        first, last = self._paragraph(at), at
        while first is not None and last - at < TITLE_LINES:
            paragraph = self._paragraph(last)
            if (
                paragraph is None
                or not self._titled(last)
                or abs(paragraph.look.size - first.look.size) > 1
                or paragraph.shape.align != first.shape.align
                or (last > at and (paragraph.starts_page or LABEL.fullmatch(paragraph.text)))
            ):
                break
            self.roles[last] = role
            last += 1
        return max(last, at + 1)

    def _titled(self, at: int) -> bool:
        """True where a title may stand: short lines without a stop, no heading of a level."""
        paragraph = self._paragraph(at)
        if paragraph is None or paragraph.blank:
            return False
        text = paragraph.text.strip()
        return (
            max(len(line) for line in text.split("\n")) <= LONG_TITLE
            and not text.endswith(ENDED)
            and not any(pattern.match(text) for pattern in LEVELS[:2])
            and not DATE.fullmatch(text)
        )

    def _is_blank(self, at: int) -> bool:
        paragraph = self._paragraph(at)
        return paragraph is not None and paragraph.blank

    def _paragraph(self, at: int) -> Paragraph | None:
        item = self._items[at] if 0 <= at < len(self._items) else None
        return item if isinstance(item, Paragraph) else None

    def _table(self, at: int) -> bool:
        return 0 <= at < len(self._items) and isinstance(self._items[at], Table)

    def _next(self, at: int) -> int:
        """The first index from `at` on that holds something."""
        while at < len(self._items) and (paragraph := self._paragraph(at)) is not None and paragraph.blank:
            at += 1
        return at

    def _before(self, at: int) -> int:
        at -= 1
        while at >= 0 and (paragraph := self._paragraph(at)) is not None and paragraph.blank:
            at -= 1
        return at


def _stands_out(paragraph: Paragraph) -> bool:
    return paragraph.shape.align == "center" or paragraph.look.size >= 18


def _addresses(text: str) -> bool:
    return ADDRESSED.fullmatch(text) is not None and NOT_ADDRESSED.search(text) is None


def _is_imprint(table: Table) -> bool:
    return any(COPIED.match(line) or PRINTED.fullmatch(line) for line in table.text.split("\n"))

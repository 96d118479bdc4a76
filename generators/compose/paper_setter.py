"""The lines of an official text set as blocks, in their order; 版头 and 版记 wherever their words stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from generators.blocks import AttachmentStart, PageBreak, Sheet, Signature, Title
from generators.compose.formal import Formal, Setting
from generators.compose.frame import Fields
from generators.compose.line_roles import BELOW_TITLE
from generators.compose.printed_lines import PrintedLine, Role
from generators.compose.title import LINE, SIDEWAYS_LINE, break_title
from generators.compose.verbatim import Clauses, is_wide, table_block, text_block
from zerenku.importer.attachments import plain_title, tidy_title
from zerenku.importer.lines import is_signature, label_of
from zerenku.model.outline import Draft

APART: Final = frozenset({Role.MARK, Role.NUMBER, Role.FLAG, Role.COPIED, Role.PRINTED})
"""Set at the head and at the end of the paper, wherever they stand in the source."""
SIGNED: Final = frozenset({Role.SIGNATURE, Role.DATE})
TITLES: Final = {Role.PLAN_LABEL: Role.PLAN_TITLE, Role.LABEL: Role.LABEL_TITLE}
PLACE: Final = re.compile(r"[\u4e00-\u9fff]{1,5}?(?:自治[区州县]|省|市|县|区|州|镇|乡|街道)")
BEGINNING: Final = re.compile(r"[^《》“”]{0,15}?关于(?:进一步|[\u4e00-\u9fff]{2})?")
QUOTED: Final = re.compile(r"“[^“”]{1,12}”")
ONE_BY_ONE: Final = frozenset({Role.TEXT, Role.FOOTNOTE, Role.AGAIN})


class PaperSetter:
    """Goes through the lines of a paper once and sets them."""

    def __init__(
        self,
        drafts: Sequence[Draft],
        lines: Sequence[PrintedLine],
        *,
        fields: Fields,
        plan_id: str,
        words: tuple[str, ...],
    ) -> None:
        self.lines = lines
        self.drafts = drafts
        self.formal = Formal(drafts[0].outline.head, fields)
        self.words = (*words, *_whole(self.formal))
        pieces = [piece for draft in drafts for piece in draft.outline.pieces]
        self.clauses = Clauses(pieces, plan_id=plan_id)
        self.copied = False
        self.first = min((piece.start for piece in pieces), default=0)
        self.ends = [(part.start, part.end) for draft in drafts for part in draft.outline.attachments]

    def notice(self) -> Iterator[Setting]:
        """The whole paper: head, cover, plan, attachments, 版记."""
        body = list(self._body([item for item in self.lines if item.role not in APART]))
        self._doubt_before_title()
        self._compare_titles()
        self.formal.unasked()
        yield self.formal.masthead(self.lines)
        yield from self._signed(self._addressed(body))
        yield self.formal.imprint(self.lines)

    def plan(self) -> Iterator[Setting]:
        """The issued plan alone, from its title on."""
        lines = list(self.lines)
        start = next((row for row, item in enumerate(lines) if item.role is Role.PLAN_TITLE), None)
        if start is None:
            yield from self._untitled_plan()
            return
        kept = [item for item in lines[start:] if item.role not in APART]
        rows = next((row for row, item in enumerate(kept) if item.role is not Role.PLAN_TITLE), len(kept))
        yield self._title(kept[:rows])
        yield from self._body(kept[rows:])

    def _untitled_plan(self) -> Iterator[Setting]:
        """A plan without a title of its own: the paper's own title, or the one that the notice's title names."""
        head = self.formal.head
        kept = [item for item in self.lines if item.role not in APART]
        rows = [row for row, item in enumerate(kept) if item.role is Role.TITLE]
        below = [row for row, item in enumerate(kept) if item.role is Role.ADDRESSEES]
        own = head.plan_title is None or head.title is None or head.plan_title.value == head.title.value
        if not own:
            below += [row for row, item in enumerate(kept) if item.role in SIGNED and item.span[0] < self.first]
        rest = kept[max([*rows, *below], default=-1) + 1 :]
        if own:
            yield from [self._title([kept[row] for row in rows])] if rows else []
        elif head.plan_title is not None and not (rest and rest[0].role is Role.LABEL):
            yield Setting(Title(break_title(head.plan_title.value, whole=self.words)))
        yield from self._body(rest)

    def _doubt_before_title(self) -> None:
        """Lines above the title that are no part of a paper, such as a web page's menu."""
        first = next((row for row, item in enumerate(self.lines) if item.role is Role.TITLE), 0)
        odd = [item.text for item in self.lines[:first] if item.role in ONE_BY_ONE]
        if odd:
            said = f"标题之前有 {len(odd)} 行文字不像公文的要素（如“{odd[0][:20]}”），已照排在版头之下，请核对后删去"
            self.formal.remarks.append(said)

    def _compare_titles(self) -> None:
        """附件说明 and the attachments should say the same titles."""
        for draft in self.drafts:
            noted, parts = draft.outline.head.noted_attachments, draft.outline.attachments
            for item, part in zip(noted, parts, strict=False) if len(noted) == len(parts) else ():
                if plain_title(item.value) != plain_title(part.title):
                    said = f"附件说明写作“{item.value}”，附件标题是“{part.title}”，两者不同，均照来文，请核对"
                    self.formal.remarks.append(said)

    def _addressed(self, settings: Sequence[Setting]) -> Iterator[Setting]:
        """With the addressees that the user filled in where the source has none, below the first title."""
        lacking = not any(item.role is Role.ADDRESSEES for item in self.lines)
        for setting in settings:
            yield setting
            if lacking and isinstance(setting.block, Title):
                yield from self.formal.filled_addressees()
                lacking = False

    def _signed(self, settings: Iterable[Setting]) -> list[Setting]:
        """With a signature: the first one completed, or one added before the plan, the attachments or the end."""
        made = list(settings)
        signed = next((row for row, setting in enumerate(made) if isinstance(setting.block, Signature)), None)
        if signed is not None:
            made[signed] = self.formal.dated(made[signed])
            return made
        ends = (Sheet, AttachmentStart, PageBreak)
        row = next((row for row, setting in enumerate(made) if isinstance(setting.block, ends)), len(made))
        made.insert(row, self.formal.missing_signature())
        return made

    def _body(self, lines: Sequence[PrintedLine]) -> Iterator[Setting]:
        """Lines in their order: neighbours that belong to one block together, everything else one by one."""
        row = 0
        while row < len(lines):
            count = _together(lines, row)
            group = lines[row : row + count]
            yield from self._set(group)
            row += count

    def _set(self, group: Sequence[PrintedLine]) -> Iterator[Setting]:
        role, spans = group[0].role, tuple(item.span for item in group)
        match role:
            case Role.TITLE:
                yield self._title(group)
            case Role.ADDRESSEES:
                yield self.formal.addressees(group[0])
            case Role.NOTE:
                yield self.formal.note(group)
            case Role.SIGNATURE | Role.DATE:
                yield self.formal.signature(group)
            case Role.PLAN_TITLE:
                yield Setting(Sheet(title=self._lines(group)), spans)
            case Role.PLAN_LABEL | Role.LABEL:
                yield self._attachment(group)
            case Role.ROW:
                yield from self._rows(group)
            case _:
                if role is Role.AGAIN and not self.copied:
                    yield self._copy(group[0])
                yield Setting(text_block(group[0], self.clauses), spans)

    def _copy(self, item: PrintedLine) -> Setting:
        """A new page where the source prints its paper once more."""
        self.copied = True
        said = f"来文从“{item.text.strip()[:20]}”起又重印了一遍，已照排在另一页，请核对后删去"
        self.formal.remarks.append(said)
        return Setting(PageBreak())

    def _title(self, group: Sequence[PrintedLine]) -> Setting:
        return Setting(self._lines(group), tuple(item.span for item in group))

    def _lines(self, group: Sequence[PrintedLine], *, line: float = LINE) -> Title:
        """A title broken anew; the issuers' names above it and a bracket below it keep lines of their own."""
        texts = [tidy_title(item.text) for item in group]
        above = 0
        while above < len(group) - 1 and group[0].role is Role.TITLE and is_signature(group[above].line):
            above += 1
        below = len(texts) - (len(texts) - above > 1 and BELOW_TITLE.fullmatch(texts[-1]) is not None)
        over = tuple(item.text.strip() for item in group[:above])
        core = break_title("".join(texts[above:below]), whole=self.words, line=line, above=over)
        return Title((*over, *core, *texts[below:]))

    def _attachment(self, group: Sequence[PrintedLine]) -> Setting:
        """Label and title on a new page; the title may stand behind the label."""
        spans = tuple(item.span for item in group)
        found = label_of(0, group[0].line)
        inline = found.title if found else ""
        written = group[0].text.strip()
        label = written.removesuffix(inline).strip().rstrip("：:、.． ") if inline else ""
        sideways = self._is_sideways(group[0])
        titles = group[1:]
        if inline:
            title = Title(break_title(tidy_title(inline), whole=self.words, line=SIDEWAYS_LINE if sideways else LINE))
        else:
            title = self._lines(titles, line=SIDEWAYS_LINE if sideways else LINE) if titles else Title(())
        label = label or written.rstrip("：: ")
        return Setting(AttachmentStart(label=label, title=title, sideways=sideways), spans)

    def _is_sideways(self, label: PrintedLine) -> bool:
        """Whether an attachment is, for the most part, a wide table."""
        start, _ = label.span
        end = next((high for low, high in self.ends if low == start), start)
        inside = [item for item in self.lines if start < item.span[0] < end and item.role is not Role.LABEL_TITLE]
        rows = [item for item in inside if item.role is Role.ROW]
        return 2 * len(rows) >= len(inside) and is_wide(rows)

    def _rows(self, group: Sequence[PrintedLine]) -> Iterator[Setting]:
        """Table rows; boxes of a single cell are paragraphs."""
        if any("\t" in item.text for item in group):
            yield Setting(table_block(group, self.clauses), tuple(item.span for item in group))
        else:
            yield from (Setting(text_block(item, self.clauses), (item.span,)) for item in group)


def _whole(formal: Formal) -> Iterator[str]:
    """What a title line should not cut: issuers, the places they are named after, short quotations, 某局关于印发."""
    yield from formal.issuers
    yield from (match[0] for name in formal.issuers if (match := PLACE.match(name)))
    titles = [title.value for title in (formal.head.title, formal.head.plan_title) if title]
    yield from (match[0] for title in titles for match in QUOTED.finditer(title))
    yield from (match[0] for title in titles for begin in (PLACE, BEGINNING) if (match := begin.match(title)))


def _together(lines: Sequence[PrintedLine], row: int) -> int:
    """How many lines from `row` on make one block."""
    first = lines[row].role
    if first in ONE_BY_ONE or first is Role.ADDRESSEES or first is Role.DATE:
        return 1
    count = 1
    while row + count < len(lines):
        role = lines[row + count].role
        if first is Role.SIGNATURE and role is Role.DATE:
            return count + 1
        if role is not TITLES.get(first, first):
            break
        count += 1
    return count

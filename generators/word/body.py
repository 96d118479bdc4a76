"""Blocks of the body as paragraphs and tables. Which style a block takes is decided here, how it looks in `styles`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from generators import blocks as b
from generators.word import measures as m
from generators.word.imprint import imprint_table
from generators.word.letter import letter_number
from generators.word.masthead import masthead
from generators.word.oxml import Xml, bookmark, paragraph, run, w
from generators.word.tables import form_table
from zerenku.model.path import bookmark_of

PARA_STYLES: Final = {b.ParaKind.BODY: "BodyText", b.ParaKind.NOTE: "Note"}
TONE_STYLES: Final = {
    b.Tone.PLAIN: "",
    b.Tone.LEVEL_1: "LeadIn1",
    b.Tone.LEVEL_2: "LeadIn2",
    b.Tone.ASIDE: "Aside",
}
SEAL_FROM_RIGHT: Final = 4 * m.SIZE_3 * 10
NAME_FROM_RIGHT: Final = 2 * m.SIZE_3 * 10


class BodySetter:
    """Sets blocks one after the other; remembers the bookmarks that are taken.

    A name may stand once in a document (Word drops a second one), so the rows of a table leave a clause's to the
    clause's own heading or paragraph, and else to the first of them. `letter` sets the 版记 of a 信函.
    """

    def __init__(self, blocks: Iterable[b.Block] = (), *, letter: bool = False) -> None:
        self._letter = letter
        self._bookmarks: set[str] = set()
        told = (block.anchor for block in blocks if isinstance(block, b.Heading | b.Para))
        self._reserved = {bookmark_of(anchor) for anchor in told if anchor}

    def set(self, block: b.Block, *, width: int = m.AREA_WIDTH, new_page: bool = True, keep: bool = False) -> list[Xml]:
        """The elements of one block.

        `width` is that of the type area it stands in, in twips; `new_page` False says that an attachment already stands
        at the head of a page, because a section begins with it; `keep` holds a paragraph together with what follows.
        """
        match block:
            case b.Para():
                return self._para(block, keep=keep)
            case b.Table():
                return [form_table(block, width=width, anchored=self._row_anchored), paragraph("Sliver")]
            case b.AttachmentStart():
                return attachment_start(block, new_page=new_page)
            case b.Sheet():
                return sheet_start(block, new_page=new_page)
            case b.Imprint():
                return [paragraph("Sliver"), imprint_table(block, letter=self._letter), paragraph("Sliver")]
        return self._setters[type(block)](self, block)

    def _anchored(self, anchor: str, *content: Xml) -> tuple[Xml, ...]:
        """`content` with the clause's bookmark round it; ValueError when two blocks claim the same one."""
        if not anchor:
            return content
        title = bookmark_of(anchor)
        if title in self._bookmarks:
            raise ValueError(anchor)
        self._bookmarks.add(title)
        return bookmark(len(self._bookmarks), title, *content)

    def _row_anchored(self, anchor: str, content: Xml) -> Xml:
        """The same for a row of a table, which gives way."""
        title = bookmark_of(anchor)
        return (
            content if title in self._bookmarks or title in self._reserved else "".join(self._anchored(anchor, content))
        )

    def _masthead(self, block: b.Masthead) -> list[Xml]:
        return masthead(block)

    def _letterhead(self, block: b.LetterHead) -> list[Xml]:
        return [letter_number(block)]

    def _title(self, block: b.Title) -> list[Xml]:
        """Two blank lines under the red rule, one over the addressees."""
        return [blank(), blank(), paragraph("PaperTitle", run("\n".join(block.lines))), blank()]

    def _addressees(self, block: b.Addressees) -> list[Xml]:
        return [paragraph("Addressees", run(f"{block.text}："))]

    def _heading(self, block: b.Heading) -> list[Xml]:
        return [paragraph(f"Heading{block.level}", *self._anchored(block.anchor, run(block.text)))]

    def _para(self, block: b.Para, *, keep: bool) -> list[Xml]:
        runs = [run(piece.text, style=TONE_STYLES[piece.tone]) for piece in block.runs]
        props = (w("keepNext"),) if keep else ()
        return [paragraph(PARA_STYLES[block.kind], *self._anchored(block.anchor, *runs), props=props)]

    def _attachment_note(self, block: b.AttachmentNote) -> list[Xml]:
        """One blank line under the text; kept with the signature, so that it never opens a page of its own."""
        kept = (w("keepNext"),)
        if len(block.titles) == 1:
            return [blank(*kept), paragraph("AttachmentNote", run(f"附件：{block.titles[0]}"), props=kept)]
        made = [blank(*kept)]
        for index, title in enumerate(block.titles, start=1):
            style, lead = ("AttachmentNoteFirst", "附件：") if index == 1 else ("AttachmentNoteNext", "")
            made.append(paragraph(style, run(f"{lead}{index}.{title}"), props=kept))
        return made

    def _signature(self, block: b.Signature) -> list[Xml]:
        kept = w("keepNext")
        rights = sealed_indents(block) if block.sealed else unsealed_indents(block)
        made = [blank(kept) for _ in range(block.room if block.sealed else 1)]
        texts = (*block.names, block.date)
        for index, (text, right) in enumerate(zip(texts, rights, strict=True)):
            last = index == len(block.names)
            props = (w("ind", right=right),) if last else (w("ind", right=right), kept)
            made.append(paragraph("Signature", run(text), props=props))
        return made

    def _page_break(self, block: b.PageBreak) -> list[Xml]:  # noqa: ARG002 - one signature for all setters
        return [paragraph("Sliver", w("r", w("br", type="page")))]

    _setters: Final[dict[type, Callable[..., list[Xml]]]] = {
        b.Masthead: _masthead,
        b.Title: _title,
        b.Addressees: _addressees,
        b.Heading: _heading,
        b.AttachmentNote: _attachment_note,
        b.Signature: _signature,
        b.LetterHead: _letterhead,
        b.PageBreak: _page_break,
    }


def blank(*props: Xml) -> Xml:
    """A blank line of the grid."""
    return paragraph("Normal", props=props)


def attachment_start(block: b.AttachmentStart, *, new_page: bool) -> list[Xml]:
    """Label on the first line of the page, title on the third."""
    return [
        paragraph("AttachmentLabel", run(block.label), props=(w("pageBreakBefore"),) if new_page else ()),
        blank(w("keepNext")),
        paragraph("AttachmentTitle", run("\n".join(block.title.lines))),
        blank(w("keepNext")),
    ]


def sheet_start(block: b.Sheet, *, new_page: bool) -> list[Xml]:
    """Title on the first line of the page, then its lead lines or a blank one."""
    top = (w("pageBreakBefore"),) if new_page else ()
    lead = [paragraph("SheetLead", run(text)) for text in block.lead]
    return [
        paragraph("SheetTitle", run("\n".join(block.title.lines)), props=top),
        *(lead or [blank(w("keepNext"))]),
    ]


def sealed_indents(block: b.Signature) -> list[int]:
    """Right indents of the names and the date where a seal goes over both: names centred on a date four characters in.

    A name too long for that reaches the right edge of the type area and no further.
    """
    date_width = m.text_width(block.date)
    names = [SEAL_FROM_RIGHT + (date_width - m.text_width(item)) // 2 for item in block.names]
    return [*(max(0, right) for right in names), SEAL_FROM_RIGHT]


def unsealed_indents(block: b.Signature) -> list[int]:
    """Right indents without a seal: the date begins two characters right of the first name's beginning.

    Neither comes nearer to the right edge than two characters.
    """
    first, date = m.text_width(block.names[0]), m.text_width(block.date)
    date_right = NAME_FROM_RIGHT + first - date - m.TWO_IN
    shift = max(0, NAME_FROM_RIGHT - date_right)
    left_edge = NAME_FROM_RIGHT + shift + first
    names = [max(0, left_edge - m.text_width(item)) for item in block.names]
    return [*names, date_right + shift]

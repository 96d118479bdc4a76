"""Blocks of the body as paragraphs and tables. Which style a block takes is decided here, how it looks in `styles`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from generators import blocks as b
from generators.word import measures as m
from generators.word.chart import chart_paragraph
from generators.word.imprint import imprint_table
from generators.word.letter import letter_number
from generators.word.masthead import masthead
from generators.word.oxml import Xml, bookmark, exact, paragraph, run, w
from generators.word.pages import Item, paced
from generators.word.signing import SignedLine, signed_lines
from generators.word.tables import form_table
from zerenku.model.path import bookmark_of

PARA_STYLES: Final = {b.ParaKind.BODY: "BodyText", b.ParaKind.NOTE: "Note"}
TONE_STYLES: Final = {
    b.Tone.PLAIN: "",
    b.Tone.LEVEL_1: "LeadIn1",
    b.Tone.LEVEL_2: "LeadIn2",
    b.Tone.ASIDE: "Aside",
}


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

    def set(self, item: Item, *, width: int = m.AREA_WIDTH, new_page: bool = True) -> list[Xml]:
        """The elements of one block.

        `width` is that of the type area it stands in, in twips; `new_page` False says that an attachment already stands
        at the head of a page, because a section begins with it.
        """
        place = paced(item)
        block = place.block
        look = () if place.pitch == m.LINE else (w("snapToGrid", val=0), exact(place.pitch))
        if type(block) in PACED:
            return PACED[type(block)](block, look)
        match block:
            case b.Para():
                return self._para(block, props=(*look, w("keepNext")) if place.keep else look)
            case b.Table():
                return [form_table(block, width=width, anchored=self._row_anchored), paragraph("Sliver")]
            case b.AttachmentStart():
                return attachment_start(block, new_page=new_page)
            case b.Sheet():
                return sheet_start(block, new_page=new_page)
            case b.Chart():
                return [chart_paragraph(block)]
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

    def _heading(self, block: b.Heading) -> list[Xml]:
        return [paragraph(f"Heading{block.level}", *self._anchored(block.anchor, run(block.text)))]

    def _para(self, block: b.Para, *, props: tuple[Xml, ...]) -> list[Xml]:
        runs = [run(piece.text, style=TONE_STYLES[piece.tone]) for piece in block.runs]
        return [paragraph(PARA_STYLES[block.kind], *self._anchored(block.anchor, *runs), props=props)]

    def _page_break(self, block: b.PageBreak) -> list[Xml]:  # noqa: ARG002 - one signature for all setters
        return [paragraph("Sliver", w("r", w("br", type="page")))]

    _setters: Final[dict[type, Callable[..., list[Xml]]]] = {
        b.Masthead: _masthead,
        b.Heading: _heading,
        b.LetterHead: _letterhead,
        b.PageBreak: _page_break,
    }


def blank(*props: Xml) -> Xml:
    """A blank line of the grid."""
    return paragraph("Normal", props=props)


def title(block: b.Title, props: tuple[Xml, ...] = ()) -> list[Xml]:
    """Two blank lines under the red rule, one over the addressees."""
    return [blank(*props), blank(*props), paragraph("PaperTitle", run("\n".join(block.lines))), blank(*props)]


def addressees(block: b.Addressees, props: tuple[Xml, ...] = ()) -> list[Xml]:
    """主送机关, closed by a full-width colon."""
    return [paragraph("Addressees", run(f"{block.text}："), props=props)]


def attachment_note(block: b.AttachmentNote, props: tuple[Xml, ...] = ()) -> list[Xml]:
    """One blank line under the text; kept with the signature, so that it never opens a page of its own."""
    kept = (w("keepNext"), *props)
    if len(block.titles) == 1:
        return [blank(*kept), paragraph("AttachmentNote", run(f"附件：{block.titles[0]}"), props=kept)]
    made = [blank(*kept)]
    for index, title in enumerate(block.titles, start=1):
        style, lead = ("AttachmentNoteFirst", "附件：") if index == 1 else ("AttachmentNoteNext", "")
        made.append(paragraph(style, run(f"{lead}{index}.{title}"), props=kept))
    return made


def signature(block: b.Signature, props: tuple[Xml, ...] = ()) -> list[Xml]:
    """Blank lines, names and date, all on one page."""
    kept = (*props, w("keepNext"))
    *over, date = signed_lines(block)
    return [*(_signed(line, kept) for line in over), _signed(date, props)]


def _signed(line: SignedLine, props: tuple[Xml, ...]) -> Xml:
    if not line.text:
        return blank(*props)
    return paragraph("Signature", run(line.text), props=(*props, w("ind", right=line.right)))


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


PACED: Final[dict[type, Callable[..., list[Xml]]]] = {
    b.Title: title,
    b.Addressees: addressees,
    b.AttachmentNote: attachment_note,
    b.Signature: signature,
}
"""Setters of the blocks whose lines may move closer to each other."""

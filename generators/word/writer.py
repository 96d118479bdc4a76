"""Blocks to a .docx: bytes in, nothing read, nothing written, the same bytes every time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from generators import blocks as b
from generators.word.body import BodySetter
from generators.word.chart import chart_part
from generators.word.closing import settle
from generators.word.imprint import imprint_height
from generators.word.letter import letter_mark_drop, letter_points
from generators.word.lines import LIBREOFFICE, WORD
from generators.word.masthead import mark_drop, mark_points
from generators.word.measures import MARK_MOST, mark_before
from generators.word.oxml import Xml, ending_section, part
from generators.word.package import CHART, Entry, archive, core_properties, entry, frame
from generators.word.pages import Fill, Item, paced, reckon
from generators.word.profile import STANDARD, Look
from generators.word.sections import Setup, headers, part_names, section_properties
from generators.word.settled import settled, word_entries
from generators.word.styles import mark_styles

BLANK: Final = b.Para.of("")
SHORT: Final = 2  # pages of a letter without any number


@dataclass(slots=True)
class Section:
    """Blocks that share a page setup."""

    setup: Setup
    even_page: bool = False
    blocks: list[Item] = field(default_factory=list)


def write_docx(document: b.Document, look: Look = STANDARD) -> bytes:
    """The bytes of the paper in the look of a profile.

    ValueError when two blocks carry the same anchor, or one is too long for a bookmark.
    """
    sections = split(document.blocks)
    core = core_properties(
        title=document.title, author=document.author, subject=document.subject, keywords=document.keywords
    )
    main = entry("word/document.xml", _document(sections, document.blocks))
    return archive((*_around(document, sections, look), core, main))


def reckoned_pages(document: b.Document) -> int | None:
    """How many pages the paper takes, by the reckoning that placed its 版记; None for a paper without one to place."""
    if is_letter(document.blocks) or not any(isinstance(block, b.Imprint) for block in document.blocks):
        return None
    sections = split(document.blocks)
    return reckon(((section.setup, section.blocks) for section in sections), LIBREOFFICE).page


def _around(document: b.Document, sections: Sequence[Section], look: Look) -> Iterator[Entry]:
    """Every part but the text and its properties."""
    shared = settled(look)
    setups = [setup for setup in Setup if any(section.setup is setup for section in sections)]
    named = ["document", "styles", "settings", "fontTable", *(name for setup in setups for name in part_names(setup))]
    charts = [block for block in document.blocks if isinstance(block, b.Chart)]
    issuer, size, before = _mark(document.blocks)
    yield from frame([*named, *([CHART] if charts else [])])
    yield from shared.entries
    marks = look.named(mark_styles(mark_size=size, mark_before=before))
    yield entry("word/styles.xml", part("styles", shared.styles, marks))
    for setup in setups:
        yield from word_entries(headers(setup, banner=document.banner, issuer=issuer))
        yield from shared.footers[setup]
    for chart in charts:
        yield entry(f"word/{CHART}.xml", look.named(chart_part(chart)).encode())


def _mark(blocks: Sequence[b.Block]) -> tuple[str, int, int]:
    """Whose name heads a letter, size of the mark, space over it."""
    for block in blocks:
        if isinstance(block, b.Masthead):
            return "", mark_points(block), mark_drop(block)
        if isinstance(block, b.LetterHead):
            return block.issuer, letter_points(block.issuer), letter_mark_drop(block.issuer)
    return "", MARK_MOST, mark_before(MARK_MOST)


def is_letter(blocks: Sequence[b.Block]) -> bool:
    """True for a 信函."""
    return any(isinstance(block, b.LetterHead) for block in blocks)


def split(blocks: Sequence[b.Block]) -> list[Section]:
    """Cut where a sheet turns, and before a 版记 that needs a page of its own."""
    letter = is_letter(blocks)
    sections = [Section(Setup.LETTER if letter else Setup.UPRIGHT)]
    for item in settle(blocks):
        block = paced(item).block
        if isinstance(block, b.Imprint):
            if letter and not block.cc:
                continue
            sections += _letter_end(sections, block) if letter else _imprint_sections(sections, block)
        elif isinstance(block, b.AttachmentStart | b.Sheet):
            setup = Setup.SIDEWAYS if block.sideways else Setup.UPRIGHT
            if setup is not sections[-1].setup:
                sections.append(Section(setup))
        sections[-1].blocks.append(item)
    sections = [section for section in sections if section.blocks]
    if letter and max(end.page for end in _ends(sections)) == SHORT:
        sections[0].setup = Setup.SHORT_LETTER
    return sections


def _imprint_sections(sections: Sequence[Section], block: b.Imprint) -> list[Section]:
    """What to add for the 版记, which belongs on an even page, the back of the last sheet in duplex printing.

    Nothing when every manner of reckoning ends the text on the same even page with room to spare; else the next even
    page. If a blank page has to come between, neither of the two is numbered (GB/T 9704-2012, 7.5); it is written out,
    for a page that only the break puts in is lost in LibreOffice's PDF, so LibreOffice's reckoning decides on it.
    """
    ends = _ends(sections)
    if ends[-1].page % 2:
        return [Section(Setup.UPRIGHT, even_page=True)]
    if _has_room(sections[-1], ends, imprint_height(block)):
        return []
    return [Section(Setup.UNNUMBERED, blocks=[BLANK]), Section(Setup.UNNUMBERED, even_page=True)]


def _letter_end(sections: Sequence[Section], block: b.Imprint) -> list[Section]:
    """The same for a letter's 版记: on the last page, odd or even, if that has room, else on the next."""
    height = imprint_height(block, letter=True)
    return [] if _has_room(sections[-1], _ends(sections), height) else [Section(Setup.UPRIGHT)]


def _ends(sections: Sequence[Section]) -> list[Fill]:
    """By each manner of reckoning, LibreOffice's last."""
    return [
        reckon(((section.setup, section.blocks) for section in sections if section.blocks), manner)
        for manner in (WORD, LIBREOFFICE)
    ]


def _has_room(last: Section, ends: Sequence[Fill], height: int) -> bool:
    upright = last.setup is not Setup.SIDEWAYS and len({end.page for end in ends}) == 1
    return upright and all(end.has_room(height, setup=last.setup) for end in ends)


def _document(sections: Sequence[Section], blocks: Sequence[b.Block]) -> bytes:
    setter = BodySetter(blocks, letter=is_letter(blocks))
    body: list[Xml] = []
    for index, section in enumerate(sections):
        body += _set(setter, section)
        setup = section_properties(section.setup, even_page=section.even_page)
        if index == len(sections) - 1:
            body.append(setup)
        else:
            # The last paragraph of a section carries its setup; every block ends in a paragraph, tables in a sliver.
            body[-1] = ending_section(body[-1], setup)
    return part("document", "<w:body>", *body, "</w:body>")


def _set(setter: BodySetter, section: Section) -> list[Xml]:
    """Elements of a section."""
    width = section.setup.area_width
    placed = enumerate(section.blocks)
    return [xml for place, item in placed for xml in setter.set(item, width=width, new_page=place > 0)]

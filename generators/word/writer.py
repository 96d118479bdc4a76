"""Blocks to a .docx: bytes in, nothing read, nothing written, the same bytes every time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from generators import blocks as b
from generators.word.body import BodySetter
from generators.word.masthead import mark_points
from generators.word.measures import MARK_MOST
from generators.word.oxml import Element, w
from generators.word.package import pack
from generators.word.pages import imprint_height, reckon
from generators.word.sections import Setup, furniture_parts, section_properties
from generators.word.styles import font_table_part, settings_part, styles_part


@dataclass(slots=True)
class Section:
    """Blocks that share a page setup."""

    setup: Setup
    even_page: bool = False
    blocks: list[b.Block] = field(default_factory=list)


def write_docx(document: b.Document) -> bytes:
    """The bytes of the paper. ValueError when two blocks carry the same anchor, or one is too long for a bookmark."""
    sections = split(document.blocks)
    sizes = [mark_points(block) for block in document.blocks if isinstance(block, b.Masthead)]
    parts: dict[str, Element] = {
        "document": _document(sections),
        "styles": styles_part(mark_size=sizes[0] if sizes else MARK_MOST),
        "settings": settings_part(),
        "fontTable": font_table_part(),
    }
    for setup in Setup:
        if any(section.setup is setup for section in sections):
            parts |= furniture_parts(setup, banner=document.banner)
    return pack(parts, title=document.title, author=document.author)


def split(blocks: Sequence[b.Block]) -> list[Section]:
    """Cut where a sheet turns, and before a 版记 that needs a page of its own."""
    sections = [Section(Setup.UPRIGHT)]
    for block in blocks:
        if isinstance(block, b.Imprint):
            sections.append(_imprint_section(sections, block))
        elif isinstance(block, b.AttachmentStart):
            setup = Setup.SIDEWAYS if block.sideways else Setup.UPRIGHT
            if setup is not sections[-1].setup:
                sections.append(Section(setup))
        sections[-1].blocks.append(block)
    return [section for section in sections if section.blocks]


def _imprint_section(sections: list[Section], block: b.Imprint) -> Section:
    """The section for the 版记, which belongs on an even page, the back of the last sheet in duplex printing.

    On the last page of the text when that is even and has room; else on the next even page. If a blank page has to come
    between, neither of the two is numbered (GB/T 9704-2012, 7.5).
    """
    end = reckon((section.setup, section.blocks) for section in sections if section.blocks)
    last = sections[-1]
    if end.page % 2:
        return Section(Setup.UPRIGHT, even_page=True)
    if last.setup is Setup.UPRIGHT and end.has_room(imprint_height(block), setup=last.setup):
        return sections.pop()
    return Section(Setup.UNNUMBERED, even_page=True)


def _document(sections: Sequence[Section]) -> Element:
    setter = BodySetter()
    body = w("body")
    for index, section in enumerate(sections):
        elements = _set(setter, section)
        body.extend(elements)
        setup = section_properties(section.setup, even_page=section.even_page)
        if index == len(sections) - 1:
            body.append(setup)
        else:
            # The last paragraph of a section carries its setup; every block ends in a paragraph, tables in a sliver.
            elements[-1][0].append(setup)
    return w("document", body)


def _set(setter: BodySetter, section: Section) -> list[Element]:
    """Elements of a section. The last words before a signature stay with it: no page may hold a signature alone."""
    elements = []
    followers = (*section.blocks[1:], None)
    for place, (block, following) in enumerate(zip(section.blocks, followers, strict=True)):
        keep = isinstance(following, b.AttachmentNote | b.Signature)
        elements.extend(setter.set(block, width=section.setup.area_width, new_page=place > 0, keep=keep))
    return elements

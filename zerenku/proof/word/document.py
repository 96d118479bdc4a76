"""The package → a `Paper`: body, settings, properties, headers and footers, each part read once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from lxml import etree

from zerenku.extract.refusal import Refusal
from zerenku.extract.word.names import COMPATIBILITY, switch, w
from zerenku.extract.word.numbering import Numbering
from zerenku.extract.word.package import BROKEN, Package, parse
from zerenku.extract.word.styles import Styles as NumberedStyles
from zerenku.proof.paper import Paper, Properties
from zerenku.proof.roles import read_roles
from zerenku.proof.values import Item, Paragraph
from zerenku.proof.word.formats import SHADE, fill_of
from zerenku.proof.word.paragraphs import RPR, ParagraphReader, T
from zerenku.proof.word.sections import read_sections
from zerenku.proof.word.styles import Styles
from zerenku.proof.word.tables import read_table

PARAGRAPH, TABLE, CONTROL, CONTENT = w("p"), w("tbl"), w("sdt"), w("sdtContent")
PPR, SETUP = w("pPr"), w("sectPr")
NEW_PAGES: Final = frozenset({"nextPage", "evenPage", "oddPage"})
DEPTH: Final = 20
"""How deep blocks may stand in content controls."""
TITLE: Final = "{http://purl.org/dc/elements/1.1/}title"
AUTHOR: Final = "{http://purl.org/dc/elements/1.1/}creator"
EDITOR: Final = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}lastModifiedBy"


def read_paper(data: bytes) -> Paper:
    """A .docx given as bytes; Refusal if it is locked, broken or hostile."""
    package = Package(data)
    main = package.main_part()
    root = package.xml(main)
    body = None if root is None else root.find(w("body"))
    if root is None or body is None:
        raise Refusal(BROKEN)
    styles_part, styles = _styles(_data(package, main, "styles"), _data(package, main, "theme"))
    numbers = _part(package, main, "numbering")
    numbering = None if numbers is None else Numbering(numbers, NumberedStyles(styles_part))
    reader = ParagraphReader(styles, numbering)
    story = _Story(reader)
    story.read(body)
    if not story.setups or (story.items and story.items[-1].section == len(story.setups)):
        story.setups.append(etree.Element(SETUP))  # Word takes its own defaults where a body ends without a setup
    settings = _part(package, main, "settings")

    def furniture(place: str, identity: str) -> tuple[Paragraph, ...]:
        name = package.related(main, place).get(identity)
        part = None if name is None else package.xml(name)
        return () if part is None else _furniture(part, reader)

    sections = read_sections(story.setups, furniture)
    items = _paged(story.items, story.broken, tuple(section.kind for section in sections))
    placed = read_roles(items, sections)
    return Paper(
        items=items,
        roles=placed.roles,
        levels=placed.levels,
        sections=sections,
        genre=placed.genre,
        mark=placed.mark,
        rule=placed.rule,
        even_and_odd=switch(settings, "evenAndOddHeaders") is True,
        properties=_properties(_part(package, "", "core-properties")),
        bookmarks=tuple(reader.bookmarks),
        direct=tuple(reader.direct),
        looks=reader.looks,
        fills=(*reader.fills, *_shaded(body)),
    )


def _styles(styles: bytes, theme: bytes) -> tuple[etree._Element | None, Styles]:
    """The styles part and what it resolves to."""
    root = parse(styles) if styles else None
    return root, Styles(root, parse(theme) if theme else None)


def _data(package: Package, main: str, kind: str) -> bytes:
    name = next(iter(package.related(main, kind).values()), None)
    return (name is not None and package.data(name)) or b""


def _part(package: Package, main: str, kind: str) -> etree._Element | None:
    name = next(iter(package.related(main, kind).values()), None)
    return None if name is None else package.xml(name)


def _shaded(body: etree._Element) -> Iterator[tuple[str, str]]:
    """Colours behind paragraphs and cells, with the words that stand on them."""
    for shade in body.iter(SHADE):
        properties = shade.getparent()
        owner = None if properties is None or properties.tag == RPR else properties.getparent()
        if owner is not None and (fill := fill_of(properties)):
            yield fill, "".join(node.text or "" for node in owner.iter(T)).strip()


class _Story:
    """The body in reading order; `broken` holds the indices of items that a page break goes before."""

    def __init__(self, reader: ParagraphReader) -> None:
        self._reader = reader
        self.items: list[Item] = []
        self.setups: list[etree._Element] = []
        self.broken: set[int] = set()

    def read(self, parent: etree._Element, depth: int = 0) -> None:
        """All blocks of `parent`, those in content controls too."""
        for node in parent:
            if node.tag == PARAGRAPH:
                self._paragraph(node)
            elif node.tag == TABLE:
                self.items.append(read_table(node, self._reader, section=len(self.setups)))
            elif node.tag == SETUP:
                self.setups.append(node)
            elif depth < DEPTH and node.tag in {CONTROL, CONTENT, w("ins"), w("moveTo"), w("customXml")}:
                self.read(node, depth + 1)
            elif node.tag == w("bookmarkStart"):
                self._reader.bookmarks.append(node.get(w("name"), ""))

    def _paragraph(self, node: etree._Element) -> None:
        read = self._reader.read(node, section=len(self.setups))
        self.items.append(read.paragraph)
        for box in read.boxes:
            self.items += _boxed(box, self._reader, section=len(self.setups))
        if read.broken_last and (read.paragraph.blank or not read.broken_first):
            self.broken.add(len(self.items))
        properties = node.find(PPR)
        setup = None if properties is None else properties.find(SETUP)
        if setup is not None:
            self.setups.append(setup)


def _boxed(box: etree._Element, reader: ParagraphReader, *, section: int) -> list[Paragraph]:
    return [reader.read(node, section=section, boxed=True).paragraph for node in box.iterchildren(PARAGRAPH)]


def _furniture(part: etree._Element, reader: ParagraphReader) -> tuple[Paragraph, ...]:
    """The paragraphs of a header or footer, those of its text boxes behind the one they hang on."""
    found: list[Paragraph] = []
    blocks = [part]
    while blocks:
        for node in blocks.pop():
            if node.tag == PARAGRAPH:
                read = reader.read(node)
                found.append(read.paragraph)
                for box in read.boxes:
                    found += _boxed(box, reader, section=0)
            elif node.tag in {CONTROL, CONTENT, TABLE, w("tr"), w("tc"), f"{COMPATIBILITY}AlternateContent"}:
                blocks.append(node)
    return tuple(found)


def _paged(items: list[Item], broken: set[int], kinds: tuple[str, ...]) -> tuple[Item, ...]:
    """The items, each knowing whether it begins a page because of a break or a section before it."""
    found: list[Item] = []
    section = -1
    for index, item in enumerate(items):
        opens = item.section != section and (section < 0 or kinds[item.section] in NEW_PAGES)
        section = item.section
        if isinstance(item, Paragraph) and not item.starts_page and (opens or index in broken):
            found.append(replace(item, starts_page=True))
        else:
            found.append(item)
    return tuple(found)


def _properties(core: etree._Element | None) -> Properties:
    def said(tag: str) -> str:
        node = None if core is None else core.find(tag)
        return "" if node is None else (node.text or "").strip()

    return Properties(said(TITLE), said(AUTHOR), said(EDITOR))

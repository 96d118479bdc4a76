"""The 样稿 mark in the page header of every section, for a template that does not show it itself."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from lxml import etree

from generators.template.container import OFFICE, WORD_TYPE, Container, Part
from zerenku.extract.word.names import NAMESPACE, integer, switch, value, w

HEADER: Final = "word/header-sample.xml"
RELATION: Final = "rIdSample"
LEAST_SIZE: Final = 10
"""Half points below which nobody reads a line."""
PAPER_WHITE: Final = "FFFFFF"
LOOK: Final = (
    '<w:p xmlns:w="{space}"><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr>'
    '<w:rFonts w:hint="eastAsia" w:ascii="仿宋_GB2312" w:hAnsi="仿宋_GB2312" w:eastAsia="仿宋_GB2312"/>'
    '<w:vanish w:val="0"/><w:color w:val="000000"/><w:sz w:val="28"/><w:szCs w:val="28"/></w:rPr><w:t/></w:r></w:p>'
)


def marked(container: Container, mark: str) -> Container:
    """The paper with the mark: as it is when the body or every header shows it, else with the mark in all headers."""
    headers = container.of("header")
    main = container.main
    if main.root is None or mark in visible_text(main.root):
        return container
    for part in headers:
        if part.root is not None and mark not in visible_text(part.root):
            part.root.insert(0, _paragraph(mark))
    if not _complete(main.root, even=_even(container)):
        return container
    own = etree.Element(w("hdr"), nsmap={"w": NAMESPACE})
    own.append(_paragraph(mark))
    added = Part(HEADER, "header", f"{WORD_TYPE}.header+xml", root=own)
    linked = replace(main, links={**main.links, RELATION: ("header", HEADER)})
    return replace(container, parts=(linked, *container.parts[1:], added))


def visible_text(root: etree._Element) -> str:
    """The words of a part that a reader can see."""
    return "".join(node.text or "" for node in root.iter(w("t")) if _visible(node.getparent()))


def _visible(run: etree._Element | None) -> bool:
    look = None if run is None else run.find(w("rPr"))
    size = integer(value(look, "sz"))
    hidden = switch(look, "vanish") or value(look, "color") == PAPER_WHITE
    return not hidden and (size is None or size >= LEAST_SIZE)


def _paragraph(mark: str) -> etree._Element:
    node = etree.fromstring(LOOK.format(space=NAMESPACE))
    for text in node.iter(w("t")):
        text.text = mark
    return node


def _even(container: Container) -> bool:
    return any(bool(switch(part.root, "evenAndOddHeaders")) for part in container.of("settings"))


def _complete(root: etree._Element, *, even: bool) -> bool:
    """Point to the header of the mark wherever a kind of page has none yet; False when all have one."""
    body = root.find(w("body"))
    sections = [node for node in root.iter(w("sectPr")) if getattr(node.getparent(), "tag", "") != w("sectPrChange")]
    if not sections and body is not None:
        sections = [etree.SubElement(body, w("sectPr"))]
    seen: set[str] = set()
    added = False
    for section in sections:
        seen |= {node.get(w("type"), "default") for node in section.findall(w("headerReference"))}
        wanted = ["default", *(["first"] if switch(section, "titlePg") else []), *(["even"] if even else [])]
        for kind in wanted:
            if kind not in seen:
                reference = etree.Element(w("headerReference"), nsmap={"r": OFFICE})
                reference.set(w("type"), kind)
                reference.set(f"{{{OFFICE}}}id", RELATION)
                section.insert(0, reference)
                added = True
        seen.update(wanted)
    return added

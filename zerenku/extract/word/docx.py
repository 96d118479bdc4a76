"""Word documents (.docx): the stories of the package in reading order.

The first page's own header comes first, for offices put their letterhead there; running heads and footers come last.
All are notes, each wording once and only what the body does not say itself; page numbers and watermarks are left out.
"""

import re
from collections.abc import Callable, Iterator
from typing import Final

from lxml import etree

from zerenku.extract.refusal import Refusal
from zerenku.extract.word.names import RELATION, TEXT_PATH, switch, w
from zerenku.extract.word.numbering import Numbering
from zerenku.extract.word.package import BROKEN, Package
from zerenku.extract.word.runs import TEXT
from zerenku.extract.word.story import Line, Story
from zerenku.extract.word.styles import Styles
from zerenku.model.outline import LineKind

PAGE_NUMBER: Final = re.compile(r"(?:[\s\d第页共/\-—–－~·|.]|Page|of)*", re.IGNORECASE)


def read_docx(data: bytes) -> list[Line]:
    """All lines of a .docx (or .docm, .dotx) given as bytes; Refusal if it is locked, broken, hostile or empty."""
    package = Package(data)
    main = package.main_part()
    body, story = body_and_story(package, main)
    lines = story.lines(body)
    said = {_bare(text) for text, _ in lines}
    first: list[Line] = []
    running: list[Line] = []
    for kind, part in _margins(package, main, body):
        (first if kind == "first" else running).extend(story.lines(part))
    lines = [*_once(first, said), *lines, *_once(running, said)]
    if not any(text.strip() for text, _ in lines):
        raise Refusal("文档里没有文字，可能只有图片；请先用文字识别（OCR）软件转成文字")
    return lines


def body_and_story(package: Package, main: str) -> tuple[etree._Element, Story]:
    """The body of the main part, and what reads it; Refusal if there is none."""
    root = package.xml(main)
    body = None if root is None else root.find(w("body"))
    if body is None:
        raise Refusal(BROKEN)
    styles = Styles(_part(package, main, "styles", pruned=_without_table_styles))
    numbering = Numbering(_part(package, main, "numbering"), styles)
    return body, Story(styles, numbering, dict(_notes(package, main)))


def _part(package: Package, main: str, kind: str, *, pruned: Callable[[bytes], bytes] = bytes) -> etree._Element | None:
    name = next(iter(package.related(main, kind).values()), None)
    return None if name is None else package.xml(name, pruned=pruned)


def _without_table_styles(data: bytes) -> bytes:
    """They say nothing about the text, and to parse the hundreds of some templates takes longer than all the rest."""
    head, *others = data.split(b"<w:style ")
    kept = [head]
    for piece in others:
        end = piece.find(b"</w:style>") if piece.startswith(b'w:type="table"') else -1
        kept.append(b"<w:style " + piece if end < 0 else piece[end + len(b"</w:style>") :])
    return b"".join(kept)


def _notes(package: Package, main: str) -> Iterator[tuple[str, etree._Element]]:
    for kind in ("footnote", "endnote"):
        root = _part(package, main, f"{kind}s")
        for node in () if root is None else root.iterchildren(w(kind)):
            if node.get(w("type"), "normal") == "normal":
                yield f"{kind} {node.get(w('id'), '')}", node


def _margins(package: Package, main: str, body: etree._Element) -> Iterator[tuple[str, etree._Element]]:
    """(kind, root) of headers and footers that are printed; the first page's header is of the kind `first`."""
    settings = _part(package, main, "settings")
    seen: set[str] = set()
    for place in ("header", "footer"):
        parts = package.related(main, place)
        for reference in body.iter(w(f"{place}Reference")) if parts else ():
            kind = reference.get(w("type"), "default")
            unused = (kind == "first" and not switch(reference.getparent(), "titlePg")) or (
                kind == "even" and not switch(settings, "evenAndOddHeaders")
            )
            name = parts.get(reference.get(RELATION, ""))
            if name is None or unused or name in seen:
                continue
            seen.add(name)
            root = package.xml(name)
            if root is not None and next(root.iter(TEXT), None) is not None:
                for watermark in root.iter(TEXT_PATH):
                    watermark.set("string", "")
                yield (kind if place == "header" else "foot"), root


def _once(lines: list[Line], said: set[str]) -> Iterator[Line]:
    """Each wording that is neither a page number nor in `said`, which grows."""
    for text, _ in lines:
        bare = _bare(text)
        if bare not in said and PAGE_NUMBER.fullmatch(text) is None:
            said.add(bare)
            yield text.strip(), LineKind.NOTE


def _bare(text: str) -> str:
    return "".join(text.split())

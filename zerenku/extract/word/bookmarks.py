"""The body of a Word document with its bookmarks: which of its lines, or which part of a line, each one begins.

A bookmark is turned into a run of its own before the body is read, so that it shares the fate of the text around it:
tracked changes, merged cells and joined paragraphs need no second reading.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from lxml import etree

from zerenku.extract.word.docx import body_and_story
from zerenku.extract.word.names import w
from zerenku.extract.word.package import Package
from zerenku.extract.word.runs import RUN, TEXT
from zerenku.model.outline import LineKind

OPENS, CLOSES = "\ue0f0", "\ue0f1"
SIGN: Final = re.compile(f"{OPENS}([^{CLOSES}]*){CLOSES}")
PARAGRAPH, BOOKMARK, NAME = w("p"), w("bookmarkStart"), w("name")


@dataclass(frozen=True, slots=True)
class MarkedLine:
    """A paragraph or a row (cells joined by a tab), or the part of one that a bookmark begins; else no `bookmark`."""

    text: str
    kind: LineKind
    bookmark: str = ""


def read_marked(data: bytes, *, wanted: Callable[[str], bool]) -> list[MarkedLine]:
    """The lines of the body of a .docx with the bookmarks `wanted`; Refusal as `read_docx`, but for an empty one.

    A bookmark whose text is gone is gone too.
    """
    package = Package(data)
    body, story = body_and_story(package, package.main_part())
    for text in body.iter(TEXT):
        if text.text and (OPENS in text.text or CLOSES in text.text):
            text.text = text.text.replace(OPENS, "").replace(CLOSES, "")
    _sign(body, wanted)
    return [part for text, kind in story.lines(body) for part in _parts(text, kind)]


def _sign(body: etree._Element, wanted: Callable[[str], bool]) -> None:
    """Put a run with its name in the place of each bookmark, or at the head of the paragraph behind it."""
    waiting: list[etree._Element] = []
    for node in list(body.iter(PARAGRAPH, BOOKMARK)):
        if node.tag == PARAGRAPH:
            start = 0 if node.find(w("pPr")) is None else 1
            node[start:start] = waiting
            waiting = []
        elif wanted(name := node.get(NAME, "")):
            run = etree.Element(RUN)
            etree.SubElement(run, TEXT).text = f"{OPENS}{name}{CLOSES}"
            if next(node.iterancestors(PARAGRAPH), None) is None:
                waiting.append(run)
            else:
                node.addprevious(run)


def _parts(text: str, kind: LineKind) -> Iterator[MarkedLine]:
    """The line cut before every bookmark but its first: what stands before that one is its clause's as well."""
    before, *named = SIGN.split(text)
    if not named:
        yield MarkedLine(text, kind)
        return
    for index in range(0, len(named), 2):
        said = (before if not index else "") + named[index + 1]
        if said.strip():
            yield MarkedLine(said, kind, named[index])

"""Between the XML of a part and Jinja: docxtpl joins torn fields and lifts `{%tr … %}` out of its row, and back."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from typing import Any, Final

from docxtpl import DocxTemplate
from lxml import etree

from generators.template.container import MAX_FILLED, Part
from generators.template.sandbox import TemplateSandbox
from zerenku.extract.refusal import Refusal
from zerenku.extract.word.names import w
from zerenku.extract.word.package import parse

PARAGRAPH: Final = re.compile(r"<w:p([ >])")
MARKUP: Final = re.compile(r"<[^<>]*>")
LAYOUT: Final = re.compile(r"[\t\r\n]+")
PARAGRAPH_IDS: Final = ("paraId", "textId")
BROKEN: Final = "填好后不成文档：循环或判断的开头、结尾要各占一行（{%tr … %}）或一段（{%p … %}），或在同一段里"
TOO_LONG: Final = "模板的文字太多；请拆成几个模板"


def source_of(part: Part) -> str:
    """What Jinja reads of a part: one line for each paragraph."""
    root = part.root
    if root is None:
        return ""
    _tidy(root)
    text = etree.tostring(root, encoding="unicode")
    if len(text) > MAX_FILLED:
        raise Refusal(TOO_LONG)
    return PARAGRAPH.sub(r"\n<w:p\1", str(_engine().patch_xml(text)))


def words_at(source: str, line: int) -> str:
    """The words in one line of a source, counted from 1."""
    lines = source.split("\n")
    return MARKUP.sub("", lines[line - 1]) if 0 < line <= len(lines) else ""


def rendered(source: str, environment: TemplateSandbox, values: Mapping[str, Any]) -> etree._Element:
    """The filled part. Raises what Jinja raises, and Refusal when instructions cut across the document's structure."""
    text = _engine().render_xml_part(source.replace("\n", ""), None, dict(values), environment)
    try:
        return parse(str(text).encode())
    except Refusal as refusal:
        raise Refusal(BROKEN) from refusal


def _engine() -> DocxTemplate:
    """Only its patterns are used: it never sees the package, which it would read without limits."""
    return DocxTemplate(io.BytesIO())


def _tidy(root: etree._Element) -> None:
    """Take out blanks between elements, which would become tabs and breaks, and ids that a loop would repeat."""
    for node in root.iter():
        node.tail = None
        if node.tag == w("t"):
            node.text = LAYOUT.sub(" ", node.text or "")
        elif len(node):
            node.text = None
        for name in map(str, node.attrib):
            if name.rpartition("}")[2] in PARAGRAPH_IDS:
                del node.attrib[name]

"""Web pages, whole or a fragment: what a browser would show, block by block; scripts and styles are not text."""

import re
from itertools import islice
from typing import Final

from lxml import etree

from zerenku.extract.cleaning import clean
from zerenku.extract.numberforms import letters, roman
from zerenku.extract.refusal import Refusal
from zerenku.extract.tables import Row, row_lines, stays_apart
from zerenku.model.outline import LineKind, SourceLine

SKIPPED: Final = frozenset(
    "head script style noscript template iframe object embed svg math canvas audio video select textarea button".split()
)
BLOCKS: Final = frozenset(
    "html body p div section article main header footer nav aside address blockquote center form fieldset figure "
    "figcaption h1 h2 h3 h4 h5 h6 hr ul ol li dl dt dd pre caption thead tbody tfoot legend details summary".split()
)
GAP: Final = re.compile(r"[ \t\r\n\f]+")
WIDE: Final = re.compile(r"(?<=[\u2e80-\u9fff\uff00-\uffef])[ \t]*\n[ \t\r\n]*(?=[\u2e80-\u9fff\uff00-\uffef])")
"""A line end of the source between two Chinese characters: no blank was meant."""
PROLOG: Final = 100_000
HIDDEN: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
MARKED: Final = re.compile(r"[（(]?[\d一二三四五六七八九十]+[、．.)）]|第.{1,3}[章条]|[①-⑳]")
Numbered = tuple[str, LineKind, int]


def read_html(text: str) -> tuple[SourceLine, ...]:
    """Lines numbered by where they stand in the file; Refusal if there is nothing to read."""
    if "<!entity" in text[:PROLOG].lower():
        raise Refusal("网页里有不该有的实体声明，为安全起见不读；请用浏览器打开，全选复制到 Word 后另存为 .docx")
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        root = etree.fromstring(text.replace("\x00", "").encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Refusal("网页内容读不通；请用浏览器打开，全选复制到 Word 后另存为 .docx") from error
    if any("depth" in str(entry.message).lower() for entry in parser.error_log):
        raise Refusal("网页嵌套过深；请用浏览器打开，全选复制到 Word 后另存为 .docx")
    page = _Page()
    if root is not None:
        page.walk(root)
    if not any(line.strip() for line, _, _ in page.lines):
        raise Refusal("网页里没有文字（可能由脚本生成）；请用浏览器打开，全选复制到 Word 后另存为 .docx")
    return tuple(SourceLine(line, number, kind) for line, kind, number in page.lines)


class _Page:
    """The walk over the tree, without recursion: pages nest as deep as they like."""

    def __init__(self) -> None:
        self.lines: list[Numbered] = []
        self._pieces: list[str] = []
        self._number = 1
        self._outer: list[list[Numbered]] = []
        """Lists of lines around the cell that is being read."""
        self._rows: list[list[list[Numbered]]] = []
        self._counts: dict[etree._Element, int] = {}
        """Last number of each ordered list."""
        self._spans: list[dict[int, int]] = []
        """For each table being read: column → rows below that its last cell still covers."""
        self._preformatted = 0

    def walk(self, root: etree._Element) -> None:
        events = etree.iterwalk(root, events=("start", "end"))
        for event, node in events:
            tag = node.tag if isinstance(node.tag, str) else ""
            if event == "end":
                self._end(tag)
                self._add(node.tail, node)
            elif tag in SKIPPED or _is_hidden(node):
                events.skip_subtree()
            else:
                self._start(tag, node)
                self._add(node.text, node)
        self._break()
        while self._rows:
            self._end("td")
            self._end("tr")

    def _start(self, tag: str, node: etree._Element) -> None:
        if tag == "br":
            self._break(keep=True)
        elif tag in BLOCKS:
            self._break()
            self._preformatted += tag == "pre"
            if tag == "li":
                self._add(_item_number(node, self._counts), node)
        elif tag == "tr":
            self._break()
            self._rows.append([])
        elif tag in {"td", "th"} and self._rows:
            self._break()
            self._cell(node)
        elif tag == "table":
            self._break()
            self._spans.append({})

    def _end(self, tag: str) -> None:
        if tag in BLOCKS:
            self._break()
            self._preformatted -= tag == "pre"
        elif tag in {"td", "th"} and self._rows and self._outer:
            self._break()
            self.lines = self._outer.pop()
        elif tag == "tr" and self._rows:
            self._break()
            self._row(self._rows.pop())
        elif tag == "table" and self._spans:
            self._break()
            self._spans.pop()

    def _cell(self, node: etree._Element) -> None:
        """Open a cell, after empty ones for those that reach down from rows above."""
        row, spans = self._rows[-1], self._spans[-1] if self._spans else {}
        while spans.get(len(row), 0) > 0:
            spans[len(row)] -= 1
            row.append([])
        self._outer.append(self.lines)
        self.lines = []
        down = _span(node, "rowspan") - 1
        for index in range(_span(node, "colspan")):
            spans[len(row)] = down
            row.append([] if index else self.lines)

    def _row(self, cells: list[list[Numbered]]) -> None:
        row: Row = [[(text, kind) for text, kind, _ in cell] for cell in cells]
        if stays_apart(row):
            self.lines += [line for cell in cells for line in cell]
        else:
            number = min((line[2] for cell in cells for line in cell), default=self._number)
            self.lines += [(text, kind, number) for text, kind in row_lines(row)]

    def _add(self, text: str | None, node: etree._Element) -> None:
        if not text:
            return
        if not self._pieces and text.strip():
            before = len(text) - len(text.lstrip())
            self._number = _line_of(node) + text.count("\n", 0, before)
        if not self._preformatted:
            self._pieces.append(text)
            return
        first, *others = text.split("\n")
        self._pieces.append(first.replace(" ", "\u00a0"))
        for line in others:
            self._break(keep=True)
            self._pieces.append(line.replace(" ", "\u00a0"))

    def _break(self, *, keep: bool = False) -> None:
        """End the line; an empty one only counts after `<br>`."""
        text = GAP.sub(" ", WIDE.sub("", "".join(self._pieces)))
        self._pieces.clear()
        text = clean(text.strip(" ")).rstrip()
        if text or keep:
            self.lines.append((text, LineKind.PARAGRAPH, self._number))


def _line_of(node: etree._Element) -> int:
    line: object = node.sourceline
    return line if isinstance(line, int) else 1


def _is_hidden(node: etree._Element) -> bool:
    return node.get("hidden") is not None or HIDDEN.search(node.get("style", "")) is not None


def _span(node: etree._Element, name: str) -> int:
    span = node.get(name, "1").strip()
    return min(max(int(span), 1), 60) if span.isdecimal() and len(span) < 4 else 1


def _item_number(node: etree._Element, counts: dict[etree._Element, int]) -> str:
    """The number that a browser puts before an item of `<ol>`, unless the text brings one or the style removes it."""
    parent = node.getparent()
    if parent is None or parent.tag != "ol":
        return ""
    number = counts[parent] = counts.get(parent, _start(parent)) + 1
    bare = "list-style" in parent.get("style", "") + node.get("style", "")
    if bare or MARKED.match("".join(map(str, islice(node.itertext(), 5))).lstrip()[:8]):
        return ""
    written = {"a": letters(number).lower(), "A": letters(number), "i": roman(number).lower(), "I": roman(number)}
    return f"{written.get(parent.get('type', '1'), number)}. "


def _start(ordered: etree._Element) -> int:
    """One less than the first item's number."""
    first = ordered.get("start", "1")
    return int(first) - 1 if first.isdecimal() and len(first) < 6 else 0

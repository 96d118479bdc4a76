"""Where the fields of a template stand: every `{{ … }}` and `{% … %}` with its paragraph, and what is written wrongly.

This look at the paragraphs comes before anything else reads the fields. What passes it has its braces closed within a
paragraph's own text, so that the patterns which later put torn runs together can neither run wild nor eat the document.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from lxml import etree

from generators.template.container import Container, Part
from zerenku.extract.word.names import w

PLACES: Final = {
    "document": "正文",
    "header": "页眉",
    "footer": "页脚",
    "footnotes": "脚注",
    "endnotes": "尾注",
}
"""The kinds of parts that may hold fields, and what a clerk calls them."""
MAX_TAGS: Final = 2_000
MAX_CODE: Final = 400
QUOTED: Final = 40
CLOSERS: Final = {"{{": "}}", "{%": "%}", "{#": "#}"}
OPENER: Final = re.compile(r"\{\{|\{%|\{#")
CLOSER: Final = re.compile(r"\}\}|%\}|#\}")
LINE_TAG: Final = re.compile(r"\{[{%#]-?(tr|tc|p|r)\s")
UNSUPPORTED: Final = re.compile(r"\{%-?\s*(colspan|cellbg|hm)\b")
MERGE: Final = re.compile(r"\{%-?\s*vm\b")
SINGLE: Final = re.compile(r"(?<!\{)\{\s*([\w.]+)\s*\}(?!\})|｛+\s*([\w.]+)\s*｝+|\{｛\s*([\w.]+)")
ALONE: Final = {"tr": "表格的一行", "p": "一段"}
WHOLE_FIELD: Final = "每个字段要在同一段里写完整"


@dataclass(frozen=True, slots=True)
class Spot:
    """A paragraph: the part's Chinese name, the count in the part from 1, and its words."""

    place: str
    number: int
    text: str

    def __str__(self) -> str:
        words = " ".join(self.text.split())
        shown = f"“{words[:QUOTED]}{'…' if len(words) > QUOTED else ''}”" if words else ""
        return self.place + (f"第{self.number}段" if self.number else "") + shown


@dataclass(frozen=True, slots=True)
class Tag:
    """One field or instruction, as written, braces included."""

    code: str
    spot: Spot


@dataclass(frozen=True, slots=True)
class Flaw:
    """Something written wrongly: what (a Chinese clause), what to do, where. A doubt does not stop the filling."""

    text: str
    suggest: str
    spot: Spot
    doubt: bool = False


@dataclass(frozen=True, slots=True)
class Tagged:
    """The fields of a whole template in order, and the flaws seen so far."""

    tags: tuple[Tag, ...]
    flaws: tuple[Flaw, ...]


def tagged(container: Container) -> Tagged:
    """Every field of every part that may hold some."""
    tags: list[Tag] = []
    flaws: list[Flaw] = []
    for part in fillable(container):
        for item in () if part.root is None else _of_part(part, part.root):
            if isinstance(item, Tag):
                tags.append(item)
            else:
                flaws.append(item)
    if len(tags) > MAX_TAGS:
        flaws.append(Flaw(f"字段太多（{len(tags)} 处）", f"请减到 {MAX_TAGS} 处以内", tags[MAX_TAGS].spot))
    return Tagged(tuple(tags), tuple(flaws))


def fillable(container: Container) -> Iterator[Part]:
    """The parts that may hold fields, the body first."""
    for kind in PLACES:
        yield from container.of(kind)


@dataclass(frozen=True, slots=True, eq=False)
class _Paragraph:
    """A paragraph with its own words, those of a text box inside it left out, and the fields among them."""

    node: etree._Element
    spot: Spot
    found: tuple[Tag | Flaw, ...]

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(item.code for item in self.found if isinstance(item, Tag))


def _of_part(part: Part, root: etree._Element) -> Iterator[Tag | Flaw]:
    place = PLACES[part.kind]
    texts: dict[etree._Element, list[str]] = {node: [] for node in root.iter(w("p"))}
    for node in root.iter(w("t")):
        if (owner := _around(node, "p")) is not None:
            texts[owner].append(node.text or "")
    paragraphs = {}
    for number, (node, words) in enumerate(texts.items(), start=1):
        spot = Spot(place, number, "".join(words))
        paragraphs[node] = _Paragraph(node, spot, tuple(_of_text(spot)))
        yield from paragraphs[node].found
    yield from _misplaced(root, place, paragraphs)
    yield from _torn(list(paragraphs.values()))
    yield from _crowded(paragraphs.values())
    yield from _merging(paragraphs.values())


def _around(node: etree._Element, name: str) -> etree._Element | None:
    """The nearest element of that name around a node."""
    return next(node.iterancestors(w(name)), None)


def _of_text(spot: Spot) -> Iterator[Tag | Flaw]:
    """The fields of one paragraph; a flaw where braces do not pair."""
    text, at = spot.text, 0
    for wrong in SINGLE.finditer(text):
        name = next(filter(None, wrong.groups()), "")
        yield Flaw(f"“{wrong[0]}”不会填写", f"字段要用两对半角花括号：{{{{ {name} }}}}", spot, doubt=True)
    while start := OPENER.search(text, at):
        end = text.find(CLOSERS[start[0]], start.end())
        code = text[start.start() : end + 2]
        if end < 0 or OPENER.search(code, 2) or CLOSER.search(text, at, start.start()):
            break
        at = end + 2
        yield _of_code(code, spot)
    if start or CLOSER.search(text, at):
        yield Flaw(f"花括号没有配对（{text[at:].strip()[:QUOTED]}）", WHOLE_FIELD, spot)


def _of_code(code: str, spot: Spot) -> Tag | Flaw:
    line = LINE_TAG.match(code)
    if len(code) > MAX_CODE:
        return Flaw("字段太长", f"请改短到 {MAX_CODE} 字以内", spot)
    if line and code.startswith("{{"):
        return Flaw(f"“{code}”不能这样写", "值都是文字，请去掉花括号后面的字母", spot)
    if (line and line[1] == "tc") or UNSUPPORTED.match(code):
        return Flaw(f"不支持 {code}", "列数、底色请在模板里定好；按行循环用 {%tr for … %}", spot)
    return Tag(code, spot)


def _misplaced(root: etree._Element, place: str, paragraphs: Mapping[etree._Element, _Paragraph]) -> Iterator[Flaw]:
    """Fields where none can be filled: in attributes, Word's own codes, deleted text."""
    for node in root.iter():
        owner = _around(node, "p")
        written = [*map(str, node.attrib.values()), node.tail or ""]
        if node.tag != w("t") or owner is None:
            written.append(node.text or "")
        if any(OPENER.search(text) or CLOSER.search(text) for text in written):
            spot = Spot(place, 0, "") if owner is None else paragraphs[owner].spot
            yield Flaw("字段写在了不能填的地方（域、修订、图片说明等）", "请写成普通文字", spot)


def _torn(paragraphs: Sequence[_Paragraph]) -> Iterator[Flaw]:
    """Braces that would pair across the end of a paragraph."""
    for one, following in pairwise(paragraphs):
        if one.spot.text.endswith(("{", "%", "}", "#")) and following.spot.text.startswith(("{", "%", "#", "}")):
            both = one.spot.text[-1] + following.spot.text[0]
            if both in CLOSERS or both in CLOSERS.values():
                yield Flaw("花括号断在两段之间", WHOLE_FIELD, one.spot)


def _crowded(paragraphs: Iterable[_Paragraph]) -> Iterator[Flaw]:
    """Instructions that stand for a whole row or paragraph, but share it (the rest would vanish) or are outside one."""
    for letter, what in ALONE.items():
        groups: dict[etree._Element, list[_Paragraph]] = {}
        for item in paragraphs:
            around = item.node if letter == "p" else _around(item.node, letter)
            marked = [code for code in item.codes if (line := LINE_TAG.match(code)) and line[1] == letter]
            if around is not None:
                groups.setdefault(around, []).append(item)
            elif marked:
                yield Flaw(f"{marked[0]} 要写在{what}里", "不在表格里的循环用 {%p for … %}", item.spot)
        for group in groups.values():
            yield from _shared(group, letter, what)


def _merging(paragraphs: Iterable[_Paragraph]) -> Iterator[Flaw]:
    """`{% vm %}` in anything but a plain cell: its pattern would search the rest of the document again and again."""
    for item in paragraphs:
        cell = _around(item.node, "tc")
        if any(map(MERGE.match, item.codes)) and (
            cell is None or cell[0].tag != w("tcPr") or sum(1 for _ in cell.iter(w("tcPr"))) > 1
        ):
            yield Flaw("{% vm %} 要写在表格的一格里，格里不能再有表格", "请移到要合并的那一格", item.spot)


def _shared(group: Sequence[_Paragraph], letter: str, what: str) -> Iterator[Flaw]:
    words = "".join(item.spot.text for item in group).strip()
    for item in group:
        for code in item.codes:
            line = LINE_TAG.match(code)
            if line and line[1] == letter and words != code:
                yield Flaw(f"{code} 要独占{what}", "同在一处的其他文字和字段请移开", item.spot)
                return

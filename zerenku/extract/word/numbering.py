"""Automatic numbers: what Word prints before a paragraph, from numbering.xml and the paragraphs so far.

Rules of ECMA-376 part 1, 17.9, where the text leaves a choice as Word and LibreOffice agree:
- all `w:num` of one `w:abstractNum` count on together, unless one brings a `w:startOverride`, which applies once;
- a level begins again after any higher level, or after the one that `w:lvlRestart` names, or (0) never;
- a higher level that was skipped counts as used once, with its start value;
- `w:isLgl` turns the numbers of higher levels into digits.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from lxml import etree

from zerenku.extract.numberforms import FORMS, printed
from zerenku.extract.word.names import COMPATIBILITY, VAL, integer, switch, value, w
from zerenku.extract.word.styles import Styles

LEVELS: Final = 9
PLACE: Final = re.compile(r"%([1-9])")
TIGHT: Final = "、．。，：；）〕】》 \t\u3000"
"""After these a Chinese number needs no gap, though Word sets a tab that the text does not have."""


@dataclass(frozen=True, slots=True)
class Level:
    """One `w:lvl`. `pattern` is its `lvlText`; `restart` None means: after any higher level."""

    start: int = 1
    form: str = "decimal"
    pattern: str = ""
    suffix: str = "tab"
    legal: bool = False
    restart: int | None = None
    style: str | None = None


@dataclass(frozen=True, slots=True)
class List:
    """One `w:num`: levels after its overrides, start values that it imposes, and the counter it shares."""

    counter: str
    levels: dict[int, Level]
    starts: dict[int, int]


class Numbering:
    """Counts through one document: ask `label` once for every numbered paragraph, in reading order."""

    def __init__(self, root: etree._Element | None, styles: Styles) -> None:
        self._lists: dict[str, List] = {} if root is None else dict(_lists(root, styles))
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()

    def level_of_style(self, num_id: str, style: str) -> int | None:
        """The level of a list that is tied to a paragraph style."""
        found = self._lists.get(num_id)
        levels = found.levels.items() if found else ()
        return next((index for index, level in levels if level.style == style), None)

    def label(self, num_id: str, index: int) -> str:
        """The number with the gap after it; empty for bullets, unknown lists and levels without text."""
        found = self._lists.get(num_id)
        if found is None or not 0 <= index < LEVELS:
            return ""
        counts = self._counts.setdefault(found.counter, [None] * LEVELS)
        self._advance(num_id, found, index, counts)
        level = found.levels.get(index, Level())
        if level.form == "bullet":
            return ""

        def number(match: re.Match[str]) -> str:
            upper = int(match[1]) - 1
            shown = counts[upper]
            form = found.levels.get(upper, Level()).form
            if level.legal and upper != index and FORMS.get(form) is not FORMS["none"]:
                form = "decimal"
            return printed(form, _start(found, upper) if shown is None else shown)

        text = PLACE.sub(number, level.pattern)
        return text + _gap(text, level.suffix)

    def _advance(self, num_id: str, found: List, index: int, counts: list[int | None]) -> None:
        before = counts[index]
        fresh = index in found.starts and (num_id, index) not in self._begun
        self._begun.add((num_id, index))
        counts[index] = _start(found, index) if before is None or fresh else before + 1
        for upper in range(index):
            if counts[upper] is None:
                counts[upper] = _start(found, upper)
        for lower in range(index + 1, LEVELS):
            restart = found.levels.get(lower, Level()).restart
            if restart is None or index < restart:
                counts[lower] = None


def _start(found: List, index: int) -> int:
    return found.starts.get(index, found.levels.get(index, Level()).start)


def _gap(label: str, suffix: str) -> str:
    return "" if not label or suffix == "nothing" or label[-1] in TIGHT else " "


def _lists(root: etree._Element, styles: Styles) -> Iterator[tuple[str, List]]:
    abstracts = {node.get(w("abstractNumId"), ""): node for node in root.iterchildren(w("abstractNum"))}
    nums = {node.get(w("numId"), ""): node for node in root.iterchildren(w("num"))}
    read: dict[str, dict[int, Level]] = {}
    for num_id, node in nums.items():
        counter = _resolved(value(node, "abstractNumId") or "", abstracts, nums, styles)
        if counter not in abstracts:
            continue
        if counter not in read:
            read[counter] = _levels(abstracts[counter])
        levels, starts = read[counter], {}
        for override in node.iterchildren(w("lvlOverride")):
            index = integer(override.get(w("ilvl")))
            if index is None:
                continue
            levels = {**levels, **_levels(override)}
            start = integer(value(override, "startOverride"))
            if start is not None:
                starts[index] = start
        yield num_id, List(counter, levels, starts)


def _resolved(
    abstract: str, abstracts: dict[str, etree._Element], nums: dict[str, etree._Element], styles: Styles
) -> str:
    """An abstract list may only point to the list style (`numStyleLink`) that holds the real one."""
    for _ in range(5):
        style = value(abstracts.get(abstract), "numStyleLink")
        stated = styles.numbering(style) if style else None
        if stated is None:
            break
        abstract = value(nums.get(stated[0]), "abstractNumId") or ""
    return abstract


def _levels(parent: etree._Element) -> dict[int, Level]:
    found = {}
    for node in parent.iterchildren(w("lvl")):
        index = integer(node.get(w("ilvl")))
        if index is not None:
            found[index] = _level(node)
    return found


def _level(node: etree._Element) -> Level:
    start = integer(value(node, "start"))
    return Level(
        start=1 if start is None else start,
        form=_form(node),
        pattern=value(node, "lvlText") or "",
        suffix=value(node, "suff") or "tab",
        legal=bool(switch(node, "isLgl")),
        restart=integer(value(node, "lvlRestart")),
        style=value(node, "pStyle"),
    )


def _form(node: etree._Element) -> str:
    """The number format; Word 2010's own formats (001, 002) stand in a Choice with the pattern beside them."""
    formats = list(node.iter(w("numFmt")))
    if not formats:
        return "decimal"
    custom = formats[0]
    if custom.get(VAL) == "custom" and len(formats) == 1:
        return "decimalZero" if custom.get(w("format"), "").startswith("01") else "decimal"
    inside = [
        found
        for found in formats
        if (parent := found.getparent()) is not None and parent.tag == f"{COMPATIBILITY}Fallback"
    ]
    return (inside or formats)[0].get(VAL) or "decimal"

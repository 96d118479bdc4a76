"""The head of a paper: 密级 and 紧急程度, the red mark, the number, 签发人 and the red rule, wherever they stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from zerenku.proof.figures import mm
from zerenku.proof.heights import height, heights, ink_tail, ink_top, line_height
from zerenku.proof.paper import Genre, Mark, RedRule, Role
from zerenku.proof.values import Border, Item, Paragraph, Section, is_red

NUMBERED: Final = re.compile(
    r"[^\s。，；：:“《]{1,20}[〔\[［【（(][\s\u3000\d×]{0,6}[〕\]］】）)][\s\u3000]*第?[\s\u3000\d×]*号(?:$|\s)"
)
ORDER_NUMBERED: Final = re.compile(r"第\s*[\d一二三四五六七八九十〇]+\s*号")
FLAG: Final = re.compile(r"\s*(?:\d{6}|(?:绝密|机密|秘密).{0,12}|特\s*[急提]|[加平]\s*急)\s*")
TITLED: Final = re.compile(r"关于|通知|方案|意见|办法|规定|报告|请示|批复")
SIGNER: Final = "签发人"
ORDERS: Final = ("令",)
DOUBLE: Final = frozenset(
    {"thickThinSmallGap", "thinThickSmallGap", "thickThinMediumGap", "thinThickMediumGap", "double"}
)
REACH: Final = 16
"""Items with text in which a head ends."""
MARK_LEAST: Final = 22.0
MARK_LONGEST: Final = 60


@dataclass(frozen=True, slots=True)
class Head:
    """What stands over the title: its roles by item, and the first item behind it."""

    genre: Genre = Genre.PLAIN
    mark: Mark | None = None
    rule: RedRule | None = None
    roles: dict[int, Role] = field(default_factory=dict)
    end: int = 0


def read_head(items: Sequence[Item], sections: Sequence[Section]) -> Head:
    """The head, of whatever kind, or one of nothing."""
    near = _near(items)
    number = _number(items, near)
    at, lines = _mark(items, near if number is None else [index for index in near if index < number], number)
    in_header = not at
    if in_header:
        lines = _header_mark(sections)
    genre = _genre(lines, items, near, in_header=in_header)
    roles: dict[int, Role] = {}
    for index in near:
        item = items[index]
        if isinstance(item, Paragraph) and (number is None or index < number) and FLAG.fullmatch(item.text):
            roles[index] = Role.FLAG
    roles |= dict.fromkeys(at, Role.MARK)
    if number is not None:
        roles |= _number_lines(items, near, number)
    rule_at = _rule_at(items, near, max(roles, default=-1), found=bool(lines) or number is not None)
    if rule_at is not None and rule_at[0] not in roles:
        roles[rule_at[0]] = Role.RULE
    mark = _made_mark(items, sections, lines, next(iter(at), None)) if lines else None
    rule = None if rule_at is None else _rule(items, sections, *rule_at, number=number)
    return Head(genre, mark, rule, roles, max(roles, default=-1) + 1)


def _near(items: Sequence[Item]) -> list[int]:
    """The indices of the items in which a head may stand: up to the first text of any length."""
    found: list[int] = []
    printed = 0
    for index, item in enumerate(items):
        text = item.text.strip()
        printed += bool(text)
        if printed > REACH or (isinstance(item, Paragraph) and len(text) > MARK_LONGEST and "。" in text):
            break
        found.append(index)
    return found


def _is_mark(item: Item, *, numbered: bool) -> bool:
    """Large and red; over a number, large will do, for somebody may have forgotten the colour."""
    lines = [item] if isinstance(item, Paragraph) else item.paragraphs
    printed = [line for line in lines if not line.blank]
    return bool(printed) and all(
        (line.look.red or (numbered and not TITLED.search(line.text)))
        and line.look.size >= MARK_LEAST
        and len(line.text) <= MARK_LONGEST
        for line in printed
    )


def _mark(items: Sequence[Item], near: Sequence[int], number: int | None) -> tuple[list[int], tuple[Paragraph, ...]]:
    """The items in a row that are the mark, for several issuers may stand line by line; and their lines."""
    numbered = number is not None
    places: list[int] = []
    lines: list[Paragraph] = []
    for index in near:
        item = items[index]
        if _is_mark(item, numbered=numbered):
            places.append(index)
            lines += [item] if isinstance(item, Paragraph) else [line for line in item.paragraphs if not line.blank]
        elif places:
            break
    return places, tuple(lines)


def _header_mark(sections: Sequence[Section]) -> tuple[Paragraph, ...]:
    first = sections[0] if sections else None
    if first is None:
        return ()
    story = first.headers.get("first", ()) if first.first_differs else first.headers.get("default", ())
    return tuple(line for line in story if not line.blank and line.look.red and line.look.size >= MARK_LEAST)


def _number(items: Sequence[Item], near: Sequence[int]) -> int | None:
    for index in near:
        item = items[index]
        text = item.text.strip() if isinstance(item, Paragraph) else ""
        if text and len(text) <= MARK_LONGEST and (NUMBERED.match(text) or ORDER_NUMBERED.fullmatch(text)):
            return index
    return None


def _number_lines(items: Sequence[Item], near: Sequence[int], number: int) -> dict[int, Role]:
    """The line of the number, and those over and under it that name who signed."""
    roles = {number: Role.NUMBER}
    for index in near:
        item = items[index]
        if index == number or not isinstance(item, Paragraph) or SIGNER not in item.text:
            continue
        roles |= {at: Role.SIGNER for at in range(min(index, number), max(index, number) + 1) if at != number}
    return roles


def _rule_at(items: Sequence[Item], near: Sequence[int], last: int, *, found: bool) -> tuple[int, Paragraph] | None:
    """The paragraph that draws the rule: the last line of the head itself, or one of the next few."""
    if not found:
        return None
    for index in near:
        item = items[index]
        if isinstance(item, Paragraph) and last - 1 <= index <= last + 3 and (_border(item) or item.drawn):
            return index, item
    return None


def _border(paragraph: Paragraph) -> Border | None:
    borders = [border for border in paragraph.shape.borders if border.drawn and border.side in {"top", "bottom"}]
    return next(iter(sorted(borders, key=lambda border: not is_red(border.colour))), None)


def _genre(lines: Sequence[Paragraph], items: Sequence[Item], near: Sequence[int], *, in_header: bool) -> Genre:
    if not lines:
        return Genre.PLAIN
    said = lines[-1].text.strip()
    if said.endswith(ORDERS):
        return Genre.ORDER
    doubled = any(
        border.kind in DOUBLE
        for index in near
        if isinstance(item := items[index], Paragraph)
        for border in item.shape.borders
    )
    return Genre.LETTER if in_header or doubled else Genre.RED_HEAD


def _made_mark(
    items: Sequence[Item], sections: Sequence[Section], lines: tuple[Paragraph, ...], at: int | None
) -> Mark:
    """The mark with its place; that of a mark in a text box shows only when the page is rendered."""
    text = "".join(line.text.strip() for line in lines)
    if at is not None:
        section = sections[items[at].section]
        first = items[at]
        if isinstance(first, Paragraph) and first.boxed:
            return Mark(text, lines, at, None)
        before = first.shape.before if isinstance(first, Paragraph) else 0
        above = sum(height(item, section) for item in items[:at]) + before
        return Mark(text, lines, at, mm(above + ink_top(lines[0], section)))
    section = sections[0]
    story = section.headers["first"] if section.first_differs else section.headers["default"]
    index = next(index for index, line in enumerate(story) if line is lines[0])
    if lines[0].boxed:
        return Mark(text, lines, -1, None)
    above = section.header + sum(height(line) for line in story[:index]) + lines[0].shape.before
    return Mark(text, lines, -1, mm(above + ink_top(lines[0])))


def _rule(
    items: Sequence[Item], sections: Sequence[Section], at: int, paragraph: Paragraph, *, number: int | None
) -> RedRule:
    border = _border(paragraph)
    if border is None:
        drawn = paragraph.drawn[0]
        return RedRule(drawn.colour, 0, 0, at, None, drawn.length or None)
    shape = paragraph.shape
    inset = abs(shape.left) + abs(shape.right) + abs(min(shape.first, 0))
    gap = None if number is None or number > at else _gap(items, sections, number, at, border)
    return RedRule(border.colour, inset, border.size, at, gap)


def _gap(items: Sequence[Item], sections: Sequence[Section], number: int, at: int, border: Border) -> float | None:
    """Millimetres from the number's ink to the rule."""
    line, ruled = items[number], items[at]
    if not isinstance(line, Paragraph) or not isinstance(ruled, Paragraph):
        return None
    section = sections[line.section]
    gap = ink_tail(line, section)
    if at != number:
        gap += heights(items, number, at, section)
        gap += line_height(ruled, section) if border.side == "bottom" else 0
    return mm(gap + border.space * 20 * (1 if border.side == "bottom" else -1))

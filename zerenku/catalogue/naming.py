"""Which place a plan belongs to and what to call it: read from the names of its issuers, else from its title."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from zerenku.catalogue.registers import Registers
from zerenku.model.plan import Plan
from zerenku.model.register import Level, Place

Syllables = Callable[[str], tuple[str, ...]]
"""Pinyin of each character, without tones, letters and digits as they are."""

LONGEST_SLUG: Final = 14
"""Characters of a place's id: the anchors of a plan, which begin with it, must fit in Word's 40."""
WORD: Final = r"(?:(?!关于|印发|转发|政府|[局委厅院镇乡])[\u4e00-\u9fff])"
LEVELS: Final = (
    (Level.PROVINCE, re.compile(rf"{WORD}{{2,6}}?(?:省|自治区)")),
    (Level.CITY, re.compile(rf"{WORD}{{1,8}}?(?:市(?!场|容|政(?![府协]))|自治州|州(?![市县区镇乡])|地区|盟)")),
    (Level.COUNTY, re.compile(rf"{WORD}{{1,10}}?[县区旗市]")),
    (Level.TOWN, re.compile(rf"{WORD}{{1,8}}?(?:街道|[镇乡])")),
)
# Ends like a place but names none: 城乡建设, 全区, 各镇.
NO_PLACE: Final = re.compile(
    r"(?:城乡|乡镇|城镇|村镇|社区|小区|市区|辖区|景区|灾区|城市|[全各本我该一][省市县区旗镇乡])$|^[省市县区镇乡]"
)
BEFORE: Final = re.compile(r"^(?:关于|印发|转发|发布|公布|做好|开展|《|中国?共(?:产党)?|\d{4} ?年(?:度|全?国)?)+")
NATION: Final = re.compile(r"国务院|国家|全国|中央|中华人民共和国|[\u4e00-\u9fff]{2,8}部(?:办公厅)?$")
SUFFIX: Final = re.compile(r"(?:自治[区州县]|街道|(?<!开发)(?<!园)(?<!新)[省市县区旗镇乡])$")


@dataclass(frozen=True, slots=True)
class PlacePart:
    """One level of a written place name: 青禾县, county."""

    name: str
    level: Level


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """The place of a plan: `known` if registered, else the parts as written, outermost first."""

    known: Place | None
    parts: tuple[PlacePart, ...] = ()


def place_of(plan: Plan, registers: Registers) -> NamedPlace | None:
    """The place that issued a plan; None when neither issuers nor titles name one."""
    titles = [title for title in (plan.title, plan.notice_title) if title]
    for names in (plan.issuers, titles):
        for name in names:
            parts = place_parts(name)
            if not parts and names is plan.issuers and NATION.match(name):
                parts = (PlacePart("全国", Level.NATION),)
            if parts:
                return NamedPlace(registered(parts, registers), parts)
        known = next((place for name in names if (place := _mentioned(name, registers))), None)
        if known is not None:
            return NamedPlace(known)
    return None


def place_parts(name: str) -> tuple[PlacePart, ...]:
    """The levels that a name begins with: 平川县柳塘镇人民政府 → 平川县, 柳塘镇."""
    at = BEFORE.match(name)
    rest = name[at.end() :] if at else name
    parts = []
    for level, pattern in LEVELS:
        match = pattern.match(rest)
        if match and not NO_PLACE.search(match[0]):
            parts.append(PlacePart(match[0], level))
            rest = rest[match.end() :]
    return tuple(parts)


def registered(parts: tuple[PlacePart, ...], registers: Registers) -> Place | None:
    """The entry that means the innermost part, lying in what the outer ones mean; None if none or several do."""
    found = [place for place in registers.places.entries if _means(place, parts)]
    found = [place for place in found if not _lies_elsewhere(place, parts[:-1], registers)]
    if len(found) > 1:
        found = [place for place in found if place.name == parts[-1].name]
    return found[0] if len(found) == 1 else None


def _lies_elsewhere(place: Place, outer: tuple[PlacePart, ...], registers: Registers) -> bool:
    """Whether a place above it has the level of an outer part and another name."""
    for above in registers.place_chain(place.id)[1:]:
        for part in outer:
            if part.level == above.level and not _means(above, (part,)):
                return True
    return False


def _means(place: Place, parts: tuple[PlacePart, ...]) -> bool:
    joined = "".join(part.name for part in parts)
    inner = parts[-1]
    names = {place.name, *place.aliases}
    if joined in names or inner.name in names:
        return True
    return place.name.endswith(inner.name) or (place.level == inner.level and place.short == short_name(inner.name))


def _mentioned(name: str, registers: Registers) -> Place | None:
    """The entry whose longest name stands in `name`; None when two are equally long."""
    hits = [
        (len(known), place)
        for place in registers.places.entries
        for known in (place.name, place.short, *place.aliases)
        if len(known) > 1 and known in name
    ]
    longest = max((size for size, _ in hits), default=0)
    best = {place.id: place for size, place in hits if size == longest}
    return next(iter(best.values())) if len(best) == 1 else None


def short_name(name: str) -> str:
    """柳塘镇 → 柳塘; a name that would be left with one character keeps its ending."""
    short = SUFFIX.sub("", name)
    return short if len(short) > 1 else name


def slug_of(name: str, syllables: Syllables, *, longest: int = LONGEST_SLUG) -> str:
    """The pinyin of a name in one word, only the initials where that is too long; empty if nothing can be spelt."""
    spelt = [re.sub(r"[^a-z0-9]", "", part.lower()) for part in syllables(name)]
    whole = "".join(spelt)
    return whole if len(whole) <= longest else "".join(part[:1] for part in spelt)[:longest]


def free_id(wanted: str, taken: Callable[[str], bool]) -> str:
    """`wanted`, or with the first of -2, -3 … that is not taken."""
    return next(name for name in _numbered(wanted) if not taken(name))


def _numbered(wanted: str) -> Iterator[str]:
    yield wanted
    number = 2
    while True:
        yield f"{wanted}-{number}"
        number += 1


def year_of(plan: Plan) -> str | None:
    """The year of a plan's id: when it was signed, else of its number, its period, its title."""
    said: Iterable[str] = (
        str(plan.issued or ""),
        (re.findall(r"〔(\d{4})〕", plan.number or "") or [""])[0],
        plan.period[0] if plan.period else "",
        (re.findall(r"(?<!\d)((?:19|20)\d{2})(?!\d)", f"{plan.title}{plan.notice_title or ''}") or [""])[0],
    )
    return next((text[:4] for text in said if text), None)

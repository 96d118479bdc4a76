"""Who issued a text: the issuer's places, its level, and the words that belong to that level."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from zerenku.catalogue.registers import Registers
from zerenku.model.outline import Head
from zerenku.model.register import Level, Place

_H: Final = "\u4e00-\u9fff"
UNIT: Final = re.compile(
    rf"(?P<name>(?![全各本我该])[{_H}]{{1,7}}?)"
    r"(?P<kind>自治区|自治州|自治县|自治旗|省|市(?![区场])|[州盟旗镇乡](?![市县区镇乡]|建设|规划|融合)|区|县|街道)"
)
LEAD: Final = re.compile(r"(?:中国共产党|中共|关于|印发|转发|批转|《|〈|\s)*")
SEAT: Final = "人民政府"
"""Stands between a district and its street: 某区人民政府某街道办事处."""
ZONE: Final = re.compile(r"(?:开发|园|新|管理|度假|示范|工业|景|港|合作|保税|功能)区$")
# Municipalities directly under the state: their 市 is a province's equal.
MUNICIPALITIES: Final = frozenset(("北京", "上海", "天津", "重庆"))
LEVELS: Final = {
    **dict.fromkeys(("省", "自治区"), Level.PROVINCE),
    **dict.fromkeys(("州", "盟", "自治州"), Level.CITY),
    **dict.fromkeys(("区", "县", "旗", "自治县", "自治旗"), Level.COUNTY),
    **dict.fromkeys(("镇", "乡", "街道"), Level.TOWN),
}
RANK: Final = {level: rank for rank, level in enumerate(Level)}
"""From the nation (0) down to the town (4)."""


@dataclass(frozen=True, slots=True)
class Standing:
    """The issuer's place names from the outermost inward (with their 省, 市 …), its level, and its register entry.

    `sure` is false where 市 may be a prefecture's or a county's; `level` is None where nothing names a place.
    """

    names: tuple[str, ...] = ()
    level: Level | None = None
    sure: bool = True
    place: Place | None = None

    @property
    def kind(self) -> str:
        """The character of the own level: 省, 市, 区, 县, 镇 …; empty if unknown."""
        return self.names[-1][-1].replace("道", "街道") if self.names else ""


def standing_of(head: Head, registers: Registers) -> Standing:
    """The issuer's standing, from its name, else from the title of its plan."""
    said = [issuer.value for issuer in head.issuers]
    said += [title.value for title in (head.plan_title, head.title) if title is not None]
    if any(name.startswith(("国务院", "中共中央", "中央")) for name in said[:1]):
        return Standing((), Level.NATION)
    best = Standing()
    for name in said:
        found = _read(name, registers)
        if len(found.names) > len(best.names):
            best = found
        if best.names and name is said[len(head.issuers) - 1 if head.issuers else 0]:
            break
    return best


def _read(name: str, registers: Registers) -> Standing:
    units = tuple(_units(name))
    if not units:
        return Standing()
    entries = [entry for unit in reversed(units) for entry in registers.places.named(unit)][:1]
    if not entries:
        # The register may write the town with its county: 某县某镇 answers to 某镇 where no other place ends so.
        whole = [entry for entry in registers.places.entries if entry.name.endswith(units[-1])]
        entries = whole if len(whole) == 1 else []
    place = entries[0] if entries and entries[0].name.endswith(units[-1]) else None
    if place is not None:
        above = tuple(item.name for item in reversed(registers.place_chain(place.id)[1:]))
        return Standing((*above, units[-1]), place.level, place=place)
    level, sure = _level(units)
    return Standing(units, level, sure)


def _units(name: str) -> Iterator[str]:
    """`甲市乙区某某局` → 甲市, 乙区: place words one behind the other from the beginning of the name."""
    lead = LEAD.match(name)
    at = lead.end() if lead else 0
    while match := UNIT.match(name, at):
        if ZONE.search(match[0]) or len(match["name"]) + (match["kind"] == "县") < 2:
            return
        yield match[0]
        at = match.end() + len(SEAT) * name.startswith(SEAT, match.end())


def _level(units: tuple[str, ...]) -> tuple[Level, bool]:
    last = units[-1]
    kind = next(kind for kind in ("自治区", "自治州", "自治县", "自治旗", "街道", last[-1]) if last.endswith(kind))
    if kind != "市":
        return LEVELS[kind], True
    if last[:-1] in MUNICIPALITIES:
        return Level.PROVINCE, True
    if len(units) > 1 and not units[-2].endswith(("省", "自治区")):
        return Level.COUNTY, True
    return Level.CITY, False

"""The pages for enterprises: one on which a firm chooses what it is, and one for each word that plans use for firms."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from generators.site.pages import OutlineItem, Section, Sheaf, SitePage
from generators.site.views.enterprise_data import by_place, pack_duties, pack_places, pack_words
from generators.site.views.scripts import as_script
from generators.site.views.sheets import cut, sheet_paths, sheet_title
from zerenku.catalogue.catalogue import Catalogue
from zerenku.catalogue.entries import EnterpriseFacet, LinkedDuty
from zerenku.catalogue.frequency import by_frequency
from zerenku.catalogue.occurrences import Timed
from zerenku.catalogue.takeaway import CalendarOf, calendar_name
from zerenku.model.register import Enterprise, Place

FACETS: Final = {
    EnterpriseFacet.KIND: "按行业、类别",
    EnterpriseFacet.SIZE: "按规模",
    EnterpriseFacet.OPERATION: "按作业、场所",
    EnterpriseFacet.ROLE: "按身份",
}
QUESTIONS: Final = {
    EnterpriseFacet.ROLE: "是什么身份",
    EnterpriseFacet.KIND: "做哪一行",
    EnterpriseFacet.OPERATION: "有哪些危险作业、场所",
    EnterpriseFacet.SIZE: "多大规模",
}
"""What the page of choices asks, in order: roles first, for they are few and say most."""
SHEET: Final = 400
"""Duties on a page of a word."""
AT_ONCE: Final = 3000
"""Up to so many duties the page of choices offers all places together."""


def enterprise_pages(catalogue: Catalogue) -> Iterator[SitePage | Sheaf]:
    """The page of choices over its data, then a sheaf for each word with an obligation."""
    active = catalogue.active_enterprises()
    facets = [
        (facet, label, [item for item in active if catalogue.registers.facet(item.id) == facet])
        for facet, label in FACETS.items()
    ]
    shown = [(facet, label, members) for facet, label, members in facets if members]
    duties = by_place(catalogue)
    places = pack_places(catalogue.registers, duties)
    yield SitePage(
        path="enterprises/index",
        title="企业要做什么",
        section=Section.ENTERPRISES,
        template="enterprises.html.j2",
        data={
            "facets": shown,
            "places": places,
            "all_places": sum(place["duties"] for place in places) <= AT_ONCE,
            "questions": [(facet.value, label) for facet, label in QUESTIONS.items()],
        },
        outline=tuple(OutlineItem(label, f"facet-{facet.value}") for facet, label, _ in shown),
        description="选地区、行业、规模、危险作业和身份，一页看清本企业要做什么、多久一次、留什么记录",
    )
    yield from _data(catalogue, duties)
    for enterprise in active:
        word = Word.of(catalogue, enterprise)
        yield Sheaf(f"enterprises/{enterprise.id}", Section.ENTERPRISES, (word,), partial(_enterprise_pages, word))


def _data(catalogue: Catalogue, by_place: Mapping[str, Sequence[LinkedDuty]]) -> Iterator[SitePage | Sheaf]:
    """Scripts of data beside the page of choices: the words, and the duties of each place."""
    registers = catalogue.registers
    words = pack_words(registers.enterprises.entries, registers)
    yield _script("enterprises/words", "enterprise-words.js.j2", {"packed": words, "as_script": as_script})
    for place in registers.places.entries:
        if duties := tuple(by_place.get(place.id, ())):
            path = f"enterprises/duties-{place.id}"
            # What falls due of a duty follows from the duties and reports of its plan.
            reports = [catalogue.reporting_of(plan_id) for plan_id in dict.fromkeys(duty.plan.id for duty in duties)]
            pages = partial(_place_data, catalogue, place, duties)
            yield Sheaf(path, Section.ENTERPRISES, (place, duties, reports), pages)


def _place_data(catalogue: Catalogue, place: Place, duties: Sequence[LinkedDuty]) -> Iterator[SitePage]:
    data = {
        "place": place,
        "duties": duties,
        "timed": _timed(catalogue, duties),
        "pack": pack_duties,
        "as_script": as_script,
    }
    yield _script(f"enterprises/duties-{place.id}", "enterprise-duties.js.j2", data)


def _timed(catalogue: Catalogue, duties: Sequence[LinkedDuty]) -> dict[str, tuple[Timed, ...]]:
    """What falls due of these duties, by their anchors."""
    found: dict[str, list[Timed]] = {duty.anchor: [] for duty in duties}
    for plan_id in dict.fromkeys(duty.plan.id for duty in duties):
        for item in catalogue.schedule.by_plan.get(plan_id, ()):
            if item.anchor in found:
                found[item.anchor].append(item)
    return {anchor: tuple(items) for anchor, items in found.items() if items}


def _script(path: str, template: str, data: Mapping[str, object]) -> SitePage:
    return SitePage(path, "企业要做什么", Section.ENTERPRISES, template, data, suffix=".js")


@dataclass(frozen=True, slots=True)
class Word:
    """A word for firms: its duties, the words around it that have some, too, and what it is listed under."""

    enterprise: Enterprise
    facet: EnterpriseFacet
    duties: tuple[LinkedDuty, ...]
    parent: Enterprise | None
    children: tuple[Enterprise, ...]
    generic: tuple[Enterprise, ...]

    @classmethod
    def of(cls, catalogue: Catalogue, enterprise: Enterprise) -> Word:
        """What the catalogue knows of it."""
        registers, active = catalogue.registers, catalogue.active_enterprises()
        return cls(
            enterprise=enterprise,
            facet=registers.facet(enterprise.id),
            duties=catalogue.obligations(enterprise.id),
            parent=registers.enterprises.get(enterprise.parent) if enterprise.parent else None,
            children=tuple(item for item in active if item.parent == enterprise.id),
            generic=() if enterprise.generic else tuple(item for item in active if item.generic),
        )


def _enterprise_pages(word: Word) -> Iterator[SitePage]:
    """The obligations of one word by frequency, on as many pages as it takes."""
    enterprise, duties = word.enterprise, word.duties
    sheets = cut(by_frequency(duties), SHEET)
    plans = list({duty.plan.id: (duty.plan, duty.place) for duty in duties}.values())
    paths = sheet_paths(f"enterprises/{enterprise.id}", len(sheets))
    for number, (path, groups) in enumerate(zip(paths, sheets, strict=True)):
        data = {
            "enterprise": enterprise,
            "facet": FACETS[word.facet],
            "groups": groups,
            "total": len(duties),
            "files": (("日历（.ics）", calendar_name(CalendarOf.ENTERPRISE, enterprise.id)),),
            "paths": paths,
            "number": number,
            "plans": plans,
            "parent": word.parent,
            "children": word.children,
            "generic": word.generic,
        }
        yield SitePage(
            path=path,
            title=sheet_title(f"{enterprise.name}要做什么", number),
            section=Section.ENTERPRISES,
            template="enterprise.html.j2",
            data=data,
            outline=tuple(OutlineItem(f"{item.label}（{len(members)}）", item.value) for item, members in groups),
            description=f"{enterprise.name}的安全生产义务：做什么、多久一次、何时完成、留什么记录",
        )

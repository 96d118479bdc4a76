"""The pages for enterprises: which words the plans use for them, and what each of them must do, by frequency."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generators.site.pages import OutlineItem, Section, SitePage
from zerenku.catalogue import wording
from zerenku.catalogue.catalogue import Catalogue
from zerenku.catalogue.entries import EnterpriseFacet, LinkedDuty
from zerenku.model.clause import Every
from zerenku.model.register import Enterprise

FACETS = {
    EnterpriseFacet.KIND: "按行业、类别",
    EnterpriseFacet.SIZE: "按规模",
    EnterpriseFacet.OPERATION: "按作业、场所",
    EnterpriseFacet.ROLE: "按身份",
}
DATED = "有完成时限"
ONCE = "一次性或经常性"


def by_frequency(duties: Iterable[LinkedDuty]) -> list[tuple[str, str, list[LinkedDuty]]]:
    """(id, label, duties): repeating ones under their shortest period, then dated ones, then the rest; each once."""
    groups: dict[str, tuple[str, list[LinkedDuty]]] = {
        every.value: (wording.EVERY_LABELS[every], []) for every in Every
    }
    groups |= {"dated": (DATED, []), "once": (ONCE, [])}
    order = list(Every)
    for duty in duties:
        if duty.duty.recurrence:
            key = min((rule.every for rule in duty.duty.recurrence), key=order.index).value
        else:
            key = "dated" if duty.deadlines else "once"
        groups[key][1].append(duty)
    return [(key, label, members) for key, (label, members) in groups.items() if members]


def enterprise_pages(catalogue: Catalogue) -> Iterator[SitePage]:
    """The index by facet, then a page for each word with an obligation."""
    active = catalogue.active_enterprises()
    facets = [
        (facet, label, [item for item in active if catalogue.registers.facet(item.id) == facet])
        for facet, label in FACETS.items()
    ]
    shown = [(facet, label, members) for facet, label, members in facets if members]
    yield SitePage(
        path="enterprises/index",
        title="企业义务",
        section=Section.ENTERPRISES,
        template="enterprises.html.j2",
        data={"facets": shown},
        outline=tuple(OutlineItem(label, f"facet-{facet.value}") for facet, label, _ in shown),
        description="企业按行业、规模、作业、身份查自己要做什么",
    )
    for enterprise in active:
        yield _enterprise_page(catalogue, enterprise)


def _enterprise_page(catalogue: Catalogue, enterprise: Enterprise) -> SitePage:
    duties = catalogue.obligations(enterprise.id)
    groups = by_frequency(duties)
    registers = catalogue.registers
    active = catalogue.active_enterprises()
    data = {
        "enterprise": enterprise,
        "facet": FACETS[registers.facet(enterprise.id)],
        "groups": groups,
        "total": len(duties),
        "plans": list({duty.plan.id: duty.plan for duty in duties}.values()),
        "parent": registers.enterprises.get(enterprise.parent) if enterprise.parent else None,
        "children": [item for item in active if item.parent == enterprise.id],
        "generic": [] if enterprise.generic else [item for item in active if item.generic],
    }
    return SitePage(
        path=f"enterprises/{enterprise.id}",
        title=f"{enterprise.name}要做什么",
        section=Section.ENTERPRISES,
        template="enterprise.html.j2",
        data=data,
        outline=tuple(OutlineItem(f"{label}（{len(members)}）", key) for key, label, members in groups),
        description=f"{enterprise.name}的安全生产义务：做什么、多久一次、何时完成、留什么记录",
    )

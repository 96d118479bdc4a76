"""The first page: the box, the ways in, what is due this month, and counts that lead to what they count."""

from __future__ import annotations

from collections.abc import Iterator

from generators.site.links import shown_departments, shown_topics
from generators.site.pages import Section, SitePage
from generators.site.views.counts import certainty_counts
from generators.site.views.time import once, repeating
from zerenku.catalogue.catalogue import Catalogue

SUGGESTED = 4
PLANS = 8
"""Plans that the first page names; beyond them it leads to the table of all."""


def home_pages(catalogue: Catalogue) -> Iterator[SitePage]:
    """The home page."""
    topics = sorted(shown_topics(catalogue), key=lambda topic: -len(catalogue.on_topic(topic.id)))
    obligations = {id(duty) for item in catalogue.active_enterprises() for duty in catalogue.obligations(item.id)}
    recent = sorted(catalogue.plans, key=lambda plan: (plan.issued is not None, plan.issued, plan.id), reverse=True)
    data = {
        "departments": len(shown_departments(catalogue)),
        "dates": once(catalogue.schedule),
        "repeats": sum(len(entries) for _, entries in repeating(catalogue.schedule)),
        "enterprises": len(catalogue.active_enterprises()),
        "obligations": len(obligations),
        "topics": len(topics),
        "counts": certainty_counts(catalogue.duties),
        "months": tuple(catalogue.schedule.months),
        "suggested": [topic.name for topic in topics[:SUGGESTED]],
        "plans": recent[:PLANS],
        "places": {place.id: place for place in catalogue.registers.places.entries},
    }
    yield SitePage("index", "首页", Section.HOME, "home.html.j2", data, description="安全生产工作方案的责任目录")

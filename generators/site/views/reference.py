"""The pages that gather: home, all duties, standards and documents, topics, terms."""

from __future__ import annotations

from collections.abc import Iterator

from generators.site.links import shown_departments, shown_topics
from generators.site.pages import OutlineItem, Section, SitePage
from generators.site.views.counts import certainty_counts, filter_key
from generators.site.views.kinship import document_rows
from generators.site.views.time import dated, repeating
from zerenku.catalogue.catalogue import Catalogue

SUGGESTED = 4


def home_pages(catalogue: Catalogue) -> Iterator[SitePage]:
    """The home page."""
    topics = sorted(shown_topics(catalogue), key=lambda topic: -len(catalogue.on_topic(topic.id)))
    obligations = {duty.anchor for item in catalogue.active_enterprises() for duty in catalogue.obligations(item.id)}
    data = {
        "departments": len(shown_departments(catalogue)),
        "dates": len(dated(catalogue)),
        "repeats": sum(len(entries) for _, entries in repeating(catalogue)),
        "enterprises": len(catalogue.active_enterprises()),
        "obligations": len(obligations),
        "counts": certainty_counts(catalogue.duties),
        "suggested": [topic.name for topic in topics[:SUGGESTED]],
        "places": {place.id: place for place in catalogue.registers.places.entries},
    }
    yield SitePage("index", "首页", Section.HOME, "home.html.j2", data, description="安全生产工作方案的责任目录")


def duty_pages(catalogue: Catalogue) -> Iterator[SitePage]:
    """All duties in one table."""
    departments = {item.id for duty in catalogue.duties for item in duty.departments}
    data = {
        "departments": [item for item in catalogue.registers.departments.entries if item.id in departments],
        "counts": certainty_counts(catalogue.duties),
        "filter_key": filter_key,
    }
    yield SitePage(
        "duties", "全部责任", Section.DUTIES, "duties.html.j2", data, description="所有责任事项，一张表，可筛选、可排序"
    )


def standard_pages(catalogue: Catalogue) -> Iterator[SitePage]:
    """Standards and documents with the clauses that cite them."""
    data = {"standards": catalogue.registers.standards.entries, "documents": document_rows(catalogue)}
    yield SitePage(
        path="standards",
        title="标准和文件",
        section=Section.STANDARDS,
        template="standards.html.j2",
        data=data,
        outline=(OutlineItem("标准", "standards"), OutlineItem("文件", "documents")),
        description="方案引用的标准和文件，以及引用它们的条款",
    )


def topic_pages(catalogue: Catalogue) -> Iterator[SitePage]:
    """The index of topics and a page for each, across plans."""
    topics = shown_topics(catalogue)
    yield SitePage("topics/index", "主题", Section.TOPICS, "topics.html.j2", {"topics": topics})
    for topic in topics:
        duties = catalogue.on_topic(topic.id)
        plans = [(plan, [duty for duty in duties if duty.plan.id == plan.id]) for plan in catalogue.plans]
        groups = [(plan, members) for plan, members in plans if members]
        yield SitePage(
            path=f"topics/{topic.id}",
            title=topic.name,
            section=Section.TOPICS,
            template="topic.html.j2",
            data={"topic": topic, "groups": groups, "total": len(duties)},
            outline=tuple(OutlineItem(plan.title, f"plan-{plan.id}") for plan, _ in groups),
            description=f"各方案关于{topic.name}的责任事项",
        )


def term_pages(catalogue: Catalogue) -> Iterator[SitePage]:
    """The list of terms with their senses."""
    yield SitePage(
        path="terms",
        title="术语",
        section=Section.TERMS,
        template="terms.html.j2",
        outline=tuple(OutlineItem(term.name, f"term-{term.id}") for term in catalogue.registers.terms.entries),
        description="方案里的术语，分义项说明",
    )

"""Topics across plans and years: the index, and a page for each with its duties by plan."""

from __future__ import annotations

from collections.abc import Iterator

from generators.site.links import shown_topics
from generators.site.pages import OutlineItem, Section, SitePage
from generators.site.views.by_plan import by_plan
from generators.site.views.counts import certainty_counts
from generators.site.views.kinship import in_order
from zerenku.catalogue.catalogue import Catalogue


def topic_pages(catalogue: Catalogue) -> Iterator[SitePage]:
    """The index of topics and a page for each; plans in order of their years."""
    topics = shown_topics(catalogue)
    order = {plan.id: number for number, plan in enumerate(in_order(catalogue))}
    rows = [(topic, catalogue.on_topic(topic.id)) for topic in topics]
    yield SitePage(
        path="topics/index",
        title="主题",
        section=Section.TOPICS,
        template="topics.html.j2",
        data={
            "rows": [(topic, len(duties), len({duty.plan.id for duty in duties})) for topic, duties in rows],
        },
        description="同一主题在各方案、各年份的责任放在一起看",
    )
    for topic, duties in rows:
        groups = sorted(by_plan(duties), key=lambda group: -order[group.plan.id])
        yield SitePage(
            path=f"topics/{topic.id}",
            title=topic.name,
            section=Section.TOPICS,
            template="topic.html.j2",
            data={
                "topic": topic,
                "groups": groups,
                "total": len(duties),
                "counts": certainty_counts(duties),
                "standards": [item for item in catalogue.registers.standards.entries if topic.id in item.topics],
            },
            outline=tuple(OutlineItem(group.plan.title, f"plan-{group.plan.id}") for group in groups),
            description=f"各方案关于{topic.name}的责任事项",
        )

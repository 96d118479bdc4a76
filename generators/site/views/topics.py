"""Topics across plans and years: the index, and a page for each with its duties by plan."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, partial

from generators.site.links import shown_topics
from generators.site.pages import OutlineItem, Section, Sheaf, SitePage
from generators.site.views.by_plan import by_plan
from generators.site.views.counts import certainty_counts
from generators.site.views.kinship import in_order
from generators.site.views.sheets import SHEET, cut, sheet_paths, sheet_title
from zerenku.catalogue.catalogue import Catalogue
from zerenku.catalogue.entries import LinkedDuty
from zerenku.model.register import Standard, Topic


def topic_pages(catalogue: Catalogue) -> Iterator[SitePage | Sheaf]:
    """The index of topics and a sheaf for each; plans in order of their years."""
    topics = shown_topics(catalogue)

    @cache
    def order() -> dict[str, int]:
        return {plan.id: number for number, plan in enumerate(in_order(catalogue))}

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
        standards = tuple(item for item in catalogue.registers.standards.entries if topic.id in item.topics)
        # The order of the plans follows from what rows show of them and from their places.
        pages = partial(_topic_pages, topic, duties, standards, order)
        yield Sheaf(f"topics/{topic.id}", Section.TOPICS, (topic, duties, standards), pages)


def _topic_pages(
    topic: Topic, duties: Sequence[LinkedDuty], standards: Sequence[Standard], order: Callable[[], Mapping[str, int]]
) -> Iterator[SitePage]:
    """The duties on a topic by plan, on as many pages as it takes."""
    places = order()
    groups = sorted(by_plan(duties), key=lambda group: -places[group.plan.id])
    counts = certainty_counts(duties)
    sheets = cut(((group, group.items) for group in groups), SHEET)
    paths = sheet_paths(f"topics/{topic.id}", len(sheets))
    for number, (path, parts) in enumerate(zip(paths, sheets, strict=True)):
        yield SitePage(
            path=path,
            title=sheet_title(topic.name, number),
            section=Section.TOPICS,
            template="topic.html.j2",
            data={
                "topic": topic,
                "plans": len(groups),
                "shown": parts,
                "total": len(duties),
                "counts": counts,
                "standards": standards,
                "paths": paths,
                "number": number,
            },
            outline=tuple(OutlineItem(group.plan.title, f"plan-{group.plan.id}") for group, _ in parts),
            description=f"各方案关于{topic.name}的责任事项",
        )

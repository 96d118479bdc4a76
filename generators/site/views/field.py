"""Which plans treat which topics, and on which pages they stand side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from generators.site.links import compared_topics, treated_topics
from generators.site.views.kinship import in_order
from generators.site.views.sheets import sheet_paths
from zerenku.catalogue.catalogue import Catalogue
from zerenku.catalogue.entries import LinkedClause
from zerenku.model.plan import Plan
from zerenku.model.register import Place, Topic

SIDES: Final = 60
"""Plans side by side on one page."""

Head = tuple[Plan, Place]


@dataclass(frozen=True, slots=True)
class Cell:
    """A topic in a plan that treats it: how many duties, the first clause on it.

    `path` is the page that sets the plan beside others on the topic, empty without one.
    """

    count: int
    first: LinkedClause
    path: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """All that is compared: plans in order, those of known places, the topics that they treat, which plans treat each.

    Where at least two plans treat a topic, `paths` are the pages that set them side by side, and `page_of` tells, by
    topic and plan, on which of them the plan stands.
    """

    plans: tuple[Plan, ...]
    heads: tuple[Head, ...]
    topics: tuple[Topic, ...]
    treating: Mapping[str, tuple[Head, ...]]
    paths: Mapping[str, list[str]]
    page_of: Mapping[str, Mapping[str, str]]

    @classmethod
    def of(cls, catalogue: Catalogue) -> Field:
        """The field of a catalogue."""
        places = catalogue.registers.places
        plans = in_order(catalogue)
        heads = tuple((plan, place) for plan in plans if (place := places.get(plan.place)))
        topics = treated_topics(catalogue)
        ids = {topic.id: {clause.plan.id for clause in catalogue.treating(topic.id)} for topic in topics}
        treating = {name: tuple(head for head in heads if head[0].id in own) for name, own in ids.items()}
        compared = {topic.id for topic in compared_topics(catalogue)}
        paths = {name: plans_paths(f"compare/{name}", len(own)) for name, own in treating.items() if name in compared}
        page_of = {
            name: {plan.id: own[place // SIDES] for place, (plan, _) in enumerate(treating[name])}
            for name, own in paths.items()
        }
        return cls(plans, heads, topics, treating, paths, page_of)

    def sheet(self, number: int) -> tuple[Head, ...]:
        """The plans on a page of the index."""
        return self.heads[number * SIDES : (number + 1) * SIDES]

    def beside(self, topic: Topic, number: int) -> tuple[Head, ...]:
        """The plans side by side on a page of a topic."""
        return self.treating[topic.id][number * SIDES : (number + 1) * SIDES]

    def others(self, topic: Topic) -> tuple[int, list[Plan]]:
        """How many plans do not treat a topic, and which, if they can be named."""
        ids = {plan.id for plan, _ in self.treating[topic.id]}
        found = [plan for plan in self.plans if plan.id not in ids]
        return len(found), found if len(found) <= SIDES else []


def plans_paths(path: str, plans: int) -> list[str]:
    """The pages of so many plans, SIDES on each; at least one."""
    return sheet_paths(path, max(-(-plans // SIDES), 1))


def cells_of(catalogue: Catalogue, plan: Plan, field: Field) -> list[Cell | None]:
    """The cells of a plan, one for each topic, None for a topic that it does not treat."""
    first: dict[str, LinkedClause] = {}
    counts: Counter[str] = Counter()
    for clause in catalogue.clauses_of(plan.id):
        of_duties = [{topic.id for topic in duty.topics} for duty in clause.duties]
        for name in {topic.id for topic in clause.topics}.union(*of_duties):
            first.setdefault(name, clause)
        for names in of_duties:
            counts.update(names)
    pages = {name: own.get(plan.id, "") for name, own in field.page_of.items()}
    return [
        Cell(counts[item.id], first[item.id], pages.get(item.id, "")) if item.id in first else None
        for item in field.topics
    ]

"""The pages that set plans side by side: topics against plans, and a page for each topic that two plans treat."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from generators.site.links import compared_topics, treated_topics
from generators.site.marking import deadline_text, doubted
from generators.site.pages import Section, SitePage
from generators.site.views.kinship import in_order, ties_of
from generators.site.views.sheets import sheet_paths, sheet_title
from zerenku.catalogue import wording
from zerenku.catalogue.catalogue import Catalogue
from zerenku.catalogue.entries import LinkedClause, LinkedDuty
from zerenku.model.clause import Certainty, Deadline, Recurrence, Target
from zerenku.model.plan import Plan
from zerenku.model.register import Place, Topic

SIDES: Final = 60
"""Plans side by side on one page."""

Treated = tuple[Plan, Place, Sequence[LinkedClause]]
"""A plan with its clauses on a topic."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A quota, a date or a rhythm: `says` is the fact, `what` it is about; it stands in `clause` at `anchor`."""

    says: str
    what: str
    clause: LinkedClause
    anchor: str
    doubted: bool
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Treatment:
    """A clause on the topic: `whole`, or only with some of its duties, and then only their facts count.

    `owned` holds one duty for each way of naming owners, `unsaid` the duties whose owner the text does not name.
    """

    clause: LinkedClause
    whole: bool
    duties: tuple[LinkedDuty, ...]
    owned: tuple[LinkedDuty, ...]
    unsaid: tuple[LinkedDuty, ...]
    targets: tuple[Fact, ...]
    deadlines: tuple[Fact, ...]
    recurrence: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """One plan's side of a comparison."""

    plan: Plan
    place: Place
    treatments: tuple[Treatment, ...]

    @property
    def count(self) -> int:
        """Duties on the topic."""
        return sum(len(item.duties) for item in self.treatments)

    @property
    def targets(self) -> tuple[Fact, ...]:
        """Quotas in text order."""
        return tuple(fact for item in self.treatments for fact in item.targets)

    @property
    def deadlines(self) -> tuple[Fact, ...]:
        """Dates in order of time."""
        return _by_day(fact for item in self.treatments for fact in item.deadlines)

    @property
    def recurrence(self) -> tuple[Fact, ...]:
        """Rhythms in text order."""
        return tuple(fact for item in self.treatments for fact in item.recurrence)


@dataclass(frozen=True, slots=True)
class Cell:
    """A topic in a plan: how many duties, and the first clause on it (None where the plan does not treat it).

    `path` is the page that sets the plan beside others on the topic, empty without one.
    """

    plan: Plan
    place: Place
    count: int
    first: LinkedClause | None
    path: str = ""


def compare_pages(catalogue: Catalogue) -> Iterator[SitePage]:
    """The index, then the pages of each topic that at least two plans treat."""
    plans = in_order(catalogue)
    heads = [(plan, place) for plan in plans if (place := catalogue.registers.places.get(plan.place))]
    topics = treated_topics(catalogue)
    on = _clauses_on(catalogue, topics)
    treated = {
        topic.id: [(plan, place, on[key]) for plan, place in heads if (key := (plan.id, topic.id)) in on]
        for topic in topics
    }
    compared = compared_topics(catalogue)
    paths = {topic.id: _paths(f"compare/{topic.id}", len(treated[topic.id])) for topic in compared}
    yield from _index_pages(catalogue, topics, heads, treated, paths)
    for topic in compared:
        yield from _topic_pages(catalogue, topic, treated[topic.id], paths[topic.id])


def _index_pages(
    catalogue: Catalogue,
    topics: Sequence[Topic],
    heads: Sequence[tuple[Plan, Place]],
    treated: Mapping[str, Sequence[Treated]],
    topic_paths: Mapping[str, Sequence[str]],
) -> Iterator[SitePage]:
    """Topics against plans, SIDES plans a page."""
    paths = _paths("compare/index", len(heads))
    cells = {
        topic.id: {cell.plan.id: cell for cell in _cells(topic, treated[topic.id], topic_paths.get(topic.id, ()))}
        for topic in topics
    }
    for number, path in enumerate(paths):
        own = heads[number * SIDES : (number + 1) * SIDES]
        rows = [
            (topic, [cells[topic.id].get(plan.id) or Cell(plan, place, 0, None) for plan, place in own])
            for topic in topics
        ]
        ties = ties_of(catalogue, [plan for plan, _ in own])
        data = {"heads": own, "rows": rows, "compared": len(topic_paths), "ties": ties}
        yield SitePage(
            path=path,
            title=sheet_title("各方案对照", number),
            section=Section.TOPICS,
            template="comparisons.html.j2",
            data={**data, "paths": paths, "number": number},
            description="同一主题在各方案里各有几项责任，哪些可以并排对照",
        )


def _topic_pages(
    catalogue: Catalogue, topic: Topic, treated: Sequence[Treated], paths: Sequence[str]
) -> Iterator[SitePage]:
    """The plans on one topic side by side, SIDES of them a page."""
    ids = {plan.id for plan, _, _ in treated}
    others = [plan for plan in in_order(catalogue) if plan.id not in ids]
    for number, path in enumerate(paths):
        own = treated[number * SIDES : (number + 1) * SIDES]
        data = {
            "topic": topic,
            "treated": own,
            "sides_of": sides_of,
            "ties": ties_of(catalogue, [plan for plan, _, _ in own]),
            "others": others if len(others) <= SIDES else [],
            "other_count": len(others),
            "paths": paths,
            "number": number,
        }
        yield SitePage(
            path=path,
            title=sheet_title(f"{topic.name}：各方案对照", number),
            section=Section.TOPICS,
            template="comparison.html.j2",
            data=data,
            description=f"各方案关于{topic.name}的条款、指标、时限、频次和责任单位，并排对照",
        )


def _paths(path: str, plans: int) -> list[str]:
    return sheet_paths(path, max(-(-plans // SIDES), 1))


def _clauses_on(catalogue: Catalogue, topics: Iterable[Topic]) -> dict[tuple[str, str], list[LinkedClause]]:
    """The clauses of each plan on each topic that it treats, by the ids of both, in text order."""
    found: dict[tuple[str, str], list[LinkedClause]] = {}
    for topic in topics:
        for clause in catalogue.treating(topic.id):
            found.setdefault((clause.plan.id, topic.id), []).append(clause)
    return found


def _cells(topic: Topic, treated: Iterable[Treated], paths: Sequence[str]) -> Iterator[Cell]:
    """The cells of the plans that treat a topic, each with the page on which it stands beside others."""
    for place, (plan, where, clauses) in enumerate(treated):
        count = sum(len(_on(clause, topic)) for clause in clauses)
        yield Cell(plan, where, count, clauses[0], paths[place // SIDES] if paths else "")


def sides_of(topic: Topic, treated: Iterable[Treated]) -> list[Side]:
    """The sides of a comparison; made when the page is poured, for most of them stay as they were."""
    return [
        Side(plan, place, tuple(_treatment(clause, topic) for clause in clauses)) for plan, place, clauses in treated
    ]


def _on(clause: LinkedClause, topic: Topic) -> tuple[LinkedDuty, ...]:
    return tuple(duty for duty in clause.duties if any(item.id == topic.id for item in duty.topics))


def _treatment(clause: LinkedClause, topic: Topic) -> Treatment:
    whole, duties = any(item.id == topic.id for item in clause.topics), _on(clause, topic)
    said = [duty for duty in duties if duty.certainty != Certainty.NONE or duty.support]
    targets, deadlines, rhythms = _facts_of_duties(clause, duties)
    if whole:
        record, title = clause.clause, clause.clause.heading or ""
        known = {fact.day for fact in deadlines}
        own = [item for item in record.deadlines if item.date not in known]
        place = _Place(clause, clause.anchor, title, record.unconfirmed)
        targets += [place.target(item) for item in record.targets]
        deadlines += [place.deadline(item) for item in own]
        rhythms += [place.rhythm(item) for item in record.recurrence]
    return Treatment(
        clause=clause,
        whole=whole,
        duties=duties,
        owned=tuple({wording.owner_line(duty): duty for duty in reversed(said)}.values())[::-1],
        unsaid=tuple(duty for duty in duties if duty not in said),
        targets=tuple(targets),
        deadlines=_by_day(deadlines),
        recurrence=tuple(rhythms),
    )


def _facts_of_duties(clause: LinkedClause, duties: Iterable[LinkedDuty]) -> tuple[list[Fact], list[Fact], list[Fact]]:
    targets, deadlines, rhythms = [], [], []
    for duty in duties:
        place = _Place(clause, duty.anchor, duty.duty.do, duty.unconfirmed)
        targets += [place.target(item) for item in duty.duty.targets]
        deadlines += [place.deadline(item) for item in duty.deadlines]
        rhythms += [place.rhythm(item) for item in duty.duty.recurrence]
    return targets, deadlines, rhythms


@dataclass(frozen=True, slots=True)
class _Place:
    """Where facts stand; `about` is what they are about when they do not say so themselves."""

    clause: LinkedClause
    anchor: str
    about: str
    unconfirmed: tuple[str, ...]

    def target(self, item: Target) -> Fact:
        about = "" if item.what else self.about
        return Fact(wording.target_text(item), about, self.clause, self.anchor, doubted(self.unconfirmed, "targets"))

    def deadline(self, item: Deadline) -> Fact:
        doubt = doubted(self.unconfirmed, "deadlines")
        return Fact(deadline_text(item), item.what or self.about, self.clause, self.anchor, doubt, item.date)

    def rhythm(self, item: Recurrence) -> Fact:
        about = f"{item.who}{'：' if item.who and item.what else ''}{item.what}" or self.about
        doubt = doubted(self.unconfirmed, "recurrence")
        return Fact(wording.recurrence_text(item), about, self.clause, self.anchor, doubt)


def _by_day(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    return tuple(sorted(facts, key=lambda fact: fact.day or date.max))

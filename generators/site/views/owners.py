"""Who owns what: departments against topics, a page for each place, and places against certainty."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from generators.site.links import shown_departments
from generators.site.pages import Section, Sheaf, SitePage
from generators.site.views.counts import CertaintyCount, certainty_counts
from zerenku.catalogue.catalogue import Catalogue
from zerenku.catalogue.entries import LinkedDuty
from zerenku.model.register import Department, Place, Topic


@dataclass(frozen=True, slots=True)
class OwnerRow:
    """A department: its duties on each topic of the place, in their order (0 for none); `total` counts each once."""

    department: Department
    counts: tuple[int, ...]
    total: int

    def cells(self, topics: Sequence[Topic]) -> Iterator[tuple[Topic, int]]:
        """Each topic of the place with the number of duties on it."""
        return zip(topics, self.counts, strict=True)


@dataclass(frozen=True, slots=True)
class PlaceOwners:
    """The departments of one place that have duties, against the topics of those."""

    place: Place
    topics: tuple[Topic, ...]
    rows: tuple[OwnerRow, ...]
    certainty: tuple[CertaintyCount, ...]
    total: int

    @property
    def path(self) -> str:
        """`owners/liutang`."""
        return f"owners/{self.place.id}"


def owner_pages(catalogue: Catalogue) -> Iterator[SitePage | Sheaf]:
    """The index by place, then the matrix of each place."""
    departments = shown_departments(catalogue)
    places = (
        _of_place(catalogue, place, [item for item in departments if item.place == place.id])
        for place in catalogue.registers.places.entries
    )
    found = [item for item in places if item.rows]
    yield SitePage(
        path="owners/index",
        title="责任矩阵",
        section=Section.DEPARTMENTS,
        template="owners.html.j2",
        data={"places": found},
        description="各地各部门在每个主题上有几项责任，原文有没有写明谁牵头",
    )
    others = tuple((item.place, item.path) for item in found)
    for item in found:
        yield Sheaf(item.path, Section.DEPARTMENTS, (item, others), partial(_matrix, item, others))


def _matrix(own: PlaceOwners, others: Sequence[tuple[Place, str]]) -> Iterator[SitePage]:
    yield SitePage(
        path=own.path,
        title=f"{own.place.name}责任矩阵",
        section=Section.DEPARTMENTS,
        template="matrix.html.j2",
        data={"own": own, "others": others},
        description=f"{own.place.name}各部门在每个主题上有几项责任",
    )


def _of_place(catalogue: Catalogue, place: Place, departments: Sequence[Department]) -> PlaceOwners:
    duties: dict[int, LinkedDuty] = {}
    counted = []
    for department in departments:
        own = catalogue.roles(department.id).duties
        duties |= {id(duty): duty for duty in own}
        topics = Counter([topic.id for duty in own for topic in duty.topics])
        if own:
            counted.append((department, topics, len(own)))
    used = {topic for _, topics, _ in counted for topic in topics}
    shown = tuple(topic for topic in catalogue.registers.topics.entries if topic.id in used)
    rows = tuple(
        OwnerRow(department, tuple(topics[topic.id] for topic in shown), total) for department, topics, total in counted
    )
    return PlaceOwners(place, shown, rows, certainty_counts(duties.values()), len(duties))

"""What documents tell of duties, against the catalogue asked duty by duty."""

from __future__ import annotations

from itertools import chain

import pytest

from search.analyzer import plain
from search.schema import documents
from tests.support import catalogue_of, plan
from zerenku.catalogue.catalogue import Catalogue
from zerenku.catalogue.wording import owner_line


@pytest.fixture(scope="module", params=["catalogue", "content"])
def asked(request: pytest.FixtureRequest) -> Catalogue:
    found: Catalogue = request.getfixturevalue(request.param)
    return found


def test_each_duty_has_its_own_owners(asked: Catalogue) -> None:
    told = chain.from_iterable(document.duties for document in documents(asked))
    for linked, duty in zip(asked.duties, told, strict=True):
        assert (duty.anchor, duty.owner) == (linked.anchor, owner_line(linked))
        assert duty.leads == tuple(item.id for item in linked.lead)
        assert duty.supports == tuple(item.id for item in linked.support)
        assert duty.lead == tuple(item.name for item in linked.lead)
        assert duty.support == tuple(item.name for item in linked.support)
        assert {plain(duty.do), plain(duty.owner)} <= set(duty.plain.split("\n"))


def test_a_clause_has_the_departments_of_all_its_duties(asked: Catalogue) -> None:
    for clause, document in zip(asked.clauses, documents(asked), strict=True):
        departments = [item for duty in clause.duties for item in duty.departments]
        first = tuple(dict.fromkeys(item.id for item in departments))
        assert document.departments[: len(first)] == first
        assert {plain(item.name) for item in departments} <= set(document.fields["parties"].split("\n"))


def test_a_clause_has_the_headings_over_it(asked: Catalogue) -> None:
    headings = {(clause.plan.id, clause.path.elements): clause.clause.heading or "" for clause in asked.clauses}
    for clause, document in zip(asked.clauses, documents(asked), strict=True):
        path = clause.path.elements
        over = [headings.get((clause.plan.id, path[:depth]), "") for depth in range(1, len(path))]
        texts = [clause.attachment.title if clause.attachment else "", *over]
        assert document.fields["trail"] == "\n".join(dict.fromkeys(filter(None, map(plain, texts))))


def test_where_nobody_is_named_each_duty_tells_its_own_subject() -> None:
    duties = "{obliged: [镇政府], do: 巡查沟渠。}, {obliged: [企业], do: 查看围墙。}"
    found = documents(catalogue_of(plan(f"- {{mark: 一, starts: 日常巡查, duties: [{duties}]}}")))
    assert [duty.owner.count("文中主体") for duty in found[0].duties] == [1, 1]
    assert len({duty.owner for duty in found[0].duties}) == 2


def test_the_clauses_of_some_plans_are_those_of_all(asked: Catalogue) -> None:
    """But for their numbers; reports of other plans do not come in."""
    every = documents(asked)
    for item in asked.plans:
        own = documents(asked, [item.id])
        kept = [document for document in every if document.plan == item.id]
        assert [(one.anchor, one.fields, one.duties) for one in own] == [
            (other.anchor, other.fields, other.duties) for other in kept
        ]

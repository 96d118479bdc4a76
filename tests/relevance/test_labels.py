"""The labels agree with the catalogue of content/: what they point at exists and says what they claim."""

from collections import Counter

import pytest

from tests.relevance.labels import FULL, KINDS, NOT_FOUND, STYLES, Label, Owner, Query, parse_queries, read_queries
from tests.repository import ROOT
from zerenku.catalogue.catalogue import Catalogue
from zerenku.catalogue.entries import LinkedClause
from zerenku.model.clause import Certainty
from zerenku.store.workspace import load

QUERIES = read_queries()
MINIMUM = 150
PLANS = ("haimen-2023", "nanyang-2020", "sheyang-2017", "xixinan-2023", "yangkou-2024")


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load(ROOT).sealed()


def test_enough_queries_of_every_kind_and_style() -> None:
    assert len(QUERIES) >= MINIMUM
    assert set(KINDS) == {query.kind for query in QUERIES}
    assert set(STYLES) == {query.style for query in QUERIES}


def test_every_plan_is_asked_about() -> None:
    asked = Counter(label.anchor.partition("/")[0] for query in QUERIES for label in query.right)
    assert set(asked) == set(PLANS)


def test_no_query_stands_twice() -> None:
    repeated = [text for text, times in Counter(query.text for query in QUERIES).items() if times > 1]
    assert repeated == []


def test_every_label_is_a_clause(catalogue: Catalogue) -> None:
    labels = [(str(query), label.anchor) for query in QUERIES for label in query.right]
    assert [(query, anchor) for query, anchor in labels if catalogue.clause(anchor) is None] == []


def test_labels_hold_a_full_answer_or_are_empty() -> None:
    assert [str(query) for query in QUERIES if query.right and FULL not in query.grades.values()] == []


def test_some_queries_have_no_answer() -> None:
    assert [query for query in QUERIES if not query.right]


GOOD = "owner:\n  - {query: 谁管, style: alias, owner: lead 甲局|乙局 ;; none, right: {liutang-2030/1: 2}}\n"


def test_a_query_is_read_with_its_line() -> None:
    (query,) = parse_queries(GOOD, file="owners.yml")
    assert query.right == (Label("liutang-2030/1", FULL),)
    assert query.owners == (Owner("lead", ("甲局", "乙局")), Owner("none"))
    assert (query.kind, query.style, str(query)) == ("owner", "alias", "owners.yml:2")


@pytest.mark.parametrize(
    ("written", "wrong"),
    [
        ("owner:", "quota:"),
        ("style: alias", "style: rude"),
        ("lead 甲局", "甲局"),
        ("liutang-2030/1: 2", "liutang-2030/1: 3"),
        ("/1: 2}", "/1: 2, liutang-2030/1: 1}"),
        (", right: {liutang-2030/1: 2}", ""),
        ("query: 谁管", "query: ''"),
        ("{liutang-2030/1: 2}", "[liutang-2030/1]"),
        ("2}}", "2}"),
    ],
)
def test_what_is_miswritten_is_told_with_its_place(written: str, wrong: str) -> None:
    with pytest.raises(ValueError, match=r"owners\.yml:\d+:\d+: "):
        list(parse_queries(GOOD.replace(written, wrong, 1), file="owners.yml"))


def says(clause: LinkedClause, owner: Owner) -> bool:
    """Whether the clause itself gives this answer."""
    if owner.certainty == Certainty.NONE:
        covered = {number for given in clause.clause.assignments if given.lead for number in given.covers}
        everything = any(given.lead and not given.covers for given in clause.clause.assignments)
        free = [duty for duty in clause.clause.duties if not everything and duty.id not in covered]
        return bool(free) and set(owner.names) <= {name for duty in free for name in duty.obliged}
    return any(
        given.certainty == owner.certainty and set(given.lead) == set(owner.names)
        for given in clause.clause.assignments
    )


def agrees(query: Query, catalogue: Catalogue) -> bool:
    """Whether full answers say each owner of a query; where there is none, nothing but 未找到 may be said."""
    if not query.right:
        return [owner.certainty for owner in query.owners] == [NOT_FOUND]
    full = [catalogue.clause(label.anchor) for label in query.right if label.grade == FULL]
    return all(any(clause and says(clause, owner) for clause in full) for owner in query.owners)


def test_every_owner_is_what_a_full_answer_says(catalogue: Catalogue) -> None:
    assert [str(query) for query in QUERIES if query.owners and not agrees(query, catalogue)] == []


def test_every_question_about_an_owner_has_its_answer() -> None:
    assert [str(query) for query in QUERIES if query.kind == "owner" and not query.owners] == []

"""One rule says which page holds a clause; the anchor is all that it needs."""

import pytest

from search.schema import documents
from tests.repository import ROOT
from zerenku.catalogue.addresses import address_of, page_of
from zerenku.store.workspace import load


@pytest.mark.parametrize(
    ("anchor", "page"),
    [
        ("qinghe-2030/4-2-p1-d1", "plans/qinghe-2030"),
        ("qinghe-2030/r1", "plans/qinghe-2030"),
        ("qinghe-2030/f1-2", "plans/qinghe-2030"),
        ("qinghe-2030/j1-2", "plans/qinghe-2030"),
        ("qinghe-2030/fj-2", "plans/qinghe-2030/fj"),
        ("qinghe-2030/fj12-1-d1", "plans/qinghe-2030/fj12"),
        ("qinghe-2030/fj2x2-1", "plans/qinghe-2030/fj2x2"),
    ],
)
def test_page_of_an_anchor(anchor: str, page: str) -> None:
    assert page_of(anchor) == page
    assert address_of(anchor) == f"{page}.html#{anchor.partition('/')[2]}"


def test_search_sends_readers_where_the_site_has_the_clause() -> None:
    catalogue = load(ROOT).sealed()
    assert {item.url for item in documents(catalogue)} == {address_of(clause.anchor) for clause in catalogue.clauses}

"""Under which terms the browser's index files clauses, against what each clause says."""

from __future__ import annotations

from collections import defaultdict

import pytest

from search.analyzer import plain
from search.browser.terms import BOTH, DUTY, HEAD, HEADS, LEVELS, OTHERS, content_postings, frames, terms_of
from search.document import SearchDocument
from search.schema import documents
from zerenku.catalogue.catalogue import Catalogue


@pytest.fixture(scope="module")
def found(content: Catalogue) -> tuple[SearchDocument, ...]:
    return documents(content)


def test_terms_are_units_pairs_and_joints() -> None:
    assert terms_of(plain("每月15日前，GB 2018") + "\n镇") == {
        *("每", "月", "日", "前", "镇", "15", "gb", "2018"),
        *("每月", "日前", "月 15", "15 日", "前 gb", "gb 2018"),
    }
    assert terms_of("") == terms_of("\n") == set()


def test_the_level_tells_where_a_term_stands(found: tuple[SearchDocument, ...]) -> None:
    expected: defaultdict[str, list[int]] = defaultdict(list)
    for document in found:
        duties = terms_of(document.fields["duties"])
        heads = set().union(*[terms_of(document.fields[name]) for name in HEADS])
        others = set().union(*[terms_of(document.fields[name]) for name in OTHERS])
        for term in duties | heads | others:
            level = {(True, True): BOTH, (True, False): DUTY, (False, True): HEAD}.get((term in duties, term in heads))
            expected[term].append(document.order * LEVELS + (level or 0))
    postings = content_postings(found)
    assert {term: list(row) for term, row in postings.items() if term[0] not in "/?"} == expected
    assert any(len({number % LEVELS for number in row}) == LEVELS for row in postings.values())


def test_shared_texts_are_filed_under_all_their_terms(found: tuple[SearchDocument, ...]) -> None:
    shared = frames(found)
    expected: defaultdict[str, list[int]] = defaultdict(list)
    for number, texts in enumerate(dict.fromkeys(document.shared for document in found)):
        for term in set().union(*map(terms_of, texts)):
            expected[term].append(number)
    assert {term: list(row) for term, row in shared.postings.items()} == expected
    rows = list(dict.fromkeys(document.shared for document in found))
    assert [rows[number] for number in shared.of_clause] == [document.shared for document in found]

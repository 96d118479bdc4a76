"""In an index of very many clauses few are looked at for a page: still nothing comes twice, and pages do not change.

The real content stands for one, with the bounds drawn down.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from search.answer import search_json
from search.engine import Found, Wanted
from search.engines import ENGINES, engine_named
from search.index import average_lengths
from search.printing import search_lines
from search.schema import documents
from search.searcher import Searcher
from search.words import gather_lexicon
from tests.relevance.labels import read_queries
from tests.search.reference import ReferenceReader
from zerenku.catalogue.catalogue import Catalogue

NARROW = 4
LIMIT = 3


@pytest.fixture(scope="module")
def whole(content: Catalogue) -> Searcher:
    found = documents(content)
    return Searcher(ReferenceReader(found), gather_lexicon(content), average_lengths(found))


@pytest.fixture
def large(real: Searcher, monkeypatch: pytest.MonkeyPatch) -> Searcher:
    monkeypatch.setattr("search.candidates.SMALL", 0)
    monkeypatch.setattr("search.candidates.NARROW", NARROW)
    monkeypatch.setattr("search.searcher.HUGE", 0)
    return real


@pytest.mark.parametrize(
    "text", ["隐患排查", "有限空间多久演练一次", "企业 安全培训 谁负责", "消防车通道", "危险化学品"]
)
def test_pages_follow_one_another(large: Searcher, text: str) -> None:
    seen: list[str] = []
    offset: int | None = 0
    while offset is not None:
        page = large.search(text, limit=LIMIT, offset=offset)
        seen += [hit.document.anchor for hit in page.hits]
        assert page.next in {None, offset + LIMIT}
        offset = page.next
    assert len(seen) >= LIMIT
    assert len(seen) == len(set(seen))
    first = large.search(text, limit=LIMIT)
    assert [hit.document.anchor for hit in first.hits] == seen[:LIMIT]
    assert first.total >= LIMIT


def test_few_documents_are_read_for_a_page(large: Searcher, monkeypatch: pytest.MonkeyPatch) -> None:
    limits: list[int] = []
    find = large.reader.find

    def counted(wanted: Wanted, *, limit: int) -> Found:
        limits.append(limit)
        return find(wanted, limit=limit)

    monkeypatch.setattr(large.reader, "find", counted)
    result = large.search("隐患排查", limit=LIMIT)
    assert limits == [NARROW]
    assert result.total > NARROW
    assert result.at_least


def test_a_total_is_only_called_the_least_where_more_may_match(real: Searcher, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "隐患排查"
    whole = real.search(text, limit=LIMIT)
    assert not whole.at_least
    monkeypatch.setattr("search.candidates.SMALL", 0)
    assert real.search(text, limit=LIMIT).at_least
    monkeypatch.setattr("search.candidates.WINDOW", real.reader.size)
    assert not real.search(text, limit=LIMIT).at_least
    assert search_json(whole)["at_least"] is False
    lines = "\n".join(search_lines(replace(whole, at_least=True)))
    assert f"“{text}”：至少 {whole.total} 条" in lines
    assert f"后面还有，加 --offset {LIMIT} 看下一页" in lines


def test_questions_find_no_less_often(large: Searcher, whole: Searcher) -> None:
    """Whatever has a hit when all is looked at has one here, and by no looser tier."""
    for query in read_queries()[::12]:
        here, there = large.search(query.text), whole.search(query.text)
        assert bool(here.hits) == bool(there.hits), query.text
        if here.hits:
            assert here.hits[0].tier == there.hits[0].tier, query.text


@pytest.mark.parametrize("engine", sorted(ENGINES))
def test_an_index_of_many_parts(
    engine: str, content: Catalogue, whole: Searcher, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Parts, segments and blocks of a few documents each: the same hits as from a list."""
    found = documents(content)
    folder = tmp_path_factory.mktemp(engine)
    chosen = engine_named(engine)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("search.engines.tantivy.PART", 100)
        patch.setattr("search.engines.whoosh.ONE_SEGMENT", 100)
        patch.setattr("search.engines.whoosh.BLOCK", 16)
        chosen.write(found, folder)
    reader = chosen.read(folder)
    searcher = Searcher(reader, whole.lexicon, average_lengths(found))
    for query in read_queries()[::30]:
        here, there = searcher.search(query.text), whole.search(query.text)
        assert [hit.document.anchor for hit in here.hits] == [hit.document.anchor for hit in there.hits], query.text
        assert here.total == there.total
    reader.close()

"""One suite for every engine: whatever is asked, it finds what the reference finds, in the same order."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.document import SearchDocument
from search.engine import Area, EngineMissing, Filters, IndexBroken, Reader, Wanted
from search.engines import ENGINES, engine_named
from search.index import average_lengths, ensure_index, fingerprint, open_searcher, write_index
from search.schema import documents
from search.searcher import Searcher
from search.words import gather_lexicon
from tests.relevance.labels import read_queries
from tests.search.reference import ReferenceReader, phrase
from zerenku.catalogue.catalogue import Catalogue

LIMIT = 7


@pytest.fixture(scope="module")
def invented(catalogue: Catalogue) -> tuple[SearchDocument, ...]:
    return documents(catalogue)


@pytest.fixture(scope="module")
def reference(invented: tuple[SearchDocument, ...]) -> ReferenceReader:
    return ReferenceReader(invented)


@pytest.fixture(scope="module")
def names(catalogue: Catalogue) -> list[str]:
    return [name for group in gather_lexicon(catalogue).groups for name in group.variants]


@pytest.fixture(scope="module", params=sorted(ENGINES))
def reader(
    request: pytest.FixtureRequest,
    invented: tuple[SearchDocument, ...],
    names: list[str],
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Reader]:
    folder = tmp_path_factory.mktemp(request.param)
    engine = engine_named(request.param)
    engine.write(invented, folder, names=names)
    opened = engine.read(folder)
    yield opened
    opened.close()


def words_of(found: tuple[SearchDocument, ...]) -> list[str]:
    """Pieces of one to six characters of what the documents say, so that most are found somewhere."""
    text = "".join("".join(document.fields.values()) for document in found).replace("\n", " ")
    pieces = {text[at : at + length] for length in (1, 2, 3, 4, 6) for at in range(0, len(text), 3)}
    return sorted(piece for piece in pieces if phrase(piece))


def filters_of(found: tuple[SearchDocument, ...]) -> st.SearchStrategy[Filters]:
    def some(values: set[str]) -> st.SearchStrategy[tuple[str, ...]]:
        return st.lists(st.sampled_from([*sorted(values), "nowhere"]), max_size=2).map(tuple)

    return st.builds(
        Filters,
        departments=some({item for document in found for item in document.departments}),
        places=some({item for document in found for item in document.places}),
        plans=some({document.plan for document in found}),
        kinds=some({document.kind for document in found}),
        enterprises=some({item for document in found for item in document.enterprises}),
        paths=some({"/".join(document.path[-1:]) for document in found}),
        due_before=st.sampled_from(["", *sorted({day for document in found for day in document.due})]),
        with_duty=st.booleans(),
    )


@settings(max_examples=120, deadline=None)
@given(data=st.data())
def test_finds_what_the_reference_finds(
    reader: Reader, reference: ReferenceReader, invented: tuple[SearchDocument, ...], data: st.DataObject
) -> None:
    word = st.sampled_from(words_of(invented)).map(phrase)
    group = st.lists(word, min_size=1, max_size=3).map(tuple)
    wanted = data.draw(
        st.builds(
            Wanted,
            groups=st.lists(group, max_size=3).map(tuple),
            area=st.sampled_from(Area),
            minimum=st.sampled_from([None, 1, 2]),
            filters=st.one_of(st.just(Filters()), filters_of(invented)),
        )
    )
    expected = reference.find(wanted, limit=LIMIT)
    found = reader.find(wanted, limit=LIMIT)
    assert [item.anchor for item in found.documents] == [item.anchor for item in expected.documents]
    assert found == expected


@pytest.mark.parametrize("term", ["安全", "安", "15", "gb", "无此词"])
def test_counts_the_documents_of_a_term(reader: Reader, reference: ReferenceReader, term: str) -> None:
    assert reader.frequency(term) == reference.frequency(term)
    assert reader.size == reference.size


def test_an_empty_index(reader: Reader, tmp_path: Path) -> None:
    engine = engine_named(reader.engine)
    engine.write((), tmp_path)
    empty = engine.read(tmp_path)
    assert empty.size == 0
    assert empty.find(Wanted(groups=((phrase("安全"),),)), limit=LIMIT).total == 0
    assert empty.find(Wanted(groups=()), limit=LIMIT).documents == ()
    assert empty.frequency("安全") == 0
    empty.close()


def test_many_documents_are_found_by_number(
    reader: Reader, invented: tuple[SearchDocument, ...], tmp_path: Path
) -> None:
    """More than one segment or process: still catalogue order, each once."""
    many = [
        replace(document, order=at * len(invented) + document.order, anchor=f"{document.anchor}-{at}")
        for at in range(2500 // len(invented) + 1)
        for document in invented
    ]
    engine = engine_named(reader.engine)
    engine.write(many, tmp_path)
    opened = engine.read(tmp_path)
    assert opened.size == len(many)
    found = opened.find(Wanted(groups=()), limit=len(many))
    assert [item.order for item in found.documents] == list(range(len(many)))
    opened.close()


def test_damage_is_told(reader: Reader, tmp_path: Path) -> None:
    (tmp_path / "meta.json").write_bytes(b"{")
    with pytest.raises(IndexBroken):
        engine_named(reader.engine).read(tmp_path)


@pytest.mark.parametrize("engine", sorted(ENGINES))
def test_every_question_has_the_hits_of_the_reference(
    engine: str, content: Catalogue, tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> None:
    """Labelled questions over the real content: same hits, tiers and totals from every engine."""
    root = tmp_path_factory.mktemp(f"real-{engine}")
    write_index(root, content, mark="0" * 64, engine=engine)
    opened = open_searcher(root, mark="0" * 64)
    request.addfinalizer(opened.reader.close)
    found = documents(content)
    reference = Searcher(ReferenceReader(found), gather_lexicon(content), average_lengths(found))
    asked = [query.text for query in read_queries()]
    sample = asked[::6]
    assert len(sample) > 30
    for text in sample:
        here, there = opened.search(text), reference.search(text)
        assert [(hit.document.anchor, hit.tier) for hit in here.hits] == [
            (hit.document.anchor, hit.tier) for hit in there.hits
        ], text
        assert here.total == there.total, text


def test_a_choice_of_engine_stays(workspace: Path, catalogue: Catalogue) -> None:
    write_index(workspace, catalogue, mark=fingerprint(workspace), engine="tantivy")
    plan = workspace / "content" / "plans" / "liutang-2031.yml"
    plan.write_text(plan.read_text(encoding="utf-8").replace("充电棚", "充电站"), encoding="utf-8")
    ensure_index(workspace, catalogue)
    opened = open_searcher(workspace, mark=fingerprint(workspace))
    assert opened.reader.engine == "tantivy"
    opened.reader.close()


def test_an_engine_that_is_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "tantivy", None)
    monkeypatch.delitem(sys.modules, "search.engines.tantivy", raising=False)
    with pytest.raises(EngineMissing, match="pip install"):
        engine_named("tantivy")

"""The written shards: how numbers and keys are written, what every clause is filed under, and the check at build."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.analyzer import plain
from search.browser import FOLDER, ROOT, browser_files
from search.browser.codec import NumberWriter, in_mask, mask, read_numbers, read_script, read_steps, script
from search.browser.probes import Probe, ProbeMissed, check_probes, draw_probes
from search.browser.reader import ShardReader
from search.browser.terms import phrase_terms, terms_of
from search.document import SearchDocument
from search.lexicon import Lexicon
from search.schema import documents
from search.words import gather_lexicon
from zerenku.catalogue.catalogue import Catalogue

TEXTS = st.text(alphabet="安全生产责任隐患排查每月日前0123456789abGB〔〕（）， 、\n", max_size=40)


@pytest.fixture(scope="module")
def files(content: Catalogue) -> dict[str, bytes]:
    return browser_files(content)


@pytest.fixture(scope="module")
def found(content: Catalogue) -> tuple[SearchDocument, ...]:
    return documents(content)


@pytest.fixture(scope="module")
def lexicon(content: Catalogue) -> Lexicon:
    return gather_lexicon(content)


@given(st.sets(st.integers(0, 2_000_000)))
def test_numbers_are_read_as_they_were_written(numbers: set[int]) -> None:
    row = sorted(numbers)
    assert read_steps(NumberWriter().steps(row)) == row
    assert list(read_numbers(NumberWriter().numbers(row))) == row


@given(st.lists(st.text(max_size=8), min_size=1, max_size=60))
def test_a_mask_never_denies_what_it_holds(keys: list[str]) -> None:
    bits = mask(keys)
    assert all(in_mask(bits, key) for key in keys)


def test_a_mask_denies_most_else() -> None:
    bits = mask(f"词{number}" for number in range(500))
    others = [f"别{number}" for number in range(1000)]
    assert sum(in_mask(bits, key) for key in others) < 150


@given(TEXTS, st.integers(0, 40), st.integers(1, 12))
def test_a_phrase_is_filed_where_it_stands(text: str, start: int, length: int) -> None:
    """Whatever stretch of a plain text is asked for whole, its terms are among those of the text."""
    row = plain(text.replace("\n", ""))
    phrase = plain(row[start : start + length])
    if phrase and phrase in row:
        assert set(phrase_terms(phrase)) <= terms_of(row)


def test_a_phrase_with_a_number_is_filed_by_what_surrounds_it() -> None:
    assert set(phrase_terms(plain("每月15日前"))) == {"每月", "15", "日前", "月 15", "15 日"}
    assert phrase_terms("镇") == ("镇",)
    assert "月 15" not in terms_of("每月\n 15 日前")


def test_a_shard_cannot_end_its_element() -> None:
    data = {"词": "</script><!--&\u2028\u2029\\\"'"}
    content = script("p1", data)
    assert re.search("[<>&\u2028\u2029]", content.decode("utf-8")) is None
    assert read_script(content) == data


def test_same_catalogue_same_bytes(content: Catalogue, files: dict[str, bytes]) -> None:
    assert browser_files(content) == files


def test_every_clause_is_found_by_its_texts(files: dict[str, bytes], found: tuple[SearchDocument, ...]) -> None:
    reader = ShardReader(files, FOLDER)
    for document in found:
        assert reader.url(document.order) == document.url
        for text in (document.heading, document.summary, *(duty.do for duty in document.duties)):
            if plain(text):
                assert reader.finds(text, document.order), (document.anchor, text)


def test_records_hold_all_searched_texts(files: dict[str, bytes], found: tuple[SearchDocument, ...]) -> None:
    """What is left out of a record, the browser makes of the rest."""
    reader = ShardReader(files, FOLDER)
    for document in found:
        texts = reader.texts(document.order)
        for name, text in document.fields.items():
            assert set(texts.get(name, "").split("\n")) == set(text.split("\n")), (document.anchor, name)


def test_every_word_of_the_lexicon_is_known(files: dict[str, bytes], lexicon: Lexicon) -> None:
    reader = ShardReader(files, FOLDER)
    assert all(reader.knows(variant) for group in lexicon.groups for variant in group.variants)
    assert not reader.knows(plain("区块链"))


def test_probes_come_from_all_over(found: tuple[SearchDocument, ...]) -> None:
    probes = list(draw_probes(found))
    assert len({found[probe.clause].plan for probe in probes}) == len({document.plan for document in found})
    kinds = {found[probe.clause].heading == probe.text for probe in probes}
    assert kinds == {True, False}
    assert any(probe.text == found[probe.clause].number for probe in probes)
    assert Probe(found[0].heading, 0) in probes


def test_a_build_fails_when_a_term_is_lost(
    files: dict[str, bytes], found: tuple[SearchDocument, ...], lexicon: Lexicon
) -> None:
    """Each posting shard in turn is emptied: one of the probes misses its clause, and says which."""
    probes = {term for probe in draw_probes(found) for term in phrase_terms(plain(probe.text))}
    held = {name: data for name, data in _shards(files, "p") if probes & data.keys()}
    assert len(held) > 5
    for name in list(held)[:5]:
        with pytest.raises(ProbeMissed, match=r"网页检索搜“.+”找不到.+网站没有生成"):
            check_probes(ShardReader({**files, name: script("p", {})}, FOLDER), found, lexicon)


def test_a_build_fails_when_a_clause_lies_elsewhere(
    files: dict[str, bytes], found: tuple[SearchDocument, ...], lexicon: Lexicon
) -> None:
    moved = (replace(found[0], url="plans/elsewhere.html#1"), *found[1:])
    with pytest.raises(ProbeMissed, match=re.escape(found[0].citation)):
        check_probes(ShardReader(files, FOLDER), moved, lexicon)


def test_a_build_fails_when_a_word_is_lost(
    files: dict[str, bytes], found: tuple[SearchDocument, ...], lexicon: Lexicon
) -> None:
    lost = {name: script("w", []) for name in files if re.search(r"/w\d+\.js$", name)}
    with pytest.raises(ProbeMissed, match="词库里的这个词"):
        check_probes(ShardReader({**files, **lost}, FOLDER), found, lexicon)


def test_what_the_root_says_is_true(files: dict[str, bytes], found: tuple[SearchDocument, ...]) -> None:
    root = read_script(files[ROOT])
    assert root["size"] == len(found)
    assert root["whole"] is True
    names = {name.removeprefix(FOLDER).removesuffix(".js") for name in files}
    assert {f"p{number}" for number in range(root["postings"]["p"]["count"])} <= names
    assert f"c{(len(found) - 1) // root['chunk']}" in names
    assert f"c{(len(found) - 1) // root['chunk'] + 1}" not in names
    assert json.dumps(root["tables"]["figures"])


def _shards(files: dict[str, bytes], family: str) -> list[tuple[str, dict[str, str]]]:
    return [(name, read_script(files[name])) for name in sorted(files) if re.search(rf"/{family}\d+\.js$", name)]

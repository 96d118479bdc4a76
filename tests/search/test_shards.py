"""The written shards: how numbers and keys are written, what every clause is filed under, and the check at build."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.analyzer import plain
from search.browser import CLIENT, FOLDER, ROOT, browser_files
from search.browser.codec import (
    NumberWriter,
    count_of,
    in_mask,
    key_number,
    mask,
    read_numbers,
    read_script,
    read_steps,
    script,
)
from search.browser.files import file_of
from search.browser.parts import Part, Parts, read_section
from search.browser.probes import ProbeMissed, check_drawer, check_records, check_words, terms_by_drawer
from search.browser.reader import ClauseReader, ShardReader, shards_in
from search.browser.records import CHUNK, record_shards
from search.browser.sections import MOST, PLANS, Section, sections_of
from search.browser.shards import DRAWERS
from search.browser.terms import phrase_terms, terms_of
from search.browser.works import WholeIndex, Work, write_index
from search.document import SearchDocument
from search.lexicon import Lexicon
from search.schema import documents
from search.words import gather_lexicon
from zerenku.catalogue.catalogue import Catalogue
from zerenku.store.parallel import spread

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


def test_a_record_is_json_without_what_is_empty(found: tuple[SearchDocument, ...]) -> None:
    odd = replace(found[0], order=0, heading='<b>"引号"\\</b>\n第二行', summary="")
    ((name, content),) = record_shards("0", [odd])
    assert name == "c-0.0"
    assert b"<" not in content
    shard = read_script(content)
    (record,) = shard["clauses"]
    assert record["heading"] == odd.heading
    assert shard["plans"][odd.plan]["places"] == list(odd.places)
    for told in (record, *record.get("duties", ())):
        assert all(told.values())
    # Compact: as JSON would write it.
    assert content == script(name, shard)


def test_a_record_tells_each_duty(found: tuple[SearchDocument, ...]) -> None:
    for document in found:
        ((_, content),) = record_shards("0", [document])
        (record,) = read_script(content)["clauses"]
        for told, duty in zip(record.get("duties", ()), document.duties, strict=True):
            assert (told["do"], told["owner"], told["certainty"]) == (duty.do, duty.owner, duty.certainty)
            for name in ("deadlines", "when", "every", "targets", "leads", "supports", "bearers"):
                assert told.get(name, []) == list(getattr(duty, name))
            assert told.get("enterprise", False) is duty.enterprise


def test_same_catalogue_same_bytes(content: Catalogue, files: dict[str, bytes]) -> None:
    assert browser_files(content) == files


def test_works_that_processes_share_make_the_same(content: Catalogue, files: dict[str, bytes]) -> None:
    found: dict[str, bytes] = {}

    def done(works: Sequence[Work]) -> Iterator[Any]:
        for made in spread(lambda number: works[number].make(), len(works), jobs=2):
            found.update(made.files)
            yield made.head

    found.update(write_index(content, done))
    assert {CLIENT: files[CLIENT], **{file_of(name): data for name, data in found.items()}} == files


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


def sections(catalogue: Catalogue) -> list[tuple[Section, tuple[SearchDocument, ...], Part]]:
    """The sections of a catalogue with their clauses and what is kept of them."""
    cut = sections_of(plan.id for plan in catalogue.plans)
    return [(section, documents(catalogue, section.plans), read_section(catalogue, section)[0]) for section in cut]


def test_probes_come_from_all_over(content: Catalogue) -> None:
    rows = [(found, part) for _, found, part in sections(content)]
    probes = [(found[probe.clause], probe) for found, part in rows for row in part.probes for probe in row]
    assert {document.plan for document, _ in probes} == {plan.id for plan in content.plans}
    assert {document.heading == probe.text for document, probe in probes} == {True, False}
    assert any(probe.text == document.number for document, probe in probes)
    assert {probe.frame is None for _, probe in probes} == {True, False}


def test_a_build_fails_when_a_term_is_lost(content: Catalogue) -> None:
    """Each drawer in turn is emptied: where a probe needs it, the build says which clause is missed."""
    rows = sections(content)
    whole = WholeIndex(content, [section for section, _, _ in rows], [part for _, _, part in rows])
    needed = terms_by_drawer(Parts([section for section, _, _ in rows], [part for _, _, part in rows]).probes())
    assert len(needed) > DRAWERS // 2
    for work in whole.works():
        drawer = int(work.name.rpartition("-")[2]) if work.name.startswith("drawer") else -1
        if drawer in needed:
            made = work.make()
            empty = shards_in({name: script(name, {}) for name, _ in made.files})
            with pytest.raises(ProbeMissed, match=r"网页检索搜“.+”找不到.+网站没有生成"):
                check_drawer(needed[drawer], dict(zip("ps", made.head, strict=True)), empty)


def test_a_build_fails_when_a_clause_lies_elsewhere_or_lacks_its_text(content: Catalogue) -> None:
    section, found, part = sections(content)[0]
    probes = [probe for row in part.probes for probe in row]
    reader = ClauseReader(section.name, CHUNK, shards_in(dict(record_shards(section.name, found))))
    check_records(probes, found, reader)
    moved = (replace(found[0], url="plans/elsewhere.html#1"), *found[1:])
    with pytest.raises(ProbeMissed, match=re.escape(found[0].citation)):
        check_records(probes, moved, reader)
    poorer = [replace(document, heading="", fields={**document.fields, "heading": ""}) for document in found]
    reader = ClauseReader(section.name, CHUNK, shards_in(dict(record_shards(section.name, poorer))))
    with pytest.raises(ProbeMissed, match=probes[0].text):
        check_records(probes, found, reader)


def test_a_build_fails_when_a_word_is_lost(files: dict[str, bytes], lexicon: Lexicon) -> None:
    names = {name.removeprefix(FOLDER).removesuffix(".js"): data for name, data in files.items()}
    lost = {name: script("w", []) for name in names if re.fullmatch(r"w\d+", name)}
    head = read_script(files[ROOT])["words"]
    check_words(lexicon, head, shards_in(names))
    with pytest.raises(ProbeMissed, match="词库里的这个词"):
        check_words(lexicon, head, shards_in({**names, **lost}))


def test_what_the_root_says_is_true(files: dict[str, bytes], found: tuple[SearchDocument, ...]) -> None:
    root = read_script(files[ROOT])
    assert root["size"] == len(found) == sum(size for _, size in root["sections"])
    assert root["whole"] is True
    names = {name.removeprefix(FOLDER).removesuffix(".js") for name in files}
    drawers = root["postings"]["p"]
    assert len(drawers) == DRAWERS
    shards = {f"p{drawer}.{number}" for drawer, (count, _) in enumerate(drawers) for number in range(count)}
    assert shards == {name for name in names if re.fullmatch(r"p\d+\.\d+", name)}
    records = {f"c-{name}.{n}" for name, size in root["sections"] for n in range(-(-size // root["chunk"]))}
    assert records == {name for name in names if name.startswith("c-")}
    assert json.dumps(root["tables"]["figures"])


@given(st.lists(st.from_regex(r"[a-z]{3}-20[0-9]{2}", fullmatch=True), min_size=1, max_size=80, unique=True))
def test_a_plan_more_changes_only_the_sections_around_it(ids: list[str]) -> None:
    plans, more = sorted(ids), ids[0]
    before, after = sections_of(plan for plan in plans if plan != more), sections_of(plans)
    assert [plan for section in after for plan in section.plans] == plans
    assert all(len(section.plans) <= MOST for section in after)
    # The next plan that ends a section wherever it stands.
    ends = [plan for plan in plans if plan > more and key_number(plan) % PLANS == 0]
    far = {item for item in after if item.plans[-1] < more or (ends and item.plans[0] > ends[0])}
    assert far <= set(before)


ROWS = st.dictionaries(st.sampled_from("甲乙丙丁"), st.sets(st.integers(0, 99), min_size=1).map(sorted))


@given(st.lists(ROWS, max_size=5))
def test_rows_of_sections_join_to_the_numbers_of_all(sections: list[dict[str, list[int]]]) -> None:
    writer = NumberWriter()
    joined = writer.joined((100 * at, writer.rows(rows)) for at, rows in enumerate(sections))
    for key in "甲乙丙丁":
        numbers = [100 * at + number for at, rows in enumerate(sections) for number in rows.get(key, ())]
        assert joined.get(key, "") == writer.steps(numbers)
        assert count_of(joined.get(key, "")) == len(numbers)

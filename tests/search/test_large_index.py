"""Above a thousand clauses the browser reads a page at a time: still everything is found, and nothing twice."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from search.analyzer import plain
from search.browser import CLIENT, FOLDER, browser_files
from search.document import SearchDocument
from search.schema import documents
from search.searcher import Searcher
from tests.search.pages import SearchPage, search_page
from zerenku.catalogue.catalogue import Catalogue

PHRASES = ("隐患排查", "安全生产责任", "安全", "每月15日前", "危险化学品", "打通消防生命通道", "镇", "执法检查", "GB")
LIMIT = 10


@pytest.fixture(scope="module")
def files(content: Catalogue) -> dict[str, bytes]:
    """The real content, written as if it were large: many shards, read page by page."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("search.browser.works.WHOLE", 0)
        patch.setattr("search.browser.shards.OWN", 150)
        return browser_files(content)


@pytest.fixture(scope="module")
def found(content: Catalogue) -> tuple[SearchDocument, ...]:
    return documents(content)


@pytest.fixture(scope="module")
def page(browser: Browser, files: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> SearchPage:
    return search_page(browser, tmp_path_factory.mktemp("large"), files)


@pytest.mark.parametrize("phrase", PHRASES)
def test_every_clause_that_holds_a_phrase_is_on_some_page(
    page: SearchPage, found: tuple[SearchDocument, ...], phrase: str
) -> None:
    holding = {document.anchor for document in found if plain(phrase) in "\n".join(document.content)}
    assert holding
    seen: list[str] = []
    exact: set[str] = set()
    offset: int | None = 0
    while offset is not None:
        result = page.ask(phrase, limit=LIMIT, offset=offset)
        seen += [hit["anchor"] for hit in result["hits"]]
        exact |= {hit["anchor"] for hit in result["hits"] if hit["tier"] == "exact"}
        assert result["total"] >= len(holding)
        assert result["next"] in {None, offset + LIMIT}
        offset = result["next"]
    assert exact == holding
    assert len(seen) == len(set(seen))


def test_a_page_is_the_same_whatever_was_asked_before(page: SearchPage) -> None:
    """What has been loaded must not change the order."""
    before = page.ask("隐患排查", limit=LIMIT, offset=LIMIT)["hits"]
    page.ask("隐患", limit=100)
    page.ask("排查治理", limit=100)
    assert page.ask("隐患排查", limit=LIMIT, offset=LIMIT)["hits"] == before


@pytest.mark.parametrize(
    "question",
    [
        "打通消防生命通道谁牵头",
        "洋口 二（三）11",
        "有限空间应急演练多久一次",
        "示范企业要培育几家",
        "重大事故隐患判定标准",
    ],
)
def test_the_first_answer_is_that_of_the_whole(page: SearchPage, real: Searcher, question: str) -> None:
    ours = real.search(question).hits[0]
    theirs = page.ask(question, limit=LIMIT)["hits"][0]
    assert (theirs["anchor"], theirs["duty"]) == (ours.document.anchor, ours.duty.do if ours.duty else None)


def test_a_filter_leaves_only_what_passes(page: SearchPage) -> None:
    result = page.ask("隐患排查", limit=LIMIT, filters={"plan": ["haimen-2023"]})
    assert result["hits"]
    assert {hit["planId"] for hit in result["hits"]} == {"haimen-2023"}


def test_a_first_search_is_light(browser: Browser, files: dict[str, bytes], tmp_path: Path) -> None:
    """Client, lexicon, postings and ten hits; facets and suggestions are fetched later."""
    page = search_page(browser, tmp_path, files)
    assert len(page.ask("安全生产责任", limit=LIMIT)["hits"]) == LIMIT
    weights = [len(gzip.compress(files[f"{FOLDER}{name}.js"])) for name in page.asked]
    assert sum(weights) + len(gzip.compress(files[CLIENT])) < 100_000
    assert not any(name.startswith("f-") for name in page.asked)


def test_names_that_look_alike_come_later(page: SearchPage) -> None:
    page.asked.clear()
    result = page.ask("粉尘射暴企业呀", limit=LIMIT)
    assert result["nearest"] == []
    assert page.page.evaluate("zerenku.search.suggest('粉尘射暴企业呀')")

"""The browser's search is the same search: same normal forms, same hits, same tiers, over the same catalogue."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from search.browser import browser_index, search_script
from search.searcher import Searcher
from tests.search.cases import cases
from zerenku.catalogue.catalogue import Catalogue

PAGE = '<!doctype html><meta charset="utf-8"><script src="index.js"></script><script src="search.js"></script>'


def page_over(browser: Browser, folder: Path, catalogue: Catalogue) -> Page:
    """A page opened from the disk that holds nothing but the two scripts."""
    (folder / "index.js").write_bytes(browser_index(catalogue))
    (folder / "search.js").write_bytes(search_script())
    (folder / "page.html").write_text(PAGE, encoding="utf-8")
    page = browser.new_page()
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("request", lambda request: problems.extend([] if request.url.startswith("file:") else [request.url]))
    page.goto((folder / "page.html").as_uri())
    assert problems == []
    return page


@pytest.fixture(scope="module")
def page(browser: Browser, catalogue: Catalogue, tmp_path_factory: pytest.TempPathFactory) -> Page:
    return page_over(browser, tmp_path_factory.mktemp("page"), catalogue)


def compare(page: Page, searcher: Searcher, query: str) -> None:
    """Both searches give the same clauses with the same duties, tiers and scores, and understand the same."""
    ours = searcher.search(query, limit=100)
    theirs: dict[str, Any] = page.evaluate("query => window.zerenkuSearch(query, {limit: 100})", query)
    assert [hit["anchor"] for hit in theirs["hits"]] == [hit.document.anchor for hit in ours.hits], query
    for hit, other in zip(ours.hits, theirs["hits"], strict=True):
        assert other["tier"] == hit.tier.value, query
        assert other["duty"] == (hit.duty.do if hit.duty else None), query
        assert other["owner"] == (hit.duty.owner if hit.duty else ""), query
        assert other["url"] == hit.document.url
        assert other["cite"] == hit.document.citation
        assert other["score"] == pytest.approx(hit.score, abs=1e-3), query
    assert theirs["total"] == ours.total, query
    assert theirs["asks"] == (ours.question.asks.value if ours.question.asks else None), query
    assert theirs["tried"] == [tier.value for tier in ours.tried], query
    assert theirs["nearest"] == list(ours.nearest), query


@pytest.mark.parametrize("table", ["plain", "terms"])
def test_the_same_analysis(page: Page, table: str) -> None:
    rows = cases(table)
    script = f"texts => texts.map(text => window.zerenkuSearch.{table}(text))"
    done = page.evaluate(script, [row["text"] for row in rows])
    assert [item if table == "plain" else "|".join(item) for item in done] == [row[table] for row in rows]


def test_the_same_answers(page: Page, searcher: Searcher) -> None:
    for case in cases("questions"):
        compare(page, searcher, case["query"])


def test_a_word_is_not_counted_over_the_edge_of_two_fields(page: Page, searcher: Searcher) -> None:
    """自查 ends a heading and 县 begins the summary below it: 查县 is nowhere, in either search."""
    assert searcher.reader.frequency("查县") == 0
    compare(page, searcher, "按月自查县应急")


def test_odd_questions_do_no_harm(page: Page, searcher: Searcher) -> None:
    names = "toString constructor __proto__ hasOwnProperty"
    for query in ("<b>木粉尘</b>", "]}){", "。" * 300, "尘" * 400, names, "a b c 1 2 3", "木粉尘 " * 20):
        compare(page, searcher, query)


def test_the_same_answers_from_the_real_content(
    browser: Browser, content: Catalogue, real: Searcher, tmp_path: Path
) -> None:
    page = page_over(browser, tmp_path, content)
    headings = [clause.clause.heading for clause in content.clauses if clause.clause.heading]
    for query in (
        *(case["query"] for case in cases("real")),
        "粉尘涉爆",
        "企业每月隐患排查",
        "厂中厂 出租方",
        # Words that are in most clauses, and a few that end in every tier.
        "安全",
        "镇",
        "外包队伍怎么管",
        "电瓶车进楼找谁",
        *headings,
    ):
        compare(page, real, query)


def test_pages_follow_one_another(page: Page) -> None:
    first = page.evaluate("() => window.zerenkuSearch('青应急〔2030〕8号', {limit: 3})")
    assert (len(first["hits"]), first["total"], first["next"]) == (3, 7, 3)
    last = page.evaluate("() => window.zerenkuSearch('青应急〔2030〕8号', {limit: 3, offset: 6})")
    assert (len(last["hits"]), last["next"]) == (1, None)


def test_the_index_is_safe_inside_a_page(catalogue: Catalogue) -> None:
    text = browser_index(catalogue).decode("utf-8")
    assert re.search("[<>&\u2028\u2029]", text) is None
    data = json.loads(text.removeprefix("window.ZERENKU_INDEX = ").removesuffix(";\n"))
    assert any(clause["summary"].endswith("</script>") for clause in data["clauses"])
    assert browser_index(catalogue).decode("utf-8") == text


def test_the_script_is_for_old_browsers() -> None:
    script = search_script().decode("utf-8")
    assert re.search(r"=>|`|\b(?:let|const|class|async|await|fetch|XMLHttpRequest|import|eval)\b", script) is None

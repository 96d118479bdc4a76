"""The browser's search is the same search: same normal forms, same hits, same tiers, over the same catalogue."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from search.browser import CLIENT, browser_files
from search.searcher import Searcher
from tests.relevance.labels import read_queries
from tests.search.cases import cases
from tests.search.pages import SearchPage, search_page
from zerenku.catalogue.catalogue import Catalogue

TODAY = "2026-06-01"


@pytest.fixture(scope="module")
def page(browser: Browser, catalogue: Catalogue, tmp_path_factory: pytest.TempPathFactory) -> SearchPage:
    return search_page(browser, tmp_path_factory.mktemp("page"), browser_files(catalogue))


@pytest.fixture(scope="module")
def real_page(browser: Browser, content: Catalogue, tmp_path_factory: pytest.TempPathFactory) -> SearchPage:
    return search_page(browser, tmp_path_factory.mktemp("real-page"), browser_files(content))


def compare(page: SearchPage, searcher: Searcher, query: str, *, today: str = "") -> None:
    """Both searches give the same clauses with the same duties, tiers and scores, and understand the same."""
    ours = searcher.search(query, limit=100, today=today)
    theirs = page.ask(query, today=today)
    assert theirs["total"] == ours.total, query
    assert theirs["asks"] == (ours.question.asks.value if ours.question.asks else None), query
    assert theirs["path"] == "/".join(ours.question.path), query
    assert theirs["tried"] == [tier.value for tier in ours.tried], query
    assert theirs["nearest"] == list(ours.nearest), query
    assert [hit["anchor"] for hit in theirs["hits"]] == [hit.document.anchor for hit in ours.hits], query
    for hit, other in zip(ours.hits, theirs["hits"], strict=True):
        assert other["tier"] == hit.tier.value, query
        assert other["duty"] == (hit.duty.do if hit.duty else None), query
        assert other["owner"] == (hit.duty.owner if hit.duty else ""), query
        assert other["url"] == hit.document.url
        assert other["cite"] == hit.document.citation
        assert other["expired"] == hit.expired, query
        assert other["score"] == pytest.approx(hit.score, abs=1e-3), query


@pytest.mark.parametrize(("table", "name"), [("plain", "plain"), ("terms", "queryTerms")])
def test_the_same_analysis(page: SearchPage, table: str, name: str) -> None:
    rows = cases(table)
    script = "([name, texts]) => texts.map(text => zerenku.analyse[name](text))"
    done = page.page.evaluate(script, [name, [row["text"] for row in rows]])
    assert [item if table == "plain" else "|".join(item) for item in done] == [row[table] for row in rows]


def test_the_same_answers(page: SearchPage, searcher: Searcher) -> None:
    for case in cases("questions"):
        compare(page, searcher, case["query"])


def test_a_word_is_not_counted_over_the_edge_of_two_fields(page: SearchPage, searcher: Searcher) -> None:
    """自查 ends a heading and 县 begins the summary below it: 查县 is nowhere, in either search."""
    assert searcher.reader.frequency("查县") == 0
    compare(page, searcher, "按月自查县应急")


def test_odd_questions_do_no_harm(page: SearchPage, searcher: Searcher) -> None:
    names = "toString constructor __proto__ hasOwnProperty"
    for query in ("<b>木粉尘</b>", "]}){", "。" * 300, "尘" * 400, names, "a b c 1 2 3", "木粉尘 " * 20):
        compare(page, searcher, query)


def test_the_same_answers_from_the_real_content(real_page: SearchPage, content: Catalogue, real: Searcher) -> None:
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
        *headings[::3],
    ):
        compare(real_page, real, query)


def test_the_same_answers_to_what_people_ask(real_page: SearchPage, real: Searcher) -> None:
    """Colloquial, misspelt, in pinyin, in traditional characters: every third labelled query, on a day on which plans
    have run out. `make relevance` asks them all.
    """
    queries = read_queries()[::3]
    assert len(queries) > 200
    for query in queries:
        compare(real_page, real, query.text, today=TODAY)


def test_the_same_answers_by_the_clock(real_page: SearchPage, real: Searcher) -> None:
    for query in (
        "年底前洋口要完成什么",
        "六月底前要做什么",
        "今年三季度前",
        "下半年要交什么",
        "23年底前",
        "上个月 报送",
    ):
        compare(real_page, real, query, today=TODAY)


def test_pages_follow_one_another(page: SearchPage) -> None:
    first = page.ask("青应急〔2030〕8号", limit=3)
    assert (len(first["hits"]), first["total"], first["next"]) == (3, 7, 3)
    last = page.ask("青应急〔2030〕8号", limit=3, offset=6)
    assert (len(last["hits"]), last["next"]) == (1, None)


@pytest.mark.parametrize(
    "written", ["青应急〔2030〕8号", "青应急[2030]8号", "青应急（２０３０）８号", "青应急 2030 8号"]
)
def test_a_number_in_any_brackets_names_its_plan(page: SearchPage, written: str) -> None:
    assert [plan["url"] for plan in page.ask(written)["plans"]] == ["plans/qinghe-2030.html"]


def test_a_filter_narrows_and_facets_count(page: SearchPage) -> None:
    whole = page.ask("电动自行车")
    counts = page.page.evaluate(
        "async query => zerenku.search.facets(await zerenku.search.ask(query, {limit: 1}), ['2030-01-01..2031-12-31'])",
        "电动自行车",
    )
    by_plan = {value["id"]: value["count"] for value in counts["plan"]}
    assert sum(by_plan.values()) == whole["total"]
    assert {value["name"] for value in counts["certainty"]} <= {
        "明确牵头",
        "未明确牵头（按职责分工）",
        "未明确牵头（各相关部门）",
        "原文未写责任单位",
    }
    assert counts["due"][0]["count"] > 0
    narrowed = page.ask("电动自行车", filters={"plan": ["liutang-2031"]})
    assert {hit["planId"] for hit in narrowed["hits"]} == {"liutang-2031"}
    assert narrowed["total"] == by_plan["liutang-2031"]
    town = page.ask("电动自行车", filters={"place": ["liutang"]})
    assert {hit["anchor"] for hit in town["hits"]} == {hit["anchor"] for hit in narrowed["hits"]}
    assert page.ask("电动自行车", filters={"due": ["2030-01-01..2031-12-31"]})["total"] == counts["due"][0]["count"]


def test_only_what_a_question_needs_is_loaded(browser: Browser, content: Catalogue, tmp_path: Path) -> None:
    files = browser_files(content)
    page = search_page(browser, tmp_path, files)
    assert page.page.evaluate("() => zerenku.search.now('打通消防生命通道', {limit: 10})") is None
    assert page.asked == []
    assert page.ask("打通消防生命通道", limit=10)["hits"]
    loaded = sum(len(files[f"{CLIENT.rpartition('/')[0]}/{name}.js"]) for name in page.asked)
    assert len(page.asked) == len(set(page.asked))
    assert not any(name.startswith(("f-", "n-mask", "h", "traditional")) for name in page.asked)
    assert loaded < 0.3 * sum(map(len, files.values()))
    page.asked.clear()
    page.ask("打通消防生命通道", limit=10)
    assert page.asked == []


def test_an_answer_is_there_at_once_when_all_is_loaded(real_page: SearchPage) -> None:
    real_page.ask("隐患排查治理")
    took = real_page.page.evaluate(
        "() => { const start = performance.now(); zerenku.search.now('隐患排查治理', {limit: 10});"
        " return performance.now() - start; }"
    )
    assert took < 200


def test_the_script_is_for_old_browsers(catalogue: Catalogue) -> None:
    """Nothing newer than ES2020, nothing that fetches or evaluates."""
    script = browser_files(catalogue)[CLIENT].decode("utf-8")
    late = r"\?\?=|\|\|=|&&=|\.at\(|\.replaceAll\(|\.toSorted\(|structuredClone|Object\.hasOwn\b|\(\?<[=!]|static \{"
    assert re.search(late, script) is None
    assert re.search(r"\bfetch\(['\"]|XMLHttpRequest|\beval\(|new Function|\bimport\b", script) is None
    assert re.search(r"^\s*(?://|/\*)", script, re.MULTILINE) is None

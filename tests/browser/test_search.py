"""Searching as readers do it: the box on every page, the page of all results, filters, keyboard, address."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import DESKTOP, PHONE

Open = Callable[..., Page]
SIZES = pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])


def ask(page: Page, query: str) -> None:
    """Type into the box as a person does, and wait for the answer."""
    page.get_by_role("combobox", name="搜索").press_sequentially(query)
    expect(page.locator(".zk-search__status")).to_contain_text(re.compile("找到"))


def marked(page: Page) -> set[str]:
    return set(page.locator(".zk-hit mark").all_inner_texts())


def test_nothing_is_loaded_before_the_box_is_used_and_little_after(open_page: Open) -> None:
    page = open_page("index")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(Path(request.url).stem))
    assert page.locator("script[src*='assets/zerenku/search/']").count() == 0
    page.get_by_role("combobox", name="搜索").focus()
    page.wait_for_function("typeof zerenku === 'object' && zerenku.search")
    expect(page.locator(".zk-search__panel")).to_be_hidden()
    assert {name for name in asked if name != "favicon"} == {"client", "search-hit", "root"}
    ask(page, "打通消防生命通道")
    assert not any(name.startswith("f-") for name in asked)


def test_who_leads_is_told_in_the_hit(open_page: Open) -> None:
    page = open_page("index")
    ask(page, "打通消防生命通道谁牵头")
    first = page.get_by_role("option").first
    expect(first.locator(".zk-owner--lead")).to_contain_text("牵头：")
    expect(page.locator(".zk-search__status")).to_have_attribute("aria-live", "polite")


def test_what_only_comes_near_says_so_loudly_but_pinyin_is_as_good_as_characters(open_page: Open) -> None:
    page = open_page("index")
    status = page.locator(".zk-search__status")
    ask(page, "没有的词xyzzy")
    expect(status).to_contain_text("没有找到“没有的词xyzzy”。下面")
    expect(status).to_have_class(re.compile("zk-near"))
    for found in ("xiaofang", "消防"):
        page.get_by_role("combobox", name="搜索").fill("")
        ask(page, found)
        expect(status).to_contain_text("找到")
        expect(status).not_to_have_class(re.compile("zk-near"))
    page = open_page("search", query="?q=没有的词xyzzy")
    expect(page.locator("[data-zk-status]")).to_contain_text("只是相近")
    expect(page.locator("[data-zk-status]")).to_have_class(re.compile("zk-near"))


def test_other_names_are_marked_where_they_led_to_the_hit(open_page: Open) -> None:
    page = open_page("index")
    ask(page, "电瓶车 充电")
    expect(page.locator(".zk-tier").first).to_have_text("同义")
    assert any("电动自行车" in text for text in marked(page))


def test_a_number_in_other_brackets_is_marked_as_it_is_written(open_page: Open) -> None:
    page = open_page("index")
    ask(page, "gb36894-2018")
    assert any(re.fullmatch(r"GB ?36894[—–-]2018", text) for text in marked(page))


def test_a_number_goes_straight_to_its_plan(open_page: Open) -> None:
    page = open_page("about")
    ask(page, "海应急（2023）5号")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"plans/haimen-2023\.html$"))


def test_a_path_goes_straight_to_its_clause(open_page: Open) -> None:
    page = open_page("about")
    ask(page, "洋口 二（三）11")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"plans/yangkou-2024\.html#2-3-11$"))


def test_a_path_that_no_plan_has_leads_to_the_one_above(open_page: Open) -> None:
    page = open_page("about")
    ask(page, "洋口二（三）99")
    expect(page.locator(".zk-search__status")).to_contain_text("未找到“洋口二（三）99”：各方案都没有这一条")
    page.get_by_role("button", name="洋口二（三）", exact=True).click()
    expect(page.locator(".zk-hit").first).to_contain_text("二（三）")


def test_arrows_go_round_and_nothing_is_chosen_at_first(open_page: Open) -> None:
    page = open_page("index")
    ask(page, "隐患排查")
    box = page.get_by_role("combobox", name="搜索")
    options = page.get_by_role("option")
    expect(page.get_by_role("option", selected=True)).to_have_count(0)
    box.press("ArrowUp")
    expect(options.last).to_have_attribute("aria-selected", "true")
    box.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    expect(box).to_have_attribute("aria-activedescendant", options.first.get_attribute("id") or "")
    box.press("Escape")
    expect(page.locator(".zk-search__panel")).to_be_hidden()
    expect(box).to_have_attribute("aria-expanded", "false")


def test_enter_without_a_choice_shows_all_results(open_page: Open) -> None:
    page = open_page("plans/haimen-2023")
    ask(page, "隐患排查")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"search\.html\?q="))
    expect(page.locator("[data-zk-status]")).to_contain_text("找到")
    expect(page.locator("[data-zk-query]")).to_have_value("隐患排查")


def test_an_expired_plan_is_labelled_on_the_day_of_reading(open_page: Open) -> None:
    for today, count in (("2023-05-20", 0), ("2024-05-20", 1)):
        page = open_page("search", query="?q=海门 落实年 动员部署", today=today)
        page.locator(".zk-hit").first.wait_for()
        assert min(1, page.locator(".zk-hit__past").count()) == count


@SIZES
def test_all_results_narrowed_by_chips_and_shared_by_address(open_page: Open, size: tuple[int, int]) -> None:
    page = open_page("search", query="?q=隐患排查", size=size)
    status = page.locator("[data-zk-status]")
    expect(status).to_contain_text("完全匹配")
    whole = int(re.findall(r"\d+", status.inner_text())[0])
    narrow = page.locator("[data-zk-narrow]")
    if size == PHONE:
        narrow.locator("summary").click()
    chip = page.get_by_role("group", name="方案").get_by_role("button").first
    count = int(chip.locator(".zk-chip__count").inner_text())
    assert 0 < count < whole
    chip.click()
    expect(status).to_contain_text(f"找到 {count} 条")
    expect(page.get_by_role("group", name="方案").get_by_role("button", pressed=True)).to_have_count(1)
    assert "plan=" in page.url
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")

    shared = open_page("search", query=page.url[page.url.index("?") :], size=size)
    expect(shared.locator("[data-zk-status]")).to_contain_text(f"找到 {count} 条")
    page.get_by_role("button", name="清除条件").click()
    expect(status).to_contain_text(f"找到 {whole} 条")
    page.go_back()
    expect(status).to_contain_text(f"找到 {count} 条")


def test_pages_of_results(open_page: Open) -> None:
    page = open_page("search", query="?q=隐患排查")
    first = page.locator("[data-zk-list] a").all_inner_texts()
    if not first:
        page.locator("[data-zk-list] a").first.wait_for()
        first = page.locator("[data-zk-list] a").all_inner_texts()
    page.get_by_role("link", name="下一页").click()
    expect(page.locator("[data-zk-pager]")).to_contain_text("第 2 页")
    second = page.locator("[data-zk-list] a").all_inner_texts()
    assert len(first) == 20
    assert not set(first) & set(second)
    assert "page=2" in page.url
    page.get_by_role("link", name="上一页").click()
    expect(page.locator("[data-zk-pager]")).to_contain_text("第 1 页")


def test_a_page_past_the_end_is_the_last_one(open_page: Open) -> None:
    page = open_page("search", query="?q=隐患排查&page=999.5")
    expect(page.locator("[data-zk-list] a").first).to_be_visible()
    number = re.search(r"第 (\d+) 页，共 (\d+) 页", page.locator("[data-zk-pager]").inner_text())
    assert number
    assert number[1] == number[2]
    assert page.url.endswith(f"page={number[1]}")


def test_what_is_typed_on_the_page_goes_into_the_address(open_page: Open) -> None:
    page = open_page("search")
    expect(page.locator("[data-zk-status]")).to_contain_text("输入要找的词")
    page.keyboard.press("/")
    page.keyboard.type("粉尘涉爆")
    expect(page.locator("[data-zk-status]")).to_contain_text("完全匹配")
    page.wait_for_url(re.compile("q=%E7%B2%89"))
    page.locator("[data-zk-query]").fill("<i>xyzzy</i>")
    expect(page.locator("[data-zk-status]")).to_contain_text("未找到“<i>xyzzy</i>”")
    assert page.locator("[data-zk-results] i").count() == 0


def test_filters_that_leave_nothing_say_so(open_page: Open) -> None:
    page = open_page("search", query="?q=粉尘涉爆&plan=haimen-2023&certainty=collective")
    expect(page.locator("[data-zk-status]")).to_contain_text("请去掉几个条件")


@SIZES
def test_nothing_bars_anybody(open_page: Open, size: tuple[int, int]) -> None:
    page = open_page("search", query="?q=隐患排查", size=size)
    page.locator("[data-zk-narrow]").wait_for(state="attached")
    page.get_by_text("完全匹配").first.wait_for()
    page.evaluate("document.querySelector('[data-zk-narrow]').open = true")
    rules = {"preload": False}
    assert [item["id"] for item in Axe().run(page, options=rules).response["violations"]] == []
    page = open_page("index", size=size)
    ask(page, "隐患排查")
    page.keyboard.press("ArrowDown")
    found = Axe().run(page, context=".zk-search--home", options=rules).response["violations"]
    assert [item["id"] for item in found] == []


@pytest.mark.parametrize("lost", ["client.js", "root.js"])
def test_a_copy_without_its_index_says_so(browser: Browser, site: Path, tmp_path: Path, lost: str) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(site, copy, ignore=shutil.ignore_patterns("documents", "downloads", "plans"))
    (copy / "assets/zerenku/search" / lost).unlink()
    page = browser.new_page()
    page.goto((copy / "index.html").as_uri())
    page.get_by_role("combobox", name="搜索").press_sequentially("隐患")
    expect(page.locator(".zk-search__status")).to_contain_text("请重新拷贝整个网站")
    page.goto((copy / "search.html").as_uri() + "?q=隐患")
    expect(page.locator("[data-zk-results]")).to_contain_text("请重新拷贝整个网站")
    page.close()


def test_a_site_without_an_index_says_so(browser: Browser, site: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(site, copy, ignore=shutil.ignore_patterns("documents", "downloads", "plans"))
    for name in ("index.html", "search.html"):
        text = (copy / name).read_text(encoding="utf-8")
        (copy / name).write_text(re.sub(r'<meta name="?zerenku-search"?[^>]*>', "", text), encoding="utf-8")
    page = browser.new_page()
    page.goto((copy / "index.html").as_uri())
    page.get_by_role("combobox", name="搜索").press_sequentially("隐患")
    expect(page.locator(".zk-search__status")).to_contain_text("没有带搜索索引")
    page.goto((copy / "search.html").as_uri() + "?q=隐患")
    expect(page.locator("[data-zk-results]")).to_contain_text("没有带搜索索引")
    page.close()

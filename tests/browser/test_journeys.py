"""What readers do: ask, open the clause, go to its department and another task; from a phone, by keyboard."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import PAGES, PHONE

Open = Callable[..., Page]
PLAN = "plans/haimen-2023"


def ask(page: Page, query: str) -> None:
    """Type into the search box as a person does, and wait for the answer to this query."""
    box = page.get_by_role("combobox", name="搜索")
    box.press_sequentially(query)
    expect(page.locator(".zk-search__status")).to_contain_text(re.compile("找到|未找到"))


@pytest.mark.parametrize("size", [(1440, 900), PHONE], ids=["desktop", "phone"])
def test_from_a_hit_to_the_clause_to_its_department_to_another_task(open_page: Open, size: tuple[int, int]) -> None:
    page = open_page("index", size=size, today="2023-05-20")
    ask(page, "排查落实阶段")
    page.get_by_role("option").first.click()

    page.wait_for_url(re.compile(rf"{PLAN}\.html#4-3"))
    clause = page.locator('[id="4-3"]')
    expect(clause.locator("h3")).to_contain_text("排查落实阶段")
    expect(clause).to_be_in_viewport()
    clause.get_by_role("link", name="区应急管理局").first.click()

    page.wait_for_url(re.compile(r"departments/haimen-yingji\.html"))
    expect(page.locator("h1")).to_contain_text("应急管理局")
    other = page.locator("#obliged a.zk-do:not([href*='#4-3'])").first
    wanted = (other.get_attribute("href") or "").partition("#")[2]
    says = other.inner_text()
    other.click()

    page.wait_for_url(re.compile(rf"#{wanted}$"))
    task = page.locator(f'[id="{wanted}"]')
    expect(task).to_be_in_viewport()
    expect(task).to_contain_text(says)


def test_search_by_keyboard(open_page: Open) -> None:
    page = open_page("about")
    page.keyboard.press("/")
    page.keyboard.type("八个一", delay=20)
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    chosen = page.get_by_role("option", selected=True)
    expect(chosen).to_have_count(1)
    target = (chosen.get_attribute("href") or "").partition("plans/")[2]
    assert target
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(re.escape(target) + "$"))


def test_search_says_how_it_matched_and_marks_the_words(open_page: Open) -> None:
    page = open_page("index")
    ask(page, "隐患排查")
    expect(page.locator(".zk-search__status")).to_contain_text("完全匹配")
    expect(page.locator(".zk-hit mark").first).to_have_text("隐患排查")
    expect(page.locator(".zk-tier").first).to_have_text("完全匹配")


def test_search_that_finds_nothing_says_so_and_shows_no_markup(open_page: Open) -> None:
    page = open_page("deadlines")
    ask(page, "<i>xyzzy</i>")
    expect(page.locator(".zk-search__status")).to_contain_text("未找到“<i>xyzzy</i>”")
    assert page.locator(".zk-search__status i").count() == 0
    page.keyboard.press("Escape")
    expect(page.locator(".zk-search__panel")).to_be_hidden()


def test_a_word_to_try_fills_the_box(open_page: Open) -> None:
    page = open_page("index")
    word = page.locator("[data-query]").first
    name = word.inner_text()
    word.click()
    expect(page.get_by_role("combobox", name="搜索")).to_have_value(name)
    expect(page.get_by_role("option").first).to_be_visible()


@pytest.mark.parametrize(
    ("today", "says"),
    [("2022-12-31", "未开始"), ("2023-05-20", "进行中"), ("2023-12-31", "进行中"), ("2024-01-01", "已到期")],
)
def test_status_is_of_the_day_of_reading(open_page: Open, today: str, says: str) -> None:
    page = open_page(PLAN, today=today)
    expect(page.locator("h1 .zk-status")).to_have_text(says)


def test_stages_are_of_the_day_of_reading(open_page: Open) -> None:
    page = open_page(PLAN, today="2023-05-20")
    expect(page.locator(".zk-stage[data-state=during]")).to_have_count(1)
    expect(page.locator(".zk-stage[data-state=during]")).to_contain_text("具体实施阶段")


def test_link_and_citation_are_copied(open_page: Open) -> None:
    page = open_page(PLAN)
    page.evaluate("navigator.clipboard.writeText = (text) => { window.copied = text; return Promise.resolve(); }")
    tools = page.locator('[id="4-3"] > .zk-clause__head')
    tools.get_by_role("button", name="复制链接").click()
    assert page.evaluate("window.copied").endswith(f"{PLAN}.html#4-3")
    tools.get_by_role("button", name="复制引用").click()
    assert page.evaluate("window.copied").endswith("方案》四（三）")
    expect(tools).to_contain_text("已复制")


def test_pages_read_without_javascript(open_page: Open) -> None:
    page = open_page("index", scripts=False)
    assert "搜索要用到 JavaScript" in page.locator("noscript").inner_html()
    page.locator(".zk-plans a").first.click()
    page.locator(".zk-clause .zk-duty__do").first.wait_for()
    expect(page.get_by_role("button")).to_have_count(0)
    page.get_by_role("link", name="全部责任").first.click()
    page.locator("[data-zk-duties] tbody tr:visible").first.wait_for()
    expect(page.locator("[data-zk-filters]")).to_be_hidden()


def test_without_javascript_no_control_is_shown_that_would_do_nothing(open_page: Open, site: Path) -> None:
    page = open_page("index", scripts=False)
    for name in PAGES.values():
        page.goto((site / f"{name}.html").as_uri())
        dead = page.locator(":is(button, select, input):visible")
        assert dead.evaluate_all("found => found.map((control) => control.outerHTML)") == [], name


@pytest.mark.parametrize("size", [(1440, 900), PHONE], ids=["desktop", "phone"])
def test_from_a_plan_to_a_paper_of_it(open_page: Open, size: tuple[int, int]) -> None:
    page = open_page(PLAN, size=size)
    page.locator("#head").get_by_role("link", name="印发通知", exact=True).click()

    page.wait_for_url(re.compile(r"documents/index\.html#plan-haimen-2023$"))
    papers = page.locator('[id="plan-haimen-2023"]')
    expect(papers.get_by_role("heading")).to_be_in_viewport()
    with page.expect_download() as download:
        papers.get_by_role("link", name=re.compile("^印发通知：Word")).click()
    assert download.value.suggested_filename == "haimen-2023-notice.docx"
    assert download.value.path().read_bytes().startswith(b"PK")


def test_every_preview_is_seen(open_page: Open) -> None:
    page = open_page("documents/index")
    previews = page.locator(".zk-papers img")
    for preview in previews.all():
        preview.scroll_into_view_if_needed()
        expect(preview).to_have_js_property("complete", value=True)
        assert preview.evaluate("image => image.naturalWidth") == 360
    assert previews.count() == 12

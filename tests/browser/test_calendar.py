"""The calendar on the day of reading: today, what is past and to come, what is done, expired plans left out."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import DESKTOP, PHONE

Open = Callable[..., Page]
SIZES = pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])


@SIZES
def test_from_the_index_to_the_month_to_the_clause(open_page: Open, size: tuple[int, int]) -> None:
    page = open_page("deadlines", size=size, today="2023-06-20")
    expect(page.locator("[data-zk-month][aria-current=date]")).to_have_attribute("data-zk-month", "2023-06")
    expect(page.locator("[data-zk-months-today]")).to_contain_text("今天是2023年6月20日")
    page.get_by_role("link", name="看本月到期的").click()

    page.wait_for_url(re.compile(r"calendar/2023-06\.html$"))
    expect(page.locator('[data-zk-date="2023-06-20"]')).to_have_attribute("aria-current", "date")
    page.locator('[data-zk-date="2023-06-30"] a').click()
    expect(page.locator("#d-30 h2")).to_be_in_viewport()
    page.locator("#d-30").get_by_role("link", name="完成信息录入更新", exact=True).click()

    page.wait_for_url(re.compile(r"plans/haimen-2023\.html#4-2-p1-d2$"))
    expect(page.locator('[id="4-2-p1-d2"]')).to_be_in_viewport()


@pytest.mark.parametrize(
    ("today", "fifteenth", "thirtieth"),
    [
        ("2023-06-01", "还有14天", "还有29天"),
        ("2023-06-15", "今天到期", "还有15天"),
        ("2023-06-16", "已过期限", "还有14天"),
        ("2023-07-01", "已过期限", "已过期限"),
    ],
)
def test_past_and_to_come_are_told_in_words_and_colour(
    open_page: Open, today: str, fifteenth: str, thirtieth: str
) -> None:
    page = open_page("calendar/2023-06", today=today)
    for day, says in ((15, fifteenth), (30, thirtieth)):
        block = page.locator(f"#d-{day}")
        expect(block.locator(".zk-left")).to_have_text(says)
        expect(block).to_have_attribute("data-state", "over" if says == "已过期限" else "soon")
    colours = page.locator(".zk-left").evaluate_all("marks => marks.map(mark => getComputedStyle(mark).color)")
    assert (len(set(colours)) == 1) is ((fifteenth == "已过期限") == (thirtieth == "已过期限"))


def test_months_before_and_after(open_page: Open) -> None:
    page = open_page("calendar/2023-06", today="2023-06-20")
    page.get_by_role("link", name="2023年7月").click()
    page.wait_for_url(re.compile(r"calendar/2023-07\.html$"))
    page.get_by_role("link", name="2023年6月").click()
    page.wait_for_url(re.compile(r"calendar/2023-06\.html$"))


def test_a_month_of_expired_plans_is_left_out_until_wanted_and_labelled(open_page: Open) -> None:
    page = open_page("calendar/2022-12", today="2026-11-22")
    expect(page.locator(".zk-entry:visible")).to_have_count(0)
    expect(page.locator(".zk-day:visible")).to_have_count(0)
    expect(page.locator("[data-zk-expired]")).to_contain_text("都出自已到期的方案")
    page.get_by_role("button", name="显示已到期方案的事项").click()
    expect(page.locator("#d-31 .zk-entry").first).to_be_visible()
    expect(page.locator("#d-31 .zk-entry .zk-status").first).to_have_text("方案已到期")
    expect(page.locator('[data-zk-date="2022-12-31"] [data-zk-number]')).not_to_have_text("0")


def test_the_index_counts_without_expired_plans_until_wanted(open_page: Open) -> None:
    page = open_page("deadlines", today="2026-11-22")
    expect(page.locator("#y-2020")).to_be_hidden()
    expect(page.locator('[data-zk-month="2026-12"] [data-zk-number]')).not_to_have_text("0")
    page.get_by_role("button", name="显示已到期方案的事项").click()
    expect(page.locator("#y-2020")).to_be_visible()
    expect(page.locator('[data-zk-month="2020-12"] [data-zk-number]')).not_to_have_text("0")


@SIZES
def test_the_first_page_shows_what_is_due_this_month(open_page: Open, size: tuple[int, int]) -> None:
    page = open_page("index", size=size, today="2023-07-20")
    box = page.locator("[data-zk-soon]")
    expect(box.locator("li").first).to_contain_text("7月15日前 已过期限")
    expect(box.locator("li").last).to_contain_text("7月31日前 还有11天")
    expect(box.locator(".zk-returned")).to_contain_text("家已报")
    expect(box).to_contain_text("共 7 项")
    box.get_by_role("link", name="看全月").click()
    page.wait_for_url(re.compile(r"calendar/2023-07\.html$"))


def test_an_empty_month_shows_the_next_five(open_page: Open) -> None:
    page = open_page("index", today="2026-11-22")
    box = page.locator("[data-zk-soon]")
    expect(box).to_contain_text("本月没有到期的事项，接下来的 5 项是：")
    expect(box.locator("li")).to_have_count(5)
    expect(box.locator("li").first).to_contain_text("12月31日前 还有39天")
    box.locator("a.zk-do").first.click()
    page.wait_for_url(re.compile(r"plans/yangkou-2024\.html#"))


def test_after_everything_nothing_is_invented(open_page: Open) -> None:
    page = open_page("index", today="2030-01-01")
    expect(page.locator("[data-zk-soon]")).to_contain_text("往后也没有写明日期的")


def test_months_are_read_without_scripts(open_page: Open) -> None:
    page = open_page("deadlines", scripts=False)
    page.locator('[data-zk-month="2020-12"]').click()
    expect(page.locator("#d-31 .zk-entry").first).to_be_visible()
    assert page.locator(".zk-entry:visible").count() == page.locator(".zk-entry").count()

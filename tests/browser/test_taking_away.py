"""What readers take away, and how pages lead on: files that open, kin of a plan, its original, comparisons."""

import csv
import io
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import docx
import icalendar
import pytest
from openpyxl import load_workbook
from playwright.sync_api import Browser, Page, expect

from generators.site.build import build_site
from tests.browser.conftest import PHONE
from tests.support import catalogue_of, clause, plan
from zerenku.catalogue.originals import with_originals

Open = Callable[..., Page]
WIDE = (1440, 900)
SIZES = pytest.mark.parametrize("size", [WIDE, PHONE], ids=["desktop", "phone"])


def saved(page: Page, name: str | re.Pattern[str]) -> tuple[str, bytes]:
    """The file behind a link: what it is called and holds."""
    with page.expect_download() as download:
        page.get_by_role("link", name=name, exact=True).click()
    return download.value.suggested_filename, download.value.path().read_bytes()


@SIZES
def test_a_plan_is_taken_away_in_every_form(open_page: Open, size: tuple[int, int]) -> None:
    page = open_page("plans/haimen-2023", size=size)
    name, data = saved(page, "任务分解表（Word）")
    assert name == "haimen-2023-tasks.docx"
    assert docx.Document(io.BytesIO(data)).tables
    name, data = saved(page, "责任表（.xlsx）")
    sheet = load_workbook(io.BytesIO(data)).worksheets[0]
    assert (name, sheet.max_row) == ("haimen-2023.xlsx", 44)
    name, data = saved(page, "责任表（.csv）")
    assert len(list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))) == 44
    name, data = saved(page, "日历（.ics）")
    assert name == "plan-haimen-2023.ics"
    assert icalendar.Calendar.from_ical(data).walk("VALARM")
    # From a disk the browser shows it instead.
    page.get_by_role("link", name="数据（.json）").click()
    page.wait_for_url(re.compile(r"data/haimen-2023\.json$"))
    assert json.loads(page.locator("pre").inner_text())["id"] == "haimen-2023"


@pytest.mark.parametrize(
    ("where", "link", "name"),
    [
        ("departments/nanyang-paichusuo", "日历（.ics）", "department-nanyang-paichusuo.ics"),
        ("enterprises/youxian-kongjian", "日历（.ics）", "enterprise-youxian-kongjian.ics"),
        ("deadlines", re.compile(r"^洋口镇.+（\.ics）$"), "plan-yangkou-2024.ics"),
    ],
)
def test_calendars_of_others_are_taken_away(
    open_page: Open, where: str, link: str | re.Pattern[str], name: str
) -> None:
    found, data = saved(open_page(where, size=PHONE), link)
    assert found == name
    events = icalendar.Calendar.from_ical(data).walk("VEVENT")
    assert events
    assert all(event.walk("VALARM") and event["UID"] for event in events)


@SIZES
def test_from_a_plan_up_to_what_it_carries_out_and_back(open_page: Open, size: tuple[int, int]) -> None:
    page = open_page("plans/haimen-2023", size=size)
    page.locator("#head, .zk-head").first.get_by_role(
        "link", name=re.compile("^《关于开展企业安全生产标准规范")
    ).click()
    page.wait_for_url(re.compile(r"standards\.html#document-"))
    row = page.locator("tr:target")
    expect(row).to_be_in_viewport()
    row.get_by_role("link", name=re.compile("海门区企业安全生产标准规范")).first.click()
    page.wait_for_url(re.compile(r"plans/haimen-2023\.html"))


@SIZES
def test_plans_are_compared_on_a_topic(open_page: Open, size: tuple[int, int]) -> None:
    page = open_page("topics/index", size=size)
    page.get_by_role("link", name=re.compile("^隐患排查治理")).click()
    page.get_by_role("link", name=re.compile("^各方案并排对照")).click()
    page.wait_for_url(re.compile(r"compare/yinhuan-paicha\.html$"))
    facts = page.locator("#facts")
    expect(facts).to_contain_text("每季度至少1次")
    page.locator(".zk-tally").get_by_role("link", name="洋口 2024").click()
    side = page.locator("#plan-yangkou-2024")
    expect(side).to_be_in_viewport()
    side.locator(".zk-side__head a").first.click()
    page.wait_for_url(re.compile(r"plans/yangkou-2024\.html#"))


def test_what_was_taken_from_an_original_is_counted(open_page: Open) -> None:
    page = open_page("about", size=PHONE)
    page.get_by_role("link", name="覆盖情况").first.click()
    page.wait_for_url(re.compile(r"about/coverage/index\.html$"))
    part = page.locator("#plan-nanyang-2020")
    expect(part).to_contain_text("附件8")
    part.get_by_role("link").first.click()
    page.wait_for_url(re.compile(r"plans/nanyang-2020\.html$"))


@SIZES
def test_a_department_is_found_among_all_by_part_of_its_name(open_page: Open, size: tuple[int, int]) -> None:
    page = open_page("departments/index", size=size)
    rows = page.locator("[data-zk-found] tbody tr:visible")
    every = rows.count()
    page.get_by_label("在本页找").fill("南阳镇 派出所")
    expect(page.locator("[data-zk-finder-count]")).to_contain_text("找到")
    assert 0 < rows.count() < every
    expect(page.locator("section:visible h2")).to_have_text(["南阳镇"])
    rows.get_by_role("link", name="南阳派出所", exact=True).click()
    page.wait_for_url(re.compile(r"departments/nanyang-paichusuo\.html$"))


@pytest.fixture
def with_its_words(browser: Browser, tmp_path: Path) -> Iterator[Page]:
    """A plan of which the original was attached."""
    catalogue = catalogue_of(plan(clause()))
    build_site(
        with_originals(catalogue, {"liutang-2030": {"一": "一、日常巡查\n每天巡查一遍，做好记录。"}}), out=tmp_path
    )
    page = browser.new_page(viewport={"width": PHONE[0], "height": PHONE[1]})
    page.goto((tmp_path / "plans/liutang-2030.html").as_uri())
    yield page
    page.close()


def test_the_words_of_the_original_open_under_the_clause(with_its_words: Page) -> None:
    words = with_its_words.get_by_text("每天巡查一遍，做好记录。")
    expect(words).to_be_hidden()
    with_its_words.locator("summary", has_text="原文").click()
    expect(words).to_be_visible()

"""The table of all duties: filters over every row, a choice in the address, files made in the browser."""

import csv
import io
import re
from collections.abc import Callable

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Page, expect

from generators.tables.delimited import to_csv
from generators.tables.duties import HEADS, duty_rows
from generators.xlsx.duty_table import SHEET_NAME
from tests.browser.conftest import DESKTOP, PHONE
from tests.repository import ROOT
from zerenku.catalogue.catalogue import Catalogue
from zerenku.store.workspace import load

Open = Callable[..., Page]
TODAY = "2026-11-22"
ROWS = "[data-zk-duties] tbody tr:visible"
SIZES = pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load(ROOT).sealed()


def count_of(page: Page) -> str:
    return page.locator("[data-zk-found]").inner_text()


def expired(catalogue: Catalogue, *, today: str = TODAY) -> set[str]:
    """Ids of the plans that are over."""
    return {plan.id for plan in catalogue.plans if plan.period and f"{plan.period[1]}-31" < today}


@SIZES
def test_what_expired_plans_ask_is_left_out_until_wanted(
    open_page: Open, catalogue: Catalogue, size: tuple[int, int]
) -> None:
    page = open_page("duties", size=size, today=TODAY)
    gone = sum(1 for duty in catalogue.duties if duty.plan.id in expired(catalogue))
    expect(page.locator("[data-zk-found]")).to_have_text(
        f"共 {len(catalogue.duties)} 项；其中 {gone} 项出自已到期的方案，没有列出"
    )
    before = page.locator(ROWS).count()
    page.get_by_label("连同已到期方案").check()
    assert page.locator(ROWS).count() > before
    assert "expired=1" in page.url
    page.reload()
    expect(page.get_by_label("连同已到期方案")).to_be_checked()


def test_asking_for_a_plan_that_is_over_shows_it(open_page: Open) -> None:
    page = open_page("duties", query="?plan=haimen-2023", today=TODAY)
    expect(page.locator(ROWS).first).to_contain_text("海门 2023")
    expect(page.locator(ROWS).first.locator(".zk-status")).to_have_text("已到期")


def test_nothing_but_expired_says_so_and_shows_it_on_demand(open_page: Open) -> None:
    page = open_page("duties", query="?department=haimen/yingji", today=TODAY)
    expect(page.locator("[data-zk-empty]")).to_contain_text("都出自已到期的方案")
    page.locator("[data-zk-show-expired]").click()
    expect(page.locator("[data-zk-empty]")).to_be_hidden()
    assert page.locator(ROWS).count() > 0


@pytest.mark.parametrize(
    ("query", "fits"),
    [
        ("place=nantong", lambda duty: duty.place.id in {"haimen", "nanyang", "yangkou"}),
        ("plan=nanyang-2020", lambda duty: duty.plan.id == "nanyang-2020"),
        ("department=nanyang/paichusuo", lambda duty: "nanyang/paichusuo" in {item.id for item in duty.departments}),
        ("certainty=lead", lambda duty: duty.certainty.value == "lead"),
        ("kind=qiye", lambda duty: "qiye" in {item.id for item in duty.enterprises}),
        ("topic=yinhuan-paicha", lambda duty: "yinhuan-paicha" in {item.id for item in duty.topics}),
        ("every=year", lambda duty: any(rule.every.value == "year" for rule in duty.duty.recurrence)),
        ("due=overdue", lambda duty: any(f"{item.date}" < TODAY for item in duty.deadlines)),
        ("due=any", lambda duty: bool(duty.deadlines)),
        (
            "due=range&from=2020-12-01&to=2020-12-31",
            lambda duty: any("2020-12-01" <= f"{item.date}" <= "2020-12-31" for item in duty.deadlines),
        ),
    ],
    ids=lambda value: value.partition("=")[0] if isinstance(value, str) else "",
)
def test_a_filter_covers_every_row(
    open_page: Open, catalogue: Catalogue, query: str, fits: Callable[[object], bool]
) -> None:
    page = open_page("duties", query=f"?expired=1&{query}", today=TODAY)
    wanted = sum(map(fits, catalogue.duties))
    assert wanted
    expect(page.locator("[data-zk-found]")).to_have_text(f"符合条件 {wanted} 项，共 {len(catalogue.duties)} 项")
    assert page.locator(ROWS).count() == min(wanted, 200)


def test_this_month(open_page: Open, catalogue: Catalogue) -> None:
    page = open_page("duties", query="?expired=1&due=month", today="2020-12-05")
    wanted = sum(any(f"{item.date:%Y-%m}" == "2020-12" for item in duty.deadlines) for duty in catalogue.duties)
    expect(page.locator("[data-zk-found]")).to_contain_text(f"符合条件 {wanted} 项")


def test_more_rows_on_demand(open_page: Open) -> None:
    page = open_page("duties", query="?expired=1&plan=nanyang-2020", today=TODAY)
    expect(page.locator(ROWS)).to_have_count(200)
    page.get_by_role("button", name="再显示 200 项").press("Enter")
    expect(page.locator(ROWS)).to_have_count(400)


def test_rows_that_scripts_make_look_like_those_that_are_read(open_page: Open) -> None:
    """Told word by word, but for 待确认 and what each part of it links to."""
    page = open_page("duties", today=TODAY)
    read = page.locator(ROWS).filter(has_text="洋口 2024 · 一").first
    texts = read.locator("td").all_inner_texts()
    task = texts[0]
    page.get_by_label("方案", exact=True).select_option("yangkou-2024")
    made = page.locator(ROWS).first
    expect(made).to_contain_text(task)
    assert [text.split() for text in made.locator("td").all_inner_texts()] == [text.split() for text in texts]
    assert made.locator("a.zk-do").get_attribute("href") == read.locator("a.zk-do").get_attribute("href")


def test_the_choice_is_in_the_address_and_comes_back(open_page: Open) -> None:
    page = open_page("duties", today=TODAY)
    page.get_by_label("连同已到期方案").check()
    page.get_by_label("部门", exact=True).select_option("nanyang/paichusuo")
    page.get_by_label("到期", exact=True).select_option("range")
    page.get_by_label("从", exact=True).fill("2020-12-01")
    page.get_by_label("文字").fill("通道")
    expect(page.locator("[data-zk-found]")).to_contain_text("符合条件")
    said = count_of(page)
    for part in ("department=nanyang%2Fpaichusuo", "due=range", "from=2020-12-01", "expired=1", "q="):
        assert part in page.url
    again = page.context.new_page()
    again.clock.set_fixed_time(f"{TODAY}T09:00:00")
    again.goto(page.url)
    expect(again.locator("[data-zk-found]")).to_have_text(said)
    page.get_by_role("button", name="清除条件").click()
    expect(page).not_to_have_url(re.compile("department="))


def saved(page: Page, name: str) -> bytes:
    with page.expect_download() as download:
        page.get_by_role("button", name=name).click()
    assert download.value.suggested_filename == f"责任清单-{TODAY}{name.partition(' ')[2]}"
    return download.value.path().read_bytes()


def test_what_was_found_as_files(open_page: Open, catalogue: Catalogue) -> None:
    page = open_page("duties", query="?expired=1&department=nanyang/paichusuo", today=TODAY)
    expect(page.locator("[data-zk-found]")).to_contain_text("符合条件")
    fitting = [duty for duty in catalogue.duties if "nanyang/paichusuo" in {item.id for item in duty.departments}]
    rows = duty_rows(fitting)
    assert saved(page, "导出 .csv") == to_csv(HEADS, rows)
    sheet = load_workbook(io.BytesIO(saved(page, "导出 .xlsx")))[SHEET_NAME]
    found = [tuple(cell or "" for cell in row) for row in sheet.iter_rows(values_only=True)]
    assert found == [HEADS, *rows]
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == f"A1:P{len(rows) + 1}"


def test_an_address_may_ask_for_the_file_at_once(open_page: Open) -> None:
    """The page of a department with many rows does; to show the page again is not to save it again."""
    page = open_page("duties", today=TODAY)
    with page.expect_download() as download:
        page.goto(f"{page.url}?department=nanyang/paichusuo&expired=1&export=csv")
    rows = download.value.path().read_text(encoding="utf-8-sig")
    expect(page.locator("[data-zk-found]")).to_contain_text(f"符合条件 {rows.count('nanyang-2020/')} 项")
    assert "export" not in page.url


def test_a_choice_that_the_lists_do_not_have_is_none(open_page: Open) -> None:
    page = open_page("duties", query="?department=nowhere&sort=size&expired=1", today=TODAY)
    expect(page.locator("[data-zk-found]")).to_contain_text("共")
    expect(page.get_by_label("部门", exact=True)).to_have_value("")
    assert page.get_by_label("部门", exact=True).evaluate("list => list.selectedIndex") == 0
    assert page.get_by_label("排列", exact=True).evaluate("list => list.selectedIndex") == 0


def test_exports_leave_out_what_the_list_leaves_out(open_page: Open, catalogue: Catalogue) -> None:
    page = open_page("duties", today=TODAY)
    expect(page.locator("[data-zk-found]")).to_contain_text("共")
    rows = list(csv.reader(io.StringIO(saved(page, "导出 .csv").decode("utf-8-sig"), newline="")))
    live = [duty for duty in catalogue.duties if duty.plan.id not in expired(catalogue)]
    assert len(rows) == len(live) + 1


def test_cells_that_would_run_or_break_the_file(open_page: Open) -> None:
    page = open_page("duties", today=TODAY)
    odd = ["=1+1", '<&"', "a\u0001b", "甲\n乙", "@x"]
    write = "([kind, cells]) => Array.from(zerenku.tableExport[kind](cells, [cells], cells.map(() => 9), '表'))"
    made = [page.evaluate(write, [kind, odd]) for kind in ("csv", "xlsx")]
    assert list(csv.reader(io.StringIO(bytes(made[0]).decode("utf-8-sig"), newline="")))[1] == [
        "'=1+1",
        '<&"',
        "a\u0001b",
        "甲\n乙",
        "'@x",
    ]
    sheet = load_workbook(io.BytesIO(bytes(made[1]))).active
    assert sheet is not None
    assert [cell.value for cell in sheet[2]] == ["=1+1", '<&"', "ab", "甲\n乙", "@x"]
    assert {cell.data_type for cell in sheet[2]} == {"s"}


def test_without_scripts_the_pages_are_read_one_after_another(open_page: Open, catalogue: Catalogue) -> None:
    page = open_page("duties", scripts=False)
    seen = page.locator(ROWS).count()
    assert seen == 500
    expect(page.locator("[data-zk-filters]")).to_be_hidden()
    while page.get_by_role("link", name="下一页").count():
        with page.expect_navigation():
            page.get_by_role("link", name="下一页").click()
        seen += page.locator(ROWS).count()
    assert seen == len(catalogue.duties)


def test_fingers_and_keys(open_page: Open) -> None:
    page = open_page("duties", size=PHONE, today=TODAY)
    form = page.locator("[data-zk-filters]")
    expect(form).to_be_visible()
    for control in form.locator("input:visible, select:visible, button:visible, .zk-filters__switch").all():
        if control.get_attribute("type") != "checkbox":
            box = control.bounding_box()
            assert box
            assert box["height"] >= 44, control.get_attribute("name")
    assert form.locator("[aria-live=polite]").count() == 1
    page.get_by_label("文字").focus()
    page.keyboard.press("Tab")
    expect(page.get_by_label("地区", exact=True)).to_be_focused()

"""Pages as readers use them: what is over waits until asked for, today's place in a plan, progress, other names."""

import re
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.shared import Pt
from openpyxl import load_workbook
from playwright.sync_api import Page, expect

from generators.site.views.aka import aka_path
from tests.browser.conftest import PHONE

Open = Callable[..., Page]
WIDE = (1440, 900)
SIZES = pytest.mark.parametrize("size", [WIDE, PHONE], ids=["desktop", "phone"])
STATION = "departments/nanyang-paichusuo"
TOPIC = "topics/xiaofang-tongdao"


@SIZES
def test_what_is_over_is_left_out_until_asked_for_and_the_wish_is_kept(open_page: Open, size: tuple[int, int]) -> None:
    page = open_page(TOPIC, size=size, today="2025-05-20")
    rows = page.locator(".zk-of-plan .zk-do")
    every, seen = rows.count(), page.locator(".zk-of-plan .zk-do:visible").count()
    assert 0 < seen < every
    line = page.locator("[data-zk-expired]")
    expect(line).to_contain_text(f"本页 {every} 项中，{every - seen} 项出自已到期的方案，没有列出")
    line.get_by_role("button").click()
    assert page.locator(".zk-of-plan .zk-do:visible").count() == every
    page.reload()
    expect(line).to_contain_text("已一并列出")
    line.get_by_role("button", name="不看已到期的").click()
    assert page.locator(".zk-of-plan .zk-do:visible").count() == seen


@SIZES
def test_a_page_on_which_all_is_over_says_so_once_and_opens_at_a_touch(open_page: Open, size: tuple[int, int]) -> None:
    page = open_page(STATION, today="2025-05-20", size=size)
    line = page.locator("[data-zk-expired]")
    expect(line).to_contain_text("项都出自已到期的方案（最晚的2022年12月31日到期），没有列出")
    expect(page.locator("section:visible")).to_have_count(0)
    line.get_by_role("button", name="显示已到期方案的事项").click()
    expect(page.locator("#times tr", has_text="2020年12月31日前").first).to_be_visible()
    expect(page.locator("#lead .zk-do").first).to_be_visible()


def test_a_count_leads_to_what_was_left_out(open_page: Open) -> None:
    page = open_page(STATION, today="2025-05-20", size=PHONE)
    page.locator(".zk-tally").get_by_role("link", name="牵头").first.click()
    expect(page.locator("#lead h2")).to_be_in_viewport()
    expect(page.locator("#lead .zk-do").first).to_be_visible()


def test_a_part_in_which_all_is_over_says_how_much_and_opens_at_a_touch(open_page: Open) -> None:
    page = open_page("enterprises/youxian-kongjian", today="2026-11-22", size=PHONE)
    part = page.locator("#dated")
    expect(part).to_contain_text("这里的 10 项都出自已到期的方案")
    part.get_by_role("button", name="显示").click()
    expect(part.locator("li").first).to_be_visible()


def test_while_a_plan_runs_nothing_is_left_out(open_page: Open) -> None:
    page = open_page(STATION, today="2020-11-02")
    expect(page.locator("[data-zk-expired]")).to_be_hidden()
    expect(page.locator("#lead .zk-do").first).to_be_visible()
    expect(page.locator(".zk-caution")).to_contain_text("以原文为准。到期与否按今天（2020年11月2日）判断")


def test_lists_are_whole_without_scripts(open_page: Open) -> None:
    page = open_page(STATION, scripts=False)
    expect(page.locator("#lead .zk-do").first).to_be_visible()
    expect(page.locator("[data-zk-expired]")).to_be_hidden()


@SIZES
def test_today_stands_on_the_line_of_a_plan_and_in_words(open_page: Open, size: tuple[int, int]) -> None:
    page = open_page("plans/haimen-2023", size=size, today="2023-07-02")
    stages = page.locator("#stages")
    expect(stages.locator("[data-zk-now-says]")).to_have_text("今天是2023年7月2日，期限还有183天，处在“排查落实阶段”。")
    mark, line = stages.locator("[data-zk-now]").bounding_box(), stages.locator("svg").bounding_box()
    assert mark
    assert line
    assert abs((mark["x"] + mark["width"] / 2 - line["x"]) / line["width"] - 0.5) < 0.02


@pytest.mark.parametrize(
    ("today", "says"), [("2022-12-30", "还有2天开始"), ("2024-01-02", "期限已过2天")], ids=["before", "after"]
)
def test_outside_a_plans_time_the_line_has_no_mark(open_page: Open, today: str, says: str) -> None:
    page = open_page("plans/haimen-2023", today=today)
    expect(page.locator("[data-zk-now-says]")).to_contain_text(says)
    expect(page.locator("[data-zk-now]").first).to_have_attribute("visibility", "hidden")


def test_a_page_and_a_plan_are_copied_for_others(open_page: Open) -> None:
    page = open_page("plans/haimen-2023")
    page.evaluate("navigator.clipboard.writeText = (text) => { window.copied = text; return Promise.resolve(); }")
    page.get_by_role("button", name="复制本页链接").click()
    assert page.evaluate("window.copied").endswith("plans/haimen-2023.html")
    page.locator(".zk-actions").get_by_role("button", name="复制引用").click()
    assert re.fullmatch(r"《.+方案》（.+〔2023〕5号）", page.evaluate("window.copied"))
    page.evaluate("window.print = () => { window.printed = true; }")
    page.get_by_role("button", name="打印").click()
    assert page.evaluate("window.printed")


@SIZES
def test_progress_is_told_in_words_figures_and_bars(open_page: Open, size: tuple[int, int]) -> None:
    page = open_page("plans/haimen-2023", size=size)
    page.get_by_role("link", name="进度", exact=True).click()
    page.wait_for_url(re.compile(r"progress/haimen-2023\.html$"))
    expect(page.locator(".zk-sample")).to_contain_text("示例数据（虚构）")
    expect(page.locator("#returns .zk-return--missing").first).to_have_text("缺报")
    for figure in page.locator(".zk-figures").all():
        bars = figure.locator("rect.zk-chart__bar")
        assert bars.count() > 0
        chart = figure.locator("svg").bounding_box()
        assert chart
        assert chart["x"] + chart["width"] <= size[0]
        assert figure.locator("tbody tr").count() > 1
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
    with page.expect_download() as download:
        page.get_by_role("link", name="空白统计表（Excel）").click()
    assert download.value.suggested_filename == "haimen-2023-progress-form.xlsx"


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_an_old_name_lands_at_the_department(open_page: Open, site: Path, *, scripts: bool) -> None:
    page = open_page("index", scripts=scripts)
    page.goto((site / f"{aka_path('haimen', '区应急局')}.htm").as_uri())
    page.wait_for_url(re.compile(r"departments/haimen-yingji\.html$"))
    expect(page.locator("h1")).to_contain_text("应急管理局")


def test_the_list_of_a_department_is_saved_as_it_stands(open_page: Open, tmp_path: Path) -> None:
    page = open_page("departments/yangkou-renmin-zhengfu", today="2025-05-20")
    with page.expect_download() as download:
        page.get_by_role("button", name="责任清单（.xlsx）").click()
    assert download.value.suggested_filename == "如东县洋口镇人民政府责任清单.xlsx"
    download.value.save_as(tmp_path / "list.xlsx")
    rows = list(load_workbook(tmp_path / "list.xlsx").worksheets[0].iter_rows(values_only=True))
    roles = page.locator("[data-zk-role] .zk-of-plan:visible tbody tr").count()
    assert len(rows) == roles + 1
    assert rows[0][2] == "事项（摘编，以原文为准）"
    assert all(row[0] and row[1] and row[2] and row[6] for row in rows)
    assert not any("还有" in str(cell) for row in rows for cell in row)
    with page.expect_download() as download:
        page.get_by_role("button", name="责任清单（Word）").click()
    assert download.value.suggested_filename == "如东县洋口镇人民政府责任清单.docx"
    download.value.save_as(tmp_path / "list.docx")
    paper = docx.Document(str(tmp_path / "list.docx"))
    assert [item.text for item in paper.paragraphs[:2]] == [
        "如东县洋口镇人民政府责任清单",
        "查看日期：2025年5月20日　文字系摘编，以原文为准",
    ]
    number = paper.sections[0].footer.paragraphs[0]
    assert {(run.font.name, run.font.size) for run in number.runs} == {("宋体", Pt(14))}
    (table,) = paper.tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [[cell or "" for cell in row] for row in rows]


@SIZES
def test_the_matrix_leads_to_the_duties_that_it_counts(open_page: Open, size: tuple[int, int]) -> None:
    page = open_page("owners/nanyang", size=size, today="2025-05-20")
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
    row = page.locator("tr", has=page.locator("a[href$='departments/nanyang-paichusuo.html']"))
    cell = row.locator("a[href*='topic=xiaofang-tongdao']")
    count = int(cell.inner_text())
    cell.click()
    page.wait_for_url(re.compile(r"duties\.html\?department=nanyang"))
    expect(page.locator("[data-zk-duties] tbody tr:visible")).to_have_count(count)


@SIZES
def test_who_leads_a_task_is_found_by_browsing(open_page: Open, size: tuple[int, int]) -> None:
    """Three clicks from the first page: topics, the topic, what is over."""
    page = open_page("index", size=size, today="2025-05-20")
    page.locator(".zk-tally--more").get_by_role("link", name="主题").click()
    page.locator(".zk-cards").get_by_role("link", name="消防通道").click()
    page.locator("[data-zk-expired]").get_by_role("button").click()
    opening = page.locator("#plan-nanyang-2020 tr", has_text="生命通道").first
    expect(opening.locator(".zk-owner")).to_contain_text("牵头：")


@SIZES
def test_what_a_station_must_do_by_the_end_of_a_year_is_found_by_browsing(
    open_page: Open, size: tuple[int, int]
) -> None:
    page = open_page("index", size=size, today="2025-05-20")
    page.locator(".zk-ways").get_by_role("link", name="按部门").click()
    page.get_by_role("link", name="南阳派出所", exact=True).click()
    page.locator("[data-zk-expired]").get_by_role("button").click()
    due = page.locator("#times tr", has_text="2020年12月31日前")
    expect(due.first).to_be_visible()
    assert due.count() > 1
    for row in due.all():
        assert row.locator("a.zk-do").get_attribute("href")


PLACES = (
    "plans/index.html departments/index.html deadlines.html enterprises/index.html documents/index.html duties.html "
    "topics/index.html standards.html terms.html owners/index.html compare/index.html progress/index.html "
    "about/coverage/index.html guide.html about.html"
)


def test_every_kind_of_page_is_one_click_from_the_first(open_page: Open) -> None:
    page = open_page("index")
    links = {(link.get_attribute("href") or "").partition("?")[0] for link in page.locator("a").all()}
    assert set(PLACES.split()) <= links

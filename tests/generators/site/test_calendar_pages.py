"""The calendar: its index, a page for each month, what repeats, and the lists that the first page reads."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from generators.site.edition import Edition
from generators.site.entries import Month
from generators.site.pages import unfolded
from generators.site.pour import Pourer
from generators.site.views.time import calendar_pages
from tests.generators.site.site_pages import PageText, pour_page
from tests.support import catalogue_of, clause, plan
from zerenku.catalogue.catalogue import Catalogue
from zerenku.returns.book import ReturnBook
from zerenku.returns.forms import form_of
from zerenku.returns.record import Return

Read = Callable[..., PageText]


def test_the_index_leads_to_every_month(page: Read, catalogue: Catalogue) -> None:
    index = page("deadlines")
    months = [f"calendar/{month}.html" for month in catalogue.schedule.months]
    assert months == [link for link in index.links if re.fullmatch(r"calendar/\d.*", link)]
    assert 'data-zk-month="2030-05" data-zk-ends="2030-05-31:' in index.markup
    assert 'data-zk-month="2031-06" data-zk-ends=":1"' in index.markup
    assert "calendar/every-day.html" in index.links


def test_a_month_by_day_with_what_repeats(page: Read) -> None:
    may = page("calendar/2030-05")
    assert page("calendar/2030-05", only="d-20").says("5月20日报送工作总结")
    assert page("calendar/2030-05", only="d-25").says("报送仓库汇总表")
    last = page("calendar/2030-05", only="d-31")
    assert last.says("每年演练一次。")
    assert last.says("每年1次（原文未写日子，按当年底）")
    assert "../plans/qinghe-2030.html#2-2-d3" in last.links
    assert may.says("收工时关电关门。")
    assert may.says("每日1次（1日至31日，每天）")
    assert {"../calendar/2030-04.html", "../calendar/2031-06.html"} <= set(may.links)
    assert may.says("以原文为准")


def test_a_month_as_weeks(page: Read) -> None:
    markup = page("calendar/2030-05").markup
    weeks = re.findall(r"<tr>(.*?)</tr>", markup[markup.index("<tbody>") :], re.DOTALL)
    # The first of May 2030 is a Wednesday.
    assert [len(re.findall("<td", week)) for week in weeks] == [7] * 5
    assert [cell == "<td></td>" for cell in re.findall(r"<td.*?</td>", weeks[0])] == [True, True] + [False] * 5
    assert '<a href="#d-20"' in markup


def test_a_plan_without_end_never_expires(page: Read) -> None:
    assert "data-zk-until" not in page("calendar/2031-06").markup
    assert 'data-zk-until="2030-05-31"' in page("calendar/2030-05", only="d-20").markup


def test_what_repeats_by_period(page: Read) -> None:
    assert page("calendar/every-month").says("报送仓库汇总表各村报送青禾2030·信息报送每月25日前")


def test_long_months_take_several_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generators.site.views.time.SHEET", 2)
    duties = ", ".join(f"{{date: 2030-06-{day:02}, text: 六月}}" for day in (3, 3, 4, 9, 20))
    found = catalogue_of(plan(clause(duty=f"deadlines: [{duties}]")))
    paths = [page.path for page in unfolded(calendar_pages(found)) if page.path.startswith("calendar/")]
    assert paths == ["calendar/2030-06", "calendar/2030-06-2", "calendar/2030-06-3"]
    first = pour_page(Edition(found), "calendar/2030-06")
    assert {"#d-3", "../calendar/2030-06-2.html#d-4", "../calendar/2030-06-3.html#d-20"} <= set(first.links)
    assert pour_page(Edition(found), "calendar/2030-06-2", only="d-9").says("每日巡查。")


def test_what_repeats_has_the_same_line_in_every_month_and_its_own_days_where_it_is_frequent() -> None:
    rules = "[{every: month, day: 15, text: 每月15日前}, {every: week, text: 每周}, {every: day, text: 每日}]"
    found = catalogue_of(plan(clause(duty=f"recurrence: {rules}"), period='["2030-02", "2030-03"]'))
    pourer = Pourer(Edition(found))
    pages = {page.path: page for page in unfolded(calendar_pages(found))}
    february, march = (pourer.pour(pages[f"calendar/2030-0{month}"]) for month in (2, 3))
    lines = [
        re.findall("<li .*?</li>", markup) for markup in (february, march, pourer.pour(pages["calendar/every-month"]))
    ]
    assert lines[0][-1] == lines[1][-1] == lines[2][0]
    assert "每日1次（1日至28日，每天）" in february
    assert "每日1次（1日至31日，每天）" in march
    assert "每周1次（3日、10日、17日、24日）" in february
    assert "每周1次（3日、10日、17日、24日、31日）" in march


def test_lines_of_a_month_are_counted_through_its_days() -> None:
    duties = ", ".join(f"{{date: 2030-06-{day:02}, text: 六月}}" for day in (3, 3, 4, 9, 9))
    found = catalogue_of(plan(clause(duty=f"deadlines: [{duties}]")))
    month = Month.of("2030-06", found.schedule.months["2030-06"])

    def told(first: int, last: int) -> list[tuple[int, int]]:
        return [(day.day, len(items)) for day, items in month.lines(first, last)]

    assert told(0, 9) == [(3, 2), (4, 1), (9, 2)]
    assert told(1, 4) == [(3, 1), (4, 1), (9, 1)]
    assert told(4, 9) == [(9, 1)]
    assert told(5, 9) == []


def test_returned_reports_are_told_as_done() -> None:
    forms = "[{id: biao, title: 表, row_key: 村, columns: [{name: 户数, unit: 户}]}]"
    report = "[{who: [各村], what: 表, form: biao, due: {every: month, day: 15, text: 每月15日前}}]"
    found = catalogue_of(plan(forms=forms, reporting=report, period='["2030-01", "2030-03"]'))
    own = found.plans[0]

    def returned(month: str, district: str) -> Return:
        return Return(plan=own.id, form="biao", month=month, district=district, values={})

    returns = (returned("2030-01", "东村"), returned("2030-01", "西村"), returned("2030-02", "东村"))
    book = ReturnBook(plan=own, form=form_of(own), returns=returns, sample=True)
    edition = Edition(found, books={own.id: book})
    said = {
        month: re.findall(r'data-zk-returned="(\w+)">([^<]+)<', pour_page(edition, f"calendar/2030-0{month}").markup)
        for month in (1, 2, 3)
    }
    assert said == {
        1: [("done", "2 家已报齐（示例数据）")],
        2: [("part", "1 家已报，还差 1 家（示例数据）")],
        3: [],
    }


def test_the_list_of_a_month_for_the_first_page(site: Path) -> None:
    text = (site / "assets/zerenku/due/2030-05.js").read_text(encoding="utf-8")
    call = re.fullmatch(r'zerenkuDue\("2030-05",(\d+),(.*)\);\n?', text)
    assert call
    rows = json.loads(call[2])
    assert len(rows) == int(call[1])
    assert rows[0] == [
        "2030-05-20",
        "报送工作总结",
        "plans/qinghe-2030.html#r2",
        "青禾 2030 · 信息报送",
        "镇安全科报送",
        "2030-05-31",
        "",
    ]
    assert all("<" not in part for row in rows for part in row)


def test_calendars_are_offered_only_where_they_lie(catalogue: Catalogue, page: Read) -> None:
    assert not [link for link in page("deadlines").links if link.endswith(".ics")]
    offered = Edition(catalogue, {"calendars/plan-qinghe-2030.ics": b""})
    assert "calendars/plan-qinghe-2030.ics" in pour_page(offered, "deadlines").links

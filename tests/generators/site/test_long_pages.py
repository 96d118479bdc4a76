"""Pages of many rows go on over several pages, each row on one of them, each link to the page that has it."""

import re

import pytest

from generators.site.edition import Edition
from generators.site.views.sheets import cut, sheet_paths
from tests.generators.site.site_pages import pour_page
from tests.support import catalogue_of, plan
from zerenku.catalogue.catalogue import Catalogue

ON_TOPIC = """\
- mark: 一
  starts: 日常巡查
  topics: [xiaofang]
  cites: [GB 30871-2022]
  duties: [{obliged: [镇政府], do: 每日巡查。}]
"""
YEARS = ("2030", "2031", "2032")


@pytest.fixture
def several() -> Catalogue:
    """Three plans of a town, each with one clause that treats a topic and cites a standard."""
    plans = [plan(ON_TOPIC, id=f"liutang-{year}", period=f'["{year}-01", "{year}-12"]') for year in YEARS]
    return catalogue_of(*plans)


def test_parts_are_cut_where_the_page_is_full() -> None:
    assert cut([("a", [1, 2, 3]), ("b", []), ("c", [4, 5])], 2) == [
        [("a", [1, 2])],
        [("a", [3]), ("c", [4])],
        [("c", [5])],
    ]
    assert cut([("a", [1, 2])], 2) == [[("a", [1, 2])]]
    assert cut([], 2) == [[]]
    assert sheet_paths("topics/x", 3) == ["topics/x", "topics/x--2", "topics/x--3"]


def test_plans_that_run_longest_come_first_and_the_table_goes_on(
    several: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generators.site.views.plan.SHEET", 2)
    pages = [pour_page(Edition(several), name) for name in ("plans/index", "plans/index--2")]
    plans = [re.findall(r'class="zk-do" href="[^"]*?(\d{4})\.html"', page.markup) for page in pages]
    assert plans == [["2032", "2031"], ["2030"]]
    assert "../plans/index--2.html" in pages[0].links


def test_plans_side_by_side_go_on_and_the_matrix_leads_to_the_right_page(
    several: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generators.site.views.field.SIDES", 2)
    edition = Edition(several)
    first, second = (pour_page(edition, name) for name in ("compare/index", "compare/index--2"))
    assert "../compare/xiaofang.html#plan-liutang-2031" in first.links
    assert "../compare/xiaofang--2.html#plan-liutang-2032" in second.links
    assert not [link for link in first.links if link.endswith("#plan-liutang-2032")]
    sides = [pour_page(edition, name) for name in ("compare/xiaofang", "compare/xiaofang--2")]
    assert [[name for name in page.ids if name.startswith("plan-")] for page in sides] == [
        ["plan-liutang-2030", "plan-liutang-2031"],
        ["plan-liutang-2032"],
    ]


def test_what_is_cited_very_often_has_pages_of_its_own(several: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "全部" not in pour_page(Edition(several), "standards", only="standard-gb-30871").text
    monkeypatch.setattr("generators.site.views.standards.LISTED", 1)
    monkeypatch.setattr("generators.site.views.standards.SHEET", 2)
    edition = Edition(several)
    row = pour_page(edition, "standards", only="standard-gb-30871")
    assert row.says("全部 3 条")
    assert len([link for link in row.links if "#1" in link]) == 1
    assert "standards/gb-30871.html" in row.links
    pages = [pour_page(edition, name) for name in ("standards/gb-30871", "standards/gb-30871--2")]
    assert [page.markup.count('class="zk-do"') for page in pages] == [2, 1]
    assert pages[0].says("引用 GB 30871-2022 的条款")

"""A department's page: by plan and by time, its certainty, what it was called, who came before and after it."""

import re

import pytest

from generators.site.edition import Edition
from generators.site.views.aka import aka_path
from tests.generators.site.site_pages import PageText, pour_page
from tests.support import DEPARTMENTS, TOPICS, catalogue_of, plan
from zerenku.catalogue.catalogue import Catalogue

LED = """\
- mark: 一
  starts: 整治
  topics: [xiaofang]
  assignments: [{certainty: lead, lead: [派出所], phrase: 派出所牵头}]
  duties:
    - {obliged: [镇政府], do: 建好台账。}
    - {obliged: [镇政府], do: 每月巡查。, recurrence: [{every: month, n: 1, text: 每月}]}
    - {obliged: [镇政府], do: 清理通道。, deadlines: [{date: 2030-06-30, text: 6月底前}]}
    - {obliged: [镇政府], do: 先行排查。, deadlines: [{date: 2030-03-31, text: 3月底前}]}
"""
PERIOD = "[2030-01, 2030-12]"
PAGE = "departments/liutang-paichusuo"


def two_plans(**registers: str) -> Catalogue:
    return catalogue_of(
        plan(LED, period=PERIOD),
        plan(LED, id="liutang-2031", title="柳塘镇又一方案", period="null"),
        **registers,
    )


def shown(name: str, *, only: str | None = None, catalogue: Catalogue | None = None) -> PageText:
    return pour_page(Edition(catalogue or two_plans()), name, only=only)


def test_what_it_leads_stands_by_plan_and_in_a_plan_by_time() -> None:
    lead = shown(PAGE, only="lead")
    done = re.findall(r"(先行排查|清理通道|每月巡查|建好台账)。", lead.text)
    assert done == ["先行排查", "清理通道", "每月巡查", "建好台账"] * 2
    assert lead.says("柳塘镇消防整治方案（4）")
    assert lead.says("柳塘镇又一方案（4）")


def test_only_a_plan_with_an_end_can_expire() -> None:
    lead = shown(PAGE, only="lead").markup
    assert (
        re.findall(r'class="zk-of-plan"[^>]*data-zk-until="([^"]*)"', lead.partition("柳塘镇又一方案")[0])[0]
        == "2030-12-31"
    )
    assert "hidden" not in re.findall(r'<div class="zk-of-plan"[^>]*>', lead)[0]


def test_everything_timed_stands_once_more_in_order_of_time() -> None:
    times = shown(PAGE, only="times")
    assert times.says("按时限（6）")
    assert re.findall(r"2030年(\d月\d+日)前", times.text) == ["3月31日", "3月31日", "6月30日", "6月30日"]
    assert times.text.index("每月") > times.text.index("2030年6月30日")
    assert times.says("牵头")


def test_the_head_counts_by_certainty_and_leads_to_the_table_of_duties() -> None:
    page = shown(PAGE)
    assert page.says("共8项")
    assert page.says("明确牵头8项")
    assert "../duties.html?department=liutang/paichusuo&expired=1" in page.links
    assert page.says("文字系摘编，以原文为准")


def test_files_to_take_away_are_offered_when_they_are_there() -> None:
    assert shown(PAGE).says("下载责任清单（Word）责任清单（.xlsx）")
    assert not shown(PAGE).says(".ics")
    name = "calendars/department-liutang-paichusuo.ics"
    page = pour_page(Edition(two_plans(), assets={name: b"BEGIN"}), PAGE)
    assert f"../{name}" in page.links


def test_other_names_lead_to_the_department() -> None:
    page = shown(aka_path("liutang", "派出所"))
    assert "url=../../departments/liutang-paichusuo.html" in page.markup
    assert page.says("柳塘派出所")
    assert "../../departments/liutang-paichusuo.html" in page.links


def test_a_former_name_leads_to_the_successor() -> None:
    former = "- {id: liutang/jingwu, name: 柳塘警务室, place: liutang, replaced_by: liutang/paichusuo}\n"
    catalogue = two_plans(departments=DEPARTMENTS + former)
    assert (
        "url=../../departments/liutang-paichusuo.html"
        in shown(aka_path("liutang", "柳塘警务室"), catalogue=catalogue).markup
    )
    assert shown(PAGE, catalogue=catalogue).says("前身柳塘警务室")


def test_a_successor_without_duties_has_a_page_that_leads_to_its_predecessor() -> None:
    heir = "- {id: liutang/gongan, name: 柳塘公安分局, place: liutang}\n"
    departments = DEPARTMENTS.replace(
        "short: 派出所, place: liutang}", "short: 派出所, place: liutang, replaced_by: liutang/gongan}"
    )
    catalogue = two_plans(departments=departments + heir)
    page = shown("departments/liutang-gongan", catalogue=catalogue)
    assert page.says("前身柳塘派出所")
    assert "../departments/liutang-paichusuo.html" in page.links
    assert shown(PAGE, catalogue=catalogue).says("承接部门柳塘公安分局")


def test_the_matrix_counts_duties_by_topic_and_leads_to_them() -> None:
    matrix = shown("owners/liutang")
    assert "../topics/xiaofang.html" in matrix.links
    assert "../duties.html?department=liutang/paichusuo&expired=1&topic=xiaofang" in matrix.links
    assert "../duties.html?department=liutang/zhengfu&expired=1" in matrix.links
    row = matrix.markup.partition("departments/liutang-paichusuo.html")[2].partition("</tr>")[0]
    assert re.findall(r">(\d+)</a>", row) == ["8", "8"]
    assert shown("owners/index").says("柳塘镇218")


def test_topics_put_the_latest_plan_first_and_mark_what_may_expire() -> None:
    topic = shown("topics/xiaofang", catalogue=two_plans(topics=TOPICS))
    assert topic.text.index("柳塘镇又一方案（4）") < topic.text.index("柳塘镇消防整治方案（4）")
    assert topic.says("2个方案，共8项")
    assert 'data-zk-until="2030-12-31"' in topic.markup
    assert "data-zk-expired" in topic.markup


def test_a_long_page_goes_on_and_every_list_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """Six things that fall due and eight that it leads, five to a page."""
    monkeypatch.setattr("generators.site.views.department.SHEET", 5)
    edition = Edition(two_plans())
    pages = [pour_page(edition, name) for name in (PAGE, f"{PAGE}--2", f"{PAGE}--3")]
    assert [page.markup.count('class="zk-do"') for page in pages] == [5, 5, 4]
    assert [re.findall(r"(先行排查|清理通道|每月巡查|建好台账)。</a>", page.markup) for page in pages[1:]] == [
        ["每月巡查", "先行排查", "清理通道", "每月巡查", "建好台账"],
        ["先行排查", "清理通道", "每月巡查", "建好台账"],
    ]
    assert "../departments/liutang-paichusuo--2.html#lead" in pages[0].links
    assert "#lead" in pages[1].links
    assert "../departments/liutang-paichusuo--2.html#lead" in pour_page(edition, "departments/index").links
    assert pages[2].says("（第3页）")
    assert "责任清单（Word）" not in pages[0].text, "scripts would save this page alone"
    for kind in ("xlsx", "csv"):
        assert f"../duties.html?department=liutang/paichusuo&expired=1&export={kind}" in pages[0].links
    assert {"../departments/liutang-paichusuo.html", "../departments/liutang-paichusuo--2.html"} <= set(pages[2].links)


def test_a_long_topic_goes_on_under_its_plan(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generators.site.views.topics.SHEET", 3)
    pages = [pour_page(Edition(two_plans()), f"topics/xiaofang{number}") for number in ("", "--2", "--3")]
    assert [page.markup.count('class="zk-do"') for page in pages] == [3, 3, 2]
    first, second = ("plan-liutang-2030", "plan-liutang-2031")
    assert [[name for name in page.ids if name in {first, second}] for page in pages] == [
        [second],
        [second, first],
        [first],
    ]
    assert pages[1].says("（第2页）")
    assert pages[1].says("又一方案（4）"), "the head counts the whole"

"""The pages that gather from all plans: departments, enterprises, deadlines, duties, standards, topics, terms, home."""

from collections.abc import Callable
from pathlib import Path

import pytest

from generators.site.views.time import repeating
from tests.generators.site.site_pages import PageText
from zerenku.catalogue.catalogue import Catalogue
from zerenku.catalogue.frequency import by_frequency
from zerenku.model.clause import Every

Read = Callable[..., PageText]
D1 = "../plans/qinghe-2030.html#2-1-d1"


@pytest.mark.parametrize(
    ("department", "role", "anchors"),
    [
        ("qinghe-anquan", "lead", ["2-1-d1"]),
        ("qinghe-anquan", "shared", ["2-2-d1"]),
        ("qinghe-xiaofang", "support", ["2-1-d1"]),
        ("qinghe-anquan", "reports", ["r2"]),
        ("pingchuan-yingji", "receives", ["r1"]),
    ],
)
def test_department_role(page: Read, department: str, role: str, anchors: list[str]) -> None:
    links = page(f"departments/{department}", only=role).links
    found = {link.partition("#")[2] for link in links if "plans/qinghe-2030.html#" in link}
    assert found == set(anchors)


def test_department_head(page: Read) -> None:
    found = page("departments/qinghe-anquan")
    assert found.says("又称镇安全科、安全生产科")
    assert found.says("原文写过<错字>，以此为准")
    assert page("departments/qinghe-gebumen").says("成员青禾镇安全科、青禾镇消防队")
    assert page("departments/qinghe-xiaofang").says("上级青禾镇安全科")


def test_a_department_with_nothing_to_do_has_no_page(site: Path) -> None:
    assert not (site / "departments/qinghe-xianzhi.html").exists()


def test_department_index_counts_are_links(page: Read) -> None:
    index = page("departments/index", only="place-qinghe")
    assert "../departments/qinghe-anquan.html#lead" in index.links


def test_task_to_department_to_its_other_tasks_and_back(page: Read) -> None:
    task = page("plans/qinghe-2030", only="2-1-d1")
    assert "../departments/qinghe-anquan.html" in task.links
    department = page("departments/qinghe-anquan")
    assert {D1, "../plans/qinghe-2030.html#2-2-d1", "../plans/qinghe-2031.html#1-d1"} <= set(department.links)


def test_clause_to_standard_and_back(page: Read) -> None:
    row = page("standards", only="standard-gb-cangku")
    assert "plans/qinghe-2030.html#1" in row.links
    assert row.says('来源：《青禾镇<仓库>"整治"方案》 一')
    assert not row.says("待核")


def test_plan_to_superior_document_and_back(page: Read) -> None:
    row = page("standards", only="document-pingchuan-8")
    assert {"plans/qinghe-2030.html", "plans/qinghe-2031.html", "plans/qinghe-2030/fj2.html#fj2-1"} <= set(row.links)


def test_unchecked_names_say_so(page: Read) -> None:
    assert page("standards", only="document-pingchuan-9").says("待核")
    unchecked = page("standards", only="standard-gb-dengju")
    assert unchecked.says("待核")
    assert unchecked.says("由GB99999-2029代替")


def test_obligations_by_frequency(catalogue: Catalogue) -> None:
    groups = {key.value: [duty.anchor for duty in duties] for key, duties in by_frequency(catalogue.duties)}
    assert groups["day"] == ["qinghe-2030/2-1-d2"]
    assert groups["year"] == ["qinghe-2030/2-2-d3"]
    assert groups["dated"] == ["qinghe-2030/2-1-d1", "qinghe-2031/1-d1"]
    assert sum(len(anchors) for anchors in groups.values()) == len(catalogue.duties)


def test_enterprise_page(page: Read) -> None:
    daily = page("enterprises/cangchu", only="day")
    assert daily.says("收工时关电关门。")
    assert daily.says("留什么记录收工登记本")
    assert "../plans/qinghe-2030.html#2-1-d2" in daily.links
    assert page("enterprises/cangchu").says("另请看企业")
    assert page("enterprises/index").says("动火作业")


def test_repeating(catalogue: Catalogue) -> None:
    found = {every: [timed.anchor for timed in rules] for every, rules in repeating(catalogue.schedule)}
    assert found == {
        Every.DAY: ["qinghe-2030/2-1-d2"],
        Every.MONTH: ["qinghe-2030/r1"],
        Every.YEAR: ["qinghe-2030/2-2-d3"],
    }


def test_home_counts(page: Read, catalogue: Catalogue) -> None:
    home = page("index")
    for words in (
        "按方案2份",
        "按时限5个日期",
        f"全部责任{len(catalogue.duties)}",
        "标准2",
        "要写文书4份",
        f"{len(catalogue.duties)}项责任",
        "明确牵头1项",
        "未明确牵头2项",
    ):
        assert home.says(words), words
    assert {"plans/index.html", "departments/index.html", "deadlines.html", "enterprises/index.html"} <= set(home.links)
    assert {"duties.html?certainty=shared&expired=1", "guide.html", "owners/index.html"} <= set(home.links)


def test_topic_gathers_plans(page: Read, site: Path) -> None:
    found = page("topics/xiaofang")
    assert {D1, "../plans/qinghe-2031.html#1-d1"} <= set(found.links)
    assert not (site / "topics/wuren.html").exists()


def test_term_has_its_senses(page: Read) -> None:
    term = page("terms", only="term-sanguan")
    assert term.says("1．关电、关气、关门。")
    assert term.says("2．三道检查。")
    assert "plans/qinghe-2030.html" in term.links


def test_about_is_prose(page: Read) -> None:
    found = page("about")
    assert found.says("原文写明谁牵头的，才写“牵头”")
    assert {"what", "own-words", "certainty", "dates"} <= set(found.ids)

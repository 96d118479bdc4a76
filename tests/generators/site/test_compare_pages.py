"""Plans side by side: topics against plans, each topic's clauses and facts, and how the plans hang together."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from generators.site.edition import Edition
from generators.site.views.kinship import in_order, ties_of
from tests.generators.site.site_pages import PageText, pour_page, squeeze
from tests.support import catalogue_of, plan
from zerenku.catalogue.catalogue import Catalogue

Read = Callable[..., PageText]
Seen = tuple[str, list[str], list[str]]
"""A tie by its label, plan ids and document ids."""
ON_TOPIC = "- {mark: 一, starts: 日常巡查, topics: [xiaofang], duties: [{obliged: [仓储企业], do: 每日巡查。}]}"
NAMED = "- {mark: 一, starts: 消防, heading: 消防, summary: 管好消防。, topics: [xiaofang]}"
MIXED = """
- mark: 一
  heading: 仓库管理
  starts: 仓库管理
  summary: 仓库的事都在这里。
  deadlines: [{date: 2030-09-30, text: 9月底前}]
  assignments:
    - {certainty: joint, lead: [安办, 派出所], phrase: 按职责分工, covers: [d1]}
  duties:
    - {obliged: [镇政府], do: 查通道。, topics: [xiaofang], targets: [{op: ">=", value: 3, unit: 次, text: 3次}]}
    - {obliged: [仓储企业], do: 留出通道。, topics: [xiaofang]}
    - {obliged: [镇政府], do: 登记车辆。, recurrence: [{every: week, text: 每周}]}
"""
DOCUMENTS = """\
- {id: sheng, title: 省消防整治方案, level: province}
- {id: xian, title: 青禾县消防整治方案, level: county, basis: [sheng], plan: qinghe-2030}
- {id: ling, title: 另一份方案}
"""
UNTAGGED = "- {mark: 一, starts: 日常巡查}"


def three(**lines: str) -> Catalogue:
    """A county's plan, a town's that carries it out, and a later one of the same town; `lines` go to the last."""
    return catalogue_of(
        plan(ON_TOPIC, id="liutang-2031", title="柳塘镇续做方案", **lines),
        plan(ON_TOPIC, basis="[xian]", issued="2030-01-01"),
        plan(ON_TOPIC, id="qinghe-2030", place="qinghe", issuers="[应急管理局]", basis="[sheng]", issued="2030-02-01"),
        documents=DOCUMENTS,
    )


def ties(catalogue: Catalogue) -> list[Seen]:
    found = ties_of(catalogue, in_order(catalogue))
    return [(tie.label, [item.id for item in tie.plans], [item.id for item in tie.documents]) for tie in found]


def row(index: PageText, topic: str) -> str:
    """A row of the matrix as markup."""
    rows = [found[0] for found in re.finditer(r"<tr[^>]*>.*?</tr>", index.markup, re.DOTALL)]
    return next(found for found in rows if f">{topic}<" in found)


# ------------------------------------------------------------------------------------------------------------- index


def test_cells_count_duties_and_lead_to_the_comparison(page: Read) -> None:
    index = page("compare/index")
    fire = row(index, "消防")
    assert '<a href="../compare/xiaofang.html#plan-qinghe-2030" title=' in fire
    assert [squeeze(re.sub("<[^>]+>", "", cell)) for cell in re.findall("<td.*?</td>", fire)] == ["4", "1"]
    drill = row(index, "演练")
    assert '<a href="../topics/yanlian.html#plan-qinghe-2030"' in drill
    assert "–" in drill
    assert not index.says("无人问津")


def test_the_head_names_place_year_and_period(page: Read) -> None:
    head = re.search("<thead>.*?</thead>", page("compare/index").markup, re.DOTALL)
    assert head
    assert [squeeze(re.sub("<[^>]+>", "", cell)) for cell in re.findall("<th .*?</th>", head[0])] == [
        "青禾2030",
        "青禾2031",
    ]
    assert 'data-from="2030-03-01" data-to="2030-05-31"' in head[0]


def test_plans_stand_by_year_and_in_a_year_the_superior_first() -> None:
    assert [item.id for item in in_order(three())] == ["qinghe-2030", "liutang-2030", "liutang-2031"]


def test_a_clause_without_duties_counts_as_treated() -> None:
    catalogue = catalogue_of(plan(ON_TOPIC), plan(NAMED, id="sangyuan-2030"))
    assert "有条款" in row(pour_page(Edition(catalogue), "compare/index"), "消防")
    assert pour_page(Edition(catalogue), "compare/xiaofang", only="plan-sangyuan-2030").says("1条，0项责任")
    alone = pour_page(Edition(catalogue_of(plan(NAMED))), "compare/index")
    assert 'href="../plans/liutang-2030.html#1"' in row(alone, "消防"), "no page on the topic: to the clause itself"


@pytest.mark.parametrize(
    ("clauses", "says"),
    [(ON_TOPIC, "还没有可以对照的主题：至少要有两个方案"), (UNTAGGED, "还没有标了主题的条款")],
)
def test_nothing_to_compare(clauses: str, says: str) -> None:
    assert pour_page(Edition(catalogue_of(plan(clauses))), "compare/index").says(says)


def test_a_topic_of_one_plan_has_no_comparison(page: Read, site: Path) -> None:
    assert not (site / "compare/yanlian.html").exists()
    assert "../compare/yanlian.html" not in page("topics/yanlian").links


# -------------------------------------------------------------------------------------------------------------- topic


def test_there_and_back(page: Read) -> None:
    assert "../compare/xiaofang.html" in page("topics/xiaofang").links
    found = page("compare/xiaofang")
    assert {"../topics/xiaofang.html", "../compare/index.html", "../plans/qinghe-2031.html"} <= set(found.links)
    assert "../compare/index.html" in page("plans/qinghe-2030", only="head").links
    assert "../compare/index.html" in page("topics/index").links
    assert found.says("文字系摘编，以原文为准")


def test_a_side_holds_clauses_summaries_facts_and_owners(page: Read) -> None:
    side = page("compare/xiaofang", only="plan-qinghe-2030")
    assert {"../plans/qinghe-2030.html#1", "../plans/qinghe-2030.html#2-1"} <= set(side.links)
    for words in (
        "一总体要求通道要通，台账要全。时限2030年5月31日前全部完成",
        "二（一）仓库自查仓库自己查，科室来收表。",
        "时限2030年3月31日前建好台账",
        "频次每日1次收工时关电关门。",
        "责任单位牵头：青禾镇安全科；配合：青禾镇消防队",
        "原文未写责任单位（文中主体：仓储企业）",
        "指标抽查仓库：不少于20家待确认",
        "未明确牵头（按职责分工：青禾镇安全科、青禾镇消防队）",
    ):
        assert side.says(words), words
    assert not side.says("每年演练一次"), "a duty on another topic only"


def test_a_date_of_the_clause_is_not_said_again_for_its_duty(page: Read) -> None:
    table = page("compare/xiaofang", only="facts")
    assert squeeze(table.text).count("2030年3月31日前") == 1


def test_facts_stand_in_one_table_with_their_clauses(page: Read) -> None:
    table = page("compare/xiaofang", only="facts")
    assert table.says("抽查仓库：不少于20家待确认二（二）")
    assert table.says("2030年3月31日前建好台账二（一）2030年5月31日前全部完成一")
    assert table.says("每日1次收工时关电关门。二（一）")
    assert table.says("青禾2031没有写2031年6月30日前把没做完的列出来。一没有写")
    anchors = {"2-2-d1", "2-1-d1", "1", "2-1-d2"}
    assert {f"../plans/qinghe-2030.html#{anchor}" for anchor in anchors} <= set(table.links)


def test_of_a_clause_on_other_things_only_the_duties_count() -> None:
    edition = Edition(catalogue_of(plan(MIXED), plan(ON_TOPIC, id="sangyuan-2030")))
    side = pour_page(edition, "compare/xiaofang", only="plan-liutang-2030")
    assert side.says("1条，2项责任")
    assert side.says("指标不少于3次查通道。"), "a quota that does not say what it counts goes by its duty"
    assert side.says("未明确牵头（按职责分工：柳塘镇安全生产办公室、柳塘派出所）原文未写责任单位（文中主体：仓储企业）")
    for words in ("仓库的事都在这里", "9月30日", "登记车辆", "每周"):
        assert not side.says(words), words


def test_plans_that_do_not_treat_the_topic_are_named() -> None:
    sources = plan(ON_TOPIC), plan(ON_TOPIC, id="sangyuan-2030"), plan(UNTAGGED, id="sangyuan-2031", title="桑园新方案")
    found = pour_page(Edition(catalogue_of(*sources)), "compare/xiaofang", only="clauses")
    assert found.says("没有说到这一主题的方案：桑园新方案。")
    assert "plan-sangyuan-2031" not in found.ids


# --------------------------------------------------------------------------------------------------------------- ties


def test_above_and_below_and_the_same_place() -> None:
    assert ties(three()) == [
        ("上下级", ["qinghe-2030", "liutang-2030"], []),
        ("同一地区", ["liutang-2030", "liutang-2031"], []),
    ]


def test_a_common_document_is_named_with_the_plans_that_share_it() -> None:
    found = ties(three(basis="[xian, ling]"))
    assert ("同依据", ["qinghe-2030", "liutang-2030", "liutang-2031"], ["sheng"]) in found
    assert ("同依据", ["liutang-2030", "liutang-2031"], ["xian"]) in found
    assert all("ling" not in documents for _, _, documents in found)


def test_a_replacement_is_seen_from_either_side() -> None:
    newer: Seen = ("替代", ["liutang-2031", "liutang-2030"], [])
    assert newer in ties(three(replaces="[liutang-2030]"))
    older = plan(ON_TOPIC, replaced_by="liutang-2031")
    assert newer in ties(catalogue_of(older, plan(ON_TOPIC, id="liutang-2031")))


def test_strangers_are_called_so() -> None:
    catalogue = catalogue_of(plan(ON_TOPIC), plan(ON_TOPIC, id="sangyuan-2030", place="sangyuan"))
    assert ties(catalogue) == [("各自独立", ["liutang-2030", "sangyuan-2030"], [])]
    found = pour_page(Edition(catalogue), "compare/xiaofang")
    assert found.says("各自独立柳塘2030、桑园2030没有共同的上级文件，也不是上下级")


def test_ties_are_said_on_the_page() -> None:
    found = pour_page(Edition(three(basis="[sheng]")), "compare/xiaofang")
    assert found.says("上下级青禾2030在上，柳塘2030据以制定")
    assert found.says("同依据青禾2030、柳塘2030、柳塘2031《省消防整治方案》文号待核")
    assert "../standards.html#document-sheng" in found.links

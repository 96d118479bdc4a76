"""The questions that the sealed catalogue answers."""

from collections.abc import Iterable
from dataclasses import FrozenInstanceError
from itertools import permutations
from textwrap import dedent

import pytest

from tests.support import catalogue_of, clause, plan
from zerenku.catalogue.catalogue import Catalogue
from zerenku.catalogue.entries import LinkedClause, LinkedDuty
from zerenku.catalogue.link import link
from zerenku.model.clause import Certainty, Every

CLAUSES = dedent("""\
    - mark: 一
      heading: 重点任务
      starts: 重点任务
      deadlines: [{date: 2030-06-30, text: 6月底前}]
      clauses:
        - mark: （一）
          starts: 排查仓库
          cites: ["GB 30871-2022", 《动火规程》]
          topics: [xiaofang]
          assignments:
            - {certainty: lead, lead: [县应急局], support: [消防大队, 派出所], phrase: 县应急局牵头, covers: [d1]}
            - {certainty: joint, lead: [派出所, 消防大队], phrase: 按职责分工, covers: [d2]}
            - {certainty: collective, lead: [各有关部门], covers: [d3]}
          duties:
            - obliged: [各村]
              do: 逐户排查
              deadlines: [{date: 2030-06-30, text: 6月底前}, {date: 2030-05-31, text: 5月底前}]
            - obliged: [仓库]
              do: 每月自查
              recurrence: [{every: month, n: 1, text: 每月}, {every: month, n: 2, text: 每月两次}]
            - obliged: [各村, 仓储企业]
              do: 每季度演练
              recurrence: [{every: quarter, n: 1, text: 每季度}]
              topics: [yinhuan]
            - {obliged: [镇政府], subject: [], do: 每年总结, recurrence: [{every: year, n: 1, text: 每年}]}
        - mark: （二）
          starts: 动火管理
          assignments:
            - {certainty: joint, lead: [派出所]}
            - {certainty: lead, lead: [安办], support: [消防大队]}
          duties:
            - {obliged: [企业], subject: [各村], do: 办理动火审批, deadlines: [{date: 2031-01-15, text: 次年1月15日前}]}
    - mark: 二
      starts: 保障措施
    """)
ANNEX = "[{no: 附件1, title: 仓库要求, clauses: [{mark: 一, starts: 通道, duties: [{obliged: [仓库], do: 清通道}]}]}]"
REPORTING = "[{who: [各村, 派出所], to: [县应急局], what: 月报, clause: 一/（一）}, {who: [仓库], what: 自查表}]"


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return catalogue_of(
        plan(
            CLAUSES,
            attachments=ANNEX,
            reporting=REPORTING,
            scope="[仓储企业]",
            basis="[qinghe-2030-8]",
            replaces="[liutang-2029]",
        ),
        plan(id="sangyuan-2030", place="sangyuan", issuers="[桑园镇人民政府]", basis="[qinghe-2030-9, qinghe-2030-8]"),
        plan(id="liutang-2029", replaced_by="liutang-2030"),
        plan(clause("cites: [青安〔2030〕8号]"), id="qinghe-2031", place="qinghe", issuers="[]").replace(
            "镇政府", "县应急局"
        ),
    )


def anchors(items: Iterable[LinkedDuty | LinkedClause]) -> list[str]:
    return [item.anchor.removeprefix("liutang-2030/") for item in items]


def test_plans_and_clauses_in_order(catalogue: Catalogue) -> None:
    assert [item.id for item in catalogue.plans] == ["liutang-2029", "liutang-2030", "qinghe-2031", "sangyuan-2030"]
    clauses = catalogue.clauses_of("liutang-2030")
    assert anchors(clauses) == ["1", "1-1", "1-2", "2", "fj1-1"]
    assert [item.fragment for item in clauses] == anchors(clauses)
    assert [item.depth for item in clauses] == [0, 1, 1, 0, 0]
    assert [item.attachment.no if item.attachment else None for item in clauses] == [None] * 4 + ["附件1"]
    assert clauses[1].citation == "《柳塘镇消防整治方案》一（一）"
    assert catalogue.clauses == tuple(item for plan in catalogue.plans for item in catalogue.clauses_of(plan.id))
    assert catalogue.duties == tuple(item for plan in catalogue.plans for item in catalogue.duties_of(plan.id))
    assert catalogue.clauses_of("nothing") == ()
    assert catalogue.duties_of("nothing") == ()


def test_look_up_by_anchor(catalogue: Catalogue) -> None:
    for clause_ in catalogue.clauses:
        assert catalogue.clause(clause_.anchor) is clause_
    for duty in catalogue.duties:
        assert catalogue.duty(duty.anchor) is duty
        assert catalogue.clause(duty.clause_anchor) is not None
    assert catalogue.plan("liutang-2030") is catalogue.plans[1]
    assert catalogue.plan("x") is None
    assert catalogue.clause("liutang-2030/9") is None
    assert catalogue.duty("liutang-2030/1-1-d9") is None


def test_anchors_are_unique(catalogue: Catalogue) -> None:
    found = [item.anchor for item in catalogue.clauses] + [item.anchor for item in catalogue.duties]
    found += [item.anchor for item in catalogue.reporting]
    assert len(set(found)) == len(found) == 8 + 9 + 2


@pytest.mark.parametrize(
    ("anchor", "certainty", "lead", "support", "subjects"),
    [
        ("1-1-d1", Certainty.LEAD, ["qinghe/yingji"], ["qinghe/xiaofang", "liutang/paichusuo"], ("各村",)),
        ("1-1-d2", Certainty.JOINT, ["liutang/paichusuo", "qinghe/xiaofang"], [], ("仓库",)),
        ("1-1-d3", Certainty.COLLECTIVE, ["qinghe/bumen"], [], ("各村", "仓储企业")),
        ("1-1-d4", Certainty.NONE, [], [], ()),
        ("1-2-d1", Certainty.LEAD, ["liutang/anban"], ["liutang/paichusuo", "qinghe/xiaofang"], ("各村",)),
    ],
)
def test_owner(
    catalogue: Catalogue, anchor: str, certainty: Certainty, lead: list[str], support: list[str], subjects: tuple[str]
) -> None:
    duty = catalogue.duty(f"liutang-2030/{anchor}")
    assert duty is not None
    assert duty.certainty == certainty
    assert [item.id for item in duty.lead] == lead
    assert [item.id for item in duty.support] == support
    assert duty.subjects == subjects


@pytest.mark.parametrize(
    ("department", "lead", "shared", "support", "obliged", "reports"),
    [
        ("qinghe/yingji", ["1-1-d1"], [], [], ["qinghe-2031/1-d1"], []),
        ("liutang/anban", ["1-2-d1"], [], [], [], []),
        ("liutang/paichusuo", [], ["1-1-d2"], ["1-1-d1", "1-2-d1"], [], ["r1"]),
        ("qinghe/xiaofang", [], ["1-1-d2"], ["1-1-d1", "1-2-d1"], [], []),
        ("qinghe/bumen", [], ["1-1-d3"], [], [], []),
        ("liutang/zhengfu", [], [], [], ["liutang-2029/1-d1", "1-1-d4"], []),
        ("liutang/cun", [], [], [], ["1-1-d1", "1-1-d3"], ["r1"]),
        ("sangyuan/zhengfu", [], [], [], ["sangyuan-2030/1-d1"], []),
        ("sangyuan/paichusuo", [], [], [], [], []),
        ("nowhere/nothing", [], [], [], [], []),
    ],
)
def test_roles(
    catalogue: Catalogue,
    department: str,
    lead: list[str],
    shared: list[str],
    support: list[str],
    obliged: list[str],
    reports: list[str],
) -> None:
    roles = catalogue.roles(department)
    assert anchors(roles.lead) == lead
    assert anchors(roles.shared) == shared
    assert anchors(roles.support) == support
    assert anchors(roles.obliged) == obliged
    assert [item.anchor.removeprefix("liutang-2030/") for item in roles.reports] == reports
    assert roles.count == len(lead + shared + support + obliged + reports)


def test_active_departments(catalogue: Catalogue) -> None:
    active = [item.id for item in catalogue.active_departments()]
    assert active == [item.id for item in catalogue.registers.departments.entries if catalogue.roles(item.id).count]
    assert "sangyuan/paichusuo" not in active


def test_obligations_of_enterprises(catalogue: Catalogue) -> None:
    assert anchors(catalogue.obligations("cangchu")) == ["1-1-d2", "1-1-d3", "1-2-d1", "fj1-1-d1"]
    assert anchors(catalogue.obligations("qiye")) == ["1-2-d1"]
    assert catalogue.obligations("fangzhi") == catalogue.obligations("nothing") == ()
    assert [item.id for item in catalogue.active_enterprises()] == ["qiye", "cangchu"]


def test_duties_by_time(catalogue: Catalogue) -> None:
    first = catalogue.duties_of("liutang-2030")[0]
    assert [f"{item.date}" for item in first.deadlines] == ["2030-05-31", "2030-06-30"]
    assert not first.recurs(Every.MONTH)


def test_clause_gathers_the_facts_of_its_duties(catalogue: Catalogue) -> None:
    chapter, section, *_ = catalogue.clauses_of("liutang-2030")
    assert [f"{item.date}" for item in chapter.deadlines] == ["2030-06-30"]
    assert [f"{item.date}" for item in section.deadlines] == ["2030-05-31", "2030-06-30"]
    assert [rule.every.value for rule in section.recurrence] == ["month", "month", "quarter", "year"]


def test_topics_and_cites(catalogue: Catalogue) -> None:
    assert anchors(catalogue.on_topic("xiaofang")) == ["1-1-d1", "1-1-d2", "1-1-d4"]
    assert anchors(catalogue.on_topic("yinhuan")) == ["1-1-d3"]
    assert (
        anchors(catalogue.citing_standard("gb-30871"))
        == anchors(catalogue.citing_document("qinghe-guicheng"))
        == ["1-1"]
    )
    assert anchors(catalogue.citing_document("qinghe-2030-8")) == ["qinghe-2031/1"]
    assert catalogue.citing_document("qinghe-2030-9") == catalogue.citing_standard("x") == ()


def test_lineage(catalogue: Catalogue) -> None:
    assert [item.id for item in catalogue.carrying_out("qinghe-2030-8")] == ["liutang-2030", "sangyuan-2030"]
    lineage = catalogue.lineage("liutang-2030")
    assert [item.id for item in lineage.basis] == ["qinghe-2030-8"]
    assert [item.id for item in lineage.siblings] == ["sangyuan-2030"]
    assert [item.id for item in lineage.replaces] == ["liutang-2029"]
    assert lineage.replaced_by is None
    before = catalogue.lineage("liutang-2029")
    assert before.replaced_by is catalogue.plan("liutang-2030")
    assert before.siblings == ()
    assert before.basis == ()
    with pytest.raises(KeyError):
        catalogue.lineage("nothing")


def test_reporting(catalogue: Catalogue) -> None:
    first, second = catalogue.reporting_of("liutang-2030")
    assert (first.anchor, first.clause_anchor) == ("liutang-2030/r1", "liutang-2030/1-1")
    assert (second.anchor, second.clause_anchor) == ("liutang-2030/r2", None)
    assert [party.id for party in (*first.who, *first.to, *second.who)] == [
        "liutang/cun",
        "liutang/paichusuo",
        "qinghe/yingji",
        "cangchu",
    ]
    assert catalogue.reporting_of("sangyuan-2030") == ()


def test_order_of_files_changes_nothing(catalogue: Catalogue) -> None:
    for plans in permutations(catalogue.plans):
        other, findings = link(plans, catalogue.registers)
        assert findings == []
        assert (other.plans, other.clauses, other.duties) == (catalogue.plans, catalogue.clauses, catalogue.duties)
        assert other.reporting == catalogue.reporting
        assert [other.lineage(item.id) for item in other.plans] == [catalogue.lineage(item.id) for item in other.plans]


def test_catalogue_is_sealed(catalogue: Catalogue) -> None:
    parts = {"registers", "schedule"}  # sealed objects themselves
    for name in dir(catalogue):
        assert not name.startswith(("set", "add", "remove", "update", "append", "clear"))
        if not name.startswith("_") and not callable(value := getattr(catalogue, name)) and name not in parts:
            assert isinstance(value, tuple), name
    with pytest.raises(FrozenInstanceError):
        catalogue.clauses[0].depth = 3  # type: ignore[misc]
    with pytest.raises(AttributeError):
        catalogue.plans = ()
    with pytest.raises(AttributeError):
        catalogue.registers = catalogue.registers

"""One duty in the cells of a table."""

import pytest

from generators.compose import cells
from tests.support import catalogue_of, plan
from zerenku.catalogue.entries import LinkedDuty

STAGES = """[{scope: 一, name: 排查, from: 2030-03, to: 2030-06, clause: 一},
  {scope: 二, name: 排查, from: 2031-01, to: 2031-01, clause: 二}]"""


def duty_of(duty: str, more: str = "", **lines: str) -> LinkedDuty:
    source = f"- {{mark: 一, starts: 巡查, duties: [{{{duty}}}]{more and ', ' + more}}}\n- {{mark: 二, starts: 复查}}"
    return catalogue_of(plan(source, **lines)).duties[0]


PATROL = "obliged: [镇政府], do: 每日巡查。"


@pytest.mark.parametrize(
    ("assignments", "lead", "support"),
    [
        ("[{certainty: lead, lead: [派出所], support: [消防大队]}]", "派出所", "青禾县消防救援大队"),
        ("[{certainty: joint, lead: [派出所, 安办]}]", "未明确牵头（按职责分工：派出所、安办）", "—"),
        ("[{certainty: collective, lead: [各有关部门]}]", "未明确牵头（按职责分工：青禾县各有关部门）", "—"),
        ("[]", "原文未写责任单位（文中主体：镇政府）", "—"),
    ],
)
def test_only_a_clear_lead_stands_alone(assignments: str, lead: str, support: str) -> None:
    """The town's own offices by their short names, others in full."""
    duty = duty_of(PATROL, f"assignments: {assignments}")
    assert (cells.lead_cell(duty), cells.support_cell(duty)) == (lead, support)


def test_guessed_owners_are_marked() -> None:
    guessed = duty_of(PATROL, "unconfirmed: [duties/0/obliged, duties/0/do]")
    assert cells.lead_cell(guessed).endswith("（待确认）")
    assert cells.requirement(guessed) == "每日巡查。（待确认）"
    lead = "assignments: [{certainty: lead, lead: [派出所]}], unconfirmed: [assignments/0]"
    assert cells.lead_cell(duty_of(PATROL, lead)) == "派出所（待确认）"


def test_who_must_do_it_is_said_once() -> None:
    owned = "assignments: [{certainty: lead, lead: [镇政府]}]"
    assert cells.requirement(duty_of(PATROL)) == "每日巡查。"
    assert cells.requirement(duty_of(PATROL, owned)) == "每日巡查。"
    assert cells.requirement(duty_of("obliged: [仓库], do: 清理通道。", owned)) == "仓库：清理通道。"
    assert cells.requirement(duty_of("obliged: [仓库], subject: [镇政府], do: 清理通道。")) == "仓库：清理通道。"


@pytest.mark.parametrize(
    ("facts", "more", "expected"),
    [
        ("deadlines: [{date: 2030-06-30, text: 6月底前, what: 查完}]", "", "2030年6月30日前"),
        (
            "deadlines: [{date: 2030-09-30, text: 9月底前, what: 改完}, {date: 2030-06-30, text: 6月底前, what: 查完}]",
            "",
            "2030年6月30日前查完；2030年9月30日前改完",
        ),
        ("recurrence: [{every: quarter, op: '>=', text: 每季度至少一次}]", "", "每季度至少1次"),
        ("stage: 排查", "", "排查（2030年3月至6月）"),
        ("stage: 排查", "deadlines: [{date: 2030-06-30, text: 6月底前}]", "2030年6月30日前"),
        (
            "deadlines: [{date: 2030-06-30, text: 6月底前}]",
            "unconfirmed: [duties/0/deadlines/0]",
            "2030年6月30日前（待确认）",
        ),
        ("", "", "原文未写"),
    ],
)
def test_times(facts: str, more: str, expected: str) -> None:
    assert cells.time_cell(duty_of(f"{PATROL[:-1]}。{facts and ', ' + facts}", more, stages=STAGES)) == expected


def test_dated_duties_come_first_then_those_that_repeat() -> None:
    duties = [
        "{obliged: [镇政府], do: 一直做。}",
        "{obliged: [镇政府], do: 每月做。, recurrence: [{every: month, text: 每月}]}",
        "{obliged: [镇政府], do: 后做。, deadlines: [{date: 2030-09-30, text: 9月}]}",
        "{obliged: [镇政府], do: 先做。, deadlines: [{date: 2030-06-30, text: 6月}]}",
    ]
    catalogue = catalogue_of(plan(f"- {{mark: 一, starts: 巡查, duties: [{', '.join(duties)}]}}"))
    assert [duty.duty.do for duty in cells.by_due(catalogue.duties)] == ["先做。", "后做。", "每月做。", "一直做。"]


def test_plans_are_called_by_place_and_year_or_by_title() -> None:
    period = '["2030-01", "2030-12"]'
    town = plan(period=period)
    other = plan(id="sangyuan-2030", place="sangyuan", title="桑园镇夜查方案", period=period)
    twin = plan(id="liutang-2030-2", title="柳塘镇夜查方案", period=period)
    for plans, tags in (
        ((town, other), {"liutang-2030": "柳塘镇2030年方案", "sangyuan-2030": "桑园镇2030年方案"}),
        ((town, twin), {"liutang-2030": "《柳塘镇消防整治方案》", "liutang-2030-2": "《柳塘镇夜查方案》"}),
    ):
        catalogue = catalogue_of(*plans)
        assert cells.plan_tags(catalogue.plans, catalogue.registers.places.entries) == tags

"""How facts are said; only a clear lead is ever called 牵头."""

import pytest

from tests.support import catalogue_of, clause, plan
from zerenku.catalogue.entries import LinkedDuty
from zerenku.catalogue.wording import (
    certainty_label,
    date_text,
    due_text,
    month_text,
    number_text,
    obliged_text,
    owner_line,
    period_text,
    recurrence_text,
    target_text,
)
from zerenku.model.clause import Certainty
from zerenku.model.plan import Due


def duty_of(facts: str, *, duty: str = "") -> LinkedDuty:
    (found,) = catalogue_of(plan(clause(facts, duty=duty))).duties
    return found


@pytest.mark.parametrize(
    ("assignments", "duty", "said"),
    [
        ("{certainty: lead, lead: [县应急局]}", "", "牵头：青禾县应急管理局"),
        (
            "{certainty: lead, lead: [县应急局], support: [派出所, 消防大队]}",
            "",
            "牵头：青禾县应急管理局；配合：柳塘派出所、青禾县消防救援大队",
        ),
        ("{certainty: lead, lead: [县应急局, 消防大队]}", "", "牵头：青禾县应急管理局、青禾县消防救援大队"),
        (
            "{certainty: joint, lead: [县应急局, 消防大队]}",
            "",
            "未明确牵头（按职责分工：青禾县应急管理局、青禾县消防救援大队）",
        ),
        (
            "{certainty: joint, lead: [县应急局], support: [安办]}",
            "",
            "未明确牵头（按职责分工：青禾县应急管理局）；配合：柳塘镇安全生产办公室",
        ),
        ("{certainty: collective, lead: [各有关部门]}", "", "未明确牵头（青禾县各有关部门）"),
        ("{certainty: none}", "", "原文未写责任单位（文中主体：镇政府）"),
        ("", "", "原文未写责任单位（文中主体：镇政府）"),
        ("", "subject: [各村, 各单位]", "原文未写责任单位（文中主体：各村、各单位）"),
        ("", "subject: []", "原文未写责任单位（原句未写主语）"),
        (
            "{certainty: joint, lead: [派出所]}, {certainty: lead, lead: [安办]}",
            "",
            "牵头：柳塘镇安全生产办公室；配合：柳塘派出所",
        ),
    ],
)
def test_owner_line(assignments: str, duty: str, said: str) -> None:
    found = duty_of(f"assignments: [{assignments}]", duty=duty)
    assert owner_line(found) == said
    assert said.startswith("牵头：") == (found.certainty == Certainty.LEAD)
    assert "未明确牵头" in said or ("牵头" in said) == (found.certainty == Certainty.LEAD)


def test_certainty_labels() -> None:
    assert {level.value: certainty_label(level) for level in Certainty} == {
        "lead": "明确牵头",
        "joint": "未明确牵头",
        "collective": "未明确牵头",
        "none": "原文未写责任单位",
    }


@pytest.mark.parametrize(
    ("unconfirmed", "said"),
    [("[]", "镇政府"), ("[duties/0/obliged]", "镇政府（待确认）"), ("[duties/0/do]", "镇政府")],
)
def test_obliged_text(unconfirmed: str, said: str) -> None:
    assert obliged_text(duty_of(f"unconfirmed: {unconfirmed}")) == said


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("every: day", "每日1次"),
        ("every: week, n: 2", "每周2次"),
        ("every: half-month", "每半月1次"),
        ("every: month, day: 15", "每月15日前"),
        ("every: month, n: 3", "每月3次"),
        ("every: quarter, n: 1", "每季度1次"),
        ("every: quarter, day: 5", "每季度5日前"),
        ("every: half-year", "每半年1次"),
        ("every: year, n: 2", "每年2次"),
    ],
)
def test_recurrence_text(rule: str, said: str) -> None:
    (found,) = duty_of("", duty=f"recurrence: [{{{rule}, text: 原话}}]").duty.recurrence
    assert recurrence_text(found) == said


@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("op: '>=', value: 10, unit: '%', what: 抽查比例", "抽查比例：不少于10%"),
        ("op: '<=', value: 9, unit: 人", "不超过9人"),
        ("op: '>', value: 0.5, unit: 米", "多于0.5米"),
        ("op: '<', value: 3, unit: 起", "少于3起"),
        ("op: '=', value: 100, unit: '%', what: 整改率", "整改率：100%"),
        ("op: '>=', value: 12345.67, unit: 万元", "不少于12345.67万元"),
        ("op: '>=', value: 1234567, unit: 元", "不少于1234567元"),
    ],
)
def test_target_text(target: str, said: str) -> None:
    (found,) = duty_of("", duty=f"targets: [{{{target}, text: 原话}}]").duty.targets
    assert target_text(found) == said


@pytest.mark.parametrize(
    ("due", "said"),
    [
        ("{every: month, day: 15, text: 每月15日前}", "每月15日前"),
        ("{every: quarter}", "每季度"),
        ("{date: 2030-12-05, text: 年底}", "2030年12月5日前"),
        ("{text: 活动结束后}", "活动结束后"),
    ],
)
def test_due_text(due: str, said: str) -> None:
    (found,) = catalogue_of(plan(reporting=f"[{{who: [镇政府], what: 月报, due: {due}}}]")).reporting
    assert isinstance(found.reporting.due, Due)
    assert due_text(found.reporting.due) == said


@pytest.mark.parametrize(
    ("month", "said"), [("2030-03", "2030年3月"), ("2030-12", "2030年12月"), ("2030-03-05", "2030年3月5日")]
)
def test_month_text(month: str, said: str) -> None:
    assert month_text(month) == said


def test_period_and_date() -> None:
    (found,) = catalogue_of(plan(period="[2030-03, 2030-11-30]", issued="2030-03-05")).plans
    assert period_text(found) == "2030年3月至2030年11月30日"
    assert found.issued is not None
    assert date_text(found.issued) == "2030年3月5日"
    (bare,) = catalogue_of().plans
    assert period_text(bare) == ""


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (10.0, "10"),
        (0.5, "0.5"),
        (0.1, "0.1"),
        (99.95, "99.95"),
        (123456.7, "123456.7"),
        (1e6, "1000000"),
        (-3.0, "-3"),
    ],
)
def test_number_text(value: float, said: str) -> None:
    assert number_text(value) == said

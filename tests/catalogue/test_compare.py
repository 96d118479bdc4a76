from tests.support import catalogue_of, plan
from zerenku.catalogue.compare import Difference, differences, facts_of, sheet_of
from zerenku.model.plan import Plan

CLAUSES = """
- mark: 一
  heading: 任务
  starts: 任务
  clauses:
    - mark: ¶1
      starts: 逐户检查
      assignments: [{certainty: lead, lead: [安办], support: [派出所]}]
      duties: [{obliged: [安办], do: 检查, deadlines: [{date: 2030-06-30, text: 6月底前}],
                recurrence: [{every: month, n: 2, text: 每月两次}],
                targets: [{op: ">=", value: 75, unit: "%", text: 75%以上, what: 覆盖率}]}]
"""


def one(clauses: str = CLAUSES, **head: str) -> Plan:
    (found,) = catalogue_of(plan(clauses, **head)).plans
    return found


def said(before: Plan, after: Plan) -> list[str]:
    return [str(item) for item in differences(facts_of(before), facts_of(after))]


def test_nothing_differs_from_itself() -> None:
    assert differences(sheet_of(one()), sheet_of(one())) == ()


def test_facts_are_compared_whoever_wrote_them() -> None:
    """Where the facts hang, and in whose words, makes no difference."""
    moved = """
    - mark: 一
      heading: 任务
      starts: 任务
      summary: 别的话
      assignments: [{certainty: joint, lead: [安办], support: [派出所]}]
      deadlines: [{date: 2030-06-30, text: 六月底}]
      recurrence: [{every: month, n: 2, text: 每月2次}]
      targets: [{op: ">=", value: 75, unit: "%", text: 75%以上}]
    """
    assert said(one(), one(moved)) == []


def test_each_fact_by_itself() -> None:
    changed = CLAUSES.replace("[派出所]", "[各村]").replace("06-30", "07-31").replace("n: 2", "n: 3")
    changed = changed.replace("heading: 任务", "heading: 重点任务")
    assert said(one(), one(changed, title="另一个方案")) == [
        "全文 名称：柳塘镇消防整治方案 → 另一个方案",
        "一 标题：任务 → 重点任务",
        "一 配合：派出所 → 各村",
        "一 时限：2030-06-30 → 2030-07-31",
        "一 频次：每月2次 → 每月3次",
    ]


def test_places_come_and_go() -> None:
    second = "\n- {mark: 二, heading: 保障, starts: 保障}\n"
    assert said(one(), one(CLAUSES + second)) == ["二：多出这一条（保障）"]
    assert said(one(CLAUSES + second), one()) == ["二：少了这一条（保障）"]


def test_every_field_of_a_source_is_seen() -> None:
    changed = one(CLAUSES.replace("do: 检查", "do: 查看"), summary="摘编", attachments="[{no: 附件, title: 表}]")
    assert [(item.where, item.label) for item in differences(sheet_of(one()), sheet_of(changed))] == [
        ("全文", "摘编"),
        ("一/¶1", "责任事项"),
        ("附件", ""),
    ]


def test_long_texts_are_shown_where_they_differ() -> None:
    line = str(Difference("一", "原文", ("甲" * 50 + "乙" + "丙" * 50,), ("甲" * 50 + "丁" + "丙" * 50,)))
    assert line.startswith("一 原文：…甲")
    assert "甲乙丙" in line
    assert "甲丁丙" in line
    assert len(line) < 100
    assert str(Difference("一", "时限", ("甲", "乙"), ("丙",))) == "一 时限：少 甲、乙；多 丙"
    assert str(Difference("一", "摘编", ("",), ("\n甲\n乙",))) == "一 摘编：（空） → 甲⏎乙"

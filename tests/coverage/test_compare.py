"""An invented original and its record: whatever either side leaves out is named, and only that."""

from __future__ import annotations

import pytest

from tests.importer.layouts import drafts
from tests.support import catalogue_of, plan
from zerenku.coverage.compare import Coverage, compare
from zerenku.coverage.passages import HEAD, passages_of

ORIGINAL = """柳政〔2030〕3号
柳塘镇消防整治方案
根据《青禾县消防整治方案》（青安〔2030〕8号），制定本方案。
一、工作任务
（一）清查仓库。安办牵头，派出所配合，2030年6月底前逐家登记，检查不少于12次，达到90%以上。
（二）动火管理。仓储企业每月自查2次，执行《青禾县动火管理规程》。
二、工作要求
各村要在2030年9月10日前报表。
柳塘镇人民政府
2030年3月5日
"""
RECORD = """
- mark: 一
  heading: 工作任务
  starts: 工作任务
  clauses:
    - mark: （一）
      heading: 清查仓库
      starts: 清查仓库。安办牵头，派
      assignments: [{certainty: lead, lead: [安办], support: [派出所], phrase: 安办牵头，派出所配合}]
      duties:
        - obliged: [安办]
          do: 逐家登记仓库，检查至少12次。
          deadlines: [{date: 2030-06-30, text: 2030年6月底前}]
          targets: [{op: ">=", value: 90, unit: "%", text: 90%以上}]
    - mark: （二）
      heading: 动火管理
      starts: 动火管理。仓储企业每月
      duties:
        - {obliged: [仓储企业], do: 每月自查两次。, recurrence: [{every: month, n: 2, text: 每月自查2次}]}
      cites: [《青禾县动火管理规程》]
- mark: 二
  heading: 工作要求
  starts: 工作要求各村要在203
  duties:
    - {obliged: [各村], do: 按时报表。, deadlines: [{date: 2030-09-10, text: 2030年9月10日前}]}
"""
HEADS = {"number": "柳政〔2030〕3号", "issued": "2030-03-05", "basis": "[qinghe-2030-8]"}


def compared(record: str = RECORD, original: str = ORIGINAL, **lines: str) -> Coverage:
    catalogue = catalogue_of(plan(record, **(HEADS | lines)))
    (draft,) = drafts(original)
    return compare(catalogue, catalogue.plans[0], draft)


def test_a_record_that_says_it_all() -> None:
    found = compared()
    assert found.gaps == ()
    assert found.items == {"正文": 4}


@pytest.mark.parametrize(
    ("old", "new", "path", "kind", "text"),
    [
        (
            "deadlines: [{date: 2030-06-30, text: 2030年6月底前}]",
            "evidence: 登记表",
            "一/（一）",
            "日期",
            "2030年6月底前",
        ),
        ("检查至少12次", "多检查", "一/（一）", "数字", "12次"),
        ("[《青禾县动火管理规程》]", "[]", "一/（二）", "引用", "《青禾县动火管理规程》"),
        ("support: [派出所], phrase: 安办牵头，派出所配合", "phrase: 安办牵头", "一/（一）", "部门", "派出所"),
    ],
)
def test_what_the_record_lacks(old: str, new: str, path: str, kind: str, text: str) -> None:
    gaps = [gap for gap in compared(RECORD.replace(old, new)).gaps if gap.missing]
    assert (path, kind, text) in {(gap.path, gap.kind, gap.text) for gap in gaps}
    assert {gap.path for gap in gaps} == {path}
    assert all(gap.span.file.endswith("liutang-2030.yml") and gap.line for gap in gaps)


def test_a_clause_left_out() -> None:
    record = RECORD[: RECORD.index("    - mark: （二）")] + RECORD[RECORD.index("- mark: 二") :]
    assert ("一/（二）", "条目") in {(gap.path, gap.kind) for gap in compared(record).gaps if gap.missing}


@pytest.mark.parametrize(
    ("old", "new", "kind", "text"),
    [
        ("text: 2030年6月底前", "text: 2030年7月底前", "原文用语", "2030年7月底前"),
        ("检查至少12次", "检查至少12次，培训30人", "数字", "30人"),
        ("按时报表", "在2030年8月前报表", "日期", "2030年8月前"),
        ("obliged: [各村]", "obliged: [安办]", "部门", "安办"),
        ("heading: 动火管理", "heading: 用火管理", "标题", "用火管理"),
        ("动火管理。仓储企业每月", "动火管理。仓储企业要每", "原文用语", "动火管理。仓储企业要每"),
    ],
)
def test_what_the_record_adds(old: str, new: str, kind: str, text: str) -> None:
    record = RECORD.replace(old, new)
    assert record != RECORD
    gaps = [gap for gap in compared(record).gaps if not gap.missing]
    assert [(gap.kind, gap.text) for gap in gaps] == [(kind, text)]


@pytest.mark.parametrize(
    ("lines", "kind"),
    [
        ({"number": "柳政〔2030〕4号"}, "文号"),
        ({"title": "柳塘镇防火整治方案"}, "名称"),
        ({"addressees": "[各村]", "cc": "[县消防大队]"}, "机关"),
        ({"stages": "[{name: 回头看, from: 2030-03, to: 2030-06}]"}, "阶段"),
    ],
)
def test_what_the_head_adds(lines: dict[str, str], kind: str) -> None:
    assert kind in {gap.kind for gap in compared(**lines).gaps if not gap.missing}


def test_an_inferred_issuer_need_not_be_written() -> None:
    other = ORIGINAL.replace("柳塘镇人民政府\n", "青禾县应急管理局\n")
    unsigned = ORIGINAL.replace("柳塘镇人民政府\n", "")
    assert "机关" in {gap.kind for gap in compared(original=other).gaps if not gap.missing}
    assert "机关" not in {gap.kind for gap in compared(original=unsigned).gaps}


def test_passages_hold_every_character_once() -> None:
    (draft,) = drafts(ORIGINAL)
    passages = passages_of(draft)
    assert sorted("".join(item.text for item in passages)) == sorted(draft.outline.text)
    assert [item.path for item in passages] == [HEAD, "一", "一/（一）", "一/（二）", "二", HEAD]
    assert [item.line for item in passages] == [1, 4, 5, 6, 7, 9]

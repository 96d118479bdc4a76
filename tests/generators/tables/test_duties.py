import csv
import io

import pytest

from generators.tables.delimited import guarded, to_csv
from generators.tables.duties import HEADS, WIDTHS, duty_rows
from tests.support import catalogue_of, plan

TEXT = """
    - mark: 一
      starts: 自查
      assignments: [{certainty: lead, lead: [安办], support: [派出所], phrase: 安办牵头，派出所配合}]
      duties:
        - obliged: [仓储企业]
          do: 自查两遍。
          deadlines: [{date: 2030-09-30, text: 9月底}, {date: 2030-06-30, text: 6月底}]
          recurrence: [{every: quarter, op: ">=", text: 每季度}]
          targets: [{op: ">=", value: 20, unit: 家, text: 不少于20家, what: 仓库}]
          evidence: 记录
          topics: [xiaofang]
    """


def test_a_duty_as_a_row() -> None:
    (row,) = duty_rows(catalogue_of(plan(TEXT, number="柳政〔2030〕1号")).duties)
    assert dict(zip(HEADS, row, strict=True)) == {
        "地区": "柳塘镇",
        "方案": "柳塘镇消防整治方案",
        "文号": "柳政〔2030〕1号",
        "条款": "一",
        "做什么（摘编，以原文为准）": "自查两遍。",
        "由谁做": "仓储企业",
        "责任确定度": "明确牵头",
        "责任单位": "柳塘镇安全生产办公室",
        "配合单位": "柳塘派出所",
        "完成时限": "2030-06-30；2030-09-30",
        "频次": "每季度至少1次",
        "指标": "仓库：不少于20家",
        "佐证": "记录",
        "适用对象": "仓储企业",
        "主题": "消防",
        "编号": "liutang-2030/1-d1",
    }
    assert len(HEADS) == len(WIDTHS)


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_nothing_that_would_run(text: str) -> None:
    assert guarded(text) == f"'{text}"
    assert guarded(f"甲{text}") == f"甲{text}"


def test_csv_opens_in_excel() -> None:
    data = to_csv(["甲", "乙"], [["一，二", '他说"好"'], ["=1+1", "上\n下"]])
    assert data.startswith(b"\xef\xbb\xbf")
    assert list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""))) == [
        ["甲", "乙"],
        ["一，二", '他说"好"'],
        ["'=1+1", "上\n下"],
    ]
    assert data.endswith(b"\r\n")

"""Who hands what to whom by when: the sentence is cut where a reader would cut it."""

from __future__ import annotations

import pytest

from tests.importer.layouts import drafts
from zerenku.model.clause import Every

NOTICE = """柳塘镇人民政府关于印发《柳塘镇仓库整治三年方案（2031—2033年）》的通知
柳政发〔2031〕3号
各村，镇直各单位：
现将《柳塘镇仓库整治三年方案（2031—2033年）》印发给你们。{asked}
柳塘镇人民政府
2031年3月1日
柳塘镇仓库整治三年方案（2031—2033年）
一、任务
6月底前自查。
"""


def test_reports_asked_for_above_the_plan_belong_to_the_plan() -> None:
    asked = "各村、各站所要于2031年4月20日前将实施方案报镇安委办备案；每季度末报送工作进展。"
    (draft,) = drafts(NOTICE.format(asked=asked))
    first, second = (item.value for item in draft.reporting)
    assert first.due is not None
    assert second.due is not None
    assert (first.who, first.to, first.what) == (("各村", "各站所"), ("镇安委办",), "实施方案")
    assert (str(first.due.date), second.due.every, second.what) == ("2031-04-20", Every.QUARTER, "工作进展")
    assert {first.clause, second.clause} == {None}
    assert not draft.unread


def test_two_days_of_one_report() -> None:
    (draft,) = drafts(NOTICE.format(asked="小结和总结请分别于6月25日、12月20日前报送镇安委办。"))
    days = [str(item.value.due.date) for item in draft.reporting if item.value.due]
    assert days == ["2031-06-25", "2031-12-20"]


def test_other_times_above_the_plan_stay_unread() -> None:
    (draft,) = drafts(NOTICE.format(asked="请于4月20日前组织学习。"))
    assert draft.reporting == ()
    assert [item.text for item in draft.unread] == ["4月20日前"]


@pytest.mark.parametrize(
    ("sentence", "to", "what"),
    [
        (
            "年度整治工作总结，于2031年12月10日前报镇安委会办公室汇总并转报县政府。",
            "镇安委会办公室",
            "年度整治工作总结",
        ),
        ("各村于每月25日前将隐患清单报送县商务局。", "县商务局", "隐患清单"),
        ("请各单位于2031年3月5日前报送本单位联系人名单。", None, "本单位联系人名单"),
        ("各村每季度向镇安委会报告整治进展情况。", "镇安委会", "整治进展情况"),
        ("2031年6月底前，将自查台账报所在地派出所。", "所在地派出所", "自查台账"),
    ],
)
def test_receiver_and_paper(sentence: str, to: str | None, what: str) -> None:
    (draft,) = drafts(f"柳塘镇仓库整治方案\n一、工作要求\n{sentence}\n")
    (report,) = draft.reporting
    assert (report.value.to, report.value.what) == ((to,) if to else (), what)
    assert report.value.unconfirmed == ("who", "to", "what")

"""Words of a duty that are those of a report, and those that demand something besides."""

from __future__ import annotations

import pytest

from zerenku.catalogue.reporting_words import is_report, speaks_of_report


@pytest.mark.parametrize(
    "text",
    [
        "上报台账",
        "报进度统计表",
        "每月5日前报送检查情况",
        "汇总上报年度报告",
        "向镇安委办报半年工作总结",
        "报送隐患清单和整改台账",
        "写出半年报告，报县安委办",
        "2030年的年度报告",
    ],
)
def test_a_report_and_nothing_else(text: str) -> None:
    assert is_report(text)
    assert speaks_of_report(text)


@pytest.mark.parametrize(
    "text",
    [
        "检查并上报",
        "检查上报隐患",
        "分解任务、报告落实情况",
        "上报和整改隐患",
        "上报、整改隐患清单",
        "报送方案后组织实施",
        "报经同意后拆除",
        "申报标准化企业",
        "报送台账，落实整改方案",
        "清理通道",
    ],
)
def test_something_besides_a_report(text: str) -> None:
    assert not is_report(text)


def test_a_duty_without_a_word_of_reporting() -> None:
    assert not speaks_of_report("清理通道")

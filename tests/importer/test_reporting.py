"""Who hands what to whom by when: the sentence is cut where a reader would cut it."""

from __future__ import annotations

import pytest

from tests.importer.layouts import drafts


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

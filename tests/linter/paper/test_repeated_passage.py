import pytest

from tests.linter.drafts import paper, quotes, said
from zerenku.linter.paper_rules import repeated_passage as rule

LONG = (
    "各村每月逐户走访仓库和商铺，看电线有无老化，看通道有无堵塞，看灭火器压力是否正常，看夜间有无人员住宿，"
    "看货物堆放是否超高，看充电是否入棚，发现问题当场登记，能改的立即改，不能立即改的写明期限和责任人，到期复查。"
)
NAMES = (
    "镇安办 派出所 市场监管所 自然资源所 财政所 司法所 供电所 卫生院 水利站 农技站 文化站 经管站 社保所 退役军人服务站"
)
OWNERS = f"（{'、'.join(NAMES.split())}、便民服务中心、综合执法队按职责分工负责）"


@pytest.mark.parametrize(
    "text",
    [
        f"一、任务\n{LONG}\n",
        f"一、任务\n{LONG[:38]}\n二、要求\n{LONG[:38]}\n",
        f"一、任务\n{LONG[:60]}\n附件\n要求\n一、要求\n{LONG[:60]}\n",
        f"一、任务\n由{NAMES.replace(' ', '、')}开展。\n二、要求\n会同{NAMES.replace(' ', '、')}办理。\n",
        f"一、任务\n（一）查电。{OWNERS}\n（二）查水。{OWNERS}\n",
        f"一、任务\n{LONG}\n附件1\n任务分工表\n1．{LONG}\n",
    ],
    ids=["once", "short", "summed up in the body", "names", "owners", "table of duties"],
)
def test_no_repeat(text: str) -> None:
    assert quotes(rule, paper(text)) == []


def test_shorter_repeats_in_one_part() -> None:
    assert quotes(rule, paper(f"一、任务\n{LONG[:50]}\n二、要求\n{LONG[:50]}\n")) == [LONG[:50]]
    whole = "库区每日清走杂物和可燃包装，保持通道畅通，值班人员当面交接。"
    assert quotes(rule, paper(f"一、任务\n先自查。{whole}\n二、要求\n要落实。{whole}\n")) == [f"。{whole}"]
    # The next sentences begin alike, and so did the words before.
    assert quotes(rule, paper(f"一、任务\n要查。{whole}镇里看。\n二、要求\n再查。{whole}镇外看。\n")) == [
        f"查。{whole}镇"
    ]


def test_repeat() -> None:
    sheet = paper(f"一、任务\n{LONG}\n二、要求\n要做到：{LONG}\n")
    assert quotes(rule, sheet) == [LONG]
    assert said(rule, sheet) == f"{len(LONG)} 个字与一（“{LONG[:10]}…”起）一字不差"

import pytest

from tests.linter.drafts import paper, quotes, said
from zerenku.linter.paper_rules import count_differs as rule


@pytest.mark.parametrize(
    "text",
    [
        "一、任务\n抓好制度建设、责任落实和教育培训等三个方面。\n",
        "一、任务\n检查仓库、商铺等五类场所。\n",
        "一、任务\n抓好安全检查、隐患和风险、教育培训和演练等三个方面。\n",
        "一、任务\n解决三个问题：一是不知；二是不会；三是不做。\n",
        "一、安排\n从3月起分两个阶段进行。\n（一）自查\n（二）检查\n",
        "一、抓好两类场所\n（一）仓库\n（二）商铺\n",
        "一、开展“三个一”活动\n（一）仓库\n（二）商铺\n",
        "一、任务\n对企业、学校开展水、电、气三类检查，抓人、财、物三个方面，管甲、乙和丙三类。\n",
        "一、任务\n清理三类场所：（1）冷库；（2）商铺；（3）网吧。\n",
        "一、新增2个专题和1个专项\n（一）仓库\n（二）商铺\n",
        "一、任务\n做到责任、措施、资金、时限、预案“五落实”，完成水、电、气等六类检查。\n",
    ],
    ids=[
        *("list", "and others", "和 inside", "inline", "stages", "heading", "quoted", "whole", "run in", "two counts"),
        "summed up",
    ],
)
def test_as_many_as_said(text: str) -> None:
    assert quotes(rule, paper(text)) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("一、任务\n抓好制度建设、责任落实、教育培训和应急演练等三个方面。\n", "说是 3 项，列了 4 项"),
        ("一、任务\n解决三个问题：一是不知；二是不会。\n", "说是 3 项，下面列到“二是”"),
        ("一、安排\n从3月起分三个阶段进行。\n（一）自查\n（二）检查\n", "说是 3 项，下面有 2 项（（一）至（二））"),
        ("一、抓好三类场所\n（一）仓库\n（二）商铺\n", "说是 3 项，下面有 2 项（（一）至（二））"),
        ("一、三项重点任务\n（一）仓库\n（二）商铺\n", "说是 3 项，下面有 2 项（（一）至（二））"),
        ("一、任务\n严查超载、超限、疲劳驾驶四类违法行为。\n", "说是 4 项，列了 3 项"),
        ("一、任务\n管住停放、充电、销售两个环节。\n", "说是 2 项，列了 3 项"),
        (
            "一、任务\n清理五类场所：\n（1）冷库\n（2）商铺\n（3）网吧\n（4）学校\n",
            "说是 5 项，下面有 4 项（（1）至（4））",
        ),
        ("一、安排\n抓好以下三个方面：\n（一）仓库\n（二）商铺\n", "说是 3 项，下面有 2 项（（一）至（二））"),
        ("一、任务\n查清生产、储存、经营、运输等五类单位。\n", "说是 5 项，列了 4 项"),
        ("一、任务\n做到责任、措施、资金、时限“五落实”。\n", "说是 5 项，列了 4 项"),
        ("一、任务\n重点抓好三项工作。\n（一）仓库\n（二）商铺\n", "说是 3 项，下面有 2 项（（一）至（二））"),
        ("一、实施“三大行动”\n（一）仓库\n（二）商铺\n", "说是 3 项，下面有 2 项（（一）至（二））"),
    ],
    ids=[
        *("list", "inline", "stages", "heading", "kind of task", "fewer", "more", "run in", "sentence ahead"),
        *("one short of 等", "summed up", "promised", "quoted heading"),
    ],
)
def test_more_or_fewer(text: str, words: str) -> None:
    assert said(rule, paper(text)) == words

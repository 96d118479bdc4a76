import re

import pytest

from tests.linter.drafts import paper, quotes, said
from zerenku.linter.confusions import CONFUSIONS
from zerenku.linter.paper_rules import misprint as rule


@pytest.mark.parametrize(
    "words",
    [
        "明察暗访、部署、截至2030年6月底、截止日期为6月底",
        "管业务必须管安全，新建全省首个平台，创建全国文明城市",
        "企业自己检查，管理人员对己严格，年末取得证书",
        "员工们、孩子们一起参加，志愿者们宣传",
        "排查治理隐患，防治污染，实施指施工单位负责的项目",
        "监测体内体外指标，渡过河流",
        "《某市明查暗访办法》照原名引用",
    ],
)
def test_right_words(words: str) -> None:
    assert quotes(rule, paper(f"一、{words}。\n")) == []


@pytest.mark.parametrize(
    ("words", "wrong", "right"),
    [
        ("开展明查暗访", "明查暗访", "明察暗访"),
        ("早布署早安排", "布署", "部署"),
        ("截止2030年6月底", "截止", "截至"),
        ("截至日期为6月底", "截至", "截止"),
        ("己关闭的企业", "己", "已"),
        ("隐患排查治信息", "排查治", "排查治理"),
        ("在岗们员工", "岗们", "岗"),
        ("通过网络等内体曝光", "等内体", "等媒体"),
        ("治理指施不力", "指施", "措施"),
        ("3月至6月底前完成", "3月至6月底前", "3月至6月底"),
        ("年未前完成", "未", "末"),
        ("风险辩识", "辩识", "辨识"),
    ],
)
def test_wrong_words(words: str, wrong: str, right: str) -> None:
    sheet = paper(f"一、{words}。\n")
    assert quotes(rule, sheet) == [wrong]
    assert said(rule, sheet) == f"“{wrong}”应为“{right}”"


def test_table_is_sound() -> None:
    patterns = [wrong for wrong, _ in CONFUSIONS]
    assert len(patterns) == len(set(patterns)) > 90
    for wrong, right in CONFUSIONS:
        if "\\" not in right:
            assert re.compile(wrong).fullmatch(right) is None, wrong


def test_a_place_may_sound_like_a_word() -> None:
    text = "一、目标\n在按照召开会议，安照召开会议。\n".replace("按照", "岸照")
    assert quotes(rule, paper(text, issuers=["岸照县人民政府"])) == ["安照"]
    assert quotes(rule, paper(text, issuers=["青禾县人民政府"])) == ["岸照", "安照"]

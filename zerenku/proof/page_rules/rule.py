"""量首页红线的长度和它与发文字号的距离；误差 1 毫米以内算合格。

通过：156.0 毫米，3.9 毫米　不通过：150.0 毫米，0.5 毫米
"""

from __future__ import annotations

from typing import Final

from zerenku.model.finding import Severity
from zerenku.proof.figures import AREA_WIDTH, LEFT, LETTER_RULE_WIDTH, RED_RULE_GAP, shown_mm
from zerenku.proof.paper import Genre
from zerenku.proof.places import near
from zerenku.proof.printed.sheet import Printed, PrintedRule
from zerenku.proof.verdict import Measure, judge_one

ID: Final = "printed-rule"
TITLE: Final = "红色分隔线（排版后）"
CLAUSE: Final = "7.2.7、10.1"
REQUIRED: Final = "发文字号之下 4 毫米，长 156 毫米（信函双线 170 毫米）"
ADVICE: Final = "调整发文字号段落的框线：左右不缩进，距文字约 7 磅"
SEVERITY: Final = Severity.WARNING


def check(paper: Printed) -> Measure | None:
    """Length of the red rules on the first page, and the distance of the first from the text over it."""
    sheet = paper.sheets[0]
    drawn = (rule for rule in sheet.rules if rule.red and rule.length > AREA_WIDTH / 2)
    rules = sorted(drawn, key=lambda rule: rule.top)
    if not rules:
        return None
    letter = paper.paper.genre is Genre.LETTER
    length = max(rule.length for rule in rules)
    wanted = LETTER_RULE_WIDTH if letter else AREA_WIDTH
    above = [line.bottom for line in sheet.lines if line.bottom <= rules[0].top and line.baseline > LEFT]
    gap = rules[0].top - max(above, default=0)
    fits = near(length, wanted, within=1) and near(gap, RED_RULE_GAP, within=1)
    shown = f"长 {shown_mm(length)}，在文字之下 {shown_mm(gap)}"
    if letter and (wrong := _wrong_way_round(rules)):
        return judge_one(f"{shown}，{wrong}", fits=False)
    return judge_one(shown, fits=fits)


def _wrong_way_round(rules: list[PrintedRule]) -> str:
    """What is wrong with a letter's double rules: thick over thin at the head, thin over thick at the foot."""
    thick = [rule.bottom - rule.top for rule in rules]
    if thick[0] < max(thick) / 2:
        return "上线不是上粗下细"
    return "" if thick[-1] > max(thick) / 2 else "下线不是上细下粗"

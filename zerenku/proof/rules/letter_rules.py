"""信函的发文机关标志下有一条红色双线（上粗下细），距下页边 20 毫米处有一条红色双线（上细下粗），
线长均为 170 毫米，居中。

通过：170.0 毫米、170.0 毫米　不通过：没有下面一条
"""

from __future__ import annotations

from typing import Final

from zerenku.model.finding import Severity
from zerenku.proof.figures import LETTER_FOOT, LETTER_RULE_WIDTH, mm, shown_mm
from zerenku.proof.paper import Genre, Paper
from zerenku.proof.places import near
from zerenku.proof.values import Paragraph, Section, is_red
from zerenku.proof.verdict import Case, Measure, judge, judge_flaws

ID: Final = "layout-letter-rules"
TITLE: Final = "信函双线"
CLAUSE: Final = "10.1"
REQUIRED: Final = "两条红色双线，各长 170 毫米，下线距下页边 20 毫米"
ADVICE: Final = "首页页眉放上粗下细的红双线，首页页脚放上细下粗的红双线，左右各伸出版心 7 毫米"
SEVERITY: Final = Severity.WARNING


def check(paper: Paper) -> Measure | None:
    """The double rules in header and footer of the first page."""
    if paper.genre is not Genre.LETTER:
        return None
    section = paper.sections[0]
    kind = "first" if section.first_differs else "default"
    return judge(
        _case(name, section, story.get(kind, ()), shape)
        for name, story, shape in (("上线", section.headers, "thickThin"), ("下线", section.footers, "thinThick"))
    )


def _case(name: str, section: Section, story: tuple[Paragraph, ...], shape: str) -> Case:
    found = next(((line, border) for line in story for border in line.shape.borders if border.drawn), None)
    if found is None:
        return Case("", f"没有{name}", fits=False)
    line, border = found
    length = mm(section.area_width - line.shape.left - line.shape.right)
    flaws = {
        f"{name}不是红色": not is_red(border.colour),
        f"{name}不是{'上粗下细' if shape == 'thickThin' else '上细下粗'}的双线": not border.kind.startswith(shape),
        f"{name}长 {shown_mm(length)}": not near(length, LETTER_RULE_WIDTH, within=1.5),
    }
    if shape == "thinThick":
        foot = mm(section.footer)
        flaws[f"{name}距下页边 {shown_mm(foot)}"] = not near(foot, LETTER_FOOT, within=1.5)
    return judge_flaws("", flaws, good="170 毫米")

"""公文中文字的颜色为黑色；没有底纹和突出显示。

通过：黑色　不通过：蓝色标题、黄色底纹
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from zerenku.model.finding import Severity
from zerenku.proof.figures import shown_colour
from zerenku.proof.paper import Paper
from zerenku.proof.verdict import Case, Measure, judge

ID: Final = "layout-colour"
TITLE: Final = "文字颜色"
CLAUSE: Final = "5.2.4"
REQUIRED: Final = "黑色（红色只用于发文机关标志、分隔线和印章）"
ADVICE: Final = "把文字颜色改为“自动”，去掉底纹和突出显示"
SEVERITY: Final = Severity.WARNING


def check(paper: Paper) -> Measure | None:
    """Every colour in use, and what is shaded."""
    return judge(_cases(paper))


def _cases(paper: Paper) -> Iterator[Case]:
    marked = {line.look for line in paper.mark.paragraphs} if paper.mark else set()
    for look, text in paper.looks.items():
        if look not in marked:
            yield Case(text, shown_colour(look.colour), not look.colour)
    for fill, text in paper.fills:
        yield Case(text, f"底色 {fill}", fits=False)

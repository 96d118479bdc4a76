"""标题排在红色分隔线下空二行的位置（信函在发文字号下空二行）；主送机关在标题下空一行。

通过：上空 2 行，下空 1 行　不通过：标题紧接分隔线
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from zerenku.model.finding import Severity
from zerenku.proof.paper import Genre, Paper, Role
from zerenku.proof.places import LINES_NEAR, lines_between, near
from zerenku.proof.verdict import Case, Measure, judge

ID: Final = "layout-title-gap"
TITLE: Final = "标题上下空行"
CLAUSE: Final = "7.3.1"
REQUIRED: Final = "标题在分隔线下空二行，主送机关在标题下空一行"
ADVICE: Final = "用 28.95 磅的空行：标题上面两行，下面一行"
SEVERITY: Final = Severity.WARNING


def check(paper: Paper) -> Measure | None:
    """Blank lines over and under the title."""
    return judge(_cases(paper))


def _cases(paper: Paper) -> Iterator[Case]:
    titles = paper.placed(Role.TITLE)
    if not titles:
        return
    (first, title), (last, _) = titles[0], titles[-1]
    heads = [index for index, role in enumerate(paper.roles[:first]) if role in {Role.NUMBER, Role.SIGNER, Role.RULE}]
    if heads and paper.genre is not Genre.PLAIN and not title.starts_page:
        above = lines_between(paper, heads[-1], first)
        yield Case(title.text, f"标题上空 {above:.1f} 行", near(above, 2, within=LINES_NEAR))
    for index, addressees in paper.placed(Role.ADDRESSEES):
        below = lines_between(paper, last, index)
        yield Case(addressees.text, f"标题下空 {below:.1f} 行", near(below, 1, within=LINES_NEAR))

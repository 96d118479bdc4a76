"""天头 37 毫米、订口 28 毫米，版心 156×225 毫米，即上 37、下 35、左 28、右 26 毫米；横排的页，
版心转过来仍是同一块。

通过：上 37.0、右 26.0、下 35.0、左 28.0　不通过：上 25.4、右 31.8、下 25.4、左 31.8
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from zerenku.model.finding import Severity
from zerenku.proof.figures import BOTTOM, LEFT, RIGHT, TOP, mm
from zerenku.proof.paper import Paper
from zerenku.proof.places import near
from zerenku.proof.verdict import Case, Measure, judge

ID: Final = "layout-margins"
TITLE: Final = "页边"
CLAUSE: Final = "5.2.1"
REQUIRED: Final = "天头 37±1、订口 28±1、版心 156×225 毫米"
ADVICE: Final = "页面设置：上 37、下 35、左 28、右 26 毫米；横排页按纸张转过来设"
SEVERITY: Final = Severity.WARNING
SIDES: Final = ("上", "右", "下", "左")
UPRIGHT: Final = (TOP, RIGHT, BOTTOM, LEFT)
TURNED: Final = (LEFT, TOP, RIGHT, BOTTOM)


def check(paper: Paper) -> Measure | None:
    """The four margins of every section; those of a turned sheet are turned with it."""
    return judge(_cases(paper))


def _cases(paper: Paper) -> Iterator[Case]:
    for section in paper.sections:
        found = [mm(side) for side in (section.top, section.right, section.bottom, section.left + section.gutter)]
        wanted = TURNED if section.landscape else UPRIGHT
        shown = "、".join(f"{side} {value:.1f}" for side, value in zip(SIDES, found, strict=True))
        fits = all(near(value, want, within=1) for value, want in zip(found, wanted, strict=True))
        yield Case("", f"{'横排页：' if section.landscape else ''}{shown} 毫米", fits)

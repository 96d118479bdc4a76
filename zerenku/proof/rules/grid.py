"""网格的行距与 22 行相合（28.95 磅）。网格与固定行距不一致时，Word 与 WPS、LibreOffice 排出来的行数不同。

通过：行网格 28.95 磅　不通过：行网格 15.6 磅
"""

from __future__ import annotations

from typing import Final

from zerenku.model.finding import Severity
from zerenku.proof.figures import LINE
from zerenku.proof.paper import Paper
from zerenku.proof.places import near
from zerenku.proof.verdict import Case, Measure, judge

ID: Final = "layout-grid"
TITLE: Final = "文档网格"
CLAUSE: Final = "5.2.3"
REQUIRED: Final = "行网格 28.95 磅，或不设网格"
ADVICE: Final = "页面设置、文档网格：选“只指定行网格”，跨度 28.95 磅"
SEVERITY: Final = Severity.WARNING


def check(paper: Paper) -> Measure | None:
    """The line pitch of every grid in use."""
    return judge(
        Case("", f"行网格 {section.pitch / 20:g} 磅", near(section.pitch, LINE, within=5))
        for section in paper.sections
        if section.grid in {"lines", "linesAndChars", "snapToChars"}
    )

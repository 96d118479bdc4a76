"""排版用到的字体与文件里写明的一致。机器上没有的，以别的字体代替，量得的字数、行数仍可比，字形不能作数：
记作不适用。

通过：仿宋_GB2312、方正小标宋简体　不适用：没有仿宋_GB2312，以宋体代替
"""

from __future__ import annotations

from typing import Final

from zerenku.model.finding import Severity
from zerenku.proof.figures import family
from zerenku.proof.printed.sheet import Printed
from zerenku.proof.verdict import CUSTOM, Measure, judge_one

ID: Final = "printed-fonts"
TITLE: Final = "字体（排版后）"
CLAUSE: Final = CUSTOM
REQUIRED: Final = "写明的字体都装在排版的机器上"
ADVICE: Final = "在印发的机器上安装所缺字体，否则行末、页末会有出入"
SEVERITY: Final = Severity.INFO


def check(paper: Printed) -> Measure | None:
    """Whether the fonts in the PDF are those of the paper; None where others stand in for them."""
    wanted = {family(look.font) for look in paper.paper.looks if look.font}
    found = {family(_plain(font)) for font in paper.fonts}
    return judge_one("、".join(paper.fonts), fits=True) if wanted <= found else None


def _plain(font: str) -> str:
    return font.partition("-")[0] if font.endswith(("-Regular", "-Bold", "-Identity-H")) else font

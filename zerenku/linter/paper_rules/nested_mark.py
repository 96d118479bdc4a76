"""书名号内再用书名号，里面一层用单书名号〈〉（GB/T 15834—2011 之 4.15.3.5）；文号、标准号写在书名号外的括号里。

通过：《关于印发〈柳塘镇方案〉的通知》（柳政〔2030〕5号）
不通过：《关于印发《柳塘镇方案》的通知》；《关于印发〈柳塘镇方案〉的通知（柳政〔2030〕5号）》
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from zerenku.linter.paper import Flaw, Paper
from zerenku.model.finding import Severity

ID: Final = "nested-mark"
SEVERITY: Final = Severity.INFO
CERTAINTY: Final = "高"
TITLES: Final = re.compile(r"《[^《》\n]*《[^《》\n]*》[^《》\n]*》")
QUOTES: Final = re.compile(r"“[^“”\n]{0,200}“[^“”\n]*”")
ANGLES: Final = re.compile(r"《[^《》\n]*<[^<>《》\n]{2,60}>[^《》\n]*》")
_PAPER: Final = (
    r"[^（）()《》\n]{0,16}[〔\[［【（]\d{4}[〕\]］】）][^（）()《》\n]{0,8}号|[^（）()《》\n]{0,12}令\ ?第?\d+号"
)
_STANDARD: Final = r"(?:GB|AQ|DB|HG|SH|XF|JGJ|TSG|YJ)[^（）()《》\n]{3,24}"
NUMBERED: Final = re.compile(rf"《[^《》\n]+(?P<number>[（(](?:{_PAPER}|{_STANDARD})[）)])》")


def check(paper: Paper) -> Iterator[Flaw]:
    """《》 in 《》, “” in “”, half-width angles for 〈〉, and a number inside the marks of a name."""
    for match in TITLES.finditer(paper.text, paper.start, paper.end):
        yield Flaw(match.start(), match.end(), "书名号里又用书名号", "里面一层改用〈〉")
    for match in ANGLES.finditer(paper.text, paper.start, paper.end):
        yield Flaw(match.start(), match.end(), "书名号里的文件名用了小于号、大于号", "改用〈〉")
    for match in NUMBERED.finditer(paper.text, paper.start, paper.end):
        yield Flaw(match.start("number"), match.end("number"), "文号、标准号写在了书名号里", "移到书名号外")
    for match in QUOTES.finditer(paper.text, paper.start, paper.end):
        if paper.text.find("”", match.end(), match.end() + 200) >= 0:
            yield Flaw(match.start(), match.end(), "双引号里又用双引号", "里面一层改用单引号‘’")

"""文件属性里有标题，作者一栏不是软件、机器或帐户的名字。

通过：标题“关于……的通知”　不通过：作者 Administrator
"""

from __future__ import annotations

import re
from typing import Final

from zerenku.model.finding import Severity
from zerenku.proof.paper import Paper
from zerenku.proof.verdict import CUSTOM, Measure, judge, judge_flaws

ID: Final = "layout-properties"
TITLE: Final = "文件属性"
CLAUSE: Final = CUSTOM
REQUIRED: Final = "有标题，作者不是机器名"
ADVICE: Final = "文件、信息：填写标题，删去机器留下的作者名"
SEVERITY: Final = Severity.INFO
MACHINE: Final = re.compile(
    r"python-docx|administrator|admin|user|pc|microsoft.*|windows.*|apache poi|openpyxl|docx4j|wps.*|微软用户"
    r"|lenovo|dell|hp|asus|un-?named|desktop-.*|unknown|root",
    re.IGNORECASE,
)


def check(paper: Paper) -> Measure | None:
    """Title, author and last editor of the file."""
    found = paper.properties
    flaws = {"没有标题": not found.title}
    for name, value in (("作者", found.author), ("最后修改者", found.editor)):
        flaws[f"{name} {value}"] = MACHINE.fullmatch(value) is not None
    return judge([judge_flaws("", flaws, good=f"标题“{found.title}”")])

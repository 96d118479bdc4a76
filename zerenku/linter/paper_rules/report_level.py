"""报给谁，全文应当一致。镇的方案正文写“报镇安委会办公室”，附件写“报市安委会办公室”，多半是附件照抄上级文件。

通过：正文、附件都报镇安委会办公室　不通过：正文报镇安委会办公室，附件报市安委会办公室
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from zerenku.linter.paper import Flaw, Paper
from zerenku.linter.standing import RANK
from zerenku.model.finding import Severity
from zerenku.model.register import Level

ID: Final = "report-level"
SEVERITY: Final = Severity.WARNING
CERTAINTY: Final = "中"
TO: Final = re.compile(
    r"(?:报送?|送)(?:至|给|到)?(?P<to>(?P<level>[省市区县镇乡])(?P<office>安委会?办(?:公室)?|[\u4e00-\u9fff]{2,10}?(?:办公室|局|委员会)))"
)
LEVELS: Final = {"省": Level.PROVINCE, "市": Level.CITY, "区": Level.COUNTY, "县": Level.COUNTY}


def check(paper: Paper) -> Iterator[Flaw]:
    """Reports to a superior's office where the same text also reports to the own office of that name."""
    level = paper.standing.level
    if level is None or not paper.standing.sure:
        return
    found = list(TO.finditer(paper.text, paper.start, paper.end))
    own = {_office(match["office"]) for match in found if match["level"] == paper.standing.kind}
    for match in found:
        above = LEVELS.get(match["level"])
        if (
            above
            and RANK[above] < RANK[level]
            and match["level"] != paper.standing.kind
            and _office(match["office"]) in own
        ):
            here = f"{paper.standing.kind}{match['office']}"
            text = f"此处报“{match['to']}”，别处报“{here}”一级，报送对象不一致"
            yield Flaw(match.start("to"), match.end("to"), text, "核对报给哪一级")


def _office(name: str) -> str:
    return "安委办" if name.startswith("安委") else name

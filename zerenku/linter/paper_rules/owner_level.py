"""文件只能给本级和下级的部门派任务。镇的方案里出现“市公安局负责”，多半是照抄上级文件。

通过：镇的方案写“派出所负责”　不通过：镇的方案写“市公安局负责”
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from zerenku.catalogue.institutions import meant_institution
from zerenku.linter.paper import Flaw, Paper
from zerenku.linter.standing import RANK
from zerenku.model.finding import Severity
from zerenku.model.register import Level
from zerenku.text.names import is_body

ID: Final = "owner-level"
SEVERITY: Final = Severity.WARNING
CERTAINTY: Final = "中"
NOT_LEVEL: Final = re.compile("市[场政容民监]|区[域块]|[县省市区][级县区镇乡直域]|省[略会]")
PREFIXES: Final = {"省": Level.PROVINCE, "市": Level.CITY, "区": Level.COUNTY, "县": Level.COUNTY}


def check(paper: Paper) -> Iterator[Flaw]:
    """Owners, and subjects of a sentence, whose first letter names a level above the issuer's; each place once."""
    level = paper.standing.level
    if level is None:
        return
    seen: set[int] = set()
    found = [(named.name, named.start, named.end) for named in paper.named]
    found += [(item.value, item.start, item.end) for clause in paper.draft.clauses for item in clause.subjects]
    for name, start, end in found:
        above = PREFIXES.get(name[0])
        if above is None or start in seen or len(name) < 4 or NOT_LEVEL.match(name) or not is_body(name):
            continue
        if RANK[above] < RANK[level] and not _is_own(paper, name):
            seen.add(start)
            if meant_institution(name) is not None:
                continue  # 市厂监督管理所 names no city
            text = f"“{name}”是上级部门，{paper.standing.names[-1]}的文件不能给它派任务"
            yield Flaw(start, end, text, "改成本级部门，或删去")


def _is_own(paper: Paper, name: str) -> bool:
    """A county-level city says 市 of itself."""
    return paper.standing.kind == name[0] or any(name.startswith(own) for own in paper.standing.names)

"""一份好落实的方案，要写清目标、任务、保障、联系人和报送时间。缺的不一定是错，提醒起草人看一眼。

通过：有“联系人：……，电话……”“每月15日前报送……”　不通过：通篇没有联系人，也没有报送时间
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from zerenku.linter.paper import Flaw, Paper
from zerenku.model.finding import Severity
from zerenku.model.register import Level

ID: Final = "missing-part"
SEVERITY: Final = Severity.INFO
CERTAINTY: Final = "低"
PARTS: Final = {
    "目标": re.compile(r"目标|目的|到\d{4}年(?:\d{1,2}月)?(?:年?底|末)?前?[，,][^。]{4,80}(?:达到|实现|全覆盖|建成)"),
    "任务": re.compile(r"任务|重点|措施|内容|要求|职责"),
    "保障": re.compile(
        r"保障(?:措施|机制|体系|工作)|(?<=\n)[^\n。]{0,16}保障|组织领导|(?:工作|活动|有关|具体|相关|几点)要求|监督管理(?!局|所|部门|委|办|站|分局|大队)|考核"
    ),
    "联系人": re.compile(r"联系人|联络人|联系电话|联系方式|咨询电话|电\s?话[:：]"),
    "报送时间": re.compile(
        r"(?:每(?:月|季|周|半年|年)|\d\ ?[日月号]|年底|月底|季度末?)[^。；]{0,40}"
        r"(?:报送|上报|报至|报[^，。；]{0,16}(?:办公室|安委办|局|中心|科|厅|邮箱)|送[^，。；]{0,10}办)"
        r"|(?:报送|上报)[^。；]{0,40}(?:每(?:月|季|周|年)|\d\ ?[日号]前|月底前|年底前)"
    ),
}
PLAN: Final = re.compile(r"方案|工作意见|行动计划|工作计划|工作要点|活动计划")
CONTACT: Final = "联系人"
LOCAL: Final = frozenset((CONTACT, "报送时间"))
"""What only a plan that counties and towns carry out themselves must name, and of these a contact only for reports."""
REPORTED: Final = "报送时间"
CHAPTERS: Final = 3
LONG: Final = 800
"""A paper with fewer chapters and characters orders one thing and needs no more."""
REPORTS: Final = re.compile("报送|上报|报至|报[^，。；、]{0,10}(?:办公室|办|局|科|所|中心|邮箱)")


def check(paper: Paper) -> Iterator[Flaw]:
    """One flaw at the title that names every part not found; papers without an outline are not plans."""
    title = paper.head.plan_title or paper.head.title
    said = paper.text[paper.start : paper.end]
    if title is None or not PLAN.search(title.value) or not _is_whole(paper, said):
        return
    due = any(report.value.due for report in paper.draft.reporting)
    missing = [name for name, pattern in PARTS.items() if not (pattern.search(said) or (name == REPORTED and due))]
    if paper.standing.level not in {None, Level.COUNTY, Level.TOWN} or "方案" not in title.value:
        missing = [name for name in missing if name not in LOCAL]
    if not REPORTS.search(said):
        missing = [name for name in missing if name != CONTACT]
    if missing:
        yield Flaw(title.start, title.end, f"没有找到：{'、'.join(missing)}", "核对是否漏写；不需要的不必补")


def _is_whole(paper: Paper, said: str) -> bool:
    chapters = sum(len(piece.path.elements) == 1 for piece in paper.pieces if piece.written)
    return chapters >= CHAPTERS or (chapters > 0 and len(said) >= LONG)

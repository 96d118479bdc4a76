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
GOAL, TASK, GUARD, CONTACT, REPORTED = "目标", "任务", "保障", "联系人", "报送时间"
PARTS: Final = {
    GOAL: re.compile(
        r"目标(?!导向|责任|考核|管理)|(?<!项)目的|到\d{4}年(?:\d{1,2}月)?(?:年?底|末)?前?[，,][^。]{4,80}(?:达到|实现|全覆盖|建成)"
    ),
    TASK: re.compile(r"任务|重点|措施|内容|要求|职责"),
    GUARD: re.compile(
        r"保障(?:措施|机制|体系|工作)|(?<=\n)[^\n。]{0,16}保障|组织领导|(?:工作|活动|有关|具体|相关|几点)要求|监督管理(?!局|所|部门|委|办|站|分局|大队)|考核"
    ),
    CONTACT: re.compile(r"联系人|联络人|联系电话|联系方式|咨询电话|电\s?话[:：]"),
    REPORTED: re.compile(
        r"(?:每(?:月|季|周|半年|年)|\d\ ?[日月号]|年底|月底|季度末?)[^。；]{0,40}"
        r"(?:报送|上报|报至|报[^，。；]{0,16}(?:办公室|安委办|局|中心|科|厅|邮箱)|送[^，。；]{0,10}办)"
        r"|(?:报送|上报)[^。；]{0,40}(?:每(?:月|季|周|年)|\d\ ?[日号]前|月底前|年底前)"
    ),
}
# Where chapters have headings, the headings tell what a plan has: a word in passing does not.
NO_TASK: Final = re.compile("思想|总体|目标|原则|目的|意义|范围|对象|步骤|安排|阶段|时间|组织|领导|保障|机构|要求")
GUARDED: Final = re.compile(
    "保障|(?<!总体)(?<!总的)要求|组织|领导|考核|监督|监管|纪律|责任|问责|追责|机制|措施|管理|附则"
)
GUARDED_BELOW: Final = re.compile("领导|保障|问责|追责|追究")
AIMED: Final = re.compile("方案|行动|意见|规划")
"""A plan of the year's work, or a call to inspect, may do without a goal."""
DUE: Final = re.compile("(?<!通)报")
ACTION: Final = re.compile(r"方案|开展.{2,40}(?:行动|整治|治理|检查|排查)的通知")
PLAN: Final = re.compile(rf"{ACTION.pattern}|工作意见|行动计划|工作计划|工作要点|活动计划")
LOCAL: Final = frozenset((CONTACT, REPORTED))
"""What only a plan that counties and towns carry out themselves must name, and of these a contact only for reports."""
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
    missing = [name for name in PARTS if not _has(paper, name, said)]
    reports = REPORTS.search(said)
    action = ACTION.search(title.value)
    if paper.standing.level not in {None, Level.COUNTY, Level.TOWN} or not action:
        kept = {REPORTED} if reports and action and paper.standing.level is Level.CITY else set()
        missing = [name for name in missing if name not in LOCAL - kept]
    if not AIMED.search(title.value):
        missing = [name for name in missing if name != GOAL]
    if not reports:
        missing = [name for name in missing if name != CONTACT]
    if missing:
        yield Flaw(title.start, title.end, f"没有找到：{'、'.join(missing)}", "核对是否漏写；不需要的不必补")


def _has(paper: Paper, name: str, said: str) -> bool:
    """Whether the plan has a part: by its chapters' headings for tasks and safeguards, else by its words."""
    if name == REPORTED and any(DUE.search(paper.text, item.start, item.end) for item in paper.draft.reporting):
        return True
    body = [piece for piece in paper.pieces if piece.written and not paper.part_at(piece.start)]
    chapters = [piece.heading for piece in body if len(piece.path.elements) == 1 and piece.heading]
    if len(chapters) >= CHAPTERS:
        if name == TASK:
            return not all(NO_TASK.search(heading) for heading in chapters)
        if name == GUARD:
            below = [piece.heading for piece in body if len(piece.path.elements) > 1 and piece.heading]
            return any(map(GUARDED.search, chapters)) or any(map(GUARDED_BELOW.search, below))
    return PARTS[name].search(said) is not None


def _is_whole(paper: Paper, said: str) -> bool:
    chapters = sum(len(piece.path.elements) == 1 for piece in paper.pieces if piece.written)
    return chapters >= CHAPTERS or (chapters > 0 and len(said) >= LONG)

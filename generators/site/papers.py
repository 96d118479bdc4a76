"""The papers that a site offers to take away: what each kind is for, and one paper of a plan."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

FOLDER: Final = "downloads"
PROGRAMS: Final = {".docx": "Word", ".xlsx": "Excel"}


class Mark(StrEnum):
    """What readers must know of a paper's words and figures; the value is what they see."""

    EXCERPT = "样稿"
    INVENTED = "示例数据"
    BLANK = "空白表"
    UNFILLED = "数字待填"


@dataclass(frozen=True, slots=True)
class PaperKind:
    """A kind as readers know it; a picture of its first page lies at `picture`, from the root of the site."""

    id: str
    name: str
    use: str
    sideways: bool = False

    @property
    def picture(self) -> str:
        """Where the preview lies; made and compared by the tests, from invented papers."""
        return f"assets/zerenku/papers/{self.id}.png"


KINDS: Final = (
    PaperKind("notice", "印发通知", "把方案连同附件发下去：版头、通知、方案、报表、版记都排好。"),
    PaperKind("plan", "实施方案", "只要方案本身，不带通知，附件跟在后面。"),
    PaperKind("tasks", "任务分解表", "一行一件事：谁牵头，谁配合，何时完成，依据哪一条。", sideways=True),
    PaperKind("duties", "部门责任清单", "给一个部门的函，后面列出它牵头、配合、自己要做和要报的全部事项。"),
    PaperKind("progress-form", "进度统计表", "空白表，发给各单位填报；Excel 表填错会当场提示。", sideways=True),
    PaperKind(
        "progress-total", "进度汇总表", "各单位报来的数合成一张，自动合计，写明谁没报、漏了哪一栏。", sideways=True
    ),
    PaperKind("progress-report", "月度阶段性工作情况", "一个月做到哪里、谁快谁慢、还差什么，不超过方案限定的字数。"),
    PaperKind("summary", "工作总结", "整个行动的总结，数字取自各月报表，不超过方案限定的字数。"),
    PaperKind("reminder", "催报函", "催没有按时报表的单位：哪个月的，应于哪天前报。"),
    PaperKind(
        "checklist", "企业自查表", "企业照着逐项查：查什么，多久一次，留什么记录，查的结果当场填。", sideways=True
    ),
    PaperKind(
        "ledger", "清单和台账", "空白的问题隐患清单、制度措施清单和整改台账，整改台账有“五落实”各栏。", sideways=True
    ),
    PaperKind("upward", "向上级的报告", "向上级报告方案落实情况，要写什么按方案列好，没有的数留空。"),
)
"""Every kind, in the order in which readers see them."""


def paper_name(plan_id: str, kind: str, suffix: str = ".docx") -> str:
    """`downloads/qinghe-2030-notice.docx`, from the root of the site."""
    return f"{FOLDER}/{plan_id}-{kind}{suffix}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A paper of one plan; `about` names what of it: a department, a month; empty for the whole.

    Where the file was written already, `data` may be empty and `kept` its size.
    """

    plan: str
    kind: str
    data: bytes = field(repr=False)
    suffix: str = ".docx"
    about: str = ""
    marks: tuple[Mark, ...] = ()
    kept: int = 0

    @property
    def name(self) -> str:
        """Its place from the root of the site."""
        return paper_name(self.plan, self.kind, self.suffix)

    @property
    def label(self) -> str:
        """The program that opens it, and how large it is: Word，16 KB."""
        return f"{PROGRAMS.get(self.suffix, self.suffix)}，{-(-(self.kept or len(self.data)) // 1024)} KB"


@dataclass(frozen=True, slots=True)
class PaperRow:
    """The files of one kind for one plan."""

    kind: PaperKind
    files: tuple[Paper, ...]

    @property
    def about(self) -> str:
        """What they are about."""
        return self.files[0].about

    @property
    def marks(self) -> tuple[Mark, ...]:
        """What must be known of any of them."""
        return tuple(mark for mark in Mark if any(mark in paper.marks for paper in self.files))


def rows_by_plan(papers: Iterable[Paper]) -> dict[str, tuple[PaperRow, ...]]:
    """The papers of each plan by its id, in it by kind; kinds that it has none of are left out."""
    found: dict[str, dict[str, list[Paper]]] = {}
    for paper in papers:
        found.setdefault(paper.plan, {}).setdefault(paper.kind, []).append(paper)
    return {
        plan_id: tuple(PaperRow(kind, tuple(own[kind.id])) for kind in KINDS if kind.id in own)
        for plan_id, own in found.items()
    }

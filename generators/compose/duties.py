"""部门责任清单: a letter to one department with the list of what it leads, shares, supports, must do and report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from generators.blocks import (
    Addressees,
    AttachmentNote,
    AttachmentStart,
    Document,
    LetterHead,
    Para,
    Signature,
    Title,
)
from generators.compose.duty_lists import DutyLists, list_blocks, lists_of
from generators.compose.frame import (
    BLANK_BODY,
    BLANK_DATE,
    BLANK_DAY,
    BLANK_NUMBER,
    NO_FIELDS,
    Fields,
    cited,
    department_of,
    plan_of,
    registered,
    sample,
    whole_words,
)
from generators.compose.title import SIDEWAYS_LINE, break_title
from zerenku.catalogue import wording
from zerenku.catalogue.catalogue import Catalogue
from zerenku.model.plan import Plan
from zerenku.model.register import BodyKind, Department

FIELDS: Final = ("主送机关", "发文机关", "联系人", "电话", "反馈期限")
EACH: Final = "主送机关"
"""What every letter of a batch has of its own."""
SEVERAL: Final = frozenset({BodyKind.COLLECTIVE, BodyKind.LOCALITY})


@dataclass(frozen=True, slots=True)
class Letter:
    """What the paragraphs of one letter need."""

    catalogue: Catalogue
    department: Department
    lists: DutyLists
    plans: tuple[Plan, ...]
    fields: Fields

    @property
    def you(self) -> str:
        """你单位, or 你们 where the name means several."""
        return "你们" if self.department.kind in SEVERAL else "你单位"

    @property
    def issuers(self) -> tuple[str, ...]:
        """The office that prints the plan's papers, else its issuers; a blank where plans have different ones."""
        own = {(plan.printed_by,) if plan.printed_by else plan.issuers for plan in self.plans}
        return self.fields.names("发文机关", own.pop() if len(own) == 1 else (BLANK_BODY,))

    @property
    def to_superior(self) -> bool:
        """True for a body above the writer, of which nothing can be asked.

        It belongs to a place above those of all plans; or it is the authority of a place, or stands over a department,
        and the letter comes from a department there.
        """
        chains = [self.catalogue.registers.place_chain(plan.place)[1:] for plan in self.plans]
        if all(any(place.id == self.department.place for place in chain) for chain in chains):
            return True
        writers = [item for plan in self.plans for item in registered(self.catalogue, self.issuers, plan)]
        return bool(writers) and all(self._over(writer) for writer in writers)

    def _over(self, writer: Department) -> bool:
        if writer.id == self.department.id:
            return False
        same_place = writer.place == self.department.place
        if self.department.kind is BodyKind.AUTHORITY and writer.kind is not BodyKind.AUTHORITY and same_place:
            return True
        return writer.parent == self.department.id


def compose_duties(
    catalogue: Catalogue, department_id: str, *, plan_id: str | None = None, fields: Mapping[str, str] = NO_FIELDS
) -> Document:
    """The letter and the list for one department, of one plan or of all. UnknownName for an unknown name or field."""
    department = department_of(catalogue, department_id)
    plan = plan_of(catalogue, plan_id) if plan_id else None
    return _compose(_letter(catalogue, department, plan, Fields.of(fields, FIELDS)), plan, whole_words(catalogue, plan))


def compose_all_duties(
    catalogue: Catalogue, *, plan_id: str | None = None, fields: Mapping[str, str] = NO_FIELDS
) -> Iterator[tuple[Department, Document | None]]:
    """A letter for every department with something to do, in one plan or in all, in the order of the register.

    None for a body above the writer: letters by the dozen go down and sideways, what goes up is written by hand.
    """
    plan = plan_of(catalogue, plan_id) if plan_id else None
    filled, words = Fields.of(fields, tuple(name for name in FIELDS if name != EACH)), whole_words(catalogue, plan)
    for department in catalogue.active_departments():
        letter = _letter(catalogue, department, plan, filled)
        if letter.lists.count:
            yield department, None if letter.to_superior else _compose(letter, plan, words)


def _letter(catalogue: Catalogue, department: Department, plan: Plan | None, fields: Fields) -> Letter:
    lists = lists_of(catalogue, department, plan)
    return Letter(catalogue, department, lists, (plan,) if plan else lists.plans, fields)


def _compose(letter: Letter, plan: Plan | None, words: tuple[str, ...]) -> Document:
    department, fields = letter.department, letter.fields
    name = f"{department.name}责任清单"
    title = f"关于落实《{plan.title}》部门责任的函" if plan else "关于落实安全生产部门责任的函"
    sheet = Title(break_title(name, whole=words, line=SIDEWAYS_LINE))
    blocks = (
        LetterHead(issuer=letter.issuers[0], number=BLANK_NUMBER),
        Title(break_title(title, whole=words)),
        Addressees(fields.text("主送机关", department.name)),
        *(Para.of(text) for text in _paragraphs(letter)),
        AttachmentNote((name,)),
        Signature(names=letter.issuers, date=BLANK_DATE),
        Para.of(f"（{fields.contact}）"),
        AttachmentStart(label="附件", title=sheet, sideways=True),
        *list_blocks(letter.catalogue, letter.lists, letter.plans),
    )
    subject = plan.title if plan else "安全生产部门责任"
    return sample(f"{title}（{department.name}）", blocks, subject=subject, keywords=("责任清单", department.name))


def _paragraphs(letter: Letter) -> Iterator[str]:
    aim = f"为落实{_papers(letter.plans)}，现将涉及{letter.you}的事项整理成责任清单（见附件）函送。"
    yield aim + _counts(letter)
    if times := _times(letter):
        yield times
    reply = letter.fields.text("反馈期限", BLANK_DAY)
    doubt = "清单文字系摘编，与原文不一致的，以原文为准"
    if letter.to_superior:
        yield f"请予指导支持。{doubt}；如有意见，请于{reply}前告知。"
    else:
        yield f"请对照清单逐项明确责任人员和工作措施，按时限抓好落实。{doubt}；对责任划分有意见的，请于{reply}前反馈。"
    yield "特此函告。"


def _papers(plans: Sequence[Plan]) -> str:
    if not plans:
        return "有关安全生产工作方案"
    return cited(plans[0]) if len(plans) == 1 else f"{cited(plans[0])}等{len(plans)}个方案"


def _counts(letter: Letter) -> str:
    """清单共20项：牵头3项，配合17项。"""
    parts = [f"{group.short}{group.count}项" for group in letter.lists.groups if group.count]
    return f"清单共{letter.lists.count}项：{'，'.join(parts)}。" if parts else "所查方案中没有写到的事项。"


def _times(letter: Letter) -> str:
    """When the first and the last of the dated duties fall due, and how many repeat."""
    duties = letter.lists.duties
    days = sorted({item.date for duty in duties for item in duty.deadlines})
    dated = sum(1 for duty in duties if duty.deadlines)
    repeated = sum(1 for duty in duties if duty.duty.recurrence)
    parts = []
    if days:
        last = f"，最晚的是{wording.date_text(days[-1])}前" if len(days) > 1 else ""
        parts.append(f"写明完成日期的{dated}项，最早的是{wording.date_text(days[0])}前{last}")
    if repeated:
        parts.append(f"定期开展的{repeated}项")
    return f"其中，{'；'.join(parts)}。" if parts else ""

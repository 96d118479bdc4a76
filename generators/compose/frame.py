"""What the papers made from our summaries share: the 样稿 mark, blanks, the fields a person may fill, head and foot.

Such a paper must never pass for the original: its number and its dates stay blank and every page says what it is.
There is no way to switch that off; a paper that may be issued needs the issuer's own text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from generators.blocks import Block, Document, Imprint, Para
from zerenku.catalogue import wording
from zerenku.catalogue.catalogue import Catalogue
from zerenku.catalogue.entries import LinkedClause, LinkedReporting
from zerenku.catalogue.plan_ids import unknown_plan
from zerenku.errors import UnknownName
from zerenku.model.plan import Plan, PlanKind
from zerenku.model.register import Department
from zerenku.model.register import Document as Paper

# Full-width blanks as wide as what goes there: two digits each.
BLANK_NUMBER: Final = "××〔　　〕　号"
BLANK_DATE: Final = "　　年　月　日"
BLANK_NAME: Final = "　　　"
BLANK_BODY: Final = "××××××"
BLANK_LINE: Final = "_" * 16  # half-width: no line ends inside such a blank
BLANK_WORD: Final = "_" * 8
BLANK_MONTH: Final = "____年__月"
BLANK_DAY: Final = f"{BLANK_MONTH}__日"
"""A month and a day to be filled in within a sentence."""
EXCERPT: Final = wording.EXCERPT
AUTHOR: Final = "责任库"

FIELD_WORDS: Final[Mapping[str, str]] = {
    "主送机关": "写给谁，不带冒号",
    "发文机关": "由谁发文，几家联合时用“，”隔开，主办机关在前",
    "签发人": "上行文的签发人，几人时用“，”隔开",
    "联系人": "联系人姓名",
    "电话": "联系电话",
    "抄送机关": "抄送给谁，几家时用“，”隔开",
    "印发机关": "版记中的印发机关",
    "企业名称": "自查的企业",
    "填报单位": "填表的单位",
    "填报人": "填表的人",
    "反馈期限": "请对方何时回复，如 2026年3月5日",
}
"""Every field that some kind of paper reads, with what belongs there; each composer names its own in FIELDS."""
NO_FIELDS: Final[Mapping[str, str]] = MappingProxyType({})
SCHEME: Final = re.compile(r"(?:实施|工作)?方案(?:（[^（）]*）)?$")
OPINION: Final = re.compile(r"(?:实施)?意见(?:（[^（）]*）)?$")
BETWEEN_NAMES: Final = re.compile(r"[，,；;、](?![^（]*）)")


@dataclass(frozen=True, slots=True)
class Fields:
    """What a person filled in (`--set 主送机关=…`), by field."""

    values: Mapping[str, str]

    @classmethod
    def of(cls, values: Mapping[str, str], known: Sequence[str]) -> Fields:
        """The filled fields. UnknownName when this kind of paper has no such field."""
        for name in values:
            if name not in known:
                raise UnknownName("填写项", name, tuple(known))
        return cls({name: text.strip() for name, text in values.items() if text.strip()})

    def text(self, name: str, default: str = "") -> str:
        """The text of one field, or `default`."""
        return self.values.get(name, default)

    def names(self, name: str, default: tuple[str, ...] = ()) -> tuple[str, ...]:
        """The names listed in one field, or `default`; a mark inside brackets belongs to a name."""
        parts = (part.strip() for part in BETWEEN_NAMES.split(self.values.get(name, "")))
        return tuple(part for part in parts if part) or default

    @property
    def contact(self) -> str:
        """联系人：甲，联系电话：乙; blanks for what nobody filled in."""
        return f"联系人：{self.text('联系人', BLANK_WORD)}，联系电话：{self.text('电话', BLANK_LINE)}"


def plan_of(catalogue: Catalogue, plan_id: str) -> Plan:
    """The plan with that id. UnknownName, with ids that look alike, when the catalogue has none."""
    plan = catalogue.plan(plan_id)
    if plan is None:
        raise unknown_plan(plan_id, (item.id for item in catalogue.plans))
    return plan


def department_of(catalogue: Catalogue, department_id: str) -> Department:
    """The department with that id. UnknownName, with ids that look alike, when the register has none."""
    found = catalogue.registers.departments.get(department_id)
    if found is None:
        raise UnknownName("部门", department_id, catalogue.registers.departments.near_ids(department_id))
    return found


def registered(catalogue: Catalogue, names: Iterable[str], plan: Plan) -> tuple[Department, ...]:
    """The departments of those names that the register knows in the plan's place."""
    found = (catalogue.registers.department(name, place_id=plan.place) for name in names)
    return tuple(item for item in found if item)


def clause_of(catalogue: Catalogue, rule: LinkedReporting) -> LinkedClause | None:
    """The clause that a reporting rule stands in, if it says where."""
    return catalogue.clause(rule.clause_anchor) if rule.clause_anchor else None


def contact_line(fields: Fields) -> tuple[Para, ...]:
    """Whom to ask under the text, where somebody has filled that in."""
    known = fields.text("联系人") or fields.text("电话")
    return (Para.of(f"（{fields.contact}）"),) if known else ()


def sample(title: str, blocks: Iterable[Block], *, subject: str = "", keywords: tuple[str, ...] = ()) -> Document:
    """A paper from our summaries: every page is marked, and so are the file's properties."""
    return Document(
        title=f"{title}（样稿）",
        blocks=tuple(blocks),
        banner=wording.SAMPLE_MARK,
        author=AUTHOR,
        subject=subject,
        keywords=(*keywords, "样稿"),
    )


def imprint(plan: Plan, fields: Fields, *, cc: tuple[str, ...] = ()) -> Imprint:
    """版记; an issuer without an office of its own for papers prints them itself."""
    own = fields.names("发文机关")
    office = fields.text("印发机关", own[0] if own else plan.printed_by or plan.issuers[0])
    return Imprint(cc=fields.names("抄送机关", cc), printed_by=office, printed=f"{BLANK_DATE}印发")


def cited(paper: Plan | Paper) -> str:
    """《方案》（文号）, as another paper names it."""
    return f"《{paper.title}》" + (f"（{paper.number}）" if paper.number else "")


def campaign(plan: Plan, title: str = "") -> str:
    """What a plan is about, its title without the kind of paper: 柳塘镇消防整治. `title` names a part of it."""
    kind = OPINION if plan.kind is PlanKind.OPINION else SCHEME
    return kind.sub("", title or plan.title)


def papers_named(papers: Iterable[Paper]) -> str:
    """《甲》《乙》（文号）、《丙》: titles in marks stand side by side without a comma."""
    text = ""
    for paper in papers:
        text += ("、" if text.endswith("）") else "") + cited(paper)
    return text


def whole_words(catalogue: Catalogue, plan: Plan | None = None) -> tuple[str, ...]:
    """Words of the registers that a title line should not cut."""
    registers = catalogue.registers
    chain = registers.place_chain(plan.place) if plan else ()
    places = [name for place in chain for name in (place.name, place.short)]
    named = (registers.departments, registers.topics, registers.terms, registers.enterprises)
    issuers = plan.issuers if plan else ()
    return (*places, *issuers, *(name for register in named for name in register.names()))

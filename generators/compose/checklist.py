"""企业自查表: what a firm must check, by how often, each line with its source, its record and room for the result."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from generators.blocks import Block, Column, Document, Heading, Para, ParaKind, Sheet, Table, Title
from generators.compose import cells
from generators.compose.frame import BLANK_DATE, BLANK_LINE, NO_FIELDS, Fields, plan_of, sample, whole_words
from generators.compose.title import SIDEWAYS_LINE, break_title
from zerenku.catalogue.catalogue import Catalogue
from zerenku.catalogue.enterprises import Firm
from zerenku.catalogue.entries import LinkedDuty
from zerenku.catalogue.frequency import by_frequency
from zerenku.errors import UnknownName
from zerenku.model.numerals import int_to_chinese
from zerenku.model.plan import Plan

FIELDS: Final = ("企业名称", "填报人")
COLUMNS: Final = (
    Column(name="序号", weight=3, centred=True),
    Column(name="检查内容", weight=20),
    Column(name="依据", weight=8),
    Column(name="频次或时限", weight=7.5),
    Column(name="留存记录", weight=8),
    Column(name="检查结果", weight=5, centred=True),
    Column(name="整改情况", weight=7),
)
RESULT: Final = "□符合\n□不符合"
MOST_WORDS: Final = 4
NOTE: Final = (
    "注：“留存记录”栏画横线的，原文没有写明留什么记录；“频次或时限”栏写“原文未写”的，是长期坚持或一次做到的要求。"
)
CAUTION: Final = "检查内容系摘编，以原文为准；法律法规和标准另有规定的，从其规定。"


def compose_checklist(
    catalogue: Catalogue,
    enterprise_ids: Sequence[str],
    *,
    place_id: str | None = None,
    plan_id: str | None = None,
    fields: Mapping[str, str] = NO_FIELDS,
) -> Document:
    """The sheet for a firm with those kinds, sizes, operations and roles, in one place or plan or in all.

    UnknownName when a word, place, plan or field is not known, or no word is given.
    """
    filled = Fields.of(fields, FIELDS)
    plan = plan_of(catalogue, plan_id) if plan_id else None
    firm = Firm.of(catalogue.registers, enterprise_ids)
    if not firm.chosen:
        raise UnknownName("企业类别", "（未填）")
    duties = catalogue.obligations_of(firm, place_id=place_id, plan_id=plan_id)
    kinds = "、".join(word.name for word in firm.chosen)
    title = f"{kinds}安全生产自查表" if len(firm.chosen) == 1 else "企业安全生产自查表"
    lines = break_title(title, whole=whole_words(catalogue, plan), line=SIDEWAYS_LINE)
    plans = list({duty.plan.id: duty.plan for duty in duties}.values())
    tags = cells.plan_tags(plans, catalogue.registers.places.entries) if len(plans) > 1 else {}
    blocks = (
        Sheet(title=Title(lines), lead=tuple(_lead(catalogue, kinds, place_id, filled)), sideways=True),
        *_tables(firm, duties, tags),
        *_foot(plans, tags, filled),
    )
    return sample(title, blocks, subject=f"适用：{kinds}", keywords=("自查表", *(word.name for word in firm.chosen)))


def _lead(catalogue: Catalogue, kinds: str, place_id: str | None, fields: Fields) -> Iterator[str]:
    yield f"企业名称：{fields.text('企业名称', BLANK_LINE * 2)}　　自查日期：{BLANK_DATE}"
    place = catalogue.registers.places.get(place_id) if place_id else None
    yield f"适用：{kinds}" + (f"　　所在地：{place.name}" if place else "")


def _tables(firm: Firm, duties: Sequence[LinkedDuty], tags: Mapping[str, str]) -> Iterator[Block]:
    """A heading and a table for each frequency; lines are numbered through."""
    number = 0
    for index, (frequency, members) in enumerate(by_frequency(duties), start=1):
        yield Heading(level=1, text=f"{int_to_chinese(index)}、{frequency.label}（{len(members)}项）")
        rows = []
        for duty in members:
            number += 1
            rows.append((str(number), *_cells(firm, duty, tags.get(duty.plan.id, ""))))
        yield Table(columns=COLUMNS, rows=tuple(rows), anchors=tuple(map(cells.row_anchor, members)))
    if not duties:
        yield Para.of("所选地区、方案中没有写到这类企业的要求。")


def _cells(firm: Firm, duty: LinkedDuty, tag: str) -> tuple[str, ...]:
    words = firm.because(duty)
    more = "等" if len(words) > MOST_WORDS else ""
    scope = f"（适用：{'、'.join(words[:MOST_WORDS])}{more}）" if words else ""
    return (
        cells.firm_requirement(duty) + scope,
        cells.source_cell(duty, tag=tag),
        cells.time_cell(duty),
        duty.duty.evidence or cells.NONE,
        RESULT,
        "",
    )


def _foot(plans: Sequence[Plan], tags: Mapping[str, str], fields: Fields) -> Iterator[Block]:
    yield Para.of(NOTE, kind=ParaKind.NOTE)
    if plans:
        named = "；".join(f"{tags[plan.id]}为《{plan.title}》" if tags else f"《{plan.title}》" for plan in plans)
        yield Para.of(f"“依据”：{named}。", kind=ParaKind.NOTE)
    yield Para.of(CAUTION, kind=ParaKind.NOTE)
    yield Para.of(f"检查人：{fields.text('填报人', BLANK_LINE)}　　企业负责人：{BLANK_LINE}")

"""Papers that `zerenku draft` makes from the catalogue alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, Literal

import click

from generators.blocks import Document
from generators.compose import checklist, duties, ledger, notice, plan, tasks, upward
from zerenku.cli.draft_kinds import BLANK_FORM, SAMPLE, Paper, Wish
from zerenku.cli.draft_layout import write_docx
from zerenku.errors import UnknownName
from zerenku.model.register import Department

FIELDS_OF: Final[Mapping[str, tuple[str, ...]]] = {
    "notice": notice.FIELDS,
    "plan": plan.FIELDS,
    "tasks": tasks.FIELDS,
    "duties": duties.FIELDS,
    "checklist": checklist.FIELDS,
    "ledger": ledger.FIELDS,
    "upward": upward.FIELDS,
}


def department_id(wish: Wish) -> str | None:
    """The id of the department named, by id or by any of its names in the plan's place."""
    if wish.department is None:
        return None
    found = _department(wish, wish.department)
    if found is None:
        raise UnknownName("部门", wish.department, wish.catalogue.registers.departments.near(wish.department))
    return found.id


def _department(wish: Wish, name: str) -> Department | None:
    registers = wish.catalogue.registers
    if found := registers.departments.get(name):
        return found
    if wish.plan is not None:
        return registers.department(name, place_id=wish.plan.place)
    named = registers.departments.named(name)
    return named[0] if len(named) == 1 else None


def _paper(document: Document, *, called: str = "样稿", say: str = SAMPLE) -> Paper:
    return Paper(document.title, write_docx(document), called=called, say=say)


def make_notice(wish: Wish) -> Iterator[Paper]:
    """印发通知: our excerpt as a 样稿, or the plan's own text where it holds it."""
    if wish.of.opening is not None:
        yield _final(wish, "notice")
    else:
        yield _paper(notice.compose_notice(wish.catalogue, wish.of.id, fields=wish.fields))


def make_plan(wish: Wish) -> Iterator[Paper]:
    """The plan alone, likewise."""
    if wish.of.opening is not None:
        yield _final(wish, "plan")
    else:
        yield _paper(plan.compose_plan(wish.catalogue, wish.of.id, fields=wish.fields))


def _final(wish: Wish, part: Literal["notice", "plan"]) -> Paper:
    """A plan whose source holds its own text may be issued as it stands."""
    from generators.compose import held_text  # noqa: PLC0415 - reads texts as the importer does; for such plans only

    done = held_text.from_plan(wish.catalogue, wish.of.id, kind=part, fields=wish.fields)
    data = write_docx(done.document, verbatim=True)
    return Paper(done.document.title, data, called="正式稿", say="文字逐字取自方案的原文", remarks=done.remarks)


def make_tasks(wish: Wish) -> Iterator[Paper]:
    """任务分解表."""
    made = tasks.compose_tasks(wish.catalogue, wish.of.id, department_id=department_id(wish), fields=wish.fields)
    yield _paper(made)


def make_duties(wish: Wish) -> Iterator[Paper]:
    """部门责任清单 of one department, or of every department with something to do."""
    plan_id = wish.plan.id if wish.plan else None
    if department := department_id(wish):
        yield _paper(duties.compose_duties(wish.catalogue, department, plan_id=plan_id, fields=wish.fields))
        return
    above: list[str] = []
    for owner, document in duties.compose_all_duties(wish.catalogue, plan_id=plan_id, fields=wish.fields):
        if document is None:
            above.append(owner.name)
            continue
        # Departments of two places may bear one name; their ids differ.
        yield Paper(f"{owner.id.replace('/', '-')}-{owner.name}", write_docx(document))
    if above:
        click.echo(f"提示：没有写给上级的 {len(above)} 份：{'、'.join(above)}；要写时用 --department 单写", err=True)


def _meant(wish: Wish) -> tuple[str, ...]:
    """For whom a plan is meant: its scope, else the enterprises that its duties name, else every enterprise."""
    if wish.plan is None:
        return ()
    named = (
        party.enterprise.id
        for duty in wish.catalogue.duties_of(wish.plan.id)
        for party in duty.obliged
        if party.enterprise
    )
    everyone = (entry.id for entry in wish.catalogue.registers.enterprises.entries if entry.generic)
    return wish.plan.scope or tuple(dict.fromkeys(named)) or tuple(everyone)[:1]


def make_checklist(wish: Wish) -> Iterator[Paper]:
    """企业自查表 for the words given, else for whom the plan is meant."""
    registers = wish.catalogue.registers
    words = wish.words or _meant(wish)
    ids = []
    for word in words:
        found = registers.enterprises.get(word) or registers.enterprise(word)
        if found is None:
            raise UnknownName("企业类别", word, registers.enterprises.near(word))
        ids.append(found.id)
    place = (
        registers.places.get(wish.place) or next(iter(registers.places.named(wish.place)), None) if wish.place else None
    )
    if wish.place and place is None:
        raise UnknownName("地区", wish.place, registers.places.near(wish.place))
    made = checklist.compose_checklist(
        wish.catalogue,
        ids,
        place_id=place.id if place else None,
        plan_id=wish.plan.id if wish.plan else None,
        fields=wish.fields,
    )
    yield _paper(made)


def make_ledger(wish: Wish) -> Iterator[Paper]:
    """The blank 台账."""
    made = ledger.compose_ledger(
        wish.catalogue,
        plan_id=wish.plan.id if wish.plan else None,
        department_id=department_id(wish),
        fields=wish.fields,
    )
    yield _paper(made, called="空白台账", say=BLANK_FORM)


def make_upward(wish: Wish) -> Iterator[Paper]:
    """报告 to a superior."""
    yield _paper(upward.compose_upward(wish.catalogue, wish.of.id, fields=wish.fields))

"""The exported JSON has every key of the interchange format, and nothing of a source is lost on the way."""

import json
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

import pytest

import zerenku.model.clause
import zerenku.model.plan
from tests.repository import ROOT
from tests.support import catalogue_of, clause, plan
from zerenku.catalogue.catalogue import Catalogue
from zerenku.catalogue.interchange import plan_json
from zerenku.catalogue.link import link
from zerenku.model.plan import Plan
from zerenku.store.workspace import load

# The keys that the format promises, record by record.
PLAN = """id title number issuer issued printed addressees cc basis period attachments clauses stages reporting forms
    sets notes findings"""
CLAUSE = """path heading starts summary lead support joint inherits owner_text deadlines recurrence targets cites
    applies_to inline obliged assignments duties unconfirmed"""
DUTY = "id obliged do deadlines recurrence targets evidence stage"
RECORDS = {
    "attachments": "no title",
    "stages": "scope name from to",
    "reporting": "who to what due limit_chars",
    "clauses": CLAUSE,
    "deadlines": "date text what",
    "recurrence": "every n text who what",
    "targets": "op value unit text what",
    "assignments": "phrase lead support certainty covers",
    "duties": DUTY,
}

FULL = plan(
    """
    - mark: 一
      heading: 重点任务
      starts: 重点任务
      text: 一、重点任务
      summary: 排查仓库。
      assignments:
        - {certainty: lead, lead: [县应急局], support: [消防大队], phrase: 县应急局牵头, covers: [d1], inherits: true}
      duties:
        - id: d1
          obliged: [仓储企业]
          subject: [各村]
          do: 每月自查。
          deadlines: [{date: 2030-06-30, text: 6月底, what: 查完}]
          recurrence: [{every: month, n: 2, day: 5, text: 每月两次, who: 仓库, what: 自查}]
          targets: [{op: ">=", value: 95.5, unit: "%", text: 百分之九十五, what: 自查率}]
          evidence: 自查表
          stage: 自查
          applies_to: [动火作业]
          topics: [yinhuan]
      deadlines: [{date: 2030-07-01, text: 7月起, what: 开会}]
      recurrence: [{every: week, n: 3, day: 1, text: 每周三次, who: 镇政府, what: 碰头}]
      targets: [{op: "<=", value: 9, unit: 人, text: 九人, what: 人数}]
      cites: ["GB 30871-2022"]
      applies_to: [规模以上企业]
      topics: [xiaofang]
      inline: [一是]
      notes: [原文日期有误]
      unconfirmed: [duties/0/obliged]
      clauses: [{mark: （一）, heading: 小节, starts: 小节, summary: 概述}]
    """,
    notice_title="关于印发方案的通知",
    number="柳政〔2030〕3号",
    addressees="[各村]",
    cc="[县委]",
    issued="2030-03-05",
    printed="2030-03-06",
    printed_by="安办",
    summary="三个月整治。",
    basis="[qinghe-2030-8]",
    replaces="[liutang-2029]",
    replaced_by="liutang-2031",
    changes="[{date: 2030-04-01, what: 改正错字}]",
    period="[2030-03, 2030-05]",
    scope="[仓储企业]",
    stages="[{scope: 城区, name: 自查, from: 2030-03, to: 2030-04, clause: 一}]",
    reporting="[{who: [各村], to: [安办], what: 月报, due: {every: month, day: 15, text: 每月}, "
    "limit_chars: 500, clause: 一, form: yuebao, unconfirmed: [due]}, "
    "{who: [各村], what: 总结, due: {date: 2030-12-01}}]",
    forms="[{id: yuebao, title: 月报表, row_key: 村, note: 附注, columns: "
    "[{name: 仓库, unit: 家, columns: [{name: 已查, unit: 户}]}]}]",
    sets="[{name: 三关, term: sanguan, items: [{name: 关电, clause: 一, duty: d1}]}]",
    counted="[{part: 正文, items: 2}]",
    notes="[编者按语]",
    unconfirmed="[issued]",
    attachments="[{no: 附件1, title: 月报表, form: yuebao, text: 附件1, closing: 附注完, "
    "clauses: [{mark: 一, starts: 填表}]}]",
    opening="版头",
    closing="署名",
)


@pytest.fixture(scope="module")
def full() -> Catalogue:
    return catalogue_of(FULL, plan(id="liutang-2029"), plan(id="liutang-2031"))


@pytest.fixture(scope="module")
def example() -> dict[str, Any]:
    catalogue = load(ROOT / "zerenku" / "starter").sealed()
    found: dict[str, Any] = json.loads(json.dumps(plan_json(catalogue, catalogue.plans[0])))
    return found


def test_example_has_every_key(example: dict[str, Any]) -> None:
    assert set(PLAN.split()) <= set(example)

    def walk(value: Any, key: str) -> Iterator[str]:
        if isinstance(value, list):
            for item in value:
                yield from walk(item, key)
        elif isinstance(value, dict):
            if key in RECORDS:
                assert set(RECORDS[key].split()) <= set(value), key
                yield key
            for name, item in value.items():
                yield from walk(item, name)

    assert set(walk(example, "")) | {"attachments"} == set(RECORDS)


def test_example_says_what_the_source_says(example: dict[str, Any]) -> None:
    assert (example["id"], example["issued"], example["printed"]) == ("liutang-2030", "2030-03-05", None)
    assert example["issuer"] == ["平川县柳塘镇人民政府"]
    assert example["basis"] == ["《平川县仓储场所消防整治方案》（平安〔2030〕8号）"]
    assert example["period"] == ["2030-03", "2030-05"]
    assert example["stages"][0]["from"] == "2030-03"
    assert example["reporting"][0]["due"] == {"every": "month", "day": 25}
    assert [item["path"] for item in example["clauses"]] == [["一"], ["二"], ["二", "（一）"], ["二", "（二）"]]
    first, chapter, section, last = example["clauses"]
    assert first["targets"][0]["value"] == 100
    assert isinstance(first["targets"][0]["value"], int)
    assert (first["obliged"], chapter["obliged"], section["obliged"]) == ("department", None, "enterprise")
    assert (section["lead"], section["support"], section["joint"]) == (["镇安全科"], ["各村居"], False)
    assert (last["lead"], last["support"], last["joint"]) == (["镇安全科", "镇消防队"], [], True)
    assert last["owner_text"] == "镇安全科、镇消防队按职责分工负责"
    assert (first["owner_text"], first["lead"]) == (None, [])
    assert [duty["id"] for duty in last["duties"]] == ["d1", "d2", "d3"]
    assert last["assignments"][0]["covers"] == ["d3"]
    assert last["duties"][0]["topics"] == ["donghuo"]


@pytest.mark.parametrize(("value", "shown"), [("100", "100"), ("0.5", "0.5"), ("10.0", "10"), ("1e3", "1000")])
def test_numbers_are_as_round_as_written(value: str, shown: str) -> None:
    target = f"targets: [{{op: '>=', value: {value}, unit: 家, text: 若干家}}]"
    catalogue = catalogue_of(plan(clause(target)))
    found = plan_json(catalogue, catalogue.plans[0])["clauses"][0]["targets"][0]["value"]
    assert json.dumps(found) == shown


def test_due_is_a_rule_or_a_date() -> None:
    dues = ["{every: month, day: 15, text: 甲}", "{every: quarter}", "{date: 2030-12-01}", "{text: 会后}", "~"]
    reports = ", ".join(f"{{who: [各村], what: 月报, due: {due}}}" for due in dues)
    catalogue = catalogue_of(plan(reporting=f"[{reports}]"))
    found = plan_json(catalogue, catalogue.plans[0])["reporting"]
    assert [item["due"] for item in found] == [
        {"every": "month", "day": 15},
        {"every": "quarter"},
        "2030-12-01",
        None,
        None,
    ]
    assert [item["due_text"] for item in found] == ["甲", "", "", "会后", None]


# ------------------------------------------------------------------------------- nothing is dropped on the way out

RECORD_CLASSES = {
    value
    for module in (zerenku.model.clause, zerenku.model.plan)
    for value in vars(module).values()
    if is_dataclass(value) and isinstance(value, type) and value.__module__ == module.__name__
}
Step = tuple[str, int | None]


def other(value: Any) -> Any:
    """A value of the same kind that is not the same."""
    match value:
        case StrEnum():
            return next(member for member in type(value) if member != value)
        case bool():
            return not value
        case int() | float():
            return value + 1
        case date():
            return value + timedelta(days=1)
    return f"{value}一"


def variants(record: Any, trail: str = "") -> Iterator[tuple[str, Any]]:
    """(`Duty.evidence`, the record with only that changed), for every value in it and below it."""
    for item in fields(record):
        name, value = f"{type(record).__name__}.{item.name}", getattr(record, item.name)
        if item.name == "span":
            continue
        members = value if isinstance(value, tuple) else (value,)
        for index, member in enumerate(members):
            below = variants(member) if is_dataclass(member) else [(name, other(member))] if member is not None else []
            for changed, new in below:
                whole = (*members[:index], new, *members[index + 1 :]) if isinstance(value, tuple) else new
                yield changed, replace(record, **{item.name: whole})


def test_every_field_reaches_the_export(full: Catalogue) -> None:
    source = full.plan("liutang-2030")
    assert source is not None
    rest = [item for item in full.plans if item is not source]

    def exported(changed: Plan) -> object:
        catalogue, _ = link([changed, *rest], full.registers)
        return plan_json(catalogue, changed)

    before, seen, dropped = exported(source), set(), set()
    for name, changed in variants(source):
        seen.add(name)
        if exported(changed) == before:
            dropped.add(name)
    assert dropped <= VERBATIM
    described = {f"{record.__name__}.{item.name}" for record in RECORD_CLASSES for item in fields(record)}
    leaves = {name for name in described if name in seen}
    unseen = {name for name in described - leaves if not name.endswith(".span")}
    assert unseen == HOLDERS, "the full plan of this test must fill every field"


# The original's own words, kept when a user imports a plan: the format has them in imports only.
VERBATIM = {"Clause.text", "Attachment.text", "Attachment.closing", "Plan.opening", "Plan.closing"}
# Fields that hold further records; those are looked into instead.
HOLDERS = {
    *("Plan.changes", "Plan.stages", "Plan.reporting", "Plan.forms", "Plan.sets", "Plan.counted", "Plan.clauses"),
    "Plan.attachments",
    *(
        "Clause.assignments",
        "Clause.duties",
        "Clause.deadlines",
        "Clause.recurrence",
        "Clause.targets",
        "Clause.clauses",
    ),
    *("Duty.deadlines", "Duty.recurrence", "Duty.targets", "Reporting.due", "Form.columns", "Column.columns"),
    *("NamedSet.items", "Attachment.clauses"),
}

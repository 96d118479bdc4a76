"""What every record of the model promises: frozen, slotted, keyword-only, each field described for authors."""

import re
from dataclasses import FrozenInstanceError, fields
from datetime import date
from typing import Any

import pytest

import zerenku.model.clause
import zerenku.model.plan
import zerenku.model.register
from tests.model.kinds import kinds_in
from zerenku.model.clause import Deadline
from zerenku.model.finding import Finding, Severity
from zerenku.model.place import Span

MODULES = (zerenku.model.clause, zerenku.model.plan, zerenku.model.register)
RECORDS = kinds_in(MODULES)


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_record_is_sealed_and_described(record: Any) -> None:
    assert record.__dataclass_params__.frozen
    assert record.__slots__
    for item in fields(record):
        assert item.kw_only, item.name
        if item.name == "span":
            assert not item.compare, "where a record stands is no part of what it says"
        else:
            assert re.search(r"[\u4e00-\u9fff]", item.metadata["description"]), item.name


def test_records_have_no_setter() -> None:
    deadline = Deadline(date=date(2030, 5, 31), text="5月底前")
    with pytest.raises(FrozenInstanceError):
        deadline.text = "6月底前"  # type: ignore[misc]


def test_same_facts_at_other_places_are_equal() -> None:
    one = Deadline(date=date(2030, 5, 31), text="5月底前", span=Span("a.yml", 3))
    assert one == Deadline(date=date(2030, 5, 31), text="5月底前", span=Span("b.yml", 9))


def test_finding_is_one_line() -> None:
    finding = Finding(Span("content/plans/liutang-2030.yml", 41, 7), "unknown-department", "没有这个部门：安监所")
    assert str(finding) == "content/plans/liutang-2030.yml:41:7: error 没有这个部门：安监所 [unknown-department]"
    advised = Finding(finding.span, "unconfirmed", "待确认：issued", Severity.WARNING, "核对原文")
    assert str(advised) == "content/plans/liutang-2030.yml:41:7: warning 待确认：issued；核对原文 [unconfirmed]"


def test_findings_sort_by_place() -> None:
    spans = [Span("b.yml", 1), Span("a.yml", 10, 2), Span("a.yml", 9, 30), Span("a.yml", 10, 1)]
    found = sorted(Finding(span, "rule", "某处有误") for span in spans)
    assert [str(finding.span) for finding in found] == ["a.yml:9:30", "a.yml:10:1", "a.yml:10:2", "b.yml:1:1"]

"""Digests of records: equal for equal content, whoever made it, and for nothing else."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any

import pytest

from tests.support import catalogue_of, clause, loaded, plan
from zerenku.catalogue.digest import MARK, Digester
from zerenku.model.clause import Certainty, Deadline
from zerenku.model.place import Span

LED = clause("assignments: [{certainty: lead, lead: [镇政府]}]", duty="deadlines: [{date: 2030-06-30, text: 6月底前}]")


class Marked(str):
    """Text that is more than text, as markup is."""

    __slots__ = ()


class Sure(StrEnum):
    LEAD = "lead"


@dataclass(frozen=True, slots=True)
class Row:
    text: str
    names: tuple[str, ...] = ()


DIFFERENT: dict[str, tuple[object, object]] = {
    "where one ends": (("a", "b"), ("ab", "")),
    "nesting": (("a", ("b",)), ("a", "b")),
    "a number and its text": (1, "1"),
    "a number and a truth": (1, True),
    "whole and not": (1, 1.0),
    "nothing and no text": (None, ""),
    "a day and its text": (date(2030, 6, 30), "2030-06-30"),
    "a member and its value": (Certainty.LEAD, "lead"),
    "members of two kinds": (Certainty.LEAD, Sure.LEAD),
    "bytes and text": (b"a", "a"),
    "an empty mapping and set": ({}, frozenset()),
    "an empty mapping and list": ({}, []),
    "a mapping and its pairs": ({"a": 1}, [("a", 1)]),
    "the order of keys": ({"a": 1, "b": 2}, {"b": 2, "a": 1}),
    "records of two kinds": (Row("a"), ("a", ())),
    "one field more": (Row("a", ("b",)), Row("a")),
    "long lists": (tuple(range(40)), (*range(39), 0)),
}


@pytest.mark.parametrize(("one", "other"), DIFFERENT.values(), ids=DIFFERENT)
def test_what_differs_has_another_digest(one: object, other: object) -> None:
    assert Digester().of(one) != Digester().of(other)
    together = Digester()
    assert together.of(one) != together.of(other)


EQUAL: dict[str, tuple[object, object]] = {
    "sequences": (("a", "b"), ["a", "b"]),
    "sets": (frozenset("abcdef"), frozenset("fedcba")),
    "text that is more than text": (Row("a"), Row(Marked("a"))),
    "such text alone": ("a", Marked("a")),
    "strings made apart": (("甲乙", "甲乙"), ("甲乙", "甲甲乙"[1:])),
    "where a record stands": (
        Deadline(date=date(2030, 6, 30), text="6月底前", span=Span("a.yml", 3, 1)),
        Deadline(date=date(2030, 6, 30), text="6月底前"),
    ),
}


@pytest.mark.parametrize(("one", "other"), EQUAL.values(), ids=EQUAL)
def test_what_is_equal_has_the_same_digest(one: object, other: object) -> None:
    assert Digester().of(one) == Digester().of(other)


def test_a_member_in_a_field_for_text_is_told_as_a_member() -> None:
    assert Digester().of(Row(Certainty.LEAD)) != Digester().of(Row("lead"))


def test_what_was_learnt_is_what_would_be_told() -> None:
    item = loaded(plan(LED)).plans[0]
    again = loaded(plan(LED)).plans[0]
    assert item.linked is not None
    assert again.linked is not None
    marks = Digester().marks(item.linked.records)
    assert len(marks) == MARK * len(item.linked.records)
    learned = Digester()
    learned.learn(again.linked.records, marks)
    assert learned.of(again.linked.records) == Digester().of(item.linked.records)
    with pytest.raises(ValueError, match="zip"):
        Digester().learn(item.linked.records, marks[:-MARK])


@pytest.mark.parametrize("field", ["do", "deadlines"])
def test_a_duty_is_told_with_all_that_is_its_own(field: str) -> None:
    duty = catalogue_of(plan(LED)).duties[0]
    other: dict[str, Any] = {"do": "整改。", "deadlines": ()}
    changed = replace(duty, duty=replace(duty.duty, **{field: other[field]}))
    assert Digester().of(duty) == Digester().of(replace(duty))
    assert Digester().of(duty) != Digester().of(changed)

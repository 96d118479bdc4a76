"""The figures are computed as they are called, and the default engine meets the committed floors."""

from __future__ import annotations

import pytest

from search.engines import DEFAULT
from tests.relevance.labels import NOT_FOUND, Label, Owner, Query, read_queries
from tests.relevance.metrics import Outcome, Said, averages, worst
from tests.relevance.run import below, by_kind, lifted, measure, read_floors, report
from tests.repository import ROOT
from zerenku.store.workspace import load


def query(*labels: tuple[str, int], owners: tuple[Owner, ...] = ()) -> Query:
    right = tuple(Label(anchor, grade) for anchor, grade in labels)
    return Query("谁管", "owner", "alias", right, owners, "owners.yml", 1)


def outcome(asked: Query, *anchors: str, sure: bool = True, said: Said | None = None) -> Outcome:
    return Outcome(asked, anchors, ("all",) * len(anchors), sure, said)


@pytest.mark.parametrize(
    ("anchors", "figures"),
    [
        (("a", "b"), (1.0, 1.0, 1.0, 1.0)),
        (("b", "a"), (0.0, 1.0, 0.5, 0.7967)),
        (("x", "y", "z", "a"), (0.0, 0.0, 0.25, 0.3558)),
        (("x",), (0.0, 0.0, 0.0, 0.0)),
        ((), (0.0, 0.0, 0.0, 0.0)),
    ],
)
def test_figures(anchors: tuple[str, ...], figures: tuple[float, ...]) -> None:
    found = outcome(query(("a", 2), ("b", 1)), *anchors).figures
    assert tuple(found.values()) == pytest.approx(figures, abs=1e-4)


def test_a_related_clause_alone_is_no_success() -> None:
    assert outcome(query(("a", 2), ("b", 1)), "b").figures["success@3"] == 0.0


def test_without_an_answer_none_may_be_claimed() -> None:
    assert outcome(query()).figures["success@1"] == 1.0
    assert outcome(query(), "x", sure=False).figures["success@1"] == 1.0
    assert outcome(query(), "x").figures["success@1"] == 0.0


@pytest.mark.parametrize(
    ("said", "right"),
    [
        (Said("lead", ("甲局",)), True),
        (Said("lead", ("甲局", "乙局")), False),
        (Said("joint", ("甲局",)), False),
        (Said("none", ("丙厂", "丁厂")), True),
        (Said("none", ("丁厂",)), False),
        (Said(NOT_FOUND), False),
    ],
)
def test_owners(said: Said, *, right: bool) -> None:
    asked = query(("a", 2), owners=(Owner("lead", ("甲局",)), Owner("none", ("丙厂",))))
    assert outcome(asked, "a", said=said).owner_is_right is right


def test_not_found_is_an_answer_too() -> None:
    asked = query(owners=(Owner(NOT_FOUND),))
    assert outcome(asked, said=Said(NOT_FOUND)).owner_is_right
    assert averages([outcome(asked, said=Said("lead", ("甲局",)))])["who"] == 0.0


def test_the_worst_come_first() -> None:
    asked = query(("a", 2))
    rows = [outcome(asked, "a"), outcome(asked, "x", "a"), outcome(asked, "x")]
    assert worst(rows, most=5) == [rows[2], rows[1]]


def test_floors_only_rise() -> None:
    floors = {"甲": {"all": {"MRR@10": 0.5, "who": 0.9}}}
    assert lifted(floors, {"甲": {"all": {"MRR@10": 0.71239, "who": 0.8}}, "乙": {"all": {"MRR@10": 0.1}}}) == {
        "甲": {"all": {"MRR@10": 0.712, "who": 0.9}},
        "乙": {"all": {"MRR@10": 0.1}},
    }
    assert list(below({"甲": {"all": {"MRR@10": 0.5, "who": 0.8}}}, floors)) == ["低于下限：甲 all who 0.8000 < 0.900"]
    assert not list(below({"乙": {}}, floors))


def test_the_default_engine_meets_the_floors() -> None:
    outcomes = measure(load(ROOT).sealed(), read_queries(), engine=DEFAULT)
    measured = {DEFAULT: by_kind(outcomes)}
    assert read_floors()[DEFAULT]["all"].keys() == measured[DEFAULT]["all"].keys()
    assert list(below(measured, read_floors())) == []
    shown = "\n".join(report(DEFAULT, measured[DEFAULT], outcomes))
    assert f"{DEFAULT}：{len(outcomes)} 题" in shown
    assert "最差的 20 题" in shown

"""Files to take away besides papers: which there are, what is in them, and when they must be made again."""

import json
import re

import pytest

from generators.site.takeaway import plan_files
from tests.support import clause, loaded, plan
from zerenku.build.offers import OfferWriter, offer_keys
from zerenku.catalogue.digest import Digester
from zerenku.catalogue.interchange import plan_json
from zerenku.store.workspace import Loaded

DATED = clause(duty="deadlines: [{date: 2030-06-30, text: 6月底前}]")


def desk(do: str = "每日巡查。") -> Loaded:
    """Two plans of one town; the first says `do`."""
    return loaded(plan(DATED.replace("每日巡查。", do)), plan(DATED, id="sangyuan-2030", place="sangyuan"))


def keys_of(found: Loaded) -> dict[str, str]:
    return offer_keys(found.sealed(), found.sources, Digester())


def test_every_plan_has_data_and_whoever_has_something_due_a_calendar() -> None:
    assert set(keys_of(desk())) == {
        "calendars/plan-liutang-2030.ics",
        "calendars/plan-sangyuan-2030.ics",
        "calendars/department-liutang-zhengfu.ics",
        "calendars/department-sangyuan-zhengfu.ics",
        *(f"data/{name}{suffix}" for name in ("liutang-2030", "sangyuan-2030") for suffix in SUFFIXES),
    }


SUFFIXES = (".json", ".csv", ".xlsx")


def test_pages_offer_them_by_the_same_names() -> None:
    found = desk()
    named = {name for _, name in plan_files(found.sealed().plans[0])}
    # Papers lie in downloads/, and are made elsewhere.
    assert {name for name in named if not name.startswith("downloads/")} <= set(keys_of(found))


def test_what_is_in_them() -> None:
    found = desk().sealed()
    writer = OfferWriter(found)
    assert json.loads(writer.file("data/liutang-2030.json")) == plan_json(found, found.plans[0])
    assert "liutang-2030/1-d1" in writer.file("data/liutang-2030.csv").decode("utf-8-sig")
    assert writer.file("data/liutang-2030.xlsx").startswith(b"PK")
    calendar = writer.file("calendars/department-liutang-zhengfu.ics")
    assert re.findall(rb"UID:(.*)\r\n", calendar) == [b"liutang-2030/1-d1-20300630@zerenku"]
    with pytest.raises(KeyError):
        writer.file("data/nowhere.json")


def changed(one: Loaded, two: Loaded) -> set[str]:
    before, after = keys_of(one), keys_of(two)
    return {name for name in before if before[name] != after[name]}


def test_an_edit_of_one_plan_touches_what_is_made_from_it() -> None:
    data = {f"data/liutang-2030{suffix}" for suffix in SUFFIXES}
    calendars = {"calendars/plan-liutang-2030.ics", "calendars/department-liutang-zhengfu.ics"}
    assert changed(desk(), desk("每周巡查。")) == data | calendars


def test_calendars_stay_when_nothing_that_falls_due_changed() -> None:
    def with_note(note: str) -> Loaded:
        return loaded(plan(DATED, notes=f"[{note}]"))

    assert changed(with_note("一处笔误。"), with_note("两处笔误。")) == {
        f"data/liutang-2030{item}" for item in SUFFIXES
    }

"""Files to take away besides papers: which there are, what is in them, and when they must be made again."""

import json
import re

import pytest

from generators.site.takeaway import plan_files
from tests.support import clause, loaded, plan
from zerenku.build.offers import OfferWriter, offer_keys, offered
from zerenku.catalogue.interchange import plan_json
from zerenku.store.workspace import Loaded

DATED = clause(duty="deadlines: [{date: 2030-06-30, text: 6月底前}]")


def desk(do: str = "每日巡查。") -> Loaded:
    """Two plans of one town; the first says `do`."""
    return loaded(plan(DATED.replace("每日巡查。", do)), plan(DATED, id="sangyuan-2030", place="sangyuan"))


def test_every_plan_has_data_and_whoever_has_something_due_a_calendar() -> None:
    names = offered(desk().sealed())
    assert names == {
        "calendars/plan-liutang-2030.ics": ("liutang-2030",),
        "calendars/plan-sangyuan-2030.ics": ("sangyuan-2030",),
        "calendars/department-liutang-zhengfu.ics": ("liutang-2030",),
        "calendars/department-sangyuan-zhengfu.ics": ("sangyuan-2030",),
        **{f"data/{name}{suffix}": (name,) for name in ("liutang-2030", "sangyuan-2030") for suffix in SUFFIXES},
    }


SUFFIXES = (".json", ".csv", ".xlsx")


def test_pages_offer_them_by_the_same_names() -> None:
    found = desk().sealed()
    named = {name for _, name in plan_files(found.plans[0])}
    # Papers lie in downloads/, and are made elsewhere.
    assert {name for name in named if not name.startswith("downloads/")} <= set(offered(found))


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


def test_an_edit_of_one_plan_touches_what_is_made_from_it() -> None:
    one, two = (offer_keys(item.sealed(), item.sources) for item in (desk(), desk("每周巡查。")))
    assert {name for name in one if one[name] != two[name]} == {
        name for name, plans in offered(desk().sealed()).items() if "liutang-2030" in plans
    }

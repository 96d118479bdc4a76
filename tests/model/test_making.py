"""Records made by way of an unfrozen twin are in nothing unlike those that their class makes."""

from dataclasses import FrozenInstanceError, fields
from datetime import date
from operator import attrgetter
from typing import Any

import pytest

import zerenku.catalogue.entries
import zerenku.catalogue.link
import zerenku.catalogue.registers
import zerenku.model.clause
import zerenku.model.finding
import zerenku.model.path
import zerenku.model.place
import zerenku.model.plan
import zerenku.model.register
import zerenku.store.shelf
from tests.model.kinds import kinds_in
from zerenku.model.clause import Deadline, Duty
from zerenku.model.making import changer, maker, values_of
from zerenku.model.place import Span

MODULES = (
    *(zerenku.catalogue.entries, zerenku.catalogue.link, zerenku.catalogue.registers, zerenku.store.shelf),
    *(zerenku.model.clause, zerenku.model.finding, zerenku.model.path, zerenku.model.place, zerenku.model.plan),
    zerenku.model.register,
)
RECORDS = kinds_in(MODULES)


@pytest.mark.parametrize("kind", RECORDS, ids=lambda kind: kind.__name__)
def test_every_kind_of_record_can_be_made(kind: Any) -> None:
    values = {item.name: item.name for item in fields(kind)}
    if "span" in values:
        values["span"] = Span("content/plans/a.yml", 3, 5)  # type: ignore[assignment]
    before = kind(**values)
    made = maker(kind)(*(attrgetter(name)(before) for name in values_of(kind)))
    assert type(made) is kind
    assert made == before
    assert repr(made) == repr(before)
    assert [getattr(made, name) for name in values] == list(values.values())
    with pytest.raises(FrozenInstanceError):
        setattr(made, next(iter(values)), "")


def test_a_changed_record_is_another() -> None:
    due = Deadline(date=date(2030, 6, 30), text="6月底前", span=Span("a.yml", 2, 3))
    duty = Duty(obliged=("镇政府",), do="巡查", deadlines=(due,), span=Span("a.yml", 1, 1))
    changed = changer(Duty, "id", "do")(duty, "d7", "整改")
    assert (duty.id, duty.do) != (changed.id, changed.do) == ("d7", "整改")
    assert changed == Duty(id="d7", obliged=("镇政府",), do="整改", deadlines=(due,))
    assert changed.deadlines[0] is due
    assert changed.span == duty.span

"""Records as bytes and back: equal, sharing what registers hold, and deaf to whatever else may stand in a file."""

import pickle
from datetime import date

import pytest

from tests.support import clause, loaded, plan
from zerenku.model.clause import Certainty, Deadline
from zerenku.store.packing import Unreadable, pack, unpack

TWO = clause("assignments: [{certainty: lead, lead: [镇政府]}]", duty="deadlines: [{date: 2030-06-30, text: 6月底前}]")


def test_linked_plans_come_back_as_they_were() -> None:
    found = loaded(plan(TWO))
    registers = found.sealed().registers
    item = found.plans[0]
    again = unpack(pack(item, registers), registers)
    assert again == item
    duty, before = again.linked.clauses[0].duties[0], found.sealed().duties[0]
    assert duty is not before
    assert duty.duty.span == before.duty.span
    assert duty.certainty == before.certainty
    assert duty.assignments[0].lead[0] is before.assignments[0].lead[0], "departments go on being shared"


def test_plain_values_without_registers() -> None:
    value = (Deadline(date=date(2030, 6, 30), text="6月底前"), Certainty.LEAD, None, ("甲", 1, 2.5, True))
    assert unpack(pack(value)) == value


def test_an_entry_that_is_gone_is_not_made_up() -> None:
    one, other = loaded(plan(TWO)), loaded(plan(TWO))
    packed = pack(one.plans[0], one.sealed().registers)
    without = other.sealed().registers
    without.departments._by_id.clear()
    with pytest.raises(Unreadable):
        unpack(packed, without)
    with pytest.raises(Unreadable):
        unpack(packed, None)


class Harmful:
    """Runs something when a careless reader makes it."""

    def __reduce__(self) -> tuple[object, ...]:
        return exec, ("raise SystemExit('run')",)


HOSTILE = {
    "a call": pickle.dumps(Harmful()),
    "a class of another library": pickle.dumps(pytest.Item),
    "what our modules import": b"cbuiltins\neval\n.",
    "by way of a module of ours": b"\x80\x04\x8c\x14zerenku.model.fields\x8c\x0bre.compile\x93.",
    "a function of ours": b"\x80\x04\x8c\x14zerenku.model.fields\x8c\x06filled\x93.",
    "an attribute of a record": b"\x80\x04\x8c\x13zerenku.model.place\x8c\x04Span\x93N}\x8c\x08__init__Ns\x86b.",
    "an attribute of an enum": b"\x80\x04\x8c\x14zerenku.model.clause\x8c\x05Every\x93N}\x8c\x09_missing_Ns\x86b.",
    "nothing": b"",
    "half": pack((Certainty.LEAD, "甲" * 99))[:40],
}


@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE)
def test_nothing_but_our_records_is_made(data: bytes) -> None:
    with pytest.raises(Unreadable):
        unpack(data)

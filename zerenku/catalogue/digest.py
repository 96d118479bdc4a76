"""Digests of records: equal for equal content, whatever the process, the day or the order of building.

Pages are made again when the digest of what they are made of changes. A digest follows a record into everything it
holds, with exceptions, each because following it would make every page hang on every line of a plan: where something
stands in its source (`span`), the clauses of a plan or attachment, the clauses below a clause and the duties in it, and
of a plan that is not itself an item by name of the page's data, but hangs on a duty, say, what only the plan's own page
tells (NOT_IN_ROWS). Pages get clauses and duties from the catalogue, linked; templates are refused the first
(`generators.site.pour.Guarded`), and a test over random edits stands for the last.
"""

from __future__ import annotations

import marshal
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from hashlib import blake2b
from operator import attrgetter, itemgetter
from types import FunctionType
from typing import Any, Final

from zerenku.catalogue.occurrences import Timed
from zerenku.catalogue.registers import Register
from zerenku.model.clause import Assignment, Clause, Deadline, Duty, Recurrence, Target
from zerenku.model.plan import Attachment, Plan

SIZE: Final = 16
MARK: Final = SIZE + 1
"""Bytes that tell of a record: one for its being a record, and its digest."""
EQUALLY: Final = 2
"""The version of `marshal` that writes equal values equally: later ones also write which are the same object."""
LONG: Final = 8
"""Items from which on a tuple is told by its digest."""
# What no row shows of its plan. A page that tells of a plan itself has it by name among its data, and gets it whole.
NOT_IN_ROWS: Final = frozenset(
    {"clauses", "summary", "notes", "changes", "stages", "reporting", "forms", "sets", "counted", "opening", "closing"}
)
UNFOLLOWED: Final[Mapping[type, frozenset[str]]] = {
    Plan: frozenset({"clauses"}),
    Attachment: frozenset({"clauses"}),
    Clause: frozenset({"clauses", "duties"}),
}


TOLD: Final = itemgetter(1)
# Each belongs to one other record: a digest of its own would be asked for once.
TOLD_INSIDE: Final = frozenset({Assignment, Deadline, Duty, Recurrence, Target})
PLAIN: Final[frozenset[type]] = frozenset({str, int, float, bool, type(None)})
EMPTY: Final[tuple[object, ...]] = ()
PLAIN_FIELDS: Final = frozenset(
    f"{name}{more}" for name in ("str", "int", "float", "bool", "Month", "tuple[str, ...]") for more in ("", " | None")
)
"""What is declared so is told as it is, most fields of records, without a look at its values."""


class Digester:
    """Digests with a memory: a record is followed once. What it remembers must not change, nor be let go of.

    A value is told in plain values, in such that no other value is told in, and these are digested together.
    """

    def __init__(self) -> None:
        self._known: dict[int, tuple[object, Any]] = {}
        self._plans: dict[int, tuple[object, bytes]] = {}
        self._records: dict[type, Callable[[Any], object]] = {}
        self._kinds: dict[type, Callable[[Any], object]] = {
            **dict.fromkeys(PLAIN, lambda value: value),
            tuple: self._tuple,
            list: self._sequence,
            date: lambda day: b"d" + day.isoformat().encode(),
            Plan: self._row_plan,
            Timed: self._timed,
            bytes: lambda data: b"b" + blake2b(data, digest_size=SIZE).digest(),
        }

    def marks(self, records: Iterable[object]) -> bytes:
        """What `learn` needs to know of records, in their order."""
        return b"".join(map(self._record, records))

    def learn(self, records: Sequence[object], marks: bytes) -> None:
        """Take the `marks` that another made of the same records, instead of following them."""
        each = [marks[start : start + MARK] for start in range(0, len(marks), MARK)]
        self._known.update(zip(map(id, records), zip(records, each, strict=True), strict=True))

    def of(self, *values: object) -> str:
        """The digest of all values together, in hexadecimal."""
        return self._digest(self._sequence(values)).hex()

    def _digest(self, told: Any) -> bytes:
        try:
            data = marshal.dumps(told, EQUALLY)
        except ValueError:
            # A field that is declared plain holds something more, such as markup.
            data = marshal.dumps(self._settled(told), EQUALLY)
        return blake2b(data, digest_size=SIZE).digest()

    def _settled(self, told: Any) -> Any:
        """What is told, with all told of in it that was taken for plain."""
        if type(told) is tuple or type(told) is list:
            return type(told)(map(self._settled, told))
        return told if type(told) is bytes else self._told(told)

    def _told(self, value: Any) -> object:
        """A value in plain values; TypeError for what has no content to go by."""
        return (self._kinds.get(type(value)) or self._other)(value)

    def _tuple(self, items: tuple[Any, ...]) -> object:
        """A sequence that cannot change is gone through once: many records and pages share theirs."""
        known = self._known.get(id(items))
        if known is None:
            told: object = self._sequence(items) if len(items) < LONG else b"t" + self._digest(self._long(items))
            known = self._known[id(items)] = items, told
        return known[1]

    def _long(self, items: tuple[Any, ...]) -> tuple[object, ...]:
        """As `_sequence`; lists of departments and topics name known records by the thousand."""
        try:
            return tuple(map(TOLD, map(self._known.__getitem__, map(id, items))))
        except KeyError:
            return self._sequence(items)

    def _sequence(self, items: Iterable[Any]) -> tuple[object, ...]:
        known, kinds, other = self._known, self._kinds, self._other
        # Most items are known records, and most others plain or nothing.
        return tuple(
            [
                found[1]
                if (found := known.get(id(item)))
                else item
                if item is EMPTY or type(item) in PLAIN
                else (kinds.get(type(item)) or other)(item)
                for item in items
            ]
        )

    def _other(self, value: Any) -> object:
        if not isinstance(value, type | Enum) and is_dataclass(value):
            teller = self._kinds[type(value)] = self._teller(type(value))
            return teller(value)
        if isinstance(value, Enum):
            teller = self._kinds[type(value)] = self._member
            return teller(value)
        if isinstance(value, str):
            return str(value)
        if isinstance(value, Mapping):
            # Nothing else is told as a list, but a set below, and that begins otherwise.
            return [
                (self._told(key), self._record(item) if type(item) is Plan else self._told(item))
                for key, item in value.items()
            ]
        if isinstance(value, set | frozenset):
            return [b"<", *sorted(marshal.dumps(self._settled(self._told(item)), EQUALLY) for item in value)]
        if isinstance(value, Register):
            return self._sequence(value.entries)
        if isinstance(value, FunctionType) and not value.__closure__:
            # What a function does is part of the program, which every page hangs on anyway.
            return f"p{value.__module__}.{value.__qualname__}".encode()
        raise TypeError(f"{type(value).__name__} 没有可比较的内容")

    def _member(self, value: Enum) -> bytes:
        told = f"e{type(value).__name__}.{value.name}".encode()
        self._known[id(value)] = value, told
        return told

    def _row_plan(self, plan: Plan) -> bytes:
        """What rows show of a plan."""
        known = self._known.get(id(plan))
        if known is None:
            shown = [getattr(plan, item.name) for item in fields(plan) if item.name not in NOT_IN_ROWS | {"span"}]
            known = self._known[id(plan)] = plan, b"P" + self._digest(self._sequence(shown))
        return known[1]

    def _timed(self, timed: Timed) -> bytes:
        """Its days follow from its rule and from the plan's period, which rows show."""
        told = b"o%b;%b" % (timed.key.encode(), self._record(timed.item))
        self._known[id(timed)] = timed, told
        return told

    def _record(self, value: Any) -> Any:
        """A record as a whole, and a plan, too."""
        if type(value) not in self._records:
            self._records[type(value)] = self._teller(type(value))
        return self._records[type(value)](value)

    def _teller(self, kind: type) -> Callable[[Any], object]:
        """What tells records of that class; built once, for there are hundreds of thousands of them."""
        pieces, digest = self._pieces(kind), self._digest
        # By itself a plan is remembered as rows show it.
        known = self._plans if kind is Plan else self._known
        frozen = kind.__dataclass_params__.frozen  # type: ignore[attr-defined]

        def told(value: Any) -> bytes:
            found = known.get(id(value))
            if found is not None:
                return found[1]
            mark = b"r" + digest(pieces(value))
            if frozen:
                known[id(value)] = value, mark
            return mark

        return pieces if kind in TOLD_INSIDE else told

    def _pieces(self, kind: type) -> Callable[[Any], tuple[object, ...]]:
        """What tells the fields of a record one by one."""
        left_out = UNFOLLOWED.get(kind, frozenset()) | {"span"}
        followed = [item for item in fields(kind) if item.compare and item.name not in left_out]
        plain = _getter([item.name for item in followed if item.type in PLAIN_FIELDS])
        other = [item for item in followed if item.type not in PLAIN_FIELDS]
        rest = _getter([item.name for item in other])
        # Lists of what belongs to a record are mostly all empty, and then no call is needed.
        lists = all(str(item.type).startswith("tuple[") for item in other)
        nothing = (EMPTY,) * len(other) if lists else None
        head, sequence = b"R" + kind.__qualname__.encode(), self._sequence

        def pieces(value: Any) -> tuple[object, ...]:
            others = rest(value)
            return head, plain(value), others if others == nothing else sequence(others)

        def pieces_and_more(value: Any) -> tuple[object, ...]:
            return *pieces(value), bool(value.clauses)

        return pieces_and_more if kind is Attachment else pieces


def _getter(names: list[str]) -> Callable[[Any], tuple[Any, ...]]:
    # Of one name alone `attrgetter` gives no tuple.
    if len(names) > 1:
        return attrgetter(*names)
    return (lambda value: (getattr(value, names[0]),)) if names else lambda _: EMPTY

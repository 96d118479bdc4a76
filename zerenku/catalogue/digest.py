"""Digests of records: equal for equal content, whatever the process, the day or the order of building.

Pages are made again when the digest of what they are made of changes. A digest follows a record into everything it
holds, with exceptions, each because following it would make every page hang on every line of a plan: where something
stands in its source (`span`), the clauses of a plan or attachment, the clauses below a clause and the duties in it, and
of a plan that is not itself an item by name of the page's data, but hangs on a duty, say, what only the plan's own page
tells (NOT_IN_ROWS). Pages get clauses and duties from the catalogue, linked; templates are refused the first
(`generators.site.pour.Guarded`), and a test over random edits stands for the last.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from hashlib import blake2b
from operator import attrgetter
from types import FunctionType
from typing import Any, Final

from zerenku.catalogue.registers import Register
from zerenku.model.clause import Clause
from zerenku.model.plan import Attachment, Plan

SIZE: Final = 16
EMPTY: Final = b"(0:)"
LONG: Final = 8
"""Items from which on the digest of a tuple is remembered: months and departments share their lists among pages."""
# What no row shows of its plan. A page that tells of a plan itself has it by name among its data, and gets it whole.
NOT_IN_ROWS: Final = frozenset(
    {"clauses", "summary", "notes", "changes", "stages", "reporting", "forms", "sets", "counted", "opening", "closing"}
)
UNFOLLOWED: Final[Mapping[type, frozenset[str]]] = {
    Plan: frozenset({"clauses"}),
    Attachment: frozenset({"clauses"}),
    Clause: frozenset({"clauses", "duties"}),
}


class Digester:
    """Digests with a memory: a record is followed once. What it remembers must not change, nor be let go of."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[object, bytes]] = {}
        self._plans: dict[int, tuple[object, bytes]] = {}
        self._records: dict[type, Callable[[Any], bytes]] = {}
        self._kinds: dict[type, Callable[[Any], bytes]] = {
            str: lambda text: b"s%d:%b" % (len(text), text.encode()),
            tuple: self._tuple,
            list: self._sequence,
            bool: lambda value: b"T" if value else b"F",
            int: lambda number: b"i%d;" % number,
            float: lambda number: b"f%b;" % repr(number).encode(),
            type(None): lambda _: b"N",
            date: lambda day: b"d" + day.isoformat().encode(),
            Plan: self._row_plan,
            bytes: lambda data: b"b" + blake2b(data, digest_size=SIZE).digest(),
        }

    def marks(self, records: Iterable[object]) -> tuple[bytes, ...]:
        """What `learn` needs to know of records, in their order."""
        return tuple(map(self._told, records))

    def learn(self, records: Iterable[object], marks: Iterable[bytes]) -> None:
        """Take the `marks` that another made of the same records, instead of following them."""
        self._known.update((id(record), (record, mark)) for record, mark in zip(records, marks, strict=True))

    def of(self, *values: object) -> str:
        """The digest of all values together, in hexadecimal."""
        return blake2b(b"".join(map(self._told, values)), digest_size=SIZE).hexdigest()

    def _told(self, value: Any) -> bytes:
        """A value as bytes that no other value has; TypeError for what has no content to go by."""
        return (self._kinds.get(type(value)) or self._other)(value)

    def _tuple(self, items: tuple[Any, ...]) -> bytes:
        """A sequence that cannot change: what is long is gone through once, however many pages have it."""
        if not items:
            return EMPTY
        if len(items) < LONG:
            return self._sequence(items)
        known = self._known.get(id(items))
        if known is None:
            known = items, b"t" + blake2b(self._sequence(items), digest_size=SIZE).digest()
            self._known[id(items)] = known
        return known[1]

    def _sequence(self, items: Any) -> bytes:
        kinds, other = self._kinds, self._other
        return b"(%d:%b)" % (len(items), b"".join([(kinds.get(type(item)) or other)(item) for item in items]))

    def _other(self, value: Any) -> bytes:
        if not isinstance(value, type | Enum) and is_dataclass(value):
            teller = self._kinds[type(value)] = self._teller(type(value))
            return teller(value)
        if isinstance(value, Enum):
            teller = self._kinds[type(value)] = self._member
            return teller(value)
        if isinstance(value, str):
            return b"s%d:%b" % (len(value), str(value).encode())
        if isinstance(value, Mapping):
            pairs = b"".join(
                self._told(key) + (self._record(item) if type(item) is Plan else self._told(item))
                for key, item in value.items()
            )
            return b"{%d:%b}" % (len(value), pairs)
        if isinstance(value, set | frozenset):
            return b"<%b>" % b"".join(sorted(map(self._told, value)))
        if isinstance(value, Register):
            return self._sequence(value.entries)
        if isinstance(value, FunctionType) and not value.__closure__:
            # What a function does is part of the program, which every page hangs on anyway.
            return f"p{value.__module__}.{value.__qualname__};".encode()
        raise TypeError(f"{type(value).__name__} 没有可比较的内容")

    @staticmethod
    def _member(value: Enum) -> bytes:
        return b"e%b.%b;" % (type(value).__name__.encode(), value.name.encode())

    def _row_plan(self, plan: Plan) -> bytes:
        """What rows show of a plan."""
        known = self._plans.get(id(plan))
        if known is None:
            shown = [getattr(plan, item.name) for item in fields(plan) if item.name not in NOT_IN_ROWS | {"span"}]
            known = plan, self._sequence(shown)
            self._plans[id(plan)] = known
        return known[1]

    def _record(self, value: Any) -> bytes:
        """A record as a whole, and a plan, too."""
        if type(value) not in self._records:
            self._records[type(value)] = self._teller(type(value))
        return self._records[type(value)](value)

    def _teller(self, kind: type) -> Callable[[Any], bytes]:
        """What tells records of that class; built once, for there are hundreds of thousands of them."""
        left_out = UNFOLLOWED.get(kind, frozenset()) | {"span"}
        names = tuple(item.name for item in fields(kind) if item.compare and item.name not in left_out)
        head, frozen = kind.__qualname__.encode(), kind.__dataclass_params__.frozen  # type: ignore[attr-defined]
        kinds, other, known = self._kinds, self._other, self._known
        # With a name twice it gives a tuple even where there is but one field.
        get = attrgetter(*names, names[0])

        def told(value: Any) -> bytes:
            found = known.get(id(value))
            if found is not None:
                return found[1]
            pieces = b"".join([(kinds.get(type(part)) or other)(part) for part in get(value)])
            if kind is Attachment:
                pieces += b"T" if value.clauses else b"F"
            mark = b"r" + blake2b(b"%b(%b)" % (head, pieces), digest_size=SIZE).digest()
            if frozen:
                known[id(value)] = value, mark
            return mark

        return told

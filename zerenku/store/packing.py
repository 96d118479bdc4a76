"""Records as bytes for another process or another day: what Python's pickle makes, but read with care.

Entries of registers are packed by name, so that all plans go on sharing them. Reading makes nothing but our own
records: a file that somebody else wrote cannot run anything.
"""

from __future__ import annotations

import io
import pickle
from collections.abc import Callable
from dataclasses import is_dataclass
from datetime import date
from enum import Enum
from operator import attrgetter
from typing import Any, Final, TypeAlias, cast

from zerenku.catalogue.registers import Registers
from zerenku.model.making import maker, values_of
from zerenku.model.register import Department, Document, Enterprise, Place, Standard, Topic

Reducer: TypeAlias = Callable[[Any], tuple[Any, tuple[Any, ...]]]
PROTOCOL: Final = 5
RECORDS: Final = ("zerenku.model.", "zerenku.catalogue.", "zerenku.store.shelf")
REGISTER_OF: Final[dict[type, str]] = {
    Place: "places",
    Department: "departments",
    Document: "documents",
    Standard: "standards",
    Enterprise: "enterprises",
    Topic: "topics",
}


class Unreadable(ValueError):
    """The bytes were not packed here, or not with these registers."""


def pack(value: object, registers: Registers | None = None) -> bytes:
    """Records, also in tuples, as bytes; entries of `registers` by their ids."""
    stream = io.BytesIO()
    _Packer(stream, registers).dump(value)
    return stream.getvalue()


def unpack(data: bytes | memoryview, registers: Registers | None = None) -> Any:
    """What was packed with equal registers; Unreadable for anything else."""
    try:
        return _Unpacker(io.BytesIO(data), registers).load()
    except (pickle.UnpicklingError, EOFError, AttributeError, ImportError, IndexError, KeyError, TypeError, ValueError):
        raise Unreadable from None


class _Packer(pickle.Pickler):
    def __init__(self, stream: io.BytesIO, registers: Registers | None) -> None:
        super().__init__(stream, protocol=PROTOCOL)
        self.dispatch_table = _Reducers(registers)


class _Reducers(dict[type, Reducer]):
    """How records of each class are told, asked by pickle itself: entries by register and id, others by VALUES."""

    def __init__(self, registers: Registers | None) -> None:
        super().__init__()
        self._registers = registers

    def __missing__(self, kind: type) -> Reducer:
        if not is_dataclass(kind):
            raise KeyError(kind)
        values = VALUES[kind]
        register = REGISTER_OF.get(kind) if self._registers else None

        def record(value: Any) -> tuple[Any, tuple[Any, ...]]:
            return kind, values(value)

        def registered(value: Any) -> tuple[Any, tuple[Any, ...]]:
            known = getattr(self._registers, str(register)).get(value.id) is value
            return (entry, (register, value.id)) if known else record(value)

        self[kind] = registered if register else record
        return self[kind]


class _Unpacker(pickle.Unpickler):
    def __init__(self, stream: io.BytesIO, registers: Registers | None) -> None:
        super().__init__(stream)
        self._registers = registers

    def find_class(self, module: str, name: str) -> Any:
        """Our records, dates, and what looks up entries; UnpicklingError for anything else."""
        if (module, name) == (__name__, entry.__name__):
            return self._entry
        known = FOUND.get((module, name))
        if known is None:
            known = FOUND[module, name] = self._find(module, name)
        return known

    def _find(self, module: str, name: str) -> Any:
        if (module, name) == (date.__module__, date.__name__):
            return date
        # A name with dots would lead on into whatever the module imports.
        found = super().find_class(module, name) if module.startswith(RECORDS) and "." not in name else None
        # Not the class itself: packed bytes may set attributes of what they name, and all later ones would meet them.
        if isinstance(found, type) and is_dataclass(found):
            return cast("type", maker(found)).__call__
        if isinstance(found, type) and issubclass(found, Enum):
            return found.__call__
        raise pickle.UnpicklingError(name)

    def _entry(self, register: str, entry_id: str) -> object:
        found = getattr(self._registers, register).get(entry_id)
        if found is None:
            raise pickle.UnpicklingError(entry_id)
        return found


def entry(register: str, entry_id: str) -> object:
    """Stands in packed bytes for the look-up of an entry, which needs registers."""
    raise pickle.UnpicklingError(f"{register}/{entry_id}")


class _Values(dict[type, Callable[[Any], tuple[Any, ...]]]):
    """What gives the values by which a record is packed."""

    def __missing__(self, kind: type) -> Callable[[Any], tuple[Any, ...]]:
        names = values_of(kind)
        # Of one name alone `attrgetter` gives no tuple.
        self[kind] = attrgetter(*names) if len(names) > 1 else lambda value: (getattr(value, names[0]),)
        return self[kind]


VALUES: Final = _Values()
FOUND: Final[dict[tuple[str, str], Any]] = {}
"""What stands behind the names in packed bytes, once found: a program has a few dozen kinds of records."""

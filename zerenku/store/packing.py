"""Records as bytes for another process or another day: what Python's pickle makes, but read with care.

Entries of registers are packed by name, so that all plans go on sharing them. Reading makes nothing but our own
records: a file that somebody else wrote cannot run anything.
"""

from __future__ import annotations

import io
import pickle
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from typing import Any, Final, cast

from zerenku.catalogue.registers import Registers
from zerenku.model.register import Department, Document, Enterprise, Place, Standard, Topic

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
        self._registers = registers

    def reducer_override(self, value: Any) -> Any:
        """Entries by register and id, records by the values of their fields, in one step each."""
        kind = type(value)
        register = REGISTER_OF.get(kind) if self._registers else None
        if register is not None and getattr(self._registers, register).get(value.id) is value:
            return entry, (register, value.id)
        names = NAMES[kind]
        return NotImplemented if names is None else (kind, tuple([getattr(value, name) for name in names]))


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
        if isinstance(found, type) and is_dataclass(found):
            return maker(found)
        if isinstance(found, type) and issubclass(found, Enum):
            return found
        raise pickle.UnpicklingError(name)

    def _entry(self, register: str, entry_id: str) -> object:
        found = getattr(self._registers, register).get(entry_id)
        if found is None:
            raise pickle.UnpicklingError(entry_id)
        return found


def entry(register: str, entry_id: str) -> object:
    """Stands in packed bytes for the look-up of an entry, which needs registers."""
    raise pickle.UnpicklingError(f"{register}/{entry_id}")


class _Names(dict[type, tuple[str, ...] | None]):
    """The fields of a record; None for what is no record."""

    def __missing__(self, kind: type) -> tuple[str, ...] | None:
        self[kind] = tuple(item.name for item in fields(kind)) if is_dataclass(kind) else None
        return self[kind]


NAMES: Final = _Names()
FOUND: Final[dict[tuple[str, str], Any]] = {}
"""What stands behind the names in packed bytes, once found: a program has a few dozen kinds of records."""


def maker(kind: type) -> Callable[..., object]:
    """What makes a record of that kind from the values of its fields, which were checked when it was first made.

    Written as a function of its own, as `dataclass` writes `__init__`: a catalogue has half a million records.
    """
    names = NAMES[kind] or ()
    known = {"_new": object.__new__, "_kind": kind, **{f"_set_{name}": getattr(kind, name).__set__ for name in names}}
    lines = [f"def make({', '.join(names)}):", "    _record = _new(_kind)"]
    lines += [f"    _set_{name}(_record, {name})" for name in names]
    exec("\n".join((*lines, "    return _record")), known)  # noqa: S102 - nothing but names of our own fields
    return cast("Callable[..., object]", known["make"])

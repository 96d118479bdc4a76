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
from typing import Any, Final

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
        return NotImplemented if names is None else (make, (kind, *[getattr(value, name) for name in names]))


class _Unpacker(pickle.Unpickler):
    def __init__(self, stream: io.BytesIO, registers: Registers | None) -> None:
        super().__init__(stream)
        self._registers = registers

    def find_class(self, module: str, name: str) -> Any:
        """Our records, dates, and what puts them together; UnpicklingError for anything else."""
        if module == __name__:
            return {"make": make, "entry": self._entry}[name]
        if (module, name) == (date.__module__, date.__name__):
            return date
        # A name with dots would lead on into whatever the module imports.
        found = super().find_class(module, name) if module.startswith(RECORDS) and "." not in name else None
        if isinstance(found, type) and (is_dataclass(found) or issubclass(found, Enum)):
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
    """The fields of a record that are packed; None for what is no record."""

    def __missing__(self, kind: type) -> tuple[str, ...] | None:
        self[kind] = tuple(item.name for item in fields(kind) if item.init) if is_dataclass(kind) else None
        return self[kind]


class _Setters(dict[type, tuple[tuple[Callable[[Any, Any], None], ...], tuple[Any, ...]]]):
    """What puts values into the slots of a record: those that are packed, then those that begin anew in each."""

    def __missing__(self, kind: type) -> tuple[tuple[Callable[[Any, Any], None], ...], tuple[Any, ...]]:
        found = [(getattr(kind, item.name).__set__, item) for item in fields(kind)]
        packed = tuple(put for put, item in found if item.init)
        anew = tuple((put, item.default_factory) for put, item in found if not item.init)
        self[kind] = packed, anew
        return self[kind]


NAMES: Final = _Names()
SETTERS: Final = _Setters()


def make(kind: type, *values: Any) -> object:
    """A record from the values of its fields, as they were checked when it was first made."""
    record: object = object.__new__(kind)
    packed, anew = SETTERS[kind]
    for put, value in zip(packed, values, strict=True):
        put(record, value)
    for put, begin in anew:
        put(record, begin())
    return record

"""Records made from values that were checked when a first record was made of them: half a million for a catalogue.

The fields of a record are frozen, and setting them all the same is slow. Those of its twin, a class with the same
slots, are not: once they are set the twin becomes the record, which takes a fifth of the time.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import InitVar, field, fields, make_dataclass
from operator import attrgetter
from typing import Any, Final, TypeVar, cast

from zerenku.model.place import Span

T = TypeVar("T")
SPAN: Final = "span"
SPAN_PARTS: Final = ("file", "line", "column")
"""A record's place is given as values of the record: every third object would be a Span."""


def values_of(kind: type) -> tuple[str, ...]:
    """The attributes that a record of that class is made of: its fields, the parts of its place last."""
    names = [item.name for item in fields(kind)]
    parts = [f"{SPAN}.{part}" for part in SPAN_PARTS if SPAN in names]
    return (*(name for name in names if name != SPAN), *parts)


def maker(kind: type[T]) -> Callable[..., T]:
    """What makes a record of the values of `values_of`, in their order or by name (`span_file`, say)."""
    names = [item.name for item in fields(cast("Any", kind))]
    given: list[Any] = [(name, Any) for name in names if name != SPAN]
    if SPAN in names:
        given += [(SPAN, Any, field(init=False)), *((f"{SPAN}_{part}", InitVar[Any]) for part in SPAN_PARTS)]
    become = _become_with_span(kind) if SPAN in names else _become(kind)
    slots = "__slots__" in kind.__dict__
    twin = make_dataclass(
        f"_{kind.__name__}", given, slots=slots, eq=False, repr=False, namespace={"__post_init__": become}
    )
    return cast("Callable[..., T]", twin)


def changer(kind: type[T], *names: str) -> Callable[..., T]:
    """What makes of a record one with other values in the fields of these names, given in their order."""
    make, whole = maker(kind), values_of(kind)
    values, places = attrgetter(*whole), [whole.index(name) for name in names]

    def changed(before: T, *given: object) -> T:
        now = list(values(before))
        for place, value in zip(places, given, strict=True):
            now[place] = value
        return make(*now)

    return changed


class _UnfrozenSpan:
    __slots__ = SPAN_PARTS
    file: str
    line: int
    column: int


def make_span(file: str, line: int, column: int) -> Span:
    """A place, written out: almost every record has one."""
    twin = _UnfrozenSpan()
    twin.file = file
    twin.line = line
    twin.column = column
    twin.__class__ = Span  # type: ignore[assignment]
    return cast("Span", twin)


def _become(kind: type) -> Callable[[Any], None]:
    def become(self: Any) -> None:
        self.__class__ = kind

    return become


def _become_with_span(kind: type) -> Callable[[Any, str, int, int], None]:
    def become(self: Any, file: str, line: int, column: int) -> None:
        self.span = make_span(file, line, column)
        self.__class__ = kind

    return become

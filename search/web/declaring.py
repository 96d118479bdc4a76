"""What an operation of the API takes and gives, declared once: requests are read, routes made and described from it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from search.web.asked import Asked
from search.web.edition import Edition

# A name in a filter, and how many of them one request may hold.
NAME_CHARS: Final = 100
MANY: Final = 20


class Kind(StrEnum):
    """How the text of a parameter is read."""

    TEXT = "text"
    NUMBER = "number"
    DAY = "day"
    FLAG = "flag"
    CURSOR = "cursor"


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """A parameter in the query, or in the path. `least` and `most` bound a number, or the characters of a text."""

    name: str
    says: str
    kind: Kind = Kind.TEXT
    many: bool = False
    required: bool = False
    in_path: bool = False
    least: int = 1
    most: int = NAME_CHARS
    choices: tuple[str, ...] = ()
    default: int | None = None
    example: str | int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """One thing that can be asked: `answer` is the type of its JSON, `run` answers it from one edition of the index."""

    path: str
    name: str
    says: str
    group: str
    parameters: tuple[Parameter, ...]
    answer: Any
    run: Callable[[Edition, Asked], Mapping[str, Any]]

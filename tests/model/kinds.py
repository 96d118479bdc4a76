"""The kinds of records that modules define."""

from dataclasses import is_dataclass
from types import ModuleType
from typing import Any


def kinds_in(modules: tuple[ModuleType, ...]) -> list[Any]:
    """The record classes of these modules, without those that they import."""
    return [
        value
        for module in modules
        for value in vars(module).values()
        if is_dataclass(value) and isinstance(value, type) and value.__module__ == module.__name__
    ]

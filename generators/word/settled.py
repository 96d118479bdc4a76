"""What every paper shares, made once: parts deflated, styles as text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from generators.word.oxml import Xml
from generators.word.package import Entry, entry, wrapping
from generators.word.sections import Setup, footers
from generators.word.settings import font_table_part, settings_part
from generators.word.styles import settled_styles


@dataclass(frozen=True, slots=True)
class Settled:
    """Entries for every package, the footers of each setup, and all styles but those of the mark."""

    entries: tuple[Entry, ...]
    footers: Mapping[Setup, tuple[Entry, ...]]
    styles: Xml


@cache
def settled() -> Settled:
    """The one of this process: nothing in it depends on any paper."""
    parts = {"settings": settings_part(), "fontTable": font_table_part()}
    return Settled(
        entries=(*wrapping(), *word_entries(parts)),
        footers={setup: word_entries(footers(setup)) for setup in Setup},
        styles=settled_styles(),
    )


def word_entries(parts: Mapping[str, bytes]) -> tuple[Entry, ...]:
    """Parts by name as files under `word/`."""
    return tuple(entry(f"word/{name}.xml", data) for name, data in parts.items())

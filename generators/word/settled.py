"""What every paper shares, made once: parts deflated, styles as text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from generators.word.oxml import Xml
from generators.word.package import Entry, entry, wrapping
from generators.word.profile import STANDARD, Look
from generators.word.sections import Setup, footers
from generators.word.settings import font_table_part, settings_part
from generators.word.styles import settled_styles


@dataclass(frozen=True, slots=True)
class Settled:
    """Entries for every package, the footers of each setup, and all styles but those of the mark."""

    entries: tuple[Entry, ...]
    footers: Mapping[Setup, tuple[Entry, ...]]
    styles: Xml


def settled(look: Look = STANDARD) -> Settled:
    """What a look settles: nothing in it depends on any paper."""
    return _standard() if look == STANDARD else _settle(look)


@cache
def _standard() -> Settled:
    """The standard's own, once a process: nearly every paper has it."""
    return _settle(STANDARD)


def _settle(look: Look) -> Settled:
    parts = {"settings": settings_part(), "fontTable": look.named(font_table_part().decode()).encode()}
    return Settled(
        entries=(*wrapping(), *word_entries(parts)),
        footers={setup: word_entries(footers(setup, centred=look.centred)) for setup in Setup},
        styles=look.named(settled_styles(centred=look.centred)),
    )


def word_entries(parts: Mapping[str, bytes]) -> tuple[Entry, ...]:
    """Parts by name as files under `word/`."""
    return tuple(entry(f"word/{name}.xml", data) for name, data in parts.items())

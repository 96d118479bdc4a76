"""The lexicon, gathered from the registers of a catalogue and from the words of frequency."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from hashlib import blake2b
from typing import Final

from search.lexicon import Group, Lexicon, WordKind, variants_of
from search.sounds import sounds_of
from search.vocabulary import FREQUENCY_WORDS
from zerenku.catalogue.catalogue import Catalogue
from zerenku.catalogue.registers import Registers

# People say 应急局 for the 县应急局 of wherever they are.
LOCAL: Final = re.compile("[省市县区镇乡](.{2,}(?:局|厅|委|办|会|队|所|站|办公室))")


# An entry before its names are made plain: id, name, all names, whether it is wide, names of what it is a kind of.
Row = tuple[str, str, tuple[str | None, ...], bool, tuple[str, ...]]


def gather_lexicon(catalogue: Catalogue) -> Lexicon:
    """Every register's entries in register order, and every heading once; what has no usable name is left out."""
    groups = [group for kind, rows in _rows(catalogue) for row in rows if (group := _group(kind, row)).variants]
    known = {variant for group in groups for variant in group.variants}
    headings = [group for group in map(_heading, _headings(catalogue)) if not known.issuperset(group.variants)]
    return Lexicon(map(_spelt, groups), map(_spelt, headings))


def lexicon_mark(catalogue: Catalogue) -> str:
    """A digest of all that the lexicon is gathered from; to find it is many times quicker than to gather it."""
    told = [(kind.value, rows) for kind, rows in _rows(catalogue)], _headings(catalogue)
    return blake2b(repr(told).encode(), digest_size=16).hexdigest()


def _spelt(group: Group) -> Group:
    return replace(group, sounds=sounds_of(group.variants))


def _headings(catalogue: Catalogue) -> list[str]:
    return list(dict.fromkeys([clause.clause.heading for clause in catalogue.clauses if clause.clause.heading]))


def _heading(heading: str) -> Group:
    return Group(WordKind.HEADING, "", heading, variants_of((heading,)))


def _group(kind: WordKind, row: Row) -> Group:
    entry_id, name, called, wide, broader = row
    names = variants_of(called)
    if kind is WordKind.DEPARTMENT:
        bare = variants_of(match.group(1) for name in names if (match := LOCAL.fullmatch(name)))
        names = tuple(dict.fromkeys((*names, *bare)))
    return Group(kind, entry_id, name, names, wide, broader=variants_of(broader))


def _rows(catalogue: Catalogue) -> Iterator[tuple[WordKind, list[Row]]]:
    """What there is of each kind."""
    registers = catalogue.registers
    yield (
        WordKind.PLACE,
        [_row(item.id, item.name, item.name, item.short, *item.aliases) for item in registers.places.entries],
    )
    yield (
        WordKind.DEPARTMENT,
        [_row(item.id, item.name, item.name, item.short, *item.aliases) for item in registers.departments.entries],
    )
    yield WordKind.ENTERPRISE, list(_enterprises(registers))
    yield WordKind.TOPIC, [_row(item.id, item.name, item.name, *item.aliases) for item in registers.topics.entries]
    yield WordKind.TERM, [_row(item.id, item.name, item.name, *item.aliases) for item in registers.terms.entries]
    yield (
        WordKind.DOCUMENT,
        [_row(item.id, item.title, item.title, item.number, *item.aliases) for item in registers.documents.entries],
    )
    yield (
        WordKind.STANDARD,
        [_row(item.id, item.title, item.code, item.title, *item.aliases) for item in registers.standards.entries],
    )
    yield WordKind.EVERY, [_row(every, words[0], *words) for every, words in FREQUENCY_WORDS]
    yield (
        WordKind.PLAN,
        [_row(item.id, item.title, item.title, item.notice_title, item.number) for item in catalogue.plans],
    )


def _enterprises(registers: Registers) -> Iterator[Row]:
    kinds = {item.id: item for item in registers.enterprises.entries}
    for item in kinds.values():
        above = kinds.get(item.parent or "")
        broader = (above.name, *above.synonyms) if above and not above.generic else ()
        yield item.id, item.name, (item.name, *item.synonyms), item.generic, broader


def _row(entry_id: str, name: str, *names: str | None) -> Row:
    return entry_id, name, names, False, ()

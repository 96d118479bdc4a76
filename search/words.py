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


def gather_lexicon(catalogue: Catalogue) -> Lexicon:
    """Every register's entries in register order, and every heading once; what has no usable name is left out."""
    groups, headings = _gathered(catalogue)
    return Lexicon(map(_spelt, groups), map(_spelt, headings))


def lexicon_mark(catalogue: Catalogue) -> str:
    """A digest of all that the lexicon is gathered from; to find it is quicker than to gather it."""
    return blake2b(repr(_gathered(catalogue)).encode(), digest_size=16).hexdigest()


def _gathered(catalogue: Catalogue) -> tuple[list[Group], list[Group]]:
    groups = [group for group in (*_groups(catalogue.registers), *_plans(catalogue)) if group.variants]
    known = {variant for group in groups for variant in group.variants}
    headings = [group for group in _headings(catalogue) if not known.issuperset(group.variants)]
    return groups, headings


def _spelt(group: Group) -> Group:
    return replace(group, sounds=sounds_of(group.variants))


def _headings(catalogue: Catalogue) -> Iterator[Group]:
    for heading in dict.fromkeys(clause.clause.heading for clause in catalogue.clauses):
        if heading and (names := variants_of((heading,))):
            yield Group(WordKind.HEADING, "", heading, names)


def _groups(registers: Registers) -> Iterator[Group]:
    for place in registers.places.entries:
        names = variants_of((place.name, place.short, *place.aliases))
        yield Group(WordKind.PLACE, place.id, place.name, names)
    for department in registers.departments.entries:
        names = variants_of((department.name, department.short, *department.aliases))
        bare = variants_of(match.group(1) for name in names if (match := LOCAL.fullmatch(name)))
        yield Group(WordKind.DEPARTMENT, department.id, department.name, tuple(dict.fromkeys((*names, *bare))))
    kinds = {enterprise.id: enterprise for enterprise in registers.enterprises.entries}
    for enterprise in kinds.values():
        names = variants_of((enterprise.name, *enterprise.synonyms))
        above = kinds.get(enterprise.parent or "")
        broader = variants_of((above.name, *above.synonyms)) if above and not above.generic else ()
        yield Group(WordKind.ENTERPRISE, enterprise.id, enterprise.name, names, enterprise.generic, broader=broader)
    for topic in registers.topics.entries:
        yield Group(WordKind.TOPIC, topic.id, topic.name, variants_of((topic.name, *topic.aliases)))
    for term in registers.terms.entries:
        yield Group(WordKind.TERM, term.id, term.name, variants_of((term.name, *term.aliases)))
    for document in registers.documents.entries:
        names = variants_of((document.title, document.number, *document.aliases))
        yield Group(WordKind.DOCUMENT, document.id, document.title, names)
    for standard in registers.standards.entries:
        names = variants_of((standard.code, standard.title, *standard.aliases))
        yield Group(WordKind.STANDARD, standard.id, standard.title, names)
    for every, words in FREQUENCY_WORDS:
        yield Group(WordKind.EVERY, every, words[0], variants_of(words))


def _plans(catalogue: Catalogue) -> Iterator[Group]:
    for plan in catalogue.plans:
        yield Group(WordKind.PLAN, plan.id, plan.title, variants_of((plan.title, plan.notice_title, plan.number)))

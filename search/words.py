"""The lexicon, gathered from the registers of a catalogue and from the words of frequency."""

from __future__ import annotations

from collections.abc import Iterator

from search.lexicon import Group, Lexicon, WordKind, variants_of
from search.vocabulary import FREQUENCY_WORDS
from zerenku.catalogue.catalogue import Catalogue
from zerenku.catalogue.registers import Registers


def gather_lexicon(catalogue: Catalogue) -> Lexicon:
    """Every register's entries in register order; an entry without a usable name is left out."""
    return Lexicon(group for group in (*_groups(catalogue.registers), *_plans(catalogue)) if group.variants)


def _groups(registers: Registers) -> Iterator[Group]:
    for place in registers.places.entries:
        names = variants_of((place.name, place.short, *place.aliases))
        yield Group(WordKind.PLACE, place.id, place.name, names)
    for department in registers.departments.entries:
        names = variants_of((department.name, department.short, *department.aliases))
        yield Group(WordKind.DEPARTMENT, department.id, department.name, names)
    for enterprise in registers.enterprises.entries:
        names = variants_of((enterprise.name, *enterprise.synonyms))
        yield Group(WordKind.ENTERPRISE, enterprise.id, enterprise.name, names, wide=enterprise.generic)
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

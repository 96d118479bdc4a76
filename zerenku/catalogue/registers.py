"""Names and aliases to one entry. Exact matches only: an unknown name stays unknown and becomes a finding."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Generic, Protocol, TypeVar

from zerenku.catalogue.entries import EnterpriseFacet, Party, Reference
from zerenku.model.place import Span
from zerenku.model.register import Department, Document, Enterprise, EnterpriseRegister, Place, Standard, Term, Topic

T = TypeVar("T")
CLOSE_ENOUGH = 60
BRACKETS = str.maketrans("()[]【】﹝﹞", "（）〔〕〔〕〔〕")


def cite_keys(written: str) -> tuple[str, ...]:
    """The names under which a cited document or standard is looked up: whole, number, what is left, title."""
    keys = [written, *re.findall(r"（([^（）]*号)）", written)]
    keys += [re.sub(r"《.*》", "", written).strip("（）() "), *re.findall(r"《(.+)》", written)]
    return tuple(key for key in keys if key)


class Entry(Protocol):
    """Anything with an id and a place in a source."""

    @property
    def id(self) -> str:
        """The id, unique in its register."""
        ...

    @property
    def span(self) -> Span:
        """Where the entry stands."""
        ...


E_co = TypeVar("E_co", bound=Entry, covariant=True)


def tidy(name: str) -> str:
    """A name without blanks, with full-width brackets, for comparing only."""
    return re.sub(r"\s+", "", name).translate(BRACKETS)


class Register(Generic[E_co]):
    """Entries in source order with look-up by id and by name; `names` yields every name an entry answers to."""

    def __init__(self, entries: Iterable[E_co], names: Callable[[E_co], Iterable[str | None]]) -> None:
        self.entries: tuple[E_co, ...] = tuple(entries)
        self._by_id: dict[str, E_co] = {}
        by_name: dict[str, list[E_co]] = {}
        for entry in self.entries:
            self._by_id.setdefault(entry.id, entry)
            for name in dict.fromkeys(tidy(name) for name in names(entry) if name):
                by_name.setdefault(name, []).append(entry)
        self._by_name = {name: tuple(found) for name, found in by_name.items()}

    def get(self, entry_id: str) -> E_co | None:
        """The entry with that id."""
        return self._by_id.get(entry_id)

    def named(self, name: str) -> tuple[E_co, ...]:
        """Every entry that answers to the name."""
        # A name that stands among the tidy ones is tidy itself; tidying is most of the work.
        found = self._by_name.get(name)
        return self._by_name.get(tidy(name), ()) if found is None else found

    def names(self) -> tuple[str, ...]:
        """Every known name, in source order."""
        return tuple(self._by_name)

    def near(self, name: str, *, limit: int = 3) -> tuple[str, ...]:
        """Known names that look alike, best first, for a did-you-mean; never used to resolve."""
        return near(tidy(name), self.names(), limit=limit)

    def near_ids(self, entry_id: str) -> tuple[str, ...]:
        """Known ids that look alike, best first."""
        return near(entry_id, tuple(self._by_id), part=False)


def near(word: str, choices: Sequence[str], *, limit: int = 3, part: bool = True) -> tuple[str, ...]:
    """The choices most like `word`, best first; with `part` also those that hold it, as names do and keys do not."""
    # Only those who mistyped something need it.
    from rapidfuzz import fuzz, process  # noqa: PLC0415

    scorer = fuzz.WRatio if part else fuzz.ratio
    found = process.extract(word, choices, scorer=scorer, limit=limit, score_cutoff=CLOSE_ENOUGH)
    return tuple(choice for choice, _, _ in found)


def _facets(register: EnterpriseRegister) -> dict[str, EnterpriseFacet]:
    lists = {
        EnterpriseFacet.KIND: register.kinds,
        EnterpriseFacet.SIZE: register.sizes,
        EnterpriseFacet.OPERATION: register.operations,
        EnterpriseFacet.ROLE: register.roles,
    }
    return {entry.id: facet for facet, entries in lists.items() for entry in entries}


@dataclass(frozen=True, slots=True)
class RegisterSources:
    """The entries as read, before any look-up exists."""

    places: tuple[Place, ...] = ()
    departments: tuple[Department, ...] = ()
    documents: tuple[Document, ...] = ()
    standards: tuple[Standard, ...] = ()
    enterprises: EnterpriseRegister = field(default_factory=EnterpriseRegister)
    terms: tuple[Term, ...] = ()
    topics: tuple[Topic, ...] = ()


class Registers:
    """All registers with their look-ups."""

    def __init__(self, sources: RegisterSources) -> None:
        words = sources.enterprises
        self.places = Register(sources.places, lambda place: (place.name, place.short, *place.aliases))
        self.departments = Register(sources.departments, lambda item: (item.name, item.short, *item.aliases))
        self.documents = Register(sources.documents, lambda item: (item.title, item.number, *item.aliases))
        self.standards = Register(sources.standards, lambda item: (item.title, item.code, *item.aliases))
        self.enterprises = Register(
            (*words.kinds, *words.sizes, *words.operations, *words.roles), lambda item: (item.name, *item.synonyms)
        )
        self.terms = Register(sources.terms, lambda item: (item.name, *item.aliases))
        self.topics = Register(sources.topics, lambda item: (item.name, *item.aliases))
        self._facets = _facets(words)
        # The same few names stand in many clauses, and are asked for with each of them.
        self._named_together: dict[tuple[str, ...], tuple[Enterprise, ...]] = {}
        self._department_of: dict[tuple[str, str], Department | None] = {}
        self._party_of: dict[tuple[str, str], Party | None] = {}
        self._reference_of: dict[str, Reference | None] = {}
        self._together: dict[tuple[object, ...], tuple[Any, ...] | None] = {}
        self._each_once: dict[tuple[int, ...], tuple[Enterprise, ...]] = {}

    def facet(self, enterprise_id: str) -> EnterpriseFacet:
        """The list an enterprise word stands in; KeyError for an unknown id."""
        return self._facets[enterprise_id]

    def place_chain(self, place_id: str) -> tuple[Place, ...]:
        """The place, then its ancestors outward; stops at an unknown or repeated parent."""
        chain: list[Place] = []
        at = self.places.get(place_id)
        while at is not None and at not in chain:
            chain.append(at)
            at = self.places.get(at.parent) if at.parent else None
        return tuple(chain)

    def department(self, name: str, *, place_id: str) -> Department | None:
        """A department is a name in a place: the plan's own, then its ancestors', then a unique full name anywhere."""
        if (name, place_id) not in self._department_of:
            self._department_of[name, place_id] = self._department(name, place_id)
        return self._department_of[name, place_id]

    def _department(self, name: str, place_id: str) -> Department | None:
        found = self.departments.named(name)
        for place in self.place_chain(place_id):
            here = [department for department in found if department.place == place.id]
            if len(here) == 1:
                return here[0]
        exact = [department for department in found if tidy(department.name) == tidy(name)]
        return exact[0] if len(exact) == 1 else None

    def term_words(self) -> tuple[tuple[str, str], ...]:
        """(word, id of its term) for every name and alias that only one term has, without quotation marks."""
        return self._term_words

    @cached_property
    def _term_words(self) -> tuple[tuple[str, str], ...]:
        found: dict[str, dict[str, None]] = {}
        for term in self.terms.entries:
            for name in (term.name, *term.aliases):
                found.setdefault(name.strip("“”"), {})[term.id] = None
        return tuple((word, next(iter(ids))) for word, ids in found.items() if len(ids) == 1)

    def enterprise(self, name: str) -> Enterprise | None:
        """The enterprise word with that name or synonym, if exactly one answers."""
        found = self.enterprises.named(name)
        return found[0] if len(found) == 1 else None

    def together(
        self, kind: str, names: tuple[str, ...], find: Callable[[str], T | None], *, place_id: str = ""
    ) -> tuple[T, ...] | None:
        """What `find` gives for each name, remembered as what names of that `kind` mean there; None if one is unknown.

        The same names give the same tuple, which is told and packed once for a whole plan.
        """
        key = kind, place_id, names
        if key not in self._together:
            found = tuple(map(find, names))
            self._together[key] = None if any(item is None for item in found) else found
        return self._together[key]

    def each_once(self, *words: Iterable[Enterprise]) -> tuple[Enterprise, ...]:
        """All these words in order, each once; the same words give the same tuple."""
        items = tuple([word for some in words for word in some])
        # Words live as long as their register.
        key = tuple(map(id, items))
        if key not in self._each_once:
            self._each_once[key] = items if len(items) < 2 else tuple({item.id: item for item in items}.values())
        return self._each_once[key]

    def enterprises_named(self, *names: str) -> tuple[Enterprise, ...]:
        """The enterprise words of those names, in their order; unknown names are left out."""
        if names not in self._named_together:
            self._named_together[names] = tuple(found for name in names if (found := self.enterprise(name)))
        return self._named_together[names]

    def party(self, name: str, *, place_id: str) -> Party | None:
        """A department of the place, else an enterprise word; None stays unknown."""
        key = name, place_id
        if key not in self._party_of:
            department = self.department(name, place_id=place_id)
            enterprise = None if department else self.enterprise(name)
            self._party_of[key] = Party(name, department, enterprise) if department or enterprise else None
        return self._party_of[key]

    def reference(self, written: str) -> Reference | None:
        """The document or standard a cite means: by the whole, by the number, or by 《title》 if only one bears it."""
        if written not in self._reference_of:
            self._reference_of[written] = self._reference(written)
        return self._reference_of[written]

    def _reference(self, written: str) -> Reference | None:
        for key in cite_keys(written):
            standards, documents = self.standards.named(key), self.documents.named(key)
            if len(standards) + len(documents) == 1:
                return Reference(written, next(iter(documents), None), next(iter(standards), None))
        return None

"""Names in imported plans that the registers lack, as entries for a person to confirm (`zerenku import --learn`)."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import Any, Final

from zerenku.catalogue.naming import (
    NamedPlace,
    PlacePart,
    Syllables,
    free_id,
    place_parts,
    registered,
    short_name,
    slug_of,
)
from zerenku.catalogue.registers import Registers, RegisterSources, cite_keys, tidy
from zerenku.catalogue.unknown_names import KnownNames, Likeness, UnknownName
from zerenku.importer.duties import ENTERPRISE
from zerenku.importer.plan_names import Names, names_in
from zerenku.model.plan import Plan
from zerenku.model.register import BodyKind, Department, Document, Enterprise, Level, Place, Standard

UNCONFIRMED: Final = "待确认"
LONGEST_ID: Final = 24
MOST_MET: Final = 200
"""So many of the names met most often are compared with a new one."""
STANDARD: Final = re.compile(
    r"(?<![A-Za-z])(?:GB|AQ|DB|HG|SH|SY|JGJ|CJJ|XF|GA|TSG|WS|YJ|JT|NB|MT|T)[A-Z]{0,3}[ /\d][-\dA-Z/.—– ]*\d"
)
NUMBER: Final = re.compile(r"[\u4e00-\u9fff]{2,12}[〔\[（(]\d{4}[〕\]）)] ?\d+ ?号")
ZONE: Final = re.compile(r"(?:经济技术|经济|高新技术产业|高新|工业|产业)?(?:开发区|园区|新区|示范区)$")
"""What the id of a 开发区 leaves out: 滨江经济开发区 is binjiang."""
OWN_LEVEL: Final = re.compile(r"[省市县区镇乡](?![场政镇村])(?=..)")
LEVELS: Final = {"省": Level.PROVINCE, "市": Level.CITY, "县": Level.COUNTY, "区": Level.COUNTY}
KINDS: Final = (
    (re.compile(r"协会$|商会$|学会$"), BodyKind.ASSOCIATION),
    (
        re.compile(r"(?:^各|所有)(?:区?镇|乡|街|村|社区|园区|功能区)|^(?:镇|乡|村|社区)(?:[（、]|$)|属地"),
        BodyKind.LOCALITY,
    ),
    (re.compile(r"^各|有关|相关|成员单位|等部门"), BodyKind.COLLECTIVE),
    (re.compile(r"政府$|党委$|工委$|管委会$|管理委员会$|党组$|常委会$"), BodyKind.AUTHORITY),
    (re.compile(r"办$|办公室$"), BodyKind.OFFICE),
    (re.compile(r"(?:健康|改革|建设|改|国资|纪|监).?委(?:员会)?$"), BodyKind.DEPARTMENT),
    (re.compile(r"委员会$|安委会$|小组$|指挥部$|联席会议$|专班$|防指$"), BodyKind.COMMITTEE),
)


@dataclass(slots=True)
class NewEntries:
    """Entries to append, by register, in the order in which their names were met."""

    places: list[Place] = field(default_factory=list)
    departments: list[Department] = field(default_factory=list)
    documents: list[Document] = field(default_factory=list)
    standards: list[Standard] = field(default_factory=list)
    enterprises: dict[str, list[Enterprise]] = field(default_factory=dict)
    """By list of the register: kinds, operations, roles."""


class Learner:
    """Collects unknown names plan by plan; the same plans in the same order give the same entries.

    `registers` hold the places met so far as well. With `finish` everything else that was met becomes an entry.
    """

    def __init__(self, sources: RegisterSources, syllables: Syllables) -> None:
        self.registers = Registers(sources)
        self._sources, self._syllables = sources, syllables
        self._new = NewEntries()
        self._wanted: dict[str, Counter[str]] = {}
        self._known: dict[str, KnownNames] = {}
        self._departments: dict[tuple[str, str], int] = {}
        self._names: set[tuple[str, str]] = set()
        self._words: set[str] = set()
        self._cites: dict[str, tuple[list[Any], int]] = {}
        self._ids = {
            entry.id.replace("/", "-")
            for register in (self.registers.departments, self.registers.documents, self.registers.standards)
            for entry in register.entries
        } | {entry.id for entry in self.registers.enterprises.entries}

    @property
    def places(self) -> tuple[Place, ...]:
        """The places that are not registered."""
        return tuple(self._new.places)

    def place(self, named: NamedPlace) -> str:
        """The id of a plan's place; unknown levels are added, each below the one before it."""
        if named.known is not None:
            return named.known.id
        parts = named.parts
        # Below the innermost level that is registered; what lies above it is its own entry's business.
        known = [registered(parts[: size + 1], self.registers) for size in range(len(parts))]
        first = max((index + 1 for index, entry in enumerate(known) if entry is not None), default=0)
        place = known[first - 1] if first else None
        for part in parts[first:]:
            place = self._new_place(part, place.id if place else None)
        return place.id if place else ""

    def place_called(self, place_id: str) -> str:
        """The id itself, added as a place to be named by a person if it is not registered."""
        if self.registers.places.get(place_id) is None:
            self._add_place(Place(id=place_id, name=place_id, short=place_id, level=Level.COUNTY))
        return place_id

    def _new_place(self, part: PlacePart, parent: str | None) -> Place:
        short = short_name(part.name)
        wanted = slug_of(ZONE.sub("", short) or short, self._syllables) or "diqu"
        place_id = free_id(wanted, lambda name: self.registers.places.get(name) is not None)
        place = Place(id=place_id, name=part.name, short=short, level=part.level, parent=parent)
        self._add_place(place)
        return place

    def _add_place(self, place: Place) -> None:
        self._new.places.append(place)
        self._sources = replace(self._sources, places=(*self._sources.places, place))
        self.registers = Registers(self._sources)

    def meet(self, plan: Plan, *, names: Names | None = None) -> Names:
        """Note the names of a plan (`names` where they are known); those that linking would not find, by register."""
        names, registers = names or names_in(plan), self.registers
        wanted = self._wanted.setdefault(plan.place, Counter())
        found = Names(Counter(), Counter(), Counter(), Counter())
        for name, count in (names.departments + names.parties).items():
            if registers.department(name, place_id=plan.place):
                continue
            if name in names.departments or not (registers.enterprise(name) or ENTERPRISE.search(name)):
                found.departments[name] += count
            elif not registers.enterprise(name):
                found.enterprises[name] += count
        found.enterprises.update({name: n for name, n in names.enterprises.items() if not registers.enterprise(name)})
        found.cites.update({cite: n for cite, n in names.cites.items() if not registers.reference(cite)})
        wanted.update(found.departments)
        self._known.clear()
        return found

    def learn(self, names: Names) -> None:
        """Make entries of enterprises and cites that a plan met; departments wait until all of them are known."""
        for name in names.enterprises:
            self._learn_enterprise(name)
        for cite in names.cites:
            self.cite(cite)

    def finish(self) -> NewEntries:
        """Everything that was not registered, the departments included."""
        for place_id, names in self._wanted.items():
            for name in names:
                self._learn_department(name, place_id)
        return self._new

    def _learn_department(self, name: str, place_id: str) -> None:
        chain = [place.id for place in self.registers.place_chain(place_id)]
        known = any((owner, tidy(name)) in self._names for owner in chain)
        if known or self.registers.department(name, place_id=place_id) is not None:
            return
        owner, full = self._owner(name, place_id)
        key = (owner, tidy(full))
        if key in self._departments:
            index = self._departments[key]
            entry = self._new.departments[index]
            self._new.departments[index] = replace(entry, aliases=(*entry.aliases, name))
        else:
            self._departments[key] = len(self._new.departments)
            self._new.departments.append(self._department(name, full, owner))
            self._names.add(key)
        self._names.add((owner, tidy(name)))

    def _owner(self, name: str, place_id: str) -> tuple[str, str]:
        """The place a department belongs to and its full name: a level word means that level of the plan's place."""
        chain = self.registers.place_chain(place_id)
        own = chain[0] if chain else None
        parts = place_parts(name)
        named = registered(parts, self.registers) if parts else None
        if named is not None and named in chain:
            return named.id, name
        if own is None or parts or any(place.name in name or place.short in name for place in chain):
            return place_id, name
        match = OWN_LEVEL.match(name)
        level = LEVELS.get(match[0], Level.TOWN) if match else None
        place = next((item for item in chain if item.level == level), None) if level else own
        if place is None:
            return place_id, name
        full = place.name + (name[match.end() :] if match else name)
        taken = any(item.place == place.id for item in self.registers.departments.named(full))
        return place.id, name if taken else full

    def _department(self, name: str, full: str, owner: str) -> Department:
        likely = self.explain(name, owner)
        note = UNCONFIRMED if likely.likeness is Likeness.NEW else f"{UNCONFIRMED}，{likely.advice}"
        kind = next((kind for pattern, kind in KINDS if pattern.search(name)), BodyKind.DEPARTMENT)
        short = name if name != full else None
        return Department(
            id=f"{owner}/{self._id(name, prefix=f'{owner}-')}",
            name=full,
            short=short,
            place=owner,
            kind=kind,
            note=note,
        )

    def explain(self, name: str, place_id: str) -> UnknownName:
        """What an unregistered department looks like, compared with those of the plan's place and of places above it,
        then with others met there that are named more often, or as often and earlier.
        """
        chain = {place.id for place in self.registers.place_chain(place_id)} | {place_id}
        if place_id not in self._known:
            entries = [item for item in self._sources.departments if item.place in chain]
            self._known[place_id] = KnownNames(
                {known: item.name for item in entries for known in (item.name, item.short, *item.aliases) if known}
            )
        found = self._known[place_id].explain(name)
        if found.likeness is not Likeness.NEW:
            return found
        met = self._wanted.get(place_id, Counter())
        order = [other for other, _ in met.most_common()]
        above = order[: order.index(name)] if name in met else order
        likely = KnownNames({other: other for other in above[:MOST_MET]}).explain(name)
        return found if likely.likeness is Likeness.NEW else likely

    def _learn_enterprise(self, name: str) -> None:
        if tidy(name) in self._words or self.registers.enterprise(name) is not None:
            return
        self._words.add(tidy(name))
        kind = "operations" if name.endswith("作业") else "roles" if re.search("[人方员者长主]$", name) else "kinds"
        entry = Enterprise(id=self._id(name), name=name, note=UNCONFIRMED)
        self._new.enterprises.setdefault(kind, []).append(entry)

    def cite(self, written: str) -> str | None:
        """The id of the document that a cite means, added if nothing answers to it; None for a standard."""
        found = self.registers.reference(written)
        if found is not None:
            return found.document.id if found.document else None
        keys = [tidy(key) for key in cite_keys(written)]
        at = next((self._cites[key] for key in keys if key in self._cites), None)
        if at is None:
            title = (re.findall(r"《(.+)》", written) or [""])[0]
            code = STANDARD.search(re.sub(r"《.*》", "", written))
            at = self._standard(code[0].strip(), title) if code else self._document(written, title)
        known, index = at
        entry = known[index]
        named = {tidy(name) for name in (entry.title, _sign(entry), *entry.aliases) if name}
        ambiguous = any(self.registers.documents.named(key) or self.registers.standards.named(key) for key in keys)
        if ambiguous or not named & set(keys):
            known[index] = entry = replace(entry, aliases=(*entry.aliases, written))
        self._cites.update(dict.fromkeys([*keys, *named], at))
        return entry.id if isinstance(entry, Document) else None

    def _standard(self, code: str, title: str) -> tuple[list[Any], int]:
        self._new.standards.append(Standard(id=self._id(code), code=code, title=title or code, status="待核"))
        return self._new.standards, len(self._new.standards) - 1

    def _document(self, written: str, title: str) -> tuple[list[Any], int]:
        match = NUMBER.search(re.sub(r"《.*》", "", written))
        number = match[0] if match else None
        name = title or written
        self._new.documents.append(Document(id=self._id(name), title=name, number=number, note=UNCONFIRMED))
        return self._new.documents, len(self._new.documents) - 1

    def _id(self, name: str, *, prefix: str = "") -> str:
        """An id of pinyin that no entry has yet; `prefix` keeps the pages of departments apart."""
        wanted = slug_of(name, self._syllables, longest=LONGEST_ID) or "wuming"
        found = free_id(wanted, lambda slug: f"{prefix}{slug}" in self._ids)
        self._ids.add(f"{prefix}{found}")
        return found


def _sign(entry: Document | Standard) -> str | None:
    return entry.number if isinstance(entry, Document) else entry.code

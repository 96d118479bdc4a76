"""The table of all duties: pages to read, and the same rows packed for scripts that filter and export them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from generators.site.links import department_path
from generators.site.marking import first_day, last_day, short_plan
from generators.site.pages import Section, Sheaf, SitePage
from generators.site.views.counts import FILTERS, filter_key
from generators.site.views.scripts import as_script, in_script, quoted
from generators.tables.duties import HEADS, WIDTHS, rules_text, targets_text
from zerenku.catalogue import wording
from zerenku.catalogue.addresses import page_of
from zerenku.catalogue.catalogue import Catalogue
from zerenku.catalogue.entries import LinkedDuty
from zerenku.model.clause import Certainty, Every
from zerenku.model.plan import Plan
from zerenku.model.register import Department, Enterprise, Place, Topic

SHEET: Final = 500
FOLDER: Final = "assets/zerenku/duties"
KEYS: Final = tuple(FILTERS)
EVERIES: Final = tuple(Every)


@dataclass(frozen=True, slots=True)
class Numbers:
    """The place of every plan, department, kind of enterprise and topic in its list: rows name them by number."""

    plans: Mapping[str, int]
    departments: Mapping[str, int]
    enterprises: Mapping[str, int]
    topics: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class DutySheet:
    """The rows of one page of the table, counted from 0; `total` is how many there are on all, on the first page."""

    number: int
    rows: tuple[LinkedDuty, ...]
    numbers: Numbers
    total: int


def duty_pages(catalogue: Catalogue) -> Iterator[SitePage | Sheaf]:
    """The pages of the table, each with a script of its rows; one more script has the names they share."""
    duties = newest_first(catalogue)
    sheets = [duties[start : start + SHEET] for start in range(0, len(duties), SHEET)] or [()]
    paths = ["duties", *(f"duties-{number}" for number in range(2, len(sheets) + 1))]
    scripts = [f"{FOLDER}/{number}" for number in range(1, len(sheets) + 1)]
    listed = _Listed(catalogue)
    for number, (path, rows) in enumerate(zip(paths, sheets, strict=True)):
        # Only the first page says how many there are.
        sheet = DutySheet(number, rows, listed.numbers, 0 if number else len(duties))
        pages = partial(_sheet_pages, sheet, paths, scripts)
        yield Sheaf(path, Section.DUTIES, (sheet, len(paths)), pages)
    names = {"names": listed.names(), "as_script": as_script}
    yield SitePage(f"{FOLDER}/names", "全部责任", Section.DUTIES, "duty-names.js.j2", names, suffix=".js")


def _sheet_pages(sheet: DutySheet, paths: Sequence[str], scripts: Sequence[str]) -> Iterator[SitePage]:
    number, rows = sheet.number, sheet.rows
    data: dict[str, Any] = {"rows": rows, "filter_key": filter_key, "paths": paths, "number": number}
    if number == 0:
        data |= {"scripts": scripts, "names": f"{FOLDER}/names", "total": sheet.total}
    title = f"全部责任（第{number + 1}页）" if number else "全部责任"
    about = "所有责任事项，一张表，可筛选、可排序、可导出"
    yield SitePage(paths[number], title, Section.DUTIES, "duties.html.j2", data, description=about)
    packed = {"number": number, "rows": rows, "numbers": sheet.numbers, "pack": packed_rows}
    yield SitePage(scripts[number], title, Section.DUTIES, "duty-rows.js.j2", packed, suffix=".js")


def newest_first(catalogue: Catalogue) -> tuple[LinkedDuty, ...]:
    """All duties, those of the plan that runs longest first: what still binds stands on the first page."""
    return tuple(duty for plan in running_longest(catalogue) for duty in catalogue.duties_of(plan.id))


def running_longest(catalogue: Catalogue) -> list[Plan]:
    """All plans, that which runs longest first; one without an end by its day of issue."""
    return sorted(catalogue.plans, key=_end, reverse=True)


def _end(plan: Plan) -> str:
    return last_day(plan.period[1]) if plan.period else f"{plan.issued or ''}"


def packed_rows(duties: Sequence[LinkedDuty], numbers: Numbers) -> str:
    """The rows of a sheet as an argument of a script; `duties-data.js` says again what stands where."""
    packing = _Packing(numbers)
    return in_script(f"[{','.join([packing.row(duty) for duty in duties])}]")


@dataclass(frozen=True, slots=True)
class _Owners:
    """What a row tells of the owners, as JSON: who leads, by the key of its filter, and as words; and their ids."""

    told: str
    departments: tuple[str, ...]
    listed: str


class _Packing:
    """Rows of one sheet, put together as JSON: what the duties of a clause have in common is written once for all."""

    def __init__(self, numbers: Numbers) -> None:
        self._numbers = numbers
        # By identity: duties under the same phrases share the record, and the sheet holds on to its duties.
        self._owners: dict[tuple[int, tuple[str, ...]], _Owners] = {}
        self._topics: dict[int, str] = {}
        self._places: dict[str, tuple[str, str]] = {}

    def row(self, duty: LinkedDuty) -> str:
        record, owners, (page, citation) = duty.duty, self._owners_of(duty), self._place(duty)
        own = [party.department.id for party in duty.obliged if party.department]
        departments = self._those(dict.fromkeys((*owners.departments, *own))) if own else owners.listed
        enterprises = [self._numbers.enterprises[entry.id] for entry in duty.enterprises]
        targets = quoted(targets_text(record.targets)) if record.targets else '""'
        return (
            f"[{page},{quoted(duty.anchor.partition('/')[2])},{citation},{quoted(record.do)},"
            f"{quoted(wording.obliged_text(duty))},{owners.told},{departments},{_listed(enterprises)},"
            f"{self._topics_of(duty)},{_times(duty)},{targets},{quoted(record.evidence or '')},"
            f"{1 if duty.unconfirmed else 0}]"
        )

    def _place(self, duty: LinkedDuty) -> tuple[str, str]:
        """Of the clause: the number of the plan with the page, as far as it is another than the plan's; the mark."""
        found = self._places.get(duty.clause_anchor)
        if found is None:
            page = page_of(duty.anchor).removeprefix(f"plans/{duty.plan.id}")
            found = f"{self._numbers.plans[duty.plan.id]},{quoted(page)}", quoted(duty.path.citation)
            self._places[duty.clause_anchor] = found
        return found

    def _owners_of(self, duty: LinkedDuty) -> _Owners:
        certainty = duty.certainty
        key = id(duty.owners), duty.subjects if certainty is Certainty.NONE else ()
        found = self._owners.get(key)
        if found is None:
            lead, support = duty.lead, duty.support
            texts = wording.owner_line(duty), wording.names(lead), wording.names(support)
            told = ",".join([str(KEYS.index(filter_key(certainty))), *map(quoted, texts)])
            departments = tuple([entry.id for entry in (*lead, *support)])
            found = self._owners[key] = _Owners(told, departments, self._those(departments))
        return found

    def _those(self, departments: Iterable[str]) -> str:
        return _listed([self._numbers.departments[name] for name in departments])

    def _topics_of(self, duty: LinkedDuty) -> str:
        found = self._topics.get(id(duty.topics))
        if found is None:
            found = self._topics[id(duty.topics)] = _listed([self._numbers.topics[entry.id] for entry in duty.topics])
        return found


def _times(duty: LinkedDuty) -> str:
    """The dates, the periods by number, and the rules in words."""
    rules = duty.duty.recurrence
    if not rules and not duty.duty.deadlines:
        return '[],[],""'
    days = ",".join([f'"{deadline.date.isoformat()}"' for deadline in duty.deadlines])
    return f"[{days}],{_listed([EVERIES.index(rule.every) for rule in rules])},{quoted(rules_text(rules))}"


def _listed(numbers: Sequence[int]) -> str:
    return f"[{','.join(map(str, numbers))}]" if numbers else "[]"


class _Listed:
    """What duties name, in register order."""

    def __init__(self, catalogue: Catalogue) -> None:
        registers = catalogue.registers
        duties = catalogue.duties
        self._catalogue = catalogue
        self._plans: tuple[Plan, ...] = catalogue.plans
        enterprises = {entry.id for duty in duties for entry in duty.enterprises}
        topics = {entry.id for duty in duties for entry in duty.topics}
        self._departments: list[Department] = [
            entry for entry in registers.departments.entries if catalogue.roles(entry.id).duties
        ]
        self._enterprises: list[Enterprise] = _those(registers.enterprises.entries, enterprises)
        self._topics: list[Topic] = _those(registers.topics.entries, topics)
        self.numbers = Numbers(
            _numbered(self._plans),
            _numbered(self._departments),
            _numbered(self._enterprises),
            _numbered(self._topics),
        )

    def names(self) -> dict[str, Any]:
        """The names behind the numbers, and how the columns of exports are headed."""
        return {
            "plans": [self._plan(plan) for plan in self._plans],
            "places": [[place.id, place.name, place.parent or ""] for place in self._places()],
            "departments": [
                [entry.id, entry.name, entry.place, f"{department_path(entry)}.html"] for entry in self._departments
            ],
            "enterprises": [[entry.id, entry.name] for entry in self._enterprises],
            "topics": [[entry.id, entry.name] for entry in self._topics],
            "certainties": [[key, wording.certainty_label(FILTERS[key][0])] for key in KEYS],
            "everies": [[every.value, wording.EVERY_LABELS[every]] for every in EVERIES],
            "heads": list(HEADS),
            "widths": list(WIDTHS),
        }

    def _plan(self, plan: Plan) -> list[Any]:
        """Id, title, 文号, place, short name, first and last day (or empty), how many duties."""
        place = self._catalogue.registers.places.get(plan.place)
        bounds = [first_day(plan.period[0]), last_day(plan.period[1])] if plan.period else ["", ""]
        name = short_plan(plan, place) if place else plan.title
        count = len(self._catalogue.duties_of(plan.id))
        return [plan.id, plan.title, plan.number or "", plan.place, name, *bounds, count]

    def _places(self) -> list[Place]:
        """The places of plans and departments, and those that they lie in."""
        registers = self._catalogue.registers
        own = {plan.place for plan in self._plans} | {entry.place for entry in self._departments}
        around = {place.id for name in own for place in registers.place_chain(name)}
        return [place for place in registers.places.entries if place.id in around]


def _those(entries: Iterable[Any], ids: set[str]) -> list[Any]:
    return [entry for entry in entries if entry.id in ids]


def _numbered(entries: Iterable[Any]) -> dict[str, int]:
    return {entry.id: number for number, entry in enumerate(entries)}

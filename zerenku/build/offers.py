"""Files to take away besides papers: calendars of plans, departments and kinds of enterprises, data of plans."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Final

from generators.calendar.listing import calendars
from generators.tables.delimited import to_csv
from generators.tables.duties import HEADS, duty_rows
from zerenku.build.paper_rows import key_of
from zerenku.catalogue.catalogue import Catalogue
from zerenku.catalogue.digest import Digester
from zerenku.catalogue.interchange import plan_json
from zerenku.catalogue.takeaway import data_name
from zerenku.model.plan import Plan

if TYPE_CHECKING:
    from generators.calendar.feed import CalendarWriter

SUFFIXES: Final = (".json", ".csv", ".xlsx")


def offer_keys(catalogue: Catalogue, sources: Mapping[str, str], digester: Digester) -> dict[str, str]:
    """Name of each file → digest of what it is made from, given the digests of the sources by their name.

    A calendar is made from what falls due, the data of a plan from its whole source and from the registers.
    """
    base = key_of({name: mark for name, mark in sources.items() if "/registers/" in name})
    found = {name: digester.of(title, timed) for name, (title, timed) in calendars(catalogue).items()}
    for plan in catalogue.plans:
        key = key_of(base, sources.get(f"content/plans/{plan.id}.yml", ""))
        found |= {data_name(plan.id, suffix): key for suffix in SUFFIXES}
    return found


class OfferWriter:
    """Writes the files of one catalogue, which the caller holds; what stands in several calendars is made once."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._calendars = calendars(catalogue)
        self._plan_of = {data_name(plan.id, suffix): plan for plan in catalogue.plans for suffix in SUFFIXES}

    def file(self, name: str) -> bytes:
        """The file of that name; KeyError for a name that is not `offered`."""
        if name in self._calendars:
            title, timed = self._calendars[name]
            return self._calendar_writer.file(title, timed)
        return self._data(self._plan_of[name], name)

    @cached_property
    def _calendar_writer(self) -> CalendarWriter:
        # The library that writes calendars is loaded only where one is made.
        from generators.calendar.feed import CalendarWriter  # noqa: PLC0415

        return CalendarWriter()

    def _data(self, plan: Plan, name: str) -> bytes:
        if name.endswith(".json"):
            return (json.dumps(plan_json(self._catalogue, plan), ensure_ascii=False, indent=2) + "\n").encode()
        rows = duty_rows(self._catalogue.duties_of(plan.id))
        if name.endswith(".csv"):
            return to_csv(HEADS, rows)
        # openpyxl takes a while to load, and most builds write no workbook.
        from generators.xlsx.duty_table import write_duties  # noqa: PLC0415

        return write_duties(rows, title=plan.title)

"""Files to take away besides papers: calendars of plans, departments and kinds of enterprises, data of plans."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Final

from generators.calendar.feed import CalendarWriter, calendars
from generators.tables.delimited import to_csv
from generators.tables.duties import HEADS, duty_rows
from zerenku.build.paper_rows import key_of
from zerenku.catalogue.catalogue import Catalogue
from zerenku.catalogue.interchange import plan_json
from zerenku.catalogue.takeaway import data_name
from zerenku.model.plan import Plan

SUFFIXES: Final = (".json", ".csv", ".xlsx")


def offered(catalogue: Catalogue) -> Mapping[str, tuple[str, ...]]:
    """Name of each file → ids of the plans that it is made from; the registers go into every one."""
    found = {
        name: tuple(dict.fromkeys(item.plan.id for item in timed)) for name, (_, timed) in calendars(catalogue).items()
    }
    return found | {data_name(plan.id, suffix): (plan.id,) for plan in catalogue.plans for suffix in SUFFIXES}


def offer_keys(catalogue: Catalogue, sources: Mapping[str, str]) -> dict[str, str]:
    """Name of each file → digest of what it is made from, given the digests of the sources by their name."""
    registers = {name: mark for name, mark in sources.items() if "/registers/" in name}
    base = key_of(registers)
    return {
        name: key_of(base, [sources.get(f"content/plans/{plan}.yml", "") for plan in plans])
        for name, plans in offered(catalogue).items()
    }


class OfferWriter:
    """Writes the files of one catalogue, which the caller holds; what stands in several calendars is made once."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._calendars = calendars(catalogue)
        self._writer = CalendarWriter()
        self._plan_of = {data_name(plan.id, suffix): plan for plan in catalogue.plans for suffix in SUFFIXES}

    def file(self, name: str) -> bytes:
        """The file of that name; KeyError for a name that is not `offered`."""
        if name in self._calendars:
            title, timed = self._calendars[name]
            return self._writer.file(title, timed)
        return self._data(self._plan_of[name], name)

    def _data(self, plan: Plan, name: str) -> bytes:
        if name.endswith(".json"):
            return (json.dumps(plan_json(self._catalogue, plan), ensure_ascii=False, indent=2) + "\n").encode()
        rows = duty_rows(self._catalogue.duties_of(plan.id))
        if name.endswith(".csv"):
            return to_csv(HEADS, rows)
        # openpyxl takes a while to load, and most builds write no workbook.
        from generators.xlsx.duty_table import write_duties  # noqa: PLC0415

        return write_duties(rows, title=plan.title)

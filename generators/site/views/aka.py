"""Pages under the other names of departments: whoever follows an old or short name lands at the department."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from hashlib import blake2b

from generators.site.links import shown_departments
from generators.site.pages import Section, Sheaf, SitePage
from zerenku.catalogue.catalogue import Catalogue
from zerenku.catalogue.registers import Register
from zerenku.model.register import Department

DIGITS = 4
"""Bytes of the digest of a name: names of one place are few."""


def aka_path(place: str, name: str) -> str:
    """`departments/aka/liutang-3f2a9c01`: plain letters, for names may hold what old file systems refuse; the same
    whatever other names come and go.
    """
    return f"departments/aka/{place}-{blake2b(name.encode(), digest_size=DIGITS).hexdigest()}"


def aka_pages(catalogue: Catalogue) -> Sheaf:
    """A page for every short name, alias and former name that leads to a department with a page of its own.

    They stand outside the shell (`.htm`): nobody reads them, and there may be many. A former body without a page counts
    among the names of its successor. No two bodies of one place go by one name: registers refuse that.
    """
    departments = catalogue.registers.departments
    shown = frozenset(item.id for item in shown_departments(catalogue))
    return Sheaf("departments/aka", Section.DEPARTMENTS, (departments, shown), partial(_pages, departments, shown))


def _pages(departments: Register[Department], shown: frozenset[str]) -> Iterator[SitePage]:
    told: set[str] = set()
    for item in departments.entries:
        target = item if item.id in shown else departments.get(item.replaced_by) if item.replaced_by else None
        if target is None or target.id not in shown:
            continue
        for name in (item.name, item.short, *item.aliases):
            path = aka_path(item.place, name or "")
            if name and name != target.name and path not in told:
                told.add(path)
                yield SitePage(
                    path=path,
                    title=name,
                    section=Section.DEPARTMENTS,
                    template="aka.htm.j2",
                    data={"name": name, "target": target},
                    suffix=".htm",
                )

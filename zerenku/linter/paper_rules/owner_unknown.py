"""责任单位应当在部门名录里；查不到的，可能是误写，也可能名录还没有登记。名录认得文中大半部门时才检查。

名录没有登记过的地方，只指出名称不像任何一地部门的“某某局”。
通过：镇安全生产办公室（名录有）　不通过：镇安监科（名录没有）；县实验室管理局
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from zerenku.linter.bureaus import is_odd_bureau
from zerenku.linter.paper import Flaw, Paper
from zerenku.linter.paper_rules import owner_misprint, owner_variant
from zerenku.model.finding import Severity
from zerenku.model.register import Level, Place
from zerenku.text.names import is_body, is_collective, is_generic

ID: Final = "owner-unknown"
SEVERITY: Final = Severity.INFO
CERTAINTY: Final = "中"
FEWEST: Final = 3
"""A register that knows fewer departments of the place says nothing about the others."""


def check(paper: Paper) -> Iterator[Flaw]:
    """Owners that the register of the issuer's place does not know, where it knows most of them; each name once.

    Without such a register, bureaus of which no office anywhere has the like.
    """
    first = {named.name: named for named in reversed(paper.named) if _is_single(named.name)}
    place = paper.standing.place
    departments = paper.registers.departments
    if paper.standing.level not in {Level.CITY, Level.COUNTY, Level.TOWN}:
        return
    if place is None or sum(entry.place == place.id for entry in departments.entries) < FEWEST:
        meant = {flaw.start for rule in (owner_misprint, owner_variant) for flaw in rule.check(paper)}
        for named in first.values():
            if named.start not in meant and is_odd_bureau(named.name) and not departments.named(named.name):
                text = f"没有见过“{named.name}”这样的部门"
                yield Flaw(named.start, named.end, text, "核对名称；确有其名的不必改")
        return
    unknown = [named for named in first.values() if not _is_known(paper, place, named.name)]
    if 2 * len(unknown) > len(first):
        return  # it is the register that has not heard of them yet
    for named in unknown:
        near = departments.near(named.name, limit=1)
        hint = f"，相近的有“{near[0]}”" if near else ""
        text = f"部门名录里没有“{named.name}”{hint}"
        yield Flaw(named.start, named.end, text, "改成名录的写法，或登记到名录")


def _is_single(name: str) -> bool:
    return is_body(name) and not is_collective(name) and not is_generic(name)


def _is_known(paper: Paper, place: Place, name: str) -> bool:
    departments = paper.registers.departments
    if any(entry.place == place.id and entry.name.endswith(name) for entry in departments.entries):
        return True  # 镇安全管理科 of 柳塘镇安全管理科
    return paper.registers.department(name, place_id=place.id) is not None or bool(departments.named(name))

"""责任单位应当在部门名录里；查不到的，可能是误写，也可能名录还没有登记。只在名录认得文中大半部门时检查。

通过：镇安全科（名录有）　不通过：镇安监科（名录没有）
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from zerenku.linter.paper import Flaw, Paper
from zerenku.model.finding import Severity
from zerenku.model.register import Place
from zerenku.text.names import is_body, is_collective, is_generic

ID: Final = "owner-unknown"
SEVERITY: Final = Severity.INFO
CERTAINTY: Final = "中"
FEWEST: Final = 3
"""A register that knows fewer departments of the place says nothing about the others."""


def check(paper: Paper) -> Iterator[Flaw]:
    """Owners that the register of the issuer's place does not know, where it knows most of them; each name once."""
    place = paper.standing.place
    if place is None:
        return
    departments = paper.registers.departments
    if sum(entry.place == place.id for entry in departments.entries) < FEWEST:
        return
    first = {named.name: named for named in reversed(paper.named) if _is_single(named.name)}
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

"""责任单位应当在部门名录里；查不到的，可能是误写，也可能名录还没有登记。只在名录里有本地区部门时检查。

通过：镇安全科（名录有）　不通过：镇安监科（名录没有）
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from zerenku.linter.paper import Flaw, Paper
from zerenku.model.finding import Severity
from zerenku.text.names import is_body, is_collective, is_generic

ID: Final = "owner-unknown"
SEVERITY: Final = Severity.INFO
CERTAINTY: Final = "中"
FEWEST: Final = 3
"""A register that knows fewer departments of the place says nothing about the others."""


def check(paper: Paper) -> Iterator[Flaw]:
    """Owners that the register of the issuer's place does not know; each name once."""
    place = paper.standing.place
    if place is None:
        return
    departments = paper.registers.departments
    if sum(entry.place == place.id for entry in departments.entries) < FEWEST:
        return
    seen: set[str] = set()
    for named in paper.named:
        if named.name in seen or is_collective(named.name) or is_generic(named.name) or not is_body(named.name):
            continue
        seen.add(named.name)
        if any(entry.place == place.id and entry.name.endswith(named.name) for entry in departments.entries):
            continue  # 镇安全管理科 of 柳塘镇安全管理科
        if paper.registers.department(named.name, place_id=place.id) is None and not departments.named(named.name):
            near = departments.near(named.name, limit=1)
            hint = f"，相近的有“{near[0]}”" if near else ""
            text = f"部门名录里没有“{named.name}”{hint}"
            yield Flaw(named.start, named.end, text, "改成名录的写法，或登记到名录")

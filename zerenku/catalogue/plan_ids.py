"""What to say of a plan id that no plan has: ids that look like it, or else which plans there are."""

from __future__ import annotations

from collections.abc import Iterable

from zerenku.catalogue.registers import near
from zerenku.errors import UnknownName

KIND = "方案"


def unknown_plan(plan_id: str, known: Iterable[str]) -> UnknownName:
    """The error for an id that is not among the `known` ones."""
    ids = tuple(known)
    return UnknownName(KIND, plan_id, near(plan_id, ids, part=False), ids)

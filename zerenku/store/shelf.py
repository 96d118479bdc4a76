"""Sources as read and linked, kept in memory between two loads of a workspace: what stays is not read again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar, cast

from zerenku.catalogue.link import LinkedPlan
from zerenku.catalogue.registers import Registers, RegisterSources
from zerenku.model.finding import Finding
from zerenku.model.plan import Plan
from zerenku.store.kept import Kept

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class PlanRead:
    """What a file held: the plan, what is wrong with it, the digest of its bytes.

    `linked` is the plan linked with sound registers; `marks` are the digests of its records.
    """

    plan: Plan | None
    findings: tuple[Finding, ...]
    digest: str
    linked: LinkedPlan | None = None
    marks: bytes = b""


@dataclass(frozen=True)
class RegistersRead:
    """All registers as read, what is wrong with them, their files with their digests."""

    sources: RegisterSources
    findings: tuple[Finding, ...]
    digests: tuple[tuple[str, str], ...]

    @cached_property
    def registers(self) -> Registers:
        """The registers with their look-ups."""
        return Registers(self.sources)


class Shelf:
    """What was read of each file, as long as the file keeps its mark; a mark is taken before the file is read.

    `kept` is what an earlier run read, if that is to be used and added to.
    """

    def __init__(self, kept: Kept | None = None) -> None:
        self.kept = kept
        self._plans: dict[Path, tuple[object, RegistersRead, PlanRead]] = {}
        self._registers: tuple[object, RegistersRead] | None = None
        self._others: dict[str, tuple[object, Any]] = {}

    @property
    def program(self) -> str:
        """The digest of the program, where it is known."""
        return self.kept.program if self.kept else ""

    def plan(self, path: Path, registers: RegistersRead) -> PlanRead | None:
        """What the file holds; None when it was never read and linked with these registers, or has changed since."""
        mark, linked_with, found = self._plans.get(path, (None, None, None))
        return found if mark is not None and linked_with is registers and mark == mark_of(path) else None

    def put_plan(self, path: Path, mark: object, registers: RegistersRead, found: PlanRead) -> None:
        """Have at hand what was read of a file."""
        self._plans[path] = mark, registers, found

    def registers(self, marks: object) -> RegistersRead | None:
        """The registers when their files bear these marks still."""
        return self._registers[1] if self._registers and self._registers[0] == marks else None

    def put_registers(self, marks: object, found: RegistersRead) -> RegistersRead:
        """Have the registers at hand: those of before, when these say the same."""
        before = self._registers[1] if self._registers else None
        same = before is not None and before.digests == found.digests
        self._registers = marks, before if before is not None and same else found
        return self._registers[1]

    def other(self, name: str, mark: object, read: Callable[[], T]) -> T:
        """What `read` gives under that name, read once as long as all that it hangs on, the mark, is the same."""
        before = self._others.get(name)
        if before is None or before[0] != mark:
            before = self._others[name] = mark, read()
        return cast("T", before[1])


def mark_of(path: Path) -> object:
    """What tells one state of a file from another; None when there is no file."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino

"""Sources as read, kept in memory between two loads of a workspace: a file that did not change is not read again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from zerenku.catalogue.registers import Registers
from zerenku.model.finding import Finding
from zerenku.model.plan import Plan


@dataclass(frozen=True, slots=True)
class PlanRead:
    """What a file held: the plan, what is wrong with it, the digest of its bytes."""

    plan: Plan | None
    findings: tuple[Finding, ...]
    digest: str


@dataclass(frozen=True, slots=True)
class RegistersRead:
    """All registers, what is wrong with them, the digests of their files by name."""

    registers: Registers
    findings: tuple[Finding, ...]
    digests: Mapping[str, str]


class Shelf:
    """What was read of each file, as long as the file keeps its mark; a mark is taken before the file is read."""

    def __init__(self) -> None:
        self._plans: dict[Path, tuple[object, PlanRead]] = {}
        self._registers: tuple[object, RegistersRead] | None = None

    def plan(self, path: Path) -> PlanRead | None:
        """What the file held; None when it was never read or has changed since."""
        mark, found = self._plans.get(path, (None, None))
        return found if mark is not None and mark == mark_of(path) else None

    def put_plan(self, path: Path, mark: object, found: PlanRead) -> None:
        """Keep what was read of a file."""
        self._plans[path] = mark, found

    def registers(self, marks: object) -> RegistersRead | None:
        """The registers when their files bear these marks still."""
        return self._registers[1] if self._registers and self._registers[0] == marks else None

    def put_registers(self, marks: object, found: RegistersRead) -> None:
        """Keep the registers."""
        self._registers = marks, found


def mark_of(path: Path) -> object:
    """What tells one state of a file from another; None when there is no file."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino

"""A workspace is a folder with `content/`; loading it gives the catalogue or every reason why not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from zerenku.catalogue.catalogue import Catalogue
from zerenku.catalogue.link import link
from zerenku.catalogue.registers import Registers, RegisterSources
from zerenku.catalogue.schema import REGISTER_SHAPES
from zerenku.errors import ContentBroken, WorkspaceMissing
from zerenku.model.finding import Finding, Severity
from zerenku.model.place import Span
from zerenku.model.plan import Plan
from zerenku.store.parallel import spread, unhurried_collector
from zerenku.store.profiles import check_profiles, read_profiles
from zerenku.store.reading import Reading
from zerenku.store.shelf import PlanRead, RegistersRead, Shelf, mark_of

CONTENT: Final = "content"
BATCH: Final = 16
"""Plans that a process reads before it hands them over: fewer are read sooner than a process starts."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a workspace holds; `catalogue` is None exactly when some finding is an error.

    `sources` are digests of the files, as they were read, by name.
    """

    root: Path
    catalogue: Catalogue | None
    findings: tuple[Finding, ...]
    sources: Mapping[str, str] = field(default_factory=dict)

    @property
    def errors(self) -> tuple[Finding, ...]:
        """Findings that stop a build."""
        return tuple(finding for finding in self.findings if finding.severity == Severity.ERROR)

    def sealed(self) -> Catalogue:
        """The catalogue; ContentBroken when there are errors."""
        if self.catalogue is None:
            raise ContentBroken(len(self.errors))
        return self.catalogue


def load(root: Path, *, jobs: int = 1, shelf: Shelf | None = None) -> Loaded:
    """Read every source under `root`/content, link, and seal; WorkspaceMissing when there is no content/.

    Without sound registers nothing is linked: each name would be unknown, and the one cause lost among the effects.
    Many plans are read by `jobs` processes; what is on the `shelf` is not read again.
    """
    if not (root / CONTENT).is_dir():
        raise WorkspaceMissing(str(root))
    with unhurried_collector():
        return _load(root, jobs=jobs, shelf=shelf or Shelf())


def _load(root: Path, *, jobs: int, shelf: Shelf) -> Loaded:
    registers = _shelved_registers(root, shelf)
    read = _read_plans(root, jobs=jobs, shelf=shelf)
    findings = [*registers.findings, *(finding for item in read.values() for finding in item.findings)]
    findings.extend(_unread_files(root))
    profiles, profile_findings = read_profiles(root)
    findings.extend(profile_findings)
    catalogue: Catalogue | None = None
    if not registers.findings:
        plans = [item.plan for item in read.values() if item.plan is not None]
        catalogue, link_findings = link(plans, registers.registers)
        findings.extend(link_findings)
        findings.extend(check_profiles(profiles, registers.registers))
    findings.sort()
    broken = any(finding.severity == Severity.ERROR for finding in findings)
    sources = {**registers.digests, **{name: item.digest for name, item in read.items()}}
    return Loaded(root, None if broken else catalogue, tuple(findings), sources)


def load_registers(root: Path) -> RegisterSources:
    """The registers alone, as read; ContentBroken when one cannot be read, WorkspaceMissing without content/."""
    sources, findings = read_registers(root)
    if findings:
        raise ContentBroken(len(findings))
    return sources


def read_registers(root: Path) -> tuple[RegisterSources, tuple[Finding, ...]]:
    """The registers alone and what is wrong with them; WorkspaceMissing without content/."""
    if not (root / CONTENT).is_dir():
        raise WorkspaceMissing(str(root))
    reading = Reading(root)
    sources = _read_registers(reading)
    return sources, tuple(reading.findings)


def read_plan(path: Path, *, name: str) -> tuple[Plan | None, tuple[Finding, ...]]:
    """One plan source, its names unresolved; `name` is what findings call the file."""
    reading = Reading(path.parent)
    return reading.record(path, Plan, name=name), tuple(reading.findings)


def _unread_files(root: Path) -> Iterator[Finding]:
    """Files beside the sources that nothing reads: most likely a source with a wrong name."""
    content = root / CONTENT
    known = {content / "registers" / f"{name}.yml" for name in REGISTER_SHAPES} | set(content.glob("plans/*.yml"))
    for path in sorted((*content.glob("registers/*"), *content.glob("plans/*"))):
        if path not in known and path.suffix.lower() in {".yml", ".yaml"}:
            span = Span(path.relative_to(root).as_posix())
            text = "没有读取这个文件"
            yield Finding(span, "unread-file", text, Severity.WARNING, "方案放 plans/，扩展名用 .yml；名录不能改名")


def _register_paths(root: Path) -> dict[str, Path]:
    return {name: root / CONTENT / "registers" / f"{name}.yml" for name in REGISTER_SHAPES}


def _shelved_registers(root: Path, shelf: Shelf) -> RegistersRead:
    marks = tuple(map(mark_of, _register_paths(root).values()))
    found = shelf.registers(marks)
    if found is None:
        reading = Reading(root)
        registers = Registers(_read_registers(reading))
        found = RegistersRead(registers, tuple(reading.findings), reading.digests)
        shelf.put_registers(marks, found)
    return found


def _read_registers(reading: Reading) -> RegisterSources:
    found: dict[str, Any] = {}
    for name, path in _register_paths(reading.root).items():
        key = None if name == "enterprises" else name
        value = reading.register(path, key, REGISTER_SHAPES[name])
        if value is not None:
            found[name] = value
    return RegisterSources(**found)


def _read_plans(root: Path, *, jobs: int, shelf: Shelf) -> dict[str, PlanRead]:
    """Every plan by the name of its file."""
    folder = root / CONTENT / "plans"
    paths = sorted(folder.glob("*.yml")) if folder.is_dir() else []
    new = [path for path in paths if shelf.plan(path) is None]
    marks = {path: mark_of(path) for path in new}
    batches = [new[start : start + BATCH] for start in range(0, len(new), BATCH)]

    def batch(number: int) -> list[PlanRead]:
        return [_read_plan(root, path) for path in batches[number]]

    fresh: dict[Path, PlanRead] = {}
    for read_paths, found in zip(batches, spread(batch, len(batches), jobs=jobs), strict=True):
        for path, item in zip(read_paths, found, strict=True):
            fresh[path] = item
            shelf.put_plan(path, marks[path], item)
    read = ((path, fresh.get(path) or shelf.plan(path) or _read_plan(root, path)) for path in paths)
    return {path.relative_to(root).as_posix(): item for path, item in read}


def _read_plan(root: Path, path: Path) -> PlanRead:
    """One plan and what is wrong with its file."""
    reading = Reading(root)
    plan = reading.record(path, Plan)
    if plan is not None and plan.id != path.stem:
        text = f"方案 id“{plan.id}”与文件名“{path.stem}”不一致"
        reading.findings.append(Finding(plan.span, "plan-id", text, suggest="请改成一样"))
    return PlanRead(plan, tuple(reading.findings), next(iter(reading.digests.values()), ""))

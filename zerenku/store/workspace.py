"""A workspace is a folder with `content/`; loading it gives the catalogue or every reason why not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from zerenku.catalogue.catalogue import Catalogue
from zerenku.catalogue.link import gather
from zerenku.catalogue.registers import RegisterSources
from zerenku.catalogue.schema import REGISTER_SHAPES
from zerenku.errors import ContentBroken, WorkspaceMissing
from zerenku.model.finding import Finding, Severity
from zerenku.model.place import Span
from zerenku.model.plan import Plan
from zerenku.store.kept import REGISTERS
from zerenku.store.packing import Unreadable, pack, unpack
from zerenku.store.parallel import unhurried_collector
from zerenku.store.plans import PlanShelf
from zerenku.store.profiles import check_profiles, read_profiles
from zerenku.store.reading import Reading, digest_of
from zerenku.store.shelf import PlanRead, RegistersRead, Shelf, mark_of

CONTENT: Final = "content"


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a workspace holds; `catalogue` is None exactly when some finding is an error.

    `sources` are digests of the files, as they were read, by name; `plans` is what was read of each plan, and
    `shelf` where that lies.
    """

    root: Path
    catalogue: Catalogue | None
    findings: tuple[Finding, ...]
    sources: Mapping[str, str] = field(default_factory=dict)
    plans: tuple[PlanRead, ...] = field(default=(), repr=False)
    shelf: Shelf = field(default_factory=Shelf, repr=False, compare=False)

    @property
    def errors(self) -> tuple[Finding, ...]:
        """Findings that stop a build."""
        return tuple(finding for finding in self.findings if finding.severity == Severity.ERROR)

    def sealed(self) -> Catalogue:
        """The catalogue; ContentBroken when there are errors."""
        if self.catalogue is None:
            raise ContentBroken(len(self.errors))
        return self.catalogue

    def is_current(self) -> bool:
        """Are the sources still what was read? Somebody may have saved one since."""
        paths = (*_register_paths(self.root).values(), *(self.root / CONTENT).glob("plans/*.yml"))
        with suppress(OSError):
            found = {path.relative_to(self.root).as_posix(): path.read_bytes() for path in paths if path.exists()}
            return {name: digest_of(data) for name, data in found.items()} == self.sources
        return False


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
    read = PlanShelf(root, registers, shelf).read(jobs=jobs)
    findings = [*registers.findings, *(finding for item in read.values() for finding in item.findings)]
    findings.extend(_unread_files(root))
    profiles, profile_findings = read_profiles(root)
    findings.extend(profile_findings)
    catalogue: Catalogue | None = None
    if not registers.findings:
        linked = [item.linked for item in read.values() if item.linked is not None]
        catalogue, link_findings = gather(linked, registers.registers)
        findings.extend(link_findings)
        findings.extend(check_profiles(profiles, registers.registers))
    findings.sort()
    broken = any(finding.severity == Severity.ERROR for finding in findings)
    sources = {**dict(registers.digests), **{name: item.digest for name, item in read.items()}}
    return Loaded(root, None if broken else catalogue, tuple(findings), sources, tuple(read.values()), shelf)


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
    paths = _register_paths(root).values()
    marks = tuple(map(mark_of, paths))
    return shelf.registers(marks) or shelf.put_registers(marks, _kept_registers(root, shelf))


def _kept_registers(root: Path, shelf: Shelf) -> RegistersRead:
    """The registers as an earlier run read the same bytes, else read and kept."""
    if shelf.kept is None:
        return _fresh_registers(root)
    with suppress(OSError, Unreadable):
        key = [digest_of(path.read_bytes()) for path in _register_paths(root).values()]
        data = shelf.kept.get(REGISTERS, *key)
        if data is not None:
            sources, digests = unpack(data)
            return RegistersRead(sources, (), digests)
    found = _fresh_registers(root)
    if not found.findings:
        shelf.kept.put(REGISTERS, pack((found.sources, found.digests)), *(digest for _, digest in found.digests))
    return found


def _fresh_registers(root: Path) -> RegistersRead:
    reading = Reading(root)
    sources = _read_registers(reading)
    return RegistersRead(sources, tuple(reading.findings), tuple(reading.digests.items()))


def _read_registers(reading: Reading) -> RegisterSources:
    found: dict[str, Any] = {}
    for name, path in _register_paths(reading.root).items():
        key = None if name == "enterprises" else name
        value = reading.register(path, key, REGISTER_SHAPES[name])
        if value is not None:
            found[name] = value
    return RegisterSources(**found)

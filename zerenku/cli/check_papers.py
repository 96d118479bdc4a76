"""Official texts for `zerenku check`: extract, read, lint; one bad file stops no other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from zerenku.catalogue.registers import Registers, RegisterSources
from zerenku.errors import ContentBroken, SourceUnreadable, WorkspaceMissing
from zerenku.extract.reading import extract
from zerenku.importer import ImportWords, import_text
from zerenku.linter.runner import Remark, lint_paper
from zerenku.model.finding import Finding
from zerenku.store.workspace import load_registers

NOTHING: Final = "没有读到文字；扫描件请先识别文字，再检查"


@dataclass(frozen=True, slots=True)
class CheckedPaper:
    """An official text with its remarks; `text` is the normalised text that their offsets count, or `error` says why
    there is none. `line_numbers` are the file's lines of the text's lines.
    """

    name: str
    text: str = ""
    line_numbers: tuple[int, ...] = ()
    remarks: tuple[Remark, ...] = ()
    title: str = ""
    error: str = ""
    waived: int = 0

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The remarks as findings, in text order."""
        return tuple(remark.finding for remark in self.remarks)


def known_registers(root: Path) -> Registers:
    """The workspace's registers; without a sound workspace every rule that needs them keeps silent."""
    try:
        return Registers(load_registers(root))
    except (WorkspaceMissing, ContentBroken):
        return Registers(RegisterSources())


def check_papers(root: Path, files: Iterable[Path]) -> Iterator[CheckedPaper]:
    """Check one file after the other."""
    registers = known_registers(root)
    words = ImportWords(registers.departments.names(), registers.enterprises.names())
    for path in files:
        yield _check(path, _shown(root, path), registers, words)


def _check(path: Path, name: str, registers: Registers, words: ImportWords) -> CheckedPaper:
    try:
        original = extract(path)
    except SourceUnreadable as error:
        return CheckedPaper(name, error=str(error))
    drafts = import_text(original, words=words)
    if not drafts:
        return CheckedPaper(name, error=str(SourceUnreadable(str(path), NOTHING)))
    outline = drafts[0].outline
    title = outline.head.title.value if outline.head.title else ""
    remarks = lint_paper(drafts, registers, file=name, original=original)
    return CheckedPaper(name, outline.text, outline.line_numbers, remarks, title)


def _shown(root: Path, path: Path) -> str:
    """A name for findings: below the workspace if it lies there, else as the user wrote it."""
    try:
        return path.resolve().relative_to(root.resolve()).as_posix()
    except ValueError:
        return path.name if path.is_absolute() else path.as_posix()


def keep(paper: CheckedPaper, kept: Iterable[Finding]) -> CheckedPaper:
    """The paper with those of its remarks whose findings are among the kept ones (the same objects)."""
    left = {id(finding) for finding in kept}
    remarks = tuple(remark for remark in paper.remarks if id(remark.finding) in left)
    return replace(paper, remarks=remarks, waived=len(paper.remarks) - len(remarks))

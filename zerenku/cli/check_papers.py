"""Official texts for `zerenku check`: extract, read, lint, measure the layout; one bad file stops no other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from zerenku.catalogue.registers import Registers, RegisterSources
from zerenku.cli.check_layout import layout_remarks
from zerenku.cli.checked import CheckedPaper
from zerenku.cli.import_sources import source_files
from zerenku.errors import ContentBroken, SourceUnreadable, WorkspaceMissing
from zerenku.extract.reading import extract_with_bytes
from zerenku.importer import ImportWords, import_text
from zerenku.linter.runner import lint_paper
from zerenku.linter.waivers import read_lines
from zerenku.linter.whereabouts import Whereabouts
from zerenku.store.workspace import load_registers

NOTHING: Final = "没有读到文字；扫描件请先识别文字，再检查"


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
        original, data = extract_with_bytes(path)
    except SourceUnreadable as error:
        return CheckedPaper(name, error=str(error))
    waivers, lines = read_lines(original.lines, file=name)
    original = replace(original, lines=lines)
    drafts = import_text(original, words=words)
    if not drafts:
        return CheckedPaper(name, error=str(SourceUnreadable(str(path), NOTHING)))
    outline = drafts[0].outline
    title = outline.head.title.value if outline.head.title else ""
    remarks = lint_paper(drafts, registers, file=name, original=original)
    where = Whereabouts(outline, file=name, original=original)
    remarks += layout_remarks(data, path.suffix.lower(), outline, where)
    in_order = sorted(remarks, key=lambda remark: (remark.start, remark.end, remark.finding))
    return CheckedPaper(name, outline.text, outline.line_numbers, tuple(in_order), title, waivers=waivers)


def _shown(root: Path, path: Path) -> str:
    """A name for findings: below the workspace if it lies there, else as the user wrote it."""
    try:
        return path.resolve().relative_to(root.resolve()).as_posix()
    except ValueError:
        return path.name if path.is_absolute() else path.as_posix()


def read_papers(root: Path, paths: Sequence[Path]) -> tuple[list[CheckedPaper], list[str]]:
    """Official texts checked, and a sentence for each that cannot be; a single one is refused outright."""
    files, unreadable = source_files(paths)
    if len(paths) == 1 and not files:
        path = paths[0]
        raise SourceUnreadable(str(path), "没有这个文件") if not path.exists() else unreadable[0]
    errors = [str(error) for error in unreadable]
    checked = []
    for paper in check_papers(root, files):
        if paper.error:
            errors.append(paper.error)
        else:
            checked.append(paper)
    return checked, errors

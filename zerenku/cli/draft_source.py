"""`zerenku draft notice|plan --from 文件`: an official text re-set word for word in the official layout."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from generators.compose.retypeset import papers, retypeset
from zerenku.cli.check_papers import known_registers
from zerenku.cli.draft_kinds import DOCX, Paper
from zerenku.cli.draft_layout import write_docx
from zerenku.errors import SourceUnreadable
from zerenku.extract.reading import extract
from zerenku.importer import ImportWords, import_text
from zerenku.importer.samples import is_sample


def draft_from(root: Path, source: Path, *, kind: str, fields: Mapping[str, str]) -> Paper:
    """The paper of a file; of a file with several papers the first, and that is said."""
    original = extract(source)
    if is_sample(original):
        raise SourceUnreadable(str(source), "这是样稿，文字系摘编，不能重排成正式公文；请用发文机关的原文")
    registers = known_registers(root)
    words = ImportWords(registers.departments.names(), registers.enterprises.names())
    found = papers(import_text(original, words=words))
    if not found:
        raise SourceUnreadable(str(source), "没有读到文字；扫描件请先识别文字")
    first, *following = found[0]
    names = (*registers.places.names(), *registers.departments.names())
    done = retypeset(
        first,
        original=original,
        kind="plan" if kind == "plan" else "notice",
        fields=fields,
        following=following,
        words=names,
    )
    remarks = done.remarks
    if len(found) > 1:
        remarks += (f"这个文件里有 {len(found)} 份公文，只排了第一份；请拆开再排其余的",)
    return Paper(
        name=source.stem,
        data=write_docx(done.document, verbatim=True),
        suffix=DOCX,
        called="重排的公文",
        say="文字与来文逐字相同",
        remarks=remarks,
    )

"""Word to PDF through LibreOffice, with a profile of its own that is gone afterwards."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from zerenku.extract.refusal import Refusal
from zerenku.extract.word.office import convert, office

SECONDS: Final = 120
MISSING: Final = "排版核对要用 LibreOffice，这台机器上没有；请安装它，或只做不排版的核对"
FAILED: Final = "LibreOffice 排不出这份文档，可能已损坏；请用 Word 打开确认后另存"
# The empty page before a 版记 counts too, and LibreOffice leaves it out unless told not to.
FILTER: Final = 'pdf:writer_pdf_Export:{"IsSkipEmptyPages":{"type":"boolean","value":"false"}}'


def render(docx: bytes, *, seconds: int = SECONDS) -> bytes:
    """The PDF of a paper. Refusal without LibreOffice, when it fails, or after `seconds`."""
    return render_all({"paper": docx}, seconds=seconds)["paper"]


def render_all(papers: Mapping[str, bytes], *, seconds: int = SECONDS) -> dict[str, bytes]:
    """The PDFs of several papers in one run, by the same names; the names must do as file names."""
    program = office()
    if program is None:
        raise Refusal(MISSING)
    with TemporaryDirectory(prefix="zerenku-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        sources = [folder / f"{paper}.docx" for paper in papers]
        for source, data in zip(sources, papers.values(), strict=True):
            source.write_bytes(data)
        late = f"LibreOffice {seconds} 秒内没有排完；请去掉大图或拆成几份后再试"
        convert(program, sources, to=FILTER, folder=folder, seconds=seconds, late=late)
        made = {paper: folder / f"{paper}.pdf" for paper in papers}
        if not all(path.exists() for path in made.values()):
            raise Refusal(FAILED)
        return {paper: path.read_bytes() for paper, path in made.items()}


__all__ = ["office", "render", "render_all"]

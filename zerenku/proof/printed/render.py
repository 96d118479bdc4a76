"""Word to PDF through LibreOffice, with a profile of its own that is gone afterwards."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from zerenku.extract.refusal import Refusal
from zerenku.extract.word.office import SETTINGS, USUAL_PLACES

SECONDS: Final = 120
MISSING: Final = "排版核对要用 LibreOffice，这台机器上没有；请安装它，或只做不排版的核对"
FAILED: Final = "LibreOffice 排不出这份文档，可能已损坏；请用 Word 打开确认后另存"
# The empty page before a 版记 counts too, and LibreOffice leaves it out unless told not to.
FILTER: Final = 'pdf:writer_pdf_Export:{"IsSkipEmptyPages":{"type":"boolean","value":"false"}}'


def office() -> str | None:
    """Where LibreOffice is, or None."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    return found or next((place for place in USUAL_PLACES if Path(place).exists()), None)


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
        settings = folder / "profile" / "user" / "registrymodifications.xcu"
        settings.parent.mkdir(parents=True)
        settings.write_text(SETTINGS, encoding="utf-8")
        sources = [folder / f"{paper}.docx" for paper in papers]
        for source, data in zip(sources, papers.values(), strict=True):
            source.write_bytes(data)
        command = [program, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--norestore"]
        _run([*command, "--convert-to", FILTER, "--outdir", str(folder), *map(str, sources)], seconds)
        made = {paper: folder / f"{paper}.pdf" for paper in papers}
        if not all(path.exists() for path in made.values()):
            raise Refusal(FAILED)
        return {paper: path.read_bytes() for paper, path in made.items()}


def _run(command: list[str], seconds: int) -> None:
    """Run to the end, or kill it with all its children."""
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True) as process:
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired as error:
            _kill(process)
            raise Refusal(f"LibreOffice {seconds} 秒内没有排完；请去掉大图或拆成几份后再试") from error
        except BaseException:
            _kill(process)
            raise


def _kill(process: subprocess.Popen[bytes]) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()

"""Old Word documents (.doc, .rtf) through LibreOffice, which must be on the machine; nothing of it stays behind."""

import contextlib
import os
import shutil
import signal
import subprocess
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from zerenku.extract.refusal import Refusal
from zerenku.extract.word.docx import read_docx
from zerenku.extract.word.story import Line

SECONDS: Final = 120
USUAL_PLACES: Final = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.exe",
    "C:/Program Files (x86)/LibreOffice/program/soffice.exe",
)
MISSING: Final = "读旧式 Word 文件要用 LibreOffice，这台机器上没有；请安装它，或用 Word 打开后另存为 .docx"
SETTINGS: Final = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop>
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop>
</item>
</oor:items>
"""
"""A document from anywhere runs no macro and fetches no linked file."""


def read_old_word(data: bytes, suffix: str) -> list[Line]:
    """All lines of a .doc or .rtf given as bytes; Refusal without LibreOffice, on failure, or after two minutes."""
    program = office()
    if program is None:
        raise Refusal(MISSING)
    with TemporaryDirectory(prefix="zerenku-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        source = folder / f"source{suffix}"
        source.write_bytes(data)
        late = f"LibreOffice {SECONDS} 秒内没有转换完；请用 Word 打开后另存为 .docx"
        convert(program, [source], to="docx:MS Word 2007 XML", folder=folder, seconds=SECONDS, late=late)
        converted = folder / "source.docx"
        if not converted.exists():
            raise Refusal("LibreOffice 打不开它，可能已损坏或有密码；请用 Word 打开后另存为 .docx")
        return read_docx(converted.read_bytes())


def office() -> str | None:
    """Where LibreOffice is, or None."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    return found or next((place for place in USUAL_PLACES if Path(place).exists()), None)


def convert(program: str, sources: Iterable[Path], *, to: str, folder: Path, seconds: int, late: str) -> None:
    """Convert files into `folder`, under a profile there that runs no macro; Refusal saying `late` after `seconds`.

    A file that LibreOffice cannot read simply has no result.
    """
    settings = folder / "profile" / "user" / "registrymodifications.xcu"
    settings.parent.mkdir(parents=True)
    settings.write_text(SETTINGS, encoding="utf-8")
    command = [program, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--norestore"]
    _run([*command, "--convert-to", to, "--outdir", str(folder), *map(str, sources)], seconds, late)


def _run(command: list[str], seconds: int, late: str) -> None:
    """Run to the end or kill it with all its children."""
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True) as process:
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired as error:
            _kill(process)
            raise Refusal(late) from error
        except BaseException:
            _kill(process)
            raise


def _kill(process: subprocess.Popen[bytes]) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()

"""How fast papers are imported: one long paper in a warm process, a folder of notices as text and as Word, a PDF."""

from __future__ import annotations

import io
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator
from html import escape
from pathlib import Path

from docx import Document

from zerenku.extract.reading import extract
from zerenku.importer import ImportWords, draft_plan, import_text
from zerenku.model.numerals import int_to_chinese
from zerenku.model.outline import Original, SourceLine

ZERENKU = str(Path(sys.executable).with_name("zerenku"))
NOTICES = 1000
LONG = 52_000
SHORT = 5_000
OFFICES = ("县应急管理局", "县公安局", "县消防救援大队", "县市场监督管理局", "县教育局", "县交通运输局", "各镇人民政府")
DEEDS = (
    "逐户排查疏散通道、消防设施和用电线路，建立台账，写明整改的人和时限",
    "对仓储企业分批上门，发现一处整改一处，整改完的及时销号",
    "组织从业人员学习《仓储场所管理规程》，会用灭火器，会报警，会疏散",
    "把查出的隐患录入系统，按月通报进度，拖延的约谈负责人",
)


def notice(number: int, size: int) -> Iterator[str]:
    """Paragraphs of an invented notice of about `size` characters."""
    pick = random.Random(number)  # noqa: S311 - invented papers, no secret
    title = f"青禾县第{number}批仓储消防整治方案"
    yield from (
        f"青政发〔{2031 + number // 60}〕{number % 60 + 1}号",
        f"关于印发《{title}》的通知",
        "各镇人民政府，各有关单位：",
    )
    yield from (f"现将《{title}》印发给你们，请遵照执行。", "青禾县人民政府", f"{2031 + number // 60}年3月5日", title)
    written, chapter = 120, 0
    while written < size:
        chapter += 1
        yield f"{int_to_chinese(chapter)}、重点任务之{chapter}"
        for item in range(1, 10):
            lead, support = pick.sample(OFFICES, 2)
            facts = f"{pick.randint(4, 12)}月底前完成，每月至少开展{pick.randint(1, 4)}次，覆盖率达到100%"
            said = "；".join(pick.sample(DEEDS, 3))
            owners = f"{lead}牵头，{support}按职责分工负责"
            line = f"（{int_to_chinese(item)}）整治第{item}类仓库。{said}；{facts}。（{owners}）"
            written += len(line)
            yield line
            if written >= size:
                break


def write_texts(folder: Path) -> None:
    """A folder of notices as text."""
    folder.mkdir()
    for number in range(NOTICES):
        (folder / f"{number:04}.txt").write_text("\n".join(notice(number, SHORT)), encoding="utf-8")


def write_papers(folder: Path) -> None:
    """The same as Word files: python-docx makes one, its body is exchanged for the others."""
    folder.mkdir()
    stream = io.BytesIO()
    paper = Document()
    paper.add_paragraph("正文")
    paper.save(stream)
    with zipfile.ZipFile(stream) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    begin, _, end = parts["word/document.xml"].decode().partition("<w:p><w:r><w:t>正文</w:t></w:r></w:p>")
    assert end, "python-docx 换了写法"  # noqa: S101 - a figure of nothing would be worse
    for number in range(NOTICES):
        body = "".join(f"<w:p><w:r><w:t>{escape(line)}</w:t></w:r></w:p>" for line in notice(number, SHORT))
        with zipfile.ZipFile(folder / f"{number:04}.docx", "w", zipfile.ZIP_DEFLATED) as package:
            for name, data in parts.items():
                package.writestr(name, (begin + body + end).encode() if name == "word/document.xml" else data)


def seconds_of(work: Callable[[], object], *, rounds: int = 7) -> float:
    """Median time after one round that warms up."""
    times = []
    for _ in range(rounds + 1):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return statistics.median(times[1:])


def long_paper() -> float:
    """Seconds for a paper of 52,000 characters from lines to plan records, warm."""
    lines = tuple(SourceLine(line, number) for number, line in enumerate(notice(1, LONG), 1))
    original = Original("长文.txt", lines)

    def work() -> None:
        for draft in import_text(original, words=ImportWords()):
            draft_plan(draft, plan_id="a-2031", place_id="a")

    return seconds_of(work)


def folder_rate(workspace: Path, folder: Path) -> tuple[float, int]:
    """Papers a second through the command line, and the most memory of any of its processes in MB (0 if unknown)."""
    command = [ZERENKU, "-C", str(workspace), "import", str(folder)]
    measured = ["/usr/bin/time", "-f", "%M", *command] if Path("/usr/bin/time").exists() else command
    start = time.perf_counter()
    done = subprocess.run(measured, check=True, capture_output=True, text=True, encoding="utf-8")
    took = time.perf_counter() - start
    last = done.stderr.strip().rpartition("\n")[2]
    return NOTICES / took, int(last) // 1024 if measured is not command and last.isdecimal() else 0


def pdf_rate(folder: Path) -> float | None:
    """Text PDFs of five pages a second in one process; None without LibreOffice, which prints the sample."""
    if shutil.which("soffice") is None:
        return None
    paper = Document()
    for line in notice(1, 4_000):
        paper.add_paragraph(line)
    paper.save(str(folder / "a.docx"))
    convert = ["soffice", "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(folder / "a.docx")]
    subprocess.run(convert, check=True, capture_output=True)
    path = folder / "a.pdf"
    return 1 / seconds_of(lambda: import_text(extract(path), words=ImportWords()))


def import_figures() -> Iterator[tuple[str, str]]:
    """Name and value of each figure."""
    yield f"import：{LONG:,} 字，进程内", f"{long_paper():.3f} 秒"
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for kind, write in (("文本", write_texts), ("Word", write_papers)):
            workspace = folder / kind
            subprocess.run([ZERENKU, "new", str(workspace)], check=True, capture_output=True)
            write(folder / f"来文{kind}")
            rate, memory = folder_rate(workspace, folder / f"来文{kind}")
            peak = f"，内存至多 {memory} MB" if memory else ""
            yield f"import：{NOTICES} 份 {SHORT:,} 字的{kind}", f"每秒 {rate:.0f} 份{peak}"
        rate_of_pdf = pdf_rate(folder)
        if rate_of_pdf is not None:
            yield "import：5 页的文本 PDF，进程内", f"每秒 {rate_of_pdf:.0f} 份"

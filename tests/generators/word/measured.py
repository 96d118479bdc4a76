"""Papers laid out by LibreOffice and measured in millimetres from the top left corner of the page."""

import os
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pdfplumber
import pypdfium2
from PIL import Image, ImageChops

MM = 25.4 / 72
DOTS = 8  # per millimetre, of a picture taken of a page
FONTS = Path(__file__).resolve().parents[2] / "fonts" / "fonts.conf"
Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Line:
    """A line of text with its em box and the font of its first character."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    font: str


@dataclass(frozen=True)
class Page:
    """A page: size, lines from top to bottom, horizontal rules as (left, right, height) and a picture."""

    width: float
    height: float
    lines: tuple[Line, ...]
    rules: tuple[tuple[float, float, float], ...]
    picture: Image.Image

    @property
    def text(self) -> str:
        return "\n".join(line.text for line in self.lines)

    @property
    def body(self) -> tuple[Line, ...]:
        """The lines of the type area of an upright page."""
        return tuple(line for line in self.lines if line.top >= 37 and line.bottom <= 262.5)

    def line(self, start: str) -> Line:
        return next(line for line in self.lines if line.text.startswith(start))

    def ink(self, *, top: float, bottom: float, red: bool = False) -> Box:
        """The box round everything printed (or printed in red) between two heights."""
        band = self.picture.crop((0, round(top * DOTS), self.picture.width, round(bottom * DOTS)))
        red_band, green_band, _ = band.split()
        marks = ImageChops.subtract(red_band, green_band) if red else ImageChops.invert(green_band)
        box = marks.point(lambda level: 255 if level > 100 else 0).getbbox()
        assert box is not None, "这一带没有印迹"
        return box[0] / DOTS, top + box[1] / DOTS, box[2] / DOTS, top + box[3] / DOTS


def measure(papers: Mapping[str, bytes], folder: Path) -> dict[str, list[Page]]:
    """Lay out all papers in one run of LibreOffice with a profile and fonts of its own."""
    soffice = shutil.which("soffice")
    assert soffice, (
        "缺少 LibreOffice（soffice）：版式测试要靠它排版。请运行 make test，或自行安装 libreoffice-writer-nogui"
    )
    for paper, data in papers.items():
        (folder / f"{paper}.docx").write_bytes(data)
    environment = {**os.environ, "FONTCONFIG_FILE": str(FONTS), "XDG_CACHE_HOME": str(folder / "cache")}
    command = [soffice, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", "pdf"]
    command += ["--outdir", str(folder), *(str(folder / f"{paper}.docx") for paper in papers)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=180, check=False)
    missing = [paper for paper in papers if not (folder / f"{paper}.pdf").exists()]
    assert not missing, f"LibreOffice 没有排出 {missing}：{done.stdout}{done.stderr}"
    return {paper: _read(folder / f"{paper}.pdf") for paper in papers}


def _read(path: Path) -> list[Page]:
    pictures = pypdfium2.PdfDocument(path)
    pages = []
    with pdfplumber.open(path) as document:
        for index, page in enumerate(document.pages):
            lines = tuple(
                Line(
                    text=line["text"].replace(" ", ""),
                    left=line["x0"] * MM,
                    top=line["top"] * MM,
                    right=line["x1"] * MM,
                    bottom=line["bottom"] * MM,
                    font=line["chars"][0]["fontname"],
                )
                for line in page.extract_text_lines()
            )
            strokes = [item for item in (*page.lines, *page.rects, *page.curves) if item["width"] * MM > 50]
            rules = tuple((item["x0"] * MM, item["x1"] * MM, item["top"] * MM) for item in strokes)
            picture = pictures[index].render(scale=DOTS * MM).to_pil().convert("RGB")
            pages.append(Page(float(page.width) * MM, float(page.height) * MM, lines, rules, picture))
    pictures.close()
    return pages

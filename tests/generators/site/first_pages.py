"""First pages of invented papers as pictures: the previews on the page of papers, which are golden pictures, too.

After a change of layout that was looked at and is meant: python -m tests.generators.site.first_pages
"""

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import pypdfium2
from PIL import Image, ImageChops, ImageStat

from tests.repository import ROOT
from zerenku.build.samples import sample_papers
from zerenku.store.workspace import load

PICTURES = ROOT / "generators/site/theme/assets/zerenku/papers"
WORKSPACE = Path(__file__).parent / "papers"
FONTS = ROOT / "tests/fonts/fonts.conf"
WIDTH = 360  # pixels
FINER = 4  # drawn so many times larger, then brought down: hairlines stay grey lines
COLOURS = 24
BLOCK = 6  # pixels; a hair's breadth to the side is no difference
SQUARE = 30  # pixels; a line of text that is gone shows in the squares where it stood
MEAN_TOLERANCE = 3.0  # a shift by one pixel (0.6 mm) is 1.3 to 2.8, by three pixels 3.8 to 7.1
SQUARE_TOLERANCE = 6.0  # a shift by one pixel is up to 5; without the mark at the head of the page it is 7 to 11


def invented_papers() -> dict[str, bytes]:
    """Kind → the invented paper, as Word sets it."""
    catalogue = load(WORKSPACE).sealed()
    return {paper.kind: paper.data for paper in sample_papers(catalogue, WORKSPACE) if paper.suffix == ".docx"}


def first_pages(papers: Mapping[str, bytes], folder: Path) -> dict[str, Image.Image]:
    """The first page of each paper, WIDTH wide, in few colours; one run of LibreOffice with a profile of its own."""
    soffice = shutil.which("soffice")
    assert soffice, "缺少 LibreOffice（soffice），样张要靠它排版。请运行 make test，或自行安装 libreoffice-writer-nogui"
    for kind, data in papers.items():
        (folder / f"{kind}.docx").write_bytes(data)
    environment = {**os.environ, "FONTCONFIG_FILE": str(FONTS), "XDG_CACHE_HOME": str(folder / "cache")}
    command = [soffice, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", "pdf"]
    command += ["--outdir", str(folder), *(str(folder / f"{kind}.docx") for kind in papers)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=240, check=False)
    missing = [kind for kind in papers if not (folder / f"{kind}.pdf").exists()]
    assert not missing, f"LibreOffice 没有排出 {missing}：{done.stdout}{done.stderr}"
    return {kind: _first_page(folder / f"{kind}.pdf") for kind in papers}


def _first_page(path: Path) -> Image.Image:
    document = pypdfium2.PdfDocument(path)
    sheet = document[0]
    fine = sheet.render(scale=FINER * WIDTH / sheet.get_width()).to_pil().convert("RGB")
    document.close()
    page: Image.Image = fine.resize((WIDTH, round(fine.height / FINER)), Image.Resampling.BOX)
    return page.quantize(COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)


def differences(one: Image.Image, other: Image.Image) -> tuple[float, float]:
    """0 to 255: the mean over small blocks, and the worst square; 255 for pictures of different sizes."""
    if one.size != other.size:
        return 255.0, 255.0
    return ImageStat.Stat(_apart(one, other, BLOCK)).mean[0], ImageStat.Stat(_apart(one, other, SQUARE)).extrema[0][1]


def _apart(one: Image.Image, other: Image.Image, side: int) -> Image.Image:
    """The difference of averages over squares of that side, in shades of grey."""
    size = (-(-one.width // side), -(-one.height // side))
    return ImageChops.difference(*(item.convert("L").resize(size, Image.Resampling.BOX) for item in (one, other)))


def renew() -> None:
    """Write all pictures anew."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    for old in PICTURES.glob("*.png"):
        old.unlink()
    with TemporaryDirectory() as folder:
        for kind, picture in first_pages(invented_papers(), Path(folder)).items():
            picture.save(PICTURES / f"{kind}.png", optimize=True)


if __name__ == "__main__":
    renew()

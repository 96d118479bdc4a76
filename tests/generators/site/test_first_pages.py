"""Every kind of paper looks as it did when somebody last looked; the pictures are the previews of the site."""

import os
from pathlib import Path

import pytest
from PIL import Image

from generators.site.papers import KINDS
from tests.generators.site.first_pages import (
    MEAN_TOLERANCE,
    PICTURES,
    SQUARE_TOLERANCE,
    WIDTH,
    differences,
    first_pages,
    invented_papers,
)
from zerenku.build.samples import SAMPLES

MOST_BYTES = 40 * 1024
NAMES = [kind.id for kind in KINDS]


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Image.Image]:
    return first_pages(invented_papers(), tmp_path_factory.mktemp("papers"))


def kept(kind: str) -> Image.Image:
    return Image.open(PICTURES / f"{kind}.png").convert("RGB")


def test_every_kind_is_made_told_and_shown() -> None:
    assert list(SAMPLES) == NAMES
    assert sorted(path.stem for path in PICTURES.iterdir()) == sorted(NAMES)
    assert sorted(invented_papers()) == sorted(NAMES), "the invented plan gives cause for a paper of every kind"


@pytest.mark.parametrize("kind", NAMES)
def test_first_page_looks_as_it_did(kind: str, pages: dict[str, Image.Image], tmp_path: Path) -> None:
    mean, worst = differences(pages[kind], kept(kind))
    folder = Path(os.environ.get("ZERENKU_SCREENSHOTS") or tmp_path)
    folder.mkdir(parents=True, exist_ok=True)
    pages[kind].save(folder / f"paper-{kind}.png")
    assert (mean <= MEAN_TOLERANCE, worst <= SQUARE_TOLERANCE) == (True, True), (
        f"{kind} 的首页变了（平均差 {mean:.2f}，最大差 {worst:.0f}）：比较 {folder / f'paper-{kind}.png'} 与"
        f" {PICTURES / f'{kind}.png'}；变得对，就运行 python -m tests.generators.site.first_pages 换成新的"
    )


@pytest.mark.parametrize("kind", [kind.id for kind in KINDS])
def test_preview_is_small_and_lies_as_the_page_says(kind: str) -> None:
    assert (PICTURES / f"{kind}.png").stat().st_size < MOST_BYTES
    width, height = kept(kind).size
    (sideways,) = (item.sideways for item in KINDS if item.id == kind)
    assert (width, height) == (WIDTH, 255 if sideways else 509)


def shifted(picture: Image.Image, *, down: int) -> Image.Image:
    moved = Image.new("RGB", picture.size, "white")
    moved.paste(picture, (0, down))
    return moved


def without_head(picture: Image.Image) -> Image.Image:
    bare = picture.copy()
    bare.paste("white", (0, 0, WIDTH, 40))
    return bare


def test_the_tolerance_lets_a_hair_pass_and_nothing_else() -> None:
    page = kept("progress-report")
    mean, worst = differences(page, shifted(page, down=1))
    assert mean < MEAN_TOLERANCE
    assert worst < SQUARE_TOLERANCE
    assert differences(page, shifted(page, down=3))[0] > MEAN_TOLERANCE
    assert differences(page, without_head(page))[1] > SQUARE_TOLERANCE, "the mark 示例数据 is gone"
    assert differences(page, kept("summary"))[1] > SQUARE_TOLERANCE
    assert differences(page, kept("tasks")) == (255.0, 255.0)

"""Every page kind at both widths: nothing sticks out sideways, and a picture is made for whoever looks."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import DESKTOP, PAGES, PHONE

KINDS = {
    **PAGES,
    "attachment": "plans/nanyang-2020/fj4",
    "matrix": "owners/nanyang",
    "progresses": "progress/index",
    "progress": "progress/haimen-2023",
}
README_LIMIT = 300 * 1024


@pytest.mark.parametrize("kind", KINDS)
def test_page_kind_fits(open_page: Callable[..., Page], pictures: Path, kind: str) -> None:
    page = open_page(KINDS[kind], size=DESKTOP, today="2024-05-20")
    for size, suffix in ((DESKTOP, ""), (PHONE, "-phone")):
        page.set_viewport_size({"width": size[0], "height": size[1]})
        page.reload()
        assert page.locator("h1").count() == 1
        assert page.evaluate("document.documentElement.scrollWidth") <= size[0], size
        picture = pictures / f"{kind}{suffix}.png"
        page.screenshot(path=picture)
        assert picture.stat().st_size < README_LIMIT


def test_search_fits_a_phone(open_page: Callable[..., Page], pictures: Path) -> None:
    page = open_page("duties", size=PHONE)
    page.get_by_role("combobox", name="搜索").press_sequentially("隐患排查")
    panel = page.locator(".zk-search__panel")
    page.get_by_role("option").first.wait_for()
    box = panel.bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= PHONE[0]
    page.screenshot(path=pictures / "search-phone.png")


def test_a_plan_prints_without_the_machinery(open_page: Callable[..., Page], pictures: Path) -> None:
    page = open_page(KINDS["plan"])
    page.emulate_media(media="print")
    for name in (".md-header", ".zk-tools", ".md-sidebar--secondary"):
        assert not page.locator(name).first.is_visible(), name
    page.pdf(path=pictures / "plan.pdf", prefer_css_page_size=True)
    assert (pictures / "plan.pdf").stat().st_size > 0

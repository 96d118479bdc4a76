"""No page bars anybody: what axe-core finds on every kind of page, in light and dark, at both widths."""

from collections.abc import Callable
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.conftest import PHONE
from tests.browser.test_quality import KINDS, WIDE

Open = Callable[..., Page]
# Of all rules only these two hang on colours; the first takes most of the time.
COLOURS: dict[str, object] = {"runOnly": ["color-contrast", "link-in-text-block"]}
ALL_BUT_CONTRAST: dict[str, object] = {"rules": {"color-contrast": {"enabled": False}}}
# A colour that changes is there at once: nothing is to be judged half way.
AT_ONCE = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("*, *::before, *::after { transition: none !important; }");
  document.adoptedStyleSheets = [sheet];
}"""
# Colours hang on an element and on those around it: of blocks that a style sheet cannot tell apart two stay, since a
# table of 500 rows has the colours of a few. Lines of text stay whole, for a link is judged by the words beside it.
THIN = """() => {
  const stated = ["class", "data-state", "data-mark", "data-depth", "data-zk-returned"];
  const name = (element) => [element.tagName, ...stated.map((item) => element.getAttribute(item)),
    ...element.getAttributeNames().filter((item) => !/^(href|id)$/.test(item))].join();
  const kept = new Map(), spare = [];
  const enough = (element, kind) => kept.get(kind) >= 2 &&
    Array.from(element.children).every((child) => enough(child, `${kind}/${name(child)}`));
  const thin = (element, kind) => {
    kept.set(kind, (kept.get(kind) || 0) + 1);
    for (const child of Array.from(element.children)) {
      const inner = `${kind}/${name(child)}`;
      const inline = getComputedStyle(child).display.startsWith("inline");
      if (enough(child, inner) && !inline) spare.push(child); else thin(child, inner);
    }
  };
  thin(document.body, "");
  spare.forEach((element) => element.remove());
}"""


class Barriers:
    """axe-core on one page, put into it once."""

    def __init__(self, page: Page) -> None:
        self._page = page
        page.evaluate(Axe().axe_script)

    def found(self, rules: dict[str, object]) -> list[str]:
        """What it finds by those rules: the rule, and the first elements."""
        options = {"preload": False, "resultTypes": ["violations"], **rules}
        found = self._page.evaluate("async (options) => (await axe.run(document, options)).violations", options)
        return [f"{item['id']}: {[node['target'] for node in item['nodes'][:3]]}" for item in found]


def show(page: Page, size: tuple[int, int], scheme: Literal["light", "dark"]) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.emulate_media(color_scheme=scheme)


@pytest.mark.parametrize("kind", KINDS)
def test_no_barrier_in_light_and_dark_at_both_widths(open_page: Open, pictures: Path, kind: str) -> None:
    """All rules on the whole page at both widths, contrast at one; colours in the dark on two of each kind of block."""
    page = open_page(KINDS[kind], size=WIDE, today="2024-05-20")
    page.evaluate(AT_ONCE)
    barriers = Barriers(page)
    show(page, WIDE, "light")
    assert barriers.found({}) == [], f"{WIDE}, light"
    for size in (WIDE, PHONE):
        show(page, size, "dark")
        assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
        page.screenshot(path=pictures / f"dark-{kind.replace(' ', '-')}-{size[0]}.png")
    show(page, PHONE, "light")
    assert barriers.found(ALL_BUT_CONTRAST) == [], f"{PHONE}, light"
    page.evaluate(THIN)
    assert barriers.found(COLOURS) == [], f"{PHONE}, light"
    for size in (PHONE, WIDE):
        show(page, size, "dark")
        assert barriers.found(COLOURS) == [], f"{size}, dark"

"""Reached by keyboard alone, hit by a finger, drawn within a second on a slow machine, and printed whole."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path

import pdfplumber
import pytest
from playwright.sync_api import Browser, Page, expect

from generators.site.build import build_site
from tests.browser.conftest import PHONE
from tests.browser.test_quality import KINDS, WIDE
from tests.repository import ROOT
from zerenku.store.workspace import load

Open = Callable[..., Page]
FINGER = 44  # px
# Milliseconds. Alone on a machine it is under one second; here another test process takes half of it.
PAINTED = 3000
SLOWER = 4
FOCUSED = """() => {
  const element = document.activeElement, style = getComputedStyle(element), box = element.getBoundingClientRect();
  return {
    text: (element.getAttribute("aria-label") || element.textContent || "").trim(),
    seen: box.width > 0 && box.height > 0 && box.right > 0 && box.left < innerWidth && style.visibility === "visible",
    marked: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2 || style.boxShadow !== "none",
    at: [Math.round(box.top + scrollY), Math.round(box.left)],
    id: element.id,
  };
}"""
# Controls, and links that are no part of a sentence; a tick is hit by its label.
SMALL = """(least) => Array.from(document.querySelectorAll(
    "button, select, summary, input, textarea, label:has(input), header a, nav a, " +
    "a.zk-do, a.zk-file, .zk-legend a, .zk-actions a"
  )).filter((element) => {
    const ticked = element.matches("input[type=checkbox], input[type=radio]") && element.closest("label");
    const box = element.getBoundingClientRect();
    const inside = box.width > 1 && box.right > 0 && box.left < innerWidth;
    const narrow = box.width < least - 0.5 && element.matches("button, nav a, header a");
    const shown = inside && element.checkVisibility({ visibilityProperty: true });
    return shown && !ticked && (narrow || box.height < least - 0.5);
  }).map((element) => element.outerHTML.slice(0, 90) + " " + element.getBoundingClientRect().height)"""
PAINTS = """window.painted = 0;
new PerformanceObserver((list) => list.getEntries().forEach((entry) => { window.painted = entry.startTime; }))
  .observe({ type: "largest-contentful-paint", buffered: true });"""


def tab(page: Page, until: Callable[[dict[str, object]], bool], *, most: int = 80) -> list[dict[str, object]]:
    """Press Tab until the focus is where it should be; every stop must be seen and marked."""
    stops = []
    for _ in range(most):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUSED)
        assert stop["seen"], stop
        assert stop["marked"], stop
        stops.append(stop)
        if until(stop):
            return stops
    raise AssertionError([stop["text"] for stop in stops])


def test_from_home_to_a_clause_by_keyboard(open_page: Open) -> None:
    page = open_page("index", size=WIDE)
    first = tab(page, lambda stop: stop["text"] == "跳到正文")
    assert len(first) == 1, "the way past the head comes first"
    order = tab(page, lambda stop: stop["text"] == "搜索")
    assert [stop["text"] for stop in order][:2] == ["责任库", "长者模式：大字"]
    page.keyboard.type("排查落实阶段", delay=15)
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"plans/[\w-]+\.html#"))

    page.goto(page.url.partition("#")[0])
    tab(page, lambda stop: stop["text"] == "跳到正文")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "zk-main"
    mark = page.locator(".zk-mark").first.inner_text()
    tab(page, lambda stop: stop["text"] == mark, most=120)
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"#\d"))
    expect(page.locator(":target")).to_be_in_viewport()


def test_the_drawer_of_a_phone_by_keyboard(open_page: Open) -> None:
    page = open_page("plans/haimen-2023", size=PHONE)
    links = page.locator(".md-nav--primary .md-nav__link:visible")
    tab(page, lambda stop: stop["text"] == "导航栏")
    stops = tab(page, lambda stop: stop["id"] == "" and stop["text"] == "首页")
    assert all(stop["seen"] for stop in stops), "nothing in the closed drawer takes the focus"
    page.get_by_role("button", name="导航栏").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="导航栏")).to_have_attribute("aria-expanded", "true")
    expect(links.first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="导航栏")).to_have_attribute("aria-expanded", "false")
    expect(page.get_by_role("button", name="导航栏")).to_be_focused()


@pytest.fixture(scope="module")
def touched(browser: Browser) -> Iterator[Page]:
    """A phone."""
    context = browser.new_context(viewport={"width": PHONE[0], "height": PHONE[1]}, has_touch=True, is_mobile=True)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("kind", KINDS)
def test_a_finger_hits_every_control(touched: Page, site: Path, kind: str) -> None:
    touched.goto((site / f"{KINDS[kind]}.html").as_uri())
    assert touched.evaluate(SMALL, FINGER) == []


def test_type_is_set_for_chinese(open_page: Open) -> None:
    page = open_page("plans/haimen-2023", size=PHONE)
    style = "(element, name) => getComputedStyle(element)[name]"
    article = page.locator("article.md-content__inner")
    size = float(article.evaluate(style, "fontSize").removesuffix("px"))
    assert float(article.evaluate(style, "lineHeight").removesuffix("px")) == pytest.approx(size * 1.75, abs=0.1)
    assert article.evaluate(style, "fontVariantNumeric") == "tabular-nums"
    assert page.locator("html").evaluate(style, "fontSynthesis") == "none"
    fonts = article.evaluate(style, "fontFamily")
    assert [
        name for name in ("Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", "sans-serif") if name not in fonts
    ] == []
    for table in page.locator("article table").all():
        box = table.bounding_box()
        inside = table.evaluate("table => Boolean(table.closest('.zk-scroll, .md-typeset__scrollwrap'))")
        assert inside or box is None or box["x"] + box["width"] <= PHONE[0] + 1


@pytest.mark.parametrize("name", ["index", "plans/nanyang-2020", "duties", "departments/index", "enterprises/index"])
def test_the_largest_part_is_painted_soon_on_a_slow_machine(browser: Browser, site: Path, name: str) -> None:
    times: list[float] = []
    # Other work on the machine only ever makes it later: once in time is in time.
    while len(times) < 3 and not (times and times[-1] <= PAINTED):
        context = browser.new_context(viewport={"width": WIDE[0], "height": WIDE[1]})
        page = context.new_page()
        context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        page.add_init_script(PAINTS)
        page.goto((site / f"{name}.html").as_uri())
        page.wait_for_function("window.painted > 0")
        page.wait_for_timeout(300)
        times.append(page.evaluate("window.painted"))
        context.close()
    assert min(times) <= PAINTED, times


def plain(text: str) -> str:
    """Without blanks, and without what a PDF tells by radicals that look like the words and are others."""
    return re.sub(r"[\s\u2e80-\u2eff门页]+", "", unicodedata.normalize("NFKC", text))


@pytest.fixture(scope="module")
def addressed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as it is for publishing at an address."""
    out = tmp_path_factory.mktemp("addressed")
    build_site(load(ROOT).sealed(), out=out, site_url="https://example.invalid/")
    return out


@pytest.mark.parametrize("name", ["plans/haimen-2023", "enterprises/qiye"])
def test_a_printed_page_says_all_and_carries_its_address(
    browser: Browser, addressed: Path, pictures: Path, name: str
) -> None:
    context = browser.new_context(color_scheme="dark", locale="zh-CN")
    page = context.new_page()
    page.goto((addressed / f"{name}.html").as_uri())
    page.get_by_role("button", name="长者模式：大字").click()
    picture = pictures / f"print-{name.replace('/', '-')}.pdf"
    page.pdf(path=picture, prefer_css_page_size=True)
    page.emulate_media(media="print")
    assert page.locator(".zk-qr svg").is_visible()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)", "paper is white"
    title = page.locator("h1").inner_text().split("\n")[0]
    context.close()
    with pdfplumber.open(picture) as document:
        first = plain(document.pages[0].extract_text())
        widths = [float(sheet.width) for sheet in document.pages]
    assert plain(title)[:8] in first
    assert plain("扫码看网上的这一页") in first
    assert not [word for word in ("长者模式", "跳到正文", "复制链接") if word in first]
    assert all(abs(width - 595) < 2 for width in widths), "A4"

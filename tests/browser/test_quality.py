"""What every page owes every reader: no other origin, no violation of its policy, dark and large type as chosen."""

import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from generators.site.policy import POLICY
from tests.browser.conftest import PAGES, PHONE, Watch

Open = Callable[..., Page]
WIDE = (1440, 900)
KINDS = {
    **PAGES,
    "search": "search",
    "attachment": "plans/nanyang-2020/fj1",
    "matrix": "owners/nanyang",
    "month": "calendar/2023-06",
    "rhythm": "calendar/every-year",
    "progress": "progress/index",
    "progress of a plan": "progress/haimen-2023",
    "not found": "404",
}
LISTEN = """window.broken = [];
document.addEventListener("securitypolicyviolation", (event) => {
  window.broken.push(event.violatedDirective + " " + event.blockedURI);
});"""


class _Quiet(SimpleHTTPRequestHandler):
    """The site under a sub-path, with its own page for what is not there."""

    def translate_path(self, path: str) -> str:
        return super().translate_path(path.removeprefix("/sub/path"))

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        if code != 404:
            super().send_error(code, message, explain)
            return
        data = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
        """Nothing on the terminal."""


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    """The site over HTTP, deep under its server's root; ends with a slash."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}/sub/path/"
    server.shutdown()
    server.server_close()


def test_every_kind_keeps_its_policy_over_http_and_from_a_folder(browser: Browser, site: Path, address: str) -> None:
    context = browser.new_context()
    context.add_init_script(LISTEN)
    page = context.new_page()
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text) if message.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    # From the folder test_barriers.py opens every kind and hears of any violation; here they search, at every depth.
    searched = [KINDS[kind] for kind in ("home", "search", "plan", "attachment", "not found")]
    for root, names in ((address, KINDS.values()), (f"{site.as_uri()}/", searched)):
        for name in names:
            page.goto(f"{root}{name}.html")
            box = page.get_by_role("combobox", name="搜索")
            if box.count():
                box.first.fill("消防")
                expect(page.locator(".zk-search__status")).not_to_be_empty()
            assert page.evaluate("window.broken") == [], name
    context.close()
    assert said == []
    assert [url for url in asked if not url.startswith((address, site.as_uri(), "data:", "blob:"))] == []


def test_the_policy_is_enforced(browser: Browser, site: Path) -> None:
    context = browser.new_context()
    context.add_init_script(LISTEN)
    page = context.new_page()
    page.goto((site / "index.html").as_uri())
    assert page.locator("meta[http-equiv='Content-Security-Policy']").get_attribute("content") == POLICY
    assert not [word for word in ("unsafe", "http", "*", "file:") if word in POLICY]
    page.evaluate(
        "document.body.append(Object.assign(document.createElement('script'), {textContent: 'window.ran = 1'}))"
    )
    assert page.evaluate("[window.ran, window.broken.length]") == [None, 1]
    context.close()


def test_dark_is_chosen_kept_and_there_before_anything_is_drawn(open_page: Open) -> None:
    page = open_page("index")
    ground = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(ground)
    button = page.get_by_role("button", name="深色")
    expect(button).to_have_attribute("aria-pressed", "false")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    assert page.evaluate(ground) != light
    page.context.add_init_script(
        "new MutationObserver(() => { if (document.body && window.first === undefined) {"
        " window.first = document.getElementById('zk-dark').media; } })"
        ".observe(document, {childList: true, subtree: true});"
    )
    page.get_by_role("link", name="方案", exact=True).first.click()
    page.wait_for_url("**/plans/index.html")
    assert page.evaluate("window.first") == "screen"
    page.get_by_role("button", name="深色").click()
    assert page.evaluate(ground) == light


def test_dark_follows_the_system_without_scripts(browser: Browser, site: Path) -> None:
    grounds = {}
    for scheme in ("light", "dark"):
        context = browser.new_context(color_scheme=scheme, java_script_enabled=False)
        page = context.new_page()
        page.goto((site / "index.html").as_uri())
        grounds[scheme] = page.screenshot(clip={"x": 4, "y": 400, "width": 8, "height": 8})
        expect(page.locator(".zk-modes")).to_be_hidden()
        context.close()
    assert grounds["light"] != grounds["dark"]


@pytest.fixture(scope="module")
def enlarged(browser: Browser, site: Path) -> Iterator[Page]:
    """A phone on which large type has been chosen, once."""
    watch = Watch()
    context = browser.new_context(viewport={"width": PHONE[0], "height": PHONE[1]}, locale="zh-CN")
    page = watch.on(context.new_page())
    page.goto((site / "index.html").as_uri())
    page.get_by_role("button", name="长者模式：大字").click()
    yield page
    context.close()
    assert watch.requests == []
    assert watch.complaints == []


@pytest.mark.parametrize("kind", KINDS)
def test_large_type_fits_a_phone(enlarged: Page, site: Path, pictures: Path, kind: str) -> None:
    page = enlarged
    page.goto((site / f"{KINDS[kind]}.html").as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE[0]
    if kind == "not found":
        return
    size = page.locator("article.md-content__inner").evaluate(
        "element => parseFloat(getComputedStyle(element).fontSize)"
    )
    assert 1.25 * 16 <= size <= 1.4 * 16
    expect(page.get_by_role("button", name="长者模式：大字")).to_have_attribute("aria-pressed", "true")
    page.screenshot(path=pictures / f"large-{kind.replace(' ', '-')}.png")


@pytest.mark.parametrize("asked", ["nowhere.html", "plans/nowhere/deeper/haimen-2029.html", "plans/消防.html"])
def test_a_wrong_address_is_searched_for_at_any_depth(
    browser: Browser, address: str, pictures: Path, asked: str
) -> None:
    context = browser.new_context(viewport={"width": PHONE[0], "height": PHONE[1]})
    context.add_init_script(LISTEN)
    page = context.new_page()
    answer = page.goto(address + asked)
    assert answer is not None
    assert answer.status == 404
    expect(page.get_by_role("combobox", name="搜索")).to_be_visible()
    if "消防" in asked:
        expect(page.get_by_role("option").first).to_be_visible()
        page.screenshot(path=pictures / "not-found.png")
        # What was found hides none of the other ways.
        for link in page.locator("[data-zk-way]").all():
            expect(link).to_be_in_viewport()
            link.click(trial=True)
        page.keyboard.press("Escape")
    assert page.evaluate("window.broken") == []
    page.get_by_role("link", name="方案", exact=True).press("Enter")
    page.wait_for_url(f"{address}plans/index.html")
    context.close()

"""With an address: feed of corrections, list of pages, heads for sharing, codes on paper; without one, none of them."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from shutil import copytree
from xml.etree import ElementTree as ET

import pytest
from click.testing import CliRunner

from generators.site.build import build_site
from generators.site.feeds import atom
from generators.site.pages import Section, SitePage
from generators.site.printed_code import printed_code
from tests.generators.site.conftest import ASSETS, WORKSPACE
from zerenku.build import build_workspace
from zerenku.catalogue.catalogue import Catalogue
from zerenku.cli.build import build
from zerenku.model.plan import Change, Plan
from zerenku.store.workspace import load

URL = "https://example.invalid/zrk/"
ATOM = "{http://www.w3.org/2005/Atom}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


@pytest.fixture(scope="module")
def addressed(catalogue: Catalogue, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("addressed")
    build_site(catalogue, out=out, assets=ASSETS, site_url=URL)
    return out


def corrected(catalogue: Catalogue) -> tuple[Plan, ...]:
    """The plans of the catalogue with three corrections in the first, two of them on one day."""
    first, *others = catalogue.plans
    days = ((date(2031, 1, 5), "期限改为6月"), (date(2031, 2, 7), "牵头<单位>补全"), (date(2031, 2, 7), "序号改正"))
    plan: Plan = replace(first, changes=tuple(Change(date=day, what=what) for day, what in days))
    return plan, *others


def test_without_an_address_there_is_none_of_it(site: Path) -> None:
    assert not [name for name in ("atom.xml", "sitemap.xml", "robots.txt") if (site / name).exists()]
    text = (site / "plans/qinghe-2030.html").read_text(encoding="utf-8")
    assert not [word for word in ("og:", "zk-qr", "canonical", "atom+xml") if word in text]


def test_the_feed_tells_corrections_newest_first_and_dates_them_as_the_sources_do(catalogue: Catalogue) -> None:
    feed = ET.fromstring(atom(corrected(catalogue), URL))
    entries = feed.findall(f"{ATOM}entry")
    assert [entry.findtext(f"{ATOM}summary") for entry in entries] == ["牵头<单位>补全", "序号改正", "期限改为6月"]
    assert [entry.findtext(f"{ATOM}updated") for entry in entries][::2] == [
        "2031-02-07T00:00:00+08:00",
        "2031-01-05T00:00:00+08:00",
    ]
    ids = [entry.findtext(f"{ATOM}id") for entry in entries]
    assert len(set(ids)) == 3
    assert all(str(one).startswith(f"{URL}plans/{catalogue.plans[0].id}.html#change-") for one in ids)
    assert feed.findtext(f"{ATOM}updated") == "2031-02-07T00:00:00+08:00"
    assert feed.find(f"{ATOM}author/{ATOM}name") is not None


def test_a_feed_without_corrections_is_valid_and_dated_by_the_newest_plan(
    catalogue: Catalogue, addressed: Path
) -> None:
    feed = ET.parse(addressed / "atom.xml").getroot()
    newest = max(plan.issued for plan in catalogue.plans if plan.issued)
    assert feed.findtext(f"{ATOM}updated") == f"{newest}T00:00:00+08:00"


def test_the_list_of_pages_names_every_page_once(addressed: Path) -> None:
    found = [str(item.text) for item in ET.parse(addressed / "sitemap.xml").getroot().iter(f"{MAP}loc")]
    pages = {path.relative_to(addressed).as_posix() for path in addressed.rglob("*.html")} - {"404.html"}
    assert sorted(found) == sorted(URL + name for name in pages)
    assert f"Sitemap: {URL}sitemap.xml" in (addressed / "robots.txt").read_text(encoding="utf-8")


def test_pages_tell_who_they_are_when_shared(addressed: Path) -> None:
    text = (addressed / "plans/qinghe-2030.html").read_text(encoding="utf-8")
    assert f'<meta property="og:url" content="{URL}plans/qinghe-2030.html">' in text
    assert '<meta property="og:title" content="' in text
    assert '<link rel="alternate" type="application/atom+xml"' in text


def test_plans_and_enterprises_have_a_code_on_paper(addressed: Path) -> None:
    with_code = {
        path.relative_to(addressed).parts[0] for path in addressed.rglob("*.html") if "zk-qr" in path.read_text("utf-8")
    }
    assert with_code == {"plans", "enterprises"}
    # The rest of the page is as it was.
    text = (addressed / "plans/qinghe-2030.html").read_text(encoding="utf-8")
    assert text.count("<h1") == 1
    assert '<nav class="zk-crumbs"' in text
    assert "&lt;nav" not in text
    assert "zk-qr" not in (addressed / "plans/index.html").read_text(encoding="utf-8")


def test_another_address_gives_another_code() -> None:
    page = SitePage("plans/qinghe-2030", "方案", Section.PLANS, "plan.html.j2")
    assert "<svg" in printed_code(page, URL)
    assert printed_code(page, URL) == printed_code(page, URL)
    assert printed_code(page, URL) != printed_code(page, "https://example.invalid/")


@pytest.mark.parametrize(
    "address", ["example.invalid", "ftp://example.invalid/", "https://example.invalid/?a=1", "https://"]
)
def test_half_an_address_is_refused(address: str) -> None:
    done = CliRunner().invoke(build, ["--site-url", address])
    assert done.exit_code == 2
    assert "网址要写全" in done.output


def test_an_address_comes_and_goes_with_the_next_build(tmp_path: Path) -> None:
    root = Path(copytree(WORKSPACE, tmp_path / "workspace"))

    def built(site_url: str) -> dict[str, bytes]:
        build_workspace(load(root), site=root / "site", papers=False, site_url=site_url)
        return {
            path.relative_to(root / "site").as_posix(): path.read_bytes()
            for path in (root / "site").rglob("*")
            if path.is_file()
        }

    without = built("")
    addressed = built(URL)
    assert set(addressed) - set(without) == {"atom.xml", "sitemap.xml", "robots.txt"}
    assert b"zk-qr" in addressed["plans/qinghe-2030.html"]
    assert URL.encode() not in built("https://example.invalid/")["plans/qinghe-2030.html"]
    assert built("") == without

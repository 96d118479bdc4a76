"""Files beside the pages that tell others about them: the page for wrong addresses; with the address at which the site
will be published also the feed of corrections, the list of pages, and what robots may read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Final
from urllib.parse import quote

from markupsafe import Markup

from generators.site.edition import Edition
from generators.site.views.not_found import NAME, not_found_page
from zerenku.model.plan import Change, Plan

PROSE: Final = Path(__file__).parent / "prose"
XML: Final = Markup('<?xml version="1.0" encoding="utf-8"?>\n')
# The sources say days; a day begins at midnight in China.
MIDNIGHT: Final = "T00:00:00+08:00"
ROBOTS: Final = "robots.txt"
READ: Final = ".html"
"""How files end that are pages for readers."""
SITEMAP: Final = "sitemap.xml"
ALLOWED: Final = "User-agent: *\nAllow: /\nSitemap: "
ENTRY: Final = Markup(
    "<entry>\n<id>{id}</id>\n<title>{title}</title>\n<updated>{updated}</updated>\n"
    '<link href="{href}"/>\n<summary>{what}</summary>\n</entry>\n'
)
FEED: Final = Markup(
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">\n<id>{id}</id>\n<title>责任库勘误</title>\n'
    "<updated>{updated}</updated>\n<author><name>责任库</name></author>\n"
    '<link rel="self" href="{id}"/>\n<link href="{home}"/>\n{entries}</feed>\n'
)


def extra_files(edition: Edition, pages: Sequence[str]) -> dict[str, bytes]:
    """By name from the root of the site; without `edition.site_url` only the page for wrong addresses.

    `pages` are the files of all pages, in order.
    """
    site_url = edition.site_url
    published = frozenset(pages)
    files = {NAME: not_found_page(published=published, site_url=site_url, searchable=edition.searchable)}
    if site_url:
        files["atom.xml"] = atom(edition.catalogue.plans, site_url).encode()
        files[SITEMAP] = sitemap(edition.catalogue.plans, pages, site_url).encode()
        files[ROBOTS] = f"{ALLOWED}{site_url}{SITEMAP}\n".encode()
    return files


def published_at(site: Path) -> str:
    """The address for which the site that lies there was built, by what it tells robots; empty for none."""
    try:
        told = (site / ROBOTS).read_text(encoding="utf-8")
    except (OSError, ValueError):
        return ""
    head, allowed, listed = told.partition(ALLOWED)
    return listed.strip().removesuffix(SITEMAP) if allowed and not head else ""


def atom(plans: Sequence[Plan], site_url: str) -> str:
    """The corrections of all plans as an Atom feed (RFC 4287), newest first; dated by what the sources say."""
    entries = list(_entries(plans))
    # A feed needs a date even when nothing was corrected: then it is that of the newest plan.
    issued = [plan.issued for plan in plans if plan.issued]
    newest = entries[0][1].date if entries else max(issued, default=date(1970, 1, 1))
    shown = Markup().join(
        ENTRY.format(
            id=f"{_address(site_url, plan)}#change-{change.date}-{number}",
            title=f"{plan.title}：勘误",
            updated=f"{change.date}{MIDNIGHT}",
            href=f"{_address(site_url, plan)}#notes",
            what=change.what,
        )
        for plan, change, number in entries
    )
    return XML + FEED.format(id=f"{site_url}atom.xml", home=site_url, updated=f"{newest}{MIDNIGHT}", entries=shown)


def _entries(plans: Sequence[Plan]) -> list[tuple[Plan, Change, int]]:
    """Each with its number among those of the same plan and day, by which it is known for good."""
    found = []
    for plan in plans:
        for _, own in groupby(sorted(plan.changes, key=lambda change: change.date), key=lambda change: change.date):
            found += [(plan, change, number) for number, change in enumerate(own, 1)]
    found.sort(key=lambda entry: (entry[0].id, entry[2]))
    return sorted(found, key=lambda entry: entry[1].date, reverse=True)


def sitemap(plans: Sequence[Plan], pages: Sequence[str], site_url: str) -> str:
    """All pages for readers (sitemaps.org 0.9); a plan that was corrected says when."""
    changed = {f"plans/{plan.id}.html": max(change.date for change in plan.changes) for plan in plans if plan.changes}
    rows = Markup().join(
        Markup("<url><loc>{}</loc>{}</url>\n").format(
            site_url + quote(file), Markup("<lastmod>{}</lastmod>").format(changed[file]) if file in changed else ""
        )
        for file in _readable(pages)
    )
    return XML + Markup('<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{}</urlset>\n').format(rows)


def _readable(pages: Sequence[str]) -> Iterator[str]:
    yield from (file for file in pages if file.endswith(READ))
    yield from (f"{path.stem}.html" for path in sorted(PROSE.glob("*.md")))


def _address(site_url: str, plan: Plan) -> str:
    return f"{site_url}plans/{quote(plan.id)}.html"

"""Engines that can be asked the labelled queries: those of `search.engines`, and a page with the site's client."""

from __future__ import annotations

import importlib
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from search.answer import who, who_json
from search.browser import browser_files
from search.engines import ENGINES
from search.index import open_searcher, write_index
from search.searcher import Searcher
from search.vocabulary import Tier
from tests.chromium import chromium, chromium_path
from tests.relevance.labels import NOT_FOUND, Query
from tests.relevance.metrics import DEPTH, Outcome, Said
from tests.search.pages import search_page
from zerenku.catalogue.catalogue import Catalogue
from zerenku.catalogue.entries import LinkedDuty

MARK = "0" * 64
# The day of asking: a fixed one, so that figures compare. Some plans have run out, one has not.
TODAY = "2026-06-01"


BROWSER = "browser"


def available_engines() -> tuple[str, ...]:
    """Names of the engines whose library is installed, and of the site's client where there is a Chromium."""
    here = [name for name, module in ENGINES.items() if _importable(module)]
    return (*here, BROWSER) if chromium_path() else tuple(here)


def _importable(module: str) -> bool:
    try:
        importlib.import_module(module)
    except ImportError:
        return False
    return True


@contextmanager
def opened(catalogue: Catalogue, folder: Path, *, engine: str) -> Iterator[Searcher]:
    """A searcher over a fresh index of the catalogue in `folder`."""
    write_index(folder, catalogue, mark=MARK, engine=engine)
    searcher = open_searcher(folder, mark=MARK)
    try:
        yield searcher
    finally:
        searcher.reader.close()


def ask_searcher(searcher: Searcher, catalogue: Catalogue, queries: Iterable[Query]) -> list[Outcome]:
    """Every query to `search`, those with labelled owners to `who` as well."""
    outcomes = []
    for query in queries:
        hits = searcher.search(query.text, limit=DEPTH, today=TODAY).hits
        outcomes.append(
            Outcome(
                query=query,
                anchors=tuple(hit.document.anchor for hit in hits),
                tiers=tuple(hit.tier.value for hit in hits),
                sure=bool(hits) and hits[0].tier != Tier.CLOSE,
                said=_said(who_json(who(searcher, query.text, today=TODAY))["answer"], catalogue)
                if query.owners
                else None,
            )
        )
    return outcomes


def ask_page(search: Callable[[str], dict[str, Any]], queries: Iterable[Query]) -> list[Outcome]:
    """Every query to a client in a page: `search` gives what `zerenkuSearch` calls back with."""
    outcomes = []
    for query in queries:
        hits = search(query.text)["hits"][:DEPTH]
        anchors = tuple(hit["anchor"] for hit in hits)
        tiers = tuple(hit["tier"] for hit in hits)
        sure = bool(hits) and tiers[0] != Tier.CLOSE
        outcomes.append(Outcome(query=query, anchors=anchors, tiers=tiers, sure=sure, said=None))
    return outcomes


@contextmanager
def page_over(catalogue: Catalogue) -> Iterator[Callable[[str], dict[str, Any]]]:
    """The site's search in a page opened from the disk, to be asked one query at a time."""
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        page = search_page(browser, Path(folder), browser_files(catalogue))
        yield lambda query: page.ask(query, limit=DEPTH, today=TODAY)


def _said(answer: dict[str, Any] | None, catalogue: Catalogue) -> Said:
    """The answer with the names that the clause writes, which are those of the labels."""
    if answer is None:
        return Said(NOT_FOUND)
    clause = catalogue.clause(answer["anchor"])
    duty = next((item for item in clause.duties if item.duty.do == answer["duty"]), None) if clause else None
    if duty is None:
        return Said(answer["certainty"])
    names = (*duty.subjects, *duty.duty.obliged) if answer["certainty"] == "none" else _written_owners(duty)
    return Said(answer["certainty"], names)


def _written_owners(duty: LinkedDuty) -> tuple[str, ...]:
    """The owners as the phrases that cover the duty write them."""
    covering = {(item.phrase, item.certainty) for item in duty.assignments if item.certainty == duty.certainty}
    given = (item for item in duty.clause.assignments if (item.phrase, item.certainty) in covering)
    return tuple(dict.fromkeys(name for item in given for name in item.lead))

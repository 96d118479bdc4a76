"""The search of the site: what a first search weighs and how quick an answer is, at 1,000 plans and the real content.

Probes are drawn from the catalogue itself: headings, departments, 文号, beginnings of sentences, words
of the registers. A first search counts all that a fresh page loads for it, compressed as a server would: client,
lexicon, postings, hits.
"""

from __future__ import annotations

import gzip
import random
import re
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus import write_corpus
from home import ROOT
from playwright.sync_api import Page
from spread import spread

from search.browser import browser_files
from search.document import SearchDocument
from search.schema import documents
from search.words import gather_lexicon
from tests.chromium import chromium
from tests.search.pages import lay_out, open_anew
from zerenku.catalogue.catalogue import Catalogue
from zerenku.store.workspace import load

PLANS = 1000
PROBES = 100
ALWAYS = ("安全生产责任", "粉尘涉爆", "隐患排查", "有限空间")
ASK = """async query => {
  const start = performance.now();
  const first = await zerenku.search.ask(query, {limit: 10});
  const loaded = performance.now();
  zerenku.search.now(query, {limit: 10});
  return [first.hits.length, loaded - start, performance.now() - loaded];
}"""


@dataclass(frozen=True, slots=True)
class Asked:
    """One probe on a fresh page: bytes compressed, milliseconds to the first answer and to one when all is there."""

    query: str
    weight: int
    first: float
    again: float


def search_figures(plans: int = PLANS) -> Iterator[tuple[str, str]]:
    """(name, figure) for the real content and for a generated workspace of that many plans."""
    with tempfile.TemporaryDirectory() as folder:
        yield from _figures("真实内容", load(ROOT).sealed(), Path(folder, "real"))
        write_corpus(Path(folder, "workspace"), plans)
        yield from _figures(f"{plans} 个方案", load(Path(folder, "workspace")).sealed(), Path(folder, "large"))


def _figures(name: str, catalogue: Catalogue, folder: Path) -> Iterator[tuple[str, str]]:
    start = time.process_time()
    files = browser_files(catalogue)
    took = time.process_time() - start
    start = time.process_time()
    found = documents(catalogue)
    reading = time.process_time() - start
    weights = {Path(file).stem: len(gzip.compress(content, 6)) for file, content in files.items()}
    lay_out(folder, files)
    total = sum(weights.values())
    yield (
        f"网页检索（{name}，{len(found)} 条）写分片",
        f"{took:.1f} 秒，其中读出条款 {reading:.1f} 秒；{len(files)} 个文件，压缩后 {total / 1e6:.1f} MB",
    )
    yield f"网页检索（{name}）程序、首片", f"{weights['client'] / 1e3:.1f} KB、{weights['root'] / 1e3:.1f} KB"
    asked = sorted(_ask(folder, weights, _probes(catalogue, found)), key=lambda item: item.weight)
    for part, values, unit in (
        ("首次检索（压缩后）", [item.weight / 1e3 for item in asked], "KB"),
        ("首次检索", [item.first for item in asked], "毫秒"),
        ("载入后再答", [item.again for item in asked], "毫秒"),
    ):
        yield f"网页检索（{name}）{part}，{len(asked)} 问", spread(values, unit)
    always = next(item for item in asked if item.query == ALWAYS[0])
    yield f"网页检索（{name}）首次检索“{ALWAYS[0]}”", f"{always.weight / 1e3:.1f} KB"


def _ask(folder: Path, weights: dict[str, int], probes: Sequence[str]) -> Iterator[Asked]:
    with chromium() as browser:
        page = browser.new_page()
        loaded: list[str] = []
        page.on("request", lambda request: loaded.append(Path(request.url).stem))
        for query in probes:
            loaded.clear()
            yield _one(page, folder, query, weights, loaded)


def _one(page: Page, folder: Path, query: str, weights: dict[str, int], loaded: list[str]) -> Asked:
    open_anew(page, folder)
    _, first, again = page.evaluate(ASK, query)
    return Asked(query, sum(weights.get(name, 0) for name in loaded), first, again)


def _probes(catalogue: Catalogue, found: Sequence[SearchDocument]) -> tuple[str, ...]:
    chance = random.Random(PROBES)  # noqa: S311 - the same probes every time
    kinds = {"topic", "enterprise", "term"}
    words = [word for group in gather_lexicon(catalogue).groups if group.kind in kinds for word in group.variants]
    probes = dict.fromkeys(ALWAYS)
    while len(probes) < PROBES:
        document = chance.choice(found)
        duty = document.duties[0] if document.duties else None
        texts = (
            document.heading,
            duty.lead[0] if duty and duty.lead else "",
            document.number,
            _beginning(document.summary, chance),
            _beginning(duty.do if duty else "", chance),
            chance.choice(words).strip(),
        )
        probes[texts[len(probes) % len(texts)] or document.heading] = None
        probes.pop("", None)
    return tuple(probes)


def _beginning(text: str, chance: random.Random) -> str:
    """The first characters of a part of a sentence."""
    parts = [part for part in re.split(r"[，。；、：“”《》（）\s]", text) if len(part) > 3]
    return chance.choice(parts)[: chance.choice((4, 5, 6, 8))] if parts else ""


if __name__ == "__main__":
    for figure in search_figures(int(sys.argv[1]) if len(sys.argv) > 1 else PLANS):
        print("：".join(figure))

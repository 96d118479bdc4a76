"""How soon a question is answered inside a warm process, and how fast an index is written.

Run alone: `python bench/latency_figures.py [200000]`; the number adds an index of that many clauses. Everything is
processor time of this process, but for the two processes that write a Whoosh index, which are measured by the clock.
Large indexes hold the real clauses over and over, each time in other places and with other numbers; the questions are
the labelled ones of tests/relevance.
"""

from __future__ import annotations

import re
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Final

from corpus import write_corpus
from home import ROOT
from spread import spread

from search.document import SearchDocument
from search.engines import engine_named
from search.lexicon import Lexicon, WordKind
from search.schema import documents
from search.searcher import Searcher
from search.words import gather_lexicon
from tests.relevance.labels import read_queries
from zerenku.catalogue.catalogue import Catalogue
from zerenku.store.workspace import load

LARGE: Final = 20_000
PLANS: Final = 1000
TODAY: Final = "2026-06-01"
FIRST: Final = "桑柳青禾松竹梅兰桂枫杨槐荷菊苇棠榆樱杏桃梨枣桐柏"
SECOND: Final = "塘园溪坡河湾渡桥村岭坪洲泉井坝堤滩汀浦港沙丘岗谷"
NUMBER: Final = re.compile("[0-9]{2,}")


def latency_figures(largest: int = 0) -> Iterator[tuple[str, str]]:
    """(what, figure) pairs: the real content, 20,000 clauses, with `largest` so many more, then how indexes are
    written.
    """
    catalogue = load(ROOT).sealed()
    real, lexicon = documents(catalogue), gather_lexicon(catalogue)
    for engine in ("whoosh", "tantivy"):
        yield from _asked(engine, real, lexicon)
    copied = tuple(copies(real, lexicon, LARGE))
    for engine in ("whoosh", "tantivy"):
        yield from _asked(engine, copied, lexicon)
    if largest:
        yield from _asked("tantivy", copies(real, lexicon, largest), lexicon)
    yield from _written()


def copies(real: Sequence[SearchDocument], lexicon: Lexicon, size: int) -> Iterator[SearchDocument]:
    """So many documents: the real ones, then these again under other names of places and with other numbers."""
    places = [group.variants for group in lexicon.groups if group.kind == WordKind.PLACE]
    yield from real[:size]
    for number in range(1, -(-size // len(real))):
        rename = _renaming(places, number)
        first = number * len(real)
        for at, document in enumerate(real[: size - first], start=first):
            yield replace(_copy(document, rename, number), order=at)


def _renaming(places: Sequence[Sequence[str]], number: int) -> Callable[[str], str]:
    names: dict[str, str] = {}
    for at, variants in enumerate(places):
        chars = (FIRST[number % 24], SECOND[number // 24 % 24], FIRST[(at + number // 576) % 24])
        for name in variants:
            names[name] = "".join(chars) + (name[-1] if name[-1] in "省市县区镇" else "")
    pattern = re.compile("|".join(sorted(names, key=len, reverse=True)))
    return lambda text: NUMBER.sub(
        lambda match: str(int(match[0]) + number), pattern.sub(lambda match: names[match[0]], text)
    )


def _copy(document: SearchDocument, rename: Callable[[str], str], number: int) -> SearchDocument:
    plan = f"{document.plan}-{number}"
    duties = tuple(
        duty._replace(do=rename(duty.do), owner=rename(duty.owner), plain=rename(duty.plain))
        for duty in document.duties
    )
    return replace(
        document,
        anchor=document.anchor.replace(document.plan, plan, 1),
        plan=plan,
        url=document.url.replace(document.plan, plan, 1),
        places=tuple(f"{place}-{number}" for place in document.places),
        heading=rename(document.heading),
        summary=rename(document.summary),
        duties=duties,
        fields={name: rename(text) for name, text in document.fields.items()},
    )


@contextmanager
def _opened(engine: str, found: Iterable[SearchDocument], lexicon: Lexicon) -> Iterator[Searcher]:
    """A searcher over a fresh index."""
    lengths: Counter[str] = Counter()

    def measured() -> Iterator[SearchDocument]:
        for document in found:
            lengths.update({name: len(text) for name, text in document.fields.items()})
            yield document

    with tempfile.TemporaryDirectory() as folder:
        chosen = engine_named(engine)
        chosen.write(measured(), Path(folder), names=_names(lexicon))
        reader = chosen.read(Path(folder))
        yield Searcher(reader, lexicon, {name: total / reader.size for name, total in lengths.items()})
        reader.close()


def _asked(engine: str, found: Iterable[SearchDocument], lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    """Each question once before it counts: a process that serves has been asked most words before."""
    asked = [query.text for query in read_queries()]
    with _opened(engine, found, lexicon) as searcher:
        for text in asked:
            searcher.search(text, today=TODAY)
        times = []
        for text in asked:
            start = time.process_time()
            searcher.search(text, today=TODAY)
            times.append((time.process_time() - start) * 1e3)
        yield f"检索，{searcher.reader.size} 条，{engine}，{len(asked)} 问", spread(times, "毫秒（处理器）")


def _written() -> Iterator[tuple[str, str]]:
    """From the sealed catalogue to the finished index."""
    with tempfile.TemporaryDirectory() as folder:
        write_corpus(Path(folder), PLANS)
        catalogue = load(Path(folder)).sealed()
    start = time.process_time()
    count = len(documents(catalogue))
    took = time.process_time() - start
    names = _names(gather_lexicon(catalogue))
    yield f"读出条款，{count} 条", f"{took:.1f} 秒，每条 {took / count * 1e3:.2f} 毫秒（处理器）"
    yield "建索引，tantivy", _rate(catalogue, names, "tantivy", time.process_time)
    yield "建索引，whoosh（两个进程）", _rate(catalogue, names, "whoosh", time.perf_counter)


def _names(lexicon: Lexicon) -> list[str]:
    return [name for group in lexicon.groups for name in group.variants]


def _rate(catalogue: Catalogue, names: Sequence[str], engine: str, clock: Callable[[], float]) -> str:
    with tempfile.TemporaryDirectory() as folder:
        start, wall = clock(), time.perf_counter()
        found = documents(catalogue)
        engine_named(engine).write(found, Path(folder), names=names)
        took, passed = clock() - start, time.perf_counter() - wall
    return f"{len(found) / took:.0f} 条/秒（{took:.1f} 秒；按时钟 {passed:.1f} 秒）"


if __name__ == "__main__":
    for figure in latency_figures(int(sys.argv[1]) if len(sys.argv) > 1 else 0):
        print("：".join(figure), flush=True)

"""`make relevance`: how well each engine answers the labelled queries, by kind of question; exit 1 below the floors.

`python -m tests.relevance.run [--raise] [--engine NAME]…`: `--raise` lifts the floors to what was measured, never down.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import click

from tests.relevance.asking import BROWSER, ask_page, ask_searcher, available_engines, opened, page_over
from tests.relevance.labels import KINDS, LATER, Query, read_queries
from tests.relevance.metrics import FIGURES, Outcome, averages, worst
from tests.repository import ROOT
from zerenku.catalogue.catalogue import Catalogue
from zerenku.store.workspace import load

FLOORS = Path(__file__).with_name("floors.json")
ALL = "all"
WORST = 20
# Floors are kept to three places, rounded down, so that a figure always meets the floor made from it.
PLACES = 1000

Floors = dict[str, dict[str, dict[str, float]]]


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the tables; 0 when every floor is met."""
    parser = argparse.ArgumentParser(prog="make relevance", description="检索评测：各类问题、各引擎。")
    parser.add_argument("--raise", dest="lift", action="store_true", help="把下限提到这次的成绩（只升不降）")
    parser.add_argument("--engine", action="append", choices=available_engines(), help="只测这个引擎")
    options = parser.parse_args(arguments)
    catalogue, queries = load(ROOT).sealed(), read_queries()
    measured: Floors = {}
    for engine in options.engine or available_engines():
        outcomes = measure(catalogue, queries, engine=engine)
        measured[engine] = by_kind(outcomes)
        click.echo("\n".join(report(engine, measured[engine], outcomes)))
    floors = read_floors()
    misses = list(below(measured, floors))
    click.echo("\n".join(misses) if misses else "各项都在下限之上")
    if options.lift:
        FLOORS.write_text(json.dumps(lifted(floors, measured), indent=1, sort_keys=True) + "\n", encoding="utf-8")
        click.echo(f"下限已更新：{FLOORS.name}")
    return 1 if misses else 0


def measure(catalogue: Catalogue, queries: Sequence[Query], *, engine: str) -> list[Outcome]:
    """The outcome of every query with one engine, over a fresh index, or with the site's client in Chromium."""
    if engine == BROWSER:
        with page_over(catalogue) as ask:
            return ask_page(ask, queries)
    with tempfile.TemporaryDirectory() as folder, opened(catalogue, Path(folder), engine=engine) as searcher:
        return ask_searcher(searcher, catalogue, queries)


def by_kind(outcomes: Sequence[Outcome]) -> dict[str, dict[str, float]]:
    """Averages of all outcomes of the first set, of each kind of question in it, and of each later set."""
    groups = {name: [item for item in outcomes if name in _rows(item.query)] for name in (ALL, *KINDS, *LATER)}
    return {name: averages(group) for name, group in groups.items() if group}


def _rows(query: Query) -> tuple[str, ...]:
    """The rows of the table in which a query counts."""
    return (query.later,) if query.later else (ALL, query.kind)


def read_floors() -> Floors:
    """The committed floors: engine, kind, figure."""
    floors: Floors = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    return floors


def below(measured: Floors, floors: Floors) -> Iterator[str]:
    """One line for every figure of a measured engine that is under its floor."""
    for engine in measured:
        for kind, figures in floors.get(engine, {}).items():
            for name, floor in figures.items():
                reached = measured[engine].get(kind, {}).get(name, 0.0)
                if reached < floor:
                    yield f"低于下限：{engine} {kind} {name} {reached:.4f} < {floor:.3f}"


def lifted(floors: Floors, measured: Floors) -> Floors:
    """The floors raised to what was measured; none goes down, none is dropped."""
    raised: Floors = {engine: {kind: dict(row) for kind, row in kinds.items()} for engine, kinds in floors.items()}
    for engine, kinds in measured.items():
        for kind, figures in kinds.items():
            row = raised.setdefault(engine, {}).setdefault(kind, {})
            for name, value in figures.items():
                row[name] = max(row.get(name, 0.0), int(value * PLACES + 1e-9) / PLACES)
    return raised


def report(engine: str, figures: Mapping[str, Mapping[str, float]], outcomes: Sequence[Outcome]) -> Iterator[str]:
    """The table of one engine by kind, then its worst queries with what was found instead."""
    columns = (*FIGURES, "who")
    yield f"\n{engine}：{len(outcomes)} 题"
    yield f"{'':12}{'题数':>4}" + "".join(f"{name:>11}" for name in columns)
    for kind, row in figures.items():
        count = sum(kind in _rows(item.query) for item in outcomes)
        cells = "".join(f"{row[name]:>11.3f}" if name in row else f"{'':11}" for name in columns)
        yield f"{kind:12}{count:>6}{cells}"
    yield f"\n最差的 {WORST} 题"
    yield from map(_complaint, worst(outcomes, most=WORST))
    wrong = [item for item in outcomes if item.owner_is_right is False]
    yield f"\nwho 答错 {len(wrong)} 题"
    for item in wrong:
        wanted = "；".join(" ".join((owner.certainty, "|".join(owner.names))) for owner in item.query.owners)
        said = f"{item.said.certainty} {'|'.join(item.said.names)}" if item.said else ""
        yield f"  {item.query} {item.query.text}：答 {said}，应 {wanted}"
    yield ""


def _complaint(item: Outcome) -> str:
    wanted = "、".join(anchor for anchor, grade in item.query.grades.items() if grade > 1) or "（库里没有）"
    first = f"{item.anchors[0]}（{item.tiers[0]}）" if item.anchors else "未找到"
    place = f"第 {item.rank} 条" if item.rank else "前十条没有"
    return f"  {item.query} {item.query.text}：{place}；先列 {first}，应 {wanted}"


if __name__ == "__main__":
    sys.exit(main())

"""How many questions a second the API answers, and how soon: 16 connections, shuffled questions and filters.

The load comes from wrk where it is installed, else from threads of Python, which cost more than the answers do. Since
other work on the machine slows both, the processor time of a request is told, too. Run alone:
`python bench/api_figures.py [seconds]`.
"""

from __future__ import annotations

import http.client
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import quantiles
from threading import Thread
from typing import Final
from urllib.parse import urlencode

from home import ROOT

from search.engine import EngineMissing
from search.engines import ENGINES, engine_named
from search.index import fingerprint, write_index
from search.web import ROUTES, ApiSettings, Metrics, api_app, open_edition
from search.web.serving import bind, can_share, serve_on
from tests.relevance.labels import read_queries
from zerenku.store.parallel import processors
from zerenku.store.workspace import load

CONNECTIONS: Final = 16
SECONDS: Final = 10
SEED: Final = 20300101
# Of ten questions so many go to `who`; so many different ones are asked to see what remembering wins.
WHO: Final = 3
REPEATED: Final = 100
SCRIPT: Final = """local paths = {{}}
for line in io.lines("{paths}") do paths[#paths + 1] = line end
local at
function init() math.randomseed(os.time()); at = math.random(#paths) end
function request() at = at % #paths + 1; return wrk.format("GET", paths[at]) end
function done(summary, latency)
  local failed = summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.timeout
  io.write(string.format('\\n{{"requests": %d, "seconds": %f, "p50": %f, "p99": %f, "failed": %d}}\\n',
    summary.requests, summary.duration / 1e6, latency:percentile(50) / 1e3, latency:percentile(99) / 1e3, failed))
end
"""


@dataclass(frozen=True, slots=True)
class Load:
    """What came of one run; `p50` and `p99` in ms."""

    requests: int
    seconds: float
    p50: float
    p99: float
    failed: int


def api_figures(seconds: int = SECONDS) -> Iterator[tuple[str, str]]:
    """(what, figure) pairs: each engine with nothing remembered, then from memory."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        shutil.copytree(ROOT / "content", root / "content")
        paths = root / "paths.txt"
        paths.write_text("\n".join(_paths(root)) + "\n", encoding="ascii")
        for engine in ENGINES:
            if _installed(engine):
                write_index(root, load(root).sealed(), mark=fingerprint(root), engine=engine)
                yield f"接口，{engine}，{CONNECTIONS} 个连接", _measured(root, paths, 0, seconds)
        few = root / "few.txt"
        few.write_text("\n".join(paths.read_text(encoding="ascii").split()[:REPEATED]) + "\n", encoding="ascii")
        yield f"接口，记住回答，{CONNECTIONS} 个连接", _measured(root, few, 10_000, seconds)


def _installed(engine: str) -> bool:
    try:
        engine_named(engine)
    except EngineMissing:
        return False
    return True


def _paths(root: Path) -> list[str]:
    """The labelled questions of the relevance tests, to search and to who, half of them with a filter; shuffled."""
    catalogue = load(root).sealed()
    filters = [
        *[("plan", plan.id) for plan in catalogue.plans],
        *[("place", plan.place) for plan in catalogue.plans],
        *[("department", item.id) for item in catalogue.active_departments()[:10]],
        ("kind", "企业"),
        ("due_before", "2025-12-31"),
    ]
    chance = random.Random(SEED)  # noqa: S311 - a shuffle, no secret
    rows = []
    for query in read_queries() * 3:
        route = "who" if chance.randrange(10) < WHO else "search"
        chosen = [chance.choice(filters)] if chance.randrange(2) else []
        rows.append(f"/api/{route}?{urlencode([('q', query.text), *chosen])}")
    chance.shuffle(rows)
    return rows


def _measured(root: Path, paths: Path, cached: int, seconds: int) -> str:
    command = [sys.executable, __file__, "--serve", str(root), str(cached)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        port = int(server.stdout.readline() if server.stdout else 0)
        _load(port, paths, 3)
        before = _processor_seconds(server.pid)
        found = _load(port, paths, seconds)
        spent = _processor_seconds(server.pid) - before
        server.terminate()
    cost = f"，每次占用处理器 {spent / found.requests * 1000:.2f} 毫秒" if spent else ""
    failed = f"，失败 {found.failed}" if found.failed else ""
    rate = found.requests / found.seconds
    return f"每秒 {rate:.0f} 次，中位 {found.p50:.1f} 毫秒，p99 {found.p99:.1f} 毫秒{cost}{failed}"


def _load(port: int, paths: Path, seconds: int) -> Load:
    if shutil.which("wrk") is None:
        return _load_from_threads(port, paths.read_text(encoding="ascii").split(), seconds)
    script = paths.with_suffix(".lua")
    script.write_text(SCRIPT.format(paths=paths), encoding="utf-8")
    options = ["-t1", f"-c{CONNECTIONS}", f"-d{seconds}", "-s", str(script), f"http://127.0.0.1:{port}"]
    done = subprocess.run(["wrk", *options], check=True, capture_output=True, text=True)
    return Load(**json.loads(done.stdout.splitlines()[-1]))


def _load_from_threads(port: int, paths: list[str], seconds: int) -> Load:
    times: list[float] = []
    failed: list[int] = []
    begun = time.perf_counter()

    def ask(first: int) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", port)
        at = first
        while time.perf_counter() - begun < seconds:
            start = time.perf_counter()
            connection.request("GET", paths[at % len(paths)])
            answer = connection.getresponse()
            answer.read()
            times.append(time.perf_counter() - start)
            if answer.status != 200:
                failed.append(answer.status)
            at += 1

    threads = [Thread(target=ask, args=(number * len(paths) // CONNECTIONS,)) for number in range(CONNECTIONS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    cuts = quantiles(times, n=100)
    return Load(len(times), time.perf_counter() - begun, cuts[49] * 1000, cuts[98] * 1000, len(failed))


def _processor_seconds(parent: int) -> float:
    """What the server has used so far, with its processes; 0 where that cannot be read."""
    try:
        children = Path(f"/proc/{parent}/task/{parent}/children").read_text(encoding="ascii").split()
        rows = [Path(f"/proc/{number}/stat").read_text(encoding="utf-8") for number in (parent, *children)]
    except OSError:
        return 0.0
    ticks = sum(int(cell) for row in rows for cell in row.rpartition(")")[2].split()[11:13])
    return ticks / os.sysconf("SC_CLK_TCK")


def _serve(root: Path, cached: int) -> None:
    processes = processors() if can_share() else 1
    metrics = Metrics(ROUTES, processes=processes)
    catalogue = load(root).sealed()
    sockets = bind("127.0.0.1", 0, processes=processes)
    print(sockets[0].getsockname()[1], flush=True)
    settings = ApiSettings(rate=0, cached=cached)
    serve_on(lambda _: api_app(root, open_edition(root, catalogue), settings=settings, metrics=metrics), sockets)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--serve"]:
        _serve(Path(sys.argv[2]), int(sys.argv[3]))
    else:
        for name, figure in api_figures(int(sys.argv[1]) if len(sys.argv) > 1 else SECONDS):
            print(f"{name}：{figure}", flush=True)

"""What only time shows: properties tried on ever new examples, and a service that is asked while its content changes.

Run by `make soak`; ARGS=90 makes it 90 minutes. Every round names its seed, with which the same examples come again.
"""

from __future__ import annotations

import json
import os
import random
import re
import secrets
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from http.client import HTTPException
from pathlib import Path
from threading import Event, Thread
from typing import Final, TypeVar
from urllib.error import URLError
from urllib.parse import quote
from urllib.request import urlopen

from home import ROOT

from tests.relevance.labels import read_queries

MINUTES: Final = 20.0
"""Half for properties, half for the service."""
CLIENTS: Final = 4
BETWEEN_EDITS: Final = 3.0
UP: Final = 60.0
GROWTH: Final = 1.3
"""A service may use so many times what it used after a third of the time; more is a leak."""
PLACE: Final = re.compile(rb"http://127\.0\.0\.1:(\d+)")
T = TypeVar("T")
HEADING: Final = re.compile(r"(?m)^ +heading: *(.+)$")
GIVEN: Final = re.compile(r"^@given\(", re.MULTILINE)


def main(minutes: float) -> int:
    """The number of things that went wrong."""
    wrong = try_properties(minutes * 30) + serve_through_edits(minutes * 30)
    print("长时间测试：没有发现问题。" if not wrong else f"长时间测试：发现 {wrong} 处问题，见上。")
    return wrong


def try_properties(seconds: float) -> int:
    """Rounds of all property tests, each with new examples, until the time is over; how many rounds failed."""
    files = [str(path) for path in sorted((ROOT / "tests").rglob("test_*.py")) if GIVEN.search(path.read_text("utf-8"))]
    until = time.monotonic() + seconds
    failed = rounds = 0
    while time.monotonic() < until or not rounds:
        rounds += 1
        seed = secrets.randbelow(1 << 32)
        options = ["-q", "-n", "2", "--dist", "loadfile", "--hypothesis-profile=soak", f"--hypothesis-seed={seed}"]
        done = subprocess.run(
            [sys.executable, "-m", "pytest", *options, *files], check=False, cwd=ROOT, capture_output=True, text=True
        )
        failed += done.returncode != 0
        tail = done.stdout if done.returncode else done.stdout.splitlines()[-1]
        print(f"性质测试第 {rounds} 轮（--hypothesis-seed={seed}）：{tail}", flush=True)
    return failed


def serve_through_edits(seconds: float) -> int:
    """Questions from several sides while a plan is saved again and again; how many things went wrong."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        shutil.copytree(ROOT / "content", root / "content")
        zerenku = str(Path(sys.executable).with_name("zerenku"))
        command = [zerenku, "-C", folder, "serve", "--watch", "--port", "0", "--rate", "0"]
        with (root / "said.txt").open("wb") as said, subprocess.Popen(command, stdout=said, stderr=said) as server:
            try:
                base = f"http://127.0.0.1:{_port(root / 'said.txt')}"
                return _ask_and_edit(base, root, server.pid, seconds)
            finally:
                server.terminate()


def _port(said: Path) -> int:
    def told() -> int:
        found = PLACE.search(said.read_bytes())
        return int(found[1]) if found else 0

    return _awaited(told) or sys.exit(f"服务没有起来：{said.read_text('utf-8')}")


def _ask_and_edit(base: str, root: Path, server: int, seconds: float) -> int:
    faults: list[str] = []
    asked = [0] * CLIENTS
    over = Event()
    clients = [Thread(target=_ask, args=(base, number, over, asked, faults)) for number in range(CLIENTS)]
    for client in clients:
        client.start()
    plan = min((root / "content" / "plans").glob("*.yml"))
    text = plan.read_text("utf-8")
    found = HEADING.search(text)
    heading = quote(found[1] if found else "")
    begun = time.monotonic()
    early = last = 0.0
    edits = 0
    while (spent := time.monotonic() - begun) < seconds:
        edits += 1
        plan.write_text(HEADING.sub(rf"\g<0>第{edits}稿", text, count=1), encoding="utf-8")
        over.wait(BETWEEN_EDITS)
        last = _megabytes(server)
        if spent < seconds / 3:
            early = max(early, last)
    last_words = f"第{edits}稿"
    places = (f"{base}/api/plans/{plan.stem}", f"{base}/api/search?q={heading}&plan={plan.stem}")
    shown = all(_awaited(partial(_says, address, last_words)) for address in places)
    over.set()
    for client in clients:
        client.join()
    if not shown:
        faults.append("最后一次改动没有出现在接口的回答里")
    if last > early * GROWTH:
        faults.append(f"内存从 {early:.0f} MB 涨到 {last:.0f} MB")
    print(f"服务：改 {edits} 次，答 {sum(asked)} 次，内存前三分之一至多 {early:.0f} MB，最后 {last:.0f} MB", flush=True)
    for fault in faults:
        print(f"服务：{fault}", flush=True)
    return len(faults)


def _ask(base: str, number: int, over: Event, asked: list[int], faults: list[str]) -> None:
    chance = random.Random(number)  # noqa: S311 - a shuffle, no secret
    queries = [query.text for query in read_queries()]
    while not over.is_set():
        address = f"{base}/api/{chance.choice(('search', 'who'))}?q={quote(chance.choice(queries))}"
        try:
            _answer(address)
        except (URLError, HTTPException, OSError, ValueError) as error:
            faults.append(f"{address}：{error}")
        asked[number] += 1


def _says(address: str, words: str) -> bool:
    return words in json.dumps(_answer(address), ensure_ascii=False)


def _answer(address: str) -> object:
    with urlopen(address, timeout=30) as answer:  # noqa: S310 - our own service on this machine
        return json.load(answer)


def _awaited(told: Callable[[], T]) -> T:
    """What `told` gives as soon as it gives something, or what it gave when a minute was over."""
    until = time.monotonic() + UP
    while not (found := told()) and time.monotonic() < until:
        time.sleep(0.1)
    return found


def _megabytes(parent: int) -> float:
    """Memory that the service and its processes hold for themselves."""
    children = Path(f"/proc/{parent}/task/{parent}/children").read_text("ascii").split()
    pages = [int(Path(f"/proc/{number}/statm").read_text("ascii").split()[1]) for number in (parent, *children)]
    return sum(pages) * os.sysconf("SC_PAGE_SIZE") / (1 << 20)


if __name__ == "__main__":
    sys.exit(1 if main(float(sys.argv[1]) if len(sys.argv) > 1 else MINUTES) else 0)

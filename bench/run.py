"""Whole-process timings of what users wait for; prints medians in seconds. Run by `make bench`."""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from api_figures import api_figures
from import_figures import import_figures
from latency_figures import latency_figures
from search_figures import search_figures
from site_figures import site_figures
from word_figures import word_figures

ROOT = Path(__file__).resolve().parent.parent
ZERENKU = [str(Path(sys.executable).with_name("zerenku")), "-C", str(ROOT)]
ROUNDS = 7


def median_seconds(arguments: list[str], *, rounds: int = ROUNDS) -> float:
    """Median wall time of the command over `rounds` runs after one that warms the caches."""
    times = []
    for _ in range(rounds + 1):
        start = time.perf_counter()
        subprocess.run([*ZERENKU, *arguments], check=True, capture_output=True)
        times.append(time.perf_counter() - start)
    return statistics.median(times[1:])


def main() -> None:
    """Print one line a figure."""
    with tempfile.TemporaryDirectory() as folder:
        figures = {
            "build（全部方案，全部输出）": (["build", "--site", f"{folder}/site"], 3),
            "who（整个进程）": (["who", "厂中厂 出租方"], ROUNDS),
            "search（整个进程）": (["search", "粉尘涉爆"], ROUNDS),
            "check": (["check"], ROUNDS),
            "export（全部方案）": (["export"], ROUNDS),
            "draft notice": (["draft", "notice", "--plan", "haimen-2023", "-o", f"{folder}/a.docx"], ROUNDS),
        }
        for name, (arguments, rounds) in figures.items():
            print(f"{name}：{median_seconds(arguments, rounds=rounds):.2f} 秒")
    for figures_of in (import_figures, word_figures, search_figures, latency_figures, api_figures, site_figures):
        for name, figure in figures_of():
            print(f"{name}：{figure}", flush=True)


if __name__ == "__main__":
    main()

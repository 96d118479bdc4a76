"""Whole-process timings of what users wait for; prints medians in seconds. Run by `make bench`."""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from zerenku.importer import ImportWords, import_text
from zerenku.model.outline import Original, SourceLine

ROOT = Path(__file__).resolve().parent.parent
ZERENKU = [str(Path(sys.executable).with_name("zerenku")), "-C", str(ROOT)]
ROUNDS = 7
PAPERS = 1000


def median_seconds(arguments: list[str], *, rounds: int = ROUNDS) -> float:
    """Median wall time of the command over `rounds` runs after one that warms the caches."""
    times = []
    for _ in range(rounds + 1):
        start = time.perf_counter()
        subprocess.run([*ZERENKU, *arguments], check=True, capture_output=True)
        times.append(time.perf_counter() - start)
    return statistics.median(times[1:])


CLAUSE = (
    "（{0}）整治第{0}类场所。{1}年6月底前，各村每月排查一次，整改率不低于95%，按照《柳塘镇消防管理办法》建立台账。"
    "（镇安全科牵头，镇消防队、派出所配合）"
)
HEAD = (
    "柳政〔{1}〕{0}号\n关于印发《柳塘镇第{0}号消防整治方案》的通知\n各村：\n现印发给你们。\n"
    "柳塘镇人民政府\n{1}年3月5日\n"
)


def notice(number: int, *, chars: int) -> str:
    """An invented notice of about `chars` characters."""
    lines = [HEAD.format(number, 2030) + f"柳塘镇第{number}号消防整治方案"]
    size = len(lines[0])
    for index in range(chars):
        if size >= chars:
            break
        lines += [f"{'一二三四五六七八九'[index // 20 % 9]}、任务"] if index % 20 == 0 else []
        lines.append(CLAUSE.format("一二三四五六七八九十"[index % 10], 2030 + number % 9))
        size += len(lines[-1]) + 1
    return "\n".join(lines)


def import_figures(folder: Path) -> None:
    """A long text in a warm process, and the whole command over a folder of a thousand."""
    lines = tuple(SourceLine(text, number) for number, text in enumerate(notice(1, chars=52_000).split("\n"), 1))
    original, times = Original("长文.txt", lines), []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        import_text(original, words=ImportWords())
        times.append(time.perf_counter() - start)
    print(f"import（52,000 字，已热的进程）：{statistics.median(times):.2f} 秒")
    papers, workspace = folder / "papers", folder / "workspace"
    papers.mkdir()
    for number in range(1, PAPERS + 1):
        (papers / f"{number:04}.txt").write_text(notice(number, chars=5_000), encoding="utf-8")
    subprocess.run([ZERENKU[0], "new", str(workspace)], check=True, capture_output=True)
    start = time.perf_counter()
    subprocess.run([ZERENKU[0], "-C", str(workspace), "import", str(papers)], check=True, capture_output=True)
    seconds = time.perf_counter() - start
    print(f"import（{PAPERS} 份各 5,000 字，整个命令）：{seconds:.1f} 秒，每秒 {PAPERS / seconds:.0f} 份")


def main() -> None:
    """Print one line a figure."""
    with tempfile.TemporaryDirectory() as folder:
        figures = {
            "build（两个方案，全部输出）": (["build", "--site", f"{folder}/site"], 3),
            "who（整个进程）": (["who", "厂中厂 出租方"], ROUNDS),
            "search（整个进程）": (["search", "粉尘涉爆"], ROUNDS),
            "check": (["check"], ROUNDS),
            "export（全部方案）": (["export"], ROUNDS),
            "draft notice": (["draft", "notice", "--plan", "haimen-2023", "-o", f"{folder}/a.docx"], ROUNDS),
        }
        for name, (arguments, rounds) in figures.items():
            print(f"{name}：{median_seconds(arguments, rounds=rounds):.2f} 秒")
    for name, figure in import_figures():
        print(f"{name}：{figure}")
        import_figures(Path(folder))


if __name__ == "__main__":
    main()

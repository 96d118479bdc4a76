"""The check sheet: every rule, what the standard asks, what was measured, the verdict."""

from __future__ import annotations

from typing import Final

from zerenku.proof.verdict import STANDARD, Proof, Row, Verdict

HEADINGS: Final = ("序号", "项目", "依据", "要求", "实测", "结论")
ABOUT: Final = (
    f"按 {STANDARD}《党政机关公文格式》逐项核对，依据一栏写“惯例”的不是标准条文。",
    "“不适用”：本文没有这一项，或者只有排版以后才能量。",
)


def sheet_text(proof: Proof, *, title: str = "") -> str:
    """The sheet as Markdown that reads well as plain text: counts, what to mend, the table of all rows."""
    counts = "，".join(f"{verdict} {proof.count(verdict)} 项" for verdict in Verdict)
    lines = [f"# 版式核对单{f'：{title}' if title else ''}", "", *ABOUT, "", f"{counts}。", ""]
    if proof.failed:
        lines += ["## 需要改的", "", *(_advice(row) for row in proof.failed), ""]
    lines += ["## 逐项结果", "", _row(HEADINGS), _row(("---",) * len(HEADINGS))]
    lines += [_row(_cells(number, row)) for number, row in enumerate(proof.rows, 1)]
    return "\n".join(lines) + "\n"


def _advice(row: Row) -> str:
    count = f"，共 {row.count} 处" if row.count > 1 else ""
    place = f"，如“{_inline(row.at)}”" if row.at else ""
    return f"- {row.title}：{_inline(row.measured)}{count}{place}。{row.advice}。"


def _cells(number: int, row: Row) -> tuple[str, ...]:
    return str(number), row.title, row.source, row.required, row.measured or "—", row.verdict.value


def _row(cells: tuple[str, ...]) -> str:
    return f"| {' | '.join(_inline(cell) for cell in cells)} |"


def _inline(text: str) -> str:
    """What a paper says may hold line breaks and bars, which would break the table."""
    return " ".join(text.split()).replace("|", "｜")

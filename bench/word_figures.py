"""How fast Word papers are written: two-page notices with a table of 14 columns one after the other, a long table."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import Final

from generators import blocks as b
from generators.word.writer import write_docx
from zerenku.proof.proving import prove

PAPERS: Final = 200
ROUNDS: Final = 5
TASKS: Final = 300
DUTY: Final = "逐户排查疏散通道、消防设施和用电线路，建立台账，写明整改的人和时限，每季度末由镇里汇总后统一报送"


def notice(number: int) -> b.Document:
    """An invented notice: a page of text and a form of 14 columns on the next."""
    leaves = tuple(b.Column(name=f"第{index}类隐患", unit="处") for index in range(1, 7))
    columns = (
        b.Column(name="地区"),
        b.Column(name="发现", columns=leaves),
        b.Column(name="整改", columns=leaves),
        b.Column(name="备注"),
    )
    rows = tuple((f"第{row}片区", *(str(number + row + at) for at in range(13))) for row in range(1, 9))
    title = b.Title(("仓储企业消防整治进度表",))
    return b.Document(
        title=f"关于第{number}批整治的通知",
        blocks=(
            b.Masthead(issuers=("青禾县应急管理局",), number=f"青应急〔2030〕{number}号"),
            b.Title((f"关于开展第{number}批仓储企业消防整治的通知",)),
            b.Addressees("各镇人民政府，县各有关单位"),
            b.Para.of(f"{DUTY}。", anchor="qinghe-2030/1-1"),
            b.AttachmentNote(("仓储企业消防整治进度表",)),
            b.Signature(names=("青禾县应急管理局",), date="2030年3月5日", sealed=False),
            b.AttachmentStart(label="附件", title=title),
            b.Table(columns=columns, rows=rows),
            b.Imprint(cc=("柳塘镇人民政府",), printed_by="青禾县应急管理局办公室", printed="2030年3月6日印发"),
        ),
    )


def task_table() -> b.Document:
    """A table of tasks turned sideways, cells merged, every row anchored."""
    names = ("序号", "任务", "具体要求", "牵头单位", "配合单位", "完成时限", "依据")
    columns = tuple(b.Column(name=name, weight=3.0 if name == "具体要求" else 1.0) for name in names)
    rows = tuple(
        (str(at // 5 + 1), f"整治第{at // 5 + 1}批", DUTY, "县应急管理局", "县公安局", "2030年12月底", f"二（三）{at}")
        for at in range(TASKS)
    )
    anchors = tuple(f"qinghe-2030/2-{at + 1}" for at in range(TASKS))
    table = b.Table(columns=columns, rows=rows, merged=2, anchors=anchors)
    return b.Document(title="任务分解表", blocks=(b.Sheet(title=b.Title(("任务分解表",)), sideways=True), table))


def best_seconds(work: Callable[[], object]) -> float:
    """Shortest processor time of `work` in several rounds: what the machine does besides is not ours."""
    times = []
    for _ in range(ROUNDS):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


def word_figures() -> Iterator[tuple[str, str]]:
    """What was measured, and how much of it."""
    notices, tasks = [notice(number) for number in range(1, PAPERS + 1)], task_table()
    each = best_seconds(lambda: [write_docx(paper) for paper in notices]) / PAPERS
    yield "写出两页通知（14 列表，成批）", f"{1 / each:.0f} 份/秒"
    proved = best_seconds(lambda: [prove(write_docx(paper)) for paper in notices]) / PAPERS
    yield "写出并核对两页通知（不排版）", f"{1 / proved:.0f} 份/秒"
    yield f"写出 {TASKS} 行任务分解表", f"{best_seconds(lambda: write_docx(tasks)):.3f} 秒"

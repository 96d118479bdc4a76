"""汉字之间、数字与“年月日”之间不空格。零星的空格多半是转换格式时留下的，查找日期和名称时会漏掉。

通过：于2030年12月20日前　不通过：于 2030 年 12 月 20 日前（别处不空格）
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from zerenku.linter.paper import Flaw, Paper
from zerenku.model.finding import Severity

ID: Final = "stray-blank"
SEVERITY: Final = Severity.INFO
CERTAINTY: Final = "高"
_H: Final = "\u4e00-\u9fff"
BETWEEN: Final = re.compile(
    rf"(?<=[{_H}，、；”》）])(?: {{1,3}}|\u3000)(?=(?!第[一二三四五六七八九十百]+[章节条])[{_H}“《（])"
)
# Authorities that issue together are printed with a blank between them.
AUTHORITIES: Final = re.compile(r"[厅府院委会局部办室][ \u3000]+[\u4e00-\u9fff]{2,20}?(?:厅|府|院|委|会|局|部|办|室)")
NUMBERS: Final = re.compile(
    rf"(?<=[{_H}])[ \u3000]+(?=\d)|(?<=\d)[ \u3000]+(?=[年月日个家次字项名人户%％万元号底{_H}])"
)
CLOSE: Final = re.compile(rf"[{_H}]\d|\d[{_H}]")
LEAST: Final = 24
"""Shorter lines are names, dates and headings that are spaced for the eye."""


FEW_LINES, WHOLE_TEXT = 3, 400
"""A whole text on so few lines has blanks for line breaks."""
HEADING: Final = 16
"""So far behind its mark a heading ends."""
MOST: Final = 10
"""With more paragraphs than this the conversion of the whole text is at fault: one flaw says it."""


def check(paper: Paper) -> Iterator[Flaw]:
    """One flaw a paragraph; numbers only where the text usually prints them without blanks."""
    flaws = list(_paragraphs(paper))
    if len(flaws) > MOST:
        text = f"全文有 {len(flaws)} 段夹着多余的空格"
        yield Flaw(flaws[0].start, flaws[0].end, text, "查找空格，逐处删去")
        return
    yield from flaws


def _paragraphs(paper: Paper) -> Iterator[Flaw]:
    said = paper.text[paper.start : paper.end]
    spaced, close = len(NUMBERS.findall(said)), len(CLOSE.findall(said))
    numbers = spaced < close
    titles = [title for title in (paper.head.title, paper.head.plan_title) if title is not None]
    marks = {offset for piece in paper.pieces for offset in range(piece.start - 1, piece.body + 1)}
    crowded = len(paper.lines) <= FEW_LINES and len(said) > WHOLE_TEXT
    for start, end in paper.lines:
        titled = any(title.start <= start < title.end for title in titles)
        if (
            paper.is_row(start, end)
            or (end - start < LEAST and not titled)
            or not ("。" in paper.text[start:end] or titled)
        ):
            continue
        hits = [
            match.span()
            for match in BETWEEN.finditer(paper.text, start, end)
            if not AUTHORITIES.match(paper.text, match.start() - 1)
        ]
        if numbers:
            hits += [match.span() for match in NUMBERS.finditer(paper.text, start, end)]
        hits = sorted(hit for hit in hits if hit[0] not in marks and not (crowded and _parts(paper, hit[0])))
        if hits:
            first = hits[0]
            around = paper.text[max(start, first[0] - 3) : first[1] + 3]
            yield Flaw(first[0] - 1, first[1] + 1, f"本段有 {len(hits)} 处多余的空格，如“{around}”", "删去空格")


def _parts(paper: Paper, at: int) -> bool:
    """Whether a blank stands where a text on one line would have broken it: in the head, behind a heading or a stop."""
    piece = paper.piece_at(at)
    return piece is None or paper.text[at - 1] in "。；：" or at - piece.body <= HEADING

"""大段文字在一份文件里一字不差地出现两次，多半是粘贴重复，或附件照抄正文。责任单位的名单、任务分工表不算。

通过：附件另写要求　不通过：附件的总体要求与正文的总体要求一字不差
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from zerenku.linter.paper import Flaw, Paper
from zerenku.model.finding import Severity
from zerenku.text.fold import MASK, mask_titles

ID: Final = "repeated-passage"
SEVERITY: Final = Severity.INFO
CERTAINTY: Final = "中"
SEED: Final = 24
TABLE: Final = re.compile(r"分工|分解|清单|台账|一览|责任表|任务表|指标|评分|细则")
LONG: Final = 40
"""A passage of so many characters is no set phrase any more."""
BETWEEN_PARTS: Final = 80
LIST: Final = 9
"""More than one 、 in so many characters: a list of names."""
START: Final = re.compile(r"[。；\n]")
SENTENCE: Final = 24
"""A whole sentence says less by chance."""
BRACKETED: Final = re.compile(r"（[^（）\n]*）。?")
NOTED: Final = re.compile("责任单位|牵头|负责|时限")
"""Who does a task and by when is said in the same words under many tasks."""
_H: Final = "\u4e00-\u9fff"
AT_ONCE: Final = re.compile(rf"(?<=[，。；：、\n])(?P<said>[{_H}][^。；\n“”]{{5,60}}?)[，。；、]?(?P=said)(?![{_H}])")
"""The same clause twice running is a slip however short it is."""


def check(paper: Paper) -> Iterator[Flaw]:
    """Maximal exact repeats inside paragraphs; found by seeds, so the time is linear."""
    text = paper.folded
    masked = mask_titles(text)
    tables = {part.no for part in paper.outline.attachments if TABLE.search(part.title)}
    seeds: dict[str, int] = {}
    owners = [(found.start, found.end) for clause in paper.draft.clauses for found in clause.assignments]
    brackets = BRACKETED.finditer(text, paper.start, paper.end)
    owners += [match.span() for match in brackets if NOTED.search(match[0])]
    skip = {offset for start, end in owners for offset in range(start, end)}
    for start, end in paper.lines:
        if paper.is_row(start, end):
            continue
        at = start
        while at + SEED <= end:
            before = seeds.setdefault(text[at : at + SEED], at)
            if before == at:
                at += 1
                continue
            length = SEED
            limit = min(end - at, at - before)
            while length < limit and text[before + length] == text[at + length]:
                length += 1
            letters = sum(offset not in skip for offset in range(at, at + length))
            letters -= masked.count(MASK, at, at + length)
            if letters >= _enough(paper, before, at, length) and paper.part_at(at) not in tables:
                yield _flaw(paper, before, at, length)
            at += length
    for match in AT_ONCE.finditer(text, paper.start, paper.end):
        if len(match["said"]) < SEED and LIST * match["said"].count("、") <= len(match["said"]) * 2:
            yield _flaw(paper, match.start(), match.end() - len(match["said"]), len(match["said"]))


def _enough(paper: Paper, before: int, at: int, length: int) -> int:
    """From how many characters a repeat is a slip: an annex may say again what the body sums up, a head its title."""
    said = paper.folded[at : at + length]
    if paper.part_at(before) != paper.part_at(at) or paper.piece_at(at) is None or LIST * said.count("、") > length:
        return BETWEEN_PARTS
    whole = max(_whole(paper, at, at + length), _whole(paper, before, before + length))
    return SENTENCE if whole >= SENTENCE else LONG


def _whole(paper: Paper, start: int, end: int) -> int:
    """How many of the characters make whole sentences, each from its beginning to a full stop."""
    piece = paper.piece_at(start)
    if not (START.search(paper.folded, start - 1, start + 1) or (piece is not None and start <= piece.body)):
        stop = START.search(paper.folded, start, end)
        start = stop.end() if stop else end
    return paper.folded.rfind("。", start, end) + 1 - start


def _flaw(paper: Paper, before: int, at: int, length: int) -> Flaw:
    where = paper.path_at(before) or "前文"
    said = paper.text[before : before + 10]
    text = f"{length} 个字与{where}（“{said}…”起）一字不差"
    return Flaw(at, at + length, text, "删去重复，或改写")

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


def check(paper: Paper) -> Iterator[Flaw]:
    """Maximal exact repeats inside paragraphs; found by seeds, so the time is linear."""
    text = paper.folded
    masked = mask_titles(text)
    tables = {part.no for part in paper.outline.attachments if TABLE.search(part.title)}
    seeds: dict[str, int] = {}
    owners = [(named.start, named.end) for named in paper.named]
    skip = {offset for start, end in owners for offset in range(start, end)}
    for start, end in paper.lines:
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


def _enough(paper: Paper, before: int, at: int, length: int) -> int:
    """From how many characters a repeat is a slip: an annex may say again what the body sums up, a head its title."""
    said = paper.folded[at : at + length]
    if paper.part_at(before) != paper.part_at(at) or paper.piece_at(at) is None or LIST * said.count("、") > length:
        return BETWEEN_PARTS
    whole = _is_sentence(paper, at, at + length) or _is_sentence(paper, before, before + length)
    return SENTENCE if whole else LONG


def _is_sentence(paper: Paper, start: int, end: int) -> bool:
    """Whether it runs from the beginning of a sentence to a full stop."""
    piece = paper.piece_at(start)
    begins = START.search(paper.folded, start - 1, start + 1) is not None or (piece is not None and start <= piece.body)
    return begins and paper.folded[end - 1 : end] == "。"


def _flaw(paper: Paper, before: int, at: int, length: int) -> Flaw:
    where = paper.path_at(before) or "前文"
    said = paper.text[before : before + 10]
    text = f"{length} 个字与{where}（“{said}…”起）一字不差"
    return Flaw(at, at + length, text, "删去重复，或改写")

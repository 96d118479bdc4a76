"""Paragraphs of nothing but owners, and the items they speak of: 以上两项由甲局牵头 · （第3—5项责任单位：乙局）."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from zerenku.model.clause import Assignment
from zerenku.model.outline import Found
from zerenku.text.brackets import outer_brackets
from zerenku.text.fold import fold
from zerenku.text.names import is_body, is_collective, is_generic, is_person
from zerenku.text.numbers import HAN_NUMBER, read_number
from zerenku.text.owner_phrases import read_phrase
from zerenku.text.owner_words import LABEL

LONGEST: Final = 420
SIGNS: Final = "-★☆※●■◆▲►▶*· "
_SPEAKS: Final = re.compile(
    r"负责|牵头|配合|落实|参与|协助|协办|承办|主办|分工|单位|部门|科室|处室|主体|[（〔][^（）〔〕]{1,60}[局办委所队部厅会站院司社心镇乡街府科处][、，）〕]"
)
_N: Final = rf"[（〔]?(?:\d{{1,2}}|{HAN_NUMBER})[）〕]?"
_UNIT: Final = r"(?:大?项|条|款|点|个方面|方面)"
_REFERENCE: Final = re.compile(
    rf"(?:以上|上述|前述|前)\ ?(?P<count>\d{{1,2}}|{HAN_NUMBER})\ ?{_UNIT}"
    rf"|(?:以上|上述)?第?\ ?(?P<numbers>{_N}(?:\ ?(?:-+|至|到|、|和)\ ?第?\ ?{_N})+)\ ?{_UNIT}"
    rf"|第\ ?(?P<only>{_N})\ ?{_UNIT}"
    r"|(?P<all>以上|上述|前述)(?:各项|各条|所有|全部)?(?=[重主各相有整具]?[点要项关治体]?"
    r"(?:工作|任务|措施|内容|事项|要求|举措|行动|项目)|均?由|的?责任|牵头)"
)
_BETWEEN: Final = re.compile(
    r"\ ?(?:(?:重点|主要|各项|整治|具体|相关|有关|专项)?"
    r"(?:工作|任务|措施|内容|事项|要求|举措|行动|部分|项目))*的?[，：]?"
    r"(?:均|都|统一|共同|分别|全部|一律)*"
)
_VERB_ENDS: Final = re.compile(r"(?:负责|配合|落实|牵头|参与|参加|实施|协助|协同|承办|推进)$")
_PART: Final = re.compile(rf"(?P<to>-+|至|到)?[\ 、和第（〔]*(?P<n>\d{{1,2}}|{HAN_NUMBER})")
_NEAR: Final = 40
"""An ignored label (完成时限：…) that opens a line of owners ends within so many characters."""


@dataclass(frozen=True, slots=True)
class Reference:
    """Which items an owner phrase says it is for: by their `numbers`, or the last `count`; neither: the run before."""

    start: int
    end: int
    numbers: frozenset[int] = frozenset()
    count: int = 0


def references(said: str) -> tuple[Reference, ...]:
    """The references of an owner paragraph, in order."""
    return tuple(map(_reference, _REFERENCE.finditer(fold(said))))


def leading_reference(said: str) -> Reference | None:
    """The reference that an owner paragraph begins with, its bracket left out."""
    folded = fold(said).lstrip(SIGNS)
    match = _REFERENCE.match(folded, 1 if folded[:1] in "（〔" else 0)
    return _reference(match) if match else None


def read_owner_block(said: str) -> tuple[tuple[Reference | None, Found[Assignment]], ...]:
    """The owners of an owner block, each with what the words before it say they are for. Lines that carry one label
    each are read together; every reference begins owners of its own.
    """
    folded = fold(said)
    marks = [match for match in _REFERENCE.finditer(folded) if _begins(folded, match.start())]
    stretches: list[tuple[Reference | None, int, int]] = []
    for start, end in _stretches(folded):
        inside = [match for match in marks if start <= match.start() < end]
        bounds = [*(match.start() for match in inside), end]
        if not inside or inside[0].start() > start:
            stretches.append((None, start, bounds[0]))
        for match, until in zip(inside, bounds[1:], strict=True):
            between = _BETWEEN.match(folded, match.end())
            stretches.append((_reference(match), between.end() if between else match.end(), until))
    found = []
    for reference, start, end in stretches:
        phrase = read_phrase(folded, start, end)
        if phrase is not None:
            value = replace(phrase.assignment, phrase=said[phrase.start : phrase.end])
            found.append((reference, Found(value, phrase.start, phrase.end)))
    return tuple(found)


def _begins(folded: str, at: int) -> bool:
    return at == 0 or folded[at - 1] in "（〔。；，\n ：" or folded[at - 1] in SIGNS


def _stretches(folded: str) -> Iterator[tuple[int, int]]:
    """The insides of brackets line by line, and the lines without brackets between them, each run as one."""
    start = begin = 0
    for line in folded.split("\n"):
        bare = line.strip(" 。；" + SIGNS)
        if bare[:1] in {"（", "〔"} and (bare[-1] not in "）〕" or outer_brackets(bare) == [(0, len(bare))]):
            if begin < start:
                yield begin, start - 1
            first = start + line.index(bare)
            yield first + 1, first + len(bare) - (bare[-1] in "）〕")
            begin = start + len(line) + 1
        start += len(line) + 1
    if begin < len(folded):
        yield begin, len(folded)


def _reference(match: re.Match[str]) -> Reference:
    numbers: set[int] = set()
    for part in _PART.finditer(match["numbers"] or match["only"] or ""):
        number = int(read_number(part["n"]) or 0)
        numbers.update(range(max(numbers) + 1, number + 1) if part["to"] and numbers else (number,))
    count = int(read_number(match["count"]) or 0) if match["count"] else 0
    return Reference(match.start(), match.end(), frozenset(numbers), count)


def is_owner_line(said: str) -> bool:
    """Whether a paragraph names owners and says nothing else: in brackets, behind a label, or as a bare sentence."""
    if not 3 < len(said) <= LONGEST:
        return False
    folded = _bare(said)
    if not _SPEAKS.search(folded):
        return False
    bracketed = folded[:1] in "（〔" and (folded[-1:] not in "）〕" or outer_brackets(folded) == [(0, len(folded))])
    start, end = (1, len(folded) - (folded[-1] in "）〕")) if bracketed else (0, len(folded))
    reference = _REFERENCE.match(folded, start)
    between = _BETWEEN.match(folded, reference.end()) if reference else None
    if between:
        start = between.end()
    label = LABEL.match(folded, start)
    if label:
        return label.lastgroup != "ignored" or _label_follows(folded, label.end())
    if bracketed or reference:
        return _reads(folded, start, end)
    return "：" not in folded and _VERB_ENDS.search(folded) is not None and _reads(folded, start, end, whole=True)


def _bare(said: str) -> str:
    """An owner paragraph in one width, without the sign before it (★, ——) and the stop behind it."""
    return fold(said).strip(" 。；").lstrip(SIGNS)


def _label_follows(folded: str, start: int) -> bool:
    following = LABEL.search(folded, start, start + _NEAR)
    return following is not None and following.lastgroup != "ignored"


def _reads(folded: str, start: int, end: int, *, whole: bool = False) -> bool:
    phrase = read_phrase(folded, start, end)
    if phrase is None:
        return False
    names = (*phrase.assignment.lead, *phrase.assignment.support)
    if whole:
        begins = phrase.start <= start + (folded[start] == "由")
        return phrase.explicit and begins and phrase.end >= end and all(is_body(n) or is_collective(n) for n in names)
    return phrase.explicit or all(is_body(n) and not (is_generic(n) or is_person(n)) for n in names)


def is_limit_line(said: str) -> bool:
    """完成时限：…, 责任人：… on a line of their own: what often stands beside a line of owners."""
    label = LABEL.match(fold(said).lstrip("（〔 " + SIGNS)) if len(said) <= 2 * _NEAR else None
    return label is not None and label.lastgroup == "ignored"


def owner_block(lines: Sequence[str]) -> bool:
    """Whether lines are owners only, the first one at least, with their time limits."""
    return bool(lines) and is_owner_line(lines[0]) and all(is_owner_line(x) or is_limit_line(x) for x in lines[1:])

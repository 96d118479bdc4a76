"""Nothing lost: which dates, numbers, titles and owner words of a text no field took."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from zerenku.model.outline import Draft, Found, Unread
from zerenku.text.fold import fold
from zerenku.text.mentions import NUMBER, TITLE
from zerenku.text.seeking import match_at

SPEAKS: Final = re.compile(
    rf"(?P<cite>{TITLE})"
    rf"|(?P<date>(?:19|20)\d{{2}} ?年(?: ?\d{{1,2}} ?月(?: ?\d{{1,2}} ?日)?)?(?:底|末)?前?"
    rf"|\d{{1,2}} ?月(?: ?\d{{1,2}} ?日)?(?:底|末)?前?"
    rf"|(?:每?年|季|月)底前|(?<![\d一二三四五六七八九十两几半])(?<!\d )年内)"
    rf"|(?P<number>{NUMBER})"
    rf"|(?P<owner>[^，。；：、（）“”\s谁]{{0,12}}?(?:牵头(?! ?(?:作用|部门|单位|领导|人(?!民)|[科处股]室))"
    rf"|按职责分工(?!，)"
    rf"|(?<=[局委办所站处科室厅部会心队门位府镇区村社方])负责(?!人|同志|任|同|制)))"
)
PLAIN_BEGINS: Final = re.compile(r"[《\d每年季月]")
OWNER_WORD: Final = re.compile("牵头|按职责分工|负责")
OWNER_REACH: Final = 12
"""Where something that speaks can begin: at one of these characters, or so far before an owner word."""
WHY: Final = {
    "cite": "书名号没有被引用项认出",
    "date": "日期没有被时限、阶段或期限认出",
    "number": "数字没有被指标或频次认出",
    "owner": "责任用语没有被责任分工认出",
}


def unread_of(draft: Draft, text: str, claimed: Iterable[tuple[int, int]]) -> tuple[tuple[Unread, ...], float]:
    """What no field took, and the share of the plan's characters that are claimed (0 to 1).

    Prose is claimed by the text of its clause, opening or closing; a date, a number with a unit, a 《》 or an owner
    word is so only when a fact field covers it.
    """
    outline = draft.outline
    spans = _merged(claimed)
    starts = [start for start, _ in spans]
    breaks = _line_starts(text)
    found: list[Unread] = []
    lost = 0
    for match in _speaking(fold(text), outline.start, outline.end):
        row = bisect_right(starts, match.start()) - 1
        touched = (row >= 0 and spans[row][1] > match.start()) or (
            row + 1 < len(spans) and spans[row + 1][0] < match.end()
        )
        if touched:
            continue
        line = outline.line_numbers[bisect_right(breaks, match.start()) - 1]
        found.append(Unread(text[match.start() : match.end()], line, WHY[str(match.lastgroup)]))
        lost += match.end() - match.start()
    size = len("".join(text[outline.start : outline.end].split()))
    return tuple(found), 1.0 - lost / size if size else 1.0


def _speaking(folded: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The same as `SPEAKS.finditer`, without trying it at every character."""
    places = {match.start() for match in PLAIN_BEGINS.finditer(folded, start, end)}
    for word in OWNER_WORD.finditer(folded, start, end):
        places.update(range(max(start, word.start() - OWNER_REACH), word.start() + 1))
    return match_at(SPEAKS, sorted(places), folded, end)


def claims_of(draft: Draft) -> Iterator[tuple[int, int]]:
    """The places that a field of the draft was read from."""
    outline, head = draft.outline, draft.outline.head
    single = (head.title, head.plan_title, head.number, head.issued, head.printed, head.printed_by)
    lists: list[Sequence[Found[object]]] = [
        [item for item in single if item is not None],
        head.issuers,
        head.addressees,
        head.cc,
        head.basis,
        head.noted_attachments,
        draft.stages,
        draft.reporting,
    ]
    for clause in draft.clauses:
        lists += [clause.assignments, clause.deadlines, clause.recurrence, clause.targets, clause.cites]
        lists += [clause.applies_to, clause.inline]
        yield clause.piece.start, clause.piece.body
    for group in lists:
        for item in group:
            yield item.start, item.end
    for part in outline.attachments:
        yield part.start, part.start + len(part.no) + len(part.title) + 2


def _merged(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged


def _line_starts(text: str) -> list[int]:
    starts, at = [0], text.find("\n")
    while at >= 0:
        starts.append(at + 1)
        at = text.find("\n", at + 1)
    return starts

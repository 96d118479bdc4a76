"""Who reports what to whom by when: sentences that name a time and 报送."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from zerenku.importer.annotate import moved
from zerenku.model.outline import DraftClause, Found, Piece
from zerenku.model.path import ClausePath
from zerenku.model.plan import Due, Reporting
from zerenku.text.names import names_apart
from zerenku.text.subjects import read_subjects
from zerenku.text.times import read_deadlines, read_recurrence

REPORTS: Final = re.compile(
    r"报送|上报|报告|反馈|(?<!通)报(?=[省市县区镇街局乡工总进本年月所]|[^，。；]{0,12}(?:办|局|委|政府|总结|情况))"
)
SENTENCE: Final = re.compile(r"[^。；\n]+")
BODY: Final = (
    r"(?:办公室|委员会|委办|[安消]委会|委(?![会办员托])|政府|党委|小组|指挥部|专班|办(?![公理法好])|局|处(?![理置罚])|[科股](?![学技东权份])|所(?![有在需属])"
    r"|中心|厅|部(?![门分署])|部门)"
)
"""How the name of whoever receives a report ends."""
TO: Final = re.compile(
    rf"(?:报送|报(?![告表道])|上报|反馈)(?:至|给|到)?(?P<to>[^，。；（）《》\d]{{1,18}}?{BODY}+)|向(?P<toward>[^，。；（）]{{2,18}}?)(?:报送|上报|报告|反馈)"
)
PAPER: Final = re.compile(
    r"报告|总结|小结|情况|报表|统计表|汇总表|材料|方案|计划|清单|名单|名册|台账|信息|数据|表格|联系人|进度|进展"
)
"""What is handed in."""
AFTER: Final = re.compile(r"(?:报送|上报|报告|反馈|报(?![表道]))(?:至|给|到)?(?P<after>[^，。；：]{2,60})")
LEAD_IN: Final = re.compile(r"^(?:并|及时|同时|分别|将|把|形成|的)+|(?:请|应|须|要|于|在|并|及时)+$")
BRACKETED: Final = re.compile(r"（[^（）]*(?:）|$)")
LIMIT: Final = re.compile(r"(\d{3,5}) ?字")


def read_reporting(text: str, clause: DraftClause) -> Iterator[Found[Reporting]]:
    """The reports that a clause asks for; who and what are guessed from the sentence and marked so."""
    times = sorted(
        [(item.start, item.end, Due(date=item.value.date, text=item.value.text)) for item in clause.deadlines]
        + [
            (item.start, item.end, Due(every=item.value.every, day=item.value.day, text=item.value.text))
            for item in clause.recurrence
        ],
        key=lambda item: item[0],
    )
    if not times or not REPORTS.search(text, clause.piece.start, clause.piece.end):
        return
    for sentence in SENTENCE.finditer(text, clause.piece.body, clause.piece.end):
        inside = [item for item in times if sentence.start() <= item[0] < sentence.end()]
        for (start, end, due), until in zip(inside, _next_times(text, inside, sentence.end()), strict=False):
            verb = REPORTS.search(text, end, min(until, end + 80))
            if verb is not None:
                limit = LIMIT.search(text, end, until)
                last = limit.end() if limit else verb.end()
                yield Found(_report(text, clause, sentence.start(), (start, end, until), due), start, last)


def read_opening_reports(text: str, start: int, end: int, *, year: int | None) -> Iterator[Found[Reporting]]:
    """The reports that the notice above the plan asks for: they belong to the plan and to none of its clauses."""
    said = text[start:end]
    if not REPORTS.search(said):
        return
    opening = DraftClause(
        Piece(ClausePath(("¶1",)), "¶1", "", None, start, end, start),
        deadlines=moved(read_deadlines(said, year=year), start),
        recurrence=moved(read_recurrence(said), start),
        subjects=moved(read_subjects(said), start),
    )
    for item in read_reporting(text, opening):
        yield replace(item, value=replace(item.value, clause=None))


def _next_times(text: str, times: Sequence[tuple[int, int, Due]], last: int) -> list[int]:
    """Where behind each time the next begins that has words of its own: 6月25日、12月20日前报送 are two times of one
    report.
    """
    found = [last]
    for (start, *_), (_, end, _) in pairwise(reversed(times)):
        found.append(found[-1] if text[end:start].strip() in {"、", "和", "及"} else start)
    return found[::-1]


def _report(text: str, clause: DraftClause, begin: int, place: tuple[int, int, int], due: Due) -> Reporting:
    start, end, until = place
    said = text[end:until]
    to = TO.search(said)
    limit = LIMIT.search(said)
    subject = next((item.value for item in clause.subjects if begin <= item.start < until), None)
    receiver = (to["to"] or to["toward"]) if to else None
    return Reporting(
        who=names_apart(subject) if subject else (),
        to=(receiver,) if receiver else (),
        what=_what(text[begin:start], said, receiver or ""),
        due=due,
        limit_chars=int(limit[1]) if limit else None,
        clause=str(clause.piece.path),
        unconfirmed=("who", "to", "what"),
    )


def _what(before: str, said: str, receiver: str) -> str:
    """What is handed in: the words after 报送 if they name a paper, else those before the date, else what follows."""
    said, before = BRACKETED.sub("", said), BRACKETED.sub("", before)
    match = AFTER.search(said)
    after = _bare(match["after"].removeprefix(receiver)) if match else ""
    between = _bare(re.split(r"[，；]|报送|上报|报(?![告表道])", said.lstrip("，；"))[0])
    chunks = [_bare(chunk) for chunk in re.split(r"[，,：、]", before)]
    earlier = next((chunk for chunk in chunks[:-3:-1] if PAPER.search(chunk)), "")
    named = (item for item in (after, between) if PAPER.search(item))
    candidates = (*named, earlier, after, *reversed(chunks))
    return next((item for item in candidates if len(item) > 1), said.strip() or before.strip())


def _bare(words: str) -> str:
    return LEAD_IN.sub("", words.strip(" ，,、（）"))

"""Who reports what to whom by when: sentences that name a time and 报送."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from zerenku.model.outline import DraftClause, Found
from zerenku.model.plan import Due, Reporting

REPORTS: Final = re.compile(
    r"报送|上报|报告|反馈|报(?=[省市县区镇街局乡工总进本年月]|[^，。；]{0,12}(?:办|局|委|政府|总结|情况))"
)
SENTENCE: Final = re.compile(r"[^。；\n]+")
TO: Final = re.compile(
    r"(?:报送?|上报|反馈)(?:至|给|到)?(?P<to>[^，。；（）《》\d]{1,18}?(?:办公室|办|局|委|政府|小组|处|科|所|中心|厅|部|指挥部|专班))|向(?P<toward>[^，。；（）]{2,18}?)(?:报送|上报|报告|反馈)"
)
WHAT: Final = re.compile(
    r"(?P<what>[^，。；：、（）于在每]{2,30}?)(?:（[^（）]*）)?[，]?(?:请|应|要|须)?(?:于|在|每)|(?:报送|上报|报告|报)(?:至|给)?(?P<after>[^，。；：（）]{2,40})"
)
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
        for index, (start, end, due) in enumerate(inside):
            until = inside[index + 1][0] if index + 1 < len(inside) else sentence.end()
            verb = REPORTS.search(text, end, min(until, end + 80))
            if verb is not None:
                limit = LIMIT.search(text, end, until)
                last = limit.end() if limit else verb.end()
                yield Found(_report(text, clause, sentence.start(), (start, end, until), due), start, last)


def _report(text: str, clause: DraftClause, begin: int, place: tuple[int, int, int], due: Due) -> Reporting:
    start, end, until = place
    said, before = text[end:until], re.split(r"[，：]", text[begin:start])[-1]
    to = TO.search(said)
    what = WHAT.search(said)
    named = (what and (what["after"] or what["what"])) or before or said
    if to and to["to"] and named.startswith(to["to"]):
        named = named[len(to["to"]) :] or before
    limit = LIMIT.search(said)
    who = tuple(item.value for item in clause.subjects if begin <= item.start < until)[:1]
    return Reporting(
        who=who,
        to=((to["to"] or to["toward"]),) if to else (),
        what=named.strip(" 于，、请") or said.strip(),
        due=due,
        limit_chars=int(limit[1]) if limit else None,
        clause=str(clause.piece.path),
        unconfirmed=("who", "to", "what"),
    )

"""Papers that were set from our own summaries (样稿) and come back: known by their mark, read without our additions.

What such a paper says is no issuer's text, so the record made from it keeps the words as summaries only.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from zerenku.catalogue.wording import EXCERPT, NO_CLEAR_LEAD, NOT_WRITTEN, SAMPLE_MARK
from zerenku.importer.lines import squash
from zerenku.model.clause import Clause
from zerenku.model.outline import Original, SourceLine
from zerenku.model.plan import Plan
from zerenku.text.marks import marks_at

UNOWNED: Final = re.compile(
    rf"(?:；?其余事项)?{NOT_WRITTEN}(?:，文中主体：(?:[^。；（）]|（[^（）]*）)*|（[^（）]*）)?(?:。|$)?"
)
SHARED: Final = re.compile(rf"{NO_CLEAR_LEAD}（(?P<split>按职责分工：)?(?P<names>[^（）]*)）")


def is_sample(original: Original) -> bool:
    """Whether a page of the paper says that it is a 样稿."""
    return any(map(_is_mark, original.lines))


def as_written(original: Original) -> Original:
    """The paper with owners as official papers name them, without what we add where the text names none."""
    return replace(original, lines=tuple(_as_written(line) for line in original.lines if not _is_mark(line)))


def excerpted(plan: Plan) -> Plan:
    """The record of a 样稿: its words are summaries, and no final paper can be set from it."""
    return replace(
        plan,
        title=plan.title.removesuffix(EXCERPT),
        opening=None,
        closing=None,
        clauses=tuple(map(_excerpted, plan.clauses)),
        attachments=tuple(
            replace(
                item,
                title=item.title.removesuffix(EXCERPT),
                text=None,
                closing=None,
                clauses=tuple(map(_excerpted, item.clauses)),
            )
            for item in plan.attachments
        ),
    )


def aside(text: str) -> tuple[str, str]:
    """A text without the last brackets that we add, and what is in them."""
    text = text.rstrip()
    if not text.endswith("。）"):
        return text, ""
    depth = 0
    for index in range(len(text) - 1, -1, -1):
        depth += (text[index] == "）") - (text[index] == "（")
        if depth == 0:
            return text[:index], text[index + 1 : -2]
    return text, ""


def _is_mark(line: SourceLine) -> bool:
    return squash(SAMPLE_MARK) in squash(line.text)


def _as_written(line: SourceLine) -> SourceLine:
    said, added = aside(line.text)
    if not added:
        return line
    parts = SHARED.sub(_shared, UNOWNED.sub("", added)).strip("；。").split("。")
    return replace(line, text=said + "".join(f"（{part}。）" for part in parts if part))


def _shared(found: re.Match[str]) -> str:
    return f"{found['names']}{'按职责分工' if found['split'] else ''}负责"


def _excerpted(clause: Clause) -> Clause:
    said = clause.text or ""
    while (shorter := aside(said)[0]) != said:
        said = shorter
    mark = marks_at(said)
    body = said[mark.length if mark else 0 :].strip().removeprefix(clause.heading or "").lstrip("。")
    return replace(
        clause, text=None, summary=body.strip() or clause.summary, clauses=tuple(map(_excerpted, clause.clauses))
    )

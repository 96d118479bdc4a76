"""A final paper from the workspace alone: re-set from a plan whose source holds its original word for word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from typing import Final

from generators.compose.frame import NO_FIELDS, plan_of, whole_words
from generators.compose.retypeset import Kind, Retypeset, retypeset
from zerenku.catalogue import wording
from zerenku.catalogue.catalogue import Catalogue
from zerenku.catalogue.compare import clauses_of
from zerenku.errors import TextMissing
from zerenku.importer import ImportWords, import_text, plan_text
from zerenku.importer.lines import squash
from zerenku.model.clause import Clause
from zerenku.model.outline import AttachmentPart, Draft, Head, LineKind, Original, Outline, Piece, SourceLine
from zerenku.model.path import ClausePath
from zerenku.model.plan import Plan
from zerenku.text.marks import marks_at

NEW_PARAGRAPH: Final = "　　"
"""Before every line of the kept text: its paragraphs are certain, none may be taken for the rest of another."""
MARK_REACH: Final = 24
"""A mark with its blanks is shorter than this."""
SENT: Final = re.compile(r"(?m)^[ \u3000]*分 *[送报] *[:：]")


def holds_text(plan: Plan) -> bool:
    """Whether a plan's source holds its original: an imported plan does, one in our own words does not."""
    clauses = list(clauses_of(plan))
    return plan.opening is not None and all(clause.text is not None for _, clause in clauses)


def from_plan(catalogue: Catalogue, plan_id: str, *, kind: Kind, fields: Mapping[str, str] = NO_FIELDS) -> Retypeset:
    """The final paper of a plan in the workspace.

    UnknownName when the catalogue has no such plan; TextMissing when its source is in our own words, or when a clause
    lost its text.
    """
    plan = plan_of(catalogue, plan_id)
    return from_record(plan, kind=kind, fields=fields, words=whole_words(catalogue, plan))


def from_record(
    plan: Plan, *, kind: Kind, fields: Mapping[str, str] = NO_FIELDS, words: Iterable[str] = ()
) -> Retypeset:
    """The same from a plan's record alone. TextMissing as in `from_plan`."""
    if not holds_text(plan):
        bare = [where for where, clause in clauses_of(plan) if clause.text is None]
        raise TextMissing(plan.id, bare[0] if bare and plan.opening is not None else None)
    text = plan_text(plan)
    original = _original(plan.id, text)
    draft = Draft(_outline(plan, text, _head(plan, original, text)), ())
    known = {**_record_fields(plan, text), **fields}
    return retypeset(draft, original=original, kind=kind, fields=known, plan_id=plan.id, words=words)


def _original(name: str, text: str) -> Original:
    """The kept text as if read from a file."""
    lines = (
        SourceLine(line, number, LineKind.ROW) if "\t" in line else SourceLine(NEW_PARAGRAPH + line, number)
        for number, line in enumerate(text.split("\n"), start=1)
    )
    return Original(name, tuple(lines))


def _head(plan: Plan, original: Original, text: str) -> Head:
    """Where the elements of the head stand in the text; number and dates are the record's, which may be mended."""
    drafts = import_text(original, words=ImportWords())
    if not drafts or drafts[0].outline.text != text.rstrip():
        return Head()
    head = drafts[0].outline.head
    noted = tuple(chain.from_iterable(draft.outline.head.noted_attachments for draft in drafts))
    head = replace(head, noted_attachments=noted)
    if head.number and plan.number:
        head = replace(head, number=replace(head.number, value=plan.number))
    if head.issued and plan.issued:
        head = replace(head, issued=replace(head.issued, value=plan.issued))
    if head.printed and plan.printed:
        head = replace(head, printed=replace(head.printed, value=plan.printed))
    return head


def _record_fields(plan: Plan, text: str) -> dict[str, str]:
    """What the record knows and the kept text may lack: the number and date of a notice that issues several plans.

    Bodies under 分送 stay where the text has them.
    """
    known = {
        "发文机关": "，".join(name for name in plan.issuers if marks_at(name) is None),
        "发文字号": plan.number,
        "成文日期": wording.date_text(plan.issued) if plan.issued else None,
        "主送机关": "，".join(plan.addressees),
        "抄送机关": "" if SENT.search(text) else "，".join(plan.cc),
        "印发机关": plan.printed_by,
        "印发日期": wording.date_text(plan.printed) if plan.printed else None,
    }
    return {name: value for name, value in known.items() if value}


def _outline(plan: Plan, text: str, head: Head) -> Outline:
    """The record's own clauses at their places in the text."""
    at = len(plan.opening or "")
    pieces = list(_pieces(plan.clauses, (), at))
    body_end = pieces[-1].end if pieces else at
    at = body_end + len(plan.closing or "")
    parts = []
    for item in plan.attachments:
        start = at
        mine = list(_pieces(item.clauses, (item.no,), start + len(item.text or "")))
        at = (mine[-1].end if mine else start + len(item.text or "")) + len(item.closing or "")
        parts.append(AttachmentPart(item.no, item.title, start, at))
        pieces += mine
    lines = tuple(range(1, text.count("\n") + 2))
    return Outline(plan.id, text, lines, head, tuple(pieces), tuple(parts), 0, len(text), body_end)


def _pieces(clauses: Sequence[Clause], above: tuple[str, ...], at: int) -> Iterator[Piece]:
    """The clauses in text order, which is preorder, each from where the one before it ends."""
    for clause in clauses:
        said = clause.text or ""
        body = _body(said, clause.starts)
        path = ClausePath((*above, clause.mark))
        yield Piece(path, clause.mark, said[:body].strip(), clause.heading, at, at + len(said), at + body)
        at += len(said)
        for piece in _pieces(clause.clauses, path.elements, at):
            yield piece
            at = piece.end


def _body(said: str, starts: str) -> int:
    """Where a clause's own text begins after its mark, told by its first words; 0 if they are nowhere near."""
    wanted = squash(starts)
    near = (at for at, char in enumerate(said[:MARK_REACH]) if not char.isspace())
    return next((at for at in near if squash(said[at : at + MARK_REACH * 2]).startswith(wanted)), 0)

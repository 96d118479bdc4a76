"""A draft as the records of a plan source: verbatim text in every piece, names as written, guesses marked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from zerenku.importer.duties import duty_of, unique
from zerenku.importer.pipeline import opening_end
from zerenku.model.clause import Clause
from zerenku.model.outline import AttachmentPart, Draft, DraftClause, Piece
from zerenku.model.plan import Attachment, Plan, PlanKind

STARTS: Final = 12
KINDS: Final = ((re.compile("意见"), PlanKind.OPINION), (re.compile("通知|通告|公告|函$"), PlanKind.NOTICE))


def draft_plan(draft: Draft, *, plan_id: str, place_id: str, basis: tuple[str, ...] = ()) -> Plan:
    """The plan records of a draft. `basis` are ids of the document register, which an importer does not know itself."""
    outline, head = draft.outline, draft.outline.head
    title = head.plan_title or head.title
    guessed = [*draft.unconfirmed]
    guessed += [name for name, missing in (("title", title is None), ("issuers", not head.issuers)) if missing]
    body = [clause for clause in draft.clauses if not _annexed(clause.piece)]
    opening, closing = opening_end(draft), _closing_start(draft)
    return Plan(
        id=plan_id,
        place=place_id,
        title=title.value if title else outline.name,
        notice_title=head.title.value if head.title and title is not head.title else None,
        number=head.number.value if head.number else None,
        kind=kind_of(title.value if title else ""),
        issuers=unique(item.value for item in head.issuers),
        addressees=unique(item.value for item in head.addressees),
        cc=unique(item.value for item in head.cc),
        issued=head.issued.value if head.issued else None,
        printed=head.printed.value if head.printed else None,
        printed_by=head.printed_by.value if head.printed_by else None,
        basis=basis,
        period=draft.period,
        stages=tuple(item.value for item in draft.stages),
        reporting=tuple(item.value for item in draft.reporting),
        unconfirmed=tuple(guessed),
        opening=outline.text[outline.start : opening] or None,
        clauses=_tree(draft, body, ()),
        closing=outline.text[closing : _body_limit(draft)] or None,
        attachments=tuple(_attachment(draft, part) for part in outline.attachments),
    )


def kind_of(title: str) -> PlanKind:
    """What the paper calls itself: 意见, 通知, else a plan of some name."""
    return next((kind for pattern, kind in KINDS if pattern.search(title[-8:])), PlanKind.PLAN)


def starts_of(text: str, piece: Piece) -> str:
    """The first characters after the mark, blanks left out, by which a clause is found in its original."""
    return "".join(text[piece.body : min(piece.end, piece.body + 4 * STARTS)].split())[:STARTS]


def plan_text(plan: Plan) -> str:
    """The verbatim text of an imported plan, put together from its records alone."""
    parts = [plan.opening, *_texts(plan.clauses), plan.closing]
    for item in plan.attachments:
        parts += [item.text, *_texts(item.clauses), item.closing]
    return "".join(part for part in parts if part)


def _texts(clauses: Sequence[Clause]) -> Iterator[str | None]:
    for clause in clauses:
        yield clause.text
        yield from _texts(clause.clauses)


def _annexed(piece: Piece) -> bool:
    return piece.path.elements[0].startswith("附件")


def _body_limit(draft: Draft) -> int:
    outline = draft.outline
    return outline.attachments[0].start if outline.attachments else outline.end


def _closing_start(draft: Draft) -> int:
    body = [piece for piece in draft.outline.pieces if not _annexed(piece)]
    return body[-1].end if body else opening_end(draft)


def _tree(draft: Draft, clauses: Sequence[DraftClause], prefix: tuple[str, ...]) -> tuple[Clause, ...]:
    """The clauses of one level with those below them; `clauses` stand in text order, which is preorder."""
    depth = len(prefix)
    roots: list[list[DraftClause]] = []
    for clause in clauses:
        if len(clause.piece.path.elements) == depth + 1:
            roots.append([clause])
        else:
            roots[-1].append(clause)
    return tuple(_clause(draft, first, _tree(draft, rest, first.piece.path.elements)) for first, *rest in roots)


def _clause(draft: Draft, clause: DraftClause, below: tuple[Clause, ...]) -> Clause:
    text, piece = draft.outline.text, clause.piece
    duty, guessed = duty_of(draft, clause)
    return Clause(
        mark=piece.mark,
        heading=piece.heading,
        starts=starts_of(text, piece),
        text=text[piece.start : piece.end],
        assignments=tuple(item.value for item in clause.assignments),
        duties=(duty,) if duty else (),
        cites=unique(item.value for item in clause.cites),
        applies_to=unique(item.value for item in clause.applies_to),
        inline=unique(item.value for item in clause.inline),
        unconfirmed=guessed,
        clauses=below,
    )


def _attachment(draft: Draft, part: AttachmentPart) -> Attachment:
    text = draft.outline.text
    clauses = [clause for clause in draft.clauses if clause.piece.path.elements[0] == part.no]
    first = clauses[0].piece.start if clauses else part.end
    last = clauses[-1].piece.end if clauses else part.end
    return Attachment(
        no=part.no,
        title=part.title or part.no,
        text=text[part.start : first] or None,
        clauses=_tree(draft, clauses, (part.no,)),
        closing=text[last : part.end] or None,
    )

"""一键排版: an issuer's own text in the official layout, word for word.

Running text keeps every character and mark as printed. The formal elements (版头, 主送, 附件说明, 署名, 版记) take the
form of GB/T 9704-2012 and their place in it. What cannot be placed is set as a paragraph where it stood.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal

from generators.blocks import Document
from generators.compose.formal import FIELDS, Spans
from generators.compose.frame import Fields
from generators.compose.line_roles import paper_lines
from generators.compose.paper_setter import PaperSetter
from generators.compose.printed_lines import PrintedLine, Role
from zerenku.importer.lines import squash
from zerenku.model.outline import Draft, Original
from zerenku.text.normalise import normalise

Kind = Literal["notice", "plan"]
KEYWORD: Final = "公文"


@dataclass(frozen=True, slots=True)
class Retypeset:
    """A re-set paper, what the user should know of it, and where each block's words stand in the source.

    `places[i]` are the stretches of the normalised text that block i was set from, none for one that only the layout
    adds. Together with `left_out`, a second printing of the very same words, they are the whole text, each character
    once; of `kind="plan"` all of it from the plan on.
    """

    document: Document
    remarks: tuple[str, ...]
    places: tuple[Spans, ...] = field(repr=False)
    left_out: Spans = ()


def papers(drafts: Sequence[Draft]) -> tuple[tuple[Draft, ...], ...]:
    """The drafts of a file by paper: several plans that one notice issues belong together."""
    found: list[list[Draft]] = []
    for draft in drafts:
        head = draft.outline.head
        shared = head.title is not None and head.title.start < draft.outline.start
        if found and shared:
            found[-1].append(draft)
        else:
            found.append([draft])
    return tuple(tuple(paper) for paper in found)


def retypeset(
    draft: Draft,
    *,
    original: Original,
    kind: Kind,
    fields: Mapping[str, str],
    following: Sequence[Draft] = (),
    plan_id: str = "",
    words: Iterable[str] = (),
) -> Retypeset:
    """The paper that `draft` was read from, re-set; of `kind="plan"` only the plan that it issues.

    `following` are further plans that the same notice issues (see `papers`). `fields` fill what the source lacks;
    UnknownName for one that is not in FIELDS. With a `plan_id` each clause's first block carries its anchor. No title
    line cuts `words`.
    """
    drafts = (draft, *following) if kind == "notice" else (draft,)
    lines = paper_lines(drafts, normalise(original).kinds)
    twice = _printed_twice(lines)
    kept = [item for item in lines if item.role is not Role.AGAIN] if twice else lines
    setter = PaperSetter(drafts, kept, fields=Fields.of(fields, FIELDS), plan_id=plan_id, words=tuple(words))
    settings = tuple(setter.plan() if kind == "plan" else setter.notice())
    head = draft.outline.head
    own, issued = head.title or head.plan_title, head.plan_title or head.title
    title = issued if kind == "plan" else own
    document = Document(
        title=title.value if title else draft.outline.name,
        blocks=tuple(setting.block for setting in settings),
        author="、".join(setter.formal.issuers),
        subject=issued.value if issued else draft.outline.name,
        keywords=(KEYWORD, *((head.number.value,) if head.number else ())),
    )
    remarks = ("来文把同样的文字印了两遍，只排一遍",) if twice else ()
    return Retypeset(
        document,
        tuple(dict.fromkeys((*remarks, *setter.formal.remarks))),
        tuple(setting.spans for setting in settings),
        tuple(item.span for item in lines if item.role is Role.AGAIN) if twice else (),
    )


def _printed_twice(lines: Sequence[PrintedLine]) -> bool:
    """Whether a second printing says nothing that the first does not."""
    first, second = (
        "".join(squash(item.text) for item in lines if (item.role is Role.AGAIN) is again) for again in (False, True)
    )
    return bool(second) and first.startswith(second)

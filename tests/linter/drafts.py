"""Invented official texts as drafts: marks at line ends nest by style, facts come from the readers, the head is told.

    sheet = paper("一、目标\n（一）甲。\n", issuers=["柳塘镇人民政府"])
    assert quotes(rule, sheet) == ["（一）"]

A line `附件2` begins an attachment whose title is the next line. The world is that of tests/support.py.
"""

import re
from collections.abc import Sequence
from datetime import date

from zerenku.catalogue.registers import Registers
from zerenku.linter.paper import Paper, PaperRule
from zerenku.model.outline import AttachmentPart, Draft, DraftClause, Found, Head, Original, Outline, Piece, SourceLine
from zerenku.model.path import ClausePath
from zerenku.text.fold import fold
from zerenku.text.marks import MarkStyle, marks_at
from zerenku.text.owners import read_owners
from zerenku.text.subjects import read_subjects
from zerenku.text.times import read_deadlines, read_stage

ORDER = (
    MarkStyle.CHAPTER,
    MarkStyle.ARTICLE,
    MarkStyle.HAN,
    MarkStyle.HAN_BRACKET,
    MarkStyle.DIGIT,
    MarkStyle.DIGIT_BRACKET,
    MarkStyle.CIRCLED,
)
TITLE = "柳塘镇消防整治方案"


def paper(  # noqa: PLR0913 - each names a part of a head
    body: str,
    *,
    title: str = "",
    plan_title: str = "",
    issuers: Sequence[str] = ("柳塘镇人民政府",),
    issued: str = "",
    printed: str = "",
    noted: Sequence[str] = (),
    period: tuple[str, str] | None = None,
    registers: Registers | None = None,
    cousins: dict[str, str] | None = None,
) -> Paper:
    """A text with what is told of its head; titles and notes stand in the text once, where they are looked for.

    `cousins` renames marks as the importer does: {"（3）": "（三）"}.
    """
    head_lines = [line for line in (title, plan_title if plan_title != title else "") if line]
    text = "\n".join([*head_lines, body.strip("\n")])
    text += "".join(f"\n{day}" for day in (issued, printed) if day)
    pieces, parts = _outline(text, cousins or {})
    year = int(issued[:4]) if issued else 2030
    head = Head(
        title=_place(text, title),
        plan_title=_place(text, plan_title, after=len(title) if plan_title != title else 0),
        issuers=tuple(Found(name, 0, 0) for name in issuers),
        issued=_day(text, issued),
        printed=_day(text, printed),
        noted_attachments=tuple(found for name in noted if (found := _place(text, name))),
    )
    outline = Outline("通知.txt", text, tuple(range(1, text.count("\n") + 2)), head, pieces, parts, 0, len(text))
    stages = [
        Found(stage.value, piece.body + stage.start, piece.body + stage.end)
        for piece in pieces
        if (stage := read_stage(text[piece.body : piece.end], year=year))
    ]
    draft = Draft(outline, tuple(_clause(text, piece, year) for piece in pieces), period=period, stages=tuple(stages))
    lines = tuple(SourceLine(line, number) for number, line in enumerate(text.split("\n"), 1))
    return Paper(draft, registers, Original("通知.txt", lines))


def quotes(rule: PaperRule, sheet: Paper) -> list[str]:
    """The words that the rule objects to, in text order."""
    return [sheet.text[flaw.start : flaw.end] for flaw in sorted(rule.check(sheet), key=lambda flaw: flaw.start)]


def said(rule: PaperRule, sheet: Paper) -> str:
    """What the rule says of the one flaw it finds."""
    (flaw,) = rule.check(sheet)
    assert flaw.suggest
    return flaw.text


def _place(text: str, words: str, *, after: int = 0) -> Found[str] | None:
    at = text.find(words, after) if words else -1
    return Found(words, at, at + len(words)) if at >= 0 else None


def _day(text: str, written: str) -> Found[date] | None:
    if not written:
        return None
    at = text.rfind(written)
    return Found(date.fromisoformat(written), at, at + len(written))


def _outline(text: str, cousins: dict[str, str]) -> tuple[tuple[Piece, ...], tuple[AttachmentPart, ...]]:
    starts = [(match.start(), match[0]) for match in re.finditer(r"[^\n]+", text)]
    parts: list[AttachmentPart] = []
    found: list[tuple[int, ClausePath, str, int]] = []
    stack: list[tuple[MarkStyle, str]] = []
    prefix: tuple[str, ...] = ()
    seen: dict[tuple[str, ...], int] = {}
    for index, (at, line) in enumerate(starts):
        if re.fullmatch(r"附件\d*", line):
            title = starts[index + 1][1] if index + 1 < len(starts) else ""
            parts.append(AttachmentPart(line, title, at, len(text)))
            prefix, stack = (line,), []
            continue
        mark = marks_at(line)
        if mark is None or mark.style not in ORDER:
            continue
        name = cousins.get(fold(mark.written), mark.name)
        style = mark.style if name == mark.name else MarkStyle.HAN_BRACKET
        while stack and ORDER.index(stack[-1][0]) >= ORDER.index(style):
            stack.pop()
        path = (*prefix, *(element for _, element in stack), name)
        seen[path] = seen.get(path, 0) + 1
        element = name if seen[path] == 1 else f"{name}#{seen[path]}"
        stack.append((style, element))
        found.append((at, ClausePath((*path[:-1], element)), mark.written, at + mark.length))
    ends = [*(at for at, *_ in found[1:]), len(text)][: len(found)]
    cuts = [part.start for part in parts]
    pieces = []
    for (at, where, written, begins), end in zip(found, ends, strict=True):
        stop = min([end, *(cut for cut in cuts if at < cut)])
        line = text[begins:stop].partition("\n")[0]
        heading = line.partition("。")[0] if len(line) < 40 or "。" in line else None
        pieces.append(Piece(where, where.elements[-1], written, heading, at, stop, begins))
    bounds = [*(part.start for part in parts[1:]), len(text)][: len(parts)]
    parts = [AttachmentPart(part.no, part.title, part.start, end) for part, end in zip(parts, bounds, strict=True)]
    return tuple(pieces), tuple(parts)


def _clause(text: str, piece: Piece, year: int) -> DraftClause:
    own, base = text[piece.body : piece.end], piece.body
    return DraftClause(
        piece,
        assignments=tuple(Found(item.value, base + item.start, base + item.end) for item in read_owners(own)),
        deadlines=tuple(
            Found(item.value, base + item.start, base + item.end) for item in read_deadlines(own, year=year)
        ),
        subjects=tuple(Found(item.value, base + item.start, base + item.end) for item in read_subjects(own)),
    )

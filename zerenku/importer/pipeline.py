"""From a cleaned original to drafts: the stages, each saying what it reads and writes, in the order they run."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from zerenku.importer.annotate import ImportWords, annotate, read_stages, without_stage_dates
from zerenku.importer.attachments import plain_title
from zerenku.importer.coverage import claims_of, unread_of
from zerenku.importer.duty_paragraphs import split_duties
from zerenku.importer.lines import Line, is_dated, lines_of
from zerenku.importer.outline import build_pieces, unmarked_pieces
from zerenku.importer.parts import Parts, split_plans, take_apart
from zerenku.importer.plain_tables import end_tables, place_rows
from zerenku.importer.reporting import read_opening_reports, read_reporting
from zerenku.importer.scan import Scan, scan
from zerenku.model.outline import Draft, Found, Head, Original, Outline
from zerenku.text.cites import read_cites
from zerenku.text.normalise import CleanText, normalise
from zerenku.text.times import read_period

TITLE_YEAR: Final = re.compile(r"(?<!\d)((?:19|20)\d{2})(?=\D)")
YEAR_BELOW: Final = re.compile(r"\s*[（(]\s?((?:19|20)\d{2})\s?年度?\s?[）)]\s*$", re.MULTILINE)
YEAR_CLOSES: Final = re.compile(r"[（(]((?:19|20)\d{2})年?度?[）)]$")
"""（2031年度） on the line below the plan's title, or at the end of an attachment's."""
EMPTY: Final = CleanText("", ())
NO_HEAD: Final = Head()
NO_SCAN: Final = Scan((), ())


@dataclass(slots=True)
class Job:
    """What the stages hand on. `claimed` are places that were read although no field of the draft holds them."""

    original: Original
    words: ImportWords
    clean: CleanText = EMPTY
    lines: tuple[Line, ...] = ()
    scanned: Scan = NO_SCAN
    parts: list[Parts] = field(default_factory=list)
    drafts: list[Draft] = field(default_factory=list)
    claimed: list[tuple[int, int]] = field(default_factory=list)


def clean(job: Job) -> None:
    """Reads: original. Writes: clean, lines."""
    job.clean = normalise(job.original)
    job.lines = lines_of(job.clean.text)


def scan_marks(job: Job) -> None:
    """Reads: clean. Writes: scanned, the outline marks and the 一是…二是…."""
    job.scanned = scan(job.clean.text, 0, len(job.clean.text))


def split(job: Job) -> None:
    """Reads: lines, scanned. Writes: parts, one a plan: head, body, end block, attachments."""
    bounds = split_plans(job.lines, job.scanned.tokens) if job.lines else []
    for first, last in bounds:
        if first < last:
            job.parts.append(take_apart(job.lines, job.scanned.tokens, first, last))
    if job.parts and bounds[-1][1] < len(job.lines):
        job.parts[-1] = replace(job.parts[-1], end=len(job.clean.text))
        job.claimed.append((job.lines[bounds[-1][1]].start, len(job.clean.text)))


def build_outlines(job: Job) -> None:
    """Reads: parts. Writes: drafts with their outline; a second plan of one notice takes its number and date."""
    text = job.clean.text
    shared = job.parts[0].heading.head if job.parts else NO_HEAD
    for parts in job.parts:
        body = build_pieces(text, parts.body)
        pieces = [*body, *(piece for stretch in parts.annexes for piece in build_pieces(text, stretch))]
        if not pieces:
            pieces = list(unmarked_pieces(text, _below_head(job, parts), parts.body.end))
        head = _shared(parts.heading.head, shared) if parts is not job.parts[0] else parts.heading.head
        head = replace(head, noted_attachments=parts.notes.noted)
        job.drafts.append(
            Draft(
                Outline(
                    name=job.original.name,
                    text=text,
                    line_numbers=job.clean.line_numbers,
                    head=head,
                    pieces=place_rows(end_tables(text, pieces, parts.rows), parts.rows, parts.attachments),
                    attachments=parts.attachments,
                    start=parts.start,
                    end=parts.end,
                    body_end=max(parts.body.end, pieces[-1].end if pieces and not parts.body.tokens else 0)
                    if not any(stretch.tokens for stretch in parts.annexes)
                    else parts.body.end,
                ),
                (),
            )
        )


def _below_head(job: Job, parts: Parts) -> int:
    heading = parts.heading
    if heading.plan is not None:
        return (
            job.lines[heading.plan + heading.plan_rows].start
            if heading.plan + heading.plan_rows < len(job.lines)
            else parts.body.end
        )
    if heading.address is not None:
        return min(job.lines[heading.address].end + 1, parts.body.end)
    title = heading.head.title
    return min(title.end + 1, parts.body.end) if title is not None else parts.start


def _shared(head: Head, notice: Head) -> Head:
    """The head of a second plan of one notice: its own title, the notice's number, issuers and dates."""
    if head.number is not None or head.addressees:
        return head
    return replace(
        notice,
        plan_title=head.plan_title or head.title,
        issued=head.issued or notice.issued,
        issuers=head.issuers or notice.issuers,
    )


def read_basis(job: Job) -> None:
    """Reads: drafts. Writes: head.basis, the documents cited before the first clause, and period."""
    for index, draft in enumerate(job.drafts):
        outline = draft.outline
        opening = outline.text[outline.start : opening_end(draft)]
        cites, own = [], _own_titles(draft)
        number = outline.head.number.value if outline.head.number else ""
        for start, end in ((outline.start, opening_end(draft)), *_preambles(draft)):
            for cite in read_cites(outline.text[start:end]):
                place = start + cite.start, start + cite.end
                if (
                    _overlaps(outline.head.number, place)
                    or _is_own(plain_title(cite.value), own)
                    or plain_title(cite.value) == plain_title(number)
                ):
                    job.claimed.append(place)
                else:
                    cites.append(Found(cite.value, *place))
        period, guessed = _period(job, draft, opening)
        head = replace(outline.head, basis=tuple(cites))
        job.drafts[index] = replace(
            draft, outline=replace(outline, head=head), period=period, unconfirmed=("period",) if guessed else ()
        )


def _overlaps(found: Found[str] | None, place: tuple[int, int]) -> bool:
    return found is not None and found.start < place[1] and place[0] < found.end


def _preambles(draft: Draft) -> Iterator[tuple[int, int]]:
    """The text of each attachment before its first clause."""
    for part in draft.outline.attachments:
        first = (piece.start for piece in draft.outline.pieces if part.start <= piece.start < part.end)
        yield part.start, next(first, part.end)


def _claim_repeats(job: Job, draft: Draft) -> None:
    """The plan's period or title said again in a part of it, and the signing date said again at its end, are read
    already.
    """
    outline = draft.outline
    for title in _own_titles(draft):
        job.claimed += [match.span() for match in re.finditer(f"《{re.escape(title)}》", outline.text)]
    for piece in outline.pieces:
        said = outline.text[piece.body : piece.end]
        found = read_period(said) if draft.period and draft.period[0][:4] in said and "至" in said else None
        if found is not None and found.value == draft.period:
            job.claimed.append((piece.body + found.start, piece.body + found.end))
    for line in job.lines:
        if outline.head.issued and is_dated(line) and outline.start <= line.start < outline.end:
            digits = re.findall(r"\d+", line.folded)
            day = outline.head.issued.value
            if [int(digit) for digit in digits[-3:]] == [day.year, day.month, day.day]:
                job.claimed.append((line.start, line.end))


def _period(job: Job, draft: Draft, opening: str) -> tuple[tuple[str, str] | None, bool]:
    """The period announced in title or opening, else in a clause of the body; a year in the title is a guess."""
    outline = draft.outline
    issued = outline.head.issued.value if outline.head.issued else None
    title = outline.head.plan_title or outline.head.title
    for said, start in ((title.value, None), (opening, outline.start)) if title else ((opening, outline.start),):
        found = read_period(said, issued=issued)
        if found is not None:
            if start is not None:
                job.claimed.append((start + found.start, start + found.end))
            return found.value, False
    for piece in outline.pieces:
        if piece.path.elements[0].startswith("附件"):
            break
        said = outline.text[piece.body : piece.end]
        found = read_period(said, issued=issued) if "至" in said or "—" in said else None
        if found is not None:
            job.claimed.append((piece.body + found.start, piece.body + found.end))
            return found.value, True
    year = TITLE_YEAR.search(title.value) if title else None
    return ((f"{year[1]}-01", f"{year[1]}-12"), True) if year else (None, False)


def read_facts(job: Job) -> None:
    """Reads: drafts, words. Writes: clauses, stages, reporting."""
    for index, draft in enumerate(job.drafts):
        outline = draft.outline
        year, rows = plan_year(draft), job.parts[index].rows
        clauses = annotate(
            outline.text,
            outline.pieces,
            year=year,
            words=job.words,
            inline=job.scanned.inline,
            own_titles=_own_titles(draft),
            rows=rows,
            stated={part.no: int(said[1]) for part in outline.attachments if (said := YEAR_CLOSES.search(part.title))},
        )
        clauses = split_duties(outline.text, clauses, rows=frozenset(row.start for row in rows))
        pieces = tuple(clause.piece for clause in clauses)
        outline = replace(outline, pieces=pieces)
        reporting = tuple(item for clause in clauses for item in read_reporting(outline.text, clause))
        reporting = (*read_opening_reports(outline.text, outline.start, opening_end(draft), year=year), *reporting)
        stages = read_stages(outline.text, pieces, year=year, period=draft.period)
        clauses = without_stage_dates(clauses, stages)
        job.drafts[index] = replace(draft, outline=outline, clauses=clauses, stages=stages, reporting=reporting)


def count_unread(job: Job) -> None:
    """Reads: drafts, claimed. Writes: unread, claimed."""
    for index, draft in enumerate(job.drafts):
        _claim_repeats(job, draft)
        unread, share = unread_of(draft, job.clean.text, [*claims_of(draft), *job.claimed])
        job.drafts[index] = replace(draft, unread=unread, claimed=share)


STAGES: Final[tuple[Callable[[Job], None], ...]] = (
    clean,
    scan_marks,
    split,
    build_outlines,
    read_basis,
    read_facts,
    count_unread,
)


def import_text(original: Original, *, words: ImportWords) -> tuple[Draft, ...]:
    """The plans of a file: one draft each, in text order; no draft for a file without text."""
    job = Job(original, words)
    for stage in STAGES:
        stage(job)
    return tuple(job.drafts)


def plan_year(draft: Draft) -> int | None:
    """The year that a date without one means: of the title, of a bracket below it, of the signing, of the number."""
    head, text = draft.outline.head, draft.outline.text
    below = YEAR_BELOW.match(text, head.plan_title.end) if head.plan_title else None
    if below:
        return int(below[1])
    for title in (head.plan_title, head.title):
        match = TITLE_YEAR.search(title.value) if title else None
        if match:
            return int(match[1])
    if head.issued is not None:
        return head.issued.value.year
    match = TITLE_YEAR.search(head.number.value) if head.number else None
    return int(match[1]) if match else None


def opening_end(draft: Draft) -> int:
    """Where the opening ends: at the first clause of the body, else at the end block or the first attachment."""
    outline = draft.outline
    first = outline.pieces[0].start if outline.pieces else outline.end
    attachment = outline.attachments[0].start if outline.attachments else outline.end
    return min(first, attachment, max(outline.body_end, outline.start))


def _own_titles(draft: Draft) -> Sequence[str]:
    head = draft.outline.head
    return [title.value for title in (head.title, head.plan_title) if title]


def _is_own(plain: str, own: Sequence[str]) -> bool:
    return any(plain == plain_title(title) or (len(plain) > 8 and plain in plain_title(title)) for title in own)

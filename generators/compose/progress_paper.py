"""The frame of a text made from returns: title, addressee, numbered parts that fit a length, blanks to sign."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from generators.blocks import Addressees, Block, Chart, Document, Heading, Para, Signature, Title
from generators.compose.fitting import Part, Sentence, fit
from generators.compose.frame import AUTHOR, BLANK_BODY, BLANK_DATE, Fields, contact_line, whole_words
from generators.compose.length import length_of
from generators.compose.progress_chart import chart_of
from generators.compose.progress_story import Story
from generators.compose.progress_words import DATED_LINE, SAMPLE_DATA, campaign
from generators.compose.title import break_title
from zerenku.catalogue import wording
from zerenku.catalogue.catalogue import Catalogue
from zerenku.catalogue.entries import LinkedReporting
from zerenku.model.clause import Every
from zerenku.returns.book import ReturnBook

COMPARED: Final = "进度"
"""How the heading of the part ends that compares districts."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What one paper needs apart from its text. `rule` is the reporting rule that it answers, if the plan has one."""

    catalogue: Catalogue
    book: ReturnBook
    fields: Fields
    rule: LinkedReporting | None
    district: str = ""

    @property
    def subject(self) -> str:
        """What the paper is about: the campaign, after the district's name where it tells of that one only."""
        plan = self.book.plan
        chain = self.catalogue.registers.place_chain(plan.place)
        names = [name for place in chain for name in (place.name, place.short)]
        return f"{self.district}{campaign(plan, without=names)}" if self.district else campaign(plan)

    @property
    def addressee(self) -> str:
        """As filled in, else whom the rule names; a blank where that is who gathers the returns and so writes this."""
        to = [party.name for party in self.rule.to] if self.rule else []
        own = not self.district and bool(set(to) & set(self.book.plan.issuers))
        return self.fields.text("主送机关", "，".join(to) if to and not own else BLANK_BODY)

    def limit(self, default: int) -> int:
        """The length that the plan allows, or else the customary one."""
        return (self.rule.reporting.limit_chars if self.rule else None) or default


@dataclass(frozen=True, slots=True, kw_only=True)
class Tale:
    """A kind of paper made from returns: what it is called, its fields and customary length, what it tells.

    `final` is the one at the end of a campaign; any other has the month that it tells of in its title. `results` is the
    part that tells the figures.
    """

    name: str
    known: tuple[str, ...]
    limit: int
    sentences: Callable[[Frame, Story], Iterable[Sentence]]
    results: str
    final: bool = False

    def paper(
        self,
        catalogue: Catalogue,
        book: ReturnBook,
        *,
        as_of: date,
        month: str,
        district: str,
        fields: Mapping[str, str],
        chart: bool = False,
    ) -> Document:
        """The paper on a month, by default the last returned, of all districts together or of one.

        With a `chart` if there is anything to compare.
        UnknownName for an unknown field or district, LimitTooSmall when the limit leaves no room for any text.
        """
        own = book.only(district) if district else book
        told = month or last_month(own, book, as_of=as_of)
        rule = writing_rule(catalogue, book.plan.id, final=self.final)
        frame = Frame(catalogue, own, Fields.of(fields, self.known), rule, district)
        story = Story(own, told, as_of, district, latest=not month)
        title = f"{frame.subject}{'' if self.final else wording.month_text(told)}{self.name}"
        sentences = tuple(self.sentences(frame, story))
        picture = chart_of(story, final=self.final) if chart else None
        return _set(self, frame, title, sentences, picture)


def last_month(own: ReturnBook, book: ReturnBook, *, as_of: date) -> str:
    """The month that a paper tells of unless told otherwise: the last returned by those whom it is about.

    A district that never returned is told of in the last month of the others; where nobody did, it is this month, or
    that of the plan's period which is nearest.
    """
    months = own.months or book.months
    if months:
        return months[-1]
    first, last = (month[:7] for month in book.plan.period or ("", "9999-12"))
    return min(max(f"{as_of:%Y-%m}", first), last)


def writing_rule(catalogue: Catalogue, plan_id: str, *, final: bool) -> LinkedReporting | None:
    """The rule that asks for a monthly text, or for the summary at the end."""
    for item in catalogue.reporting_of(plan_id):
        report = item.reporting
        summary = "总结" in report.what
        monthly = report.due is not None and report.due.every is Every.MONTH and report.limit_chars is not None
        if report.form is None and (summary if final else monthly and not summary):
            return item
    return None


def _set(tale: Tale, frame: Frame, title: str, sentences: Sequence[Sentence], chart: Chart | None) -> Document:
    """The paper within the limit, title and date included; Word does not count what stands in a chart.

    LimitTooSmall when not even title and date fit.
    """
    words = (*whole_words(frame.catalogue, frame.book.plan), *re.findall(r"\d+年\d+月", title))
    lines = break_title(title, whole=words, line=DATED_LINE)

    def blocks(parts: tuple[Part, ...]) -> tuple[Block, ...]:
        text = [_part(part) for part in parts]
        if chart and text:
            text[_part_of_chart(parts, tale.results)] += (chart,)
        names = frame.fields.names("发文机关", (BLANK_BODY,))
        return (
            Title(lines),
            Addressees(frame.addressee),
            *(block for part in text for block in part),
            *contact_line(frame.fields),
            Signature(names=names, date=BLANK_DATE),
        )

    limit = frame.limit(tale.limit)
    parts = fit(sentences, limit=limit, measure=lambda parts: length_of(blocks(parts)))
    return Document(
        title=title,
        blocks=blocks(parts),
        banner=SAMPLE_DATA if frame.book.sample else "",
        author=AUTHOR,
        subject=frame.book.plan.title,
        keywords=(tale.name,),
    )


def _part_of_chart(parts: Sequence[Part], results: str) -> int:
    """Which part the chart stands under: that which compares districts or, without it, that of the results."""
    found = [at for at, part in enumerate(parts) if part.heading.endswith((results, COMPARED))]
    return found[-1] if found else 0


def _part(part: Part) -> tuple[Block, ...]:
    heading = (Heading(level=1, text=part.heading),) if part.heading else ()
    return (*heading, Para.of(part.text))

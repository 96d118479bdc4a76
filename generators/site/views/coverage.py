"""The page of coverage: what each part of each plan holds, and what comparing with the originals found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generators.site.pages import OutlineItem, Section, SitePage
from zerenku.catalogue.catalogue import Catalogue
from zerenku.coverage.counts import CERTAINTY_COLUMNS, PartCount, count_parts
from zerenku.model.path import ClausePath
from zerenku.model.plan import Plan

if TYPE_CHECKING:
    from zerenku.coverage.compare import Gap

OUTSIDE = "条款之外"


@dataclass(frozen=True, slots=True)
class GapRow:
    """A gap with where it stands: `anchor` is the full anchor of the clause, or of the nearest one above it."""

    gap: Gap
    where: str
    anchor: str


@dataclass(frozen=True, slots=True)
class PlanCoverage:
    """A plan's counts; `gaps` is None when this build did not compare it with an original."""

    plan: Plan
    parts: tuple[PartCount, ...]
    gaps: tuple[GapRow, ...] | None

    @property
    def total(self) -> PartCount:
        """The sum over all parts; of the original, over those that somebody counted."""
        counted = [part.original for part in self.parts if part.original is not None]
        return PartCount(
            part="合计",
            original=sum(counted) if counted else None,
            items=sum(part.items for part in self.parts),
            unnumbered=sum(part.unnumbered for part in self.parts),
            duties=sum(part.duties for part in self.parts),
            certainty=tuple(
                (level, sum(dict(part.certainty)[level] for part in self.parts)) for level in CERTAINTY_COLUMNS
            ),
        )

    @property
    def all_counted(self) -> bool:
        """Whether somebody counted every part of the original."""
        return all(part.original is not None for part in self.parts)


def coverage_pages(catalogue: Catalogue, found: Mapping[str, tuple[Gap, ...]] | None = None) -> Iterator[SitePage]:
    """The one page. `found` holds the gaps of every plan that was compared with its original, by plan id."""
    rows = [_row(catalogue, plan, (found or {}).get(plan.id)) for plan in catalogue.plans]
    compared = [row for row in rows if row.gaps is not None]
    data = {
        "rows": rows,
        "columns": tuple(CERTAINTY_COLUMNS.values()),
        "compared": len(compared),
        "gaps": sum(len(row.gaps or ()) for row in compared),
    }
    outline = (
        OutlineItem(
            "各方案各部分", "counts", tuple(OutlineItem(row.plan.title, f"plan-{row.plan.id}") for row in rows)
        ),
        OutlineItem("核对什么、怎样核对", "method"),
        OutlineItem("核对结果", "gaps"),
    )
    yield SitePage(
        path="about/coverage/index",
        title="覆盖情况",
        section=Section.ABOUT,
        template="coverage.html.j2",
        data=data,
        outline=outline,
        description="各方案收了多少条、多少项责任，与原文核对有没有缺漏",
    )


def _row(catalogue: Catalogue, plan: Plan, gaps: Sequence[Gap] | None) -> PlanCoverage:
    if gaps is None:
        return PlanCoverage(plan, count_parts(catalogue, plan.id), None)
    anchors = {str(clause.path): clause.anchor for clause in catalogue.clauses_of(plan.id)}
    anchors |= {
        attachment.no: f"{plan.id}/attachment-{number}" for number, attachment in enumerate(plan.attachments, 1)
    }
    return PlanCoverage(plan, count_parts(catalogue, plan.id), tuple(_gap_row(plan, gap, anchors) for gap in gaps))


def _gap_row(plan: Plan, gap: Gap, anchors: Mapping[str, str]) -> GapRow:
    path = gap.path
    while path and path not in anchors:
        path = path.rpartition("/")[0]
    where = ClausePath.parse(gap.path).citation if gap.path else OUTSIDE
    return GapRow(gap, where, anchors.get(path, f"{plan.id}/head"))

"""The page of papers: what kinds there are, each with a picture, then for every plan what may be taken away."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generators.site.pages import OutlineItem, Section, SitePage
from generators.site.papers import KINDS, Paper, rows_by_plan
from zerenku.catalogue.catalogue import Catalogue


def paper_pages(catalogue: Catalogue, papers: Sequence[Paper]) -> Iterator[SitePage]:
    """The one page; without papers it tells how they are made."""
    found = rows_by_plan(papers)
    plans = [(plan, found[plan.id]) for plan in catalogue.plans if plan.id in found]
    listed = tuple(OutlineItem(plan.title, f"plan-{plan.id}") for plan, _ in plans)
    yield SitePage(
        path="documents/index",
        title="文书",
        section=Section.PAPERS,
        template="papers.html.j2",
        data={"kinds": KINDS, "plans": plans},
        outline=(OutlineItem("有哪些文书", "kinds"), OutlineItem("按方案下载", "plans", listed)),
        description="由方案生成的公文、表格样稿，用 Word、WPS 打开，不用重新排版",
    )

"""The pages that set plans side by side: topics against plans, and a page for each topic that two plans treat."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from generators.site.pages import Section, Sheaf, SitePage
from generators.site.views.field import Field, cells_of, plans_paths
from generators.site.views.kinship import bonds_of, ties_of
from generators.site.views.sheets import sheet_title
from zerenku.catalogue.catalogue import Catalogue
from zerenku.catalogue.entries import LinkedClause
from zerenku.model.register import Topic


def compare_pages(catalogue: Catalogue) -> Iterator[SitePage | Sheaf]:
    """The index, then the pages of each topic that at least two plans treat."""
    field, bonds = Field.of(catalogue), bonds_of(catalogue)
    paths = plans_paths("compare/index", len(field.heads))
    for number, path in enumerate(paths):
        sheet = field.sheet(number)
        where = [[pages.get(plan.id) for plan, _ in sheet] for pages in field.page_of.values()]
        clauses = [catalogue.clauses_of(plan.id) for plan, _ in sheet]
        made_of = (field.topics, sheet, where, clauses, len(paths), bonds)
        yield Sheaf(path, Section.TOPICS, made_of, partial(_index_page, catalogue, field, paths, number))
    for topic in field.topics:
        if topic.id in field.paths:
            records = (topic, catalogue.treating(topic.id), field.others(topic), bonds)
            pages = partial(_topic_pages, catalogue, topic, field)
            yield Sheaf(f"compare/{topic.id}", Section.TOPICS, records, pages)


def _index_page(catalogue: Catalogue, field: Field, paths: Sequence[str], number: int) -> Iterator[SitePage]:
    """Topics against so many plans."""
    sheet = field.sheet(number)
    cells = [cells_of(catalogue, plan, field) for plan, _ in sheet]
    data = {
        "heads": sheet,
        "rows": list(zip(field.topics, zip(*cells, strict=True), strict=True)),
        "compared": len(field.paths),
        "ties": ties_of(catalogue, [plan for plan, _ in sheet]),
        "paths": paths,
        "number": number,
    }
    yield SitePage(
        path=paths[number],
        title=sheet_title("各方案对照", number),
        section=Section.TOPICS,
        template="comparisons.html.j2",
        data=data,
        description="同一主题在各方案里各有几项责任，哪些可以并排对照",
    )


def _topic_pages(catalogue: Catalogue, topic: Topic, field: Field) -> Iterator[SitePage]:
    """The plans on one topic side by side, SIDES of them a page."""
    paths = field.paths[topic.id]
    count, named = field.others(topic)
    clauses: dict[str, list[LinkedClause]] = {}
    for clause in catalogue.treating(topic.id):
        clauses.setdefault(clause.plan.id, []).append(clause)
    for number, path in enumerate(paths):
        own = field.beside(topic, number)
        data = {
            "topic": topic,
            "treated": [(plan, place, clauses[plan.id]) for plan, place in own],
            "ties": ties_of(catalogue, [plan for plan, _ in own]),
            "others": named,
            "other_count": count,
            "paths": paths,
            "number": number,
        }
        yield SitePage(
            path=path,
            title=sheet_title(f"{topic.name}：各方案对照", number),
            section=Section.TOPICS,
            template="comparison.html.j2",
            data=data,
            description=f"各方案关于{topic.name}的条款、指标、时限、频次和责任单位，并排对照",
        )

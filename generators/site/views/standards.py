"""The page of standards, laws and documents, each with the clauses that cite it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Final

from generators.site.citing import citing_rows
from generators.site.pages import OutlineItem, Section, Sheaf, SitePage
from generators.site.views.kinship import document_rows
from generators.site.views.sheets import SHEET, sheet_paths, sheet_title
from zerenku.catalogue.catalogue import Catalogue
from zerenku.catalogue.entries import LinkedClause
from zerenku.model.register import Standard

LAW: Final = re.compile(r"(?:法|条例|规定|办法|细则)(?:（[^（）]*）)?$")
LISTED: Final = 30
"""Citing clauses that the table names of one entry; where there are more, all of them have pages of their own."""
DECREE: Final = re.compile(r"令第?\d+号")


def is_law(standard: Standard) -> bool:
    """True for a law, regulation or rule: so called, or issued by decree (…令第10号)."""
    return LAW.search(standard.title) is not None or DECREE.search(standard.code or "") is not None


def standard_pages(catalogue: Catalogue) -> Iterator[SitePage | Sheaf]:
    """Standards, laws and documents with the clauses that cite them; then the pages of what is cited very often."""
    entries = catalogue.registers.standards.entries
    groups = (
        ("standards", "标准", tuple(item for item in entries if not is_law(item))),
        ("laws", "法律法规规章", tuple(item for item in entries if is_law(item))),
    )
    shown = tuple(group for group in groups if group[2])
    titles = (*((key, label) for key, label, _ in shown), ("documents", "文件"))
    yield SitePage(
        path="standards",
        title="标准、法规和文件",
        section=Section.STANDARDS,
        template="standards.html.j2",
        data={"groups": shown, "documents": document_rows(catalogue), "listed": LISTED},
        outline=tuple(OutlineItem(label, key) for key, label in titles),
        description="方案引用的标准、法律法规和文件，以及引用它们的条款",
    )
    for item in entries:
        yield from _citing(f"standards/{item.id}", item.code or item.title, catalogue.citing_standard(item.id))
    for entry in catalogue.registers.documents.entries:
        citing = catalogue.citing_document(entry.id)
        yield from _citing(f"standards/document-{entry.id}", f"《{entry.title}》", citing)


def _citing(path: str, name: str, clauses: Sequence[LinkedClause]) -> Iterator[Sheaf]:
    """All clauses that cite one entry, where they are more than the table lists."""
    if len(clauses) > LISTED:
        yield Sheaf(path, Section.STANDARDS, (name, clauses), partial(_citing_pages, path, name, clauses))


def _citing_pages(path: str, name: str, clauses: Sequence[LinkedClause]) -> Iterator[SitePage]:
    sheets = [clauses[start : start + SHEET] for start in range(0, len(clauses), SHEET)]
    paths = sheet_paths(path, len(sheets))
    for number, (own, sheet) in enumerate(zip(paths, sheets, strict=True)):
        yield SitePage(
            path=own,
            title=sheet_title(f"引用 {name} 的条款", number),
            section=Section.STANDARDS,
            template="citing.html.j2",
            data={
                "name": name,
                "clauses": sheet,
                "total": len(clauses),
                "paths": paths,
                "number": number,
                "citing_rows": citing_rows,
            },
            description=f"各方案里引用 {name} 的条款",
        )

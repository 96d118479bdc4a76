"""The page of standards, laws and documents, each with the clauses that cite it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from generators.site.pages import OutlineItem, Section, SitePage
from generators.site.views.kinship import document_rows
from zerenku.catalogue.catalogue import Catalogue
from zerenku.model.register import Standard

LAW: Final = re.compile(r"(?:法|条例|规定|办法|细则)(?:（[^（）]*）)?$")
DECREE: Final = re.compile(r"令第?\d+号")


def is_law(standard: Standard) -> bool:
    """True for a law, regulation or rule: so called, or issued by decree (…令第10号)."""
    return LAW.search(standard.title) is not None or DECREE.search(standard.code or "") is not None


def standard_pages(catalogue: Catalogue) -> Iterator[SitePage]:
    """Standards, laws and documents with the clauses that cite them."""
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
        data={"groups": shown, "documents": document_rows(catalogue)},
        outline=tuple(OutlineItem(label, key) for key, label in titles),
        description="方案引用的标准、法律法规和文件，以及引用它们的条款",
    )

"""Rows of the clauses that cite one entry, as markup; see `rows` for why not Jinja."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from generators.site import marking
from generators.site.escaping import escaped
from generators.site.heads import Heads
from generators.site.links import Links
from zerenku.catalogue.entries import LinkedClause


def citing_rows(clauses: Iterable[LinkedClause], to: Links) -> Markup:
    """Rows of a table: each clause by its title, with its plan and its place."""
    heads = Heads()
    rows = []
    for clause in clauses:
        head, href = heads(clause.plan, clause.place, to), to.clause(clause)
        source = escaped(marking.source_text(clause))
        rows.append(
            f'<tr><td class="zk-cell-main"><a class="zk-do" href="{href}">{escaped(marking.clause_title(clause))}</a>'
            f'</td><td data-label="方案"><a href="{head.href}">{head.title}</a></td><td data-label="出处">'
            f'<a class="zk-source" href="{href}" title="{escaped(marking.full_citation(clause))}">{source}</a></td>'
            f"</tr>\n"
        )
    return Markup("".join(rows))  # noqa: S704 - each part is escaped

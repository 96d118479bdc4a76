"""The list of terms, and their senses as a script for the notes that open on terms in the text."""

from __future__ import annotations

from collections.abc import Iterator

from generators.site.pages import OutlineItem, Section, SitePage
from generators.site.views.scripts import as_script
from zerenku.catalogue.catalogue import Catalogue

SENSES = "assets/zerenku/term-senses"
"""Where the script of senses lies; `terms.js` asks for it when somebody first touches a term."""


def term_pages(catalogue: Catalogue) -> Iterator[SitePage]:
    """The list of terms with their senses."""
    yield SitePage(
        path="terms",
        title="术语",
        section=Section.TERMS,
        template="terms.html.j2",
        outline=tuple(OutlineItem(term.name, f"term-{term.id}") for term in catalogue.registers.terms.entries),
        description="方案里的术语，分义项说明",
    )
    senses = {
        term.id: [term.name, *(sense.meaning for sense in term.senses)] for term in catalogue.registers.terms.entries
    }
    yield SitePage(
        SENSES, "术语", Section.TERMS, "term-senses.js.j2", {"senses": senses, "as_script": as_script}, suffix=".js"
    )

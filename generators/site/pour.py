"""Records poured into compiled templates: autoescaped, and an unknown name in a template is an error, never a blank."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generators.site import marking
from generators.site.edition import Edition
from generators.site.links import Links, Shown
from generators.site.pages import SitePage
from zerenku.catalogue import wording
from zerenku.model.clause import Certainty

TEMPLATES: Final = Path(__file__).parent / "templates"
MARKING: Final = (
    marking.mark_text,
    marking.clause_title,
    marking.plan_year,
    marking.short_plan,
    marking.source_text,
    marking.full_citation,
    marking.deadline_text,
    marking.first_day,
    marking.last_day,
    marking.doubted,
    marking.link,
    marking.owner_markup,
    marking.parties_markup,
    marking.report_due,
)


class Pourer:
    """Pours the pages of one edition; the environment is compiled once."""

    def __init__(self, edition: Edition) -> None:
        self._shown = Shown.of(edition.catalogue)
        self._environment = Environment(
            loader=FileSystemLoader(TEMPLATES),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        names: dict[str, Any] = {function.__name__: function for function in MARKING}
        names |= {"wording": wording, "Certainty": Certainty, "catalogue": edition.catalogue}
        names |= {"papers": edition.papers, "papers_of": edition.papers_of, "searchable": edition.searchable}
        names["sourced"] = partial(marking.sourced, plans={plan.id: plan for plan in edition.catalogue.plans})
        names["plan_name"] = partial(marking.plan_name, catalogue=edition.catalogue)
        names |= {"BODY_LABELS": marking.BODY_LABELS, "LEVEL_LABELS": marking.LEVEL_LABELS}
        self._environment.globals.update(names)

    def pour(self, page: SitePage) -> str:
        """The HTML of the article part of a page."""
        template = self._environment.get_template(page.template)
        return template.render(page=page, to=Links(page.root, self._shown), **page.data)

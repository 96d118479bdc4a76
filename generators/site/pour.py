"""Records poured into compiled templates: autoescaped, and an unknown name in a template is an error, never a blank."""

from __future__ import annotations

import operator
import sys
from collections.abc import MutableMapping
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket
from markupsafe import Markup

from generators.site import marking, takeaway
from generators.site.aside import Aside
from generators.site.clauses import Clauses
from generators.site.edition import Edition
from generators.site.entries import Entries
from generators.site.heads import document_link
from generators.site.links import Links, Shown
from generators.site.noting import Notebook
from generators.site.obligations import Obligations
from generators.site.pages import SitePage
from generators.site.policy import POLICY
from generators.site.printed_code import printed_code
from generators.site.rows import Rows
from generators.site.sides import Sides
from generators.site.tables import Tables
from generators.site.terms import TermMarks
from generators.site.terse import Terse, told
from generators.site.trim import trim
from zerenku.catalogue import wording
from zerenku.catalogue.digest import UNFOLLOWED

TEMPLATES: Final = Path(__file__).parent / "templates"
REFUSED: Final = frozenset({"span"}).union(*UNFOLLOWED.values())
MARKING: Final = (
    marking.clause_title,
    marking.plan_year,
    marking.short_plan,
    marking.source_text,
    marking.full_citation,
    marking.first_day,
    marking.last_day,
    marking.doubted,
    marking.link,
    marking.parties_markup,
    marking.report_due,
    marking.plan_citation,
    marking.month_of,
    takeaway.plan_calendar,
    takeaway.plan_files,
    takeaway.department_files,
    takeaway.progress_files,
)


class Compiled(FileSystemBytecodeCache):
    """Compiled templates beside their sources, where Python keeps compiled modules, and like them never required."""

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a compiled template, if Python may keep its modules and the folder can be written."""
        if not sys.dont_write_bytecode:
            with suppress(OSError):
                Path(self.directory).mkdir(exist_ok=True)
                super().dump_bytecode(bucket)


class Guarded(Environment):
    """Refuses templates what the digest of a page does not cover (see `digest`): they would go stale unnoticed."""

    code_generator_class = Terse
    told = staticmethod(told)
    call: Any = staticmethod(operator.call)

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """What all templates are given, as it is: a ChainMap over it, as usual, is gone through anew for every page."""
        return super().make_globals(d) if d else self.globals

    def getattr(self, obj: Any, attribute: str) -> Any:
        """As usual, but AttributeError for the source place of a record and for clauses that are not linked."""
        if attribute in REFUSED and (attribute == "span" or attribute in UNFOLLOWED.get(type(obj), ())):
            raise AttributeError(f"{type(obj).__name__}.{attribute}：模板请从 catalogue 取条款、责任")
        try:
            return getattr(obj, attribute)
        except AttributeError:
            return super().getattr(obj, attribute)


class Here:
    """The `to` of what templates import, whose macros are made once for all pages: that of the page being poured."""

    links: Links

    def __getattr__(self, name: str) -> Any:
        """As the page's own."""
        return getattr(self.links, name)


class Pourer:
    """Pours the pages of one edition; the environment is compiled once."""

    def __init__(self, edition: Edition) -> None:
        self.shown = Shown.of(edition.catalogue)
        self.notebook = Notebook(edition)
        self.aside = Aside()
        self._here = Here()
        self._site_url = edition.site_url
        self._environment = Guarded(
            loader=FileSystemLoader(TEMPLATES),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            bytecode_cache=Compiled(str(TEMPLATES / "__pycache__"), pattern=f"{Terse.__name__}_%s.cache"),
        )
        names: dict[str, Any] = {function.__name__: function for function in MARKING}
        names |= {"wording": wording, "catalogue": self.notebook.catalogue}
        names |= {"papers": self.notebook.papers, "papers_of": self.notebook.papers_of}
        names |= {"policy": POLICY, "status_of": marking.status}
        names["published"] = self.notebook.published
        names |= {"searchable": edition.searchable, "sourced": self._sourced}
        rows = Rows()
        names |= {"set_obligations": Obligations(rows), "set_sides": Sides(rows), "set_entries": Entries()}
        names["document_link"] = document_link
        names |= {"set_tables": Tables(rows, self.shown), "lay": self.aside.lay}
        names["set_clauses"] = Clauses(rows, self.notebook.catalogue, TermMarks(self.notebook.catalogue))
        names["plan_name"] = partial(marking.plan_name, catalogue=self.notebook.catalogue)
        names |= {"BODY_LABELS": marking.BODY_LABELS, "LEVEL_LABELS": marking.LEVEL_LABELS}
        names["to"] = self._here
        self._environment.globals.update(names)

    def pour(self, page: SitePage) -> str:
        """The HTML of the article part of a page; `notebook` then holds what it asked."""
        return self.file(page).decode()

    def file(self, page: SitePage) -> bytes:
        """The same as the bytes of a file, for pages that get no shell."""
        return b"".join(self.aside.put_in(self._render(page)))

    def article(self, page: SitePage) -> list[bytes]:
        """The article trimmed, in pieces, without a line break at its end."""
        return self.aside.put_in(trim(self._render(page)).removesuffix("\n"))

    def _render(self, page: SitePage) -> str:
        """A page with what was laid aside still missing."""
        self.notebook.begin()
        self.aside.begin()
        template = self._environment.get_template(page.template)
        self._here.links = to = Links(page.root, self.shown, page.path)
        poured = template.render(page=page, to=to, **page.data)
        code = printed_code(page, self._site_url)
        return f"{code}{poured}" if code else poured

    def _sourced(self, text: str, to: Links) -> Markup:
        return marking.sourced(text, to, plans={plan.id: plan for plan in self.notebook.catalogue.plans})

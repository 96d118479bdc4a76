"""What is said of a plan wherever it is named in a list, made once for thousands of rows; and of a document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from generators.site import marking
from generators.site.escaping import escaped
from generators.site.links import Links
from zerenku.catalogue.wording import UNCHECKED
from zerenku.model.plan import Plan
from zerenku.model.register import Document, Place

UNSOURCED: Final = "名称、编号只见于一处，尚无第二来源"


@dataclass(frozen=True, slots=True)
class Head:
    """A plan as markup, as seen from pages that lie equally deep.

    `name` is short; `until` is an attribute that says when the plan ends, `status` the place where a script says
    whether it still runs: both are empty without a period. `line` leads to the plan by its title, with its status.
    """

    name: str
    title: str
    href: str
    until: str
    status: str
    line: str

    @classmethod
    def of(cls, plan: Plan, place: Place, to: Links) -> Head:
        """`place` is that of the plan."""
        title, href, status = escaped(plan.title), to.plan(plan), str(marking.status(plan))
        name = escaped(marking.short_plan(plan, place))
        line = f'<span class="zk-line"><a href="{href}">{title}</a> {status}</span>'
        return cls(name, title, href, str(marking.until(plan)), status, line)

    @property
    def link(self) -> str:
        """To the plan, by its short name."""
        return f'<a href="{self.href}" title="{self.title}">{self.name}</a>'


class Heads:
    """Heads of plans, each made once for every depth."""

    def __init__(self) -> None:
        self._made: dict[tuple[str, str], Head] = {}

    def __call__(self, plan: Plan, place: Place, to: Links) -> Head:
        """The head of a plan; `place` is that of the plan."""
        key = plan.id, to.root
        head = self._made.get(key)
        if head is None:
            head = self._made[key] = Head.of(plan, place, to)
        return head


def document_link(item: Document, href: str) -> Markup:
    """A document as the plans name it: title, number, and what is still to be checked; the title leads to `href`."""
    number = f'（<span class="zk-number">{escaped(item.number)}</span>）' if item.number else ""
    told = f'<a href="{escaped(href)}">《{escaped(item.title)}》</a>{number}'
    if not item.checked:
        what = UNCHECKED if item.number else f"文号{UNCHECKED}"
        told += f' <span class="zk-badge zk-badge--doubt" title="{UNSOURCED}">{what}</span>'
    return Markup(told)  # noqa: S704 - each part is escaped

"""Tables of duties as markup; see `rows` for why not Jinja.

A row stands on the pages of many departments and topics, but is set once for all of them: as bytes, for pages that lie
one folder deep, outside `plans/`. Its text is in every file that holds it the same but for the way to the root.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final

from markupsafe import Markup

from generators.site.escaping import escaped
from generators.site.heads import Head, Heads
from generators.site.links import Links, Shown, quote
from generators.site.rows import Rows, doubt, due
from zerenku.catalogue import wording
from zerenku.catalogue.entries import LinkedDuty, LinkedReporting
from zerenku.catalogue.occurrences import Timed
from zerenku.model.plan import Plan
from zerenku.model.register import Place

if TYPE_CHECKING:
    from generators.site.views.by_plan import PlanGroup
    from generators.site.views.department import TimedRow

DEEP: Final = "../"
"""The way to the root from the pages for which rows are set."""
TOP: Final = (
    '<div class="zk-scroll"><table class="zk-table zk-table--stack">\n<thead><tr><th>做什么</th><th>由谁做</th>'
    '<th class="zk-col-time">时限、频次</th><th class="zk-col-owner">责任单位</th>'
    '<th class="zk-col-source">出处</th></tr></thead>\n<tbody>\n'
).encode()
END: Final = b"</tbody>\n</table></div>\n"
Parts = Iterable[tuple["PlanGroup", Sequence[Any]]]
"""Of each plan the duties on a page."""


class Tables:
    """Sets tables of the duties in one edition, each in pieces; `to` is always the page on which they will stand."""

    def __init__(self, rows: Rows, shown: Shown) -> None:
        self._rows, self._to = rows, Links(DEEP, shown)
        self._heads = Heads()
        self._duties: dict[tuple[str, str], tuple[bytes, bytes]] = {}
        self._timed: dict[int, tuple[Timed, bytes, bytes]] = {}
        self._sources: dict[str, tuple[str, str, bytes]] = {}

    def by_plan(self, parts: Parts, to: Links) -> list[bytes]:
        """A table for each plan under its title, part of one list."""
        pieces: list[bytes] = []
        for group, duties in parts:
            plan = self._heads(group.plan, group.place, self._to)
            head = f"<div {_of_plan(plan, len(duties))}>\n<h3>{_heading(plan, group)}</h3>\n"
            pieces += (head.encode(), *self._table(duties), b"</div>\n")
        return _seen_from(to, pieces)

    def sections(self, parts: Parts, to: Links) -> list[bytes]:
        """A section for each plan with its table."""
        pieces: list[bytes] = []
        for group, duties in parts:
            plan = self._heads(group.plan, group.place, self._to)
            head = (
                f'<section id="plan-{escaped(group.plan.id)}"><h2>{_heading(plan, group)}</h2>\n'
                f"<div {_of_plan(plan, len(duties))}>\n"
            )
            pieces += (head.encode(), *self._table(duties), b"</div>\n</section>\n")
        return _seen_from(to, pieces)

    def filtered(self, duties: Iterable[LinkedDuty], to: Links) -> list[bytes]:
        """Rows of the table of all duties, with what its scripts ask for and the plan in each."""
        pieces: list[bytes] = []
        for _, own in groupby(duties, key=lambda duty: duty.plan.id):
            first, *others = own
            plan = self._heads(first.plan, first.place, self._to)
            start, name = f"<tr {_of_plan(plan, 1)}>\n".encode(), f"{plan.name} · ".encode()
            for duty in (first, *others):
                before, after = self._row(duty)
                pieces += (start, before, name, after)
        return _seen_from(to, pieces)

    def timed(self, items: Iterable[TimedRow], to: Links) -> list[bytes]:
        """Rows of what falls due for a department: when, what, its role, where it is written."""
        pieces: list[bytes] = []
        for item in items:
            found = self._timed.get(id(item.timed))
            if found is None:
                # Its key does not tell two dates of one duty apart. It is kept, so that its number stays its own.
                found = self._timed[id(item.timed)] = (item.timed, *self._set_timed(item.timed))
            _, before, after = found
            pieces += (before, escaped(item.role or "条款写到").encode(), after)
        return _seen_from(to, pieces)

    def of_plan(self, plan: Plan, place: Place, count: int) -> Markup:
        """The attributes of a part that belongs to one plan and counts for so many duties."""
        return Markup(_of_plan(self._heads(plan, place, self._to), count))  # noqa: S704 - a number and an ISO date

    def _table(self, duties: Iterable[LinkedDuty]) -> list[bytes]:
        pieces = [TOP]
        for duty in duties:
            pieces += (b"<tr>\n", *self._row(duty))
        pieces.append(END)
        return pieces

    def _row(self, duty: LinkedDuty) -> tuple[bytes, bytes]:
        """The cells of a duty, before and after the place where the plan may be named."""
        key = duty.clause_anchor, duty.id
        row = self._duties.get(key)
        if row is None:
            row = self._duties[key] = self._set_row(duty)
        return row

    def _set_row(self, duty: LinkedDuty) -> tuple[bytes, bytes]:
        to, rows, record = self._to, self._rows, duty.duty
        clause, title, after = self._sources.get(duty.clause_anchor) or self._source(duty)
        href, aims = f"{clause}-{quote(duty.id)}", ""
        if record.targets:
            said = [escaped(wording.target_text(item)) for item in record.targets]
            aims = "".join([f'<span class="zk-line zk-target">{text}</span>' for text in said])
        before = (
            f'<td class="zk-cell-main"><a class="zk-do" href="{href}">{escaped(record.do)}</a>'
            f"{doubt(duty.unconfirmed, 'do')}{aims}</td>\n"
            f'<td data-label="由谁做">{rows.obliged(duty, to)}</td>\n'
            f'<td data-label="时限">{rows.times(duty)}</td>\n'
            f'<td data-label="责任单位">{rows.owner(duty, to)}\n</td>\n'
            f'<td data-label="出处"><a class="zk-source" href="{href}"{title}>'
        )
        return before.encode(), after

    def _source(self, duty: LinkedDuty) -> tuple[str, str, bytes]:
        """Where the clause of a duty stands, its title, and what follows it: the same for all duties of the clause."""
        plan, citation = self._heads(duty.plan, duty.place, self._to), duty.path.citation
        title, after = f' title="《{plan.title}》{citation}"', f"{citation}</a></td>\n</tr>\n".encode()
        found = self._sources[duty.clause_anchor] = self._to.anchor(duty.clause_anchor), title, after
        return found

    def _set_timed(self, timed: Timed) -> tuple[bytes, bytes]:
        """A row before and after the role."""
        plan, href = self._heads(timed.plan, timed.place, self._to), self._to.anchor(timed.anchor)
        source = "信息报送" if isinstance(timed.item, LinkedReporting) else timed.item.path.citation
        when = escaped(timed.timing) if timed.every else due(timed.days[0])
        before = (
            f'<tr {_of_plan(plan, 0)}>\n<td class="zk-cell-when">{when}</td>\n'
            f'<td class="zk-cell-main"><a class="zk-do" href="{href}">{escaped(timed.what)}</a></td>\n'
            '<td data-label="本单位">'
        )
        after = (
            f'</td>\n<td data-label="出处"><a class="zk-source" href="{href}" title="{plan.title}">'
            f"{plan.name} · {source}</a></td>\n</tr>\n"
        )
        return before.encode(), after.encode()


def _of_plan(plan: Head, count: int) -> str:
    return f'class="zk-of-plan" data-zk-count="{count}"{plan.until}'


def _heading(plan: Head, group: PlanGroup) -> str:
    return f'<a href="{plan.href}">{plan.title}</a>（{len(group.items)}） {plan.status}'


def _seen_from(to: Links, pieces: list[bytes]) -> list[bytes]:
    """The pieces for that page: each address in them begins with the way to the root."""
    return pieces if to.root == DEEP else [b"".join(pieces).replace(b'href="../', f'href="{to.root}'.encode())]

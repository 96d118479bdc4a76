"""Small pieces of text and markup that templates ask for; every word about facts comes from `wording`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from markupsafe import Markup

from generators.site.escaping import escaped, escaped_part, lined
from generators.site.links import Links
from zerenku.catalogue import wording
from zerenku.catalogue.catalogue import Catalogue
from zerenku.catalogue.entries import LinkedClause, LinkedDuty, LinkedReporting, Party
from zerenku.catalogue.occurrences import Timed
from zerenku.catalogue.rhythm import first_day_of, last_day_of
from zerenku.model.clause import Certainty, Deadline
from zerenku.model.plan import Plan
from zerenku.model.register import BodyKind, Department, Level, Place

TITLE_LIMIT = 22
BODY_LABELS = {
    BodyKind.AUTHORITY: "党委、政府",
    BodyKind.DEPARTMENT: "部门",
    BodyKind.OFFICE: "办事机构",
    BodyKind.COMMITTEE: "委员会",
    BodyKind.COLLECTIVE: "集体称谓",
    BodyKind.LOCALITY: "属地",
    BodyKind.ASSOCIATION: "协会、商会",
}
LEVEL_LABELS = {
    Level.NATION: "国家",
    Level.PROVINCE: "省级",
    Level.CITY: "市级",
    Level.COUNTY: "县级",
    Level.TOWN: "乡镇级",
}


def mark_text(clause: LinkedClause) -> str:
    """The mark as an office prints it: 一、 （一） 1． （1） 第1段; a repeated number says so."""
    return _mark(clause.path.elements[-1])


@lru_cache(maxsize=4096)
def _mark(element: str) -> str:
    mark, _, repeat = element.partition("#")
    if mark.startswith("¶"):
        shown = f"第{mark[1:]}段"
    elif mark.isdecimal():
        shown = f"{mark}．"
    elif re.fullmatch("[一二三四五六七八九十]+", mark):
        shown = f"{mark}、"
    else:
        shown = mark
    return shown + (f"（第{repeat}处）" if repeat else "")


def clause_title(clause: LinkedClause) -> str:
    """The heading, else the first words of our summary, short enough for an outline."""
    if clause.clause.heading:
        return clause.clause.heading
    first = re.split("[，。；：]", clause.clause.summary or "")[0]
    if not first:
        return f"{clause.clause.starts}…"
    return first if len(first) <= TITLE_LIMIT else f"{first[:TITLE_LIMIT]}…"


def outline_title(clause: LinkedClause) -> str:
    """一、总体要求; a paragraph's number stands apart: 第1段 组织自查."""
    mark = mark_text(clause)
    return f"{mark}{' ' if mark.endswith('段') else ''}{clause_title(clause)}"


@lru_cache(maxsize=4096)
def _year_in(plan_id: str) -> str:
    year = re.search(r"-(\d{4})", plan_id)
    return year.group(1) if year else ""


def plan_year(plan: Plan) -> str:
    """The year a plan is known by: of its id, else of its date of issue; empty when neither tells."""
    if year := _year_in(plan.id):
        return year
    return str(plan.issued.year) if plan.issued else ""


def short_plan(plan: Plan, place: Place) -> str:
    """青禾 2030: enough to tell plans apart in a table; the full title stands in the link's hint."""
    return f"{place.short} {plan_year(plan)}".strip()


def plan_name(plan: Plan, *, catalogue: Catalogue) -> str:
    """`short_plan` where the place is not at hand; the title when the register does not know the place."""
    place = catalogue.registers.places.get(plan.place)
    return short_plan(plan, place) if place else plan.title


def source_text(item: LinkedClause | LinkedDuty) -> str:
    """青禾 2030 · 四（二）第1段."""
    return f"{short_plan(item.plan, item.place)} · {item.path.citation}"


def timed_source(timed: Timed) -> str:
    """青禾 2030 · 四（二）; a report stands under 信息报送."""
    if isinstance(timed.item, LinkedReporting):
        return f"{short_plan(timed.plan, timed.place)} · 信息报送"
    return source_text(timed.item)


def full_citation(item: LinkedClause | LinkedDuty) -> str:
    """《…方案》四（二）第1段."""
    return item.citation


def plan_citation(plan: Plan) -> str:
    """《…方案》（青政〔2030〕3号）; the number only where there is one."""
    return f"《{plan.title}》" + (f"（{plan.number}）" if plan.number else "")


def month_of(day: str) -> str:
    """`2030-02-28` → 2030年2月."""
    return wording.month_text(day[:7])


def deadline_text(deadline: Deadline) -> str:
    """2030年6月30日前."""
    return f"{wording.date_text(deadline.date)}前"


@lru_cache(maxsize=512)
def first_day(month: str) -> str:
    """`2030-02` → `2030-02-01`; a full date stays."""
    return first_day_of(month).isoformat()


@lru_cache(maxsize=512)
def last_day(month: str) -> str:
    """`2030-02` → `2030-02-28`; a full date stays."""
    return last_day_of(month).isoformat()


def plan_end(plan: Plan) -> str:
    """The last day of a plan's period, empty without one."""
    return last_day(plan.period[1]) if plan.period else ""


def until(plan: Plan) -> Markup:
    """The attribute by which a script hides what belongs to a plan that is over; empty without a period."""
    end = plan_end(plan)
    return Markup(f' data-zk-until="{end}"') if end else Markup("")  # noqa: S704 - an ISO date


def status(plan: Plan) -> Markup:
    """Where a script says whether the plan still runs; empty without a period."""
    if not plan.period:
        return Markup("")
    first, last = first_day(plan.period[0]), plan_end(plan)
    return Markup(f'<span class="zk-status" data-from="{first}" data-to="{last}"></span>')  # noqa: S704 - ISO dates


def doubted(unconfirmed: Iterable[str], field: str) -> bool:
    """True when the field, or a part of it, was guessed and awaits a person's word."""
    return any(item == field or item.startswith(f"{field}/") for item in unconfirmed)


def link(href: str, text: str, hint: str = "") -> Markup:
    """`anchor` for templates."""
    return Markup(anchor(href, text, hint))  # noqa: S704 - each part is escaped


def anchor(href: str, text: str, hint: str = "") -> str:
    """A link, or the bare text when there is no page to go to."""
    if not href:
        return escaped(text)
    title = f' title="{escaped(hint)}"' if hint else ""
    return f'<a href="{escaped(href)}"{title}>{escaped(text)}</a>'


def with_links(text: str, targets: Mapping[str, str]) -> str:
    """`text`, escaped, with each name that has an address turned into a link; longer names win."""
    names = sorted((name for name, href in targets.items() if name and href), key=lambda name: (-len(name), name))
    return _linked(lined(text), names, targets)


def _linked(text: str, names: Sequence[str], targets: Mapping[str, str]) -> str:
    """The text cut at the first name, and what lies between at the others."""
    if not names or not text:
        return escaped_part(text)
    first, *others = names
    pieces = text.split(first)
    between = anchor(targets[first], first) if len(pieces) > 1 else ""
    return between.join([_linked(piece, others, targets) for piece in pieces])


def owner_markup(duty: LinkedDuty, to: Links) -> str:
    """`wording.owner_line` with every department linked to its page."""
    links = {item.name: to.department(item) for item in (*duty.lead, *duty.support)}
    if duty.certainty is Certainty.NONE or not all(links.values()):
        # A subject as written may hold the name of a department, and a department without a page that of another.
        return with_links(wording.owner_line(duty), links)

    def named(departments: Iterable[Department]) -> str:
        return "、".join([anchor(links[item.name], item.name) for item in departments])

    return wording.owner_line(duty, named)


def party_href(party: Party, to: Links) -> str:
    """The page of a bearer of duties, empty when it has none."""
    if party.department:
        return to.department(party.department)
    return to.enterprise(party.enterprise) if party.enterprise else ""


def parties_markup(parties: Iterable[Party], to: Links) -> Markup:
    """Bearers as written, each linked to its page, joined by 、."""
    return Markup("、").join(link(party_href(party, to), party.written, party.name) for party in parties)


def sourced(text: str, to: Links, *, plans: Mapping[str, Plan]) -> Markup:
    """A note on where something was found; an id of a plan in it becomes a link under the plan's title."""
    pieces = re.split(r"([a-z]+-\d{4}(?:-\d+)?)", text)
    found = {plan_id: link(to.plan(plan), f"《{plan.title}》") for plan_id, plan in plans.items() if plan_id in pieces}
    return Markup("").join(found.get(piece, piece) for piece in pieces)


def report_due(item: LinkedReporting) -> str:
    """When a report is due, or 未写明."""
    return wording.due_text(item.reporting.due) if item.reporting.due else "未写明"

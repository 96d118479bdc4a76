"""The calendar: an index of months, pages for each month, what repeats by period, and lists for scripts."""

from __future__ import annotations

from calendar import monthrange
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any, Final

from markupsafe import Markup

from generators.site.entries import FREQUENT, Entries, Month, Returned
from generators.site.links import Links
from generators.site.marking import plan_end, timed_source
from generators.site.pages import OutlineItem, Section, Sheaf, SitePage
from generators.site.views.scripts import as_script
from zerenku.catalogue import wording
from zerenku.catalogue.catalogue import Catalogue
from zerenku.catalogue.occurrences import Schedule, Timed
from zerenku.model.clause import Every

SHEET: Final = 250
"""Lines on a page: of a month, of what repeats at one period."""
SOON: Final = 40
"""Lines of a month that the list for the first page holds; beyond them it leads to the month."""
WEEK: Final = 7
PLANS_LISTED: Final = 60


def calendar_pages(catalogue: Catalogue, returned: Mapping[str, Returned] | None = None) -> Iterator[SitePage | Sheaf]:
    """All pages of the calendar. `returned` is what returns tell, by the id of an occurrence."""
    schedule = catalogue.schedule
    counts = Counter(day for item in schedule.timed if item.every not in FREQUENT for day in item.days)
    days_of: dict[str, list[date]] = {month: [] for month in schedule.months}
    for day in sorted(counts):
        days_of[f"{day:%Y-%m}"].append(day)
    months = tuple(schedule.months)
    yield _index(catalogue)
    for number, month in enumerate(months):
        timed = schedule.months[month]
        known = {key: words for key, words in (returned or {}).items() if key[-8:-2] == month.replace("-", "")}
        around = (months[number - 1] if number else "", months[number + 1] if number + 1 < len(months) else "")
        own = {day: counts[day] for day in days_of[month]}
        pages = partial(_month_pages, month, timed, known, around, own)
        yield Sheaf(month_path(month), Section.DEADLINES, (timed, known, around), pages)
    for every, rules in repeating(schedule):
        yield Sheaf(_rule_path(every), Section.DEADLINES, (rules,), partial(_rule_pages, every, rules))


def repeating(schedule: Schedule) -> list[tuple[Every, tuple[Timed, ...]]]:
    """What repeats, by period from the shortest, rules that no period bounds included."""
    return list(schedule.by_period.items())


def once(schedule: Schedule) -> int:
    """How many things are due once."""
    repeated = sum(map(len, schedule.by_period.values()))
    return len(schedule.timed) + len(schedule.dateless) - repeated


def month_path(month: str, number: int = 0) -> str:
    """`calendar/2030-06`, `calendar/2030-06-2`."""
    return f"calendar/{month}" + (f"-{number + 1}" if number else "")


def _index(catalogue: Catalogue) -> SitePage:
    schedule = catalogue.schedule
    years: dict[str, list[tuple[int, str, int, str]]] = {}
    end_of = {plan.id: plan_end(plan) for plan in catalogue.plans}
    for month, timed in schedule.months.items():
        ends = Counter([end_of[item.item.plan.id] for item in timed])
        told = " ".join(f"{end}:{count}" for end, count in sorted(ends.items()))
        years.setdefault(month[:4], []).append((int(month[5:]), month, len(timed), told))
    plans = [plan for plan in catalogue.plans if plan.id in schedule.by_plan]
    data = {
        "years": [(year, {number: rest for number, *rest in months}) for year, months in years.items()],
        "repeats": [(every, _rule_path(every), len(rules)) for every, rules in repeating(schedule)],
        "once": once(schedule),
        "plans": plans if len(plans) <= PLANS_LISTED else [],
        "month_path": month_path,
    }
    outline = [OutlineItem(f"{year}年", f"y-{year}") for year in years]
    if data["repeats"]:
        outline.append(OutlineItem("周期性事项", "recurring"))
    return SitePage(
        path="deadlines",
        title="时限",
        section=Section.DEADLINES,
        template="deadlines.html.j2",
        data=data,
        outline=tuple(outline),
        description="有完成时限的事项，按月按日；周期性事项，排到每一天",
    )


def _month_pages(
    month: str,
    timed: tuple[Timed, ...],
    returned: Mapping[str, Returned],
    around: tuple[str, str],
    counts: Mapping[date, int],
) -> Iterator[SitePage]:
    """The pages of a month, of `counts` lines a day, and its script; their lines are made when they are poured."""
    total = sum(counts.values())
    paths = [month_path(month, number) for number in range(max(1, -(-total // SHEET)))]
    label = wording.month_text(month)
    for number, path in enumerate(paths):
        data = {
            "month": month,
            "timed": timed,
            "returned": returned,
            "total": total,
            "before": around[0],
            "after": around[1],
            "paths": paths,
            "number": number,
            "month_path": month_path,
            "month_sheet": month_sheet,
        }
        days = _days_on(counts, number)
        yield SitePage(
            path=path,
            title=f"{label}的时限" + (f"（第{number + 1}页）" if number else ""),
            section=Section.DEADLINES,
            template="calendar.html.j2",
            data=data,
            outline=tuple(OutlineItem(f"{day.month}月{day.day}日（{own}）", f"d-{day.day}") for day, own in days),
            description=f"{label}到期的事项，按日排列",
        )
    data = {"month": month, "timed": timed, "returned": returned, "total": total, "due_list": due_list}
    yield SitePage(f"assets/zerenku/due/{month}", month, Section.DEADLINES, "due.js.j2", data, suffix=".js")


def _days_on(counts: Mapping[date, int], number: int) -> Iterator[tuple[date, int]]:
    """The days of which lines stand on a page, and how many."""
    start = 0
    for day, count in counts.items():
        here = min(start + count, (number + 1) * SHEET) - max(start, number * SHEET)
        if here > 0:
            yield day, here
        start += count


@dataclass(frozen=True, slots=True)
class MonthSheet:
    """What a page of a month shows: lines by day, what is frequent, and the month as weeks that lead to days.

    A week is seven times (day or 0, how many things, plans' ends with counts, address of the day).
    """

    days: tuple[tuple[date, Markup], ...]
    frequent: Markup
    weeks: tuple[tuple[tuple[int, int, str, str], ...], ...]


def month_sheet(page: SitePage, to: Links, entries: Entries) -> MonthSheet:
    """The lines of a page of a month."""
    data = page.data
    month = entries.month(data["month"], data["timed"])
    returned: Mapping[str, Returned] = data["returned"]
    number: int = data["number"]
    own = month.lines(number * SHEET, (number + 1) * SHEET)
    days = tuple((day, entries.day(day, items, returned, to)) for day, items in own)
    if number:
        return MonthSheet(days, Markup(), ())
    paths = ["", *(to.page(f"{path}.html") for path in data["paths"][1:])]
    return MonthSheet(days, entries.frequent(month, to), _weeks(month, paths))


def _weeks(month: Month, paths: Sequence[str]) -> tuple[tuple[tuple[int, int, str, str], ...], ...]:
    """The month as weeks; `paths` are the addresses of its pages as seen from the first of them."""
    year, number = map(int, month.name.split("-"))
    start, length = monthrange(year, number)
    cells = [(0, 0, "", "")] * start + [(day, 0, "", "") for day in range(1, length + 1)]
    before = 0
    for day, items in month.days.items():
        ends = Counter([plan_end(item.item.plan) for item in items])
        told = " ".join(f"{end}:{count}" for end, count in sorted(ends.items()))
        cells[start + day.day - 1] = day.day, len(items), told, f"{paths[before // SHEET]}#d-{day.day}"
        before += len(items)
    cells += [(0, 0, "", "")] * (-len(cells) % WEEK)
    return tuple(tuple(cells[index : index + WEEK]) for index in range(0, len(cells), WEEK))


def _rule_path(every: Every, number: int = 0) -> str:
    return f"calendar/every-{every.value}" + (f"-{number + 1}" if number else "")


def _rule_pages(every: Every, rules: tuple[Timed, ...]) -> Iterator[SitePage]:
    sheets = [rules[start : start + SHEET] for start in range(0, len(rules), SHEET)]
    paths = [_rule_path(every, number) for number in range(len(sheets))]
    label = wording.EVERY_LABELS[every]
    for number, (path, sheet) in enumerate(zip(paths, sheets, strict=True)):
        data = {
            "label": label,
            "rules": sheet,
            "total": len(rules),
            "paths": paths,
            "number": number,
        }
        yield SitePage(
            path=path,
            title=f"{label}要做的事" + (f"（第{number + 1}页）" if number else ""),
            section=Section.DEADLINES,
            template="rhythm.html.j2",
            data=data,
            description=f"原文要求{label}做的事项",
        )


def due_list(
    month: str, timed: Sequence[Timed], returned: Mapping[str, Returned], to: Links, entries: Entries
) -> Markup:
    """[day, what, address from the root, source, owner, end of the plan, what returns tell] of the first entries."""
    root = Links("", to.shown)
    rows: list[list[Any]] = []
    for day, items in entries.month(month, timed).lines(0, SOON):
        for item in items:
            known = returned.get(item.id_of(day)) if returned else None
            said = [day.isoformat(), item.what, root.anchor(item.anchor), timed_source(item), item.owner]
            rows.append([*said, plan_end(item.plan), known.words if known else ""])
    return as_script(rows)

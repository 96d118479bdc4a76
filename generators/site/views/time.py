"""The calendar: an index of months, pages for each month, what repeats by period, and lists for scripts."""

from __future__ import annotations

from calendar import monthrange
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from markupsafe import Markup

from generators.site.entries import (
    FREQUENT,
    DayEntry,
    Returned,
    by_day,
    entry_rows,
    frequent_rows,
    rule_rows,
    split_month,
)
from generators.site.links import Links
from generators.site.marking import plan_end, timed_source
from generators.site.pages import OutlineItem, Section, SitePage
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


def calendar_pages(catalogue: Catalogue, returned: Mapping[str, Returned] | None = None) -> Iterator[SitePage]:
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
        yield from _month_pages(month, timed, known, around, own)
        data = {"month": month, "timed": timed, "returned": known, "total": sum(own.values()), "due_list": due_list}
        yield SitePage(f"assets/zerenku/due/{month}", month, Section.DEADLINES, "due.js.j2", data, suffix=".js")
    for every, rules in repeating(schedule):
        yield from _rule_pages(every, rules)


def repeating(schedule: Schedule) -> list[tuple[Every, tuple[Timed, ...]]]:
    """What repeats, by period from the shortest, rules that no period bounds included."""
    return list(schedule.by_period.items())


def once(schedule: Schedule) -> int:
    """How many things are due once."""
    return sum(1 for item in schedule.timed if not item.every)


def month_path(month: str, number: int = 0) -> str:
    """`calendar/2030-06`, `calendar/2030-06-2`."""
    return f"calendar/{month}" + (f"-{number + 1}" if number else "")


def _index(catalogue: Catalogue) -> SitePage:
    schedule = catalogue.schedule
    years: dict[str, list[tuple[int, str, int, str]]] = {}
    end_of = {plan.id: plan_end(plan) for plan in catalogue.plans}
    for month, timed in schedule.months.items():
        ends = Counter(end_of[item.plan.id] for item in timed)
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
    """The pages of a month, of `counts` lines a day; their lines are made when they are poured."""
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


def month_sheet(page: SitePage, to: Links) -> MonthSheet:
    """The lines of a page of a month."""
    data = page.data
    entries, frequent = split_month(data["month"], data["timed"], data["returned"])
    number: int = data["number"]
    own = entries[number * SHEET : (number + 1) * SHEET]
    days = tuple((day, entry_rows(found, to)) for day, found in by_day(own))
    if number:
        return MonthSheet(days, Markup(), ())
    paths: list[str] = data["paths"]
    place: dict[int, str] = {}
    for index, entry in enumerate(entries):
        path = paths[index // SHEET]
        place.setdefault(entry.day.day, ("" if path == page.path else to.page(f"{path}.html")) + f"#d-{entry.day.day}")
    return MonthSheet(days, frequent_rows(frequent, data["month"], to), _weeks(data["month"], entries, place))


def _weeks(
    month: str, entries: Sequence[DayEntry], place: Mapping[int, str]
) -> tuple[tuple[tuple[int, int, str, str], ...], ...]:
    year, number = map(int, month.split("-"))
    start, length = monthrange(year, number)
    ends: dict[int, Counter[str]] = {}
    for entry in entries:
        ends.setdefault(entry.day.day, Counter())[plan_end(entry.timed.plan)] += 1
    cells = [(0, 0, "", "")] * start
    for day in range(1, length + 1):
        found = ends.get(day, Counter())
        told = " ".join(f"{end}:{count}" for end, count in sorted(found.items()))
        cells.append((day, found.total(), told, place.get(day, "")))
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
            "rule_rows": rule_rows,
        }
        yield SitePage(
            path=path,
            title=f"{label}要做的事" + (f"（第{number + 1}页）" if number else ""),
            section=Section.DEADLINES,
            template="rhythm.html.j2",
            data=data,
            description=f"原文要求{label}做的事项",
        )


def due_list(month: str, timed: Sequence[Timed], returned: Mapping[str, Returned], to: Links) -> Markup:
    """[day, what, address from the root, source, owner, end of the plan, what returns tell] of the first entries."""
    entries = split_month(month, timed, returned)[0][:SOON]
    root = Links("", to.shown)
    rows: list[list[Any]] = [
        [
            entry.day.isoformat(),
            entry.timed.what,
            root.anchor(entry.timed.anchor),
            timed_source(entry.timed),
            entry.timed.owner,
            plan_end(entry.timed.plan),
            entry.returned.words if entry.returned else "",
        ]
        for entry in entries
    ]
    return as_script(rows)

"""A returned table against the plan's form: rows become returns, and every doubt is a finding at its row and column."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

from zerenku.errors import UnknownName
from zerenku.model.finding import Finding, Severity
from zerenku.model.place import Span
from zerenku.model.plan import Form, Plan
from zerenku.returns.columns import Leaf, cure_pairs
from zerenku.returns.figures import Misfit, read_day, read_figure, read_month
from zerenku.returns.head import Head, read_head
from zerenku.returns.record import Grid, Return
from zerenku.returns.sums import Sums, is_running, is_sum

FOOT: Final = re.compile(r"^(注|说明|备注|填报|填表|制表|审核|负责人|联系|单位负责|报送日期)")
LONGEST_NAME: Final = 40


@dataclass(slots=True)
class _Table:
    """One table while it is read."""

    grid: Grid
    plan: Plan
    form: Form
    head: Head
    month: str | None
    findings: list[Finding] = field(default_factory=list)
    returns: list[Return] = field(default_factory=list)

    def flaw(self, line: int, at: int, rule: str, text: str, suggest: str, *, doubt: bool = False) -> None:
        """Add a finding at a row (from 1) and a column (from 0)."""
        severity = Severity.WARNING if doubt else Severity.ERROR
        self.findings.append(Finding(Span(self.grid.file, line, at + 1), rule, text, severity, suggest))


def read_table(grid: Grid, *, plan: Plan, form: Form) -> tuple[tuple[Return, ...], tuple[Finding, ...]]:
    """The returns of one table and what is wrong with it.

    The month comes from a 月份 column, else from the lines over the head, else from the name of the file or sheet.
    What a flawed cell holds is left out of the return, as if it were blank.
    """
    head, findings = read_head(grid, form)
    if head is None:
        return (), findings
    table = _Table(grid, plan, form, head, _month(grid, plan, head), list(findings))
    if table.month is None and head.month is None:
        text = "看不出是哪个月的报表"
        suggest = "请在表头上方写明统计月份，或把文件名改成 2030-03 这样的月份"
        table.flaw(head.top + 1, head.district, "return-month", text, suggest)
        return (), tuple(table.findings)
    sums = Sums()
    for number, row in enumerate(grid.rows[head.first :], head.first + 1):
        _read_row(table, sums, row, number)
    return tuple(table.returns), tuple(sorted(table.findings))


def wanted_month(text: str, plan: Plan) -> str:
    """The month that a person asks for: `2030-03` from 2030-3, 2030年3月 or, in a plan of one year, 3月.

    UnknownName for anything else.
    """
    found = read_month(text, years=_years(plan))
    if found is None:
        raise UnknownName("月份", text, (plan.period[0][:7],) if plan.period else ())
    return found


def without_doubles(returns: Iterable[Return]) -> tuple[tuple[Return, ...], tuple[Finding, ...]]:
    """Each district once a month, the first one read, by month; and a finding for every other."""
    kept: dict[tuple[str, str], Return] = {}
    findings = []
    for item in returns:
        first = kept.setdefault((item.month, item.district), item)
        if first is not item:
            text = f"{item.district} {item.month} 报了两次，前一次在 {first.span.file} 第{first.span.line}行"
            suggest = "请删去一次；现按前一次计"
            findings.append(Finding(item.span, "return-district-double", text, suggest=suggest))
    return tuple(sorted(kept.values(), key=lambda item: item.month)), tuple(findings)


def _month(grid: Grid, plan: Plan, head: Head) -> str | None:
    years = _years(plan)
    for row in grid.rows[: head.top]:
        found = read_month("　".join(cell for cell in row if "月" in cell and "日" not in cell), years=years)
        if found:
            return found
    return next((month for name in grid.names if (month := read_month(name, years=years))), None)


def _years(plan: Plan) -> tuple[int, ...]:
    if not plan.period:
        return (plan.issued.year,) if plan.issued else ()
    first, last = (int(month[:4]) for month in plan.period)
    return tuple(range(first, last + 1))


def _read_row(table: _Table, sums: Sums, row: tuple[str, ...], number: int) -> None:
    head = table.head
    district = _name(_cell(row, head.district))
    filled = (*head.leaves, *((head.handed_in,) if head.handed_in is not None else ()))
    if not any(_cell(row, at).strip() for at in filled) or (FOOT.match(district) and not _figures_in(row, head)):
        return  # an empty row, a district that has not filled its row, or a line under the table
    title = next((name for name in (district, _name(_cell(row, 0))) if is_sum(name) or is_running(name)), "")
    if is_running(title):
        return
    values = {} if _is_shifted(table, row, number) else _values(table, row, number)
    if title:
        added = {at: value for at, value in values.items() if head.leaves[at].summable}
        for at, text, suggest in sums.compare(title, added):
            table.flaw(number, at, "return-total", f"第{number}行“{head.leaves[at].path}”：{text}", suggest)
        return
    sums.add(values)
    if not district or len(district) > LONGEST_NAME:
        text = f"这一行没有写{table.form.row_key}" if not district else f"{table.form.row_key}名称过长"
        table.flaw(number, head.district, "return-district", text, "请写上名称；不要的行请删去")
        return
    month = _row_month(table, row, number)
    if month is not None:
        table.returns.append(_return(table, row, number, district, month, values))


def _return(
    table: _Table, row: tuple[str, ...], number: int, district: str, month: str, values: dict[int, Decimal | None]
) -> Return:
    head = table.head
    figures = {leaf: values.get(at) for at, leaf in head.leaves.items()}
    _doubt(table, number, figures)
    handed_in = None
    if values and head.handed_in is not None and (written := _cell(row, head.handed_in).strip()):
        handed_in = read_day(written, year=int(month[:4]))
        if handed_in is None:
            text = f"报送日期“{written[:20]}”看不懂"
            table.flaw(number, head.handed_in, "return-date", text, "请写成 2030-03-05 这样的日期")
    return Return(
        plan=table.plan.id,
        form=table.form.id,
        month=month,
        district=district,
        values={leaf.path: value for leaf, value in figures.items() if value is not None},
        handed_in=handed_in,
        span=Span(table.grid.file, number, head.district + 1),
    )


def _values(table: _Table, row: tuple[str, ...], number: int) -> dict[int, Decimal | None]:
    """Figures by column; a flawed cell is absent, a blank one None."""
    found: dict[int, Decimal | None] = {}
    for at, leaf in table.head.leaves.items():
        if not leaf.numeric:
            continue
        try:
            found[at] = read_figure(_cell(row, at), leaf)
        except Misfit as misfit:
            table.flaw(number, at, misfit.rule, f"第{number}行“{leaf.path}”：{misfit.text}", misfit.suggest)
    return found


def _is_shifted(table: _Table, row: tuple[str, ...], number: int) -> bool:
    """A row with a figure behind the last column, as after an unquoted 1,020: none of its cells can be trusted."""
    extra = next((at for at in range(table.head.width, len(row)) if re.search(r"\d", row[at])), None)
    if extra is None:
        return False
    text = f"第{number}行比表头多出一格“{row[extra].strip()[:20]}”，各栏可能错位"
    table.flaw(number, extra, "return-row-long", text, "请核对这一行，数字里不要写逗号；现按没有填算")
    return True


def _row_month(table: _Table, row: tuple[str, ...], number: int) -> str | None:
    """The month of a row, if it is one and within the plan's period."""
    month, at = table.month, table.head.district
    if table.head.month is not None and (written := _cell(row, table.head.month).strip()):
        month, at = read_month(written, years=_years(table.plan)), table.head.month
        if month is None:
            table.flaw(number, at, "return-month", f"月份“{written[:20]}”看不懂", "请写成 2030-03")
            return None
    if month is None:
        table.flaw(number, at, "return-month", "这一行没有写月份", "请写成 2030-03")
        return None
    period = table.plan.period
    if period and not period[0][:7] <= month <= period[1][:7]:
        text = f"{month} 不在方案的期限（{period[0][:7]}至{period[1][:7]}）内"
        table.flaw(number, at, "return-month", text, "请核对月份")
        return None
    return month


def _doubt(table: _Table, number: int, figures: dict[Leaf, Decimal | None]) -> None:
    """More hazards cured than found: possible only if they were found before the count began, so a warning."""
    places = {leaf: at for at, leaf in table.head.leaves.items()}
    for found, cured in cure_pairs(tuple(figures)):
        one, other = figures[found], figures[cured]
        if one is not None and other is not None and other > one:
            text = f"第{number}行“{cured.path}”{other}{cured.unit}，多于“{found.name}”{one}{found.unit}"
            table.flaw(number, places[cured], "return-cured", text, "请核对两个数", doubt=True)


def _figures_in(row: tuple[str, ...], head: Head) -> bool:
    return any(re.search(r"\d", _cell(row, at)) for at, leaf in head.leaves.items() if leaf.numeric)


def _cell(row: tuple[str, ...], at: int) -> str:
    return row[at] if at < len(row) else ""


def _name(text: str) -> str:
    """A district's name without blanks and without characters that no paper can hold."""
    return "".join(char for char in text if not char.isspace() and unicodedata.category(char)[0] != "C")

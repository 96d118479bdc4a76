"""An invented plan with a form, and tables for it written as people write them.

returns, findings = read("村,自查/发现隐患,…", "一村,3,…", month="2030-03")
"""

from datetime import date
from decimal import Decimal

from tests.support import PATROL, catalogue_of, plan
from zerenku.catalogue.catalogue import Catalogue
from zerenku.model.finding import Finding
from zerenku.model.plan import Form, Plan
from zerenku.returns.book import Counting, ReturnBook
from zerenku.returns.columns import Leaf
from zerenku.returns.reading import read_table
from zerenku.returns.record import Grid, Return

COLUMNS = (
    "[{name: 自查, columns: [{name: 自查仓库, unit: 家}, {name: 发现隐患, unit: 条}, {name: 已整改, unit: 条}]}, "
    "{name: 镇里检查, columns: [{name: 检查仓库, unit: 家次}, {name: 发现隐患, unit: 条}, {name: 罚款, unit: 万元}]}]"
)
FORM = f"[{{id: xiaofang, title: 柳塘镇仓库消防进度统计表, row_key: 村, columns: {COLUMNS}}}]"
REPORTING = (
    "[{who: [各村], to: [安办], what: 进度统计表, due: {every: month, day: 10, text: 每月10日前}, form: xiaofang}, "
    "{who: [各村], to: [安办], what: 当月情况, due: {every: month, day: 10, text: 每月10日前}, limit_chars: 300}, "
    "{who: [各村], to: [安办], what: 全年总结, due: {date: 2030-12-20, text: 12月20日前}, limit_chars: 600}]"
)
HEAD = "村,自查/自查仓库,自查/发现隐患,自查/已整改,检查仓库,镇里检查/发现隐患,罚款,报送日期"
PLACES_OF_VALUES = (
    "自查/自查仓库",
    "自查/发现隐患",
    "自查/已整改",
    "镇里检查/检查仓库",
    "镇里检查/发现隐患",
    "镇里检查/罚款",
)


def catalogue(**lines: str | None) -> Catalogue:
    """The catalogue with the one plan; `lines` change its head."""
    head: dict[str, str | None] = {
        "forms": FORM,
        "reporting": REPORTING,
        "period": '["2030-01", "2030-12"]',
        "issued": "2030-01-20",
        "number": "柳政〔2030〕7号",
    }
    return catalogue_of(plan(PATROL, **{**head, **lines}))


def plan_and_form(**lines: str | None) -> tuple[Plan, Form]:
    """The plan and its form."""
    (found,) = catalogue(**lines).plans
    return found, found.forms[0]


def grid(*rows: str, name: str = "2030-03", file: str = "表.csv") -> Grid:
    """A table with a comma between cells."""
    return Grid(file=file, rows=tuple(tuple(row.split(",")) for row in rows), names=(name,))


def read(*rows: str, name: str = "2030-03", **lines: str | None) -> tuple[tuple[Return, ...], tuple[Finding, ...]]:
    """What reading gives."""
    plan_, form = plan_and_form(**lines)
    return read_table(grid(*rows, name=name), plan=plan_, form=form)


def flaws(*rows: str, name: str = "2030-03", **lines: str | None) -> list[tuple[str, int, int]]:
    """Rule, row and column of each finding."""
    return [(item.rule, item.span.line, item.span.column) for item in read(*rows, name=name, **lines)[1]]


def returned(month: str, district: str, *figures: float | None, on: str = "") -> Return:
    """A return with figures in the order of the columns."""
    values = {
        path: Decimal(str(value)) for path, value in zip(PLACES_OF_VALUES, figures, strict=True) if value is not None
    }
    day = date.fromisoformat(on) if on else None
    return Return(plan="liutang-2030", form="xiaofang", month=month, district=district, values=values, handed_in=day)


def book(*returns: Return, counting: Counting = Counting.TO_DATE, sample: bool = False) -> ReturnBook:
    """The returns of the plan's form."""
    plan_, form = plan_and_form()
    return ReturnBook(plan=plan_, form=form, returns=returns, counting=counting, sample=sample)


def leaf(path: str) -> Leaf:
    """A column of the form."""
    return next(item for item in book().leaves if item.path == path)


def year() -> ReturnBook:
    """Three months of four villages: 三村 silent in April, 四村 late in March, 二村 with a blank in April."""
    return book(
        returned("2030-02", "一村", 2, 4, 3, 1, 1, 0, on="2030-02-09"),
        returned("2030-02", "二村", 1, 2, 1, 1, 0, 0, on="2030-02-10"),
        returned("2030-02", "三村", 3, 3, 3, 2, 2, 0.5, on="2030-02-08"),
        returned("2030-02", "四村", 1, 0, 0, 0, 0, 0, on="2030-02-08"),
        returned("2030-03", "一村", 3, 10, 9, 4, 3, 1.2, on="2030-03-09"),
        returned("2030-03", "二村", 2, 8, 4, 2, 1, 0, on="2030-03-10"),
        returned("2030-03", "三村", 4, 6, 6, 3, 2, 0.5, on="2030-03-08"),
        returned("2030-03", "四村", 2, 4, 3, 0, 0, 0, on="2030-03-13"),
        returned("2030-04", "一村", 4, 15, 15, 9, 6, 2, on="2030-04-09"),
        returned("2030-04", "二村", 2, 10, 6, 3, None, 0, on="2030-04-10"),
        returned("2030-04", "四村", 3, 10, 9, 0, 0, 0, on="2030-04-10"),
    )

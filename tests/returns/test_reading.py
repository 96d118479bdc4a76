"""Tables against the form: what is read, and where each flaw is reported."""

from datetime import date
from decimal import Decimal

import pytest

from tests.returns.tables import HEAD, flaws, grid, plan_and_form, read, returned
from zerenku.errors import UnknownName
from zerenku.model.finding import Severity
from zerenku.returns.reading import read_table, wanted_month, without_doubles

ROW = "一村,3,10,9,4,3,1.2,2030-03-09"


def test_a_sound_table() -> None:
    returns, findings = read(HEAD, ROW, "二村,2,8,4,2,1,0,2030-03-10")
    assert findings == ()
    assert returns[0] == returned("2030-03", "一村", 3, 10, 9, 4, 3, 1.2, on="2030-03-09")
    assert [(item.district, item.span.line) for item in returns] == [("一村", 2), ("二村", 3)]


@pytest.mark.parametrize(
    "rows",
    [
        ("村,自查,,,镇里检查,,,报送日期", ",自查仓库,发现隐患,已整改,检查仓库,发现隐患,罚款,", ROW),
        (
            "村,自查,自查,自查,镇里检查,镇里检查,镇里检查,报送日期",
            "村,自查仓库（家）,发现隐患,已整改,检查仓库,发现隐患,罚款(万元),报送日期",
            ROW,
        ),
        (
            "柳塘镇统计表",
            "填报单位：某村　统计月份：2030年3月",
            "村,自查,,,镇里检查,,,报送日期",
            ",自查仓库,发现隐患,已整改,检查仓库,发现隐患,罚款,",
            ROW,
        ),
        (
            "村,自查,,,镇里检查,,,报送日期",
            ",自查仓库,发现隐患,已整改,检查仓库,发现隐患,罚款,",
            ",家,条,条,家次,条,万元,",
            ROW,
        ),
        ("村,自查仓库,自查/发现隐患,已整改,检查仓库,镇里检查 / 发现隐患,罚款,填报日期", ROW),
        ("序号,村,自查仓库,自查/发现隐患,已整改,检查仓库,镇里检查/发现隐患,罚款,报送时间,备注", f"1,{ROW},无"),
    ],
    ids=["merged", "repeated", "titled", "units", "names", "numbered"],
)
def test_heads_as_people_write_them(rows: tuple[str, ...]) -> None:
    returns, findings = read(*rows)
    assert findings == ()
    assert returns == (returned("2030-03", "一村", 3, 10, 9, 4, 3, 1.2, on="2030-03-09"),)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ((HEAD, "一村,三,10,9,4,3,1.2,"), [("return-number", 2, 2)]),
        ((HEAD, "一村,-3,10,9,4,3,1.2,"), [("return-negative", 2, 2)]),
        ((HEAD, "一村,2.5,10,9,4,3,1.2,"), [("return-fraction", 2, 2)]),
        ((HEAD, "一村,3,10,11,4,3,1.2,"), [("return-cured", 2, 4)]),
        ((HEAD, ROW, "合计,3,10,9,4,3,1.3,"), [("return-total", 3, 7)]),
        ((HEAD, ROW, ",3,10,9,4,3,1.2,"), [("return-district", 3, 1)]),
        ((HEAD, "一村,3,10,9,4,3,1.2,昨天"), [("return-date", 2, 8)]),
        ((HEAD, "一村,3,10,9,4,3,1.2,2030-02-30"), [("return-date", 2, 8)]),
        ((HEAD.replace("罚款", "罚没"), ROW), [("return-column-missing", 1, 1), ("return-column-unknown", 1, 7)]),
        ((HEAD.replace("罚款", "罚款（元）"), ROW), [("return-column-missing", 1, 1), ("return-column-unknown", 1, 7)]),
        (
            (HEAD.replace("自查/发现隐患", "发现隐患"), ROW),
            [("return-column-missing", 1, 1), ("return-column-unknown", 1, 3)],
        ),
        ((HEAD.replace("罚款", "检查仓库"), ROW), [("return-column-missing", 1, 1), ("return-column-double", 1, 7)]),
        ((HEAD.replace("村,", "镇,"), ROW), [("return-head", 1, 1)]),
        ((), [("return-head", 1, 1)]),
    ],
)
def test_each_flaw_has_its_row_and_column(rows: tuple[str, ...], expected: list[tuple[str, int, int]]) -> None:
    assert flaws(*rows) == expected


def test_a_flaw_says_what_to_do() -> None:
    (finding,) = read(HEAD, "一村,三十,10,9,4,3,1.2,")[1]
    assert (
        str(finding) == "表.csv:2:2: error 第2行“自查/自查仓库”：“三十”不是数字；请填数字，没有就填 0 [return-number]"
    )
    unknown = read(HEAD.replace("罚款", "罚没款"), ROW)[1][1]
    assert (unknown.text, unknown.suggest) == ("表里没有“罚没款”这一栏", "是不是“镇里检查/罚款”")
    (doubt,) = read(HEAD, "一村,3,10,11,4,3,1.2,")[1]
    assert doubt.severity is Severity.WARNING


def test_a_flawed_cell_is_left_out_and_the_rest_kept() -> None:
    (item,), _ = read(HEAD, "一村,三,10,9,4,3,1.2,2030-03-09")
    assert item == returned("2030-03", "一村", None, 10, 9, 4, 3, 1.2, on="2030-03-09")


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("1，234", 1234),
        ("12家", 12),
        ("１２", 12),
        ("12.0", 12),
        (" 12 ", 12),
        ("+12", 12),
        ("—", None),
        ("/", None),
        ("", None),
    ],
)
def test_numbers_as_people_type_them(cell: str, value: int | None) -> None:
    plan, form = plan_and_form()
    table = grid(HEAD, "一村,@,10,9,4,3,1.2,2030-03-09")
    rows = (table.rows[0], tuple(cell if text == "@" else text for text in table.rows[1]))
    (item,), findings = read_table(type(table)(file="表.csv", rows=rows, names=table.names), plan=plan, form=form)
    assert findings == ()
    assert item.values.get("自查/自查仓库") == (None if value is None else Decimal(value))


@pytest.mark.parametrize("cell", ["1e9", "12,34", "九", "3-4", "=1+1", "9" * 40, "∞", "NaN"])
def test_what_is_no_number(cell: str) -> None:
    plan, form = plan_and_form()
    rows = (tuple(HEAD.split(",")), ("一村", cell, "1", "1", "1", "1", "1", ""))
    (finding,) = read_table(type(grid())(file="表.csv", rows=rows, names=("2030-03",)), plan=plan, form=form)[1]
    assert finding.rule == "return-number"


@pytest.mark.parametrize(
    "cell", ["2030-03-09", "2030/3/9", "2030年3月9日", "2030.3.9", "20300309", "3月9日", "2030-03-09 00:00:00"]
)
def test_days_as_people_type_them(cell: str) -> None:
    (item,), findings = read(HEAD, f"一村,3,10,9,4,3,1.2,{cell}")
    assert (item.handed_in, findings) == (date(2030, 3, 9), ())


@pytest.mark.parametrize(
    ("name", "month"),
    [
        ("2030-03", "2030-03"),
        ("2030年3月报表", "2030-03"),
        ("203011", "2030-11"),
        ("3月", "2030-03"),
        ("表2030_12", "2030-12"),
    ],
)
def test_the_month_of_a_file(name: str, month: str) -> None:
    assert [item.month for item in read(HEAD, ROW, name=name)[0]] == [month]


def test_the_month_of_the_sheet_goes_before_the_name_and_that_of_the_row_before_both() -> None:
    above = ("统计月份：2030年5月", HEAD, ROW)
    assert read(*above, name="2030-03")[0][0].month == "2030-05"
    rows = (HEAD.replace("村,", "村,月份,"), "一村,2030-06,3,10,9,4,3,1.2,", "二村,7月,3,10,9,4,3,1.2,")
    assert [item.month for item in read(*rows)[0]] == ["2030-06", "2030-07"]


def test_a_month_that_is_none_or_not_the_plans() -> None:
    assert flaws(HEAD, ROW, name="报表") == [("return-month", 1, 1)]
    assert flaws(HEAD, ROW, name="2031-03") == [("return-month", 2, 1)]
    assert flaws(HEAD, ROW, name="3月", period='["2030-01", "2031-12"]') == [("return-month", 1, 1)]
    assert flaws(HEAD.replace("村,", "村,月份,"), "一村,十三月,3,10,9,4,3,1.2,") == [("return-month", 2, 2)]


def test_the_month_that_a_person_asks_for() -> None:
    plan, _ = plan_and_form()
    assert [wanted_month(text, plan) for text in ("2030-3", "2030年3月", "3月", "2030-03")] == ["2030-03"] * 4
    with pytest.raises(UnknownName, match="没有这个月份：春天；您要找的是不是：2030-01"):
        wanted_month("春天", plan)


def test_sums_of_parts_and_of_all() -> None:
    rows = (
        "一村,1,4,3,1,1,0,",
        "二村,2,4,3,1,1,0.5,",
        "小 计,3,8,6,2,2,0.5,",
        "三村,1,1,1,1,1,0,",
        "小计,1,1,1,1,1,0,",
        "合计,4,9,7,3,3,0.5,",
        "累计,9,9,9,9,9,9,",
    )
    returns, findings = read(HEAD, *rows)
    assert (len(returns), findings) == (3, ())
    assert flaws(HEAD, *rows[:-2], "合计,4,9,7,3,4,,") == [("return-total", 7, 6)]


def test_no_sum_is_doubted_over_a_cell_that_could_not_be_read() -> None:
    assert flaws(HEAD, "一村,一,4,3,1,1,0,", "合计,1,4,3,1,1,0,") == [("return-number", 2, 2)]


def test_rows_that_are_no_returns() -> None:
    returns, findings = read(HEAD, "一村,,,,,,,", ROW, ",,,,,,,", "注：罚款以决定书为准。,,,,,,,", "填报人：某某")
    assert ([item.district for item in returns], findings) == (["一村"], ())


def test_rates_are_not_added_up() -> None:
    form = "[{id: xiaofang, title: 表, row_key: 村, columns: [{name: 整改率, unit: '%'}]}]"
    assert flaws("村,整改率", "一村,90", "二村,80", "合计,85", forms=form) == []


def test_a_district_counts_once_a_month() -> None:
    one = returned("2030-03", "一村", 1, 1, 1, 1, 1, 1)
    two = returned("2030-02", "一村", 1, 1, 1, 1, 1, 1)
    again = returned("2030-03", "一村", 2, 2, 2, 2, 2, 2)
    kept, (finding,) = without_doubles((one, two, again))
    assert kept == (two, one)
    assert finding.rule == "return-district-double"
    assert "一村 2030-03 报了两次" in finding.text


def test_a_row_with_a_figure_too_many_is_not_counted() -> None:
    rows = (HEAD, "一村,1,020,10,9,4,3,1.2,2030-03-09", "二村,2,8,4,2,1,0,2030-03-10,补报")
    returns, _ = read(*rows)
    assert flaws(*rows) == [("return-row-long", 2, 9)]
    assert [item.district for item in returns] == ["一村", "二村"]
    assert not returns[0].values
    assert len(returns[1].values) == 6

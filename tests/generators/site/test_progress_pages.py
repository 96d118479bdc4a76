"""Pages of progress: who returned when, what it adds up to, charts with their figures beside."""

from decimal import Decimal

from generators.site.edition import Edition
from generators.site.views.charts import HEIGHT, chart
from tests.generators.site.site_pages import PageText, pour_page
from tests.support import catalogue_of, plan
from zerenku.catalogue.catalogue import Catalogue
from zerenku.returns.book import ReturnBook
from zerenku.returns.forms import form_of
from zerenku.returns.reading import read_table
from zerenku.returns.record import Grid, Return

FORM = (
    "[{id: biao, title: 进度表, row_key: 村, columns: "
    "[{name: 企业, columns: [{name: 发现隐患, unit: 条}, {name: 已整改, unit: 条}]}]}]"
)
REPORTING = "[{who: [各村], to: [镇政府], what: 进度表, due: {every: month, day: 15, text: 每月15日前}, form: biao}]"
HEAD = ("村", "企业/发现隐患", "企业/已整改", "报送日期")
MONTHS = {
    "2030-02": (("东村", "4", "2", "2030-02-10"), ("西村", "1", "1", "2030-02-18")),
    "2030-03": (("东村", "10", "5", "2030-03-15"),),
}
PAGE = "progress/liutang-2030"


def told() -> tuple[Catalogue, ReturnBook]:
    catalogue = catalogue_of(plan(forms=FORM, reporting=REPORTING, period="[2030-01, 2030-12]"))
    own = catalogue.plans[0]
    returns: list[Return] = []
    for month, rows in MONTHS.items():
        found, findings = read_table(Grid(file=month, rows=(HEAD, *rows), names=(month,)), plan=own, form=form_of(own))
        assert not findings
        returns += found
    return catalogue, ReturnBook(plan=own, form=form_of(own), returns=tuple(returns), sample=True)


def shown(name: str = PAGE, *, only: str | None = None) -> PageText:
    catalogue, book = told()
    return pour_page(Edition(catalogue, books={"liutang-2030": book}), name, only=only)


def test_every_district_says_month_by_month_how_it_returned() -> None:
    returns = shown(only="returns")
    assert returns.says("东村按时按时2/20")
    assert returns.says("西村迟3天缺报1/21")
    for key in ("on-time", "late", "missing"):
        assert f"zk-return--{key}" in returns.markup, "colour besides words"
    assert "应于2030年2月15日前报，2030年2月18日报" in returns.markup


def test_invented_data_say_so_before_anything_else() -> None:
    page = shown()
    assert page.says("示例数据（虚构）")
    assert page.text.index("示例数据") < page.text.index("报送情况")
    assert shown("progress/index").says("示例数据（虚构）")


def test_totals_are_of_the_last_month_and_of_those_who_returned() -> None:
    totals = shown(only="totals")
    assert totals.says("发现隐患106条")
    assert totals.says("已整改53条")


def test_charts_have_their_figures_in_a_table() -> None:
    cured = shown(only="cured-1")
    assert "<svg" in cured.markup
    assert cured.says("2030年2月53")
    assert cured.says("2030年3月105")
    assert shown(only="rate-1").says("东村50%西村缺报合计50%")
    assert shown(only="by-month").says("2030年2月2（应报2）1")


def test_pages_lead_there_only_when_somebody_returned_something() -> None:
    catalogue, book = told()
    edition = Edition(catalogue, books={"liutang-2030": book})
    assert "../progress/liutang-2030.html" in pour_page(edition, "plans/liutang-2030").links
    assert "progress/index.html" in pour_page(edition, "index").links
    without = Edition(catalogue)
    assert not [page for page in without.pages() if page.path.startswith("progress/")]
    assert "progress/index.html" not in pour_page(without, "index").links


def test_forms_are_offered_when_they_are_there() -> None:
    catalogue, book = told()
    name = "downloads/liutang-2030-progress-form.xlsx"
    page = pour_page(Edition(catalogue, assets={name: b"PK"}, books={"liutang-2030": book}), PAGE)
    assert f"../{name}" in page.links
    assert not shown().says("空白统计表")


def test_a_bar_is_as_high_as_its_figure_and_a_missing_one_is_no_bar() -> None:
    drawn = chart("图", "条", ["1月", "2月"], [("甲", [Decimal(5), None]), ("乙", [Decimal(20), Decimal(0)])])
    assert [(bar.text, bar.height) for bar in drawn.bars] == [("5", HEIGHT / 4), ("20", HEIGHT), ("0", 0)]
    assert [text for _, text in drawn.ticks] == ["0", "10", "20"]
    assert all(bar.x >= 0 and bar.x + bar.width <= 100 for bar in drawn.bars)
    assert chart("空", "", [], []).bars == ()

"""The head of a form laid out as table rows."""

from generators.site.views.forms import HeadCell, head_rows, leaves
from zerenku.model.plan import Column, Form

FORM = Form(
    id="huizong",
    title="汇总表",
    row_key="村",
    columns=(
        Column(
            name="仓库",
            columns=(
                Column(name="自查", unit="家"),
                Column(name="隐患", columns=(Column(name="发现", unit="条"), Column(name="改好", unit="条"))),
            ),
        ),
        Column(name="备注"),
    ),
)


def test_three_levels() -> None:
    assert head_rows(FORM) == (
        (HeadCell("村", None, 1, 3), HeadCell("仓库", None, 3, 1), HeadCell("备注", None, 1, 3)),
        (HeadCell("自查", "家", 1, 2), HeadCell("隐患", None, 2, 1)),
        (HeadCell("发现", "条", 1, 1), HeadCell("改好", "条", 1, 1)),
    )


def test_every_row_is_as_wide_as_the_leaves() -> None:
    width = len(leaves(FORM.columns)) + 1
    covered = [0] * len(head_rows(FORM))
    for number, row in enumerate(head_rows(FORM)):
        for cell in row:
            for below in range(number, number + cell.rows):
                covered[below] += cell.columns
    assert covered == [width] * len(covered)

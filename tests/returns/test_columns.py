"""What stands in which column."""

from dataclasses import replace

import pytest

from tests.returns.tables import book, plan_and_form
from zerenku.errors import UnknownName
from zerenku.model.plan import Column, Form
from zerenku.returns.columns import Measure, cure_pairs, leaves_of
from zerenku.returns.forms import campaign_of, form_of


@pytest.mark.parametrize(
    ("name", "unit", "measure"),
    [
        ("检查", "家次", Measure.COUNT),
        ("培训", "人次", Measure.COUNT),
        ("罚款", "万元", Measure.AMOUNT),
        ("清运", "吨", Measure.AMOUNT),
        ("整改率", None, Measure.RATE),
        ("合格", "%", Measure.RATE),
        ("合格", "％", Measure.RATE),
        ("完成日期", None, Measure.DATE),
        ("存在问题", None, Measure.TEXT),
        ("备注", None, Measure.TEXT),
        ("检查", None, Measure.AMOUNT),
    ],
)
def test_a_unit_decides_then_the_name(name: str, unit: str | None, measure: Measure) -> None:
    form = Form(id="x", title="表", row_key="村", columns=(Column(name=name, unit=unit),))
    (leaf,) = leaves_of(form)
    assert leaf.measure is measure
    assert leaf.summable == (measure in {Measure.COUNT, Measure.AMOUNT})


def test_paths_and_groups() -> None:
    assert [(leaf.path, leaf.group) for leaf in book().leaves][2:4] == [
        ("自查/已整改", "自查"),
        ("镇里检查/检查仓库", "镇里检查"),
    ]


def test_found_and_cured_stand_side_by_side_in_one_group() -> None:
    assert [(found.path, cured.path) for found, cured in cure_pairs(book().leaves)] == [
        ("自查/发现隐患", "自查/已整改")
    ]
    apart = Form(
        id="x",
        title="表",
        row_key="村",
        columns=(
            Column(name="发现隐患", unit="条"),
            Column(name="整改", columns=(Column(name="已整改", unit="条"),)),
            Column(name="发现问题", unit="条"),
            Column(name="已整改", unit="家"),
        ),
    )
    assert cure_pairs(leaves_of(apart)) == ()


def test_a_plan_without_form_gets_a_general_one_that_says_so() -> None:
    plan, form = plan_and_form()
    assert form_of(plan) == form
    assert form_of(plan, "xiaofang") == form
    with pytest.raises(UnknownName, match="没有这个报表：baobiao"):
        form_of(plan, "baobiao")
    (bare, _) = plan_and_form(reporting=None)
    assert form_of(bare) == form
    general = form_of(replace(plan, forms=(), reporting=()))
    assert general.title == "柳塘镇消防整治进度统计表"
    assert "通用式样" in (general.note or "")


@pytest.mark.parametrize(
    ("title", "subject"),
    [
        ("柳塘镇消防整治实施方案", "柳塘镇消防整治"),
        ("柳塘镇三年行动方案（2030—2032年）", "柳塘镇三年行动"),
        ("青禾县2030年工作意见", "青禾县2030年"),
        ("方案", "方案"),
    ],
)
def test_campaign(title: str, subject: str) -> None:
    assert campaign_of(title) == subject

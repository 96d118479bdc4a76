"""A 样稿 that comes back: known by its mark, its asides read as owners, its words kept as summaries only."""

import pytest

from tests.importer.layouts import original
from zerenku.catalogue.wording import SAMPLE_MARK
from zerenku.importer import ImportWords, draft_plan, import_text
from zerenku.importer.samples import as_written, aside, excerpted, is_sample
from zerenku.model.clause import Certainty

SAMPLE = f"""\
柳塘镇仓库整治方案（摘编）
一、清理通道
镇里逐户清理。（牵头：柳塘镇安办；配合：柳塘派出所。时限：2030年6月30日前。）
二、检查电线
各村逐户检查。（原文未写责任单位，文中主体：各村（待确认）。频次：每月1次。）
三、总结
年底写一份总结。（未明确牵头（按职责分工：柳塘镇安办、柳塘派出所）。）
{SAMPLE_MARK}
"""


@pytest.mark.parametrize(
    ("line", "written"),
    [
        ("查一遍。（原文未写责任单位。）", "查一遍。"),
        ("查一遍。（原文未写责任单位，文中主体：各村（待确认）、企业。）", "查一遍。"),
        ("查一遍。（原文未写责任单位（文中主体：各村）；参与：安办。）", "查一遍。（参与：安办。）"),
        (
            "查一遍。（原文未写责任单位，文中主体：各村。时限：2030年6月30日前。频次：每月1次。）",
            "查一遍。（时限：2030年6月30日前。）（频次：每月1次。）",
        ),
        ("查一遍。（牵头：甲局（查）；其余事项原文未写责任单位，文中主体：各村。）", "查一遍。（牵头：甲局（查）。）"),
        ("查一遍。（未明确牵头（按职责分工：甲局、乙局）。）", "查一遍。（甲局、乙局按职责分工负责。）"),
        ("查一遍。（未明确牵头（各相关部门）。时限：6月底前。）", "查一遍。（各相关部门负责。）（时限：6月底前。）"),
        (
            "查一遍。（牵头：甲局；配合：乙局。时限：6月底前。）",
            "查一遍。（牵头：甲局；配合：乙局。）（时限：6月底前。）",
        ),
        ("查一遍（含仓库）。", "查一遍（含仓库）。"),
    ],
)
def test_asides_as_an_issuer_would_write_them(line: str, written: str) -> None:
    (made,) = as_written(original(line)).lines
    assert made.text == written


def test_brackets_of_the_text_itself_are_no_aside() -> None:
    assert aside("查（含仓库）。") == ("查（含仓库）。", "")
    assert aside("查。（牵头：甲局（局长）。）") == ("查。", "牵头：甲局（局长）")


def test_known_by_the_mark_on_its_pages() -> None:
    assert is_sample(original(SAMPLE))
    assert is_sample(original(SAMPLE.replace("样稿，", "样 稿 ，")))
    assert not is_sample(original(SAMPLE.replace(SAMPLE_MARK, "柳塘镇人民政府")))


def test_its_record_has_owners_and_dates_but_no_verbatim_text() -> None:
    (draft,) = import_text(as_written(original(SAMPLE)), words=ImportWords())
    plan = excerpted(draft_plan(draft, plan_id="liutang-2030", place_id="liutang"))
    assert plan.title == "柳塘镇仓库整治方案"
    assert plan.opening is None
    one, two, three = plan.clauses
    assert [clause.text for clause in plan.clauses] == [None, None, None]
    assert [clause.summary for clause in plan.clauses] == ["镇里逐户清理。", "各村逐户检查。", "年底写一份总结。"]
    assert (one.assignments[0].lead, one.assignments[0].support) == (("柳塘镇安办",), ("柳塘派出所",))
    assert two.assignments == ()
    assert (three.assignments[0].certainty, three.assignments[0].lead) == (
        Certainty.JOINT,
        ("柳塘镇安办", "柳塘派出所"),
    )

"""Fields a person may fill, and what papers share."""

from collections.abc import Callable

import pytest

from generators.blocks import Document
from generators.compose import checklist, duties, frame, ledger, notice, plan, tasks, upward
from generators.compose.notice import compose_notice
from generators.word.writer import write_docx
from tests.support import catalogue_of
from tests.support import plan as source
from zerenku.errors import UnknownName

KINDS = (checklist, duties, ledger, notice, plan, tasks, upward)


def test_names_inside_brackets_stay_whole() -> None:
    fields = frame.Fields.of({"抄送机关": "各区镇（街道、管委会）安监局，安办；派出所"}, ("抄送机关",))
    assert fields.names("抄送机关") == ("各区镇（街道、管委会）安监局", "安办", "派出所")
    assert fields.names("发文机关", ("安办",)) == ("安办",)


def test_empty_fields_count_as_not_filled() -> None:
    assert frame.Fields.of({"联系人": " "}, ("联系人",)).text("联系人", "甲") == "甲"


def test_every_field_is_described_and_none_forges() -> None:
    read = {name for kind in KINDS for name in kind.FIELDS}
    assert read <= set(frame.FIELD_WORDS)
    assert not read & {"文号", "成文日期"}


def test_an_unknown_field_is_refused_with_the_known_ones() -> None:
    catalogue = catalogue_of(source())
    with pytest.raises(UnknownName, match=r"文号.*主送机关"):
        compose_notice(catalogue, "liutang-2030", fields={"文号": "柳政〔2030〕7号"})


@pytest.mark.parametrize(
    ("title", "kind", "expected"),
    [
        ("柳塘镇消防整治实施方案", "方案", "柳塘镇消防整治"),
        ("柳塘镇消防三年行动方案（2030—2032年）", "方案", "柳塘镇消防三年行动"),
        ("青禾县2030年安全生产工作意见", "意见", "青禾县2030年安全生产工作"),
    ],
)
def test_what_a_plan_is_about(title: str, kind: str, expected: str) -> None:
    assert frame.campaign(catalogue_of(source(title=title, kind=kind)).plans[0]) == expected


def test_every_kind_can_be_set_and_comes_out_the_same() -> None:
    catalogue = catalogue_of(source())
    papers: tuple[Callable[[], Document], ...] = (
        lambda: compose_notice(catalogue, "liutang-2030"),
        lambda: plan.compose_plan(catalogue, "liutang-2030"),
        lambda: tasks.compose_tasks(catalogue, "liutang-2030"),
        lambda: duties.compose_duties(catalogue, "liutang/zhengfu", plan_id="liutang-2030"),
        lambda: checklist.compose_checklist(catalogue, ["cangchu"]),
        lambda: ledger.compose_ledger(catalogue, plan_id="liutang-2030"),
        lambda: upward.compose_upward(catalogue, "liutang-2030"),
    )
    for compose in papers:
        assert write_docx(compose()) == write_docx(compose())

"""企业自查表: whose duties they are, and how they are laid out."""

import pytest

from generators import blocks as b
from generators.compose.checklist import compose_checklist
from tests.support import catalogue_of, plan
from zerenku.catalogue.catalogue import Catalogue
from zerenku.errors import UnknownName

ENTERPRISES = """\
kinds:
  - {id: qiye, name: 企业, generic: true}
  - {id: gongmao, name: 工贸企业}
  - {id: fangzhi, name: 纺织企业, parent: gongmao}
  - {id: cangchu, name: 仓储企业}
sizes:
  - {id: guishang, name: 规模以上企业}
operations:
  - {id: donghuo, name: 动火作业}
  - {id: gaochu, name: 高处作业}
roles:
  - {id: fuzeren, name: 企业主要负责人}
  - {id: chuzu, name: 出租方}
"""
SOURCE = """
- mark: 一
  starts: 自查
  duties:
    - {obliged: [企业], do: 人人培训。}
    - {obliged: [工贸企业], do: 查设备。, recurrence: [{every: month, text: 每月}], evidence: 检查记录}
    - {obliged: [纺织企业], do: 清飞花。, recurrence: [{every: day, text: 每班一次}]}
    - {obliged: [仓储企业], do: 清通道。, deadlines: [{date: 2030-06-30, text: 6月底前}]}
    - {obliged: [企业], do: 办动火票。, applies_to: [动火作业]}
    - {obliged: [纺织企业], do: 派人看火。, applies_to: [动火作业]}
    - {obliged: [企业主要负责人], do: 带队检查。}
    - {obliged: [出租方], do: 签协议。}
    - {obliged: [镇政府], do: 督促企业。, applies_to: [纺织企业]}
"""


def town(**lines: str) -> Catalogue:
    return catalogue_of(plan(SOURCE, **{"scope": "[工贸企业]", **lines}), enterprises=ENTERPRISES)


def rows(document: b.Document) -> list[tuple[str, ...]]:
    return [row for block in document.blocks if isinstance(block, b.Table) for row in block.rows]


def asked(catalogue: Catalogue, *ids: str, place: str | None = None) -> set[str]:
    return {row[1].partition("。")[0] for row in rows(compose_checklist(catalogue, ids, place_id=place))}


@pytest.mark.parametrize(
    ("ids", "expected"),
    [
        (("gongmao",), {"人人培训", "工贸企业：查设备", "企业主要负责人：带队检查"}),
        (
            ("fangzhi",),
            {
                "人人培训",
                "工贸企业：查设备",
                "纺织企业：清飞花",
                "纺织企业：派人看火",
                "企业主要负责人：带队检查",
            },
        ),
        (
            ("fangzhi", "gaochu"),
            {"人人培训", "工贸企业：查设备", "纺织企业：清飞花", "企业主要负责人：带队检查"},
        ),
        (("cangchu",), {"仓储企业：清通道"}),
        (("cangchu", "donghuo"), {"仓储企业：清通道", "办动火票"}),
        (("gongmao", "chuzu"), {"人人培训", "工贸企业：查设备", "出租方：签协议", "企业主要负责人：带队检查"}),
    ],
)
def test_whose_duties(ids: tuple[str, ...], expected: set[str]) -> None:
    """Parents' duties come down, the plan's scope decides for every firm, a narrowed duty needs its word."""
    assert asked(town(), *ids) == expected


def test_a_plan_for_every_firm_is_for_this_one() -> None:
    assert "人人培训" in asked(town(scope="[企业]"), "cangchu")
    assert "人人培训" in asked(catalogue_of(plan(SOURCE), enterprises=ENTERPRISES), "cangchu")


def test_places_look_upward_only() -> None:
    county = plan(SOURCE.replace("镇政府", "应急管理局"), id="qinghe-2030", place="qinghe", title="青禾县方案")
    catalogue = catalogue_of(plan(SOURCE), county, enterprises=ENTERPRISES)
    duties = len(rows(compose_checklist(catalogue, ["gongmao"], place_id="qinghe")))
    assert len(rows(compose_checklist(catalogue, ["gongmao"], place_id="liutang"))) == 2 * duties
    assert len(rows(compose_checklist(catalogue, ["gongmao"], place_id="liutang", plan_id="liutang-2030"))) == duties


def test_the_sheet() -> None:
    document = compose_checklist(town(), ["fangzhi"], place_id="liutang", fields={"企业名称": "丰泽布厂"})
    sheet = document.blocks[0]
    assert isinstance(sheet, b.Sheet)
    assert sheet.title.lines == ("纺织企业安全生产自查表",)
    assert sheet.lead == ("企业名称：丰泽布厂　　自查日期：　　年　月　日", "适用：纺织企业　　所在地：柳塘镇")
    heads = [block.text for block in document.blocks if isinstance(block, b.Heading)]
    assert heads == ["一、每班（1项）", "二、每月（1项）", "三、一次性或长期（3项）"]
    assert rows(document)[1] == ("2", "工贸企业：查设备。", "一", "每月1次", "检查记录", "□符合\n□不符合", "")
    assert [row[0] for row in rows(document)] == ["1", "2", "3", "4", "5"]
    assert "纺织企业：派人看火。（适用：动火作业）" in {row[1] for row in rows(document)}
    assert document.banner == "样稿，文字系摘编，以原文为准"


def test_unknown_words_and_places_are_named() -> None:
    with pytest.raises(UnknownName, match=r"fangzi.*fangzhi"):
        compose_checklist(town(), ["fangzi"])
    with pytest.raises(UnknownName, match="地区：liutan"):
        compose_checklist(town(), ["fangzhi"], place_id="liutan")
    with pytest.raises(UnknownName):
        compose_checklist(town(), [])

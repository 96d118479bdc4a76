"""Whose a duty is: words with their parents, words for every firm, people inside firms, narrowing, and the place."""

import pytest

from tests.support import catalogue_of, plan
from zerenku.catalogue.catalogue import Catalogue
from zerenku.catalogue.enterprises import Firm
from zerenku.catalogue.frequency import Frequency, by_frequency, frequency_of
from zerenku.errors import UnknownName

WORDS = """\
kinds:
  - {id: qiye, name: 企业, generic: true}
  - {id: gongmao, name: 工贸企业}
  - {id: fangzhi, name: 纺织企业, parent: gongmao}
  - {id: yinran, name: 印染企业, parent: fangzhi}
  - {id: cangchu, name: 仓储企业}
sizes:
  - {id: guishang, name: 规模以上企业}
operations:
  - {id: weixian, name: 危险作业}
  - {id: donghuo, name: 动火作业, parent: weixian}
roles:
  - {id: fuzeren, name: 主要负责人}
  - {id: chuzu, name: 出租方}
"""
TEXT = """
- mark: 一
  starts: 自查
  duties:
    - {obliged: [企业], do: 人人培训。}
    - {obliged: [工贸企业], do: 查设备。, recurrence: [{every: month, text: 每月}, {every: year, text: 每年}]}
    - {obliged: [工贸企业], do: 测飞花。, applies_to: [纺织企业]}
    - {obliged: [企业], do: 办作业票。, applies_to: [危险作业]}
    - {obliged: [主要负责人], do: 带队检查。, recurrence: [{every: day, text: 每班一次}]}
    - {obliged: [出租方], do: 签协议。, deadlines: [{date: 2030-06-30, text: 6月底前}]}
    - {obliged: [镇政府], do: 督促纺织企业。, applies_to: [纺织企业]}
"""


def town(**lines: str) -> Catalogue:
    return catalogue_of(plan(TEXT, **{"scope": "[工贸企业]", **lines}), enterprises=WORDS)


def told(catalogue: Catalogue, *ids: str) -> set[str]:
    return {duty.duty.do for duty in catalogue.obligations_of(Firm.of(catalogue.registers, ids))}


@pytest.mark.parametrize(
    ("ids", "more"),
    [
        (("gongmao",), {"人人培训。", "查设备。", "带队检查。"}),
        (("yinran",), {"人人培训。", "查设备。", "测飞花。", "带队检查。"}),
        (("cangchu",), set()),
        (("donghuo",), {"人人培训。", "办作业票。", "带队检查。"}),
        (("chuzu",), {"人人培训。", "签协议。", "带队检查。"}),
        (("fuzeren",), {"人人培训。", "带队检查。"}),
        ((), {"人人培训。", "带队检查。"}),
    ],
)
def test_what_a_firm_is_told(ids: tuple[str, ...], more: set[str]) -> None:
    """Parents' duties come down; a firm that names no trade may lie in the plan's scope; 出租方 has people, too."""
    assert told(town(), *ids) == more


def test_obligations_of_a_word_come_with_those_of_the_words_above_it() -> None:
    catalogue = town()
    assert [duty.id for duty in catalogue.obligations("yinran")] == ["d1", "d2", "d3"]
    assert [duty.id for duty in catalogue.obligations("fangzhi")] == ["d1", "d2", "d3"]
    assert [duty.id for duty in catalogue.obligations("donghuo")] == ["d4"]
    assert catalogue.obligations("cangchu") == catalogue.obligations("nothing") == ()
    assert "donghuo" in {item.id for item in catalogue.active_enterprises()}
    assert "cangchu" not in {item.id for item in catalogue.active_enterprises()}


def test_places_look_upward_only() -> None:
    county = plan(TEXT.replace("镇政府", "应急管理局"), id="qinghe-2030", place="qinghe", title="青禾县方案")
    catalogue = catalogue_of(plan(TEXT), county, enterprises=WORDS)
    firm = Firm.of(catalogue.registers, ["gongmao"])
    plans = {duty.plan.id for duty in catalogue.obligations_of(firm, place_id="liutang")}
    assert plans == {"liutang-2030", "qinghe-2030"}
    assert {duty.plan.id for duty in catalogue.obligations_of(firm, place_id="qinghe")} == {"qinghe-2030"}
    with pytest.raises(UnknownName, match="地区：liutan"):
        catalogue.obligations_of(firm, place_id="liutan")


def test_frequencies() -> None:
    duties = town().duties
    assert [(item.label, len(members)) for item, members in by_frequency(duties)] == [
        ("每班", 1),
        ("每月", 1),
        ("有完成时限", 1),
        ("一次性或长期", 4),
    ]
    assert frequency_of(duties[1]) is Frequency.MONTH

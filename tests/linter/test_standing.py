import pytest

from tests.linter.drafts import paper
from tests.support import PLACES, catalogue_of
from zerenku.linter.standing import Standing, standing_of
from zerenku.model.register import Level


def standing(issuer: str, title: str = "") -> Standing:
    return paper("一、目标\n", title=title, issuers=[issuer] if issuer else []).standing


@pytest.mark.parametrize(
    ("issuer", "names", "level"),
    [
        ("云岭省人民政府办公厅", ("云岭省",), Level.PROVINCE),
        ("北京市应急管理局", ("北京市",), Level.PROVINCE),
        ("云岭自治州人民政府", ("云岭自治州",), Level.CITY),
        ("云州市青禾区应急管理局", ("云州市", "青禾区"), Level.COUNTY),
        ("云州市平川市人民政府", ("云州市", "平川市"), Level.COUNTY),
        ("青禾县柳塘镇人民政府", ("青禾县", "柳塘镇"), Level.TOWN),
        ("中共青禾县柳塘镇委员会", ("青禾县", "柳塘镇"), Level.TOWN),
        ("青禾区柳塘街道办事处", ("青禾区", "柳塘街道"), Level.TOWN),
        ("云乡县镇江镇人民政府", ("云乡县", "镇江镇"), Level.TOWN),
        ("国务院办公厅", (), Level.NATION),
    ],
)
def test_level_of_an_issuer(issuer: str, names: tuple[str, ...], level: Level) -> None:
    found = standing(issuer)
    assert (found.names, found.level, found.sure) == (names, level, True)


@pytest.mark.parametrize(
    "issuer", ["市场监督管理局", "住房和城乡建设局", "安全生产委员会办公室", "云州经济开发区管委会", "全区工作会议", ""]
)
def test_no_place(issuer: str) -> None:
    assert standing(issuer) == Standing()


def test_a_city_may_be_of_two_levels() -> None:
    assert not standing("平川市人民政府").sure


def test_the_title_speaks_where_nobody_signs() -> None:
    assert standing("", "关于印发《青禾县2030年工作意见》的通知").names == ("青禾县",)
    assert standing("安全生产委员会", "青禾县柳塘镇消防方案").level is Level.TOWN


def test_the_register_knows_better() -> None:
    registers = catalogue_of().registers
    found = standing_of(paper("一、目标\n", issuers=["柳塘镇人民政府"]).head, registers)
    assert (found.names, found.level, found.kind) == (("青禾县", "柳塘镇"), Level.TOWN, "镇")
    assert found.place is not None
    assert found.place.id == "liutang"


@pytest.mark.parametrize(("issuer", "kind"), [("青禾区柳塘街道办事处", "街道"), ("青禾县人民政府", "县"), ("", "")])
def test_kind(issuer: str, kind: str) -> None:
    assert standing(issuer).kind == kind


def test_place_registered_with_its_county() -> None:
    places = PLACES + "- {id: yunling, name: 梅山县云岭镇, short: 云岭, level: town}\n"
    sheet = paper("一、目标\n", issuers=["云岭镇人民政府"], registers=catalogue_of(places=places).registers)
    assert sheet.standing.place is not None
    assert sheet.standing.place.id == "yunling"

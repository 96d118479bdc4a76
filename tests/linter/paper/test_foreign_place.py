import pytest

from tests.linter.drafts import paper, quotes, said
from tests.support import PLACES, catalogue_of
from zerenku.linter.paper_rules import foreign_place as rule

OTHER = PLACES + "- {id: meishan, name: 梅山县, short: 梅山, level: county}\n"


def checked(text: str, issuer: str = "青禾县柳塘镇人民政府") -> list[str]:
    return quotes(rule, paper(text, issuers=[issuer], registers=catalogue_of(places=OTHER).registers))


@pytest.mark.parametrize(
    "text",
    [
        "一、目标\n让措施在柳塘落地生根，服务青禾县。\n",
        "一、目标\n在规定范围内，对所属辖区、在管辖范围内、由各自辖区检查。\n",
        "一、目标\n让措施在基层落地生根。\n",
        "一、目标\n各镇、全镇、重点镇、城镇、村镇都要检查，由贫困镇先行。\n",
        "一、目标\n学习《梅山县消防条例》。\n",
        "一、目标\n由安徽省统一组织，向陕西南部学习。\n",
        "一、目标\n按照云岭市统一部署，报云岭市应急管理局。\n贯彻《云岭市消防规定》。\n在云岭市率先达标。\n",
        "一、目标\n对农贸超市、城市街道两侧、主要街道路面、实现镇村一体的地方逐一检查。\n",
    ],
    ids=["own", "areas", "common", "kinds of towns", "title", "province", "superior", "other words"],
)
def test_at_home(text: str) -> None:
    assert checked(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("一、目标\n与桑园镇各村一起检查。\n", "桑园镇"),
        ("一、目标\n在梅山推广经验。\n", "梅山"),
        ("一、目标\n让措施在云岭落地生根。\n", "云岭"),
        ("一、目标\n对云岭辖区的企业检查。\n", "云岭"),
        ("一、目标\n督促云岭镇各村整改。\n", "云岭镇"),
        ("一、目标\n在云岭街道范围内检查。\n", "云岭街道"),
        ("一、目标\n在云岭镇各村推广。\n", "云岭镇"),
        ("一、目标\n对云岭镇出租房屋登记造册。\n", "云岭镇"),
        ("一、目标\n（一）云岭市新建项目应当评估。\n", "云岭市"),
        ("一、目标\n安徽省要求，按照赣南做法办理。\n", "赣南"),
    ],
    ids=[
        "sibling",
        "registered",
        "put down roots",
        "its area",
        "after a verb",
        "street",
        "same level",
        "before anything",
        "a city",
        "another province",
    ],
)
def test_of_elsewhere(text: str, name: str) -> None:
    assert checked(text) == [name]


def test_a_county_names_its_towns() -> None:
    assert checked("一、目标\n由柳塘镇、桑园镇先行。\n", "青禾县人民政府") == []
    assert checked("一、目标\n由云岭县政府先行。\n", "青禾县人民政府") == ["云岭县"]


def test_a_city_names_its_counties_and_county_level_cities() -> None:
    assert checked("一、目标\n支持云岭市建设，由云岭市政府先行。\n", "青河市人民政府") == []
    assert checked("一、目标\n在云岭市城区推广。\n", "青河市人民政府") == ["云岭市"]


def test_says_whose_text_it_is() -> None:
    assert said(rule, paper("一、目标\n让措施在云岭落地生根。\n")) == "“云岭”不像本地（柳塘镇）"


def test_province_known_from_the_register() -> None:
    places = PLACES + "- {id: anhui, name: 安徽省, short: 安徽, level: province}\n"
    places += "- {id: meishan, name: 梅山县, short: 梅山, level: county, parent: anhui}\n"
    known = catalogue_of(places=places).registers
    assert quotes(rule, paper("一、目标\n在皖南、赣南推广。\n", issuers=["梅山县人民政府"], registers=known)) == [
        "赣南"
    ]

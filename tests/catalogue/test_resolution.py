"""A department is a name in a place: exact names only, the plan's place first, then its ancestors."""

import pytest

from tests.support import DEPARTMENTS, PLACES, catalogue_of, clause, plan
from zerenku.catalogue.entries import EnterpriseFacet
from zerenku.catalogue.registers import Registers, near, tidy


@pytest.fixture(scope="module")
def registers() -> Registers:
    far = "- {id: lianhu, name: 莲湖县, short: 莲湖, level: county}\n"
    bodies = (
        "- {id: lianhu/yingji, name: 莲湖县应急管理局, short: 应急管理局, place: lianhu}\n"
        "- {id: lianhu/paichusuo, name: 派出所, place: lianhu}\n"
        "- {id: lianhu/xiaofang, name: 消防救援队, place: lianhu}\n"
        "- {id: liutang/fenju, name: 县应急局柳塘分局, place: liutang}\n"
    )
    return catalogue_of(places=PLACES + far, departments=DEPARTMENTS + bodies).registers


@pytest.mark.parametrize(
    ("place", "name", "found"),
    [
        # the same short name belongs to another body in each place
        ("liutang", "派出所", "liutang/paichusuo"),
        ("sangyuan", "派出所", "sangyuan/paichusuo"),
        ("liutang", "镇政府", "liutang/zhengfu"),
        ("sangyuan", "镇政府", "sangyuan/zhengfu"),
        # ancestors answer for what the place lacks; full, short and other names alike
        ("liutang", "应急管理局", "qinghe/yingji"),
        ("liutang", "县应急局", "qinghe/yingji"),
        ("liutang", "原安监局", "qinghe/yingji"),
        ("liutang", "青禾县应急管理局", "qinghe/yingji"),
        ("qinghe", "县应急局", "qinghe/yingji"),
        ("lianhu", "应急管理局", "lianhu/yingji"),
        # a neighbour's short name stays unknown, its full name is known anywhere
        ("sangyuan", "安办", None),
        ("sangyuan", "柳塘镇安全生产办公室", "liutang/anban"),
        ("qinghe", "柳塘派出所", "liutang/paichusuo"),
        ("qinghe", "消防救援队", "lianhu/xiaofang"),
        # never by part of a name
        ("liutang", "应急局", None),
        ("liutang", "应急", None),
        ("liutang", "县应急局分局", None),
        ("liutang", "县应急局柳塘分局", "liutang/fenju"),
        ("liutang", "青禾县应急管理局执法大队", None),
        ("liutang", "局", None),
        ("liutang", "", None),
        # blanks and half-width brackets are no difference
        ("liutang", " 县 应急局\n", "qinghe/yingji"),
        ("nowhere", "青禾县消防救援大队", "qinghe/xiaofang"),
        ("nowhere", "消防大队", None),
    ],
)
def test_department(registers: Registers, place: str, name: str, found: str | None) -> None:
    department = registers.department(name, place_id=place)
    assert (department.id if department else None) == found


def test_place_chain_goes_outward(registers: Registers) -> None:
    assert [place.id for place in registers.place_chain("liutang")] == ["liutang", "qinghe"]
    assert registers.place_chain("nowhere") == ()


@pytest.mark.parametrize(
    ("name", "department", "enterprise"),
    [("安办", "liutang/anban", None), ("仓库", None, "cangchu"), ("出租方", None, "chuzu"), ("仓", None, None)],
)
def test_party(registers: Registers, name: str, department: str | None, enterprise: str | None) -> None:
    party = registers.party(name, place_id="liutang")
    if department is None and enterprise is None:
        assert party is None
        return
    assert party is not None
    assert (party.department and party.department.id) == department
    assert (party.enterprise and party.enterprise.id) == enterprise
    assert party.id == (department or enterprise)
    assert party.written == name
    assert party.name == {"安办": "柳塘镇安全生产办公室", "仓库": "仓储企业", "出租方": "出租方"}[name]


def test_department_goes_before_enterprise_of_that_name() -> None:
    enterprises = "roles:\n  - {id: anban, name: 安办}\n"
    found = catalogue_of(enterprises=enterprises).registers
    party = found.party("安办", place_id="liutang")
    assert party is not None
    assert party.department is not None
    assert found.party("安办", place_id="sangyuan") != party


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("《青禾县动火管理规程》", "qinghe-guicheng"),
        ("《动火规程》", "qinghe-guicheng"),
        ("动火规程", "qinghe-guicheng"),
        ("《青禾县消防整治方案》（青安〔2030〕8号）", "qinghe-2030-8"),
        ("《青禾县消防整治方案》（青安〔2030〕9号）", "qinghe-2030-9"),
        ("青安〔2030〕9号", "qinghe-2030-9"),
        ("青安[2030]9号", "qinghe-2030-9"),
        ("《青禾县消防整治方案》(青安﹝2030﹞9号)", "qinghe-2030-9"),
        ("GB 30871-2022", "gb-30871"),
        ("GB30871-2022", "gb-30871"),
        ("《危险化学品企业特殊作业安全规范》（GB 30871-2022）", "gb-30871"),
        ("《危险化学品企业特殊作业安全规范》GB 30871-2022", "gb-30871"),
        ("《危险化学品企业特殊作业安全规范》", "gb-30871"),
        ("《青禾县消防整治方案》", None),  # two papers bear that title; guessing one would be wrong half of the time
        ("《青禾县动火管理》", None),
        ("规程", None),
        ("《》", None),
        ("", None),
    ],
)
def test_reference(registers: Registers, written: str, found: str | None) -> None:
    reference = registers.reference(written)
    if found is None:
        assert reference is None
        return
    assert reference is not None
    assert reference.written == written
    entry = reference.document or reference.standard
    assert entry is not None
    assert entry.id == found
    assert (reference.document is None) != (reference.standard is None)


def test_facets(registers: Registers) -> None:
    facets = {entry.id: registers.facet(entry.id) for entry in registers.enterprises.entries}
    assert facets["cangchu"] == EnterpriseFacet.KIND
    assert facets["guishang"] == EnterpriseFacet.SIZE
    assert facets["donghuo"] == EnterpriseFacet.OPERATION
    assert facets["chuzu"] == EnterpriseFacet.ROLE
    with pytest.raises(KeyError):
        registers.facet("nothing")


def test_near_never_resolves(registers: Registers) -> None:
    assert "县应急局" in registers.departments.near("县应急居")
    assert registers.department("县应急居", place_id="liutang") is None
    assert near("liutag", ("sangyuan", "liutang"), part=False) == ("liutang",)
    assert near("消防", ()) == ()


def test_tidy() -> None:
    assert tidy(" 市场监管局( 分 局 ) ") == "市场监管局（分局）"
    assert tidy("青安[2030]8号") == "青安〔2030〕8号"


# ------------------------------------------------------------------------------------------ enterprises of a duty

SCOPE = "[仓储企业, 纺织企业]"
BARE = "- {{mark: 一, starts: 甲, duties: [{{obliged: [{}], do: 自查{}}}]{}}}"


@pytest.mark.parametrize(
    ("obliged", "duty", "clause_facts", "found"),
    [
        ("仓储企业", "", "", {"cangchu"}),
        ("仓库", "", "", {"cangchu"}),
        ("企业", "", "", {"qiye", "cangchu", "fangzhi"}),
        ("相关企业", "", "", {"qiye", "cangchu", "fangzhi"}),
        ("企业", ", applies_to: [动火作业]", "", {"qiye", "donghuo"}),
        ("企业", "", ", applies_to: [规模以上企业]", {"qiye", "guishang"}),
        ("企业", ", applies_to: [动火]", ", applies_to: [规模以上企业]", {"qiye", "donghuo"}),
        ("仓储企业", "", ", applies_to: [规模以上企业]", {"cangchu", "guishang"}),
        ("镇政府", "", ", applies_to: [规模以上企业]", {"guishang"}),
        ("镇政府", "", "", set()),
    ],
)
def test_generic_enterprise_takes_the_scope_of_the_plan(
    obliged: str, duty: str, clause_facts: str, found: set[str]
) -> None:
    (linked,) = catalogue_of(plan(BARE.format(obliged, duty, clause_facts), scope=SCOPE)).duties
    assert {enterprise.id for enterprise in linked.enterprises} == found
    assert linked.for_enterprises == (obliged != "镇政府")


def test_topics_of_a_duty_are_its_own_or_the_clauses() -> None:
    own, inherited = catalogue_of(
        plan(
            clause("topics: [xiaofang]", duty="topics: [yinhuan]") + "\n" + clause("topics: [xiaofang]", mark="二"),
        )
    ).duties
    assert [topic.id for topic in own.topics] == ["yinhuan"]
    assert [topic.id for topic in inherited.topics] == ["xiaofang"]

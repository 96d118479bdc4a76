import pytest

from tests.support import catalogue_of
from zerenku.catalogue.naming import free_id, place_of, place_parts, short_name, slug_of, year_of
from zerenku.model.plan import Plan, PlanKind
from zerenku.store.pinyin import syllables

REGISTERS = catalogue_of().registers


def paper(*issuers: str, title: str = "整治方案", **more: object) -> Plan:
    head = {"id": "", "place": "", "kind": PlanKind.PLAN, "clauses": ()}
    return Plan(**{**head, "title": title, "issuers": issuers, **more})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("青禾县人民政府办公室", "青禾县"),
        ("江海市平川县柳塘镇人民政府", "江海市 平川县 柳塘镇"),
        ("江海市青禾区应急管理局", "江海市 青禾区"),
        ("某江省江海市青禾县安全生产委员会", "某江省 江海市 青禾县"),
        ("关于印发《柳塘镇2030年仓储方案》的通知", "柳塘镇"),
        ("2030年青禾县粉尘整治方案", "青禾县"),
        ("中共青禾县委办公室", "青禾县"),
        ("江海市市场监督管理局", "江海市"),
        ("柳塘县市场监督管理局", "柳塘县"),
        ("江海市政府办公室", "江海市"),
        ("青禾县城乡建设局", "青禾县"),
        ("柳塘镇城乡建设办", "柳塘镇"),
        ("江海州人民政府", "江海州"),
        ("青州市应急管理局", "青州市"),
        ("青禾高新技术产业开发区管理委员会", "青禾高新技术产业开发区"),
        ("沙河街道办事处", "沙河街道"),
        ("国务院安委会办公室", ""),
        ("安全生产委员会办公室", ""),
        ("区应急管理局", ""),
        ("全区仓储整治方案", ""),
        ("各镇工作方案", ""),
        ("“无废城市”建设方案", ""),
    ],
)
def test_levels_of_a_name(name: str, parts: str) -> None:
    assert " ".join(part.name for part in place_parts(name)) == parts


@pytest.mark.parametrize(
    ("issuers", "title", "place"),
    [
        (["青禾县应急管理局"], "整治方案", "qinghe"),
        (["青禾县柳塘镇人民政府"], "整治方案", "liutang"),
        (["江海市青禾县柳塘镇人民政府"], "整治方案", "liutang"),
        (["安全生产委员会办公室"], "柳塘镇整治方案", "liutang"),
        (["柳塘派出所"], "整治方案", "liutang"),
        ([], "青禾整治方案", "qinghe"),
        (["平川县柳塘镇人民政府"], "整治方案", None),
        (["青禾县东河镇人民政府"], "青禾县整治方案", None),
    ],
)
def test_place_of_a_plan(issuers: list[str], title: str, place: str | None) -> None:
    named = place_of(paper(*issuers, title=title), REGISTERS)
    assert named is not None
    assert (named.known.id if named.known else None) == place


def test_papers_of_the_state_and_of_nobody() -> None:
    named = place_of(paper("国务院办公厅", title="“无废城市”方案"), REGISTERS)
    assert named is not None
    assert [part.name for part in named.parts] == ["全国"]
    assert place_of(paper("本单位"), REGISTERS) is None


@pytest.mark.parametrize(
    ("name", "slug"),
    [("柳塘", "liutang"), ("吕梁", "lvliang"), ("恩施土家族苗族", "estjzmz"), ("A区", "aqu"), ("《》", "")],
)
def test_slugs(name: str, slug: str) -> None:
    assert slug_of(name, syllables) == slug


def test_short_names() -> None:
    names = ["柳塘镇", "单县", "沙河街道", "柳塘", "滨江开发区"]
    assert [short_name(name) for name in names] == ["柳塘", "单县", "沙河", "柳塘", "滨江开发区"]


def test_first_free_id() -> None:
    assert free_id("a", {"a", "a-2"}.__contains__) == "a-3"


@pytest.mark.parametrize(
    ("more", "year"),
    [
        ({"number": "青安〔2029〕8号"}, "2029"),
        ({"period": ("2028-01", "2030-12")}, "2028"),
        ({"title": "2027年方案"}, "2027"),
        ({"title": "方案"}, None),
    ],
)
def test_year_of_a_plan(more: dict[str, object], year: str | None) -> None:
    assert year_of(paper("青禾县", **more)) == year  # type: ignore[arg-type]

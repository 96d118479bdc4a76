import pytest

from zerenku.catalogue.unknown_names import KnownNames

KNOWN = KnownNames(
    {
        "青禾县应急管理局": "青禾县应急管理局",
        "县应急局": "青禾县应急管理局",
        "青禾县消防救援大队": "青禾县消防救援大队",
        "青禾县安全生产监督管理局": "青禾县安全生产监督管理局",
        "青禾县市场监督管理局": "青禾县市场监督管理局",
        "县教育局": "县教育局",
        "青禾县公安局": "青禾县公安局",
        "青禾县卫生健康委员会": "青禾县卫生健康委员会",
        "青禾县安全生产委员会办公室": "青禾县安全生产委员会办公室",
        "青禾县住房和城乡建设局": "青禾县住房和城乡建设局",
        "镇消委会成员单位": "镇消委会成员单位",
        "各有关部门": "各有关部门",
    }
)


@pytest.mark.parametrize(
    ("name", "advice"),
    [
        ("县应急管理局", "像是“青禾县应急管理局”的别名"),
        ("应急局", "像是“青禾县应急管理局”的别名"),
        ("县市监局", "像是“青禾县市场监督管理局”的别名"),
        ("市监局", "像是“青禾县市场监督管理局”的别名"),
        ("县卫健委", "像是“青禾县卫生健康委员会”的别名"),
        ("安委办", "像是“青禾县安全生产委员会办公室”的别名"),
        ("县住建局", "像是“青禾县住房和城乡建设局”的别名"),
        ("青禾县应急管局", "像是“青禾县应急管理局”的别名"),
        ("各相关部门", "像是“各有关部门”的别名"),
        ("青禾县安委生产监督管理局", "疑为“青禾县安全生产监督管理局”的误写"),
        ("青禾县应急管里局", "疑为“青禾县应急管理局”的误写"),
        ("青禾县市场监督管管理局", "疑为“青禾县市场监督管理局”的误写"),
        ("青禾县安全生产督监管理局", "疑为“青禾县安全生产监督管理局”的误写"),
    ],
)
def test_known_in_another_form(name: str, advice: str) -> None:
    assert KNOWN.explain(name).advice == advice


@pytest.mark.parametrize(
    "name",
    ["市公安局", "市应急管理局", "县体育局", "县水利局", "青禾县消防救援支队", "镇安委会成员单位", "青禾市公安局"],
)
def test_other_bodies(name: str) -> None:
    assert KNOWN.explain(name).advice.startswith("像是新的部门")


def test_nothing_to_compare_with() -> None:
    assert KnownNames({}).explain("县公安局").advice == "像是新的部门"
    assert KnownNames({"县公安局": "县公安局"}).explain("县公安局").advice == "像是新的部门"


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("安委生产监督管理局", "安全生产监督管理局"),
        ("市安委生产监督管理局", "市安全生产监督管理局"),
        ("青禾县柳塘镇市厂监督管理所", "青禾县柳塘镇市场监督管理所"),
        ("县应急管埋局", "县应急管理局"),
        ("住房和城乡建没局", "住房和城乡建设局"),
        ("市场监督管管理局", "市场监督管理局"),
        ("消防求援大队", "消防救援大队"),
        ("人力资源和社会障保局", "人力资源和社会保障局"),
    ],
)
def test_garbled_institution_is_a_misprint_though_nothing_near_is_registered(name: str, meant: str) -> None:
    assert KnownNames({}).explain(name).advice == f"疑为“{meant}”的误写"


@pytest.mark.parametrize(
    "name",
    [
        "安全生产监督管理局",
        "县安监局",
        "城乡管理局",
        "市政管理局",
        "食品监督管理局",
        "人力资源与社会保障局",
        "消防救援站",
        "交通运管局",
        "文化体育和旅游局",
        "社会事务局",
        "市场监管局",
        "青禾县城市管理局",
        "工业和信息局",
    ],
)
def test_other_names_are_not_called_garbled(name: str) -> None:
    assert KnownNames({}).explain(name).advice == "像是新的部门"

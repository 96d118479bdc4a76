"""Registers hold together: unique ids, clear names, and entries that exist."""

import pytest

from tests.support import PLACES, findings_of, plan

NOBODY = plan("[]", issuers="[]")
ONE = "- {id: qinghe/b, name: 甲局, place: qinghe}"


@pytest.mark.parametrize(
    ("registers", "rule", "said"),
    [
        (
            {"places": f"{PLACES}- ‸{{id: qinghe, name: 乙县, short: 乙, level: county}}"},
            "duplicate-id",
            "地区的 id 重复：qinghe",
        ),
        (
            {"places": f"{PLACES}- ‸{{id: a, name: 甲县, short: 甲, level: county, parent: b}}"},
            "unknown-place",
            "“a”的上级地区没有登记：b",
        ),
        (
            {"departments": "- ‸{id: qinghe/b, name: 甲局, place: qinge}"},
            "unknown-place",
            "“qinghe/b”的所在地区没有登记：qinge；是不是：qinghe",
        ),
        (
            {"departments": "- ‸{id: qinghe/b, name: 甲局, place: qinghe, members: [qinghe/c]}"},
            "unknown-department",
            "“qinghe/b”的相关部门没有登记：qinghe/c",
        ),
        (
            {"departments": "- ‸{id: qinghe/b, name: 甲局, place: qinghe, replaced_by: x}"},
            "unknown-department",
            "没有登记：x",
        ),
        (
            {"departments": "- ‸{id: qinghe/b, name: 甲局, place: qinghe, parent: x}"},
            "unknown-department",
            "没有登记：x",
        ),
        (
            {"departments": f"{ONE}\n- ‸{{id: qinghe/c, name: 乙局, aliases: [甲 局], place: qinghe}}"},
            "name-clash",
            "“甲局”已是 qinghe/b 的名称",
        ),
        ({"standards": "- ‸{id: a, title: 甲, replaced_by: b}"}, "unknown-standard", "“a”的代替标准没有登记：b"),
        ({"standards": "- ‸{id: a, title: 甲, topics: [b]}"}, "unknown-topic", "“a”的主题没有登记：b"),
        (
            {"standards": "- ‸{id: a, title: 甲, applies_to: [仓储业]}"},
            "unknown-enterprise",
            "仓储业；是不是：仓储企业",
        ),
        (
            {"enterprises": "kinds:\n  - ‸{id: a, name: 甲, parent: b}\n"},
            "unknown-enterprise",
            "“a”的上级类别没有登记：b",
        ),
        (
            {"enterprises": "kinds:\n  - {id: a, name: 甲}\nroles:\n  - ‸{id: a, name: 乙}\n"},
            "duplicate-id",
            "企业的 id 重复：a",
        ),
        (
            {"enterprises": "kinds:\n  - {id: a, name: 甲}\nroles:\n  - ‸{id: b, name: 乙, synonyms: [甲]}\n"},
            "name-clash",
            "“甲”已是 a 的名称",
        ),
        ({"documents": "- {id: a, title: 甲}\n- ‸{id: a, title: 乙}"}, "duplicate-id", "文件的 id 重复：a"),
        (
            {"terms": "- {id: a, name: 甲, senses: []}\n- ‸{id: a, name: 乙, senses: []}"},
            "duplicate-id",
            "术语的 id 重复：a",
        ),
        ({"topics": "- {id: a, name: 甲}\n- ‸{id: a, name: 乙}"}, "duplicate-id", "主题的 id 重复：a"),
    ],
)
def test_flaw_of_a_register(registers: dict[str, str], rule: str, said: str) -> None:
    """The plan names nobody, so that only the register speaks."""
    (finding,) = findings_of(NOBODY, **registers)
    assert finding.rule == rule
    assert said in str(finding)
    assert finding.suggest


def test_one_name_in_two_places_is_no_clash() -> None:
    both = "- {id: liutang/b, name: 甲局, place: liutang}\n- {id: sangyuan/c, name: 甲局, place: sangyuan}"
    assert findings_of(NOBODY, departments=both) == ()


def test_places_in_a_circle_end_nothing() -> None:
    circle = (
        "- {id: liutang, name: 甲, short: 甲, level: town, parent: sangyuan}\n"
        "- {id: sangyuan, name: 乙, short: 乙, level: town, parent: liutang}\n"
        "- {id: qinghe, name: 丙, short: 丙, level: county}\n"
    )
    assert [finding.rule for finding in findings_of(plan(), places=circle)] == []

"""The table of all duties: pages that are read without scripts, and the same rows packed for scripts."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from generators.site.edition import Edition
from generators.site.pages import unfolded
from generators.site.pour import Pourer
from generators.site.views.duties import duty_pages, newest_first
from generators.tables.duties import HEADS
from tests.generators.site.site_pages import PageText, pour_page
from tests.support import catalogue_of, clause, plan
from zerenku.catalogue.catalogue import Catalogue

Read = Callable[..., PageText]


def called(path: Path) -> list[object]:
    """The arguments of the call that a script of data makes."""
    match = re.fullmatch(r"zerenkuDuty\w+\((.*)\);\n?", path.read_text(encoding="utf-8"))
    assert match
    found = json.loads(f"[{match[1]}]")
    assert isinstance(found, list)
    return found


def test_the_page_has_every_duty_once(page: Read, catalogue: Catalogue) -> None:
    found = page("duties")
    assert found.markup.count('<tr class="zk-of-plan"') == len(catalogue.duties)
    assert 'data-zk-until="2030-05-31"' in found.markup
    assert found.says("以原文为准")


def test_rows_are_packed_with_the_names_they_share(site: Path, catalogue: Catalogue) -> None:
    (names,) = called(site / "assets/zerenku/duties/names.js")
    number, rows = called(site / "assets/zerenku/duties/1.js")
    assert isinstance(names, dict)
    assert isinstance(rows, list)
    assert number == 0
    assert len(rows) == len(catalogue.duties)
    assert names["heads"] == list(HEADS)
    (row,) = [row for row in rows if row[2] == "2-1-d1"]
    assert names["plans"][row[0]][:1] == ["qinghe-2030"]
    assert names["plans"][row[0]][5:7] == ["2030-03-01", "2030-05-31"]
    assert [names["departments"][at][0] for at in row[10]] == ["qinghe/anquan", "qinghe/xiaofang"]
    assert names["certainties"][row[6]] == ["lead", "明确牵头"]
    assert row[13] == ["2030-03-31"]
    assert names["departments"][row[10][0]][3] == "departments/qinghe-anquan.html"
    assert (site / names["departments"][row[10][0]][3]).is_file()


def test_addresses_of_packed_rows_are_those_of_the_page(site: Path, page: Read) -> None:
    (names,) = called(site / "assets/zerenku/duties/names.js")
    _, rows = called(site / "assets/zerenku/duties/1.js")
    assert isinstance(names, dict)
    assert isinstance(rows, list)
    made = [f"plans/{names['plans'][row[0]][0]}{row[1]}.html#{row[2]}" for row in rows]
    assert set(made) <= set(page("duties").links)


def test_rows_of_one_clause_tell_apart_what_differs() -> None:
    clauses = """
    - mark: 一
      starts: 日常巡查
      topics: [xiaofang]
      assignments: [{certainty: lead, lead: [派出所], support: [安办], phrase: 派出所牵头, covers: [d1, d2]}]
      duties:
        - {obliged: [镇政府, 派出所], do: '查<线路>、"开关"。', deadlines: [{date: 2030-06-30, text: 6月底前}]}
        - {obliged: [仓储企业], do: 换线路。, topics: [yinhuan], recurrence: [{every: week, text: 每周}]}
        - {obliged: [仓储企业], do: 记台账。, evidence: 台账, targets: [{op: ">=", value: 3, unit: 次, text: 3次}]}
        - {obliged: [镇政府], do: 看台账。}
    """
    edition = Edition(catalogue_of(plan(clauses)))
    sheet, names = (page for page in unfolded(duty_pages(edition.catalogue)) if page.suffix == ".js")
    text = Pourer(edition).pour(sheet)
    assert "<" not in text
    _, rows = json.loads(f"[{text.strip().removeprefix('zerenkuDutyRows(').removesuffix(');')}]")
    listed = names.data["names"]
    people, topics = ([entry[0] for entry in listed[key]] for key in ("departments", "topics"))
    assert [row[2:6] for row in rows] == [
        ["1-d1", "一", '查<线路>、"开关"。', "镇政府、派出所"],
        ["1-d2", "一", "换线路。", "仓储企业"],
        ["1-d3", "一", "记台账。", "仓储企业"],
        ["1-d4", "一", "看台账。", "镇政府"],
    ]
    owned = [0, "牵头：柳塘派出所；配合：柳塘镇安全生产办公室", "柳塘派出所", "柳塘镇安全生产办公室"]
    assert [row[6:10] for row in rows] == [
        owned,
        owned,
        [2, "原文未写责任单位（文中主体：仓储企业）", "", ""],
        [2, "原文未写责任单位（文中主体：镇政府）", "", ""],
    ]
    assert [[people[at] for at in row[10]] for row in rows] == [
        ["liutang/paichusuo", "liutang/anban", "liutang/zhengfu"],
        ["liutang/paichusuo", "liutang/anban"],
        [],
        ["liutang/zhengfu"],
    ]
    assert [topics[at] for row in rows for at in row[12]] == ["xiaofang", "yinhuan", "xiaofang", "xiaofang"]
    assert [row[13:] for row in rows] == [
        [["2030-06-30"], [], "", "", "", 0],
        [[], [1], "每周1次", "", "", 0],
        [[], [], "", "不少于3次", "台账", 0],
        [[], [], "", "", "", 0],
    ]


def test_places_come_with_those_they_lie_in() -> None:
    found = catalogue_of(plan(clause()))
    *_, names = unfolded(duty_pages(found))
    assert names.data["names"]["places"] == [["qinghe", "青禾县", ""], ["liutang", "柳塘镇", "qinghe"]]


def test_long_tables_take_several_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generators.site.views.duties.SHEET", 2)
    clauses = "\n".join(clause(mark=mark) for mark in "一二三")
    edition = Edition(catalogue_of(plan(clauses)))
    assert [page.file for page in unfolded(duty_pages(edition.catalogue))] == [
        "duties.html",
        "assets/zerenku/duties/1.js",
        "duties-2.html",
        "assets/zerenku/duties/2.js",
        "assets/zerenku/duties/names.js",
    ]
    first = pour_page(edition, "duties")
    assert "duties-2.html" in first.links
    assert 'data-zk-sheets="assets/zerenku/duties/1.js assets/zerenku/duties/2.js "' in first.markup
    second = pour_page(edition, "duties-2")
    assert "duties.html" in second.links
    assert "data-zk-filters" not in second.markup


def test_what_still_binds_comes_first() -> None:
    found = catalogue_of(
        plan(clause(), id="liutang-2028", period='["2028-01", "2028-12"]'),
        plan(clause(), id="liutang-2030", period='["2030-01", "2031-12"]'),
        plan(clause(), id="sangyuan-2029", place="sangyuan", issuers="[桑园镇人民政府]", issued="2029-05-01"),
    )
    assert [duty.plan.id for duty in newest_first(found)] == ["liutang-2030", "sangyuan-2029", "liutang-2028"]

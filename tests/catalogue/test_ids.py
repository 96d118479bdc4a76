"""Ids become file names and links, so nothing but plain words is let through."""

import pytest

from tests.support import findings_of, plan


@pytest.mark.parametrize("bad", ["../../etc", "Qinghe", "a b", "青禾", "a--b", "-a", "a/b", "index"])
def test_bad_topic_id(bad: str) -> None:
    found = findings_of(plan(), topics=f'- {{id: "{bad}", name: 别的}}')
    assert f"id 写法不对：{bad}" in [item.text for item in found if item.rule == "bad-id"]


@pytest.mark.parametrize("bad", ["liutang", "qinghe/anban", "liutang/../x", "liutang/安办"])
def test_department_id_begins_with_its_place(bad: str) -> None:
    found = findings_of(plan(), departments=f'- {{id: "{bad}", name: 柳塘镇安办, place: liutang}}')
    assert [item.text for item in found if item.rule == "bad-id"] == [f"id 写法不对：{bad}"]


@pytest.mark.parametrize(
    ("head", "text"),
    [
        ({"attachments": "[{no: 附件1, title: 甲}, {no: 附件1, title: 乙}]"}, "附件编号重复：附件1"),
        (
            {"stages": "[{name: 自查, from: 2030-01, to: 2030-02}, {name: 自查, from: 2030-03, to: 2030-04}]"},
            "阶段（全文）重复：自查",
        ),
        (
            {"forms": "[{id: a, title: 甲, row_key: 村, columns: []}, {id: a, title: 乙, row_key: 村, columns: []}]"},
            "报表编号重复：a",
        ),
    ],
)
def test_names_inside_a_plan_are_told_apart(head: dict[str, str], text: str) -> None:
    assert text in [item.text for item in findings_of(plan(**head)) if item.rule == "duplicate-id"]

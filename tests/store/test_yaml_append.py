import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support import DEPARTMENTS, ENTERPRISES
from zerenku.catalogue.records import read
from zerenku.model.place import Mapping
from zerenku.model.register import Department, Enterprise, EnterpriseRegister
from zerenku.store.yaml_append import append_entries
from zerenku.store.yaml_nodes import parse_yaml

NEW = Enterprise(id="muye", name="木业企业", note="待确认")
LINE = "- {id: muye, name: 木业企业, note: 待确认}"


def appended(text: str, **lists: object) -> str:
    return append_entries(text, lists or {"kinds": [NEW]}, note="由导入添加")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", f"kinds:\n  # 由导入添加\n  {LINE}\n"),
        ("# 注释\n", f"# 注释\nkinds:\n  # 由导入添加\n  {LINE}\n"),
        ("kinds:\n", f"kinds:\n  # 由导入添加\n  {LINE}\n"),
        ("kinds: []  # 还没有\n", f"kinds: # 还没有\n  # 由导入添加\n  {LINE}\n"),
        ("kinds:\nroles: []\n", f"kinds:\n  # 由导入添加\n  {LINE}\nroles: []\n"),
        (
            "kinds:\n- {id: a, name: 甲}  # 尾注\n# 下一张表\n\nroles: []\n",
            f"kinds:\n- {{id: a, name: 甲}}  # 尾注\n# 由导入添加\n{LINE}\n# 下一张表\n\nroles: []\n",
        ),
        (
            "kinds:\n    - id: a\n      note: |\n        甲\n\nroles: []\n",
            f"kinds:\n    - id: a\n      note: |\n        甲\n\n    # 由导入添加\n    {LINE}\nroles: []\n",
        ),
        (
            "kinds:\n  - id: a\n    name: 甲\n    synonyms:\n      - 乙\n      - 丙",
            f"kinds:\n  - id: a\n    name: 甲\n    synonyms:\n      - 乙\n      - 丙\n  # 由导入添加\n  {LINE}\n",
        ),
        ("kinds: [{id: a, name: 甲}]\n", "kinds: [{id: a, name: 甲},\n  {id: muye, name: 木业企业, note: 待确认}]\n"),
        (
            "kinds: [\n  {id: a, name: 甲},\n]\n",
            "kinds: [\n  {id: a, name: 甲},\n  {id: muye, name: 木业企业, note: 待确认},\n]\n",
        ),
        ("kinds:\r\n  - {id: a, name: 甲}\r\n", f"kinds:\r\n  - {{id: a, name: 甲}}\r\n  # 由导入添加\r\n  {LINE}\r\n"),
    ],
)
def test_only_the_entry_is_added(before: str, after: str) -> None:
    assert appended(before) == after


def test_several_lists_of_one_file() -> None:
    text = appended(ENTERPRISES, kinds=[NEW, NEW], roles=[NEW], sizes=[NEW])
    node, findings = parse_yaml(text, file="enterprises.yml")
    assert findings == []
    assert node is not None
    register, findings = read(node, EnterpriseRegister)
    assert findings == []
    assert register is not None
    assert [len(items) for items in (register.kinds, register.sizes, register.operations, register.roles)] == [
        5,
        2,
        1,
        2,
    ]
    kept = [line for line in text.splitlines() if line not in {f"  {LINE}", "  # 由导入添加"}]
    assert kept == ENTERPRISES.splitlines()


@given(st.text("甲 #:-\"'|\n\t", max_size=20), st.text("甲 #:-\"'|\n", max_size=20))
def test_entries_read_back_whatever_they_hold(name: str, note: str) -> None:
    entry = Department(id="qinghe/a", name=name, place="qinghe", note=note)
    text = appended(f"departments:\n{DEPARTMENTS}", departments=[entry])
    node, findings = parse_yaml(text, file="departments.yml")
    assert findings == []
    assert isinstance(node, Mapping)
    found, findings = read(node.pairs[0][1], tuple[Department, ...])
    assert findings == []
    assert found is not None
    assert found[-1] == entry


@pytest.mark.parametrize("text", ["- 甲\n", "kinds: 甲\n", "kinds: {甲: 乙}\n"])
def test_what_is_no_list_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        appended(text)

from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from enum import Enum
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.repository import ROOT
from zerenku.catalogue.records import read
from zerenku.model.clause import Assignment, Certainty, Clause, Deadline, Duty
from zerenku.model.plan import Attachment, Plan, PlanKind
from zerenku.model.register import BodyKind, Department
from zerenku.store.yaml_nodes import parse_yaml
from zerenku.store.yaml_writer import SCHEMA_LINE, WIDTH, dump_entries, dump_plan

NASTY = (
    *(
        "",
        " ",
        "~",
        "null",
        "Null",
        "no",
        "On",
        "true",
        "012",
        "0x1F",
        "1e3",
        "12:30:00",
        "2030-03-01",
        "2030-03",
        ".inf",
    ),
    *(
        "=",
        "<<",
        "- 甲",
        "甲: 乙",
        "甲 #乙",
        "#甲",
        "甲:",
        "[甲]",
        "{甲}",
        "&甲",
        "*甲",
        "!甲",
        "|",
        ">-",
        "'甲'",
        '"甲"',
        "%甲",
    ),
    *(
        "甲 乙",
        "甲\n乙",
        "\n甲",
        "甲\n\n",
        " 甲\n 乙 ",
        "\t甲\n乙\t丙",
        "甲\n \n乙",
        "---\n甲",
        "...\n",
        "\\n",
        "甲\r乙",
        "\x85",
        "\u2028甲",
    ),
    *(
        "\ufeff甲",
        "\x00",
        "𠮷县",
        "😀",
        "\u3000甲",
        "甲\u3000",
        "?",
        "? 甲",
        "5#2",
        "¶1",
        "<甲>",
        "`",
        "@",
        "a, b",
        "甲\n# 不是注释\n",
    ),
)
TEXT = st.one_of(
    st.sampled_from(NASTY),
    st.text("甲乙（）一二：，。、 \n\t-#:'\"\\[]{}|>&*!%@`~0123456789年月日", max_size=30),
    st.text(max_size=12),
)


def values(kind: Any) -> st.SearchStrategy[Any]:
    """Values of a declared type."""
    origin, args = get_origin(kind), get_args(kind)
    if origin is Annotated:
        if args[0] is str:
            return st.sampled_from(["2030-03", "2031-12", "2030-03-31"])
        return values(args[0])
    if origin in {Union, UnionType}:
        return st.one_of(*(st.none() if item is NoneType else values(item) for item in args))
    if origin is tuple and args[-1] is Ellipsis:
        return st.lists(values(args[0]), max_size=3).map(tuple)
    if origin is tuple:
        return st.tuples(*map(values, args))
    if isinstance(kind, type) and issubclass(kind, Enum):
        return st.sampled_from(list(kind))
    if is_dataclass(kind):
        return st.deferred(lambda: records(kind))
    simple: dict[Any, st.SearchStrategy[Any]] = {
        str: TEXT,
        bool: st.booleans(),
        int: st.integers(-(2**40), 2**40),
        float: st.floats(allow_nan=False, allow_infinity=False),
        date: st.dates(),
    }
    return simple[kind]


def records(shape: Any) -> st.SearchStrategy[Any]:
    """Records of a class: any field that has a default may keep it, trees end."""
    hints = get_type_hints(shape, include_extras=True)
    needed = {
        item.name: values(hints[item.name]) for item in fields(shape) if item.default is MISSING and item.name != "span"
    }
    free = {
        item.name: values(hints[item.name])
        for item in fields(shape)
        if item.default is not MISSING and item.name not in {"span", "columns"}
    }
    children = {"clauses": st.lists(st.deferred(lambda: records(Clause)), max_size=1).map(tuple)}
    if shape is Clause:
        free |= children
    return st.fixed_dictionaries(needed, optional=free).map(lambda found: shape(**found))


def again(text: str) -> Plan:
    node, findings = parse_yaml(text, file="content/plans/x.yml")
    assert node is not None, f"{findings}\n{text}"
    plan, more = read(node, Plan)
    assert plan is not None, f"{more}\n{text}"
    return plan


def plan(**more: Any) -> Plan:
    head = {
        "id": "liutang-2030",
        "place": "liutang",
        "title": "整治方案",
        "kind": PlanKind.PLAN,
        "issuers": ("镇政府",),
    }
    return Plan(**{"clauses": (), **head, **more})


@settings(max_examples=120)
@given(records(Plan))
def test_any_plan_reads_back_the_same(written: Plan) -> None:
    assert again(dump_plan(written)) == written


@given(TEXT)
def test_any_text_reads_back_the_same_wherever_it_stands(text: str) -> None:
    clause = Clause(mark="一", starts=text, text=text, cites=(text,), notes=(text, text))
    written = plan(
        opening=text, closing=text, clauses=(clause,), attachments=(Attachment(no="附件", title=text, text=text),)
    )
    assert again(dump_plan(written)) == written


@given(TEXT)
def test_other_readers_of_yaml_find_text_too(text: str) -> None:
    dumped = dump_plan(plan(title=text, scope=(text,)))
    node = yaml.compose(dumped, Loader=yaml.SafeLoader)
    assert node is not None
    found = {key.value: value for key, value in node.value}
    assert found["title"].tag == "tag:yaml.org,2002:str"
    assert found["scope"].value[0].tag == "tag:yaml.org,2002:str"


@pytest.mark.parametrize("path", sorted((ROOT / "content" / "plans").glob("*.yml")), ids=lambda path: path.stem)
def test_sources_written_by_hand(path: Any) -> None:
    written = again(path.read_text(encoding="utf-8"))
    assert again(dump_plan(written)) == written


def test_a_source_as_a_person_would_write_it() -> None:
    assignment = Assignment(certainty=Certainty.LEAD, lead=("安办",), support=("各村",), phrase="安办牵头，各村配合")
    duty = Duty(
        obliged=("各村",), subject=(), do="每月报一次", deadlines=(Deadline(date=date(2030, 3, 31), text="3月底前"),)
    )
    child = Clause(mark="1", starts="巡查", text="1．巡查\t记录。\n", assignments=(assignment,), duties=(duty,))
    whole = plan(
        period=("2030-01", "2030-12"),
        opening="  关于印发\n整治方案的通知\n",
        clauses=(Clause(mark="一", heading="任务", starts="任务", text="一、任务\n", clauses=(child,)),),
        closing="柳塘镇人民政府",
    )
    assert dump_plan(whole) == SCHEMA_LINE + (
        "id: liutang-2030\n"
        "place: liutang\n"
        "title: 整治方案\n"
        "kind: 方案\n"
        "issuers: [镇政府]\n"
        'period: ["2030-01", "2030-12"]\n'
        "opening: |2\n"
        "    关于印发\n"
        "  整治方案的通知\n"
        "clauses:\n"
        "  - mark: 一\n"
        "    heading: 任务\n"
        "    starts: 任务\n"
        "    text: |\n"
        "      一、任务\n"
        "    clauses:\n"
        '      - mark: "1"\n'
        "        starts: 巡查\n"
        "        text: |\n"
        "          1．巡查\t记录。\n"
        "        assignments: [{certainty: lead, lead: [安办], support: [各村], phrase: 安办牵头，各村配合}]\n"
        "        duties:\n"
        "          - obliged: [各村]\n"
        "            subject: []\n"
        "            do: 每月报一次\n"
        "            deadlines: [{date: 2030-03-31, text: 3月底前}]\n"
        "closing: |-\n"
        "  柳塘镇人民政府\n"
    )


def test_long_lists_stand_item_by_item() -> None:
    names = tuple(f"青禾县第{number}中学" for number in range(20))
    dumped = dump_plan(plan(addressees=names))
    assert dumped.count("\n  - 青禾县第") == 20
    assert all(len(line) <= WIDTH for line in dumped.splitlines())


def test_entries_of_a_register() -> None:
    entry = Department(id="liutang/anban", name="柳塘镇安办", place="liutang", kind=BodyKind.OFFICE, note="待确认")
    line = "  - {id: liutang/anban, name: 柳塘镇安办, place: liutang, kind: office, note: 待确认}\n"
    assert dump_entries([entry, entry]) == line + line

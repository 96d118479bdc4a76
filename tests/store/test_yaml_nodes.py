import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support import CARET, spots
from zerenku.model.place import Mapping, Node, Scalar, Sequence, Span
from zerenku.store.yaml_nodes import MAX_DEPTH, parse_yaml

FILE = "content/plans/liutang-2030.yml"


def node_of(text: str) -> Node:
    node, findings = parse_yaml(text, file=FILE)
    assert node is not None, findings
    assert findings == []
    return node


def plain(node: Node) -> object:
    match node:
        case Scalar():
            return node.value
        case Sequence():
            return [plain(item) for item in node.items]
        case Mapping():
            return [(key.value, plain(value)) for key, value in node.pairs]


def places(node: Node) -> list[Span]:
    match node:
        case Scalar():
            return [node.span]
        case Sequence():
            return [node.span, *(span for item in node.items for span in places(item))]
        case Mapping():
            inner = [span for key, value in node.pairs for span in (key.span, *places(value))]
            return [node.span, *inner]


@pytest.mark.parametrize(
    "text",
    [
        "‸no: ‸on\n‸number: ‸012\n",
        "‸正文:\n  ‸- ‸甲\n  - ‸{‸乙: ‸丙, ‸丁: ‸}\n",
        "‸词: ‸'引号里的字'\n‸列: ‸[‸一, ‸\"二\"]\n",
        "# 注释\n\n‸键: ‸|\n  多行\n  文字\n‸后: ‸x\n",
        "‸键: ‸一\r\n‸后: ‸二\r\n",
    ],
)
def test_every_node_keeps_its_place(text: str) -> None:
    found = set(places(node_of(text.replace(CARET, ""))))
    assert sorted(found) == list(spots({FILE: text}))


TELLTALE = (
    *("no", "on", "yes", "true", "012", "0x1F", "1_000", "1e3", "2030-03-01", "2030-02-30", "12:30:00"),
    *(".inf", "=", "<<", "100%", "1.50", "Null", "NULL", "〔2030〕", "⑴"),
)


@pytest.mark.parametrize("text", TELLTALE)
def test_scalars_stay_the_text_that_was_written(text: str) -> None:
    expected = None if text in {"Null", "NULL"} else text
    assert plain(node_of(f"键: {text}")) == [("键", expected)]
    assert plain(node_of(f"键: '{text}'")) == [("键", text)]
    if expected:
        assert plain(node_of(f"{text}: 值")) == [(text, "值")]


@pytest.mark.parametrize("text", ["键:", "键: ~", "键: null", "键:   # 只有注释", "{键: }", "键: !!null ''"])
def test_nulls(text: str) -> None:
    assert plain(node_of(text)) == [("键", None)]


@pytest.mark.parametrize("text", ["键: ''", '键: ""', "键: |\n", "键: '~'", "键: 'null'"])
def test_quoted_is_never_null(text: str) -> None:
    assert plain(node_of(text)) in ([("键", "")], [("键", "~")], [("键", "null")])


def test_repeated_keys_are_kept() -> None:
    assert plain(node_of("键: 一\n键: 二\n")) == [("键", "一"), ("键", "二")]


def test_tags_construct_nothing() -> None:
    assert plain(node_of("- !!python/object/apply:os.system [ls]\n- !own 值\n- !!int 甲")) == [["ls"], "值", "甲"]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("一: 1\n二: ‸*jia\n", "yaml-alias"),
        ("一: ‸&jia 值\n二: *jia\n", "yaml-alias"),
        ("一: ‸&jia [值]\n", "yaml-alias"),
        ("一: {<<: ‸*jia}\n", "yaml-alias"),
        ("一: &‸甲 值\n", "yaml-syntax"),
        ("一: 1\n二: 三‸: 四\n", "yaml-syntax"),
        ("一: [1, 2\n二‸: 3\n", "yaml-syntax"),
        ("一: '没有收尾\n‸", "yaml-syntax"),
        ("一: 1\n 二‸: 2\n", "yaml-syntax"),
        ("一: 1\n‸\t二: 2\n", "yaml-syntax"),
        ("一: ‸@甲\n", "yaml-syntax"),
        ("一: ‸`甲`\n", "yaml-syntax"),
        ("一: 1\n‸---\n二: 2\n", "yaml-syntax"),
        ("? ‸[甲]\n: 乙\n", "yaml-syntax"),
        ("一: 1\n二: 甲‸\x07乙\n", "yaml-syntax"),
        ("‸\x00", "yaml-syntax"),
        ("‸", "empty-file"),
        ("‸# 只有注释\n", "empty-file"),
    ],
)
def test_what_cannot_be_read_is_one_finding_with_its_place(text: str, rule: str) -> None:
    node, findings = parse_yaml(text.replace(CARET, ""), file=FILE)
    assert node is None
    assert [finding.rule for finding in findings] == [rule]
    assert [finding.span for finding in findings] == list(spots({FILE: text}))
    assert findings[0].text
    assert findings[0].suggest


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "{? "])
@pytest.mark.parametrize("depth", [MAX_DEPTH + 1, 5_000, 200_000])
def test_deep_nesting_is_refused(opening: str, depth: int) -> None:
    """libyaml's composer recurses in C: unguarded, such a file ends the process."""
    node, findings = parse_yaml(opening * depth, file=FILE)
    assert node is None
    assert [finding.rule for finding in findings] == ["yaml-depth"]


def test_nesting_that_a_plan_may_have() -> None:
    assert plain(node_of("[" * MAX_DEPTH + "]" * MAX_DEPTH)) is not None


@given(st.text("ab:-[]{}&*!|>'\"#%@`?, \n\t一、～\x00\x85\u2028\ufeff", max_size=40))
def test_any_text_is_read_or_reported(text: str) -> None:
    node, findings = parse_yaml(text, file=FILE)
    assert (node is None) == (len(findings) == 1)

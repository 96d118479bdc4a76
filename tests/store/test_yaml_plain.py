"""The short way to a record gives what the long way gives, place for place, or nothing."""

from dataclasses import fields, is_dataclass

import pytest

from tests.repository import ROOT
from zerenku.catalogue.records import read, read_plain
from zerenku.model.place import Span
from zerenku.model.plan import Plan
from zerenku.store.yaml_nodes import MAX_DEPTH, parse_yaml
from zerenku.store.yaml_plain import LONGEST_LINE, MOST_BRACKETS, plain_yaml

PLANS = sorted((ROOT / "content/plans").glob("*.yml"))


def spans(value: object) -> list[Span]:
    """Every place in a record, which comparing records leaves out."""
    if isinstance(value, tuple):
        return [span for item in value for span in spans(item)]
    if is_dataclass(value) and not isinstance(value, type):
        inner = [span for item in fields(value) for span in spans(getattr(value, item.name))]
        return [value, *inner] if isinstance(value, Span) else inner
    return []


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_both_ways_give_the_same(path: object) -> None:
    assert hasattr(path, "read_text")
    text = path.read_text(encoding="utf-8")
    node, _ = parse_yaml(text, file="a.yml")
    assert node is not None
    long, _ = read(node, Plan)
    short = read_plain(plain_yaml(text, file="a.yml"), Plan)
    assert short == long
    assert spans(short) == spans(long)


def test_scalars_stay_text_and_folded_lines_join_as_chinese_does() -> None:
    text = "no: on\nzero: 012\nnone: ~\nempty:\nquoted: '~'\nfolded: 一行\n  又一行 and more\nblock: |\n  一 行\n"
    found = plain_yaml(text, file="a.yml")
    assert isinstance(found, dict)
    assert found.pop("span") == Span("a.yml", 1, 1)
    assert found == {
        "no": "on",
        "zero": "012",
        "none": None,
        "empty": None,
        "quoted": "~",
        "folded": "一行又一行 and more",
        "block": "一 行\n",
    }


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a: [",
        "a: &x 1\nb: *x\n",
        "a: 1\na: 2\n",
        "span: 1\n",
        "? [a]\n: 1\n",
        "[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1),
        "[" * (MOST_BRACKETS + 1),
        "a: " + "x" * LONGEST_LINE,
        "- " * LONGEST_LINE,
    ],
    ids=["empty", "syntax", "alias", "twice", "reserved", "no key", "deep", "brackets", "long", "dashes"],
)
def test_whatever_is_unusual_takes_the_long_way(text: str) -> None:
    assert plain_yaml(text, file="a.yml") is None


def test_the_same_name_is_the_same_object_in_all_files() -> None:
    one, other = (plain_yaml("who: [青禾县柳塘镇, 各村]\n", file=file) for file in ("a.yml", "b.yml"))
    assert isinstance(one, dict)
    assert isinstance(other, dict)
    assert [id(name) for name in one["who"]] == [id(name) for name in other["who"]]

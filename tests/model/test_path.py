import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zerenku.model.numerals import int_to_chinese
from zerenku.model.path import BOOKMARK_LIMIT, CIRCLED, ClausePath, anchor_of, bookmark_of

NUMBER = st.integers(1, 99)
HAN = NUMBER.map(int_to_chinese)
MARK = st.one_of(
    HAN,
    HAN.map("（{}）".format),
    NUMBER.map(str),
    NUMBER.map("（{}）".format),
    st.sampled_from(CIRCLED),
    NUMBER.map("¶{}".format),
    st.tuples(HAN, st.sampled_from("编章节条")).map("第{0[0]}{0[1]}".format),
)
ELEMENT = st.one_of(MARK, st.tuples(MARK, st.integers(2, 9)).map("{0[0]}#{0[1]}".format))
ANNEX = st.one_of(st.just("附件"), NUMBER.map("附件{}".format))


@pytest.mark.parametrize(
    ("written", "anchor", "citation"),
    [
        ("附件2/二/（二）/6/（1）", "fj2-2-2-6-1", "附件2 二（二）6（1）"),
        ("附件4/二/（一）/2", "fj4-2-1-2", "附件4 二（一）2"),
        ("附件/1", "fj-1", "附件 1"),
        ("四/（二）/¶1", "4-2-p1", "四（二）第1段"),
        ("二/5#2", "2-5x2", "二5（第2处）"),
        ("第一章/第十二条", "z1-t12", "第一章第十二条"),
        ("第二编/第三节", "b2-j3", "第二编第三节"),
        ("三/①/⑳", "3-1-20", "三①⑳"),
        ("1/2/3", "1-2-3", "1．2．3"),
        ("一/A", "1-l1", "一A"),
        ("一/（一）/b", "1-1-l2", "一（一）b"),
        ("五/5#2/1", "5-5x2-1", "五5（第2处）1"),
        ("（十）", "10", "（十）"),
        ("¶3", "p3", "第3段"),
    ],
)
def test_print_anchor_and_citation(written: str, anchor: str, citation: str) -> None:
    path = ClausePath.parse(written)
    assert str(path) == written
    assert path.anchor == anchor
    assert path.citation == citation


@given(st.lists(ELEMENT, min_size=1, max_size=5), st.none() | ANNEX)
def test_parse_and_print_are_inverse(marks: list[str], annex: str | None) -> None:
    elements = ((annex,) if annex else ()) + tuple(marks)
    path = ClausePath(elements)
    assert ClausePath.parse(str(path)) == path
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", path.anchor)
    assert path.anchor.count("-") == len(elements) - 1
    assert path.citation


@given(st.lists(ELEMENT, min_size=1, max_size=3), ELEMENT)
def test_child_adds_one_element(marks: list[str], mark: str) -> None:
    path = ClausePath(tuple(marks))
    assert str(path.child(mark)) == f"{path}/{mark}"
    assert path.child(mark).anchor.startswith(f"{path.anchor}-")


ENDLESS = "9" * 5000  # more digits than int() takes
MALFORMED = (
    *("", "一、", "(一)", "（）", "第一", "第1条", "甲", "附件一", "附件１", "１", "¶", "¶一", "㉑", "零", "一二十"),
    *("5#", "5#1", "5#0", "5#二", "5#2#3", "#2", " 1", "1 ", "1\n", "九九九", ENDLESS, f"5#{ENDLESS}"),
)


@pytest.mark.parametrize("element", MALFORMED, ids=lambda element: repr(element[:8]))
def test_malformed_element(element: str) -> None:
    assert anchor_of(element) is None
    with pytest.raises(ValueError):
        ClausePath.parse(element)
    with pytest.raises(ValueError):
        ClausePath.parse(f"一/{element}/2")
    with pytest.raises(ValueError):
        _ = ClausePath(("一", element)).anchor


@given(st.text(max_size=8))
def test_any_text_is_a_path_or_a_value_error(text: str) -> None:
    try:
        path = ClausePath.parse(text)
    except ValueError:
        return
    assert str(path) == text
    assert path.anchor.isascii()


def test_bookmark() -> None:
    assert bookmark_of("qinghe-2030/4-2-p1") == "_qinghe_2030_4_2_p1"
    longest = "a" * (BOOKMARK_LIMIT - 1)
    assert len(bookmark_of(longest)) == BOOKMARK_LIMIT == 40
    with pytest.raises(ValueError, match=f"{longest}b"):
        bookmark_of(f"{longest}b")

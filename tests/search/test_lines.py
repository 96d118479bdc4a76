"""Texts as an engine that splits at blanks gets them."""

from __future__ import annotations

from search.analyzer import plain
from search.engines.lines import Lines, kept_names


def test_names_that_overlap_are_all_found() -> None:
    names = ["消防安全", "安全管理人员", "消防安全管理", "管理人员", "疏散通道", "安全"]
    _, _, held = Lines(names).fields([plain("消防安全管理人员"), plain("清理疏散通道")])
    assert sorted(held.split()) == sorted(["消防安全", "安全管理人员", "消防安全管理", "管理人员", "疏散通道"])


def test_a_name_does_not_reach_over_two_lines() -> None:
    assert Lines(["疏散通道"]).fields(["疏散\n通道", "疏散", "通道"])[2] == ""


def test_only_names_of_three_han_characters_and_more_are_words() -> None:
    assert kept_names(["消防", "消防车", plain("GB 30871"), plain("A级企业")]) == {"消防车"}


def test_units_keep_their_order_where_a_number_stands_among_them() -> None:
    units, pairs, _ = Lines([]).fields([plain("每月15日"), plain("月月查"), plain("每季5日")])
    assert units.split(" | ") == ["月 查", "每 月 15 日", "每 季 5 日"]
    assert pairs == "每月 月 15 日 | 月月 月查 查 | 每季 季 5 日"

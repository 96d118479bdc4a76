"""Names for a did-you-mean."""

from __future__ import annotations

from search.lexicon import Group, Lexicon, WordKind
from search.nearest import NEAREST, NearestNames


def group(name: str, *variants: str, kind: WordKind = WordKind.TERM) -> Group:
    return Group(kind, name, name, variants or (name,))


def test_those_that_share_most_come_first_each_once() -> None:
    names = NearestNames(
        Lexicon(
            [
                group("木工车间"),
                group("木粉尘", "粉尘", "锯末"),
                group("锯末"),
                group("每月", "每月", kind=WordKind.EVERY),
                group("桑园镇"),
            ]
        )
    )
    assert names.of("木工棚") == ("木工车间",)
    assert names.of("车间的粉尘") == ("木粉尘", "木工车间")
    assert names.of("锯末") == ("木粉尘", "锯末")
    assert names.of("每月") == ()
    assert names.of("") == ()


def test_only_so_many() -> None:
    names = NearestNames(Lexicon(group(f"{char}安全") for char in "甲乙丙丁戊己庚"))
    assert names.of("安全") == tuple(f"{char}安全" for char in "甲乙丙丁戊己庚")[:NEAREST]

from __future__ import annotations

import pytest

from search.lexicon import Group, Lexicon, WordKind, variants_of
from search.question import read_path, understand
from search.searcher import Searcher
from search.vocabulary import FREQUENCY_WORDS, PAPER_KINDS, Asks
from zerenku.model.clause import Every
from zerenku.model.plan import PlanKind


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("二（三）5", "二/（三）/5"),
        ("二(三)5", "二/（三）/5"),
        ("二、（三）5．", "二/（三）/5"),
        ("附件4二（一）2", "附件4/二/（一）/2"),
        ("附件4/二/（一）/2", "附件4/二/（一）/2"),
        ("四（二）第1段", "四/（二）/¶1"),
        ("第三章第十二条", "第三章/第十二条"),
        ("5", ""),
        ("2030", ""),
        ("三同时", ""),
        ("三年行动", ""),
        ("", ""),
    ],
)
def test_read_path(text: str, path: str) -> None:
    assert "/".join(read_path(text)) == path


@pytest.mark.parametrize(
    ("text", "asks", "rest"),
    [
        ("木粉尘谁负责", Asks.OWNER, ["木粉尘"]),
        ("到底谁牵头清理木粉尘", Asks.OWNER, ["清理", "木粉尘"]),
        ("木粉尘归谁管", Asks.OWNER, ["木粉尘"]),
        ("木粉尘的牵头单位是", Asks.OWNER, ["木粉尘"]),
        ("木粉尘找哪个部门", Asks.OWNER, ["木粉尘"]),
        ("多久查一次木粉尘", Asks.FREQUENCY, ["木粉尘", "查"]),
        ("木粉尘一年几次", Asks.FREQUENCY, ["木粉尘"]),
        ("木粉尘什么时候前清理完成", Asks.DEADLINE, ["木粉尘", "清理"]),
        ("木粉尘检查比例是多少", Asks.QUOTA, ["木粉尘", "检查"]),
        ("木器厂要做什么", Asks.DUTY, ["木器厂"]),
        ("木粉尘", None, ["木粉尘"]),
        ("谁负责", Asks.OWNER, ["谁负责"]),
    ],
)
def test_asking_forms_are_recognised_and_cut_off(
    searcher: Searcher, text: str, asks: Asks | None, rest: list[str]
) -> None:
    question = understand(text, searcher.lexicon)
    assert question.asks == asks
    assert sorted(piece.plain for piece in question.pieces) == sorted(rest)


def test_names_are_understood(searcher: Searcher) -> None:
    question = understand("柳塘镇的县应急局每月做什么", searcher.lexicon)
    assert [place.id for place in question.places] == ["liutang"]
    assert [department.id for department in question.departments] == ["qinghe/yingji"]
    assert question.every == ("month",)
    assert question.asks == Asks.DUTY


def test_the_longest_name_wins(searcher: Searcher) -> None:
    question = understand("青禾县应急管理局", searcher.lexicon)
    assert not question.places
    assert [department.id for department in question.departments] == ["qinghe/yingji"]


def test_one_character_names_are_no_words(searcher: Searcher) -> None:
    assert not searcher.lexicon.of("县")


def test_a_long_question_is_cut(searcher: Searcher) -> None:
    assert len(understand("尘" * 500, searcher.lexicon).text) == 200


def test_neighbouring_numbers_share_their_fence() -> None:
    lexicon = Lexicon([Group(WordKind.STANDARD, "a", "A", variants_of(["GB 12"]))])
    assert [word for word, _ in lexicon.cut(" gb 12 34 号")] == [" gb 12 ", " 34 号"]


def test_lexicon_round_trip(searcher: Searcher) -> None:
    assert Lexicon.load(searcher.lexicon.dump()).groups == searcher.lexicon.groups


def test_vocabulary_covers_the_model() -> None:
    assert [every for every, _ in FREQUENCY_WORDS] == [every.value for every in Every]
    assert set(PAPER_KINDS) == {kind.value for kind in PlanKind}

"""Words that are misspelt, or typed by their sound."""

from __future__ import annotations

from dataclasses import replace

import pytest

from search.cutting import Cutter
from search.lexicon import Group, Lexicon, WordKind
from search.question import Piece, understand
from search.searcher import Searcher
from search.sounds import sounds_of


def lexicon(*names: str) -> Lexicon:
    return Lexicon(replace(Group(WordKind.TERM, name, name, (name,)), sounds=sounds_of((name,))) for name in names)


def test_sounds_are_by_syllable() -> None:
    assert sounds_of(("消防通道", "重点行业", "GB 12")) == ("xiao fang tong dao", "zhong dian hang ye", "")


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("xiaofangtongdao", (("消防通道",),)),
        ("xftd", (("消防通道",),)),
        ("cheku", (("车库",),)),
        ("ck", ()),
        ("xiaofangtongdaocheku", (("消防通道",), ("车库",))),
        ("xiaofangtongdaos", ()),
        ("wenjian", ()),
        ("xiaofang", (("消防",),)),
    ],
)
def test_words_by_sound(typed: str, words: tuple[tuple[str, ...], ...]) -> None:
    assert lexicon("消防通道", "车库").spelt(typed) == words


def test_letters_that_can_be_cut_in_countless_ways_are_read_at_once() -> None:
    """木工车间 may be cut after 木工, each time that it is there."""
    known = lexicon("木工", "车间", "木工车间")
    asked: list[str] = []
    heard = known.heard

    def counted(typed: str) -> tuple[str, ...]:
        asked.append(typed)
        return heard(typed)

    known.heard = counted  # type: ignore[method-assign]
    typed = "mugongchejian" * 14
    assert known.spelt(f"{typed}qzq") == ()
    assert len(asked) < len(typed) ** 2
    assert known.spelt(typed) == (("木工车间",),) * 14


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("消房通道", (("消房通道", "消防通道"),)),
        ("小区消房通道堵了", (("消房通道", "消防通道"),)),
        ("消防通道", ()),
        ("消房过道", ()),
        ("车裤", ()),
    ],
)
def test_words_with_one_wrong_character(text: str, near: tuple[tuple[str, str], ...]) -> None:
    assert lexicon("消防通道", "车库").near(text) == near


def test_every_word_one_character_away_is_near() -> None:
    words = (
        "消防通道",
        "消防车道",
        "通道",
        "消防",
        "开工第一课",
        "gb 30871 条",
        "第 12 条",
        "一二三四五六七八九十" * 2,
    )
    known = lexicon(*words)
    for text in (
        *words,
        "消方通道和消防车到",
        "开工第二课",
        "第 13 条",
        "一二三四五六七八九拾" + "一二三四五六七八九十",
    ):
        expected = {
            (stretch, word)
            for word in words
            for at in range(len(text))
            for stretch in [text[at : at + len(word)]]
            if len(word) > 2
            and len(stretch) == len(word)
            and [one >= "一" <= other for one, other in zip(stretch, word, strict=True) if one != other] == [True]
        }
        found = known.near(text)
        assert set(found) == expected
        assert [len(word) for _, word in found] == sorted((len(word) for _, word in found), reverse=True)


def test_a_heading_is_typed_by_sound_and_misspelt(searcher: Searcher) -> None:
    """清理积尘 is a heading and no word of the registers."""
    assert not searcher.lexicon.of("清理积尘")
    for typed in ("qinglijichen", "qljc", "清里积尘"):
        assert searcher.search(typed).hits[0].document.heading == "清理积尘", typed


def test_what_the_clauses_join_is_not_mended(searcher: Searcher) -> None:
    hits = searcher.search("木粉尘").hits
    assert all(hit.tier.value == "exact" for hit in hits)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("xiaofang tongdao", ("消防通道",)),
        ("xiao fang tong dao cheku", ("消防通道", "车库")),
        ("cheku xftd", ("车库", "消防通道")),
        ("cheku chongdian", ("车库", " chongdian ")),
    ],
)
def test_latin_words_beside_each_other_spell_one_word(typed: str, words: tuple[str, ...]) -> None:
    known = lexicon("消防通道", "车库")
    question = understand(typed, known)
    mended = Cutter(known, "".count).mend(question.core, question.pieces)
    assert tuple(piece.plain for piece in mended) == words


@pytest.mark.parametrize(
    ("typed", "heard", "word"),
    [
        # Known words are what was meant, however like another.
        ("木工厂", (), "木工厂"),
        # 消防 is in some clause, 消防栓 in none: what stands beside 消防 may be anything.
        ("消防课", ("消防",), "消防课"),
        # Nor is it a sign of 消防栓 where no clause has 消防 at all.
        ("消防课", (), "消防课"),
        ("消防课", ("消防", "防栓"), "消防栓"),
        ("消仿栓", ("消防",), "消防栓"),
        # 工厂 is a word of its own, whatever stands before it.
        ("小工厂", (), "小工厂"),
    ],
)
def test_what_is_taken_for_a_slip(typed: str, heard: tuple[str, ...], word: str) -> None:
    known = lexicon("木工厂", "化工厂", "消防栓", "工厂")
    (mended,) = Cutter(known, lambda term: int(term in heard)).mend(typed, (Piece(typed, known.of(typed)),))
    assert mended.plain == word


@pytest.mark.parametrize(("often", "word"), [(5, "安全员"), (6, "安全帽")])
def test_what_stands_beside_much_else_is_no_sign_of_a_word(often: int, word: str) -> None:
    """安全 in six clauses, 全员 in one: 安全帽 is not 安全员 misspelt."""
    counts = {"安全": often, "全员": 1}
    (mended,) = Cutter(lexicon("安全员"), lambda term: counts.get(term, 0)).mend("安全帽", (Piece("安全帽"),))
    assert mended.plain == word

from __future__ import annotations

import pytest

from search.lexicon import Group, Lexicon, WordKind, variants_of
from search.paths import read_path
from search.question import understand
from search.searcher import Searcher
from search.traditional import TRADITIONAL_PAIRS
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
        ("四（二）第一段", "四/（二）/¶1"),
        ("第三章第十二条", "第三章/第十二条"),
        ("5", ""),
        ("2030", ""),
        ("第五部分第17条", "五/17"),
        ("附件二（一）", "附件2/（一）"),
        ("附件十", "附件10"),
        ("附件十二（一）", "附件12/（一）"),
        ("附件二十", "附件20"),
        ("第12部分（一）", "十二/（一）"),
        ("（2030）8", ""),
        ("第17条", "17"),
        ("附件8的二（一）1", "附件8/二/（一）/1"),
        ("附件四二（一）", "附件4/二/（一）"),
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


@pytest.mark.parametrize(
    ("text", "path", "places"),
    [
        ("柳塘二(一)3", "二/（一）/3", ["liutang"]),
        ("柳塘 附件4 二（一）3", "附件4/二/（一）/3", ["liutang"]),
        ("青禾四、（二）谁负责", "四/（二）", ["qinghe"]),
        ("青应急(2030)8号", "", []),
        ("青禾第13条", "13", ["qinghe"]),
        ("安全生产法第13条", "", []),
        ("三年行动一年几次", "", []),
    ],
)
def test_a_path_is_seen_inside_a_question(searcher: Searcher, text: str, path: str, places: list[str]) -> None:
    question = understand(text, searcher.lexicon)
    assert "/".join(question.path) == path
    assert [place.id for place in question.places] == places


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("木粉尘啥时候清", Asks.DEADLINE),
        ("木粉尘清理几时做完", Asks.DEADLINE),
        ("木粉尘最多能放多久", Asks.QUOTA),
        ("木粉尘几个月清一次", Asks.FREQUENCY),
        ("木粉尘谁附责", Asks.OWNER),
        ("木粉尘清理由哪个局牵头", Asks.OWNER),
        ("木粉尘专项整治 牵头", Asks.OWNER),
        ("木粉尘要怎么清", Asks.DUTY),
        ("木粉尘要不要清", Asks.DUTY),
        ("木粉尘有哪几样", Asks.DUTY),
        ("木粉尘归谁搞", Asks.OWNER),
        ("木粉尘哪个去清", Asks.OWNER),
        ("木粉尘该找哪个", Asks.OWNER),
        ("木粉尘哪几家一起管", Asks.OWNER),
        ("木粉尘谁说了算", Asks.OWNER),
        ("木粉尘谁担责", Asks.OWNER),
        ("木粉尘几年内清完", Asks.DEADLINE),
        ("木粉尘的期限是多久", Asks.DEADLINE),
        ("木粉尘清理要到哪一天", Asks.DEADLINE),
        ("清木粉尘最少几人", Asks.QUOTA),
        ("木粉尘的要求是什么", Asks.DUTY),
        ("清木粉尘有啥讲究", Asks.DUTY),
        ("木粉尘在哪一条", Asks.DUTY),
        ("木粉尘 gui shui guan", Asks.OWNER),
        ("木粉尘 na ge bumen", Asks.OWNER),
        ("木粉尘 shenme shihou", Asks.DEADLINE),
        ("木粉尘 duo jiu yi ci", Asks.FREQUENCY),
        ("木粉尘 yao zuo shenme", Asks.DUTY),
        ("照哪个标准清木粉尘", None),
    ],
)
def test_more_asking_forms(searcher: Searcher, text: str, asks: Asks | None) -> None:
    question = understand(text, searcher.lexicon)
    assert question.asks == asks
    assert "木粉尘" in [piece.plain for piece in question.pieces]


@pytest.mark.parametrize(
    "text",
    ["照哪个标准清木粉尘", "清木粉尘按什么规范", "清木粉尘依据是什么", "清木粉尘用哪个国标", "哪个文件要求清木粉尘"],
)
def test_who_asks_for_a_standard_is_heard(searcher: Searcher, text: str) -> None:
    question = understand(text, searcher.lexicon)
    assert question.cites
    assert [piece.plain for piece in question.pieces if piece.strong] == ["木粉尘"]
    assert not understand("木粉尘有什么要求", searcher.lexicon).cites


def test_every_form_of_asking_is_cut_off(searcher: Searcher) -> None:
    question = understand("最迟哪天清木粉尘", searcher.lexicon)
    assert [piece.plain for piece in question.pieces] == ["清", "木粉尘"]


def test_a_day_of_the_month_is_read_as_papers_write_it(searcher: Searcher) -> None:
    assert "15 日" in understand("每月15号报木粉尘", searcher.lexicon).core
    assert "8 号" in understand("青应急〔2030〕8号", searcher.lexicon).core


def test_beside_a_date_a_single_character_is_not_looked_for(searcher: Searcher) -> None:
    question = understand("2031年3月要交什么", searcher.lexicon)
    assert (question.pieces, question.core) == ((), "")
    assert question.when is not None


def test_departments_are_called_without_their_place(searcher: Searcher) -> None:
    question = understand("应急局做什么", searcher.lexicon)
    assert [department.id for department in question.departments] == ["qinghe/yingji"]


def test_a_latin_word_alone_is_a_name() -> None:
    assert variants_of(["KTV", "省", "A级"]) == (" ktv ", " a 级")


def test_traditional_characters_are_read(searcher: Searcher) -> None:
    question = understand("電動自行車誰負責", searcher.lexicon)
    assert question.simplified
    assert question.asks == Asks.OWNER
    assert [piece.plain for piece in question.pieces] == ["电动自行车"]
    assert not understand("电动自行车谁负责", searcher.lexicon).simplified


def test_no_traditional_character_is_a_simplified_one_too() -> None:
    assert set(TRADITIONAL_PAIRS[::2]).isdisjoint(TRADITIONAL_PAIRS[1::2])
    assert len(set(TRADITIONAL_PAIRS[::2])) == len(TRADITIONAL_PAIRS) // 2


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

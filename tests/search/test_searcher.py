from __future__ import annotations

import pytest

from search.analyzer import plain, query_terms
from search.engine import Area, Filters, Wanted
from search.schema import documents
from search.searcher import Searcher
from search.vocabulary import Tier
from tests.search.cases import cases
from zerenku.catalogue.catalogue import Catalogue


@pytest.mark.parametrize("case", cases("questions"), ids=lambda case: case["query"])
def test_questions(searcher: Searcher, case: dict[str, str]) -> None:
    result = searcher.search(case["query"])
    first = result.hits[0] if result.hits else None
    assert (first.tier.value if first else "") == case["tier"]
    assert (first.document.anchor if first else "") == case.get("first", "")
    if "do" in case:
        assert first is not None
        assert first.duty is not None
        assert first.duty.do == case["do"]
    assert (result.question.asks or "") == case.get("asks", "")
    assert str(result.total) == case.get("total", str(result.total))


def test_tiers_come_strict_before_loose(searcher: Searcher) -> None:
    """But for an answer to what is asked, where the stricter tiers have none."""
    order = list(Tier)
    for case in cases("questions"):
        hits = searcher.search(case["query"]).hits
        leading = [hit for hit in hits if hit.answers and hit.tier == hits[0].tier]
        others = [hit for hit in hits if hit not in leading]
        tiers = [order.index(hit.tier) for hit in others]
        assert tiers == sorted(tiers), case["query"]
        stricter = [hit for hit in others if leading and order.index(hit.tier) < order.index(leading[0].tier)]
        assert not any(hit.answers for hit in stricter), case["query"]


def test_an_answer_goes_ahead_inside_its_tier(searcher: Searcher) -> None:
    hits = searcher.search("电动自行车期限").hits
    assert [(hit.document.anchor, hit.tier, hit.answers) for hit in hits] == [
        ("liutang-2031/2", Tier.EXACT, True),
        ("qinghe-2030/2-2", Tier.EXACT, False),
    ]
    assert not any(hit.answers for hit in searcher.search("电动自行车").hits)


def test_scope_answers_where_the_words_themselves_do_not(searcher: Searcher) -> None:
    hits = searcher.search("木器厂多久查一次").hits
    assert [(hit.document.anchor, hit.tier, hit.answers) for hit in hits] == [
        ("qinghe-2030/2-3", Tier.ALIAS, True),
        ("qinghe-2030/2-1", Tier.ALL, False),
        ("qinghe-2030/1", Tier.ALIAS, False),
    ]


def test_what_is_merely_near_is_no_answer(searcher: Searcher) -> None:
    hits = searcher.search("自查表 瓷砖 月球 谁负责").hits
    assert {hit.tier for hit in hits} == {Tier.CLOSE}
    assert not any(hit.answers for hit in hits)
    assert all(0 < hit.covers < 1 for hit in hits)


def test_plans_that_have_run_out_go_after_those_in_force(searcher: Searcher) -> None:
    """The same words stand in a plan of 2030 and in one of 2031."""
    both = searcher.search("电动自行车", today="2030-06-01").hits
    assert [(hit.document.plan, hit.expired) for hit in both] == [("qinghe-2030", False), ("liutang-2031", False)]
    later = searcher.search("电动自行车", today="2031-06-01").hits
    assert [(hit.document.plan, hit.expired) for hit in later] == [("liutang-2031", False), ("qinghe-2030", True)]
    assert not any(hit.expired for hit in searcher.search("电动自行车").hits)


def test_a_month_is_counted_from_the_day_of_asking(searcher: Searcher) -> None:
    due = searcher.search("下个月有什么要做", today="2031-02-10").hits
    assert [hit.document.anchor for hit in due] == ["liutang-2031/2"]
    assert not searcher.search("下个月有什么要做", today="2031-03-10").hits


@pytest.mark.parametrize(
    "part", ["木粉尘", "2030年6月底前", "每月", "一", "GB 99999", "、", "企业照表查", "县应急管理局"]
)
def test_the_engine_finds_a_phrase_exactly_where_it_is_written(
    searcher: Searcher, catalogue: Catalogue, part: str
) -> None:
    wanted = query_terms(part)
    if not wanted:
        assert not plain(part)
        return
    found = searcher.reader.find(Wanted(groups=((wanted,),)), limit=50)
    written = [item.anchor for item in documents(catalogue) if any(plain(part) in text for text in item.content)]
    assert sorted(item.anchor for item in found.documents) == sorted(written)
    assert found.total == len(written)


def test_no_phrase_reaches_over_two_fields(searcher: Searcher) -> None:
    # 按月自查 is a heading, 县应急管理局 begins the summary below it.
    assert not searcher.reader.find(Wanted(groups=((query_terms("自查县应"),),)), limit=5).total


def test_a_minimum_of_groups_is_counted(searcher: Searcher) -> None:
    groups = tuple(((term,),) for term in ("隐患", "排查", "月球"))
    assert not searcher.reader.find(Wanted(groups=groups), limit=5).total
    assert searcher.reader.find(Wanted(groups=groups, minimum=2), limit=5).total == 2
    narrow = Filters(plans=("qinghe-2030",))
    assert searcher.reader.find(Wanted(groups=groups, minimum=2, filters=narrow), limit=5).total == 1


def test_what_the_plan_shares_is_another_area(searcher: Searcher) -> None:
    number = ((query_terms("青应急〔2030〕8号"),),)
    assert searcher.reader.find(Wanted(groups=number), limit=50).total == 0
    assert searcher.reader.find(Wanted(groups=number, area=Area.SHARED), limit=50).total == 7
    assert searcher.reader.find(Wanted(groups=number, area=Area.ANYWHERE), limit=50).total == 7


@pytest.mark.parametrize(
    ("filters", "anchors"),
    [
        (Filters(departments=("qinghe/gongan",)), ["qinghe-2030/2-2"]),
        (Filters(departments=("liutang/anban",)), ["liutang-2031/2"]),
        (Filters(places=("qinghe",)), ["liutang-2031/2", "qinghe-2030/2-2"]),
        (Filters(places=("liutang",)), ["liutang-2031/2"]),
        (Filters(places=("wutong",)), []),
        (Filters(plans=("qinghe-2030",)), ["qinghe-2030/2-2"]),
        (Filters(kinds=("意见",)), ["liutang-2031/2"]),
        (Filters(enterprises=("zhuzao",)), []),
        (Filters(due_before="2031-03-31"), ["liutang-2031/2"]),
        (Filters(due_before="2031-03-30"), []),
        (Filters(places=("qinghe",), kinds=("方案",)), ["qinghe-2030/2-2"]),
    ],
    ids=repr,
)
def test_filters(searcher: Searcher, filters: Filters, anchors: list[str]) -> None:
    found = searcher.search("电动自行车", filters=filters)
    assert sorted(hit.document.anchor for hit in found.hits) == anchors


@pytest.mark.parametrize(
    ("filters", "do"),
    [
        (Filters(), "报送整治进度表。"),
        (Filters(due_before="2030-12-31"), "报送全年总结。"),
    ],
    ids=repr,
)
def test_the_duty_shown_is_one_that_passes_the_filters(searcher: Searcher, filters: Filters, do: str) -> None:
    duty = searcher.search("工作要求", filters=filters).hits[0].duty
    assert duty is not None
    assert duty.do == do


def test_pages_follow_one_another(searcher: Searcher) -> None:
    whole = searcher.search("青应急〔2030〕8号", limit=50)
    assert whole.next is None
    first = searcher.search("青应急〔2030〕8号", limit=3)
    assert (len(first.hits), first.next, first.total) == (3, 3, 7)
    second = searcher.search("青应急〔2030〕8号", limit=3, offset=3)
    assert [hit.document.anchor for hit in (*first.hits, *second.hits)] == [
        hit.document.anchor for hit in whole.hits[:6]
    ]
    assert searcher.search("青应急〔2030〕8号", limit=3, offset=6).next is None


def test_equal_scores_keep_text_order(searcher: Searcher) -> None:
    hits = searcher.search("青应急〔2030〕8号", limit=50).hits
    assert [hit.document.order for hit in hits] == sorted(hit.document.order for hit in hits)


def test_a_clause_without_duties_says_less_about_what_to_do(searcher: Searcher) -> None:
    asked, plainly = searcher.search("木粉尘要做什么"), searcher.search("木粉尘")
    scores = [{hit.document.anchor: hit.score for hit in result.hits} for result in (asked, plainly)]
    assert scores[0]["qinghe-2030/1"] < scores[1]["qinghe-2030/1"]
    assert scores[0]["qinghe-2030/2-1"] == scores[1]["qinghe-2030/2-1"]


def test_a_path_is_not_looked_for_by_what_is_near(searcher: Searcher) -> None:
    assert searcher.search("青禾 九（九）").tried == (Tier.EXACT,)

from __future__ import annotations

import click
import pytest

from search import printing
from search.answer import rivals, search_json, who, who_json
from search.explain import reasons
from search.printing import search_lines, who_lines
from search.searcher import Searcher
from zerenku.catalogue import wording

HIT_KEYS = {"plan", "path", "anchor", "heading", "summary", "duty", "lead", "support", "certainty", "deadlines"} | {
    "tier",
    "score",
}


def told(searcher: Searcher, question: str) -> str:
    return click.unstyle("\n".join(who_lines(who(searcher, question))))


def test_shape_of_a_search(searcher: Searcher) -> None:
    answer = search_json(searcher.search("柳塘 电动自行车 谁负责"))
    assert set(answer) == {"query", "understood", "hits", "total", "at_least", "next"}
    assert answer["query"] == "柳塘 电动自行车 谁负责"
    assert answer["understood"]["places"] == ["柳塘镇"]
    assert answer["understood"]["asks"] == "owner"
    assert answer["understood"]["departments"] == []
    (hit,) = answer["hits"]
    assert set(hit) >= HIT_KEYS
    assert hit["plan"] == "liutang-2031"
    assert hit["path"] == ["二"]
    assert hit["url"] == "plans/liutang-2031.html#2"
    assert hit["deadlines"] == ["2031-03-31"]
    assert (answer["total"], answer["at_least"], answer["next"]) == (1, False, None)


def test_a_clear_lead(searcher: Searcher) -> None:
    answer = who_json(who(searcher, "木粉尘收集装置谁牵头检查"))["answer"]
    assert answer["lead"] == ["青禾县应急管理局"]
    assert answer["support"] == ["青禾县消防救援大队"]
    assert answer["certainty"] == "lead"
    assert answer["deadlines"] == ["2030-06-30"]
    assert answer["citation"] == "《青禾县木器行业整治方案》二（一）"
    shown = told(searcher, "木粉尘收集装置谁牵头检查")
    assert "责任　牵头：青禾县应急管理局；配合：青禾县消防救援大队" in shown
    assert "时限　2030年6月30日前" in shown
    assert "出处　《青禾县木器行业整治方案》二（一） 清理积尘" in shown
    assert "指标　检查覆盖面：100%" in shown
    assert "佐证　检查记录" in shown


def test_joint_owners_are_no_lead(searcher: Searcher) -> None:
    answer = who_json(who(searcher, "车间里违规充电谁管"))["answer"]
    assert answer["certainty"] == "joint"
    assert answer["lead"] == ["青禾县公安局", "青禾县住房和城乡建设局"]
    shown = told(searcher, "车间里违规充电谁管")
    assert "责任　未明确牵头（按职责分工：青禾县公安局、青禾县住房和城乡建设局）" in shown
    assert "牵头：" not in shown


def test_a_collective_is_no_lead(searcher: Searcher) -> None:
    answer = who_json(who(searcher, "谁负责广播和海报"))["answer"]
    assert answer["certainty"] == "collective"
    assert answer["lead"] == ["青禾县各相关部门"]
    assert "责任　未明确牵头（" in told(searcher, "谁负责广播和海报")


def test_no_owner_in_the_text_names_the_subject(searcher: Searcher) -> None:
    answer = who_json(who(searcher, "企业每月隐患排查"))["answer"]
    assert answer["certainty"] == "none"
    assert answer["lead"] == []
    assert answer["subject"] == ["相关企业"]
    assert answer["duty"] == "照自查表做一次隐患排查，结果留档。"
    assert "责任　原文未写责任单位（文中主体：相关企业）" in told(searcher, "企业每月隐患排查")


def test_what_was_inferred_is_marked(searcher: Searcher) -> None:
    shown = told(searcher, "厂房共用部位")
    assert "责任　原文未写责任单位（原句未写主语）" in shown
    assert "谁做　出租方（待确认）" in shown
    assert "时限　每季度1次（待确认）" in shown
    assert set(who_json(who(searcher, "厂房共用部位"))["answer"]["unconfirmed"]) == {"obliged", "recurrence/0"}


def test_a_slot_that_the_text_leaves_open_is_said(searcher: Searcher) -> None:
    assert "时限　原文未写" in told(searcher, "海报什么时候前贴")
    assert "指标　原文未写" in told(searcher, "海报多少")


def test_only_clauses_with_duties_answer_who(searcher: Searcher) -> None:
    assert searcher.search("实施范围").hits
    answer = who_json(who(searcher, "实施范围"))
    assert answer["answer"] is None
    assert answer["hits"] == []


@pytest.mark.parametrize("question", ["区块链", "木星探测"])
def test_nothing_found_says_what_was_tried(searcher: Searcher, question: str) -> None:
    answer = who_json(who(searcher, question))
    assert answer["answer"] is None
    assert answer["tried"][0] == "exact"
    assert answer["tried"][-1] == "close"
    shown = told(searcher, question)
    assert shown.startswith(f"未找到：“{question}”")
    assert "已试　原词" in shown


def test_nothing_found_names_the_nearest_terms(searcher: Searcher) -> None:
    answer = who_json(who(searcher, "木粉尘爆炸演习场"))
    assert answer["answer"] is None
    assert "木粉尘" in answer["nearest"]
    assert "相近　木粉尘" in told(searcher, "木粉尘爆炸演习场")


def test_a_place_without_an_answer_stays_without(searcher: Searcher) -> None:
    result = who(searcher, "梧桐镇电动自行车谁管")
    assert who_json(result)["answer"] is None
    assert "范围　梧桐镇" in "\n".join(who_lines(result))


def test_a_path_that_is_nowhere_is_said(searcher: Searcher) -> None:
    assert "条款　没有 九 （九） 这一条" in told(searcher, "九（九）归谁管")


def test_other_candidates_are_named(searcher: Searcher) -> None:
    result = who(searcher, "电动自行车")
    assert [hit.document.anchor for hit in rivals(result)] == [result.hits[1].document.anchor]
    (other,) = who_json(result)["candidates"]
    assert other["anchor"] == result.hits[1].document.anchor
    assert other["citation"] == result.hits[1].document.citation
    assert other["place"] == result.hits[1].document.place
    assert {other["place"], result.hits[0].document.place} == {"青禾县", "柳塘镇"}
    shown = "\n".join(who_lines(result))
    assert "也可能是（1）：" in shown
    assert f"{other['place']} · 《" in shown


def test_what_holds_too_little_of_the_question_is_no_answer(searcher: Searcher) -> None:
    result = who(searcher, "厂房 瓷砖 月球 火箭 卫星 谁负责")
    assert result.hits
    answer = who_json(result)
    assert answer["answer"] is None
    assert answer["tried"][-1] == "close"
    assert answer["hits"]
    shown = click.unstyle("\n".join(who_lines(result)))
    assert shown.startswith("未找到：")
    assert "只对上一部分的条款（不是答案）：" in shown


def test_a_mended_word_is_said(searcher: Searcher) -> None:
    shown = told(searcher, "mufenchen 谁牵头检查")
    assert shown.startswith("按“木粉尘、")
    assert "责任　牵头：青禾县应急管理局" in shown
    assert who_json(who(searcher, "mufenchen 谁牵头检查"))["answer"]["doubt"].startswith("按“木粉尘、")


def test_what_an_answer_lacks_is_said(searcher: Searcher) -> None:
    answer = who_json(who(searcher, "木粉尘瓷砖谁负责"))["answer"]
    assert answer["doubt"] == "没有哪一条全对得上，最接近的是（没有写到“瓷砖”）"
    assert told(searcher, "木粉尘瓷砖谁负责").startswith(f"{answer['doubt']}：")
    assert "（没有写到“上坡”）" in told(searcher, "上坡木粉尘谁管")
    assert who_json(who(searcher, "木粉尘谁负责"))["answer"]["doubt"] is None


def test_after_the_last_hit_there_is_nothing_but_it_was_found(searcher: Searcher) -> None:
    shown = list(search_lines(searcher.search("电动自行车", offset=5), offset=5))
    assert shown == ["“电动自行车”：2 条，第 5 条之后没有了，请把 --offset 写小些"]


def test_plans_and_papers_that_a_question_names(searcher: Searcher) -> None:
    understood = search_json(searcher.search("青应急〔2030〕8号 GB 99999—2029"))["understood"]
    assert understood["plans"] == ["青禾县木器行业整治方案"]
    assert understood["papers"] == ["木粉尘收集规范"]


def test_a_plan_that_has_run_out_is_said(searcher: Searcher) -> None:
    result = who(searcher, "木粉尘收集装置谁牵头检查", today="2035-01-01")
    answer = who_json(result)["answer"]
    assert answer["expired"] is True
    assert "方案已到期（到 2030-12）" in click.unstyle("\n".join(who_lines(result)))
    assert who_json(who(searcher, "木粉尘收集装置谁牵头检查", today="2030-06-01"))["answer"]["expired"] is False


def test_every_hit_can_say_why_it_is_there(searcher: Searcher) -> None:
    result = searcher.search("柳塘 电瓶车 谁负责")
    why = search_json(result, explain=True)["hits"][0]["why"]
    assert why[0] == "层级：别名"
    assert any(line.startswith("“电瓶车”（别名“电动自行车”）：见于") for line in why)
    assert "答得上所问：写明了责任单位" in why
    assert "限于地区：柳塘镇" in why
    assert why[-1].startswith("得分 ")
    assert "why" not in search_json(result)["hits"][0]
    assert who_json(result, explain=True)["answer"]["why"] == why
    assert "why" not in who_json(result)["answer"]
    assert "· 层级：别名" in click.unstyle("\n".join(search_lines(result, explain=True)))
    assert "· 层级：别名" in click.unstyle("\n".join(who_lines(result, explain=True)))


def test_how_a_question_was_read_is_said(searcher: Searcher) -> None:
    for text, line in (
        ("柳塘 电瓶车 谁负责", "听作　问：谁负责；地区：柳塘镇；词：“电瓶车”"),
        ("清木粉尘照哪个标准", "听作　问：照什么做；词：“清”、“木粉尘”"),
        ("青禾 二（三）", "听作　地区：青禾县；条款：二 （三）"),
        ("2031年3月 充电", "听作　时间：2031年3月；词：“充电”"),
    ):
        result = searcher.search(text)
        assert next(iter(search_lines(result, explain=True))) == line
        assert next(iter(who_lines(result, explain=True))) == line
        assert line not in "\n".join(search_lines(result))


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("電動自行車", "层级：别名（繁体按简体查）"),
        ("mufenchen", "层级：近似（按“木粉尘”查）"),
        ("青禾县应急管理局 木粉尘", "问到的青禾县应急管理局：牵头或并列负责、承担"),
        ("电动自行车 2031年3月", "时限落在2031年3月"),
        ("木粉尘瓷砖", "“瓷砖”：未见"),
        ("木粉尘", "方案已到期，同样的词排在现行方案后面"),
    ],
)
def test_reasons(searcher: Searcher, question: str, line: str) -> None:
    result = searcher.search(question, today="2032-01-01")
    assert line in reasons(result.hits[0], result)


def test_the_list_for_people(searcher: Searcher) -> None:
    shown = click.unstyle("\n".join(search_lines(searcher.search("青应急〔2030〕8号", limit=2))))
    assert shown.startswith("“青应急〔2030〕8号”：7 条")
    assert " 1. 一 实施范围" in shown
    assert "《青禾县木器行业整治方案》 青应急〔2030〕8号 · qinghe-2030/1" in shown
    assert "还有 5 条，加 --offset 2 看下一页" in shown
    assert "以原文为准" in shown
    assert " 3. " in "\n".join(search_lines(searcher.search("青应急〔2030〕8号", limit=2, offset=2), offset=2))


def test_the_wording_is_that_of_the_catalogue() -> None:
    assert (printing.CAUTION, printing.UNCONFIRMED) == (wording.SUMMARY_CAUTION, wording.UNCONFIRMED)

"""Clauses as blocks: marks, headings, owners and dates."""

import pytest

from generators.blocks import Heading, Para, Tone
from generators.compose.outline import facts, mark_level, mark_text, outline
from tests.support import catalogue_of, plan
from zerenku.catalogue.catalogue import Catalogue


def town(clauses: str) -> Catalogue:
    return catalogue_of(plan(clauses))


def line(assignments: str, duties: str) -> str:
    """The line of facts of one clause."""
    source = f"- {{mark: 一, starts: 巡查, assignments: {assignments}, duties: {duties}}}"
    return facts(town(source).clauses_of("liutang-2030")[0])


PATROL = "{obliged: [镇政府], do: 每日巡查。}"
CLEAR = "{obliged: [仓库], subject: [仓库], do: 清理通道。}"


@pytest.mark.parametrize(
    ("mark", "level", "text"),
    [
        ("一", 1, "一、"),
        ("十二", 1, "十二、"),
        ("（三）", 2, "（三）"),
        ("4", 3, "4."),
        ("5#2", 3, "5."),
        ("（6）", 4, "（6）"),
        ("⑦", 5, "⑦"),
        ("第八条", 2, "第八条　"),
        ("¶1", None, ""),
    ],
)
def test_marks(mark: str, level: int | None, text: str) -> None:
    assert (mark_level(mark), mark_text(mark)) == (level, text)


@pytest.mark.parametrize(
    ("assignments", "expected"),
    [
        ("[{certainty: lead, lead: [消防大队], support: [派出所]}]", "牵头：青禾县消防救援大队；配合：柳塘派出所"),
        ("[{certainty: joint, lead: [消防大队, 派出所]}]", "未明确牵头（按职责分工：青禾县消防救援大队、柳塘派出所）"),
        ("[{certainty: collective, lead: [各有关部门]}]", "未明确牵头（青禾县各有关部门）"),
        ("[]", "原文未写责任单位，文中主体：镇政府"),
    ],
)
def test_only_a_clear_lead_is_called_so(assignments: str, expected: str) -> None:
    assert line(assignments, f"[{PATROL}]") == expected
    assert ("牵头：" in expected) == ("certainty: lead" in assignments)


def test_several_owners_are_told_apart_by_what_they_own() -> None:
    assignments = "[{certainty: lead, lead: [消防大队], covers: [d1]}]"
    assert line(assignments, f"[{PATROL}, {CLEAR}]") == (
        "牵头：青禾县消防救援大队（每日巡查）；其余事项原文未写责任单位，文中主体：仓库"
    )


def test_a_sentence_without_subject_names_none() -> None:
    assert line("[]", "[{obliged: [镇政府], subject: [], do: 每日巡查。}]") == "原文未写责任单位"


def test_dates_rhythms_and_targets() -> None:
    duty = (
        "{obliged: [镇政府], do: 每日巡查。, deadlines: [{date: 2030-06-30, text: 6月底前, what: 查完}], "
        "recurrence: [{every: month, day: 15, text: 每月15日前, what: 报情况}], "
        "targets: [{op: '>=', value: 10, unit: '%', text: 不低于10%, what: 抽查比例}]}"
    )
    assert line("[]", f"[{duty}]") == (
        "原文未写责任单位，文中主体：镇政府。时限：2030年6月30日前。频次：每月15日前报情况。指标：抽查比例：不少于10%"
    )


def test_several_dates_say_what_each_is_for() -> None:
    first = "{obliged: [镇政府], do: 每日巡查。, deadlines: [{date: 2031-06-30, text: 次年6月, what: 复查}]}"
    second = "{obliged: [镇政府], do: 每日巡查。, deadlines: [{date: 2030-06-30, text: 6月底前, what: 自查}]}"
    assert line("[]", f"[{first}, {second}]").endswith("时限：2030年6月30日前自查；2031年6月30日前复查")


def test_what_was_guessed_is_marked() -> None:
    source = """
        - mark: 一
          starts: 巡查
          duties:
            - {obliged: [镇政府], do: 每日巡查。, recurrence: [{every: month, text: 每月}]}
          unconfirmed: [duties/0/obliged, duties/0/recurrence/0]
        """
    clause = town(source).clauses_of("liutang-2030")[0]
    assert facts(clause) == "原文未写责任单位，文中主体：镇政府（待确认）。频次：每月1次（待确认）"


def test_headings_stand_alone_above_and_run_in_below() -> None:
    source = """
        - mark: 一
          heading: 目标
          starts: 目标
          summary: 通道畅通。
          clauses:
            - mark: （一）
              heading: 巡查
              starts: 巡查
              clauses:
                - {mark: "1", heading: 逐村巡查, starts: 逐村巡查, summary: 一村不漏。}
                - {mark: ¶1, starts: 其余, summary: 其余照旧。}
            - {mark: （二）, starts: 没有标题, summary: 直接写事。}
        """
    blocks = tuple(outline(town(source).clauses_of("liutang-2030")))
    heads = [(block.level, block.text, block.anchor) for block in blocks if isinstance(block, Heading)]
    paras = [(block.text, block.anchor) for block in blocks if isinstance(block, Para)]
    assert heads == [(1, "一、目标", "liutang-2030/1"), (2, "（一）巡查", "liutang-2030/1-1")]
    assert paras == [
        ("通道畅通。", ""),
        ("1.逐村巡查。一村不漏。", "liutang-2030/1-1-1"),
        ("其余照旧。", "liutang-2030/1-1-p1"),
        ("（二）直接写事。", "liutang-2030/1-2"),
    ]
    last = blocks[-1]
    assert isinstance(last, Para)
    assert [run.tone for run in last.runs] == [Tone.LEVEL_2, Tone.PLAIN]

"""Wrong shapes: one finding each, at its place, in Chinese, with what to do."""

import re

import pytest

from tests.support import PATROL, TERMS, clause, findings_of, flaw, plan
from zerenku.model.finding import Severity

DEADLINES = "deadlines: [{{date: {}, text: 5月底前}}]"


@pytest.mark.parametrize(
    ("source", "rule", "said"),
    [
        # unknown keys, with the likely one
        (plan(title=None, **{"‸titel": "柳塘镇消防整治方案"}), "unknown-key", "没有“titel”这个键；是不是“title”"),
        (plan(**{"‸satges": "[]"}), "unknown-key", "是不是“stages”"),
        (plan(**{"‸天气": "晴"}), "unknown-key", "请删去"),
        (plan(**{"‸span": "x"}), "unknown-key", "没有“span”这个键"),
        (plan(clause("‸span: {file: a, line: 1}")), "unknown-key", "没有“span”这个键"),
        (plan(clause("‸deadline: []")), "unknown-key", "是不是“deadlines”"),
        (plan(clause(duty="‸evidense: 台账")), "unknown-key", "是不是“evidence”"),
        (plan(clause("clauses: [{mark: （一）, starts: 甲, ‸sumary: 乙}]")), "unknown-key", "是不是“summary”"),
        (plan(stages="[{name: 自查, from: 2030-01, to: 2030-02, ‸claus: 一}]"), "unknown-key", "是不是“clause”"),
        (
            plan(stages="[{name: 自查, ‸first: 2030-01, to: 2030-02, from: 2030-01}]"),
            "unknown-key",
            "没有“first”这个键",
        ),
        (plan(**{"‸~": "晴"}), "unknown-key", "没有“”这个键"),
        (plan(**{"issued": "2030-01-01", "‸issued ": "2030-01-02"}), "duplicate-key", "两个“issued”"),
        (plan(clause("‸mark: 二")), "duplicate-key", "两个“mark”"),
        # missing keys and empty values
        ("‸" + plan(title=None), "missing-key", "缺少“title”；请补上"),
        (plan("- ‸{mark: 一}"), "missing-key", "缺少“starts”"),
        (plan("- mark: 一\n  starts: 巡查\n  duties:\n    - ‸obliged: [镇政府]"), "missing-key", "缺少“do”"),
        (plan(title="‸~"), "empty-value", "“title”不能为空"),
        (plan(issuers="‸~"), "empty-value", "“issuers”不能为空"),
        (plan(cc="[甲, ‸]").replace("[甲, ‸]", "[甲, ‸~]"), "empty-value", "“cc”的第2项不能为空"),
        # dates
        (plan(issued="‸2030-02-30"), "bad-date", "“issued”的值“2030-02-30”不是日期；日期应写作"),
        (plan(issued="‸20300301"), "bad-date", "“20300301”不是日期"),
        (plan(issued="‸2030/3/1"), "bad-date", "“2030/3/1”不是日期"),
        (plan(issued="‸2030-03"), "bad-date", "“2030-03”不是日期"),
        (plan(issued="‸[2030-03-01]"), "bad-date", "“issued”的值不是日期"),
        (plan(issued="‸{date: 2030-03-01}"), "bad-date", "“issued”的值不是日期"),
        (plan(period="[2030-03, ‸2030年5月]"), "bad-date", "“period”的第2项的值“2030年5月”不是日期；月份应写作"),
        (plan(clause(DEADLINES.format("‸五月底"))), "bad-date", "“date”的值“五月底”"),
        # text, lists, groups, numbers, true or false
        (plan(title="‸[柳塘镇, 方案]"), "wrong-type", "“title”应为文字"),
        (plan(title="‸{a: b}"), "wrong-type", "“title”应为文字"),
        (plan(issuers="‸柳塘镇人民政府"), "wrong-type", "“issuers”应为列表；写作 [甲, 乙]"),
        (plan(issuers="[‸[柳塘镇人民政府]]"), "wrong-type", "“issuers”的第1项应为文字"),
        (plan(stages="‸{name: 自查}"), "wrong-type", "“stages”应为列表"),
        (plan(stages="[‸自查]"), "wrong-type", "“stages”的第1项应为一组“键: 值”"),
        (plan(period="‸2030-03"), "wrong-type", "“period”应为列表"),
        (plan(period="‸[2030-03]"), "missing-key", "缺少“period”的第2项"),
        (plan(period="‸[2030-03, 2030-04, 2030-05]"), "wrong-type", "“period”的项数太多"),
        (plan(clause("targets: [{op: '>=', value: ‸一百, unit: 家, text: 一百家}]")), "wrong-type", "“value”应为数字"),
        (plan(clause("targets: [{op: '>=', value: ‸[1], unit: 家, text: 一家}]")), "wrong-type", "“value”应为数字"),
        (plan(clause("targets: [{op: '>=', value: ‸nan, unit: 家, text: 一家}]")), "wrong-type", "“value”应为数字"),
        (plan(clause("targets: [{op: '>=', value: ‸inf, unit: 家, text: 一家}]")), "wrong-type", "“value”应为数字"),
        (plan(clause("recurrence: [{every: month, n: ‸1.5, text: 每月}]")), "wrong-type", "“n”应为数字"),
        (plan(clause("recurrence: [{every: month, n: ‸两, text: 每月}]")), "wrong-type", "“n”应为数字"),
        (plan(clause("assignments: [{certainty: none, inherits: ‸对}]")), "wrong-type", "“inherits”应为 true 或 false"),
        (plan("‸{mark: 一, starts: 巡查}"), "wrong-type", "“clauses”应为列表"),
        (plan("- ‸巡查"), "wrong-type", "“clauses”的第1项应为一组“键: 值”"),
        # closed vocabularies
        (plan(kind="‸办法"), "bad-choice", "“kind”不能写“办法”；可用：通知、方案、意见"),
        (plan(kind="‸[方案]"), "bad-choice", "“kind”不能写成列表或一组键"),
        (plan(clause("recurrence: [{every: ‸每月, text: 每月}]")), "bad-choice", "可用：day、week、half-month、month"),
        (plan(clause("targets: [{op: ‸≥, value: 1, unit: 家, text: 一家}]")), "bad-choice", "可用：>=、<=、>、<、="),
        (plan(clause("assignments: [{certainty: ‸sure}]")), "bad-choice", "可用：lead、joint、collective、none"),
    ],
)
def test_wrong_shape(source: str, rule: str, said: str) -> None:
    finding = flaw(source)
    assert finding.rule == rule
    assert finding.severity == Severity.ERROR
    assert said in str(finding)
    assert finding.suggest
    assert not re.search(r"Span|Input|should|pydantic|\{|\bNone\b", str(finding))


@pytest.mark.parametrize(
    ("registers", "rule", "said"),
    [
        ({"places": "- {id: qinghe, name: 青禾县, short: 青禾, level: ‸shi}"}, "bad-choice", "nation、province、city"),
        ({"places": "- ‸{id: qinghe, name: 青禾县, level: county}"}, "missing-key", "缺少“short”"),
        ({"departments": "- {id: a/b, name: 甲, place: qinghe, ‸alias: [乙]}"}, "unknown-key", "是不是“aliases”"),
        ({"documents": "- {id: a, title: 甲, issued: ‸2030.3.1}"}, "bad-date", "“2030.3.1”不是日期"),
        ({"standards": "- {id: a, title: 甲, mandatory: ‸是}"}, "wrong-type", "“mandatory”应为 true 或 false"),
        ({"enterprises": "kinds:\n  - {id: a, name: 甲, ‸synonym: [乙]}\n"}, "unknown-key", "是不是“synonyms”"),
        ({"enterprises": "‸kind: []\n"}, "unknown-key", "是不是“kinds”"),
        ({"enterprises": "kinds: ‸甲\n"}, "wrong-type", "“kinds”应为列表"),
        ({"terms": "- {id: a, name: 甲, senses: [{meaning: 乙, ‸from: 丙}]}"}, "unknown-key", "没有“from”这个键"),
        ({"topics": "- ‸消防"}, "wrong-type", "第1项应为一组“键: 值”"),
    ],
)
def test_wrong_shape_in_a_register(registers: dict[str, str], rule: str, said: str) -> None:
    finding = flaw(**registers)
    assert finding.rule == rule
    assert said in str(finding)
    assert finding.suggest


def test_all_wrong_shapes_of_a_file_are_reported() -> None:
    source = plan(PATROL.replace("do:", "‸doo:"), kind="‸办法", issued="‸今天", **{"‸tittle": "柳塘"})
    rules = [finding.rule for finding in findings_of(source, terms=TERMS.replace("name:", "‸nane:"))]
    assert rules == ["bad-choice", "bad-date", "unknown-key", "unknown-key", "unknown-key"]


def test_long_values_are_cut_short() -> None:
    assert len(str(flaw(plan(kind="‸" + "长" * 5000)))) < 200


@pytest.mark.parametrize("word", ["no", "on", "012", "1.50", "2030-03-01", "true"])
def test_text_is_what_was_written(word: str) -> None:
    """A heading `no` is no `False`, a form's id `012` is not ten."""
    source = plan(clause(f"heading: {word}"), forms=f"[{{id: {word}, title: 表, row_key: 村, columns: []}}]")
    assert findings_of(source) == ()

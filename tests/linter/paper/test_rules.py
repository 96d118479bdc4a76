"""The rules on official texts as a set: each a module with an id, a manual, a certainty and a test file."""

import re
from datetime import date
from pathlib import Path

import pytest

from tests.linter.drafts import TITLE, paper
from tests.support import catalogue_of
from zerenku.linter import paper_rules
from zerenku.linter.paper import PaperRule
from zerenku.linter.paper_rules import PAPER_RULES
from zerenku.linter.runner import findings_json, lint_paper
from zerenku.model.finding import Severity

TEXT = "一、目标\n开展明查暗访,到6月31日完成。\n三、要求\n各村要自查。。\n附件1\n汇总表\n栏目\n"


def test_every_rule_module_runs() -> None:
    assert paper_rules.__file__
    modules = {path.stem for path in Path(paper_rules.__file__).parent.glob("*.py")} - {"__init__"}
    names = [str(vars(rule)["__name__"]).rpartition(".")[2] for rule in PAPER_RULES]
    assert set(names) == modules
    assert len(names) == len(modules)


@pytest.mark.parametrize("rule", PAPER_RULES, ids=lambda rule: rule.ID)
def test_rule_has_an_id_a_manual_and_a_test(rule: PaperRule) -> None:
    name = str(vars(rule)["__name__"]).rpartition(".")[2]
    manual = str(rule.__doc__)
    assert name.replace("_", "-") == rule.ID
    assert rule.SEVERITY in Severity
    assert rule.CERTAINTY in {"高", "中", "低"}
    assert re.search(r"[\u4e00-\u9fff]{8}", manual)
    assert re.search(r"(^|\n)通过：", manual)
    assert "不通过：" in manual
    assert (Path(__file__).parent / f"test_{name}.py").is_file()


def test_a_sure_rule_alone_may_stop_a_paper() -> None:
    assert all(rule.CERTAINTY == "高" for rule in PAPER_RULES if rule.SEVERITY is Severity.ERROR)


def test_findings_come_in_order_of_place_with_everything_a_reader_needs() -> None:
    draft = paper(TEXT, title=TITLE).draft
    remarks = lint_paper([draft], file="通知.txt")
    assert [remark.start for remark in remarks] == sorted(remark.start for remark in remarks)
    by_rule = {remark.finding.rule: remark for remark in remarks}
    assert set(by_rule) == {
        "misprint",
        "half-width",
        "impossible-date",
        "numbering-gap",
        "doubled-word",
        "attachment-unnamed",
    }
    found = by_rule["misprint"].finding
    assert (str(found.span), found.path, found.quote) == ("通知.txt:3:3", "一", "明查暗访")
    assert (found.severity, found.suggest) == (Severity.WARNING, "改为“明察暗访”")
    assert by_rule["attachment-unnamed"].finding.path == "附件1"
    assert draft.outline.text[by_rule["misprint"].start : by_rule["misprint"].end] == "明查暗访"


def test_findings_for_interchange() -> None:
    (found,) = findings_json(lint_paper([paper("一、目标\n开展明查暗访。\n").draft]))
    assert found == {
        "rule": "misprint",
        "path": ["一"],
        "line": 2,
        "text": "明查暗访",
        "explain": "“明查暗访”应为“明察暗访”",
    }


def test_long_words_are_quoted_in_part() -> None:
    long = "《" + "柳塘镇" * 30 + "《方案》》"
    (remark,) = lint_paper([paper(f"一、贯彻{long}。\n").draft])
    assert len(remark.finding.quote) == 60
    assert remark.finding.quote.endswith("…")


def test_a_sound_text_has_no_findings() -> None:
    text = "一、目标\n在全镇查电。（安办牵头，派出所配合）\n二、任务\n2030年6月30日前完成。（派出所负责）\n"
    sheet = paper(text, issued="2030-03-01", registers=catalogue_of().registers)
    assert sheet.head.issued is not None
    assert sheet.head.issued.value == date(2030, 3, 1)
    assert lint_paper([sheet.draft], sheet.registers) == ()


def test_an_empty_draft() -> None:
    assert lint_paper([paper("").draft]) == ()
    assert lint_paper([]) == ()

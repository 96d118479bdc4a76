from dataclasses import replace

import pytest

from tests.linter.drafts import paper, quotes, said
from zerenku.linter.paper import Paper
from zerenku.linter.paper_rules import attachment_missing as rule

TABLES = "附件1\n汇总表\n栏目\n附件2\n联系表\n栏目\n"


@pytest.mark.parametrize(
    ("text", "noted"),
    [
        ("一、任务\n填写汇总表（附件1）。\n附件：1.汇总表\n2.联系表\n" + TABLES, ["汇总表", "联系表"]),
        ("一、任务\n填写汇总表（见附件2）。\n" + TABLES, []),
        ("一、任务\n按照青安〔2030〕8号附件3办理，对照《消防规程》附件5检查。\n", []),
        ("一、任务\n安装消防附件，检查附件质量。\n", []),
    ],
    ids=["noted", "named", "of another paper", "another word"],
)
def test_all_there(text: str, noted: list[str]) -> None:
    assert quotes(rule, paper(text, noted=noted)) == []


def test_attachments_that_reading_did_not_cut_off() -> None:
    """As in a draft whose date is still blank: their labels stand there."""
    sheet = paper("一、任务\n附件：1.汇总表\n2.联系表\n" + TABLES, noted=["汇总表", "联系表"])
    uncut = replace(sheet.draft, outline=replace(sheet.outline, attachments=()))
    assert quotes(rule, Paper(uncut)) == []


def test_the_plan_itself_is_the_attachment() -> None:
    sheet = paper("附件：柳塘镇方案\n", plan_title="柳塘镇方案", noted=["柳塘镇方案"])
    assert quotes(rule, sheet) == []


def test_noted_but_not_there() -> None:
    sheet = paper("一、任务\n附件：1.汇总表\n2.联系表\n附件1\n汇总表\n", noted=["汇总表", "联系表"])
    assert quotes(rule, sheet) == ["联系表"]
    assert said(rule, sheet) == "附件说明列了 2 个附件，后面只有 1 个，未见《联系表》"


@pytest.mark.parametrize(
    ("named", "tables"), [("（附件3）", TABLES), ("（见附件）", ""), ("（见附件2）", "附件\n汇总表\n栏目\n")]
)
def test_named_but_not_there(named: str, tables: str) -> None:
    sheet = paper(f"一、任务\n填写汇总表{named}。\n{tables}")
    assert len(quotes(rule, sheet)) == 1
    assert said(rule, sheet).endswith("后面没有")

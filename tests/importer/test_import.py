"""What an import promises beside the outline: unread text, guesses, stages, the interchange shape."""

import json

import pytest

from tests.importer.layouts import drafts
from zerenku.importer import STAGES, ImportWords, draft_json, draft_plan, import_text
from zerenku.importer.lines import label_of, lines_of
from zerenku.importer.parts import copy_row
from zerenku.model.outline import LineKind, Original, SourceLine
from zerenku.text.normalise import normalise

PLAN = """青安委〔2031〕4号
关于印发《青禾县冷库整治方案》的通知
各镇人民政府：
现将《青禾县冷库整治方案》印发给你们。
青禾县安全委员会
2031年3月5日
青禾县冷库整治方案
一、任务
（一）登记。各镇要逐家登记。2031年4月底前完成。（县商务局牵头，各镇配合）
（二）演练。冷库企业应当每半年演练1次，管道间距3米。
二、要求
稳步推进。
"""


def test_the_stages_are_visible_and_say_what_they_do() -> None:
    assert [stage.__name__ for stage in STAGES][:3] == ["clean", "scan_marks", "split"]
    assert all("Reads:" in (stage.__doc__ or "") and "Writes:" in (stage.__doc__ or "") for stage in STAGES)


def test_a_number_that_no_fact_took_is_unread_with_its_line() -> None:
    (draft,) = drafts(PLAN)
    assert [(item.text, item.line) for item in draft.unread] == [("3米", 10)]
    assert 0.97 < draft.claimed < 1


def test_guesses_are_marked_and_facts_hang_on_one_duty() -> None:
    (draft,) = drafts(PLAN)
    plan = draft_plan(draft, plan_id="qinghe-2031", place_id="qinghe")
    first, second = plan.clauses[0].clauses
    assert first.duties[0].obliged == ("县商务局",)
    assert first.duties[0].subject == ("各镇",)
    assert first.unconfirmed == ("duties/0/do",)
    assert second.duties[0].obliged == ("冷库企业",)
    assert "duties/0/obliged" in second.unconfirmed
    assert plan.clauses[1].duties == ()
    assert plan.clauses[0].text == "一、任务\n"
    assert plan.notice_title == "关于印发《青禾县冷库整治方案》的通知"
    assert all(clause.summary is None for clause in plan.clauses)


def test_interchange_shape() -> None:
    (draft,) = drafts(PLAN)
    shown = json.loads(json.dumps(draft_json(draft, plan_id="qinghe-2031")))
    clause = shown["clauses"][1]
    assert clause["path"] == ["一", "（一）"]
    assert clause["starts"] == "登记。各镇要逐家登记。2"
    assert clause["joint"] is False
    assert clause["deadlines"][0]["date"] == "2031-04-30"
    assert shown["clauses"][2]["obliged"] == "enterprise"
    assert {"id", "title", "number", "issuer", "issued", "basis", "period", "stages", "reporting"} <= set(shown)


def test_words_of_the_register_tell_enterprises() -> None:
    original = Original("a", tuple(SourceLine(line, n + 1) for n, line in enumerate(PLAN.split("\n"))))
    words = ImportWords(enterprises=("冷库企业",))
    (draft,) = import_text(original, words=words)
    assert [item.value for item in draft.clauses[2].applies_to] == ["冷库企业"]


@pytest.mark.parametrize("text", ["", "\n\n", " \u3000\n"])
def test_a_file_without_text_has_no_plan(text: str) -> None:
    assert drafts(text) == ()


def test_cleaning_keeps_lines_and_widths() -> None:
    lines = (
        SourceLine("\ufeff　　一、任务（１）", 3),
        SourceLine("", 4),
        SourceLine("甲\t\t乙", 5, LineKind.ROW),
        SourceLine("— 3 —", 6),
    )
    clean = normalise(Original("a", lines))
    assert clean.text == "一、任务（１）\n甲\t\t乙"
    assert clean.line_numbers == (3, 5)
    assert clean.dropped == ((6, "— 3 —"),)


def test_a_second_copy_is_found_by_its_beginning() -> None:
    paper = (
        "青禾县商务局文件\n青商务〔2031〕7号\n关于开展冷库检查的通知\n"
        "各镇人民政府，县各有关部门，驻县各单位，各冷库企业：\n请抓紧检查。\n一、查管道\n"
    )
    assert copy_row(lines_of((paper * 2).strip())) == 6
    assert copy_row(lines_of(paper.strip())) == 6


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("各镇人民政府、县有关单位", ["各镇人民政府", "县有关单位"]),
        ("镇机关各局、办、中心、各村（居）", ["镇机关各局、办、中心", "各村（居）"]),
        ("各街道，驻县省属农、林场", ["各街道", "驻县省属农、林场"]),
        ("各村（居、场）、各企业和有关部门", ["各村（居、场）", "各企业", "有关部门"]),
        ("各镇党委、政府，各街道党工委、办事处", ["各镇党委、政府", "各街道党工委、办事处"]),
        ("各省、自治区、直辖市人民政府，各直属机构", ["各省、自治区、直辖市人民政府", "各直属机构"]),
        ("各镇，各建设、施工、监理单位", ["各镇", "各建设、施工、监理单位"]),
        ("各县、市、区安委会，市安委会各成员单位", ["各县、市、区安委会", "市安委会各成员单位"]),
        ("各市、县、自治县人民政府,省直各单位", ["各市、县、自治县人民政府", "省直各单位"]),
        ("各县、市直各部门", ["各县", "市直各部门"]),
    ],
)
def test_addressees_are_cut_between_names_only(said: str, names: list[str]) -> None:
    (draft,) = drafts(PLAN.replace("各镇人民政府：", said + "："))
    assert [item.value for item in draft.outline.head.addressees] == names


def test_a_table_row_with_too_few_cells_is_no_number() -> None:
    """The number stands in the third column, and the last line has but two."""
    table = "类别\t领域\t序号\t任务\t责任单位\n仓库\t电\t1\t查电\t镇安办\n商铺\t气\n"
    (draft,) = drafts(f"柳塘镇仓库整治方案\n一、任务\n{table}")
    assert [item.value.lead for clause in draft.clauses for item in clause.assignments] == [("镇安办",)]


def test_what_stands_for_another_rule_is_to_be_confirmed() -> None:
    (draft,) = drafts(PLAN.replace("各镇要逐家登记。", "各镇、各站所要每两个月登记一次。"))
    clause = draft_json(draft, plan_id="x")["clauses"][1]
    assert [rule["every"] for rule in clause["recurrence"]] == ["month"]
    assert "duties/0/recurrence/0" in clause["unconfirmed"]
    assert clause["duties"][0]["subject"] == ["各镇", "各站所"]


@pytest.mark.parametrize("label", ["附件：有限空间作业台账", "附件1 有限空间名单"])
def test_a_title_may_begin_with_a_word_of_sentences(label: str) -> None:
    assert label_of(0, lines_of(label)[0]) is not None
    assert label_of(0, lines_of("附件有三份")[0]) is None


@pytest.mark.parametrize("day", ["    年  月  日", "2031年  月  日", "2031年5月  日"])
def test_a_date_left_for_the_pen_closes_the_paper(day: str) -> None:
    text = f"青禾县冷库方案（2031年）\n一、任务\n二、要求\n青禾县商务局\n{day}\n青禾县商务局办公室            {day}印发"
    (draft,) = drafts(text)
    piece = draft.clauses[-1].piece
    assert text[piece.start : piece.end].strip() == "二、要求"
    assert draft.outline.head.issued is None
    assert draft.outline.head.printed_by is not None
    assert draft.outline.head.printed_by.value == "青禾县商务局办公室"


@pytest.mark.parametrize(
    ("said", "joint"),
    [
        ("各镇人民政府负责", False),
        ("县商务局负责", False),
        ("各镇人民政府、街道办事处负责", True),
        ("各相关部门按职责分工负责", True),
        ("县商务局、县公安局", True),
    ],
)
def test_one_group_alone_is_not_joint(said: str, *, joint: bool) -> None:
    (draft,) = drafts(f"青禾县冷库方案\n一、登记造册。（{said}）\n二、要求")
    assert draft_json(draft, plan_id="x")["clauses"][0]["joint"] is joint


def test_names_of_a_signature_may_stand_on_one_line_with_the_date() -> None:
    (draft,) = drafts("关于检查冷库的通知\n各镇：\n一、查管道。\n青禾县商务局　青禾县应急局2031年5月6日")
    assert [item.value for item in draft.outline.head.issuers] == ["青禾县商务局", "青禾县应急局"]

"""An official text in the official layout says what it said, and says it in official form."""

import pytest

from generators.blocks import (
    AttachmentStart,
    Heading,
    Imprint,
    Masthead,
    Para,
    Table,
    Tone,
)
from generators.compose.retypeset import papers, retypeset
from tests.generators.compose.reset_papers import PLAIN, lost, only, reset, squash, texts, unfaithful
from tests.generators.compose.said import document_text
from tests.importer.layouts import drafts, original

CASES = dict(texts())


# ---------------------------------------------------------------------------------------------------------- every word


@pytest.mark.parametrize("name", CASES)
def test_every_character_is_set_once_and_as_printed(name: str) -> None:
    text = CASES[name]
    for paper in papers(drafts(text)):
        made = retypeset(paper[0], original=original(text), kind="notice", fields={}, following=paper[1:])
        assert lost(made, paper) == ""
        assert unfaithful(made, paper[0].outline.text) == []


@pytest.mark.parametrize("name", CASES)
def test_running_text_keeps_its_order(name: str) -> None:
    made = reset(CASES[name])
    flow = [block for block in made.document.blocks if not isinstance(block, Masthead | Imprint)]
    starts = [
        spans[0][0]
        for block, spans in zip(made.document.blocks, made.places, strict=True)
        if spans and any(block is item for item in flow)
    ]
    assert starts == sorted(starts)


@pytest.mark.parametrize("name", CASES)
def test_the_plan_alone_is_set_word_for_word_from_its_title_on(name: str) -> None:
    text = CASES[name]
    draft = drafts(text)[0]
    made = retypeset(draft, original=original(text), kind="plan", fields={})
    assert unfaithful(made, draft.outline.text) == []
    assert not any(isinstance(block, Masthead | Imprint) for block in made.document.blocks)
    first = min(start for spans in made.places for start, _ in spans)
    assert first >= draft.outline.start
    pieces = [piece for piece in draft.outline.pieces if piece.end > piece.start]
    kept = "".join(draft.outline.text[start:end] for spans in made.places for start, end in spans)
    assert all(squash(draft.outline.text[piece.start : piece.end]) in squash(kept) for piece in pieces)


def test_a_paper_in_official_form_comes_back_letter_by_letter() -> None:
    made = reset(PLAIN)
    assert squash(document_text(made.document)) == squash(PLAIN)
    assert made.remarks == ()
    assert made.document.banner == ""
    assert made.document.author == "青禾县商务局"


@pytest.mark.parametrize("name", CASES)
def test_every_clause_that_begins_a_line_has_its_anchor_once(name: str) -> None:
    made, draft = reset(CASES[name]), drafts(CASES[name])[0]
    anchors = [block.anchor for block in made.document.blocks if isinstance(block, Heading | Para) and block.anchor]
    anchors += [
        anchor for block in made.document.blocks if isinstance(block, Table) for anchor in block.anchors if anchor
    ]
    assert len(anchors) == len(set(anchors))
    text = draft.outline.text
    heads = {f"liutang-2031/{p.path.anchor}" for p in draft.outline.pieces if p.start == 0 or text[p.start - 1] == "\n"}
    flat = {a for a in heads if "\t" not in CASES[name]}
    assert flat <= set(anchors)


def test_the_file_says_what_it_is_about() -> None:
    document = reset(PLAIN).document
    assert document.title == document.subject == "关于开展冷库整治的通知"
    assert document.author == "青禾县商务局"
    assert document.keywords == ("公文", "青商〔2031〕3号")
    bare = reset(PLAIN.replace("青商〔2031〕3号\n", "")).document
    assert bare.keywords == ("公文",)


def test_without_an_id_there_are_no_anchors() -> None:
    made = retypeset(drafts(PLAIN)[0], original=original(PLAIN), kind="notice", fields={})
    assert not any(block.anchor for block in made.document.blocks if isinstance(block, Heading | Para))


# ------------------------------------------------------------------------------------------------------- running text


def test_headings_stand_alone_or_run_in_as_printed() -> None:
    made = reset(PLAIN)
    heads = [(block.level, block.text) for block in made.document.blocks if isinstance(block, Heading)]
    assert heads == [(1, "一、登记冷库"), (1, "二、整改隐患")]
    run_in = next(
        block for block in made.document.blocks if isinstance(block, Para) and block.text.startswith("（一）")
    )
    assert [(run.text, run.tone) for run in run_in.runs] == [
        ("（一）边查边改。", Tone.LEVEL_2),
        ("发现一处，整改一处。", Tone.PLAIN),
    ]
    assert run_in.anchor == "liutang-2031/2-1"


def test_marks_that_run_on_stay_in_their_paragraph() -> None:
    made = reset("青禾县冷库方案\n一、任务\n1.查管道。（1）看阀门。（2）看仪表。\n二、要求\n")
    assert "1.查管道。（1）看阀门。（2）看仪表。" in document_text(made.document).split("\n")


def test_a_text_that_lost_its_line_breaks_gets_paragraphs() -> None:
    said = "现提出意见：一、查管道（一）逐段检查。发现一处，登记一处。（二）逐段更换。二、查阀门。三、查仪表。"
    made = reset(f"青禾县冷库检查意见\n{said}\n")
    assert [line[:2] for line in document_text(made.document).split("\n") if line[0] in "一二三（"][:5] == [
        "一、",
        "（一",
        "（二",
        "二、",
        "三、",
    ]


def test_a_chapter_and_its_first_article_on_one_line_part() -> None:
    made = reset("青禾县冷库管理办法\n第一章　总则　　第一条　为了防止事故，制定本办法。\n第二条　冷库应当登记。\n")
    lines = document_text(made.document).split("\n")
    assert "第一章　总则" in lines
    assert any(line.startswith("第一条") for line in lines)


def test_rows_are_a_table_with_a_head_and_short_ones_are_filled_up() -> None:
    table = only(reset(f"{PLAIN.replace('甲库	柳塘镇', '甲库	柳塘镇	五吨	备用')}"), Table)
    assert [leaf.name for leaf in table.leaves] == ["名称", "地址", "", ""]
    assert table.rows == (("甲库", "柳塘镇", "五吨", "备用"),)


def test_a_head_on_two_lines_is_a_tree_and_a_wide_table_turns_its_sheet() -> None:
    head = "地区\t企业\t\t\t\t部门\t\t\t\t\n\t自查\t隐患\t整改\t培训\t检查\t隐患\t立案\t处罚\t约谈"
    made = reset(PLAIN.replace("名称\t地址\n甲库\t柳塘镇", f"{head}\n柳塘镇\t1\t2\t3\t4\t5\t6\t7\t8\t9"))
    table = only(made, Table)
    assert [(column.name, len(column.columns)) for column in table.columns] == [("地区", 0), ("企业", 4), ("部门", 5)]
    assert len(table.rows) == 1
    assert only(made, AttachmentStart).sideways


def test_rows_carry_the_anchors_of_their_clauses() -> None:
    rows = "序号\t任务\t责任单位\n1\t登记冷库\t县商务局\n2\t整改隐患\t县消防大队"
    table = only(reset(PLAIN.replace("名称\t地址\n甲库\t柳塘镇", rows)), Table)
    assert table.anchors == ("liutang-2031/fj-1", "liutang-2031/fj-2")


def test_the_same_text_gives_the_same_paper() -> None:
    assert reset(PLAIN) == reset(PLAIN)

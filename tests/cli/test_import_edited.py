"""A drafted paper comes back as it was, or edited in Word: the hidden ids tell what was changed in which clause."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from docx.table import _Row
from docx.text.paragraph import Paragraph

from tests.cli.conftest import Zerenku
from tests.cli.papers import NOTICE, notice
from tests.support import plan
from zerenku.store.workspace import read_plan

ID = "liutang-2030"
OURS = plan(
    """
    - {mark: 一, heading: 巡查, starts: 日常巡查, summary: 白天由镇里巡查。, duties: [
        {id: d1, obliged: [镇政府], do: 每日巡查。, deadlines: [{date: 2030-04-30, text: 4月底前}]}],
       clauses: [
        {mark: （一）, heading: 仓库, starts: 仓库每周, summary: 仓库每周看一遍。, duties: [
          {obliged: [安办], do: 查看仓库。, deadlines: [{date: 2030-06-30, text: 6月底前}]},
          {obliged: [派出所], do: 登记人员。}],
         assignments: [{certainty: lead, lead: [安办], support: [派出所], phrase: 安办牵头}]},
        {mark: （二）, heading: 夜间, starts: 夜间巡查, summary: 夜里由各村轮流走。, duties: [
          {obliged: [各村], do: 夜巡。}]}]}
    - {mark: 二, heading: 总结, starts: 年底总结, summary: 年底写一份总结。, duties: [{obliged: [镇政府], do: 总结。}]}
    """,
    opening=None,
)


@pytest.fixture
def ours(root: Path) -> Path:
    """The workspace with a plan in our own words."""
    (root / "content" / "plans" / f"{ID}.yml").write_text(OURS, encoding="utf-8")
    return root


@pytest.fixture
def held(zerenku: Zerenku, root: Path) -> str:
    """The id of an imported plan, which holds its own text."""
    notice(root / "通知.txt")
    assert zerenku("import", "通知.txt", "--learn").code == 0
    return "liutang-2031"


def edit(path: Path, change: Callable[[Any], None]) -> None:
    paper = docx.Document(str(path))
    change(paper)
    paper.save(str(path))


def paragraph(paper: Any, words: str) -> Any:
    return next(item for item in paper.paragraphs if words in item.text)


def reword(item: Any, old: str, new: str) -> None:
    """Type over a few characters, as in Word: the bookmark round them stays."""
    run = next(run for run in item.runs if old in run.text)
    run.text = run.text.replace(old, new)


def remove(item: Any) -> None:
    """A paragraph with all that is in it."""
    item._p.getparent().remove(item._p)


def retype(item: Any, text: str) -> None:
    """Select a whole paragraph and type: the bookmark goes with the old words."""
    for node in list(item._p):
        if node.tag != qn("w:pPr"):
            item._p.remove(node)
    item.add_run(text)


def insert_after(item: Any, text: str) -> None:
    new = deepcopy(item._p)
    item._p.addnext(new)
    retype(Paragraph(new, item._parent), text)


def differences(zerenku: Zerenku, path: str, plan_id: str) -> list[str]:
    done = zerenku("import", path, "--against", plan_id)
    assert (done.code, done.err) == (0, "")
    head, *lines = done.out.splitlines()
    assert head == f"{path} 与 {plan_id}：" + (f"{len(lines)} 处不同" if lines else "没有不同")
    return [line.strip() for line in lines]


@pytest.mark.parametrize("kind", ["notice", "plan", "tasks"])
def test_unedited_papers_are_the_plan(zerenku: Zerenku, ours: Path, kind: str) -> None:
    zerenku("draft", kind, "--plan", ID, "-o", "稿.docx")
    assert differences(zerenku, "稿.docx", ID) == []
    edit(ours / "稿.docx", lambda _: None)
    assert differences(zerenku, "稿.docx", ID) == []


@pytest.mark.parametrize("kind", ["notice", "plan"])
def test_an_unedited_final_paper_is_the_plan(zerenku: Zerenku, held: str, kind: str) -> None:
    assert "正式稿" in zerenku("draft", kind, "--plan", held, "-o", "稿.docx").out
    assert differences(zerenku, "稿.docx", held) == []


def test_a_final_paper_imported_gives_the_same_clauses(zerenku: Zerenku, root: Path, held: str) -> None:
    zerenku("draft", "plan", "--plan", held, "-o", "稿.docx")
    assert zerenku("import", "稿.docx", "--out", "再").code == 0
    first, again = (read_plan(root / folder / f"{held}.yml", name=held)[0] for folder in ("content/plans", "再"))
    assert first is not None
    assert again is not None
    assert again.clauses == first.clauses
    assert again.title == first.title


def test_table_of_one_department(zerenku: Zerenku, ours: Path) -> None:
    zerenku("draft", "tasks", "--plan", ID, "--department", "安办", "-o", "稿.docx")
    assert differences(zerenku, "稿.docx", ID) == []


def test_cells_of_a_task_table(zerenku: Zerenku, ours: Path) -> None:
    zerenku("draft", "tasks", "--plan", ID, "-o", "表.docx")

    def change(paper: Any) -> None:
        rows = paper.tables[0].rows
        store = next(row for row in rows if "查看仓库" in row.cells[2].text)
        reword(store.cells[5].paragraphs[0], "2030年6月30日前", "2030年5月31日前")
        night = next(row for row in rows if "夜巡" in row.cells[2].text)
        retype(night.cells[3].paragraphs[0], "派出所")

    edit(ours / "表.docx", change)
    found = differences(zerenku, "表.docx", ID)
    assert found[0] == "一/（一） 完成时限：2030年6月30日前 → 2030年5月31日前"
    assert found[1].startswith("一/（二） 牵头单位：原文未写责任单位")
    assert found[1].endswith("→ 派出所")
    assert len(found) == 2


@pytest.mark.parametrize("department", ["镇政府", "安办", "派出所"])
def test_unedited_lists_are_the_plan(zerenku: Zerenku, ours: Path, department: str) -> None:
    assert zerenku("draft", "duties", "--plan", ID, "--department", department, "-o", "稿.docx").code == 0
    assert differences(zerenku, "稿.docx", ID) == []


def test_cells_of_a_list_of_one_department(zerenku: Zerenku, ours: Path) -> None:
    zerenku("draft", "duties", "--plan", ID, "--department", "镇政府", "-o", "表.docx")

    def change(paper: Any) -> None:
        rows = [row for table in paper.tables for row in table.rows]
        patrol = next(row for row in rows if "每日巡查" in row.cells[1].text)
        reword(patrol.cells[1].paragraphs[0], "每日", "每周")
        for row in rows:
            if "总结。" in row.cells[1].text:
                row._tr.getparent().remove(row._tr)

    edit(ours / "表.docx", change)
    found = differences(zerenku, "表.docx", ID)
    assert found[0] == "一 d1 具体要求：每日巡查。 → 每周巡查。"
    assert found[1].startswith("二 d1：少了这一条")
    assert len(found) == 2


def test_cells_of_a_checklist(zerenku: Zerenku, root: Path) -> None:
    clauses = """
    - {mark: 一, starts: 仓库, duties: [{obliged: [仓库], do: 清理通道。}, {obliged: [仓库], do: 每日巡查。,
       recurrence: [{every: day, n: 1, text: 每日}]}, {obliged: [仓库], do: 登记人员。}]}
    """
    (root / "content" / "plans" / f"{ID}.yml").write_text(plan(clauses), encoding="utf-8")
    assert zerenku("draft", "checklist", "--plan", ID, "--for", "仓库", "-o", "表.docx").code == 0
    assert differences(zerenku, "表.docx", ID) == []

    def change(paper: Any) -> None:
        rows = [row for table in paper.tables for row in table.rows]
        last = next(row for row in rows if "登记人员" in row.cells[1].text)
        reword(last.cells[1].paragraphs[0], "人员", "人员和货物")

    edit(root / "表.docx", change)
    assert differences(zerenku, "表.docx", ID) == ["一 d3 检查内容：仓库：登记人员。 → 仓库：登记人员和货物。"]


def test_a_row_more_and_a_row_less(zerenku: Zerenku, ours: Path) -> None:
    zerenku("draft", "tasks", "--plan", ID, "-o", "表.docx")

    def change(paper: Any) -> None:
        rows = list(paper.tables[0].rows)
        last = next(row for row in rows if "总结。" in row.cells[2].text)
        night = next(row for row in rows if "夜巡" in row.cells[2].text)
        new = deepcopy(night._tr)
        for mark in [*new.iter(qn("w:bookmarkStart")), *new.iter(qn("w:bookmarkEnd"))]:
            mark.getparent().remove(mark)
        night._tr.addnext(new)
        retype(_Row(new, paper.tables[0]).cells[2].paragraphs[0], "检修全部路灯。")
        last._tr.getparent().remove(last._tr)

    edit(ours / "表.docx", change)
    found = differences(zerenku, "表.docx", ID)
    assert len(found) == 2
    assert found[0].startswith("一/（二） 文字：多 ")
    assert "检修全部路灯" in found[0]
    assert found[1].startswith("二：少了这一条")


def test_heading_summary_and_facts_of_a_sample(zerenku: Zerenku, ours: Path) -> None:
    zerenku("draft", "plan", "--plan", ID, "-o", "稿.docx")

    def change(paper: Any) -> None:
        reword(paragraph(paper, "仓库每周看一遍"), "每周看一遍", "每周看两遍")
        reword(paragraph(paper, "仓库每周看"), "6月30日", "5月31日")
        reword(paragraph(paper, "仓库每周看"), "安全生产办公室", "人民政府")
        reword(paragraph(paper, "（二）夜间"), "夜间", "夜里")

    edit(ours / "稿.docx", change)
    found = differences(zerenku, "稿.docx", ID)
    assert [line.partition("：")[0] for line in found] == [
        "一/（一） 摘编",
        "一/（一） 责任",
        "一/（一） 时限",
        "一/（二） 标题",
    ]
    assert found[0] == "一/（一） 摘编：仓库每周看一遍。 → 仓库每周看两遍。"
    assert found[2] == "一/（一） 时限：2030年6月30日前 → 2030年5月31日前"
    assert found[3] == "一/（二） 标题：（二）夜间 → （二）夜里"


def test_a_clause_moved_keeps_its_id(zerenku: Zerenku, ours: Path) -> None:
    zerenku("draft", "plan", "--plan", ID, "-o", "稿.docx")

    def change(paper: Any) -> None:
        text, heading = paragraph(paper, "年底写一份总结"), paragraph(paper, "二、总结")
        first = paragraph(paper, "一、巡查")
        first._p.addprevious(heading._p)
        first._p.addprevious(text._p)
        reword(heading, "二、", "一、")
        reword(first, "一、", "二、")

    edit(ours / "稿.docx", change)
    assert differences(zerenku, "稿.docx", ID) == ["一 标题：一、巡查 → 二、巡查", "二 标题：二、总结 → 一、总结"]


def test_final_paper_with_words_changed_added_and_removed(zerenku: Zerenku, root: Path, held: str) -> None:
    zerenku("draft", "plan", "--plan", held, "-o", "稿.docx")

    def change(paper: Any) -> None:
        cleared = paragraph(paper, "清理通道")
        reword(cleared, "4月底前", "5月底前")
        insert_after(cleared, "冬季另行安排除冰。")
        remove(paragraph(paper, "检查电线"))

    edit(root / "稿.docx", change)
    found = differences(zerenku, "稿.docx", held)
    assert found[0].startswith("一/（一） 原文：")
    assert "4月底前" in found[0].partition(" → ")[0]
    assert "5月底前" in found[0].partition(" → ")[2]
    assert found[1] == "一/（一） 文字：多 冬季另行安排除冰。"
    assert found[2].startswith("一/（二）：少了这一条（（二）检查电线")
    assert len(found) == 3


def test_a_retyped_paragraph_is_known_by_its_words(zerenku: Zerenku, root: Path, held: str) -> None:
    zerenku("draft", "plan", "--plan", held, "-o", "稿.docx")
    line = next(line for line in NOTICE.splitlines() if "检查电线" in line)
    edit(root / "稿.docx", lambda paper: retype(paragraph(paper, "检查电线"), line.replace("6月30日", "7月31日")))
    (found,) = differences(zerenku, "稿.docx", held)
    assert found.startswith("一/（二） 原文：")
    assert "7月31日" in found.partition(" → ")[2]


def test_a_heading_removed_alone(zerenku: Zerenku, ours: Path) -> None:
    zerenku("draft", "plan", "--plan", ID, "-o", "稿.docx")
    edit(ours / "稿.docx", lambda paper: remove(paragraph(paper, "（二）夜间")))
    assert differences(zerenku, "稿.docx", ID) == ["一/（二） 文字：少 （二）夜间"]


def test_what_stands_round_the_clauses(zerenku: Zerenku, ours: Path) -> None:
    zerenku("draft", "notice", "--plan", ID, "--set", "主送机关=各村民委员会", "-o", "稿.docx")
    (found,) = differences(zerenku, "稿.docx", ID)
    assert found == "全文 文字：多 各村民委员会："


def test_a_broken_workspace_is_compared_by_places(zerenku: Zerenku, ours: Path) -> None:
    zerenku("draft", "plan", "--plan", ID, "-o", "稿.docx")
    (ours / "content" / "plans" / "x.yml").write_text("id: [", encoding="utf-8")
    done = zerenku("import", "稿.docx", "--against", ID)
    assert done.code == 0
    assert done.out.startswith(f"稿.docx 与 {ID}：")

from dataclasses import replace

import pytest

from tests.linter.drafts import paper, quotes, said
from zerenku.linter.paper import Paper
from zerenku.linter.paper_rules import title_differs as rule
from zerenku.model.outline import Found

PLAN = "柳塘镇仓库消防专项整治方案（2030—2031年）"


def notice(named: str, issued: str) -> Paper:
    """A notice that names its plan in the title and in its sentence, with the plan below."""
    sheet = paper(f"各村：\n现将《{issued}》印发给你们。\n{PLAN}\n一、目标\n", title=f"关于印发《{named}》的通知")
    at = sheet.text.index(f"\n{PLAN}\n") + 1
    head = replace(sheet.head, plan_title=Found(PLAN, at, at + len(PLAN)))
    return Paper(replace(sheet.draft, outline=replace(sheet.outline, head=head)))


@pytest.mark.parametrize("named", [PLAN, "柳塘镇仓库消防专项整治方案（2030-2031年）"])
def test_same(named: str) -> None:
    assert quotes(rule, notice(named, named)) == []


def test_other_papers_are_named_in_a_notice() -> None:
    assert quotes(rule, notice(PLAN, "青禾县安全生产委员会关于加强今冬明春工作的意见")) == []


def test_no_plan_of_its_own() -> None:
    assert quotes(rule, paper("一、目标\n", title="关于印发《柳塘镇方案》的通知")) == []


@pytest.mark.parametrize(
    ("named", "issued", "where"),
    [
        ("柳塘镇仓库消防整治方案（2030—2031年）", PLAN, "通知标题"),
        (PLAN, "柳塘镇仓库消防专项整治方案（2030—2032年）", "印发通知"),
    ],
)
def test_a_word_more_or_less(named: str, issued: str, where: str) -> None:
    sheet = notice(named, issued)
    assert quotes(rule, sheet) == [named if named != PLAN else issued]
    assert said(rule, sheet).startswith(f"{where}写“")


def test_issued_under_quite_another_name() -> None:
    """现将《…》印发 says that it issues it; what a notice passes on from above is another paper."""
    other = "柳塘镇仓储场所火灾隐患整治方案"
    sheet = notice(PLAN, other)
    assert quotes(rule, sheet) == [other]
    text = sheet.text.replace("印发给你们", "转发给你们")
    assert quotes(rule, Paper(replace(sheet.draft, outline=replace(sheet.outline, text=text)))) == []


def test_a_notice_of_several_plans() -> None:
    """Its title may sum them up, and the plans below are named each by its own name."""
    assert quotes(rule, notice("柳塘镇仓库安全工作方案", f"柳塘镇仓库用电整治方案》《{PLAN}")) == []


@pytest.mark.parametrize(
    ("named", "wrong"),
    [
        (PLAN, False),
        ("仓库消防专项整治方案（2030—2031年）", False),
        ("柳塘镇仓库防火整治方案", True),
        ("柳塘镇仓库整治方案等三个方案", False),
        ("柳塘镇仓库消防管理办法和仓库消防专项整治方案", False),
        (f"关于{PLAN}", False),
    ],
    ids=["same", "without the place", "another", "several plans", "two plans", "关于"],
)
def test_title_without_marks(named: str, *, wrong: bool) -> None:
    sheet = notice(PLAN, PLAN)
    title = f"关于印发{named}的通知"
    text = sheet.text.replace(sheet.head.title.value if sheet.head.title else "", title)
    at = text.rindex(PLAN)
    head = replace(sheet.head, title=Found(title, 0, len(title)), plan_title=Found(PLAN, at, at + len(PLAN)))
    outline = replace(sheet.outline, head=head, text=text, end=len(text))
    assert quotes(rule, Paper(replace(sheet.draft, outline=outline))) == ([named] if wrong else [])

import pytest

from tests.linter.drafts import TITLE, paper, quotes, said
from zerenku.linter.paper_rules import missing_part as rule

PARTS = "一、工作目标\n二、主要任务\n三、保障措施\n"
FILL = "各村逐户走访仓库，看电线、通道和灭火器，登记问题。" * 40
CONTACT = "联系人：王某，电话：000。\n"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"{PARTS}{FILL}每月15日前报送汇总表。{CONTACT}", TITLE),
        (f"一、任务\n{FILL}", "柳塘镇仓库管理办法"),
        ("一、任务\n查电。\n", TITLE),
        (FILL, TITLE),
    ],
    ids=["complete", "no plan", "short", "no outline"],
)
def test_nothing_to_miss(text: str, title: str) -> None:
    assert quotes(rule, paper(text, title=title)) == []


def test_missing() -> None:
    sheet = paper(f"一、任务\n{FILL}", title=TITLE)
    assert quotes(rule, sheet) == [TITLE]
    assert said(rule, sheet) == "没有找到：目标、保障、报送时间"


def test_a_short_plan_with_chapters_is_whole() -> None:
    sheet = paper("一、基本情况\n二、主要任务\n三、保障措施\n每月15日前报送汇总表。\n", title=TITLE)
    assert said(rule, sheet) == "没有找到：目标、联系人"


def test_an_office_is_no_safeguard() -> None:
    text = f"{PARTS.replace('保障措施', '其他事项')}由镇安全生产监督管理局检查，每月15日前报送汇总表。{CONTACT}"
    assert said(rule, paper(text, title=TITLE)) == "没有找到：保障"


@pytest.mark.parametrize("title", ["柳塘镇2030年安全工作要点", "柳塘镇安全生产工作意见"])
def test_what_is_no_plan_of_action_needs_no_reports(title: str) -> None:
    assert quotes(rule, paper(f"{PARTS}{FILL}", title=title)) == []


def test_a_province_names_no_contact() -> None:
    assert quotes(rule, paper(f"{PARTS}{FILL}", title=TITLE, issuers=["云岭省人民政府"])) == []


CHAPTERS = "一、总体要求\n二、工作目标\n三、重点任务\n{}四、方法步骤\n五、保障措施\n每月15日前报送汇总表。{}"


@pytest.mark.parametrize(
    ("old", "new", "missing"),
    [
        ("", "", ""),
        ("二、工作目标", "二、时间安排", "目标"),
        ("三、重点任务", "三、整治范围", "任务"),
        ("五、保障措施", "五、其他", "保障"),
        ("每月15日前报送汇总表。", "每月通报一次。", "报送时间"),
    ],
)
def test_headings_tell_what_a_plan_has(old: str, new: str, missing: str) -> None:
    """A word in passing is no chapter: 任务分解, 结果纳入考核, 目标责任."""
    text = CHAPTERS.format("对照任务分解表逐户检查，签订目标责任书，结果纳入考核。\n", CONTACT)
    found = [flaw.text for flaw in rule.check(paper(text.replace(old, new), title=TITLE))]
    assert found == ([f"没有找到：{missing}"] if missing else [])


def test_a_schedule_needs_no_goal() -> None:
    text = f"一、任务\n{FILL}\n二、保障措施\n每月15日前报送汇总表。{CONTACT}"
    assert quotes(rule, paper(text, title="柳塘镇2030年安全检查工作计划")) == []
    assert said(rule, paper(text, title=TITLE)) == "没有找到：目标"


def test_a_city_that_wants_reports_says_when() -> None:
    text = f"{PARTS}{FILL}请及时报送汇总表。"
    assert said(rule, paper(text, title="青河市消防整治方案", issuers=["青河市人民政府"])) == "没有找到：报送时间"

"""Who must act, report or lead according to the originals; the form and the set that the first plan brings along."""

from collections.abc import Iterable
from datetime import date

from tests.content.lookup import HAIMEN, YANGKOU, clause_at, plan_of
from zerenku.catalogue.catalogue import Catalogue
from zerenku.catalogue.wording import owner_line
from zerenku.model.clause import Certainty, Every
from zerenku.model.plan import Column

EIGHT_ONES = [
    ("召开一次动员部署会", "四/（一）", "各地"),
    ("组织一次系统信息录入更新", "四/（二）/¶1", "所有相关企业"),
    ("修订一次规章制度和操作规程", "四/（二）/¶2", "所有相关企业"),
    ("开展一轮安全教育和培训", "四/（二）/¶3", "所有相关企业"),
    ("实施一次生产安全事故应急救援演练", "四/（二）/¶4", "所有相关企业"),
    ("每月开展一次专题隐患排查治理", "四/（三）", "所有相关企业"),
    ("培育一批示范企业", "四/（四）", "各区镇"),
    ("组织一次现场观摩学习", "四/（四）", "区应急管理局"),
]


def leaves(columns: Iterable[Column]) -> list[tuple[str, str | None]]:
    found: list[tuple[str, str | None]] = []
    for column in columns:
        found += leaves(column.columns) if column.columns else [(column.name, column.unit)]
    return found


def test_haimen_reporting_to_the_bureau(catalogue: Catalogue) -> None:
    reports = [item.reporting for item in catalogue.reporting_of(HAIMEN) if item.reporting.clause == "五/¶1"]
    assert [report.who for report in reports] == [("各区镇",)] * 3
    assert [report.limit_chars for report in reports] == [None, 500, 1000]
    sheet, monthly, final = (report.due for report in reports)
    assert sheet is not None
    assert monthly is not None
    assert final is not None
    assert [(due.every, due.day, due.date) for due in (sheet, monthly, final)] == [
        (Every.MONTH, 15, None),
        (Every.MONTH, 15, None),
        (None, None, date(2023, 12, 20)),
    ]
    assert [report.form for report in reports] == ["jindu", None, None]
    # The paper does not say to whom: the issuing bureau is our reading, and the clause says so.
    assert {report.to for report in reports} == {("区应急管理局",)}
    assert any("没有写报给谁" in note for note in clause_at(catalogue, HAIMEN, "五/¶1").clause.notes)


def test_haimen_enterprises_upload_to_the_system(catalogue: Catalogue) -> None:
    uploads = [item.reporting for item in catalogue.reporting_of(HAIMEN) if item.reporting.clause != "五/¶1"]
    assert [(item.who, item.clause) for item in uploads] == [
        (("所有相关企业",), "四/（二）/¶1"),
        (("所有相关企业",), "四/（三）"),
        (("安全技术管理薄弱的企业",), "四/（三）"),
    ]


def test_yangkou_reporting_is_of_enterprises_only(catalogue: Catalogue) -> None:
    reports = catalogue.reporting_of(YANGKOU)
    assert [(item.reporting.who, item.reporting.clause) for item in reports] == [
        (("新增企业",), "二/（一）/5"),
        (("企业主要负责人",), "二/（六）/15"),
    ]
    assert [item.reporting.to for item in reports] == [(), ("职工大会",)]


def test_haimen_form_has_thirteen_columns_in_two_groups(catalogue: Catalogue) -> None:
    (form,) = plan_of(catalogue, HAIMEN).forms
    assert form.title == "企业安全生产标准规范“落实年”专项行动情况进度统计表"
    assert form.row_key == "地区"
    assert [(group.name, len(group.columns)) for group in form.columns] == [
        ("企业层面", 7),
        ("安全监管部门层面（含乡镇）", 6),
    ]
    found = leaves(form.columns)
    assert len(found) == 13
    assert "".join(f"{unit} " for _, unit in found).split() == "家 条 条 家 项 人次 次 个 家次 条 件 万元 家".split()
    assert plan_of(catalogue, HAIMEN).attachments[0].form == form.id


def test_haimen_eight_ones_lead_to_the_party_that_acts(catalogue: Catalogue) -> None:
    (named,) = plan_of(catalogue, HAIMEN).sets
    assert named.name == "八个一"
    found = []
    for item in named.items:
        clause = clause_at(catalogue, HAIMEN, item.clause)
        (duty,) = (duty for duty in clause.duties if duty.id == item.duty)
        found.append((item.name, item.clause, *duty.duty.obliged))
    assert found == EIGHT_ONES


def test_yangkou_named_sets_lead_to_their_duties(catalogue: Catalogue) -> None:
    found = {}
    for named in plan_of(catalogue, YANGKOU).sets:
        parties = []
        for item in named.items:
            (duty,) = (duty for duty in clause_at(catalogue, YANGKOU, item.clause).duties if duty.id == item.duty)
            assert f"{named.name}之一" in duty.duty.do
            parties.append(duty.duty.obliged)
        found[named.name] = parties
    assert found == {"三清": [("洋口镇人民政府",)] * 3, "三项硬措施": [("劳动密集型企业",)] * 3}


def test_the_one_clear_lead_of_both_plans(catalogue: Catalogue) -> None:
    duties = (*catalogue.duties_of(HAIMEN), *catalogue.duties_of(YANGKOU))
    owned = [duty for duty in duties if duty.lead]
    assert [(duty.anchor, duty.certainty) for duty in owned] == [("yangkou-2024/3-1-d4", Certainty.LEAD)]
    assert [department.short for department in owned[0].lead] == ["安监局执法中队"]
    assert owned[0].duty.obliged == ("安监局执法中队",)


def test_named_parties_of_haimen(catalogue: Catalogue) -> None:
    def obliged(path: str) -> list[tuple[str, ...]]:
        return [duty.duty.obliged for duty in clause_at(catalogue, HAIMEN, path).duties]

    assert obliged("四/（三）")[:2] == [("区应急管理局",), ("所有相关企业",)]
    assert ("区安委办",) in obliged("四/（四）")
    assert ("安全生产协作组", "商会（协会）安监站") in obliged("五/（四）")
    assert set(obliged("五/¶1")) == {("各区镇",)}


def test_who_must_drill_and_how_often_in_yangkou(catalogue: Catalogue) -> None:
    duties = clause_at(catalogue, YANGKOU, "二/（六）/16").duties
    drills = {
        enterprise.name: (rule.every, rule.n)
        for duty in duties
        if duty.for_enterprises
        for rule in duty.duty.recurrence
        for enterprise in duty.enterprises
    }
    assert drills == {
        "工贸企业": (Every.YEAR, 1),
        "劳动密集型企业": (Every.HALF_YEAR, 1),
        "厂中厂企业": (Every.HALF_YEAR, 1),
        "有限空间作业": (Every.YEAR, 1),
    }


def test_at_least_is_said_where_the_paper_says_it(catalogue: Catalogue) -> None:
    for path, count in {"二/（二）/6": 1, "二/（六）/16": 4}.items():
        rules = clause_at(catalogue, YANGKOU, path).recurrence
        assert len(rules) == count
        assert all("至少" in rule.text for rule in rules)
    said = [
        duty.duty.do for duty in catalogue.duties_of(YANGKOU) for rule in duty.duty.recurrence if "至少" in rule.text
    ]
    assert all("至少" in text for text in said)


def test_a_town_that_no_sentence_names_is_said_to_be_unnamed(catalogue: Catalogue) -> None:
    town = [duty for duty in catalogue.duties_of(YANGKOU) if "洋口镇人民政府" in duty.duty.obliged]
    assert len(town) > 80
    # 市县镇 is the one subject that takes the town in.
    assert {duty.subjects for duty in town} == {(), ("市县镇",)}
    said = {owner_line(duty).partition("；参与：")[0] for duty in town if not duty.subjects}
    assert said == {"原文未写责任单位（原句未写主语）"}
    assert any("按发文机关记作镇人民政府" in note for note in plan_of(catalogue, YANGKOU).notes)

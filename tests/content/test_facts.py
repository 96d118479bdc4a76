"""What the originals say in figures, dates and names, written down a second time: content/ must agree."""

from datetime import date

import pytest

from tests.content.lookup import HAIMEN, YANGKOU, plan_of
from zerenku.catalogue.catalogue import Catalogue
from zerenku.model.clause import Every, Operator
from zerenku.model.plan import PlanKind

HAIMEN_PATHS = """
    一 二 三 四 四/（一） 四/（二） 四/（二）/¶1 四/（二）/¶2 四/（二）/¶3 四/（二）/¶4 四/（三） 四/（四）
    五 五/（一） 五/（二） 五/（三） 五/（四） 五/¶1
""".split()
YANGKOU_PATHS = """
    一 二
    二/（一） 二/（一）/1 二/（一）/2 二/（一）/3 二/（一）/4 二/（一）/5
    二/（二） 二/（二）/6 二/（二）/7 二/（二）/8
    二/（三） 二/（三）/9 二/（三）/10 二/（三）/11
    二/（四） 二/（四）/12 二/（四）/13
    二/（五） 二/（五）/14
    二/（六） 二/（六）/15 二/（六）/16 二/（六）/17
    二/（七） 二/（七）/18 二/（七）/19 二/（七）/20 二/（七）/21
    二/（八） 二/（八）/22 二/（八）/23
    三 三/（一） 三/（二） 三/（三） 三/（四）
""".split()

DEADLINES = {
    HAIMEN: {
        "四/（一）": {"2023-02-28"},
        "四/（二）": {"2023-06-30"},
        "四/（二）/¶1": {"2023-06-30"},
        "四/（二）/¶2": {"2023-06-30"},
        "四/（二）/¶3": {"2023-06-30"},
        "四/（二）/¶4": {"2023-06-30"},
        "四/（三）": {"2023-11-30"},
        "四/（四）": {"2023-12-31"},
        "五/¶1": {"2023-12-20"},
    },
    YANGKOU: {
        "一": {"2024-12-31", "2025-12-31", "2026-12-31"},
        "二/（三）/11": {"2024-12-31", "2025-12-31"},
        "二/（四）/12": {"2024-12-31", "2026-12-31"},
        "二/（六）/15": {"2025-12-31", "2026-12-31"},
        "二/（六）/17": {"2026-12-31"},
    },
}
RECURRENCES = {
    HAIMEN: {
        "四": {(Every.MONTH, "每月开展一次")},
        "四/（三）": {(Every.MONTH, "每月定向推送"), (Every.MONTH, "每月开展一次")},
        "四/（四）": {(Every.QUARTER, "每季度")},
        "五/¶1": {(Every.MONTH, "每月15日前")},
    },
    YANGKOU: {
        "二/（二）/6": {(Every.QUARTER, "每季度至少带队检查1次")},
        "二/（二）/7": {(Every.YEAR, "每年")},
        "二/（三）/9": {(Every.YEAR, "每年")},
        "二/（六）/15": {(Every.YEAR, "每年开展一轮"), (Every.YEAR, "年度"), (Every.YEAR, "每年")},
        "二/（六）/16": {
            (Every.YEAR, "每年至少组织1次"),
            (Every.YEAR, "每年至少开展1次"),
            (Every.HALF_YEAR, "至少每半年开展1次"),
        },
        "二/（七）/18": {(Every.YEAR, "每年")},
        "二/（七）/19": {(Every.YEAR, "年度")},
        "二/（七）/21": {(Every.YEAR, "每年")},
    },
}
TARGETS = {
    HAIMEN: {"四/（四）": [(Operator.AT_LEAST, 1, "家")]},
    YANGKOU: {
        "二/（三）/11": [(Operator.AT_LEAST, 10, "%"), (Operator.EQUAL, 100, "%")],
        "二/（六）/17": [(Operator.EQUAL, 100, "%"), (Operator.EQUAL, 100, "%")],
    },
}
CITES = {
    HAIMEN: {},
    YANGKOU: {
        "二/（一）/1": ["《中小型工业企业安全管理规范化要求》"],
        "二/（一）/4": ["《关于印发洋口镇“厂中厂”安全生产专项治理行动方案的通知》（洋安委办〔2024〕23号）"],
        "二/（二）/6": ["《工贸企业重大事故隐患判定标准》"],
        "二/（六）/16": ["《关于实施重点企业工伤预防能力提升培训工程的通知》"],
    },
}
both = pytest.mark.parametrize("plan_id", [HAIMEN, YANGKOU])


def test_haimen_head(catalogue: Catalogue) -> None:
    plan = plan_of(catalogue, HAIMEN)
    assert plan.title == "海门区企业安全生产标准规范“落实年”专项行动实施方案"
    assert (plan.number, plan.kind) == ("海应急〔2023〕5号", PlanKind.PLAN)
    assert plan.issuers == ("南通市海门区应急管理局",)
    assert plan.addressees == ("各区镇（街道、管委会）安监局",)
    assert (plan.issued, plan.printed, plan.printed_by, plan.cc) == (date(2023, 1, 29), None, None, ())
    assert plan.period == ("2023-01", "2023-12")
    assert [document.number for document in catalogue.lineage(HAIMEN).basis] == ["通应急〔2023〕11号"]
    assert len(plan.attachments) == 1


def test_yangkou_head(catalogue: Catalogue) -> None:
    plan = plan_of(catalogue, YANGKOU)
    assert plan.title == "洋口镇工贸安全生产治本攻坚三年行动方案（2024—2026年）"
    assert (plan.number, plan.kind) == ("洋政〔2024〕26号", PlanKind.PLAN)
    assert plan.issuers == ("如东县洋口镇人民政府",)
    assert plan.addressees == ("各村（场）", "各单位", "相关部门")
    assert (plan.issued, plan.printed) == (date(2024, 4, 15), date(2024, 5, 6))
    assert plan.printed_by == "如东县洋口镇党政办公室"
    assert plan.period == ("2024-01", "2026-12")
    assert (plan.stages, plan.forms, plan.attachments) == ((), (), ())


@pytest.mark.parametrize(("plan_id", "paths", "count"), [(HAIMEN, HAIMEN_PATHS, 18), (YANGKOU, YANGKOU_PATHS, 38)])
def test_every_clause_is_there_in_order(catalogue: Catalogue, plan_id: str, paths: list[str], count: int) -> None:
    assert len(paths) == count
    assert [str(clause.path) for clause in catalogue.clauses_of(plan_id)] == paths


@both
def test_deadlines_stand_at_their_clauses(catalogue: Catalogue, plan_id: str) -> None:
    found = {
        str(clause.path): {str(item.date) for item in clause.deadlines} for clause in catalogue.clauses_of(plan_id)
    }
    assert {path: dates for path, dates in found.items() if dates} == DEADLINES[plan_id]


@both
def test_recurrences_stand_at_their_clauses(catalogue: Catalogue, plan_id: str) -> None:
    found = {
        str(clause.path): {(item.every, item.text) for item in clause.recurrence}
        for clause in catalogue.clauses_of(plan_id)
    }
    assert {path: rules for path, rules in found.items() if rules} == RECURRENCES[plan_id]
    assert all(item.n == 1 for clause in catalogue.clauses_of(plan_id) for item in clause.recurrence)


@both
def test_targets_stand_at_their_clauses(catalogue: Catalogue, plan_id: str) -> None:
    found = {
        str(clause.path): [(item.op, item.value, item.unit) for item in clause.targets]
        for clause in catalogue.clauses_of(plan_id)
    }
    assert {path: targets for path, targets in found.items() if targets} == TARGETS[plan_id]


@both
def test_cites_stand_at_their_clauses_and_resolve(catalogue: Catalogue, plan_id: str) -> None:
    clauses = catalogue.clauses_of(plan_id)
    found = {str(clause.path): list(clause.clause.cites) for clause in clauses if clause.clause.cites}
    assert found == CITES[plan_id]
    assert all(ref.document or ref.standard for clause in clauses for ref in clause.references)


def test_haimen_stages(catalogue: Catalogue) -> None:
    plan = plan_of(catalogue, HAIMEN)
    assert [(stage.name, stage.first, stage.last, stage.clause) for stage in plan.stages] == [
        ("动员部署阶段", "2023-01", "2023-02", "四/（一）"),
        ("具体实施阶段", "2023-03", "2023-06", "四/（二）"),
        ("排查落实阶段", "2023-07", "2023-11", "四/（三）"),
        ("督查提升阶段", "2023-12", "2023-12", "四/（四）"),
    ]
    # The paper writes only the third beginning; the others are told as our reading.
    assert any("四个阶段只有第三个写了起始月份" in note for note in plan.notes)


@both
def test_a_person_confirmed_every_field(catalogue: Catalogue, plan_id: str) -> None:
    plan = plan_of(catalogue, plan_id)
    assert plan.unconfirmed == ()
    assert not any(report.unconfirmed for report in plan.reporting)
    assert not any(clause.clause.unconfirmed for clause in catalogue.clauses_of(plan_id))


def test_items_counted_in_the_originals(catalogue: Catalogue) -> None:
    def counted(plan_id: str) -> list[tuple[str, int]]:
        return [(item.part, item.items) for item in plan_of(catalogue, plan_id).counted]

    assert counted(HAIMEN) == [("正文", 13), ("附件", 0)]
    assert counted(YANGKOU) == [("正文", 38)]


def test_haimen_duties_of_a_stage_carry_its_name_and_its_date(catalogue: Catalogue) -> None:
    last_days = {
        "四/（一）": "2023-02-28",
        "四/（二）": "2023-06-30",
        "四/（三）": "2023-11-30",
        "四/（四）": "2023-12-31",
    }
    stages = {stage.clause: stage.name for stage in plan_of(catalogue, HAIMEN).stages}
    checked = 0
    for duty in catalogue.duties_of(HAIMEN):
        stage_path = "/".join(duty.path.elements[:2])
        if stage_path in last_days:
            assert duty.duty.stage == stages[stage_path]
            assert [str(item.date) for item in duty.deadlines] == [last_days[stage_path]]
            checked += 1
    assert checked >= 20


@both
def test_a_fact_quotes_its_own_words_and_no_sentence(catalogue: Catalogue, plan_id: str) -> None:
    for clause in catalogue.clauses_of(plan_id):
        texts = [item.text for item in clause.deadlines]
        texts += [item.text for item in clause.recurrence]
        texts += [item.text for item in clause.targets]
        for text in texts:
            assert 0 < len(text) <= 16, text
            assert not any(char.isspace() for char in text), text


@both
def test_starts_are_the_first_twelve_characters_after_the_mark(catalogue: Catalogue, plan_id: str) -> None:
    for clause in catalogue.clauses_of(plan_id):
        starts, heading = clause.clause.starts, clause.clause.heading
        assert not any(char.isspace() or char == "*" for char in starts)
        assert len(starts) <= 12
        if heading is not None:
            assert starts == heading[:12] or starts.startswith(heading)
        if len(starts) < 12:
            assert starts == heading, "only a bare heading is shorter"


@both
def test_bare_headings_have_neither_summary_nor_duties(catalogue: Catalogue, plan_id: str) -> None:
    bare = {HAIMEN: {"五"}, YANGKOU: {"二", "三", *(f"二/（{number}）" for number in "一二三四五六七八")}}
    assert {str(clause.path) for clause in catalogue.clauses_of(plan_id) if not clause.clause.summary} == bare[plan_id]
    assert not any(clause.duties for clause in catalogue.clauses_of(plan_id) if str(clause.path) in bare[plan_id])

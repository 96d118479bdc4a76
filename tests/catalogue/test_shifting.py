from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support import catalogue_of, findings_of, plan
from zerenku.catalogue.shifting import shift_day, shift_month, shift_plan, shift_years, years_between
from zerenku.model.plan import Plan
from zerenku.store.yaml_writer import dump_plan

CLAUSES = """
- mark: 一
  heading: 2030年任务
  starts: 2030年任务
  text: 一、2030年任务
  summary: 2030年底前查完。
  notes: [原文有误]
  unconfirmed: [notes/0, summary]
  assignments: [{certainty: lead, lead: [镇政府], phrase: 镇政府负责}]
  targets: [{op: ">=", value: 5, unit: 次, text: 不少于5次}]
  duties:
    - {obliged: [镇政府], do: 2030年内查完《2029年规程》所列各项。, stage: 2030年启动阶段,
       deadlines: [{date: 2030-02-28, text: 2030年2月底前, what: 2030年查完}]}
    - {obliged: [镇政府], do: 每日巡查。, recurrence: [{every: day, text: 每日}]}
"""
HEAD = {
    "title": "柳塘镇2030年消防整治方案",
    "notice_title": "关于印发《柳塘镇2030年消防整治方案》的通知",
    "number": "柳政〔2030〕3号",
    "issued": "2030-02-28",
    "printed": "2030-03-01",
    "period": "[2030-01, 2032-12]",
    "opening": "开头",
    "basis": "[qinghe-2030-8]",
    "stages": "[{name: 2030年启动阶段, from: 2030-01, to: 2030-02-28, clause: 一}]",
    "reporting": "[{who: [各村], what: 2030年总结, due: {date: 2030-12-20, text: 2030年12月20日前}},"
    " {who: [各村], what: 进度, due: {every: month, day: 15, text: 每月15日前}}]",
    "notes": "[全文有误]",
    "addressees": "[各村]",
    "scope": "[仓储企业]",
    "counted": "[{part: 正文, items: 1}]",
    "attachments": "[{no: 附件, title: 名单}]",
}


def shifted(years: int) -> Plan:
    (old,) = catalogue_of(plan(CLAUSES, **HEAD)).plans
    return shift_plan(old, plan_id=f"liutang-{2030 + years}", years=years)


def test_everything_moves_and_is_doubted() -> None:
    new = shifted(2)
    assert (new.title, new.number, new.issued, new.printed) == ("柳塘镇2032年消防整治方案", None, None, None)
    assert new.notice_title == "关于印发《柳塘镇2032年消防整治方案》的通知"
    assert (new.period, new.opening, new.notes) == (("2032-01", "2034-12"), None, ())
    doubted = "number issued printed title notice_title kind issuers addressees basis period scope stages"
    assert set(new.unconfirmed) == {*doubted.split(), "attachments/0/title"}
    assert new.counted == ()
    (stage,) = new.stages
    assert (stage.name, stage.first, stage.last) == ("2032年启动阶段", "2032-01", "2032-02-29")
    summary, progress = new.reporting
    assert summary.due is not None
    assert (summary.what, str(summary.due.date), summary.due.text) == ("2032年总结", "2032-12-20", "2032年12月20日前")
    assert summary.unconfirmed == progress.unconfirmed == ("who", "what", "due")
    (clause,) = new.clauses
    assert (clause.heading, clause.starts, clause.text, clause.notes) == ("2032年任务", "2032年任务", None, ())
    assert clause.unconfirmed == ("heading", "summary", "assignments", "duties", "targets")
    duty, patrol = clause.duties
    assert (duty.do, duty.stage) == ("2032年内查完《2029年规程》所列各项。", "2032年启动阶段")
    (deadline,) = duty.deadlines
    assert (deadline.date, deadline.text, deadline.what) == (date(2032, 2, 29), "2032年2月底前", "2032年查完")
    assert patrol.recurrence[0].text == "每日"


def test_every_field_of_every_duty_is_doubted() -> None:
    linked = catalogue_of(dump_plan(shifted(1)))
    first, second = linked.duties
    assert set(first.unconfirmed) == {"obliged", "do", "deadlines", "stage"}
    assert set(second.unconfirmed) == {"obliged", "do", "recurrence"}


def test_shifted_plan_is_sound() -> None:
    assert [item for item in findings_of(dump_plan(shifted(1))) if item.rule != "unconfirmed"] == []


@given(st.dates(date(1990, 1, 1), date(2100, 12, 31)), st.integers(-30, 30))
def test_months_and_their_ends_stay(day: date, years: int) -> None:
    moved = shift_day(day, years)
    assert (moved.year, moved.month) == (day.year + years, day.month)
    ends = (day + (date(2001, 1, 2) - date(2001, 1, 1))).day == 1
    assert moved.day == day.day or ends or (day.month, day.day) == (2, 29)
    if ends:
        assert (moved + (date(2001, 1, 2) - date(2001, 1, 1))).day == 1
    assert shift_month(str(day), years) == str(moved)


@pytest.mark.parametrize(
    ("day", "years", "moved"),
    [
        ("2030-02-28", 2, "2032-02-29"),
        ("2032-02-29", 1, "2033-02-28"),
        ("2032-02-28", 1, "2033-02-28"),
        ("2030-06-30", 1, "2031-06-30"),
        ("2030-03-15", -1, "2029-03-15"),
    ],
)
def test_ends_of_february(day: str, years: int, moved: str) -> None:
    assert shift_month(day, years) == moved


@pytest.mark.parametrize(
    ("text", "moved"),
    [
        ("2030年3月底前", "2031年3月底前"),
        ("（2030—2032年）", "（2031—2033年）"),
        ("2030-2032 年", "2031-2033 年"),
        ("按《2030年方案》（青安〔2030〕8号）在2030年办", "按《2030年方案》（青安〔2030〕8号）在2031年办"),
        ("GB 30871-2022、12030年、2030家", "GB 30871-2022、12030年、2030家"),
    ],
)
def test_years_in_words(text: str, moved: str) -> None:
    assert shift_years(text, 1) == moved


@pytest.mark.parametrize(
    ("head", "years"),
    [
        ({"period": "[2028-01, 2030-12]", "issued": "2029-01-02"}, 3),
        ({"issued": "2029-01-02"}, 2),
        ({"id": "liutang-2027-2"}, 4),
        ({"id": "liutang"}, 0),
    ],
)
def test_years_between(head: dict[str, str], years: int) -> None:
    (old,) = catalogue_of(plan(**head)).plans
    assert years_between(old, 2031) == years


def test_words_of_a_fact_become_no_sentence_without_the_text_beside_them() -> None:
    words = "在2030年6月30日之前逐家完成全部沿街仓库的消防排查"
    facts = f"- {{mark: 一, starts: 任务, text: 一、任务, deadlines: [{{date: 2030-06-30, text: {words}}}]}}"
    (old,) = catalogue_of(plan(facts)).plans
    new = shift_plan(old, plan_id="liutang-2031", years=1)
    (deadline,) = new.clauses[0].deadlines
    assert deadline.text == words.replace("2030", "2031")[:23]
    assert findings_of(dump_plan(new)) == ()

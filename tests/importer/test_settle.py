from zerenku.importer.settle import settle
from zerenku.model.clause import Clause, Duty
from zerenku.model.plan import Plan, PlanKind, Reporting, Stage


def paper(**more: object) -> Plan:
    head = {"id": "", "place": "", "title": "方案", "kind": PlanKind.PLAN, "issuers": (), "clauses": ()}
    return Plan(**{**head, **more})  # type: ignore[arg-type]


def stage(name: str, clause: str, last: str = "2031-06", scope: str | None = None) -> Stage:
    return Stage(name=name, first="2031-01", last=last, clause=clause, scope=scope)


def test_sound_plan_is_left_alone() -> None:
    clause = Clause(mark="一", starts="检查", duties=(Duty(obliged=("安办",), do="检查"),))
    report = Reporting(who=("各村",), what="进度")
    sound = paper(issuers=("镇政府",), clauses=(clause,), reporting=(report,), stages=(stage("启动", "一"),))
    assert settle(sound, place_name="柳塘镇") == sound


def test_paper_that_nobody_signed() -> None:
    clause = Clause(mark="一", starts="", duties=(Duty(do="检查"),), unconfirmed=("duties/0/do",))
    settled = settle(paper(clauses=(clause,), reporting=(Reporting(who=(), what="进度"),)), place_name="柳塘镇")
    assert (settled.issuers, settled.unconfirmed) == (("柳塘镇",), ("issuers",))
    (clause,) = settled.clauses
    assert (clause.starts, clause.duties[0].obliged) == ("（无文字）", ("柳塘镇",))
    assert clause.unconfirmed == ("duties/0/do", "duties/0/obliged")
    assert [(item.who, item.unconfirmed) for item in settled.reporting] == [(("柳塘镇",), ("who",))]


def test_reports_come_from_those_addressed() -> None:
    settled = settle(paper(addressees=("各村",), reporting=(Reporting(who=(), what="进度"),)), place_name="柳塘镇")
    assert settled.reporting[0].who == ("各村",)


def test_stages_of_one_name() -> None:
    stages = (
        stage("启动", "一/1"),
        stage("总结", "一/2"),
        stage("启动", "二/1", last="2031-05"),
        stage("启动", "二/2"),
    )
    settled = settle(paper(stages=(*stages, stages[0])), place_name="柳塘镇").stages
    assert len({(item.scope, item.name) for item in settled}) == len(settled) == 4
    assert [item.scope for item in settled][:3] == ["一", None, "二"]

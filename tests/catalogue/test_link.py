"""Every dangling name is one finding at its record, with the likely name."""

import pytest

from tests.support import PATROL, catalogue_of, clause, findings_of, flaw, plan
from zerenku.catalogue.link import link
from zerenku.catalogue.registers import Registers, RegisterSources

CITE = '- ‸{{mark: 一, starts: 甲, cites: ["{}"]}}'
DUTY = "- {{mark: 一, starts: 甲, duties: [‸{{obliged: [镇政府], do: 巡查, {}}}]}}"
OWNER = "- {{mark: 一, starts: 甲, duties: [{{obliged: [镇政府], do: 巡查}}], assignments: [‸{{{}}}]}}"
REPORT = "[‸{{who: [镇政府], what: 月报, {}}}]"
STAGES = "[{name: 自查, from: 2030-01, to: 2030-02}]"


@pytest.mark.parametrize(
    ("source", "rule", "said"),
    [
        ("‸" + plan(place="liutag"), "unknown-place", "没有这个地区：liutag；是不是：liutang"),
        ("‸" + plan(issuers="[柳塘镇政府府]"), "unknown-department", "发文机关不在部门名录：柳塘镇政府府"),
        ("‸" + plan(printed_by="镇党政办"), "unknown-department", "印发机关不在部门名录：镇党政办"),
        (
            plan(OWNER.format("certainty: lead, lead: [县应急居]")),
            "unknown-department",
            "牵头单位不在部门名录：县应急居；是不是：县应急局",
        ),
        (
            plan(OWNER.format("certainty: lead, lead: [县应急局], support: [消防队]")),
            "unknown-department",
            "配合单位不在部门名录：消防队",
        ),
        (
            plan(PATROL.replace("[{obliged: [镇政府]", "[‸{obliged: [仓储企液]")),
            "unknown-party",
            "仓储企液；是不是：仓储企业",
        ),
        (plan(reporting="[‸{who: [各乡], what: 月报}]"), "unknown-party", "报送单位不在部门名录，也不在企业名录：各乡"),
        (
            plan(reporting=REPORT.format("to: [县安委办]")),
            "unknown-party",
            "受文单位不在部门名录，也不在企业名录：县安委办",
        ),
        ("‸" + plan(scope="[仓储业]"), "unknown-enterprise", "实施范围不在企业名录：仓储业；是不是：仓储企业"),
        (
            plan(DUTY.format("applies_to: [动火作]")),
            "unknown-enterprise",
            "适用对象不在企业名录：动火作；是不是：动火、动火作业",
        ),
        (
            plan(clause("applies_to: [渔业]").replace("{mark", "‸{mark")),
            "unknown-enterprise",
            "适用对象不在企业名录：渔业",
        ),
        (
            plan(clause("topics: [xiaofan]").replace("{mark", "‸{mark")),
            "unknown-topic",
            "没有这个主题：xiaofan；是不是：xiaofang",
        ),
        (plan(DUTY.format("topics: [消防]")), "unknown-topic", "没有这个主题：消防"),
        (
            plan(DUTY.format("stage: 自查"), stages="[{name: 自查阶段, from: 2030-01, to: 2030-02}]"),
            "unknown-stage",
            "没有这个阶段：自查；是不是：自查阶段",
        ),
        (plan(CITE.format("《动火规定》")), "unknown-cite", "引用的文件或标准未登记：《动火规定》"),
        (plan(CITE.format("《青禾县消防整治方案》")), "unknown-cite", "未登记"),  # two documents bear that title
        (plan(CITE.format("GB 30871-2014")), "unknown-cite", "GB 30871-2014；是不是"),
        (
            "‸" + plan(basis="[qinghe-2030-7]"),
            "unknown-document",
            "依据的文件未登记：qinghe-2030-7；是不是：qinghe-2030-8",
        ),
        ("‸" + plan(replaces="[liutang-2029]"), "unknown-plan", "没有这个方案：liutang-2029；是不是：liutang-2030"),
        ("‸" + plan(replaced_by="liutang-2031"), "unknown-plan", "没有这个方案：liutang-2031"),
        (
            plan(stages="[‸{name: 自查, from: 2030-01, to: 2030-02, clause: 二}]"),
            "unknown-clause",
            "没有这一条：二；是不是：一",
        ),
        (plan(reporting=REPORT.format("clause: 一/（一）")), "unknown-clause", "没有这一条：一/（一）"),
        (plan(reporting=REPORT.format("form: yuebao")), "unknown-form", "没有这张表：yuebao"),
        (plan(attachments="[‸{no: 附件, title: 月报表, form: yuebao}]"), "unknown-form", "没有这张表：yuebao"),
        (
            plan(sets="[‸{name: 三关, term: sanguang, items: []}]"),
            "unknown-term",
            "没有这个术语：sanguang；是不是：sanguan",
        ),
        (plan(sets="[{name: 三关, items: [‸{name: 关电, clause: 三}]}]"), "unknown-clause", "没有这一条：三"),
        (
            plan(sets="[{name: 三关, items: [‸{name: 关电, clause: 一, duty: d2}]}]"),
            "unknown-duty",
            "一 没有责任 d2；是不是：d1",
        ),
        (
            plan(OWNER.format("certainty: lead, lead: [县应急局], covers: [d1, d3]")),
            "unknown-duty",
            "covers 指向本条没有的责任：d3；是不是：d1",
        ),
    ],
)
def test_unknown_name(source: str, rule: str, said: str) -> None:
    finding = flaw(source)
    assert finding.rule == rule
    assert said in str(finding)
    assert finding.suggest


@pytest.mark.parametrize(
    ("source", "rule", "said"),
    [
        (plan(f"{PATROL}\n‸{PATROL}".replace("‸- ", "- ‸")), "duplicate-path", "条款路径重复：一；是不是"),
        (
            plan(f"{PATROL}\n{PATROL}".replace("mark: 一", 'mark: "1"', 1).replace("- {mark: 一", "- ‸{mark: 一")),
            "duplicate-path",
            "条款 一 与 1 的链接名相同",
        ),
        (plan("- ‸{mark: 一、, starts: 甲}"), "bad-mark", "序号写法不对：一、"),
        (plan(attachments="[‸{no: 附表1, title: 表}]"), "bad-mark", "附件编号写法不对：附表1"),
        (plan(attachments="[‸{no: 一, title: 表, clauses: []}]"), "bad-mark", "附件编号写法不对：一"),
        (plan("- ‸{mark: 一, starts: ''}"), "bad-starts", "前 12 个字"),
        (plan("- ‸{mark: 一, starts: 一二三四五六七八九十一二三}"), "bad-starts", "前 12 个字"),
        (
            plan("- ‸{mark: ¶1234, starts: 甲}", id="liutang-zhongdian-changsuo-xiaofang-2030"),
            "long-anchor",
            "40 个字符",
        ),
        (plan(DUTY.format("id: 甲")), "bad-id", "责任编号写法不对：甲"),
        (
            plan("- {mark: 一, starts: 甲, duties: [{obliged: [各村], do: 甲, id: d2}, ‸{obliged: [各村], do: 乙}]}"),
            "duplicate-id",
            "本条责任编号重复：d2",
        ),
        (plan("- {mark: 一, starts: 甲, duties: [‸{do: 巡查}]}"), "no-obliged", "责任 d1 没有写由谁来做"),
        (plan(reporting="[‸{who: [], what: 月报}]"), "no-obliged", "没有写由谁报"),
        (plan(OWNER.format("certainty: none, lead: [县应急局]")), "certainty", "certainty 为 none 时不能写 lead"),
        (plan(OWNER.format("certainty: lead")), "certainty", "没有写明责任单位"),
        (plan(OWNER.format("certainty: collective, support: [县应急局]")), "certainty", "没有写明责任单位"),
        (
            plan(clause("unconfirmed: [duties/1/obliged]").replace("{mark", "‸{mark")),
            "bad-unconfirmed",
            "不存在的字段：duties/1/obliged",
        ),
        (plan(clause("unconfirmed: [duties/0/owner]").replace("{mark", "‸{mark")), "bad-unconfirmed", "duties/0/owner"),
        (plan(clause("unconfirmed: [duties/-1]").replace("{mark", "‸{mark")), "bad-unconfirmed", "duties/-1"),
        (plan(clause("unconfirmed: ['']").replace("{mark", "‸{mark")), "bad-unconfirmed", "不存在的字段"),
        ("‸" + plan(unconfirmed="[stages/0/from]"), "bad-unconfirmed", "stages/0/from"),
        ("‸" + plan(unconfirmed="[stages/0/first]", stages=STAGES), "bad-unconfirmed", "stages/0/first"),
        (plan(reporting=REPORT.format("unconfirmed: [due/day]")), "bad-unconfirmed", "due/day"),
    ],
)
def test_flaw_of_structure(source: str, rule: str, said: str) -> None:
    finding = flaw(source)
    assert finding.rule == rule
    assert said in str(finding)
    assert finding.suggest


@pytest.mark.parametrize(
    "source",
    [
        plan(unconfirmed="[issued, stages/0/from, stages]", stages=STAGES),
        plan(clause("unconfirmed: [duties/0/obliged, duties/0/obliged/0, heading]")),
        plan(reporting="[{who: [镇政府], what: 月报, due: {every: month, day: 5}, unconfirmed: [due/day, who]}]"),
        plan(f"{PATROL}\n{PATROL}".replace("mark: 一", "mark: 一#2", 1)),
        plan(attachments="[{no: 附件1, title: 甲, clauses: [{mark: 一, starts: 甲}]}, {no: 附件2, title: 乙}]"),
        plan("- {mark: 一, starts: 一二三四五六七八九十一二}"),
        plan("[]"),
    ],
)
def test_no_flaw(source: str) -> None:
    assert findings_of(source) == ()


def test_nothing_links_to_nothing() -> None:
    catalogue, findings = link([], Registers(RegisterSources()))
    assert (catalogue.plans, findings) == ((), [])


def test_an_unknown_name_is_told_wherever_it_stands() -> None:
    flawed = [clause("applies_to: [不明企业], cites: [《不明》], topics: [bu-ming]", mark=mark) for mark in "一二"]
    found = findings_of(plan("\n".join(flawed)))
    for rule in ("unknown-enterprise", "unknown-cite", "unknown-topic"):
        assert [item.rule for item in found].count(rule) == 2, rule
    assert len({item.span for item in found}) == 2


def test_the_same_names_give_the_same_entries() -> None:
    facts = "assignments: [{certainty: lead, lead: [镇政府], support: [安办]}]"
    one, other = catalogue_of(plan("\n".join(clause(facts, mark=mark) for mark in "一二"))).duties
    assert one.obliged is other.obliged
    assert one.assignments[0].lead is other.assignments[0].lead
    assert [party.written for party in one.obliged] == ["镇政府"]

"""报告 to a superior."""

import pytest

from generators import blocks as b
from generators.compose.upward import compose_upward
from tests.support import catalogue_of, plan
from zerenku.catalogue.catalogue import Catalogue
from zerenku.errors import UnknownName

DEADLINE = "deadlines: [{date: 2030-06-30, text: 6月底前, what: 查完}]"
SOURCE = f"""
- mark: 一
  heading: 目标
  starts: 目标
  duties: [{{obliged: [镇政府], do: 通畅。}}]
- mark: 二
  heading: 任务
  starts: 任务
  clauses:
    - mark: （一）
      heading: 摸底
      starts: 摸底
      duties: [{{obliged: [镇政府], do: 摸底。, {DEADLINE}}}, {{obliged: [镇政府], do: 建账。}}]
    - {{mark: （二）, heading: 夜查, starts: 夜查, duties: [{{obliged: [镇政府], do: 夜查。}}]}}
"""
REPORTING = """[{who: [各村], to: [镇政府], what: 夜查情况, clause: 一},
  {who: [镇政府], to: [应急管理局], what: 年度总结, clause: 二}]"""
NIGHT = "{mark: 一, heading: 夜查, starts: 夜查, duties: [{obliged: [镇政府], do: 夜查。}]}"
ATTACHED = f"[{{no: 附件, title: 夜查专项方案, clauses: [{NIGHT}]}}]"


def town(**lines: str) -> Catalogue:
    return catalogue_of(plan(SOURCE, **lines))


def only(document: b.Document, kind: type[b.Block]) -> b.Block:
    found = [block for block in document.blocks if isinstance(block, kind)]
    assert len(found) == 1
    return found[0]


def texts(document: b.Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, b.Para | b.Heading)]


def test_who_reports_to_whom() -> None:
    document = compose_upward(town(reporting=REPORTING), "liutang-2030")
    assert only(document, b.Masthead) == b.Masthead(
        issuers=("柳塘镇人民政府",), number="××〔　　〕　号", signers=("　　　",)
    )
    assert only(document, b.Title) == b.Title(("关于柳塘镇消防整治开展情况的报告",))
    assert only(document, b.Addressees) == b.Addressees("青禾县应急管理局")
    assert texts(document)[0] == "按照《柳塘镇消防整治方案》二关于报送年度总结的要求，现将有关情况报告如下："
    assert only(document, b.Signature) == b.Signature(names=("柳塘镇人民政府",), date="　　年　月　日")
    assert document.banner == "样稿，文字系摘编，以原文为准"


def test_another_reporter_goes_where_its_own_rule_says() -> None:
    document = compose_upward(town(reporting=REPORTING), "liutang-2030", fields={"发文机关": "各村", "签发人": "张三"})
    assert only(document, b.Addressees) == b.Addressees("柳塘镇人民政府")
    head = only(document, b.Masthead)
    assert isinstance(head, b.Masthead)
    assert (head.issuers, head.signers) == (("各村",), ("张三",))


def test_without_a_rule_it_goes_to_who_issued_the_basis_or_stays_blank() -> None:
    papers = "- {id: qinghe-8, title: 青禾县消防整治方案, number: 青安〔2030〕8号, issuer: 青禾县安委会}\n"
    catalogue = catalogue_of(plan(SOURCE, basis="[qinghe-8]"), documents=papers)
    document = compose_upward(catalogue, "liutang-2030")
    assert only(document, b.Addressees) == b.Addressees("青禾县安委会")
    assert texts(document)[0].startswith("按照《青禾县消防整治方案》（青安〔2030〕8号）的部署")
    assert only(compose_upward(town(), "liutang-2030"), b.Addressees) == b.Addressees("××××××")
    filled = compose_upward(town(), "liutang-2030", fields={"主送机关": "青禾县人民政府"})
    assert only(filled, b.Addressees) == b.Addressees("青禾县人民政府")


def test_facts_of_the_plan_and_blanks_for_the_rest() -> None:
    said = texts(compose_upward(town(period='["2030-01", "2030-12"]'), "liutang-2030"))
    blank = "进展情况：________________。"
    assert said[2:5] == [
        "该方案由柳塘镇人民政府印发，实施期限为2030年1月至12月。",
        "经梳理，该方案共有任务和要求4项，其中写明完成日期的1项。",
        "二、工作开展情况",
    ]
    assert "已完成________项" in said[5]
    assert said[6:15] == [
        *("（一）摸底", "安排任务2项，2030年6月30日前到期的有：查完。", blank),
        *("（二）夜查", "安排任务1项。", blank),
        *("（三）其他任务", "除上述外，还有任务和要求1项，逐项进展见任务分解表。", blank),
    ]
    assert said[-1] == "特此报告。"
    assert "".join(said).count("《柳塘镇消防整治方案》") == 1


def test_what_falls_due_on_one_day_is_told_together_and_not_twice() -> None:
    days = "".join(
        f"{{obliged: [镇政府], do: 做。, deadlines: [{{date: 2030-0{month}-30, text: 底前, what: {what}}}]}}, "
        for month, what in ((6, "查完"), (6, "各村查完"), (6, "登记"), (6, "建账"), (6, "培训"), (4, "摸底"))
    )
    source = f"[{{mark: 一, heading: 任务, starts: 任务, duties: [{days}]}}]"
    said = texts(compose_upward(catalogue_of(plan(source)), "liutang-2030"))
    assert "安排任务6项，2030年4月30日前到期的有：摸底；2030年6月30日前到期的有：查完、登记、建账等4项。" in said


def test_stages_order_the_work() -> None:
    said = texts(compose_upward(town(stages="[{name: 摸底阶段, from: 2030-01, to: 2030-03}]"), "liutang-2030"))
    assert said[2] == "该方案由柳塘镇人民政府印发。"
    assert "（一）摸底阶段（2030年1月至3月）" in said
    assert "（一）摸底" not in said
    two = "[{name: 摸底阶段, from: 2030-01, to: 2030-03}, {name: 整治阶段, from: 2030-04, to: 2030-06}]"
    said = texts(compose_upward(town(stages=two), "liutang-2030"))
    assert said[2] == "该方案由柳塘镇人民政府印发，分摸底阶段和整治阶段两个阶段推进。"


def test_joint_issuers_sign_together() -> None:
    document = compose_upward(town(issuers="[柳塘镇安全生产办公室, 柳塘镇人民政府]"), "liutang-2030")
    head, signature = only(document, b.Masthead), only(document, b.Signature)
    assert isinstance(head, b.Masthead)
    assert isinstance(signature, b.Signature)
    assert head.issuers == signature.names == ("柳塘镇安全生产办公室", "柳塘镇人民政府")
    assert head.signers == ("　　　", "　　　")


def test_a_rule_of_an_attachment_asks_about_the_attachment() -> None:
    reporting = "[{who: [镇政府], to: [应急管理局], what: 专项总结, clause: 附件/一}]"
    catalogue = town(attachments=ATTACHED, reporting=reporting)
    part = compose_upward(catalogue, "liutang-2030", report="liutang-2030/r1")
    assert only(part, b.Title) == b.Title(("关于夜查专项开展情况的报告",))
    assert any("《夜查专项方案》共有任务和要求1项" in text for text in texts(part))
    whole = compose_upward(catalogue, "liutang-2030")
    assert only(whole, b.Title) == b.Title(("关于柳塘镇消防整治开展情况的报告",))
    assert only(whole, b.Addressees) == b.Addressees("青禾县应急管理局")
    assert texts(whole)[0] == "现将《柳塘镇消防整治方案》落实情况报告如下："
    with pytest.raises(UnknownName, match="r9"):
        compose_upward(catalogue, "liutang-2030", report="liutang-2030/r9")

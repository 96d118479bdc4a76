"""部门责任清单: the letter and the lists."""

import pytest

from generators import blocks as b
from generators.compose.duties import compose_all_duties, compose_duties
from tests.support import catalogue_of, plan
from zerenku.catalogue.catalogue import Catalogue
from zerenku.errors import UnknownName

SOURCE = """
- mark: 一
  heading: 巡查
  starts: 巡查
  duties:
    - {obliged: [派出所], do: 夜查。, recurrence: [{every: month, text: 每月}]}
    - {obliged: [派出所], do: 摸底。, deadlines: [{date: 2030-06-30, text: 6月底前}]}
    - {obliged: [仓库], do: 清理通道。}
    - {obliged: [派出所], do: 通报情况。}
    - {obliged: [镇政府], do: 督促。, deadlines: [{date: 2030-09-30, text: 9月底前}]}
  assignments:
    - {certainty: lead, lead: [派出所], covers: [d1, d2]}
    - {certainty: joint, lead: [派出所, 安办], covers: [d3]}
    - {certainty: lead, lead: [安办], support: [派出所], covers: [d5]}
"""
REPORTING = (
    "[{who: [派出所], to: [镇政府], what: 巡查情况, due: {every: month, day: 15}, limit_chars: 300, clause: 一}]"
)


def town(**more: str) -> Catalogue:
    return catalogue_of(plan(SOURCE, reporting=REPORTING, **more))


def texts(document: b.Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, b.Para)]


def test_the_letter() -> None:
    document = compose_duties(
        town(printed_by="安办"), "liutang/paichusuo", plan_id="liutang-2030", fields={"联系人": "张三"}
    )
    head, title, addressees, first, second, third = document.blocks[:6]
    assert head == b.LetterHead(issuer="安办", number="××〔　　〕　号")
    assert title == b.Title(("关于落实《柳塘镇消防整治", "方案》部门责任的函"))
    assert addressees == b.Addressees("柳塘派出所")
    assert isinstance(first, b.Para)
    assert first.text.endswith("清单共6项：牵头2项，未明确牵头的1项，配合1项，自行落实1项，报送1项。")
    assert isinstance(second, b.Para)
    assert second.text == ("其中，写明完成日期的2项，最早的是2030年6月30日前，最晚的是2030年9月30日前；定期开展的1项。")
    assert isinstance(third, b.Para)
    assert "逐项明确责任人员" in third.text
    assert b.Signature(names=("安办",), date="　　年　月　日") in document.blocks
    assert b.AttachmentNote(("柳塘派出所责任清单",)) in document.blocks
    assert "（联系人：张三，联系电话：________________）" in texts(document)
    assert document.banner == "样稿，文字系摘编，以原文为准"


def test_every_duty_stands_once_by_deadline() -> None:
    document = compose_duties(town(), "liutang/paichusuo", plan_id="liutang-2030")
    heads = [block.text for block in document.blocks if isinstance(block, b.Heading)]
    assert heads == [
        "一、牵头的事项（2项）",
        "二、未明确牵头、列有本单位的事项（1项）",
        "三、配合的事项（1项）",
        "四、原文以本单位为落实一方的事项（1项）",
        "五、应当报送的材料（1项）",
    ]
    tables = [block for block in document.blocks if isinstance(block, b.Table)]
    assert [[row[1] for row in table.rows] for table in tables] == [
        ["摸底。", "夜查。"],
        ["仓库：清理通道。"],
        ["镇政府：督促。"],
        ["通报情况。"],
        ["巡查情况"],
    ]
    assert tables[2].columns[2].name == "牵头单位"
    assert tables[2].rows[0][2] == "安办"
    assert tables[4].rows[0][2:] == ("柳塘镇人民政府", "每月15日前", "300字左右", "一")


def test_nothing_is_asked_of_a_superior() -> None:
    above = "- {mark: 一, starts: 上报, duties: [{obliged: [应急管理局], do: 指导。}]}"
    document = compose_duties(catalogue_of(plan(above)), "qinghe/yingji", plan_id="liutang-2030")
    assert any(text.startswith("请予指导支持。") for text in texts(document))


def test_a_batch_has_no_letter_to_whoever_stands_above() -> None:
    source = (
        "- {mark: 一, starts: 上报, duties: [{obliged: [应急管理局], do: 指导。}, {obliged: [镇政府], do: 部署。}, "
        "{obliged: [派出所], do: 查。}]}"
    )
    below = catalogue_of(plan(source, issuers="[柳塘镇安全生产办公室]"))
    letters = {item.id: paper for item, paper in compose_all_duties(below, plan_id="liutang-2030")}
    assert {name for name, paper in letters.items() if paper is None} == {"qinghe/yingji", "liutang/zhengfu"}
    own = {item.id: paper for item, paper in compose_all_duties(catalogue_of(plan(source)), plan_id="liutang-2030")}
    assert {name for name, paper in own.items() if paper is None} == {"qinghe/yingji"}
    single = compose_duties(below, "liutang/zhengfu", plan_id="liutang-2030")
    assert any(text.startswith("请予指导支持。") for text in texts(single))


def test_a_batch_cannot_have_one_addressee() -> None:
    with pytest.raises(UnknownName, match="主送机关"):
        list(compose_all_duties(town(), plan_id="liutang-2030", fields={"主送机关": "各村"}))


def test_all_departments_of_a_plan_and_of_the_catalogue() -> None:
    other = plan(SOURCE, id="sangyuan-2030", place="sangyuan", title="桑园镇夜查方案", issuers="[桑园镇人民政府]")
    other = other.replace("安办", "桑园镇人民政府")
    catalogue = catalogue_of(plan(SOURCE), other)
    of_plan = {department.id: paper for department, paper in compose_all_duties(catalogue, plan_id="liutang-2030")}
    assert list(of_plan) == ["liutang/zhengfu", "liutang/anban", "liutang/paichusuo"]
    assert of_plan["liutang/anban"] == compose_duties(catalogue, "liutang/anban", plan_id="liutang-2030")
    everywhere = [department.id for department, _ in compose_all_duties(catalogue)]
    assert everywhere == [*of_plan, "sangyuan/zhengfu", "sangyuan/paichusuo"]


def test_lists_of_several_plans_name_them() -> None:
    later = plan(SOURCE, id="liutang-2031", title="柳塘镇夜查方案", period='["2031-01", "2031-12"]')
    catalogue = catalogue_of(plan(SOURCE, period='["2030-01", "2030-12"]'), later)
    document = compose_duties(catalogue, "liutang/anban")
    table = next(block for block in document.blocks if isinstance(block, b.Table))
    assert {row[-1] for row in table.rows} == {"柳塘镇2030年方案 一", "柳塘镇2031年方案 一"}
    assert texts(document)[-1].endswith(
        "柳塘镇2030年方案：《柳塘镇消防整治方案》；柳塘镇2031年方案：《柳塘镇夜查方案》。"
    )

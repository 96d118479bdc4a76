import base64
import io
from pathlib import Path
from typing import Any

import pytest
from docx.document import Document as Docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from generators.template.fill import TemplateRefused, fill_template
from generators.template.names import KNOWN, known_names, listed, names_of
from generators.template.values import own_values, values_of
from tests.generators.template.templates import MARK, VALUES, changed, opened, parts, rows, table, template, texts
from tests.support import catalogue_of, clause, plan
from zerenku.errors import UnknownName
from zerenku.extract.reading import extract

PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
FINAL = {**VALUES, "样稿": ""}


def test_fields_in_text() -> None:
    filled = fill_template(template("关于《{{ 方案.名称 }}》", "期限：{{方案.期限}}，联系人{{ 联系人 }}"), FINAL)
    assert texts(filled) == ["关于《柳塘镇消防整治方案》", "期限：2030年1月至2030年12月，联系人某某"]


def test_rows_of_a_table() -> None:
    data = table(
        ("序号", "要求", "牵头"),
        ("{%tr for 项 in 责任 %}",),
        ("{{ 项.序号 }}", "{{ 项.要求 }}", "{{ 项.牵头单位 }}"),
        ("{%tr endfor %}",),
    )
    assert rows(fill_template(data, FINAL)) == [
        ["序号", "要求", "牵头"],
        ["1", "每日巡查 <仓库> & 车间", "安办"],
        ["2", "登记隐患\n逐项销号", "派出所"],
        ["3", "张贴提示", "镇政府"],
    ]


def test_paragraphs_conditions_and_filters() -> None:
    data = template(
        "{%p for 项 in 责任 %}",
        "{{ loop.index }}．{{ 项.要求[:4] }}{% if not loop.last %}；{% else %}。{% endif %}",
        "{%p endfor %}",
        "{%p if 方案.摘要 %}",
        "摘要：{{ 方案.摘要 }}",
        "{%p endif %}",
        "{{ 方案.摘要 or '（略）' }}{{ 责任|length }}项，牵头：{{ 责任|join('、', attribute='牵头单位') }}",
        "{% for 甲 in 部门 %}{% for 乙 in 甲.牵头 %}{{ 甲.名称 }}{{ 乙.要求 }}{% endfor %}{% endfor %}",
    )
    assert texts(fill_template(data, FINAL)) == [
        "1．每日巡查；",
        "2．登记隐患；",
        "3．张贴提示。",
        "（略）3项，牵头：安办、派出所、镇政府",
        "安办每日巡查",
    ]


def test_fields_torn_over_runs_and_in_smart_quotes() -> None:
    def torn(document: Docx) -> None:
        paragraph = document.add_paragraph()
        for piece in ("名称：{", "{ 方案", ".名", "称 }", "}；", "{{ 方案.摘要 or ‘无’ }}"):
            paragraph.add_run(piece).bold = piece == ".名"

    assert texts(fill_template(template(change=torn), FINAL)) == ["名称：柳塘镇消防整治方案；无"]


def test_merged_cells_of_a_loop() -> None:
    data = table(("{%tr for 项 in 责任 %}",), ("{% vm %}{{ 项.任务 }}", "{{ 项.要求 }}"), ("{%tr endfor %}",))
    xml = parts(fill_template(data, FINAL))["word/document.xml"].decode()
    assert xml.count('w:vMerge w:val="restart"') == 1
    assert xml.count('w:vMerge w:val="continue"') == 2


def test_fields_in_header_and_footer() -> None:
    def furniture(document: Docx) -> None:
        document.sections[0].header.paragraphs[0].text = "{{ 方案.名称 }}"
        document.sections[0].footer.paragraphs[0].text = "{{ 联系人 }}"

    section = opened(fill_template(template("正文", change=furniture), FINAL)).sections[0]
    assert [section.header.paragraphs[0].text, section.footer.paragraphs[0].text] == ["柳塘镇消防整治方案", "某某"]


def test_values_are_never_read_as_a_template() -> None:
    values = {**FINAL, "联系人": "{{ 方案.名称 }}{% for x in y %}<w:p/>\x07\x0c"}
    filled = fill_template(template("{{ 联系人 }}"), values)
    assert texts(filled) == ["{{ 方案.名称 }}{% for x in y %}<w:p/>"]


def test_word_finds_what_it_insists_on() -> None:
    data = table(("{%tr for 项 in 责任 %}",), ("{{ 项.要求 }}",), ("{%tr endfor %}",))
    assert opened(fill_template(data, {**FINAL, "责任": []})).tables == []
    cell = template(change=_one_cell)
    assert opened(fill_template(cell, FINAL)).tables[0].cell(0, 0).text == ""


def _one_cell(document: Docx) -> None:
    cell = document.add_table(rows=1, cols=1).cell(0, 0)
    cell.text = "{%p if 方案.摘要 %}"
    cell.add_paragraph("{{ 方案.摘要 }}")
    cell.add_paragraph("{%p endif %}")


def test_same_bytes_and_nothing_of_the_machine() -> None:
    def signed(document: Docx) -> None:
        document.core_properties.author = "某甲"
        document.core_properties.title = "{{ 方案.名称 }}"

    data = template("{{ 方案.名称 }}", change=signed)
    filled = fill_template(data, VALUES)
    assert filled == fill_template(data, VALUES)
    core = parts(filled)["docProps/core.xml"].decode()
    assert "某甲" not in core
    assert "柳塘镇消防整治方案（样稿）" in core
    assert next(iter(parts(filled))) == "[Content_Types].xml"


# ------------------------------------------------------------------------------------------------------- sample mark


def test_mark_goes_into_the_header() -> None:
    filled = opened(fill_template(template("{{ 方案.名称 }}"), VALUES))
    assert filled.sections[0].header.paragraphs[0].text == MARK


def test_mark_goes_into_every_kind_of_page() -> None:
    def three(document: Docx) -> None:
        section = document.sections[0]
        section.different_first_page_header_footer = True
        section.header.paragraphs[0].text = "原有页眉"
        document.settings.odd_and_even_pages_header_footer = True
        document.add_section()

    filled = opened(fill_template(template("正文", change=three), VALUES))
    for section in filled.sections:
        for header in (section.header, section.first_page_header, section.even_page_header):
            assert header.paragraphs[0].text == MARK
    assert filled.sections[0].header.paragraphs[1].text == "原有页眉"


def test_mark_of_the_template_is_enough() -> None:
    filled = opened(fill_template(template("{{ 样稿 }}"), VALUES))
    assert filled.paragraphs[0].text == MARK
    assert filled.sections[0].header.is_linked_to_previous


@pytest.mark.parametrize("condition", ["{% if 方案.摘要 %}{{ 样稿 }}{% endif %}", "{{ 样稿[:2] }}"])
def test_mark_that_does_not_show_is_not_enough(condition: str) -> None:
    filled = opened(fill_template(template(condition), VALUES))
    assert filled.sections[0].header.paragraphs[0].text == MARK


def test_hidden_mark_is_not_enough() -> None:
    def hidden(document: Docx) -> None:
        document.add_paragraph().add_run("{{ 样稿 }}").font.hidden = True

    assert opened(fill_template(template(change=hidden), VALUES)).sections[0].header.paragraphs[0].text == MARK


def test_final_paper_has_no_mark() -> None:
    assert opened(fill_template(template("正文"), FINAL)).sections[0].header.is_linked_to_previous


# ------------------------------------------------------------------------------------------------------------ values


CLAUSES = """
- mark: 一
  heading: 巡查。
  starts: 各单位要
  summary: 每日巡查。
  assignments: [{certainty: lead, lead: [安办], support: [派出所], phrase: 由安办牵头}]
  duties:
    - {obliged: [镇政府], do: 每日巡查。, deadlines: [{date: 2030-06-30, text: 6月底前}], evidence: 巡查簿}
"""


def test_everything_that_is_promised_is_there() -> None:
    catalogue = catalogue_of(
        plan(
            CLAUSES,
            number="柳政〔2030〕1号",
            summary="一句话",
            stages="[{name: 排查, from: 2030-01, to: 2030-03}]",
            reporting="[{who: [安办], to: [镇政府], what: 小结, due: {every: month, day: 15, text: 每月15日前}}]",
        )
    )
    values: dict[str, Any] = values_of(catalogue, "liutang-2030", fields={"联系人": "某某", "会议地点": "二楼"})
    named = {name for name, _ in listed(names_of(values).within)}
    for row in values["部门"]:
        named |= {f"部门[].{name}" for name, _ in listed(names_of(row).within)}
    promised = {name for name, _ in listed(KNOWN)}
    # Nobody in this plan is named without a clear lead: that list has no member to show its names.
    assert promised - named == {name for name in promised if name.startswith("部门[].分担[].")}
    assert named - promised == {"会议地点"}
    assert values["样稿"] == MARK
    assert values["会议地点"] == "二楼"
    (row,) = values["责任"]
    assert row["牵头单位"] == "安办"
    assert row["完成时限"] == "2030年6月30日前"
    assert values["时限"][0]["日期"] == "2030年6月30日"
    assert values["报送"][0]["时限"] == "每月15日前"


def test_department_narrows_the_duties() -> None:
    catalogue = catalogue_of(plan(CLAUSES))
    mine: dict[str, Any] = values_of(catalogue, "liutang-2030", department_id="liutang/anban")
    others: dict[str, Any] = values_of(catalogue, "liutang-2030", department_id="sangyuan/zhengfu")
    assert [len(mine["责任"]), len(others["责任"]), mine["本部门"]] == [1, 0, "柳塘镇安全生产办公室"]
    assert [row["名称"] for row in mine["部门"]] == ["柳塘镇安全生产办公室"]


def test_number_and_day_of_the_plan_only_where_it_holds_its_own_text() -> None:
    """A paper filled from our summaries must not carry what makes it look issued."""
    head = {"number": "柳政〔2030〕7号", "issued": "2030-01-20"}
    ours: dict[str, Any] = values_of(catalogue_of(plan(clause(), **head)), "liutang-2030")
    held: dict[str, Any] = values_of(catalogue_of(plan(clause(), opening="现印发给你们。", **head)), "liutang-2030")
    assert [ours["方案"]["文号"], ours["方案"]["成文日期"]] == ["××〔　　〕　号", "　　年　月　日"]
    assert [held["方案"]["文号"], held["方案"]["成文日期"]] == ["柳政〔2030〕7号", "2030年1月20日"]
    assert ours["样稿"]


@pytest.mark.parametrize("name", ["样稿", "文号", "成文日期", "责任", "本部门", "_x", "a b", "1号"])
def test_what_a_person_may_not_fill(name: str) -> None:
    with pytest.raises(UnknownName):
        own_values({name: "终稿"})


def test_without_a_plan_only_own_names() -> None:
    filled = fill_template(template("{{ 文号 }}{{ 地点 }}"), own_values({"地点": "二楼"}))
    assert texts(filled) == ["××〔　　〕　号二楼"]
    with pytest.raises(TemplateRefused, match="请加 --plan"):
        fill_template(template("{{ 方案.名称 }}"), own_values())
    assert "地点" in {item.name for item in known_names(plan=False, own=["地点"])}


def test_read_again_by_the_importer(tmp_path: Path) -> None:
    values = values_of(catalogue_of(plan(clause())), "liutang-2030")
    path = tmp_path / "文.docx"
    path.write_bytes(fill_template(template("{{ 方案.引用 }}"), values))
    assert "《柳塘镇消防整治方案》" in [line.text for line in extract(path).lines]


def test_pictures_and_their_numbers() -> None:
    def stamped(document: Docx) -> None:
        document.add_paragraph("{%p for 项 in 责任 %}")
        document.add_paragraph().add_run().add_picture(io.BytesIO(PNG))
        document.add_paragraph("{%p endfor %}")

    filled = fill_template(template(change=stamped), FINAL)
    ids = [node.get("id") for node in opened(filled).element.iter(qn("wp:docPr"))]
    assert ids == ["1", "2", "3"]
    assert [name for name in parts(filled) if "media" in name] == ["word/media/image1.png"]


def test_bookmarks_are_not_repeated() -> None:
    def marked(document: Docx) -> None:
        document.add_paragraph("{%p for 项 in 责任 %}")
        paragraph = document.add_paragraph("{{ 项.要求 }}")
        for name in ("w:bookmarkStart", "w:bookmarkEnd"):
            node = OxmlElement(name)
            node.set(qn("w:id"), "7")
            node.set(qn("w:name"), "处")
            paragraph._p.append(node)
        document.add_paragraph("{%p endfor %}")

    xml = parts(fill_template(template(change=marked), FINAL))["word/document.xml"].decode()
    assert [xml.count("<w:bookmarkStart"), xml.count("<w:bookmarkEnd")] == [1, 1]


def test_template_type_becomes_a_document() -> None:
    dotx = changed(
        template("{{ 方案.名称 }}"),
        {"[Content_Types].xml": lambda text: text.replace(b"document.main+xml", b"template.main+xml")},
    )
    assert texts(fill_template(dotx, FINAL)) == ["柳塘镇消防整治方案"]

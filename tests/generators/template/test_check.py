import pytest
from docx.document import Document as Docx

from generators.template.check import check_template, inspect
from generators.template.fill import TemplateRefused, fill_template
from generators.template.names import KNOWN, known_names
from tests.generators.template.templates import VALUES, body, opened, table, template
from zerenku.model.finding import Finding, Severity


def found(*paragraphs: str) -> Finding:
    """The one finding of a template."""
    (finding,) = check_template(template(*paragraphs))
    return finding


def test_good_template_has_no_findings_and_tells_its_names() -> None:
    data = template(
        "{{ 方案.名称 }}{{ 联系人 }}",
        "{%p for 甲 in 部门 %}",
        "{% for 乙 in 甲.牵头 %}{{ loop.index }}{{ 乙.要求 }}{% endfor %}",
        "{%p endfor %}",
        "{{ 责任[0].要求 }}{{ 责任|join('、', '牵头单位') }}",
    )
    checked = inspect(data)
    assert checked.findings == ()
    paths = "方案.名称 联系人 部门[] 部门[].牵头[] 部门[].牵头[].要求 责任[] 责任[].要求 责任[].牵头单位"
    assert checked.used == tuple(paths.split())


def test_every_name_alone_is_fine() -> None:
    for item in KNOWN:
        texts = [item] if item.is_text else []
        inner = [inner for inner in item.within if inner.is_text]
        loop = f"{{% for 甲 in {item.name} %}}" if item.several else ""
        base = "甲" if item.several else item.name
        fields = "".join(f"{{{{ {base}.{name.name} }}}}" for name in inner)
        own = "".join(f"{{{{ {name.name} }}}}" for name in texts)
        assert check_template(template(own + loop + fields + ("{% endfor %}" if loop else ""))) == ()


def test_unknown_name_is_told_with_its_place_and_the_known_ones() -> None:
    finding = found("第一段", "由{{ 联系人员 }}负责")
    assert finding.rule == "template-name"
    assert finding.span.line == 2
    assert finding.quote == "由{{ 联系人员 }}负责"
    assert finding.text == "正文第2段“由{{ 联系人员 }}负责”：没有字段“联系人员”"
    assert finding.suggest.startswith("是不是“联系人”？可用的有：样稿、文号、成文日期、")


def test_unknown_member_is_told_for_each_paragraph() -> None:
    data = template("{% for 项 in 责任 %}{{ 项.牵头 }}{% endfor %}", "{% for 项 in 责任 %}{{ 项['牵头'] }}{% endfor %}")
    findings = check_template(data)
    assert [item.span.line for item in findings] == [1, 2]
    assert all("“责任”下没有字段“牵头”" in item.text and "“牵头单位”" in item.suggest for item in findings)


def test_place_in_a_table_and_in_the_header() -> None:
    (finding,) = check_template(table(("甲", "乙"), ("丙", "{{ 丁 }}")))
    assert finding.text == "正文第4段“{{ 丁 }}”：没有字段“丁”"

    def headed(document: Docx) -> None:
        document.sections[0].header.paragraphs[0].text = "{{ 丁 }}"

    (finding,) = check_template(template(change=headed))
    assert finding.text.startswith("页眉第1段“{{ 丁 }}”")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{{ 责任 }}", "“责任”是成组的字段，不能直接写"),
        ("{{ 方案 }}", "“方案”下面还有字段，不能直接写"),
        ("{{ 责任.要求 }}", "“责任”是成组的字段，不能直接取“要求”"),
        ("{{ 联系人.电话 }}", "“联系人”是文字，没有下级字段“电话”"),
        ("{% for 字 in 联系人 %}{{ 字 }}{% endfor %}", "“联系人”不是成组的字段，不能循环"),
        ("{{ 联系人|join('、') }}", "“联系人”不是成组的字段，不能连写"),
        ("{{ 责任|join('、', attribute='牵头') }}", "“责任”下没有字段“牵头”"),
        ("{% for 项 in 责任 %}{% endfor %}{{ 项.要求 }}", "没有字段“项”"),
        ("{{ loop.index }}", "没有字段“loop”"),
        ("{% for 项 in 责任 if 项.谁 %}{{ 项.要求 }}{% endfor %}", "“责任”下没有字段“谁”"),
        ("{% if 名称 is defined %}有{% endif %}", "没有字段“名称”"),
        ("{{ 名称|default('无') }}", "没有字段“名称”"),
    ],
)
def test_names_used_wrongly(text: str, said: str) -> None:
    finding = found(text)
    assert finding.text.endswith(f"：{said}")
    assert finding.suggest


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{% for 项 in 责任 %}甲", "有循环或判断没有结尾"),
        ("{% endfor %}", "{% endfor %} 没有对应的开头"),
        ("{% 每个 项 in 责任 %}", "没有这个指令：每个"),
        ("{% tr for 项 in 责任 %}", "没有这个指令：tr"),
        ("{{ 方案，名称 }}", "有不能用的字符：，"),
        ("{{ 方案.名称 甲 }}", "字段的写法有误"),
        ("{{ }}", "字段的写法有误"),
    ],
)
def test_syntax_is_told_in_one_sentence(text: str, said: str) -> None:
    finding = found("引言", text)
    assert finding.rule == "template-syntax"
    assert said in finding.text
    assert not set("'") & set(finding.text.partition("：")[2])


@pytest.mark.parametrize(
    ("paragraphs", "said"),
    [
        (("甲{{ 方案.名称",), "花括号没有配对"),
        (("甲{{ 方案.", "名称 }}"), "花括号没有配对"),
        (("甲{", "{ 方案.名称 }}"), "花括号断在两段之间"),
        (("{{ 方案 {{ 名称 }} }}",), "花括号没有配对"),
        (("{{r 方案.名称 }}",), "不能这样写"),
        (("{%tr for 项 in 责任 %}", "{%tr endfor %}"), "要写在表格的一行里"),
        (("{%p for 项 in 责任 %}{{ 项.要求 }}{%p endfor %}",), "要独占一段"),
        (("{% colspan 3 %}",), "不支持"),
        (("{{ " + "甲" * 500 + " }}",), "字段太长"),
    ],
)
def test_braces_where_they_cannot_be_filled(paragraphs: tuple[str, ...], said: str) -> None:
    findings = check_template(template(*paragraphs))
    assert findings
    assert said in findings[0].text
    assert findings[0].severity is Severity.ERROR


def test_row_instruction_must_be_alone_in_its_row() -> None:
    findings = check_template(table(("{%tr for 项 in 责任 %}", "{{ 项.要求 }}{%tr endfor %}")))
    assert [item.text.partition("：")[2] for item in findings] == ["{%tr for 项 in 责任 %} 要独占表格的一行"]


@pytest.mark.parametrize("text", ["{方案.名称}", "｛｛方案.名称｝｝", "甲 { 联系人 } 乙"])
def test_braces_that_will_not_be_filled_are_a_doubt(text: str) -> None:
    finding = found(text)
    assert finding.severity is Severity.WARNING
    assert "两对半角花括号" in finding.suggest
    assert opened(fill_template(template(text), VALUES)).paragraphs[0].text == text


def test_field_in_an_attribute_or_field_code() -> None:
    data = body(template("甲乙"), "<w:p>", '<w:p w:rsidR="{{ 方案.名称 }}">')
    assert "不能填的地方" in check_template(data)[0].text
    data = body(template("甲乙"), "<w:t>甲乙</w:t>", "<w:instrText>PAGE {{ 方案.名称 }}</w:instrText>")
    assert "不能填的地方" in check_template(data)[0].text


def test_instructions_across_the_structure_show_in_the_trial() -> None:
    data = body(template("{% if 方案.摘要 %}甲", "{% endif %}"), "</w:p><w:p>", "</w:p><w:tbl><w:tr><w:tc><w:p>")
    data = body(data, "endif %}</w:t></w:r></w:p>", "endif %}</w:t></w:r></w:p></w:tc></w:tr></w:tbl>")
    assert check_template(data) == ()
    with pytest.raises(TemplateRefused, match="填好后不成文档"):
        fill_template(data, VALUES)


def test_names_of_one_s_own() -> None:
    assert check_template(template("{{ 会议地点 }}"), known_names(own=["会议地点"])) == ()
    (finding,) = check_template(template("{{ 方案.名称 }}"), known_names(plan=False))
    assert finding.suggest == "请加 --plan 写明由哪个方案填写"


def test_filling_refuses_with_all_findings() -> None:
    with pytest.raises(TemplateRefused, match=r"通知\.docx：正文第1段.*没有字段“甲”.*共 2 处") as refused:
        fill_template(template("{{ 甲 }}", "{{ 乙 }}"), VALUES, file="通知.docx")
    assert len(refused.value.findings) == 2


def test_hard_sums_are_refused_in_chinese() -> None:
    with pytest.raises(TemplateRefused, match="运算不成立"):
        fill_template(template("{{ 方案.名称 + 1 }}"), VALUES)
    with pytest.raises(TemplateRefused, match="有字段没有值"):
        fill_template(template("{{ 责任[9].要求 }}"), VALUES)

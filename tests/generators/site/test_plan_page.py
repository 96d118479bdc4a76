"""A plan's page: head, stages, reports, forms, clauses with their duties, nothing that the text does not say."""

import re
from collections.abc import Callable
from pathlib import Path

from generators.site.edition import Edition
from tests.generators.site.site_pages import PageText, pour_page
from tests.support import catalogue_of, clause, plan

Read = Callable[..., PageText]


def test_head(page: Read) -> None:
    head = page("plans/qinghe-2030", only="head")
    for words in (
        "发文字号青政〔2030〕3号",
        "成文日期2030年3月5日",
        "印发日期2030年3月6日",
        "实施期限2030年3月至2030年5月待确认",
        "主送各村",
        "抄送镇消防队",
        "文书印发通知、进度汇总表由本方案生成，可下载Word、Excel文件",
    ):
        assert head.says(words), words
    assert "../documents/index.html#plan-qinghe-2030" in head.links
    assert page("plans/qinghe-2030", only="notes").says("编者按原文标题多一个空格。")


def test_the_basis_leads_to_the_document_and_to_whatever_else_hangs_on_it(page: Read) -> None:
    head = page("plans/qinghe-2030", only="head")
    assert "../standards.html#document-pingchuan-8" in head.links
    assert "../plans/qinghe-2031.html" in head.links
    assert "../plans/qinghe-2030/fj2.html#fj2-1" in head.links


def test_what_the_original_lacks_is_said(page: Read) -> None:
    head = page("plans/qinghe-2031", only="head")
    assert head.says("发文字号原文没有文号")
    assert head.says("实施期限原文未写")


def test_page_says_that_the_words_are_ours(page: Read) -> None:
    for name in ("plans/qinghe-2030", "departments/qinghe-anquan", "enterprises/cangchu", "duties", "deadlines"):
        assert page(name).says("文字系摘编，以原文为准"), name


def test_status_is_left_to_the_readers_browser(page: Read) -> None:
    found = page("plans/qinghe-2030")
    assert 'data-from="2030-03-01" data-to="2030-05-31"' in found.markup
    assert 'data-due="2030-03-31"' in found.markup
    for word in ("进行中", "未开始", "已到期"):
        assert not found.says(word)


def test_only_a_clear_lead_is_called_lead(page: Read) -> None:
    assert page("plans/qinghe-2030", only="2-1-d1").says("责任单位牵头：青禾镇安全科；配合：青禾镇消防队")
    joint = page("plans/qinghe-2030", only="2-2-d1")
    assert joint.says("责任单位未明确牵头（按职责分工：青禾镇安全科、青禾镇消防队）")
    assert page("plans/qinghe-2030", only="2-2-d2").says("责任单位未明确牵头（青禾镇各相关部门）")
    assert page("plans/qinghe-2030", only="2-1-d2").says("责任单位原文未写责任单位（文中主体：仓储企业）")
    assert page("plans/qinghe-2030", only="2-2-d3").says("责任单位原文未写责任单位（原句未写主语）")


def test_owners_are_links_to_their_pages(page: Read) -> None:
    links = page("plans/qinghe-2030", only="2-2-d1").links
    assert "../departments/qinghe-anquan.html" in links
    assert "../departments/qinghe-xiaofang.html" in links


def test_facts_of_a_duty(page: Read) -> None:
    duty = page("plans/qinghe-2030", only="2-1-d1")
    for words in ("由谁做镇安全科", "时限2030年3月31日前原文：3月底前建好台账", "佐证台账", "阶段自查阶段"):
        assert duty.says(words), words
    assert page("plans/qinghe-2030", only="2-1-d2").says("频次每日1次原文：每天")
    assert page("plans/qinghe-2030", only="2-1-d2").says("适用动火作业")


def test_a_guess_is_marked_where_it_stands(page: Read) -> None:
    assert page("plans/qinghe-2030", only="2-2-d3").says("由谁做各企业待确认")
    assert page("plans/qinghe-2030", only="2-2-d1").says("抽查仓库：不少于20家原文：不少于20家待确认")
    assert not page("plans/qinghe-2030", only="2-2-d2").says("待确认")
    assert page("plans/qinghe-2030", only="r1").says("县应急局待确认")


def test_clause_foot(page: Read) -> None:
    clause = page("plans/qinghe-2030", only="1")
    assert "../standards.html#standard-gb-cangku" in clause.links
    assert "../standards.html#document-pingchuan-9" in clause.links
    assert "../topics/xiaofang.html" in clause.links
    assert page("plans/qinghe-2030", only="2-1").says("责任短语镇安全科牵头，镇消防队配合")
    assert page("plans/qinghe-2030", only="2-1").says("编者按同一张表写了<两个>名字。")


def test_marks_are_printed_as_an_office_prints_them(page: Read) -> None:
    assert page("plans/qinghe-2030", only="1").says("一、总体要求")
    assert page("plans/qinghe-2030", only="2-1").says("（一）仓库自查")
    assert page("plans/qinghe-2030", only="3-p1").says("第1段")
    assert page("plans/qinghe-2030/fj2", only="fj2-1").says("1．清单第一项")


def test_outline_holds_the_clause_tree(page: Read) -> None:
    found = page("plans/qinghe-2030")
    anchors = [link for link in found.links if link.startswith("#")]
    for anchor in ("#head", "#stages", "#reporting", "#sets", "#forms", "#1", "#2-1", "#3-p1", "#attachment-2"):
        assert anchor in anchors, anchor
    assert found.says("三、各村把结果报上来")


def test_named_set_leads_to_its_duty_and_its_term(page: Read) -> None:
    links = page("plans/qinghe-2030", only="sets").links
    assert links == ["../terms.html#term-sanguan", "#2-1-d2"]


def test_form_head_is_a_real_table(page: Read) -> None:
    form = page("plans/qinghe-2030", only="forms")
    assert '<th colspan="3" scope="colgroup">仓库</th>' in form.markup
    assert '<th scope="col" rowspan="3">村</th>' in form.markup
    assert form.says("自查仓库（家）")


def test_official_text_never_becomes_markup(page: Read, site: Path) -> None:
    found = page("plans/qinghe-2030")
    assert "<script>window.zerenkuBroken" not in found.markup
    assert found.says('青禾镇<仓库>"整治"方案')
    assert found.says("<script>window.zerenkuBroken = 1</script>不是标记")
    for path in site.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert "<仓库>" not in text, path.name
        assert '仓库&gt;"整治' not in text.partition("</head>")[0], path.name


def test_citation_is_ready_to_copy(page: Read) -> None:
    markup = page("plans/qinghe-2030").markup
    assert 'data-copy="《青禾镇&lt;仓库&gt;&#34;整治&#34;方案》二（一）"' in markup
    assert 'data-copy-link="2-1"' in markup


def test_an_imported_clause_brings_its_original_along(page: Read) -> None:
    found = page("plans/qinghe-2031", only="1")
    assert '<details class="zk-original"><summary>原文</summary>' in page("plans/qinghe-2031").markup
    assert found.says("一、接着做 <b>没做完的</b>")
    assert found.says("表头 表值")
    assert "zk-original" not in page("plans/qinghe-2030").markup


DOCUMENTS = """\
- {id: guo, title: 全国消防整治方案, level: nation, number: 国安〔2030〕1号, checked: true}
- {id: sheng, title: 省消防整治方案, level: province, basis: [guo]}
- {id: xian, title: 青禾县消防整治方案, number: 青安〔2030〕8号, level: county, basis: [sheng], plan: qinghe-2030}
- {id: ling, title: 另一份方案}
"""


def lineage_page(name: str, *, only: str = "head") -> PageText:
    """A page of a county's plan, the plans of two towns that carry it out, and what one of them replaced."""
    county = {"id": "qinghe-2030", "place": "qinghe", "title": "青禾县消防整治方案", "issuers": "[应急管理局]"}
    catalogue = catalogue_of(
        plan("- {mark: 一, starts: 任务}", **county, basis="[sheng]"),
        plan(basis="[ling, xian]", replaces="[liutang-2029]"),
        plan(id="sangyuan-2030", title="桑园镇消防整治方案", place="sangyuan", basis="[xian]"),
        plan(id="liutang-2029", title="柳塘镇上年方案"),
        documents=DOCUMENTS,
    )
    return pour_page(Edition(catalogue), name, only=only)


def test_the_chain_of_superior_documents_leads_upward() -> None:
    chain = lineage_page("plans/liutang-2030", only="lineage")
    assert chain.says(
        "依据《另一份方案》文号待核县级《青禾县消防整治方案》（青安〔2030〕8号）待核本库收有全文"
        "省级《省消防整治方案》文号待核国家《全国消防整治方案》（国安〔2030〕1号）"
    )
    assert re.findall(r'data-depth="(\d)"', chain.markup) == ["0", "0", "1", "2"]


def test_a_superior_document_leads_to_its_plan_here_or_to_the_table() -> None:
    assert lineage_page("plans/liutang-2030", only="lineage").links == [
        "../standards.html#document-ling",
        "../plans/qinghe-2030.html",
        "../standards.html#document-xian",
        "../standards.html#document-sheng",
        "../standards.html#document-guo",
    ]


def test_plans_beside_below_and_before() -> None:
    town = lineage_page("plans/liutang-2030")
    assert town.says("同依据方案桑园镇消防整治方案同据《青禾县消防整治方案》")
    assert town.says("替代柳塘镇上年方案")
    assert not town.says("下级方案")
    county = lineage_page("plans/qinghe-2030")
    assert county.says("下级方案柳塘镇消防整治方案桑园镇消防整治方案")
    assert not county.says("同依据方案"), "a subordinate plan is not named twice"
    before = lineage_page("plans/liutang-2029")
    assert before.says("已被替代柳塘镇消防整治方案")
    assert before.says("依据原文未写")


def test_documents_say_what_they_rest_on_and_who_carries_them_out() -> None:
    county = lineage_page("standards", only="document-xian")
    assert county.says("本库收有全文：青禾县消防整治方案依据：《省消防整治方案》")
    assert {"plans/liutang-2030.html", "plans/sangyuan-2030.html", "#document-sheng"} <= {
        link.removeprefix("standards.html") for link in county.links
    }
    province = lineage_page("standards", only="document-sheng")
    assert province.says("依据：《全国消防整治方案》下级文件：《青禾县消防整治方案》")
    assert province.says("青禾县消防整治方案柳塘镇消防整治方案经下级文件桑园镇消防整治方案经下级文件")
    assert lineage_page("standards", only="document-ling").says("柳塘镇消防整治方案没有条款引用")


def test_whatever_awaits_confirmation_says_so() -> None:
    """A plan started from last year's has no number yet: that is not the same as an original without one."""
    guessed = clause(
        "heading: 日常巡查, unconfirmed: [heading, assignments, duties], "
        "assignments: [{certainty: lead, lead: [镇政府], phrase: 镇政府牵头}]"
    )
    catalogue = catalogue_of(plan(guessed, unconfirmed="[title, number, issued, issuers]"))
    head = pour_page(Edition(catalogue), "plans/liutang-2030", only="head")
    for words in ("发文字号未定待确认", "发文机关柳塘镇人民政府待确认", "成文日期未定待确认"):
        assert head.says(words), words
    body = pour_page(Edition(catalogue), "plans/liutang-2030", only="1")
    for words in ("日常巡查待确认", "由谁做镇政府待确认", "责任单位牵头：柳塘镇人民政府待确认"):
        assert body.says(words), words


def test_files_of_a_plan_are_offered_as_far_as_they_are_there() -> None:
    catalogue = catalogue_of(plan())
    names = ("data/liutang-2030.json", "calendars/plan-liutang-2030.ics")
    assert not pour_page(Edition(catalogue), "plans/liutang-2030", only="head").says("下载")
    head = pour_page(Edition(catalogue, assets=dict.fromkeys(names, b"")), "plans/liutang-2030", only="head")
    assert head.says("下载日历（.ics）数据（.json）")
    assert {f"../{name}" for name in names} <= set(head.links)
    assert not head.says(".csv")


def test_a_plan_is_cited_with_its_number() -> None:
    markup = pour_page(Edition(catalogue_of(plan(number="柳政〔2030〕3号"))), "plans/liutang-2030").markup
    assert 'data-copy="《柳塘镇消防整治方案》（柳政〔2030〕3号）"' in markup

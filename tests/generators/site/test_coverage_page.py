"""The page of coverage: counts of every part, what is compared and how, and the gaps of this build."""

import re
from collections.abc import Callable

from generators.site.edition import Edition
from tests.generators.site.site_pages import PageText, pour_page, squeeze
from tests.support import catalogue_of, plan
from zerenku.catalogue.catalogue import Catalogue
from zerenku.coverage.compare import Gap
from zerenku.model.place import NOWHERE

Read = Callable[..., PageText]
NAME = "about/coverage/index"
RECORD = """
- mark: 一
  starts: 任务
  assignments: [{certainty: lead, lead: [安办], phrase: 安办牵头}]
  duties: [{obliged: [安办], do: 登记。}, {obliged: [仓储企业], do: 自查。}]
  clauses:
    - {mark: （一）, starts: 逐家登记}
    - {mark: ¶1, starts: 各村也要, duties: [{obliged: [各村], do: 上报。}]}
"""
ATTACHED = "[{no: 附件1, title: 清单, clauses: [{mark: 一, starts: 填表}, {mark: 二, starts: 报表}]}]"


def counted(written: str) -> Catalogue:
    return catalogue_of(plan(RECORD, attachments=ATTACHED, counted=written))


def rows(catalogue: Catalogue) -> dict[str, list[str]]:
    """Part → its figures, in the order of the columns."""
    markup = pour_page(Edition(catalogue), NAME).markup
    found = {}
    for row in re.findall(r"<tr[^>]*><td.*?</tr>", markup, re.DOTALL):
        part, *cells = (squeeze(re.sub("<[^>]+>", "", cell)) for cell in re.findall(r"<td[^>]*>.*?</td>", row))
        found[part] = cells
    return found


def gap(path: str, *, missing: bool, text: str = "6月底前", line: int | None = None) -> Gap:
    return Gap(path, "日期", text, NOWHERE, missing=missing, line=line)


def pour(*sources: str, coverage: dict[str, tuple[Gap, ...]] | None = None, only: str | None = None) -> PageText:
    catalogue = catalogue_of(*(sources or (plan(RECORD, attachments=ATTACHED),)))
    return pour_page(Edition(catalogue, coverage=coverage), NAME, only=only)


def test_parts_and_their_sum() -> None:
    found = rows(counted("[{part: 正文, items: 2}, {part: 附件1, items: 2}]"))
    assert found == {
        "正文": ["2", "2", "1", "3", "2", "0", "0", "1"],
        "附件1": ["2", "2", "0", "0", "0", "0", "0", "0"],
        "合计": ["4", "4", "1", "3", "2", "0", "0", "1"],
    }


def test_nobody_counted() -> None:
    found = rows(counted("[]"))
    assert {part: cells[0] for part, cells in found.items()} == dict.fromkeys(("正文", "附件1", "合计"), "未清点")


def test_a_sum_of_some_parts_says_so() -> None:
    found = rows(counted("[{part: 正文, items: 3}]"))
    assert found["正文"][:2] == ["3", "2少1条"]
    assert found["附件1"][:2] == ["未清点", "2"]
    assert found["合计"][:2] == ["至少3", "4"]


def test_more_items_than_the_original() -> None:
    assert rows(counted("[{part: 附件1, items: 1}]"))["附件1"][:2] == ["1", "2多1条"]


def test_a_build_without_originals_says_so_and_claims_nothing() -> None:
    found = pour(only="gaps")
    assert found.says("生成本站时没有与原文核对")
    assert not found.says("没有缺漏")


def test_what_is_compared_and_how(page: Read) -> None:
    method = page(NAME, only="method")
    for words in ("编号", "日期", "带单位的数字", "引用", "部门", "两个方向都查", "zerenku check --coverage 目录"):
        assert method.says(words), words
    assert method.says("qinghe-2030.docx"), "the example is named after a plan that is here"


def test_nothing_is_missing() -> None:
    found = pour(coverage={"liutang-2030": ()}, only="gaps")
    assert found.says("核对了1个方案（全部1个），没有缺漏。")
    assert not found.says("对不上")


def test_gaps_lead_to_their_clauses() -> None:
    gaps = (
        gap("一/（一）", missing=True, line=7),
        gap("一/（一）/3", missing=True, text="<b>12次</b>"),
        gap("附件1", missing=False),
        gap("附件1/二", missing=False),
        gap("", missing=False),
    )
    found = pour(coverage={"liutang-2030": gaps}, only="gaps")
    anchors = [link.partition("#")[2] for link in found.links if "#" in link]
    assert anchors == ["1-1", "1-1", "attachment-1", "fj1-2", "head"]
    assert found.says("有5处对不上")
    assert found.says("一（一）日期6月底前原文有，本库没有（原文第7行）")
    assert found.says("一（一）3日期<b>12次</b>原文有，本库没有")
    assert found.says("附件1二日期6月底前本库有，原文没有")
    assert found.says("条款之外")


def test_anchors_of_gaps_are_on_the_plans_page() -> None:
    catalogue = catalogue_of(plan(RECORD, attachments=ATTACHED))
    edition = Edition(catalogue)
    assert {"1-1", "attachment-1", "head"} <= set(pour_page(edition, "plans/liutang-2030").ids)
    assert {"attachment-1", "fj1-2"} <= set(pour_page(edition, "plans/liutang-2030/fj1").ids)


def test_each_plan_says_whether_it_was_compared() -> None:
    two = plan(RECORD), plan(RECORD, id="sangyuan-2030", title="桑园镇消防整治方案")
    found = pour(*two, coverage={"sangyuan-2030": ()}, only="gaps")
    assert found.says("核对了1个方案（全部2个）")
    assert found.says("柳塘镇消防整治方案没有与原文核对：生成本站时没有给出这个方案的原文。")
    assert found.says("桑园镇消防整治方案没有缺漏。")


def test_the_page_hangs_on_the_manual(page: Read) -> None:
    assert "about/coverage/index.html" in page("about").links
    found = page(NAME)
    assert "../../about.html" in found.links
    assert re.search(r'md-tabs__item--active">\s*<a href="../../about.html"', found.markup)

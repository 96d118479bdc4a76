"""Terms in the text: where they are marked, and what their notes read; the boxes that find on a page."""

import json

from generators.site.edition import Edition
from generators.site.links import Links, Shown
from generators.site.pour import Pourer
from generators.site.terms import TermMarks
from tests.generators.site.site_pages import pour_page
from tests.support import STANDARDS, catalogue_of, plan

TERMS = """\
- {id: sanguan, name: 三关, aliases: [“三关”要求], senses: [{meaning: 关电、关气、关门}, {meaning: 三道<检查>}]}
- {id: sanguan-zhidu, name: 三关制度, senses: [{meaning: 把三关写成制度}]}
- {id: shuang-a, name: 双报告, aliases: [两报], senses: [{meaning: 甲义}]}
- {id: shuang-b, name: 双告知, aliases: [两报], senses: [{meaning: 乙义}]}
"""


def marked(text: str, seen: list[str] | None = None) -> str:
    catalogue = catalogue_of(terms=TERMS)
    return TermMarks(catalogue)(text, Links("../", Shown.of(catalogue)), [] if seen is None else seen)


def link(term: str, word: str) -> str:
    return f'<a class="zk-term" href="../terms.html#term-{term}">{word}</a>'


def test_a_term_is_marked_once_and_the_longest_wins() -> None:
    assert marked("落实三关制度，三关到位，再查三关。") == (
        f"落实{link('sanguan-zhidu', '三关制度')}，{link('sanguan', '三关')}到位，再查三关。"
    )


def test_seen_terms_stay_plain_and_text_is_escaped() -> None:
    seen = ["sanguan"]
    assert marked("<三关>与双告知&", seen) == f"&lt;三关&gt;与{link('shuang-b', '双告知')}&amp;"
    assert seen == ["sanguan", "shuang-b"]


def test_a_word_of_two_terms_is_no_term() -> None:
    assert marked("两报") == "两报"
    assert marked("") == ""


def test_clauses_mark_their_terms_once_each() -> None:
    text = """
    - {mark: 一, starts: 甲, summary: 做到三关。, duties: [{obliged: [镇政府], do: 检查三关。}]}
    - {mark: 二, starts: 乙, summary: 再做三关。, duties: [{obliged: [镇政府], do: 推行双告知。}]}
    """
    edition = Edition(catalogue_of(plan(text), terms=TERMS))
    for clause, words in (("1", ["三关"]), ("2", ["三关", "双告知"])):
        found = pour_page(edition, "plans/liutang-2030", only=clause)
        assert [href for href in found.links if "terms.html" in href] == [
            f"../terms.html#term-{ {'三关': 'sanguan', '双告知': 'shuang-b'}[word] }" for word in words
        ]


def test_notes_read_every_sense() -> None:
    edition = Edition(catalogue_of(terms=TERMS))
    page = next(page for page in edition.pages() if page.path == "assets/zerenku/term-senses")
    script = Pourer(edition).pour(page)
    senses = json.loads(script.removeprefix("window.zerenkuTerms = ").rstrip(";\n"))
    assert senses["sanguan"] == ["三关", "关电、关气、关门", "三道<检查>"]
    assert "<" not in script


def test_laws_stand_apart_from_standards() -> None:
    laws = """\
- {id: anquan-fa, code: 主席令第88号, title: 安全生产法, status: 现行}
- {id: panding, code: 某部令第10号, title: 隐患判定标准}
"""
    clause = (
        "- {mark: 一, starts: 动火, cites: [GB 30871-2022, 《安全生产法》], duties: [{obliged: [镇政府], do: 查。}]}"
    )
    edition = Edition(catalogue_of(plan(clause), standards=STANDARDS + laws))
    standards = pour_page(edition, "standards", only="standards")
    assert standards.ids == ["standards", "standard-gb-30871"]
    assert "plans/liutang-2030.html#1" in standards.links
    found = pour_page(edition, "standards", only="laws")
    assert found.ids == ["laws", "standard-anquan-fa", "standard-panding"]
    assert found.says("现行")
    assert "plans/liutang-2030.html#1" in found.links

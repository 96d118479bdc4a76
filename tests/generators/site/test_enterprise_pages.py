"""Pages for enterprises without scripts, and the data that the page of choices reads."""

import json
import re
from collections.abc import Callable
from typing import Any

import pytest

from generators.site.edition import Edition
from generators.site.pages import unfolded
from generators.site.pour import Pourer
from generators.site.views import enterprise
from generators.site.views.enterprise import enterprise_pages
from generators.site.views.scripts import as_script
from tests.generators.site.site_pages import PageText, pour_page
from tests.support import catalogue_of, plan
from zerenku.catalogue.catalogue import Catalogue

Read = Callable[..., PageText]
TEXT = """
- mark: 一
  starts: 仓库防火
  assignments: [{certainty: lead, lead: [派出所], phrase: 派出所牵头}]
  duties:
    - {obliged: [仓储企业], do: 查<线路>。, recurrence: [{every: month, text: 每月}], evidence: 检查记录}
    - {obliged: [仓储企业], do: 换线路。, deadlines: [{date: 2030-06-30, text: 6月底前}]}
- mark: 二
  starts: 人人培训
  duties:
    - {obliged: [企业], do: 学消防。, recurrence: [{every: day, text: 每日}]}
    - {obliged: [镇政府], do: 督促仓储企业。, applies_to: [仓储企业]}
"""


def town() -> Catalogue:
    return catalogue_of(plan(TEXT, scope="[仓储企业]", period="[2030-01, 2030-12]", issued="2030-01-05"))


def data(catalogue: Catalogue, path: str) -> dict[str, Any]:
    page = next(page for page in unfolded(enterprise_pages(catalogue)) if page.path == path and page.suffix == ".js")
    call = re.fullmatch(r"zerenkuEnterprise\.\w+\((.*)\);\n?", Pourer(Edition(catalogue)).pour(page), re.DOTALL)
    assert call
    found = json.loads(call[1])
    assert isinstance(found, dict)
    return found


def test_words_of_the_choice() -> None:
    words = data(town(), "enterprises/words")["words"]
    by_id = {word["id"]: word for word in words}
    assert by_id["qiye"] == {"id": "qiye", "name": "企业", "facet": "kinds", "also": ["相关企业"], "generic": True}
    assert by_id["chuzu"] == {"id": "chuzu", "name": "出租方", "facet": "roles"}


def test_duties_of_a_place() -> None:
    packed = data(town(), "enterprises/duties-liutang")
    assert packed["plans"] == [
        {
            "title": "柳塘镇消防整治方案",
            "short": "柳塘 2030",
            "href": "../plans/liutang-2030.html",
            "issuers": "柳塘镇人民政府",
            "issued": "2030-01-05",
            "scope": ["cangchu"],
            "first": "2030-01-01",
            "last": "2030-12-31",
        }
    ]
    assert packed["clauses"] == [
        [0, "一", "../plans/liutang-2030.html#1"],
        [0, "二", "../plans/liutang-2030.html#2"],
    ]
    first, second, third = packed["duties"]
    assert (first["do"], first["who"], first["often"], first["record"]) == (
        "查<线路>。",
        ["cangchu"],
        "month",
        "检查记录",
    )
    assert (first["sure"], first["ask"]) == ("lead", ["牵头：", 0])
    assert packed["bodies"] == [["柳塘派出所", "../departments/liutang-paichusuo.html"]]
    assert first["days"][0]["days"][:2] == ["2030-01-31", "2030-02-28"]
    assert second["dates"] == [["2030-06-30", "2030年6月30日前", ""]]
    assert third["ask"] == ["原文未写责任单位（文中主体：企业）"]
    assert third["days"][0] == {
        "key": "-r1",
        "note": "每日1次",
        "days": ["2030-01-05"],
        "rule": "FREQ=DAILY;UNTIL=20301231",
    }


def test_whom_to_ask_is_told_by_number_and_of_two_names_at_one_place_the_longer_counts() -> None:
    clauses = """
    - mark: 一
      starts: 仓库防火
      assignments: [{certainty: joint, lead: [安办, 派出所], phrase: 按职责分工, covers: [d1, d2]}]
      duties:
        - {obliged: [企业], do: 查线路。}
        - {obliged: [仓储企业], do: 换线路。}
        - {obliged: [企业], do: 学消防。}
        - {obliged: [仓储企业], do: 练灭火。}
    """
    departments = """\
- {id: liutang/zhengfu, name: 柳塘镇人民政府, short: 镇政府, place: liutang, kind: authority}
- {id: liutang/anban, name: 柳塘派出所, short: 安办, place: liutang, kind: office}
- {id: liutang/paichusuo, name: 柳塘派出所巡防队, short: 派出所, place: liutang}
"""
    packed = data(catalogue_of(plan(clauses), departments=departments), "enterprises/duties-liutang")
    assert [body[0] for body in packed["bodies"]] == ["柳塘派出所", "柳塘派出所巡防队"]
    first, second, third, last = (duty["ask"] for duty in packed["duties"])
    assert first == second == ["未明确牵头（按职责分工：", 0, "、", 1, "）"]
    assert (third, last) == (["原文未写责任单位（文中主体：企业）"], ["原文未写责任单位（文中主体：仓储企业）"])


def test_a_script_of_data_is_text_in_html_and_javascript() -> None:
    assert as_script({"甲": "</script>&\u2028"}) == '{"甲":"\\u003c/script\\u003e\\u0026\\u2028"}'


def test_the_choice_reads_without_scripts() -> None:
    page = pour_page(Edition(town()), "enterprises/index")
    assert page.says("仓储企业3项")
    assert "../enterprises/cangchu.html" in page.links
    hidden = re.search(r'<div class="zk-choice"[^>]*>', page.markup)
    assert hidden
    assert "hidden" in hidden[0]
    assert re.findall(r'value="(\w+)" data-within="([\w ]+)"', page.markup) == [("liutang", "liutang")]


def test_a_word_tells_time_record_clause_and_whom_to_ask() -> None:
    month = pour_page(Edition(town()), "enterprises/cangchu", only="month")
    assert month.says("查<线路>。")
    assert month.says("何时每月1次")
    assert month.says("留什么记录检查记录")
    assert month.says("依据柳塘 2030 · 一")
    assert month.says("问谁牵头：柳塘派出所")
    assert 'data-zk-until="2030-12-31"' in month.markup


def test_a_long_list_goes_on_on_further_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(enterprise, "SHEET", 2)
    catalogue = town()
    pages = [page for page in unfolded(enterprise_pages(catalogue)) if page.path.startswith("enterprises/cangchu")]
    assert [page.path for page in pages] == ["enterprises/cangchu", "enterprises/cangchu--2"]
    told = [duty.duty.do for page in pages for _, duties in page.data["groups"] for duty in duties]
    assert sorted(told) == sorted(duty.duty.do for duty in catalogue.obligations("cangchu"))
    assert all(sum(len(duties) for _, duties in page.data["groups"]) <= 2 for page in pages)

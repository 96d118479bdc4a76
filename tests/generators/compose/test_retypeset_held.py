"""A plan that holds its original is a final paper without the file; one in our own words is none."""

from datetime import date

import pytest

from generators.blocks import Masthead, Signature
from generators.compose.held_text import from_plan, from_record, holds_text
from generators.compose.retypeset import Kind, papers, retypeset
from tests.generators.compose.reset_papers import PLAIN, texts
from tests.generators.compose.said import document_text
from tests.importer.layouts import drafts, original
from tests.support import catalogue_of, plan
from zerenku.errors import TextMissing, UnknownName
from zerenku.importer import draft_plan
from zerenku.model.plan import Plan

CASES = dict(texts())
IMPORTED = """\
- mark: 一
  heading: 登记冷库
  starts: 登记冷库
  text: "一、登记冷库\\n逐家登记。\\n"
  clauses:
    - {mark: （一）, starts: 查管道, text: "（一）查管道。\\n"}
- {mark: 二, heading: 整改, starts: 整改, text: "二、整改\\n边查边改。\\n"}
"""
HELD = {
    "number": "柳政〔2030〕6号",
    "issued": "2030-05-06",
    "opening": '"柳政〔2030〕6号\\n关于开展冷库整治的通知\\n各村：\\n现通知如下：\\n"',
    "closing": '"柳塘镇人民政府\\n2030年5月6日"',
}


def record(text: str, index: int = 0) -> Plan:
    return draft_plan(drafts(text)[index], plan_id="liutang-2031", place_id="liutang")


@pytest.mark.parametrize("name", [name for name in CASES if len(drafts(CASES[name])) == 1])
@pytest.mark.parametrize("kind", ["notice", "plan"])
def test_the_record_gives_the_paper_that_its_file_gave(name: str, kind: Kind) -> None:
    text = CASES[name]
    first, *following = papers(drafts(text))[0]
    wanted = retypeset(
        first, original=original(text), kind=kind, fields={}, following=following, plan_id="liutang-2031"
    )
    assert from_record(record(text), kind=kind).document.blocks == wanted.document.blocks


def test_a_plan_in_the_workspace() -> None:
    made = from_plan(catalogue_of(plan(IMPORTED, **HELD)), "liutang-2030", kind="notice")
    assert document_text(made.document).split("\n")[:5] == [
        "柳塘镇人民政府文件",
        "柳政〔2030〕6号",
        "关于开展冷库整治的通知",
        "各村：",
        "现通知如下：",
    ]
    assert "liutang-2030/1-1" in {getattr(block, "anchor", "") for block in made.document.blocks}


def test_what_a_person_mended_in_the_record_holds() -> None:
    mended = {**HELD, "number": "柳政〔2030〕7号", "issued": "2030-05-07"}
    made = from_plan(catalogue_of(plan(IMPORTED, **mended)), "liutang-2030", kind="notice")
    assert next(block.number for block in made.document.blocks if isinstance(block, Masthead)) == "柳政〔2030〕7号"


def test_a_second_plan_of_one_notice_has_the_number_and_date_of_the_notice() -> None:
    second = record(CASES["two-plans-of-one-notice"], 1)
    made = from_record(second, kind="notice")
    head = next(block for block in made.document.blocks if isinstance(block, Masthead))
    signed = next(block for block in made.document.blocks if isinstance(block, Signature))
    assert head.number == second.number
    assert isinstance(second.issued, date)
    assert signed.date.startswith(f"{second.issued.year}年")


def test_our_own_words_are_no_final_paper() -> None:
    catalogue = catalogue_of(plan())
    own = catalogue.plan("liutang-2030")
    assert own is not None
    assert not holds_text(own)
    assert holds_text(record(PLAIN))
    with pytest.raises(TextMissing, match="摘编"):
        from_plan(catalogue, "liutang-2030", kind="notice")


def test_a_clause_that_lost_its_text_is_named() -> None:
    broken = IMPORTED.replace(', text: "（一）查管道。\\n"', "")
    with pytest.raises(TextMissing, match="（一）"):
        from_plan(catalogue_of(plan(broken, **HELD)), "liutang-2030", kind="notice")


def test_an_unknown_plan_is_refused() -> None:
    with pytest.raises(UnknownName):
        from_plan(catalogue_of(plan()), "liutang-2099", kind="notice")

"""The 样稿 of a notice, from invented plans."""

import io
import re

import docx
import pytest
from docx.oxml.ns import qn

from generators import blocks as b
from generators.compose.notice import compose_notice
from generators.word.writer import write_docx
from tests.support import PATROL, catalogue_of, plan
from zerenku.errors import UnknownName

FORM = "[{id: jindu, title: 消防整治进度表, row_key: 村, columns: [{name: 巡查, unit: 次}, {name: 隐患, unit: 条}]}]"


def composed(clauses: str = PATROL, **lines: str | None) -> b.Document:
    return compose_notice(catalogue_of(plan(clauses, **lines)), "liutang-2030")


def only(document: b.Document, kind: type[b.Block]) -> b.Block:
    found = [block for block in document.blocks if isinstance(block, kind)]
    assert len(found) == 1
    return found[0]


def test_an_unknown_plan_is_named() -> None:
    with pytest.raises(UnknownName, match="shangtian-2030"):
        compose_notice(catalogue_of(plan()), "shangtian-2030")


def test_it_cannot_pass_for_the_original() -> None:
    """The plan's own number and dates appear nowhere in it, and every page says what it is."""
    document = composed(number="柳政〔2030〕7号", issued="2030-03-05", printed="2030-03-06", printed_by="安办")
    assert document.banner == "样稿，文字系摘编，以原文为准"
    assert only(document, b.Masthead) == b.Masthead(issuers=("柳塘镇人民政府",), number="××〔　　〕　号")
    assert only(document, b.Signature) == b.Signature(names=("柳塘镇人民政府",), date="　　年　月　日")
    assert only(document, b.Imprint) == b.Imprint(printed_by="安办", printed="　　年　月　日印发")
    texts = "\n".join(
        item.text for item in docx.Document(io.BytesIO(write_docx(document))).element.body.iter() if item.text
    )
    assert "柳政" not in texts
    assert not re.search(r"2030年3月[56]日|\b7号", texts)


def test_cover() -> None:
    document = composed(
        addressees="[各村, 派出所]", basis="[qinghe-2030-8]", period='["2030-01", "2030-12"]', cc="[消防大队]"
    )
    assert only(document, b.Title) == b.Title(("关于印发《柳塘镇消防整治方案》的通知",))
    assert only(document, b.Addressees) == b.Addressees("各村，派出所")
    assert only(document, b.AttachmentNote) == b.AttachmentNote(("柳塘镇消防整治方案（摘编）",))
    texts = [block.text for block in document.blocks if isinstance(block, b.Para)][:2]
    assert texts[0].startswith("根据《青禾县消防整治方案》（青安〔2030〕8号）的部署，现印发《柳塘镇消防整治方案》")
    assert texts[1] == "行动期限为2030年1月至2030年12月，任务、时限和责任单位见附件。"
    imprint = only(document, b.Imprint)
    assert isinstance(imprint, b.Imprint)
    assert (imprint.cc, imprint.printed_by) == (("消防大队",), "柳塘镇人民政府")


def test_what_the_original_lacks_leaves_no_gap() -> None:
    document = composed()
    assert not [block for block in document.blocks if isinstance(block, b.Addressees)]
    assert next(block.text for block in document.blocks if isinstance(block, b.Para)).startswith("现印发《")


def test_a_form_is_laid_sideways_behind_the_outline() -> None:
    attached = "[{no: 附件, title: 消防整治情况表, form: jindu}]"
    for attachments, title in ((None, "消防整治进度表"), (attached, "消防整治情况表")):
        document = composed(forms=FORM, attachments=attachments)
        starts = [block for block in document.blocks if isinstance(block, b.AttachmentStart)]
        assert [(start.label, start.sideways) for start in starts] == [("附件1", False), ("附件2", True)]
        assert starts[1].title.lines == (title,)
        assert only(document, b.AttachmentNote) == b.AttachmentNote(("柳塘镇消防整治方案（摘编）", title))
        table = only(document, b.Table)
        assert isinstance(table, b.Table)
        assert [(leaf.name, leaf.unit) for leaf in table.leaves] == [("村", ""), ("巡查", "次"), ("隐患", "条")]


def test_attachments_with_clauses_have_outlines_of_their_own() -> None:
    attached = "[{no: 附件, title: 夜查安排, clauses: [{mark: 一, heading: 夜查, starts: 夜查, summary: 逐夜查。}]}]"
    document = composed(attachments=attached)
    headings = [(block.text, block.anchor) for block in document.blocks if isinstance(block, b.Heading)]
    assert headings == [("一、夜查", "liutang-2030/fj-1")]
    assert only(document, b.AttachmentNote) == b.AttachmentNote(("柳塘镇消防整治方案（摘编）", "夜查安排（摘编）"))


def test_every_clause_has_a_bookmark_in_word() -> None:
    below = "[{mark: （一）, starts: 巡查, summary: 查。}]"
    source = f"- {{mark: 一, heading: 目标, starts: 目标, summary: 畅通。, clauses: {below}}}"
    body = docx.Document(io.BytesIO(write_docx(composed(source)))).element.body
    names = [item.get(qn("w:name")) for item in body.iter(qn("w:bookmarkStart"))]
    assert names == ["_liutang_2030_1", "_liutang_2030_1_1"]

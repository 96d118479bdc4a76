"""实施方案 alone."""

from generators import blocks as b
from generators.compose.plan import compose_plan
from tests.support import PATROL, catalogue_of, plan

FORM = "[{id: jindu, title: 消防整治进度表, row_key: 村, columns: [{name: 巡查, unit: 次}]}]"
ATTACHED = """[{no: 附件1, title: 责任区划分图},
  {no: 附件2, title: 夜查安排, clauses: [{mark: 一, heading: 夜查, starts: 夜查, summary: 逐夜查。}]}]"""


def test_a_plan_without_its_notice() -> None:
    catalogue = catalogue_of(plan(PATROL, basis="[qinghe-2030-8]", period='["2030-01", "2030-12"]'))
    document = compose_plan(catalogue, "liutang-2030")
    assert document.banner == "样稿，文字系摘编，以原文为准"
    assert document.blocks[:2] == (
        b.Title(("柳塘镇消防整治方案",)),
        b.Para.of("为落实《青禾县消防整治方案》（青安〔2030〕8号），制定本方案。期限为2030年1月至2030年12月。"),
    )
    assert document.blocks[-1] == b.Signature(names=("柳塘镇人民政府",), date="　　年　月　日")
    assert not [block for block in document.blocks if isinstance(block, b.AttachmentNote | b.Masthead | b.Imprint)]


def test_attachments_keep_their_numbers() -> None:
    """Also one that we hold nothing of; a form that no attachment holds comes last."""
    document = compose_plan(catalogue_of(plan(PATROL, attachments=ATTACHED, forms=FORM)), "liutang-2030")
    starts = [block for block in document.blocks if isinstance(block, b.AttachmentStart)]
    assert [(start.label, start.title.lines[0], start.sideways) for start in starts] == [
        ("附件1", "责任区划分图", False),
        ("附件2", "夜查安排", False),
        ("附件3", "消防整治进度表", True),
    ]
    assert b.AttachmentNote(("责任区划分图", "夜查安排", "消防整治进度表")) in document.blocks
    assert b.Para.of("（本附件的内容没有收录，请看原文。）") in document.blocks


def test_a_single_form_is_an_attachment_without_number() -> None:
    document = compose_plan(catalogue_of(plan(PATROL, forms=FORM)), "liutang-2030")
    assert [block.label for block in document.blocks if isinstance(block, b.AttachmentStart)] == ["附件"]


def test_a_plan_without_basis_and_period_begins_with_its_first_clause() -> None:
    document = compose_plan(catalogue_of(plan(PATROL)), "liutang-2030")
    assert isinstance(document.blocks[1], b.Para)
    assert document.blocks[1].anchor == "liutang-2030/1"

"""催报函: whom it names, and when there is nobody to remind."""

from datetime import date

import pytest

from generators import blocks as b
from generators.compose.reminder import NothingOverdue, compose_reminder
from tests.returns.tables import book, catalogue, plan_and_form, returned, year
from zerenku.returns.book import ReturnBook

DAY = date(2030, 4, 20)


def letter(returns: ReturnBook, *, month: str = "", as_of: date = DAY, **fields: str) -> b.Document:
    return compose_reminder(catalogue(), returns, as_of=as_of, month=month, fields=fields)


def texts(document: b.Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, b.Para)]


def test_a_letter_for_one_month() -> None:
    paper = letter(year(), month="2030-04")
    assert paper.blocks[:3] == (
        b.LetterHead(issuer="柳塘镇人民政府", number="××〔　　〕　号"),
        b.Title(("关于催报柳塘镇仓库消防进度统计表的函",)),
        b.Addressees("二村、三村"),
    )
    assert texts(paper) == [
        (
            "按照《柳塘镇消防整治方案》（柳政〔2030〕7号），应于每月10日前向安办报送《柳塘镇仓库消防进度统计表》。"
            "截至2030年4月20日，尚未收到三村（2030年4月）的报表。"
        ),
        "已报的报表中，下列栏目没有填写：二村2030年4月的“镇里检查/发现隐患”。",
        "请于____年__月__日前补报，漏填的栏目一并补齐；已经报送的，请与我单位联系核实。",
        "特此函告。",
        "（联系人：________，联系电话：________________）",
    ]
    assert b.Signature(names=("柳塘镇人民政府",), date="　　年　月　日") in paper.blocks


def test_it_cannot_pass_for_an_issued_letter() -> None:
    assert letter(year()).banner == "样稿，文字系摘编，以原文为准"
    invented = book(*year().returns, sample=True)
    assert letter(invented).banner == "样稿，文字系摘编，以原文为准；示例数据，地区和数字均为虚构"


def test_all_that_is_overdue_month_by_month() -> None:
    later = book(*year().returns, returned("2030-05", "一村", 9, 20, 20, 9, 9, 9, on="2030-05-09"))
    paper = letter(later, as_of=date(2030, 5, 20))
    assert b.Addressees("二村、三村、四村") in paper.blocks
    assert texts(paper)[1:4] == ["二村（2030年5月）；", "三村（2030年4月、5月）；", "四村（2030年5月）。"]


def test_the_columns_left_blank_are_named() -> None:
    """A district that returned with a gap is written to as well; one whose month is not asked about is not."""
    gap = returned("2030-05", "一村", 9, None, 20, 9, 9, 9, on="2030-05-09")
    later = book(*year().returns, gap)
    paper = letter(later, as_of=date(2030, 5, 20))
    assert b.Addressees("一村、二村、三村、四村") in paper.blocks
    assert texts(paper)[4] == (
        "已报的报表中，下列栏目没有填写：一村2030年5月的“自查/发现隐患”；二村2030年4月的“镇里检查/发现隐患”。"
    )
    assert b.Addressees("二村、三村") in letter(later, month="2030-04").blocks
    full = book(*(item for item in later.returns if item.month != "2030-04" or item.district != "二村"))
    assert not any("漏填" in text for text in texts(letter(full, month="2030-04")))


def test_whoever_writes_is_not_named_as_another() -> None:
    own = letter(year(), 发文机关="柳塘镇安全生产办公室")
    assert "应于每月10日前报送《" in texts(own)[0]
    assert "应于每月10日前向安办报送《" in texts(letter(year()))[0]


def test_several_who_write_together_all_sign() -> None:
    paper = letter(year(), 发文机关="柳塘镇安全生产办公室，柳塘派出所")
    assert paper.blocks[0] == b.LetterHead(issuer="柳塘镇安全生产办公室", number="××〔　　〕　号")
    assert b.Signature(names=("柳塘镇安全生产办公室", "柳塘派出所"), date="　　年　月　日") in paper.blocks


@pytest.mark.parametrize(
    ("issuers", "signed", "to"),
    [
        ("[柳塘镇人民政府, 安办]", ("柳塘镇人民政府",), "向安办"),
        ("[安办]", ("安办",), ""),
        ("[]", ("××××××",), "向安办"),
    ],
    ids=["the other is named", "one who writes", "nobody known"],
)
def test_the_first_issuer_of_a_plan_writes(issuers: str, signed: tuple[str, ...], to: str) -> None:
    plan, form = plan_and_form(issuers=issuers)
    returns = ReturnBook(plan=plan, form=form, returns=year().returns)
    paper = compose_reminder(catalogue(issuers=issuers), returns, as_of=DAY, fields={})
    assert b.Signature(names=signed, date="　　年　月　日") in paper.blocks
    assert f"应于每月10日前{to}报送《" in texts(paper)[0]


def test_what_a_person_fills_in() -> None:
    paper = letter(year(), 反馈期限="2030年4月25日", 联系人="某甲", 电话="1234", 主送机关="有关村")
    assert "请于2030年4月25日前补报" in texts(paper)[2]
    assert texts(paper)[-1] == "（联系人：某甲，联系电话：1234）"
    assert b.Addressees("有关村") in paper.blocks


@pytest.mark.parametrize(
    ("month", "as_of", "said"),
    [
        ("2030-02", DAY, "2030年2月的报表都已报送"),
        ("2030-04", date(2030, 4, 10), "2030年4月的报表还没到期，应于2030年4月10日前报"),
        ("2030-01", DAY, "2030年1月没有应报的报表（方案2030年1月20日印发）"),
        ("", date(2030, 4, 10), "到2030年4月10日没有逾期未报的村"),
    ],
)
def test_nobody_to_remind(month: str, as_of: date, said: str) -> None:
    with pytest.raises(NothingOverdue) as nobody:
        letter(year(), month=month, as_of=as_of)
    assert str(nobody.value) == f"不用催报：{said}"


def test_a_plan_whose_districts_nobody_knows_leaves_blanks() -> None:
    paper = compose_reminder(catalogue(reporting=None), book(), as_of=DAY)
    assert b.Addressees("××××××") in paper.blocks
    assert "尚未收到××××××____年__月的报表。" in texts(paper)[0]

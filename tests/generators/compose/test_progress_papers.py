"""月度阶段性工作情况 and 工作总结 from invented returns."""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from generators import blocks as b
from generators.compose.fitting import LimitTooSmall
from generators.compose.length import length_of
from generators.compose.progress_report import compose_progress_report
from generators.compose.summary import compose_summary
from tests.returns.tables import REPORTING, book, catalogue, plan_and_form, returned, year
from zerenku.errors import UnknownName
from zerenku.returns.book import Counting, ReturnBook

DAY = date(2030, 4, 20)


def report(returns: ReturnBook, *, limit: int = 300, as_of: date = DAY, **options: str) -> b.Document:
    found = catalogue(reporting=REPORTING.replace("limit_chars: 300", f"limit_chars: {limit}"))
    return compose_progress_report(found, returns, as_of=as_of, **options)  # type: ignore[arg-type]


def summary(returns: ReturnBook, *, limit: int = 600, as_of: date = DAY, **options: str) -> b.Document:
    found = catalogue(reporting=REPORTING.replace("limit_chars: 600", f"limit_chars: {limit}"))
    return compose_summary(found, returns, as_of=as_of, **options)  # type: ignore[arg-type]


def text(document: b.Document) -> str:
    return "\n".join(block.text for block in document.blocks if isinstance(block, b.Heading | b.Para))


def headings(document: b.Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, b.Heading)]


def test_a_month_with_everything_that_can_be_told() -> None:
    paper = report(year(), limit=900)
    assert headings(paper) == ["一、进展情况", "二、各村进度", "三、存在的问题", "四、下一步工作"]
    told = text(paper)
    for said in (
        "4个村中有3个报送4月数据，三村未报，未计入以下各数。",
        "以下为2030年1月起的累计数。",
        "自查，自查仓库9家，发现隐患35条，已整改30条。",
        "镇里检查，检查仓库12家次，发现隐患6条，罚款2万元。",
        "本月新增：自查自查仓库2家、发现隐患13条、已整改14条；镇里检查检查仓库6家次、发现隐患3条、罚款0.8万元。",
        "检查仓库多2家次",
        "隐患整改率85.7%，还有5条未整改。",
        "整改率较高的是一村（100%）；较低的是二村（60%），低于平均水平（85.7%）。",
        "四村本月没有新增检查仓库。",
        "三村逾期未报4月报表（应于4月10日前报）。",
        "二村的“镇里检查/发现隐患”没有填报，未计入合计。",
        "督促三村补报数据。",
        "盯住尚未整改的5条隐患",
    ):
        assert said in told


def test_late_returns_and_growth_over_a_gap() -> None:
    assert "四村迟报3天。" in text(report(year(), month="2030-03"))
    back = book(*year().returns, returned("2030-05", "三村", 9, 9, 9, 30, 9, 9))
    told = text(report(back, limit=900, as_of=date(2030, 6, 20)))
    assert "三村上月缺报，本月新增数含缺报月份。" in told
    silent = text(report(year(), month="2030-05", limit=900, as_of=date(2030, 6, 1)))
    assert "三村（连续2个月）" in silent


def test_before_the_due_day_nobody_is_overdue() -> None:
    told = text(report(year(), as_of=date(2030, 4, 10), limit=900))
    assert "三村尚未报送，4月10日到期。" in told
    assert "逾期" not in told
    assert "补报" not in told


def test_what_was_not_due_is_not_urged() -> None:
    first = book(returned("2030-01", "一村", 0, 0, 0, 0, 0, 0, on="2030-01-31"), *year().returns)
    told = text(report(first, month="2030-01"))
    assert "二村、三村和四村未报" in told
    assert not re.search("逾期|迟报|督促", told)


@pytest.mark.parametrize("limit", [60, 80, 100, 150, 200, 300, 400, 500])
def test_it_never_exceeds_the_limit_and_never_stops_in_a_sentence(limit: int) -> None:
    for paper in (report(year(), limit=limit), summary(year(), limit=limit)):
        assert length_of(paper.blocks) <= limit
        assert all(block.text.endswith("。") for block in paper.blocks if isinstance(block, b.Para))
        assert headings(paper) == [
            f"{mark}{name[1:]}" for mark, name in zip("一二三四五六", headings(paper), strict=False)
        ]


def test_what_matters_most_goes_last() -> None:
    short = text(report(year(), limit=130))
    assert "三村未报" in short
    assert "检查仓库12家次" in short
    assert "本月新增" not in short


def test_a_limit_that_leaves_no_room_at_all() -> None:
    with pytest.raises(LimitTooSmall, match="字数限制 20 太小"):
        report(year(), limit=20)


def test_a_paper_of_one_district() -> None:
    paper = report(year(), district="一村", limit=900)
    assert paper.title == "一村消防整治2030年4月阶段性工作情况"
    (to,) = (block for block in paper.blocks if isinstance(block, b.Addressees))
    assert to.text == "柳塘镇安全生产办公室"
    told = text(paper)
    assert "检查仓库9家次" in told
    assert not re.search("二村|四村|各村进度", told)
    blank = text(report(year(), district="二村", limit=900))
    assert "发现隐患________条" in blank
    assert "“镇里检查/发现隐患”没有填报。" in blank


def test_monthly_figures_are_called_so() -> None:
    told = text(report(book(*year().returns, counting=Counting.MONTHLY), limit=900))
    assert "以下为当月数。" in told


def test_without_returns_there_are_blanks_to_fill() -> None:
    for paper in (report(book(), limit=900), summary(book(), limit=900)):
        assert "检查仓库________家次" in text(paper)
        assert paper.banner == ""


def test_a_plan_that_is_over_is_not_told_of_in_the_month_of_today() -> None:
    assert report(book(), as_of=date(2032, 5, 1), limit=900).title == "柳塘镇消防整治2030年12月阶段性工作情况"
    assert report(book(), as_of=date(2029, 5, 1), limit=900).title == "柳塘镇消防整治2030年1月阶段性工作情况"
    assert report(book(), as_of=date(2030, 5, 1), limit=900).title == "柳塘镇消防整治2030年5月阶段性工作情况"


def test_sample_data_is_marked_on_every_page() -> None:
    invented = book(*year().returns, sample=True)
    assert report(invented).banner == summary(invented).banner == "示例数据，地区和数字均为虚构"
    assert report(year()).banner == ""


def test_fields_and_blanks() -> None:
    paper = compose_progress_report(
        catalogue(), year(), as_of=DAY, fields={"发文机关": "某某办", "主送机关": "县应急局"}
    )
    assert b.Signature(names=("某某办",), date="　　年　月　日") in paper.blocks
    assert b.Addressees("县应急局") in paper.blocks
    assert b.Signature(names=("××××××",), date="　　年　月　日") in report(year()).blocks
    with pytest.raises(UnknownName, match="没有这个填写项：密级"):
        compose_progress_report(catalogue(), year(), as_of=DAY, fields={"密级": "无"})


def test_who_gathers_the_returns_does_not_write_to_himself() -> None:
    own = REPORTING.replace("to: [安办]", "to: [柳塘镇人民政府]")
    paper = compose_progress_report(catalogue(reporting=own), year(), as_of=DAY)
    assert b.Addressees("××××××") in paper.blocks


def test_the_calendar_of_the_plan() -> None:
    stages = '[{name: 排查阶段, from: "2030-03", to: "2030-06"}]'
    roomy = REPORTING.replace("limit_chars: 300", "limit_chars: 500")
    found = catalogue(stages=stages, reporting=roomy)
    returns = replace(book(*year().returns[:2]), plan=found.plans[0])
    told = text(compose_progress_report(found, returns, as_of=DAY, month="2030-04"))
    assert "2个村均未报送4月数据，各数待补。" in told
    assert "按方案安排，4月处于排查阶段（到6月止）。" in told


def test_a_summary_of_the_year() -> None:
    paper = summary(year(), limit=1000)
    assert paper.title == "柳塘镇消防整治工作总结"
    assert headings(paper) == [
        "一、基本情况",
        "二、工作成效",
        "三、各村进度",
        "四、报送情况",
        "五、存在的不足",
        "六、下一步工作",
    ]
    told = text(paper)
    for said in (
        "本次工作依据《柳塘镇消防整治方案》（柳政〔2030〕7号）开展，期限为2030年1月至2030年12月。",
        "2030年2月至2030年4月，共收到进度统计表11份。",
        "三村最近一次报的是2030年3月：自查仓库4家，发现隐患6条，已整改6条，检查仓库3家次，发现隐患2条，罚款0.5万元。",
        "应报12份（3个月），按时10份，迟报1份，未报1份。",
        "一村和二村每月按时报送。",
        "四村有过迟报。",
        "三村有过未报。",
        "报表有漏填：二村4月“镇里检查/发现隐患”。",
        "累计检查仓库较多的是一村（9家次）",
    ):
        assert said in told


def test_an_own_summary_goes_by_the_own_last_return() -> None:
    told = text(summary(year(), district="三村", limit=1000))
    assert "检查仓库3家次" in told
    assert "应报2份（2个月），全部按时报送。" in told
    assert "各村进度" not in told


def test_both_papers_go_by_one_month_and_tell_what_is_silent_since() -> None:
    day = date(2030, 5, 20)
    for paper in (report(year(), district="三村", limit=900, as_of=day), summary(year(), district="三村", as_of=day)):
        assert "检查仓库3家次" in text(paper)
        assert "4月、5月的报表三村逾期未报。" in text(paper)
    chosen = report(year(), district="三村", month="2030-03", limit=900, as_of=day)
    assert "逾期未报" not in text(chosen)
    assert "5月的报表各村逾期未报。" in text(summary(year(), limit=1000, as_of=day))


def test_returns_that_were_not_due_are_told_apart() -> None:
    """The count of what came and the count of what was due would not agree otherwise."""
    first = returned("2030-01", "一村", 0, 0, 0, 0, 0, 0, on="2030-01-31")
    early = returned("2030-05", "一村", 9, 20, 20, 9, 9, 9, on="2030-05-02")
    told = text(summary(book(first, *year().returns, early), limit=1000, as_of=date(2030, 5, 8)))
    assert "共收到进度统计表13份。" in told
    assert "应报12份（3个月），按时10份，迟报1份，未报1份。" in told
    assert "1月的报表不在应报之列，报来的1份不计入上数。5月的报表尚未到期，报来的1份不计入上数。" in told


def test_no_order_is_told_where_all_are_alike() -> None:
    same = book(*(returned("2030-03", name, 2, 4, 4, 3, 1, 1, on="2030-03-09") for name in ("一村", "二村", "三村")))
    told = text(report(same, limit=900)) + text(summary(same, limit=1000))
    assert "各村进度" not in told
    assert not re.search("的是[。，]", told)


def test_many_districts_and_large_figures_still_fit() -> None:
    many = [
        returned(
            f"2030-{month:02}", f"第{number}村民小组", *[float(Decimal(10**6 * month + number))] * 6, on="2030-12-31"
        )
        for month in range(2, 12)
        for number in range(60)
    ]
    assert length_of(report(book(*many)).blocks) <= 300
    assert length_of(summary(book(*many)).blocks) <= 600


def test_one_district_is_called_by_its_name() -> None:
    alone = book(returned("2030-03", "一村", 3, 10, 9, 4, 3, 1.2, on="2030-03-09"))
    told = text(report(alone, limit=900, as_of=date(2030, 4, 20)))
    assert "一村已报送3月数据，以下为" in told
    assert "4月的报表一村逾期未报。" in told
    assert not re.search("1个村|各村", told)


def test_more_blanks_than_can_be_named_are_counted() -> None:
    names = ("一村", "二村", "三村")
    bare = book(*(returned("2030-03", name, 3, None, None, None, None, None, on="2030-03-09") for name in names))
    told = text(report(bare, limit=900))
    assert "二村的“自查/发现隐患”“已整改”“检查仓库”等15处没有填报，未计入合计。" in told


def test_last_figures_are_recalled_only_of_a_few() -> None:
    names = ("一村", "二村", "三村", "四村", "五村")
    first = [returned("2030-02", name, 3, 9, 8, 4, 3, 1, on="2030-02-09") for name in names]
    for present, recalled in ((names[:2], 3), (names[:1], 0)):
        later = (returned("2030-03", name, 4, 9, 9, 5, 3, 1, on="2030-03-09") for name in present)
        assert text(summary(book(*first, *later), limit=1000)).count("最近一次报的是") == recalled


def test_a_district_that_lags_twice_is_urged_once() -> None:
    columns = "[{name: 发现隐患, unit: 条}, {name: 已整改, unit: 条}]"
    groups = f"[{{name: 村里, columns: {columns}}}, {{name: 镇里, columns: {columns}}}]"
    plan, form = plan_and_form(forms=f"[{{id: xiaofang, title: 进度统计表, row_key: 村, columns: {groups}}}]")
    paths = ("村里/发现隐患", "村里/已整改", "镇里/发现隐患", "镇里/已整改")
    figures = {"一村": (10, 10, 10, 10), "二村": (10, 1, 10, 1), "三村": (10, 9, 10, 9)}
    returns = tuple(
        replace(returned("2030-03", name, *[None] * 6), values=dict(zip(paths, map(Decimal, own), strict=True)))
        for name, own in figures.items()
    )
    told = text(report(ReturnBook(plan=plan, form=form, returns=returns), limit=900))
    assert "对二村加强督促指导。" in told

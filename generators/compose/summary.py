"""工作总结: the whole campaign by its returns, in as many words as the plan allows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Final

from generators.blocks import Document
from generators.compose import progress_lacks as lacks
from generators.compose import progress_story as tell
from generators.compose.fitting import Sentence
from generators.compose.frame import NO_FIELDS, cited
from generators.compose.progress_paper import Frame, Tale
from generators.compose.progress_words import MOST_NAMED, column_name, figure, listed, month_of, number
from zerenku.catalogue import wording
from zerenku.catalogue.catalogue import Catalogue
from zerenku.returns.book import ReturnBook
from zerenku.returns.columns import Leaf
from zerenku.returns.punctuality import Tardy, blanks, due_day, due_months, late, missing, overdue
from zerenku.returns.standing import By, rankings_to_date, telling_leaves
from zerenku.returns.totals import growth_of, left_uncured, pairs_of

FIELDS: Final = ("主送机关", "发文机关", "联系人", "电话")
NAME: Final = "工作总结"
LIMIT: Final = 1000
GENERAL: Final = "基本情况"
RESULTS: Final = "工作成效"
RETURNS: Final = "报送情况"
LACKS: Final = "存在的不足"
NEXT: Final = "下一步工作"


def compose_summary(
    catalogue: Catalogue,
    book: ReturnBook,
    *,
    as_of: date,
    month: str = "",
    district: str = "",
    fields: Mapping[str, str] = NO_FIELDS,
    chart: bool = False,
) -> Document:
    """The paper on all months up to `month` of all districts together or of one; by default up to the last returned.

    `as_of` is the day on which it tells what is overdue; a `chart` comes only where there is something to compare.
    Without returns figures are blanks. UnknownName for an unknown field or district, LimitTooSmall when the plan's
    limit leaves no room for any text.
    """
    tale = Tale(name=NAME, known=FIELDS, limit=LIMIT, sentences=_sentences, results=RESULTS, final=True)
    return tale.paper(catalogue, book, as_of=as_of, month=month, district=district, fields=fields, chart=chart)


def _sentences(frame: Frame, story: tell.Story) -> Iterator[Sentence]:
    yield from _general(frame, story)
    yield from tell.coverage(story, RESULTS)
    yield from tell.sums(story, RESULTS)
    yield from tell.cures(story, RESULTS)
    yield from _peaks(story)
    for name, month, said in lacks.last_known(story):
        yield Sentence.of(RESULTS, (66, f"{name}最近一次报的是{month}：{said}。"))
    if not story.district:
        for ranking in rankings_to_date(story.book, story.month):
            yield from tell.standing(story, f"各{story.key}进度", ranking)
    yield from _returns(story)
    yield from _lacks(story)
    yield from _next(story)


def _general(frame: Frame, story: tell.Story) -> Iterator[Sentence]:
    plan = frame.book.plan
    span = f"，期限为{wording.period_text(plan)}" if plan.period else ""
    yield Sentence.of(
        GENERAL, (70, f"本次工作依据{cited(plan)}开展{span}。"), (84, f"本次工作依据《{plan.title}》开展。")
    )
    stages = [item for item in plan.stages if item.scope is None]
    if stages:
        yield Sentence.of(GENERAL, (32, f"工作分{len(stages)}个阶段：{'、'.join(item.name for item in stages)}。"))
    months = [month for month in story.book.months if month <= story.month]
    if months:
        count = sum(len(story.book.of_month(month)) for month in months)
        first, last = wording.month_text(months[0]), wording.month_text(months[-1])
        span = first if len(months) == 1 else f"{first}至{last}"
        yield Sentence.of(GENERAL, (63, f"{span}，共收到进度统计表{count}份。"))


def _peaks(story: tell.Story) -> Iterator[Sentence]:
    """In which month most came in, by the month of the return, for acts and for hazards found."""
    shown: list[Leaf] = [*telling_leaves(story.book)[-1:], *(found for found, _ in pairs_of(story.book))]
    texts = []
    for leaf in dict.fromkeys(shown):
        flows = [(growth_of(story.book, month, leaf), month) for month in story.book.months if month <= story.month]
        amounts = [(amount, month) for amount, month in flows if amount is not None and amount > 0]
        if len(amounts) > 2:
            amount, month = max(amounts, key=lambda item: item[0])
            texts.append(f"{figure(leaf, amount, name=leaf.name + '新增最多的是' + month_of(month) + '，')}")
    if texts:
        yield Sentence.of(RESULTS, (38, f"按报送月份看，{'；'.join(texts)}。"))


def _returns(story: tell.Story) -> Iterator[Sentence]:
    """How regularly the districts returned what was due; what came without being due is told apart."""
    book = story.book
    months = _due(story)
    absent = overdue(book, as_of=story.as_of, months=months)
    tardy = [item for month in months for item in late(book, month)]
    if not months or not book.returns:
        return
    due = len(months) * len(book.districts)
    told = f"应报{due}份（{len(months)}个月）"
    if not absent and not tardy:
        yield Sentence.of(RETURNS, (67, f"{told}，全部按时报送。"))
    else:
        counts = ((due - len(absent) - len(tardy), "按时"), (len(tardy), "迟报"), (len(absent), "未报"))
        parts = "，".join(f"{what}{count}份" for count, what in counts if count)
        yield Sentence.of(RETURNS, (67, f"{told}，{parts}。"))
    yield from _undue(story, months)
    if story.district:
        return
    yield from _habits(story, absent, tardy)


def _habits(story: tell.Story, absent: Sequence[Tardy], tardy: Sequence[Tardy]) -> Iterator[Sentence]:
    """Who is always in time, and who more than once is not."""
    book = story.book
    if not absent and not tardy:
        return
    flawed = {item.district for item in (*absent, *tardy)}
    steady = [name for name in book.districts if name not in flawed]
    if steady:
        yield Sentence.of(RETURNS, (47, f"{listed(steady, key=story.key)}每月按时报送。"))
    for what, found in (("迟报", tardy), ("未报", absent)):
        counted = Counter(item.district for item in found)
        often = sorted(((name, count) for name, count in counted.items() if count > 1), key=lambda item: -item[1])
        if often:
            names = "、".join(f"{name}（{count}次）" for name, count in often[:MOST_NAMED])
            yield Sentence.of(RETURNS, (49, f"{what}不止一次的有{names}。"))
        elif counted:
            yield Sentence.of(RETURNS, (49, f"{listed(list(counted), key=story.key)}有过{what}。"))


def _due(story: tell.Story) -> tuple[str, ...]:
    """Months up to the one told of whose due day has passed."""
    plan, form = story.book.plan, story.book.form
    months = (month for month in due_months(story.book, as_of=story.as_of) if month <= story.month)
    return tuple(month for month in months if (due := due_day(plan, form, month)) and due < story.as_of)


def _undue(story: tell.Story, months: Sequence[str]) -> Iterator[Sentence]:
    """Returns that came for months not counted as due: theirs was before the plan, or is still to come."""
    book = story.book
    for month in book.months:
        if month in months or month > story.month:
            continue
        why = "尚未到期" if due_day(book.plan, book.form, month) else "不在应报之列"
        count = len(book.of_month(month))
        yield Sentence.of(RETURNS, (65, f"{month_of(month)}的报表{why}，报来的{count}份不计入上数。"))


def _lacks(story: tell.Story) -> Iterator[Sentence]:
    yield from lacks.absences(story, LACKS)
    yield from lacks.silence(story, LACKS)
    book = story.book
    found = [item for month in book.months if month <= story.month for item in blanks(book, month)]
    if found:
        cells = "、".join(
            f"{item.district}{month_of(item.month)}“{column_name(item.leaf, book.leaves)}”" for item in found[:4]
        )
        more = f"等{len(found)}处" if len(found) > 4 else ""
        yield Sentence.of(LACKS, (57, f"报表有漏填：{cells}{more}。"), (59, f"报表有{len(found)}处漏填。"))
    slow = _slow(story)
    if slow:
        yield Sentence.of(LACKS, (61, f"{listed(slow, key=story.key)}隐患整改率低于平均水平。"))


def _next(story: tell.Story) -> Iterator[Sentence]:
    left = left_uncured(story.book, story.month)
    if left > 0:
        unit = pairs_of(story.book)[0][0].unit
        yield Sentence.of(
            NEXT, (80, f"对尚未整改的{number(left)}{unit}隐患建立台账，逐条明确责任和时限，整改完成后复查销号。")
        )
    if missing(story.book, story.month) and not story.district:
        yield Sentence.of(NEXT, (62, f"督促{listed(story.absent, key=story.key)}补报数据，补齐后更新本总结。"))
    slow = _slow(story)
    if slow:
        yield Sentence.of(NEXT, (51, f"对{listed(slow, key=story.key)}加强督促指导。"))
    yield Sentence.of(NEXT, (28, "把行之有效的做法转为日常检查、培训和报送制度。"))


def _slow(story: tell.Story) -> tuple[str, ...]:
    """Districts that lag by cure rate; nobody lags behind himself."""
    if story.district:
        return ()
    found = rankings_to_date(story.book, story.month)
    return tuple(dict.fromkeys(name for item in found if item.by is By.CURE_RATE for name, _ in item.lagging))

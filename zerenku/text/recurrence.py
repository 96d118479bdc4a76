"""Repeat rules: 每月15日前, 每季度至少1次, 按月, 一周一调度, 全年不少于5次 (interchange.md, Recurrence and targets)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from zerenku.model.clause import Every, Operator, Recurrence
from zerenku.model.outline import Found
from zerenku.text.fold import fold, mask_titles
from zerenku.text.numbers import HAN_NUMBER, read_number
from zerenku.text.seeking import seek

_UNITS: Final = {
    "日": Every.DAY,
    "天": Every.DAY,
    "晚": Every.DAY,
    "周": Every.WEEK,
    "星期": Every.WEEK,
    "半月": Every.HALF_MONTH,
    "半个月": Every.HALF_MONTH,
    "月": Every.MONTH,
    "月度": Every.MONTH,
    "15日": Every.HALF_MONTH,
    "15天": Every.HALF_MONTH,
    "十五日": Every.HALF_MONTH,
    "十五天": Every.HALF_MONTH,
    "两周": Every.HALF_MONTH,
    "2周": Every.HALF_MONTH,
    "7日": Every.WEEK,
    "7天": Every.WEEK,
    "七日": Every.WEEK,
    "七天": Every.WEEK,
    "两个月": Every.MONTH,
    "2个月": Every.MONTH,
    "三个月": Every.QUARTER,
    "3个月": Every.QUARTER,
    "六个月": Every.HALF_YEAR,
    "6个月": Every.HALF_YEAR,
    "季": Every.QUARTER,
    "季度": Every.QUARTER,
    "半年": Every.HALF_YEAR,
    "旬": Every.MONTH,
    "学期": Every.HALF_YEAR,
    "学年": Every.YEAR,
    "年": Every.YEAR,
    "年度": Every.YEAR,
    "月月": Every.MONTH,
    "周周": Every.WEEK,
    "天天": Every.DAY,
    "日日": Every.DAY,
    "季季": Every.QUARTER,
}
_ACTS: Final = "次|轮|遍|场次?|期|回"
_COUNT: Final = rf"(?<![\d第同])(?P<n>\d+(?:-\d+)?|{HAN_NUMBER})\ ?(?:{_ACTS})(?P<more>以上|及以上)?"
# The day, month or week that a period is divided at: 每月15日前, 每季度末月25日前, 每年6月底前, 每周五下班前.
_WHEN: Final = (
    r"(?:的|第)?(?:\ ?(?:第?[一二三四1-4]个?月|[首末次下当]月|最后一?个?(?:工作日|月|周|星期[一二三四五])|"
    r"月?[底末初中]|[上中下]旬|周?[一二三四五六日](?=[前上下])"
    r"|结束后?|前(?=\ ?[、和及]\ ?\d{1,2}\ ?月)"
    r"|\d{1,2}\ ?月份?|\d{1,2}\ ?[日号]|\d{1,2}\ ?个?工作日|[一二三四五六七八九十]{1,3}月底?|下班|和|、|底|"
    r"年底)){0,6}\ ?(?:之前|以前|前|之内|以内|内)?"
)
_EVERY: Final = re.compile(
    rf"每\ ?(?:一?个)?\ ?(?P<unit>(?:15|7)\ ?[日天]|(?:十五|七)[日天]|[两2]\ ?周|"
    rf"[两2三3六6]\ ?个月|半个?月|半年|季度?(?!节)|年度?(?!龄)|月|旬|学[期年]|周(?!年|边|期)|星期|日|"
    rf"天|晚(?!上))(?P<when>{_WHEN})"
)
_COARSE: Final = re.compile(r"每\ ?[两2]\ ?个月")
_PER_MONTH: Final = 3
"""每旬 has no unit of its own in interchange.md: thrice a month."""
_TWO_DAYS: Final = re.compile(r"(?<=[日号])(?:之?前)?\ ?[、和及]\ ?(?=(?:1[0-2]|[1-9])\ ?月)")
"""每年6月20日、12月20日前 are two dates of every year."""
_DAY_OF_MONTH: Final = re.compile(r"^的?\ ?(\d{1,2})\ ?[日号]")
_REST: Final = re.compile(
    rf"[^，。；：\n]{{0,36}}?(?:，(?:至少)?(?:开展|组织|召开|进行)[^，。；：\n]{{0,8}}?)?{_COUNT}"
)
_LEAST: Final = re.compile(r"至少|不少于|不低于|不得少于|不得低于|最少|不小于")
_LEAST_BEFORE: Final = re.compile(r"(?:至少|不少于|不低于|最少)(?:在|应|要|于)?$")
_BY: Final = re.compile(
    r"(?:按|逐(?!年))(?P<by>半个?月|月度?|季度?(?!节)|周(?!边|期)|半年|年(?!度|龄|轻)|年度(?!计划|任务|目标|工作|"
    r"安排|预算|执法|监督))(?!均|薪|租|初|底|末)"
    r"|(?<![\u4e00-\u9fff\d])?(?P<twice>月月|周周|天天|日日|季季)"
)
_ONE_ONE: Final = re.compile(
    r"(?<![十百\d第逐])(?:一(?P<one>日|天|周|月|季度?|年)|(?P<half>半年|半月))一(?!度|月|日|号)(?P<act>次|"
    r"[\u4e00-\u9fff]{2})"
)
_YEARLY: Final = re.compile(
    rf"(?<![每第\d])(?:全年度?|年度内?|年内|一年内?|本年度|当年内?|全年内)(?:(?!每)[^，。；\n]){{0,40}}?"
    rf"(?:不少于|不得少于|不低于|至少|达到?|最少|不小于)(?:(?!每)[^，。；\n\d]){{0,12}}?(?P<n>\d+|"
    rf"{HAN_NUMBER})\ ?(?:{_ACTS})"
)
_REGIME: Final = re.compile(
    r"(?:(?<=[，、：；。“（‘立行持按和\s])|^)(?P<regime>日|周|旬|半月|月|季|(?<=、)年)度?(?P<act>管控|排查|调度|通报|研判|会商|"
    r"会办|督查|巡查|点评|小结|报告|报送"
    r"|例会|分析|考核|清零|自查|检查|评估|评价|评比|总结(?=[、，。；”）]|$))"
)


# The characters that each of the patterns above begins with, as their neighbours tell them from others.
_BY_BEGINS: Final = re.compile("[按逐月周天日季]")
_YEARLY_BEGINS: Final = re.compile("[全年一本当](?:(?=年)|(?<=年))")
_REGIME_BEGINS: Final = re.compile("[日周旬半月季年](?=[月度管排调通研会督巡点小报例分考清自检评总])")
_ONE_ONE_BEGINS: Final = re.compile("[一半](?=[日天周月季年])")


def read_recurrence(text: str) -> tuple[Found[Recurrence], ...]:
    """Repeat rules of the text in order, none overlapping another; 定期 and 经常 are none. `who`, `what` stay empty."""
    masked = mask_titles(fold(text))
    found: list[Found[Recurrence]] = []
    for item in sorted(_all(text, masked), key=lambda one: (one.start, -one.end)):
        if not found or item.start >= found[-1].end:
            found.append(item)
    return tuple(found)


def is_coarse(rule: Recurrence) -> bool:
    """Whether the words name a period without a unit of its own: 每两个月 is told as every month."""
    return rule.every is Every.MONTH and _COARSE.search(rule.text) is not None


def _all(text: str, masked: str) -> Iterator[Found[Recurrence]]:
    if "每" in masked:
        yield from _every(text, masked)
    for match in seek(_BY, _BY_BEGINS, masked):
        yield _found(text, match.start(), match.end(), _UNITS[match["by"] or match["twice"]])
    for match in seek(_ONE_ONE, _ONE_ONE_BEGINS, masked):
        yield _found(text, match.start(), match.end(), _UNITS[match["one"] or match["half"]])
    for match in seek(_YEARLY, _YEARLY_BEGINS, masked):
        number = int(read_number(match["n"]) or 1)
        yield _found(text, match.start(), match.end(), Every.YEAR, n=number, op=Operator.AT_LEAST)
    for match in seek(_REGIME, _REGIME_BEGINS, masked):
        times = _PER_MONTH if match["regime"] == "旬" else 1
        yield _found(text, match.start(), match.end(), _UNITS[match["regime"]], n=times)


def _every(text: str, masked: str) -> Iterator[Found[Recurrence]]:
    for match in _EVERY.finditer(masked):
        start, end = match.start(), match.end("unit")
        when = match["when"].strip()
        if when and when not in {"的", "和", "、", "第"} and not when.endswith(("和", "、")):
            end = match.end("when")
        count = _REST.match(masked, end)
        least = _LEAST_BEFORE.search(masked, max(0, start - 6), start)
        number, op, until = 1, Operator.EQUAL, end
        if count and "每" not in count[0]:
            number = int(read_number(count["n"].split("-")[0]) or 1)
            until = count.end()
            if count["more"] or _LEAST.search(count[0]):
                op = Operator.AT_LEAST
        if least:
            start, op = least.start(), Operator.AT_LEAST
        every = _UNITS[match["unit"].replace(" ", "")]
        two = _TWO_DAYS.search(masked, match.end("unit"), end) if every is Every.YEAR else None
        if two:
            yield _found(text, start, two.start(), every, op=op)
            yield _found(text, two.end(), until, every, op=op)
            continue
        if match["unit"] == "旬":
            number *= _PER_MONTH
        day = _DAY_OF_MONTH.match(match["when"]) if every is Every.MONTH else None
        yield _found(text, start, until, every, n=number, op=op, day=int(day[1]) if day else None)


def _found(
    text: str, start: int, end: int, every: Every, *, n: int = 1, op: Operator = Operator.EQUAL, day: int | None = None
) -> Found[Recurrence]:
    while end > start and text[end - 1].isspace():
        end -= 1
    words = text[start:end]
    return Found(Recurrence(every=every, n=max(n, 1), op=op, day=day, text=words), start, end)

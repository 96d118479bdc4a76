"""Stages and periods: 动员部署阶段（2030年2月底前）, 第二阶段：2030年8月至12月, 从2030年7月起至2032年12月."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise
from typing import Final

from zerenku.model.outline import Found
from zerenku.model.plan import Stage
from zerenku.text.calendar_words import DateWords, date_words
from zerenku.text.fold import fold, mask_titles

_HEADING: Final = 60
_FILLER: Final = re.compile(r"(?:从|自|起|始|开始|至|到|-|、|止|时间|为|：|左右|完成|期间|\ |即日|印发之日|计划|\*)+")
_NAME_ENDS: Final = re.compile(r"[（〔：，。；\n]")
_NAME_BEHIND: Final = re.compile(r"\ ?(?:为|[，：]|进行)\ ?(?P<name>[\u4e00-\u9fff、“”]{2,16}?)(?=[，。；：]|$)")
_STAGE_NAME: Final = re.compile(
    r".{0,6}阶段|(?:动员|宣传|部署|启动|组织|全面|集中|自查|自纠|排查|整治|攻坚|推进|实施|督查|检查|验收|总结|评估|巩固|提升|发动|整改)+"
)
_RANGE: Final = re.compile(r"\ ?(?:起|始|开始|份|初)?\ ?(?:至|到|-+)\ ?")
_FROM_YEARS: Final = re.compile(r"((?:20)\d\d)\ ?年?\ ?(?:-+|至|到)\ ?((?:20)\d\d)\ ?年(?!度)")
_FROM_NOW: Final = re.compile(r"即日(?:起|开始)?，?\ ?(?:开始)?(?:至|到|-+)\ ?$")
_ANNOUNCES: Final = re.compile(r"(?:从|自|决定|于|时间|期限|为期|分|开展|，|：|在|用)[^。；\n]{0,6}$")


def read_stage(text: str, *, year: int | None) -> Found[Stage] | None:
    """The stage that a heading names with its span, or None.

    `text` begins after the mark. `first` and `last` are months, or days where the text names days. Where only an end
    is written (…（2030年2月底前）) both are the same month: the caller knows where the stage before it ended.
    """
    masked = mask_titles(fold(text))
    line_end = masked.find("\n")
    head = masked[: min(_HEADING, line_end if line_end >= 0 else len(masked))]
    dates = list(date_words(head))
    if not dates:
        return None
    span = _span(head, dates)
    name_end = _NAME_ENDS.search(head)
    name = text[: min(name_end.start() if name_end else dates[0].start, dates[0].start)].strip(" 　*（(：:，,")
    named = _named_behind(text, head, dates) if not name.strip("从自") else None
    if named:
        name, span = named
    if span is None or not name or len(name) > 30:
        return None
    first, last, end = span
    if head.startswith("第") and "阶段" in name and len(name) <= 6:
        name = _long_name(text, head, name)
    resolved = _years(first, last, year)
    if resolved is None:
        return None
    begins, ends = resolved
    opens = _month(first, begins, first_day=True)
    opens = opens[:7] if first is last and first.before else opens
    stage = Stage(scope=None, name=name, first=opens, last=_month(last, ends, first_day=False))
    return Found(stage, 0, end)


def _named_behind(text: str, head: str, dates: list[DateWords]) -> tuple[str, tuple[DateWords, DateWords, int]] | None:
    """6月1日至6月15日为宣传发动阶段: the name behind the span that the heading begins with; behind a single month
    (5月，部署启动。) only what is the name of a stage.
    """
    first = dates[0]
    spans = len(dates) > 1 and _RANGE.fullmatch(head[first.end : dates[1].start]) is not None
    last = dates[1] if spans else first
    name = _NAME_BEHIND.match(head, last.end)
    if name is None or not (spans or (first.fine == "month" and _STAGE_NAME.fullmatch(name["name"]))):
        return None
    return text[name.start("name") : name.end("name")], (first, last, name.end())


def _long_name(text: str, head: str, name: str) -> str:
    """第一阶段：动员部署（…） is told by both words, where the second is a name."""
    rest = re.match(r"第[一二三四五六]阶段\ ?[：，、（]\ ?([\u4e00-\u9fff、]{2,12}?)(?:阶段)?\ ?[（：，。）]", head)
    if rest and not re.search(r"\d", rest[1]):
        return f"{name}：{text[rest.start(1) : rest.end(1)]}"
    return name


def _span(head: str, dates: list[DateWords]) -> tuple[DateWords, DateWords, int] | None:
    """The date or range that stands alone in a bracket, or behind a colon or comma up to the next mark."""
    first = dates[0]
    opening = head.rfind("（", 0, first.start), head.rfind("〔", 0, first.start)
    start = max(opening)
    last = dates[1] if len(dates) > 1 and _RANGE.fullmatch(head[first.end : dates[1].start]) else first
    if start >= 0 and "）" not in head[start : first.start]:
        close = min((at for at in (head.find("）", last.end), head.find("〕", last.end)) if at >= 0), default=-1)
        if close < 0:
            return None
        around = head[start + 1 : first.start] + head[last.end : close]
        if around and not _FILLER.fullmatch(around):
            return None
        return first, last, close + 1
    tail = re.match(r"\ ?(?:完成|左右|止|为)?\ ?(?:[）。；，：]|$)", head[last.end :])
    lead = re.search(r"(?:[：，、]|阶段\ ?)\ ?(?:从|自|时间为?)?\ ?$", head[: first.start])
    if tail and lead and "阶段" in head[: first.start] and (last is not first or first.before or first.closes):
        return first, last, last.end
    return None


def _years(first: DateWords, last: DateWords, year: int | None) -> tuple[int, int] | None:
    begins = first.year if first.year is not None else _relative(first, year)
    if begins is None:
        begins = last.year
    if begins is None:
        return None
    ends = last.year if last.year is not None else _relative(last, year) if last.relative else begins
    return (begins, ends) if ends is not None else None


def _relative(item: DateWords, year: int | None) -> int | None:
    if year is None:
        return None
    return year + 1 if item.relative in {"明年", "次年", "翌年"} else year


def _month(item: DateWords, year: int, *, first_day: bool) -> str:
    day = item.first(year) if first_day else item.due(year)
    if item.before and not first_day and item.fine == "month" and not item.closes:
        return f"{day:%Y-%m}"
    return f"{day:%Y-%m-%d}" if item.fine == "day" else f"{day:%Y-%m}"


def read_period(text: str, *, issued: date | None = None) -> Found[tuple[str, str]] | None:
    """The first span of years or months a plan announces for itself, as months: 从2030年7月起至2032年12月. One that
    begins at once (即日起至8月底) begins with the month of `issued`.
    """
    masked = mask_titles(fold(text))
    dates = list(date_words(masked))
    for first, last in pairwise(dates):
        if first.year is None or not _RANGE.fullmatch(masked[first.end : last.start]):
            continue
        ends = last.year if last.year is not None else first.year
        if not _ANNOUNCES.search(masked[max(0, first.start - 12) : first.start]):
            continue
        months = (f"{first.first(first.year):%Y-%m}", f"{last.due(ends):%Y-%m}")
        return Found(months, first.start, last.end)
    for last in dates if issued is not None and "即日" in masked else ():
        now = _FROM_NOW.search(masked, 0, last.start)
        if now and issued is not None:
            ends = last.year if last.year is not None else _relative(last, issued.year) or issued.year
            return Found((f"{issued:%Y-%m}", f"{last.due(ends):%Y-%m}"), now.start(), last.end)
    years = _FROM_YEARS.search(masked)
    if years:
        return Found((f"{years[1]}-01", f"{years[2]}-12"), years.start(), years.end())
    return None

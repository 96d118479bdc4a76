"""Due dates: 2030年6月底前, 7月25日前, 到2031年, 年底前, a task's bare 2030年 (interchange.md, Dates)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from zerenku.model.clause import Deadline
from zerenku.model.outline import Found
from zerenku.text.calendar_words import DateWords, date_words
from zerenku.text.fold import fold, mask_titles
from zerenku.text.holidays import before_holidays

_RECURS: Final = re.compile(
    r"(?:每年度?|每季度?|每半年|每个?月|每周|历年|常年)(?:的|于|在|至少|，|都|均)?[^，。；：\n]{0,4}$"
)
_RANGE: Final = re.compile(r"(?:起|开始|份|初)?\ ?(?:至|到|-+)\ ?")
_SPAN_OF_YEARS: Final = re.compile(r"\d{4}\ ?年?\ ?(?:至|到|-+)\ ?$")
_SINCE: Final = re.compile(
    r"\ ?(?:起|以来|以后|之后|开始|启动|施行|印发|下发|发布|成立|召开|(?<![底末])后|始|迄今|至今"
    r"|正式(?:施行|实施|启动)|前后)"
)
_FROM: Final = re.compile(r"(?:自|从|自从|根据|依据|按照|即日(?:起|开始)?，?(?:至|到|-+))\ ?$")
"""从2030年起 begins something, 即日起至8月底 is a span."""
_UNTIL: Final = re.compile(
    r"(?:截至|截止到?|力争到?|争取到?|确保到?|计划到?|预计到?|务必于?|务必在|拟于|将于|分别于|须于|应于|推迟至|不[迟晚]于|最[迟晚]不(?:超过|得超过)|"
    r"延长至|延期至|最迟|最晚|(?<![起份达得收受遇提报送看感找直周])到|于|在|至迟|(?:^|(?<=[。；，：\n]))至)\ ?$"
)
_TASK_START: Final = re.compile(
    r"(?:[。；，：！、\n（〔“]|[一二三四五六七八九十]是|^|(?<=[。；，：！\n])\d{1,2}[.、]|[①-⑳）])\ *$"
)
_NO_TASK: Final = re.compile(
    r"\ ?(?:度(?!内)|是|为|以来|的|第|版|[，、]?\ *$|[）〕]|工作(?!组)|安全生产|重点|目标任务|计划|专项|"
    r"[春夏秋冬暑寒汛]|"
    r"行动|方案|全国|以前|度计划|修订|印发|制定|新修|征求|我[省市县镇国]|与|和|较|比|及(?!时)|"
    r"(?:\d{1,2}\ ?)?(?:至|到|-+)\ ?\d)"
)
_TO_DAY: Final = re.compile(r"\ ?(?:至|到|-+)\ ?\d")
_DOES: Final = re.compile(
    r"\ ?(?:[，前]?\ ?(?:完成|建成|实现|达到|全部|基本|全面|达|形成|普遍|建立|力争|确保|要|组织|开展|制定|推动|"
    r"推进|底))"
)
# 到2031年重点区域覆盖率…: the task's own subject stands behind the date.
_NAMES_NEXT: Final = re.compile(r"\ ?(?:重点|全国|安全生产|专项)[^，。；]{2,}")
_REACHES_SHARE: Final = re.compile(
    r"[\u4e00-\u9fff]{0,8}[率比例值量](?:要|应|须|均)?(?:达到?|不低于|提高到|提升到|为)\ ?\d"
)
_SO_FAR: Final = re.compile(r"[，,]?[^，。；\n]{0,12}[已共]")
"""截至4月30日，全县已完成…: a report, no due date."""
_COMPLETES: Final = re.compile(r"\ ?(?:完成|办结|建成|验收|报送|上报|销号)")
_QUOTA: Final = re.compile(r"[^，。；\n]{0,30}(?:不少于|不得少于|不低于|至少)")
_YEAREND_NOUN: Final = re.compile(r"\ ?(?:一并|综合)?(?:考核|考评|总结|绩效|述职|评价|目标|评[先优比]|表彰|奖)")
_MAY_DATE: Final = re.compile(r"[年月]|季度|\d[./-]\d")
_LIMIT: Final = re.compile(r"(?:时限|时间|期限|(?:完成|截止|截至|整改|办结)日期|时间节点)\ ?(?:：|为)\ ?$")
_HAPPENED: Final = re.compile(r"^[^。；\n]{0,24}(?:发生|印发|召开|公布|发布|通过|出台|浏览|来源)|^\ *&")
_LAST_YEAR: Final = re.compile(r"(?:去|前|往|上一?个?)年度?\ ?$")
"""去年3月底前 is history, whatever the plan's year."""
_AND: Final = re.compile(r"\ ?[、和及与或]\ ?")
_SENTENCE: Final = re.compile(r"[。！？\n]")


@dataclass(slots=True)
class _Walk:
    """What carries over from one date expression to the next: the sentence's year, a recurring list, an open range."""

    year: int | None = None
    end: int = 0
    recurs: bool = False
    opened: int | None = None


def read_deadlines(text: str, *, year: int | None) -> tuple[Found[Deadline], ...]:
    """Due dates of the text in order. `year` is the plan's (or stage's) year: it dates 6月底前, and what lies before it
    is history. `what` is left empty.
    """
    masked = mask_titles(fold(text))
    feasts = before_holidays(text, masked, year) if "前" in masked else []
    if not _MAY_DATE.search(masked):
        return tuple(feasts)
    words = list(date_words(masked))
    walk = _Walk()
    found: list[Found[Deadline]] = []
    for index, item in enumerate(words):
        following = words[index + 1] if index + 1 < len(words) else None
        span = _judge(masked, item, following, walk, year)
        walk.end = item.end
        if span is not None:
            start, due = span
            found.append(Found(Deadline(date=due, text=text[start : item.end]), start, item.end))
    if feasts:
        apart = [item for item in found if not any(one.start <= item.start < one.end for one in feasts)]
        return tuple(sorted([*apart, *feasts], key=lambda one: one.start))
    return tuple(found)


def _judge(
    masked: str, item: DateWords, following: DateWords | None, walk: _Walk, year: int | None
) -> tuple[int, date] | None:
    """Where the deadline's words begin and when it is due; None for a date that is no deadline."""
    between = masked[walk.end : item.start]
    if _SENTENCE.search(between):
        walk.year, walk.opened, walk.recurs = None, None, False
    before = masked[max(0, item.start - 14) : item.start]
    resolved = _year_of(item, walk, year)
    if item.year is not None and (year is None or item.year >= year):
        walk.year = item.year
    walk.recurs = _RECURS.search(before) is not None or (walk.recurs and _AND.fullmatch(between) is not None)
    if walk.recurs or resolved is None or (item.year is None and _LAST_YEAR.search(before)):
        return None
    opened, walk.opened = walk.opened, None
    if opened is not None and _RANGE.fullmatch(between):
        start = opened if item.before else None
    elif following and _RANGE.fullmatch(masked[item.end : following.start]):
        walk.opened = item.start
        return None
    elif _SPAN_OF_YEARS.search(before) and not item.before:
        return None
    else:
        start = _deadline_start(masked, item, following, before)
    if start is None:
        return None
    due = item.due(resolved)
    return (start, due) if year is None or resolved >= year else None


def _year_of(item: DateWords, walk: _Walk, year: int | None) -> int | None:
    if item.year is not None:
        return item.year
    context = walk.year if walk.year is not None else year
    if item.relative in {"明年", "次年", "翌年"}:
        base = year if item.relative == "明年" else context
        return None if base is None else base + 1
    return year if item.relative in {"今年", "本年", "本年度"} else context


def _deadline_start(masked: str, item: DateWords, following: DateWords | None, before: str) -> int | None:
    after = masked[item.end : item.end + 40]
    if not item.before and (_SINCE.match(after) or _FROM.search(before)):
        return None
    if item.before:
        return item.start
    if item.han and item.year is None and item.fine == "month":
        return None
    until = _UNTIL.search(before)
    starts = _TASK_START.search(before) is not None
    if item.closes:
        return item.start if _closing_counts(item, after, starts=starts, until=until is not None) else None
    return _bare_start(masked, item, following, after, starts=starts, until=until)


def _closing_counts(item: DateWords, after: str, *, starts: bool, until: bool) -> bool:
    """2030年底实现 counts; 年底考核 is the name of an act, and 年内不少于两次 a quota."""
    if after.startswith("前后"):
        return False
    if item.closes == "内":
        return not _QUOTA.match(after)
    if item.relative == "年" and item.fine == "year":
        return (starts or until) and not _YEAREND_NOUN.match(after)
    return True


def _bare_start(
    masked: str, item: DateWords, following: DateWords | None, after: str, *, starts: bool, until: re.Match[str] | None
) -> int | None:
    """A date without 前 or 底 dates a task only behind 到 and its like, or at the head of its sentence part."""
    listed = following is not None and _AND.fullmatch(masked[item.end : following.start]) is not None
    if listed and following is not None and following.before and item.fine != "year":
        return item.start
    if after.startswith("：") and following and not _SENTENCE.search(masked, item.end, following.start):
        return None
    if _LIMIT.search(masked, max(0, item.start - 8), item.start) and not _TO_DAY.match(after):
        return item.start
    reached = until is not None and until[0].strip() == "到" and item.year is not None and _NAMES_NEXT.match(after)
    if _NO_TASK.match(after) and not (listed and until) and not reached:
        return None
    if until is not None:
        return _until_start(item, after, until[0])
    if item.fine == "day" and item.year is not None and (_HAPPENED.search(after) or _alone(masked, item)):
        return None
    does = item.year is not None and (
        (item.fine in {"year", "half", "quarter"} and _DOES.match(after))
        or (item.fine == "year" and _REACHES_SHARE.match(after))
    )
    ends_task = _COMPLETES.match(after) or does
    return item.start if starts or ends_task else None


def _until_start(item: DateWords, after: str, word: str) -> int | None:
    """到 and 截至 belong to the date; 在2030年 dates a task only when the task follows at once."""
    if word.strip() in {"截至", "截止"} and _SO_FAR.match(after):
        return None
    if word.strip() in {"于", "在"} and item.fine == "year" and not _DOES.match(after) and not after.startswith("，"):
        return None
    return item.start - (len(word) if word.strip() in {"到", "至", "截至"} else 0)


def _alone(masked: str, item: DateWords) -> bool:
    """A date that is a line of its own is the signing date."""
    line_start = masked.rfind("\n", 0, item.start) + 1
    line_end = masked.find("\n", item.end)
    line = masked[line_start : line_end if line_end >= 0 else len(masked)].strip()
    return len(line) <= item.end - item.start + 2

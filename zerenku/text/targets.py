"""Numbers someone can be held to: shares, counts to reach, limits (interchange.md, Recurrence and targets)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from zerenku.model.clause import Operator, Target
from zerenku.model.outline import Found
from zerenku.text.fold import fold, mask_titles
from zerenku.text.numbers import read_number
from zerenku.text.seeking import seek
from zerenku.text.target_words import (
    AFTER,
    AGE,
    AIMS,
    ANY_NUMBER,
    BEFORE_SET,
    BEGINS,
    CONCRETE,
    COUNTED,
    DONE,
    DURATION,
    EQUIPS,
    EVERY,
    FAR,
    FITTED,
    FORMULA,
    GOES_ON,
    HOLDS,
    INTENDS,
    LESS_THAN,
    LIAISON,
    LISTED,
    MONEY,
    NUMBER,
    PAID_NEXT,
    PAST,
    PAST_SHARE,
    REACHES,
    SCOPE_TAIL,
    SEGMENT,
    SENTENCE,
    SET,
    SET_NEAR,
    STOCK,
    STRONG,
    TRIGGERS,
    WORDS,
)


@dataclass(frozen=True, slots=True)
class _Number:
    """A number with its surroundings: the words before and after it in its part of the sentence.

    `word` is the operator; `listed` says that a target stands before it in the same sentence.
    """

    match: re.Match[str]
    unit: str
    before: str
    after: str
    word: str | None
    listed: bool

    @property
    def thing(self) -> str:
        """The unit without 万 or 亿."""
        return self.unit.lstrip("万亿千百") or self.unit


def read_targets(text: str) -> tuple[Found[Target], ...]:
    """Targets of the text in order; `what` stays empty. A count behind 每月 and its like is a recurrence, no target."""
    masked = mask_titles(fold(text))
    if not ANY_NUMBER.search(masked):
        return ()
    found: list[Found[Target]] = []
    for match in seek(NUMBER, BEGINS, masked):
        if not (match["number"] or match["share"] or match["han"] or match["tenths"]):
            continue
        listed = bool(found) and not SENTENCE.search(masked, found[-1].end, match.start())
        target = _target(text, masked, match, listed=listed)
        if target is not None:
            found.append(target)
    return tuple(found)


def _target(text: str, masked: str, match: re.Match[str], *, listed: bool) -> Found[Target] | None:
    value, unit = _value(match), _unit(match)
    if value is None or unit is None:
        return None
    begin = _segment_start(masked, match.start())
    before = masked[begin : match.start()]
    stop = SEGMENT.search(masked, match.end())
    after = masked[match.end() : stop.start() if stop else len(masked)]
    far = None if match["op"] else FAR.search(before)
    number = _Number(match, unit, before, after, match["op"] or (far["op"] if far else None), listed)
    if PAID_NEXT.match(masked, match.end()) or not (_share_counts if unit in {"%", "‰"} else _count_counts)(number):
        return None
    start = begin + far.start() if far and len(before) - far.start() <= 16 else _first(match)
    words = text[start : match.end()].rstrip()
    return Found(Target(op=_op(number), value=value, unit=unit, text=words), start, start + len(words))


def _value(match: re.Match[str]) -> float | None:
    if match["tenths"]:
        return 10 * (read_number(match["tenths"]) or 0)
    return read_number("一百" if match["share"] == "百" else match["number"] or match["share"] or match["han"] or "")


def _unit(match: re.Match[str]) -> str | None:
    if match["share"] or match["tenths"]:
        return "%"
    if match["han"]:
        return match["hanunit"]
    if match["sign"]:
        return match["sign"]
    if match["unit"] is None:
        return match["scale"] if match["scale"] in {"亿", "万"} and match["op"] else None
    return match["scale"] + match["unit"]


def _first(match: re.Match[str]) -> int:
    if match["op"]:
        return match.start("op")
    if match["share"]:
        return match.start("share") - len("百分之")
    return match.start("number" if match["number"] else "han" if match["han"] else "tenths")


def _op(number: _Number) -> Operator:
    if number.match["after"]:
        return AFTER[number.match["after"]]
    if number.word:
        return WORDS[number.word]
    return Operator.AT_LEAST if number.match["upper"] else Operator.EQUAL


def _segment_start(masked: str, at: int) -> int:
    start = at
    floor = max(0, at - 60)
    while start > floor and not SEGMENT.match(masked[start - 1]):
        start -= 1
    return start


def _share_counts(number: _Number) -> bool:
    """A share counts unless it is pay, a fine, a formula, or the mark of a score."""
    around = number.before + number.after
    if number.word in AIMS and not number.match["after"] and TRIGGERS.match(number.after):
        return False
    held = number.word is not None and WORDS[number.word] is not Operator.EQUAL
    past = not held and PAST_SHARE.search(number.before) and not (LESS_THAN.search(number.before) and _aims(number))
    return not (MONEY.search(around) or past or FORMULA.search(number.before))


def _aims(number: _Number) -> bool:
    """Whether a change against last year is one to reach: 较上年下降10%以上, 力争同比下降5%."""
    return (
        number.match["after"] is not None
        or number.listed
        or LISTED.match(number.after) is not None
        or INTENDS.search(number.before) is not None
    )


def _count_counts(number: _Number) -> bool:
    before, after, word = number.before, number.after, number.word
    held = word is not None and WORDS[word] is not Operator.EQUAL
    if (
        MONEY.search(before + after)
        or PAST.search(before)
        or AGE.match(after)
        or number.thing == "米"
        or (number.thing in {"公里", "千米"} and not (REACHES.search(before) or _is_least(word)))
    ):
        return False
    if number.thing in COUNTED and EVERY.search(before + number.match[0]):
        return False
    if number.thing in DURATION:
        return _is_least(word) and not SCOPE_TAIL.match(after)
    if held or number.match["after"]:
        return _limit_counts(number)
    return _plain_counts(number)


def _is_least(word: str | None) -> bool:
    return word is not None and WORDS[word] is Operator.AT_LEAST


def _limit_counts(number: _Number) -> bool:
    """不少于10人 counts wherever it stands; 超过30人的企业 and 7人以下的 say whom a sentence is about."""
    scope = SCOPE_TAIL.match(number.after) is not None
    if number.word is None or WORDS[number.word] is Operator.EQUAL:
        given = number.before.endswith(("给", "为")) and EQUIPS.match(number.after) is not None
        return not scope and (given or number.listed or REACHES.search(number.before) is not None)
    if WORDS[number.word] is Operator.AT_LEAST:
        return not (scope and number.match["after"])
    return not scope


def _plain_counts(number: _Number) -> bool:
    """A number without a comparison: to be reached when a verb of reaching leads to it, not when it names a set."""
    before, after, thing = number.before, number.after, number.thing
    if number.match["han"] and thing in COUNTED and number.match["han"] != "一" and HOLDS.search(before):
        return True
    if thing == "户" and FITTED.match(after):
        return True
    if thing in {"户", "家"} and (number.word == "为" or before.endswith("给")) and EQUIPS.match(after):
        return True
    reaches = REACHES.search(before) is not None
    if number.match["han"] or _names_set(number, reaches=reaches):
        return False
    if thing in STRONG:
        closes = thing in {"家", "名"} and not GOES_ON.match(after)
        return reaches or number.listed or closes or number.word in AIMS
    return _weak_counts(number, reaches=reaches)


def _names_set(number: _Number, *, reaches: bool) -> bool:
    """What stands around the number says how many there are: 上述3家, 对16家企业, 取缔的6处, 1名联络员."""
    before = number.before
    return (
        BEFORE_SET.search(before) is not None
        or (not reaches and STOCK.search(before) is not None)
        or before.rstrip().endswith("的")
        or (number.thing in {"名", "人"} and LIAISON.search(number.after) is not None)
    )


def _weak_counts(number: _Number, *, reaches: bool) -> bool:
    """Units that count sets, grades and steps as well."""
    before, after, thing = number.before, number.after, number.thing
    near = thing in {"项", "条", "件", "类", "种"} and SET_NEAR.match(after) is not None
    if reaches and (thing in {"处", "部"} or (thing in {"条", "件"} and DONE.search(before) and not near)):
        return True
    if SET.match(after) or (near and thing != "件"):
        return False
    if reaches and number.match["scale"] and not after.startswith("/"):
        return True
    if thing in {"个", "项"}:
        return reaches or (number.listed and thing == "个")
    if reaches and thing in CONCRETE:
        return after[:1] in {"", "（", "、"} and "抽" not in before
    return (reaches and thing in {"人", "场"}) or number.word is not None

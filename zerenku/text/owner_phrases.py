"""The grammar of one owner phrase: 甲局牵头，乙局、丙局按职责分工负责 · 责任单位：甲局、乙局 · 甲局、乙局."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import Enum
from itertools import pairwise
from typing import Final

from zerenku.model.clause import Assignment, Certainty
from zerenku.text.brackets import split_outside
from zerenku.text.names import is_body, is_collective, is_generic, is_person, is_plausible, split_names
from zerenku.text.owner_words import (
    AFTER_VERB,
    AFTER_VERB_BEGINS,
    DATED,
    LABEL,
    LEAD_TAIL,
    OWNER_TAIL,
    REMIT_TAIL,
    SUPPORT_TAIL,
    WITH,
    has_label,
)
from zerenku.text.seeking import seek


class Role(Enum):
    """What a stretch of an owner phrase makes of the names in it."""

    LEAD = "牵头"
    OWNER = "负责"
    SUPPORT = "配合"
    IGNORED = "责任人、时限"


_LED: Final = re.compile("[（〔]牵头(?:单位|部门|负责)?[）〕]$")
_HENCEFORTH: Final = (
    "以下",
    "下同",
    "不再",
    "列第一",
    "排第一",
    "排在第一",
    "排名第一",
    "排在首",
    "排名首",
    "列首",
    "第一个",
    "逗号前",
)
_MODAL: Final = re.compile("(?:应当|必须|要|应|须|都|均|也|共同|联合|分别|积极|一并|协同|负责)+$")
_BY: Final = re.compile("(?<!自)由(?!于)")


@dataclass(slots=True)
class _Reading:
    """What has been read of a phrase so far."""

    parts: list[tuple[Role, tuple[str, ...]]] = field(default_factory=list)
    pending: list[str] = field(default_factory=list)
    label: Role | None = None
    explicit: bool = False
    remit: bool = False
    start: int = -1
    end: int = -1

    def add(self, role: Role, names: Iterable[str]) -> None:
        self.parts.append((role, tuple(name for name in (*self.pending, *names) if not is_person(name))))
        self.pending.clear()

    def reach(self, start: int, end: int) -> None:
        self.start = start if self.start < 0 else self.start
        self.end = end


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase read: who, in which roles, and the stretch that names them; `explicit` when a verb or label says so."""

    assignment: Assignment
    start: int
    end: int
    explicit: bool


def read_phrase(folded: str, start: int, end: int) -> Phrase | None:
    """Read `folded[start:end]`, the inside of a bracket or of a label line; None when it names no owner."""
    reading = _Reading()
    for first, last in _segments(folded, start, end):
        if reading.explicit and "。" in folded[reading.end : first] and not LABEL.match(folded, first):
            break
        _read_segment(reading, folded, first, last)
    if reading.pending:
        led = any(role is not Role.SUPPORT and names for role, names in reading.parts)
        reading.add(Role.SUPPORT if led else Role.OWNER, ())
    assignment = _assignment(reading, folded)
    if assignment is None:
        return None
    return Phrase(assignment, reading.start, reading.end, reading.explicit)


def _segments(folded: str, start: int, end: int) -> list[tuple[int, int]]:
    cuts = {match.start() for match in LABEL.finditer(folded, start, end)} if has_label(folded, start, end) else set()
    cuts |= {match.end() for match in seek(AFTER_VERB, AFTER_VERB_BEGINS, folded, start, end)}
    bounds = [start, *sorted(cut for cut in cuts if start < cut < end), end]
    found: list[tuple[int, int]] = []
    for first, last in pairwise(bounds):
        for begin, stop in split_outside(folded, "，；。！\n", first, last):
            text = folded[begin:stop]
            left = begin + len(text) - len(text.lstrip(" "))
            right = stop - (len(text) - len(text.rstrip(" 、")))
            if left < right:
                found.append((left, right))
    return found


def _read_segment(reading: _Reading, folded: str, start: int, end: int) -> None:
    label = LABEL.match(folded, start, end)
    if label:
        role = Role[(label.lastgroup or "").upper()]
        reading.label, reading.explicit = role, True
        if role is Role.IGNORED:
            return
        reading.reach(start, end)
        start = label.end() + (folded[label.end() : label.end() + 1] == "为")
    if reading.label is Role.IGNORED:
        return
    text = folded[start:end].strip()
    if text.startswith(_HENCEFORTH):
        return
    verb = _verb(text)
    if verb is not None:
        _read_verb(reading, text, verb, start, end)
    elif WITH.match(text):
        names = _names_before_verb(WITH.sub("", text))
        if names:
            reading.explicit = True
            reading.add(Role.SUPPORT, names)
            reading.reach(start, end)
    elif reading.label is not None:
        names = tuple(name for name in split_names(text) if is_plausible(name))
        if names and not DATED.search(text):
            _add_listed(reading, names)
            reading.reach(start, end)
    elif not DATED.search(text):
        _read_bare(reading, text, start, end)


def _read_bare(reading: _Reading, text: str, start: int, end: int) -> None:
    """Names without a verb or label wait for one; 甲局会同有关部门 needs none."""
    head, _, partners = text.partition("会同")
    names = split_names(head)
    if names and partners and all(map(is_body, names)):
        reading.add(Role.OWNER, names)
        reading.add(Role.SUPPORT, split_names(partners))
        reading.reach(start, end)
    elif names and not partners and all(map(is_plausible, names)) and any(map(is_body, names)):
        reading.pending.extend(names)
        reading.reach(start, end)


def _add_listed(reading: _Reading, names: tuple[str, ...]) -> None:
    """Names behind a label; 甲局（牵头）among them leads, and the others then support it."""
    led = [name for name in names if _LED.search(name)]
    if led:
        reading.add(Role.LEAD, (_LED.sub("", name) for name in led))
    reading.add(reading.label or Role.OWNER, (name for name in names if name not in led))


@dataclass(frozen=True, slots=True)
class _Verb:
    """The role a segment's verb gives, where it begins, and whether it says 按职责分工."""

    role: Role
    at: int
    remit: bool = False


def _verb(text: str) -> _Verb | None:
    for role, tail in ((Role.LEAD, LEAD_TAIL), (Role.SUPPORT, SUPPORT_TAIL), (Role.OWNER, REMIT_TAIL)):
        match = tail.search(text)
        if match and match.start():
            return _Verb(role, match.start(), tail is REMIT_TAIL)
    match = OWNER_TAIL.search(text)
    return _Verb(Role.OWNER, match.start()) if match and match.start() else None


def _read_verb(reading: _Reading, text: str, verb: _Verb, start: int, end: int) -> None:
    role = verb.role
    head, _, partners = _MODAL.sub("", _BY.split(text[: verb.at])[-1]).partition("会同")
    # 甲局负责工程、乙局负责预报: the task behind a 负责 inside the list is no part of the name.
    names = tuple(name for item in split_names(head) if is_plausible(name := item.partition("负责")[0]))
    others = tuple(name for name in split_names(partners) if is_plausible(name))
    sure = verb.remit or role is Role.LEAD or reading.label is not None
    if not names and others and not reading.pending:
        role, names, others = Role.SUPPORT, others, ()
    if not names and not others:
        return
    if not sure and not any(is_body(name) or is_collective(name) for name in (*names, *reading.pending)):
        return
    reading.explicit = True
    reading.remit |= verb.remit
    reading.add(role, names)
    if others:
        reading.add(Role.SUPPORT, others)
    reading.reach(start, end)


_CUT_VERB: Final = re.compile(
    r"(?:等)?(?:有关部门|相关部门|部门|单位)?(?:共同|联合|分别|及时)*"
    r"(?:制定|开展|组织|建立|研究|推进|落实|实施|做好|抓好|加强|进行|编制|出台|完善|负责|按照?|对|共同|推动|明确|"
    r"出具|承担|督促|指导|完成|提出|修订).*$"
)


def _names_before_verb(text: str) -> tuple[str, ...]:
    """Names at the beginning of 乙局、丙局等部门制定方案."""
    return tuple(name for name in split_names(_CUT_VERB.sub("", text)) if is_body(name) or is_collective(name))


def _assignment(reading: _Reading, folded: str) -> Assignment | None:
    led = any(role is Role.LEAD and names for role, names in reading.parts)
    lead: dict[str, None] = {}
    support: dict[str, None] = {}
    for role, names in reading.parts:
        to_lead = role is Role.LEAD or (role is Role.OWNER and not led)
        (lead if to_lead else support).update(dict.fromkeys(names))
    if not lead and not support:
        return None
    return Assignment(
        certainty=certainty_of(tuple(lead), led=led, remit=reading.remit),
        lead=tuple(lead),
        support=tuple(support),
        phrase=folded[reading.start : reading.end],
    )


def certainty_of(lead: tuple[str, ...], *, led: bool, remit: bool) -> Certainty:
    """`lead` for 牵头 or one owner alone, `collective` for groups, `joint` for several owners or 按职责分工."""
    if not lead:
        return Certainty.NONE
    if led:
        return Certainty.LEAD
    if all(is_collective(name) or is_generic(name) for name in lead):
        return Certainty.COLLECTIVE
    return Certainty.LEAD if len(lead) == 1 and not remit else Certainty.JOINT

"""Where owner phrases stand: in a bracket, behind a label, or in a sentence that says who leads (interchange.md)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from zerenku.model.clause import Assignment, Certainty
from zerenku.model.outline import Found
from zerenku.text.brackets import outer_brackets
from zerenku.text.fold import MASK, fold, mask_titles
from zerenku.text.names import is_body, is_collective, is_generic, is_person, split_names
from zerenku.text.owner_phrases import Phrase, read_phrase
from zerenku.text.owner_words import LABEL, NOUN, has_label

_LONGEST: Final = 600
_LEAST_TASK: Final = 12
"""A list of names in a bracket without a verb has so many characters of a task before it."""
_EXPLAINS: Final = re.compile(r"^(?:以下|简称|包括|含|如|即|例如|详见|见|附|注|指|比如|不含|除|原|下同|又称|现)")
_STOP: Final = re.compile(r"[。；！？\n]")
_BREAK: Final = re.compile(r"[。；，：！？\n（）〔〕“”]")
_LEADS: Final = re.compile(
    rf"牵头{NOUN}|(?<=为)(?:主要)?牵头(?:单位|部门)"
    r"|(?<=负总责)(?=[，。；！\n]|$)|(?<=负责)(?=督办|督促|监督|落实|组织|实施|推进|具体|办理|[，。；！\n]|$)"
)
_BEFORE_LEADS: Final = re.compile(
    r"(?:负责|负总责|共同|统一|具体|及时|积极|主动|切实|同时|继续|联合|分别|应当|应该|必须|需要|应|要|须|将|需|可|为|一并"
    r"|(?:按照?|依据?|根据)(?:各自|部门|相关|有关|本|其)*(?:职责|职能|分工|任务|权限)+)+$"
)
_REMIT: Final = re.compile(r"职责|分工")
_MODAL: Final = re.compile(r"应当|应该|必须|需要|[应要须将需]")
"""甲局、乙局要按职责分工负责 exhorts the subjects of a sentence, it assigns nothing."""
_FROM: Final = re.compile(r".*(?<![自原理缘])由")
_INLINE: Final = re.compile(
    r"^(?:[（〔][一二三四五六七八九十\d]{1,3}[）〕]|[一二三四五六七八九十]是|[一二三四五六七八九十]+、|-+|\d+[.、]|"
    r"其中|同时|并|另外|此外|原则上|请)\s*"
)
# 发挥安委办牵头抓总作用, 在县安委会牵头下: what begins with a verb is no subject.
_ACTS: Final = re.compile(
    "充分|发挥|强化|落实|加强|压实|明确|健全|完善|建立|形成|按照|坚持|推动|督促|成立|依托|配合|协助|会同|通过|根据|"
    "在|对|以|把|将|"
    "构建|支持|引导|鼓励|要求|积极|实行|是|做好|履行|夯实|调整|参照|接受|服从"
)
# 由专业机构负责 tells who does it, 由县水利局负责 assigns it.
_ANYBODY: Final = re.compile(r"(?:机构|单位|企业|公司|部门|集团|协会)$")
_OBLIGED_PARTY: Final = re.compile(r"[\u4e00-\u9fff]{1,6}方$")


def read_owners(text: str) -> tuple[Found[Assignment], ...]:
    """Every owner phrase of the text, in order. `inherits` and `covers` are the caller's to set.

    A sentence's subject (各区镇要督促…) is no owner; one that 牵头 is (interchange.md, Owners).
    """
    folded = fold(text)
    found = list(_in_brackets(text, folded))
    found += _behind_labels(text, folded, found)
    found += _in_sentences(text, folded, found)
    return tuple(sorted(found, key=lambda item: item.start))


def _in_brackets(text: str, folded: str) -> Iterator[Found[Assignment]]:
    owned = -1
    for start, end in _groups(folded):
        if end - start > _LONGEST or _EXPLAINS.match(folded, start + 1):
            continue
        phrase = read_phrase(folded, start + 1, end - 1)
        if phrase and (phrase.explicit or _bare_list(folded, start, end, phrase, after_owners=start == owned)):
            owned = end
            yield _found(text, phrase)


def _groups(folded: str) -> list[tuple[int, int]]:
    """Outermost brackets, and one that was opened before an owner phrase and never closed."""
    groups = outer_brackets(folded)
    ends = [end for _, end in groups]
    for match in re.finditer(r"(?<=[。；])[（〔]([^（）〔〕\n]{2,200}(?:负责|配合|牵头|参与))(?:[。；]|$|\n)", folded):
        if not any(start <= match.start() < end for start, end in groups) and match.end(1) not in ends:
            groups.append((match.start(), match.end(1) + 1))
    return groups


def _bare_list(folded: str, start: int, end: int, phrase: Phrase, *, after_owners: bool) -> bool:
    """Names without a verb are owners only where a clause ends: （甲局、乙局）, not 镇（街道） or 某局（某中心）; and
    right behind another bracket of owners.
    """
    names = phrase.assignment.lead
    if phrase.start != start + 1 + _blanks(folded, start + 1) or any(map(is_person, names)):
        return False
    bodies = [name for name in names if is_body(name) and not is_generic(name)]
    if len(bodies) * 2 <= len(names) or any(map(is_generic, names)):
        return False
    before = folded[:start].rstrip(" ")[-1:] if start < 80 else folded[start - 8 : start].rstrip(" ")[-1:]
    if after_owners:
        return _EXPLAINS.match(folded[start + 1 : end]) is None
    if before in {"。", "；", "！", "？", "\n", ""}:
        return before != "" or end == len(folded.rstrip())
    after = folded[end : end + 1]
    sentence = start - max(folded.rfind(mark, 0, start) for mark in "。；\n")
    if after not in {"。", "；", "\n", ""} or sentence <= _LEAST_TASK or before in {"》", "”"}:
        return False
    # One name alone may explain the word before it (报防指办公室（县水利局）), and closes a clause if it is an owner.
    return len(names) > 1 or not (folded[end:].strip(" 。；\n") or is_body(folded[max(0, start - 8) : start]))


def _blanks(folded: str, start: int) -> int:
    end = start
    while folded[end : end + 1] == " ":
        end += 1
    return end - start


def _behind_labels(text: str, folded: str, known: list[Found[Assignment]]) -> Iterator[Found[Assignment]]:
    if not has_label(folded):
        return
    brackets = outer_brackets(folded) if known or "：" in folded else []
    position = 0
    while match := LABEL.search(folded, position):
        position = match.end()
        start = match.start()
        inside = next((pair for pair in brackets if pair[0] < start < pair[1]), None)
        if match.lastgroup == "ignored" or inside or not _opens(folded, start):
            continue
        end = _label_end(folded, match.end())
        phrase = read_phrase(folded, start, end)
        position = max(position, end)
        if phrase:
            yield _found(text, phrase)


def _opens(folded: str, start: int) -> bool:
    before = folded[start - 1] if start else "\n"
    return before in "。；，！？\n（〔“”）〕 、|-" or before == "："


def _label_end(folded: str, start: int) -> int:
    """The end of the label's sentence; labels that follow at once, on lines of their own too, belong to it."""
    while True:
        stop = _STOP.search(folded, start)
        if stop is None:
            return len(folded)
        after = stop.end() + _blanks(folded, stop.end())
        if not LABEL.match(folded, after) and folded[stop.start()] != "；":
            return stop.start()
        start = stop.end()


def _in_sentences(text: str, folded: str, known: list[Found[Assignment]]) -> Iterator[Found[Assignment]]:
    if not any(word in folded for word in ("牵头", "负责", "负总责")):
        return
    masked = mask_titles(folded)
    spans = [(item.start, item.end) for item in known]
    reached = -1
    for match in _LEADS.finditer(masked):
        at = match.start()
        if at <= reached or any(start <= at <= end for start, end in spans):
            continue
        read = _read_sentence(masked, at, match.end(), leads=bool(match[0]))
        if read is None:
            continue
        reached = read.end
        yield Found(replace(read.value, phrase=text[read.start : read.end]), read.start, read.end)


def _read_sentence(masked: str, at: int, after: int, *, leads: bool) -> Found[Assignment] | None:
    start = _segment_start(masked, at)
    head = _BEFORE_LEADS.sub("", masked[start:at].rstrip())
    source = _FROM.match(head)
    remit = _REMIT.search(masked, start + len(head), at) is not None
    if source is None and not leads and not remit:
        return None
    skipped = source or _INLINE.match(head)
    begin = start + (skipped.end() if skipped else 0)
    modal = len(masked[start:at].rstrip()) > len(head)
    exhorted = _MODAL.match(masked, start + len(head)) is not None
    leaders, _, joined = masked[begin : start + len(head)].partition("会同")
    names = tuple(name for name in split_names(leaders) if not is_person(name))
    if not names or not all(_names_a_body(name, modal=modal or source is not None) for name in names):
        return None
    if remit and source is None and (len(names) < 2 or exhorted or all(map(is_collective, names))):
        return None
    if not leads and any(map(_ANYBODY.search, names)):
        return None
    support, end = _partners(masked, after)
    support = (*(name for name in split_names(joined) if is_body(name) or is_collective(name)), *support)
    value = Assignment(certainty=Certainty.LEAD, lead=names, support=support, phrase="")
    if not leads and (len(names) > 1 or remit):
        value = replace(value, certainty=Certainty.JOINT)
    if all(map(is_collective, names)) and not leads:
        value = replace(value, certainty=Certainty.COLLECTIVE)
    return Found(value, begin, end)


def _segment_start(masked: str, at: int) -> int:
    """Where the words before a verb begin: behind the last break outside brackets of their own, not endlessly far."""
    depth, position, farthest = 0, at, max(0, at - _LONGEST)
    while position > farthest:
        char = masked[position - 1]
        if char in "）〕":
            depth += 1
        elif char in "（〔":
            if depth == 0:
                break
            depth -= 1
        elif char == "\n" or (depth == 0 and _BREAK.match(char)):
            break
        position -= 1
    return position


def _names_a_body(name: str, *, modal: bool) -> bool:
    if is_generic(name) or len(name) > 30 or MASK in name or _ACTS.match(name):
        return False
    if is_body(name) or is_collective(name):
        return True
    return modal and _OBLIGED_PARTY.fullmatch(name) is not None


def _partners(masked: str, after: int) -> tuple[tuple[str, ...], int]:
    """Who joins the leader in the next words: 、乙局配合 · ，会同乙局、丙局 · ，乙局、丙局按职责分工负责."""
    support: dict[str, None] = {}
    end, position = after, after
    if masked[after : after + 1] not in {"、", "，"}:
        comma = masked.find("，", after, after + _LONGEST)
        position = comma if comma >= 0 else len(masked)
    stop = _STOP.search(masked, after, after + _LONGEST)
    last = min(stop.start() if stop else len(masked), after + _LONGEST)
    while position < last:
        begin = position + 1
        cut = masked.find("，", begin, last)
        position = last if cut < 0 else cut
        phrase = read_phrase(masked, begin, position)
        named = phrase.assignment if phrase and phrase.explicit and "牵头" not in masked[begin:position] else None
        names = (*named.lead, *named.support) if named else ()
        if not names or not all(is_body(name) or is_collective(name) for name in names):
            break
        support.update(dict.fromkeys(names))
        end = position
    return tuple(support), end


def _found(text: str, phrase: Phrase) -> Found[Assignment]:
    return Found(replace(phrase.assignment, phrase=text[phrase.start : phrase.end]), phrase.start, phrase.end)

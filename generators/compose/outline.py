"""The clauses of a plan as blocks: headings with their marks, our own summaries, and who owns what by when."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Final, TypeVar

from generators.blocks import Block, Heading, Para, Run, Tone
from zerenku.catalogue import wording
from zerenku.catalogue.entries import LinkedClause, LinkedDuty
from zerenku.model.clause import Certainty

T = TypeVar("T")
# Marks of a level in the order of GB/T 9704-2012, 7.3.3; 编章节条 of regulations stand with the first two.
LEVELS: Final = (
    (1, r"[一二三四五六七八九十]+|第.+[编章]"),
    (2, r"（[一二三四五六七八九十]+）|第.+[节条]"),
    (3, r"\d+"),
    (4, r"（\d+）"),
    (5, r"[①-⑳]"),
)
TONES: Final = {1: Tone.LEVEL_1, 2: Tone.LEVEL_2}
OWN_LINE: Final = 2


def outline(clauses: Iterable[LinkedClause]) -> Iterator[Block]:
    """Blocks of the clauses in their order; every clause's first block carries its anchor."""
    for clause in clauses:
        yield from _clause(clause)


def mark_level(mark: str) -> int | None:
    """1 for 一 to 5 for ①; None for a paragraph without a mark (¶1)."""
    plain = mark.partition("#")[0]
    return next((level for level, pattern in LEVELS if re.fullmatch(pattern, plain)), None)


def mark_text(mark: str) -> str:
    """The mark as a paper prints it: 一、 · （一） · 1. · （1） · ① · 第一条 and a blank; nothing for ¶1."""
    plain = mark.partition("#")[0]
    match mark_level(mark):
        case None:
            return ""
        case 1 if not plain.startswith("第"):
            return f"{plain}、"
        case 3:
            return f"{plain}."
        case _:
            return f"{plain}　" if plain.startswith("第") else plain


def _clause(clause: LinkedClause) -> Iterator[Block]:
    """Levels 一、 and （一） have their headings on lines of their own; below that the heading runs into its text."""
    level, mark = mark_level(clause.clause.mark), mark_text(clause.clause.mark)
    heading = (clause.clause.heading or "").rstrip("。")
    text = [Run(clause.clause.summary or "")]
    if line := facts(clause):
        text.append(Run(f"（{line}。）", Tone.ASIDE))
    anchor = clause.anchor
    if level and level <= OWN_LINE and heading:
        yield Heading(level=level, text=mark + heading, anchor=anchor)
        anchor = ""
    elif lead_in := mark + (f"{heading}。" if heading else ""):
        text.insert(0, Run(lead_in, TONES.get(level or 0, Tone.PLAIN)))
    if runs := tuple(run for run in text if run.text):
        yield Para(runs=runs, anchor=anchor)


def facts(clause: LinkedClause) -> str:
    """Owners, dates, rhythms and targets of a clause in one line without brackets; empty when it has none."""
    parts = [owners(clause.duties)]
    for label, texts in (("时限", _deadlines(clause)), ("频次", _recurrences(clause)), ("指标", _targets(clause))):
        if texts:
            parts.append(f"{label}：{'；'.join(texts)}")
    return "。".join(part for part in parts if part)


def owners(duties: Iterable[LinkedDuty]) -> str:
    """Who owns the duties. Only a clear lead is called 牵头; where the original names nobody, its subjects are named.

    When duties of one clause have different owners, each owner is followed by what it owns.
    """
    named: dict[str, list[LinkedDuty]] = {}
    unowned: list[LinkedDuty] = []
    for duty in duties:
        if duty.certainty is Certainty.NONE:
            unowned.append(duty)
        else:
            named.setdefault(wording.owner_line(duty), []).append(duty)
    if not named:
        return _unowned(unowned) if unowned else ""
    if len(named) == 1 and not unowned:
        return next(iter(named))
    parts = [f"{owner}（{'；'.join(_shortly(duty) for duty in mine)}）" for owner, mine in named.items()]
    return "；".join([*parts, *([f"其余事项{_unowned(unowned)}"] if unowned else [])])


def _shortly(duty: LinkedDuty) -> str:
    doubt = f"（{wording.UNCONFIRMED}）" if "do" in duty.unconfirmed else ""
    return duty.duty.do.rstrip("。") + doubt


def _unowned(duties: Iterable[LinkedDuty]) -> str:
    """原文未写责任单位, with 文中主体 wherever a sentence has one; an inferred subject is marked."""
    subjects: list[str] = []
    for duty in duties:
        guessed = duty.duty.subject is None and "obliged" in duty.unconfirmed
        doubt = f"（{wording.UNCONFIRMED}）" if guessed else ""
        subjects.extend(subject + doubt for subject in duty.subjects)
    unique = "、".join(dict.fromkeys(subjects))
    return wording.NOT_WRITTEN + (f"，文中主体：{unique}" if unique else "")


def _deadlines(clause: LinkedClause) -> list[str]:
    """One date stands alone, several each with what they are for."""
    found = _facts(clause, "deadlines", clause.clause.deadlines, lambda duty: duty.duty.deadlines)
    dated: dict[str, list[str]] = {}
    for deadline, doubt in sorted(found, key=lambda item: item[0].date):
        dated.setdefault(wording.date_text(deadline.date) + "前" + doubt, []).append(deadline.what)
    if len(dated) == 1:
        return list(dated)
    return [day + "、".join(dict.fromkeys(what for what in whats if what)) for day, whats in dated.items()]


def _recurrences(clause: LinkedClause) -> list[str]:
    found = _facts(clause, "recurrence", clause.clause.recurrence, lambda duty: duty.duty.recurrence)
    return _unique(wording.recurrence_text(rule) + rule.what + doubt for rule, doubt in found)


def _targets(clause: LinkedClause) -> list[str]:
    found = _facts(clause, "targets", clause.clause.targets, lambda duty: duty.duty.targets)
    return _unique(wording.target_text(target) + doubt for target, doubt in found)


def _facts(
    clause: LinkedClause, field: str, own: Iterable[T], of_duty: Callable[[LinkedDuty], Iterable[T]]
) -> list[tuple[T, str]]:
    """Facts of the clause, then of its duties, each with （待确认） or nothing."""

    def doubt(index: int, unconfirmed: tuple[str, ...]) -> str:
        return f"（{wording.UNCONFIRMED}）" if {field, f"{field}/{index}"} & set(unconfirmed) else ""

    found = [(fact, doubt(index, clause.clause.unconfirmed)) for index, fact in enumerate(own)]
    for duty in clause.duties:
        found.extend((fact, doubt(index, duty.unconfirmed)) for index, fact in enumerate(of_duty(duty)))
    return found


def _unique(texts: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(texts))

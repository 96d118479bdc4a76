"""Answers for people at a terminal: Chinese, compact, with the source in reach. Lines only; the commands print them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import click

from search.answer import rivals
from search.document import SearchDuty
from search.explain import doubt, reading, reasons
from search.searcher import Hit, Result
from search.vocabulary import TIER_LABELS, Asks, Tier

# As catalogue/wording.py says them, and a test holds both together: loading that module would double the waiting time.
CAUTION: Final = "文字系摘编，以原文为准"
UNCONFIRMED: Final = "待确认"
INDENT: Final = "    "
SUMMARY_CHARS: Final = 90
EXPIRED: Final = "方案已到期"
NEAR: Final = 3


def search_lines(result: Result, *, offset: int = 0, explain: bool = False) -> Iterator[str]:
    """The page of hits, numbered on from `offset`; with `explain` each with the reasons why it is there, and before
    them how the question was read.
    """
    if explain:
        yield reading(result.question)
    if not result.hits and offset and result.total:
        yield f"“{result.question.text}”：{result.total} 条，第 {offset} 条之后没有了，请把 --offset 写小些"
        return
    if not result.hits:
        yield from _nothing_lines(result)
        return
    yield f"“{result.question.text}”：{'至少 ' if result.at_least else ''}{result.total} 条"
    for number, hit in enumerate(result.hits, start=offset + 1):
        yield ""
        yield from _hit_lines(hit, number)
        if explain:
            yield from _reason_lines(hit, result, indent=INDENT)
    yield ""
    if result.next is not None:
        left = "后面还有" if result.at_least else f"还有 {result.total - result.next} 条"
        yield click.style(f"{left}，加 --offset {result.next} 看下一页", dim=True)
    yield click.style(CAUTION, dim=True)


def who_lines(result: Result, *, explain: bool = False) -> Iterator[str]:
    """The first hit in full, then what else may be meant; with `explain` first how the question was read."""
    if explain:
        yield reading(result.question)
    if not result.hits or result.hits[0].duty is None or not result.hits[0].sure:
        yield from _nothing_lines(result)
        yield from _near_lines(result)
        return
    first = result.hits[0]
    document, duty = first.document, result.hits[0].duty
    if first.tier == Tier.CLOSE:
        yield click.style(f"{doubt(first, result.question)}：", dim=True)
    yield click.style(_do(duty), bold=True)
    yield from _fact_lines(duty, result.question.asks, indent="")
    heading = f" {document.heading}" if document.heading else ""
    yield f"出处　{document.citation}{heading}"
    source = " · ".join(part for part in (document.place, document.number, document.anchor) if part)
    yield click.style(f"　　　{source} · {TIER_LABELS[first.tier]}匹配 · {CAUTION}", dim=True)
    if first.expired:
        yield click.style(f"　　　{EXPIRED}（到 {document.period[-1]}）", dim=True)
    if explain:
        yield from _reason_lines(first, result, indent="")
    others = rivals(result)
    if others:
        yield ""
        yield f"也可能是（{len(others)}）："
        for hit in others:
            yield f"  {hit.duty.do if hit.duty else hit.document.summary}"
            owner = hit.duty.owner if hit.duty else ""
            yield click.style(f"  {owner} · {hit.document.place} · {hit.document.citation}{_ended(hit)}", dim=True)


def _hit_lines(hit: Hit, number: int) -> Iterator[str]:
    document = hit.document
    title = " ".join(part for part in (document.citation.rpartition("》")[2], document.heading) if part)
    yield f"{number:>2}. {click.style(title, bold=True)}　{click.style(TIER_LABELS[hit.tier], dim=True)}"
    if hit.duty:
        yield f"{INDENT}{_do(hit.duty)}"
        yield from _fact_lines(hit.duty, None, indent=INDENT)
    elif document.summary:
        shown = document.summary[:SUMMARY_CHARS]
        yield f"{INDENT}{shown}{'……' if len(document.summary) > SUMMARY_CHARS else ''}"
    place = f"《{document.plan_title}》" + (f" {document.number}" if document.number else "")
    yield click.style(f"{INDENT}{document.place} · {place} · {document.anchor}{_ended(hit)}", dim=True)


def _ended(hit: Hit) -> str:
    return f" · {EXPIRED}" if hit.expired else ""


def _reason_lines(hit: Hit, result: Result, *, indent: str) -> Iterator[str]:
    yield from (click.style(f"{indent}· {line}", dim=True) for line in reasons(hit, result))


def _near_lines(result: Result) -> Iterator[str]:
    """Clauses that hold a part of the question, said to be no more than that."""
    near = [hit for hit in result.hits if hit.duty][:NEAR]
    if near:
        yield "只对上一部分的条款（不是答案）："
    for hit in near:
        yield f"  {hit.duty.do if hit.duty else ''}"
        yield click.style(f"  {hit.document.place} · {hit.document.citation}", dim=True)


def _fact_lines(duty: SearchDuty, asks: Asks | None, *, indent: str) -> Iterator[str]:
    yield f"{indent}责任　{duty.owner}"
    if duty.bearer and tuple(duty.obliged) != tuple(duty.subject):
        yield f"{indent}谁做　{duty.bearer}"
    if duty.when:
        yield f"{indent}时限　{'；'.join(duty.when)}"
    elif asks in {Asks.DEADLINE, Asks.FREQUENCY}:
        yield f"{indent}时限　原文未写"
    if duty.targets:
        yield f"{indent}指标　{'；'.join(duty.targets)}"
    elif asks == Asks.QUOTA:
        yield f"{indent}指标　原文未写"
    if duty.evidence:
        yield f"{indent}佐证　{duty.evidence}"


def _do(duty: SearchDuty) -> str:
    return f"{duty.do}（{UNCONFIRMED}）" if "do" in duty.unconfirmed else duty.do


def _nothing_lines(result: Result) -> Iterator[str]:
    yield f"未找到：“{result.question.text}”"
    if result.question.places:
        yield f"范围　{'、'.join(place.name for place in result.question.places)}"
    if result.question.path:
        yield f"条款　没有 {' '.join(result.question.path)} 这一条；请核对条款号，或者写几个词来查"
    yield f"已试　{'、'.join(TIER_LABELS[tier] for tier in result.tried)}"
    if result.nearest:
        yield f"相近　{'、'.join(result.nearest)}"

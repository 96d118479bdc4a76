"""Why a hit is where it is, in words for people: what was looked for, where it stands, what else counted."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from search.document import FIELD_WEIGHTS, SearchDocument, told_by
from search.lexicon import WordKind
from search.question import Question
from search.ranking import ASKS_FOR_DUTIES
from search.searcher import Hit, Result
from search.sought import Sought
from search.vocabulary import TIER_LABELS, Asks, Tier

FIELD_LABELS: Final = {
    "heading": "标题",
    "duties": "责任",
    "summary": "摘要",
    "parties": "部门和对象",
    "original": "原文",
    "cites": "依据",
    "trail": "上级标题",
    "topics": "主题",
    "scope": "适用范围",
    "plan": "方案",
}
SLOT_LABELS: Final = {
    Asks.OWNER: "写明了责任单位",
    Asks.DEADLINE: "写明了时限",
    Asks.FREQUENCY: "写明了频次",
    Asks.QUOTA: "写明了数量",
}
ASK_LABELS: Final = {
    Asks.OWNER: "谁负责",
    Asks.DEADLINE: "什么时候前",
    Asks.FREQUENCY: "多久一次",
    Asks.QUOTA: "多少",
    Asks.DUTY: "要做什么",
}
PERCENT: Final = 100


def reading(question: Question) -> str:
    """One line: what the question was taken for, by its asking form, places, path, dates and words."""
    asks = "照什么做" if question.cites else ASK_LABELS[question.asks] if question.asks else ""
    places = "、".join(place.name for place in question.places)
    words = "、".join(f"“{piece.plain.strip()}”" for piece in question.pieces)
    parts = (
        ("问", asks),
        ("地区", places),
        ("条款", " ".join(question.path)),
        ("时间", question.when.text if question.when else ""),
        ("词", words),
    )
    return "听作　" + "；".join(f"{name}：{told}" for name, told in parts if told)


def reasons(hit: Hit, result: Result) -> tuple[str, ...]:
    """Lines that tell the tier, every word with where it was found, and what else the score holds."""
    question = result.question
    return tuple(
        line
        for line in (
            _tier_line(hit, question),
            *(_word_line(item, hit.document) for item in hit.sought),
            _slot_line(hit, question),
            *_party_lines(hit, question),
            _topic_line(hit, question),
            "写明了依据" if question.cites and hit.document.fields.get("cites") else "",
            "这一条没有写责任，排在写了的后面" if hit.duty is None and question.asks in ASKS_FOR_DUTIES else "",
            f"限于地区：{'、'.join(place.name for place in question.places)}" if question.places else "",
            "方案已到期，同样的词排在现行方案后面" if hit.expired else "",
            f"得分 {hit.score:g}",
        )
        if line
    )


def doubt(hit: Hit, question: Question) -> str:
    """One phrase that tells why a hit may not be what was asked; empty for one that holds the words of the question."""
    if hit.tier != Tier.CLOSE:
        return ""
    text = told_by(hit.document)
    unseen = [item.piece.plain for item in hit.sought if not item.share_in(text)]
    if hit.covers == 1 and not unseen:
        return f"按“{'、'.join(item.piece.plain.strip() for item in hit.sought)}”查"
    # A word that was put right before is not among what was sought, and neither is any part of it.
    words = (piece for piece in question.pieces if piece.strong and any(part in piece.plain for part in unseen))
    missing = "".join(
        f"“{word.plain.replace(' ', '')}”" for word in words if not any(name in text for name in word.names)
    )
    return "没有哪一条全对得上，最接近的是" + (f"（没有写到{missing}）" if missing else "")


def _tier_line(hit: Hit, question: Question) -> str:
    label = f"层级：{TIER_LABELS[hit.tier]}"
    if question.simplified:
        return f"{label}（繁体按简体查）"
    if hit.covers < 1:
        return f"{label}（对上问题的 {round(hit.covers * PERCENT)}%）"
    if hit.tier == Tier.CLOSE:
        return f"{label}（按“{'、'.join(item.piece.plain.strip() for item in hit.sought)}”查）"
    return label


def _word_line(item: Sought, document: SearchDocument) -> str:
    own = item.piece.plain
    for names, how in (((own,), ""), (item.names, "别名"), (item.related, "相关词")):
        for name in names:
            places = [FIELD_LABELS[field] for field, _ in FIELD_WEIGHTS if name in document.fields.get(field, "")]
            if places:
                said = f"（{how}“{name.strip()}”）" if how else ""
                return f"“{own.strip()}”{said}：见于{'、'.join(places)}"
    return f"“{own.strip()}”：未见"


def _slot_line(hit: Hit, question: Question) -> str:
    if not hit.answers:
        return ""
    if question.asks in SLOT_LABELS:
        return f"答得上所问：{SLOT_LABELS[question.asks]}"
    return f"时限落在{question.when.text}" if question.when else ""


def _party_lines(hit: Hit, question: Question) -> Iterator[str]:
    duty = hit.duty
    if duty is None:
        return
    for department in question.departments:
        roles = (("牵头或并列负责", duty.leads), ("配合", duty.supports), ("承担", duty.bearers))
        if said := [role for role, ids in roles if department.id in ids]:
            yield f"问到的{department.name}：{'、'.join(said)}"


def _topic_line(hit: Hit, question: Question) -> str:
    topics = [
        group.name
        for piece in question.pieces
        for group in piece.groups
        if group.kind == WordKind.TOPIC and group.id in hit.document.topics
    ]
    return f"主题：{'、'.join(dict.fromkeys(topics))}" if topics else ""

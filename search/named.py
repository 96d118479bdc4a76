"""What a question names, gathered once for all the clauses that are ranked for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from search.lexicon import WordKind
from search.question import Question
from search.sought import Sought


@dataclass(frozen=True, slots=True)
class Named:
    """What a question names that clauses and duties have by id: gathered once a question, not once a clause."""

    topics: frozenset[str]
    departments: frozenset[str]
    enterprises: frozenset[str]
    any_enterprise: bool
    every: frozenset[str]

    @classmethod
    def of(cls, question: Question, parts: Sequence[Sought]) -> Named:
        """Topics are those of the parts, enterprises those without the words that mean any of them."""
        enterprises = question.enterprises
        return cls(
            topics=frozenset(topic for item in parts for topic in item.piece.ids(WordKind.TOPIC)),
            departments=frozenset(group.id for group in question.departments),
            enterprises=frozenset(group.id for group in enterprises if not group.wide),
            any_enterprise=any(group.wide for group in enterprises),
            every=frozenset(question.every),
        )

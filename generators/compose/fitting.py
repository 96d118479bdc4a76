"""A text that must not exceed a length: sentences give way, the least worth first, until the rest fits."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from zerenku.errors import ZerenkuError

NUMERALS: Final = "一二三四五六七八九"


class LimitTooSmall(ZerenkuError):
    """What no paper can do without is longer than the limit."""

    def __init__(self, limit: int, least: int) -> None:
        self.limit, self.least = limit, least
        super().__init__(f"字数限制 {limit} 太小：标题、称谓和落款就有 {least} 字；请放宽限制")


@dataclass(frozen=True, slots=True)
class Sentence:
    """What is said in one place, as long as there is room for it.

    `versions` go from the fullest to the shortest, each with its worth: how much is lost by giving it up for the next,
    and at last for nothing.
    """

    part: str
    versions: tuple[tuple[int, str], ...]

    @classmethod
    def of(cls, part: str, *versions: tuple[int, str]) -> Sentence:
        """Versions that say nothing are left out; of two that say the same, the one of more worth stays."""
        told: list[tuple[int, str]] = []
        for worth, text in versions:
            if told and told[-1][1] == text:
                told[-1] = (max(worth, told[-1][0]), text)
            elif text:
                told.append((worth, text))
        return cls(part, tuple(told))


@dataclass(frozen=True, slots=True)
class Part:
    """A heading with its number and the text under it; without heading for what stands before the first."""

    heading: str
    text: str


def fit(sentences: Sequence[Sentence], *, limit: int, measure: Callable[[tuple[Part, ...]], int]) -> tuple[Part, ...]:
    """The parts that fit into `limit` by `measure`, in the order given. LimitTooSmall when not even nothing fits.

    What has gone comes back, the most worth first, where later losses have made room for it.
    """
    stages = [0] * len(sentences)
    lost: list[tuple[int, int]] = []
    while (length := measure(_parts(sentences, stages))) > limit:
        held = [
            (sentence.versions[stage][0], -index)
            for index, (sentence, stage) in enumerate(zip(sentences, stages, strict=True))
            if stage < len(sentence.versions)
        ]
        if not held:
            raise LimitTooSmall(limit, length)
        worth, index = min(held)
        lost.append((worth, -index))
        stages[-index] += 1
    for _, index in sorted(lost, key=lambda item: (-item[0], item[1])):
        stages[index] -= 1
        if measure(_parts(sentences, stages)) > limit:
            stages[index] += 1
    return _parts(sentences, stages)


def _parts(sentences: Sequence[Sentence], stages: Sequence[int]) -> tuple[Part, ...]:
    """A part whose sentences have all gone goes with them, and the numbers close up."""
    texts: dict[str, str] = {}
    for sentence, stage in zip(sentences, stages, strict=True):
        if stage < len(sentence.versions):
            texts[sentence.part] = texts.get(sentence.part, "") + sentence.versions[stage][1]
    numerals = iter(NUMERALS)
    return tuple(Part(f"{next(numerals)}、{name}" if name else "", text) for name, text in texts.items())

"""Postings in shards: a term's shard is known from the term alone; the commonest terms have shards of their own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from search.browser.codec import NumberWriter, key_number, scripts
from search.browser.terms import Postings

# A shard holds about so many characters, and a term that alone has more than OWN of them a shard of its own.
SHARD: Final = 5_000
OWN: Final = 2_500


@dataclass(frozen=True, slots=True)
class PostingShards:
    """`files` are (name, script); `count` is the number of shards by key, `common` the terms with one of their own."""

    files: tuple[tuple[str, bytes], ...]
    count: int
    common: dict[str, int]

    @property
    def head(self) -> dict[str, Any]:
        """What the root says of them: the common terms in order, each with the number of its clauses."""
        return {"count": self.count, "common": list(self.common.items())}


def posting_shards(postings: Postings, *, family: str, writer: NumberWriter) -> PostingShards:
    """`p0`… by key and `p-0`… for the common terms in order; each holds `{term: numbers}` with its terms in order."""
    texts = {term: writer.steps(numbers) for term, numbers in postings.items()}
    common = sorted(term for term, text in texts.items() if len(text) > OWN)
    rest = sorted(texts.keys() - set(common))
    count = max(1, round(sum(len(texts[term]) + len(term) + 6 for term in rest) / SHARD))
    shards: list[dict[str, str]] = [{} for _ in range(count)]
    for term in rest:
        shards[key_number(term) % count][term] = texts[term]
    return PostingShards(
        files=(*scripts(family, shards), *scripts(f"{family}-", ({term: texts[term]} for term in common))),
        count=count,
        common={term: len(postings[term]) for term in common},
    )

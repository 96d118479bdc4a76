"""Before a site is published, questions drawn from its own catalogue are put to the written shards."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

from search.analyzer import plain
from search.browser.reader import ShardReader
from search.document import SearchDocument
from search.lexicon import Lexicon
from zerenku.errors import ZerenkuError

T = TypeVar("T")
# Clauses that are asked for, spread over the whole catalogue, and words of the lexicon.
CLAUSES: Final = 40
WORDS: Final = 200
# So much of a long text is asked for.
CHARS: Final = 12
HALF_WORD: Final = re.compile(r"[^\W\u3005-\u9fff]+$")


@dataclass(frozen=True, slots=True)
class Probe:
    """A text that stands in a clause, so that an exact question for it must lead there."""

    text: str
    clause: int


class ProbeMissed(ZerenkuError):
    """The browser's index does not lead to something that the catalogue holds."""

    def __init__(self, text: str, where: str) -> None:
        self.text, self.where = text, where
        super().__init__(f"网页检索搜“{text}”找不到{where}，网站没有生成；请用 zerenku build --clean 重新生成")


def check_probes(reader: ShardReader, documents: Sequence[SearchDocument], lexicon: Lexicon) -> None:
    """ProbeMissed when a heading, a department, a 文号 or a word does not lead to its clause."""
    for probe in draw_probes(documents):
        document = documents[probe.clause]
        if not reader.finds(probe.text, probe.clause) or reader.url(probe.clause) != document.url:
            raise ProbeMissed(probe.text, document.citation)
    for word in _spread([variant for group in lexicon.groups for variant in group.variants], WORDS):
        if not reader.knows(word):
            raise ProbeMissed(word.strip(), "词库里的这个词")


def draw_probes(documents: Sequence[SearchDocument]) -> Iterator[Probe]:
    """From clauses all over the catalogue: heading, summary, 文号, a duty, its departments."""
    for document in _spread(documents, CLAUSES):
        texts = [document.heading, document.summary, document.number]
        if document.duties:
            duty = document.duties[-1]
            texts += [duty.do, *duty.lead[:1], *duty.support[:1]]
        texts += document.fields.get("topics", "").split("\n")[:1]
        yield from (Probe(text, document.order) for text in map(_beginning, texts) if plain(text))


def _beginning(text: str) -> str:
    """The first characters of a text, no number or word cut in two."""
    return text if len(text) <= CHARS else HALF_WORD.sub("", text[:CHARS])


def _spread(items: Sequence[T], count: int) -> Sequence[T]:
    return items[:: max(1, -(-len(items) // count))]

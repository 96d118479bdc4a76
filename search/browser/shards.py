"""Postings in shards, drawer by drawer: what changes in one drawer leaves the files of the others as they are.

The first character of a term tells its drawer, the whole of it its shard there; the commonest terms have shards of
their own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from search.browser.codec import NumberWriter, Rows, count_of, key_number, scripts

DRAWERS: Final = 64
# A shard holds about so many characters, and a term that alone has more than OWN of them a shard of its own.
SHARD: Final = 5_000
OWN: Final = 2_500


@dataclass(frozen=True, slots=True)
class Drawer:
    """The shards of a drawer as (name, script), and what the root says of them: how many there are by key, and the
    terms with one of their own in order, each with the number of its clauses.
    """

    head: tuple[int, list[tuple[str, int]]]
    files: tuple[tuple[str, bytes], ...]


def drawer_of(term: str) -> int:
    """The drawer of a term."""
    return ord(term[0]) % DRAWERS


def in_drawers(postings: Mapping[str, Sequence[int]], writer: NumberWriter) -> list[Rows]:
    """The rows of every drawer, terms in order."""
    terms: list[list[str]] = [[] for _ in range(DRAWERS)]
    for term in postings:
        # As `drawer_of` has it, without a call for each of many thousand terms.
        terms[ord(term[0]) % DRAWERS].append(term)
    return [writer.rows({term: postings[term] for term in sorted(found)}) for found in terms]


def drawer_shards(texts: Mapping[str, str], name: str) -> Drawer:
    """A drawer of that name; `texts` tells of each term how its numbers are written.

    Its shards are `<name>.0` … by key, and `<name>.-0` … for the common terms; each holds `{term: numbers}`, its terms
    in order.
    """
    common = sorted(term for term, text in texts.items() if len(text) > OWN)
    rest = sorted(texts.keys() - set(common))
    count = max(1, round(sum(len(texts[term]) + len(term) + 6 for term in rest) / SHARD))
    shards: list[dict[str, str]] = [{} for _ in range(count)]
    for term in rest:
        shards[key_number(term) % count][term] = texts[term]
    own = ({term: texts[term]} for term in common)
    return Drawer(
        head=(count, [(term, count_of(texts[term])) for term in common]),
        files=(*scripts(f"{name}.", shards), *scripts(f"{name}.-", own)),
    )


def shard_of(term: str, name: str, head: Any) -> str:
    """The shard of its drawer in which a term lies, if it does; `head` is what the root says of the drawer."""
    count, common = head
    for at, (known, _) in enumerate(common):
        if known == term:
            return f"{name}.-{at}"
    return f"{name}.{key_number(term) % count}"

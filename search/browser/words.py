"""The lexicon in shards: an entry lies with every word that may begin it in a question."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any, Final

from search.analyzer import query_terms
from search.browser.codec import key_number, mask, scripts, utf16_length
from search.lexicon import Group, Lexicon

# Names longer than this (titles of papers) are kept apart, by so many of their first characters: a short question has
# no use for them.
LONG: Final = 12
# About so many bytes of JSON to a shard.
SHARD: Final = 4_500


class WordShards:
    """The lexicon's shards, `w0`… for short names and `l0`… for long ones, and what the root says of them."""

    def __init__(self, lexicon: Lexicon) -> None:
        short: defaultdict[str, dict[int, Group]] = defaultdict(dict)
        long: defaultdict[str, dict[int, Group]] = defaultdict(dict)
        lengths = set()
        for number, group in enumerate(lexicon.groups):
            for variant in group.variants:
                lengths.add(utf16_length(variant))
                rows, key = (long, variant[:LONG]) if len(variant) > LONG else (short, query_terms(variant)[0])
                rows[key][number] = group
        self._families = {"w": _buckets(short), "l": _buckets(long)}
        self.head: dict[str, Any] = {
            "counts": {family: len(rows) for family, rows in self._families.items()},
            "masks": {"w": mask(short), "l": mask(long)},
            "lengths": sorted(lengths, reverse=True),
            "long": LONG,
        }

    def files(self) -> Iterator[tuple[str, bytes]]:
        """(name, script) of every shard."""
        for family, shards in self._families.items():
            yield from scripts(family, ([_row(*item) for item in sorted(groups.items())] for groups in shards))


def _row(number: int, group: Group) -> list[Any]:
    return [number, group.kind.value, group.id, group.name, list(group.variants), group.wide, list(group.broader)]


def _buckets(rows: dict[str, dict[int, Group]]) -> list[dict[int, Group]]:
    size = sum(
        len(group.id) + 3 * len("".join(group.variants)) for groups in rows.values() for group in groups.values()
    )
    shards: list[dict[int, Group]] = [{} for _ in range(max(1, round(size / SHARD)))]
    for key, groups in rows.items():
        shards[key_number(key) % len(shards)].update(groups)
    return shards

"""A section analysed: its clauses in shards, and what the shards of the whole catalogue need of it, in compact form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass
from hashlib import blake2b
from itertools import accumulate, chain
from typing import Any

from search.browser.codec import NumberWriter, Rows
from search.browser.facets import facet_values
from search.browser.probes import CLAUSES, Probe, check_records, draw_probes, spread
from search.browser.reader import ClauseReader, shards_in
from search.browser.records import CHUNK, record_shards
from search.browser.sections import Section
from search.browser.shards import in_drawers
from search.browser.terms import LEVELS, content_postings, frames
from search.document import FIELD_WEIGHTS, SearchDocument
from search.schema import documents
from zerenku.catalogue.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class Part:
    """What is kept of a section. Its clauses, and the texts that they share with their plans, count from 0.

    `back` tells of each clause which shared text is its own (`Frames.steps_back`), `lengths` how long its fields are
    together. `drawers` are the rows of each drawer: those of the clauses' own terms and of shared ones; `facets` those
    of each facet by value. `marks` has a digest of each drawer.
    """

    clauses: int
    frames: int
    back: str
    lengths: dict[str, int]
    probes: tuple[tuple[Probe, ...], ...]
    drawers: tuple[tuple[Rows, Rows], ...]
    marks: tuple[bytes, ...]
    facets: Mapping[str, Rows]

    def dump(self) -> tuple[Any, ...]:
        """In plain values; `load` is its inverse."""
        probes = tuple(tuple(map(astuple, row)) for row in self.probes)
        return self.clauses, self.frames, self.back, self.lengths, probes, self.drawers, self.marks, self.facets

    @classmethod
    def load(cls, row: tuple[Any, ...]) -> Part:
        """The part that `dump` gave."""
        clauses, count, back, lengths, probes, *rest = row
        found = tuple(tuple(Probe(*item) for item in row) for row in probes)
        return cls(clauses, count, back, lengths, found, *rest)


def read_section(catalogue: Catalogue, section: Section) -> tuple[Part, tuple[tuple[str, bytes], ...]]:
    """What is kept of a section, and (name, script) of the shards of its clauses; ProbeMissed when they lack a text."""
    found = documents(catalogue, section.plans)
    files = tuple(record_shards(section.name, found))
    part = _part(found)
    check_records(chain.from_iterable(part.probes), found, ClauseReader(section.name, CHUNK, shards_in(dict(files))))
    return part, files


def _part(found: Sequence[SearchDocument]) -> Part:
    writer = NumberWriter()
    shared = frames(found)
    own = in_drawers(content_postings(found), writer)
    of_plans = in_drawers(shared.postings, writer)
    drawers = tuple(zip(own, of_plans, strict=True))
    return Part(
        clauses=len(found),
        frames=shared.count,
        back=writer.numbers(shared.steps_back()),
        lengths={name: sum(len(item.fields.get(name, "")) for item in found) for name, _ in FIELD_WEIGHTS},
        probes=tuple(draw_probes(found, shared.of_clause)),
        drawers=drawers,
        marks=tuple(_digest(chain(*pair)) for pair in drawers),
        facets={facet: writer.rows(values) for facet, values in facet_values(found).items()},
    )


class Parts:
    """The parts of all sections, in order."""

    def __init__(self, sections: Sequence[Section], parts: Sequence[Part]) -> None:
        self._parts = tuple(parts)
        self._starts = tuple(accumulate((part.clauses for part in parts), initial=0))
        self._frames = tuple(accumulate((part.frames for part in parts), initial=0))
        self.sections = [(section.name, part.clauses) for section, part in zip(sections, parts, strict=True)]

    @property
    def size(self) -> int:
        """How many clauses there are."""
        return self._starts[-1]

    @property
    def back(self) -> str:
        """Which shared text each clause has, as the browser reads it."""
        return "".join(part.back for part in self._parts)

    def lengths(self) -> dict[str, float]:
        """The average length of each searched field in characters of plain text."""
        count = max(1, self.size)
        return {name: sum(part.lengths[name] for part in self._parts) / count for name, _ in FIELD_WEIGHTS}

    def probes(self) -> Iterator[Probe]:
        """Probes of clauses all over the catalogue."""
        parts = zip(self._starts, self._frames, self._parts, strict=False)
        clauses = [(start, frame, row) for start, frame, part in parts for row in part.probes]
        for start, frame, row in spread(clauses, CLAUSES):
            yield from (probe.moved(start, frame) for probe in row)

    def drawer_mark(self, drawer: int) -> str:
        """A digest of all that a drawer is made of."""
        rows = zip(self._starts, self._frames, self._parts, strict=False)
        return _digest(b"%d %d %b" % (start, frame, part.marks[drawer]) for start, frame, part in rows).hex()

    def drawer(self, drawer: int, writer: NumberWriter) -> tuple[dict[str, str], dict[str, str]]:
        """How the numbers of each term of a drawer are written: own terms, and shared ones."""
        pairs = [part.drawers[drawer] for part in self._parts]
        own = writer.joined(zip((start * LEVELS for start in self._starts), (pair[0] for pair in pairs), strict=False))
        shared = writer.joined(zip(self._frames, (pair[1] for pair in pairs), strict=False))
        return own, shared

    def facets_mark(self, names: str) -> str:
        """A digest of all that the facets are made of; `names` is what their values are called."""
        rows = zip(self._starts, self._parts, strict=False)
        pieces = ((b"%d" % start, *chain(*part.facets.values())) for start, part in rows)
        return _digest((names.encode(), *chain(*pieces))).hex()

    def facet_rows(self) -> Iterator[tuple[int, Mapping[str, Rows]]]:
        """The first clause of each section, and the rows of its facets."""
        return zip(self._starts, (part.facets for part in self._parts), strict=False)


def _digest(pieces: Iterable[bytes]) -> bytes:
    found = tuple(pieces)
    # Their lengths tell where one ends and the next begins.
    digest = blake2b(repr([*map(len, found)]).encode(), digest_size=16)
    digest.update(b"".join(found))
    return digest.digest()

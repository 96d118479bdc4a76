"""The engine for large workspaces on one machine: an optional extra, and the only module that imports tantivy.

A text is kept in two fields of words split at blanks, with one word a position in both: `…_units` holds each Han
character, number and Latin word; `…_pairs` has, where two Han characters follow each other, both of them at the
position of the first. A phrase is looked for in the pairs, which are rarer, unless it ends in a lone Han character,
which the pairs only know together with what follows it. Known names, most of what is asked for, are words of a third
field, `…_names`: to compare the positions of their pairs takes twenty times as long.

An index is a row of parts, each an index of tantivy's own with a single segment, in which documents lie in the order in
which they were written: so a place in a part is a number in the catalogue, and the documents themselves lie outside.
"""

from __future__ import annotations

import shutil
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from heapq import nlargest
from itertools import accumulate, islice
from pathlib import Path
from typing import Final

from tantivy import Document, FieldType, Index, Occur, Query, Schema, SchemaBuilder, Searcher

from search.analyzer import is_han
from search.document import SearchDocument
from search.engine import Area, Filters, Found, IndexBroken, Phrase, Wanted
from search.engines.damage import damage_told
from search.engines.fields import AREAS, HEADING, IN_HEADING, KEYWORDS, conditions, keywords
from search.engines.lines import Lines, kept_names
from search.engines.records import Records, kept_by_number
from search.memory import remembered
from search.pairs import cover, joined, shortest, unit_terms
from zerenku.store.parallel import unhurried_collector

# One thread, and room for all that a part holds: a part that does not fit is written again as two.
HEAP: Final = 256_000_000
PART: Final = 50_000
NAME: Final = "tantivy"
# The file of the names that are words.
NAMES: Final = "names"
# To see whether a document holds a phrase takes so many times as long as to read that it holds a word.
SLOWER: Final = 8


def _schema() -> Schema:
    builder = SchemaBuilder()
    for area in (HEADING, *AREAS):
        for part in ("units", "pairs"):
            builder.add_text_field(f"{area}_{part}", tokenizer_name="whitespace", index_option="position")
        builder.add_text_field(f"{area}_names", tokenizer_name="whitespace", index_option="basic")
    for name in KEYWORDS:
        if name != "due":
            builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    builder.add_unsigned_field("due", indexed=True)
    return builder.build()


def _record(document: SearchDocument, lines: Lines) -> Document:
    record = Document()
    content = document.content
    for area, texts in ((HEADING, content[:1]), (AREAS[0], content), (AREAS[1], document.shared)):
        for part, words in zip(("units", "pairs", "names"), lines.fields(texts), strict=True):
            record.add_text(f"{area}_{part}", words)
    for field, values in keywords(document).items():
        for value in values:
            if field == "due":
                record.add_unsigned(field, _day(value))
            else:
                record.add_text(field, value)
    return record


def _scored(query: Query, score: float) -> Query:
    return Query.const_score_query(query, score)


def _day(iso: str) -> int:
    return int(iso.replace("-", ""))


@dataclass(frozen=True, slots=True)
class Choice:
    """A phrase in one field. `sign` is its rarest word, which `most` documents hold."""

    query: Query
    sign: Query
    most: int

    @property
    def work(self) -> int:
        """How long it takes to find, against reading that a document holds a word."""
        return self.most if self.query is self.sign else self.most * SLOWER


Choices = tuple[Choice, ...]


class TantivyReader:
    """An open tantivy index."""

    def __init__(self, parts: Sequence[Searcher], schema: Schema, records: Records, names: Collection[str]) -> None:
        self._schema = schema
        self._records = records
        self._names = names
        starts = accumulate((part.num_docs for part in parts), initial=0)
        self._parts = tuple(zip(starts, parts, strict=False))
        self._frequency = remembered(self._counted)
        # Questions share their words, and the steps of one question nearly all.
        self._choices = remembered(self._weighed)

    @property
    def engine(self) -> str:
        """The name of the engine that reads."""
        return NAME

    @property
    def size(self) -> int:
        """How many documents there are."""
        return len(self._records)

    def frequency(self, term: str) -> int:
        """In how many documents a term of the clauses' own text occurs."""
        with damage_told():
            return self._frequency(term)

    def _counted(self, term: str) -> int:
        return self._holding("content_pairs" if len(term) == 2 and is_han(term) else "content_units", term)

    def _holding(self, field: str, word: str) -> int:
        return sum(part.doc_freq(field, word) for _, part in self._parts)

    def find(self, wanted: Wanted, *, limit: int) -> Found:
        """Documents that match, in the order that the protocol asks for; IndexBroken on damage."""
        with damage_told():
            return self._found(wanted, limit)

    def _found(self, wanted: Wanted, limit: int) -> Found:
        query = self._query(wanted)
        if query is None:
            return Found(0, ())
        total = 0
        found: list[tuple[float, int]] = []
        for start, part in self._parts:
            result = part.search(query, limit)
            # Its stubs leave `count` out.
            total += result.count  # type: ignore[attr-defined]
            found += [(float(score), -start - address.doc) for score, address in result.hits]
        return Found(total, tuple(self._records.kept(-number) for _, number in nlargest(limit, found)))

    def _query(self, wanted: Wanted) -> Query | None:
        """A point for each group, and a little more for each in the heading. None where no document can match."""
        areas = AREAS if wanted.area == Area.ANYWHERE else (wanted.area.value,)
        groups = [self._choices((group, areas)) for group in wanted.groups]
        filters = self._filters(wanted.filters)
        if wanted.minimum is None or wanted.minimum >= len(groups):
            held = _all_groups(groups, filters)
        else:
            held = _some_groups(groups, wanted.minimum)
        if held is None:
            return None
        narrow = [(Occur.Must, _scored(_any_choice(choices), 0.0)) for choices in filters]
        headed = filter(None, (self._choices((group, (HEADING,))) for group in wanted.groups))
        heads = [(Occur.Should, _scored(_any_choice(choices), IN_HEADING)) for choices in headed]
        return Query.boolean_query([(Occur.Must, held), *narrow, *heads])

    def _weighed(self, sought: tuple[tuple[Phrase, ...], tuple[str, ...]]) -> Choices:
        """The phrases of a group in each area, less those that no document can hold."""
        phrases, areas = sought
        each = (self._phrase(name, words) for name in areas for words in shortest(phrases))
        return tuple(choice for choice in each if choice.most)

    def _phrase(self, area: str, words: Phrase) -> Choice:
        last = words[-1]
        name = joined(words)
        if name in self._names:
            return self._value(f"{area}_names", name)
        if is_han(last) and len(last) == 1:
            field, row = f"{area}_units", list(enumerate(unit_terms(words)))
        else:
            field, row = f"{area}_pairs", cover(words, self._frequency)
        most, rarest = min((self._holding(field, word), word) for _, word in row)
        sign = Query.term_query(self._schema, field, rarest)
        return Choice(sign if len(row) == 1 else Query.phrase_query(self._schema, field, list(row)), sign, most)

    def _filters(self, filters: Filters) -> list[Choices]:
        """What each filter lets through."""
        parts = [tuple(self._value(field, value) for value in values) for field, values in conditions(filters)]
        if filters.due_before:
            due = Query.range_query(self._schema, "due", FieldType.Unsigned, 0, _day(filters.due_before))
            parts.append((Choice(due, due, self.size),))
        return parts

    def _value(self, field: str, value: str) -> Choice:
        query = Query.term_query(self._schema, field, value)
        return Choice(query, query, self._holding(field, value))

    def close(self) -> None:
        """Let go of the files: tantivy does so with its last searchers."""
        self._parts = ()
        self._records.close()


def _all_groups(groups: Sequence[Choices], filters: Sequence[Choices]) -> Query | None:
    """All of them. The library goes through whatever holds any choice of a group, however few of these hold the other
    groups. So the choices are sought only where the signs of the others stand, as far as reading these is less work.
    """
    if not all(groups):
        return None
    signs = [
        (sum(item.most for item in choices), _any_of([item.sign for item in choices]))
        for choices in (*groups, *filters)
    ]
    parts = []
    for number, choices in enumerate(groups):
        work = sum(item.work for item in choices)
        near = [sign for at, (most, sign) in enumerate(signs) if at != number and most * len(choices) < work]
        parts.append(_any_of([_all_of([*near, item.query]) for item in choices]))
    return Query.boolean_query([(Occur.Must, _scored(part, 1.0)) for part in parts or [Query.all_query()]])


def _some_groups(groups: Sequence[Choices], minimum: int) -> Query | None:
    found = [(Occur.Should, _scored(_any_choice(choices), 1.0)) for choices in groups if choices]
    return Query.boolean_query(found, minimum_number_should_match=minimum) if len(found) >= minimum else None


def _any_choice(choices: Choices) -> Query:
    return _any_of([item.query for item in choices])


def _any_of(queries: Sequence[Query]) -> Query:
    return queries[0] if len(queries) == 1 else Query.boolean_query([(Occur.Should, query) for query in queries])


def _all_of(queries: Sequence[Query]) -> Query:
    return queries[0] if len(queries) == 1 else Query.boolean_query([(Occur.Must, query) for query in queries])


def _write_parts(documents: Sequence[SearchDocument], folder: Path, first: int, lines: Lines) -> int:
    """Write a part, or two where one would have more than a segment; the number of the next part."""
    part = folder / f"part-{first:04}"
    part.mkdir()
    index = Index(_schema(), path=str(part))
    writer = index.writer(heap_size=HEAP, num_threads=1)
    for document in documents:
        writer.add_document(_record(document, lines))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    if index.searcher().num_segments <= 1:
        return first + 1
    shutil.rmtree(part)
    half = len(documents) // 2
    return _write_parts(documents[half:], folder, _write_parts(documents[:half], folder, first, lines), lines)


class TantivyEngine:
    """Writes and opens tantivy indexes. The library names its files by chance, so bytes differ from build to build."""

    name = NAME

    @unhurried_collector()
    def write(self, documents: Iterable[SearchDocument], folder: Path, *, names: Iterable[str] = ()) -> None:
        """Write a whole index into an empty folder."""
        kept = kept_names(names)
        (folder / NAMES).write_text("\n".join(sorted(kept)), encoding="utf-8", newline="\n")
        lines = Lines(kept)
        left = kept_by_number(documents, folder)
        number = 0
        while (batch := tuple(islice(left, PART))) or not number:
            number = _write_parts(batch, folder, number, lines)

    def read(self, folder: Path) -> TantivyReader:
        """Open what `write` wrote; IndexBroken when it cannot be read."""
        with damage_told():
            records = Records(folder)
            indexes = [Index.open(str(part)) for part in sorted(folder.glob("part-*"))]
            parts = [index.searcher() for index in indexes]
            schema = indexes[0].schema
            names = frozenset((folder / NAMES).read_text(encoding="utf-8").split("\n"))
        if sum(part.num_docs for part in parts) != len(records):
            raise IndexBroken("条数不符")
        return TantivyReader(parts, schema, records, names)


ENGINE: Final = TantivyEngine()

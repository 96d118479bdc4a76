"""The engine for large workspaces on one machine: an optional extra, and the only module that imports tantivy.

A text is kept in two fields of words split at blanks, with one word a position in both: `…_units` holds each Han
character, number and Latin word; `…_pairs` has, where two Han characters follow each other, both of them at the
position of the first. A phrase is looked for in the pairs, which are rarer, unless it ends in a lone Han character,
which the pairs only know together with what follows it.

An index is a row of parts, each an index of tantivy's own with a single segment, in which documents lie in the order in
which they were written: so a place in a part is a number in the catalogue, and the documents themselves lie outside.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Sequence
from heapq import nlargest
from itertools import accumulate, islice
from operator import add
from pathlib import Path
from typing import Final

from tantivy import Document, FieldType, Index, Occur, Query, Schema, SchemaBuilder, Searcher

from search.analyzer import UNITS, is_han
from search.document import SearchDocument
from search.engine import Area, Filters, Found, IndexBroken, Phrase, Wanted
from search.engines.fields import AREAS, HEADING, IN_HEADING, KEYWORDS, conditions, keywords
from search.engines.records import BROKEN as BROKEN_RECORDS
from search.engines.records import Records, kept_by_number
from search.memory import remembered
from search.pairs import unit_terms

# One thread, and room for all that a part holds: a part that does not fit is written again as two.
HEAP: Final = 256_000_000
PART: Final = 50_000
NAME: Final = "tantivy"
# tantivy says what went wrong in RuntimeError, too.
BROKEN: Final = (OSError, RuntimeError, *BROKEN_RECORDS)


def _schema() -> Schema:
    builder = SchemaBuilder()
    for area in (HEADING, *AREAS):
        for part in ("units", "pairs"):
            builder.add_text_field(f"{area}_{part}", tokenizer_name="whitespace", index_option="position")
    for name in KEYWORDS:
        if name != "due":
            builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    builder.add_unsigned_field("due", indexed=True)
    return builder.build()


def _record(document: SearchDocument, words: Callable[[str], tuple[str, str]]) -> Document:
    record = Document()
    heading = document.content[:1]
    for area, texts in ((HEADING, heading), (AREAS[0], document.content), (AREAS[1], document.shared)):
        for text in (line for field in texts for line in field.split("\n")):
            if text:
                single, paired = words(text)
                record.add_text(f"{area}_units", single)
                record.add_text(f"{area}_pairs", paired)
    for field, values in keywords(document).items():
        for value in values:
            if field == "due":
                record.add_unsigned(field, _day(value))
            else:
                record.add_text(field, value)
    return record


def _words(text: str) -> tuple[str, str]:
    """The units of a plain text, and its pairs as `pair_terms` has them, with blanks between."""
    single: list[str] = []
    paired: list[str] = []
    for run in UNITS.findall(text):
        if is_han(run):
            single.extend(run)
            paired.extend(map(add, run, run[1:]))
            paired.append(run[-1])
        else:
            single.append(run)
            paired.append(run)
    return " ".join(single), " ".join(paired)


def _scored(query: Query, score: float) -> Query:
    return Query.const_score_query(query, score)


def _day(iso: str) -> int:
    return int(iso.replace("-", ""))


class TantivyReader:
    """An open tantivy index."""

    def __init__(self, parts: Sequence[Searcher], schema: Schema, records: Records) -> None:
        self._schema = schema
        self._records = records
        starts = accumulate((part.num_docs for part in parts), initial=0)
        self._parts = tuple(zip(starts, parts, strict=False))
        self._frequency = remembered(self._counted)

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
        return self._frequency(term)

    def _counted(self, term: str) -> int:
        field = "content_pairs" if len(term) == 2 and is_han(term) else "content_units"
        return sum(part.doc_freq(field, term) for _, part in self._parts)

    def find(self, wanted: Wanted, *, limit: int) -> Found:
        """Documents that match, in the order that the protocol asks for; IndexBroken on damage."""
        areas = AREAS if wanted.area == Area.ANYWHERE else (wanted.area.value,)
        groups = [_scored(self._any_of(group, areas), 1.0) for group in wanted.groups]
        if wanted.minimum is None or wanted.minimum >= len(groups):
            held = Query.boolean_query([(Occur.Must, group) for group in groups or [Query.all_query()]])
        else:
            each = [(Occur.Should, group) for group in groups]
            held = Query.boolean_query(each, minimum_number_should_match=wanted.minimum)
        narrow = [(Occur.Must, _scored(part, 0.0)) for part in self._filters(wanted.filters)]
        heads = [(Occur.Should, _scored(self._any_of(group, (HEADING,)), IN_HEADING)) for group in wanted.groups]
        query = Query.boolean_query([(Occur.Must, held), *narrow, *heads])
        total = 0
        found: list[tuple[float, int]] = []
        try:
            for start, part in self._parts:
                result = part.search(query, limit)
                # Its stubs leave `count` out.
                total += result.count  # type: ignore[attr-defined]
                found += [(float(score), -start - address.doc) for score, address in result.hits]
            return Found(total, tuple(self._records.kept(-number) for _, number in nlargest(limit, found)))
        except BROKEN as error:
            raise IndexBroken(type(error).__name__) from error

    def _any_of(self, phrases: tuple[Phrase, ...], areas: tuple[str, ...]) -> Query:
        parts = [(Occur.Should, self._phrase(name, words)) for name in areas for words in phrases]
        return parts[0][1] if len(parts) == 1 else Query.boolean_query(parts)

    def _phrase(self, area: str, words: Phrase) -> Query:
        last = words[-1]
        if is_han(last) and len(last) == 1:
            field, row = f"{area}_units", list(enumerate(unit_terms(words)))
        else:
            field, row = f"{area}_pairs", _cover(words, self._frequency)
        if len(row) == 1:
            return Query.term_query(self._schema, field, row[0][1])
        return Query.phrase_query(self._schema, field, list(row))

    def _filters(self, filters: Filters) -> list[Query]:
        parts = [
            Query.term_set_query(self._schema, field, list(values))
            if len(values) > 1
            else Query.term_query(self._schema, field, values[0])
            for field, values in conditions(filters)
        ]
        if filters.due_before:
            last = _day(filters.due_before)
            parts.append(Query.range_query(self._schema, "due", FieldType.Unsigned, 0, last))
        return parts

    def close(self) -> None:
        """Let go of the files: tantivy does so with its last searchers."""
        self._parts = ()
        self._records.close()


def _cover(words: Phrase, frequency: Callable[[str], int]) -> list[tuple[int, str]]:
    """Words of a phrase that hold all its units, with their positions: every other pair where pairs follow each other,
    and the rarest, which few documents have.
    """
    rarest = min(range(len(words)), key=lambda at: frequency(words[at])) if len(words) > 2 else 0
    row: list[tuple[int, str]] = []
    held = 0
    for at, word in enumerate(words):
        after = at + (2 if len(word) > 1 and is_han(word) else 1)
        if at in {held, rarest} or (at == len(words) - 1 and after > held):
            row.append((at, word))
            held = max(held, after)
    return row


def _write_parts(documents: Sequence[SearchDocument], folder: Path, first: int) -> int:
    """Write a part, or two where one would have more than a segment; the number of the next part."""
    part = folder / f"part-{first:04}"
    part.mkdir()
    index = Index(_schema(), path=str(part))
    writer = index.writer(heap_size=HEAP, num_threads=1)
    words = remembered(_words)
    for document in documents:
        writer.add_document(_record(document, words))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    if index.searcher().num_segments <= 1:
        return first + 1
    shutil.rmtree(part)
    half = len(documents) // 2
    return _write_parts(documents[half:], folder, _write_parts(documents[:half], folder, first))


class TantivyEngine:
    """Writes and opens tantivy indexes. The library names its files by chance, so bytes differ from build to build."""

    name = NAME

    def write(self, documents: Iterable[SearchDocument], folder: Path) -> None:
        """Write a whole index into an empty folder."""
        left = kept_by_number(documents, folder)
        number = 0
        while (batch := tuple(islice(left, PART))) or not number:
            number = _write_parts(batch, folder, number)

    def read(self, folder: Path) -> TantivyReader:
        """Open what `write` wrote; IndexBroken when it cannot be read."""
        try:
            records = Records(folder)
            indexes = [Index.open(str(part)) for part in sorted(folder.glob("part-*"))]
            parts = [index.searcher() for index in indexes]
            schema = indexes[0].schema
        except BROKEN as error:
            raise IndexBroken(type(error).__name__) from error
        if sum(part.num_docs for part in parts) != len(records):
            raise IndexBroken("条数不符")
        return TantivyReader(parts, schema, records)


ENGINE: Final = TantivyEngine()

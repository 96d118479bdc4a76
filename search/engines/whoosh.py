"""The embedded engine. The only module that imports whoosh, and only what 2.7.4, whoosh-reloaded and whoosh3 share.

Whoosh keeps which documents hold which words, and nothing else: a phrase is looked for in the texts of those that hold
all its words, which is many times faster than its own chains of positions. Its lists are read block by block, since it
would take a step in Python for each number, and the documents lie outside. The segment has a fixed name and no compound
file, whose order of parts would follow the directory: so the same documents give the same bytes.
"""

from __future__ import annotations

import shutil
import warnings
from collections.abc import Iterable, Iterator
from heapq import nsmallest
from itertools import accumulate
from pathlib import Path
from typing import Any, Final

from search.document import SearchDocument
from search.engine import Area, Found, Wanted
from search.engines.damage import damage_told
from search.engines.fields import AREAS, HEADING, KEYWORDS, keywords
from search.engines.lists import Numbers, held, holding
from search.engines.pool import Pool
from search.engines.records import Records, kept_by_number
from search.pairs import pair_terms
from zerenku.store.parallel import processors, spread, unhurried_collector

with warnings.catch_warnings():
    # Whoosh 2.7.4 holds regular expressions in plain strings, which newer Pythons remark on when they compile it.
    warnings.filterwarnings("ignore", message=r"invalid escape sequence|.* is an invalid escape sequence")
    warnings.filterwarnings("ignore", message=r'"is( not)?" with')
    from whoosh.codec.whoosh3 import W3Codec, W3FieldWriter, W3LeafMatcher, W3Segment
    from whoosh.fields import ID, FieldType, Schema
    from whoosh.filedb.filestore import FileStorage
    from whoosh.formats import Existence
    from whoosh.index import TOC, FileIndex

INDEX_NAME: Final = "clauses"
# From so many documents on an index is written by two processes, a segment each.
ONE_SEGMENT: Final = 2000
SEGMENTS: Final = 2
NAME: Final = "whoosh"
# Numbers in a block of a list; whoosh's own 128 are more head than body.
BLOCK: Final = 8192
# So much is kept as it was read, since the steps of one question, and the next questions, look at the same again:
# lists, and the texts in which phrases are looked for.
KEPT_LISTS: Final = 8000
KEPT_TEXTS: Final = 50_000
TEXTS: Final = (HEADING, *AREAS)


class Listed(FieldType):  # type: ignore[misc]
    """A field of exact words, one a line, of which only the documents that hold them are kept."""

    def __init__(self) -> None:
        self.analyzer = None
        self.format = Existence()
        self.scorable = self.stored = self.spelling = False
        self.vector = self.column_type = None
        self.multitoken_query = "default"

    def index(self, value: str, **_: Any) -> Iterator[tuple[bytes, int, float, bytes]]:
        """Each word once: (word, frequency, weight, nothing more)."""
        return ((word.encode(), 1, 1.0, b"") for word in dict.fromkeys(value.split("\n")) if word)


class Unmeasured:
    """Whoosh asks for the length of a field with each word it writes; ours are not ranked by it."""

    def doc_field_length(self, docnum: int, fieldname: str, default: int = 0) -> int:  # noqa: ARG002 - whoosh's own
        """Always the same."""
        return 1


class PlainFieldWriter(W3FieldWriter):  # type: ignore[misc]
    """The usual writer, which would look for a file of lengths once a word."""

    def add_postings(self, schema: Schema, lengths: Any, items: Any) -> None:  # noqa: ARG002 - whoosh's own signature
        """All words of the segment, in order."""
        super().add_postings(schema, Unmeasured(), items)


class FixedCodec(W3Codec):  # type: ignore[misc]
    """The usual codec, but its lists are not compressed, and the segment's name is no accident."""

    def __init__(self, number: int) -> None:
        super().__init__(blocklimit=BLOCK, compression=0)
        self._number = number

    def field_writer(self, storage: Any, segment: Any) -> PlainFieldWriter:
        """What writes the words."""
        return PlainFieldWriter(self, storage, segment)

    def new_segment(self, storage: Any, indexname: str) -> Any:  # noqa: ARG002 - whoosh's own signature
        """A segment with its number for a name."""
        return W3Segment(W3Codec(), indexname, segid=f"{self._number:016}")


def _schema() -> Schema:
    return Schema(
        key=ID(unique=True),
        **{name: Listed() for name in (HEADING, *AREAS, *KEYWORDS)},
    )


def _record(document: SearchDocument) -> dict[str, Any]:
    texts = "\n".join(document.content), "\n".join(document.shared)
    return {
        "key": f"{document.order:08}",
        HEADING: "\n".join(pair_terms(document.content[0])),
        **{area: "\n".join(pair_terms(text)) for area, text in zip(AREAS, texts, strict=True)},
        **{field: "\n".join(values) for field, values in keywords(document).items()},
    }


class WhooshReader:
    """An open whoosh index."""

    def __init__(self, index: FileIndex, records: Records) -> None:
        self._records = records
        self._searcher = index.searcher()
        self._reader = self._searcher.reader()
        self._numbers: dict[tuple[str, str], frozenset[int]] = {}
        self._texts: dict[int, tuple[str, str, str]] = {}
        # Whoosh opens some files at first use. They are all opened now, so that an index which is replaced and swept
        # away can be read to the end.
        if self.size:
            self._searcher.stored_fields(0)

    @property
    def engine(self) -> str:
        """The name of the engine that reads."""
        return NAME

    @property
    def size(self) -> int:
        """How many documents there are."""
        return int(self._searcher.doc_count())

    def frequency(self, term: str) -> int:
        """In how many documents a term of the clauses' own text occurs."""
        with damage_told():
            return len(holding(Area.CONTENT.value, term, self))

    def find(self, wanted: Wanted, *, limit: int) -> Found:
        """Documents that match, in the order that the protocol asks for; IndexBroken on damage."""
        with damage_told():
            found = held(wanted, self)
            best = nsmallest(limit, ((-count, number) for number, count in found.items()))
            return Found(len(found), tuple(self._records.kept(number) for _, number in best))

    def listed(self, field: str, word: str) -> frozenset[int]:
        """The documents with that word in that field."""
        key = field, word
        if (kept := self._numbers.get(key)) is not None:
            return kept
        if len(self._numbers) >= KEPT_LISTS:
            self._numbers.clear()
        found = frozenset(
            start + number
            for reader, start in self._reader.leaf_readers()
            if key in reader
            for number in _numbers(reader.postings(field, word))
        )
        self._numbers[key] = found
        return found

    def words(self, field: str, beginning: str = "") -> Iterator[str]:
        """The words of a field that begin so."""
        return (word.decode() for word in self._reader.expand_prefix(field, beginning))

    def with_text(self, field: str, sought: str, numbers: Numbers) -> Numbers:
        """Those of the documents in whose plain text it stands: in the heading, the content, or what plans share."""
        at = TEXTS.index(field)
        texts = self._texts
        missing = [number for number in numbers if number not in texts]
        if len(texts) + len(missing) > KEPT_TEXTS:
            texts.clear()
            missing = list(numbers)
        texts.update((number, _texts(self._records[number])) for number in missing)
        return frozenset([number for number in numbers if sought in texts[number][at]])

    def close(self) -> None:
        """Let go of the files."""
        self._searcher.close()
        self._records.close()


def _numbers(matcher: Any) -> Iterable[int]:
    """All numbers of a list. A short one lies in memory; of a long one the blocks hold each number's distance from the
    one before.
    """
    if not isinstance(matcher, W3LeafMatcher):
        yield from matcher.all_ids()
        return
    while matcher.is_active():
        matcher._read_data()  # noqa: SLF001 - all that the three libraries have for a whole block
        yield from accumulate(matcher._data[0])  # noqa: SLF001
        matcher._next_block()  # noqa: SLF001


def _texts(document: SearchDocument) -> tuple[str, str, str]:
    """The texts of TEXTS."""
    return document.content[0], "\n".join(document.content), "\n".join(document.shared)


def _write_segment(documents: Iterable[SearchDocument], folder: Path, number: int) -> None:
    """An index of its own, of one segment."""
    folder.mkdir()
    index = FileStorage(str(folder)).create_index(_schema(), indexname=INDEX_NAME)
    writer = index.writer(codec=FixedCodec(number), compound=False)
    writer.pool = Pool()
    try:
        for document in documents:
            writer.add_document(**_record(document))
    except BaseException:
        writer.cancel()
        raise
    writer.commit(merge=False)
    index.close()


def _join(parts: Iterable[Path], folder: Path) -> None:
    """One index of the segments of several; the parts are gone then."""
    segments = []
    for part in parts:
        segments += TOC.read(FileStorage(str(part)), INDEX_NAME).segments
        for path in sorted(part.iterdir()):
            if path.suffix != ".toc":
                path.rename(folder / path.name)
        shutil.rmtree(part)
    TOC(_schema(), segments, 1).write(FileStorage(str(folder)), INDEX_NAME)


class WhooshEngine:
    """Writes and opens whoosh indexes."""

    name = NAME

    @unhurried_collector()
    def write(
        self,
        documents: Iterable[SearchDocument],
        folder: Path,
        *,
        names: Iterable[str] = (),  # noqa: ARG002 - texts are searched quickly enough
    ) -> None:
        """Write a whole index into an empty folder, always with the same bytes: how many segments there are hangs on
        the documents alone, the processes that write them on the machine.
        """
        found = tuple(kept_by_number(documents, folder))
        count = 1 if len(found) <= ONE_SEGMENT else SEGMENTS
        size = -(-len(found) // count)
        parts = [found[at * size : (at + 1) * size] for at in range(count)]

        def write_part(number: int) -> None:
            _write_segment(parts[number], folder / f"part-{number}", number)

        spread(write_part, count, jobs=processors())
        _join([folder / f"part-{number}" for number in range(count)], folder)

    def read(self, folder: Path) -> WhooshReader:
        """Open what `write` wrote; IndexBroken when it cannot be read."""
        with damage_told():
            return WhooshReader(FileStorage(str(folder), readonly=True).open_index(INDEX_NAME), Records(folder))


ENGINE = WhooshEngine()

"""The embedded engine. The only module that imports whoosh, and only what 2.7.4, whoosh-reloaded and whoosh3 share.

Terms come from our analyzer with their positions, so a phrase is found whole (cutting Chinese by a dictionary gives
overlapping words at which whoosh's phrases fail). The segment has a fixed name and no compound file, whose order of
parts would follow the directory: so the same documents give the same bytes.
"""

from __future__ import annotations

import pickle
import struct
import warnings
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

from search.analyzer import index_terms
from search.document import SearchDocument, dump_document, load_document
from search.engine import Area, Filters, Found, IndexBroken, Wanted
from search.engine import Phrase as Words

with warnings.catch_warnings():
    # Whoosh 2.7.4 holds regular expressions in plain strings, which newer Pythons remark on when they compile it.
    warnings.filterwarnings("ignore", message=r"invalid escape sequence|.* is an invalid escape sequence")
    warnings.filterwarnings("ignore", message=r'"is( not)?" with')
    from whoosh.analysis import Token, Tokenizer
    from whoosh.codec.whoosh3 import W3Codec, W3Segment
    from whoosh.fields import ID, KEYWORD, STORED, TEXT, Schema
    from whoosh.filedb.filestore import FileStorage
    from whoosh.index import FileIndex
    from whoosh.index import IndexError as WhooshIndexError
    from whoosh.query import And, Every, Or, Phrase, Query, Term, TermRange

INDEX_NAME: Final = "clauses"
SEGMENT_ID: Final = "0" * 16
# Texts of different fields stand this far apart, so that no phrase reaches from one into the next.
GAP: Final = 100
# So many documents are kept as they were read: the steps of one question look at the same ones again and again.
KEPT: Final = 1000
# What reading a damaged index has been seen to raise.
BROKEN: Final = (
    WhooshIndexError,
    OSError,
    EOFError,
    pickle.UnpicklingError,
    AttributeError,
    ImportError,
    LookupError,
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)


class UnitTokenizer(Tokenizer):  # type: ignore[misc]
    """Gives whoosh the terms of our analyzer; a line break is a gap between texts."""

    def __call__(self, value: str, **options: Any) -> Iterator[Token]:
        """Yield one Token over and over, as whoosh expects; nobody may keep it."""
        token = Token(positions=True, chars=False, mode=options.get("mode", ""))
        start = options.get("start_pos", 0)
        for line in value.split("\n"):
            last = start
            for term, position in index_terms(line):
                token.text, token.pos = term, start + position
                token.boost = 1.0
                token.stopped = False
                last = token.pos
                yield token
            start = last + GAP


class LineTokenizer(Tokenizer):  # type: ignore[misc]
    """One keyword a line, taken as it stands."""

    def __call__(self, value: str, **options: Any) -> Iterator[Token]:
        """Yield one Token over and over."""
        token = Token(positions=False, chars=False, mode=options.get("mode", ""))
        for line in value.split("\n"):
            if line:
                token.text, token.pos, token.boost, token.stopped = line, 0, 1.0, False
                yield token


class FixedCodec(W3Codec):  # type: ignore[misc]
    """The usual codec with a segment whose name is no accident."""

    def new_segment(self, storage: Any, indexname: str) -> Any:  # noqa: ARG002 - whoosh's own signature
        """The single segment of our index."""
        return W3Segment(W3Codec(), indexname, segid=SEGMENT_ID)


def _schema() -> Schema:
    def keyword() -> KEYWORD:
        field = KEYWORD()
        field.analyzer = LineTokenizer()
        return field

    names = ("department", "place", "plan", "kind", "enterprise", "path", "due", "duty")
    return Schema(
        key=ID(unique=True),
        content=TEXT(analyzer=UnitTokenizer(), phrase=True),
        shared=TEXT(analyzer=UnitTokenizer(), phrase=True),
        record=STORED(),
        **{name: keyword() for name in names},
    )


def _record(document: SearchDocument) -> dict[str, str]:
    path = document.path
    return {
        "key": f"{document.order:08}",
        "content": "\n".join(document.content),
        "shared": "\n".join(document.shared),
        "department": "\n".join(document.departments),
        "place": "\n".join(document.places),
        "plan": document.plan,
        "kind": document.kind,
        "enterprise": "\n".join(document.enterprises),
        "path": "\n".join("/".join(path[at:]) for at in range(len(path))),
        "due": "\n".join(document.due),
        "duty": "1" if document.duties else "",
        "record": dump_document(document),
    }


class WhooshReader:
    """An open whoosh index."""

    def __init__(self, index: FileIndex) -> None:
        self._searcher = index.searcher()
        self._kept: dict[int, SearchDocument] = {}
        # Whoosh opens some files at first use. They are all opened now, so that an index which is replaced and swept
        # away can be read to the end.
        if self.size:
            self._searcher.stored_fields(0)
            for field in ("content", "shared"):
                self._searcher.doc_field_length(0, field)

    @property
    def size(self) -> int:
        """How many documents there are."""
        return int(self._searcher.doc_count())

    def frequency(self, term: str) -> int:
        """In how many documents a term of the clauses' own text occurs."""
        return int(self._searcher.reader().doc_frequency("content", term))

    def find(self, wanted: Wanted, *, limit: int) -> Found:
        """Documents that match, by number of groups they hold and then by whoosh's own BM25F; IndexBroken on damage."""
        try:
            return self._find(wanted, limit)
        except BROKEN as error:
            raise IndexBroken(type(error).__name__) from error

    def _find(self, wanted: Wanted, limit: int) -> Found:
        groups = [_any_of(group, wanted.area) for group in wanted.groups]
        narrow = _filter(wanted.filters)
        if wanted.minimum is None or wanted.minimum >= len(groups):
            query = And(groups) if groups else Every("key")
            results = self._searcher.search(query, limit=limit, filter=narrow)
            return Found(len(results), tuple(self._document(hit.docnum) for hit in results))
        return self._count(groups, wanted.minimum, narrow, limit=limit)

    def _count(self, groups: list[Query], minimum: int, narrow: Query | None, *, limit: int) -> Found:
        """Whoosh leaves `minmatch` of Or undone, so the groups are counted here."""
        allowed = set(self._searcher.docs_for_query(narrow)) if narrow is not None else None
        held: Counter[int] = Counter()
        for group in groups:
            held.update(set(self._searcher.docs_for_query(group)))
        enough = [
            (-count, number)
            for number, count in held.items()
            if count >= minimum and (allowed is None or number in allowed)
        ]
        best = sorted(enough)[:limit]
        return Found(len(enough), tuple(self._document(number) for _, number in best))

    def _document(self, number: int) -> SearchDocument:
        if (kept := self._kept.get(number)) is not None:
            return kept
        if len(self._kept) >= KEPT:
            self._kept.clear()
        document = load_document(self._searcher.stored_fields(number)["record"])
        self._kept[number] = document
        return document

    def close(self) -> None:
        """Let go of the files."""
        self._searcher.close()


def _any_of(phrases: tuple[Words, ...], area: Area) -> Query:
    fields = ("content", "shared") if area == Area.ANYWHERE else (area.value,)
    return Or([_phrase(field, words) for field in fields for words in phrases])


def _phrase(field: str, words: Words) -> Query:
    return Term(field, words[0]) if len(words) == 1 else Phrase(field, list(words))


def _filter(filters: Filters) -> Query | None:
    rows = (
        ("department", filters.departments),
        ("place", filters.places),
        ("plan", filters.plans),
        ("kind", filters.kinds),
        ("enterprise", filters.enterprises),
        ("path", filters.paths),
        ("duty", ("1",) if filters.with_duty else ()),
    )
    parts: list[Query] = [Or([Term(field, value) for value in values]) for field, values in rows if values]
    if filters.due_before:
        parts.append(TermRange("due", None, filters.due_before))
    return And(parts) if parts else None


class WhooshEngine:
    """Writes and opens whoosh indexes."""

    name = "whoosh"

    def write(self, documents: Iterable[SearchDocument], folder: Path) -> None:
        """Write a whole index into an empty folder, always with the same bytes."""
        index = FileStorage(str(folder)).create_index(_schema(), indexname=INDEX_NAME)
        writer = index.writer(codec=FixedCodec(), compound=False)
        try:
            for document in documents:
                writer.add_document(**_record(document))
        except BaseException:
            writer.cancel()
            raise
        writer.commit(merge=False)
        index.close()

    def read(self, folder: Path) -> WhooshReader:
        """Open what `write` wrote; IndexBroken when it cannot be read."""
        try:
            return WhooshReader(FileStorage(str(folder), readonly=True).open_index(INDEX_NAME))
        except BROKEN as error:
            raise IndexBroken(type(error).__name__) from error


ENGINE = WhooshEngine()

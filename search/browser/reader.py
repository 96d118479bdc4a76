"""The written shards read back as the browser reads them: to check them at build, and for tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import reduce
from typing import Any, Final

from search.analyzer import plain, query_terms
from search.browser.codec import in_mask, key_number, read_numbers, read_script, read_steps
from search.browser.records import record_shard
from search.browser.shards import drawer_of, shard_of
from search.browser.terms import LEVELS, phrase_terms
from search.document import SHARED_FIELDS
from search.memory import remembered

NOBODY: Final[frozenset[int]] = frozenset()

Shards = Callable[[str], Any]


def shards_in(files: Mapping[str, bytes]) -> Shards:
    """What gives the data of a shard by its name, read when it is first needed; KeyError when there is none."""
    return remembered(lambda name: read_script(files[name]))


def numbers_of(term: str, family: str, head: Any, shards: Shards) -> list[int]:
    """What is filed under a term or key; `head` is what the root says of its drawer."""
    return read_steps(shards(shard_of(term, f"{family}{drawer_of(term)}", head)).get(term, ""))


def is_word(word: str, head: Mapping[str, Any], shards: Shards) -> bool:
    """Is a plain word of the lexicon found from its beginning? `head` is what the root says of words."""
    family, key = ("l", word[: head["long"]]) if len(word) > head["long"] else ("w", query_terms(word)[0])
    if not in_mask(head["masks"][family], key):
        return False
    rows = shards(f"{family}{key_number(key) % head['counts'][family]}")
    return any(word in row[4] for row in rows)


class ClauseReader:
    """The clauses of a section; `number` counts them from 0."""

    def __init__(self, section: str, chunk: int, shards: Shards) -> None:
        self._section, self._chunk, self._shards = section, chunk, shards

    def _where(self, number: int) -> tuple[Any, Any]:
        shard = self._shards(record_shard(self._section, number // self._chunk))
        return shard, shard["clauses"][number % self._chunk]

    def texts(self, number: int) -> dict[str, str]:
        """The plain texts of a clause by field, those shared with its plan among them."""
        shard, record = self._where(number)
        rows = [record.get("rows", "")]
        for duty in record.get("duties", ()):
            rows += [plain(duty["do"]), duty.get("facts", "")]
        fields = {name: shard["texts"][at] for name, at in record.get("fields", {}).items()}
        own = {"heading": plain(record.get("heading", "")), "summary": plain(record.get("summary", ""))}
        return {**own, "duties": "\n".join(filter(None, rows)), **fields}

    def url(self, number: int) -> str:
        """Where the site has the clause."""
        return str(self._where(number)[1]["url"])


class ShardReader:
    """The index among the files of a site."""

    def __init__(self, files: Mapping[str, bytes], folder: str) -> None:
        """`files` by their name from the root of the site, the index in `folder` (with a slash at its end)."""
        self._shards = shards_in({name.removeprefix(folder).removesuffix(".js"): data for name, data in files.items()})
        self.root: dict[str, Any] = self._shards("root")
        self._numbers = remembered(self._read)

    def _read(self, key: tuple[str, str]) -> list[int]:
        family, term = key
        return numbers_of(term, family, self.root["postings"][family][drawer_of(term)], self._shards)

    def postings(self, family: str, term: str) -> Sequence[int]:
        """What is filed under a term or key."""
        return self._numbers((family, term))

    def holding(self, text: str) -> frozenset[int]:
        """Clauses that may hold a phrase in their own text."""
        rows = [frozenset(item // LEVELS for item in self.postings("p", term)) for term in phrase_terms(text)]
        return reduce(frozenset.__and__, rows) if rows else NOBODY

    def sharing(self, text: str) -> frozenset[int]:
        """Clauses whose plan may hold a phrase in what it shares with them."""
        rows = [frozenset(self.postings("s", term)) for term in phrase_terms(text)]
        frames = reduce(frozenset.__and__, rows) if rows else NOBODY
        return frozenset(clause for clause, frame in enumerate(self._frames()) if frame in frames)

    def _frames(self) -> Iterator[int]:
        """The number of what each clause shares with its plan."""
        newest = -1
        for back in read_numbers(self._shards("frames")):
            frame = newest + 1 - back
            newest = max(newest, frame)
            yield frame

    def _section(self, clause: int) -> tuple[ClauseReader, int]:
        """The section of a clause, and its number there."""
        for name, size in self.root["sections"]:
            if clause < size:
                return ClauseReader(name, self.root["chunk"], self._shards), clause
            clause -= size
        raise KeyError(clause)

    def texts(self, clause: int) -> dict[str, str]:
        """The plain texts of a clause by field."""
        section, number = self._section(clause)
        return section.texts(number)

    def url(self, clause: int) -> str:
        """Where the site has the clause."""
        section, number = self._section(clause)
        return section.url(number)

    def knows(self, word: str) -> bool:
        """Is a plain word of the lexicon found from its beginning?"""
        return is_word(word, self.root["words"], self._shards)

    def finds(self, text: str, clause: int) -> bool:
        """Does an exact question for a text lead to a clause that has it?"""
        sought = plain(text)
        texts = self.texts(clause)
        own = any(sought in value for name, value in texts.items() if name not in SHARED_FIELDS)
        if own:
            return clause in self.holding(sought)
        return clause in self.sharing(sought) and any(sought in texts.get(name, "") for name in SHARED_FIELDS)

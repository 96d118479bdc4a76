"""The written shards read back as the browser reads them: to check them at build, and for tests."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import reduce
from typing import Any, Final

from search.analyzer import plain, query_terms
from search.browser.codec import in_mask, key_number, read_numbers, read_script, read_steps
from search.browser.terms import LEVELS, phrase_terms
from search.document import SHARED_FIELDS

NOBODY: Final[frozenset[int]] = frozenset()


class ShardReader:
    """The index among the files of a site, shards read when they are first needed."""

    def __init__(self, files: Mapping[str, bytes], folder: str) -> None:
        """`files` by their name from the root of the site, the index in `folder` (with a slash at its end)."""
        self._files = files
        self._folder = folder
        self._shards: dict[str, Any] = {}
        self._lists: dict[str, list[int]] = {}
        self.root: dict[str, Any] = self.shard("root")
        self._common = {
            family: {term: at for at, (term, _) in enumerate(part["common"])}
            for family, part in self.root["postings"].items()
        }

    def shard(self, name: str) -> Any:
        """The data of a shard; KeyError when there is none of that name."""
        if name not in self._shards:
            self._shards[name] = read_script(self._files[f"{self._folder}{name}.js"])
        return self._shards[name]

    def postings(self, family: str, key: str) -> list[int]:
        """What is filed under a term or key."""
        name = family + key
        if name not in self._lists:
            at = self._common[family].get(key)
            part = f"-{at}" if at is not None else str(key_number(key) % self.root["postings"][family]["count"])
            self._lists[name] = read_steps(self.shard(family + part).get(key, ""))
        return self._lists[name]

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
        for back in read_numbers(self.shard("frames")):
            frame = newest + 1 - back
            newest = max(newest, frame)
            yield frame

    def texts(self, clause: int) -> dict[str, str]:
        """The plain texts of a clause by field, those shared with its plan among them."""
        chunk = self.shard(f"c{clause // self.root['chunk']}")
        record = chunk["clauses"][clause % self.root["chunk"]]
        rows = [record.get("rows", "")]
        for duty in record.get("duties", ()):
            rows += [plain(duty["do"]), duty.get("facts", "")]
        fields = {name: chunk["texts"][number] for name, number in record.get("fields", {}).items()}
        own = {"heading": plain(record.get("heading", "")), "summary": plain(record.get("summary", ""))}
        return {**own, "duties": "\n".join(filter(None, rows)), **fields}

    def url(self, clause: int) -> str:
        """Where the site has the clause."""
        record = self.shard(f"c{clause // self.root['chunk']}")["clauses"][clause % self.root["chunk"]]
        return str(record["url"])

    def knows(self, word: str) -> bool:
        """Is a plain word of the lexicon found from its beginning?"""
        words = self.root["words"]
        family, key = ("l", word[: words["long"]]) if len(word) > words["long"] else ("w", query_terms(word)[0])
        if not in_mask(words["masks"][family], key):
            return False
        rows = self.shard(f"{family}{key_number(key) % words['counts'][family]}")
        return any(word in row[4] for row in rows)

    def finds(self, text: str, clause: int) -> bool:
        """Does an exact question for a text lead to a clause that has it?"""
        sought = plain(text)
        texts = self.texts(clause)
        own = any(sought in value for name, value in texts.items() if name not in SHARED_FIELDS)
        if own:
            return clause in self.holding(sought)
        return clause in self.sharing(sought) and any(sought in texts.get(name, "") for name in SHARED_FIELDS)

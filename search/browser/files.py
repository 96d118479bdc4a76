"""All files of the search of a static site: the client, and the index in shards that are classic scripts.

A page opened from a disk may not fetch anything, so every shard calls `zerenkuShard(name, data)`. `root` is read first
and tells where everything else is: the lexicon (`w`, `l`), the postings of the clauses' own texts (`p`) and of what
their plans share (`s`, with `frames`), the clauses themselves (`c`), the facets (`f-…`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from importlib.resources import files
from typing import Final

from search.browser.codec import NumberWriter, script
from search.browser.facets import facet_shards
from search.browser.probes import check_probes
from search.browser.reader import ShardReader
from search.browser.records import CHUNK, record_shards
from search.browser.shards import posting_shards
from search.browser.sounds import SoundShards
from search.browser.tables import tables
from search.browser.terms import content_postings, frames
from search.browser.words import WordShards
from search.document import SearchDocument
from search.index import average_lengths
from search.lexicon import Lexicon
from search.schema import documents
from search.traditional import SIMPLIFIED
from search.words import gather_lexicon
from zerenku.catalogue.catalogue import Catalogue

FOLDER: Final = "assets/zerenku/search/"
CLIENT: Final = FOLDER + "client.js"
ROOT: Final = FOLDER + "root.js"
# Up to so many clauses every question is answered from all that fit, as `Searcher` does it; above, a page at a time.
WHOLE: Final = 1000
# In the order in which one builds on another.
MODULES: Final = (
    "analyse", "store", "postings", "lexicon", "records", "paths", "dates", "question", "ranking", "sounds", "cutting",
    "steps", "finding", "facets", "search",
)  # fmt: skip
# Doc comments are two fifths of the modules.
COMMENT: Final = re.compile(r"/\*\*.*?\*/ ?", re.DOTALL)


def browser_files(catalogue: Catalogue) -> dict[str, bytes]:
    """Every file by its name from the root of the site; same catalogue, same bytes.

    ProbeMissed when a question drawn from the catalogue does not lead to its clause.
    """
    found = documents(catalogue)
    lexicon = gather_lexicon(catalogue)
    shards = {f"{FOLDER}{name}.js": content for name, content in _shards(catalogue, found, lexicon)}
    check_probes(ShardReader(shards, FOLDER), found, lexicon)
    return {CLIENT: client_script(), **shards}


def client_script() -> bytes:
    """The modules of the client one after another, without their comments."""
    assets = files("search").joinpath("assets")
    code = "\n".join(assets.joinpath(f"{name}.js").read_text(encoding="utf-8") for name in MODULES)
    lines = (line.strip() for line in COMMENT.sub("", code).splitlines())
    return "".join(f"{line}\n" for line in lines if line and not line.startswith("//")).encode()


def _shards(catalogue: Catalogue, found: Sequence[SearchDocument], lexicon: Lexicon) -> Iterator[tuple[str, bytes]]:
    writer = NumberWriter()
    words, sounds = WordShards(lexicon), SoundShards(lexicon)
    own = posting_shards(content_postings(found), family="p", writer=writer)
    shared = frames(found)
    plans = posting_shards(shared.postings, family="s", writer=writer)
    root = {
        "size": len(found),
        "chunk": CHUNK,
        "whole": len(found) <= WHOLE,
        "lengths": average_lengths(tuple(found)),
        "words": words.head,
        "sounds": sounds.head,
        "postings": {"p": own.head, "s": plans.head},
        "tables": tables(writer),
    }
    yield "root", script("root", root)
    yield "frames", script("frames", writer.numbers(shared.steps_back()))
    yield "traditional", script("traditional", SIMPLIFIED)
    yield from (*words.files(), *sounds.files(), *own.files, *plans.files)
    yield from record_shards(found)
    yield from facet_shards(catalogue, found, writer)

"""All files of the search of a static site: the client, and the index in shards that are classic scripts.

A page opened from a disk may not fetch anything, so every shard calls `zerenkuShard(name, data)`. `root` is read first
and tells where everything else is: the lexicon (`w`, `l`), how its words sound (`n`, `h`), the postings of the clauses'
own texts (`p`) and of what their plans share (`s`, with `frames`), the clauses themselves (`c-…`), the facets (`f-…`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from importlib.resources import files
from typing import Any, Final

from search.browser.works import Work, write_index
from zerenku.catalogue.catalogue import Catalogue

FOLDER: Final = "assets/zerenku/search/"
CLIENT: Final = FOLDER + "client.js"
ROOT: Final = FOLDER + "root.js"
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
    found: dict[str, bytes] = {}

    def done(works: Sequence[Work]) -> Iterator[Any]:
        for work in works:
            made = work.make()
            found.update(made.files)
            yield made.head

    found.update(write_index(catalogue, done))
    return {CLIENT: client_script(), **{file_of(name): data for name, data in found.items()}}


def file_of(shard: str) -> str:
    """Where a shard lies, from the root of the site."""
    return f"{FOLDER}{shard}.js"


def client_script() -> bytes:
    """The modules of the client one after another, without their comments."""
    assets = files("search").joinpath("assets")
    code = "\n".join(assets.joinpath(f"{name}.js").read_text(encoding="utf-8") for name in MODULES)
    lines = (line.strip() for line in COMMENT.sub("", code).splitlines())
    return "".join(f"{line}\n" for line in lines if line and not line.startswith("//")).encode()

"""The page that shows the API: made from the declared operations when the server starts, with files of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib.resources import files
from typing import Final

from jinja2 import Environment, PackageLoader, StrictUndefined

from search.web.declaring import MANY, Operation
from search.web.openapi import ABOUT
from search.web.problems import KINDS

ASSETS: Final = "assets"
FILES: Final = (
    ("/api/page.css", "text/css; charset=utf-8", "page.css"),
    ("/api/page.js", "text/javascript; charset=utf-8", "page.js"),
)


def page_files(operations: Iterable[Operation]) -> Iterator[tuple[str, str, bytes]]:
    """(path, media type, bytes) of the page and of what it loads."""
    shelf = files("search.web") / ASSETS
    loader = PackageLoader("search.web", ASSETS)
    environment = Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    page = environment.get_template("page.html").render(
        about=ABOUT, operations=tuple(operations), kinds=KINDS, many=MANY
    )
    for path in ("/api", "/api/"):
        yield path, "text/html; charset=utf-8", page.encode()
    for path, media_type, name in FILES:
        yield path, media_type, (shelf / name).read_bytes()

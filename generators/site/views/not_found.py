"""The page for an address that the site does not have. It holds its own style and script, because a server shows it at
any depth; the script finds the root of the site, puts the search box in, and asks it for the words of the address.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from generators.site.policy import policy_with
from generators.site.trim import trim

PARTS: Final = Path(__file__).parent.parent / "not_found"
NAME: Final = "404.html"
WAYS: Final = (
    ("index.html", "首页"),
    ("plans/index.html", "方案"),
    ("departments/index.html", "部门"),
    ("duties.html", "全部责任"),
    ("enterprises/index.html", "企业义务"),
)


def not_found_page(*, published: frozenset[str], site_url: str, searchable: bool) -> bytes:
    """`404.html` for a site that has the pages `published`, by file; `site_url` ends with a slash or is empty."""
    style = (PARTS / "page.css").read_text(encoding="utf-8")
    script = (PARTS / "page.js").read_text(encoding="utf-8")
    environment = Environment(loader=FileSystemLoader(PARTS), autoescape=True, undefined=StrictUndefined)
    markup = environment.get_template("page.html.j2").render(
        policy=policy_with(script=script, style=style),
        style=Markup(style),  # noqa: S704 - our own files
        script=Markup(script),  # noqa: S704
        ways=[(name, label) for name, label in WAYS if name in published],
        folders=" ".join(sorted({name.partition("/")[0] for name in published if "/" in name})),
        site_url=site_url,
        searchable=searchable,
    )
    head, start, tail = markup.partition("<style>")
    style_part, end, body = tail.partition("</style>")
    # The hashes in the policy are of style and script exactly as they stand.
    return (trim(head).removesuffix("\n") + start + style_part + end + body).encode()

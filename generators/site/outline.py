"""The outline beside a page as markup: one maker for the theme of MkDocs and for poured pages."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Any

from generators.site.pages import OutlineItem


def outline_markup(title: str, target: str, children: Sequence[Any]) -> str:
    """An entry and those below it; `title` is HTML already, children have `title` (HTML), `id` and `children`."""
    below = "\n".join(outline_markup(item.title, item.id, item.children) for item in children)
    inner = f'\n<nav class="md-nav" aria-label="{title}">\n<ul class="md-nav__list">\n{below}\n</ul>\n</nav>'
    return (
        f'<li class="md-nav__item">\n<a href="#{target}" class="md-nav__link">'
        f'<span class="md-ellipsis">{title}</span></a>'
        f"{inner if below else ''}\n</li>"
    )


def page_outline(items: Sequence[OutlineItem]) -> str:
    """The entries of a page, ready for its shell."""
    return "\n".join(outline_markup(item.title, item.id, item.children) for item in map(escaped, items))


def escaped(item: OutlineItem) -> OutlineItem:
    """The entry with its plain titles made HTML on one line."""
    return OutlineItem(escape(" ".join(item.title.split())), item.id, tuple(map(escaped, item.children)))

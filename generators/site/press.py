"""Pages made whole: the article poured from its record, then poured into its shell."""

from __future__ import annotations

from collections.abc import Mapping

from generators.site.pages import SitePage
from generators.site.pour import Pourer
from generators.site.shell import Shell, ShellKind


class Press:
    """Makes the pages of one edition; needs a shell for the kind of every page that it is given."""

    def __init__(self, pourer: Pourer, shells: Mapping[ShellKind, Shell]) -> None:
        self._pourer, self._shells = pourer, shells

    def page(self, page: SitePage) -> bytes:
        """The file of a page."""
        if page.bare:
            return self._pourer.file(page)
        return self._shells[ShellKind.of(page)].pour(page, self._pourer.article(page))

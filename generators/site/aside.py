"""Large blocks of a page, laid aside while Jinja pours the rest and put in when that is done.

What Python sets (`tables`, `clauses`) is most of a page, and stands as `trim` leaves it. As a value it would be copied
by every macro and join on its way, gone through by `trim`, and made bytes of again on every page that shows it.
"""

from __future__ import annotations

import re
from typing import Final

from markupsafe import Markup

PLACE: Final = re.compile(rb"<!--(\d+)-->")
"""Where a block goes. Nothing else looks like this: texts are escaped, and templates have comments of their own."""


class Aside:
    """The blocks of the page that is being poured."""

    def __init__(self) -> None:
        self._blocks: list[list[bytes]] = []

    def begin(self) -> None:
        """Start a new page."""
        self._blocks = []

    def lay(self, block: str | list[bytes]) -> Markup:
        """Keep a block of whole lines, trimmed, as a text or in pieces.

        What stands for it is a line to itself; nothing stands for an empty block.
        """
        if not block:
            return Markup("")
        pieces = [block.encode()] if isinstance(block, str) else block
        pieces[-1] = pieces[-1].removesuffix(b"\n")
        self._blocks.append(pieces)
        return Markup(f"<!--{len(self._blocks) - 1}-->")  # noqa: S704 - a number

    def put_in(self, poured: str) -> list[bytes]:
        """What was poured, in pieces, every block in its place."""
        first, *rest = PLACE.split(poured.encode()) if self._blocks else [poured.encode()]
        pieces = [first]
        for number, after in zip(rest[::2], rest[1::2], strict=True):
            pieces += self._blocks[int(number)]
            pieces.append(after)
        return pieces

"""Where the site holds a clause: the one rule that pages, search and exports share. Read off the anchor alone.

The body of a plan is one page, each attachment with clauses another: `qinghe-2030/4-2-p1` lies on
`plans/qinghe-2030.html`, `qinghe-2030/fj2-1-3-d1` on `plans/qinghe-2030/fj2.html`.
"""

from __future__ import annotations

import re
from typing import Final

# The first part of an anchor under an attachment, as `model.path.anchor_of` makes it.
ATTACHMENT: Final = re.compile(r"fj\d*(?:x\d+)?")


def page_of(anchor: str) -> str:
    """The page of a clause, duty or report by its full anchor: from the root of the site, without suffix."""
    plan, _, fragment = anchor.partition("/")
    if not fragment.startswith("fj"):
        return f"plans/{plan}"
    first = fragment.partition("-")[0]
    return f"plans/{plan}/{first}" if ATTACHMENT.fullmatch(first) else f"plans/{plan}"


def address_of(anchor: str) -> str:
    """Page and place on it, from the root of the site: `plans/qinghe-2030.html#4-2-p1`."""
    return f"{page_of(anchor)}.html#{anchor.partition('/')[2]}"

"""有附件的公文，在正文之后、署名之前写“附件：”，列出顺序号和名称（GB/T 9704—2012 之 7.3.4）。

通过：附件：1.统计表　2.联系表　不通过：后面附了八个附件，正文之后没有附件说明
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from zerenku.linter.paper import Flaw, Paper
from zerenku.model.finding import Severity

ID: Final = "attachment-unnamed"
SEVERITY: Final = Severity.WARNING
CERTAINTY: Final = "高"
NOTE: Final = re.compile(r"\n附件[：:][^\n。]{4,60}\n")
"""A note that names an attachment, though its title was not read as one."""


def check(paper: Paper) -> Iterator[Flaw]:
    """Attachments that no 附件说明 lists; one flaw, at the first of them."""
    parts = paper.outline.attachments
    noted = paper.noted
    if len(parts) <= len(noted) or len(noted) < len(paper.head.noted_attachments):
        return
    first = parts[len(noted)]
    if not noted and NOTE.search(paper.folded, paper.start, first.start):
        return
    end = paper.text.find("\n", first.start)
    names = first.no if len(parts) - len(noted) == 1 else f"{first.no}至{parts[-1].no}"
    text = f"有{names}，正文之后没有附件说明" if not noted else f"附件说明只列了 {len(noted)} 个，没有{names}"
    yield Flaw(first.start, end if end >= 0 else first.end, text, "在正文之后写“附件：1.…”")

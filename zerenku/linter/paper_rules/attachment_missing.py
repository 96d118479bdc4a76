"""文中提到、附件说明列出的附件，应当附在后面。

通过：附件：1.统计表，后有附件1　不通过：正文写“见附件3”，后面只有附件1、附件2
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from zerenku.linter.paper import Flaw, Paper
from zerenku.model.finding import Severity
from zerenku.text.numbers import read_han

ID: Final = "attachment-missing"
SEVERITY: Final = Severity.WARNING
CERTAINTY: Final = "高"
NAMED: Final = re.compile(
    r"(?:（|〔|见|按照?|填写|填报|报送|对照|参照)"
    r"附件\ ?(?P<no>\d{1,2}|[一二三四五六七八九十]{1,2})?(?=[）〔（，。、的中要所]|$)"
)
LABEL: Final = re.compile(r"^附件\ ?\d{0,2}$", re.MULTILINE)


def check(paper: Paper) -> Iterator[Flaw]:
    """Titles of the 附件说明 without an attachment, then numbers named in the text that no attachment has."""
    # A paper whose date is still blank ends for the reader with its attachments: their labels stand there all the same.
    held = len(paper.outline.attachments) or len(set(LABEL.findall(paper.folded, paper.start, paper.end)))
    noted = paper.noted
    if len(noted) > held:
        missing = noted[held] if held else noted[0]
        names = "、".join(f"《{item.value}》" for item in noted[held:])
        text = f"附件说明列了 {len(noted)} 个附件，后面只有 {held} 个，未见{names}"
        yield Flaw(missing.start, missing.end, text, "附上附件，或改附件说明")
        return
    numbers = {int(digits) for part in paper.outline.attachments if (digits := part.no.removeprefix("附件"))}
    for match in NAMED.finditer(paper.folded, paper.start, paper.end):
        if paper.part_at(match.start()) or paper.folded[match.start() - 1] in "》号":
            continue
        number = _number(match["no"])
        beyond = number is not None and (number not in numbers if numbers else number > held)
        if held == 0 or beyond:
            name = f"附件{match['no'] or ''}"
            yield Flaw(match.start(), match.end(), f"文中提到“{name}”，后面没有", "附上附件，或删去提法")
            return


def _number(written: str | None) -> int | None:
    if not written:
        return None
    return int(written) if written.isdigit() else read_han(written)

"""加盖印章的公文，发文机关署名在成文日期之上、以成文日期为准居中；署名太长时右边到版心边为止。
几家联合行文、署名排成一行的，以最后一家为准。不加盖印章的，署名右空二字，日期比它长时改为日期右空二字。

通过：与日期居中　不通过：顶格
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from zerenku.model.finding import Severity
from zerenku.proof.paper import Paper, Role
from zerenku.proof.places import NEAR, em, room_right
from zerenku.proof.signatures import names_over, over_date, sealed_middle, unsealed
from zerenku.proof.values import text_width
from zerenku.proof.verdict import Case, Measure, judge

ID: Final = "layout-signature-place"
TITLE: Final = "署名位置"
CLAUSE: Final = "7.3.5.1、7.3.5.2"
REQUIRED: Final = "以成文日期为准居中（加盖印章），或右空二字（不盖章）"
ADVICE: Final = "署名段落右对齐，调整右缩进使它与日期的中线对齐；不用空格推位置"
SEVERITY: Final = Severity.WARNING


def check(paper: Paper) -> Measure | None:
    """Where each name stands beside the date under it."""
    return judge(_cases(paper))


def _cases(paper: Paper) -> Iterator[Case]:
    for index, date in paper.placed(Role.DATE):
        names = names_over(paper, index)
        loose = unsealed(paper, index)
        for order, name in enumerate(names):
            room, unit = room_right(paper, name), em(name)
            if loose:
                fits = order > 0 or room >= (2 - NEAR) * unit
                yield Case(name.text, f"不盖章，右空 {room / unit:.3g} 字", fits)
                continue
            off = room + text_width(over_date(name), name.look) / 2 - sealed_middle(date)
            long = room <= unit / 2 and off >= 0
            shown = "与日期居中" if abs(off) <= unit else f"偏{'左' if off > 0 else '右'} {abs(off) / unit:.1f} 字"
            yield Case(name.text, shown, abs(off) <= unit or long)

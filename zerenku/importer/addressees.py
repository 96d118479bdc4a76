"""主送: the line that names to whom a paper goes, and the addressees on it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from zerenku.importer.lines import Line, is_noise, squash
from zerenku.model.outline import Found
from zerenku.text.names import is_body

ADDRESSED: Final = re.compile(r"各|、|，|单位|部门|政府|局|委|企业|办|公司|街道|厅|处|中心|会")
BARE_KINDS: Final = frozenset(
    ("局", "办", "所", "站", "委", "处", "室", "科", "队", "中心", "科室", "站所", "公司", "街道", "场")
)
LEVELS: Final = re.compile(r"各(?:自治)?[市县区旗州](?:、(?:自治)?[市县区旗州])*")
"""各县、市、区水利局: the levels of one kind of addressee; 区直各单位 after them is another."""
ON_A_LEVEL: Final = re.compile(r"(?:自治)?[市县区旗州](?![直级属]|.*(?:成员单位|部门)$)")
KIND_ENDS: Final = frozenset("局办所站委处室科心司部会")
REACH: Final = 400
"""How many lines before the first clause are looked at for the head; page menus can be long."""


def address_row(lines: Sequence[Line], first: int, until: int) -> int | None:
    """主送: the first line that ends in a colon and names bodies, before the first sentence that does not."""
    for row in range(first, min(until, first + REACH)):
        text = lines[row].text.rstrip()
        if text[-1] not in "：:" or len(text) > REACH or is_noise(lines[row]) or "。" in text:
            continue
        if (
            ADDRESSED.search(text)
            and not re.search(r"如下|以下|通知[:：]|要求[:：]|意见[:：]|方案[:：]|文号|附件", text)
            and len(text) > 2
        ):
            return row if not re.match(r"(?:发布|发文|印发|制发)?(?:机构|机关|单位|部门)[:：]", squash(text)) else None
    return None


def addressees_of(line: Line) -> tuple[Found[str], ...]:
    """The addressees of a 主送 line, apart; 各单位和相关部门 are two, 机关各局、办、中心 are one."""
    found: list[Found[str]] = []
    depth, start = 0, 0
    text = line.text.rstrip("：: ")
    for index, char in enumerate(text + "，"):
        depth += (char in "（(") - (char in "）)")
        if depth <= 0 and (char in "，、；," or (char == "和" and re.match(r"和(?:各|有关|相关)", text[index:]))):
            begin = start
            if found and text[start - 1] == "、" and _runs_on(found[-1].value, text[start:index].strip()):
                begin = found.pop().start - line.start
            name = text[begin:index].strip()
            if name:
                found.append(Found(name, line.start + begin, line.start + index))
            start = index + 1
    return tuple(found)


def _runs_on(former: str, name: str) -> bool:
    """Whether a 、 stands inside one name: after 各局 a bare kind of body (办), after 各县 another level, after a
    kind cut short (农、林场; 各建设、施工单位), between 党委 and 政府.
    """
    if former.endswith(("党委", "党工委")):
        return name.startswith(("政府", "人民政府", "办事处", "管委会"))
    if former.endswith("委") and name in {"政府", "人民政府"}:
        return True
    if LEVELS.fullmatch(former) and ON_A_LEVEL.match(name):
        return True
    if former.startswith("各") and not is_body(former.rpartition("、")[2]) and not name.startswith("各"):
        return True
    return (name in BARE_KINDS and former[-1:] in KIND_ENDS) or (former[-1:] in "农林牧渔" and name[-1:] in "场区站")

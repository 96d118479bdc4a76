"""说几个方面、几类、几项，就列几项；数目对不上，多半是增删时漏改了数。

通过：抓好“水、电、气”三个方面　不通过：抓好制度、责任、培训和演练等三个方面；分四个阶段进行，下面只列三个
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from zerenku.linter.paper import Flaw, Paper
from zerenku.linter.rows import Row, rows
from zerenku.model.finding import Severity
from zerenku.model.numerals import int_to_chinese
from zerenku.text.numbers import read_number

ID: Final = "count-differs"
SEVERITY: Final = Severity.WARNING
CERTAINTY: Final = "中"
_N: Final = r"(?P<n>[2-9]|1\d|[二两三四五六七八九十]|十[一二三四五六])"
_KINDS: Final = "方面|环节|领域|类|阶段|要素|步骤|层面|种|行业|部门|单位|场所|区域|制度|机制|工作组|小组"
_ITEMS: Final = "项(?:指标|任务|工作|措施|内容|要求|行动|工程)"
LISTED: Final = re.compile(
    rf"(?P<list>[^，。；：！？\n（）“”]{{4,120}}、[^，。；：！？\n（）“”]{{2,40}}?)"
    rf"等\ ?{_N}\ ?(?:个|大|家)?(?:重点|主要|关键)?(?:{_KINDS}|项)"
)
# Without 等 the list is whole. Words of doing inside an item mean that it began further on.
WHOLE: Final = re.compile(
    rf"(?P<list>[^，。；：！？\n（）、]{{2,16}}(?:、[^，。；：！？\n（）、]{{1,10}}){{1,9}})"
    rf"\ ?(?<![第等数])(?<!\d){_N}\ ?(?:个|大|家)?(?:重点|主要|关键)?(?:{_KINDS}|{_ITEMS})"
)
# 责任、措施、资金、时限、预案“五落实”: each item is one of the five.
SUM: Final = re.compile(rf"“{_N}(?:个)?[\u4e00-\u9fff]{{1,3}}”")
BEFORE: Final = re.compile(r"(?P<list>[^，。；：！？\n（）“”、]{2,12}(?:、[^，。；：！？\n（）“”、]{1,12}){2,9})$")
REACH: Final = 90
"""A list ends so many characters after it began."""
FEW: Final = 3
MANY: Final = 4
"""等 after so many items, and a count of one more: the list was meant to be whole."""
DOING: Final = re.compile(
    "开展|进行|落实|抓|查|做|的|在|对|加强|围绕|突出|等|实行|组织|按|分|为|及|和|与|或|每|各|[以]?[上下]"
)
INLINE: Final = re.compile(rf"{_N}\ ?(?:个|项|大|类|种|条)[^，。；：\n]{{1,12}}[^，。；：\n]{{0,8}}[：:，]\ ?一是")
HEADED: Final = re.compile(
    rf"(?<![第\d]){_N}\ ?(?:大?类|大|个|项)(?:重点|主要|具体|专项)?(?P<thing>[\u4e00-\u9fff]{{2}})"
)
AHEAD: Final = re.compile(rf"(?:[以如]下|下[列面])\ ?{_N}\ ?(?:个|项|大|类|种|条|点)[^。；：\n]{{0,16}}[：:。]?\s*$")
ANNOUNCED: Final = re.compile(rf"(?<![第\d]){_N}\ ?(?:大?类|种|个方面|项|条)[^，。；：\n]{{0,12}}[：:]\s*$")
# 重点抓好六项工作。 and no more before the first of them.
PROMISED: Final = re.compile(
    r"(?:抓好|做好|开展|分为|围绕|实施|推进|突出|落实|完成|聚焦|采取)[^，。；：\n]{0,8}?(?<![第\d])"
    rf"{_N}\ ?(?:个|项|大|类|种|条)"
    r"(?:重点|主要|具体|专项)?(?:方面|工作|任务|行动|工程|措施|环节|领域|重点|内容)[^，。；：\n]{0,4}[。：:]\s*$"
)
THINGS: Final = frozenset("方面 阶段 步骤 任务 行动 工程 工作 措施 环节 机制 制度".split())
STAGED: Final = re.compile(rf"分\ ?(?:为|成)?\ ?{_N}\ ?个?(?:阶段|步骤|步)(?:进行|实施|推进|开展)?")
AND: Final = re.compile("以及|[和与及]")


def check(paper: Paper) -> Iterator[Flaw]:
    """Counts beside a list joined by 、, before 一是…二是…, and in headings above marked pieces."""
    yield from _lists(paper)
    yield from _whole_lists(paper)
    yield from _inline(paper)
    yield from _headings(paper)


def _lists(paper: Paper) -> Iterator[Flaw]:
    """等N个方面 may leave some out, but cannot stand behind more than N; “N落实” sums up what stands before it."""
    for match in LISTED.finditer(paper.folded, paper.start, paper.end):
        count, said = _listed(match["list"]), _value(match["n"])
        if said is not None and (count > said or count == said - 1 >= MANY):
            text = f"说是 {said} 项，列了 {count} 项"
            yield Flaw(match.start("list"), match.end(), text, "核对数目")
    for match in SUM.finditer(paper.folded, paper.start, paper.end):
        before = BEFORE.search(paper.folded, max(paper.start, match.start() - REACH), match.start())
        count, said = _listed(before["list"]) if before else 0, _value(match["n"])
        if before and said is not None and abs(count - said) == 1:
            text = f"说是 {said} 项，列了 {count} 项"
            yield Flaw(before.start("list"), match.end(), text, "核对数目")


def _listed(said: str) -> int:
    """How many items a list has; 和 before the last joins two, if they are as long as each other."""
    items = said.split("、")
    last = AND.split(items[-1])
    joined = len(last) == 2 and min(map(len, last)) >= 2 and not any(AND.search(item) for item in items[1:-1])
    return len(items) + (joined and abs(len(last[0]) - len(last[1])) <= 2)


def _whole_lists(paper: Paper) -> Iterator[Flaw]:
    """甲、乙两类 names both, neither more nor fewer."""
    for match in WHOLE.finditer(paper.folded, paper.start, paper.end):
        items = re.sub("(?:这|共|以上|上述|主要)$", "", match["list"]).split("、")
        said = _value(match["n"])
        quoted = "“" in items[0] and items[-1].endswith("”")
        if said is None or "等" in items[0] or not all(items):
            continue
        if not quoted and any(DOING.search(item) for item in items[1:]):
            continue
        count = _alike(items) or len(items)
        if abs(said - count) == 1:
            text = f"说是 {said} 项，列了 {count} 项"
            yield Flaw(match.start("list"), match.end(), text, "核对数目")


def _alike(items: list[str]) -> int:
    """How many items end like the last, if three do: 学校、幼儿园保安配备率、警报安装率 are rates."""
    count = sum(item.endswith(items[-1][-1]) for item in items)
    return count if count >= FEW else 0


def _inline(paper: Paper) -> Iterator[Flaw]:
    for match in INLINE.finditer(paper.folded, paper.start, paper.end):
        piece = paper.piece_at(match.start())
        stop = min(paper.folded.find("\n", match.end()) % (paper.end + 1), piece.end if piece else paper.end)
        number, at = 1, match.end()
        while number < 20:
            found = re.compile(rf"(?:[，。；：]|^)\ ?{int_to_chinese(number + 1)}是").search(paper.folded, at, stop)
            if found is None:
                break
            number, at = number + 1, found.end()
        said = _value(match["n"])
        if said is not None and said != number:
            text = f"说是 {said} 项，下面列到“{int_to_chinese(number)}是”"
            yield Flaw(match.start(), match.end(), text, "核对数目")


def _headings(paper: Paper) -> Iterator[Flaw]:
    below = {row.parent: row for row in rows(paper)}
    for piece in paper.pieces:
        row = below.get(piece.path.elements)
        if row is None:
            continue
        text, heading = paper.own_text(piece), piece.heading or ""
        staged = STAGED.search(text) or AHEAD.search(text) or ANNOUNCED.search(text) or PROMISED.search(text)
        if staged:
            yield from _against(piece.body, staged, row)
        elif len(HEADED.findall(heading)) == 1:
            match = HEADED.search(heading)
            if match and ("类" in match[0] or match["thing"] in THINGS):
                yield from _against(paper.text.find(heading, piece.start), match, row)


def _against(base: int, match: re.Match[str], row: Row) -> Iterator[Flaw]:
    said, count = _value(match["n"]), len(row.items)
    if said is not None and said != count and count > 1:
        marks = f"{row.items[0].piece.written.strip()}至{row.items[-1].piece.written.strip()}"
        text = f"说是 {said} 项，下面有 {count} 项（{marks}）"
        yield Flaw(base + match.start(), base + match.end(), text, "核对数目")


def _value(written: str) -> int | None:
    value = read_number(written)
    return int(value) if value is not None else None

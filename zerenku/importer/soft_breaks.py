"""Where a text that lost its line breaks would have them: in its head, round signatures, round attachments."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import Final

from zerenku.importer.paper_words import AFTER_CODE, DAY, KINDS, NUMBER

LONG_TITLE: Final = 120
HEAD_REACH: Final = 600
SIGNATURE_REACH: Final = 160
LONG_SIGNATURE: Final = 40
RUN_IN_SIGNATURE: Final = re.compile(
    rf"(?<=[。！）])[^。，；：！？（）《》\d]{{3,40}}?{DAY}(?![前底起至以之，、）]|[^，。]{{0,4}}印发)"
)
RUN_IN_DAY: Final = re.compile(
    rf"(?<=[局委会府室部组院办处厅队站心所班司校]) *{DAY}(?= *(?:$|[（(](?:此件|联系|公开|印章|盖章)|附 ?[件表]|抄"
    rf"|主题词|[^。；，：！？]{{4,60}}?(?:{KINDS})))(?![^。，]{{0,4}}印发)"
)
"""A signing date that a signature precedes, and nothing but the paper's end, an attachment or a title follows."""
UNSIGNED_DAY: Final = re.compile(
    rf"(?<=[。！])(?P<day> *{DAY}) *(?P<title>[^。；，：！？]{{4,60}}?(?:{KINDS}))(?= *(?:一、|第一|为|根据|按照|深入))"
)
"""A signing date without a signature, between the notice and the title of the plan."""
BEFORE_SIGNATURE: Final = re.compile(rf".*(?:[。！；）》]|{KINDS}|电话[:：]? *[\d-]+)(?=[^。，；：《》（）]{{4,}}$)")
RUN_IN_ANNEX: Final = re.compile(
    rf"(?:(?<=[。！；）\d])|(?<=日)|^|(?<= )) *附 ?件 ?(?P<no>\d{{0,2}})(?P<colon>[:：]?) *"
    rf"(?P<title>[^。；，：]{{2,60}}?(?:{KINDS})(?:（[^（）]{{1,20}}）)?)"
    r"(?= *(?:一、|（一）|1[.、]|第一|序号|为|根据|按照|填|单位|名称|[\u4e00-\u9fff]{2,8}[:：]))"
)
TABLE_HEAD: Final = re.compile(r"(?:(?<= )|^)序号 (?P<names>(?:[^ \d。，；：]{2,12} ){2,8})(?=1 )")
OWNERS_COLUMN: Final = re.compile("单位|部门|科室|主体")
LONGEST_TABLE: Final = 20_000
CELL: Final = re.compile("[^ ]+")
NUMBERED_ANNEX: Final = re.compile(r"附 ?件 ?(?P<no>\d{1,2}) *(?=[^\d、，。；：）〕和与及至-])")
LISTED_ANNEX: Final = re.compile(r"(?<!\d)(?P<no>\d{1,2})[.、] ?")
SAME_TITLE: Final = 6
"""So many characters that a list of attachments and an attachment have in common make one title."""
ANNOUNCED: Final = re.compile(rf"《(?P<title>[^《》]{{4,60}}(?:{KINDS}))》")
NOTED: Final = re.compile(r"(?<=[。！；）]) *附件[:：]")
TITLE_WITH_ADDRESS: Final = re.compile(
    r"[^。；：]{6,110}?的(?:紧急)?(?:通知|通告|公告)(?=(?:各|[^。；：，、“》]{2,24}[，、]?各)[^。；：]{1,200}：$)"
)
"""A title that the 主送 follows on its line: printed on paper it fills the line, and nothing tells them apart."""
RUN_IN_TITLE: Final = re.compile(
    r"[^。；：]{4,90}?的(?:紧急)?(?:通知|通告|公告)(?![》〉的和等要精])"
    rf"|[^。；：]{{4,90}}?(?:{KINDS})》?(?!的)"
    r"(?= *(?:各|为|根据|按照|依据|深入|认真|[\u4e00-\u9fff]{0,6}人民政府|第一|一、|$))"
)
TITLE_ENDS: Final = re.compile(r"的 ?(?:紧 ?急 ?)?(?:通 ?知|通 ?告|公 ?告)(?! ?[》〉的和等要精])")
ADDRESS: Final = re.compile(r" *(?:各|(?!现将|为|根据|按照|依据)[^。；：《》\d]{1,60}[，、]各)[^。；：《》]{0,240}：")
BEFORE_TITLE: Final = re.compile(
    r"[】>｜|━─。；：〕][ 】]*|-+ ?\d{1,3} ?-+ *| {2,}"
    r"|(?:打印|关闭|收藏|分享到?|微信|微博|正文|\d ?[次期号]|大 ?中 ?小) *"
)
"""What ends the menus, page numbers and other words in front of a title."""
SPREAD: Final = re.compile(r"(?:[\u4e00-\u9fff] ){2}$")
BRACKETED_NUMBER: Final = re.compile(rf"（{NUMBER.pattern}）")


def soft_breaks(folded: str) -> list[int]:
    """Offsets at which the lines of one long line would begin: 文号, title, 主送, each signature with its date."""
    cuts = _breaks_in_head(folded)
    for match in RUN_IN_SIGNATURE.finditer(folded):
        cuts |= {match.start(), match.end()}
        title = RUN_IN_TITLE.match(folded, match.end(), match.end() + 90)
        cuts |= {title.end()} if title else set()
    cuts |= _table_breaks(folded)
    for match in UNSIGNED_DAY.finditer(folded, 0, HEAD_REACH):
        cuts |= {match.start(), match.end("day"), match.end()}
    kept = [0]
    for cut in sorted(cuts | _breaks_at_end(folded)):
        # Blanks close a line, none begins with them or has nothing else.
        start = len(folded) - len(folded[cut:].lstrip(" "))
        if folded[kept[-1] : start].strip() and start < len(folded) and start > kept[-1]:
            kept.append(start)
    return kept[1:]


def _breaks_in_head(folded: str) -> set[int]:
    """Round the 文号, the title before or behind it, and the 主送."""
    number = _own_number(folded)
    cuts: set[int] = set()
    if number is not None:
        begin, end = number
        cuts |= {begin, end}
        title = _last_title(folded, begin)
        cuts |= set(title) if title else set()
        colon = folded.find("：", end, end + HEAD_REACH)
        if colon > 0 and "。" not in folded[end:colon]:
            cuts.add(colon + 1)
            plain = RUN_IN_TITLE.match(folded, end, colon)
            cuts |= {plain.end()} if plain else set()
    for match in TITLE_ENDS.finditer(folded, 0, HEAD_REACH):
        address = ADDRESS.match(folded, match.end())
        if address:
            return cuts | {_title_start(folded, match.start()), match.end(), address.end()}
        if "。" in folded[: match.start()]:
            break
    if number is None and (address := ADDRESS.match(folded)):
        cuts.add(address.end())
    return cuts


def _own_number(folded: str) -> tuple[int, int] | None:
    """Where the paper's own 文号 stands, without the words in front of its code; behind a table of the web page that
    names it as well, the last one.
    """
    own = [match for match in NUMBER.finditer(folded, 0, HEAD_REACH) if _is_own_number(folded, match)]
    same = [match for match in own if match.group("year", "no") == own[0].group("year", "no")]
    if not same or folded.count("《", 0, same[0].start()) != folded.count("》", 0, same[0].start()):
        return None
    match = next((item for item in reversed(same) if "。" not in folded[: item.start()]), same[0])
    bracketed = BRACKETED_NUMBER.match(folded, match.start() - 1) if match.start() else None
    if bracketed:
        return bracketed.start(), bracketed.end()
    begin = match.end("code") - len(AFTER_CODE.sub("", match["code"]) or match["code"])
    before = folded[:begin]
    # 412次甲发, 通 知甲发, 委 员 会甲发: one character more belongs to the words before the code.
    stray = (before[-1:].isdigit() and folded[begin] in "次期") or SPREAD.search(before) or before.endswith("通 ")
    return begin + bool(stray), match.end()


def _is_own_number(folded: str, match: re.Match[str]) -> bool:
    """Not one in a bracket behind a cited title; one in a bracket behind the paper's own title is."""
    before = folded[match.start() - 1] if match.start() else ""
    if before == "（":
        return folded[: match.start() - 1].rstrip(" ").endswith(("通知", "通告")) and folded[match.end()] == "）"
    return before != "《" and (before != "》" or AFTER_CODE.match(match["code"]) is not None)


def _last_title(folded: str, until: int) -> tuple[int, int] | None:
    """The last title that ends before `until`, the number that stands below it."""
    match = None
    for match in TITLE_ENDS.finditer(folded, 0, until):  # noqa: B007 - the last one is wanted
        pass
    return (_title_start(folded, match.start()), match.end()) if match else None


def _title_start(folded: str, end: int) -> int:
    """Where the title whose last words begin at `end` begins: behind the last thing that no title has."""
    start = 0
    for match in BEFORE_TITLE.finditer(folded, max(0, end - LONG_TITLE), end):
        if folded.count("《", match.end(), end) >= folded.count("》", match.end(), end):
            start = match.end()
    return start


def _breaks_at_end(folded: str) -> set[int]:
    """The same around a signature that no stop precedes (a list of attachments does), and around each attachment."""
    cuts: set[int] = set()
    for announced in ANNOUNCED.finditer(folded, 0, HEAD_REACH):
        title, at = announced["title"], folded.find(announced["title"], announced.end())
        while at >= 0:
            begins = folded[:at].rstrip(" ").endswith(("。", "！", "；", "）", "日"))
            cuts |= {at, at + len(title)} if begins else set()
            at = folded.find(title, at + len(title))
    for match in RUN_IN_DAY.finditer(folded):
        begin = max(0, match.start() - SIGNATURE_REACH)
        before = BEFORE_SIGNATURE.match(folded[begin : match.start()])
        if before:
            start = begin + before.end()
            cuts |= {start, match.end()}
            cuts |= {match.start()} if match.start() - start > LONG_SIGNATURE else set()
            title = RUN_IN_TITLE.match(folded, match.end(), match.end() + 90)
            cuts |= {title.end()} if title and not folded.startswith("附", match.end()) else set()
    if "附" in folded:
        for match in RUN_IN_ANNEX.finditer(folded):
            cuts |= {folded.index("附", match.start()), match.end()}
        cuts |= {match.end() - len("附件：") for match in NOTED.finditer(folded)}
        cuts |= set(_listed_annexes(folded))
    return cuts


def _table_breaks(folded: str) -> set[int]:
    """Round the rows of a table of owners whose cells stand apart by blanks, as many in every row as in its head."""
    cuts: set[int] = set()
    for head in TABLE_HEAD.finditer(folded) if "序号" in folded else ():
        if not OWNERS_COLUMN.search(head["names"]):
            continue
        width = 1 + len(head["names"].split())
        cells = CELL.finditer(folded, head.end(), head.end() + LONGEST_TABLE)
        starts = [head.start()]
        for number, row in enumerate(zip(*[cells] * width, strict=False), start=1):
            if row[0][0] != str(number):
                break
            starts += [row[0].start(), row[-1].end()]
        cuts |= set(starts) if len(starts) > 1 else set()
    return cuts


def _listed_annexes(folded: str) -> Iterator[int]:
    """Where attachments begin and where their titles end, which the list of attachments (1.甲表 2.乙表) has, too."""
    listed: dict[tuple[str, str], int] = {}
    for item in LISTED_ANNEX.finditer(folded):
        listed.setdefault((item["no"], folded[item.end() : item.end() + SAME_TITLE]), item.end())
    for label in NUMBERED_ANNEX.finditer(folded):
        title = folded[label.end() : label.end() + LONG_TITLE]
        above = listed.get((label["no"], title[:SAME_TITLE]), label.start())
        if above + SAME_TITLE <= label.start() and len(title) >= SAME_TITLE:
            both = zip(folded[above : min(above + LONG_TITLE, label.start())], title, strict=False)
            yield from (label.start(), label.end() + sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], both)))

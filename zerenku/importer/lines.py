"""The lines of a normalised text and what kind each is: labels of attachments, signatures, imprint, page noise."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from zerenku.text.fold import fold

ARABIC_DAY: Final = r"[12]\d{3} ?年 ?\d{1,2} ?月 ?\d{1,2} ?日"
HAN_DAY: Final = r"[一二][〇○零OoO0一二三四五六七八九]{3}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日"
DAY: Final = f"(?:{ARABIC_DAY}|{HAN_DAY})"
BLANK_DAY: Final = r"(?:[12]\d{3})? *年 *(?:\d{1,2})? *月 *(?:\d{1,2})? *日"
"""A date of which a number or all are left for the pen."""
BLANK_DATE_LINE: Final = re.compile(BLANK_DAY)
DATE_LINE: Final = re.compile(rf"[（(]?{DAY}[）)]?|[12]\d{{3}}[-./]\d{{1,2}}[-./]\d{{1,2}}")
SIGNED_DATE: Final = re.compile(rf"(?P<sign>[^。，；：！？\d]{{4,80}}?) *(?P<date>{DAY})")
KINDS: Final = (
    "通知|方案|计划|意见|办法|规定|细则|要点|措施|通报|公告|纪要|决定|制度|规程|标准|导则|指南|政策|规划|条例|预案"
    "|清单|责任分工|任务分工|一览表|名单|表|目录|手册|台账"
)
NUMBER: Final = re.compile(
    r"(?P<code>[\u4e00-\u9fffA-Z]{1,40}) *[〔（] *(?P<year>(?:19|20)\d{2}) *[〕）] *(?P<nth>第?) *(?P<no>\d{1,4}) *号"
)
AFTER_CODE: Final = re.compile(
    r".*(?:通知|方案|计划|意见|办法|规定|细则|要点|文件|决定|通报|(?:局|委员会|政府|指挥部|小组|办公室)(?=[^局会府]{2,7}$))"
)
LONG_LINE: Final = 600
LONG_TITLE: Final = 120
HEAD_REACH: Final = 600
SIGNATURE_REACH: Final = 160
LONG_SIGNATURE: Final = 40
RUN_IN_SIGNATURE: Final = re.compile(
    rf"(?<=[。！）])[^。，；：！？（）《》\d]{{3,40}}?{DAY}(?![前底起至以之，、）]|[^，。]{{0,4}}印发)"
)
RUN_IN_DAY: Final = re.compile(
    rf"(?<=[局委会府室部组院办处厅队站心办所]) *{DAY}(?= *(?:$|[（(](?:此件|联系|公开|印章|盖章)|附 ?[件表]|抄|主题词"
    rf"|[^。；，：！？]{{4,60}}?(?:{KINDS})))(?![^。，]{{0,4}}印发)"
)
"""A signing date that a signature precedes, and nothing but the paper's end, an attachment or a title follows."""
BEFORE_SIGNATURE: Final = re.compile(rf".*(?:[。！；）》]|{KINDS}|电话[:：]? *[\d-]+)(?=[^。，；：《》（）]{{4,}}$)")
RUN_IN_ANNEX: Final = re.compile(
    rf"(?:(?<=[。！；）\d])|(?<=日)|^|(?<= )) *附 ?件 ?(?P<no>\d{{0,2}})(?P<colon>[:：]?) *"
    rf"(?P<title>[^。；，：]{{2,60}}?(?:{KINDS})(?:（[^（）]{{1,20}}）)?)"
    r"(?= *(?:一、|（一）|1[.、]|第一|序号|为|根据|按照|填|单位|名称|[\u4e00-\u9fff]{2,8}[:：]))"
)
ANNOUNCED: Final = re.compile(rf"《(?P<title>[^《》]{{4,60}}(?:{KINDS}))》")
NOTED: Final = re.compile(r"(?<=[。！；）]) *附件[:：]")
RUN_IN_TITLE: Final = re.compile(
    r"[^。；：]{4,90}?的(?:紧急)?(?:通知|通告|公告)(?![》〉的和等要精])"
    rf"|[^。；：]{{4,90}}?(?:{KINDS})》?(?!的)"
    r"(?= *(?:各|为|根据|按照|依据|深入|认真|[\u4e00-\u9fff]{0,6}人民政府|第一|一、|$))"
)
TITLE_END: Final = re.compile(rf"(?:{KINDS})》?(?:[（(][^（）()]{{1,20}}[）)]+)?$")
LABEL: Final = re.compile(
    r"附 *(?P<kind>件|表|录|图)? *(?P<no>\d{1,2}|[一二三四五六七八九十]{1,2})?(?:-\d{1,2})?"
    r" *(?P<stop>[：:、.]|$| +|(?=[《“\u4e00-\u9fff])) *(?P<title>.*)"
)
LISTED: Final = re.compile(r" *(?P<no>\d{1,2})[.．、] ?(?P<title>.+)")
ORG_END: Final = re.compile(
    r"(?:局|委|办|办公室|政府|委员会|小组|厅|部|院|公司|中心|支队|大队|总队|指挥部|集团|站|所|处|会|联社|街道|学校|医院|党委|法院|检察院|管委会|专班)$"
)
MARKED: Final = re.compile(r"[\d（(①-⑳]|[一二三四五六七八九十]+、")
IMPRINT: Final = re.compile(
    rf"抄 *[送报]|[主分发] *送[:：]"
    rf"|(?:出席|列席|缺席|请假|记录)(?:人员?|单位)?[:：]|主题词|印 *发 *机 *关"
    rf"|[^。，]{{0,40}} *(?:{DAY}|{BLANK_DAY}) *印 *发$|共印 ?\d+ ?份"
    r"|[（(]?此件|（公开发布）"
)
NOISE: Final = re.compile(
    r"打印|关闭|【|上一[篇条页]|下一[篇条页]|分享到|扫一扫|责任编辑|[粤京沪苏浙皖鲁豫川渝鄂湘赣闽桂琼滇黔藏陕甘青宁新晋冀蒙辽吉黑津]ICP备"
    r"|主办单位|版权所有|网站标识码|网站地图|公网安备|返回顶部|信息来源|原文链接|来源[：:]|相关链接|附件下载|首页|您所在的位置|当前位置"
    r"|浏览次数|浏览量|访问量|阅读次数|字体[：:]|字号[：:]|发布日期[：:]|发布时间[：:]|收藏$|搜索$|无障碍|发布$"
)
CONTACT: Final = re.compile(r"[（(]?(?:附注[:：])?[^，。；：]{0,12}联系(?:人|电话|方式)[^。；]{0,12}[:：]")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the normalised text with its place; `folded` is in one width, its last blanks left out."""

    start: int
    end: int
    text: str
    folded: str


@dataclass(frozen=True, slots=True)
class Label:
    """A line that names an attachment: 附件, 附件2, 附件1：…表. `row` is the line's index."""

    row: int
    kind: str
    number: int | None
    title: str


def lines_of(text: str) -> tuple[Line, ...]:
    """All lines of the normalised text; one so long that it must be many gets breaks where its head and end show."""
    if not text:
        return ()
    lines, start = [], 0
    longest = LONG_LINE if "\n" in text else LONG_TITLE
    for raw, folded in zip(text.split("\n"), fold(text).split("\n"), strict=True):
        cuts = [0, *_soft_breaks(folded), len(raw)] if len(raw) > longest else [0, len(raw)]
        lines += [
            Line(start + low, start + high, raw[low:high], folded[low:high].rstrip(" "))
            for low, high in pairwise(cuts)
            if high > low or not raw
        ]
        start += len(raw) + 1
    return tuple(lines)


def _soft_breaks(folded: str) -> list[int]:
    """Where a text without line breaks would have them: around 文号, title, 主送, and each signature with its date."""
    cuts = set()
    numbers = NUMBER.finditer(folded, 0, HEAD_REACH)
    number = next((match for match in numbers if _is_own_number(folded, match)), None)
    if number and folded.count("《", 0, number.start()) == folded.count("》", 0, number.start()):
        begin = number.end("code") - len(AFTER_CODE.sub("", number["code"]) or number["code"])
        colon = folded.find("：", number.end(), number.end() + HEAD_REACH)
        cuts |= {begin, number.end()}
        if colon > 0 and "。" not in folded[number.end() : colon]:
            cuts.add(colon + 1)
            title = RUN_IN_TITLE.match(folded, number.end(), colon)
            cuts |= {title.end()} if title else set()
    for match in RUN_IN_SIGNATURE.finditer(folded):
        cuts |= {match.start(), match.end()}
        title = RUN_IN_TITLE.match(folded, match.end(), match.end() + 90)
        cuts |= {title.end()} if title else set()
    kept = [0]
    for cut in sorted(cuts | _breaks_at_end(folded)):
        # Blanks close a line, none begins with them or has nothing else.
        start = len(folded) - len(folded[cut:].lstrip(" "))
        if folded[kept[-1] : start].strip() and start < len(folded) and start > kept[-1]:
            kept.append(start)
    return kept[1:]


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
    return cuts


def _is_own_number(folded: str, match: re.Match[str]) -> bool:
    """Not one in a bracket behind a cited title."""
    before = folded[match.start() - 1] if match.start() else ""
    return before not in {"（", "《"} and (before != "》" or AFTER_CODE.match(match["code"]) is not None)


def squash(text: str) -> str:
    """Without blanks: for comparing and measuring."""
    return "".join(text.split())


def is_short(line: Line, limit: int = 40) -> bool:
    """A line that can be (part of) a title, a name or a label: short and without the stops of a sentence."""
    text = squash(line.text)
    return 0 < len(text) <= limit and not any(stop in text for stop in "。；，：！？")


def is_signature(line: Line) -> bool:
    """One or several names of authorities, alone on a line."""
    return names_authority(line, 60) and "《" not in line.text and "、" not in line.text


def names_authority(line: Line, limit: int) -> bool:
    """Whether a line may be an authority's name: it ends like one, and does not begin with a mark (2.1 指挥部)."""
    text = line.text.strip()
    return is_short(line, limit) and ORG_END.search(text) is not None and not MARKED.match(text)


def is_dated(line: Line) -> bool:
    """A signing date alone, or an authority with its date."""
    bare = line.folded.strip()
    return (DATE_LINE.fullmatch(bare) or BLANK_DATE_LINE.fullmatch(bare)) is not None or (
        len(line.text) < 60 and SIGNED_DATE.fullmatch(line.folded) is not None and "印发" not in line.text
    )


def label_of(row: int, line: Line) -> Label | None:
    """The label of an attachment that this line is, if it is one; a sentence that begins with 附件1 is none."""
    if not line.text.startswith("附") or len(line.text) > 90:
        return None
    match = LABEL.fullmatch(line.folded)
    if match is None or (match["kind"] is None and match["stop"] not in {"：", ":"}):
        return None
    title = line.text[match.start("title") :].strip()
    if "。" in title or re.match(r"[则近加属带有上中的所第规要明为和或与后]|载明|列出", title):
        return None
    if match["kind"] != "件" and match["kind"] is not None and match["no"] is None and title:
        return None
    return Label(row, match["kind"] or "件", _number(match["no"]), title)


def _number(written: str | None) -> int | None:
    if written is None:
        return None
    return int(written) if written.isdigit() else "一二三四五六七八九十".find(written[-1]) + 1

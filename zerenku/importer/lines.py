"""The lines of a normalised text and what kind each is: labels of attachments, signatures, imprint, page noise."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from zerenku.importer.paper_words import BLANK_DAY, DAY, LONG_LINE, longest_paragraph
from zerenku.importer.soft_breaks import TITLE_WITH_ADDRESS, soft_breaks
from zerenku.text.fold import fold

BLANK_DATE_LINE: Final = re.compile(BLANK_DAY)
DATE_LINE: Final = re.compile(rf"[（(]?{DAY}[）)]?|[12]\d{{3}}[-./]\d{{1,2}}[-./]\d{{1,2}}")
SIGNED_DATE: Final = re.compile(rf"(?P<sign>[^。，；：！？\d]{{4,80}}?) *(?P<date>{DAY})")
LABEL: Final = re.compile(
    r"附 *(?P<kind>件|表|录|图)? *(?P<no>\d{1,2}|[一二三四五六七八九十]{1,2})?(?:-\d{1,2})?"
    r" *(?P<stop>[：:、.]|$| +|(?=[《“\u4e00-\u9fff])) *(?P<title>.*)"
)
LISTED: Final = re.compile(r" *(?P<no>\d{1,2})[.．、] ?(?P<title>.+)")
ORG_END: Final = re.compile(
    r"(?:局|委|办|办公室|政府|委员会|小组|厅|部|院|公司|中心|支队|大队|总队|指挥部|集团|站|所|处|会|联社|街道|学校|医院|党委|法院|检察院|管委会|专班|防指)$"
)
MARKED: Final = re.compile(r"[\d（(①-⑳]|[一二三四五六七八九十]+、")
IMPRINT: Final = re.compile(
    rf"抄 *[送报]|[主分发] *送[:：]"
    rf"|(?:出席|列席|缺席|请假|记录)(?:人员?|单位)?[:：]|主题词|印 *发 *机 *关"
    rf"|[^。，]{{0,40}} *+(?:{DAY}|{BLANK_DAY}) *印 *发$|共印 ?\d+ ?份"
    r"|[（(]?此件|（公开发布）"
)
NOISE: Final = re.compile(
    r"打印|关闭|【(?![^】]*(?:单位|部门|科室|[局办委]】))|上一[篇条页]|下一[篇条页]|分享到|扫一扫|责任编辑|[粤京沪苏浙皖鲁豫川渝鄂湘赣闽桂琼滇黔藏陕甘青宁新晋冀蒙辽吉黑津]ICP备"
    r"|主办单位|^主办[:：].{0,16}(?:政府|管委会)|备案号|技术支持[:：]|版权所有|网站标识码|网站地图|公网安备|返回顶部|信息来源|原文链接|来源[：:]|相关链接|附件下载|首页|您所在的位置|当前位置"
    r"|浏览次数|浏览量|访问量|阅读次数|字体[：:]|字号[：:]|发布日期[：:]|发布时间[：:]|收藏$|搜索$|无障碍|发布$"
)
LONGEST_NOISE: Final = 160
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
    longest = longest_paragraph(text)
    for raw, folded in zip(text.split("\n"), fold(text).split("\n"), strict=True):
        cuts = [0, *soft_breaks(folded), len(raw)] if len(raw) > longest else [0, len(raw)]
        titled = TITLE_WITH_ADDRESS.match(folded) if folded.endswith("：") and len(raw) <= LONG_LINE else None
        cuts = [0, titled.end(), len(raw)] if titled else cuts
        lines += [
            Line(start + low, start + high, raw[low:high], folded[low:high].rstrip(" "))
            for low, high in pairwise(cuts)
            if high > low or not raw
        ]
        start += len(raw) + 1
    return tuple(lines)


def squash(text: str) -> str:
    """Without blanks: for comparing and measuring."""
    return "".join(text.split())


def is_short(line: Line, limit: int = 40) -> bool:
    """A line that can be (part of) a title, a name or a label: short and without the stops of a sentence."""
    text = squash(line.text)
    return 0 < len(text) <= limit and not any(stop in text for stop in "。；，：！？")


def is_noise(line: Line) -> bool:
    """Furniture of a web page: menus, dates of publication, links. A long paragraph may have such words, too."""
    return len(line.text) <= LONGEST_NOISE and NOISE.search(line.text) is not None


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
    if "。" in title or re.match(r"[则近加属带上中的所第规要明为和或与后]|有(?!限)|载明|列出", title):
        return None
    if match["kind"] != "件" and match["kind"] is not None and match["no"] is None and title:
        return None
    return Label(row, match["kind"] or "件", _number(match["no"]), title)


def _number(written: str | None) -> int | None:
    if written is None:
        return None
    return int(written) if written.isdigit() else "一二三四五六七八九十".find(written[-1]) + 1

"""Cited documents and standards: 《…》 with its number, a bare 文号, a bare GB code (interchange.md, Cites)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from zerenku.model.outline import Found
from zerenku.text.fold import fold
from zerenku.text.seeking import seek

_HAN: Final = "\u4e00-\u9fff"
_REST: Final = re.compile(r"\ ?第?\ ?\d{1,5}(?:-\d+)?\ ?号")
_YEAR: Final = re.compile(r"(?:[〔（<]\ ?(?:19|20)\d\d\ ?年?[〕）>])\Z")
_CODE: Final = re.compile(rf"[{_HAN}]{{1,16}}(?:（[{_HAN}]{{1,4}}）[{_HAN}]{{0,4}})?\ ?\Z")
# What stands before the serial number: the bracketed year, or 令.
_BEFORE_SERIAL: Final = re.compile("[〕）>令](?=\\ ?第?\\ ?\\d)")
_CODES: Final = (
    "GBZ|GB|AQ|JGJ|JG|CJJ|CJ|HG|TSG|SH|SY|JTG|JT|XF|GA|HJ|YJ|LD|MT|LS|NB|DL|SB|TB|YB|JB|QC|WS|NY|SL|SN|YD|MZ|RB|KA|"
    "QB|WB|YS|DZ|SJ|FZ|ZY|CECS"
    "|GY|LY|LB|EJ|YC|BB|HB|QJ|CB|MH|JR|TY|XB|CY|WH|WW|DA"
)
_STANDARD: Final = re.compile(
    rf"(?<![A-Za-z])(?:(?:{_CODES}|DB\ ?\d{{2,6}})(?:\ ?/\ ?[TZJ])?(?:\ ?/\ ?[A-Z]{{1,6}})?|T/[A-Z]{{2,10}}|"
    rf"Q/[A-Z]{{2,10}})"
    rf"\ ?[A-Z]?\d{{2,6}}(?:\.\d{{1,3}})?(?:\ ?-\ ?(?:19|20)?\d\d(?!\d))?"
)
_STANDARD_BEGINS: Final = re.compile(r"[A-Z](?=[A-Z /\d])")
_OPEN: Final = re.compile("[《》\n]")
_BEHIND: Final = re.compile(
    r"\ ?[（〔]([^（）\n]{2,60}?(?:[（〔][^（）〔〕\n]{4,6}[）〕][^（）〔〕\n]{0,12})?)[）〕](?![^（）\n]{0,3}号)"
)
# Where an agency code begins when words run on before it: 根据青安办〔2030〕3号.
_LEAD_IN: Final = re.compile(
    "(?:.*(?:根据|按照|依据|贯彻|落实|执行|参照|对照|转发|印发|下发|发布|文件|通知|意见|方案|规定|办法|详见|参见|"
    "见|(?<![\u4e00-\u9fff])经|的|和|及|与|以|由|按|依|原|附|即|是|为(?!民)|（|：|，|。|、|；))"
)


def read_cites(text: str) -> tuple[Found[str], ...]:
    """Every citation as printed, in order; a name followed by its number in brackets is one citation."""
    folded = fold(text)
    found = list(_titles(text, folded))
    taken = [(item.start, item.end) for item in found]
    for start, end in _bare(folded):
        if not any(first < end and start < last for first, last in taken):
            found.append(Found(text[start:end], start, end))
            taken.append((start, end))
    return tuple(sorted(found, key=lambda item: item.start))


def _titles(text: str, folded: str) -> Iterator[Found[str]]:
    for start, closing in _outermost(folded):
        behind = _BEHIND.match(folded, closing)
        end = behind.end() if behind and next(_bare(behind[1]), None) else closing
        if end - start > 3:
            yield Found(text[start:end], start, end)


def _outermost(folded: str) -> Iterator[tuple[int, int]]:
    """《…》 with further 《》 inside; one that its line does not close is dropped."""
    depth = begin = 0
    for match in _OPEN.finditer(folded):
        if match[0] == "《":
            if depth == 0:
                begin = match.start()
            depth += 1
        elif match[0] == "》" and depth:
            depth -= 1
            if depth == 0:
                yield begin, match.end()
        elif match[0] == "\n":
            depth = 0


def _bare(folded: str) -> Iterator[tuple[int, int]]:
    if "号" in folded:
        for match in _BEFORE_SERIAL.finditer(folded):
            found = _number_at(folded, match.end())
            if found:
                yield found
    for match in seek(_STANDARD, _STANDARD_BEGINS, folded):
        if re.search(r"\d{3}", match[0]) or "/" in match[0] or " " in match[0]:
            yield match.start(), match.end()


def _number_at(folded: str, after: int) -> tuple[int, int] | None:
    """A document number whose year, or 令, ends at `after`."""
    rest = _REST.match(folded, after)
    if rest is None:
        return None
    head = folded[max(0, after - 30) : after]
    year = _YEAR.search(head)
    if year is None and not (head.endswith("令")):
        return None
    code = _CODE.search(head[: year.start()] if year else head)
    if code is None:
        return None
    lead_in = _LEAD_IN.match(code[0][:-1] if year is None else code[0])
    begin = code.start() + (lead_in.end() if lead_in else 0)
    if not code[0][begin - code.start() :].strip():
        return None
    return max(0, after - 30) + begin, rest.end()

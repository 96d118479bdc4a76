"""What stands before and after the plan: number, titles, addressees, signature, dates, copies."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from zerenku.importer.addressees import REACH, address_row, addressees_of
from zerenku.importer.attachments import completes, like_title, tidy_title
from zerenku.importer.lines import (
    IMPRINT,
    LISTED,
    Line,
    is_dated,
    is_noise,
    is_short,
    label_of,
    squash,
)
from zerenku.importer.paper_words import AFTER_CODE, NUMBER, TITLE_END
from zerenku.importer.signing import copies, printed, signed
from zerenku.model.outline import Found, Head

BARE_NUMBER: Final = re.compile(
    r"(?:(?:19|20)\d{2} *年 *)?第 *\d{1,4} *号|[〔（](?:19|20)\d{2}[〕）] *第? *\d{1,4} *号"
)
AMONG: Final = re.compile(
    rf"(?:^|(?<=[：  |]))(?P<number>{NUMBER.pattern.replace(' *', ' ?')})(?= {{2}}| ?\||$| [\u4e00-\u9fff ]{{2,8}}：)"
)
"""A 文号 in a line with other things: 等级：特急  甲发〔2030〕3号  甲机发62号, 文号：甲发〔2030〕3号 成文日期：…."""
NUMBER_LINE: Final = re.compile(
    r"[（〔]?(?:(?:发文字号|文件编号|文 *号|字 *号) *[:：]? *)?(?P<number>.{4,40}?号)[）〕]?(?: *签 *发 *人.*)?"
)
BESIDE_TITLE: Final = (
    re.compile(rf"{NUMBER.pattern}(?=《|[\u4e00-\u9fff]{{0,30}}关于)"),
    re.compile(rf"(?<=通知) ?[-_|]? ?{NUMBER.pattern}$"),
)
"""A 文号 on the line of the title, as web pages name a paper: 甲发〔2030〕3号《…的通知》, …的通知-甲发〔2030〕3号."""
ISSUES: Final = re.compile(r"(?:印发|转发|下发|发布|公布|批转)(?:关于)?")
FOLLOWS: Final = re.compile(
    r"[^《]{0,20}(?:根据|按照|依据|依照|遵照|参照|对照|为(?:了|贯彻|落实|深入|进一步|切实|认真|做好)|贯彻|落实)"
)
RUNS_ON: Final = re.compile(r"(?:关于(?:开展|做好|加强|切实做好|进一步\w{0,4}|印发|转发)?|印发|转发|[和、])$")
"""A line of a title that cannot be its last."""
BEGINS_TITLE: Final = re.compile(r"关于|印发|转发|开展")
ISSUING: Final = re.compile(
    r"[，,](?=现|特|[我市省县区州镇][局办委厅部院市县区镇]|(?:研究|组织|统一)?(?:制定|编制|起草)|研究|已|经(?!济))"
)
"""Where the part of a sentence begins that issues something, behind what it is based on."""
SEVERAL: Final = re.compile(r"(?:[两二三四五六]|\d)(?:个|份|项)[^个份项]{0,8}$")
"""关于印发甲和乙两个方案的通知 names neither."""
SENTENCE: Final = re.compile(r"[。；]|[：:](?! ?《)")
END_BLOCK: Final = 12
"""The number may stand beside the signature, so many lines before the end at most."""
LONGEST_NUMBER_LINE: Final = 120


@dataclass(frozen=True, slots=True)
class Heading:
    """The rows of the head: `address` is the row of the 主送 line, `plan` the row of the plan's own title, if any."""

    head: Head
    address: int | None
    plan: int | None
    plan_rows: int = 0


def read_head(
    lines: Sequence[Line], first: int, clauses: int, body_end: int, *, imprint_end: int | None = None
) -> Heading:
    """Read the head of the plan in `lines[first:body_end]` whose first clause stands in row `clauses`; its copies and
    printing date stand above row `imprint_end`, below the attachments mostly.
    """
    address = address_row(lines, first, max(clauses, first + 1))
    number = _number(lines, first, clauses if clauses > first else body_end)
    if number is None and body_end - clauses > 1:
        number = _number(lines, max(clauses + 1, body_end - END_BLOCK), body_end)
    title, title_row = _title(lines, first, address if address is not None else _first_sentence(lines, first, clauses))
    plan_row, rows, plan_title = _plan_title(lines, title, title_row, address, body_end)
    opening_end = max(clauses, (plan_row or first) + rows)
    begin = address if address is not None else title_row
    issued, issuers = signed(lines, first, begin, min(opening_end, body_end), body_end)
    if not issuers and title is not None:
        issuers = _issuers_by_title(lines, first, title_row, title)
    if plan_title is None and title is not None and not title.value.endswith("通知"):
        plan_title = title
    head = Head(
        title=title,
        plan_title=plan_title,
        number=number,
        issuers=issuers,
        addressees=addressees_of(lines[address]) if address is not None else (),
        cc=copies(lines, first, len(lines) if imprint_end is None else imprint_end),
        issued=issued,
    )
    by, day = printed(lines, first, len(lines) if imprint_end is None else imprint_end)
    return Heading(replace(head, printed=day, printed_by=by), address, plan_row, rows)


def _first_sentence(lines: Sequence[Line], first: int, until: int) -> int:
    for row in range(first, min(until, first + REACH)):
        if "。" in lines[row].text and not is_noise(lines[row]):
            return row
    return max(until, first + 1)


def _number(lines: Sequence[Line], first: int, until: int) -> Found[str] | None:
    """文号 on a line of its own, in any brackets; one cited inside a sentence is another paper's."""
    loose: Found[str] | None = None
    for row in range(first, min(max(until, first + 1), first + REACH)):
        line = lines[row]
        if "号" not in line.text or len(line.text) > LONGEST_NUMBER_LINE:
            continue
        if any(mark in line.text for mark in "《，。"):
            loose = loose or _beside_title(line)
            continue
        bare = BARE_NUMBER.fullmatch(line.folded.strip())
        if bare:
            start = line.start + line.folded.index(bare[0])
            loose = loose or Found(squash(bare[0]), start, start + len(bare[0]))
            continue
        match = NUMBER_LINE.fullmatch(line.folded.strip()) if len(line.text) < 60 else None
        if match is None or not (NUMBER.fullmatch(match["number"]) or BARE_NUMBER.fullmatch(match["number"])):
            match = AMONG.search(line.folded)
        if match is None:
            loose = loose or _beside_title(line)
            continue
        offset = line.start + line.folded.index(match["number"])
        inner = NUMBER.fullmatch(match["number"])
        if inner:
            return _full_number(inner, offset)
        if loose is None and BARE_NUMBER.fullmatch(match["number"]):
            loose = Found(squash(match["number"]), offset, offset + len(match["number"]))
    return loose


def _beside_title(line: Line) -> Found[str] | None:
    if "。" in line.text:
        return None
    match = BESIDE_TITLE[0].match(line.folded) or BESIDE_TITLE[1].search(line.folded)
    return _full_number(match, line.start + match.start("code")) if match else None


def _full_number(match: re.Match[str], start: int) -> Found[str]:
    """The 文号 that `match` (of NUMBER) found `start` characters into the text, without the words before its code."""
    code = AFTER_CODE.sub("", match["code"]) or match["code"]
    value = f"{code}〔{match['year']}〕{match['nth']}{match['no']}号"
    return Found(value, start + match["code"].rindex(code), start + match.end() - match.start("code"))


def _title(lines: Sequence[Line], first: int, until: int) -> tuple[Found[str] | None, int]:
    """The title nearest above row `until`, over up to four lines; the row it begins in."""
    for end in range(min(until, len(lines)) - 1, first - 1, -1):
        line = lines[end]
        if not TITLE_END.search(squash(line.folded)) or not _title_part(line):
            continue
        start = end
        joined = line.text
        while start > first and end - start < 3 and _title_part(lines[start - 1]):
            if _complete(joined) and not RUNS_ON.search(squash(lines[start - 1].text)):
                break
            if squash(lines[start - 1].text) == squash(joined):
                break
            start -= 1
            joined = lines[start].text + joined
        if len(squash(joined)) >= 6:
            return Found(tidy_title(joined), lines[start].start, line.end), start
    return None, first


def _complete(title: str) -> bool:
    return title.count("《") >= title.count("》") and BEGINS_TITLE.search(title) is not None


def _title_part(line: Line) -> bool:
    text = line.folded
    return (
        is_short(line, 120)
        and "\t" not in text
        and not NUMBER_LINE.fullmatch(text.strip())
        and not is_dated(line)
        and not is_noise(line)
        and not IMPRINT.match(text)
        and not text.endswith(("文件", "："))
        and not (text.startswith("附") and label_of(0, line))
    )


def issued_titles(title: str) -> tuple[str, ...]:
    """The titles that a notice issues: 关于印发《甲》《乙》的通知, or without marks 关于印发甲和乙的通知."""
    match = ISSUES.search(title) or re.search(r"关于(?=《)", title)
    if match is None:
        return ()
    rest = re.sub(r"的(?:通知|通告|公告|函)$", "", title[match.end() :])
    marked = tuple(_outer_titles(rest))
    if marked:
        return marked
    return (rest,) if len(rest) > 4 else ()


def _outer_titles(text: str) -> Iterator[str]:
    depth = start = 0
    for index, char in enumerate(text):
        if char == "《":
            depth += 1
            start = index + 1 if depth == 1 else start
        elif char == "》" and depth:
            depth -= 1
            if depth == 0:
                yield text[start:index]
    if depth and len(text) - start > 4:
        yield text[start:]


def _plan_title(
    lines: Sequence[Line], title: Found[str] | None, title_row: int, address: int | None, until: int
) -> tuple[int | None, int, Found[str] | None]:
    """Where the issued plan's own title stands after the notice: its row, its lines, its value."""
    begin = (address if address is not None else title_row) + 1
    wanted = wanted_titles(lines, title, address)
    standing = sorted(found for name in wanted if (found := find_title(lines, begin, until, name)) is not None)
    if standing:
        row, rows = standing[0]
        value = tidy_title("".join(line.text for line in lines[row : row + rows]))
        return row, rows, Found(value, lines[row].start, lines[row + rows - 1].end)
    annexed = next((name for name in wanted if find_title(lines, until, len(lines), name) is not None), None)
    if title and wanted and (annexed or (issued_titles(title.value) and not SEVERAL.search(wanted[0]))):
        return None, 0, Found(annexed or wanted[0], title.start, title.end)
    return None, 0, None


def wanted_titles(lines: Sequence[Line], title: Found[str] | None, address: int | None) -> tuple[str, ...]:
    """The titles of the plans that a notice issues, as its title and its first sentences name them."""
    names = list(issued_titles(title.value)) if title else []
    if address is not None:
        for line in lines[address + 1 : address + 4]:
            for sentence in SENTENCE.split(line.text):
                if "印发" in sentence or "同意" in sentence:
                    names += [name for name in _issued_in(sentence) if len(name) > 5 and name not in names]
    return tuple(names)


def _issued_in(sentence: str) -> Iterator[str]:
    """The titles in a sentence that are issued by it: 根据《甲》，现将《乙》印发 issues 乙 alone."""
    for part in ISSUING.split(sentence):
        if not FOLLOWS.match(part):
            yield from _outer_titles(part)


def find_title(lines: Sequence[Line], begin: int, until: int, name: str) -> tuple[int, int] | None:
    """The row and the number of lines of a title that stands alone between two rows."""
    for row in range(begin, until):
        listed = LISTED.fullmatch(lines[row].folded) is not None
        if not _title_part(lines[row]) or listed or label_of(row, lines[row]) is not None:
            continue
        said = ""
        for count in range(1, min(4, until - row) + 1):
            said += lines[row + count - 1].text
            if len(said) > 2 * len(name) + 8 or "。" in said:
                break
            if like_title(said, name):
                return row, count + (row + count < until and completes(said, lines[row + count].text, name))
    return None


def _issuers_by_title(lines: Sequence[Line], first: int, row: int, title: Found[str]) -> tuple[Found[str], ...]:
    """Without a signature: the names above the title, or those before 关于 in it."""
    for above in range(row - 1, max(first, row - 5) - 1, -1):
        text = re.sub(r"文件$", "", lines[above].text.strip())
        if is_short(lines[above], 60) and re.search(r"(?:局|委员会|政府|办公室|厅|部|公司)$", text):
            names = [name for name in re.split(r" {2,}|\u3000+|\t", text) if name]
            return tuple(Found(squash(name), lines[above].start, lines[above].end) for name in names)
    match = re.match(r"([^《》，。]{4,40}?)(?:关于|印发)", title.value)
    return (Found(match[1], title.start, title.end),) if match else ()


__all__ = ["Heading", "find_title", "read_head", "wanted_titles"]

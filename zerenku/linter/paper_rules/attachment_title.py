"""附件说明、正文里写的附件名称，应与附件本身的标题一致。

通过：附件：仓库自查汇总表——附件标题“仓库自查汇总表”　不通过：附件：仓库自查汇总表——附件标题“仓库检查汇总表”
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from rapidfuzz import fuzz

from zerenku.linter.paper import Flaw, Paper
from zerenku.model.finding import Severity
from zerenku.model.outline import AttachmentPart
from zerenku.text.fold import fold

ID: Final = "attachment-title"
SEVERITY: Final = Severity.WARNING
CERTAINTY: Final = "高"
LETTERS: Final = re.compile(r"[^0-9A-Za-z\u4e00-\u9fff]")
ENDS: Final = "方案|表|清单|名单|办法|细则|要点|台账|计划|目录|标准"
IN_TEXT: Final = re.compile(
    rf"(?P<name>[\u4e00-\u9fff“”]{{6,40}}(?:{ENDS})[》”]?)\ ?（(?:见|详见)?附件\ ?(?P<no>\d{{0,2}})）"
)
QUOTED: Final = re.compile(rf"[“《](?P<name>[^“”《》\n]{{8,50}}(?:{ENDS}))[”》](?!\ ?（[^（）]{{0,12}}〔)")
FORM: Final = re.compile("(?:表|台账|清单|名单)$")
ALIKE: Final = 72.0


def check(paper: Paper) -> Iterator[Flaw]:
    """Titles announced, named before （附件）, or quoted, that are nearly but not quite an attachment's."""
    parts = paper.outline.attachments
    for note, following in zip(paper.noted, parts, strict=False):
        if following.title and letters(note.value) != letters(following.title):
            text = f"附件说明写“{note.value}”，{following.no}的标题是“{following.title}”"
            yield Flaw(note.start, note.end, text, "改成一样")
    for match in IN_TEXT.finditer(paper.folded, paper.start, paper.end):
        part = next((item for item in parts if item.no == f"附件{match['no']}"), None)
        if part is not None and not paper.part_at(match.start()):
            yield from _named(paper, match.start("name"), match.end("name"), part)
    for match in QUOTED.finditer(paper.text, paper.start, paper.end):
        yield from _quoted(paper, match)


def letters(title: str) -> str:
    """Only the letters of a title: quotes, blanks and brackets do not make it another one."""
    return LETTERS.sub("", fold(title))


def _named(paper: Paper, start: int, end: int, part: AttachmentPart) -> Iterator[Flaw]:
    """The name's beginning is not marked in running text: its end must agree with the title's."""
    said, title = letters(paper.text[start:end]), letters(part.title)
    if not title or said.endswith(title) or title.endswith(said):
        return
    tail = said[-len(title) :]
    if fuzz.ratio(tail, title) >= ALIKE:
        begin = max(start, end - len(part.title), paper.text.find(part.title[:2], start, end))
        text = f"正文写“{paper.text[begin:end]}”，{part.no}的标题是“{part.title}”"
        yield Flaw(begin, end, text, "改成一样")


def _quoted(paper: Paper, match: re.Match[str]) -> Iterator[Flaw]:
    said = letters(match["name"])
    titles = {part.no: _without_place(paper, letters(part.title)) for part in paper.outline.attachments}
    said = _without_place(paper, said)
    if match[0][0] == "《" and (match.start() < _first(paper) or not FORM.search(said)):
        return  # another paper, or the plan itself
    if paper.part_at(match.start()) or any(said in title or title in said for title in titles.values() if title):
        return
    alike = [part for part in paper.outline.attachments if fuzz.ratio(said, titles[part.no]) >= ALIKE]
    same = 4 if match[0][0] == "“" else 2  # a form in title marks is no mere turn of phrase
    alike = [part for part in alike if titles[part.no][:same] == said[:same]]
    if alike:
        part = max(alike, key=lambda item: fuzz.ratio(said, titles[item.no]))
        text = f"正文写“{match['name']}”，{part.no}的标题是“{part.title}”"
        yield Flaw(match.start("name"), match.end("name"), text, "改成一样")


def _first(paper: Paper) -> int:
    return paper.pieces[0].start if paper.pieces else paper.end


def _without_place(paper: Paper, title: str) -> str:
    """Without the issuer's place in front: 柳塘镇消防方案 and 消防方案 are one plan's names."""
    for name in paper.standing.names[::-1]:
        title = title.removeprefix(name)
    return title

"""Plain text and Markdown: decoded text → numbered lines."""

import re
from collections.abc import Iterator
from typing import Final

from zerenku.extract.cleaning import clean, inner_lines
from zerenku.extract.refusal import Refusal
from zerenku.model.outline import LineKind, SourceLine

LINE_END: Final = re.compile(r"\r\n|\n|\r")
FRONT_MATTER: Final = re.compile(r"\A---[ \t]*\r?\n(?:[^\n]*\n){0,200}?---[ \t]*(?:\r?\n|\Z)")
HEADING: Final = re.compile(r"\s{0,3}#{1,6}(?:[ \t]+|(?=[^#\s\d]))(.*?)[ \t]*#*[ \t]*$")
BULLET: Final = re.compile(r"^\s*[-*+][ \t]+(?:\[[ xX]\][ \t]+)?")
QUOTE: Final = re.compile(r"^\s{0,3}(?:>[ \t]?)+")
RULE: Final = re.compile(r"\s{0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|={3,})$")
TABLE_RULE: Final = re.compile(r"\s*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
FENCE: Final = re.compile(r"\s{0,3}(?:```|~~~)")
PICTURE: Final = re.compile(r"!\[([^\[\]]{0,500})\]\([^()]{0,2000}\)")
LINK: Final = re.compile(r"\[([^\[\]]{0,500})\]\([^()]{0,2000}\)")
TAG: Final = re.compile(r"</?(?:b|i|u|em|strong|span|sup|sub|font|p|div|center|a|mark)\b[^<>]{0,2000}>", re.IGNORECASE)
BREAK: Final = re.compile(r"<br\s*/?>", re.IGNORECASE)
EMPHASIS: Final = (
    re.compile(r"(\*\*\*|\*\*|___|__|~~)(?=\S)(.{1,2000}?)(?<=\S)\1"),
    re.compile(r"(?<![0-9A-Za-z*])(\*)(?=[^\s*])([^*]{1,2000})(?<=\S)\*(?![0-9A-Za-z*])"),
)
"""A lone star between digits multiplies; lone underscores are parts of names."""
CODE: Final = re.compile(r"`{1,3}([^`]{1,2000})`{1,3}")
PRIVATE: Final = 0xF000
PROTECTED: Final = re.compile("[\uf021-\uf07e]")
ESCAPE: Final = re.compile(r"\\([!-/:-@\[-`{-~])")


def read_text(text: str) -> tuple[SourceLine, ...]:
    """Every line of the file with its own number; Refusal if there is nothing but blanks."""
    return _numbered((clean(part), number, LineKind.PARAGRAPH) for number, part in _lines(text))


def read_markdown(text: str) -> tuple[SourceLine, ...]:
    """The lines without the marks of Markdown: headings, emphasis, bullets, quotes, links; table rows as ROWs."""
    front = FRONT_MATTER.match(text)
    if front is not None and ":" in front[0]:
        text = re.sub(r"[^\n]", "", front[0]) + text[front.end() :]
    return _numbered(_plain(text))


def _plain(text: str) -> Iterator[tuple[str, int, LineKind]]:
    fenced = table = False
    for number, part in _lines(text):
        line = clean(part)
        if FENCE.match(line):
            fenced = not fenced
            continue
        if fenced:
            yield line, number, LineKind.PARAGRAPH
            continue
        line = QUOTE.sub("", line, count=1)
        table = line.lstrip().startswith("|") or (table and "|" in line)
        if RULE.match(line) or (TABLE_RULE.match(line) and "|" in line):
            table = table or "|" in line
            continue
        if table:
            cells = [_inline(cell).strip() for cell in re.split(r"(?<!\\)\|", line.strip().strip("|"))]
            yield "\t".join(cells).rstrip("\t"), number, LineKind.ROW
            continue
        heading = HEADING.match(line)
        bare = heading[1] if heading else BULLET.sub("", line, count=1)
        for piece in BREAK.split(bare):
            yield _inline(piece), number, LineKind.PARAGRAPH


def _inline(text: str) -> str:
    """One line or cell without marks; what a backslash protects is put aside meanwhile, in the private use area."""
    text = ESCAPE.sub(lambda match: chr(PRIVATE + ord(match[1])), text)
    text = TAG.sub("", LINK.sub(r"\1", PICTURE.sub(r"\1", text)))
    for pattern in EMPHASIS:
        text = pattern.sub(r"\2", text)
    return PROTECTED.sub(lambda match: chr(ord(match[0]) - PRIVATE), CODE.sub(r"\1", text))


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """(number in the file, text); a form feed breaks a line too, but editors do not count it."""
    ends = LINE_END.split(text)
    if ends[-1] == "":
        ends.pop()
    for number, line in enumerate(ends, 1):
        for part in inner_lines(line):
            yield number, part


def _numbered(lines: Iterator[tuple[str, int, LineKind]]) -> tuple[SourceLine, ...]:
    found = tuple(SourceLine(*line) for line in lines)
    if not any(line.text.strip() for line in found):
        raise Refusal("文件里没有文字；请确认选对了文件")
    return found

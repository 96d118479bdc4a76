"""Cleaning of an original: paragraphs without debris, with the way back to the file's lines.

Guarantees of the result: one paragraph (or table row) a line, no blank line, no blank at either end of a line (a row
keeps its tabs), no byte order mark, no zero-width character, no markup debris; a paragraph that a page break cut in
two is one line again. Widths and punctuation inside a line are never changed: the text stays verbatim.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from dataclasses import dataclass
from typing import Final

from zerenku.model.outline import LineKind, Original
from zerenku.text.fold import fold
from zerenku.text.owner_words import LABEL

BLANKS: Final = " \u3000\xa0\r\v\f\u2002\u2003"
INVISIBLE: Final = dict.fromkeys(map(ord, "\ufeff\u200b\u200c\u200d\u2060\xad"))
DEBRIS: Final = re.compile(r"\[bookmark:[^\]]*\]|\*\*|&nbsp;|&emsp;|&ensp;|^#{1,6}[ \t]+")
BLOCK_TAG: Final = re.compile(r"</(?:p|div|tr|h[1-6]|li|table|title)\s*>|<br\s*/?>", re.IGNORECASE)
CELL_TAG: Final = re.compile(r"</t[dh]\s*>\s*<t[dh][^>]*>", re.IGNORECASE)
ANY_TAG: Final = re.compile(r"</?[a-zA-Z][^<>]*>|<!--.*?-->", re.DOTALL)
PAGE_MARK: Final = re.compile(r"(?<=[^\d\s—])[ \u3000]*(—[ \u3000]?\d{1,3}[ \u3000]?—)[ \u3000]*(?=[^\d\s—])")
"""The number of a page inside a text that lost its line breaks."""
PAGE_NUMBER: Final = re.compile(r"[-—–－―]+ ?\d{1,3} ?[-—–－―]+|第 ?\d{1,3} ?页(?:[ ,，/]*共 ?\d{1,3} ?页)?")
NEW_PARAGRAPH: Final = re.compile(r"(?: {3,}|\u3000{1,}|\t)")
# A paragraph that starts with one of these is a new one, whatever the line before ended with.
OPENER: Final = re.compile(
    r"[（(]?[一二三四五六七八九十]{1,3}[）)、.．是]|[（(]?\d{1,3}[）)、.．﹒]|[①-⑳]|第[一二三四五六七八九十百]{1,5}[编章节条]"
    r"|附[件表录：:]|抄送|主送|--|——|[（(]此件|\d{4}年\d{1,2}月\d{1,2}日|[一二]〇"
)
CLOSED: Final = "。；：！？…;:!?”」』）)》〉】〕"
LEAST_BROKEN: Final = 40
"""A line shorter than this may be a heading or a title; only longer ones are rejoined with the next."""
LONGEST_LABEL: Final = 12
LONG_LINE: Final = 600
"""A line so long has lost the breaks that were in it."""
LEAST_WRAP: Final = (20, 40)
LEAST_WRAPPED: Final = 5
FEWEST_WRAPPED: Final = 2
"""A text is wrapped at no less than 20 characters or 40 half columns, a measure that at least five lines fill; two do
where no line is longer, each of them stops amid a sentence and goes on in the next line.
"""


@dataclass(frozen=True, slots=True)
class CleanText:
    """`text` is the cleaned text; `line_numbers[i]` and `kinds[i]` tell of its line i where it stood and what it is."""

    text: str
    line_numbers: tuple[int, ...]
    kinds: tuple[LineKind, ...] = ()
    dropped: tuple[tuple[int, str], ...] = ()
    """Page numbers and running heads that were certain: (line of the file, text)."""


@dataclass(slots=True)
class _Line:
    text: str
    number: int
    kind: LineKind
    fresh: bool
    """Indented in the file: certainly a new paragraph."""
    sizes: tuple[int, int] = (0, 0)
    """Characters and half columns that the line (of joined ones the last) fills, its indentation included."""


def normalise(original: Original) -> CleanText:
    """Clean an original; see the guarantees above. Linear in its length."""
    lines: list[_Line] = []
    inside: list[tuple[int, str]] = []
    for source in original.lines:
        marks = _page_marks(source.text)
        inside += [(source.number, mark) for mark in marks]
        lines += _split(PAGE_MARK.sub("", source.text) if marks else source.text, source.number, source.kind)
    lines, dropped = _without_page_marks(_strip_markup(lines))
    joined = _rejoin(lines)
    return CleanText(
        "\n".join(line.text for line in joined),
        tuple(line.number for line in joined),
        tuple(line.kind for line in joined),
        (*inside, *dropped),
    )


def _split(text: str, number: int, kind: LineKind) -> list[_Line]:
    """The lines of one source line (an extractor may leave soft breaks inside), cleaned but not yet stripped."""
    return [_Line(part, number, kind, fresh=False) for part in text.splitlines()]


def _page_marks(text: str) -> list[str]:
    """The numbers of pages inside a text that lost its line breaks, as printed."""
    return PAGE_MARK.findall(text) if "—" in text and len(text) > LONG_LINE else []


def _strip_markup(lines: list[_Line]) -> list[_Line]:
    if any("</" in line.text and BLOCK_TAG.search(line.text) for line in lines):
        lines = [
            _Line(part, line.number, line.kind, fresh=False) for line in lines for part in _plain(line.text).split("\n")
        ]
    cleaned = []
    for line in lines:
        text = line.text.translate(INVISIBLE)
        if "[" in text or "*" in text or "&" in text or text.startswith("#"):
            text = DEBRIS.sub("", text)
        fresh = NEW_PARAGRAPH.match(text) is not None
        tabbed = "\t" in text.strip()
        sizes = _sizes(text.rstrip())
        text = text.strip(BLANKS) if tabbed else text.strip(BLANKS + "\t")
        if text.strip():
            cleaned.append(_Line(text, line.number, LineKind.ROW if tabbed else line.kind, fresh, sizes))
    return cleaned


def _plain(markup: str) -> str:
    """Text of a line of HTML: block ends become line ends, cells tabs, entities characters."""
    text = BLOCK_TAG.sub("\n", CELL_TAG.sub("\t", markup))
    return html.unescape(ANY_TAG.sub("", text))


def _without_page_marks(lines: list[_Line]) -> tuple[list[_Line], tuple[tuple[int, str], ...]]:
    """Drop page numbers, and running heads: lines that stand beside a page number three times or more."""
    marks = [i for i, line in enumerate(lines) if PAGE_NUMBER.fullmatch(line.text)]
    if not marks:
        return lines, ()
    at = set(marks)
    beside = Counter(
        lines[i].text for mark in marks for i in (mark - 1, mark + 1) if 0 <= i < len(lines) and i not in at
    )
    heads = {text for text, count in beside.items() if count >= 3 and len(text) < LEAST_BROKEN}
    gone = at | {i for mark in marks for i in (mark - 1, mark + 1) if 0 <= i < len(lines) and lines[i].text in heads}
    kept = [line for i, line in enumerate(lines) if i not in gone]
    return kept, tuple((lines[i].number, lines[i].text) for i in sorted(gone))


def _rejoin(lines: list[_Line]) -> list[_Line]:
    joined: list[_Line] = []
    wrap = _wrap_of(lines)
    for line in lines:
        if joined and (
            _continues(joined[-1], line) or _fills_label(joined[-1], line) or (wrap and _wraps(joined[-1], line, wrap))
        ):
            joined[-1].text += line.text
            joined[-1].sizes = line.sizes
        else:
            joined.append(line)
    return joined


def _fills_label(line: _Line, following: _Line) -> bool:
    """责任单位： on one line, the names on the next: they were one paragraph."""
    text = line.text
    if text[-1] not in "：:" or len(text) > LONGEST_LABEL or following.kind is not LineKind.PARAGRAPH:
        return False
    labelled = LABEL.fullmatch(fold(text)) is not None
    opens = OPENER.match(following.text) is not None and not following.text.startswith(("19", "20"))
    return labelled and not (opens or LABEL.match(fold(following.text)))


def _sizes(text: str) -> tuple[int, int]:
    """Characters and half columns: a Han character has three bytes in UTF-8 and fills two columns, a Latin one one."""
    return len(text), (len(text.encode("utf-8")) + len(text)) // 2


@dataclass(frozen=True, slots=True)
class _Wrap:
    """A file that breaks every paragraph at `size` characters (measure 0) or half columns (measure 1)."""

    measure: int
    size: int

    def fills(self, line: _Line) -> bool:
        return self.size - 1 <= line.sizes[self.measure] <= self.size


def _wrap_of(lines: list[_Line]) -> _Wrap | None:
    """How the file is wrapped, told by many full lines that end amid a sentence and few that are longer."""
    best: tuple[int, _Wrap] | None = None
    for measure, least in enumerate(LEAST_WRAP):
        counted = Counter(line.sizes[measure] for line in lines if line.kind is LineKind.PARAGRAPH)
        sizes = [size for size in counted if size >= least]
        if not sizes:
            continue
        wrap = _Wrap(measure, max((counted[size] + counted[size - 1], size) for size in sizes)[1])
        full = [line for line in lines if wrap.fills(line)]
        longer = sum(line.sizes[measure] > wrap.size for line in lines)
        amid = sum(line.text[-1] not in CLOSED for line in full)
        certain = len(full) >= LEAST_WRAPPED and longer * 10 <= len(lines) and amid * 4 >= len(full) * 3
        certain = certain or (longer == 0 and len(full) >= FEWEST_WRAPPED and _each_goes_on(lines, wrap))
        if certain and (best is None or len(full) > best[0]):
            best = len(full), wrap
    return best[1] if best else None


def _each_goes_on(lines: list[_Line], wrap: _Wrap) -> bool:
    """Whether every full line is cut within a sentence, which the next line carries on to its stop or fills as well."""
    for line, following in zip(lines, [*lines[1:], None], strict=True):
        if not wrap.fills(line):
            continue
        if following is None or following.fresh or OPENER.match(following.text) or line.text[-1] in CLOSED:
            return False
        if not (wrap.fills(following) or following.text[-1] in "。；：！？）)") or not re.search("[，。；]", line.text):
            return False
    return True


def _wraps(line: _Line, following: _Line, wrap: _Wrap) -> bool:
    """Whether the wrapping alone stands between two lines: a full one, and one that is not indented."""
    if line.kind is not LineKind.PARAGRAPH or following.kind is not LineKind.PARAGRAPH or following.fresh:
        return False
    return wrap.fills(line) and not (line.text[-1] in CLOSED and OPENER.match(following.text))


def _continues(line: _Line, following: _Line) -> bool:
    """Whether a page break stands between the two: an open sentence, and a next line that begins nothing new."""
    text, rest = line.text, following.text
    if line.kind is not LineKind.PARAGRAPH or following.kind is not LineKind.PARAGRAPH or following.fresh:
        return False
    if len(text) < LEAST_BROKEN or text[-1] in CLOSED or OPENER.match(rest):
        return False
    open_sentence = "。" in text or "，" in text or "；" in text
    return open_sentence and rest[-1] in "。；！？：）)" and ("，" in rest or "。" in rest)

"""正文里不应残留排版软件、网页的记号，如 ** 和 [bookmark: …]。多半是转换格式时带进来的。

通过：开展一轮培训。　不通过：**开展一轮培训。**
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from zerenku.linter.paper import Flaw, Paper
from zerenku.model.finding import Severity

ID: Final = "markup-debris"
SEVERITY: Final = Severity.INFO
CERTAINTY: Final = "高"
DEBRIS: Final = re.compile(r"\[bookmark:[^\]\n]*\]|\*\*|&nbsp;|&[a-z]sp;")
PAGE: Final = re.compile(r"</(?:p|div|td|span|body)>", re.IGNORECASE)
MARKDOWN: Final = (".md", ".markdown")


def check(paper: Paper) -> Iterator[Flaw]:
    """One flaw a file, at the first paragraph that held a mark; a web page or Markdown file may hold them."""
    original = paper.original
    if original is None or original.name.lower().endswith(MARKDOWN):
        return
    if any(PAGE.search(line.text) for line in original.lines):
        return
    marks = Counter(mark[:10] for line in original.lines for mark in DEBRIS.findall(line.text))
    if not marks:
        return
    first = next(line.number for line in original.lines if DEBRIS.search(line.text))
    at = 0
    for line, number in zip(paper.text.split("\n"), paper.outline.line_numbers, strict=False):
        if number >= first and paper.start <= at < paper.end:
            said = "、".join(f"“{mark}”{count} 处" for mark, count in marks.items())
            yield Flaw(at, at + min(len(line), 6), f"残留排版记号：{said}", "删去记号")
            return
        at += len(line) + 1

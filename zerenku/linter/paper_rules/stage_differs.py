"""附件里的阶段与正文同名的阶段，起止应当一致，或在其之内。

通过：正文“排查整治（8月至12月）”，附件“排查整治（8月至12月）”
不通过：正文“排查整治（8月至12月）”，附件“排查整治（7月至12月）”
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from zerenku.linter.paper import Flaw, Paper
from zerenku.model.finding import Severity

ID: Final = "stage-differs"
SEVERITY: Final = Severity.WARNING
CERTAINTY: Final = "中"


def check(paper: Paper) -> Iterator[Flaw]:
    """A stage of an attachment that lies outside every stage of that name in the body."""
    body: dict[str, list[tuple[str, str]]] = {}
    for found in paper.draft.stages:
        if not paper.part_at(found.start):
            span = found.value.first[:7], found.value.last[:7]
            body.setdefault(_name(found.value.name), []).append(span)
    for found in paper.draft.stages:
        spans = body.get(_name(found.value.name), [])
        part = paper.part_at(found.start)
        if not part or not spans:
            continue
        first, last = found.value.first[:7], found.value.last[:7]
        if not any(begin <= first and last <= end for begin, end in spans):
            said = "、".join(f"{begin} 至 {end}" for begin, end in spans)
            text = f"阶段“{found.value.name}”在正文是 {said}，在{part}是 {first} 至 {last}"
            yield Flaw(found.start, found.end, text, "核对起止")


def _name(name: str) -> str:
    return name.removesuffix("阶段")

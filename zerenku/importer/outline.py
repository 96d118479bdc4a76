"""Pieces of an outline: every mark with its text, and the unmarked paragraphs that close a chapter or name owners."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from zerenku.importer.nest import Placed, nest
from zerenku.importer.parts import Stretch
from zerenku.importer.scan import Paragraph, paragraphs
from zerenku.model.outline import Piece
from zerenku.model.path import ClausePath
from zerenku.text.marks import MarkStyle

LONGEST_HEADING: Final = 60
LONGEST_WITH_COMMA: Final = 36
OWNERS_ONLY: Final = re.compile(
    r"[（(〔\[][^。；\n]{2,200}(?:负责|牵头|配合|落实|参与|按职责分工|责任单位|牵头单位|责任部门)[^。；\n]{0,200}[）)〕\]][。；]?"
    r"|[（(]?(?:责任|牵头|配合|主办|协办|主责|承办|实施|参与)(?:单位|部门|科室|处室|主体|领导)[:：].{2,200}"
)
OWNER_TAIL: Final = re.compile(r"[（(][^（()）]{2,160}(?:负责|牵头|配合|按职责分工)[^（()）]{0,80}[）)][。；]?$")
STAGE_DATE: Final = re.compile(r"[（(][^（()）]*\d{1,4} ?[年月日][^（()）]*[）)]$")
CONTINUED: Final = re.compile(r"[—–-]{1,2}|[●•·■◆▲△★※]|\t|专栏|注[:：]|备注")
HEADING_STOPS: Final = "。；;"


@dataclass(slots=True)
class _Node:
    """A mark under construction: its paragraphs (the first begins at the mark), and how many may stay with it."""

    placed: Placed
    paragraphs: list[Paragraph]
    end: int
    heading: str | None = None
    children: bool = False


def build_pieces(text: str, stretch: Stretch) -> tuple[Piece, ...]:
    """The pieces of a body or an attachment, in text order, tiling it from its first mark to its end."""
    placed = nest(stretch.tokens, stretch.prefix)
    nodes = []
    for index, item in enumerate(placed):
        end = placed[index + 1].token.start if index + 1 < len(placed) else stretch.end
        nodes.append(_Node(item, list(paragraphs(text, item.token.start, end)), end))
    for index, node in enumerate(nodes):
        following = nodes[index + 1] if index + 1 < len(nodes) else None
        node.heading = _heading(text, node, following)
    _mark_parents(nodes)
    pieces: list[Piece] = []
    counts: dict[tuple[str, ...], int] = {}
    for index, node in enumerate(nodes):
        cut, target = _closing(text, nodes, index, len(stretch.prefix))
        pieces.append(_piece(node, node.paragraphs[cut].start if cut < len(node.paragraphs) else node.end))
        pieces += _unmarked(node, cut, target, counts)
    return tuple(pieces)


def unmarked_pieces(text: str, start: int, end: int) -> tuple[Piece, ...]:
    """A plan without a single mark: each paragraph is a piece, ¶1 on."""
    starts = [paragraph.start for paragraph in paragraphs(text, start, end)]
    return tuple(
        Piece(ClausePath((f"¶{n}",)), f"¶{n}", "", None, low, high, low)
        for n, (low, high) in enumerate(pairwise([*starts, end]), start=1)
    )


def _piece(node: _Node, end: int) -> Piece:
    token = node.placed.token
    elements = node.placed.elements
    return Piece(ClausePath(elements), elements[-1], token.written, node.heading, token.start, end, token.body)


def _mark_parents(nodes: Sequence[_Node]) -> None:
    for node, following in pairwise(nodes):
        if following.placed.depth > node.placed.depth:
            node.children = True


def _heading(text: str, node: _Node, following: _Node | None) -> str | None:
    """The heading of a mark: a line without a stop, or a first sentence that more text follows."""
    token = node.placed.token
    first = node.paragraphs[0]
    line = text[token.body : min(first.end, node.end)].strip()
    runs_in = following is not None and following.placed.token.start < first.end
    goes_on = len(node.paragraphs) > 1 or (following is not None and following.placed.depth > node.placed.depth)
    stop = next((index for index, char in enumerate(line) if char in HEADING_STOPS), len(line))
    said = line[:stop]
    colon = re.match(r"[^，、。：:]{2,24}[:：]", line)
    if stop >= len(line) - 1:
        if colon and not goes_on and len(line) > colon.end():
            said = colon[0][:-1]
        elif not goes_on and (stop < len(line) or "，" in said) and not runs_in:
            return None
        said = said.rstrip("：:，,")
    elif token.style is MarkStyle.ARTICLE or line[stop] in "；;":
        said = colon[0][:-1] if colon and token.style is not MarkStyle.ARTICLE else ""
    said = STAGE_DATE.sub("", said).strip()
    longest = LONGEST_WITH_COMMA if "，" in said else LONGEST_HEADING
    return said if said and len(said) <= longest else None


def _is_bare(text: str, node: _Node) -> bool:
    """Whether the mark's own line is only its heading, so that the paragraph below is its text."""
    first = node.paragraphs[0]
    said = text[node.placed.token.body : min(first.end, node.end)].strip()
    if node.heading is None or ("，" in said and said.endswith("。")):
        return False
    rest = STAGE_DATE.sub("", said.rstrip("。：:. "))
    return len(rest.strip()) <= len(node.heading) + 1


def _closing(text: str, nodes: Sequence[_Node], index: int, prefix: int) -> tuple[int, tuple[str, ...]]:
    """How many paragraphs stay with the mark, and the path under which the others stand as ¶n."""
    node = nodes[index]
    count = len(node.paragraphs)
    elements = node.placed.elements
    if count == 1 or node.children or node.placed.token.style is MarkStyle.ARTICLE:
        return count, elements
    owners = next((row for row in range(1, count) if OWNERS_ONLY.fullmatch(_said(text, node.paragraphs[row]))), None)
    if owners is not None and len(elements) - prefix > 1 and _run_without_owners(text, nodes, index) > 1:
        return owners, elements[:-1]
    depth = len(nodes[index + 1].placed.elements) - 1 if index + 1 < len(nodes) else prefix
    if depth >= len(elements) - 1:
        return count, elements
    keep = 1 + _is_bare(text, node) + _surplus_of_siblings(text, nodes, index)
    while keep < count and _stays(text, node.paragraphs[keep - 1], node.paragraphs[keep]):
        keep += 1
    return min(keep, count), elements[: depth + 1]


def _said(text: str, paragraph: Paragraph) -> str:
    return text[paragraph.start : paragraph.end].strip()


def _stays(text: str, before: Paragraph, paragraph: Paragraph) -> bool:
    """A paragraph that continues the one before: a list after a colon, a dash, a table row, the item's own owners."""
    said = _said(text, paragraph)
    return (
        text[before.end - 1] in "：:"
        or CONTINUED.match(said) is not None
        or text.startswith("专栏", before.start)
        or "\t" in said
        or OWNERS_ONLY.fullmatch(said) is not None
    )


def _surplus_of_siblings(text: str, nodes: Sequence[_Node], index: int) -> int:
    """How many paragraphs beyond the usual one the items before this one have; many if there is none to compare."""
    parent = nodes[index].placed.elements[:-1]
    most = -1
    for node in reversed(nodes[:index]):
        if len(node.placed.elements) <= len(parent):
            break
        if node.placed.elements[:-1] != parent:
            if len(node.placed.elements) > len(parent) + 1:
                most = max(most, 0)
            continue
        if not node.children:
            most = max(most, len(node.paragraphs) - 1 - _is_bare(text, node))
    return most if most >= 0 else len(nodes[index].paragraphs)


def _run_without_owners(text: str, nodes: Sequence[_Node], index: int) -> int:
    """How many items up to this one, side by side, name no owners of their own."""
    parent = nodes[index].placed.elements[:-1]
    run = 0
    for node in reversed(nodes[: index + 1]):
        if node.placed.elements[:-1] != parent or node.children:
            break
        said = [_said(text, paragraph) for paragraph in node.paragraphs]
        own = OWNER_TAIL.search(said[0]) or (run > 0 and any(OWNERS_ONLY.fullmatch(line) for line in said[1:]))
        if own:
            break
        run += 1
    return run


def _unmarked(node: _Node, cut: int, target: tuple[str, ...], counts: dict[tuple[str, ...], int]) -> Iterator[Piece]:
    for row in range(cut, len(node.paragraphs)):
        paragraph = node.paragraphs[row]
        end = node.paragraphs[row + 1].start if row + 1 < len(node.paragraphs) else node.end
        counts[target] = counts.get(target, 0) + 1
        mark = f"¶{counts[target]}"
        yield Piece(ClausePath((*target, mark)), mark, "", None, paragraph.start, end, paragraph.start)


__all__ = ["OWNERS_ONLY", "build_pieces", "unmarked_pieces"]

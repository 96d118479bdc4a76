"""Pieces of an outline: every mark with its text, and the unmarked paragraphs that close a chapter or name owners."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, TypeAlias

from zerenku.importer.nest import Placed, nest
from zerenku.importer.owner_lines import Reference, is_limit_line, is_owner_line, leading_reference
from zerenku.importer.parts import Stretch
from zerenku.importer.scan import Paragraph, paragraphs
from zerenku.model.outline import Piece
from zerenku.model.path import ClausePath
from zerenku.text.marks import MarkStyle

LONGEST_HEADING: Final = 60
LONGEST_WITH_COMMA: Final = 36
OWNER_TAIL: Final = re.compile(
    r"[（(〔\[【](?:[^（()）]|[（(][^（()）]{0,20}[）)]){0,160}?(?:负责|牵头|配合|按职责分工|(?:责任|牵头|主办)(?:单位|部门|[科处股]室))"
    r"(?:[^（()）]|[（(][^（()）]{0,20}[）)]){0,80}[）)〕\]】][。；]?$"
)
STAGE_DATE: Final = re.compile(r"[（(][^（()）]*\d{1,4} ?[年月日][^（()）]*[）)]$")
CONTINUED: Final = re.compile(r"[—–-]{1,2}|[●•·■◆▲△★※]|\t|专栏|注[:：]|备注")
HEADING_STOPS: Final = "。；;"
CLOSING: Final = ("）", ")", "〕", "]", "】")
_Habits: TypeAlias = Mapping[tuple[str, ...], Sequence[int]]


@dataclass(slots=True)
class _Node:
    """A mark under construction: its paragraphs (the first begins at the mark), and how many may stay with it."""

    placed: Placed
    paragraphs: list[Paragraph]
    end: int
    heading: str | None = None
    children: bool = False
    owners: int | None = None
    """The row of the first paragraph below the mark's own that is owners only."""


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
        node.owners = next((row for row in range(1, len(node.paragraphs)) if _names_owners(text, node, row)), None)
    _mark_parents(nodes)
    habits = _habits(nodes)
    pieces: list[Piece] = []
    counts: dict[tuple[str, ...], int] = {}
    for index, node in enumerate(nodes):
        cut, target = _closing(text, nodes, index, len(stretch.prefix), habits)
        pieces.append(_piece(node, node.paragraphs[cut].start if cut < len(node.paragraphs) else node.end))
        pieces += _unmarked(text, node, cut, target, counts)
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
    if line.endswith(CLOSING) and (owners := OWNER_TAIL.search(line)) and "。" not in line[: owners.start()]:
        line = line[: owners.start()].strip()
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


def _closing(
    text: str, nodes: Sequence[_Node], index: int, prefix: int, habits: _Habits
) -> tuple[int, tuple[str, ...]]:
    """How many paragraphs stay with the mark, and the path under which the others stand as ¶n."""
    node = nodes[index]
    count = len(node.paragraphs)
    elements = node.placed.elements
    if count == 1 or node.children or node.placed.token.style is MarkStyle.ARTICLE:
        return count, elements
    if node.owners is not None:
        reference = leading_reference(_said(text, node.paragraphs[node.owners]))
        if reference is not None or (len(elements) - prefix > 1 and not _each_has_owners(habits, node)):
            shared = _shared_by(text, nodes, index, reference, prefix)
            if shared is not None:
                return node.owners, shared
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
        or is_owner_line(said)
        or is_limit_line(said)
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


def _names_owners(text: str, node: _Node, row: int) -> bool:
    return is_owner_line(_said(text, node.paragraphs[row]))


def _habits(nodes: Sequence[_Node]) -> _Habits:
    """Under each path: how many items stand there, and how many of them have owner paragraphs."""
    habits: dict[tuple[str, ...], list[int]] = {}
    for node in nodes:
        counts = habits.setdefault(node.placed.elements[:-1], [0, 0])
        counts[0] += 1
        counts[1] += node.owners is not None
    return habits


def _each_has_owners(habits: _Habits, node: _Node) -> bool:
    """Whether the items beside this one, all but one at most, have owner paragraphs: then it is not shared."""
    items, own = habits[node.placed.elements[:-1]]
    return own >= max(3, items - 1)


def _shared_by(
    text: str, nodes: Sequence[_Node], index: int, reference: Reference | None, prefix: int
) -> tuple[str, ...] | None:
    """The path under which stand the items that an owner paragraph below this mark speaks of; None: this mark alone."""
    elements = nodes[index].placed.elements
    if reference is None:
        return elements[:-1] if len(_run(text, nodes, index, len(elements))) > 1 else None
    for depth in range(len(elements), prefix, -1):
        run = _run(text, nodes, index, depth, owned=bool(reference.numbers or reference.count))
        if reference.numbers:
            fits = reference.numbers <= {node.placed.token.number for node in run}
        else:
            fits = len(run) >= max(reference.count, 2)
        if fits:
            return elements[: depth - 1]
    return None


def _run(text: str, nodes: Sequence[_Node], index: int, depth: int, *, owned: bool = False) -> list[_Node]:
    """The items `depth` elements deep, up to this one, side by side, that name no owners of their own, nor does
    anything below them (unless `owned`).
    """
    parent = nodes[index].placed.elements[: depth - 1]
    run: list[_Node] = []
    for node in reversed(nodes[: index + 1]):
        elements = node.placed.elements
        if elements[: depth - 1] != parent or len(elements) < depth:
            break
        if not owned and _has_owners(text, node, last=node is nodes[index]):
            break
        if len(elements) == depth:
            run.append(node)
    return run


def _has_owners(text: str, node: _Node, *, last: bool = False) -> bool:
    if node.owners is not None and not last:
        return True
    return any(
        said.rstrip("。；")[-1:] in CLOSING and OWNER_TAIL.search(said) is not None
        for said in (_said(text, paragraph) for paragraph in node.paragraphs[: node.owners])
    )


def _unmarked(
    text: str, node: _Node, cut: int, target: tuple[str, ...], counts: dict[tuple[str, ...], int]
) -> Iterator[Piece]:
    """The paragraphs from `cut` on as ¶n, those of one group of owners together: 牵头单位：… / 配合单位：…."""
    starts: list[int] = []
    owners = False
    for paragraph in node.paragraphs[cut:]:
        said = _said(text, paragraph)
        names = is_owner_line(said)
        if not (owners and ((names and leading_reference(said) is None) or is_limit_line(said))):
            starts.append(paragraph.start)
            owners = names
    for start, end in pairwise([*starts, node.end]):
        counts[target] = counts.get(target, 0) + 1
        mark = f"¶{counts[target]}"
        yield Piece(ClausePath((*target, mark)), mark, "", None, start, end, start)


__all__ = ["build_pieces", "unmarked_pieces"]

"""What a paper says: the text of a document, block by block, as a reader sees it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from generators.blocks import (
    Addressees,
    AttachmentNote,
    AttachmentStart,
    Block,
    Column,
    Document,
    Heading,
    Imprint,
    LetterHead,
    Masthead,
    PageBreak,
    Para,
    Sheet,
    Signature,
    Table,
    Title,
)


def document_text(document: Document) -> str:
    """All text of a paper in its order, a block's lines one below the other; table cells are joined by tabs."""
    return "\n".join(line for block in document.blocks for line in block_lines(block) if line)


def block_lines(block: Block) -> tuple[str, ...]:
    """The lines of one block, with what the layout adds to its texts: 附件：, the colon after 主送机关, 抄送：."""
    return tuple(LINES[type(block)](block))


def _masthead(block: Masthead) -> Iterator[str]:
    yield from (block.secrecy, block.urgency, *block.issuers[:-1])
    yield block.issuers[-1] + block.suffix
    yield block.number
    if block.signers:
        yield f"签发人：{'　'.join(block.signers)}"


def _imprint(block: Imprint) -> Iterator[str]:
    if block.cc:
        yield f"抄送：{'，'.join(block.cc)}。"
    yield f"{block.printed_by}　{block.printed}"


def _table(block: Table) -> Iterator[str]:
    yield from _head_lines(block)
    yield from ("\t".join(row) for row in block.rows)


def _note(block: AttachmentNote) -> Iterator[str]:
    if len(block.titles) == 1:
        yield f"附件：{block.titles[0]}"
        return
    for index, title in enumerate(block.titles, start=1):
        yield f"{'附件：' if index == 1 else ''}{index}.{title}"


def _head_lines(table: Table) -> Iterator[str]:
    """One line a head row: a group's name over its first leaf, a leaf's in the row where its head begins."""
    for depth in range(table.head_rows):
        yield "\t".join(text for column in table.columns for text in _head_cells(column, depth))


def _head_cells(column: Column, depth: int) -> list[str]:
    if depth == 0:
        name = column.name + (f"（{column.unit}）" if column.unit else "")
        return [name, *[""] * (len(column.leaves) - 1)]
    below = [text for part in column.columns for text in _head_cells(part, depth - 1)]
    return below or [""]


LINES: Final[dict[type, Callable[..., Iterable[str]]]] = {
    Masthead: _masthead,
    LetterHead: lambda block: (block.issuer, block.number),
    Title: lambda block: block.lines,
    Addressees: lambda block: (f"{block.text}：",),
    Heading: lambda block: (block.text,),
    Para: lambda block: (block.text,),
    AttachmentNote: _note,
    Signature: lambda block: (*block.names, block.date),
    Imprint: _imprint,
    AttachmentStart: lambda block: (block.label, *block.title.lines),
    Sheet: lambda block: (*block.title.lines, *block.lead),
    Table: _table,
    PageBreak: lambda _: (),
}

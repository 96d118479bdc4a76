"""Items appended to a list of a source file, everything else in the file left as its author wrote it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import yaml

from zerenku.store.yaml_nodes import LOADER
from zerenku.store.yaml_writer import dump_entries


def append_entries(text: str, lists: Mapping[str, Sequence[object]], *, note: str) -> str:
    """`text` with the entries at the end of the list under each key, below the comment `note`; ValueError if the text
    is no mapping or a list is none. A key that is missing is added at the end.
    """
    newline = "\r\n" if "\r\n" in text else "\n"
    lines = text.replace("\r\n", "\n").split("\n")
    if lines[-1] == "":
        lines.pop()
    values = _values("\n".join(lines) + "\n")
    # From the end of the file upwards, so that places found before stay right.
    missing = [key for key in lists if key not in values]
    for key in missing:
        lines += [f"{key}:", *_block(lists[key], note, "  ")]
    for key in sorted(set(lists) - set(missing), key=lambda name: values[name].start_mark.index, reverse=True):
        _append(lines, key, values[key], lists[key], note)
    return newline.join(lines) + newline


def _values(text: str) -> dict[str, yaml.Node]:
    root = yaml.compose(text, Loader=LOADER)
    if root is None:
        return {}
    if not isinstance(root, yaml.MappingNode):
        raise ValueError(text[:40])  # noqa: TRY004 - the text of a file, not an argument of ours
    return {key.value: value for key, value in root.value}


def _append(lines: list[str], key: str, node: yaml.Node, entries: Sequence[object], note: str) -> None:
    start = node.start_mark
    if isinstance(node, yaml.ScalarNode) and node.value in {"", "~", "null"}:
        row = start.line if f"{key}:" in lines[start.line] else start.line - 1
        lines[row : row + 1] = [f"{key}:", *_block(entries, note, "  ")]
    elif not isinstance(node, yaml.SequenceNode):
        raise ValueError(key)
    elif not node.flow_style:
        last = _last_line(node)
        lines[last + 1 : last + 1] = _block(entries, note, " " * start.column)
    elif not node.value:
        end = node.end_mark
        rest = lines[end.line][end.column :].strip()
        lines[start.line : end.line + 1] = [f"{key}:{' ' + rest if rest else ''}", *_block(entries, note, "  ")]
    else:
        _extend_flow(lines, node, entries)


def _extend_flow(lines: list[str], node: yaml.SequenceNode, entries: Sequence[object]) -> None:
    """Inside [ ]: after the last item, each entry on a line of its own."""
    last = node.value[-1].end_mark
    items = [line.strip().removeprefix("- ") for line in dump_entries(entries, flow=True).splitlines()]
    line = lines[last.line]
    lines[last.line] = line[: last.column] + "".join(f",\n  {item}" for item in items) + line[last.column :]
    lines[:] = "\n".join(lines).split("\n")


def _block(entries: Sequence[object], note: str, pad: str) -> list[str]:
    return [f"{pad}# {note}", *dump_entries(entries, pad=pad).splitlines()]


def _last_line(node: yaml.Node) -> int:
    """The line on which the last thing of a block ends; a block itself is said to end where the next thing begins."""
    while isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        node = last[1] if isinstance(last, tuple) else last
    end = node.end_mark
    return int(end.line if end.column else end.line - 1)

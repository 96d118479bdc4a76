"""Learned entries written to the registers: all of them or none, everything already there kept as it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from zerenku.errors import OutputRefused
from zerenku.store.atomic import write_file
from zerenku.store.workspace import CONTENT
from zerenku.store.yaml_append import append_entries

NOTE: Final = "由 zerenku import --learn 添加，待确认"
HEAD: Final = "# yaml-language-server: $schema=../schema/{name}.schema.json\n"
BOM: Final = "\ufeff"


def append_to_registers(root: Path, entries: Mapping[str, Mapping[str, Sequence[object]]]) -> tuple[Path, ...]:
    """Append to `root`/content/registers: register name → list key → entries. The files that were changed."""
    texts: dict[Path, str] = {}
    for name, lists in entries.items():
        filled = {key: items for key, items in lists.items() if items}
        if not filled:
            continue
        path = root / CONTENT / "registers" / f"{name}.yml"
        text = path.read_bytes().decode() if path.is_file() else HEAD.format(name=name)
        bom = BOM if text.startswith(BOM) else ""
        try:
            texts[path] = bom + append_entries(text.removeprefix(BOM), filled, note=NOTE)
        except ValueError as error:
            raise OutputRefused(str(path), f"“{name}”不是列表，不知道添在哪里；请先运行 zerenku check") from error
    for path, text in texts.items():
        write_file(path, text.encode())
    return tuple(texts)

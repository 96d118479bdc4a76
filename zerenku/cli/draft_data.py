"""The tables that `--data` names: files, folders, and patterns that no shell has expanded."""

from __future__ import annotations

import glob
from collections.abc import Iterable, Iterator
from pathlib import Path

from zerenku.errors import SourceUnreadable
from zerenku.store.returns import is_table


def data_files(given: Iterable[Path]) -> tuple[Path, ...]:
    """The files in the order given, those of a folder or pattern by name, each once.

    SourceUnreadable for a folder or pattern without any table.
    """
    return tuple(dict.fromkeys(file for path in given for file in _files(path)))


def _files(path: Path) -> Iterator[Path]:
    if path.is_dir():
        found = sorted(file for file in path.iterdir() if is_table(file))
    elif glob.has_magic(str(path)) and not path.exists():
        # The command prompt of Windows leaves patterns to the program.
        matched = glob.glob(str(path))  # noqa: PTH207 - may be absolute
        found = sorted(file for file in map(Path, matched) if is_table(file))
    else:
        yield path
        return
    if not found:
        raise SourceUnreadable(str(path), "没有 .csv 或 .xlsx 表格")
    yield from found

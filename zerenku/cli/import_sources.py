"""What `zerenku import` is to read: files, folders and patterns become a list of files, in a fixed order."""

from __future__ import annotations

import glob
from collections.abc import Iterable
from pathlib import Path

from zerenku.errors import SourceUnreadable
from zerenku.extract.reading import SUFFIXES


def source_files(paths: Iterable[Path]) -> tuple[list[Path], list[SourceUnreadable]]:
    """Each file once, in the order given, sorted within a folder or a pattern; and what leads to no file."""
    found: dict[Path, None] = {}
    errors = []
    for path in paths:
        below = _below(path)
        if not below:
            what = "目录里没有可以导入的文件" if path.is_dir() else "没有这个文件；请检查路径"
            errors.append(SourceUnreadable(str(path), what))
        found.update(dict.fromkeys(below))
    return list(found), errors


def _below(path: Path) -> list[Path]:
    if path.is_dir():
        return sorted(item for item in path.rglob("*") if item.is_file() and _is_paper(item, path))
    if path.exists() or not glob.has_magic(str(path)):
        return [path] if path.exists() else []
    # The command prompt of Windows leaves patterns to the program.
    matched = sorted(Path(name) for name in glob.glob(str(path), recursive=True))  # noqa: PTH207 - may be absolute
    return [item for item in matched if item.is_file() and not item.name.startswith("~$")]


def _is_paper(path: Path, folder: Path) -> bool:
    """A file that an office would mean: of a known type, neither hidden nor Word's lock beside an open file."""
    hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
    return path.suffix.lower() in SUFFIXES and not hidden and not path.name.startswith("~$")

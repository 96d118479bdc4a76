"""A workspace of one's own: the example that travels in the package, copied into a new folder."""

from __future__ import annotations

from importlib.resources import as_file, files
from pathlib import Path
from shutil import copytree, ignore_patterns

from zerenku.errors import OutputRefused
from zerenku.store.atomic import MARKER, fresh_folder


def new_workspace(folder: Path) -> tuple[Path, ...]:
    """Copy the example workspace to `folder`, which must not exist or be empty; the files made, relative and sorted."""
    if folder.is_dir() and any(folder.iterdir()):
        raise OutputRefused(str(folder), "目录不是空的，请换一个新目录")
    with fresh_folder(folder) as work, as_file(files("zerenku").joinpath("starter")) as starter:
        copytree(starter, work, dirs_exist_ok=True, ignore=ignore_patterns("__pycache__"))
    (folder / MARKER).unlink()
    return tuple(sorted(path.relative_to(folder) for path in folder.rglob("*") if path.is_file()))

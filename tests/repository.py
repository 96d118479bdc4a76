"""The repository as a heap of files: what the tests of the house look at."""

import os
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("zerenku", "generators", "search")

# What .gitignore names, and git's own folder; the walk does not ask git, so that it works in an unpacked archive, too.
_PASSED_OVER = frozenset(
    {".git", ".venv", ".zerenku", "site", "build", "dist", "__pycache__", "node_modules"}
    | {".mypy_cache", ".pytest_cache", ".ruff_cache", ".import_linter_cache", ".hypothesis"}
)


def files(*suffixes: str, under: tuple[str, ...] = (".",)) -> Iterator[Path]:
    """Every file of ours below the given folders, sorted, with one of the suffixes (all when none is given)."""
    for folder in under:
        for parent, folders, names in os.walk(ROOT / folder):
            top = Path(parent) == ROOT
            folders[:] = sorted(
                name for name in folders if name not in _PASSED_OVER or (name in {"site", "build"} and not top)
            )
            yield from (Path(parent, name) for name in sorted(names) if not suffixes or name.endswith(suffixes))


def texts(*suffixes: str, under: tuple[str, ...] = (".",)) -> Iterator[tuple[str, str]]:
    """Path from the root and text of each such file that is UTF-8 text."""
    for path in files(*suffixes, under=under):
        data = path.read_bytes()
        if b"\0" in data:
            continue
        yield path.relative_to(ROOT).as_posix(), data.decode("utf-8")

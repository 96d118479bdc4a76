"""What of the program decides what a site holds: when that changes, everything is made again."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from hashlib import blake2b
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Final

CODE: Final = Path(__file__).resolve().parents[2]
PARTS: Final = ("generators", "search", "zerenku")
SUFFIXES: Final = frozenset({".py", ".j2", ".html", ".css", ".js", ".md", ".yml", ".svg", ".png", ".docx", ".json"})
LIBRARIES: Final = (
    *("jinja2", "markdown", "markupsafe", "mkdocs", "mkdocs-material"),
    *("icalendar", "lxml", "openpyxl", "pypinyin", "segno"),
)
INHERIT: Final = re.compile(r"^INHERIT:\s*['\"]?([^'\"#\n]+)", re.MULTILINE)


def program_digest() -> str:
    """The digest of our code and templates, of the libraries that write, and of this Python."""
    digest = blake2b(digest_size=16)
    digest.update(f"{sys.version_info[:2]} {[_version(name) for name in LIBRARIES]}\n".encode())
    for part in PARTS:
        for path in sorted(_files(CODE / part)):
            data = path.read_bytes()
            digest.update(f"{path.relative_to(CODE).as_posix()} {len(data)}\n".encode())
            digest.update(data)
    return digest.hexdigest()


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*.*") if path.suffix in SUFFIXES and "__pycache__" not in path.parts)


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def settings_digest(config_file: Path | None) -> str:
    """The digest of a workspace's mkdocs.yml with what it inherits; empty when it has none."""
    digest = blake2b(digest_size=16)
    path = config_file
    while path is not None and path.is_file():
        data = path.read_bytes()
        digest.update(data)
        inherited = INHERIT.search(data.decode("utf-8", "replace"))
        path = path.parent / inherited[1].strip() if inherited else None
    return digest.hexdigest() if config_file else ""

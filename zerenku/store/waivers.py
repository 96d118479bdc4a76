"""Waivers as a workspace holds them: zerenku.toml beside content/, and comments in the sources."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from zerenku.linter.waivers import Waiver, read_comments, read_toml
from zerenku.model.finding import Finding
from zerenku.model.place import Span

SETTINGS: Final = "zerenku.toml"


def load_waivers(root: Path, *, sources: bool) -> tuple[tuple[Waiver, ...], tuple[Finding, ...]]:
    """Waivers of the workspace and what is wrong with them; `sources` says whether to look into content/, too."""
    waivers: list[Waiver] = []
    problems: list[Finding] = []
    settings = root / SETTINGS
    if settings.is_file():
        try:
            found, wrong = read_toml(settings.read_text(encoding="utf-8-sig"), file=SETTINGS)
        except (UnicodeDecodeError, OSError):
            found, wrong = (), (Finding(Span(SETTINGS), "waiver-form", "读不了这个文件", suggest="另存为 UTF-8 文本"),)
        waivers += found
        problems += wrong
    for path in sorted((root / "content").glob("*/*.yml")) if sources else ():
        try:
            text = path.read_text(encoding="utf-8-sig")
        except (UnicodeDecodeError, OSError):
            continue  # loading has said so already
        waivers += read_comments(text, file=path.relative_to(root).as_posix())
    return tuple(waivers), tuple(problems)

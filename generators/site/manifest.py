"""What a build remembers of a site: every file by size and digest, and of every page what it was made from."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from generators.site.noting import Question
from generators.site.pages import Section
from generators.site.shell import Shell, ShellKind

FORM = 2


@dataclass(frozen=True, slots=True)
class FileRecord:
    """A file of the site."""

    size: int
    sha: str

    @classmethod
    def of(cls, data: bytes) -> FileRecord:
        """The record of these bytes."""
        return cls(len(data), sha256(data).hexdigest())


@dataclass(frozen=True, slots=True)
class PageRecord:
    """A page: the digest of its own data, or of what its sheaf is made of; what its template asked, and was told."""

    file: FileRecord
    made_from: str
    questions: tuple[Question, ...]
    answers: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """The site as built by a program (`program` is its digest); `parts` are digests of what is no page.

    `static` are the files that MkDocs wrote, `sheaves` the pages of each sheaf in their order, by their files, `files`
    are all others that are no pages, `papers` what was made of a plan.
    """

    program: str
    shell_key: str = ""
    shells: Mapping[ShellKind, Shell] = field(default_factory=dict)
    static: Mapping[str, FileRecord] = field(default_factory=dict)
    pages: Mapping[str, PageRecord] = field(default_factory=dict)
    sheaves: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    files: Mapping[str, FileRecord] = field(default_factory=dict)
    parts: Mapping[str, str] = field(default_factory=dict)
    papers: Mapping[str, tuple[Mapping[str, Any], ...]] = field(default_factory=dict)

    def everything(self) -> dict[str, FileRecord]:
        """Every file of the site."""
        return {**self.static, **self.files, **{name: page.file for name, page in self.pages.items()}}

    def dump(self) -> str:
        """As JSON; `load` is its inverse."""
        raw = {
            "form": FORM,
            "program": self.program,
            "shell_key": self.shell_key,
            "shells": [
                [kind.section.value, kind.depth, kind.home, kind.outlined, kind.described, shell.pieces]
                for kind, shell in sorted(self.shells.items())
            ],
            "static": _files(self.static),
            "pages": {
                name: [page.file.size, page.file.sha, page.made_from, page.questions, page.answers]
                for name, page in sorted(self.pages.items())
            },
            "sheaves": dict(sorted(self.sheaves.items())),
            "files": _files(self.files),
            "parts": dict(sorted(self.parts.items())),
            "papers": dict(sorted(self.papers.items())),
        }
        return json.dumps(raw, ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def load(cls, text: str) -> Manifest | None:
        """The manifest that `dump` wrote; None for anything else."""
        try:
            raw: dict[str, Any] = json.loads(text)
            if raw["form"] != FORM:
                return None
            return cls(
                program=raw["program"],
                shell_key=raw["shell_key"],
                shells={
                    ShellKind(Section(section), depth, home, outlined, described): Shell(tuple(pieces))
                    for section, depth, home, outlined, described, pieces in raw["shells"]
                },
                static={name: FileRecord(*row) for name, row in raw["static"].items()},
                pages={name: _page(*row) for name, row in raw["pages"].items()},
                sheaves={name: tuple(files) for name, files in raw["sheaves"].items()},
                files={name: FileRecord(*row) for name, row in raw["files"].items()},
                parts=raw["parts"],
                papers={plan: tuple(rows) for plan, rows in raw["papers"].items()},
            )
        except (ValueError, KeyError, TypeError, AttributeError):
            return None


def _files(files: Mapping[str, FileRecord]) -> dict[str, tuple[int, str]]:
    return {name: (file.size, file.sha) for name, file in sorted(files.items())}


def _page(size: int, sha: str, made_from: str, questions: list[list[str]], answers: str) -> PageRecord:
    return PageRecord(FileRecord(size, sha), made_from, tuple(map(tuple, questions)), answers)

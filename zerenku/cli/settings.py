"""What every command knows: the workspace it works in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import click

from zerenku.model.finding import Finding

ORIGINALS: Final = "originals"


@dataclass(frozen=True, slots=True)
class Settings:
    """`root` is the folder that holds content/."""

    root: Path


def root_of(context: click.Context) -> Path:
    """The workspace of the running command."""
    settings = context.find_root().obj
    return settings.root if isinstance(settings, Settings) else Path.cwd()


def say_findings(findings: Iterable[Finding]) -> None:
    """One line a finding, on standard error."""
    for finding in findings:
        click.echo(str(finding), err=True)


def originals_folder(root: Path, asked: Path | None) -> Path | None:
    """The folder of originals asked for, else the workspace's own, if it has one."""
    folder = root / ORIGINALS
    return asked or (folder if folder.is_dir() else None)

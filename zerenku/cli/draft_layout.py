"""Which layout profile a drafted paper takes: that of its issuer, or the one that `--profile` names."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import click

from generators.blocks import Document
from generators.word import writer
from generators.word.layouts import STANDARD, Layouts
from zerenku.catalogue.registers import near
from zerenku.cli.draft_kinds import Wish
from zerenku.cli.settings import say_findings
from zerenku.errors import ContentBroken, UnknownName
from zerenku.store.profiles import read_profiles

KEPT: Final = "zerenku.layouts"
WRITTEN: Final = "zerenku.papers"
"""Under these names click's context keeps the layouts of a command, and what it has written."""


def keep_layouts(context: click.Context, root: Path, chosen: str, *, wish: Wish | None = None) -> None:
    """Read the profiles for what this command writes; UnknownName for an id that none has."""
    profiles, findings = read_profiles(root)
    say_findings(findings)
    if findings:
        raise ContentBroken(len(findings))
    ids = [profile.id for profile in profiles]
    if chosen and chosen not in {STANDARD, *ids}:
        raise UnknownName("版式", chosen, near(chosen, [*ids, STANDARD], part=False))
    layouts = Layouts(profiles, chosen)
    context.meta[KEPT] = layouts.for_plan(wish.plan, wish.catalogue.registers) if wish and wish.plan else layouts


def write_docx(document: Document, *, verbatim: bool = False) -> bytes:
    """The bytes of a paper in the layout of its issuer; a `verbatim` one keeps the mark and 版记 of its source.

    Outside a command, and without a profile, the layout is that of the standard.
    """
    context = click.get_current_context(silent=True)
    layouts: Layouts = context.meta.get(KEPT, Layouts()) if context else Layouts()
    data, document = layouts.laid_out(document, verbatim=verbatim)
    if context is not None:
        context.meta.setdefault(WRITTEN, {})[data] = document
    return data


def reckoned_pages(data: bytes) -> int | None:
    """How many pages a paper that this command wrote should take; None where that places nothing."""
    document = click.get_current_context().meta.get(WRITTEN, {}).get(data)
    return None if document is None else writer.reckoned_pages(document)

"""Which layout profile a drafted paper takes: that of its issuer, or the one that `--profile` names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import click

from generators.blocks import Document
from generators.word import writer
from generators.word.profile import adapted, issuer_of, look_of
from zerenku.catalogue.registers import near
from zerenku.cli.settings import say_findings
from zerenku.errors import ContentBroken, UnknownName
from zerenku.model.profile import LayoutProfile
from zerenku.store.profiles import read_profiles

STANDARD: Final = "standard"
KEPT: Final = "zerenku.layouts"
WRITTEN: Final = "zerenku.papers"
"""Under these names click's context keeps the layouts of a command, and what it has written."""


@dataclass(frozen=True, slots=True)
class Layouts:
    """The profiles of a workspace; `chosen` is the id asked for, empty to go by issuer.

    `places` are the ids of the plan's place and those above it, none for any; `issuer` is the plan's, for papers
    without a head.
    """

    profiles: tuple[LayoutProfile, ...]
    chosen: str = ""
    places: tuple[str, ...] = ()
    issuer: str = ""

    def of(self, document: Document) -> LayoutProfile | None:
        """The profile for a paper; None for the standard."""
        if self.chosen == STANDARD:
            return None
        if self.chosen:
            return next(profile for profile in self.profiles if profile.id == self.chosen)
        issuer = issuer_of(document) or self.issuer
        found = [profile for profile in self.profiles if profile.issuer == issuer]
        here = [profile for profile in found if not self.places or profile.place in self.places]
        return here[0] if len(here) == 1 else None


def keep_layouts(
    context: click.Context, root: Path, chosen: str, *, places: Sequence[str] = (), issuer: str = ""
) -> None:
    """Read the profiles for what this command writes; UnknownName for an id that none has."""
    profiles, findings = read_profiles(root)
    say_findings(findings)
    if findings:
        raise ContentBroken(len(findings))
    ids = [profile.id for profile in profiles]
    if chosen and chosen not in {STANDARD, *ids}:
        raise UnknownName("版式", chosen, near(chosen, [*ids, STANDARD], part=False))
    context.meta[KEPT] = Layouts(profiles, chosen, tuple(places), issuer)


def write_docx(document: Document, *, verbatim: bool = False) -> bytes:
    """The bytes of a paper in the layout of its issuer; a `verbatim` one keeps the mark and 版记 of its source.

    Outside a command, and without a profile, the layout is that of the standard.
    """
    context = click.get_current_context(silent=True)
    layouts: Layouts | None = context.meta.get(KEPT) if context else None
    profile = layouts.of(document) if layouts else None
    if profile is not None:
        document = adapted(document, profile, verbatim=verbatim)
    data = writer.write_docx(document, look_of(profile))
    if context is not None:
        context.meta.setdefault(WRITTEN, {})[data] = document
    return data


def reckoned_pages(data: bytes) -> int | None:
    """How many pages a paper that this command wrote should take; None where that places nothing."""
    document = click.get_current_context().meta.get(WRITTEN, {}).get(data)
    return None if document is None else writer.reckoned_pages(document)

"""The layout profiles of a workspace, and which of them a paper takes: that of its issuer, or the one asked for."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from generators.blocks import Document
from generators.word.profile import adapted, issuer_of, look_of
from generators.word.writer import write_docx
from zerenku.catalogue.registers import Registers
from zerenku.model.plan import Plan
from zerenku.model.profile import LayoutProfile

STANDARD: Final = "standard"


@dataclass(frozen=True, slots=True)
class Layouts:
    """The profiles of a workspace; `chosen` is the id asked for, empty to go by issuer.

    `places` are the ids of the plan's place and those above it, none for any; `issuer` is the plan's, for papers
    without a head.
    """

    profiles: tuple[LayoutProfile, ...] = ()
    chosen: str = ""
    places: tuple[str, ...] = ()
    issuer: str = ""

    def for_plan(self, plan: Plan, registers: Registers) -> Layouts:
        """Those for the papers of a plan."""
        places = tuple(place.id for place in registers.place_chain(plan.place))
        return replace(self, places=places, issuer=plan.issuers[0] if plan.issuers else "")

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

    def laid_out(self, document: Document, *, verbatim: bool = False) -> tuple[bytes, Document]:
        """The bytes of a paper, and the paper as its profile adapts it; see `adapted` for `verbatim`."""
        profile = self.of(document)
        if profile is not None:
            document = adapted(document, profile, verbatim=verbatim)
        return write_docx(document, look_of(profile)), document

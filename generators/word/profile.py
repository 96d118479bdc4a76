"""An issuer's layout profile on a paper: mark and 版记 among the blocks, fonts and page numbers in Word.

The standard stays the default. What a plan, a source or a person says stands before what is habit.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from generators import blocks as b
from generators.word import measures as m
from zerenku.model.profile import LayoutProfile, PageNumbers

SUFFIX: Final = "文件"


@dataclass(frozen=True, slots=True)
class Look:
    """What of a profile shows in Word: (name by the standard, name at hand) of fonts, numbers in the middle or not."""

    fonts: tuple[tuple[str, str], ...] = ()
    centred: bool = False

    def named(self, text: str) -> str:
        """XML with the fonts by the names at hand; they stand in attributes, and nothing else is called like them."""
        for standard, own in self.fonts:
            text = text.replace(f'"{standard}"', f'"{own}"')
        return text


STANDARD: Final = Look()


def look_of(profile: LayoutProfile | None) -> Look:
    """The look of a profile; that of the standard without one."""
    if profile is None:
        return STANDARD
    fonts = profile.fonts
    pairs = (
        (m.FANGSONG, fonts.fangsong.value),
        (m.KAITI, fonts.kaiti.value),
        (m.HEITI, fonts.heiti.value),
        (m.XIAOBIAOSONG, fonts.title.value),
        (m.SONGTI, fonts.songti.value),
    )
    other = tuple((standard, own) for standard, own in pairs if standard != own)
    return Look(other, profile.page_number is PageNumbers.CENTRE)


def issuer_of(document: b.Document) -> str:
    """The lead issuer as the head of the paper names it, empty for a paper without a head."""
    for block in document.blocks:
        if isinstance(block, b.Masthead):
            return block.issuers[0]
        if isinstance(block, b.LetterHead):
            return block.issuer
    return ""


def adapted(document: b.Document, profile: LayoutProfile, *, verbatim: bool = False) -> b.Document:
    """The paper with the profile's mark and 版记; of a `verbatim` one nothing is changed but an unknown 印发机关."""
    made = (_adapted(block, profile, verbatim=verbatim) for block in document.blocks)
    return replace(document, blocks=tuple(block for block in made if block is not None))


def _adapted(block: b.Block, profile: LayoutProfile, *, verbatim: bool) -> b.Block | None:
    match block:
        case b.Masthead() if profile.mark and not verbatim and block.suffix in {"", SUFFIX}:
            suffix = SUFFIX if profile.mark.endswith(SUFFIX) else ""
            names = (profile.mark.removesuffix(SUFFIX), *block.issuers[1:])
            return replace(block, issuers=names, suffix=suffix)
        case b.Imprint():
            if not profile.imprint and not verbatim:
                return None
            # An issuer that prints its own papers is what is written where nobody knows better.
            unknown = profile.printed_by and block.printed_by == profile.issuer
            by = profile.printed_by if unknown and profile.printed_by else block.printed_by
            return replace(block, printed_by=by, cc=block.cc if block.cc or verbatim else profile.cc)
    return block

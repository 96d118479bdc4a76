"""The page numbers of a paper: where a PAGE field stands in its footers and headers."""

from __future__ import annotations

from typing import Final

from zerenku.proof.heights import height
from zerenku.proof.paper import Genre, Paper
from zerenku.proof.values import Paragraph, Section

PAGE: Final = "PAGE"
KINDS: Final = ("default", "even", "first")


def number_lines(paper: Paper) -> list[tuple[Section, str, Paragraph, float]]:
    """(section, kind of page, paragraph, twips of what stands under it) of every number that is printed.

    A kind of page that a section never has does not count: even pages where all are alike, a first page that is one of
    the others. Nor does the first page of a letter, which ought to have no number: `first_number` is about that.
    """
    found = []
    for section in paper.sections:
        for kind in KINDS:
            unused = (kind == "even" and not paper.even_and_odd) or (kind == "first" and not section.first_differs)
            if unused or (kind == "first" and paper.genre is Genre.LETTER):
                continue
            story = section.footers.get(kind, ())
            for index, line in enumerate(story):
                if _is_number(line):
                    below = sum(height(item) for item in story[index + 1 :] if not item.boxed)
                    found.append((section, kind, line, below))
    return found


def first_number(section: Section) -> bool:
    """Whether the first page of a section carries a number."""
    return any(map(_is_number, section.footers.get("first" if section.first_differs else "default", ())))


def _is_number(line: Paragraph) -> bool:
    return any(code.split()[:1] == [PAGE] for code in line.fields)

"""The index in works: files that are made together, in any process, and not at all where an earlier build has them.

First the sections are read, each by itself; from their parts come the shards of the whole catalogue, drawer by drawer;
what these tell is gathered in the root.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from search.browser.codec import NumberWriter, script
from search.browser.facets import VALUES, facet_names, facet_shards
from search.browser.parts import Part, Parts, read_section
from search.browser.probes import check_drawer, check_words, terms_by_drawer
from search.browser.reader import shards_in
from search.browser.records import CHUNK
from search.browser.sections import Section, sections_of
from search.browser.shards import DRAWERS, drawer_shards
from search.browser.sounds import SoundShards
from search.browser.tables import tables
from search.browser.words import WordShards
from search.traditional import SIMPLIFIED
from search.words import gather_lexicon, lexicon_mark
from zerenku.catalogue.catalogue import Catalogue

# Up to so many clauses every question is answered from all that fit, as `Searcher` does it; above, a page at a time.
WHOLE: Final = 1000
LEXICON: Final = "lexicon"


@dataclass(frozen=True, slots=True)
class Made:
    """(name, script) of shards, and what the root says of them, in plain values."""

    head: Any
    files: tuple[tuple[str, bytes], ...]


@dataclass(frozen=True, slots=True)
class Work:
    """Shards that are made together. With an equal `mark` the work of the same name makes the same."""

    name: str
    mark: str
    make: Callable[[], Made]


# Does works in any order, in any process, sees to their files, and gives their heads in the order of the works.
Done = Callable[[Sequence[Work]], Iterable[Any]]


def write_index(
    catalogue: Catalogue, done: Done, *, mark_of: Callable[[Sequence[str]], str] = lambda _: ""
) -> Iterator[tuple[str, bytes]]:
    """Have all works done, and give (name, script) of what belongs to none of them.

    `done` is given the works of all sections, then all others. `mark_of` tells of some plans, by their ids, what
    differs when anything about their clauses does. ProbeMissed when a question drawn from the catalogue does not lead
    to its clause.
    """
    sections = sections_of(plan.id for plan in catalogue.plans)
    read = [Work(f"c-{item.name}", mark_of(item.plans), partial(_section, catalogue, item)) for item in sections]
    whole = WholeIndex(catalogue, sections, tuple(map(Part.load, done(read))))
    works = whole.works()
    return whole.root(dict(zip((work.name for work in works), done(works), strict=True)))


def _section(catalogue: Catalogue, section: Section) -> Made:
    part, files = read_section(catalogue, section)
    return Made(part.dump(), files)


class WholeIndex:
    """The shards that hold for the whole catalogue, from the parts of its sections."""

    def __init__(self, catalogue: Catalogue, sections: Sequence[Section], parts: Sequence[Part]) -> None:
        self._catalogue = catalogue
        self._parts = Parts(sections, parts)
        self._writer = NumberWriter()
        self._needed = terms_by_drawer(self._parts.probes())

    def works(self) -> tuple[Work, ...]:
        """What there is to make before the root."""
        names = repr([facet_names(self._catalogue, facet) for facet in VALUES])
        return (
            Work(LEXICON, lexicon_mark(self._catalogue), self._lexicon),
            Work("facets", self._parts.facets_mark(names), self._facets),
            *(
                Work(f"drawer-{drawer}", self._parts.drawer_mark(drawer), partial(self._drawer, drawer))
                for drawer in range(DRAWERS)
            ),
        )

    def _lexicon(self) -> Made:
        lexicon = gather_lexicon(self._catalogue)
        words, sounds = WordShards(lexicon), SoundShards(lexicon)
        files = (*words.files(), *sounds.files())
        check_words(lexicon, words.head, shards_in(dict(files)))
        return Made([words.head, sounds.head], files)

    def _facets(self) -> Made:
        return Made(None, tuple(facet_shards(self._catalogue, list(self._parts.facet_rows()), self._writer)))

    def _drawer(self, drawer: int) -> Made:
        texts = self._parts.drawer(drawer, self._writer)
        made = {family: drawer_shards(rows, f"{family}{drawer}") for family, rows in zip("ps", texts, strict=True)}
        files = tuple(file for item in made.values() for file in item.files)
        heads = {family: item.head for family, item in made.items()}
        check_drawer(self._needed.get(drawer, ()), heads, shards_in(dict(files)))
        return Made(list(heads.values()), files)

    def root(self, heads: Mapping[str, Any]) -> Iterator[tuple[str, bytes]]:
        """What is read first, and what belongs to no work; `heads` are those of all works by name."""
        words, sounds = heads[LEXICON]
        drawers = [heads[f"drawer-{drawer}"] for drawer in range(DRAWERS)]
        root = {
            "size": self._parts.size,
            "chunk": CHUNK,
            "sections": self._parts.sections,
            "whole": self._parts.size <= WHOLE,
            "lengths": self._parts.lengths(),
            "words": words,
            "sounds": sounds,
            "postings": {"p": [own for own, _ in drawers], "s": [shared for _, shared in drawers]},
            "tables": tables(self._writer),
        }
        yield "root", script("root", root)
        yield "frames", script("frames", self._parts.back)
        yield "traditional", script("traditional", SIMPLIFIED)

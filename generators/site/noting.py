"""What a template asks of the catalogue beyond its page's own data: each question is noted, so that it can be asked
again in the next build. A page stays as it is only when every answer did.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final

from generators.site.edition import Edition
from generators.site.papers import Paper, PaperRow
from zerenku.catalogue.catalogue import Catalogue
from zerenku.catalogue.digest import Digester
from zerenku.catalogue.registers import Registers

Question = tuple[str, ...]
"""Whom, what, and words: (catalogue, duties_of, qinghe-2030); named words have NAMED before and after the name."""
PAPERS: Final = "papers"
PUBLISHED: Final = "published"
YES: Final = "yes"
NO: Final = "no"
NAMED: Final = "\x1f"
COUNTED: Final = "\x1e"
"""Behind a question of which only the number of answers was asked."""


class Notebook:
    """The questions of the page that is being poured, each once, in order."""

    def __init__(self, edition: Edition) -> None:
        self._noted: dict[Question, None] = {}
        self._edition = edition
        self.catalogue: Any = _Asked(edition.catalogue, "catalogue", self.note)
        self.papers: Sequence[Paper] = _AskedPapers(edition.papers, self.note)

    def begin(self) -> None:
        """Start a new page."""
        self._noted = {}

    @property
    def questions(self) -> tuple[Question, ...]:
        """What was asked since `begin`."""
        return tuple(self._noted)

    def note(self, question: Question) -> None:
        """Somebody asked."""
        self._noted[question] = None

    def papers_of(self, plan_id: str) -> tuple[PaperRow, ...]:
        """`Edition.papers_of`, noted."""
        self.note((PAPERS, plan_id))
        return self._edition.papers_of(plan_id)

    def published(self, name: str) -> bool:
        """`Edition.published`, noted."""
        self.note((PUBLISHED, name))
        return self._edition.published(name)


class _Asked:
    """The catalogue or its registers: attributes and methods as they are, each use noted."""

    def __init__(self, asked: object, name: str, note: Callable[[Question], None]) -> None:
        self._asked, self._name, self._note = asked, name, note

    def __getattr__(self, name: str) -> Any:
        value = getattr(self._asked, name)
        if isinstance(value, Registers):
            return _Asked(value, name, self._note)
        if isinstance(value, tuple):
            return _AskedMany(value, (self._name, name), self._note)
        if not callable(value):
            self._note((self._name, name))
            return value

        def ask(*words: str, **named: str) -> Any:
            self._note((self._name, name, *words, *(f"{NAMED}{key}{NAMED}{word}" for key, word in named.items())))
            return value(*words, **named)

        return ask


class _AskedMany(Sequence[Any]):
    """Records of the catalogue: how many there are is one question, which they are another."""

    def __init__(self, found: tuple[Any, ...], question: Question, note: Callable[[Question], None]) -> None:
        self._found, self._question, self._note = found, question, note

    def __len__(self) -> int:
        self._note((*self._question, COUNTED))
        return len(self._found)

    def __getitem__(self, index: Any) -> Any:
        self._note(self._question)
        return self._found[index]

    def __iter__(self) -> Iterator[Any]:
        self._note(self._question)
        return iter(self._found)


class _AskedPapers(Sequence[Paper]):
    def __init__(self, papers: tuple[Paper, ...], note: Callable[[Question], None]) -> None:
        self._papers, self._note = papers, note

    def __len__(self) -> int:
        self._note((PAPERS,))
        return len(self._papers)

    def __getitem__(self, index: Any) -> Any:
        self._note((PAPERS,))
        return self._papers[index]

    def __iter__(self) -> Iterator[Paper]:
        self._note((PAPERS,))
        return iter(self._papers)


class Answers:
    """Digests of answers in one edition, each found once."""

    def __init__(self, edition: Edition, digester: Digester) -> None:
        self._edition, self._digester = edition, digester
        self._known: dict[Question, str] = {}

    def of(self, questions: Sequence[Question]) -> str:
        """One digest for all of them; empty when one has no answer that could be compared."""
        answers = [self._answer(question) for question in questions]
        return self._digester.of(answers) if all(answers) else ""

    def _answer(self, question: Question) -> str:
        if question[0] == PUBLISHED:
            # Every page asks that of other files.
            return YES if self._edition.published(question[1]) else NO
        if question not in self._known:
            try:
                self._known[question] = self._digester.of(self._ask(question))
            except (KeyError, AttributeError, TypeError):
                # The thing is gone, or is nothing to compare: the page must be made again.
                self._known[question] = ""
        return self._known[question]

    def _ask(self, question: Question) -> object:
        whom, *rest = question
        if whom == PAPERS:
            return self._edition.papers_of(rest[0]) if rest else self._edition.papers
        asked: Mapping[str, Catalogue | Registers] = {
            "catalogue": self._edition.catalogue,
            "registers": self._edition.catalogue.registers,
        }
        value = getattr(asked[whom], rest[0])
        if not callable(value):
            return len(value) if rest[1:] == [COUNTED] else value
        words = [word for word in rest[1:] if not word.startswith(NAMED)]
        named = [word.split(NAMED, 2) for word in rest[1:] if word.startswith(NAMED)]
        return value(*words, **{key: word for _, key, word in named})

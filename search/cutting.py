"""What a question holds beside known words: cut where the clauses never join two characters, mended where one word is
misspelt or typed by sound, scattered into pairs where nothing else fits.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from search.analyzer import is_han, plain, query_terms, units
from search.lexicon import SHORTEST, Lexicon
from search.memory import remembered
from search.question import Piece, trim
from search.vocabulary import IDLE_UNITS

# Plain texts of fewer characters say little; a word in Latin letters or digits is fenced by blanks, so it has three.
PAIR: Final = 2
# Digits that make a number a name: 999号, 30871.
NUMBER: Final = 3
# Two characters that more than so many times the clauses have than have a word they are in are no sign of that word.
COMMON: Final = 5
# So many Latin words beside each other may spell one word.
JOINED: Final = 6


class Cutter:
    """Cuts, mends and scatters pieces by what one index holds. `frequency` counts the clauses with a term."""

    def __init__(self, lexicon: Lexicon, frequency: Callable[[str], int]) -> None:
        self._lexicon = lexicon
        self._frequency = frequency
        self.is_heard = remembered(self._is_heard)

    def _is_heard(self, text: str) -> bool:
        """Does every term of a plain text occur in some clause?"""
        terms = query_terms(text)
        return bool(terms) and all(map(self._frequency, terms))

    def cut(self, pieces: Sequence[Piece]) -> tuple[Piece, ...]:
        """Unknown pieces cut between characters that no clause has side by side. Idle characters that fall off are let
        go; a piece that would lose others stays whole, for then it is not all of it that is found.
        """
        found: list[Piece] = []
        for piece in pieces:
            runs = [] if piece.groups else list(self._runs(piece.plain))
            kept = [run for run in runs if len(run) >= PAIR]
            lost = any(run not in IDLE_UNITS for run in runs if len(run) < PAIR)
            found.extend([piece] if lost or not kept else [Piece(run, self._lexicon.of(run)) for run in kept])
        return tuple(dict.fromkeys(found))

    def mend(self, core: str, pieces: Sequence[Piece]) -> tuple[Piece, ...]:
        """The pieces of a question whose core has a misspelt word put right, or whose Latin letters, that nobody wrote,
        are read as pinyin or initials.
        """
        known = [piece.plain for piece in pieces if piece.groups]
        for typed, word in self._lexicon.near(core):
            if self._slipped(typed, word) and not any(_cuts(typed, name, core) for name in known):
                head, _, tail = core.partition(typed)
                right = Piece(word, self._lexicon.of(word))
                return tuple(dict.fromkeys([*self._known(head), right, *self._known(tail)]))
        return tuple(dict.fromkeys(self._sounded(pieces)))

    def scatter(self, pieces: Sequence[Piece]) -> tuple[Piece, ...]:
        """Unknown pieces as their pairs of neighbours, heard or not; known ones as they are."""
        found: list[Piece] = []
        for piece in pieces:
            if piece.groups:
                found.append(piece)
            else:
                found.extend(Piece(plain(term)) for term in query_terms(piece.plain))
        return tuple(dict.fromkeys(found))

    def has_strange_number(self, pieces: Sequence[Piece]) -> bool:
        """Is there a number that no clause has? Then it is of another paper, and what is near it is something else."""
        return any(
            unit.isdecimal() and len(unit) >= NUMBER and not self._frequency(unit)
            for piece in pieces
            if not piece.groups
            for unit in units(piece.plain)
        )

    def _runs(self, text: str) -> Iterator[str]:
        """Stretches of Han characters each of which some clause joins to the next, and the words between them."""
        run = ""
        for unit in units(text):
            if run and not (is_han(run[-1]) and is_han(unit) and self._frequency(run[-1] + unit)):
                yield plain(run)
                run = ""
            run += unit
        if run:
            yield plain(run)

    def _known(self, text: str) -> list[Piece]:
        cut = [(word if groups else trim(word), groups) for word, groups in self._lexicon.cut(plain(text))]
        return [Piece(word, groups or self._lexicon.of(word)) for word, groups in cut if word]

    def _sounded(self, pieces: Sequence[Piece]) -> Iterator[Piece]:
        """With Latin letters read as words; as many neighbours as will do are one word: xiaofang tongdao."""
        at = 0
        while at < len(pieces):
            reach = at
            while reach < min(len(pieces), at + JOINED) and self._is_spelling(pieces[reach]):
                reach += 1
            spelt = ((stop, self._spelt(pieces[at:stop])) for stop in range(reach, at, -1))
            stop, words = next(((stop, words) for stop, words in spelt if words), (at + 1, (pieces[at],)))
            yield from words
            at = stop

    def _spelt(self, pieces: Sequence[Piece]) -> tuple[Piece, ...]:
        rows = self._lexicon.spelt("".join(units(piece.plain)[0] for piece in pieces))
        words = [next((like for like in likes if self.is_heard(like)), likes[0]) for likes in rows]
        return tuple(Piece(word, self._lexicon.of(word)) for word in words)

    def _is_spelling(self, piece: Piece) -> bool:
        row = units(piece.plain)
        return not (piece.groups or len(row) > 1 or is_han(row[0]) or self.is_heard(piece.plain))

    def _slipped(self, typed: str, word: str) -> bool:
        """Is the character in which they differ joined to its neighbours nowhere else? Then nobody meant it.

        But what is itself a known word was meant.
        """
        if self._lexicon.of(typed):
            return False
        at = next(at for at, (one, two) in enumerate(zip(typed, word, strict=True)) if one != two)
        if len(typed) == SHORTEST and at != 1 and not self._is_fair(typed, word, at):
            return False
        pairs = [typed[max(0, start) : start + PAIR] for start in (at - 1, at) if 0 <= start <= len(typed) - PAIR]
        return not any(self._frequency(pair) for pair in pairs)

    def _is_fair(self, typed: str, word: str, at: int) -> bool:
        """Is a word of three characters a fair guess for one that differs in its first or last?

        Not where the two that they share are a word of their own, or stand beside so much else (安全 in 安全帽) that
        they are no sign of it. Beside two that clauses do have (消防课), a word that none has (消防栓) is no better;
        where none has these two either (路灯坏了 beside 桥坏了), it is chance.
        """
        shared = typed[1:] if at == 0 else typed[:-1]
        other = word[:PAIR] if at == 0 else word[1:]
        often = self._frequency(shared)
        if not often and not self.is_heard(word):
            return False
        return not self._lexicon.of(shared) and (not often or often <= COMMON * self._frequency(other))


def _cuts(typed: str, known: str, core: str) -> bool:
    """Does a stretch of the core take a part of a known word and leave the rest?"""
    start, first = core.find(typed), core.find(known)
    end, last = start + len(typed), first + len(known)
    return first >= 0 and start < last and first < end and not (start <= first and last <= end)


def weighty(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Those that say something; 报, 开, 配 count where they are found, but are not asked of a clause beside them."""
    return tuple(piece for piece in pieces if piece.strong) or tuple(pieces)

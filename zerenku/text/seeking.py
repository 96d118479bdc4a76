"""Finding what is rare in a long text: a cheap look for where it can begin, then the whole pattern there only."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator


def seek(
    pattern: re.Pattern[str], begins: re.Pattern[str], text: str, start: int = 0, end: int | None = None
) -> Iterator[re.Match[str]]:
    """The same as `pattern.finditer`, for a pattern that matches at each place either something or nothing.

    `begins` matches one character, wherever `pattern` can begin and as seldom as possible elsewhere. A set of
    characters is found many times faster than the first of many alternatives fails to match.
    """
    stop = len(text) if end is None else end
    return match_at(pattern, map(re.Match.start, begins.finditer(text, start, stop)), text, stop)


def match_at(pattern: re.Pattern[str], places: Iterable[int], text: str, stop: int) -> Iterator[re.Match[str]]:
    """The matches at `places`, which are in order, one behind the other: a place inside a match begins none."""
    done = 0
    for place in places:
        match = pattern.match(text, place, stop) if place >= done else None
        if match is not None:
            done = match.end()
            yield match

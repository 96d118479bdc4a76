"""Finding what is rare in a long text: a cheap look for where it can begin, then the whole pattern there only."""

from __future__ import annotations

import re
from collections.abc import Iterator


def seek(
    pattern: re.Pattern[str], begins: re.Pattern[str], text: str, start: int = 0, end: int | None = None
) -> Iterator[re.Match[str]]:
    """The same as `pattern.finditer`, for a pattern that matches at each place either something or nothing.

    `begins` matches one character, wherever `pattern` can begin and as seldom as possible elsewhere. A set of
    characters is found many times faster than the first of many alternatives fails to match.
    """
    stop = len(text) if end is None else end
    done = start
    for place in begins.finditer(text, start, stop):
        at = place.start()
        if at < done:
            continue
        match = pattern.match(text, at, stop)
        if match is not None:
            done = match.end()
            yield match

"""How numbers, keys and shards are written for the browser; `assets/store.js` reads the same.

A list of numbers is a string of printable characters that mean the same in JSON and in a script. The last character of
each number is one of 60, those before it are of 29 others, most significant first: small steps take one character.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, chain
from operator import sub
from struct import pack, unpack
from typing import Any, Final

# No quote, no backslash, nothing that could end a script element.
ALPHABET: Final = "".join(chr(code) for code in range(0x20, 0x7F) if chr(code) not in "\"\\<>&'")
LAST: Final = 60
LASTS: Final = ALPHABET[:LAST]
FIRSTS: Final = ALPHABET[LAST:]
# Numbers of one character one after another, or a longer number.
WRITTEN: Final = re.compile(f"[{re.escape(LASTS)}]+|[{re.escape(FIRSTS)}]+[{re.escape(LASTS)}]")
# What each last character means, for `bytes.translate`.
MEANT: Final = bytes.maketrans(LASTS.encode(), bytes(range(LAST)))
# What could end the script element or a string in it; JSON reads the escapes as the characters themselves.
UNSAFE: Final = "<>&\u2028\u2029"
_ENCODED: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
BITS: Final = 6

# Ascending numbers by key, packed so that they can still be put behind others: the keys, the first number of each and
# then the last of each, and the steps from one number to the next as written.
Rows = tuple[bytes, bytes, bytes]
NO_ROWS: Final[Rows] = b"", b"", b""
# No key has it, nor any text that was read.
BETWEEN: Final = "\0"


def _written(number: int) -> str:
    number, last = divmod(number, LAST)
    text = LASTS[last]
    while number:
        number, digit = divmod(number, len(FIRSTS))
        text = FIRSTS[digit] + text
    return text


class _Texts(dict[int, str]):
    def __missing__(self, number: int) -> str:
        self[number] = _written(number)
        return self[number]


class NumberWriter:
    """Writes numbers; how each is written is worked out once."""

    def __init__(self) -> None:
        self._table = _Texts()

    def numbers(self, numbers: Iterable[int]) -> str:
        """Numbers one after another."""
        return "".join(map(self._table.__getitem__, numbers))

    def steps(self, numbers: Sequence[int]) -> str:
        """Ascending numbers as the steps from one to the next, the first from 0."""
        return "".join(map(self._table.__getitem__, map(sub, numbers, chain((0,), numbers))))

    def rows(self, lists: Mapping[str, Sequence[int]]) -> Rows:
        """The ascending numbers of every key, at least one."""
        if not lists:
            return NO_ROWS
        table = self._table.__getitem__
        numbers = lists.values()
        ends = pack(f"<{2 * len(lists)}I", *[row[0] for row in numbers], *[row[-1] for row in numbers])
        steps = ["".join(map(table, map(sub, row[1:], row))) if len(row) > 1 else "" for row in numbers]
        return BETWEEN.join(lists).encode(), ends, BETWEEN.join(steps).encode()

    def joined(self, parts: Iterable[tuple[int, Rows]]) -> dict[str, str]:
        """The numbers of every key, those of one part after those of another, as `steps` writes them.

        `parts` are in order, each with what is to be added to its numbers.
        """
        table = self._table
        # Of each key its texts, and before them, as long as there may be more, its last number.
        found: dict[str, list[Any]] = {}
        for base, rows in parts:
            for key, first, last, steps in _unpacked(rows):
                known = found.get(key)
                if known is None:
                    found[key] = [base + last, table[base + first] + steps]
                else:
                    known.append(table[base + first - known[0]] + steps)
                    known[0] = base + last
        for known in found.values():
            known[0] = ""
        return {key: "".join(known) for key, known in found.items()}


def _unpacked(rows: Rows) -> Iterable[tuple[str, int, int, str]]:
    """Of every key its first number, its last, and the steps between."""
    keys, ends, steps = rows
    if not keys:
        return ()
    numbers = unpack(f"<{len(ends) // 4}I", ends)
    count = len(numbers) // 2
    texts = keys.decode().split(BETWEEN), numbers[:count], numbers[count:], steps.decode().split(BETWEEN)
    return zip(*texts, strict=True)


def _read(text: str) -> int:
    """A number that takes more than one character."""
    number = 0
    for char in text[:-1]:
        number = number * len(FIRSTS) + ALPHABET.index(char) - LAST
    return number * LAST + ALPHABET.index(text[-1])


def read_numbers(text: str) -> list[int]:
    """What `numbers` wrote."""
    found: list[int] = []
    for run in WRITTEN.findall(text):
        if run[0] in FIRSTS:
            found.append(_read(run))
        else:
            # A byte is a number by itself.
            found += run.encode().translate(MEANT)
    return found


def count_of(text: str) -> int:
    """How many numbers are written in a text."""
    return len(text.encode().translate(None, FIRSTS.encode()))


def read_steps(text: str) -> list[int]:
    """The numbers that `steps` wrote."""
    return list(accumulate(read_numbers(text)))


def key_number(key: str) -> int:
    """A number of 32 bits for a key, from its UTF-16 units as the browser sees them."""
    number = 0
    for unit in utf16(key):
        number = (number * 31 + unit) & 0xFFFFFFFF
    number ^= number >> 15
    return (number * 0x2C1B3C6D & 0xFFFFFFFF) >> 8


def utf16(text: str) -> Iterable[int]:
    """The UTF-16 units of a text."""
    if text.isascii() or max(text) <= "\uffff":
        return map(ord, text)
    raw = text.encode("utf-16-le")
    return (raw[at] | raw[at + 1] << 8 for at in range(0, len(raw), 2))


def utf16_length(text: str) -> int:
    """The length of a text as the browser counts it."""
    return len(text.encode("utf-16-le")) // 2


def mask(keys: Iterable[str]) -> str:
    """A set of keys in about ten bits each; what it does not hold is certainly no key. Its length gives its size."""
    kept = sorted(set(keys))
    size = max(64, len(kept) * 10)
    bits = bytearray(-(-size // BITS))
    for key in kept:
        at = key_number(key) % (len(bits) * BITS)
        bits[at // BITS] |= 1 << at % BITS
    return "".join(ALPHABET[value] for value in bits)


def in_mask(bits: str, key: str) -> bool:
    """False when the key is certainly not among those of the mask."""
    at = key_number(key) % (len(bits) * BITS)
    return bool(ALPHABET.index(bits[at // BITS]) >> at % BITS & 1)


def script(name: str, data: Any) -> bytes:
    """A shard as a classic script; same data, same bytes."""
    return written_script(name, _ENCODED(data))


def written_script(name: str, body: str) -> bytes:
    """The same of data that are JSON already, their texts `quoted`."""
    # To look for each is many times quicker than to replace all, and hardly a shard has any.
    for char in UNSAFE:
        if char in body:
            body = body.replace(char, f"\\u{ord(char):04x}")
    return f'zerenkuShard("{name}",{body});\n'.encode()


def scripts(family: str, shards: Iterable[Any]) -> Iterator[tuple[str, bytes]]:
    """(name, script) of the shards of a family, numbered from 0."""
    for number, shard in enumerate(shards):
        yield f"{family}{number}", script(f"{family}{number}", shard)


def read_script(content: bytes) -> Any:
    """The data of a shard."""
    text = content.decode("utf-8")
    return json.loads(text[text.index(",") + 1 : text.rindex(")")])

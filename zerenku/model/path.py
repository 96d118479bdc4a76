"""The path of a clause in an original: parse, print, cite, and the anchor that every output shares."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from zerenku.model.numerals import chinese_to_int

CHINESE: Final = "[一二三四五六七八九十]+"
NUMBER: Final = "(?:[0-9]{1,4})"  # half-width, as interchange.md normalises; four digits keep int() and anchors short
CIRCLED: Final = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
MARK: Final = re.compile(
    rf"(?P<annex>附件)(?P<annex_no>{NUMBER}?)|第(?P<unit_no>{CHINESE})(?P<unit>部分|[编章节条])|（(?P<in_han>{CHINESE})）|（(?P<in_digit>{NUMBER})）"
    rf"|(?P<han>{CHINESE})|(?P<digit>{NUMBER})|(?P<circled>[{CIRCLED}])|¶(?P<para>{NUMBER})|(?P<letter>[A-Za-z])"
)
UNIT_LETTERS: Final = {"部分": "f", "编": "b", "章": "z", "节": "j", "条": "t"}
BOOKMARK_LIMIT: Final = 40


@lru_cache(maxsize=4096)  # the same few marks, in every plan
def anchor_of(element: str) -> str | None:
    """One path element in ASCII (`（二）` → `2`, `附件2` → `fj2`, `¶1` → `p1`, `5#2` → `5x2`); None if malformed."""
    mark, _, repeat = element.partition("#")
    match = MARK.fullmatch(mark)
    if match is None or (repeat and not (re.fullmatch(NUMBER, repeat) and int(repeat) > 1)) or element.endswith("#"):
        return None
    found = match.groupdict()
    if found["annex"]:
        stem = f"fj{found['annex_no']}"
    elif found["para"]:
        stem = f"p{found['para']}"
    elif found["letter"]:
        stem = f"l{ord(found['letter'].lower()) - ord('a') + 1}"
    elif found["circled"]:
        stem = str(CIRCLED.index(found["circled"]) + 1)
    elif digits := found["digit"] or found["in_digit"]:
        stem = str(int(digits))
    else:
        number = chinese_to_int(found["han"] or found["in_han"] or found["unit_no"])
        if number is None:
            return None
        stem = f"{UNIT_LETTERS[found['unit']]}{number}" if found["unit"] else str(number)
    return stem + (f"x{repeat}" if repeat else "")


@dataclass(frozen=True, slots=True)
class ClausePath:
    """Marks from the outermost to the clause itself, normalised as interchange.md says; parse and print are inverse."""

    elements: tuple[str, ...]

    @classmethod
    def parse(cls, text: str) -> ClausePath:
        """Read `附件2/二/（二）/6`; ValueError on an empty or malformed element."""
        elements = tuple(text.split("/"))
        for element in elements:
            if anchor_of(element) is None:
                raise ValueError(element)
        return cls(elements)

    def __str__(self) -> str:
        return "/".join(self.elements)

    def child(self, mark: str) -> ClausePath:
        """The path of a clause with `mark` under this one."""
        return ClausePath((*self.elements, mark))

    @property
    def anchor(self) -> str:
        """`附件2/二/（二）/6/（1）` → `fj2-2-2-6-1`; ValueError on a malformed element."""
        parts = [anchor_of(element) for element in self.elements]
        if any(part is None for part in parts):
            raise ValueError(str(self))
        return "-".join(part for part in parts if part)

    @property
    def citation(self) -> str:
        """How an office cites it: `附件4 二（一）2`, `四（二）第1段`."""
        return _citation(self.elements)


@lru_cache(maxsize=4096)  # the same few places of hundreds of plans, each asked for on many pages
def _citation(elements: tuple[str, ...]) -> str:
    shown = ""
    for element in elements:
        mark, _, repeat = element.partition("#")
        if mark.startswith("¶"):
            mark = f"第{mark[1:]}段"
        elif mark[0].isdecimal() and shown and shown[-1].isdecimal():
            mark = f"．{mark}"
        shown += mark + (f"（第{repeat}处）" if repeat else "") + (" " if mark.startswith("附件") else "")
    return shown.strip()


def bookmark_of(anchor: str) -> str:
    """The Word bookmark of a full anchor (`qinghe-2030/4-2-p1` style); ValueError over 40 characters, Word's limit."""
    name = "_" + anchor.replace("/", "_").replace("-", "_")
    if len(name) > BOOKMARK_LIMIT:
        raise ValueError(anchor)
    return name

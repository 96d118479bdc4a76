"""Bytes of a text file → text: BOM, UTF-8, then GB18030 if what comes out looks like Chinese prose."""

import codecs
import re
from typing import Final

from zerenku.extract.refusal import Refusal

MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
NUL: Final = "文件里有空字符，不是文本文件，或编码是不带标记的 UTF-16；请用记事本打开后另存为 UTF-8"
UNKNOWN: Final = "编码既不是 UTF-8 也不是 GB18030（第 {line} 行起读不通）；请用记事本打开后另存为 UTF-8"
HAN: Final = re.compile("[\u3400-\u9fff]")
FRAGMENT: Final = re.compile("[\ud800-\udfff\ue000-\uf8ff]")
COMMON: Final = 0.8
"""Share of a text's Han characters that lie in the first level of GB 2312 (its 3,755 common ones): prose has over 95 %,
bytes of another encoding read as GB18030 about half."""


def decode(data: bytes) -> str:
    """The text without its byte order mark. Raises Refusal, naming the line, if no encoding fits."""
    for mark, name in MARKS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], name)
    if b"\x00" in data:
        raise Refusal(NUL)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        reason = Refusal(UNKNOWN.format(line=_line(data, error.start)))
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError as error:
        raise reason from error
    if FRAGMENT.search(text) or not _plausible(text):
        raise reason
    return text


def _strict(data: bytes, name: str) -> str:
    try:
        text = data.decode(name)
    except UnicodeDecodeError as error:
        raise Refusal(UNKNOWN.format(line=_line(data, error.start))) from error
    if "\x00" in text:
        raise Refusal(NUL)
    return text


def _line(data: bytes, offset: int) -> int:
    return data.count(b"\n", 0, offset) + 1


def _plausible(text: str) -> bool:
    """Whether these Han characters are those that people write."""
    found = HAN.findall(text)[:20_000]
    common = sum(0xB0 <= character.encode("gb18030")[0] <= 0xD7 for character in found)
    return bool(found) and common >= COMMON * len(found)

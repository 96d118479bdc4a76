"""The old Office container (compound file): only its directory, to say what it holds before anyone opens it."""

import struct
from typing import Final

from zerenku.extract.refusal import Refusal

FREE: Final = 0xFFFFFFFA
"""Sector numbers from here on are markers: end of chain, free, and the like."""
ENCRYPTED: Final = "文件有密码；请用 Word 打开，去掉密码后另存为 .docx"
WORD: Final = "WordDocument"


class CompoundFile:
    """Names and first sectors of the streams of a compound file; Refusal when it is cut short or loops."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        try:
            shift, self._table_sectors = struct.unpack_from("<H", data, 30)[0], self._table()
            if shift not in {9, 12}:
                raise Refusal("文件已损坏；请重新取一份")
            self._size = 1 << shift
            self.streams = dict(self._directory(struct.unpack_from("<I", data, 48)[0]))
        except (struct.error, IndexError) as error:
            raise Refusal("文件不完整；请重新取一份") from error

    def _table(self) -> list[int]:
        """Sectors of the allocation table named in the header: 109 of them reach past 6 MB of 512-byte sectors."""
        return [sector for sector in struct.unpack_from("<109I", self._data, 76) if sector < FREE]

    def _sector(self, number: int) -> bytes:
        start = (number + 1) * self._size
        return self._data[start : start + self._size]

    def _next(self, sector: int) -> int:
        per_sector = self._size // 4
        table = self._sector(self._table_sectors[sector // per_sector])
        return int(struct.unpack_from("<I", table, sector % per_sector * 4)[0])

    def _directory(self, sector: int) -> list[tuple[str, int]]:
        found: list[tuple[str, int]] = []
        seen: set[int] = set()
        while sector < FREE and sector not in seen and len(seen) < 1000:
            seen.add(sector)
            page = self._sector(sector)
            for entry in range(0, len(page) - 127, 128):
                length, first = (
                    struct.unpack_from("<H", page, entry + 64)[0],
                    struct.unpack_from("<I", page, entry + 116)[0],
                )
                name = page[entry : entry + max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")
                if name and page[entry + 66] == 2:
                    found.append((name, first))
            sector = self._next(sector)
        return found

    def is_locked(self) -> bool:
        """Whether the Word stream says of itself that it is encrypted (bit 8 of the flags at its offset 10)."""
        head = self._sector(self.streams[WORD])
        return len(head) > 12 and bool(struct.unpack_from("<H", head, 10)[0] & 0x0100)


def check_word(data: bytes, suffix: str) -> None:
    """Pass if `data` is an unlocked Word 97–2003 document; otherwise Refusal with what to do."""
    if suffix in {".wps", ".wpt"}:
        raise Refusal("WPS 文字的 .wps 格式不能直接读；请用 WPS 打开后另存为 .docx")
    if suffix in {".et", ".xls"}:
        raise Refusal("这是电子表格；请把文字另存为 .docx 或 .txt")
    if suffix in {".dps", ".ppt"}:
        raise Refusal("这是演示文稿；请把文字另存为 .docx 或 .txt")
    compound = CompoundFile(data)
    names = compound.streams.keys()
    if {"EncryptedPackage", "EncryptionInfo"} & names:
        raise Refusal(ENCRYPTED)
    if WORD in names:
        if compound.is_locked():
            raise Refusal(ENCRYPTED)
        return
    if {"Workbook", "Book"} & names:
        raise Refusal("这是电子表格；请把文字另存为 .docx 或 .txt")
    if "PowerPoint Document" in names:
        raise Refusal("这是演示文稿；请把文字另存为 .docx 或 .txt")
    raise Refusal("不是 Word 文档；请用原来的软件打开后另存为 .docx")

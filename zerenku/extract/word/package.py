"""The zip container of a Word document: its parts, read within limits that no honest document reaches.

Nothing is unpacked to disk, and no relationship that points out of the package is followed.
"""

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from typing import Final

from lxml import etree

from zerenku.extract.refusal import Refusal

MAX_ENTRIES: Final = 5_000
MAX_UNPACKED: Final = 400_000_000
"""Bytes of all entries together, by the directory."""
MAX_PART: Final = 40_000_000
MAX_READ: Final = 80_000_000
"""Bytes of the parts that are really read."""
MAX_RATIO: Final = 250
SMALL: Final = 2_000_000
"""Bytes below which the ratio does not matter: an empty table repeated packs very well."""

PROLOG: Final = 4096
"""Bytes in which an honest DOCTYPE would stand: of one further down no entity is expanded, and it is seen after all."""

BOMB: Final = "压缩包解开后大得不正常，为安全起见不读；请用 Word 打开确认后另存一份"
BROKEN: Final = "文件不完整或已损坏；请重新取一份，或用 Word 打开修复后另存"
LOCKED: Final = "文件有密码；请用 Word 打开，去掉密码后另存"
ENTITIES: Final = "文件里有不该有的 XML 声明（DOCTYPE），为安全起见不读；请用 Word 打开确认后另存一份"

_STRICT: Final = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", b"http://schemas.openxmlformats.org/officeDocument/2006/math"),
)
"""ISO 29500 Strict names the same elements differently; we read them as Transitional."""
_OTHERS: Final = (
    ("xl/workbook.xml", "这是电子表格（.xlsx）；请把文字另存为 .docx 或 .txt"),
    ("ppt/presentation.xml", "这是演示文稿（.pptx）；请把文字另存为 .docx 或 .txt"),
    ("ofd.xml", "这是 OFD 版式文件；请用 OFD 阅读器另存为 PDF 或 .docx"),
    ("mimetype", "这是 OpenDocument 或电子书；请用原来的软件另存为 .docx"),
)


class Package:
    """The parts of a Word document by name (case and leading slash do not matter)."""

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, IndexError) as error:
            raise Refusal(BROKEN) from error
        self._left = MAX_READ
        self._links: dict[str, list[tuple[str, str, str]]] = {}
        self._entries = self._checked(self._zip.infolist())

    @staticmethod
    def _checked(infos: list[zipfile.ZipInfo]) -> dict[str, zipfile.ZipInfo]:
        if len(infos) > MAX_ENTRIES or sum(info.file_size for info in infos) > MAX_UNPACKED:
            raise Refusal(BOMB)
        entries: dict[str, zipfile.ZipInfo] = {}
        for info in infos:
            name = _plain(info.filename)
            if info.flag_bits & 1:
                raise Refusal(LOCKED)
            if name in entries:
                raise Refusal(BROKEN)
            if info.file_size > max(SMALL, info.compress_size * MAX_RATIO):
                raise Refusal(BOMB)
            entries[name] = info
        return entries

    def main_part(self) -> str:
        """The name of the part with the document's body; Refusal if this is another kind of zip."""
        for target in self.related("", "officeDocument").values():
            if target in self._entries and not target.startswith(("xl/", "ppt/")):
                return target
        for name, reason in _OTHERS:
            if name in self._entries:
                raise Refusal(reason)
        if "[content_types].xml" in self._entries:
            raise Refusal(BROKEN)
        raise Refusal("这是压缩包，不是 Word 文档；请先解压，再导入里面的文件")

    def related(self, part: str, kind: str) -> dict[str, str]:
        """Relationship id → part name, for the relationships of `part` whose type ends in `kind`."""
        if part not in self._links:
            self._links[part] = list(self._related(part))
        return {key: target for key, type_, target in self._links[part] if type_.endswith(f"/{kind}")}

    def _related(self, part: str) -> Iterator[tuple[str, str, str]]:
        """(id, type, name of the part it points to) of every relationship that stays inside the package."""
        folder, _, name = part.rpartition("/")
        root = self.xml(f"{folder}/_rels/{name}.rels")
        for node in () if root is None else root:
            target = _plain(posixpath.normpath(posixpath.join("/", folder, node.get("Target", ""))))
            if node.get("TargetMode") != "External":
                yield node.get("Id", ""), node.get("Type", ""), target

    def xml(self, part: str, *, pruned: Callable[[bytes], bytes] = bytes) -> etree._Element | None:
        """The root element of a part, or None if there is no such part; `pruned` may shorten it before it is parsed."""
        info = self._entries.get(_plain(part))
        return None if info is None else parse(pruned(self._bytes(info)))

    def data(self, part: str) -> bytes | None:
        """The bytes of a part as they stand, or None if there is no such part."""
        info = self._entries.get(_plain(part))
        return None if info is None else self._bytes(info)

    def _bytes(self, info: zipfile.ZipInfo) -> bytes:
        """One entry, counted while it is read: a directory may lie about the size."""
        if info.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
            raise Refusal(BROKEN)
        limit = min(MAX_PART, self._left)
        try:
            with self._zip.open(info) as stream:
                data = stream.read(limit + 1)
        except (
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            OSError,
            ValueError,
            NotImplementedError,
            RuntimeError,
        ) as error:
            raise Refusal(BROKEN) from error
        if len(data) > limit:
            raise Refusal(BOMB)
        self._left -= len(data)
        return data


def parse(data: bytes) -> etree._Element:
    """An XML part without entities, network or comments; Refusal on a DOCTYPE, on damage and on absurd depth."""
    if b"<!DOCTYPE" in data[:PROLOG]:
        raise Refusal(ENTITIES)
    if b"purl.oclc.org/ooxml" in data:
        for strict, transitional in _STRICT:
            data = data.replace(strict, transitional)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        deep = re.search("depth", str(error), re.IGNORECASE)
        raise Refusal("表格或文本框嵌套过深；请用 Word 打开，简化后另存" if deep else BROKEN) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise Refusal(ENTITIES)  # far down, or written in UTF-16
    return root


def _plain(name: str) -> str:
    return name.replace("\\", "/").strip("/").lower()

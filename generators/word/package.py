"""The zip around the parts: always the same bytes for the same parts.

Entries are deflated one by one and laid behind each other by hand, so that those which many papers share are deflated
once; `zipfile` would deflate them for every paper again.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from generators.word.oxml import DECLARATION, escaped

LEVEL: Final = 6
EPOCH: Final = 0x0021_0000  # 1 January 1980, the earliest moment that a zip can hold
VERSION: Final = 20
UNIX: Final = 3 << 8  # else the byte would differ between Windows and Unix
UNIX_FILE: Final = 0o644 << 16
DEFLATED: Final = 8
LOCAL: Final = struct.Struct("<IHHHIIIIHH")
CENTRAL: Final = struct.Struct("<IHHHHIIIIHHHHHII")
END: Final = struct.Struct("<IHHHHIIH")
OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
WORD_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
CHART: Final = "chart"
CHART_TYPE: Final = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"


@dataclass(frozen=True, slots=True)
class Entry:
    """A file of the package, deflated; `check` is its CRC and `size` its length before."""

    name: str
    check: int
    size: int
    data: bytes


def entry(name: str, data: bytes) -> Entry:
    """Deflate a file."""
    squeeze = zlib.compressobj(LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    return Entry(name, zlib.crc32(data), len(data), squeeze.compress(data) + squeeze.flush())


def archive(entries: Iterable[Entry]) -> bytes:
    """A zip of the entries in their order."""
    bodies: list[bytes] = []
    index: list[bytes] = []
    offset = 0
    for item in entries:
        title = item.name.encode("ascii")
        sizes = (EPOCH, item.check, len(item.data), item.size, len(title), 0)
        head = LOCAL.pack(0x04034B50, VERSION, 0, DEFLATED, *sizes)
        bodies += (head, title, item.data)
        index.append(
            CENTRAL.pack(0x02014B50, UNIX | VERSION, VERSION, 0, DEFLATED, *sizes, 0, 0, 0, UNIX_FILE, offset) + title
        )
        offset += len(head) + len(title) + len(item.data)
    listed = b"".join(index)
    end = END.pack(0x06054B50, 0, 0, len(index), len(index), len(listed), offset, 0)
    return b"".join((*bodies, listed, end))


def frame(parts: Sequence[str]) -> tuple[Entry, ...]:
    """What holds the named parts together (`document`, `styles`, `upright-even-footer`…), `document` the main one."""
    return (
        entry("[Content_Types].xml", _content_types(parts).encode()),
        entry("word/_rels/document.xml.rels", _document_relations(parts).encode()),
    )


def wrapping() -> tuple[Entry, ...]:
    """What is the same in every package."""
    return (
        entry("_rels/.rels", _package_relations().encode()),
        entry("docProps/app.xml", _extended_properties().encode()),
    )


def core_properties(*, title: str, author: str, subject: str, keywords: Sequence[str]) -> Entry:
    """What the paper says of itself. No date, for that would be the clock's; no author but the one it is given."""
    told = (
        ("dc:title", title),
        ("dc:subject", subject),
        ("dc:creator", author),
        ("cp:keywords", "；".join(keywords)),
        ("dc:language", "zh-CN"),
    )
    listed = "".join(f"<{tag}>{escaped(text)}</{tag}>" for tag, text in told if text)
    text = (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/">{listed}</cp:coreProperties>'
    )
    return entry("docProps/core.xml", text.encode())


def relation_id(part_name: str) -> str:
    """The relationship id of a part."""
    return "rId-" + part_name


def _kind(name: str) -> str:
    """`upright-even-footer` is a `footer`; a part without a hyphen is what it is called."""
    return name.rpartition("-")[2]


def _content_types(parts: Iterable[str]) -> str:
    core = "application/vnd.openxmlformats-package.core-properties+xml"
    extended = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
    overrides = {"/docProps/core.xml": core, "/docProps/app.xml": extended}
    for name in parts:
        kind = "document.main" if name == "document" else _kind(name)
        overrides[f"/word/{name}.xml"] = CHART_TYPE if name == CHART else f"{WORD_TYPE}.{kind}+xml"
    listed = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in overrides.items())
    relations = "application/vnd.openxmlformats-package.relationships+xml"
    return (
        f'{DECLARATION}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="{relations}"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{listed}</Types>'
    )


def _relations(listed: Iterable[tuple[str, str, str]]) -> str:
    rows = "".join(f'<Relationship Id="{mark}" Type="{kind}" Target="{target}"/>' for mark, kind, target in listed)
    return f'{DECLARATION}<Relationships xmlns="{PACKAGE}/relationships">{rows}</Relationships>'


def _package_relations() -> str:
    return _relations(
        (
            ("rId1", f"{OFFICE}/officeDocument", "word/document.xml"),
            ("rId2", f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            ("rId3", f"{OFFICE}/extended-properties", "docProps/app.xml"),
        )
    )


def _document_relations(parts: Iterable[str]) -> str:
    return _relations(
        (relation_id(name), f"{OFFICE}/{_kind(name)}", f"{name}.xml") for name in parts if name != "document"
    )


def _extended_properties() -> str:
    namespace = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    return f'{DECLARATION}<Properties xmlns="{namespace}"><Application>zerenku</Application></Properties>'

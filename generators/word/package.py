"""The zip around the parts: always the same bytes for the same parts."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from generators.word.oxml import Element, part
from generators.word.sections import relation_id

EPOCH: Final = (1980, 1, 1, 0, 0, 0)  # the earliest moment that a zip can hold
UNIX_FILE: Final = 0o644 << 16
OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
WORD_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def pack(parts: Mapping[str, Element], *, title: str, author: str) -> bytes:
    """A .docx of the named parts (`document`, `styles`, `upright-even-footer`…), `document` being the main one."""
    held = {"[Content_Types].xml": _content_types(parts), "_rels/.rels": _package_relations()}
    held["docProps/core.xml"] = _core_properties(title, author)
    held["docProps/app.xml"] = _extended_properties()
    held["word/_rels/document.xml.rels"] = _document_relations(parts)
    files = {name: text.encode() for name, text in held.items()}
    files |= {f"word/{name}.xml": part(root) for name, root in parts.items()}
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.create_system = 3  # else the byte differs between Windows and Unix
            entry.external_attr = UNIX_FILE
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, data)
    return buffer.getvalue()


def _kind(name: str) -> str:
    """`upright-even-footer` is a `footer`; a part without a hyphen is what it is called."""
    return name.rpartition("-")[2]


def _content_types(parts: Mapping[str, Element]) -> str:
    core = "application/vnd.openxmlformats-package.core-properties+xml"
    extended = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
    overrides = {"/docProps/core.xml": core, "/docProps/app.xml": extended}
    for name in parts:
        kind = "document.main" if name == "document" else _kind(name)
        overrides[f"/word/{name}.xml"] = f"{WORD_TYPE}.{kind}+xml"
    listed = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in overrides.items())
    relations = "application/vnd.openxmlformats-package.relationships+xml"
    return (
        f'{DECLARATION}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="{relations}"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{listed}</Types>'
    )


def _relations(listed: Mapping[str, tuple[str, str]]) -> str:
    rows = "".join(
        f'<Relationship Id="{identity}" Type="{kind}" Target="{target}"/>'
        for identity, (kind, target) in listed.items()
    )
    return f'{DECLARATION}<Relationships xmlns="{PACKAGE}/relationships">{rows}</Relationships>'


def _package_relations() -> str:
    return _relations(
        {
            "rId1": (f"{OFFICE}/officeDocument", "word/document.xml"),
            "rId2": (f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            "rId3": (f"{OFFICE}/extended-properties", "docProps/app.xml"),
        }
    )


def _document_relations(parts: Mapping[str, Element]) -> str:
    return _relations(
        {relation_id(name): (f"{OFFICE}/{_kind(name)}", f"{name}.xml") for name in parts if name != "document"}
    )


def _core_properties(title: str, author: str) -> str:
    """Title and author only: a date would be the clock's, and the same paper must be the same bytes tomorrow."""
    return (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(title)}</dc:title><dc:creator>{escape(author)}</dc:creator>"
        "<dc:language>zh-CN</dc:language></cp:coreProperties>"
    )


def _extended_properties() -> str:
    namespace = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    return f"{DECLARATION}<Properties xmlns={quoteattr(namespace)}><Application>zerenku</Application></Properties>"

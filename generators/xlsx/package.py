"""A workbook as bytes that never change: no clock in the properties, no clock in the zip."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import datetime
from typing import Final

from openpyxl import Workbook

EPOCH: Final = datetime(1980, 1, 1)  # noqa: DTZ001 - the file format knows no time zone
STAMP: Final = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*(</dcterms:\2>)")
UNIX_FILE: Final = 0o644 << 16


def to_bytes(book: Workbook) -> bytes:
    """The same bytes for the same workbook, whenever and wherever it is written."""
    book.properties.created = EPOCH
    written = io.BytesIO()
    book.save(written)
    packed = io.BytesIO()
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(packed, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            if name == "docProps/core.xml":
                data = STAMP.sub(rb"\g<1>1980-01-01T00:00:00Z\g<3>", data)
            entry = zipfile.ZipInfo(name, EPOCH.timetuple()[:6])
            entry.create_system = 3  # else the byte differs between Windows and Unix
            entry.external_attr = UNIX_FILE
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, data)
    return packed.getvalue()

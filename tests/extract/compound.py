"""Old Office containers made by hand: just a directory and one sector a stream."""

import struct

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
END = 0xFFFFFFFE


def compound(*streams: str, content: bytes = b"") -> bytes:
    """A compound file whose directory names these streams (at most three); `content` begins the first one."""
    header = MAGIC + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    header += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, END, 0, END, 0) + struct.pack("<109I", 0, *[0xFFFFFFFF] * 108)
    table = struct.pack("<128I", 0xFFFFFFFD, END, *[END] * 126)
    entries = [_entry("Root Entry", 5, END), *(_entry(name, 2, 2 + index) for index, name in enumerate(streams))]
    sectors = [content.ljust(512, b"\0"), *[bytes(512)] * 8]
    return header + table + b"".join(entries).ljust(512, b"\0") + b"".join(sectors)


def _entry(name: str, kind: int, first: int) -> bytes:
    written = f"{name}\0".encode("utf-16-le")
    head = written.ljust(64, b"\0") + struct.pack("<HBB", len(written), kind, 1) + bytes(48)
    return head + struct.pack("<IQ", first, 4096)

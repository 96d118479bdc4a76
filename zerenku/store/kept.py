"""What a run read of the sources or made of them, kept in the workspace for the next, each thing with a digest of what
it hangs on. Whoever reads it reads with care (`packing`): a workspace may come from a stranger.
"""

from __future__ import annotations

from collections.abc import Collection
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import Final

from zerenku.errors import OutputRefused
from zerenku.store.atomic import write_file

FOLDER: Final = Path(".zerenku", "read")
REGISTERS: Final = "registers"
KEY: Final = 32
"""Bytes of the key at the head of each file."""


class Kept:
    """Bytes by name; what another program kept, or for another key, is as good as not there."""

    def __init__(self, root: Path, program: str, *, anew: bool = False, folder: Path = FOLDER) -> None:
        self._folder = root / folder
        self.program, self._anew = program, anew

    def get(self, name: str, *key: str) -> memoryview | None:
        """What was kept under that name and key; nothing when all is to be read `anew`."""
        if self._anew:
            return None
        try:
            data = memoryview((self._folder / name).read_bytes())
        except OSError:
            return None
        return data[KEY:] if data[:KEY] == self._key(key) else None

    def put(self, name: str, data: bytes, *key: str) -> None:
        """Keep it; nothing happens where the workspace cannot be written."""
        with suppress(OSError, OutputRefused):
            self._folder.mkdir(parents=True, exist_ok=True)
            write_file(self._folder / name, self._key(key) + data)

    def only(self, names: Collection[str]) -> None:
        """Take away what was kept under other names."""
        with suppress(OSError):
            for path in self._folder.iterdir():
                if path.name not in names:
                    path.unlink()

    def _key(self, parts: tuple[str, ...]) -> bytes:
        return blake2b("\n".join((self.program, *parts)).encode(), digest_size=KEY).digest()

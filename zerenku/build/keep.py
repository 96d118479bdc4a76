"""What is kept between two builds of a site, in `.zerenku/build/`: the manifest, and stamps that tell whether somebody
touched a file of the site since. Without them, or with any doubt about them, everything is built anew.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import Final

from generators.site.manifest import Manifest
from zerenku.store.atomic import MARKER, names_in, write_file

FOLDER: Final = Path(".zerenku", "build")
MANIFEST: Final = "manifest.json"
STAMPS: Final = "stamps"
"""Times and inodes: the one thing under `.zerenku/` that is not the same on every machine."""


class Keep:
    """What is kept of one site of a workspace."""

    def __init__(self, root: Path, site: Path) -> None:
        goal, base = site.absolute(), root.absolute()
        name = goal.relative_to(base).as_posix() if goal.is_relative_to(base) else str(goal)
        self._folder = root / FOLDER / blake2b(name.encode(), digest_size=8).hexdigest()
        self._site = site
        self._there: dict[str, list[int]] = {}

    @property
    def search(self) -> Path:
        """The folder where is kept what the search of the site is made of."""
        return self._folder / "search"

    def read(self, program: str) -> Manifest | None:
        """The manifest of the site as it lies there, when the same program built it and nobody touched it since."""
        try:
            manifest = Manifest.load((self._folder / MANIFEST).read_text(encoding="utf-8"))
            stamps = json.loads((self._folder / STAMPS).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return None
        if manifest is None or manifest.program != program:
            return None
        there = dict(_stamps(self._site))
        if set(there) != {*manifest.everything(), MARKER} or there != stamps:
            return None
        self._there = there
        return manifest

    def forget(self) -> None:
        """Before the site is touched: what is interrupted now must not be trusted next time."""
        with suppress(OSError):
            (self._folder / STAMPS).unlink()

    def write(self, manifest: Manifest, written: Iterable[str]) -> None:
        """Keep the manifest of the site as it lies there now; OutputRefused when the folder cannot be written.

        On what was `read` only the files that were `written` are looked at: one that somebody touched since must not
        pass for ours the next time.
        """
        self._folder.mkdir(parents=True, exist_ok=True)
        write_file(self._folder / MANIFEST, manifest.dump().encode())
        if self._there:
            ours = {*manifest.everything(), MARKER}
            stamps = {name: stamp for name, stamp in self._there.items() if name in ours}
            stamps |= {name: _stamp(f"{self._site}{os.sep}{name}") for name in written}
        else:
            stamps = dict(_stamps(self._site))
        write_file(self._folder / STAMPS, json.dumps(stamps).encode())


def _stamps(folder: Path) -> Iterator[tuple[str, list[int]]]:
    """Every file under the folder with what tells one state of it from another."""
    return ((name, _stamp(f"{folder}{os.sep}{name}")) for name in names_in(folder))


def _stamp(path: str) -> list[int]:
    found = os.lstat(path)
    return [found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino, found.st_mode]

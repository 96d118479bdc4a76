"""The parameters of one request, read and checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Final, cast

DIGEST_CHARS: Final = 12
Value = str | int | bool | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """Values by parameter name, only those that were given or have a default. `today` is an ISO day."""

    operation: str
    values: Mapping[str, Value]
    today: str

    def text(self, name: str) -> str:
        """A text, empty when it was not given."""
        return cast("str", self.values.get(name, ""))

    def number(self, name: str) -> int:
        """A number; KeyError when it was not given and has no default."""
        return cast("int", self.values[name])

    def flag(self, name: str) -> bool:
        """A yes or no; no when it was not given."""
        return bool(self.values.get(name, False))

    def many(self, name: str) -> tuple[str, ...]:
        """All values of a parameter that may be repeated."""
        return cast("tuple[str, ...]", self.values.get(name, ()))

    @property
    def key(self) -> str:
        """The same for requests that have the same answer."""
        return repr((self.operation, sorted(self.values.items())))

    @property
    def digest(self) -> str:
        """Short, and the same for requests that have the same answer."""
        return sha256(self.key.encode()).hexdigest()[:DIGEST_CHARS]

    @property
    def thread(self) -> bytes:
        """A digest of all that stays the same from page to page."""
        paging = {"cursor", "limit"}
        kept = sorted(item for item in self.values.items() if item[0] not in paging)
        return sha256(repr((self.operation, kept)).encode()).digest()

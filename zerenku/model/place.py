"""Where something stands in a source file, and the neutral tree that a source file is read into."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A position in a source: `file` relative to the workspace, `line` and `column` counted from 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


NOWHERE = Span("")


@dataclass(frozen=True, slots=True)
class Scalar:
    """A single value as written; `value` is None for an explicit or empty null."""

    value: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list of nodes in source order."""

    items: tuple[Node, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Mapping:
    """Key and value pairs in source order; repeated keys are kept so that they can be reported."""

    pairs: tuple[tuple[Scalar, Node], ...]
    span: Span


Node = Scalar | Sequence | Mapping

"""The case tables of tests/cases/search.yml, all values as the strings that are written."""

from __future__ import annotations

from pathlib import Path

from zerenku.model.place import Mapping, Scalar, Sequence
from zerenku.store.yaml_nodes import parse_yaml

FILE = Path(__file__).parents[1] / "cases" / "search.yml"


def cases(table: str) -> list[dict[str, str]]:
    root, findings = parse_yaml(FILE.read_text(encoding="utf-8"), file=FILE.name)
    assert isinstance(root, Mapping), findings
    rows = next(value for key, value in root.pairs if key.value == table)
    assert isinstance(rows, Sequence)
    return [_row(item) for item in rows.items if isinstance(item, Mapping)]


def _row(node: Mapping) -> dict[str, str]:
    return {key.value or "": value.value or "" for key, value in node.pairs if isinstance(value, Scalar)}

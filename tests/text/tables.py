"""The case tables of tests/cases: a file holds named tables, a table one case a line; a failing test names the line."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml
from _pytest.mark.structures import ParameterSet

FOLDER = Path(__file__).parents[1] / "cases"


@dataclass(frozen=True)
class Case:
    """One case: its fields as written (a missing one reads as empty), and where it stands."""

    fields: dict[str, str]
    file: str
    line: int

    def __getitem__(self, key: str) -> str:
        return self.fields.get(key, "")

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"

    @property
    def text(self) -> str:
        return self.fields["text"]


def read_cases(file: str, table: str) -> list[ParameterSet]:
    """The cases of a table as pytest parameters; values stay the strings that are written."""
    root = yaml.compose((FOLDER / file).read_text(encoding="utf-8"))
    assert isinstance(root, yaml.MappingNode)
    rows = next(value for key, value in root.value if key.value == table)
    cases = [
        Case({key.value: value.value for key, value in row.value}, file, row.start_mark.line + 1) for row in rows.value
    ]
    assert len({case["text"] + case["year"] for case in cases}) == len(cases), "a case stands twice"
    return [pytest.param(case, id=str(case)) for case in cases]

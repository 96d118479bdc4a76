"""The rules on a rendered paper, in the order of the check sheet."""

from __future__ import annotations

from typing import Final

from zerenku.proof.page_rules import (
    area,
    characters,
    fonts,
    imprint,
    lines,
    mark,
    page_numbers,
    pages,
    rule,
    signature,
)
from zerenku.proof.printed.sheet import Printed
from zerenku.proof.verdict import Rule

PAGE_RULES: Final[tuple[Rule[Printed], ...]] = (
    pages,
    area,
    lines,
    characters,
    mark,
    rule,
    page_numbers,
    imprint,
    signature,
    fonts,
)

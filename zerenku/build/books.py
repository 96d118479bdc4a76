"""Returns that lie in a workspace, for the pages that tell of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from zerenku.model.finding import Finding
from zerenku.model.plan import Plan
from zerenku.returns.book import ReturnBook
from zerenku.returns.forms import form_of
from zerenku.store.returns import FOLDER, Progress, load_progress


def returned_books(root: Path, plans: Iterable[Plan]) -> dict[str, ReturnBook]:
    """The books of the plans that somebody returned tables for, by plan id; SourceUnreadable as in `load_progress`."""
    return {name: found.book for name, found in _returned(root, plans) if found.book.returns}


def return_findings(root: Path, plans: Iterable[Plan]) -> tuple[Finding, ...]:
    """What is wrong with returned tables, by plan; SourceUnreadable as in `load_progress`."""
    return tuple(finding for _, found in _returned(root, plans) for finding in found.findings)


def _returned(root: Path, plans: Iterable[Plan]) -> Iterator[tuple[str, Progress]]:
    folder = root / "content" / FOLDER
    there = {path.name for path in folder.iterdir()} if folder.is_dir() else set()
    return ((plan.id, load_progress(root, plan, form_of(plan))) for plan in plans if plan.id in there)

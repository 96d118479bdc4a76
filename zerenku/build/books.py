"""Returns that lie in a workspace, read once for all that a build makes of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from zerenku.model.plan import Plan
from zerenku.returns.book import ReturnBook
from zerenku.returns.forms import form_of
from zerenku.store.returns import FOLDER, Progress, load_progress


def read_returns(root: Path, plans: Iterable[Plan]) -> dict[str, Progress]:
    """What was returned, by the id of each plan that has a folder for it; SourceUnreadable as in `load_progress`."""
    folder = root / "content" / FOLDER
    there = {path.name for path in folder.iterdir()} if folder.is_dir() else set()
    return {plan.id: load_progress(root, plan, form_of(plan)) for plan in plans if plan.id in there}


def returned_books(returned: Mapping[str, Progress]) -> dict[str, ReturnBook]:
    """The books that hold something, by plan id."""
    return {plan_id: found.book for plan_id, found in returned.items() if found.book.returns}

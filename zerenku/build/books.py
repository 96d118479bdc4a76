"""Returns that lie in a workspace, read once for all that a build makes of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path

from zerenku.model.plan import Plan
from zerenku.returns.book import ReturnBook
from zerenku.returns.forms import form_of
from zerenku.store.returns import FOLDER, Progress, load_progress
from zerenku.store.shelf import Shelf, mark_of


def read_returns(root: Path, plans: Iterable[Plan], shelf: Shelf | None = None) -> dict[str, Progress]:
    """What was returned, by the id of each plan that has a folder for it; SourceUnreadable as in `load_progress`.

    What lies on the `shelf` is not read again.
    """
    folder = root / "content" / FOLDER
    there = {path.name: path for path in folder.iterdir()} if folder.is_dir() else {}
    shelf = shelf or Shelf()
    found = {}
    for plan in plans:
        if plan.id in there:
            mark = plan, [(path.name, mark_of(path)) for path in sorted(there[plan.id].glob("*"))]
            read = partial(load_progress, root, plan, form_of(plan))
            found[plan.id] = shelf.other(f"{FOLDER}/{plan.id}", mark, read)
    return found


def returned_books(returned: Mapping[str, Progress]) -> dict[str, ReturnBook]:
    """The books that hold something, by plan id."""
    return {plan_id: found.book for plan_id, found in returned.items() if found.book.returns}

"""One run of LibreOffice for all papers whose pages are measured."""

import pytest

from tests.proof import papers
from tests.proof.rendered import BROKEN, FONTS
from zerenku.proof.printed.render import render_all


@pytest.fixture(scope="session")
def rendered() -> dict[str, tuple[bytes, bytes]]:
    """Name → (.docx, PDF): the papers of every kind, and those with a value changed."""
    made = {kind: make() for kind, make in papers.KINDS.items()}
    made |= {name: papers.changed(make(), *changes) for name, make, changes, _ in BROKEN}
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FONTCONFIG_FILE", str(FONTS))
        printed = render_all(made)
    return {name: (data, printed[name]) for name, data in made.items()}

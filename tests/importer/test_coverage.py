"""What no field took is looked for only where it can begin, and found all the same."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.importer.layouts import FOLDER
from zerenku.importer.coverage import SPEAKS, _speaking
from zerenku.text.fold import fold

PIECES = (
    "《甲《乙》》|《|》|2031年6月|6月底前|年内|季底前|12家|3.5%|"
    "县应急局|谁|甲|牵头|牵头作用|按职责分工|负责|负责人|局|，|。| |\n"
)


def same(text: str) -> int:
    folded = fold(text)
    wanted = [match.span() for match in SPEAKS.finditer(folded)]
    assert [match.span() for match in _speaking(folded, 0, len(folded))] == wanted
    return len(wanted)


def test_same_in_the_invented_papers() -> None:
    assert sum(same(path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.txt"))) > 100


@given(st.lists(st.sampled_from(PIECES.split("|")), max_size=20).map("".join))
def test_same_in_any_text(text: str) -> None:
    same(text)

"""Blocks laid aside while a page is poured: each comes back in its place, and a text cannot pass for one."""

import re
import shutil
from pathlib import Path

from markupsafe import escape

from generators.site.aside import Aside
from generators.site.edition import Edition
from generators.site.pour import Pourer
from generators.site.trim import trim
from tests.generators.site.conftest import PAPERS, WORKSPACE
from zerenku.store.workspace import load

TEXT = re.compile(r"(?m)^( *(?:- )?(?:title|heading|summary|do|evidence|note): )(\w[^\"\n]*)$")
MANY_LINES = r'\1"  \2\\n\\n\\t<甲>　\\n 乙 \\n"'


def test_blocks_come_back_as_lines_in_their_places() -> None:
    aside = Aside()
    aside.begin()
    first, none, last = aside.lay("<p>\n甲\n</p>\n"), aside.lay([]), aside.lay([b"<p>", "乙</p>\n".encode()])
    poured = trim(f"<div>\n  {first}\n{none}\n  {last}\n</div>\n")
    assert b"".join(aside.put_in(poured)).decode() == "<div>\n<p>\n甲\n</p>\n<p>乙</p>\n</div>\n"


def test_the_next_page_has_none_of_them() -> None:
    aside = Aside()
    aside.lay("甲\n")
    aside.begin()
    assert b"".join(aside.put_in(f"{aside.lay('乙')}")).decode() == "乙"


def test_a_text_that_looks_like_a_place_stays_a_text() -> None:
    aside = Aside()
    place = aside.lay("甲\n")
    told = f"<p>{escape(str(place))}</p>"
    assert b"".join(aside.put_in(f"{told}{place}")).decode() == "<p>&lt;!--0--&gt;</p>甲"
    aside.begin()
    assert b"".join(aside.put_in(told)).decode() == told


def test_blocks_are_as_trim_leaves_a_whole_page(tmp_path: Path) -> None:
    """Whatever the texts of the content hold: nothing goes through the blocks again."""
    shutil.copytree(WORKSPACE, tmp_path, dirs_exist_ok=True)
    for path in (tmp_path / "content").rglob("*.yml"):
        path.write_text(TEXT.sub(MANY_LINES, path.read_text(encoding="utf-8")), encoding="utf-8")
    loaded = load(tmp_path)
    assert not loaded.findings
    edition = Edition(loaded.sealed(), papers=PAPERS)
    pourer = Pourer(edition)
    odd = 0
    for page in edition.pages():
        if page.bare:
            continue
        whole = trim(pourer.pour(page))
        assert b"".join(pourer.article(page)).decode() == whole.removesuffix("\n"), page.path
        odd += whole.count("\n&lt;甲&gt;\n乙")
    assert odd > 50

"""Pages in sheaves: one whose records are as they were is not opened; and no section of a site is without pages."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from generators.site.edition import Edition, check_places
from generators.site.pages import Section, Sheaf, SitePage, unfolded
from generators.site.publish import Publisher, Standing
from generators.site.shell import Shell, ShellKind
from tests.support import catalogue_of, plan
from zerenku.catalogue.catalogue import Catalogue
from zerenku.catalogue.registers import Registers, RegisterSources


def page(path: str) -> SitePage:
    return SitePage(path, "术语", Section.TERMS, "search.html.j2")


def sheaf(*made_of: object, paths: tuple[str, ...] = ("甲", "乙")) -> Sheaf:
    return Sheaf("一束", Section.TERMS, made_of, lambda: map(page, paths))


def never_opened() -> Iterator[SitePage]:
    raise AssertionError("没有变的一束不应打开")


def publisher(folder: Path, standing: Standing, shell: str = "壳") -> Publisher:
    shells = {ShellKind.of(page("甲")): Shell((shell,))}
    return Publisher(Edition(catalogue_of(plan())), shells, standing, folder)


def standing_after(folder: Path, *made_of: object) -> Standing:
    """What a build leaves that makes the sheaf from nothing."""
    maker = publisher(folder, Standing({}, {}, "键"))
    found = maker.sort([sheaf(*made_of)])
    return Standing({item.file: maker.page(item, mark) for item, mark in found.stale}, found.sheaves, "键")


def test_a_sheaf_of_the_same_records_is_not_opened(tmp_path: Path) -> None:
    before = standing_after(tmp_path, "事项", 3)
    found = publisher(tmp_path, before).sort([Sheaf("一束", Section.TERMS, ("事项", 3), never_opened)])
    assert found.files == ["甲.html", "乙.html"]
    assert (dict(found.kept), found.stale, found.sheaves) == (before.pages, [], before.sheaves)


@pytest.mark.parametrize(
    ("made_of", "settings", "shell"), [(("别的",), "键", "壳"), (("事项",), "另一键", "壳"), (("事项",), "键", "新壳")]
)
def test_all_pages_of_a_sheaf_are_made_when_anything_differs(
    tmp_path: Path, made_of: tuple[object, ...], settings: str, shell: str
) -> None:
    before = standing_after(tmp_path, "事项")
    other = Standing(before.pages, before.sheaves, settings)
    found = publisher(tmp_path, other, shell).sort([sheaf(*made_of)])
    assert [item.file for item, _ in found.stale] == ["甲.html", "乙.html"]


def test_a_sheaf_may_gain_and_lose_pages(tmp_path: Path) -> None:
    before = standing_after(tmp_path, "事项")
    found = publisher(tmp_path, before).sort([sheaf("别的", paths=("乙", "丙"))])
    assert found.sheaves == {"一束": ("乙.html", "丙.html")}


def test_two_pages_at_one_place_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"甲\.html"):
        publisher(tmp_path, Standing({}, {}, "")).sort([page("甲"), sheaf()])
    check_places(["甲.html", "乙.html"])


def test_sheaves_have_names_of_their_own(catalogue: Catalogue) -> None:
    names = [part.name for part in Edition(catalogue).parts() if isinstance(part, Sheaf)]
    assert len(names) > 20
    assert len(set(names)) == len(names)


def test_every_page_of_a_sheaf_stands_in_its_section(catalogue: Catalogue) -> None:
    for part in Edition(catalogue).parts():
        if isinstance(part, Sheaf):
            assert {item.section for item in part.pages()} <= {part.section}


def test_every_section_has_pages_even_when_nothing_was_collected() -> None:
    """The tabs are the same on every site, and so no page hangs on them."""
    empty = Catalogue(registers=Registers(RegisterSources()), clauses=(), reporting=(), plans=(), lineage={})
    assert {item.section for item in unfolded(Edition(empty).parts())} == set(Section)

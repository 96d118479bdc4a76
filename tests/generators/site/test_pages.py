"""Pages in sheaves."""

from collections.abc import Iterator

from generators.site.pages import Section, Sheaf, SitePage, unfolded


def test_a_sheaf_is_opened_once_however_often_it_is_gone_through() -> None:
    asked: list[str] = []

    def pages() -> Iterator[SitePage]:
        asked.append("pages")
        yield SitePage("plans/qinghe-2030", "方案", Section.PLANS, "plan.html.j2")

    sheaf = Sheaf("plans/qinghe-2030", Section.PLANS, (), pages)
    assert asked == []
    assert tuple(unfolded([sheaf])) == tuple(unfolded([sheaf])) == sheaf.opened()
    assert asked == ["pages"]

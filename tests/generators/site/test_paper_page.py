"""The page of papers: kinds with a picture and what they are for, and what every plan gives to take away."""

from collections.abc import Callable
from pathlib import Path

from generators.site.edition import Edition
from generators.site.papers import KINDS, Mark, Paper, rows_by_plan
from tests.generators.site.site_pages import PageText, pour_page
from zerenku.catalogue.catalogue import Catalogue

Read = Callable[..., PageText]


def test_every_kind_has_a_name_a_use_and_a_picture(page: Read, site: Path) -> None:
    found = page("documents/index", only="kinds")
    pictures = [link for link in found.links if link.endswith(".png")]
    assert len(pictures) == len(KINDS)
    for kind, picture in zip(KINDS, pictures, strict=True):
        assert found.says(kind.name + kind.use), kind.id
        assert (site / "documents" / picture).resolve() == (site / kind.picture).resolve()
        assert f'alt="{kind.name}第一页的样子"' in found.markup


def test_a_plan_lists_its_papers_with_size_and_marks(page: Read) -> None:
    found = page("documents/index", only="plan-qinghe-2030")
    notice, total = KINDS[0], KINDS[5]
    assert found.says(
        f"{notice.name}{notice.use}样稿Word，1KB{total.name}2030年5月{total.use}示例数据Word，2KBExcel，1KB"
    )
    downloads = [link for link in found.links if "downloads" in link]
    assert downloads == [
        "../downloads/qinghe-2030-notice.docx",
        "../downloads/qinghe-2030-progress-total.docx",
        "../downloads/qinghe-2030-progress-total.xlsx",
    ]
    assert "../plans/qinghe-2030.html" in found.links
    assert not found.says("空白表")
    assert page("documents/index", only="plan-qinghe-2031").says("清单和台账")


def test_marks_are_explained_above(page: Read) -> None:
    found = page("documents/index")
    assert found.says("样稿文字系摘编，以原文为准")
    assert found.says("示例数据地区和数字都是编的")
    assert found.markup.index("zk-meanings") < found.markup.index('id="kinds"') < found.markup.index('id="plans"')


def test_without_papers_the_page_tells_how_they_are_made(catalogue: Catalogue) -> None:
    found = pour_page(Edition(catalogue), "documents/index")
    assert found.says("生成本站时没有生成文书")
    assert found.says("zerenku build")
    assert not [link for link in found.links if "downloads" in link]
    assert (
        "zk-empty"
        not in pour_page(
            Edition(catalogue, papers=(Paper(plan="qinghe-2030", kind="plan", data=b""),)), "documents/index"
        ).markup
    )
    assert not pour_page(Edition(catalogue), "plans/qinghe-2030", only="head").says("文书")
    assert not pour_page(Edition(catalogue), "index").says("文书")


def test_rows_follow_the_order_of_kinds_and_gather_their_marks() -> None:
    upward = Paper(plan="a", kind="upward", data=b"")
    reminder = Paper(plan="a", kind="reminder", data=b"", marks=(Mark.INVENTED, Mark.EXCERPT))
    rows = rows_by_plan((upward, Paper(plan="b", kind="notice", data=b""), reminder))["a"]
    assert [(row.kind.id, row.marks) for row in rows] == [
        ("reminder", (Mark.EXCERPT, Mark.INVENTED)),
        ("upward", ()),
    ]

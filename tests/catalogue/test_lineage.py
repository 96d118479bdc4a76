"""The documents above a plan, up to the top, and the plans beside and below it."""

from __future__ import annotations

from tests.support import catalogue_of, findings_of, plan

DOCUMENTS = """\
- {id: sheng, title: 省消防整治方案, level: province}
- {id: xian, title: 青禾县消防整治方案, level: county, basis: [sheng], plan: qinghe-2030}
- {id: ling, title: 另一份方案}
"""


def test_up_down_and_beside() -> None:
    catalogue = catalogue_of(
        plan(id="qinghe-2030", basis="[sheng]"),
        plan(id="liutang-2030", basis="[xian]"),
        plan(id="sangyuan-2030", place="sangyuan", basis="[ling]"),
        documents=DOCUMENTS,
    )
    town, county = catalogue.lineage("liutang-2030"), catalogue.lineage("qinghe-2030")
    assert [(item.document.id, item.depth) for item in town.superiors] == [("xian", 0), ("sheng", 1)]
    assert [item.id for item in town.basis] == ["xian"]
    assert [item.id for item in town.parents] == ["qinghe-2030"]
    assert [item.id for item in county.children] == ["liutang-2030"]
    assert [item.id for item in town.siblings] == ["qinghe-2030"]
    assert catalogue.lineage("sangyuan-2030").siblings == ()


def test_documents_that_rest_on_each_other_end() -> None:
    documents = "- {id: jia, title: 甲方案, basis: [yi]}\n- {id: yi, title: 乙方案, basis: [jia]}\n"
    found = catalogue_of(plan(basis="[jia]"), documents=documents).lineage("liutang-2030")
    assert [(item.document.id, item.depth) for item in found.superiors] == [("jia", 0), ("yi", 1)]


def test_dangling_documents_are_findings() -> None:
    documents = "- {id: jia, title: 甲方案, basis: [bing], plan: liutang-1999}\n"
    assert {item.rule for item in findings_of(plan(), documents=documents)} == {"unknown-document", "unknown-plan"}

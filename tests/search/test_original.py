"""The verbatim words of an imported plan are searched, too."""

from search.schema import documents
from tests.support import catalogue_of, plan


def test_original_is_a_searched_field() -> None:
    verbatim = "- {mark: 一, heading: 任务, starts: 任务, text: 一、任务。清理堆放在楼道里的旧沙发。}"
    (found,) = documents(catalogue_of(plan(verbatim)))
    assert "旧沙发" in found.fields["original"]
    assert any("旧沙发" in text for text in found.content)

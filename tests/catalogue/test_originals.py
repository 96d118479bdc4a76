"""Words of originals beside our summaries: shown, and taken nowhere else."""

from tests.support import catalogue_of, plan
from zerenku.catalogue.originals import with_originals

CLAUSES = """\
- {mark: 一, starts: 整治, heading: 整治}
- {mark: 二, starts: 督查, heading: 督查, text: 二、督查。各村自己写的。}
"""


def test_clauses_get_the_words_of_the_original() -> None:
    before = catalogue_of(plan(CLAUSES))
    after = with_originals(before, {"liutang-2030": {"一": "一、整治。", "二": "二、别的。", "三": "没有这一条"}})
    assert [clause.clause.text for clause in after.clauses] == ["一、整治。", "二、督查。各村自己写的。"]
    assert before.clauses[0].clause.text is None, "the catalogue itself stays as it was"
    assert after.lineage("liutang-2030") == before.lineage("liutang-2030")


def test_without_originals_it_is_the_same_catalogue() -> None:
    before = catalogue_of(plan(CLAUSES))
    assert with_originals(before, {}) is before

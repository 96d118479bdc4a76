"""The words of an original by the clauses of its record."""

from tests.importer.layouts import drafts
from tests.support import catalogue_of, plan
from zerenku.coverage.attached import texts_by_clause

ORIGINAL = """柳塘镇消防整治方案
一、工作任务
各村先自查。
（一）清查仓库。逐家登记。
二、工作要求
按时报表。
柳塘镇人民政府
2030年3月5日
"""
RECORD = """\
- mark: 一
  starts: 工作任务
  clauses:
    - {mark: （一）, starts: 清查仓库}
- {mark: 二, starts: 工作要求}
"""


def test_every_clause_gets_its_own_words_and_those_of_paragraphs_without_a_record() -> None:
    (draft,) = drafts(ORIGINAL)
    found = texts_by_clause(catalogue_of(plan(RECORD)).plans[0], draft)
    assert sorted(found) == ["一", "一/（一）", "二"]
    assert "各村先自查" in found["一"]
    assert "逐家登记" not in found["一"]
    assert "逐家登记" in found["一/（一）"]
    assert "柳塘镇人民政府" not in found["二"], "the signature belongs to no clause"

"""What each part of a plan holds."""

from __future__ import annotations

import pytest

from tests.support import catalogue_of, plan
from zerenku.coverage.counts import count_parts
from zerenku.model.clause import Certainty

RECORD = """
- mark: 一
  starts: 任务
  assignments: [{certainty: lead, lead: [安办], phrase: 安办牵头}]
  duties: [{obliged: [安办], do: 登记。}, {obliged: [仓储企业], do: 自查。}]
  clauses:
    - {mark: ¶1, starts: 各村也要, duties: [{obliged: [各村], do: 上报。}]}
"""
ATTACHED = "[{no: 附件1, title: 清单, clauses: [{mark: 一, starts: 填表}, {mark: 二, starts: 报表}]}]"


def test_parts_items_duties_and_owners() -> None:
    counted = "[{part: 正文, items: 1}]"
    body, annex = count_parts(
        catalogue_of(plan(RECORD, attachments=ATTACHED, counted=counted)), "liutang-2030", originals={"附件1": 3}
    )
    assert (body.part, body.original, body.items, body.unnumbered, body.duties) == ("正文", 1, 1, 1, 3)
    assert dict(body.certainty) == dict.fromkeys(Certainty, 0) | {Certainty.LEAD: 2, Certainty.NONE: 1}
    assert (annex.part, annex.original, annex.items, annex.unnumbered, annex.duties) == ("附件1", 3, 2, 0, 0)


def test_nobody_counted() -> None:
    (body,) = count_parts(catalogue_of(plan(RECORD)), "liutang-2030")
    assert body.original is None


def test_no_such_plan() -> None:
    with pytest.raises(KeyError):
        count_parts(catalogue_of(plan(RECORD)), "sangyuan-2030")

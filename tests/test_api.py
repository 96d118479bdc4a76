"""The public surface is whole: what it lists exists, carries a docstring, and does one round on invented text."""

import inspect

from zerenku import api
from zerenku.model.outline import SourceLine


def test_every_public_name_is_there_and_documented() -> None:
    assert api.__all__ == sorted(api.__all__)
    for name in api.__all__:
        assert inspect.getdoc(getattr(api, name)), name


def test_a_text_goes_in_and_findings_come_out() -> None:
    lines = (
        "柳塘镇消防整治方案",
        "一、清理通道。2030年6月底前完成。（镇安全科负责）",
        "三、检查仓库。（镇安全科负责）",
    )
    numbered = tuple(SourceLine(text, number) for number, text in enumerate(lines, 1))
    (draft,) = api.import_text(api.Original("方案.txt", numbered), words=api.ImportWords())
    read = api.draft_json(draft, plan_id="liutang-2030")
    assert [clause["path"] for clause in read["clauses"]] == [["一"], ["三"]]
    assert read["clauses"][0]["deadlines"][0]["date"] == "2030-06-30"
    assert "numbering-gap" in {remark.finding.rule for remark in api.lint_paper([draft])}

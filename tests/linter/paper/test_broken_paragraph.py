from dataclasses import replace

import pytest

from tests.linter.drafts import paper, quotes, said
from zerenku.linter.paper import Paper
from zerenku.linter.paper_rules import broken_paragraph as rule
from zerenku.model.outline import Original, SourceLine

WHOLE = "各村逐户走访仓库和商铺，看电线有无老化，看通道有无堵塞，发现问题当场登记。"


def read_from(*lines: str, text: str = WHOLE) -> Paper:
    """A text whose every paragraph begins in the first of these lines."""
    sheet = paper(text)
    numbers = tuple(1 for _ in text.split("\n"))
    original = Original("通知.txt", tuple(SourceLine(line, number) for number, line in enumerate(lines, 1)))
    return Paper(replace(sheet.draft, outline=replace(sheet.outline, line_numbers=numbers)), original=original)


def test_whole() -> None:
    assert quotes(rule, read_from(f"　　{WHOLE}**  ")) == []
    assert quotes(rule, paper(WHOLE)) == []


@pytest.mark.parametrize("tail", ["", "**", "　"])
def test_cut_in_two(tail: str) -> None:
    sheet = read_from(WHOLE[:20] + tail, WHOLE[20:])
    assert quotes(rule, sheet) == [WHOLE[18:22]]
    assert "断成了两段" in said(rule, sheet)


def test_a_table_row_is_no_paragraph() -> None:
    assert quotes(rule, read_from("地区甲乙丙丁\t企", text="地区甲乙丙丁\t企业")) == []


def test_a_file_of_short_lines_is_one_flaw() -> None:
    sheet = paper("\n".join([WHOLE] * 10))
    numbers = tuple(range(1, 20, 2))
    halves = [half for _ in range(10) for half in (WHOLE[:20], WHOLE[20:])]
    original = Original("通知.txt", tuple(SourceLine(line, number) for number, line in enumerate(halves, 1)))
    broken = Paper(replace(sheet.draft, outline=replace(sheet.outline, line_numbers=numbers)), original=original)
    assert said(rule, broken) == "全文有 10 处一段断成两段"

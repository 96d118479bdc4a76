import pytest

from tests.linter.drafts import paper, quotes, said
from zerenku.linter.paper import Paper
from zerenku.linter.paper_rules import markup_debris as rule
from zerenku.model.outline import Original, SourceLine

TEXT = "一、任务\n查电查水。\n"


def read_from(*lines: str, name: str = "通知.txt") -> Paper:
    source = tuple(SourceLine(line, number) for number, line in enumerate(lines, 1))
    return Paper(paper(TEXT).draft, original=Original(name, source))


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (["一、任务", "查电查水。"], "通知.txt"),
        (["一、任务", "**查电**查水。"], "通知.md"),
        (["<p>一、任务</p>", "<p>查电&nbsp;查水。</p>"], "通知.html"),
    ],
    ids=["clean", "markdown", "web page"],
)
def test_clean(lines: list[str], name: str) -> None:
    assert quotes(rule, read_from(*lines, name=name)) == []


def test_without_the_file_nothing_is_known() -> None:
    assert quotes(rule, Paper(paper(TEXT).draft)) == []


def test_debris() -> None:
    sheet = read_from("一、任务", "**查电**[bookmark: _GoBack]查水。")
    assert quotes(rule, sheet) == ["查电查水。"]
    assert said(rule, sheet) == "残留排版记号：“**”2 处、“[bookmark:”1 处"

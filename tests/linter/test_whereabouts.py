from dataclasses import replace

from tests.linter.drafts import paper
from zerenku.linter.whereabouts import Whereabouts
from zerenku.model.outline import Original, Outline, SourceLine

TEXT = "一、目标\n各村逐户走访仓库和商铺，看电线有无老化。\n甲\t乙"


def outline(*numbers: int) -> Outline:
    return replace(paper(TEXT).outline, line_numbers=numbers)


def place(offset: int, *numbers: int, lines: dict[int, str] | None = None) -> str:
    original = Original("通知.txt", tuple(SourceLine(text, number) for number, text in (lines or {}).items()))
    found = Whereabouts(outline(*numbers), file="通知.txt", original=original if lines else None)
    return str(found.span(offset))


def test_lines_and_columns_count_from_one() -> None:
    assert place(0, 1, 2, 3) == "通知.txt:1:1"
    assert place(5, 1, 4, 9) == "通知.txt:4:1"
    assert place(7, 1, 4, 9) == "通知.txt:4:3"
    assert place(len(TEXT) - 1, 1, 4, 9) == "通知.txt:9:3"


def test_columns_of_the_file_count_what_cleaning_took_away() -> None:
    lines = {1: "一、目标", 4: "　　各村**逐户走访仓库和商铺，看电线有无老化。", 9: "甲\t乙"}
    assert place(7, 1, 4, 9, lines=lines) == "通知.txt:4:7"


def test_words_behind_a_page_break_stand_on_the_later_line() -> None:
    lines = {1: "一、目标", 4: "各村逐户走访仓库和", 6: "商铺，看电线有无老化。", 9: "甲\t乙"}
    assert place(TEXT.index("商铺"), 1, 4, 9, lines=lines) == "通知.txt:6:1"


def test_beyond_the_last_line() -> None:
    assert place(len(TEXT), 1, 2, 3) == "通知.txt:3:4"

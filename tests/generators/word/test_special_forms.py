"""Letters, upward papers, orders and tables as LibreOffice lays them out, against the figures of GB/T 9704-2012."""

import pytest

from tests.generators.word import papers
from tests.generators.word.measured import DOTS, Page

Papers = dict[str, list[Page]]
LETTERS = ("letter", "letter-long-name", "letter-2", "letter-3")
UPWARD = ("upward", "upward-3", "upward-joint")


def numbers(pages: list[Page]) -> list[str]:
    """The page numbers printed on the pages, empty for none."""
    return [next((line.text for line in page.lines if line.text.startswith("—")), "") for page in pages]


def double_rules(page: Page) -> tuple[list[float], list[float]]:
    """Heights of the strokes of the double rules over and under the text."""
    heights = sorted({round(height, 1) for left, right, height in page.rules if right - left > 160})
    return [height for height in heights if height < 100], [height for height in heights if height > 250]


# ------------------------------------------------------------------------------------------------------------ letters


@pytest.mark.parametrize("paper", LETTERS)
def test_a_letter_s_mark_stands_30_mm_under_the_edge_and_4_mm_over_the_rule(laid_out: Papers, paper: str) -> None:
    page = laid_out[paper][0]
    (upper, lower), _ = double_rules(page)
    left, top, right, bottom = page.ink(top=10, bottom=upper - 1.5, red=True)
    _, rule_top, _, _ = page.ink(top=upper - 1, bottom=lower + 1, red=True)
    assert top == pytest.approx(30, abs=1)
    assert rule_top - bottom == pytest.approx(4, abs=0.5)
    assert (left + right) / 2 == pytest.approx(106, abs=0.7), "居中于版心"


@pytest.mark.parametrize("paper", LETTERS)
def test_a_letter_s_double_rules_are_170_mm_long_and_20_mm_over_the_edge(laid_out: Papers, paper: str) -> None:
    page = laid_out[paper][0]
    over, under = double_rules(page)
    assert (len(over), len(under)) == (2, 2)
    assert {round(right - left) for left, right, _ in page.rules} == {170}
    _, _, _, bottom = page.ink(top=under[0] - 1, bottom=under[1] + 2, red=True)
    assert page.height - bottom == pytest.approx(20, abs=0.5)
    for other in laid_out[paper][1:]:
        assert double_rules(other) == ([], [])


@pytest.mark.parametrize("paper", LETTERS)
def test_a_letter_s_number_is_right_under_the_rule(laid_out: Papers, paper: str) -> None:
    page = laid_out[paper][0]
    (upper, lower), _ = double_rules(page)
    _, _, _, rule_bottom = page.ink(top=upper - 1, bottom=lower + 1, red=True)
    number = page.line("青应急函")
    _, top, right, _ = page.ink(top=rule_bottom + 1, bottom=number.bottom)
    assert right == pytest.approx(184, abs=0.7)
    assert top - rule_bottom == pytest.approx(4.94, abs=0.5), "3号汉字高度的八分之七"
    title = page.line("关于报送")
    assert title.top - number.bottom == pytest.approx(2 * 10.2 + 4, abs=2), "标题上空二行"


def test_a_letter_numbers_no_first_page_nor_the_second_of_two(laid_out: Papers) -> None:
    assert numbers(laid_out["letter"]) == [""]
    assert numbers(laid_out["letter-2"]) == ["", ""]
    assert numbers(laid_out["letter-3"]) == ["", "—2—", "—3—"]
    even, odd = laid_out["letter-3"][1:]
    assert even.ink(top=265, bottom=280)[0] == pytest.approx(28 + 4.94, abs=1)
    assert odd.ink(top=265, bottom=280)[2] == pytest.approx(184 - 4.94, abs=1)
    for page in (even, odd):
        _, top, _, bottom = page.ink(top=265, bottom=280)
        assert (top + bottom) / 2 == pytest.approx(262 + 7, abs=1)


@pytest.mark.parametrize("paper", LETTERS)
def test_a_letter_s_copies_end_its_last_type_area_without_rules(laid_out: Papers, paper: str) -> None:
    page = laid_out[paper][-1]
    copied = page.line("抄送：")
    assert copied.bottom == pytest.approx(261, abs=1.5)
    assert copied.left == pytest.approx(28 + 4.94, abs=0.5)
    assert not [height for left, right, height in page.rules if 150 < height < 270]
    assert "印发" not in page.text
    assert all("抄送" not in other.text for other in laid_out[paper][:-1])


def test_a_letter_says_what_it_is_over_its_mark(laid_out: Papers) -> None:
    assert all(page.line(papers.BANNER).bottom < 28 for paper in LETTERS for page in laid_out[paper])


# ----------------------------------------------------------------------------------------------------- upward papers


@pytest.mark.parametrize("paper", UPWARD)
def test_secrecy_and_urgency_stand_left_over_a_mark_in_its_place(laid_out: Papers, paper: str) -> None:
    page = laid_out[paper][0]
    secrecy, urgency = page.line("机密★1年"), page.line("特急")
    assert (secrecy.left, urgency.left) == pytest.approx((28, 28), abs=0.5)
    assert urgency.top - secrecy.top == pytest.approx(10.2, abs=0.2)
    assert secrecy.top == pytest.approx(37 + 10.2 + 2, abs=1), "第二行，第一行留给份号"
    assert "Sans" in secrecy.font
    assert "Sans" in urgency.font
    assert page.ink(top=60, bottom=110, red=True)[1] == pytest.approx(37 + 35, abs=1)


@pytest.mark.parametrize("paper", UPWARD)
def test_the_number_is_one_character_in_and_the_signers_end_one_character_in(laid_out: Papers, paper: str) -> None:
    page = laid_out[paper][0]
    number = page.line("青应急〔")
    assert number.left == pytest.approx(28 + 5.6, abs=0.5)
    first = next(line for line in page.lines if "签发人：" in line.text)
    assert first.right == pytest.approx(184 - 5.6, abs=1)
    _, rule, _, _ = page.ink(top=number.bottom + 0.5, bottom=number.bottom + 12, red=True)
    bottom = page.ink(top=number.top, bottom=number.bottom + 1)[3]
    assert rule - bottom == pytest.approx(4, abs=0.8)
    rules = [(start, end) for start, end, height in page.rules if abs(height - rule) < 1.5]
    assert rules
    assert all((start, end) == pytest.approx((28, 184), abs=0.5) for start, end in rules)


def test_signers_stand_two_a_line_and_the_number_on_the_last(laid_out: Papers) -> None:
    page = laid_out["upward-3"][0]
    first, second = (line for line in page.lines if "签发人" in line.text or "〔2030〕" in line.text)
    assert first.text.replace("\u3000", "") == "签发人：张三丰李四"
    assert second.text == "青应急〔2030〕5号王五六"


def test_every_upward_paper_shows_text_on_its_first_page(laid_out: Papers) -> None:
    assert all("柳塘镇" in laid_out[paper][0].text for paper in UPWARD)


def test_an_order_s_mark_stands_20_mm_under_the_type_area_top_without_a_rule(laid_out: Papers) -> None:
    page = laid_out["order"][0]
    assert page.ink(top=20, bottom=90, red=True)[1] == pytest.approx(37 + 20, abs=1)
    number = page.line("第5号")
    assert (number.left + number.right) / 2 == pytest.approx(106, abs=0.5)
    assert not page.rules
    assert page.line("柳塘镇").top - number.top == pytest.approx(3 * 10.2, abs=0.5)


# ------------------------------------------------------------------------------------------------------------ sheets


@pytest.mark.parametrize(("paper", "left", "right"), [("tasks", 35, 260), ("tasks-upright", 28, 184)])
def test_a_table_fills_the_type_area_and_repeats_its_head(
    laid_out: Papers, paper: str, left: float, right: float
) -> None:
    pages = laid_out[paper]
    assert len(pages) > 1
    for page in pages:
        assert min(start for start, _, _ in page.rules) == pytest.approx(left, abs=0.5)
        assert max(end for _, end, _ in page.rules) == pytest.approx(right, abs=0.5)
        assert sum("具体要求" in line.text for line in page.lines) == 1


def test_a_sheet_begins_with_its_title_and_lead(laid_out: Papers) -> None:
    page = laid_out["tasks-upright"][0]
    title, lead = page.line("任务分解表"), page.line("责任单位")
    assert title.top < 42
    assert (title.left + title.right) / 2 == pytest.approx(106, abs=0.5)
    assert lead.left == pytest.approx(28, abs=0.5)
    assert lead.bottom < min(height for _, _, height in page.rules)


def test_turned_pages_are_numbered_low_on_odd_and_high_on_even_ones(laid_out: Papers) -> None:
    for index, page in enumerate(laid_out["tasks"], start=1):
        strip = page.picture.crop((20 * DOTS, 0, 33 * DOTS, page.picture.height)).convert("L")
        ink = strip.point(lambda level: 255 if level < 150 else 0).getbbox()
        assert ink is not None
        assert 20 + (ink[0] + ink[2]) / 2 / DOTS == pytest.approx(35 - 7, abs=1)
        edge = 210 - ink[3] / DOTS if index % 2 else ink[1] / DOTS
        assert edge == pytest.approx(26 + 4.94 if index % 2 else 28 + 4.94, abs=1.5)

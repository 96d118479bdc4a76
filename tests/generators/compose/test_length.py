"""字数 as Word counts them."""

import pytest

from generators import blocks as b
from generators.compose.length import count_words, length_of


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("", 0),
        ("　 \n", 0),
        ("安全生产", 4),
        ("安全，生产。", 6),
        ("检查12家次", 5),
        ("12.5%", 1),
        ("2030-03-15", 1),
        ("GB 30871-2022", 2),
        ("整改率95.3%，还有17条。", 10),
        ("“落实年”", 5),
        ("safety first", 2),
        ("柳政〔2030〕7号", 7),
        ("×××", 3),
        ("——", 2),
        ("　　年　月　日", 3),
    ],
)
def test_count(text: str, length: int) -> None:
    assert count_words(text) == length


def test_a_whole_paper_counts_from_title_to_date() -> None:
    blocks = (
        b.Title(("柳塘镇", "工作总结")),
        b.Addressees("安办"),
        b.Heading(level=1, text="一、进展"),
        b.Para.of("查了12家。"),
        b.Signature(names=("某村",), date="2030年3月5日"),
    )
    assert length_of(blocks) == 7 + 3 + 4 + 5 + 2 + 6

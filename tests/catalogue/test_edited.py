"""What people wrote into a drafted paper: new clauses by their own numbers, other lines with the clause above."""

from zerenku.catalogue.edited import PaperLine, edits

BEFORE = (
    PaperLine("一、巡查", "一", told=True),
    PaperLine("（二）夜间", "一/（二）", told=True),
    PaperLine("夜里由各村轮流走。", "一/（二）"),
    PaperLine("二、总结", "二", told=True),
)


def told(*new: str, behind: int = 3) -> list[str]:
    """The differences when those lines stand behind the first `behind` ones."""
    written = (PaperLine(text, BEFORE[behind - 1].where) for text in new)
    after = (*BEFORE[:behind], *written, *BEFORE[behind:])
    return list(map(str, edits(BEFORE, after, fields_of=lambda old, new: {"文字": (old.text, new.text)})))


def test_new_clauses_are_told_by_their_own_numbers() -> None:
    assert told("（三）门锁", "1．看门锁。钥匙由专人保管。", "每周另查一次锁具。", "三、报送") == [
        "一/（三）：多出这一条（（三）门锁）",
        "一/（三）/1：多出这一条（1．看门锁。钥匙由专人保管。）",
        "三：多出这一条（三、报送）",
    ]


def test_a_line_without_a_number_belongs_to_the_clause_above() -> None:
    assert told("每周另查一次锁具。", "（1）看锁。") == [
        "一/（二） 文字：多 每周另查一次锁具。",
        "一/（二）/（1）：多出这一条（（1）看锁。）",
    ]


def test_a_new_row_of_a_table_is_no_clause() -> None:
    assert told("1．\t看门锁") == ["一/（二） 文字：多 1． 看门锁"]

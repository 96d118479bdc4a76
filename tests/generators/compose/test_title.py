"""Where titles break."""

import itertools
import time

import pytest

from generators.compose.title import LINE, SIDEWAYS_LINE, break_title


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("关于开展联合检查的通知", ("关于开展联合检查的通知",)),
        (
            "关于印发《青禾县仓储企业消防整治三年行动方案（2030—2032年）》的通知",
            ("关于印发《青禾县仓储企业消防整治", "三年行动方案（2030—2032年）》的通知"),
        ),
        ("柳塘镇企业安全生产标准规范“对标年”工作方案", ("柳塘镇企业安全生产", "标准规范“对标年”工作方案")),
    ],
)
def test_breaks_between_words(title: str, lines: tuple[str, ...]) -> None:
    assert break_title(title, whole=("青禾县", "柳塘镇")) == lines


def test_words_of_the_caller_stay_whole() -> None:
    title = "关于印发《桑园镇粉尘涉爆企业整治方案》的通知"
    for word in ("桑园镇", "粉尘涉爆", "粉尘涉爆企业整治"):
        assert any(word in line for line in break_title(title, whole=(word,)))


def test_a_turned_sheet_has_longer_lines() -> None:
    title = "仓储企业消防安全专项整治行动情况进度统计表"
    assert len(break_title(title)) == 2
    assert break_title(title, line=SIDEWAYS_LINE) == (title,)


@pytest.mark.parametrize("length", [1, 19, 20, 21, 45, 90])
def test_nothing_is_lost_and_every_line_fits(length: int) -> None:
    title = ("甲乙丙丁戊己庚辛壬癸" * 10)[:length]
    lines = break_title(title, whole=("甲乙丙丁戊己庚辛壬癸",))
    assert "".join(lines) == title
    assert all(len(line) <= 20 for line in lines)


def test_no_hourglass() -> None:
    widths = [len(line) for line in break_title("甲" * 50)]
    assert len(widths) == 3
    assert not widths[0] > widths[1] < widths[2]


def lines_of_text(lines: tuple[str, ...]) -> list[float]:
    return [sum(0.5 if char.isascii() else 1.0 for char in line) for line in lines]


@pytest.mark.parametrize("length", [75, 90, 100, 130])
def test_a_very_long_title_is_broken_at_once(length: int) -> None:
    title = ("关于印发青禾县仓储企业消防安全专项整治三年行动实施方案的通知" * 5)[:length]
    start = time.process_time()
    lines = break_title(title)
    assert time.process_time() - start < 1, "原来要两三秒，一百字以上不分行"
    assert "".join(lines) == title
    assert max(lines_of_text(lines)) <= LINE


def test_lines_over_a_title_make_one_shape_with_it() -> None:
    title = "关于印发《柳塘镇安全生产专项整治三年行动工作方案》的通知"
    names = "中共柳塘镇委员会柳塘镇人民政府"
    widths = lines_of_text((names, *break_title(title, above=(names,))))
    steps = [right - left for left, right in itertools.pairwise(widths)]
    assert not any(first < 0 < second for first, second in itertools.pairwise(steps)), "不排成沙漏形"

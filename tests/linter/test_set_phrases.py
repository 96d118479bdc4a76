import pytest

from zerenku.linter.set_phrases import PHRASES, garbled_phrases


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("要做到不留死脚。", "不留死角"),
        ("严禁弄需作假。", "弄虚作假"),
        ("逐项推近各项工作。", "逐项推进"),
        ("落实主题责任。", "主体责任"),
        ("请结合实既办理。", "结合实际"),
        ("危险化学晶", ""),
        ("编制应急预安。", "应急预案"),
        ("隐患排察到户。", "隐患排查"),
    ],
)
def test_one_letter_that_sounds_or_looks_like_the_right_one(text: str, meant: str) -> None:
    assert [phrase for _, phrase in garbled_phrases(text, 0, len(text))] == ([meant] if meant else [])


@pytest.mark.parametrize(
    "text",
    [
        "".join(PHRASES),
        "安全生活、安全保险、应急方案、应急救助、综合施治、责任到人、落实责任",
        "不留死门，弄假成真，全面铺开",
    ],
    ids=["all phrases", "other words", "turns of speech"],
)
def test_right_words(text: str) -> None:
    assert list(garbled_phrases(text, 0, len(text))) == []


def test_offset_and_bounds() -> None:
    text = "不留死脚，不留死脚"
    assert list(garbled_phrases(text, 1, len(text))) == [(5, "不留死角")]

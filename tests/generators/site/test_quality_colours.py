"""Dark colours keep the contrast of the light ones, and keep the order of the rules that they come from."""

import re
from pathlib import Path

import pytest

from generators.site.dusk import dark_sheet, turned

THEME = Path("generators/site/theme/assets/zerenku")


def luminance(colour: str) -> float:
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize(
    "pair", [("#1f2733", "#ffffff"), ("#a8321f", "#fdeae6"), ("#0a5f43", "#e7f4ee"), ("#56606f", "#f5f7fa")]
)
def test_contrast_of_a_pair_is_the_same_in_the_dark(pair: tuple[str, str]) -> None:
    ink, ground = pair
    assert contrast(turned(ink), turned(ground)) == pytest.approx(contrast(ink, ground), rel=0.06)
    assert luminance(turned(ground)) < 0.05 < luminance(turned(ink))


@pytest.mark.parametrize(
    ("colour", "dark"), [("#fff", "#191d23"), ("white", "#191d23"), ("#ffffff80", "#191d2380"), ("#000", "#ffffff")]
)
def test_short_names_and_alpha(colour: str, dark: str) -> None:
    assert turned(colour) == dark


def test_only_colours_are_told_and_what_is_for_paper_is_not() -> None:
    sheet = dark_sheet(
        [
            (
                ".a, .b::before { margin: 1px; color: #fff; border: 0; background: url(x.png) }"
                "@media print { .a { color: #000 } } @media (max-width: 9em) { .a { background: #fff; padding: 0 } }"
                ".md-header { color: #fff } .c { padding: 0 } /* .d { color: #fff } */"
            )
        ]
    )
    rules = sheet.splitlines()[2:]
    assert rules == [
        ".a:not(._),.b:not(._)::before{color:#191d23;border:0}",
        "@media (max-width: 9em){.a:not(._){background:#191d23}}",
    ]


def test_a_rule_that_only_names_variables_stands_in_its_place() -> None:
    """Left out, it would lose to a rule before it that it should overrule."""
    sheet = dark_sheet([".a { background: #fff }", ".b { background: var(--zk-ground) }"])
    assert sheet.index(".a:not(._)") < sheet.index(".b:not(._){background:var(--zk-ground)}")


def test_the_site_carries_the_sheet_of_all_its_style_sheets(site: Path) -> None:
    sheet = (site / "assets/zerenku/dark.css").read_text(encoding="utf-8")
    page = (site / "index.html").read_text(encoding="utf-8")
    assert (
        '<link rel="stylesheet" href="assets/zerenku/dark.css" media="screen and (prefers-color-scheme: dark)"' in page
    )
    for word in ("zk-owner", "zk-finder", "zk-weeks", "zk-search__panel"):
        assert word in sheet
    assert sheet.count("{") == sheet.count("}")
    assert not re.search(r"url\(|;;", sheet)

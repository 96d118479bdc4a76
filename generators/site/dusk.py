"""Dark colours, derived from the style sheets of the site: every light pair of colours becomes a dark one that is told
apart exactly as well.

WCAG 2.2 measures contrast by relative luminance Y as (Y₁+0.05)/(Y₂+0.05). Each colour keeps its hue and gets the
luminance for which Y+0.05 is its reciprocal, times a constant; ratios between colours stay as they were. A style sheet
need not know of the dark, and one that is added later follows by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from colorsys import hls_to_rgb, rgb_to_hls
from typing import Final

FLARE: Final = 0.05
PAPER: Final = 0.012
"""Luminance of what was white: dark, but not the black on which light letters smear."""
TURN: Final = (1 + FLARE) * (PAPER + FLARE)
TINT: Final = (0.6, 0.16)
"""Hue and saturation that greys get: a little of the navy of the house."""
VIVID: Final = 0.7
COLOUR: Final = re.compile(r"#(?:[0-9a-fA-F]{8}|[0-9a-fA-F]{6}|[0-9a-fA-F]{3,4})\b|\b(?:white|black)\b")
COLOURED: Final = re.compile(
    r"--[\w-]+|color|background(?:-\w+)?|border(?:-(?:top|right|bottom|left|block|inline)(?:-(?:start|end))?)?"
    r"(?:-(?:color|width|style))?|outline(?:-color)?|fill|stroke|(?:text-decoration|caret|accent)-color|box-shadow"
)
# On navy in both: the band at the head, the band at the foot, and the box in the head.
KEPT: Final = re.compile(
    r"\.md-(?:header|footer|tabs|copyright|skip)|\.zk-(?:brand|mode|header|search__input)|\[data-md-color"
)
RULE: Final = re.compile(r"([^{}]+)\{((?:[^{}]|\{[^{}]*\})*)\}")
COMMENT: Final = re.compile(r"/\*.*?\*/", re.DOTALL)
# Splits at what stands outside of brackets and quotes.
DECLARATION: Final = re.compile(r"""((?:[^;"'()]|"[^"]*"|'[^']*'|\((?:[^()]|\([^()]*\))*\))+)""")
SELECTOR: Final = re.compile(r"""((?:[^,()]|\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))+)""")
LAST: Final = re.compile(r"(::?(?:before|after|placeholder|marker|backdrop)|::[\w-]+)?$")
THEME: Final = """:root body{color-scheme:dark;--md-default-bg-color:#fff;--md-default-bg-color--light:#ffffffb3;\
--md-default-bg-color--lighter:#ffffff4d;--md-default-bg-color--lightest:#ffffff1f;--md-default-fg-color:#1f2733;\
--md-default-fg-color--light:#56606f;--md-default-fg-color--lighter:#7d8694;--md-default-fg-color--lightest:#dfe4ec;\
--md-code-fg-color:#2b3444;--md-code-bg-color:#f2f4f7;--md-typeset-color:#1f2733;--md-typeset-table-color:#dfe4ec;\
--md-typeset-table-color--light:#f5f7fa;--md-typeset-a-color:#1a4f94;--md-typeset-mark-color:#ffe59a;\
--md-accent-bg-color:#fff;--md-admonition-fg-color:#1f2733;--md-admonition-bg-color:#fff}"""
"""Variables of the theme, written in light; what stays on navy is told after the turn."""
NAVY: Final = """:root body{--md-primary-fg-color:#16305a;--md-primary-fg-color--light:#35578c;\
--md-primary-fg-color--dark:#142e55;--md-primary-bg-color:#fff;--md-primary-bg-color--light:#ffffffcc}"""


def dark_sheet(sheets: Iterable[str]) -> str:
    """One style sheet for all of `sheets`, in their order, to stand after them and to be used only in the dark."""
    rules = [rule for sheet in sheets for rule in _rules(COMMENT.sub("", sheet))]
    return "\n".join([_turned(THEME), NAVY, *rules]) + "\n"


def turned(colour: str) -> str:
    """`#rgb`, `#rrggbb`, with or without alpha, `white` or `black` → the dark counterpart as `#rrggbb(aa)`."""
    digits = {"white": "ffffff", "black": "000000"}.get(colour, colour.removeprefix("#"))
    if len(digits) in {3, 4}:
        digits = "".join(digit * 2 for digit in digits)
    red, green, blue = (int(digits[start : start + 2], 16) / 255 for start in (0, 2, 4))
    hue, _, saturation = rgb_to_hls(red, green, blue)
    # Of white and of nearly white, saturation says nothing: a trace of a hue counts as all of it.
    if max(red, green, blue) - min(red, green, blue) < 0.03:
        hue, saturation = TINT
    wanted = min(max(TURN / (_luminance(red, green, blue) + FLARE) - FLARE, 0), 1)
    return "#" + _at(wanted, hue, min(saturation, VIVID)) + digits[6:]


def _at(luminance: float, hue: float, saturation: float) -> str:
    """The lightness that gives a luminance, found by halving: it grows with lightness."""
    low, high = 0.0, 1.0
    for _ in range(20):
        middle = (low + high) / 2
        below = _luminance(*hls_to_rgb(hue, middle, saturation)) < luminance
        low, high = (middle, high) if below else (low, middle)
    return "".join(f"{round(part * 255):02x}" for part in hls_to_rgb(hue, high, saturation))


def _luminance(red: float, green: float, blue: float) -> float:
    """Relative luminance of sRGB, 0 to 1 (WCAG 2.2)."""
    parts = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in (red, green, blue))
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))


def _turned(text: str) -> str:
    return COLOUR.sub(lambda match: turned(match[0]), text)


def _rules(sheet: str) -> Iterator[str]:
    """The rules that say something of colours; `@media` around them stays, what is for paper goes."""
    for match in RULE.finditer(sheet):
        head, body = match[1].strip(), match[2]
        if head.startswith("@"):
            inner = "".join(_rules(body)) if head.startswith("@media") and "print" not in head else ""
            if inner:
                yield f"{head}{{{inner}}}"
            continue
        selectors = [one.strip() for one in SELECTOR.findall(head)]
        shown = [_stronger(one) for one in selectors if not KEPT.match(one)]
        declarations = list(_coloured(body))
        if shown and declarations:
            yield f"{','.join(shown)}{{{';'.join(declarations)}}}"


def _coloured(body: str) -> Iterator[str]:
    for declaration in DECLARATION.findall(body):
        name, _, value = (part.strip() for part in declaration.partition(":"))
        told = COLOURED.fullmatch(name) and (not name.startswith("--") or COLOUR.search(value))
        # A shadow is dark in the dark, too.
        if told and (name != "box-shadow" or "inset" in value) and "url(" not in value:
            yield f"{name}:{_turned(value)}"


def _stronger(selector: str) -> str:
    """The same elements, a class more of weight: above style sheets that a page loads later."""
    return LAST.sub(lambda match: f":not(._){match[0]}", selector, count=1)

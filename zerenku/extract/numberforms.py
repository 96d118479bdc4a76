"""Numbers as Word prints them in a list: the values of ST_NumberFormat (ECMA-376 part 1, 17.18.59) that occur."""

from collections.abc import Callable
from typing import Final

HAN: Final = "零一二三四五六七八九"
LEGAL: Final = "零壹贰叁肆伍陆柒捌玖"
ROMAN: Final = tuple(
    zip((1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1), "M CM D CD C XC L XL X IX V IV I".split(), strict=True)
)


def counting(number: int, digits: str = HAN, units: tuple[str, ...] = ("", "十", "百", "千")) -> str:
    """十一, 二十, 一百零五: as one counts; from ten thousand on in digits."""
    if not 0 < number < 10_000:
        return str(number)
    written, gap = "", False
    for power in range(len(str(number)) - 1, -1, -1):
        digit = number // 10**power % 10
        if digit == 0:
            gap = bool(written)
            continue
        lead = "" if digits is HAN and power == 1 and not written and digit == 1 else digits[digit]
        written += (digits[0] if gap else "") + lead + units[power]
        gap = False
    return written


def legal(number: int) -> str:
    """壹拾壹: as on a cheque."""
    return counting(number, LEGAL, ("", "拾", "佰", "仟"))


def legal_traditional(number: int) -> str:
    """貳拾陸."""
    return counting(number, "零壹貳參肆伍陸柒捌玖", ("", "拾", "佰", "仟"))


def digital(number: int) -> str:
    """一〇: digit by digit."""
    return "".join(("〇" if digit == "0" else HAN[int(digit)]) for digit in str(number))


def letters(number: int) -> str:
    """A … Z, AA, BB …: Word repeats the letter."""
    return chr(ord("A") + (number - 1) % 26) * min((number - 1) // 26 + 1, 40) if number > 0 else str(number)


def roman(number: int) -> str:
    """XIV; digits where the Romans had none."""
    if not 0 < number < 4000:
        return str(number)
    written = ""
    for value, sign in ROMAN:
        written += sign * (number // value)
        number %= value
    return written


def full_width(number: int) -> str:
    """１２."""
    return "".join(chr(ord(digit) - ord("0") + ord("０")) for digit in str(number))


def circled(number: int) -> str:
    """① … ㊿, then digits."""
    for first, last, start in ((1, 20, 0x2460), (21, 35, 0x3251), (36, 50, 0x32B1)):
        if first <= number <= last:
            return chr(start + number - first)
    return str(number)


def _row(characters: str) -> Callable[[int], str]:
    """One character a number; past the end plain digits."""
    return lambda number: characters[number - 1] if 0 < number <= len(characters) else str(number)


def ordinal(number: int) -> str:
    """1st, 2nd, 11th."""
    ending = "th" if number % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


FORMS: Final[dict[str, Callable[[int], str]]] = {
    "decimal": str,
    "decimalHalfWidth": str,
    "decimalZero": lambda number: f"{number:02}",
    "decimalFullWidth": full_width,
    "decimalFullWidth2": full_width,
    "chineseCounting": counting,
    "chineseCountingThousand": counting,
    "japaneseCounting": counting,
    "taiwaneseCounting": counting,
    "taiwaneseCountingThousand": counting,
    "ideographDigital": digital,
    "japaneseDigitalTenThousand": digital,
    "taiwaneseDigital": digital,
    "chineseLegalSimplified": legal,
    "ideographLegalTraditional": legal_traditional,
    "ideographTraditional": _row("甲乙丙丁戊己庚辛壬癸"),
    "ideographZodiac": _row("子丑寅卯辰巳午未申酉戌亥"),
    "ideographEnclosedCircle": _row("㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉"),
    "decimalEnclosedCircle": circled,
    "decimalEnclosedCircleChinese": circled,
    "decimalEnclosedFullstop": _row("".join(chr(0x2488 + index) for index in range(20))),
    "decimalEnclosedParen": _row("".join(chr(0x2474 + index) for index in range(20))),
    "numberInDash": lambda number: f"- {number} -",
    "upperLetter": letters,
    "lowerLetter": lambda number: letters(number).lower(),
    "upperRoman": roman,
    "lowerRoman": lambda number: roman(number).lower(),
    "ordinal": ordinal,
    "bullet": lambda _number: "",
    "none": lambda _number: "",
}


def printed(form: str, number: int) -> str:
    """`number` in the named form; digits where the form is one that Chinese documents do not use."""
    return FORMS.get(form, str)(number)

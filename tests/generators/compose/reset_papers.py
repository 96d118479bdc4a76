"""Invented official texts to be re-set, and what must hold of every paper re-set from one."""

import re
from collections.abc import Iterator
from typing import TypeVar

from generators.blocks import Addressees, Block, Heading, Para, Sheet, Table, Title
from generators.compose.retypeset import Kind, Retypeset, papers, retypeset
from tests.generators.compose.said import block_lines
from tests.importer.layouts import FOLDER, drafts, original, read_case
from tests.importer.printed import printed_plan
from zerenku.importer.signing import day_of
from zerenku.model.outline import Draft
from zerenku.text.fold import fold

B = TypeVar("B", bound=Block)
SEEDS = range(20)
VERBATIM = (Para, Heading, Table, Title, Sheet, Addressees)
DATE = re.compile(r"(?:[12]\d{3}|[一二][〇○零OoO0一二三四五六七八九]{3})[-年/.][^，。]{3,8}$")
PLAIN = """\
青禾县商务局文件
青商〔2031〕3号
关于开展冷库整治的通知
各镇人民政府：
现将有关事项通知如下：
一、登记冷库
逐家登记，不漏一家。
二、整改隐患
（一）边查边改。发现一处，整改一处。
（二）汇总上报。
附件：冷库登记表
青禾县商务局
2031年5月6日
附件
冷库登记表
名称\t地址
甲库\t柳塘镇
抄送：县安委办，县消防大队。
青禾县商务局办公室 2031年5月9日印发"""


def texts() -> Iterator[tuple[str, str]]:
    """Every layout case and some random printings, by name."""
    for path in sorted(FOLDER.glob("*.txt")):
        yield path.stem, read_case(path)[0]
    for seed in SEEDS:
        yield f"printed-{seed}", printed_plan(seed).text


def reset(text: str, kind: Kind = "notice", **fields: str) -> Retypeset:
    """The first paper of a text, re-set."""
    first, *following = papers(drafts(text))[0]
    return retypeset(
        first, original=original(text), kind=kind, fields=fields, following=following, plan_id="liutang-2031"
    )


def only(made: Retypeset, kind: type[B]) -> B:
    found = [block for block in made.document.blocks if isinstance(block, kind)]
    assert len(found) == 1
    return found[0]


def squash(text: str) -> str:
    """Without any blanks."""
    return "".join(text.split())


def lost(made: Retypeset, paper: tuple[Draft, ...]) -> str:
    """What of the text no block was set from; AssertionError where two were set from the same characters."""
    text, at = paper[0].outline.text, paper[0].outline.start
    missing = ""
    for start, end in sorted([*(span for spans in made.places for span in spans), *made.left_out]):
        assert start >= at
        missing += text[at:start]
        at = end
    return squash(missing + text[at : paper[-1].outline.end])


def unfaithful(made: Retypeset, text: str) -> list[tuple[str, str]]:
    """Blocks that do not say what they were set from: running text to the letter, formal elements all their words."""
    found = []
    for block, spans in zip(made.document.blocks, made.places, strict=True):
        said = squash("".join(block_lines(block)))
        printed = [text[start:end] for start, end in spans]
        if isinstance(block, Addressees):
            same = said == squash("".join(printed)).rstrip("：:") + "："
        elif isinstance(block, VERBATIM) or not spans:
            same = not spans or said == squash("".join(printed))
        else:
            same = _holds(_letters(said), "".join(_letters(_dated(line)) for line in printed))
        if not same:
            found.append((said, "".join(printed)))
    return found


def _dated(line: str) -> str:
    """The line with the date at its end in Arabic digits."""
    match = DATE.search(fold(line).strip())
    day = day_of(match[0]) if match else None
    return f"{line.strip()[: match.start()]}{day.year}年{day.month}月{day.day}日" if match and day else line


def _letters(text: str) -> str:
    return "".join(char for char in re.sub("附件|文号", "", fold(text)) if char.isalnum())


def _holds(said: str, printed: str) -> bool:
    """Whether all letters of `printed` come in `said` in their order."""
    left = iter(said)
    return all(char in left for char in printed)

"""同一个字、词、标点接连打了两遍，多半是手误。

通过：的确、一批一批　不通过：隐患的的排查；工作。。；及时及时
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from zerenku.linter.paper import Flaw, Paper
from zerenku.model.finding import Severity

ID: Final = "doubled-word"
SEVERITY: Final = Severity.WARNING
CERTAINTY: Final = "高"
_H: Final = "\u4e00-\u9fff"
LETTERS: Final = re.compile(
    r"(?<![目标端有])的的(?!确|士)|(?<![存现潜正实所内外旨贵])在在(?!校|职|岗|建|线|册|编|案|场|产|途)"
    r"|(?<![总共温饱平祥柔缓中调谐])和和(?!谐|平|美|气|睦|解|好)|(?<![参给赋授干])与与|将将(?!要|军)|(?<![自理事缘来])由由|把把(?!关)|(?<![棉])被被|(?<![合归兼吞一])并并"
    r"|(?<![为行作认成因以视称人])为为(?!了|民|主|人)"
)
STOPS: Final = re.compile(r"[，。；：、]{2,}|[！？]{3,}|[，、；：][！？]")
ROWS: Final = re.compile(r"[，。、；：]{4,}")
WORDS: Final = re.compile(rf"(?P<word>(?![一逐层各每])[{_H}]{{2,4}})(?P=word)(?![{_H}]?(?P=word))")
# Verbs and adverbs: nouns may meet at a seam (党组织组织, 工作工作专班).
WRONG_WORDS: Final = frozenset(
    "落实 开展 加强 进一步 及时 完善 进行 建立 健全 推进 确保 严格 认真 以及 通过 提高 提升 督促 按照 根据 实施 "
    "排查 整治 整改 登记 检查 报送 上报 制定 "
    "明确 召开 结合 贯彻 强化 深入 全面 坚决 切实 必须 应当 对于 相关 有关 安全生产 主体责任 专项整治 隐患排查".split()
)


def check(paper: Paper) -> Iterator[Flaw]:
    """Function words, common words and stops printed twice in a row."""
    for match in LETTERS.finditer(paper.text, paper.start, paper.end):
        yield Flaw(match.start(), match.end(), f"“{match[0]}”重了一字", "删去一个")
    for match in STOPS.finditer(paper.text, paper.start, paper.end):
        if not ROWS.fullmatch(match[0]):
            yield Flaw(match.start(), match.end(), f"标点“{match[0]}”连用", "只留一个")
    for match in WORDS.finditer(paper.text, paper.start, paper.end):
        if match["word"] in WRONG_WORDS:
            yield Flaw(match.start(), match.end(), f"“{match['word']}”重复", "删去一个")

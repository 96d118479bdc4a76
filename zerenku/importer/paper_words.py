"""The words by which the head and the end of a paper are told: dates, 文号, the kinds of papers."""

from __future__ import annotations

import re
from typing import Final

ARABIC_DAY: Final = r"[12]\d{3} ?年 ?\d{1,2} ?月 ?\d{1,2} ?日"
HAN_DAY: Final = r"[一二][〇○零OoO0一二三四五六七八九]{3}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日"
DAY: Final = f"(?:{ARABIC_DAY}|{HAN_DAY})"
BLANK_DAY: Final = r"(?:[12]\d{3})? *年 *(?:\d{1,2})? *月 *(?:\d{1,2})? *日"
"""A date of which a number or all are left for the pen."""
LONG_LINE: Final = 600
"""A paragraph longer than this may be several that lost their line breaks."""
LONG_TEXT: Final = 120
"""So may be a line of a text that lost them all."""
USUAL_LINE: Final = 300
KINDS: Final = (
    "通知|方案|计划|意见|办法|规定|细则|要点|措施|通报|公告|纪要|决定|制度|规程|标准|导则|指南|政策|规划|条例|预案"
    "|清单|责任[书状]|(?:提醒|提示|督办)函|责任分工|任务分工|一览表|名单|表|目录|手册|台账"
)
NUMBER: Final = re.compile(
    r"(?P<code>[\u4e00-\u9fffA-Z]{1,40}) *[〔（] *(?P<year>(?:19|20)\d{2}) *[〕）] *(?P<nth>第?) *(?P<no>\d{1,4}) *号"
)
AFTER_CODE: Final = re.compile(
    r".*(?:通知|方案|计划|意见|办法|规定|细则|要点|文件|决定|通报|大中小|打印|关闭|收藏|分享到?"
    r"|(?:局|委员会|政府|指挥部|小组|办公室|[支大]队|管委会)(?=[^局会府]{2,7}$))"
)
TITLE_END: Final = re.compile(rf"(?:{KINDS})》?(?:[（(][^（）()]{{1,20}}[）)]+)?$")


def longest_paragraph(text: str) -> int:
    """How long a line may be before it is looked through for the breaks it lost: a text of one line, or of a few very
    long ones, has lost them all.
    """
    return LONG_TEXT if len(text) > USUAL_LINE * (text.count("\n") + 1) or "\n" not in text else LONG_LINE

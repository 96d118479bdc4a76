"""How people ask: the forms of a question, words of frequency, and words that say nothing. Shared with the browser.

The patterns keep to the syntax that Python and JavaScript read alike (no look-behind, no named groups).
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class Asks(StrEnum):
    """The slot that a question asks for (interchange.md)."""

    OWNER = "owner"
    DEADLINE = "deadline"
    FREQUENCY = "frequency"
    QUOTA = "quota"
    DUTY = "duty"


class Tier(StrEnum):
    """How a hit was found, strict before loose."""

    EXACT = "exact"
    ALL = "all"
    ALIAS = "alias"
    CLOSE = "close"


TIER_LABELS: Final = {Tier.EXACT: "原词", Tier.ALL: "全部词语", Tier.ALIAS: "别名", Tier.CLOSE: "近似"}

# Kinds of papers, as `--kind` takes them beside words for enterprises (the values of model.plan.PlanKind).
PAPER_KINDS: Final = ("通知", "方案", "意见")

_BODY: Final = "(?:部门|单位|科室|机关|办公室|局|家)"
_WHO: Final = f"(?:谁|哪个{_BODY}?|哪些{_BODY}|哪家{_BODY}?|什么{_BODY}|哪里|哪儿)"
_OWNS: Final = "(?:来|在|去)?(?:牵头|负责|主管|监管|管理|督促|配合|承担|组织|落实|做|管|抓)?"

# Tried in this order on the folded question; the first that matches gives the slot, and every match is cut out. What a
# group catches stays in the question.
ASK_PATTERNS: Final[tuple[tuple[Asks, str], ...]] = (
    (Asks.FREQUENCY, "多(?:久|长时间|少天|少时间)(?:要|得|需要?|该|应该?)?(.*?)[一1]次"),
    (Asks.FREQUENCY, "(?:要|得|需要?)?(?:做|搞|开展|组织)?(?:几|多少)(?:次|回)"),
    (Asks.FREQUENCY, "频次|频率|多久"),
    (
        Asks.DEADLINE,
        "(?:到|在)?(?:什么时候|何时|什么时间|哪天|几月份?|几号|哪一?年|最晚|最迟)(?:之前|以前|底前|前|底)?",
    ),
    (Asks.DEADLINE, "(?:完成|报送|整改)?(?:截止|截至)(?:时间|日期|到)?|(?:完成)?(?:时限|期限)"),
    (Asks.QUOTA, "(?:比例|指标|目标值|数量)?(?:是|要|达到|不低于|不少于|至少)?(?:多少|几[家个名项])"),
    (Asks.OWNER, f"(?:应该?|要)?(?:由|归|该|找|属于?|是)?{_WHO}{_OWNS}(?:的)?"),
    (Asks.OWNER, "(?:牵头|责任|主管|负责|配合|归口)(?:单位|部门|科室)(?:是|为|有)?|责任人(?:是|为)?"),
    (Asks.OWNER, "归口(?:管理)?|谁管"),
    (
        Asks.DUTY,
        "(?:应该?|需要?|必须|具体)?(?:要|得)?(?:做|干|办|履行|承担|落实|注意|遵守|准备)?(?:些|点)?(?:什么|啥|哪些)(?:事情?|工作|要求|任务|义务|职责|责任)?",
    ),
    (Asks.DUTY, "(?:怎么|如何|怎样)(?:做|办|弄|落实|管理?|处理|处置|整改|开展)"),
)

# Words of frequency by period (the values of model.clause.Every); the first is how wording.py says it.
FREQUENCY_WORDS: Final[tuple[tuple[str, tuple[str, ...]], ...]] = (
    ("day", ("每日", "每天", "逐日", "按日", "天天")),
    ("week", ("每周", "每星期", "按周", "逐周", "周周", "周报")),
    ("half-month", ("每半月", "每半个月", "半月一次")),
    ("month", ("每月", "每个月", "按月", "逐月", "月月", "月度", "月报")),
    ("quarter", ("每季度", "每季", "每个季度", "按季度", "按季", "季度", "季报")),
    ("half-year", ("每半年", "半年一次")),
    ("year", ("每年", "每年度", "一年一次", "按年", "年度")),
)

# Cut off at either end of what is left between known words.
IDLE_HEADS: Final = (
    "请问", "想问", "要不要", "能不能", "有没有", "是不是", "问一下", "问下", "查一下", "关于", "我们", "我", "你们",
    "对于", "在", "由", "要", "应当", "应该", "需要", "需", "该", "一年", "一个月", "一季度", "一周", "把", "将", "给",
    "被", "和", "与", "及", "的", "是", "到底", "有",
)  # fmt: skip
IDLE_TAILS: Final = (
    "吗", "呢", "啊", "呀", "了", "的", "是", "要", "和", "与", "及", "由", "在", "有", "该", "情况", "方面", "问题",
    "一次", "完成", "做完", "做好", "完", "工作", "一年", "一个月", "一季度", "一周",
)  # fmt: skip

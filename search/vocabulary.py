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
# They stand beside the name of a place or a path without being in the clause that is meant.
PAPER_WORDS: Final = (*PAPER_KINDS, "文件", "实施方案", "工作方案", "工作意见")

_BODY: Final = "(?:部门|单位|科室|机关|办公室|局|家|方)"
_LEADS: Final = "牵头|迁头|负责|附责|付责|负则|主管|监管|管理|督促|配合|承担|组织|落实"
_DOES: Final = f"{_LEADS}|取缔|认定|整治|检查|推送|做|管|抓|查|办|开|建|报"
_WHO: Final = f"(?:谁|哪(?:个|些|一个|几个)?{_BODY}|什么{_BODY}|哪[个些](?={_DOES})|哪里|哪儿)"
_OWNS: Final = f"(?:来|在|去)?(?:{_LEADS}|做|管|抓|搞|弄)?"
_WHEN: Final = "什么时候|啥时候|啥时|几时|何时|什么时间|哪天|几月份?|几号|哪一?年|最晚|最迟"
_HOW_MANY: Final = "百分之(?:多少|几)|多少[家个名项]?|第几|几(?:[家名项]|个(?![月季]))"
_TO_DO: Final = "(?:做|干|办|负责|牵头|配合|主管|履行|承担|落实|注意|遵守|准备|说|讲|规定)?(?:些|点)?"
_WHAT: Final = "(?:什么|啥|哪些)(?:事情?|工作|要求|任务|义务|职责|责任|规定|东西)?"

_OPEN: Final = "(?:^| )"
_SHUT: Final = "(?= |$)"

# Tried in this order on the folded question; the first that matches gives the slot, and every match is cut out. What a
# group catches stays in the question.
ASK_PATTERNS: Final[tuple[tuple[Asks, str], ...]] = (
    (Asks.QUOTA, "最(?:多|长|少)(?:能|可以|可|要)?(.*?)多(?:久|长时间|少天|少)"),
    (Asks.FREQUENCY, "(?:每隔|隔)?多(?:久|长时间|少天|少时间)(?:要|得|需要?|该|应该?)?(.*?)[一1][次回]"),
    (Asks.FREQUENCY, "(?:每|隔)?几(?:天|周|个月|个季度|年)(?:要|得|需要?)?(.*?)[一1][次回]"),
    (Asks.FREQUENCY, "(?:要|得|需要?)?(?:做|搞|开展|组织)?(?:几|多少)(?:次|回|趟)"),
    (Asks.FREQUENCY, "频次|频率|(?:每隔|隔)?多久"),
    (
        Asks.DEADLINE,
        f"(?:到|在)?(?:{_WHEN})(?:之前|以前|底前|前|底)?",
    ),
    (Asks.DEADLINE, "(?:完成|报送|整改)?(?:截止|截至)(?:时间|日期|到)?|(?:完成)?(?:时限|期限)"),
    (
        Asks.QUOTA,
        f"(?:比例|指标|目标值|数量)?(?:是|要|达到|不低于|不少于|至少)?(?:{_HOW_MANY})",
    ),
    (Asks.OWNER, f"(?:应该?|要)?(?:由|归|该|找|属于?|是)?{_WHO}{_OWNS}(?:的)?"),
    (Asks.OWNER, "(?:牵头|责任|主管|负责|配合|归口)(?:单位|部门|科室)(?:是|为|有)?|责任人(?:是|为)?"),
    (Asks.OWNER, "归口(?:管理)?|谁管|牵头(?=[?!。 ]*$)"),
    (
        Asks.DUTY,
        f"(?:应该?|需要?|必须|具体)?(?:要|得)?{_TO_DO}{_WHAT}",
    ),
    (
        Asks.DUTY,
        "(?:应该?|需要?)?(?:要|得|能)?(?:怎么|如何|怎样|咋)(?:做|办|弄|落实|管理?|处理|处置|整改|开展|搞)?",
    ),
    (Asks.DUTY, "要不要|用不用|需不需要|能不能|可不可以|行不行|是不是|有没有|干嘛|有?哪(?:几|一)?[类种块项条张样件]"),
    (Asks.DUTY, "(?:吗|嘛|么|呢)(?=[?!。 ]*$)"),
    # The same, typed by sound.
    (Asks.OWNER, f"{_OPEN}(?:you |gui )?(?:shui|shei)(?: ?(?:guan|fuze|qiantou|zhua|zuo|jianguan|zhuguan))?{_SHUT}"),
    (Asks.OWNER, f"{_OPEN}na ?ge ?(?:bumen|danwei)(?: ?(?:guan|fuze|qiantou))?{_SHUT}|{_OPEN}qiantou ?danwei{_SHUT}"),
    (Asks.DEADLINE, f"{_OPEN}(?:(?:shenme|sha) ?shihou|jishi|heshi|na ?(?:yi ?)?(?:nian|tian))(?: ?qian)?{_SHUT}"),
    (Asks.FREQUENCY, f"{_OPEN}duo ?jiu(?: ?yi ?ci)?{_SHUT}"),
    (Asks.DUTY, f"{_OPEN}(?:yao ?)?(?:zuo ?)?(?:shenme|zenme ?(?:zuo|ban|guan))(?: ?yaoqiu)?{_SHUT}"),
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
    "对于", "如果", "要是", "这个", "那个", "自己", "可以", "帮我", "在", "由", "要",
    "应当", "应该", "需要", "需", "该", "一年", "一个月", "一季度", "一周", "把", "将", "给",
    "被", "和", "与", "及", "的", "是", "到底", "有", "一定", "以后", "之后", "里面",
    "前要", "前先", "后要", "时要", "之前", "以前", "开个", "开了", "办个",
)  # fmt: skip
IDLE_TAILS: Final = (
    "这块", "这一块", "这件事", "这事", "的事", "到底", "究竟", "吗", "呢", "啊", "呀", "了", "的", "是", "要",
    "和", "与", "及", "由", "在", "有", "该", "情况", "方面", "问题", "一次", "一轮", "一下", "东西", "完成",
    "做完", "做好", "完", "工作", "一年", "一个月", "一季度", "一周", "一定",
    "以后", "之后", "之前", "的地方", "里面", "这种", "哪个国标算", "哪个国标", "什么国标", "国标号", "按",
)  # fmt: skip
# Single characters that may be lost without a loss.
IDLE_UNITS: Final = frozenset(
    "的了要在由和与及是有把被给该需将能会也都就还又再先来去里上下这那个些着过吗呢啊呀吧们我你做搞弄"
)

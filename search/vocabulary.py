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


# Who says this asks for a department that leads, not for anybody who may have to see to it.
LEAD: Final = "牵头"
# And who asks what this goes by asks for what its head names.
PLAN: Final = "方案"

TIER_LABELS: Final = {Tier.EXACT: "原词", Tier.ALL: "全部词语", Tier.ALIAS: "别名", Tier.CLOSE: "近似"}

# Kinds of papers, as `--kind` takes them beside words for enterprises (the values of model.plan.PlanKind).
PAPER_KINDS: Final = ("通知", "方案", "意见")
# They stand beside the name of a place or a path without being in the clause that is meant.
PAPER_WORDS: Final = (*PAPER_KINDS, "文件", "实施方案", "工作方案", "工作意见")

_BODY: Final = "(?:部门|单位|科室|机关|办公室|站所|局|所|站|家|方|政府|条线)"
_LEADS: Final = "牵头|迁头|负责|附责|付责|负则|主管|主抓|分管|监管|管理|督促|督办|配合|承担|组织|落实|验收|审批|考核"
_ACTS: Final = "取缔|认定|整治|检查|推送|处理|收拾|做|管|抓|查|办|开|建|报|修|清|拆|审|批|教|带|守|堵|治|来|去|出|负|担"
_DOES: Final = f"{_LEADS}|{_ACTS}"
_WHO: Final = f"(?:谁家?(?=管)|谁|哪(?:个|些|一个|几个)?{_BODY}|什么{_BODY}|哪[个些](?={_DOES})|哪里|哪儿)"
_BEARS: Final = "(?:负|有|担)(?:主要|主体|监管|管理|领导)?的?责任?|兜底|说了算"
_OWNS: Final = f"(?:来|在|去|一起|联合|共同)*(?:{_BEARS}|(?:{_LEADS}|做|管|抓|搞|弄)*)"
_HOUR: Final = "时候|时间|日子"
_WHEN: Final = (
    f"(?:什么|啥)(?:{_HOUR})|啥时|几时|何时|哪一?天|哪个月|几月份?|几号|哪一?年|最晚|最迟|时间(?:节点|要求)|完成时间"
)
_SPAN: Final = "多(?:久|长时间|少天|少时间)"
_UNIT: Final = "[家个名项条人份批支处座辆台次吨米元]"
_HOW_MANY: Final = f"百分之(?:多少|几)|多少{_UNIT}?|第几|几(?:[家名项人份批支处座辆台条米吨]|个(?![月季]))"
_TO_DO: Final = "(?:做|干|办|负责|牵头|配合|主管|履行|承担|落实|注意|遵守|准备|说|讲|规定|弄|搞|整)?(?:些|点|个|到)?"
_THING: Final = "事情?儿?|工作|要求|任务|义务|职责|责任|规定|东西|措施|材料|手续|说法|讲究|意思|内容|好处"
_WHAT: Final = f"(?:什么|啥|哪些)(?:{_THING})?"
_HOW: Final = "(?:怎么|如何|怎样|咋)"
_WHICH: Final = "(?:哪(?:一?个|些|几个|部|份|一?条)?|什么|啥)"
_BY: Final = "按照?|依照|照着?|依据|根据|参照|对照|执行"
_SAYS: Final = "(?:来|做|算|执行|办|存|走|建|判定?|定|要求|规定|里?有|里?说|里?讲|里?写|里?提到?|里|上)"
_PAPER: Final = "国家标准|行业标准|地方标准|国标|标准|规范|导则|指南|文件|法规|细则"

_OPEN: Final = "(?:^| )"
_SHUT: Final = "(?= |$)"

# Forms that ask which standard or paper a clause goes by. They are cut out first; no slot of a duty tells it.
CITES_PATTERNS: Final[tuple[str, ...]] = (
    f"(?:要|得|应该?)?(?:{_BY}|用|看|是)?(?:的是)?{_WHICH}(?:{_PAPER}){_SAYS}*的?",
    f"(?:{_BY}){_WHICH}(?:规定|条例|办法|规程|通知|目录|要求)?{_SAYS}*的?",
    "(?:依据|根据)(?:是|有)(?:什么|啥|哪些)|(?:国标|标准|文件)号(?:是多少|是什么|是啥)?|哪[里儿]规定的?",
    "的?(?:全称|全名)(?:是什么|叫什么|是啥|叫啥)?",
)

# Tried in this order on the folded question; the first that matches gives the slot, and every match is cut out. What a
# group catches stays in the question.
ASK_PATTERNS: Final[tuple[tuple[Asks, str], ...]] = (
    (Asks.QUOTA, "最(?:多|长|少)(?:能|可以|可|要)?(.*?)多(?:久|长时间|少天|少)"),
    (
        Asks.DEADLINE,
        f"(?:{_SPAN}|几(?:天|个?月|年))(?:之内|以内|内)(?:要|得)?|还有{_SPAN}",
    ),
    (Asks.DEADLINE, f"(?:时限|期限)(?:是|有|为)?(?:{_SPAN}|多长|几(?:天|个月|年))"),
    (Asks.FREQUENCY, f"(?:每隔|隔)?{_SPAN}(?:要|得|需要?|该|应该?)?(.*?)[一1][次回]"),
    (Asks.FREQUENCY, "(?:每|隔)?几(?:天|周|个月|个季度|年)(?:要|得|需要?)?(.*?)[一1][次回]"),
    (Asks.FREQUENCY, "(?:要|得|需要?)?(?:做|搞|开展|组织)?(?:几|多少)(?:次|回|趟)"),
    (Asks.FREQUENCY, "频次|频率|(?:每隔|隔)?多久"),
    (
        Asks.DEADLINE,
        f"(?:限|到|在)?(?:{_WHEN})(?:之前|以前|底前|前|底|到期)?",
    ),
    (Asks.DEADLINE, "(?:完成|报送|整改)?(?:截止|截至)(?:时间|日期|到)?|(?:完成)?(?:时限|期限)"),
    (
        Asks.DUTY,
        f"(?:完成|做|办|要|得)*有?哪[几一二两三四五六七八九十]?(?:[类种块项条张样件点]|方面)(?:{_THING})?(?:[提讲说写]到|写了|里)?",
    ),
    (Asks.QUOTA, "(?:要|得)?(?:多长时间|几个[月周]|几天)(?=[?!。 ]*$)"),
    (Asks.OWNER, f"(?:由|归|是)?哪几(?:家(?![企工公])|个{_BODY}){_OWNS}"),
    (
        Asks.QUOTA,
        f"(?:比例|指标|目标值|数量)?(?:是|要|达到|不低于|不少于|至少|最少|最低)*(?:{_HOW_MANY})",
    ),
    (Asks.OWNER, f"(?:应该?|要)?(?:由|归|该|找|问|属于?|是)?{_WHO}{_OWNS}(?:的(?:事情?|活儿?|职责|责任)?)?"),
    (Asks.OWNER, "(?:牵头|责任|主管|负责|配合|归口)(?:单位|部门|科室)(?:是|为|有)?(?:哪[个些])?|责任人(?:是|为)?"),
    (Asks.OWNER, "归口(?:管理)?|谁管|牵头(?=[?!。 ]*$)|归哪(?=[?!。 ]*$)|该?(?:由|找|问|归)哪[个些](?=[?!。 ]*$)"),
    (Asks.DUTY, f"的?(?:{_THING})是(?:什么|啥)|(?:主要)?(?:任务|职责)(?=[?!。 ]*$)"),
    (
        Asks.DUTY,
        f"(?:应该?|需要?|必须|具体)?(?:要|得)?{_TO_DO}{_WHAT}",
    ),
    (
        Asks.DUTY,
        f"(?:应该?|需要?|是)?(?:要|得|能)?{_HOW}(?:做|办|弄|整|落实|管理?|处理|处置|整改|开展|搞|规定|要求|说)?",
    ),
    (
        Asks.DUTY,
        "会不会|要不要|用不用|需不需要|能不能|可不可以|行不行|是不是|有没有|违不违[规法]|算不算(?:违[规法])?|干嘛",
    ),
    (Asks.DUTY, "(?:会|能)?(?:怎么样|怎样)(?=[?!。 ]*$)|有?(?:没有)?人[管理](?:吗|嘛|么)?(?=[?!。 ]*$)"),
    (Asks.DUTY, "(?:可以|行)?(?:吗|嘛|么|呢)(?=[?!。 ]*$)"),
    # The same, typed by sound.
    (Asks.OWNER, f"{_OPEN}(?:you |gui )?(?:shui|shei)(?: ?(?:guan|fuze|qiantou|zhua|zuo|jianguan|zhuguan))?{_SHUT}"),
    (Asks.OWNER, f"{_OPEN}na ?ge ?(?:bumen|danwei)(?: ?(?:guan|fuze|qiantou))?{_SHUT}|{_OPEN}qiantou ?danwei{_SHUT}"),
    (Asks.DEADLINE, f"{_OPEN}(?:(?:shenme|sha) ?shihou|jishi|heshi|na ?(?:yi ?)?(?:nian|tian))(?: ?qian)?{_SHUT}"),
    (Asks.FREQUENCY, f"{_OPEN}duo ?jiu(?: ?yi ?ci)?{_SHUT}"),
    (Asks.DUTY, f"{_OPEN}(?:yao ?)?(?:zuo ?)?(?:shenme|zenme ?(?:zuo|ban|guan))(?: ?yaoqiu)?{_SHUT}"),
)

# 每月15号 is 每月15日, as papers write it; 海应急〔2023〕5号 is no day.
DAY_OF_MONTH: Final = ("月([0-9]{1,2})号", r"月\1日")

# GB 12158 is one word, as GB12158 is; the letters are those of the standards that rule this field.
SPACED_CODE: Final = ("((?:^|[^a-z])(?:gbz?|aq|ga|xf|tsg|db|yj|hg|sh|jgj|cjj|jt)(?:/[tz])?) +(?=[0-9])", r"\1")

# Words of frequency by period (the values of model.clause.Every); the first is how wording.py says it.
FREQUENCY_WORDS: Final[tuple[tuple[str, tuple[str, ...]], ...]] = (
    ("day", ("每日", "每天", "逐日", "按日", "天天")),
    ("week", ("每周", "每星期", "按周", "逐周", "周周", "周报")),
    ("half-month", ("每半月", "每半个月", "半月一次")),
    ("month", ("每月", "每个月", "按月", "逐月", "月月", "月度", "月报")),
    ("quarter", ("每季度", "每季", "每个季度", "按季度", "按季", "季度", "季报")),
    ("half-year", ("每半年", "半年一次", "半年度", "半年报")),
    ("year", ("每年", "每年度", "一年一次", "按年", "年度")),
)

# Cut off at either end of what is left between known words.
IDLE_HEADS: Final = (
    "请问", "想问", "你好", "打听一下", "麻烦问下", "俺们", "俺", "咱们", "咱",
    "要不要", "能不能", "有没有", "是不是", "问一下", "问下", "查一下", "关于", "我们", "我", "你们",
    "对于", "如果", "要是", "这个", "那个", "自己", "可以", "帮我", "在", "由", "要",
    "应当", "应该", "需要", "需", "该", "一年", "一个月", "一季度", "一周", "把", "将", "给",
    "被", "和", "与", "及", "的", "是", "到底", "有", "一定", "以后", "之后", "里面",
    "镇上", "镇里", "县里", "区里", "市里", "这次", "这回", "此次",
    "前要", "前先", "后要", "时要", "之前", "以前", "开个", "开了", "办个",
)  # fmt: skip
IDLE_TAILS: Final = (
    "这块", "这一块", "这件事", "这事", "的事", "到底", "究竟", "吗", "呢", "啊", "呀", "了", "的", "是", "要",
    "和", "与", "及", "由", "在", "有", "该", "情况", "方面", "问题", "一次", "一轮", "一下", "东西", "完成",
    "弄好", "弄完", "搞好", "搞完", "办完", "办好", "一起",
    "做完", "做好", "完", "工作", "一年", "一个月", "一季度", "一周", "一定",
    "以后", "之后", "之前", "的地方", "里面", "这种", "哪个国标算", "哪个国标", "什么国标", "国标号", "按",
)  # fmt: skip
# Single characters that may be lost without a loss.
IDLE_UNITS: Final = frozenset(
    "的了要在由和与及是有把被给该需将能会也都就还又再先来去里上下这那个些着过吗呢啊呀吧们我你做搞弄"
)

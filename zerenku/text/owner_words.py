"""The words an owner phrase is made of: labels before names, verbs after them."""

from __future__ import annotations

import re
from typing import Final

_UNIT: Final = r"(?:单位|部门|地区|主体|乡镇|镇街|科室|处室|股室|机构|站所|部室|委办|方|街道)"
_ALSO: Final = rf"(?:（[^（）]{{1,8}}）|[、和及/与](?:责任|配合|协办|参与)?(?:{_UNIT}|人|领导)?)?"
_NAMED: Final = rf"{_ALSO}{_UNIT}{_ALSO}"
_SAYS: Final = r"\ *(?:：|(?=为[^主了]))"
LABEL: Final = re.compile(
    rf"""
    (?:[省市县区镇乡村]级)?(?:(?P<lead>(?:牵头|主责|主办|主要负责|总牵头|第一责任)(?:责任|负责)?{_NAMED}|牵头(?=：)|主办(?=：)){_SAYS}
    |(?P<owner>(?:责任|负责|落实|承办|主管|实施|主体责任|组织|督导|指导|监管|执行|承担|工作责任){_NAMED}
        |(?:责任|任务|职责|工作)分工)(?:\ *：|(?<=责任(?:单位|部门|科室|主体))(?=为[^主了]))
    |(?P<support>(?:配合|协办|协助|参与|参加|协同|协作|支持|责任配合|会办)(?:责任|负责)?{_NAMED}|配合(?=：)|协办(?=：)){_SAYS}
    |(?P<ignored>(?:责任|负责|牵头|联系|分管|包保|包抓|挂钩|督办|经办|具体责任|主要责任)(?:县|市|区|镇)?级?
            (?:领导|人|负责人|同志|科长)
        |(?:完成|整改|办结|办理|工作|计划|推进|实施|时间|进度|销号)?
            (?:时限|时间|期限|节点|时间节点|要求|措施|目标|日期)
        |联系电话|备注)\ *：)
    """,
    re.VERBOSE,
)
"""A label and its colon (or 为); the group that matched is the role of the names behind it, `ignored` that of none."""

_LABEL_ENDS: Final = re.compile("[：为]")


def has_label(folded: str, start: int = 0, end: int | None = None) -> bool:
    """Whether LABEL can match at all: most texts are without the last character of every label."""
    return _LABEL_ENDS.search(folded, start, len(folded) if end is None else end) is not None


# 牵头部门, 牵头人 and 牵头医院 are nouns, 牵头组织 is not.
NOUN: Final = (
    r"(?!部门|单位|人(?!民)|领导|医院|企业|作用|责任|处室|科室|机构|学校|者|的|地区|乡镇"
    r"|[县市区]领导|任务|事项|[）〕])"
)
_DUTY: Final = r"(?:职责|职能|分工|责任|权限|任务|部门职责|工作职责|单位职责|管理权限|管辖权限)"
_BY_REMIT: Final = (
    rf"(?:按照?|依据?|根据|依照|在)(?:本|各自|部门|单位|有关|相关|工作|其|法定|所属)*的?"
    rf"{_DUTY}(?:和|与|、)?(?:{_DUTY}|范围|要求|原则)*内?"
)
LEAD_TAIL: Final = re.compile(
    rf"(?:共同|联合|分别|具体|统一|主要|{_BY_REMIT})*(?:负责)?牵头{NOUN}[^牵，；。]{{0,16}}$"
    rf"|为(?:主要)?(?:牵头|主责){_UNIT}$"
)
SUPPORT_TAIL: Final = re.compile(
    rf"(?:积极|分别|共同|协同|密切|主动|{_BY_REMIT}|做好|给予|予以)*"
    rf"(?:配合|协助|参与|参加|协同|协办|协作)[^，；。]{{0,10}}$"
    rf"|(?<=[局办委部])(?:支持|保障)$|为(?:配合|协办|参与|成员|协同|协助){_UNIT}$"
)
REMIT_TAIL: Final = re.compile(
    rf"等?(?:分别|共同|各自)*{_BY_REMIT}(?:分别|具体|共同|分工|各自|抓好|做好)*"
    r"(?:负责|落实|承担|实施|推进|完成|执行|组织|牵头|开展|(?:相关|有关|各项)?工作|指导|督促|具体)*$"
    r"|(?:分工|分别|共同|各自|联合|按责任)(?:负责|落实|实施|承担)[^，；。]{0,8}$|各负其责$|分工协作$"
)
OWNER_TAIL: Final = re.compile(
    r"(?:具体|主要|统一|组织|分级|属地|直接)*"
    r"(?:负责|落实|承担|实施|指导|督导|主办|承办|办理|督办|监管|推进|执行|主管|主责)"
    r"(?:组织|落实|实施|指导|推进|完成|监督|协调|具体|统筹|办理|执行|开展|管理|解释|、)*$"
    r"|负责[^，；。、的]{1,10}$|负总责$|为(?:责任|承办|实施)(?:单位|部门|主体)$"
)
WITH: Final = re.compile(r"^(?:会同|联合(?!会|社)|配合单位|协同|商(?=[市县区省州](?!区)|有关|相关|各))\s*")
DATED: Final = re.compile(r"\d|[年月]底|长期|持续|全年|立即|即时|常态|按时|完成$|实施$|推进$|坚持|^年")
AFTER_VERB: Final = re.compile(
    r"(?<=牵头)(?:负责)?、|(?<=负责)、|(?<=配合)、(?!单位)|(?<=牵头)(?:负责)?(?=会同|联合|商)"
)
AFTER_VERB_BEGINS: Final = re.compile("[负、会联商]")

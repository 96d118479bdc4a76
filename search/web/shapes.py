"""The JSON that the API answers with, field by field; the OpenAPI document is made from these types."""

from __future__ import annotations

from typing import Annotated, Any, Literal, NotRequired

from pydantic import Field

# The standard one is refused by pydantic before Python 3.12.
from typing_extensions import TypedDict

Kind = Literal["department", "place", "enterprise", "topic", "term", "document", "standard", "every", "plan", "heading"]
Certainty = Literal["lead", "joint", "collective", "none"]
Asks = Literal["owner", "deadline", "frequency", "quota", "duty"]
Tier = Literal["exact", "all", "alias", "close"]
Cursor = Annotated[str | None, Field(description="下一页的 cursor；没有下一页时是 null")]
Total = Annotated[int, Field(description="一共多少条", ge=0)]
Names = list[str]
Json = dict[str, Any]


class Understood(TypedDict):
    """问题里认出的东西。"""

    departments: Names
    places: Names
    asks: Annotated[Asks | None, Field(description="问的是什么：归谁管、时限、频次、指标、要做什么")]
    every: Names
    enterprises: Names
    plans: Annotated[Names, Field(description="方案，按标题或文号认出")]
    papers: Annotated[Names, Field(description="标准和文件，按名称或编号认出")]
    path: Names
    when: str | None


class Hit(TypedDict):
    """一条条款，和其中最对得上的一项责任。"""

    plan: Annotated[str, Field(description="方案 id")]
    place: str
    path: Annotated[Names, Field(description="条款号，逐层")]
    anchor: Annotated[str, Field(description="方案 id/锚点")]
    url: Annotated[str, Field(description="网站内的地址")]
    heading: str
    summary: Annotated[str, Field(description="摘编，以原文为准")]
    duty: Annotated[str | None, Field(description="责任事项")]
    lead: Annotated[Names, Field(description="原文写明的责任单位；只有 certainty 为 lead 时才是牵头单位")]
    support: Annotated[Names, Field(description="配合单位")]
    certainty: Annotated[Certainty, Field(description="明确牵头、按职责分工、各相关部门、原文未写责任单位")]
    owner: Annotated[str, Field(description="责任单位，写成一句话")]
    subject: Annotated[Names, Field(description="文中主体")]
    obliged: Annotated[Names, Field(description="谁做")]
    deadlines: Annotated[Names, Field(description="到期日")]
    when: Annotated[Names, Field(description="时限和频次，写成话")]
    evidence: str | None
    unconfirmed: Annotated[Names, Field(description="待确认的字段")]
    period: Annotated[Names, Field(description="方案的实施期限，首月和末月")]
    expired: Annotated[bool, Field(description="方案在回答当天是否已到期")]
    tier: Annotated[Tier, Field(description="怎样找到的：原词、全部词语、别名、近似")]
    covers: Annotated[float, Field(description="对上问题的几成，1 是全部")]
    score: float
    why: NotRequired[Annotated[Names, Field(description="为什么列出，explain=true 时才有")]]


class CitedHit(Hit):
    """一条条款和它的引用写法。"""

    citation: Annotated[str, Field(description="可直接引用的出处，如《…方案》附件4 二（一）2")]
    doubt: Annotated[
        str | None, Field(description="近似匹配时：问题里的哪些词它没有写到，或者是按什么词查的；其余是 null")
    ]


class SearchAnswer(TypedDict):
    """检索结果的一页。"""

    query: str
    understood: Understood
    hits: list[Hit]
    total: Total
    at_least: Annotated[
        bool, Field(description="true 时 total 只是下限：条款太多，没有逐条看完，翻页也未必能翻到这么多")
    ]
    next: Cursor


class WhoAnswer(SearchAnswer):
    """归谁管：answer 是答案；没有把握时是 null，并说明试过什么、什么与它相近。"""

    answer: CitedHit | None
    candidates: NotRequired[Annotated[list[CitedHit], Field(description="也可能是这些")]]
    tried: NotRequired[Annotated[list[Tier], Field(description="没有答案时：试过哪几层")]]
    nearest: NotRequired[Annotated[Names, Field(description="没有答案时：相近的词")]]


class Suggestion(TypedDict):
    """输入提示的一项。"""

    text: Annotated[str, Field(description="规范叫法")]
    kind: Annotated[Kind, Field(description="是部门、地区、方案，还是别的")]
    id: Annotated[str, Field(description="名录里的 id；条款标题没有")]
    matched: Annotated[str, Field(description="与输入对上的叫法")]


class SuggestAnswer(TypedDict):
    """输入提示。"""

    query: str
    suggestions: list[Suggestion]


class Deadline(TypedDict):
    """一个时限。"""

    date: str | None
    text: str
    what: str


class Recurrence(TypedDict):
    """一个频次：每 every 几次，n 前面是 op；写明日子的有 day。"""

    every: str
    n: int
    op: str
    text: str
    who: str | None
    what: str | None
    day: NotRequired[int]


class Target(TypedDict):
    """一个指标。"""

    op: str
    value: float
    unit: str
    text: str
    what: str


class Duty(TypedDict):
    """一项责任和它的出处。"""

    anchor: Annotated[str, Field(description="方案 id/锚点")]
    plan: str
    plan_title: str
    place: str
    path: Names
    citation: str
    heading: str
    url: str
    do: Annotated[str, Field(description="要做的事，摘编，以原文为准")]
    obliged: Names
    subject: Names
    certainty: Certainty
    owner: str
    lead: Names
    support: Names
    deadlines: list[Deadline]
    recurrence: list[Recurrence]
    targets: list[Target]
    evidence: str | None
    stage: str | None
    applies_to: Names
    topics: Annotated[Names, Field(description="主题 id")]
    unconfirmed: Names
    period: Names


class DutiesAnswer(TypedDict):
    """责任清单的一页。"""

    duties: list[Duty]
    total: Total
    next: Cursor


class Report(TypedDict):
    """一项要报送的材料。"""

    plan: str
    who: Names
    to: Names
    what: str
    due: Annotated[str, Field(description="什么时候报，写成话")]
    url: Annotated[str | None, Field(description="写着它的条款在网站内的地址")]


class DepartmentAnswer(TypedDict):
    """一个部门：名录里的记载，和它牵头、分担、配合、承担、报送的全部事项。"""

    id: str
    name: str
    short: str | None
    kind: str
    place: str
    aliases: Names
    parent: str | None
    members: Names
    replaced_by: str | None
    replaced_on: str | None
    url: str
    lead: list[Duty]
    shared: Annotated[list[Duty], Field(description="原文未明确牵头，它是其中之一")]
    support: list[Duty]
    obliged: Annotated[list[Duty], Field(description="要由它做的")]
    reports: list[Report]


class PlanAnswer(TypedDict):
    """一个方案，与 zerenku export 方案 --json 相同。"""

    id: str
    title: str
    number: str | None
    issuer: Names
    issued: str | None
    printed: str | None
    addressees: Names
    cc: Names
    basis: Names
    period: list[str] | None
    attachments: list[Json]
    clauses: list[Json]
    stages: list[Json]
    reporting: list[Json]
    forms: list[Json]
    sets: list[Json]
    notes: Names
    findings: list[Json]


class Health(TypedDict):
    """服务是否正常，答的是哪一版目录。"""

    status: Literal["ok"]
    version: str
    engine: str
    clauses: int

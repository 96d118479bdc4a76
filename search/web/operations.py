"""The operations of the API: the one list that routes, checks of requests, the OpenAPI document and the page read."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from search.web import questions, records, shapes
from search.web.declaring import Kind, Operation, Parameter
from zerenku.catalogue.catalogue import Catalogue
from zerenku.model.clause import Certainty, Every

QUESTION_CHARS: Final = 200
PAGE: Final = 100

QUESTION: Final = Parameter(
    name="q", says="要查的话，不超过 200 个字", required=True, most=QUESTION_CHARS, example="厂中厂归谁管"
)
DEPARTMENT: Final = Parameter(name="department", says="只看与该部门有关的：全称、简称或 id，可写几次", many=True)
PLACE: Final = Parameter(name="place", says="只看该地区及其下级地区的方案：名称或 id，可写几次", many=True)
PLAN: Final = Parameter(name="plan", says="只看该方案：id、标题或文号，可写几次", many=True)
KIND: Final = Parameter(name="kind", says="文种（通知、方案、意见）或企业类别，可写几次", many=True)
BEFORE: Final = Parameter(name="due_before", says="有时限在该日或之前", kind=Kind.DAY, example="2026-06-30")
AFTER: Final = Parameter(name="due_after", says="有时限在该日或之后", kind=Kind.DAY, example="2026-01-01")
EXPLAIN: Final = Parameter(name="explain", says="逐条说明为什么列出", kind=Kind.FLAG)
CURSOR: Final = Parameter(name="cursor", says="上一页的 next，照抄；其他参数要和上一页一样", kind=Kind.CURSOR)
FILTERS: Final = (DEPARTMENT, PLACE, PLAN, KIND, BEFORE)


def _limit(default: int, *, most: int = PAGE) -> Parameter:
    return Parameter(name="limit", says="最多几条", kind=Kind.NUMBER, least=1, most=most, default=default)


def _id(says: str) -> Parameter:
    return Parameter(name="id", says=says, required=True, in_path=True)


OPERATIONS: Final = (
    Operation(
        path="/api/search",
        name="search",
        says="检索条款：词语、部门、文号、条款号（如 二（三）5）都可以；先列原词，再列别名和近似。",
        group="检索",
        parameters=(QUESTION, *FILTERS, EXPLAIN, _limit(10), CURSOR),
        answer=shapes.SearchAnswer,
        run=questions.search,
    ),
    Operation(
        path="/api/who",
        name="who",
        says="问一件事归谁管：谁牵头、谁配合、什么时限、出自哪一条；原文没写的，如实说没写。",
        group="检索",
        parameters=(QUESTION, *FILTERS, EXPLAIN, _limit(10)),
        answer=shapes.WhoAnswer,
        run=questions.who,
    ),
    Operation(
        path="/api/suggest",
        name="suggest",
        says="输入提示：部门、地区、方案、主题、标题等的叫法；拼音、首字母和一个错字也认。",
        group="检索",
        parameters=(QUESTION, _limit(10, most=20)),
        answer=shapes.SuggestAnswer,
        run=questions.suggest,
    ),
    Operation(
        path="/api/duties",
        name="duties",
        says="责任清单，可按部门、地区、方案、种类、确定度、主题、时限、频次筛选；写 enterprise 就是该类企业的义务。",
        group="目录",
        parameters=(
            DEPARTMENT,
            PLACE,
            PLAN,
            KIND,
            Parameter(
                name="enterprise",
                says="企业的类别、规模、作业或身份：名称、俗称或 id；写几个就是同一家企业的几个特征",
                many=True,
            ),
            Parameter(name="topic", says="主题：名称或 id，可写几次", many=True),
            Parameter(
                name="certainty",
                says="责任确定度，可写几次",
                many=True,
                choices=tuple(item.value for item in Certainty),
            ),
            Parameter(name="every", says="频次，可写几次", many=True, choices=tuple(item.value for item in Every)),
            AFTER,
            BEFORE,
            _limit(50),
            CURSOR,
        ),
        answer=shapes.DutiesAnswer,
        run=records.duties,
    ),
    Operation(
        path="/api/departments/{id}",
        name="department",
        says="一个部门牵头、分担、配合、承担和报送的全部事项。",
        group="目录",
        parameters=(_id("部门 id；其中的斜杠可写作 %2F"),),
        answer=shapes.DepartmentAnswer,
        run=records.department,
    ),
    Operation(
        path="/api/plans/{id}",
        name="plan",
        says="一个方案的全部内容，交换格式，与 zerenku export 相同。",
        group="目录",
        parameters=(_id("方案 id"),),
        answer=shapes.PlanAnswer,
        run=records.plan,
    ),
)


def with_examples(catalogue: Catalogue) -> tuple[Operation, ...]:
    """The operations, with ids for examples that the catalogue knows."""
    known = {
        "department": next((item.id for item in catalogue.active_departments()), None),
        "plan": next((item.id for item in catalogue.plans), None),
    }

    def shown(operation: Operation) -> Operation:
        example = known.get(operation.name)
        given = (replace(item, example=example) if item.in_path else item for item in operation.parameters)
        return replace(operation, parameters=tuple(given))

    return tuple(map(shown, OPERATIONS))

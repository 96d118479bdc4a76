"""Which form the returns of a plan come on."""

from __future__ import annotations

import re
from typing import Final

from zerenku.errors import UnknownName
from zerenku.model.plan import Column, Form, Plan

GENERAL_ID: Final = "tongyong"
PAPER_KIND: Final = re.compile(r"(?:实施方案|工作方案|方案|工作意见|意见)(?P<years>（[^（）]*）)?$")


def form_of(plan: Plan, form_id: str | None = None) -> Form:
    """The form named, else the one that a reporting rule asks for, else the plan's first, else a general one.

    UnknownName when the plan has no form of that id.
    """
    if form_id is not None:
        found = next((form for form in plan.forms if form.id == form_id), None)
        if found is None:
            raise UnknownName("报表", form_id, tuple(form.id for form in plan.forms))
        return found
    asked = {rule.form for rule in plan.reporting if rule.form}
    return next((form for form in plan.forms if form.id in asked), next(iter(plan.forms), general_form(plan)))


def campaign_of(title: str) -> str:
    """What a plan is about, without what kind of paper it is: …专项行动."""
    return PAPER_KIND.sub("", title) or title


def general_form(plan: Plan) -> Form:
    """A form for a plan that sets none; its note says so."""
    return Form(
        id=GENERAL_ID,
        title=f"{campaign_of(plan.title)}进度统计表",
        row_key="单位",
        columns=(
            Column(
                name="企业自查",
                columns=(
                    Column(name="开展自查企业", unit="家"),
                    Column(name="自查发现隐患", unit="条"),
                    Column(name="已整改", unit="条"),
                    Column(name="安全培训", unit="人次"),
                    Column(name="应急演练", unit="次"),
                ),
            ),
            Column(
                name="监督检查",
                columns=(
                    Column(name="检查企业", unit="家次"),
                    Column(name="发现隐患", unit="条"),
                    Column(name="已整改", unit="条"),
                    Column(name="立案", unit="件"),
                    Column(name="罚款", unit="万元"),
                ),
            ),
        ),
        note="方案没有规定报表，这是通用式样，栏目可按需要增减；各数从行动开始累计。",
    )

"""发文字号由机关代字、年份、序号组成，年份用六角括号〔〕，不写“第”，序号不编虚位（GB/T 9704—2012 之 7.2.5）。
导入的方案照原文写，原文就不规范的只是提醒。

通过：青安〔2030〕5号　不通过：青安[2030]第05号
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from zerenku.catalogue.catalogue import Catalogue
from zerenku.model.finding import Finding, Severity

ID: Final = "number-form"
SEVERITY: Final = Severity.ERROR
FORM: Final = re.compile(r"[\u4e00-\u9fff]+〔[0-9]{4}〕[1-9][0-9]*号")


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Document numbers of plans in the official form."""
    for plan in catalogue.plans:
        if plan.number is not None and not FORM.fullmatch(plan.number):
            text = f"发文字号写法不对：{plan.number}"
            # What an issued paper bears is a fact, and nobody may put it right in its source.
            severity = SEVERITY if plan.opening is None else Severity.WARNING
            yield Finding(plan.span, ID, text, severity, "写作 机关代字〔2030〕5号")

"""Whether the words of a duty are those of a report, and of nothing else."""

from __future__ import annotations

import re
from typing import Final

REPORTING: Final = re.compile(r"报|述职|录入|上传")
"""In the words of whatever is to be reported: 上报, 报送, 年度报告, 向职工大会述职."""
WHEN: Final = "(?:每?[半一两0-9年月季度日末底旬]+前?)?"
MANNER: Final = "(?:汇总|及时|定期|按时|按期|逐级|统一|书面|如实)*"
TO: Final = "(?:向[^，；。、]{1,20}?)?"
VERB: Final = "(?:上报|报送|报告|填报|呈报|提交|写出|录入|上传|述职|报(?![批名废警经]))"
JOINED: Final = "，；。、和及与并且后再"
"""Behind one of these something else may be demanded: 上报和整改, 报经同意后实施."""
PAPER: Final = f"[^{JOINED}]*(?:表|报告|总结|清单|台账|名单|方案|情况|信息|数据|材料)"
REPORT: Final = f"{WHEN}{MANNER}{TO}{VERB}[^{JOINED}]*(?:(?<![报送告])[、和及与]{PAPER})*"
NAME: Final = "(?:[0-9一二三半]*[年季月]度?|的|专题|整治|行动|阶段性|工作|总结|情况)*(?:报告|报表)"
"""A report by its name alone: 2030年的年度报告."""
ALONE: Final = re.compile(f"(?:{REPORT}|{NAME})(?:[，；、]?并?{REPORT})*。?")


def speaks_of_report(text: str) -> bool:
    """Whether something is to be reported, whatever else is to be done."""
    return REPORTING.search(text) is not None


def is_report(text: str) -> bool:
    """Whether the words demand a report and nothing besides: 汇总上报年度报告, but not 检查并上报. In doubt not."""
    return ALONE.fullmatch(text) is not None

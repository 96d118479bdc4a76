"""Whom a sentence tells to act: 各区镇要督促…, 企业应当…. A sentence's subject is obliged, but no formal owner."""

from __future__ import annotations

import re
from typing import Final

from zerenku.model.outline import Found
from zerenku.text.fold import fold, mask_titles
from zerenku.text.names import is_body, is_collective, is_generic, is_person

_START: Final = r"(?:^|(?<=[。；：！？\n])|(?<=[一二三四五六七八九]是)|(?<=[）〕.]))"
_MODAL: Final = (
    r"(?:应当|应该|必须|务必|不得|需要|(?<![主重需])要|(?<![供相对响适感反])应|(?<!必)须|将|负责(?!人|同志)|可|"
    r"每(?:年|季度|月|半年|周|日))(?![求素件急用点闻害领塞道目职变项力])"
)
_SUBJECT: Final = re.compile(
    rf"{_START}\ ?(?:[一二三四五六七八九十]是)?(?:请|由|凡|对于)?"
    rf"(?P<name>[\u4e00-\u9fff][\u4e00-\u9fff（）〔〕、“”A-Z/]{{1,36}}?)"
    rf"(?:于|在|都|均|也|，|同时|结合[^，。；]{{0,10}}，){{0,3}}{_MODAL}"
)
_PARTY: Final = re.compile(
    r"(?:企业|单位|部门|机构|组织|公司|人员|员工|职工|工会|协会|各地|商会|团队|方|场所|学校|医院|各级|村（居）|"
    r"网格员|业主|经营者|户)$"
)
_NO_SUBJECT: Final = re.compile(
    r"^(?:对|把|将|通过|按照|根据|结合|围绕|坚持|加强|加大|推动|督促|组织|开展|建立|完善|落实|强化|严格|做好|确保|"
    r"进一步|充分|各类|其他|如|凡|在|以|为|从|自|因|并|同时|发现|一律|并且"
    r"|引导|鼓励|支持|指导|健全|深化|提升|持续|积极|配合|涉及|实施|和|等|以上|及)"
)


def read_subjects(text: str) -> tuple[Found[str], ...]:
    """Subjects at the head of a sentence that 要, 应, 必须 or 负责 follows, in order, each place once."""
    masked = mask_titles(fold(text))
    found: list[Found[str]] = []
    for match in _SUBJECT.finditer(masked):
        start, end = match.span("name")
        name = match["name"]
        if _NO_SUBJECT.match(name) and not is_collective(name):
            continue
        if is_generic(name) and name not in {"企业", "各级政府"}:
            continue
        if is_body(name) or is_person(name) or _PARTY.search(name):
            found.append(Found(text[start:end], start, end))
    return tuple(found)

"""Lists of department names: how they are joined, which words end a name, which names mean a group."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from zerenku.text.brackets import split_outside

# Words that a body's name ends in. A single character among them also ends other words: those are refused first.
_BODY_END: Final = re.compile(
    r"""(?:局|办|委|厅|部|所|站|院|校|社|会|队|科|处|室|股|组|署|司|馆|台|府|中心|部门|单位|机构|机关
    |集团|银行|海关|海事|企业
    |公安|消防|税务|法院|公司|妇联|团委|残联|科协|文联|侨联|工商联|共青团|党群|专班|媒体|街道|社区|园区
    |开发区|高新区|新区
    |景区|管理区|度假区|经开区|示范区|港区|农场|林场|盐场|渔港|学校|医院|运营商|电网|供电|邮政|铁塔|电信|移动|联通|人行
    |^(?:乡镇|镇街|镇|镇村|村居|区镇|区县|市县)
    |^(?:相关|有关|各|属地|涉及)[^和与及]{0,6}(?:市|州|县|区|镇|乡|街|村|居|场|地))$""",
    re.VERBOSE,
)
_NOT_BODY: Final = re.compile(
    r"(?:全部|内部|外部|局部|底部|顶部|头部|干部|场所|处所|住所|厕所|督办|承办|主办|协办|开办|举办|查办|交办|领办|"
    r"兴办|试办"
    r"|社会|大会|机会|晚会|约会|体会|到处|之处|查处|惩处|深处|高处|好处|一处|随处|等处|何处|此处|室内|寝室|教室|"
    r"病房|平台|后台|出台"
    r"|窗台|站台|阳台|程式|预科|本科|整队|列队|组队|分组|编组|重组|一组|住院|出院|入院|剧院|进站|车站|网站|到站|"
    r"加油站|配套|全会"
    r"|年会|例会|论坛会|座谈会|现场会|推进会|交流会|观摩会|会商会|分析会|联席会|博览会|研讨会|部署会|动员会|办公会|"
    r"常务会|布局|格局|结局"
    r"|大局|全局|僵局|开局|时局|职业院校|本地|当地|实地|用地|耕地|各地|工地|场地|基地|阵地)$"
)
_GENERIC: Final = frozenset(
    "单位 部门 机构 企业 街道 街 镇 乡 村 居 社区 园区 管委会 办事处 开发区 公司 集团 中心 学校 医院 院 校 场 县 "
    "市 区 州 省 地区 "
    "党委 政府 党委政府 乡镇 镇街 村居 机关 团队 组织 领导 专人 基层 属地 地方 上级 下级 本级 同级 双方 三方 "
    "第三方 社会 协会 "
    "党委会 村委会 居委会 车间 班组 科室 处室 委 局 办 厅 部 所 站 队 家庭 街办 责任部门 责任单位 主管部门 职能部门 "
    "政府部门 地方政府 各级政府 乡镇政府 人民政府".split()
)
_COLLECTIVE: Final = re.compile(
    r"^(?:各|全体|所有|相关|有关|其他|其它|涉及|涉事|负有|具有|承担|上述|以上|相应|属地|辖区|对应|行业|职能|"
    r"(?:县|市|区|镇|省|州|市县|县区|乡镇|街道)(?:级|直|区)?(?:各|相关|有关))"
    r"|(?:相关|有关|成员|牵头|责任|组成|监管|主管)(?:部门|单位|机构|乡镇|企业)$"
    r"|^(?:部门|单位|属地|乡镇|镇街|镇村|村居|村（居）|镇（街）|镇（街道）|村（社区）|街道|社区|区镇|乡镇（街道）|"
    r"职能部门|基层.*|(?:乡镇|乡|镇街)人民政府|街道办(?:事处)?)$"
    r"|成员单位|各(?:[省市州县区镇乡街村居]|乡镇|镇街|县区|区县|街道|社区|部门|单位|企业|学校|园区)$"
)
_PERSON: Final = re.compile(
    r"(?:负责人|负责同志|领导|同志|书记|[省市区县镇乡州院校局站所科处股组厂队][长]|主任|专人|人员|实际控制人|"
    r"法定代表人|干部|网格员|"
    r"专员|联络员|医生|法人|一把手|经理|员工|负责|领导班子|成员)$"
)
_PLAUSIBLE: Final = re.compile(r"[\u4e00-\u9fffA-Za-z0-9（）〔〕、“”·/\- ]{2,40}")
_CLAUSE_WORDS: Final = re.compile(
    r"应当|应该|必须|不得|进行|如果|可以|谁|确保|情况|以下简称|简称|包括|例如|按照|根据|截至|要求|开展|督促|推动|"
    r"落实|是否|分别为|共\d"
)
_LEADING: Final = re.compile(
    r"^(?:(?:并|再|其中|以及|及|和|与|分别|统一|主要|具体|原则上|请|均|都|一律|继续)*由|以及|其中|会同|并|请)"
)
_GOVERNMENT: Final = ("政府", "人民政府")
_COMMITTEE: Final = re.compile(r"(?:党委|^各.*[）省市县区镇乡]委|^[省市县区镇乡]委)$")
_AND_OR_BRACKET: Final = re.compile(r"[（〔]|[）〕]|以及|[和与及或]")
_BRACKET_AT_END: Final = re.compile(r"[（〔][^（）〔〕]*[）〕]$")
_ETC: Final = re.compile(
    r"等(?:[\u4e00-\u9fff]{2,8}成员单位$|\d+个?|[一二三四五六七八九十]+个?|多个?)?(?:有关|相关|各|其他|其它|责任|成员|行业|主管|监管|市级|县级|"
    r"省级|区级|县直|市直|职能|涉及)*"
    r"(?:部门单位|部门|单位|机构|委办局|部委|乡镇|地区|地方|地|方面|企业)?(?:（单位）|（部门）|和单位|及单位)?$"
)


def split_names(text: str) -> tuple[str, ...]:
    """Names of a list (folded or as printed), joined by 、，和及与以及或; 等 and what stands before the list dropped.

    和 and its like join two names only where a name can end before them: 党群局和财政局 are two, 农业和水利局 is one.
    """
    names: list[str] = []
    for start, end in split_outside(text, "、，"):
        for item in _split_blanks(_trim(text[start:end])):
            name = _ETC.sub("", item).strip()
            if name in _GOVERNMENT and names and _COMMITTEE.search(names[-1]):
                # 各镇党委、政府 is one name as much as 各镇党委和政府, and so is 各县（市、区）委、政府.
                names[-1] = text[text.rindex(names[-1], 0, start) : end].strip()
            elif name and name not in names:
                names.append(name)
    return tuple(names)


def names_apart(names: str) -> tuple[str, ...]:
    """各地、各有关部门 as two names, where each is a body or a group; 教育、民政等部门 stays whole."""
    apart = split_names(names)
    return apart if all(is_body(name) or is_collective(name) for name in apart) and apart else (names,)


def _trim(item: str) -> str:
    return _LEADING.sub("", item.strip(" “”")).strip()


def _split_blanks(item: str) -> Iterator[str]:
    """Blanks join names, too, where each is one: 甲局 乙局, but not 市 公安局."""
    parts = item.split()
    if len(parts) < 2:
        yield from _split_and(item)
        return
    bodies = [part for part in parts if is_body(part)]
    # What follows a body behind a blank and is no body is the person in charge there.
    named = parts[0] in bodies and all(part in bodies or 2 <= len(part) <= 4 for part in parts)
    for part in bodies if named else [item]:
        yield from _split_and(part)


def _split_and(item: str) -> Iterator[str]:
    depth = 0
    for match in _AND_OR_BRACKET.finditer(item):
        if match[0] in "（〔":
            depth += 1
        elif match[0] in "）〕":
            depth -= 1
        elif depth == 0:
            left, right = item[: match.start()].strip(), item[match.end() :].strip()
            if left.endswith("党委") and right.startswith(_GOVERNMENT):
                continue
            if right and (is_body(_ETC.sub("", left)) or match[0] == "以及"):
                yield left
                yield from _split_and(_trim(right))
                return
    yield item


def is_body(name: str) -> bool:
    """Whether the name ends like a department, an office or a group of such; a bracket at its end does not count."""
    bare = _BRACKET_AT_END.sub("", name).strip()
    return len(bare) >= 1 and _BODY_END.search(bare) is not None and _NOT_BODY.search(bare) is None


def is_collective(name: str) -> bool:
    """Whether the name means a group that nobody named one by one: 各相关部门, 安委会成员单位, 各村（居）."""
    return _COLLECTIVE.search(name) is not None


def is_generic(name: str) -> bool:
    """A word that names no body in particular, as in 各镇（街道、管委会）."""
    return name in _GENERIC


def is_person(name: str) -> bool:
    """A post held by a person: persons answer, too, but they are no department."""
    return _PERSON.search(name) is not None


def is_plausible(name: str) -> bool:
    """Whether the words can be a name at all, as in an explicit phrase such as 民政、文化按职责分工负责."""
    return (
        _PLAUSIBLE.fullmatch(name) is not None
        and _CLAUSE_WORDS.search(name) is None
        and ("的" not in name or is_body(name))
        and not name.replace(" ", "").isdigit()
    )

"""文中的地名应当是本地、上级或下级。别处的地名，多半是改写别处文件时漏改的。

通过：柳塘镇的方案写“在柳塘落地”　不通过：柳塘镇的方案写“在桑园落地”“桑园镇各村要”“对桑园辖区的企业”
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from zerenku.linter.paper import Flaw, Paper
from zerenku.linter.paper_rules.foreign_level import refers
from zerenku.model.finding import Severity
from zerenku.model.register import Level, Place
from zerenku.text.fold import MASK, mask_titles

ID: Final = "foreign-place"
SEVERITY: Final = Severity.WARNING
CERTAINTY: Final = "中"
_H: Final = "\u4e00-\u9fff"
# A province's short name and a direction mean a part of that province; provinces' own names are taken out first.
PROVINCES: Final = {
    "冀": "河北",
    "晋": "山西",
    "辽": "辽宁",
    "苏": "江[苏]",
    "浙": "浙江",
    "皖": "安徽",
    "闽": "福建",
    "赣": "江西",
    "鲁": "山东",
    "豫": "河南",
    "鄂": "湖北",
    "湘": "湖南",
    "粤": "广东",
    "黔": "贵州",
    "滇": "云南",
    "陕": "陕西",
}
NAMES: Final = re.compile("|".join(PROVINCES.values()))
REGION: Final = re.compile(r"(?P<short>[冀晋辽苏浙皖闽赣鲁豫鄂湘粤黔滇陕])[东南西北中](?![部方侧面游国])")
LANDS: Final = re.compile(rf"(?:在|让)(?P<name>[{_H}]{{2}})(?:大地)?“?落地(?:生根|见效|开花)")
COMMON: Final = frozenset(
    "基层 企业 一线 全镇 全区 全县 全市 全省 全州 全乡 我镇 我区 我县 我市 我省 我乡 本地 本镇 本县 "
    "本区 本市 各地 当地 辖区 行业 部门 单位 镇村 村居 村级 农村 社区 校园 学校 车间 班组 岗位 现场 "
    "末端 城乡 实际 工作 街道 园区 景区 属地 全域 各级 各镇 各村 机关 基础 网格 "
    "项目 工地 具体 实践 行动 全国 这里 家庭 全社 乡村 镇街 全员 各县 各区 各乡 各市".split()
)
BEGINS: Final = (
    r"(?:(?<=[，。；：、《“（．.）\n \u3000])|(?<=[在对由和与及向为])"
    r"|(?<=排查|检查|巡查|走访|督促|组织|指导|要求|结合|协调|动员|安排|推动|涉及|位于|覆盖|通知|责成|完成|开展|推进|确保|加强|强化))"
    rf"(?P<name>(?![在对由和与及向为])[{_H}]{{2,3}}"
)
# A bare name is a place where it has an area. What else has one is in NO_AREA.
BARE: Final = re.compile(rf"(?<=[在对由让])(?P<name>[{_H}]{{2}})(?=辖区|境内|全境|范围内)")
NO_AREA: Final = frozenset(
    "规定 职责 合理 允许 一定 管辖 各自 所属 有效 安全 可控 系统 企业 业务 法定 授权 预算 本职 "
    "较大 更大 更广 适当 限定 计划 划定 规划 指定 固定 使用 服务 生产 厂区 库区 作业 限额 小区 "
    "区域 所辖 国家 我国 中国 世界 全球 国际 民用 公共 建筑 施工 监管 责任 管理 职权 权限 时间 "
    "年度 全部 整个 相关 有关 正常 可能 必要 最大 最小 警戒 保护 影响 覆盖 波及 周边 附近 上述 "
    "以上 下列 行政 我们 村庄 校区 矿区 林区 牧区 山区 港区 片区 网格 社会".split()
)
# What follows the name of a place, but hardly a kind of place (贫困县, 重点镇).
PLACED: Final = "人民政府|政府|党委|委员会|各|辖区|境内|范围|实际|安委|应急|公安|全境|行政区"
INSIDE: Final = "村街区域居乡镇级政直中长内上"
"""After 镇 these make another word of it: 镇村, 镇区."""
SAME_LEVEL: Final = {
    Level.TOWN: re.compile(rf"{BEGINS}?(?:[镇乡](?={PLACED}|(?![{INSIDE}])[{_H}])|街道(?=[{_H}\d])))"),
    Level.COUNTY: re.compile(rf"{BEGINS}[县区])(?={PLACED})"),
    Level.CITY: re.compile(rf"{BEGINS}市)(?=各县|各区|城区|市区|辖区|范围|实际|全境|行政区)"),
}
# An office of a city or county is a superior's; a city or county itself is where the text was taken from.
ABOVE: Final = re.compile(
    rf"{BEGINS}[市县])(?!委|政府|人民|安委|办|[{_H}]{{2,8}}(?:局|委员会|办公室|支队|大队)|[场区镇乡级域直城容民属一])(?=[{_H}])"
)
KINDS: Final = frozenset(
    "贫困 试点 先进 达标 文明 卫生 生态 平安 模范 样板 沿海 沿江 沿湖 边远 偏远 "
    "实现 获评 创成 建成 百强 千强 园林 森林".split()
)
"""Kinds of towns: no names."""
VERBS: Final = frozenset(
    "排查 检查 巡查 走访 督促 组织 指导 要求 结合 协调 动员 安排 推动 涉及 位于 覆盖 通知 责成 "
    "包括 联合 会同 配合 支持 帮助 带动 完成 开展 推进 确保 加强 强化".split()
)
NOT_PLACE: Final = re.compile(
    r"[各全本我该乡城村集重建制所有相关每个其他重点中心示范强大小示特色产业工业开发园社辖地景林牧灾库片港矿老新高危厂片管学校商业步"
    r"市郊居住保税自然省州县区镇进入推动促向到从和与及对在为由按以把将下上内外前后跨同邻两多三四五六七八九十一二"
    r"超门夜早商都农业要繁华沿线附近周围狭窄邻属有分别企些目当面"
    r"党委政府成立健完组加展落设召纳报提依强统指督协调形构整联配负给予于使]"
)


def check(paper: Paper) -> Iterator[Flaw]:
    """Registered places of elsewhere, parts of other provinces, and other places of the issuer's level."""
    masked = mask_titles(paper.text)
    yield from _registered(paper, masked)
    yield from _regions(paper, masked)
    yield from _named(paper, masked, LANDS)
    yield from _named(paper, masked, BARE)
    yield from _neighbours(paper, masked)


def _family(paper: Paper) -> set[str]:
    """Names of the issuer's places, long and short, as the text and the register give them."""
    names = {*paper.standing.names}
    if paper.standing.place:
        for place in paper.registers.place_chain(paper.standing.place.id):
            names |= {place.name, place.short, *place.aliases}
    return (
        names | {name[:-1] for name in names if len(name) > 2} | {name[:-2] for name in names if name.endswith("街道")}
    )


def _short_of(name: str, own: str) -> bool:
    """Whether one name is the other with letters left out: 甲县 for 甲乙县, or 某市甲县 for 甲县."""
    short, long = sorted((name, own), key=len)
    rest = iter(long)
    return short[-1] == long[-1] and all(letter in rest for letter in short)


def _registered(paper: Paper, masked: str) -> Iterator[Flaw]:
    own = paper.standing.place
    if own is None:
        return
    family, above = _family(paper), {place.id for place in paper.registers.place_chain(own.id)}
    for place in paper.registers.places.entries:
        if place.id in above or _is_below(paper, place, own.id):
            continue
        for name in sorted({place.name, place.short} - family, key=len, reverse=True):
            at = masked.find(name, paper.start, paper.end) if len(name) >= 2 else -1
            if at >= 0 and not any(
                other in masked[at - 1 : at + len(name) + 1] and len(other) > len(name) for other in family
            ):
                yield Flaw(at, at + len(name), f"“{name}”不是{own.name}，也不是它的上级、下级", "核对地名，改成本地")
                break


def _is_below(paper: Paper, place: Place, own: str) -> bool:
    return any(item.id == own for item in paper.registers.place_chain(place.id))


def _regions(paper: Paper, masked: str) -> Iterator[Flaw]:
    own = paper.standing.place
    above = "".join(place.name for place in paper.registers.place_chain(own.id)) if own else ""
    said = above + paper.text[paper.start : paper.end]
    named = {short for short, name in PROVINCES.items() if re.search(name, said)}
    if not named:
        return
    blanked = NAMES.sub(lambda match: MASK * len(match[0]), masked)
    for match in REGION.finditer(blanked, paper.start, paper.end):
        if match["short"] not in named:
            yield Flaw(match.start(), match.end(), f"“{match[0]}”在别的省", "核对地名，改成本地")


def _named(paper: Paper, masked: str, pattern: re.Pattern[str]) -> Iterator[Flaw]:
    """Bare names that stand where only a place's name can."""
    family = _family(paper)
    if not family:
        return
    for match in pattern.finditer(masked, paper.start, paper.end):
        name = match["name"]
        common = name in COMMON or (pattern is BARE and (name in NO_AREA or NOT_PLACE.search(name)))
        if not common and not any(name in own or own in name for own in family):
            yield Flaw(
                match.start("name"), match.end("name"), f"“{name}”不像本地（{paper.standing.names[-1]}）", "核对地名"
            )


def _stem(name: str) -> str:
    """A place's name without its kind."""
    return re.sub("街道$|.$", "", name)


def _neighbours(paper: Paper, masked: str) -> Iterator[Flaw]:
    """Other places of the issuer's level, and cities and counties of which no title says that they are above it."""
    level = paper.standing.level
    pattern = SAME_LEVEL.get(level) if level else None
    if pattern is None or not (paper.standing.sure or level is Level.CITY):
        return
    family = _family(paper)
    cited = "".join(paper.text[start:end] for start, end in _titles(masked))
    own_letters = str.maketrans("", "", "".join(map(_stem, paper.standing.names)))
    found = [(match, match["name"]) for match in pattern.finditer(masked, paper.start, paper.end)]
    found += [
        (match, match["name"])
        for match in ABOVE.finditer(masked, paper.start, paper.end)
        if level is not Level.CITY and match["name"] not in cited and not refers(masked, match)
    ]
    seen: set[str] = set()
    for match, name in found:
        stem = _stem(name)
        # A sister of 城东 may be called 城西.
        if stem in VERBS | KINDS or name.endswith("山区") or NOT_PLACE.search(stem.translate(own_letters)):
            continue
        if name in seen or name in family or any(_short_of(name, own) for own in family):
            continue
        seen.add(name)
        text = f"“{name}”不是{paper.standing.names[-1]}"
        yield Flaw(match.start("name"), match.end("name"), text, "核对地名，改成本地")


def _titles(masked: str) -> Iterator[tuple[int, int]]:
    return (match.span() for match in re.finditer(f"{MASK}+", masked))

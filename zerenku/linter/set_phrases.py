"""Set phrases of official papers, and one letter of them written wrongly: the rule beside the table of confusions.

A phrase stands here only if no other phrase differs from it by one letter that sounds or looks like the right one.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from zerenku.linter.sounds import SOUNDS

PHRASES: Final[tuple[str, ...]] = tuple(
    """
    安全生产 安全隐患 安全风险 安全培训 安全出口 安全意识 安全防范 消防安全 消防设施 消防通道 疏散通道 应急预案
    应急救援 应急演练 应急处置 应急管理 应急照明 灭火器材 主体责任 监管责任 领导责任 属地责任 责任追究 责任落实
    压实责任 事故隐患 重大隐患 隐患排查 排查整治 排查治理 专项整治 专项行动 集中整治 综合治理 源头治理 系统治理
    长效机制 工作机制 联动机制 闭环整改 闭环管理 限期整改 立行立改 立查立改 即查即改 边查边改 停产整顿 停业整顿
    挂牌督办 跟踪督办 监督检查 监督管理 行政处罚 联合执法 执法检查 依法依规 依法查处 严肃查处 严肃追责 严厉打击
    从严从快 失职渎职 玩忽职守 徇私舞弊 弄虚作假 形式主义 官僚主义 敷衍塞责 推诿扯皮 麻痹大意 侥幸心理 厌战情绪
    举一反三 警钟长鸣 常抓不懈 齐抓共管 一抓到底 一以贯之 标本兼治 精准施策 分类施策 分级管控 风险管控 双重预防
    防微杜渐 未雨绸缪 防患未然 不留死角 不留盲区 不漏一户 不漏一处 全面覆盖 横向到边 纵向到底 层层压实 逐级落实
    压紧压实 抓实抓细 落地见效 取得实效 务求实效 扎实推进 稳步推进 逐项推进 统筹推进 统筹协调 协调配合 密切配合
    通力协作 组织领导 加强领导 提高认识 统一思想 高度重视 周密部署 精心组织 认真组织 认真贯彻 贯彻落实 结合实际
    切实加强 切实做好 建立健全 健全完善 建章立制 规章制度 操作规程 管理制度 岗位职责 教育培训 宣传教育 广泛宣传
    营造氛围 浓厚氛围 舆论监督 群众监督 社会监督 投诉举报 持证上岗 特种作业 特种设备 高处作业 动火作业 有限空间
    危险作业 危险化学品 烟花爆竹 易燃易爆 粉尘涉爆 金属熔融 建筑施工 交通运输 道路交通 驾驶人员 从业人员
    值班值守 领导带班 信息报送 及时上报 迟报漏报 瞒报谎报 通报批评 约谈警示 表彰奖励 考核评价 督导检查 突击检查
    随机抽查 逐条销号 销号管理 登记造册 建立台账 一企一档 分工负责 各司其职 各负其责 人民群众 生命财产 生命安全
    经济社会 高质量发展 遏制事故 防范遏制 防范化解 本质安全 违章指挥 违章作业 违规操作 违法违规 违法行为
    非法经营 超员超载 疲劳驾驶 酒后驾驶 私拉乱接 飞线充电 人车同屋 乱堆乱放 占用通道 封堵出口 电气线路 用火用电
    防汛抗旱 森林防火 极端天气 救援队伍 物资储备
    """.split()
)
LOOKS: Final[tuple[str, ...]] = tuple(
    """
    己已巳 末未 冶治 土士 日曰目 人入八 大太犬 天夫 干千于 王玉主 木本术 名各 问间 因困团 持特待 拆折析 候侯
    即既 今令 午牛 处外 改攺政 虚虑需 角脚 报抱 批抨 簿薄 准淮 理埋 贵责 贷货 防妨 指措 拖施 恿患惠 辩辨 微徽
    崇祟 仑仓 历厉 场扬 埸场 住往佳 惰情 清请 竟竞 具县 元无 汛讯 遗遣 栽裁载 晴睛 拔拨 抢枪 抡抢 侍待 味昧
    洒酒 熔溶 堵赌 驾架 驶使 哨稍 梢稍 域城 坏环 坯坏 泄泻 兔免 兑况 刃刀 勿匆 斥斤 旱早 叉又 乒乓 申甲 由田 长常
    盲育 末来 秩株 渡度 戒戎 延廷 巨臣 徒徙 偏编
    """.split()
)


def _likenesses() -> dict[str, str]:
    found: dict[str, str] = {}
    for group in (*SOUNDS, *LOOKS):
        for letter in group:
            found[letter] = found.get(letter, "") + group
    return found


ALIKE: Final = _likenesses()
"""For each character those that it may have been taken for."""
GAPPED: Final = {(phrase[:at], phrase[at + 1 :]): phrase for phrase in PHRASES for at in range(len(phrase))}
"""Each phrase under what is left of it without one letter."""
BEGINS: Final = frozenset(phrase[: len(phrase) // 2] for phrase in PHRASES)
ENDS: Final = frozenset(phrase[len(phrase) // 2 :] for phrase in PHRASES)
"""The halves of the phrases: of a phrase with one wrong letter one half is left."""
SIZES: Final = tuple(sorted({len(phrase) for phrase in PHRASES}))
WHOLE: Final = frozenset(PHRASES)


def garbled_phrases(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    """Where a phrase stands with one letter exchanged for one like it: the offset, and the phrase that is meant."""
    for size in SIZES:
        half = size // 2
        for at in range(start, end - size + 1):
            said = text[at : at + size]
            for gap in range(0 if said[half:] in ENDS else half, size if said[:half] in BEGINS else half):
                meant = GAPPED.get((said[:gap], said[gap + 1 :]))
                if meant is None or said[gap] == meant[gap]:
                    continue
                if said not in WHOLE and said[gap] in ALIKE.get(meant[gap], ""):
                    yield at, meant

"""Words that the names of bureaus are made of, for places whose departments no register lists.

Sources: the working departments of city and county governments before and after the reforms of 2018 and 2023, with
their usual short names. Counties join these words as they like (教育和体育局, 文化和旅游局): words are listed, not
names.
"""

from __future__ import annotations

import re
from typing import Final

WORDS: Final = frozenset(
    """
    发展 改革 发改 教育 体育 教体 科学 技术 科技 工业 信息化 信息 工信 经信 经济 经贸 民族 宗教 民宗 事务 公安
    交警 民政 司法 财政 人力资源 社会保障 社会 保障 人社 自然 资源 规划 自规 国土 生态 环境 保护 环保 住房
    城乡 建设 住建 房产 房管 城市 城管 城建 综合 行政 执法 管理 交通 运输 公路 水利 水务 水产 农业 农村 农牧 农机
    畜牧 兽医 林业 草原 林草 园林 绿化 商务 商贸 商业 文化 文物 文旅 文广 文体 广电 广播 电视 旅游 新闻 出版 版权
    旅体 卫生 健康 卫健 计划 生育 退役 军人 应急 安全 生产 安监 监督 监察 监管 审计 统计 国有 资产 国资 市场 市监
    工商 质量 食品 药品 食药 药监 医疗 医保 信访 审批 政务 服务 公共 交易 数据 大数据 金融 地方 粮食 粮农 物资
    储备 机关 乡村 振兴 扶贫 开发 投资 促进 招商 合作 口岸 营商 国家 保密 税务 国税 地税 气象 邮政 烟草 专卖 盐务
    消防 救援 国防 动员 人防 人民防空 供电 电力 海事 海洋 渔业 渔政 地震 地质 矿产 矿山 煤炭 煤矿 能源 港航 港口
    航道 铁路 民航 通信 知识产权 知识 产权 外事 侨务 台湾 档案 史志 移民 水库 库区 湖泊 河道 黄河 长江 景区 产业
    园区 高新区 开发区 经开区 党群 政法 平安 法治 民生 事业 村镇 便民 组织 统战 宣传 网信 基层 治理 考核 督查 就业
    创业 老龄 老干部 机构 编制 供销 电商 会展 仲裁 公用 市政 环卫 节能 技改 工作 经发 证监 银监 银保监 国管 质检
    质监 散装 水泥 无线电 救助 福利 殡葬 物价 价格 检验 检疫 海关 边防 城镇 中小 企业 民营 个体 私营 重大 项目
    重点 工程 和 与 及 、
    """.split()
)
LONGEST_WORD: Final = max(map(len, WORDS))
PLACED: Final = re.compile(r"[\u4e00-\u9fff]{0,8}?(?:[省市州县区旗镇乡](?!场|政府)|街道)")
# A superior's bureau for a place is named after it: 某市生态环境局甲分局, 某市甲生态环境局.
BRANCH: Final = re.compile("(?:分|总|生态环境|税务|资源|规划)局$")


def is_odd_bureau(name: str) -> bool:
    """Whether a name in 局 has a word in it that bureaus are not named by, with or without places before."""
    if not name.endswith("局") or BRANCH.search(name):
        return False
    cores = [name]
    while len(cores) < 4 and (place := PLACED.match(cores[-1])):
        cores.append(cores[-1][place.end() :])
    return not any(map(_is_made_of_words, cores))


def _is_made_of_words(name: str) -> bool:
    """Whether words alone stand before 局, cut in whatever way: a pattern would try all ways one after the other."""
    reached = {0}
    for end in range(1, len(name)):
        if any(end - size in reached and name[end - size : end] in WORDS for size in range(1, LONGEST_WORD + 1)):
            reached.add(end)
    return len(name) > 1 and len(name) - 1 in reached

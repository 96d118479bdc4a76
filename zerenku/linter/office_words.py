"""Common words of two characters in official papers, and one letter of them written wrongly.

Two characters are soon alike: a pair counts as garbled only where it is no word itself, whole words, marks or joining
words stand on both sides of it, and neither of its letters makes a word with the letter beside it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from zerenku.linter.common_words import COMMON
from zerenku.linter.set_phrases import ALIKE

WORDS: Final = frozenset(
    """
    安全 生产 隐患 排查 整治 治理 整改 检查 巡查 督查 督导 督办 抽查 自查 核查 复查 监管 监督 管理 执法 处罚 查处
    打击 取缔 关闭 责任 落实 压实 主体 单位 部门 企业 机构 社区 乡镇 街道 人员 群众 职工 员工 从业 领导 干部 负责
    牵头 配合 协调 协作 协同 联动 组织 开展 实施 推进 推动 加强 强化 深化 细化 提升 提高 完善 健全 建立 构建 巩固
    拓展 规范 制定 印发 部署 动员 启动 总结 工作 任务 目标 措施 方案 计划 步骤 阶段 要求 标准 制度 机制 体系 规定
    规程 办法 意见 通知 文件 法律 法规 条例 政策 依据 按照 根据 应急 救援 预案 演练 处置 预警 预防 防范 防控 管控
    风险 辨识 评估 分级 事故 伤亡 遏制 杜绝 减少 消除 化解 突发 灾害 火灾 爆炸 中毒 消防 设施 设备 器材 通道 出口
    疏散 照明 电气 线路 燃气 管道 锅炉 压力 容器 电梯 特种 危险 化学 粉尘 有限 空间 动火 作业 施工 建筑 交通 运输
    道路 车辆 驾驶 公路 桥梁 水上 船舶 渔船 铁路 航空 物流 仓库 仓储 储存 经营 使用 销售 采购 生活 住宿 餐饮 旅游
    景区 学校 医院 培训 教育 宣传 警示 曝光 举报 奖励 投诉 信息 报送 上报 报告 通报 统计 汇总 台账 清单 档案 记录
    登记 备案 审批 许可 资质 证照 证书 考核 评价 奖惩 问责 追责 追究 约谈 处理 严肃 严格 严厉 严禁 严防 坚决 坚持
    坚守 务必 确保 切实 认真 扎实 深入 全面 全力 全员 全程 统筹 兼顾 突出 重点 关键 环节 领域 行业 薄弱 问题 短板
    漏洞 盲区 死角 源头 系统 综合 长效 常态 动态 闭环 销号 挂牌 限期 期限 时限 资金 经费 投入 保障 物资 装备 队伍
    力量 专家 技术 科技 智能 平台 监测 监控 视频 数据 网络 网格 基层 基础 能力 水平 质量 效果 成效 经济 社会 发展
    稳定 形势 和谐 人民 生命 财产 健康 环境 生态 城市 农村 居民 村民 业主 物业 小区 楼栋 房屋 出租 老旧 危房 改造
    拆除 联系 电话 邮箱 附件 主任 组长 成员 办公 会议 讲话 精神 决策 指示 批示 贯彻 传达 学习 思想 意识 理念 红线
    底线 原则 方针 季度 每月 年度 年底 之前 以上 以下 不少 不得 必须 应当 及时 立即 随时 定期 按时 逐项 逐级 逐步
    分别 共同 其他 有关 相关 各级 本地 属地 现场 实地 明确 具体 详细 准确 真实 完整 有效 合理 科学 依法 合法 非法
    违法 违规 违章 违反 擅自 拒不 整顿 停产 停业 停工 罚款 吊销 移送 公安 民政 财政 住建 水利 农业 商务 文化 卫生
    税务 气象 电力 通信 邮政 教师 学生 儿童 老人 妇女 家庭 酒店 商场 市场 超市 加油 充电 防火 防汛 防爆 防尘 防护
    防雷 防毒 防坠 通风 检测 检验 检修 维护 维修 保养 更换 安装 调试 验收 竣工 开工 复工 投产 改建 扩建 新建 收集
    整理 分析 研判 研究 讨论 协商 协议 合同 承诺 签订 公示 公告 公布 发布 反馈 交流 沟通 指导 服务 帮扶 示范 引领
    试点 推广 经验 典型 事项 内容 范围 对象 期间 时间 地点 方式 方法 程序 流程 手续 材料 资料 表格 情况 进展 进度
    结果 成果 原因 后果 教训 案例 事件 案件 线索 证据 执行 履行 承担 分工 分解 划分 归口 主管 分管 直管 主要 首要
    次要 总体 整体 全体 个别 少数 多数 部分 充分 切身 利益 权益 权限 职责 职能 岗位 调查 调研 调度 走访 宣讲 讲解
    演示 展示 张贴 悬挂 横幅 标语 标志 标识 警告 劝导 劝阻 制止 纠正 改正 处分 惩处 惩戒 信用 诚信 名单 增强 增加
    扩大 缩小 降低 下降 上升 控制 限制 禁止 避免 防止 阻断 切断 隔离 封闭 封堵 堵塞 畅通 清理 清除 清查 清零 摸底
    摸清 底数 造册 建档 接受 配备 配置 设置 设立 成立 组建 抽调 选派 委派 聘请 邀请 参加 参与 出席 列席 召开 举办
    举行 承办 主持 汇集 汇报 听取 审议 审核 审查 批准 值班 值守 带班 交接 巡逻 巡视 巡检 点检 保管 看护 看管 陪护
    救护 抢险 抢修 抢救 撤离 转移 安置 安抚 慰问 补助 补偿 赔偿 保险 理赔 投保 完成 达到 实现 取得 形成 打造 创建
    创新 争创 力争 确立 树立 弘扬 营造 氛围 浓厚 高效 有序 有力 有利 稳步 稳妥 妥善 周密 精心 精准 精细 细致 矛盾
    困难 障碍 瓶颈 缺陷 故障 异常 超标 超限 超载 超速 疲劳 酒驾 醉驾 毒驾 逆行 占道 违停 违建 私拉 乱接 乱堆 杂物
    可燃 易燃 易爆 连续 持续 继续 延续 连接 衔接 链条 链接 覆盖 延伸 下沉 下放 上级 下级 同级 省级 市级 县级 区级
    镇级 村级 国家 省委 市委 县委 区委 党委 政府 专班 专项 小组 会同 联席 攻坚 行动 百日 今冬 明春 夏季 冬季 春季
    秋季 汛期 高温 节日 春节 国庆 中秋 元旦 假期 讲座 手册 指南 基金 补贴 惠民 便民 一律 一并 一次 全省 全市 全县
    全区 全镇 全乡 我省 我市 我县 我区 我镇 各村 各镇 各地 各类 各项 各方 本级 辖区 园区 厂房 车间 班组 工地 工贸
    矿山 商户 商铺 门店 摊点 学员 学时 课程 教材 考试 合格 持证 上岗 在岗 脱岗 串岗 酒后 夜间 白天 凌晨 日常 平时
    定人 定责 双向 双重 一线 专人 专业 专职 兼职 义务 志愿 密切 平安 校园 防患 落地 清淤 排涝 雨情 水情 汛情 灾情
    险情 避险 摸排 回头 反弹 固化 优化 简化 量化 强制 依规 从重 从快 从严 严打 震慑 高压 态势 合力 齐抓 共管 压茬
    积极 主动 热情 诚恳 耐心 切合 符合 适合 结合 整合 联合 组合 配套 成套 完备 齐全 健身 锻炼 增进 促进 改善 改进
    优先 优良 良好 卓越 突击 随机 暗访 明察 督促 催促 敦促 提醒 提示 告知 知晓 普及 推介 宣贯 解读 阐释 说明 讲明
    申报 申请 受理 办理 办结 移交 交办 转办 承接 对接 匹配
    """.split()
)
REAL: Final = frozenset(
    """
    一缕 七间 万成 上场 上声 上户 上机 上钢 上铺 上集 下方 下机 下江 下臣 下集 专任 专向 专版 世故 严紧 中度 中点
    为生 主官 主项 义乌 义律 乘员 书立 亚力 交班 交界 交结 亮化 人愿 人猿 人缘 亿次 从众 以次 以法 仲秋 任民 优闲
    会意 会通 会集 低点 住持 体惜 何力 佳期 依归 依律 保送 保长 保鲜 借读 先期 全园 全城 全师 全盛 全真 全线 全胜
    全院 全食 八员 公事 公室 公案 公鹿 共通 关健 兴业 兼管 军工 减持 几层 几度 几时 凸出 出息 分拆 分机 分界 分馆
    创见 制毒 制法 前头 割地 力证 办发 包养 包管 区位 区际 医务 十件 十场 十点 十级 十间 十项 千头 千部 卫护 即时
    厂方 压差 县尉 参预 受力 受礼 台长 史地 各乡 各别 各机 吉时 吊孝 同机 同济 同知 同道 名方 名旦 商报 四角
    回民 围护 国嘉 圆头 地线 基度 基极 声级 处治 外置 失地 失范 子金 学园 学系 学苑 学识 安知 安福 官理 官道 定则
    实事 实时 实线 审察 宪制 小卒 小号 小曲 展室 峻工 巡察 工布 市地 市集 师级 师范 平价 平实 平视 幻境 应激 底限
    建党 建康 建管 开弓 开战 异见 强直 归程 待续 志远 思乡 总合 情理 惊心 惩办 成例 成办 执刑 执导 抑爆 投宿 抢先
    抱养 拒捕 拾级 指事 指使 指前 指法 接合 接手 支前 支行 收寄 放毒 放火 救驾 教士 敬告 敬神 数具 数句 整只 整支
    整枝 文华 文定 方士 方始 方阵 施用 族长 无业 时点 时艰 时鲜 昭明 普吉 暗房 有理 有线 本季 本底 本纪 机时 机智
    机织 杂务 权宜 杜塞 条理 板结 查出 柱体 标值 标示 标致 栈道 检控 正书 正体 正理 殉情 气动 气相 水务 水瓶 油箱
    治法 清丽 清初 清淡 清灵 清茶 清誉 渗入 熟地 燃起 燕肃 爆管 父女 特重 狱警 玉体 生火 电化 电离 痛风 登基 登机
    登极 白日 百天 监守 盯人 直行 直观 省籍 省际 看官 知法 石场 石工 石级 碱化 神化 禁制 科级 税利 空舰 突触 竖立
    竹管 简验 精深 紫金 纪时 组件 织工 终点 经心 经籍 经纪 结核 维生 网罗 置行 老九 老舅 老酒 职守 联和 联接 肝部
    脱肛 舆情 茅盾 落石 落第 蜀地 行东 表哥 表语 西化 视场 视点 解度 解毒 警世 计时 议院 记时 许克 设使 设区 译法
    试工 试用 诚心 调式 调演 调适 谐调 贡布 购建 起动 超时 转业 转义 转意 转椅 转译 辐合 辑录 边民 运数 进占 进站
    违犯 连动 连合 连结 通宝 通志 通直 遏止 避嫌 配制 酒家 重典 野间 钟点 铁炉 铰接 银发 铸管 键控 长啸 门点 闺范
    阔大 防保 防反 防堵 防暴 防雹 降解 限值 震级 静心 领道 饰件 馏程 骨化 高小 高崖 高雅 时用
    """.split()
)
"""Rarer words that sound or look like one of these and are right."""
KNOWN: Final = COMMON | WORDS | REAL
JOINS: Final = frozenset("的和及并与以对在为从由向按把将于")
BEFORE: Final = JOINS | frozenset("要应须可是请各了且未不已、，。；：（“《\n")
AFTER: Final = JOINS | frozenset("等了、，。；：）”》\n")
"""What may stand before and behind a word without being part of it."""
LEADS: Final = JOINS | frozenset("各本该此某每")
TRAILS: Final = JOINS | frozenset("到了")
"""With these before or behind, two letters are two words: 各单位, 管到底."""


def _by_letter(at: int) -> dict[str, tuple[str, ...]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for word in sorted(WORDS):
        found[word[at]].append(word)
    return {letter: tuple(words) for letter, words in found.items()}


BY_FIRST: Final = _by_letter(0)
BY_SECOND: Final = _by_letter(1)


def garbled_words(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    """Where a word stands with one letter exchanged for one like it: the offset, and the word that is meant."""
    known = [text[at : at + 2] in KNOWN for at in range(start, end - 1)]
    for at, (before, here, behind) in enumerate(zip([False, *known], known, [*known[1:], False], strict=False), start):
        # Most pairs are words, or end one and begin the next.
        if here or before or behind or not _stands_alone(text, at, start, end):
            continue
        if text[at] in LEADS or text[at + 1] in TRAILS:
            continue
        meant = _meant(text[at : at + 2])
        if meant:
            yield at, meant


def _meant(pair: str) -> str:
    first, second = pair[0], pair[1]
    for word in BY_FIRST.get(first, ()):
        if second in ALIKE.get(word[1], "") and second != word[1]:
            return word
    for word in BY_SECOND.get(second, ()):
        if first in ALIKE.get(word[0], "") and first != word[0]:
            return word
    return ""


def _stands_alone(text: str, at: int, start: int, end: int) -> bool:
    """Whether words end before the pair and begin behind it."""
    before = at == start or text[at - 1] in BEFORE or text[at - 2 : at] in KNOWN
    after = at + 2 >= end or text[at + 2] in AFTER or text[at + 2 : at + 4] in KNOWN
    return before and after

"""An invented workspace of any size in the real source format: plans of 20 clauses, 30 KB of YAML each.

As dense as the real plans: four chapters of four tasks, three or four duties a clause, each with who does it, owners,
a date, a rhythm or a figure now and then, cites, topics, notes. Same arguments, same bytes.
"""

from __future__ import annotations

import random
from pathlib import Path
from typing import Final

SEED: Final = 20300101
TOWNS: Final = 60
CHAPTERS: Final = ("总体要求", "排查整治", "能力建设", "组织保障")
BODIES: Final = (
    ("zhengfu", "人民政府", "authority"), ("anban", "安全生产办公室", "office"), ("paichusuo", "派出所", "department"),
    ("jingfa", "经济发展局", "department"), ("jianshe", "建设局", "department"), ("nongye", "农业农村局", "department"),
    ("jiaoyu", "教育办公室", "office"), ("weisheng", "卫生院", "department"), ("shichang", "市场监管所", "department"),
    ("ziran", "自然资源所", "department"), ("huanbao", "生态环境分局", "department"), ("cun", "各村", "locality"),
)  # fmt: skip
TOPICS: Final = (
    "消防", "有限空间", "粉尘涉爆", "危险作业", "隐患排查", "教育培训", "应急演练", "厂中厂", "标准化", "燃气", "用电",
    "交通运输", "建筑施工", "渔业", "农机", "特种设备", "危化品", "仓储", "学校", "医院", "商场", "养老", "宣传",
)  # fmt: skip
KINDS: Final = (
    "企业", "工贸企业", "纺织企业", "铸造企业", "木材加工企业", "仓储企业", "化工企业", "危化品经营企业", "餐饮场所",
    "建筑工地", "加油站", "养老机构", "学校", "医院", "商场", "渔船", "运输企业", "冷库", "电镀企业", "家具企业",
)  # fmt: skip
ACTIONS: Final = ("查清", "登记", "整改", "复查", "公示", "培训", "演练", "清理", "更换", "上报", "约谈", "回访")
THINGS: Final = (
    "疏散通道", "配电箱", "除尘管道", "集水井", "货架", "充电桩", "灭火器", "报警按钮", "作业票", "检测仪", "防护栏",
    "排风机", "应急灯", "安全阀", "压力表", "钢瓶", "电缆沟", "台账", "值班表", "预案",
)  # fmt: skip
MANNERS: Final = ("逐处", "分批", "当场", "按户", "对照清单", "会同村组", "请专家", "用同一张表")
EVERY: Final = (("month", "每月"), ("quarter", "每季度"), ("year", "每年"), ("week", "每周"))


def write_corpus(root: Path, plans: int) -> None:
    """Write `content/` of a workspace with that many plans; OSError when the folder cannot be written."""
    folder = root / "content" / "plans"
    folder.mkdir(parents=True)
    registers = root / "content" / "registers"
    registers.mkdir()
    for name, text in _registers().items():
        (registers / f"{name}.yml").write_text(text, encoding="utf-8", newline="\n")
    for number in range(plans):
        plan_id = f"zhen{number % TOWNS:02}-{2030 - number // TOWNS % 20}-{number // TOWNS:02}"
        (folder / f"{plan_id}.yml").write_text(_plan(plan_id, number), encoding="utf-8", newline="\n")


def _towns() -> list[tuple[str, str]]:
    return [
        (f"zhen{number:02}", f"{'桑柳青禾松竹梅兰'[number % 8]}{'塘园溪坡河湾渡桥'[number // 8]}镇")
        for number in range(TOWNS)
    ]


def _registers() -> dict[str, str]:
    places = ["- {id: qinghe, name: 青禾县, short: 青禾, level: county}"]
    bodies = ["- {id: qinghe/yingji, name: 青禾县应急管理局, short: 县应急局, place: qinghe}"]
    for town, name in _towns():
        places.append(f"- {{id: {town}, name: {name}, short: {name[:-1]}, level: town, parent: qinghe}}")
        for body, title, kind in BODIES:
            bodies.append(f"- {{id: {town}/{body}, name: {name}{title}, short: {title}, place: {town}, kind: {kind}}}")
    documents = [
        f"- {{id: wen-{number}, title: 青禾县第{number}号整治方案, number: 青安〔2029〕{number}号, level: county}}"
        for number in range(1, 41)
    ]
    standards = [
        f"- {{id: gb-{number}, code: GB {number}-2022, title: 第{number}号作业规范}}" for number in range(30100, 30130)
    ]
    kinds = [
        f"- {{id: kind{number}, name: {name}{', generic: true' if number == 0 else ''}}}"
        for number, name in enumerate(KINDS)
    ]
    topics = [f"- {{id: topic{number}, name: {name}}}" for number, name in enumerate(TOPICS)]
    terms = [
        f"- {{id: term{number}, name: {name}制度, senses: [{{meaning: 按规定把{name}管好。}}]}}"
        for number, name in enumerate(THINGS)
    ]
    listed = {
        "places": places,
        "departments": bodies,
        "documents": documents,
        "standards": standards,
        "topics": topics,
        "terms": terms,
    }
    texts = {name: f"{name}:\n" + "".join(f"  {row}\n" for row in rows) for name, rows in listed.items()}
    return texts | {"enterprises": "kinds:\n" + "".join(f"  {row}\n" for row in kinds)}


def _plan(plan_id: str, number: int) -> str:
    chance = random.Random(f"{SEED}/{number}")  # noqa: S311 - an invented text, no secret
    town, name = _towns()[number % TOWNS]
    year = int(plan_id.split("-")[1])
    lines = [
        f"id: {plan_id}",
        f"place: {town}",
        f"title: {name}{year}年第{number}号安全生产专项整治方案",
        f"number: {name[0]}安〔{year}〕{number}号",
        "kind: 方案",
        f"issuers: [{name}人民政府]",
        f"issued: {year}-0{chance.randint(1, 3)}-1{chance.randint(0, 9)}",
        f"period: [{year}-03, {year}-12]",
        f"basis: [wen-{number % 40 + 1}]",
        f"summary: {_sentence(chance)}{_sentence(chance)}",
        "stages:",
        f"  - {{name: 部署, from: {year}-03, to: {year}-04}}",
        f"  - {{name: 整治, from: {year}-05, to: {year}-12, clause: 二}}",
        "reporting:",
        "  - {who: [各村], to: [安全生产办公室], what: 整治进度表, clause: 四,",
        "     due: {every: month, day: 25, text: 每月25日前}}",
        "clauses:",
    ]
    for index, title in enumerate(CHAPTERS):
        lines += _clause(chance, "一二三四"[index], title, year, 2)
        lines.append("    clauses:")
        for below in range(4):
            lines += _clause(
                chance, f"（{'一二三四'[below]}）", f"{chance.choice(TOPICS)}{chance.choice(ACTIONS)}", year, 6
            )
    return "\n".join(lines) + "\n"


def _clause(chance: random.Random, mark: str, title: str, year: int, indent: int) -> list[str]:
    pad = " " * indent
    duties = chance.choice((3, 3, 4))
    rows = [
        f"{pad}- mark: {mark}",
        f"{pad}  heading: {title}",
        f"{pad}  starts: {title}",
        f"{pad}  summary: {_sentence(chance)}{_sentence(chance)}{_sentence(chance)}",
        f"{pad}  assignments:",
    ]
    lead, support = chance.sample([title for _, title, _ in BODIES[1:]], 2)
    owner = f"lead: [{lead}], support: [{support}], phrase: （{lead}牵头，{support}配合）"
    certainty = chance.choice(("lead", "lead", "joint"))
    if certainty == "joint":
        owner = f"lead: [{lead}, {support}], phrase: （{lead}、{support}按职责分工负责）"
    rows += [f"{pad}    - {{certainty: {certainty}, {owner}}}", f"{pad}  duties:"]
    for _ in range(duties):
        rows += [f"{pad}    {row}" for row in _duty(chance, year)]
    if chance.random() < 0.3:
        rows.append(f"{pad}  cites: [GB {chance.randint(30100, 30129)}-2022]")
    if chance.random() < 0.9:
        rows.append(f"{pad}  notes: [{_sentence(chance)}]")
    return [*rows, f"{pad}  topics: [topic{chance.randrange(len(TOPICS))}]"]


def _duty(chance: random.Random, year: int) -> list[str]:
    obliged = chance.choice(KINDS) if chance.random() < 0.4 else chance.choice(BODIES)[1]
    rows = [f"- obliged: [{obliged}]", f"  do: {_sentence(chance)}{_sentence(chance)}"]
    roll = chance.random()
    month = chance.randint(4, 12)
    if roll < 0.3:
        rows.append(
            f"  deadlines: [{{date: {year}-{month:02}-28, text: {month}月底前, what: {_sentence(chance)[:-1]}}}]"
        )
    elif roll < 0.5:
        every, words = chance.choice(EVERY)
        rows.append(f"  recurrence: [{{every: {every}, n: 1, text: {words}一次, what: {chance.choice(THINGS)}}}]")
    elif roll < 0.6:
        rows.append(
            f"  targets: [{{op: '>=', value: {chance.randint(80, 100)}, unit: '%', text: 不低于九成, what: 完成率}}]"
        )
    if chance.random() < 0.3:
        rows.append(f"  evidence: {chance.choice(THINGS)}检查记录")
    return rows


def _sentence(chance: random.Random) -> str:
    pieces = [f"{chance.choice(MANNERS)}{chance.choice(ACTIONS)}{chance.choice(THINGS)}" for _ in range(2)]
    return f"{'，'.join(pieces)}，第{chance.randint(1, 9999)}处。"

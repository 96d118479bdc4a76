"""Invented plans, printed in a random layout: what the property tests import back."""

from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random

from zerenku.model.numerals import int_to_chinese

TOPICS = ("管道检查", "阀门更换", "台账建立", "人员培训", "应急演练", "通道清理", "电线整修", "值班巡查")
DEEDS = ("各镇要逐家组织实施", "按照清单逐项推进", "坚持边查边改", "做到不漏一处", "形成完整记录")
BODIES = ("县商务局", "县应急管理局", "县消防救援大队", "县市场监管局", "县住房城乡建设局", "柳塘镇人民政府")
CIRCLES = "①②③④⑤⑥⑦⑧⑨"
WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
STYLES: dict[str, tuple[Callable[[int], str], Callable[[int], str]]] = {
    "han": (lambda n: f"{int_to_chinese(n)}、", int_to_chinese),
    "han-bracket": (lambda n: f"（{int_to_chinese(n)}）", lambda n: f"（{int_to_chinese(n)}）"),
    "digit": (lambda n: f"{n}．", str),
    "digit-bracket": (lambda n: f"（{n}）", lambda n: f"（{n}）"),
    "circled": (lambda n: CIRCLES[n - 1], lambda n: CIRCLES[n - 1]),
}


@dataclass
class Item:
    path: tuple[str, ...]
    mark: str
    heading: str
    said: str = ""
    lead: tuple[str, ...] = ()
    support: tuple[str, ...] = ()
    due: str = ""
    children: list["Item"] = field(default_factory=list)


@dataclass
class Printed:
    """A printed plan and what must be read from it: paths in order with lead, support and due date."""

    text: str
    items: list[Item]
    number: str
    issued: str


def printed_plan(seed: int) -> Printed:
    random = Random(seed)  # noqa: S311 - invented layouts, no secret
    styles = random.choice(
        [
            ("han", "han-bracket", "digit", "digit-bracket"),
            ("han", "digit", "digit-bracket", "circled"),
            ("han", "han-bracket", "digit-bracket", "circled"),
            ("digit", "digit-bracket", "circled"),
            ("han-bracket", "han", "digit"),
        ]
    )
    across = random.random() < 0.3
    roots = _roots(random, styles, across=across)
    while styles[0] == "han-bracket" and not any(root.children for root in roots[:-1]):
        # （一）（二） and then 一、二、 only at the end: no reader could tell whether these stand below （二）.
        roots = _roots(random, styles, across=across)
    flat = [item for root in roots for item in _flat(root)]
    day = f"2031年{random.randint(1, 3)}月{random.randint(1, 28)}日"
    number = f"青安{random.choice(('', '办', '委'))}〔2031〕{random.randint(1, 99)}号"
    return Printed(_print(random, flat, number, day), flat, number, day)


def _roots(random: Random, styles: tuple[str, ...], *, across: bool) -> list[Item]:
    counters = dict.fromkeys(styles, 0)
    return [_item(random, styles, 0, (), counters, number, across=across) for number in range(1, random.randint(3, 6))]


def _item(
    random: Random,
    styles: tuple[str, ...],
    depth: int,
    above: tuple[str, ...],
    counters: dict[str, int],
    n: int,
    *,
    across: bool,
) -> Item:
    style = styles[depth]
    written, element = STYLES[style]
    path = (*above, element(n))
    item = Item(path, written(n), random.choice(TOPICS))
    if depth + 1 < len(styles) and random.random() < (0.75 if depth == 0 else 0.4):
        below = styles[depth + 1]
        first = counters[below] + 1 if across and below == "digit" else 1
        count = random.randint(2, 4)
        item.children = [
            _item(random, styles, depth + 1, path, counters, first + step, across=across) for step in range(count)
        ]
        counters[below] = first + count - 1
    else:
        item.said = "。".join(random.sample(DEEDS, random.randint(1, 3)))
        if random.random() < 0.4:
            month = random.randint(4, 12)
            item.said += f"，2031年{month}月底前完成"
            item.due = f"2031-{month:02}"
        if random.random() < 0.4:
            names = random.sample(BODIES, 3)
            item.lead, item.support = (names[0],), tuple(names[1:])
    return item


def _flat(item: Item) -> list[Item]:
    return [item, *(below for child in item.children for below in _flat(child))]


def _print(random: Random, items: list[Item], number: str, day: str) -> str:
    """One of the layouts an office's file can have; the words stay the same."""
    wide, half, gaps, own_line, wide_digits = (random.random() < chance for chance in (0.3, 0.3, 0.4, 0.4, 0.2))
    head = [
        number,
        "青禾县安全生产委员会",
        "关于印发《青禾县冷库安全",
        "整治方案》的通知",
        "各镇人民政府，县各有关部门：",
        "现将《青禾县冷库安全整治方案》印发给你们，请认真执行。",
        "青禾县安全生产委员会",
        day,
        "青禾县冷库安全整治方案",
        "为防止冷库事故，制定本方案。",
    ]
    lines = list(head)
    for item in items:
        mark = item.mark.translate(WIDE) if wide_digits else item.mark
        if half:
            mark = mark.replace("（", "(").replace("）", ")").replace("．", ".")
        if item.children:
            lines.append(f"{mark}{item.heading}{'。' if random.random() < 0.3 else ''}")
        else:
            owners = f"（{item.lead[0]}牵头，{'、'.join(item.support)}配合）" if item.lead else ""
            joint = "\n" if own_line and len(item.path) < 2 else ""
            lines.append(f"{mark}{item.heading}{joint or '。'}{item.said}。{owners}")
    lines += ["附件：冷库登记表", "青禾县安全生产委员会办公室            2031年4月2日印发"]
    indent = "　　" if wide else ""
    return ("\n\n" if gaps else "\n").join(indent + line for line in lines)

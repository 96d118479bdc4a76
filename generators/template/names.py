"""The names that a template may use, each with what it stands for, as a clerk reads them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from generators.compose.frame import FIELD_WORDS

SAMPLE: Final = "样稿"


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a template: a text; a group with `within`; or, with `several`, a list of such groups.

    `unknown` says that what is within cannot be told (a list without a member).
    """

    name: str
    means: str = ""
    within: tuple[Name, ...] = ()
    several: bool = False
    unknown: bool = False

    @property
    def is_text(self) -> bool:
        """True for what can be written into a paper as it is."""
        return not (self.within or self.several or self.unknown)

    @property
    def called(self) -> str:
        """The name as a message tells it: a member of a list by the list."""
        return self.name.replace("[]", "")

    def member(self, name: str) -> Name | None:
        """The name within."""
        return next((item for item in self.within if item.name == name), None)


def _names(pairs: Iterable[tuple[str, str]]) -> tuple[Name, ...]:
    return tuple(Name(name, means) for name, means in pairs)


DUTY: Final = _names(
    (
        ("序号", "从 1 数起"),
        ("部分", "正文，或附件的题名"),
        ("任务", "所在条款的标题"),
        ("要求", "做什么"),
        ("牵头单位", "原文没有明确牵头的，会照实写明"),
        ("配合单位", "没有的写“—”"),
        ("完成时限", "日期、频次或阶段；没有的写“原文未写”"),
        ("指标", "要达到的数，没有的为空"),
        ("佐证", "要留的记录，没有的为空"),
        ("责任确定度", "明确牵头、未明确牵头、原文未写责任单位"),
        ("依据", "条款位置，如 四（二）第1段"),
    )
)
REPORT: Final = _names(
    (
        ("序号", "从 1 数起"),
        ("由谁报", "报送单位"),
        ("报给谁", "没写的为空"),
        ("内容", "报什么"),
        ("时限", "何时报"),
        ("字数", "字数限制，没写的为空"),
        ("依据", "条款位置，没写的为空"),
    )
)
PLAN_NAMES: Final = (
    Name(
        "方案",
        "所依据的方案",
        _names(
            (
                ("名称", "不带书名号"),
                ("引用", "《名称》（文号）"),
                ("事由", "名称去掉“方案”二字"),
                ("文号", "印发该方案的文号，方案不含原文的留空；本件自己的请用 {{ 文号 }}"),
                ("文种", "通知、方案、意见"),
                ("发文机关", "几家用“、”隔开"),
                ("主送机关", "几家用“、”隔开"),
                ("抄送机关", "几家用“、”隔开"),
                ("成文日期", "印发该方案的日期，方案不含原文的留空；本件自己的请用 {{ 成文日期 }}"),
                ("期限", "起止月份"),
                ("地区", "方案所在的地区"),
                ("摘要", "全文摘要"),
                ("上级文件", "所依据的上级文件"),
            )
        ),
    ),
    Name("责任", "一项一项的责任", DUTY, several=True),
    Name(
        "条款",
        "一条一条的摘编",
        _names(
            (
                ("位置", "条款位置，如 四（二）第1段"),
                ("序号", "原文的序号"),
                ("标题", "没有的为空"),
                ("摘要", "没有的为空"),
                ("部分", "正文，或附件的题名"),
            )
        ),
        several=True,
    ),
    Name(
        "部门",
        "有事项的部门",
        (
            *_names((("名称", "全称"), ("简称", "没有的写全称"))),
            Name("牵头", "它牵头的责任", DUTY, several=True),
            Name("分担", "未明确牵头、列有它的责任", DUTY, several=True),
            Name("配合", "它配合的责任", DUTY, several=True),
            Name("自办", "原文以它为落实一方的责任", DUTY, several=True),
            Name("报送", "它要报的材料", REPORT, several=True),
        ),
        several=True,
    ),
    Name(
        "时限",
        "有日期的责任，按日期排",
        _names(
            (
                ("日期", "如 2030年6月30日"),
                ("事项", "到期要完成什么"),
                ("责任单位", "同“牵头单位”"),
                ("依据", "条款位置"),
            )
        ),
        several=True,
    ),
    Name(
        "阶段",
        "实施步骤",
        _names((("名称", "阶段名称"), ("期限", "如 2030年1月至3月"))),
        several=True,
    ),
    Name("报送", "要报送的材料", REPORT, several=True),
    Name("本部门", "用 --department 指定的部门；没有指定的留空"),
)
"""What a plan fills."""
OWN_NAMES: Final = (
    Name(SAMPLE, "样稿字样：用了方案内容的必须标明；模板里没有写的，自动加在页眉"),
    Name("文号", "本件的文号，留空待编"),
    Name("成文日期", "本件的日期，留空待签"),
    *_names(FIELD_WORDS.items()),
)
"""What every paper has: the mark, the blanks, and what `--set` fills."""
KNOWN: Final = (*OWN_NAMES, *PLAN_NAMES)


def known_names(*, plan: bool = True, own: Iterable[str] = ()) -> tuple[Name, ...]:
    """The names of a template that is filled from a plan, or without one; `own` are further ones given by `--set`."""
    known = KNOWN if plan else OWN_NAMES
    names = {item.name for item in known}
    return (*known, *(Name(name, "用 --set 填写") for name in own if name not in names))


def listed(names: Iterable[Name], *, under: str = "") -> Iterator[tuple[str, str]]:
    """Every name with what it stands for, in full (`责任[].任务`), for a table of them."""
    for item in names:
        full = f"{under}{item.name}" + ("[]" if item.several else "")
        yield full, item.means
        yield from listed(item.within, under=f"{full}.")


def names_of(values: object, name: str = "") -> Name:
    """The names that plain data answers to."""
    if isinstance(values, dict):
        return Name(name, within=tuple(names_of(value, key) for key, value in values.items()), unknown=not values)
    if isinstance(values, list):
        inner = names_of(values[0]) if values else Name("", unknown=True)
        return Name(name, within=inner.within, several=True, unknown=inner.unknown)
    return Name(name)

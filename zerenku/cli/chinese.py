"""Click in Chinese: headings of the help pages, and one clear sentence for each kind of wrong use."""

from __future__ import annotations

import re
from collections.abc import Iterable

import click

HEADINGS = {"Options": "选项", "Commands": "命令", "Arguments": "参数"}
HELP = {"Show this message and exit.": "显示本说明。", "Show the version and exit.": "显示版本号。"}


class ChineseFormatter(click.HelpFormatter):
    """Help pages with Chinese headings."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """The usage line."""
        super().write_usage(
            prog,
            re.sub(r"\[?COMMAND\]? \[ARGS\]\.\.\.", "命令 …", args).replace("[OPTIONS]", "[选项]"),
            prefix or "用法：",
        )

    def write_heading(self, heading: str) -> None:
        """A heading of a block of definitions."""
        self.write(f"{'':>{self.current_indent}}{HEADINGS.get(heading, heading)}：\n")

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """A block of definitions, click's own sentences said in Chinese."""
        said = [
            (term, HELP.get(text, text).replace("[default: ", "[默认：").replace("[required]", "[必填]"))
            for term, text in rows
        ]
        super().write_dl(said, col_max, col_spacing)


def speak_chinese() -> None:
    """Let every command, wherever it is defined, format its help in Chinese (click's own hook)."""
    click.Context.formatter_class = ChineseFormatter


def usage_sentence(error: click.UsageError) -> str:
    """One Chinese sentence for a wrong use, with what to do."""
    context = error.ctx
    command = context.command_path if context else "zerenku"
    return f"{_what(error)}（用法见 {command} --help）"


def _what(error: click.UsageError) -> str:
    match error:
        case click.NoSuchOption():
            likely = f"；是不是 {error.possibilities[0]}" if error.possibilities else ""
            return f"没有这个选项：{error.option_name}{likely}"
        case click.MissingParameter():
            name = error.param.human_readable_name if error.param else ""
            return f"缺少：{name}"
        case click.BadParameter():
            return f"“{_called(error.param)}”的值不对：{_value(error)}"
        case click.BadOptionUsage():
            return f"选项 {error.option_name} 的用法不对"
    return _other(error)


def _called(param: click.Parameter | None) -> str:
    """An argument's name in the manual, an option as the user types it."""
    if isinstance(param, click.Option):
        return max(param.opts, key=len)
    return param.human_readable_name if param else ""


def _range(kind: object) -> str:
    if isinstance(kind, click.IntRange) and kind.min is not None:
        return f" {kind.min} 到 {kind.max} 的" if kind.max is not None else f"不小于 {kind.min} 的"
    return ""


def _value(error: click.BadParameter) -> str:
    kind = error.param.type if error.param else None
    given = error.message.partition("'")[2].partition("'")[0]
    shown = f"“{given}”" if given else ""
    if isinstance(kind, click.Choice):
        return f"{shown}；可用：{'、'.join(str(choice) for choice in kind.choices)}"
    if isinstance(kind, click.types.IntParamType | click.types.IntRange):
        return f"{shown}应为{_range(kind)}整数"
    if isinstance(kind, click.DateTime):
        return f"{shown}应写作 2026-03-05"
    if isinstance(kind, click.Path):
        return f"{shown}不存在或不可用"
    return error.message


def _other(error: click.UsageError) -> str:
    name = error.message.partition("'")[2].rpartition("'")[0]
    context = error.ctx
    group = context.command if context else None
    if context and isinstance(group, click.Group) and "command" in error.message.lower():
        if not name:
            return "请写明命令"
        # Registers take a while to load, and hardly anybody mistypes a command.
        from zerenku.catalogue.registers import near  # noqa: PLC0415

        likely = near(name, sorted(group.list_commands(context)), limit=1, part=False)
        return f"没有这个命令：{name}" + (f"；是不是 {likely[0]}" if likely else "")
    if "argument" in error.message:
        extra = error.message.partition("(")[2].rstrip(").")
        return f"多余的参数：{extra}"
    return error.message

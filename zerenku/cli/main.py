"""The top command: mounts the others, and turns every error into one Chinese sentence and an exit code."""

from __future__ import annotations

import sys
from importlib import import_module
from io import TextIOWrapper
from pathlib import Path
from typing import Final

import click

from zerenku import __version__
from zerenku.cli.chinese import speak_chinese, usage_sentence
from zerenku.cli.settings import Settings
from zerenku.errors import ZerenkuError

# Modules are imported when their command is called, so that `who` need not wait for MkDocs and the Word writer.
COMMANDS: Final = {
    "build": ("zerenku.cli.build", "由 content/ 生成网站、检索索引和样稿"),
    "serve": ("zerenku.cli.serve", "在本机 127.0.0.1 打开网站和检索接口"),
    "search": ("search.commands", "检索条款"),
    "who": ("search.commands", "问一件事归谁管"),
    "import": ("zerenku.cli.import_", "把公文读成方案源文件"),
    "check": ("zerenku.cli.check", "检查内容、公文，逐条列出问题"),
    "draft": ("zerenku.cli.draft", "起草公文（.docx）"),
    "export": ("zerenku.cli.export", "导出方案数据"),
    "index": ("search.commands", "重建检索索引"),
    "new": ("zerenku.cli.new", "新建自己的工作区，或照上年方案新建方案"),
}


class LazyGroup(click.Group):
    """A group that imports a command's module only when the command is called."""

    # click calls these with its context, which none of them needs.
    # ruff: noqa: ARG002

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names in the order of the manual."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command object, from its module's attribute of the same name."""
        if cmd_name not in COMMANDS:
            return None
        command = getattr(import_module(COMMANDS[cmd_name][0]), cmd_name.replace("import", "import_"))
        return command if isinstance(command, click.Command) else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands, without importing any."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, help_text) for name, (_, help_text) in COMMANDS.items()])


@click.group(cls=LazyGroup, no_args_is_help=False, invoke_without_command=True)
@click.version_option(__version__, prog_name="zerenku", message="%(prog)s %(version)s")
@click.option(
    "--workspace",
    "-C",
    type=click.Path(path_type=Path),
    default=".",
    metavar="目录",
    help="工作区目录，默认为当前目录。",
)
@click.pass_context
def cli(context: click.Context, workspace: Path) -> None:
    """责任库：安全生产专项行动的责任目录与公文工作台。"""
    context.obj = Settings(workspace)
    if context.invoked_subcommand is None:
        click.echo(context.get_help())


def main(arguments: list[str] | None = None) -> None:
    """Run the command line and exit: 0 fine, 1 errors found or a refused input, 2 wrong use."""
    speak_chinese()
    _write_unicode()
    try:
        code = cli.main(arguments, prog_name="zerenku", standalone_mode=False)
    except click.UsageError as error:
        _say(usage_sentence(error))
        code = 2
    except click.exceptions.Abort:
        _say("已中止")
        code = 1
    except click.ClickException as error:
        _say(error.format_message())
        code = 1
    except ZerenkuError as error:
        _say(str(error))
        code = 1
    except BrokenPipeError:
        sys.stderr.close()
        code = 1
    except OSError as error:
        _say(f"{error.filename or '系统'}：读写失败（{error.strerror or error}）；请检查路径、权限和磁盘空间")
        code = 1
    sys.exit(code if isinstance(code, int) else 0)


def _write_unicode() -> None:
    """UTF-8 into pipes and files whatever the system's code page; a character that a terminal lacks ends nothing."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace")


def _say(sentence: str) -> None:
    click.echo(f"错误：{sentence}", err=True)

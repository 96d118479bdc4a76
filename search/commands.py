"""`zerenku search`, `who` and `index`: questions to the index, which rebuilds itself when the content has changed."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any, Final

import click

from search.analyzer import plain
from search.answer import search_json, who_json
from search.answer import who as ask_who
from search.engine import IndexBroken
from search.engines import ENGINES
from search.index import fingerprint, open_searcher, write_index
from search.naming import Names
from search.printing import search_lines, who_lines
from search.searcher import Searcher

MOST: Final = 100
# JSON, or lines for people.
Answer = dict[str, Any] | Iterator[str]


@click.command(short_help="检索条款")
@click.argument("words", nargs=-1, required=True, metavar="查询词…")
@click.option(
    "--department", "departments", multiple=True, metavar="部门", help="只看与该部门有关的（全称、简称或 id）。"
)
@click.option("--place", "places", multiple=True, metavar="地区", help="只看该地区及其下级地区的方案。")
@click.option("--plan", "plans", multiple=True, metavar="方案", help="只看该方案（方案 id）。")
@click.option("--kind", "kinds", multiple=True, metavar="种类", help="文种（通知、方案、意见）或企业类别。")
@click.option(
    "--due-before", type=click.DateTime(["%Y-%m-%d"]), metavar="日期", help="时限在该日或之前，如 2026-06-30。"
)
@click.option(
    "-n", "limit", type=click.IntRange(1, MOST), default=10, show_default=True, metavar="N", help="最多几条。"
)
@click.option("--offset", type=click.IntRange(0), default=0, metavar="N", help="从第几条之后开始。")
@click.option("--explain", is_flag=True, help="逐条说明为什么列出。")
@click.option("--json", "as_json", is_flag=True, help="输出 JSON。")
@click.pass_context
def search(  # noqa: PLR0913 - one parameter per option, as click hands them over
    context: click.Context,
    words: tuple[str, ...],
    departments: tuple[str, ...],
    places: tuple[str, ...],
    plans: tuple[str, ...],
    kinds: tuple[str, ...],
    due_before: datetime | None,
    *,
    limit: int,
    offset: int,
    explain: bool,
    as_json: bool,
) -> None:
    """检索条款：词语、部门、文号、条款号（如 二（三）5）都可以；先列原词，再列别名和近似。"""
    text = _text(words)

    def answer(searcher: Searcher) -> Answer:
        filters = Names(searcher.lexicon).filters(
            departments=departments,
            places=places,
            plans=plans,
            kinds=kinds,
            due_before=f"{due_before:%Y-%m-%d}" if due_before else "",
        )
        result = searcher.search(text, filters=filters, limit=limit, offset=offset, today=_today())
        return search_json(result, explain=explain) if as_json else search_lines(result, offset=offset, explain=explain)

    _say(_ask(_root(context), answer))


@click.command(short_help="问一件事归谁管")
@click.argument("words", nargs=-1, required=True, metavar="问题…")
@click.option("--explain", is_flag=True, help="说明为什么是这一条。")
@click.option("--json", "as_json", is_flag=True, help="输出 JSON。")
@click.pass_context
def who(context: click.Context, words: tuple[str, ...], *, explain: bool, as_json: bool) -> None:
    """问一件事归谁管：谁牵头、谁配合、什么时限、出自哪一条；原文没写的，如实说没写。"""
    text = _text(words)

    def answer(searcher: Searcher) -> Answer:
        result = ask_who(searcher, text, today=_today())
        return who_json(result, explain=explain) if as_json else who_lines(result, explain=explain)

    _say(_ask(_root(context), answer))


@click.command(short_help="重建检索索引")
@click.option("--engine", type=click.Choice(sorted(ENGINES)), help="检索引擎；不写时沿用现有索引的，没有则用 whoosh。")
@click.pass_context
def index(context: click.Context, engine: str | None) -> None:
    """由 content/ 重建检索索引；平时不必运行，内容改动后检索会自动重建。"""
    root = _root(context)
    mark = fingerprint(root)
    folder = _rebuild(root, mark=mark, engine=engine)
    with closing(open_searcher(root, mark=mark).reader) as reader:
        click.echo(f"索引：{folder}（{reader.size} 条，{reader.engine}）")


def _ask(root: Path, answer: Callable[[Searcher], Answer]) -> Answer:
    """The answer from the index of `root`, which is rebuilt first, said in one line, when missing, stale or broken."""
    mark = fingerprint(root)
    try:
        return _answered(root, mark, answer)
    except IndexBroken as stale:
        folder = _rebuild(root, mark=mark, replace=stale.damaged)
        click.echo(f"索引已重建（{stale.reason}）：{folder}", err=True)
    return _answered(root, mark, answer)


def _answered(root: Path, mark: str, answer: Callable[[Searcher], Answer]) -> Answer:
    searcher = open_searcher(root, mark=mark)
    with closing(searcher.reader):
        return answer(searcher)


def _rebuild(root: Path, *, mark: str, engine: str | None = None, replace: bool = True) -> Path:
    from zerenku.store.workspace import load  # noqa: PLC0415 - only a stale index needs the catalogue and its modules

    loaded = load(root)
    for finding in loaded.errors:
        click.echo(str(finding), err=True)
    return write_index(root, loaded.sealed(), mark=mark, engine=engine, replace=replace)


def _root(context: click.Context) -> Path:
    return Path(getattr(context.find_root().obj, "root", "."))


def _today() -> str:
    """The clock is read here and nowhere below."""
    return datetime.now().astimezone().date().isoformat()


def _text(words: tuple[str, ...]) -> str:
    text = " ".join(words)
    if not plain(text):
        raise click.UsageError("请写出要查的词")
    return text


def _say(answer: Answer) -> None:
    if isinstance(answer, dict):
        click.echo(json.dumps(answer, ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(answer))

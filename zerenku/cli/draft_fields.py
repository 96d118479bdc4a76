"""What a person fills into a paper: `--set 项=内容`, and questions on a terminal for what is missing."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence

import click

from generators.compose.frame import FIELD_WORDS


def given(pairs: Sequence[str], context: click.Context) -> dict[str, str]:
    """The pairs of `--set`, in order; a pair without `=` is wrong use."""
    filled = {}
    for pair in pairs:
        name, sign, text = pair.partition("=")
        if not sign or not name.strip():
            raise click.UsageError(f"--set 请写成“项=内容”，如 --set 联系人=某某（写的是：{pair}）", context)
        filled[name.strip()] = text.strip()
    return filled


def ask_for(names: Sequence[str], filled: Mapping[str, str]) -> dict[str, str]:
    """The filled fields, with what a person at a terminal answers for the others; Enter leaves a blank.

    In a pipe nobody is asked.
    """
    answers = dict(filled)
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return answers
    for name in (name for name in names if name not in filled):
        said = click.prompt(f"{name}（{FIELD_WORDS.get(name, name)}；不填按回车）", default="", show_default=False)
        if said.strip():
            answers[name] = said.strip()
    return answers

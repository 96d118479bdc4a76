"""`zerenku draft --template`: a department's own Word template, checked or filled."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import click

from generators.template.check import inspect
from generators.template.fill import fill_template
from generators.template.names import known_names, listed
from generators.template.values import own_values, values_of
from zerenku.cli.draft_kinds import Wish
from zerenku.cli.draft_papers import department_id
from zerenku.cli.export import plan_named
from zerenku.cli.settings import say_findings
from zerenku.errors import SourceUnreadable
from zerenku.store.workspace import load

MOST_BYTES = 20 * 1024 * 1024


def check_own(template: Path, fields: Mapping[str, str]) -> int:
    """Say which fields a template uses and what is wrong with it; the exit code."""
    known = known_names(plan=True, own=fields)
    checked = inspect(_bytes(template), known, file=str(template))
    for finding in checked.findings:
        click.echo(str(finding))
    for remark in checked.remarks:
        click.echo(f"提示：{remark}")
    if checked.errors:
        click.echo("可用的字段：")
        for name, means in listed(known):
            click.echo(f"  {name}　{means}")
        return 1
    click.echo(f"模板没有错误，用到的字段：{'、'.join(checked.used) or '没有'}")
    return 0


def fill_own(
    root: Path, template: Path, plan_id: str | None, fields: Mapping[str, str], *, department: str | None, as_of: date
) -> bytes:
    """The filled paper, with a department only about what concerns it.

    UnknownName for a plan or department that is not there, TemplateRefused for a template with errors.
    """
    data = _bytes(template)
    loaded = load(root)
    say_findings(loaded.errors)
    catalogue = loaded.sealed()
    if plan_id is None:
        return fill_template(data, own_values(fields), file=str(template))
    plan = plan_named(catalogue, plan_id)
    owner = department_id(Wish(catalogue, root, as_of, plan=plan, department=department))
    values = values_of(catalogue, plan.id, department_id=owner, fields=fields)
    return fill_template(data, values, file=str(template))


def _bytes(template: Path) -> bytes:
    if not template.is_file():
        raise SourceUnreadable(str(template), "没有这个文件")
    if template.stat().st_size > MOST_BYTES:
        raise SourceUnreadable(str(template), "文件超过 20 MB，不像是模板")
    try:
        return template.read_bytes()
    except OSError as error:
        raise SourceUnreadable(str(template), error.strerror or "读不了") from error

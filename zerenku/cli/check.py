"""`zerenku check`: every finding of the content, as lines or as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

import click

from zerenku.cli.settings import not_yet, root_of
from zerenku.errors import SourceUnreadable
from zerenku.linter.runner import lint
from zerenku.model.finding import Finding, Severity
from zerenku.store.workspace import Loaded, load


@click.command(short_help="检查内容")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[路径]...")
@click.option("--format", "form", type=click.Choice(["text", "json", "html"]), default="text", help="输出形式。")
@click.option("--strict", is_flag=True, help="警告（含待确认）也算错。")
@click.option("--coverage", type=click.Path(path_type=Path), metavar="目录", help="与原文核对覆盖（尚未实现）。")
@click.pass_context
def check(context: click.Context, paths: tuple[Path, ...], form: str, *, strict: bool, coverage: Path | None) -> None:
    """检查 content/ 的全部内容；给出路径时只报这些文件的问题。"""
    if form == "html" or coverage:
        raise not_yet("check --format html" if form == "html" else "check --coverage")
    root = root_of(context)
    loaded = load(root)
    findings = [*loaded.findings, *(lint(loaded.catalogue) if loaded.catalogue else ())]
    chosen = sorted(_only(root, findings, paths))
    if form == "json":
        click.echo(json.dumps([_json(finding) for finding in chosen], ensure_ascii=False, indent=2))
    else:
        _report(loaded, chosen)
    failing = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    context.exit(1 if any(finding.severity in failing for finding in chosen) else 0)


def _only(root: Path, findings: Iterable[Finding], paths: tuple[Path, ...]) -> list[Finding]:
    """Findings in the named files or folders of the workspace."""
    if not paths:
        return list(findings)
    names = []
    for path in paths:
        if not path.exists():
            raise SourceUnreadable(str(path), "没有这个文件")
        if not path.resolve().is_relative_to(root.resolve() / "content"):
            raise not_yet("检查 content/ 以外的公文")
        names.append(path.resolve().relative_to(root.resolve()).as_posix())
    return [
        item
        for item in findings
        if any(item.span.file == name or item.span.file.startswith(f"{name}/") for name in names)
    ]


def _report(loaded: Loaded, findings: list[Finding]) -> None:
    for finding in findings:
        click.echo(str(finding))
    errors = sum(finding.severity == Severity.ERROR for finding in findings)
    warnings = sum(finding.severity == Severity.WARNING for finding in findings)
    if loaded.catalogue:
        found = loaded.catalogue
        held = f"{len(found.plans)} 个方案、{len(found.clauses)} 条、{len(found.duties)} 项责任"
        click.echo(f"共 {held}：{errors} 处错误，{warnings} 处警告")
    else:
        click.echo(f"{errors} 处错误，{warnings} 处警告")


def _json(finding: Finding) -> dict[str, object]:
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "file": finding.span.file,
        "line": finding.span.line,
        "column": finding.span.column,
        "path": finding.path.split("/") if finding.path else [],
        "text": finding.text,
        "explain": finding.text,
        "suggest": finding.suggest,
    }

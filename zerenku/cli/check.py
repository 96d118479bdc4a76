"""`zerenku check`: every finding of the content, or of official texts, as lines, as JSON, or as a page to work with."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from zerenku.cli.checked import COVERAGE_RULES, UNMEASURED, CheckedPaper, keep
from zerenku.cli.settings import root_of
from zerenku.linter.paper_rules import PAPER_RULES
from zerenku.linter.rules import RULES
from zerenku.linter.runner import lint
from zerenku.linter.waivers import waive
from zerenku.model.finding import Finding, Severity
from zerenku.proof.rules import RULES as LAYOUT_RULES
from zerenku.store.atomic import write_file
from zerenku.store.waivers import load_waivers
from zerenku.store.workspace import CONTENT, Loaded, load

if TYPE_CHECKING:
    from zerenku.catalogue.catalogue import Catalogue
    from zerenku.cli.check_coverage import Covered

TEXT_RULES = (*(rule.ID for rule in RULES), *(rule.ID for rule in PAPER_RULES))
RULE_NAMES = frozenset({*TEXT_RULES, *(rule.ID for rule in LAYOUT_RULES), *COVERAGE_RULES, UNMEASURED})


def _explain(context: click.Context, _parameter: click.Parameter, name: str | None) -> None:
    """Print a rule's manual and end; wrong use if there is no such rule."""
    if name is None or context.resilient_parsing:
        return
    from zerenku.cli.check_manual import explained, near  # noqa: PLC0415 - the rules' manuals, only for those who ask

    said = explained(name.strip("[]"))
    if said is None:
        raise click.BadParameter(f"没有规则“{name}”；{near(name)}")
    click.echo(said, nl=False)
    context.exit()


@click.command(short_help="检查内容、公文")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[路径]...")
@click.option("--format", "form", type=click.Choice(["text", "json", "html"]), default="text", help="输出形式。")
@click.option("--json", "form", flag_value="json", help="同 --format json。")
@click.option("--strict", is_flag=True, help="警告（含待确认）也算错。")
@click.option(
    "--coverage",
    type=click.Path(path_type=Path),
    metavar="目录",
    help="与目录里的原文（文件名为方案 id）逐条核对有无遗漏。",
)
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="文件", help="写入文件，默认打印。")
@click.option(
    "--explain",
    is_eager=True,
    expose_value=False,
    callback=_explain,
    metavar="规则",
    help="打印一条规则的说明：为什么、怎样通过；规则名见检查结果每行末尾，写“全部”打印每一条。",
)
@click.pass_context
def check(
    context: click.Context,
    paths: tuple[Path, ...],
    form: str,
    *,
    strict: bool,
    coverage: Path | None,
    output: Path | None,
) -> None:
    """检查 content/ 的全部内容；给出 content/ 里的路径时只报这些文件的问题，给出别的文件、目录时当作公文检查。

    Word 文件（.docx）连版式一起核对（规则名以 layout- 开头）。
    """
    root = root_of(context)
    inside, papers = _sort(root, paths)
    loaded = load(root) if inside or not paths or coverage else None
    content = _content_findings(loaded, inside) if loaded else []
    covered = _compare(loaded.catalogue, coverage) if coverage and loaded and loaded.catalogue else None
    checked, errors = _read(root, papers)
    waivers, problems = load_waivers(root, sources=loaded is not None)
    waivers += tuple(waiver for paper in checked for waiver in paper.waivers)
    looked = [*(path.name for path in checked), *(_sources(root) if loaded and not inside else ())]
    compared = covered.findings if covered else ()
    found = [*content, *compared, *(finding for paper in checked for finding in paper.findings)]
    kept, about = waive(found, waivers, rules=RULE_NAMES, files=looked)
    checked = [keep(paper, kept) for paper in checked]
    chosen = sorted([*kept, *about, *problems])
    others = [finding for finding in chosen if not any(finding is item for paper in checked for item in paper.findings)]
    if form == "html":
        said = _page(checked, others)
    elif form == "json":
        said = json.dumps([_json(finding) for finding in chosen], ensure_ascii=False, indent=2) + "\n"
    else:
        waived = len(found) - len(kept)
        counts = covered.lines() if covered else ()
        said = "".join(f"{line}\n" for line in (*map(str, chosen), *counts, _summary(loaded, checked, chosen, waived)))
    refused = bool(errors) and not checked and loaded is None  # nothing was looked at: a count of 0 would be a lie
    if output is None and (not refused or form == "json"):
        click.echo(said, nl=False)
    elif output is not None and not refused:
        write_file(output, said.encode())
    for error in errors:
        click.echo(f"错误：{error}", err=True)
    failing = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    context.exit(1 if errors or any(finding.severity in failing for finding in chosen) else 0)


# What reads Word and PDF, and what writes pages, takes a tenth of a second to load: only for those who ask for it.


def _compare(catalogue: Catalogue, originals: Path) -> Covered:
    from zerenku.cli.check_coverage import check_coverage  # noqa: PLC0415

    return check_coverage(catalogue, originals)


def _read(root: Path, papers: list[Path]) -> tuple[list[CheckedPaper], list[str]]:
    if not papers:
        return [], []
    from zerenku.cli.check_papers import read_papers  # noqa: PLC0415

    return read_papers(root, papers)


def _page(papers: Sequence[CheckedPaper], others: Sequence[Finding]) -> str:
    from zerenku.cli.check_report import report_page  # noqa: PLC0415

    return report_page(papers, others)


def _sort(root: Path, paths: Iterable[Path]) -> tuple[list[str], list[Path]]:
    """Names of content files and folders, and everything else."""
    content = root.resolve() / CONTENT
    names, papers = [], []
    for path in paths:
        if path.exists() and path.resolve().is_relative_to(content):
            names.append(path.resolve().relative_to(root.resolve()).as_posix())
        else:
            papers.append(path)
    return names, papers


def _content_findings(loaded: Loaded, names: Sequence[str]) -> list[Finding]:
    """Findings on the content, only those in the named files or folders if there are any."""
    findings = [*loaded.findings, *(lint(loaded.catalogue) if loaded.catalogue else ())]
    return [
        item
        for item in findings
        if not names or any(item.span.file == name or item.span.file.startswith(f"{name}/") for name in names)
    ]


def _sources(root: Path) -> list[str]:
    return sorted(path.relative_to(root).as_posix() for path in (root / CONTENT).glob("*/*.yml"))


def _summary(loaded: Loaded | None, papers: Sequence[CheckedPaper], findings: Sequence[Finding], waived: int) -> str:
    counts = {severity: sum(finding.severity == severity for finding in findings) for severity in Severity}
    said = f"{counts[Severity.ERROR]} 处错误，{counts[Severity.WARNING]} 处警告"
    said += f"，{counts[Severity.INFO]} 处提示" if counts[Severity.INFO] else ""
    said += f"，已豁免 {waived} 处" if waived else ""
    held = []
    if loaded and loaded.catalogue:
        found = loaded.catalogue
        held.append(f"{len(found.plans)} 个方案、{len(found.clauses)} 条、{len(found.duties)} 项责任")
    if papers:
        held.append(f"{len(papers)} 份公文")
    return f"共 {'、'.join(held)}：{said}" if held else said


def _json(finding: Finding) -> dict[str, object]:
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "file": finding.span.file,
        "line": finding.span.line,
        "column": finding.span.column,
        "path": finding.path.split("/") if finding.path else [],
        "text": finding.quote or finding.text,
        "explain": finding.text,
        "suggest": finding.suggest,
    }

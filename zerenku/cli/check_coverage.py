"""`zerenku check --coverage`: each plan's record against its original, and a table of what each part holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from zerenku.catalogue.catalogue import Catalogue
from zerenku.cli.checked import LACKING, NO_ORIGINAL, UNFOUNDED
from zerenku.cli.import_sources import source_files
from zerenku.cli.progress import Progress
from zerenku.cli.table import table
from zerenku.coverage.attached import Originals, texts_by_clause
from zerenku.coverage.compare import Gap, compare
from zerenku.coverage.counts import CERTAINTY_COLUMNS, PartCount, count_parts
from zerenku.errors import SourceUnreadable
from zerenku.extract.reading import extract
from zerenku.importer import ImportWords, import_text
from zerenku.model.finding import Finding, Severity
from zerenku.model.outline import Draft
from zerenku.model.plan import Plan


@dataclass(frozen=True, slots=True)
class Covered:
    """What comparing found, the counts by plan and part, and what the originals say."""

    findings: tuple[Finding, ...]
    counts: tuple[tuple[Plan, tuple[PartCount, ...]], ...]
    originals: Originals

    def lines(self) -> Iterator[str]:
        """The counts as a table for a terminal."""
        head = ("方案", "部分", "原文条数", "本库条数", "另有段落", "责任", *CERTAINTY_COLUMNS.values())
        rows = [
            (
                plan.id,
                item.part,
                "未清点" if item.original is None else str(item.original),
                *map(str, (item.items, item.unnumbered, item.duties)),
                *(str(number) for _, number in item.certainty),
            )
            for plan, parts in self.counts
            for item in parts
        ]
        return table(head, rows, right=frozenset(range(2, len(head))))


def check_coverage(catalogue: Catalogue, originals: Path, *, plans: Sequence[Plan] | None = None) -> Covered:
    """Compare every plan, or only `plans`, with the file named after it; SourceUnreadable without such a folder."""
    if not originals.exists():
        raise SourceUnreadable(str(originals), "没有这个文件或目录")
    files = {path.stem: path for path in source_files([originals])[0]}
    findings: list[Finding] = []
    counts = []
    gaps: dict[str, tuple[Gap, ...]] = {}
    texts: dict[str, Mapping[str, str]] = {}
    chosen = catalogue.plans if plans is None else plans
    with Progress(len(chosen), "核对原文") as progress:
        for plan in chosen:
            draft = _read(catalogue, plan, files.get(plan.id))
            items = None
            if isinstance(draft, Finding):
                findings.append(draft)
            else:
                covered = compare(catalogue, plan, draft)
                texts[plan.id] = texts_by_clause(plan, draft)
                findings += map(_finding, covered.gaps)
                gaps[plan.id] = covered.gaps
                items = dict(covered.items)
            counts.append((plan, count_parts(catalogue, plan.id, originals=items)))
            progress.step()
    return Covered(tuple(findings), tuple(counts), Originals(gaps, texts))


def _read(catalogue: Catalogue, plan: Plan, path: Path | None) -> Draft | Finding:
    """What was read of a plan's original, or why nothing was."""
    if path is None:
        text, advice = "没有找到原文，未核对覆盖", f"把原文存成 {plan.id}.txt（或 .docx、.pdf 等）放进该目录"
        return Finding(plan.span, NO_ORIGINAL, text, Severity.WARNING, advice)
    names = catalogue.registers.departments.names(), catalogue.registers.enterprises.names()
    try:
        drafts = import_text(extract(path), words=ImportWords(*names))
    except SourceUnreadable as error:
        return Finding(
            plan.span, NO_ORIGINAL, f"原文读不了，未核对覆盖：{error}", Severity.WARNING, "换一份能打开的原文"
        )
    draft = _same(plan, drafts)
    if draft is None:
        return Finding(plan.span, NO_ORIGINAL, f"{path.name} 里没有读到文字", Severity.WARNING, "换一份有文字的原文")
    return draft


def _same(plan: Plan, drafts: tuple[Draft, ...]) -> Draft | None:
    """A file may hold several plans: the one with the plan's title, else the first."""
    for draft in drafts:
        title = draft.outline.head.plan_title
        if title and title.value == plan.title:
            return draft
    return drafts[0] if drafts else None


def _finding(gap: Gap) -> Finding:
    where = gap.path or "条款之外"
    if gap.missing:
        text = f"原文有、这里没有：{gap.kind}“{gap.text}”（{where}，原文第 {gap.line} 行）"
        return Finding(gap.span, LACKING, text, Severity.ERROR, "补进这一条的摘编、责任或事实", gap.path, gap.text)
    text = f"这里有、原文没有：{gap.kind}“{gap.text}”（{where}）"
    return Finding(gap.span, UNFOUNDED, text, Severity.ERROR, "对照原文改正", gap.path, gap.text)

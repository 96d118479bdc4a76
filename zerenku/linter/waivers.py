"""Waivers: findings that a person has looked at and accepts, with the reason; in zerenku.toml or beside the line.

    [[waivers]]
    rule = "half-width"
    file = "通知.docx"          # a name or a pattern such as content/plans/*.yml; may be left out
    path = "附件7"              # a clause and what lies below it; may be left out
    reason = "原件如此，已与发文机关核对"

In content a comment does it for its own line, or alone on a line for the next one: `# 豁免 unconfirmed：等印发后再核`.
An official text has it in a line of its own above the paragraph that is meant.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Any, Final

from zerenku.model.finding import Finding, Severity
from zerenku.model.outline import SourceLine
from zerenku.model.place import Span

FIELDS: Final = ("rule", "file", "path", "reason")
HEADER: Final = re.compile(r"^\s*\[\[\s*waivers\s*\]\]", re.MULTILINE)
ALONE: Final = re.compile(r"\s*#\s*豁免\s*[a-z]")
COMMENT: Final = re.compile(r"(?:^|\s)#\s*豁免\s*(?P<rule>[a-z][a-z-]*)\s*[：:，,]?\s*(?P<reason>.*)")


@dataclass(frozen=True, slots=True)
class Waiver:
    """What is accepted: a rule's findings in a file (all files if empty), at a path or a line, and why."""

    rule: str
    span: Span
    file: str = ""
    path: str = ""
    reason: str = ""
    lines: tuple[int, ...] = ()

    def covers(self, finding: Finding) -> bool:
        """Whether the finding is one of those meant."""
        if finding.rule != self.rule or (self.lines and finding.span.line not in self.lines):
            return False
        below = finding.path == self.path or finding.path.startswith(f"{self.path}/")
        return self.in_file(finding.span.file) and (not self.path or below)

    def in_file(self, name: str) -> bool:
        """Whether the file is meant; a bare name means it in any folder."""
        return not self.file or fnmatchcase(name, self.file) or fnmatchcase(name, f"*/{self.file}")


def read_toml(text: str, *, file: str) -> tuple[tuple[Waiver, ...], tuple[Finding, ...]]:
    """The waivers of a zerenku.toml; what is wrong with it are findings."""
    try:
        data: dict[str, Any] = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        span = Span(file, int(line[1]) if line else 1)
        return (), (
            Finding(span, "waiver-form", "这个 TOML 文件写法不对，没有读取", suggest="检查引号、方括号是否成对"),
        )
    places = [Span(file, text.count("\n", 0, match.end()) + 1) for match in HEADER.finditer(text)]
    entries = data.get("waivers", [])
    found: list[Waiver] = []
    problems = [
        Finding(Span(file, _line_of(key, text)), "waiver-form", f"不认识“{key}”", suggest="豁免写在 [[waivers]] 下面")
        for key in data
        if key != "waivers" and (key.startswith("waive") or key == "豁免")
    ]
    for index, entry in enumerate(entries if isinstance(entries, list) else [entries]):
        span = places[index] if index < len(places) else Span(file)
        wrong = _wrong(entry)
        if wrong:
            problems.append(Finding(span, "waiver-form", wrong, suggest=f"可写的项：{'、'.join(FIELDS)}，都是文字"))
        else:
            found.append(Waiver(span=span, **entry))
    return tuple(found), tuple(problems)


def _line_of(key: str, text: str) -> int:
    at = re.search(rf"^\s*\[*\s*[\"']?{re.escape(key)}\b", text, re.MULTILINE)
    return text.count("\n", 0, at.end()) + 1 if at else 1


def _wrong(entry: object) -> str:
    if not isinstance(entry, dict):
        return "waivers 应写成 [[waivers]] 下面几行"
    unknown = [str(key) for key in entry if key not in FIELDS]
    if unknown:
        return f"豁免里不认识“{'、'.join(unknown)}”"
    if not all(isinstance(value, str) for value in entry.values()):
        return "豁免的各项应当是带引号的文字"
    return "" if entry.get("rule") else "豁免没有写 rule"


def read_comments(text: str, *, file: str) -> tuple[Waiver, ...]:
    """The waivers in comments of a content source: each for its own line, and one that stands alone for the next."""
    found = []
    for number, line in enumerate(text.split("\n"), 1):
        match = COMMENT.search(line) if "豁免" in line else None
        if match:
            alone = not line[: match.start()].strip()
            lines = (number + 1,) if alone else (number,)
            span = Span(file, number, line.index("#", match.start()) + 1)
            found.append(Waiver(match["rule"], span, file=file, reason=match["reason"].strip(), lines=lines))
    return tuple(found)


def read_lines(lines: Sequence[SourceLine], *, file: str) -> tuple[tuple[Waiver, ...], tuple[SourceLine, ...]]:
    """The waivers in lines of their own of an official text, each for the line below, and the lines of the text."""
    kept = [line for line in lines if not ALONE.match(line.text)]
    found = []
    below = 0
    for line in reversed(lines):
        match = COMMENT.search(line.text) if ALONE.match(line.text) else None
        if match:
            span = Span(file, line.number)
            found.append(Waiver(match["rule"], span, file=file, reason=match["reason"].strip(), lines=(below,)))
        elif line.text.strip():
            below = line.number
    return tuple(reversed(found)), tuple(kept)


def waive(
    findings: Iterable[Finding], waivers: Sequence[Waiver], *, rules: Iterable[str], files: Iterable[str]
) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """The findings that stay, and findings about the waivers themselves.

    `rules` are the rules that may be waived, `files` what was looked at: only there can a waiver be called unused. One
    without a reason, or for a rule that does not exist, waives nothing and is an error.
    """
    known, looked = frozenset(rules), tuple(files)
    about: list[Finding] = []
    good: list[Waiver] = []
    for waiver in waivers:
        if waiver.rule not in known:
            text = f"没有“{waiver.rule}”这条可以豁免的规则"
            about.append(Finding(waiver.span, "waiver-form", text, suggest="规则名见检查结果每行末尾方括号"))
        elif not waiver.reason.strip():
            text = f"豁免“{waiver.rule}”没有写理由，不生效"
            about.append(Finding(waiver.span, "waiver-reason", text, suggest="写上 reason"))
        else:
            good.append(waiver)
    used: set[Waiver] = set()
    kept = []
    for finding in findings:
        covering = [waiver for waiver in good if waiver.covers(finding)]
        used.update(covering)
        if not covering:
            kept.append(finding)
    for waiver in good:
        if waiver not in used and any(waiver.in_file(name) for name in looked):
            text = f"豁免“{waiver.rule}”没有用上"
            about.append(Finding(waiver.span, "waiver-unused", text, Severity.INFO, "问题已经没有了，删去这条豁免"))
    return tuple(kept), tuple(about)

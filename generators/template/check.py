"""What a template asks for, and what is wrong with it: said before anything is filled, with the place in the paper."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from jinja2.exceptions import TemplateSyntaxError

from generators.template.asking import Problem, asked
from generators.template.container import Container, read_container
from generators.template.filling import fill
from generators.template.names import KNOWN, Name
from generators.template.patching import source_of, words_at
from generators.template.sandbox import TemplateSandbox, offences
from generators.template.tags import PLACES, Flaw, Spot, Tag, fillable, tagged
from zerenku.errors import SourceUnreadable
from zerenku.extract.refusal import Refusal
from zerenku.model.finding import Finding, Severity
from zerenku.model.place import Span

FILE: Final = "模板.docx"
LINE_LETTER: Final = re.compile(r"^(\{[{%#]-?)(?:tr|p|r)\s")
QUOTES: Final = str.maketrans("“”‘’", "\"\"''")
NEST: Final = "循环或判断套得太深，或括号太多"
ROWS: Final = 2
"""How many rows the trial has in each list."""


@dataclass(frozen=True, slots=True)
class Checked:
    """The names used, in full (`责任[].任务`), what was left out of the file, and the findings."""

    used: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that stop the filling."""
        return tuple(item for item in self.findings if item.severity is Severity.ERROR)


def check_template(data: bytes, known: Sequence[Name] = KNOWN, *, file: str = FILE) -> tuple[Finding, ...]:
    """Everything wrong with a template, in its order. SourceUnreadable for a file that may not be a template at all."""
    return inspect(data, known, file=file).findings


def inspect(data: bytes, known: Sequence[Name] = KNOWN, *, file: str = FILE, trial: bool = True) -> Checked:
    """The names used and everything wrong; with `trial` also what only shows when it is filled.

    SourceUnreadable for a file that may not be a template at all.
    """
    container = opened(data, file=file)
    found = tagged(container)
    findings = [_flaw(flaw, file) for flaw in found.flaws]
    used: dict[str, None] = {}
    if not any(item.severity is Severity.ERROR for item in findings):
        for place, source in _sources(container, file):
            reading = _Reading(file, place, source, found.tags)
            findings += reading.findings(known)
            used |= reading.used
    if trial and not any(item.severity is Severity.ERROR for item in findings):
        findings += _trial(data, known, file)
    return Checked(tuple(used), container.remarks, tuple(sorted(findings, key=lambda item: item.span)))


def opened(data: bytes, *, file: str = FILE) -> Container:
    """The parts of a template. SourceUnreadable for a file that may not be one."""
    try:
        return read_container(data)
    except Refusal as refusal:
        raise SourceUnreadable(file, refusal.reason) from refusal


def _sources(container: Container, file: str) -> Iterator[tuple[str, str]]:
    for part in fillable(container):
        try:
            yield PLACES[part.kind], source_of(part)
        except Refusal as refusal:
            raise SourceUnreadable(file, refusal.reason) from refusal


def _trial(data: bytes, known: Sequence[Name], file: str) -> Iterator[Finding]:
    """Fill it with words that mean nothing: what only shows then is said, too."""
    try:
        fill(read_container(data), {item.name: _word(item) for item in known})
    except Refusal as refusal:
        yield Finding(Span(file), "template-trial", f"试填没有成功：{refusal.reason}")


def _word(name: Name) -> Any:
    row = {item.name: _word(item) for item in name.within} if name.within else "样"
    return [row] * ROWS if name.several else row


def _flaw(flaw: Flaw, file: str) -> Finding:
    severity = Severity.WARNING if flaw.doubt else Severity.ERROR
    return _finding(flaw.spot, file, "template-tag", flaw.text, flaw.suggest, severity)


def _finding(spot: Spot, file: str, rule: str, text: str, suggest: str, severity: Severity = Severity.ERROR) -> Finding:
    return Finding(
        Span(file, max(spot.number, 1)), rule, f"{spot}：{text}", severity, suggest=suggest, quote=spot.text.strip()
    )


class _Reading:
    """One part read as Jinja."""

    def __init__(self, file: str, place: str, source: str, tags: Sequence[Tag]) -> None:
        self._file, self._place, self._source = file, place, source
        self._tags = [tag for tag in tags if tag.spot.place == place]
        self.used: dict[str, None] = {}

    def findings(self, known: Sequence[Name]) -> Iterator[Finding]:
        """What is wrong with the syntax, else what is not allowed, else which names do not fit."""
        try:
            tree = TemplateSandbox().parse(self._source)
            refused = list(offences(tree))
            if not refused:
                answers = asked(tree, known)
                self.used = answers.used
                for problem in answers.problems:
                    yield from self._problem(problem)
            for offence in refused:
                yield self._at(
                    offence.line, "template-forbidden", f"模板里{offence.text}", "请改成只取字段、循环和判断"
                )
        except TemplateSyntaxError as error:
            yield self._at(error.lineno, "template-syntax", *said(error))
        except (RecursionError, MemoryError, ValueError):
            yield self._at(0, "template-syntax", NEST, "请写得简单些")

    def _problem(self, problem: Problem) -> Iterator[Finding]:
        """One finding for each paragraph that has the name."""
        before = r"\.\s*|[\"'“‘]" if problem.dotted else r"(?<![\w.])"
        word = re.compile(f"(?:{before}){re.escape(problem.word)}(?!\\w)")
        spots = list(dict.fromkeys(tag.spot for tag in self._tags if word.search(tag.code)))
        for spot in spots or [Spot(self._place, 0, "")]:
            yield _finding(spot, self._file, "template-name", problem.text, problem.suggest)

    def _at(self, line: int | None, rule: str, text: str, suggest: str) -> Finding:
        words = words_at(self._source, line or 0).replace(" ", "")
        spots = (tag.spot for tag in self._tags if _bare(tag.code) in words)
        return _finding(next(spots, Spot(self._place, 0, "")), self._file, rule, text, suggest)


def _bare(code: str) -> str:
    """A field as it stands in the source, without its blanks."""
    return LINE_LETTER.sub(r"\1 ", code).translate(QUOTES).replace(" ", "")


def said(error: TemplateSyntaxError) -> tuple[str, str]:
    """What is wrong with the syntax, and what to do, in one Chinese sentence."""
    message = error.message or ""
    quoted = re.findall(r"'([^']*)'", message)
    first = quoted[0] if quoted else ""
    if "Unexpected end of template" in message:
        return "有循环或判断没有结尾", "每个 {% for … %} 要有 {% endfor %}，每个 {% if … %} 要有 {% endif %}"
    if "unknown tag" in message:
        if first.startswith("end") or first in {"else", "elif"}:
            return f"{{% {first} %}} 没有对应的开头", "请检查循环和判断是否成对、次序是否对"
        return f"没有这个指令：{first}", "可用的有 for、if；表格行写 {%tr … %}，大括号和字母之间不留空格"
    if "unexpected char" in message or "invalid character" in message:
        return f"有不能用的字符：{first}", "标点要用半角"
    return (
        f"字段的写法有误{f'（{first}）' if first else ''}",
        "应写成 {{ 方案.名称 }}，或 {% for 项 in 责任 %} … {% endfor %}",
    )

"""`zerenku draft --template`: a department's own template, filled."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generators.template.check import FILE, inspect, opened
from generators.template.filling import fill, plain
from generators.template.names import names_of
from zerenku.errors import ZerenkuError
from zerenku.extract.refusal import Refusal
from zerenku.model.finding import Finding
from zerenku.model.place import Span


class TemplateRefused(ZerenkuError):
    """A template with errors; `findings` are all of them, the text tells the first."""

    def __init__(self, file: str, findings: tuple[Finding, ...]) -> None:
        self.file, self.findings = file, findings
        first = findings[0]
        more = f"（共 {len(findings)} 处，用 --check 可以全部列出）" if len(findings) > 1 else ""
        advice = f"；{first.suggest}" if first.suggest else ""
        super().__init__(f"{file}：{first.text}{advice}{more}")


def fill_template(data: bytes, values: Mapping[str, Any], *, file: str = FILE) -> bytes:
    """The filled paper, always the same bytes for the same template and values.

    Where `values` has a 样稿 mark that the paper would not show, it is put into every page header. SourceUnreadable
    for a file that may not be a template, TemplateRefused for one with errors: nothing is filled then.
    """
    known = names_of(plain(values)).within
    checked = inspect(data, known, file=file, trial=False)
    if checked.errors:
        raise TemplateRefused(file, checked.errors)
    try:
        return fill(opened(data, file=file), values)
    except Refusal as refusal:
        raise TemplateRefused(file, (Finding(Span(file), "template-fill", refusal.reason),)) from refusal

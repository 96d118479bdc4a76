"""The kinds of papers that `zerenku draft` makes: what each needs, which options it reads, which module makes it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

import click

from zerenku.catalogue.catalogue import Catalogue
from zerenku.errors import UnknownName
from zerenku.model.finding import Finding
from zerenku.model.plan import Plan

DOCX: Final = ".docx"
XLSX: Final = ".xlsx"
SAMPLE: Final = "样稿：文字系摘编，以原文为准；文号和日期留空"
BLANK_FORM: Final = "空白表，不含摘编"


@dataclass(frozen=True, slots=True)
class Paper:
    """A file to be written. `called` and `say` tell the user what it is; `findings` what is wrong with its data."""

    name: str
    data: bytes
    suffix: str = DOCX
    called: str = "样稿"
    say: str = SAMPLE
    remarks: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Wish:
    """What the user asked for, read and checked. `month` and `district` are empty when not given."""

    catalogue: Catalogue
    root: Path
    as_of: date
    plan: Plan | None = None
    department: str | None = None
    words: tuple[str, ...] = ()
    place: str | None = None
    month: str = ""
    district: str = ""
    data: tuple[Path, ...] = ()
    blank: bool = False
    xlsx: bool = False
    chart: bool = False
    fields: Mapping[str, str] = field(default_factory=dict)

    @property
    def of(self) -> Plan:
        """The plan; the command has made sure that there is one where a kind needs it."""
        if self.plan is None:
            raise UnknownName("方案", "（未填）", known=tuple(item.id for item in self.catalogue.plans))
        return self.plan


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of paper. Its maker is loaded when it is wanted: the clerk need not wait for all the others.

    `module` holds `make_<kind>` and `FIELDS_OF`, the fields by kind. `many` tells from the options whether several
    papers are made; `each` is the field that then each of them fills by itself.
    """

    name: str
    module: str
    reads: frozenset[str] = frozenset()
    without_plan: bool = False
    many: Callable[[Mapping[str, Any]], bool] = lambda _: False
    each: str = ""

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields that `--set` may fill."""
        found: tuple[str, ...] = self._module().FIELDS_OF[self.name]
        return found

    def asked(self, context: click.Context, options: Mapping[str, Any], filled: Mapping[str, str]) -> tuple[str, ...]:
        """The fields to ask for. Wrong use when one was filled that every paper of a batch has of its own."""
        if not (self.each and self.many(options)):
            return self.fields
        if self.each in filled:
            raise click.UsageError(f"一次写出几份时各有各的{self.each}，不能都设成一个，请加 --department", context)
        return tuple(name for name in self.fields if name != self.each)

    def make(self, wish: Wish) -> Iterable[Paper]:
        """The papers wished for."""
        found: Iterable[Paper] = getattr(self._module(), f"make_{self.name.replace('-', '_')}")(wish)
        return found

    def _module(self) -> Any:
        return import_module(self.module)

    def refuse(self, context: click.Context, options: Mapping[str, object]) -> None:
        """Wrong use for an option that this kind does not read, rather than silence."""
        for name, value in options.items():
            if value and name not in self.reads:
                raise click.UsageError(f"这一种公文用不到 {name}", context)


def _whole_batch(options: Mapping[str, Any]) -> bool:
    return options["department"] is None


OURS: Final = "zerenku.cli.draft_papers"
OF_RETURNS: Final = "zerenku.cli.draft_returns"
RETURNED: Final = frozenset({"--month", "--district", "--data"})
KINDS: Final[Mapping[str, Kind]] = MappingProxyType(
    {
        kind.name: kind
        for kind in (
            Kind("notice", OURS, frozenset({"--from"})),
            Kind("plan", OURS, frozenset({"--from"})),
            Kind("tasks", OURS, frozenset({"--department"})),
            Kind("duties", OURS, frozenset({"--department"}), without_plan=True, many=_whole_batch, each="主送机关"),
            Kind("progress-form", OF_RETURNS, RETURNED | {"--blank", "--xlsx"}),
            Kind("progress-report", OF_RETURNS, RETURNED | {"--chart"}),
            Kind("summary", OF_RETURNS, RETURNED | {"--chart"}),
            Kind("reminder", OF_RETURNS, frozenset({"--month", "--data"})),
            Kind("checklist", OURS, frozenset({"--for", "--place"}), without_plan=True),
            Kind("ledger", OURS, frozenset({"--department"}), without_plan=True),
            Kind("upward", OURS),
        )
    }
)
"""Every kind in the order of the manual."""

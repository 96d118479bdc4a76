"""The head of a returned table: which column of the file is which column of the form."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Final

from zerenku.model.finding import Finding, Severity
from zerenku.model.place import Span
from zerenku.model.plan import Form
from zerenku.returns.columns import Leaf, head_depth, leaves_of, node_names, plain
from zerenku.returns.record import Grid

SEARCHED: Final = 15  # rows from the top in which a head may begin
MONTH_NAMES: Final = frozenset({"月份", "报送月份", "统计月份"})
DAY_NAMES: Final = frozenset({"报送日期", "上报日期", "填报日期", "报送时间", "上报时间", "填报时间"})
OTHER_NAMES: Final = frozenset({"序号", "备注", "填报人", "审核人", "联系人", "联系电话"})
WITH_UNIT: Final = re.compile(r"(.+)\(([^()]+)\)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """Where things stand in the rows from `first` on; columns are counted from 0, the last named one is `width` - 1."""

    top: int
    first: int
    district: int
    month: int | None
    handed_in: int | None
    leaves: Mapping[int, Leaf]
    width: int


def read_head(grid: Grid, form: Form) -> tuple[Head | None, tuple[Finding, ...]]:
    """The head and what is wrong with it; None when there is no column that names the districts."""
    key = plain(form.row_key)
    for top, row in enumerate(grid.rows[:SEARCHED]):
        if key in map(plain, row):
            return _read(grid, form, top)
    text = f"没有找到表头：前 {SEARCHED} 行里没有“{form.row_key}”一栏"
    suggest = "请用“zerenku draft progress-form”导出的空表填写"
    return None, (Finding(Span(grid.file), "return-head", text, suggest=suggest),)


def _read(grid: Grid, form: Form, top: int) -> tuple[Head, tuple[Finding, ...]]:
    first = top + 1 + sum(1 for _ in _lower_rows(grid, form, top))
    names = _flattened(grid.rows[top:first], units=_units(form))
    matcher = _Matcher(form)
    findings: list[Finding] = []
    leaves: dict[int, Leaf] = {}
    known: dict[str, int] = {}
    for at, name in enumerate(names):
        span = Span(grid.file, first, at + 1)
        if not name:
            continue
        label = _label(name, form)
        if label:
            if label in known and label != "other":
                findings.append(_double(span, name))
            known.setdefault(label, at)
            continue
        found = matcher.match(name)
        if isinstance(found, Leaf):
            if found in leaves.values():
                findings.append(_double(span, found.path))
            else:
                leaves[at] = found
        else:
            findings.append(Finding(span, "return-column-unknown", f"表里没有“{name}”这一栏", suggest=found))
    findings.extend(_missing(grid, form, first, leaves))
    head = Head(
        top=top,
        first=first,
        district=known["district"],
        month=known.get("month"),
        handed_in=known.get("day"),
        leaves=leaves,
        width=max(at for at, name in enumerate(names) if name) + 1,
    )
    return head, tuple(findings)


def _label(name: str, form: Form) -> str:
    """What a column beside the form's own is for; empty for one that should be the form's."""
    if name == plain(form.row_key):
        return "district"
    if any(name == plain(leaf.name) for leaf in leaves_of(form)):
        return ""
    if name in MONTH_NAMES:
        return "month"
    if name in DAY_NAMES:
        return "day"
    return "other" if name in OTHER_NAMES else ""


def _double(span: Span, name: str) -> Finding:
    return Finding(span, "return-column-double", f"“{name}”一栏出现了两次", suggest="请删去一个")


def _missing(grid: Grid, form: Form, first: int, leaves: Mapping[int, Leaf]) -> Iterator[Finding]:
    for leaf in leaves_of(form):
        if leaf.numeric and leaf not in leaves.values():
            text = f"缺少“{leaf.path}”一栏"
            yield Finding(Span(grid.file, first), "return-column-missing", text, Severity.ERROR, "请照方案的表补上")


def _lower_rows(grid: Grid, form: Form, top: int) -> Iterator[tuple[str, ...]]:
    """The rows under the first that still belong to the head: names of the column tree, or units alone."""
    names = set(node_names(form))
    units = _units(form)
    at = list(map(plain, grid.rows[top])).index(plain(form.row_key))
    for row in grid.rows[top + 1 : top + 1 + head_depth(form)]:
        cells = [cell for cell in map(plain, row) if cell]
        own = plain(row[at]) if at < len(row) else ""
        if own not in {"", plain(form.row_key)} or not cells:
            return
        if not any(_without_unit(cell) in names or cell.strip("()") in units for cell in cells):
            return
        yield row


def _units(form: Form) -> set[str]:
    return {plain(leaf.unit) for leaf in leaves_of(form) if leaf.unit}


def _without_unit(cell: str) -> str:
    match = WITH_UNIT.fullmatch(cell)
    return match[1] if match else cell


def _flattened(rows: tuple[tuple[str, ...], ...], *, units: set[str]) -> list[str]:
    """One text a column, 上级/下级: a merged cell is filled in its first column only, so groups carry to the right."""
    width = max(map(len, rows))
    cells = [[plain(row[at]) if at < len(row) else "" for at in range(width)] for row in rows]
    for row in cells[1:]:
        row[:] = [f"({cell})" if cell in units else cell for cell in row]
    for level, row in enumerate(cells[:-1]):
        for at in range(1, width):
            below = any(lower[at] for lower in cells[level + 1 :])
            new_group = any(upper[at] and upper[at] != upper[at - 1] for upper in cells[:level])
            if not row[at] and below and not new_group:
                row[at] = row[at - 1]
    names = []
    for at in range(width):
        parts = dict.fromkeys(row[at] for row in cells if row[at])
        unit = next((part for part in parts if re.fullmatch(r"\(.*\)", part)), "")
        names.append("/".join(part for part in parts if part != unit) + unit)
    return names


class _Matcher:
    """Head cells to leaves: by path, or by the leaf's own name where only one column bears it."""

    def __init__(self, form: Form) -> None:
        leaves = leaves_of(form)
        self.by_path = {plain(leaf.path): leaf for leaf in leaves}
        names = [plain(leaf.name) for leaf in leaves]
        self.by_name = {name: leaf for name, leaf in zip(names, leaves, strict=True) if names.count(name) == 1}
        self.several = {name for name in names if names.count(name) > 1}

    def match(self, name: str) -> Leaf | str:
        """The column meant, or what the user should do."""
        found = self._find(name)
        if found:
            return found
        if match := WITH_UNIT.fullmatch(name):
            found = self._find(match[1])
            if found and plain(found.unit) in {"", match[2]}:
                return found
            if found:
                return f"方案这一栏的单位是{found.unit}，请换算后再报"
        if name in self.several:
            return "有几栏都叫这个名称，请写成“上级/下级”"
        near = get_close_matches(name, [*self.by_path, *self.by_name], n=1)
        leaf = self._find(near[0]) if near else None
        return f"是不是“{leaf.path}”" if leaf else "请对照方案的表改正或删去"

    def _find(self, name: str) -> Leaf | None:
        return self.by_path.get(name) or self.by_name.get(name) or self.by_name.get(name.rpartition("/")[2])

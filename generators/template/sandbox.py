"""Jinja for a stranger's template: a list of what is allowed, and a budget for what it may cost.

Nothing can be called, imported, set or included; names lead to plain data and nowhere else. Work is counted before it
is done, in units that are the same on every machine, so that a template is refused everywhere or nowhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final

from jinja2 import StrictUndefined, Template, nodes
from jinja2.exceptions import SecurityError, TemplateRuntimeError
from jinja2.filters import FILTERS
from jinja2.runtime import LoopContext, Undefined
from jinja2.sandbox import SandboxedEnvironment
from jinja2.tests import TESTS

MAX_WORK: Final = 5_000_000
"""Pieces of a template gone through in loops, all parts together."""
MAX_TEXT: Final = 20_000_000
"""Characters of the filled parts together."""
MAX_LOOPS: Final = 4
MAX_NESTED: Final = 12
COUNTED: Final = "counted rows"
"""A filter that no template can name."""

ALLOWED: Final[tuple[type[nodes.Node], ...]] = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.Name,
    nodes.Const,
    nodes.Getattr,
    nodes.Getitem,
    nodes.Slice,
    nodes.For,
    nodes.If,
    nodes.CondExpr,
    nodes.And,
    nodes.Or,
    nodes.Not,
    nodes.Neg,
    nodes.Compare,
    nodes.Operand,
    nodes.Add,
    nodes.Sub,
    nodes.Concat,
    nodes.Filter,
    nodes.Test,
    nodes.Keyword,
)
REFUSED: Final[Mapping[type[nodes.Node], str]] = MappingProxyType(
    {
        nodes.Call: "不能调用函数或方法",
        nodes.Import: "不能引入别的文件",
        nodes.FromImport: "不能引入别的文件",
        nodes.Include: "不能引入别的文件",
        nodes.Extends: "不能引入别的文件",
        nodes.Assign: "不能用 {% set %} 自定字段",
        nodes.AssignBlock: "不能用 {% set %} 自定字段",
        nodes.With: "不能用 {% with %} 自定字段",
        nodes.Macro: "不能定义宏",
        nodes.CallBlock: "不能调用宏",
        nodes.Tuple: "循环一次只能取一个名字",
        nodes.Mul: "不能做乘除",
        nodes.Div: "不能做乘除",
        nodes.Pow: "不能做乘除",
    }
)
OTHER: Final = "不能用这种写法，只能取字段、循环和判断"
KNOWN_FILTERS: Final = ("default", "d", "join", "length", "count", "first", "last", "trim")
KNOWN_TESTS: Final = ("defined", "undefined", "none", "odd", "even")
LOOP: Final = frozenset({"index", "index0", "revindex", "revindex0", "first", "last", "length"})


class TooMuch(TemplateRuntimeError):
    """The budget is spent."""


@dataclass(slots=True)
class Budget:
    """What filling one template may still cost."""

    work: int = MAX_WORK
    text: int = MAX_TEXT

    def spend(self, work: int) -> None:
        """Count work before it is done. TooMuch when too little is left."""
        self.work -= work
        if self.work < 0:
            raise TooMuch

    def write(self, characters: int) -> None:
        """Count text. TooMuch when too little is left."""
        self.text -= characters
        if self.text < 0:
            raise TooMuch


@dataclass(frozen=True, slots=True)
class Offence:
    """Something a template may not do, and the line of the source that it stands in."""

    line: int
    text: str


def offences(tree: nodes.Template) -> Iterator[Offence]:
    """Everything in a template that is not on the list."""
    stack: list[tuple[nodes.Node, int, int]] = [(tree, 0, 0)]
    while stack:
        node, loops, depth = stack.pop()
        if text := _offence(node, loops, depth):
            yield Offence(node.lineno or 0, text)
            continue
        loops += isinstance(node, nodes.For)
        depth += isinstance(node, nodes.For | nodes.If)
        stack += [(child, loops, depth) for child in node.iter_child_nodes()]


def _offence(node: nodes.Node, loops: int, depth: int) -> str:
    match node:
        case nodes.Getattr(attr=name) | nodes.Name(name=name) | nodes.Getitem(arg=nodes.Const(value=str(name))) if (
            name.startswith("_")
        ):
            return f"不能取以下划线开头的名字（{name}）"
        case nodes.Filter(name=name) if name not in KNOWN_FILTERS:
            return f"不能用 |{name}；可用的有：{'、'.join(KNOWN_FILTERS)}"
        case nodes.Test(name=name) if name not in KNOWN_TESTS:
            return f"不能用 is {name}；可用的有：{'、'.join(KNOWN_TESTS)}"
        case nodes.For(recursive=True):
            return "循环不能写 recursive"
        case nodes.For(target=target) if not isinstance(target, nodes.Name):
            return REFUSED[nodes.Tuple]
        case nodes.For() if loops >= MAX_LOOPS:
            return f"循环套得太深，最多 {MAX_LOOPS} 层"
        case nodes.For() | nodes.If() if depth >= MAX_NESTED:
            return f"循环和判断套得太深，最多 {MAX_NESTED} 层"
    return "" if isinstance(node, ALLOWED) else REFUSED.get(type(node), OTHER)


class BoundedTemplate(Template):
    """A template whose output is counted while it grows."""

    def render(self, *args: Any, **kwargs: Any) -> str:
        """The text; TooMuch when there would be too much of it."""
        environment = self.environment
        pieces = []
        for piece in self.generate(*args, **kwargs):
            if isinstance(environment, TemplateSandbox):
                environment.budget.write(len(piece))
            pieces.append(piece)
        return "".join(pieces)


class TemplateSandbox(SandboxedEnvironment):
    """The environment of one filling. Names that the data lacks raise; every value is escaped for XML."""

    template_class = BoundedTemplate

    def __init__(self, budget: Budget | None = None) -> None:
        super().__init__(undefined=StrictUndefined, autoescape=True, finalize=_printable)
        self.budget = budget or Budget()
        self.globals.clear()
        self.filters = {name: FILTERS[name] for name in KNOWN_FILTERS} | {"join": self._join, COUNTED: self._counted}
        self.tests = {name: TESTS[name] for name in KNOWN_TESTS}

    def getattr(self, obj: Any, attribute: str) -> Any:
        """A member of plain data, or one of the few facts of a loop; never an attribute of an object."""
        if isinstance(obj, LoopContext) and attribute in LOOP:
            return getattr(obj, attribute)
        return self.getitem(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """A member of plain data."""
        if isinstance(obj, dict) and isinstance(argument, str) and argument in obj:
            return obj[argument]
        if isinstance(obj, list | str) and isinstance(argument, int | slice):
            try:
                return obj[argument]
            except (IndexError, ValueError, TypeError):
                pass
        return self.undefined(obj=obj, name=str(argument))

    def is_safe_callable(self, obj: Any) -> bool:  # noqa: ARG002 - the host asks about an object
        """Nothing may be called."""
        return False

    def _generate(
        self,
        source: nodes.Template,
        name: str | None,
        filename: str | None,
        defer_init: bool = False,  # noqa: FBT001, FBT002 - as the host declares it
    ) -> str:
        """Refuse what is not allowed and put a counter into each loop, before Python is made of it."""
        for offence in offences(source):
            raise SecurityError(offence.text)
        for loop in source.find_all(nodes.For):
            weight = nodes.Const(sum(1 for _ in loop.find_all(nodes.Node)), lineno=loop.lineno, environment=self)
            loop.iter = nodes.Filter(loop.iter, COUNTED, [weight], [], None, None, lineno=loop.lineno, environment=self)
        return super()._generate(source, name, filename, defer_init)

    def _counted(self, rows: Any, weight: int) -> list[Any]:
        self.budget.spend(len(self._rows(rows)) * weight)
        return self._rows(rows)

    def _join(self, rows: Any, between: str = "", attribute: str = "") -> str:
        self.budget.spend(len(self._rows(rows)))
        for name in filter(None, attribute.split(".")):
            rows = [self.getitem(row, name) for row in rows]
        return str(between).join(str(_printable(row)) for row in rows)

    def _rows(self, rows: Any) -> list[Any]:
        if isinstance(rows, Undefined):
            str(rows)  # raises, naming what is missing
        if not isinstance(rows, list):
            raise TemplateRuntimeError("只有成组的字段可以循环或连写")
        return rows


def _printable(value: Any) -> Any:
    """A value that can stand in text."""
    if isinstance(value, dict | list | LoopContext):
        raise TemplateRuntimeError("成组的字段不能直接写，要循环或取其中一项")
    return "" if value is None else value

"""The names that a template asks for, followed through its loops to what they stand for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from jinja2 import nodes

from generators.template.names import KNOWN, Name
from generators.template.sandbox import LOOP
from zerenku.catalogue.registers import near

IN_LOOP: Final = Name("loop", within=tuple(Name(name) for name in sorted(LOOP)), unknown=True)
ANYTHING: Final = Name("", unknown=True)
SHOWN: Final = 30
Scope = Mapping[str, Name]


@dataclass(frozen=True, slots=True)
class Problem:
    """A name used wrongly: `word` as it is written, after a dot when `dotted`."""

    word: str
    dotted: bool
    text: str
    suggest: str


@dataclass(slots=True)
class Asked:
    """Names in full (`责任[].任务`) in the order they are met, and problems."""

    used: dict[str, None] = field(default_factory=dict)
    problems: dict[Problem, None] = field(default_factory=dict)


def asked(tree: nodes.Template, known: Sequence[Name]) -> Asked:
    """What the template asks for, and where that does not fit what is known."""
    reader = _Reader(known)
    reader.read(tree, {item.name: item for item in known})
    return reader.asked


class _Reader:
    def __init__(self, known: Sequence[Name]) -> None:
        self._known = known
        self.asked = Asked()

    def read(self, node: nodes.Node, scope: Scope) -> None:
        """Go through a piece of the template with the names that hold there."""
        match node:
            case nodes.For():
                self._loop(node, scope)
            case nodes.Output():
                for item in node.nodes:
                    self._written(item, scope)
            case nodes.Expr():
                self._meant(node, scope)
            case _:
                for child in node.iter_child_nodes():
                    self.read(child, scope)

    def _loop(self, node: nodes.For, scope: Scope) -> None:
        rows = self._meant(node.iter, scope)
        if not (rows.several or rows.unknown):
            self._say(node.iter, f"“{rows.called}”不是成组的字段，不能循环", "请直接写它的名字")
            rows = ANYTHING
        target = node.target.name if isinstance(node.target, nodes.Name) else ""
        inner = {**scope, target: self._one(rows), "loop": IN_LOOP}
        if node.test:
            self._meant(node.test, inner)
        for child in node.body:
            self.read(child, inner)
        for child in node.else_:
            self.read(child, scope)

    def _written(self, node: nodes.Node, scope: Scope) -> None:
        if isinstance(node, nodes.TemplateData):
            return
        meant = self._meant(node, scope)
        if meant.several:
            self._say(
                node, f"“{meant.called}”是成组的字段，不能直接写", f"请写 {{% for 项 in {meant.called} %}} 逐项取"
            )
        elif meant.within:
            self._say(node, f"“{meant.called}”下面还有字段，不能直接写", f"如 {meant.called}.{meant.within[0].name}")

    def _meant(self, node: nodes.Node, scope: Scope) -> Name:
        """What an expression stands for; ANYTHING where that cannot be told or has been said to be wrong."""
        match node:
            case nodes.Name(name=name):
                return self._top(name, scope)
            case nodes.Getattr(node=base, attr=name) | nodes.Getitem(node=base, arg=nodes.Const(value=str(name))):
                return self._member(self._meant(base, scope), name)
            case nodes.Getitem(node=base, arg=nodes.Slice()):
                return self._meant(base, scope)
            case nodes.Getitem(node=base):
                return self._one(self._meant(base, scope))
            case nodes.Filter(node=nodes.Expr() as base, name=name):
                return self._filtered(node, self._meant(base, scope), name, scope)
            case nodes.CondExpr(test=test, expr1=one, expr2=other):
                self._meant(test, scope)
                found = self._meant(one, scope)
                if other:
                    self._meant(other, scope)
                return found
            case nodes.Or(left=one, right=other) | nodes.And(left=one, right=other):
                found = self._meant(one, scope)
                self._meant(other, scope)
                return found
        for child in node.iter_child_nodes():
            self._meant(child, scope)
        return Name("")

    def _filtered(self, node: nodes.Filter, base: Name, name: str, scope: Scope) -> Name:
        for child in (*node.args, *(item.value for item in node.kwargs)):
            self._meant(child, scope)
        if name in {"default", "d"}:
            return base
        if name in {"first", "last"}:
            return self._one(base)
        if name == "join" and not base.unknown:
            parts = [item.value for item in node.kwargs if item.key == "attribute"] + list(node.args[1:])
            if not base.several:
                self._say(node.node or node, f"“{base.called}”不是成组的字段，不能连写", "请直接写它的名字")
            for part in parts[:1]:
                if isinstance(part, nodes.Const) and isinstance(part.value, str):
                    self._path(self._one(base), part.value)
        return Name("")

    def _path(self, base: Name, path: str) -> None:
        for name in path.split("."):
            base = self._member(base, name)

    def _one(self, base: Name) -> Name:
        """A member of a list; a character of a text is a text."""
        if base.several:
            return replace(base, name=f"{base.name}[]", several=False)
        return base if base.unknown else Name(base.name)

    def _top(self, name: str, scope: Scope) -> Name:
        if name in scope:
            found = scope[name]
            if found in self._known and (found.several or found.is_text):
                self.asked.used.setdefault(found.name + ("[]" if found.several else ""))
            # From here on a member is told by its full name.
            return found
        if any(item.name == name for item in KNOWN):
            self._add(name, f"“{name}”取自方案，现在没有方案", "请加 --plan 写明由哪个方案填写")
        else:
            self._unknown(name, self._known, dotted=False)
        return ANYTHING

    def _member(self, base: Name, name: str) -> Name:
        found = base.member(name)
        if found is not None and not base.several:
            full = f"{base.name}.{name}"
            if base is not IN_LOOP:
                self.asked.used.setdefault(full + ("[]" if found.several else ""))
            return replace(found, name=full)
        if base.several:
            self._add(
                name,
                f"“{base.called}”是成组的字段，不能直接取“{name}”",
                f"请写 {{% for 项 in {base.called} %}} 逐项取",
                dotted=True,
            )
        elif base is IN_LOOP or not base.unknown:
            if base.within:
                self._unknown(name, base.within, dotted=True, of=base.called)
            else:
                self._add(name, f"“{base.called}”是文字，没有下级字段“{name}”", "请去掉点号和后面的字", dotted=True)
        return ANYTHING

    def _unknown(self, name: str, known: Sequence[Name], *, dotted: bool, of: str = "") -> None:
        names = [item.name for item in known]
        likely = near(name, names, part=False) or near(name, names)
        hint = f"是不是{'、'.join(f'“{item}”' for item in likely)}？" if likely else ""
        listed = "、".join(names[:SHOWN]) + ("等" if len(names) > SHOWN else "")
        self._add(name, f"{f'“{of}”下' if of else ''}没有字段“{name}”", f"{hint}可用的有：{listed}", dotted=dotted)

    def _say(self, node: nodes.Node, text: str, suggest: str) -> None:
        found = [item for item in _words(node) if item[0]]
        word, dotted = found[0] if found else ("", False)
        self.asked.problems.setdefault(Problem(word, dotted, text, suggest))

    def _add(self, word: str, text: str, suggest: str, *, dotted: bool = False) -> None:
        self.asked.problems.setdefault(Problem(word, dotted, text, suggest))


def _words(node: nodes.Node) -> Iterator[tuple[str, bool]]:
    """The names in an expression, the last member first, with whether a dot stands before."""
    match node:
        case nodes.Getattr(node=base, attr=name):
            yield name, True
            yield from _words(base)
        case nodes.Name(name=name):
            yield name, False
        case _:
            for child in node.iter_child_nodes():
                yield from _words(child)

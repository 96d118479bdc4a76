"""What Jinja writes for a template, without what no template of ours asks for: a page has hundreds of texts and calls.

Whatever a template says comes out of a join, so that text once escaped needs no type that says so; and no function
that a template is given wants the context in which it is called, so that all are called as they are.
"""

from __future__ import annotations

from typing import Any

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from markupsafe import Markup, escape

from generators.site.escaping import ACTIVE


def told(value: Any) -> str:
    """`markupsafe.escape`, but markup is not copied, and text that holds nothing to change not even gone through."""
    kind = type(value)
    if kind is Markup:
        return value  # type: ignore[no-any-return]
    if kind is str and not ACTIVE.search(value):
        return value  # type: ignore[no-any-return]
    return str(value) if kind is int else escape(value)


class Terse(CodeGenerator):
    """Writes the code of templates that are not asynchronous; its environment has `told` and `call`."""

    def write_commons(self) -> None:
        """As usual, then the names that code of templates uses, for both are looked up at every use."""
        super().write_commons()
        self.writeline("escape = environment.told")
        self.writeline("call = environment.call")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: FBT001, FBT002, N802
        """A call of a function or macro as it stands in the template."""
        self.write("call(")
        self.visit(node.node, frame)
        self.signature(node, frame, {"caller": "caller"} if forward_caller else None)
        self.write(")")

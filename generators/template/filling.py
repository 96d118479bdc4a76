"""A template's parts and plain data → the paper's bytes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from jinja2.exceptions import TemplateError, UndefinedError

from generators.template.container import Container, Part, write_container
from generators.template.marking import marked
from generators.template.mending import mend
from generators.template.names import SAMPLE
from generators.template.patching import rendered, source_of
from generators.template.sandbox import TemplateSandbox, TooMuch
from generators.template.tags import fillable
from generators.word.oxml import ILLEGAL
from zerenku.extract.refusal import Refusal

TOO_MUCH: Final = "填出来的内容太多；请减少套在一起的循环"
CANNOT: Final = "有字段的运算不成立（如文字与数相加）；请改成只取字段"
QUOTED: Final = re.compile(r"'([^']*)'")
ODD: Final = (
    TypeError,
    ValueError,
    ArithmeticError,
    LookupError,
    AttributeError,
    SyntaxError,
    RecursionError,
    MemoryError,
)
"""What the expressions of a stranger may come to."""


def fill(container: Container, values: Mapping[str, Any]) -> bytes:
    """The paper; Refusal when the template cannot be filled. The container is not to be used again."""
    environment = TemplateSandbox()
    data = {name: plain(value) for name, value in values.items()}
    done: dict[str, Part] = {}
    for part in fillable(container):
        done[part.name] = replace(part, root=_filled(source_of(part), part, environment, data))
    filled = replace(container, parts=tuple(done.get(part.name, part) for part in container.parts))
    mend(filled)
    if mark := data.get(SAMPLE):
        filled = marked(filled, str(mark))
    return write_container(filled, title=_title(data))


def plain(value: object) -> Any:
    """Data without anything but text, numbers, lists and dicts; TypeError for anything else."""
    match value:
        case str():
            return ILLEGAL.sub("", value).replace("\r\n", "\n").replace("\r", "\n")
        case int() | float() | None:
            return value
        case Mapping():
            return {str(name): plain(item) for name, item in value.items()}
        case list() | tuple():
            return [plain(item) for item in value]
    raise TypeError(type(value).__name__)


def _filled(source: str, part: Part, environment: TemplateSandbox, data: Mapping[str, Any]) -> Any:
    try:
        root = rendered(source, environment, data)
    except TooMuch as error:
        raise Refusal(TOO_MUCH) from error
    except UndefinedError as error:
        names = QUOTED.findall(str(error))
        raise Refusal(f"有字段没有值：{names[-1] if names else '不明'}；请先用 --check 查看可用的字段") from error
    except TemplateError as error:
        raise Refusal(f"{error}；请改正后再试") from error
    except ODD as error:
        raise Refusal(CANNOT) from error
    if part.root is not None and root.tag != part.root.tag:
        raise Refusal(CANNOT)
    return root


def _title(data: Mapping[str, Any]) -> str:
    plan = data.get("方案")
    named = str(plan.get("名称", "")) if isinstance(plan, dict) else ""
    return f"{named}（{SAMPLE}）" if named and data.get(SAMPLE) else named

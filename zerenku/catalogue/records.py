"""Nodes to typed records. Every wrong shape is a finding with its place; nothing raises and all are reported at once.

The shapes are the dataclasses of `zerenku.model`; pydantic checks them, this module speaks Chinese and finds the line.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, TypeVar, cast, get_args, get_type_hints

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from zerenku.catalogue.registers import near
from zerenku.model.finding import Finding
from zerenku.model.place import Mapping, Node, Scalar, Sequence, Span

T = TypeVar("T")
Loc = tuple[int | str, ...]

UNKNOWN_KEY = {"extra_forbidden", "unexpected_keyword_argument"}
NOT_TEXT = {"string_type"}
NOT_NUMBER = {"int_parsing", "float_parsing", "int_type", "float_type", "int_from_float", "finite_number"}
NOT_MAPPING = {"dataclass_type", "dataclass_exact_type", "dict_type"}
NOT_LIST = {"tuple_type", "list_type"}
SPAN_KEY = "span"
LONGEST_SHOWN = 30


def read(node: Node, shape: type[T]) -> tuple[T | None, list[Finding]]:
    """A record of `shape` read from `node`, or None with the findings that say why."""
    findings: list[Finding] = []
    value = _plain(node, findings)
    try:
        result: T = _adapter(cast("Hashable", shape)).validate_python(value)
    except ValidationError as error:
        findings.extend(_finding(details, node, shape) for details in _apart(error, shape))
        return None, findings
    return (None if findings else result), findings


def read_plain(value: object, shape: type[T]) -> T | None:
    """A record of `shape` from values that are plain already (mappings with their Span under `span`), or None.

    None says only that something is wrong; `read` says what and where.
    """
    try:
        result: T = _adapter(cast("Hashable", shape)).validate_python(value)
    except ValidationError:
        return None
    return result


@cache
def _adapter(shape: Any) -> TypeAdapter[Any]:
    return TypeAdapter(shape)


def _plain(node: Node, findings: list[Finding]) -> object:
    """Plain values, each mapping with the place it stands at; repeated keys are reported, the first wins."""
    match node:
        case Scalar():
            return node.value
        case Sequence():
            return [_plain(item, findings) for item in node.items]
        case Mapping():
            plain: dict[str, object] = {}
            for key, value in node.pairs:
                name = key.value or ""
                if name in plain:
                    findings.append(Finding(key.span, "duplicate-key", f"同一处写了两个“{name}”", suggest="请删去一个"))
                elif name == SPAN_KEY:
                    findings.append(_unknown_key(key.span, name, ()))
                else:
                    plain[name] = _plain(value, findings)
            return {**plain, SPAN_KEY: node.span}


def _unknown_key(span: Span, name: str, known: tuple[str, ...]) -> Finding:
    likely = near(name, known, limit=1, part=False)
    advice = f"是不是“{likely[0]}”" if likely else "请删去，或对照 content/README.md"
    return Finding(span, "unknown-key", f"没有“{name}”这个键", suggest=advice)


def _apart(error: ValidationError, shape: Any) -> list[ErrorDetails]:
    """The errors, without those for a missing key that is there under a misspelt name: one slip, one finding."""
    found = error.errors(include_url=False)
    meant = {
        (*details["loc"][:-1], likely)
        for details in found
        if details["type"] in UNKNOWN_KEY
        for likely in near(str(details["loc"][-1]), _keys_at(shape, details["loc"][:-1]), limit=1, part=False)
    }
    return [details for details in found if details["type"] != "missing" or details["loc"] not in meant]


def _finding(details: ErrorDetails, root: Node, shape: Any) -> Finding:
    loc, kind = details["loc"], details["type"]
    name, given = _name_of(loc), details["input"]
    if kind in UNKNOWN_KEY:
        return _unknown_key(_locate(root, loc, at_key=True), str(loc[-1]), _keys_at(shape, loc[:-1]))
    span = _locate(root, loc)
    if kind == "missing":
        return Finding(span, "missing-key", f"缺少{name}", suggest="请补上")
    if given is None:
        return Finding(span, "empty-value", f"{name}不能为空", suggest="请填写")
    shown = f"“{given[:LONGEST_SHOWN]}”" if isinstance(given, str) else ""
    if kind == "bad_date":
        return Finding(span, "bad-date", f"{name}的值{shown}不是日期", suggest=details["msg"])
    if kind == "enum":
        expected = details.get("ctx", {}).get("expected", "")
        choices = expected.replace(" or ", "、").replace(", ", "、").replace("'", "")
        return Finding(span, "bad-choice", f"{name}不能写{shown or '成列表或一组键'}", suggest=f"可用：{choices}")
    return Finding(span, "wrong-type", f"{name}{_expectation(kind)}", suggest=_example(kind))


def _name_of(loc: Loc) -> str:
    """What stands at `loc`, as a message calls it: “topics”, “topics”的第2项, 这里."""
    key = next((part for part in reversed(loc) if isinstance(part, str)), None)
    item = f"第{loc[-1] + 1}项" if loc and isinstance(loc[-1], int) else ""
    return f"“{key}”" + (f"的{item}" if item else "") if key else item or "这里"


def _expectation(kind: str) -> str:
    if kind in NOT_NUMBER:
        return "应为数字"
    if kind in NOT_LIST:
        return "应为列表"
    if kind in NOT_MAPPING:
        return "应为一组“键: 值”"
    if kind in NOT_TEXT:
        return "应为文字"
    if kind == "too_long":
        return "的项数太多"
    if kind.startswith("bool"):
        return "应为 true 或 false"
    return "写法不对"


def _example(kind: str) -> str:
    if kind in NOT_LIST:
        return "写作 [甲, 乙]，或每行一个“- 甲”"
    if kind in NOT_MAPPING:
        return "写作“键: 值”，一行一个"
    return "请对照 content/README.md 改正"


def _locate(root: Node, loc: Loc, *, at_key: bool = False) -> Span:
    """The place of a value, or of its key; of the nearest enclosing node where the value is missing."""
    node, span = root, root.span
    for index, part in enumerate(loc):
        last = index == len(loc) - 1
        if isinstance(node, Mapping):
            pair = next(((key, value) for key, value in node.pairs if (key.value or "") == part), None)
            if pair is None:
                break
            node, span = pair[1], pair[0].span if last and at_key else pair[1].span
        elif isinstance(node, Sequence) and isinstance(part, int) and part < len(node.items):
            node = node.items[part]
            span = node.span
        else:
            break
    return span


def _keys_at(shape: Any, loc: Loc) -> tuple[str, ...]:
    """The keys a mapping at `loc` may have."""
    for part in loc:
        if isinstance(part, str):
            known = _shapes(_record_in(shape))
            shape = known.get(part)
    record = _record_in(shape)
    return tuple(name for name in _shapes(record) if name != SPAN_KEY)


@cache
def _shapes(record: Any) -> dict[str, Any]:
    """Key as written in a source → declared type, for a record class."""
    if record is None:
        return {}
    hints = get_type_hints(record)
    return {str(item.metadata.get("alias", item.name)): hints[item.name] for item in fields(record)}


def _record_in(shape: Any) -> Any:
    """The record class inside `tuple[X, ...]` or `X | None`; None when there is none."""
    if isinstance(shape, type) and is_dataclass(shape):
        return shape
    return next((found for part in get_args(shape) if (found := _record_in(part))), None)

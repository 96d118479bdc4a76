"""The OpenAPI 3.1 document, made from the declared operations and the types of their answers."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from pydantic import TypeAdapter

from search.web import shapes
from search.web.declaring import MANY, Kind, Operation, Parameter
from search.web.problems import (
    BUSY,
    FAILED,
    KINDS,
    MEDIA_TYPE,
    METHOD,
    MISDIRECTED,
    PARAMETER,
    TOO_LONG,
    TOO_MANY,
    TYPES,
    UNKNOWN,
)
from search.web.problems import Kind as ProblemKind
from search.web.reading import CURSOR_PATTERN

VERSION: Final = "3.1.1"
REFERENCES: Final = "#/components/schemas/{model}"
# The version of the interface, which changes with its paths and fields, not with the program.
INTERFACE: Final = "1.0.0"
ABOUT: Final = (
    "责任库的只读接口：检索、归谁管、输入提示、责任清单、部门、方案。内容是摘编，以原文为准。"
    "出错时返回 RFC 9457 格式的说明；回答带 ETag，目录没变时用 If-None-Match 得到 304；"
    "翻页照抄 next，目录更新后从第一页查起。"
)
JSON: Final = "application/json"
TEXT: Final = "text/plain"
PROBLEM: Final = {
    "type": "object",
    "description": "出错说明（RFC 9457）",
    "required": ["type", "title", "status", "detail", "instance"],
    "properties": {
        "type": {"type": "string", "enum": [TYPES + kind.slug for kind in KINDS]},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string", "description": "哪里不对，怎样改"},
        "instance": {"type": "string"},
        "parameter": {"type": "string", "description": "不对的参数"},
        "near": {"type": "array", "items": {"type": "string"}, "description": "相近的名称"},
    },
}
ETAG: Final = {"ETag": {"description": "目录的版本、当天日期和所问", "schema": {"type": "string"}}}


def document(operations: Iterable[Operation]) -> dict[str, Any]:
    """The whole document, JSON-ready; same operations, same document."""
    components: dict[str, Any] = {"Problem": PROBLEM}
    paths: dict[str, Any] = {}
    for operation in operations:
        answer = _schema(operation.answer, components)
        found = _answers(operation, {JSON: {"schema": answer}})
        paths[operation.path] = {"get": {**_head(operation), "responses": found}}
    health = _schema(shapes.Health, components)
    for path, name, says, content in (
        ("/healthz", "health", "服务是否正常，答的是哪一版目录。", {JSON: {"schema": health}}),
        ("/metrics", "metrics", "请求数、错误数、用时（Prometheus 文本）。", {TEXT: {"schema": {"type": "string"}}}),
        ("/api/openapi.json", "openapi", "本文档。", {JSON: {"schema": {"type": "object"}}}),
    ):
        responses = {
            "200": {"description": "正常", "content": content},
            **_problems((PARAMETER, METHOD, MISDIRECTED, FAILED)),
        }
        paths[path] = {"get": {"operationId": name, "summary": says, "tags": ["运行"], "responses": responses}}
    return {
        "openapi": VERSION,
        "info": {"title": "责任库接口", "version": INTERFACE, "description": ABOUT},
        "servers": [{"url": "/"}],
        "tags": [{"name": name} for name in dict.fromkeys([*(item.group for item in operations), "运行"])],
        "paths": paths,
        "components": {"schemas": dict(sorted(components.items()))},
    }


def _head(operation: Operation) -> dict[str, Any]:
    return {
        "operationId": operation.name,
        "summary": operation.says,
        "tags": [operation.group],
        "parameters": [_parameter(item) for item in operation.parameters],
    }


def _answers(operation: Operation, content: dict[str, Any]) -> dict[str, Any]:
    kinds = [PARAMETER, METHOD, TOO_LONG, MISDIRECTED, TOO_MANY, FAILED, BUSY]
    if any(item.in_path or item.many or item.kind is Kind.CURSOR for item in operation.parameters):
        kinds.insert(1, UNKNOWN)
    return {
        "200": {"description": "回答", "headers": ETAG, "content": content},
        "304": {"description": "目录没有变，沿用上次的回答"},
        **_problems(kinds),
    }


def _problems(kinds: Iterable[ProblemKind]) -> dict[str, Any]:
    content = {MEDIA_TYPE: {"schema": {"$ref": REFERENCES.format(model="Problem")}}}
    return {str(kind.status): {"description": kind.title, "content": content} for kind in kinds}


def _parameter(parameter: Parameter) -> dict[str, Any]:
    shown: dict[str, Any] = {
        "name": parameter.name,
        "in": "path" if parameter.in_path else "query",
        "required": parameter.required,
        "description": parameter.says,
        "schema": _value(parameter),
    }
    if parameter.example is not None:
        shown["example"] = parameter.example
    return shown


def _value(parameter: Parameter) -> dict[str, Any]:
    match parameter.kind:
        case Kind.NUMBER:
            bounds = {"type": "integer", "minimum": parameter.least, "maximum": parameter.most}
            return bounds | ({} if parameter.default is None else {"default": parameter.default})
        case Kind.DAY:
            return {"type": "string", "format": "date"}
        case Kind.FLAG:
            return {"type": "boolean", "default": False}
        case Kind.CURSOR:
            return {"type": "string", "pattern": CURSOR_PATTERN}
        case _:
            text: dict[str, Any] = {"type": "string", "minLength": parameter.least, "maxLength": parameter.most}
            if parameter.choices:
                text = {"type": "string", "enum": list(parameter.choices)}
            return {"type": "array", "items": text, "maxItems": MANY} if parameter.many else text


def _schema(shape: Any, components: dict[str, Any]) -> dict[str, Any]:
    """A reference to the schema of a type, which goes among the components with all that it refers to."""
    schema = TypeAdapter(shape).json_schema(ref_template=REFERENCES, mode="serialization")
    inner = schema.pop("$defs", {})
    components.update({name: _bare(found) for name, found in inner.items()})
    name = shape.__name__
    components[name] = _bare(schema)
    return {"$ref": REFERENCES.format(model=name)}


def _bare(value: Any) -> Any:
    """Without the English titles that are made from the names of the fields."""
    if isinstance(value, list):
        return [_bare(item) for item in value]
    if not isinstance(value, dict):
        return value
    return {key: _bare(item) for key, item in value.items() if not (key == "title" and isinstance(item, str))}

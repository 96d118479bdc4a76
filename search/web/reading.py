"""Query strings to values, by the declarations alone; whatever does not fit is refused with what would."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from difflib import get_close_matches
from typing import Final
from urllib.parse import parse_qsl

from search.web.asked import Asked, Value
from search.web.declaring import MANY, Kind, Operation, Parameter
from search.web.problems import TOO_LONG, Problem, wrong

NUMBER: Final = re.compile(r"-?[0-9]{1,9}")
DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
CURSOR_PATTERN: Final = "^[A-Za-z0-9_-]{28}$"
CURSOR: Final = re.compile(r"[A-Za-z0-9_-]{28}")
FLAGS: Final = {"true": True, "false": False}
# Longer than any sensible request: nothing beyond is even looked at.
QUERY_BYTES: Final = 16_000
MOST_FIELDS: Final = 200


def read(operation: Operation, query: bytes, path: Mapping[str, str], *, today: str) -> Asked:
    """The values of a request; Problem for what is missing, unknown, repeated, too long or not of its kind."""
    given: dict[str, list[str]] = {name: [value] for name, value in path.items()}
    known = {parameter.name: parameter for parameter in operation.parameters}
    for name, text in _pairs(query):
        parameter = known.get(name)
        if parameter is None or parameter.in_path:
            raise _unknown(name, known.values())
        given.setdefault(name, []).append(text)
    values: dict[str, Value] = {}
    for parameter in operation.parameters:
        value = _value(parameter, given.get(parameter.name, []))
        if value is not None:
            values[parameter.name] = value
    return Asked(operation.name, values, today)


def _pairs(query: bytes) -> list[tuple[str, str]]:
    if len(query) > QUERY_BYTES:
        raise Problem(TOO_LONG, f"网址太长：参数部分最多 {QUERY_BYTES} 个字节，请减少筛选条件")
    try:
        return parse_qsl(query.decode("latin-1"), keep_blank_values=True, max_num_fields=MOST_FIELDS, errors="strict")
    except UnicodeDecodeError:
        raise wrong("", "参数不是 UTF-8 编码，读不懂；请用 UTF-8 编码后再试") from None
    except ValueError:
        raise wrong("", f"参数太多：最多 {MOST_FIELDS} 个") from None


def _value(parameter: Parameter, texts: list[str]) -> Value | None:
    name = parameter.name
    if not texts:
        if parameter.required:
            raise wrong(name, f"缺少参数 {name}：{parameter.says}")
        return parameter.default
    if parameter.many:
        if len(texts) > MANY:
            raise wrong(name, f"参数 {name} 最多写 {MANY} 次")
        return tuple(dict.fromkeys(_text(parameter, text) for text in texts))
    if len(texts) > 1:
        raise wrong(name, f"参数 {name} 只能写一次")
    text = texts[0]
    match parameter.kind:
        case Kind.NUMBER:
            return _number(parameter, text)
        case Kind.DAY:
            return _day(parameter, text)
        case Kind.FLAG:
            if text not in FLAGS:
                raise wrong(name, f"参数 {name} 应为 true 或 false：{_shown(text)}")
            return FLAGS[text]
        case Kind.CURSOR:
            if not CURSOR.fullmatch(text):
                raise wrong(name, f"参数 {name} 不是翻页标记：请照抄上一页的 next，或去掉它从第一页查起")
            return text
        case _:
            return _text(parameter, text)


def _text(parameter: Parameter, text: str) -> str:
    name = parameter.name
    if parameter.choices and text not in parameter.choices:
        raise wrong(name, f"参数 {name} 没有这个值：{_shown(text)}；可选 {'、'.join(parameter.choices)}")
    if len(text) < parameter.least:
        raise wrong(name, f"参数 {name} 是空的：{parameter.says}")
    if len(text) > parameter.most:
        raise wrong(name, f"参数 {name} 太长：{len(text)} 个字，最多 {parameter.most} 个，请缩短")
    return text


def _number(parameter: Parameter, text: str) -> int:
    if not NUMBER.fullmatch(text) or not parameter.least <= int(text) <= parameter.most:
        span = f"{parameter.least} 到 {parameter.most}"
        raise wrong(parameter.name, f"参数 {parameter.name} 应为 {span} 的整数：{_shown(text)}")
    return int(text)


def _day(parameter: Parameter, text: str) -> str:
    try:
        if DAY.fullmatch(text):
            return date.fromisoformat(text).isoformat()
    except ValueError:
        pass
    raise wrong(parameter.name, f"参数 {parameter.name} 应为日期，写作 2026-03-05：{_shown(text)}")


def _unknown(name: str, known: Iterable[Parameter]) -> Problem:
    names = [parameter.name for parameter in known if not parameter.in_path]
    near = get_close_matches(name, names, n=1)
    hint = f"；您要写的是不是 {near[0]}" if near else f"；可用 {'、'.join(names)}" if names else ""
    return wrong(name[:50], f"没有参数 {_shown(name)}{hint}")


def _shown(text: str) -> str:
    return f"“{text[:30]}{'……' if len(text) > 30 else ''}”"

"""YAML to nodes. Composed, never constructed: every scalar stays the text that was written, and keeps its place."""

from __future__ import annotations

import re

import yaml

from zerenku.model.finding import Finding
from zerenku.model.place import Mapping, Node, Scalar, Sequence, Span

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
NULL_TAG = "tag:yaml.org,2002:null"
MAX_DEPTH = 60
HAN = "[\u3001-\u303f\u4e00-\u9fff\uff00-\uffef\u201c\u201d]"
BETWEEN_HAN = re.compile(f"(?<={HAN}) (?={HAN})")


class _Refused(Exception):
    def __init__(self, finding: Finding) -> None:
        self.finding = finding


def parse_yaml(text: str, *, file: str) -> tuple[Node | None, list[Finding]]:
    """The root node of a YAML text; syntax errors, aliases and an empty file are findings."""
    try:
        _guard(text, file)
        root = yaml.compose(text, Loader=LOADER)
    except _Refused as refused:
        return None, [refused.finding]
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        span = Span(file, mark.line + 1, mark.column + 1) if mark else Span(file)
        return None, [
            Finding(span, "yaml-syntax", "YAML 写法有误，多半是缩进、冒号或引号", suggest="请对照上下文改正这一行")
        ]
    except yaml.YAMLError:
        span = _odd_character(text, file)
        return None, [Finding(span, "yaml-syntax", "含有不能识别的字符", suggest="请删去这个字符")]
    if root is None:
        return None, [Finding(Span(file), "empty-file", "文件是空的", suggest="请补上内容或删去这个文件")]
    try:
        return _node(root, file), []
    except _Refused as refused:
        return None, [refused.finding]


def _guard(text: str, file: str) -> None:
    """Refuse what must not be composed: shared nodes, and nesting so deep that libyaml's composer would crash."""
    depth = 0
    for event in yaml.parse(text, Loader=LOADER):
        mark = event.start_mark
        span = Span(file, mark.line + 1, mark.column + 1) if mark else Span(file)
        if getattr(event, "anchor", None) is not None:
            raise _Refused(Finding(span, "yaml-alias", "不支持 YAML 的 & 锚点和 * 引用", suggest="请把内容写全"))
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > MAX_DEPTH:
            raise _Refused(Finding(span, "yaml-depth", "嵌套过深", suggest="请检查缩进"))


def _odd_character(text: str, file: str) -> Span:
    """Where the first character stands that YAML forbids."""
    match = yaml.reader.Reader.NON_PRINTABLE.search(text)
    before = text[: match.start()] if match else ""
    return Span(file, before.count("\n") + 1, len(before) - before.rfind("\n"))


def _unfold(node: yaml.ScalarNode) -> str:
    """YAML joins folded lines with a blank; between two Chinese characters there is none. A | block is verbatim."""
    value: str = node.value
    folded = node.style != "|" and node.start_mark.line != node.end_mark.line
    return BETWEEN_HAN.sub("", value) if folded else value


def _node(node: yaml.Node, file: str) -> Node:
    span = Span(file, node.start_mark.line + 1, node.start_mark.column + 1)
    if isinstance(node, yaml.ScalarNode):
        plain_null = node.tag == NULL_TAG or (node.style is None and node.value in {"", "~", "null"})
        return Scalar(None if plain_null else _unfold(node), span)
    if isinstance(node, yaml.SequenceNode):
        return Sequence(tuple(_node(item, file) for item in node.value), span)
    pairs = []
    for key, value in node.value:
        name = _node(key, file)
        if not isinstance(name, Scalar):
            raise _Refused(Finding(name.span, "yaml-syntax", "键应为文字", suggest="请检查冒号和缩进"))
        pairs.append((name, _node(value, file)))
    return Mapping(tuple(pairs), span)

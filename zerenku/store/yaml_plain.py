"""The short way from YAML to plain values, for sources with nothing wrong in them; most builds read nothing else.

It gives what `parse_yaml` and the reading of records give together, or None as soon as anything is unusual: then the
long way is taken, which says what and where.
"""

from __future__ import annotations

from sys import intern
from typing import Final

import yaml

from zerenku.model.making import make_span
from zerenku.store.yaml_nodes import BETWEEN_HAN, LOADER, MAX_DEPTH, NULL_TAG

SPAN_KEY: Final = "span"
# libyaml's composer calls itself; below these bounds no text is nested deep enough to matter to it.
MOST_BRACKETS: Final = 8000
LONGEST_LINE: Final = 4000
NULLS: Final = frozenset({"", "~", "null", "Null", "NULL"})
TEXT: Final = "tag:yaml.org,2002:str"


class _Unusual(Exception):
    pass


class _Lean(LOADER):  # type: ignore[misc, valid-type]
    """Takes every scalar for text: records tell what is in them, and guessing takes a third of the time."""

    def resolve(self, _kind: object, value: object, implicit: tuple[bool, bool]) -> str:
        """The tag of a node that has none; of a scalar, `implicit` says first whether it is written without quotes."""
        return NULL_TAG if value in NULLS and implicit[0] else TEXT

    def descend_resolver(self, _node: object, _index: object) -> None:
        """Nothing to keep count of."""

    def ascend_resolver(self) -> None:
        """Nothing to keep count of."""


def plain_yaml(text: str, *, file: str) -> object | None:
    """Mappings as dicts with their place under `span`, sequences as lists, scalars as text; None: take the long way."""
    if _may_be_odd(text):
        return None
    try:
        root = yaml.compose(text, Loader=_Lean)
        return None if root is None else _plain(root, file, 1)
    except (yaml.YAMLError, _Unusual):
        return None


def _may_be_odd(text: str) -> bool:
    """Whether there may be anchors and aliases, or very deep nesting."""
    if "&" in text or "*" in text or text.count("[") + text.count("{") > MOST_BRACKETS:
        return True
    return max(map(len, text.split("\n"))) > LONGEST_LINE


def _plain(node: yaml.Node, file: str, depth: int) -> object:
    if isinstance(node, yaml.ScalarNode):
        return _scalar(node)
    if depth > MAX_DEPTH:
        raise _Unusual
    if isinstance(node, yaml.SequenceNode):
        return [_name(item) if type(item) is yaml.ScalarNode else _plain(item, file, depth + 1) for item in node.value]
    plain: dict[str, object] = {}
    for key, value in node.value:
        if type(key) is not yaml.ScalarNode:
            raise _Unusual
        name: str = key.value
        if key.tag is not TEXT or name in NULLS or " " in name:
            name = _scalar(key) or ""
        if name in plain or name == SPAN_KEY:
            raise _Unusual
        plain[name] = _scalar(value) if type(value) is yaml.ScalarNode else _plain(value, file, depth + 1)
    mark = node.start_mark
    plain[SPAN_KEY] = make_span(file, mark.line + 1, mark.column + 1)
    return plain


def _name(node: yaml.ScalarNode) -> str | None:
    """An item of a list, mostly a name that stands in many clauses of many plans: always the same object.

    So it is packed once, and alike in every process, whatever that has read before.
    """
    value = _scalar(node)
    return None if value is None else intern(value)


def _scalar(node: yaml.ScalarNode) -> str | None:
    value: str = node.value
    if node.tag == NULL_TAG or (node.style is None and value in NULLS):
        return None
    if node.style == "|" or " " not in value:
        return value
    return BETWEEN_HAN.sub("", value) if node.start_mark.line != node.end_mark.line else value

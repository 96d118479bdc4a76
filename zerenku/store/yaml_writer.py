"""Records to YAML that a person goes on editing: keys in the manual's order, defaults left out, originals verbatim.

PyYAML's emitter is not used: it turns a block with a tab or a trailing blank into one long escaped line, and does not
indent lists. What is written here reads back as the same record (tests/store/test_yaml_writer.py).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import MISSING, fields
from datetime import date
from enum import Enum
from functools import cache
from typing import Any, Final

from zerenku.model.clause import Clause, Duty
from zerenku.model.plan import Attachment, Form, NamedSet, Plan, Reporting

SCHEMA_LINE: Final = "# yaml-language-server: $schema=../schema/plan.schema.json\n"
WIDTH: Final = 120
STEP: Final = "  "
NEWLINE: Final = "\n"
NOTHING: Final[Mapping[str, str]] = {}
BLOCK: Final[frozenset[type]] = frozenset({Plan, Clause, Duty, Attachment, Reporting, Form, NamedSet})
"""Records that a person works on line by line; the others stand on one line where they fit."""
SCALARS: Final = (str, int, float, date, Enum)
VERBATIM: Final = frozenset(
    {(Plan, "opening"), (Plan, "closing"), (Clause, "text"), (Attachment, "text"), (Attachment, "closing")}
)
# What YAML calls printable, without its further line breaks and the byte order mark.
PRINTABLE: Final = "\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff"
ONE_LINE: Final = re.compile(rf"[{PRINTABLE}]+")
LINES: Final = re.compile(rf"[\t\n{PRINTABLE}]+")
SIGNS: Final = r"\u4e00-\u9fff\u3001-\u3020\uff01-\uff5e“”‘’—…"
CHINESE: Final = re.compile(rf"[{SIGNS}][{SIGNS}0-9A-Za-z/%]*")
"""Nothing in it means anything to YAML: most texts, told at once."""
ODD: Final = re.compile(rf"[^{PRINTABLE}]|[\"\\]")
NOT_PLAIN: Final = re.compile(r"^[-?:,\[\]{}#&*!|>'\"%@` ]|: | #|[: ]$")
NOT_IN_FLOW: Final = re.compile(r"[,\[\]{}:]")
# Text that some reader of YAML takes for a number, a time, a truth value or nothing; more than enough of it.
AMBIGUOUS: Final = re.compile(
    r"~|null|true|false|yes|no|on|off|y|n|=|<<|[-+]?\.?(?:inf|nan)|[-+]?[0-9.][0-9a-fxotzpn_,.:+\- ]*", re.IGNORECASE
)
ESCAPES: Final = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def dump_plan(plan: Plan, *, written: Mapping[str, str] = NOTHING) -> str:
    """The whole source file of a plan, its first line naming the schema for editors.

    `written` are fields by name that `written_fields` made before; the plan itself need not hold them any more.
    """
    whole = {**written_fields(plan, but=written), **written}
    lines = (whole[name] for name, *_ in _shape(Plan) if name in whole)
    return f"{SCHEMA_LINE}{NEWLINE.join(lines)}\n"


def written_fields(plan: Plan, *, but: Collection[str] = ()) -> dict[str, str]:
    """The fields of a plan that differ from their defaults, each as YAML without the last line break."""
    found = {}
    for name, key, value, verbatim in _pairs(plan):
        if name not in but:
            lines: list[str] = []
            _entry(lines, f"{key}:", value, "", verbatim=verbatim)
            found[name] = NEWLINE.join(lines)
    return found


def dump_entries(entries: Iterable[object], *, pad: str = STEP, flow: bool = False) -> str:
    """Items of a register's list, indented by `pad`, each ending in a line break; with `flow` each on one line."""
    lines: list[str] = []
    for entry in entries:
        if flow:
            lines.append(f"{pad}- {_flow(entry)}")
        else:
            _item(lines, entry, pad, _flow(entry))
    return "".join(f"{line}\n" for line in lines)


def _record(lines: list[str], record: Any, pad: str) -> None:
    """Write a block mapping."""
    for _, key, value, verbatim in _pairs(record):
        _entry(lines, f"{pad}{key}:", value, pad, verbatim=verbatim)


def _entry(lines: list[str], lead: str, value: Any, pad: str, *, verbatim: bool = False) -> None:
    """Write a value after its key or its hyphen (`lead`); what is below them is indented deeper than `pad`."""
    inner = pad + STEP
    if isinstance(value, str):
        block = _literal(value, inner) if verbatim or "\n" in value else None
        lines.append(f"{lead} {_text(value) if block is None else block}")
        return
    if isinstance(value, tuple):
        flows = [_flow(item) for item in value]
        whole = None if None in flows else f"[{', '.join(map(str, flows))}]"
        if whole is not None and len(lead) + len(whole) < WIDTH:
            lines.append(f"{lead} {whole}")
            return
        lines.append(lead)
        for item, flow in zip(value, flows, strict=True):
            _item(lines, item, inner, flow)
        return
    flow = _flow(value)
    if flow is not None and (len(lead) + len(flow) < WIDTH or _is_scalar(value)):
        lines.append(f"{lead} {flow}")
    else:
        lines.append(lead)
        _record(lines, value, inner)


def _item(lines: list[str], value: Any, pad: str, flow: str | None) -> None:
    """Write one item of a block list; `flow` is the item on one line, if it can stand on one."""
    if _is_scalar(value):
        _entry(lines, f"{pad}-", value, pad)
        return
    if flow is not None and len(pad) + len(flow) + 2 <= WIDTH:
        lines.append(f"{pad}- {flow}")
        return
    first = len(lines)
    _record(lines, value, pad + STEP)
    lines[first] = f"{pad}- {lines[first][len(pad) + 2 :]}"


def _flow(value: Any) -> str | None:
    """The value on one line; None if it is or holds what needs lines of its own."""
    if isinstance(value, str):
        return _text(value)
    kind: Any = type(value)
    if kind in BLOCK:
        return None
    if kind is not tuple and _is_scalar(value):
        return _scalar(value)
    parts = []
    if kind is tuple:
        for item in value:
            part = _flow(item)
            if part is None:
                return None
            parts.append(part)
        return f"[{', '.join(parts)}]"
    for name, key, default, _ in _shape(kind):
        item = getattr(value, name)
        if default is MISSING or item != default:
            part = _flow(item)
            if part is None:
                return None
            parts.append(f"{key}: {part}")
    return f"{{{', '.join(parts)}}}"


def _is_scalar(value: Any) -> bool:
    return value is None or isinstance(value, SCALARS)


def _scalar(value: Any) -> str:
    """A scalar for block and flow alike."""
    match value:
        case None:
            return "null"
        case Enum():
            return _text(str(value.value))
        case bool():
            return "true" if value else "false"
        case float():
            return str(int(value)) if value.is_integer() else repr(value)
        case int() | date():
            return str(value)
    return _text(value)


def _text(text: str) -> str:
    plain = CHINESE.fullmatch(text) or (
        ONE_LINE.fullmatch(text)
        and not NOT_PLAIN.search(text)
        and not NOT_IN_FLOW.search(text)
        and not AMBIGUOUS.fullmatch(text)
    )
    return text if plain else f'"{ODD.sub(_escape, text)}"'


def _escape(match: re.Match[str]) -> str:
    code = ord(match[0])
    short = ESCAPES.get(match[0])
    return short or (f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}" if code < 65536 else f"\\U{code:08x}")


def _literal(text: str, pad: str) -> str | None:
    """A block that keeps every character, blanks and line ends at both ends too; None where YAML cannot."""
    if not LINES.fullmatch(text) or not text.strip(" \t\n"):
        return None
    # Without the number the indentation is guessed from the first line.
    indicator = str(len(STEP)) if text[0] in " \t\n" else ""
    body = text.removesuffix("\n")
    chomping = "-" if body == text else "+" if body.endswith("\n") else ""
    lines = (f"{pad}{line}" if line else "" for line in body.split("\n"))
    return "\n".join((f"|{indicator}{chomping}", *lines))


def _pairs(record: Any) -> Iterator[tuple[str, str, Any, bool]]:
    """Attribute, key, value and whether it is an original's text, of each field that differs from its default."""
    kind: Any = type(record)
    for name, key, default, verbatim in _shape(kind):
        value = getattr(record, name)
        if default is MISSING or value != default:
            yield name, key, value, verbatim


@cache
def _shape(record: Any) -> tuple[tuple[str, str, Any, bool], ...]:
    """Attribute, key as written, default, and whether the field is verbatim; the place it was read from is no key."""
    return tuple(
        (item.name, str(item.metadata.get("alias", item.name)), item.default, (record, item.name) in VERBATIM)
        for item in fields(record)
        if item.name != "span"
    )

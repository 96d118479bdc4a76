"""The JSON Schema of each kind of source, made from the same records that read it, for completion in an editor."""

from __future__ import annotations

from typing import Any, Final

from pydantic import TypeAdapter

from zerenku.catalogue.records import SPAN_KEY
from zerenku.model.plan import Plan
from zerenku.model.profile import LayoutProfile
from zerenku.model.register import Department, Document, EnterpriseRegister, Place, Standard, Term, Topic

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
REGISTER_SHAPES: Final[dict[str, Any]] = {
    "places": tuple[Place, ...],
    "departments": tuple[Department, ...],
    "documents": tuple[Document, ...],
    "standards": tuple[Standard, ...],
    "enterprises": EnterpriseRegister,
    "terms": tuple[Term, ...],
    "topics": tuple[Topic, ...],
}


def schemas() -> dict[str, dict[str, Any]]:
    """File stem (`plan`, `places` …) → its JSON Schema."""
    found = {"plan": _schema(Plan), "profile": _schema(LayoutProfile)}
    for name, shape in REGISTER_SHAPES.items():
        inner = _schema(shape)
        if name != "enterprises":
            definitions = inner.pop("$defs", {})
            body = {key: value for key, value in inner.items() if key != "$schema"}
            inner = {
                "$schema": DIALECT,
                "type": "object",
                "additionalProperties": False,
                "required": [name],
                "properties": {name: body},
                "$defs": definitions,
            }
        found[name] = inner
    return found


def _schema(shape: Any) -> dict[str, Any]:
    schema = TypeAdapter(shape).json_schema(by_alias=True)
    cleaned = _clean(schema)
    cleaned.get("$defs", {}).pop("Span", None)
    return {"$schema": DIALECT, **cleaned}


def _clean(value: Any) -> Any:
    """Without the places of records, without the English titles and the developers' docstrings."""
    if isinstance(value, list):
        return [_clean(item) for item in value]
    if not isinstance(value, dict):
        return value
    kept = {key: _clean(item) for key, item in value.items() if not (key == "title" and isinstance(item, str))}
    if isinstance(kept.get("properties"), dict):
        kept["properties"].pop(SPAN_KEY, None)
        kept.pop("description", None)
    if "enum" in kept:
        kept.pop("description", None)
    return kept

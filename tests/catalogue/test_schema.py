"""The JSON Schemas that editors use say the same as the reader, in Chinese, and lie where the sources look for them."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from tests.repository import ROOT
from tests.support import clause, plan, sources
from zerenku.catalogue.schema import DIALECT, schemas

HOMES = (ROOT / "content", ROOT / "zerenku" / "starter" / "content")
SOURCES = [path for home in HOMES for path in sorted(home.glob("*/*.yml"))]
SCHEMAS = schemas()


class EditorLoader(yaml.SafeLoader):
    """Scalars as an editor's YAML 1.2 sees them: a date and `no` are text, true and numbers are not."""


EditorLoader.yaml_implicit_resolvers = {}
for tag, pattern, first in (
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", r"[-+]?[0-9]+", list("-+0123456789")),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", list("-+0123456789.")),
):
    EditorLoader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(rf"^(?:{pattern})$"), first)


def as_an_editor_sees(text: str) -> Any:
    return EditorLoader(text).get_single_data()


def complaints(name: str, text: str) -> list[str]:
    return [error.json_path for error in Draft202012Validator(SCHEMAS[name]).iter_errors(as_an_editor_sees(text))]


def schema_of(path: Path) -> str:
    return {"plans": "plan", "profiles": "profile"}.get(path.parent.name, path.stem)


def test_loader_of_this_test() -> None:
    text = "[no, 2030-03-01, 012a, true, 12, 0.5, ~, 100%, '1']"
    assert as_an_editor_sees(text) == ["no", "2030-03-01", "012a", True, 12, 0.5, None, "100%", "1"]


@pytest.mark.parametrize("home", HOMES, ids=lambda home: home.parent.name)
def test_exported_files_are_current(home: Path) -> None:
    """When red: zerenku export --schema content/schema, and the same for zerenku/starter/content/schema."""
    assert sorted(path.name for path in (home / "schema").iterdir()) == sorted(
        f"{name}.schema.json" for name in SCHEMAS
    )
    for name, schema in SCHEMAS.items():
        found = (home / "schema" / f"{name}.schema.json").read_text(encoding="utf-8")
        assert json.loads(found) == schema, name
        assert found == json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


@pytest.mark.parametrize("name", SCHEMAS)
def test_schema_is_a_schema(name: str) -> None:
    assert SCHEMAS[name]["$schema"] == DIALECT
    Draft202012Validator.check_schema(SCHEMAS[name])


def parts(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
    for item in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from parts(item)


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_key_is_explained_in_chinese_and_no_other_is_allowed(name: str) -> None:
    records = [part for part in parts(SCHEMAS[name]) if isinstance(part.get("properties"), dict)]
    assert records
    top = SCHEMAS[name] if name not in {"plan", "profile", "enterprises"} else None
    for part in records:
        assert part["additionalProperties"] is False
        assert "span" not in part["properties"]
        for key, value in part["properties"].items():
            if part is not top:
                assert re.search(r"[\u4e00-\u9fff]", value["description"]), key
    words = [part["description"] for part in parts(SCHEMAS[name]) if isinstance(part.get("description"), str)]
    assert [text for text in words if not re.search(r"[\u4e00-\u9fff]", text)] == []


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_source_is_valid_and_names_its_schema(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    first = text.split("\n", 1)[0]
    assert first == f"# yaml-language-server: $schema=../schema/{schema_of(path)}.schema.json"
    assert (path.parent / first.partition("$schema=")[2]).is_file()
    assert complaints(schema_of(path), text) == []


def test_sources_were_found() -> None:
    assert len({schema_of(path) for path in SOURCES}) == len(SCHEMAS) == 9


def test_invented_sources_of_the_tests_are_valid() -> None:
    for name, text in sources().items():
        assert complaints(schema_of(Path(name)), text) == [], name


@pytest.mark.parametrize(
    ("name", "text", "path"),
    [
        ("plan", plan(titel="甲"), "$"),
        ("plan", plan(title=None), "$"),
        ("plan", plan(span="甲"), "$"),
        ("plan", plan(kind="办法"), "$.kind"),
        ("plan", plan(issued="2030/3/1"), "$.issued"),
        ("plan", plan(period="[2030-03]"), "$.period"),
        ("plan", plan(issuers="甲"), "$.issuers"),
        ("plan", plan(clause("sumary: 甲")), "$.clauses[0]"),
        ("plan", plan(clause("recurrence: [{every: 每月, text: 甲}]")), "$.clauses[0].recurrence[0].every"),
        (
            "plan",
            plan(clause("targets: [{op: '>=', value: 一百, unit: 家, text: 甲}]")),
            "$.clauses[0].targets[0].value",
        ),
        ("plan", plan(stages="[{name: 甲, first: 2030-01, to: 2030-02}]"), "$.stages[0]"),
        ("profile", "id: a\nplace: b\nissuer: 甲\npage_number: 中间\n", "$.page_number"),
        ("profile", "id: a\nplace: b\nissuer: 甲\nfonts: {kaiti: 隶书}\n", "$.fonts.kaiti"),
        ("terms", "term: []", "$"),
        ("terms", "terms: 甲", "$.terms"),
        ("places", "places: [{id: a, name: 甲, short: 甲, level: shi}]", "$.places[0].level"),
        ("enterprises", "kinds: [{id: a, name: 甲, synonym: []}]", "$.kinds[0]"),
    ],
)
def test_editor_underlines(name: str, text: str, path: str) -> None:
    found = complaints(name, text)
    assert found
    assert all(item.startswith(path) for item in found), found

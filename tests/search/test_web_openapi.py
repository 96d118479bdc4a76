"""The OpenAPI document: sound, in step with the routes, and the answers in step with it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import Any, get_args

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase
from hypothesis import settings as hypothesis_settings
from jsonschema import Draft202012Validator
from starlette.types import ASGIApp, Receive, Scope, Send

from search.lexicon import WordKind
from search.vocabulary import Asks, Tier
from search.web import ROUTES, shapes
from search.web.openapi import document
from search.web.operations import OPERATIONS, with_examples
from tests.search.web import Client
from zerenku.catalogue.catalogue import Catalogue
from zerenku.model.clause import Certainty

EXAMPLES = 25


class Stand:
    """Stands for the application until there is one: what is to be asked is known from the document alone."""

    app: ASGIApp

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            await self.app(scope, receive, send)


STAND = Stand()
described = schemathesis.openapi.from_dict(document(OPERATIONS))
described.app = STAND


@described.parametrize()
@hypothesis_settings(
    max_examples=EXAMPLES,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
def test_no_request_finds_a_fault(client: Client, case: schemathesis.Case[Any]) -> None:
    STAND.app = client.app
    case.call_and_validate()


def test_document_names_every_route_and_no_other(client: Client, catalogue: Catalogue) -> None:
    shown = client.json("/api/openapi.json")
    assert set(shown["paths"]) == set(ROUTES) - {"/api/"}
    assert shown == document(with_examples(catalogue))
    assert shown["openapi"].startswith("3.1.")
    names = [item["get"]["operationId"] for item in shown["paths"].values()]
    assert len(names) == len(set(names))


def test_examples_have_answers(client: Client) -> None:
    paths = client.json("/api/openapi.json")["paths"]
    asked = [
        (path, parameter)
        for path, item in paths.items()
        for parameter in item["get"].get("parameters", ())
        if "example" in parameter
    ]
    assert {path for path, parameter in asked if parameter["in"] == "path"} == {
        "/api/departments/{id}",
        "/api/plans/{id}",
    }
    for path, parameter in asked:
        if parameter["in"] == "path":
            assert client.get(path.replace("{id}", parameter["example"])).status_code == 200


def test_schemas_are_sound_and_all_used(client: Client) -> None:
    shown = client.json("/api/openapi.json")
    schemas = shown["components"]["schemas"]
    for schema in schemas.values():
        Draft202012Validator.check_schema(schema)
    used = set(re.findall(r"#/components/schemas/(\w+)", str(shown)))
    assert used == set(schemas)


@pytest.mark.parametrize(
    ("named", "members"),
    [(shapes.Kind, WordKind), (shapes.Tier, Tier), (shapes.Asks, Asks), (shapes.Certainty, Certainty)],
)
def test_closed_vocabularies_are_those_of_the_program(named: Any, members: type[StrEnum]) -> None:
    assert get_args(named) == tuple(item.value for item in members)


def _titles(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        yield from (str(value[key]) for key in ("summary", "description") if isinstance(value.get(key), str))
        for inner in value.values():
            yield from _titles(inner)
    if isinstance(value, list):
        for inner in value:
            yield from _titles(inner)


def test_what_people_read_is_chinese(client: Client) -> None:
    english = [text for text in _titles(client.json("/api/openapi.json")) if not re.search("[一-鿿]", text)]
    assert english == []


def test_page_shows_every_operation_and_loads_nothing_from_elsewhere(client: Client) -> None:
    page = client.get("/api/")
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert page.headers["content-security-policy"].startswith("default-src 'self'; ")
    for operation in OPERATIONS:
        assert f'<h2 id="{operation.name}"><code>GET {operation.path}</code></h2>' in page.text
        for parameter in operation.parameters:
            assert f'name="{parameter.name}"' in page.text
    loaded = re.findall(r'(?:src|href|action)="([^"]+)"', page.text)
    assert loaded
    assert not [address for address in loaded if not address.startswith(("/api/", "#", "/healthz", "/metrics"))]
    assert not re.search(r"<script>|style=|\son\w+=", page.text)
    for path in ("/api/page.css", "/api/page.js"):
        assert client.get(path).status_code == 200
        assert "http" not in client.get(path).text
    assert client.get("/api").text == page.text

"""The JSON pages keep what `/openapi.json` promises: for every page asked for in the tests, and for
thousands of questions made up from the document by Schemathesis."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator

import jsonschema_rs
import pytest
import schemathesis
from django.core.wsgi import get_wsgi_application
from django.test import Client
from hypothesis import HealthCheck, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    allow_header_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from careerlattice.vocab.json_schema import Schemas
from careerlattice.web.http.addresses import json_address, page_address
from careerlattice.web.urls import PAGES

pytestmark = pytest.mark.slow

# More by `CAREERLATTICE_FUZZ=500 pytest tests/web/test_openapi.py`: so many for each operation.
EXAMPLES = int(os.environ.get("CAREERLATTICE_FUZZ", "50"))
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    allow_header_conformance,
]

document = schemathesis.openapi.from_wsgi("/openapi.json", get_wsgi_application())


@document.parametrize()
@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_question(case: schemathesis.Case) -> None:
    # The test transport does not unpack answers as a browser does.
    case.call_and_validate(checks=CHECKS, headers={"Accept-Encoding": "identity"})


@pytest.fixture(scope="module")
def told(client: Client) -> dict[str, object]:
    return client.get("/openapi.json").json()


def operations(told: dict[str, object]) -> Iterator[tuple[str, dict[str, object]]]:
    for address, methods in told["paths"].items():  # type: ignore[attr-defined]
        assert list(methods) == ["get"]
        yield address, methods["get"]


def test_every_page_is_told(told: dict[str, object]) -> None:
    assert told["openapi"] == "3.1.0"
    assert len(list(operations(told))) == len(PAGES)
    for _address, operation in operations(told):
        assert operation["summary"]
        assert all(one["description"] for one in operation["parameters"] if one["in"] == "query")


def test_pages_that_plan_say_that_there_is_a_limit(told: dict[str, object]) -> None:
    limited = [address for address, one in operations(told) if "429" in one["responses"]]
    assert limited == ["/index.json", "/plan.json"]


def open_places(schema: object, where: str) -> Iterator[str]:
    """Every place in a schema where anything at all would pass."""
    if isinstance(schema, list):
        for place, member in enumerate(schema):
            yield from open_places(member, f"{where}[{place}]")
    elif isinstance(schema, dict):
        if not {"type", "$ref", "anyOf", "enum"} & set(schema):
            yield where
        if schema.get("type") == "object":
            closed = schema.get("additionalProperties")
            if isinstance(closed, dict):
                yield from open_places(closed, f"{where}.*")
            elif closed is not False:
                yield where
        if schema.get("type") == "array" and not {"items", "prefixItems"} & set(schema):
            yield where
        for name, value in schema.get("properties", {}).items():
            yield from open_places(value, f"{where}.{name}")
        for key in ("items", "prefixItems", "anyOf"):
            if key in schema:
                yield from open_places(schema[key], f"{where}.{key}")


def test_no_schema_is_open(told: dict[str, object]) -> None:
    schemas = told["components"]["schemas"]  # type: ignore[index]
    assert {
        "Problem", "SourceCredit", "PlanPage", "OccupationPageData", "MoveLine", "PlanAnswer",
        "Plan", "Step", "Money", "Notice", "Wage", "Outlook", "Requirements", "License",
        "SchoolProgram", "Ladder", "FitRow", "Figure", "Provenance",
    } <= set(schemas)  # fmt: skip
    for name, schema in schemas.items():
        jsonschema_rs.meta.validate(schema)
        assert schema["type"] == "object", name
        assert list(open_places(schema, name)) == []


def test_an_open_schema_would_be_found() -> None:
    anything = {"type": "object", "properties": {"a": {}, "b": {"type": "object"}}}
    assert list(open_places(anything, "x")) == ["x", "x.a", "x.b"]
    with pytest.raises(TypeError):
        Schemas().of(dict[str, object])


def test_the_document_is_one_a_generator_reads(told: dict[str, object]) -> None:
    jsonschema_rs.meta.validate({"components": told["components"]})
    identifiers = [operation["operationId"] for _address, operation in operations(told)]
    assert len(set(identifiers)) == len(identifiers)


def test_every_tested_json_page_is_as_told(
    client: Client, told: dict[str, object], address: str
) -> None:
    path, _mark, query = address.partition("?")
    response = client.get(json_address(path) + (f"?{query}" if query else ""))
    name = next(
        page.make.__annotations__["return"].partition(" |")[0]
        for pattern, page in PAGES
        if pattern.partition("<")[0].strip("/") == page_address(path).strip("/").partition("/")[0]
        and ("<" in pattern) == (path.count("/") > 1)
    )
    components = {"components": told["components"]}
    schema = {"$ref": f"#/components/schemas/{name}", **components}
    jsonschema_rs.validator_for(schema).validate(json.loads(response.content))


def test_a_wrong_answer_would_be_found() -> None:
    """The check is no rubber stamp: a page without its pay does not pass."""
    schemas = Schemas()
    from careerlattice.web.pages.search.page import OccupationHit

    schema = {**schemas.of(OccupationHit), "components": {"schemas": schemas.defs}}
    check = jsonschema_rs.validator_for(schema)
    good = {
        "code": "29-1141.00", "title": "Registered Nurses", "also": "", "what_they_do": "",
        "median_usd": None, "growth_pct": 4.9,
    }  # fmt: skip
    assert check.is_valid(good)
    assert not check.is_valid({**good, "median_usd": "97550"})
    assert not check.is_valid({name: one for name, one in good.items() if name != "median_usd"})


def test_names_not_declared_are_refused_in_json_pages_only(client: Client) -> None:
    refused = client.get("/clusters.json?framwork=2024")
    assert refused.status_code == 400
    assert "Did you mean “framework”?" in refused.json()["detail"]
    assert client.get("/clusters?utm_source=letter").status_code == 200


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "trace"])
def test_json_pages_can_only_be_read(client: Client, method: str) -> None:
    response = getattr(client, method)("/plan.json")
    assert response.status_code == 405
    assert response.headers["Allow"] == "GET, HEAD, OPTIONS"
    assert response.json()["status"] == 405

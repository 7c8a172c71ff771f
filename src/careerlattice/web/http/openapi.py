"""The JSON pages told to programs: `/openapi.json` (OpenAPI 3.1), written from declarations.

An operation for each page: what may be given is what the page declares (`parameters`), what comes
back is described from the page's dataclass (`json_schema`). Nothing is described twice.
"""

from __future__ import annotations

import inspect
import json
import re
from collections.abc import Callable, Iterable
from functools import cache
from typing import Any, get_args, get_type_hints

from django.http import HttpRequest, HttpResponse
from django.utils.functional import Promise

import careerlattice
from careerlattice.vocab.json_schema import Schema, Schemas, object_of, reference_to
from careerlattice.web.http.addresses import json_address
from careerlattice.web.http.page import FRAME_FIELDS, Page
from careerlattice.web.http.page_view import PageView
from careerlattice.web.http.paging import START, Part
from careerlattice.web.http.parameters import QueryParameter
from careerlattice.web.http.response_cache import GzippedResponse, gzip_response

PathsOfPages = tuple[tuple[str, PageView], ...]

DESCRIPTION = (
    "Every page of Careerlattice as JSON, at the page's address with `.json` before the query. "
    "Amounts are U.S. dollars, pay is a year's before tax, times are months unless a name says "
    "otherwise. `release` names the data; `credits` name the sources the answer draws on and have "
    "to be shown with it. Names that are not declared here are refused."
)
TEXT: Schema = {"type": "string"}
PROBLEM = object_of(
    "What is wrong and what to do (RFC 9457); `suggestions` may have been meant.",
    {
        "title": TEXT,
        "status": {"type": "integer"},
        "detail": TEXT,
        "suggestions": {"type": "array", "items": TEXT},
    },
)
CREDIT = object_of(
    "A source the answer draws on, with the sentence that credits it.",
    dict.fromkeys(("source", "title", "edition", "credit"), TEXT),
)
PROBLEM_CONTENT = {"application/problem+json": {"schema": reference_to("Problem")}}


def openapi_document(pages: Iterable[tuple[str, PageView]]) -> Schema:
    """The whole document for pages with their paths (`clusters/<str:cluster_id>`)."""
    schemas = Schemas(texts=(Promise,))
    schemas.defs |= {"Problem": PROBLEM, "SourceCredit": CREDIT}
    paths = {}
    for path, page in pages:
        address = json_address("/" + re.sub(r"<str:(\w+)>", r"{\1}", path))
        parts = tuple(re.findall(r"<str:(\w+)>", path))
        paths[address] = {"get": _operation(schemas, page, parts)}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Careerlattice",
            "version": careerlattice.__version__,
            "description": DESCRIPTION,
        },
        "paths": paths,
        "components": {"schemas": schemas.defs},
    }


def openapi_view(pages: PathsOfPages) -> Callable[[HttpRequest], HttpResponse]:
    """The view that answers with the document, written once a process."""

    @cache
    def document() -> GzippedResponse:
        body = json.dumps(openapi_document(pages), ensure_ascii=False)
        return gzip_response(body.encode(), "application/json", effort=9)

    def view(request: HttpRequest) -> HttpResponse:
        return document().to_response(request)

    return view


def _operation(schemas: Schemas, page: PageView, parts: tuple[str, ...]) -> Schema:
    kind = _page_class(page)
    return {
        "operationId": page.make.__name__,
        "summary": (inspect.getdoc(kind) or "").partition("\n")[0].rstrip("."),
        "description": inspect.getdoc(page.make) or "",
        "parameters": [
            *({"in": "path", "name": part, "required": True, "schema": TEXT} for part in parts),
            *(_query_parameter(parameter) for parameter in page.parameters),
        ],
        "responses": _responses(schemas, kind, page.parameters, has_parts=bool(parts)),
    }


def _query_parameter(parameter: QueryParameter) -> Schema:
    return {
        "in": "query",
        "name": parameter.name,
        "required": False,
        "description": parameter.description,
        "schema": parameter.schema(),
    }


def _responses(
    schemas: Schemas,
    kind: type[Page],
    parameters: tuple[QueryParameter, ...],
    *,
    has_parts: bool,
) -> dict[str, Schema]:
    whole = {"application/json": {"schema": _envelope(schemas, kind, parameters)}}
    found = {
        "200": {"description": "The values of the page.", "content": whole},
        "400": {"description": "A value that cannot be read.", "content": PROBLEM_CONTENT},
        "503": {
            "description": "Too many requests at once; `Retry-After` says when to come again.",
            "content": PROBLEM_CONTENT,
        },
    }
    if has_parts:
        found["302"] = {"description": "A name in another writing, led to its own address."}
    if has_parts or any(getattr(parameter, "finds", False) for parameter in parameters):
        found["404"] = {"description": "There is no such thing.", "content": PROBLEM_CONTENT}
    if "answer" in kind.__dataclass_fields__:
        unclear = "A title that may mean several occupations (`unclear`), or no such plan."
        found["404"] = {"description": unclear, "content": whole | PROBLEM_CONTENT}
    if {"answer", "reach"} & set(kind.__dataclass_fields__):
        limited = "More plans than one visitor may ask for in a minute."
        found["429"] = {"description": limited, "content": PROBLEM_CONTENT}
    return found


def _envelope(schemas: Schemas, kind: type[Page], parameters: tuple[QueryParameter, ...]) -> Schema:
    """The schema of a whole JSON page, with its data under a name of their own."""
    name = kind.__name__
    schemas.defs[f"{name}Data"] = schemas.dataclass_object(kind, without=FRAME_FIELDS)
    told = {
        "page": TEXT | {"description": "The address of the page."},
        "release": TEXT | {"description": "The id of the data release."},
        "title": TEXT,
        "data": reference_to(f"{name}Data"),
        "credits": {"type": "array", "items": reference_to("SourceCredit")},
    }
    in_parts = {"part": schemas.of(Part)} if START in parameters else {}
    schemas.defs[name] = object_of("", told | in_parts, tuple(told))
    return reference_to(name)


def _page_class(page: PageView) -> type[Page]:
    """The class of page a view makes, as its annotation says."""
    made: Any = get_type_hints(page.make)["return"]
    return next(kind for kind in (get_args(made) or (made,)) if issubclass(kind, Page))

"""The JSON twins as an API: an operation for each page, told in `/openapi.json` (OpenAPI 3.1).

A twin answers with the values of its page (`json_twins`); what it asks is what the page declares
(`asked`), and what it answers is told from the page's dataclass (`json_schema`).
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterable
from typing import Any, get_args, get_type_hints

from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.openapi.schema import OpenAPISchema

import careerlattice
from careerlattice.web.http.error_pages import wrong_method
from careerlattice.web.http.json_pages import twin_of
from careerlattice.web.http.json_schema import Schema, Schemas
from careerlattice.web.http.page import Page
from careerlattice.web.http.page_view import PageView
from careerlattice.web.http.parameters import Parameter

DESCRIPTION = (
    "Every page of Careerlattice as JSON, at the page's address with `.json` before the query. "
    "Amounts are U.S. dollars, pay is a year's before tax, times are months unless a name says "
    "otherwise. `release` names the data; `credits` name the sources the answer draws on and have "
    "to be shown with it. Names that are not declared here are refused."
)
PROBLEM: Schema = {
    "type": "object",
    "description": "What is wrong and what to do (RFC 9457); `suggestions` may have been meant.",
    "properties": {
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "suggestions": {"type": "array", "items": {"type": "string"}},
    },
    "required": ["title", "status", "detail", "suggestions"],
    "additionalProperties": False,
}
CREDIT: Schema = {
    "type": "object",
    "description": "A source the answer draws on, with the sentence that credits it.",
    "properties": {name: {"type": "string"} for name in ("source", "title", "edition", "credit")},
    "required": ["source", "title", "edition", "credit"],
    "additionalProperties": False,
}
PROBLEM_ANSWER = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
READING = ("GET", "HEAD")
# Other methods are answered too, with what to do instead, but are no part of the API.
METHODS = (*READING, "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE")
OWN = frozenset(Page.__dataclass_fields__)


class TwinsAPI(NinjaAPI):
    """The API of the twins, which tells the schemas of its answers itself."""

    def __init__(self) -> None:
        super().__init__(
            title="Careerlattice",
            version=careerlattice.__version__,
            description=DESCRIPTION,
            docs_url=None,
            urls_namespace="twins",
        )
        self.schemas = Schemas()
        self.schemas.defs |= {"Problem": PROBLEM, "SourceCredit": CREDIT}

    def get_openapi_schema(self, **options: Any) -> OpenAPISchema:
        """The whole document."""
        document = super().get_openapi_schema(**options)
        for methods in document["paths"].values():
            for method in METHODS[1:]:
                methods.pop(method.lower(), None)
        document["components"]["schemas"].update(self.schemas.defs)
        return document

    def add_twin(self, path: str, page: PageView) -> None:
        """Add the twin of the page at a path such as `clusters/<str:cluster_id>`."""
        parts = re.findall(r"<str:(\w+)>", path)
        own_address = twin_of("/" + re.sub(r"<str:(\w+)>", r"{\1}", path))
        kind = _page_class(page)

        def twin(request: HttpRequest, **given: str) -> HttpResponse:
            if request.method not in READING:
                return wrong_method(request, READING)
            request.wants_json = True
            return page(request, **given)

        twin.__name__ = page.make.__name__
        twin.__doc__ = page.make.__doc__
        twin.__signature__ = inspect.Signature(  # type: ignore[attr-defined]
            [
                inspect.Parameter("request", inspect.Parameter.POSITIONAL_OR_KEYWORD),
                *(
                    inspect.Parameter(part, inspect.Parameter.KEYWORD_ONLY, annotation=str)
                    for part in parts
                ),
            ]
        )
        self.default_router.add_api_operation(
            own_address,
            list(METHODS),
            twin,
            operation_id=page.make.__name__,
            summary=(inspect.getdoc(kind) or "").partition("\n")[0].rstrip("."),
            openapi_extra={
                "parameters": [_told(one) for one in page.asks],
                "responses": self._answers(kind, page.asks, has_parts=bool(parts)),
            },
        )

    def _answers(
        self, kind: type[Page], asks: tuple[Parameter, ...], *, has_parts: bool
    ) -> dict[int, Schema]:
        name = kind.__name__
        self.schemas.defs[f"{name}Data"] = {
            "type": "object",
            "description": inspect.getdoc(kind) or "",
        } | self.schemas.fields_of(kind, OWN)
        text = {"type": "string"}
        self.schemas.defs[name] = {
            "type": "object",
            "properties": {
                "page": text | {"description": "The address of the page."},
                "release": text | {"description": "The id of the data release."},
                "title": text,
                "data": {"$ref": f"#/components/schemas/{name}Data"},
                "credits": {
                    "type": "array",
                    "items": {"$ref": "#/components/schemas/SourceCredit"},
                },
            },
            "required": ["page", "release", "title", "data", "credits"],
            "additionalProperties": False,
        }
        whole = {"application/json": {"schema": {"$ref": f"#/components/schemas/{name}"}}}
        answers: dict[int, Schema] = {
            200: {"description": "The values of the page.", "content": whole},
            400: {"description": "A value that cannot be read.", "content": PROBLEM_ANSWER},
        }
        if has_parts:
            answers[302] = {"description": "A name in another writing, led to its own address."}
        if has_parts or any(getattr(one, "finds", False) for one in asks):
            answers[404] = {"description": "There is no such thing.", "content": PROBLEM_ANSWER}
        if "answer" in kind.__dataclass_fields__:
            unclear = "A title that may mean several occupations (`unclear`), or no such plan."
            answers[404] = {"description": unclear, "content": whole | PROBLEM_ANSWER}
            answers[429] = {
                "description": "More plans than one visitor may ask for in a minute.",
                "content": PROBLEM_ANSWER,
            }
        return answers


def _page_class(page: PageView) -> type[Page]:
    """The class of page a view makes, as its annotation says."""
    made = get_type_hints(page.make)["return"]
    return next(one for one in (get_args(made) or (made,)) if issubclass(one, Page))


def _told(one: Parameter) -> Schema:
    return {
        "in": "query",
        "name": one.name,
        "required": False,
        "description": one.means,
        "schema": one.schema(),
    }


def twins_api(pages: Iterable[tuple[str, PageView]]) -> TwinsAPI:
    """The API of the twins of all pages, each with its path."""
    api = TwinsAPI()
    for path, page in pages:
        api.add_twin(path, page)
    return api

"""`/suggest?q=`: occupations whose titles begin like what is being typed, for the title fields."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from django.http import HttpRequest, HttpResponse, JsonResponse

from careerlattice.web.asked import Text
from careerlattice.web.serving import served_catalog

MOST = 8
TYPED = Text("q", "The beginning of a title.")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An occupation, and the other title that matched when it was not its own."""

    code: str
    title: str
    also: str


@lru_cache(maxsize=4096)
def suggestions(text: str) -> tuple[Suggestion, ...]:
    """At most eight occupations for what has been typed, best first."""
    catalog = served_catalog()
    found = []
    for hit in catalog.find_occupations(text, MOST):
        title = catalog.occupation(hit.onet_soc_code).title
        also = "" if hit.matched_title.casefold() == title.casefold() else hit.matched_title
        found.append(Suggestion(hit.onet_soc_code, title, also))
    return tuple(found)


def suggest(request: HttpRequest) -> HttpResponse:
    """JSON for the title fields."""
    found = suggestions(TYPED.read(request.GET))
    body = [{"code": one.code, "title": one.title, "also": one.also} for one in found]
    response = JsonResponse({"suggestions": body}, json_dumps_params={"ensure_ascii": False})
    response.headers["Cache-Control"] = "public, max-age=3600"
    return response

"""`/suggest?q=`: occupations whose titles begin like what is being typed, for the title fields."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from django.http import HttpRequest, HttpResponse, JsonResponse

from careerlattice.web.app_state import served_catalog
from careerlattice.web.http.parameters import ChoiceParam, TextParam
from careerlattice.web.pages.plan.no_job import NO_JOB_LABEL, may_mean_no_job, means_no_job

MOST = 8
TYPED = TextParam("q", "The beginning of a title.")
FIELD = ChoiceParam(
    "for", "The field that is being typed in: where a person starts.", choices=("start",)
)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An occupation, and the other title that matched when it was not its own.

    `code` is empty for having no job.
    """

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
        found.append(Suggestion(code=hit.onet_soc_code, title=title, also=also))
    return tuple(found)


def start_suggestions(text: str) -> tuple[Suggestion, ...]:
    """What to offer where a person starts: having no job, if that is meant, and occupations."""
    if not may_mean_no_job(text):
        return suggestions(text)
    no_job = Suggestion(code="", title=str(NO_JOB_LABEL), also="")
    # Titles found by single words of "stay at home parent" would be nonsense.
    return (no_job,) if means_no_job(text) else (no_job, *suggestions(text)[: MOST - 1])


def suggest(request: HttpRequest) -> HttpResponse:
    """JSON for the title fields."""
    find = start_suggestions if FIELD.read(request.GET) == "start" else suggestions
    found = find(TYPED.read(request.GET))
    body = [
        {"code": suggestion.code, "title": suggestion.title, "also": suggestion.also}
        for suggestion in found
    ]
    response = JsonResponse({"suggestions": body}, json_dumps_params={"ensure_ascii": False})
    response.headers["Cache-Control"] = "public, max-age=3600"
    return response

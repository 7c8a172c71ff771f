"""`/profile`: what a person may say of themselves, kept in their browser and nowhere else."""

from __future__ import annotations

import json
from dataclasses import dataclass, field

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from careerlattice.profile.reading import profile_to_values
from careerlattice.vocab.levels import PLANNED_LEVELS
from careerlattice.web.http.json_pages import NOT_IN_JSON
from careerlattice.web.http.page import Crumb, Page
from careerlattice.web.http.page_view import PRIVATE, page_view
from careerlattice.web.http.places import PlaceChoice, place_choice
from careerlattice.web.pages.match.page import InterestScore, interest_scores
from careerlattice.web.pages.person.person import (
    MOST_JOBS,
    PERSON_PARAMETERS,
    JobLine,
    Person,
    read_person,
)


@dataclass(frozen=True, kw_only=True)
class ProfilePage(Page):
    """The fields of a profile with what the address says."""

    interests: tuple[InterestScore, ...]
    jobs: tuple[JobLine, ...]
    education: str
    person: Person = field(metadata=NOT_IN_JSON)
    lines: tuple[tuple[int, JobLine | None], ...] = field(metadata=NOT_IN_JSON)
    educations: tuple[tuple[str, str], ...] = field(metadata=NOT_IN_JSON)
    choice: PlaceChoice = field(metadata=NOT_IN_JSON)


@page_view("pages/profile.html", PERSON_PARAMETERS, personal=True)
def profile(request: HttpRequest) -> ProfilePage:
    """The form leads to `/match`; scripts fill it from the browser's own store."""
    person = read_person(request.GET)
    jobs = [*person.jobs, *[None] * MOST_JOBS][: max(2, len(person.jobs) + 1, 1)][:MOST_JOBS]
    return ProfilePage(
        title=_("My profile"),
        description=_("What you tell us stays in your browser."),
        crumbs=(Crumb(_("Home"), "/"),),
        sources=("careerlattice", "onet"),
        place=person.place,
        interests=interest_scores(person),
        jobs=person.jobs,
        education=person.education,
        person=person,
        lines=tuple(enumerate(jobs, start=1)),
        educations=tuple((level.slug, level.label) for level in PLANNED_LEVELS),
        choice=place_choice(person.place),
    )


def profile_file(request: HttpRequest) -> HttpResponse:
    """The profile as the file that `careerlattice plan --profile` and others read."""
    values = profile_to_values(read_person(request.GET).profile())
    text = json.dumps(values, indent=2, ensure_ascii=False) + "\n"
    response = HttpResponse(text, content_type="application/json")
    response.headers["Content-Disposition"] = 'attachment; filename="careerlattice-profile.json"'
    response.headers["Cache-Control"] = PRIVATE
    return response

"""The interest profiler below `mnm/interestprofiler/`, with this project's own items."""

from __future__ import annotations

import re
from functools import partial

from careerlattice.assess.forms import ANSWERS, Form, form_items
from careerlattice.assess.scoring import score_answers
from careerlattice.catalog.model import Occupation
from careerlattice.content.words import InterestItem
from careerlattice.match.interests import interest_columns, read_scores
from careerlattice.match.parameters import TOP_SHARE
from careerlattice.vocab.interests import HIGHEST_SCORE, INTEREST_AREAS, Interest
from careerlattice.web.onet.ask import Ask, Json, Unprocessable
from careerlattice.web.onet.my_next_move import (
    area_description,
    careers_of_interest,
    interest_in_path,
)
from careerlattice.web.onet.route import Route
from careerlattice.web.onet.shapes import career, careers, interest_link, services
from careerlattice.web.onet.zones import zone_asks, zone_summary
from careerlattice.wording.catalogue import capitalized

OWN_ITEMS = "our own items, so scores are near the publisher's but not the same"
_BASE = "mnm/interestprofiler"
_LENGTHS: dict[int, Form] = {60: "full", 30: "short"}
_FITS = ("Best", "Great", "Good")


def profiler_services(ask: Ask) -> list[Json]:
    """The parts of the interest profiler."""
    return services(
        ask,
        ("questions", "60 questions"),
        ("questions_30", "30 questions"),
        ("results", "Results from answers"),
        ("job_zones", "Job zones"),
        ("careers", "Careers that fit interests"),
        ("interests/", "Interest areas"),
    )


def questions(ask: Ask, form: Form) -> Json:
    """The items of the long or the short form, in the order in which answers are given."""
    options = [
        {"value": place, "name": capitalized(answer)}
        for place, answer in enumerate(ANSWERS, start=1)
    ]
    rows = list(enumerate(form_items(form), start=1))

    def shape(row: tuple[int, InterestItem]) -> Json:
        return {"index": row[0], "area": row[1].area, "text": row[1].text}

    return ask.page("question", rows, shape, [("answer_option", options)])


def results(ask: Ask) -> Json:
    """Six scores of 0 to 40 from a row of answers of 1 to 5."""
    answers = ask.required("answers")
    scores = scores_of_answers(answers)
    found: Json = {"careers": ask.url(_BASE, "careers", answers=answers)}
    found["result"] = [
        {**_area_link(ask, area), "score": round(scores[area.value])} for area in Interest
    ]
    return found


def scores_of_answers(answers: str) -> dict[str, float]:
    """Scores of 0 to 40 by area from 30 or 60 answers of 1 to 5. Raises `Unprocessable`."""
    if not re.fullmatch(r"[12345]{30}([12345]{30})?", answers):
        raise Unprocessable(r"answers must match pattern '^[12345]{30}([12345]{30})?$'")
    form = _LENGTHS[len(answers)]
    given = {
        item.item_id: int(digit) - 1 for item, digit in zip(form_items(form), answers, strict=True)
    }
    interests = score_answers(given, form).interests
    return {area: float(getattr(interests, area)) for area in INTEREST_AREAS}


def zones(ask: Ask) -> list[Json]:
    """What each job zone asks."""
    found = []
    for number in ask.catalog.release.job_zones.numbers:
        asks = zone_asks(ask.catalog, number)
        rest = {"examples": asks.examples, "svp_range": asks.svp_range}
        found.append({"code": number, **zone_summary(ask, number), **rest})
    return found


def fitting_careers(ask: Ask) -> Json:
    """The careers nearest to answers or scores, in one job zone or in all.

    The top twentieth fits best, the next twentieth great, the third good; the rest is not named.
    """
    scores = _asked_scores(ask)
    zone = ask.number("zone", 0, 0, max(ask.catalog.release.job_zones.numbers))
    place = interest_columns(ask.catalog, read_scores(scores), resamples=0).place
    shown = [one for one in careers(ask.catalog) if place[ask.catalog.row_of[one.code]] > 0]
    shown.sort(key=lambda one: place[ask.catalog.row_of[one.code]])
    step = max(1, round(TOP_SHARE.value * len(shown)))
    rows = [
        (one, _FITS[at // step])
        for at, one in enumerate(shown[: step * len(_FITS)])
        if zone in (0, one.job_zone)
    ]

    def shape(row: tuple[Occupation, str]) -> Json:
        return {**career(ask, row[0]), "fit": row[1]}

    return ask.page("career", rows, shape)


def _asked_scores(ask: Ask) -> list[float]:
    answers = ask.first("answers")
    if answers is not None:
        return [scores_of_answers(answers)[area] for area in INTEREST_AREAS]
    if not any(ask.first(area) for area in INTEREST_AREAS):
        raise Unprocessable("must have required property 'answers'")
    for area in INTEREST_AREAS:
        # A score left out would be read as the lowest.
        ask.required(area)
    most = int(HIGHEST_SCORE)
    return [float(ask.number(area, 0, 0, most)) for area in INTEREST_AREAS]


def areas(ask: Ask) -> list[Json]:
    """The six interest areas, with scores where answers are given."""
    answers = ask.first("answers")
    scores = None if answers is None else scores_of_answers(answers)
    found = []
    for area in Interest:
        link = _area_link(ask, area)
        found.append(link if scores is None else {**link, "score": round(scores[area.value])})
    return found


def area_careers(ask: Ask) -> Json:
    """The careers whose highest interest is the area."""
    area = interest_in_path(ask)
    return ask.page("career", careers_of_interest(ask, area), lambda one: career(ask, one))


def _area_link(ask: Ask, area: Interest) -> Json:
    return {**interest_link(ask, area, _BASE), "description": area_description(area)}


_SCORES = ("answers", *INTEREST_AREAS, "zone")
ROUTES = (
    Route(f"{_BASE}/", profiler_services),
    Route(f"{_BASE}/questions", partial(questions, form="full"), "partly", remark=OWN_ITEMS),
    Route(f"{_BASE}/questions_30", partial(questions, form="short"), "partly", remark=OWN_ITEMS),
    Route(f"{_BASE}/results", results, "partly", ("answers",), OWN_ITEMS),
    Route(f"{_BASE}/job_zones", zones, remark="told in our own words"),
    Route(
        f"{_BASE}/careers",
        fitting_careers,
        "partly",
        _SCORES,
        "ranked by our own measure; best, great and good are each a twentieth of all careers",
    ),
    Route(f"{_BASE}/interests/", areas, query=("answers",), remark="in our own words"),
    Route(f"{_BASE}/interests/{{area}}", area_careers),
)

"""Search and lists of My Next Move, below `mnm/` and `veterans/`."""

from __future__ import annotations

from careerlattice.catalog.bright_outlook import BrightOutlook, bright_outlook_of
from careerlattice.catalog.model import Occupation
from careerlattice.content.words import element_words
from careerlattice.match.occupation_arrays import interest_arrays
from careerlattice.vocab.interests import INTEREST_AREAS, Interest
from careerlattice.web.onet.ask import Ask, Json, NoSuchThing
from careerlattice.web.onet.route import Route, empty_list, nothing, under
from careerlattice.web.onet.shapes import (
    BRIGHT_TITLES,
    OWN_SEARCH,
    bright_link,
    career,
    careers,
    found_by_keyword,
    interest_link,
    prefix_of,
    services,
    zone_link,
)
from careerlattice.web.onet.zones import zone_summary

BY_RULE = "by the published rule from BLS projections; O*NET's own list is not held"


def mnm_services(ask: Ask) -> list[Json]:
    """The parts of My Next Move."""
    return services(ask, *_SERVICES, ("interestprofiler/", "O*NET Interest Profiler"))


def veterans_services(ask: Ask) -> list[Json]:
    """The parts of My Next Move for Veterans."""
    return services(ask, *_SERVICES, ("military", "Find careers like your military job"))


_SERVICES = (
    ("search", "Search careers with key words"),
    ("careers/", "All careers"),
    ("career_clusters/", "Career clusters"),
    ("bright_outlook/", "Careers with a bright outlook"),
    ("interests/", "Careers by interest"),
    ("job_preparation/", "Careers by job preparation"),
    ("industries/", "Careers by industry"),
)


def search(ask: Ask) -> Json:
    """Careers whose titles fit the keyword, best first."""
    shown = {one.code for one in careers(ask.catalog)}
    rows = [one for one in found_by_keyword(ask) if one.code in shown]
    return _page(ask, rows)


def all_careers(ask: Ask) -> Json:
    """All careers by title."""
    return _page(ask, careers(ask.catalog))


def bright_list(ask: Ask) -> list[Json]:
    """The reasons for a bright outlook."""
    return [bright_link(ask, reason) for reason in BrightOutlook]


def bright_careers(ask: Ask) -> Json:
    """The careers with a bright outlook of one kind."""
    reason = bright_reason(ask)
    rows = [
        one for one in careers(ask.catalog) if reason in bright_outlook_of(ask.catalog, one.code)
    ]
    return _page(ask, rows, {"title": BRIGHT_TITLES[reason]})


def bright_reason(ask: Ask) -> BrightOutlook:
    """The reason named in the path. Raises `NoSuchThing` for one that is not held."""
    try:
        return BrightOutlook(ask.part("category", "grow|openings|emerging"))
    except ValueError:
        raise NoSuchThing("No source of this release names new and emerging careers.") from None


def interest_list(ask: Ask) -> list[Json]:
    """The six interest areas."""
    return [interest_link(ask, area, prefix_of(ask)) for area in Interest]


def interest_careers(ask: Ask) -> Json:
    """The careers whose highest interest is the area, strongest first."""
    area = interest_in_path(ask)
    summary = {"title": area.value.title(), "description": area_description(area)}
    return _page(ask, careers_of_interest(ask, area), summary)


def interest_in_path(ask: Ask) -> Interest:
    """The interest area named in the path. Raises `Unprocessable`."""
    return Interest(ask.part("area", "|".join(INTEREST_AREAS)))


def area_description(area: Interest) -> str:
    """What an interest area is, in this project's words."""
    words = element_words(area.element_id)
    return words.explanation if words is not None else ""


def careers_of_interest(ask: Ask, area: Interest) -> list[Occupation]:
    """The careers whose highest interest is the area, those with the strongest first."""
    scores = interest_arrays(ask.catalog).scores
    column = INTEREST_AREAS.index(area.value)
    row_of = ask.catalog.row_of
    found = [one for one in careers(ask.catalog) if scores[row_of[one.code]].argmax() == column]
    return sorted(found, key=lambda one: (-scores[row_of[one.code], column], one.code))


def preparation_list(ask: Ask) -> list[Json]:
    """The job zones."""
    numbers = ask.catalog.release.job_zones.numbers
    return [zone_link(ask, number, prefix_of(ask), "job_preparation") for number in numbers]


def preparation_careers(ask: Ask) -> Json:
    """The careers of a job zone."""
    number = zone_in_path(ask)
    rows = [one for one in careers(ask.catalog) if one.job_zone == number]
    return _page(ask, rows, zone_summary(ask, number))


def zone_in_path(ask: Ask) -> int:
    """The job zone named in the path. Raises `Unprocessable`, `NoSuchThing`."""
    number = int(ask.part("zone", "[1-5]"))
    if number not in ask.catalog.release.job_zones.numbers:
        raise NoSuchThing(f"The edition of this release has no job zone {number}.")
    return number


def _page(ask: Ask, rows: list[Occupation], summary: Json | None = None) -> Json:
    before = [] if summary is None else [("summary", summary)]
    return ask.page("career", rows, lambda row: career(ask, row), before)


ROUTES = (
    Route("mnm/", mnm_services),
    Route("veterans/", veterans_services),
    *under(
        ("mnm/", "veterans/"),
        (
            Route(
                "search",
                search,
                query=("keyword",),
                remark=OWN_SEARCH,
            ),
            Route("careers/", all_careers),
            Route("bright_outlook/", bright_list, "partly", remark=BY_RULE),
            Route("bright_outlook/{category}", bright_careers, "partly", remark=BY_RULE),
            Route("interests/", interest_list),
            Route("interests/{area}", interest_careers, remark="descriptions in our own words"),
            Route("job_preparation/", preparation_list),
            Route(
                "job_preparation/{zone}",
                preparation_careers,
                remark="told from what the zone's occupations ask, in our own words",
            ),
            Route("industries/", empty_list, "not held"),
            Route("industries/{industry}/most_people", nothing("career"), "not held"),
            Route("industries/{industry}/some_people", nothing("career"), "not held"),
        ),
    ),
)

"""Search and lists of O*NET OnLine."""

from __future__ import annotations

from collections.abc import Callable

from careerlattice.catalog.bright_outlook import bright_outlook_of
from careerlattice.catalog.model import Occupation
from careerlattice.catalog.stem import StemType, stem_type
from careerlattice.vocab.job_families import JOB_FAMILIES, job_family_of
from careerlattice.web.onet.ask import Ask, Json, NoSuchThing
from careerlattice.web.onet.my_next_move import BY_RULE, bright_list, bright_reason, zone_in_path
from careerlattice.web.onet.route import Route, empty_list, nothing
from careerlattice.web.onet.shapes import (
    OWN_SEARCH,
    bright_name,
    family,
    found_by_keyword,
    occupation,
    ordered,
    services,
    zone,
    zone_link,
)

STEM_TITLES = {
    StemType.MANAGERIAL: "Managerial",
    StemType.TEACHING: "Postsecondary Teaching",
    StemType.PRACTICE: "Research, Development, Design, and Practitioners",
    StemType.SALES: "Sales",
    StemType.TECHNICAL: "Technologists and Technicians",
}
BY_GROUP = "by the SOC groups of the STEM definition; O*NET's own list is not held"
_SORT = ("sort",)


def online_services(ask: Ask) -> list[Json]:
    """The parts of O*NET OnLine."""
    return services(
        ask,
        ("search", "Keyword search"),
        ("occupations/", "All occupations"),
        ("career_clusters/", "Career clusters"),
        ("bright_outlook/", "Bright outlook"),
        ("job_families/", "Job families"),
        ("job_zones/", "Job zones"),
        ("industries/", "Industries"),
        ("stem_occupations/", "STEM"),
        ("hot_technology/", "Hot technologies"),
        ("onet_data/", "O*NET data"),
        ("job_duties/", "Job duties"),
        ("related_activities/", "Related activities"),
        ("soft_skills/", "Soft skills"),
        ("technology/", "Technology"),
        ("associations/", "Professional associations"),
        ("crosswalks/", "Crosswalks"),
    )


def search(ask: Ask) -> Json:
    """Occupations whose titles fit the keyword, best first."""
    return ask.page("occupation", found_by_keyword(ask), lambda one: occupation(ask, one))


def all_occupations(ask: Ask) -> Json:
    """All occupations, each with whether data are published for it, and its zone."""

    def shape(one: Occupation) -> Json:
        found = {**occupation(ask, one), "datalevel": one.data_level != "listed"}
        return found if one.job_zone is None else {**found, "zone": zone(ask, one.job_zone)}

    rows = ordered(ask.catalog.list_occupations(), ask.choice("sort", ("title", "code", "zone")))
    return ask.page("occupation", rows, shape)


def everything_and(
    path: str, title: str, rest: Callable[[Ask], list[Json]]
) -> Callable[[Ask], list[Json]]:
    """A list whose first link is to all occupations and has no code."""

    def answer(ask: Ask) -> list[Json]:
        return [{"href": ask.url(path, "all"), "title": title}, *rest(ask)]

    return answer


def bright_all(ask: Ask) -> Json:
    """Every occupation with a bright outlook, with why."""

    def shape(one: Occupation) -> Json:
        reasons = bright_outlook_of(ask.catalog, one.code)
        return {**occupation(ask, one), "category": [bright_name(reason) for reason in reasons]}

    return _page(ask, lambda one: bool(bright_outlook_of(ask.catalog, one.code)), shape)


def bright_one(ask: Ask) -> Json:
    """The occupations with a bright outlook of one kind."""
    reason = bright_reason(ask)
    return _page(
        ask,
        lambda one: reason in bright_outlook_of(ask.catalog, one.code),
        lambda one: occupation(ask, one),
    )


def family_list(ask: Ask) -> list[Json]:
    """The job families."""
    return [
        {"href": ask.url("online/job_families", code), "code": code, "title": title}
        for code, title in JOB_FAMILIES.items()
    ]


def family_all(ask: Ask) -> Json:
    """All occupations with their families."""
    by = ask.choice("sort", ("title", "code", "family"))
    rows = ordered(ask.catalog.list_occupations(), "code" if by == "family" else by)
    if by == "family":
        rows.sort(key=lambda one: job_family_of(one.code)[1])
    return ask.page(
        "occupation", rows, lambda one: {**occupation(ask, one), "job_family": family(one)}
    )


def family_one(ask: Ask) -> Json:
    """The occupations of a job family."""
    code = ask.part("family", r"\d\d-0000")
    if code not in JOB_FAMILIES:
        raise NoSuchThing(f"There is no job family {code}.")
    return _page(ask, lambda one: one.code[:2] == code[:2], lambda one: occupation(ask, one))


def zone_list(ask: Ask) -> list[Json]:
    """The job zones."""
    numbers = ask.catalog.release.job_zones.numbers
    return [zone_link(ask, number, "online/job_zones") for number in numbers]


def zone_all(ask: Ask) -> Json:
    """All occupations that have a job zone, with it."""
    rows = [one for one in ask.catalog.list_occupations() if one.job_zone is not None]
    rows = ordered(rows, ask.choice("sort", ("title", "code", "job_zone")))
    return ask.page(
        "occupation",
        rows,
        lambda one: {**occupation(ask, one), "job_zone": zone(ask, one.job_zone or 0)},
    )


def zone_one(ask: Ask) -> Json:
    """The occupations of a job zone."""
    number = zone_in_path(ask)
    return _page(ask, lambda one: one.job_zone == number, lambda one: occupation(ask, one))


def stem_list(ask: Ask) -> list[Json]:
    """The types of STEM occupations."""
    return [
        {
            "href": ask.url("online/stem_occupations", kind.value),
            "code": kind.value,
            "title": title,
        }
        for kind, title in STEM_TITLES.items()
    ]


def stem(ask: Ask) -> Json:
    """The STEM occupations: all with their types, or those of one type."""
    kind = None if "kind" not in ask.parts else StemType(int(ask.part("kind", "[1-5]")))
    wanted = ask.first("job_family")

    def fits(one: Occupation) -> bool:
        its = stem_type(one.code)
        in_family = wanted in (None, "", job_family_of(one.code)[0])
        return its is not None and kind in (None, its) and in_family

    def shape(one: Occupation) -> Json:
        found = {**occupation(ask, one), "job_family": family(one)}
        its = stem_type(one.code)
        if kind is None and its is not None:
            found["stem_occupation_type"] = [{"code": its.value, "title": STEM_TITLES[its]}]
        return found

    return _page(ask, fits, shape)


def _page(
    ask: Ask, fits: Callable[[Occupation], bool], shape: Callable[[Occupation], Json]
) -> Json:
    rows = [one for one in ask.catalog.list_occupations() if fits(one)]
    return ask.page("occupation", ordered(rows, ask.choice("sort", ("title", "code"))), shape)


ROUTES = (
    Route("online/", online_services),
    Route("online/search", search, query=("keyword",), remark=OWN_SEARCH),
    Route("online/occupations/", all_occupations, query=_SORT),
    Route(
        "online/bright_outlook/",
        everything_and("online/bright_outlook", "All Bright Outlook Occupations", bright_list),
        "partly",
        remark=BY_RULE,
    ),
    Route("online/bright_outlook/all", bright_all, "partly", _SORT, BY_RULE),
    Route("online/bright_outlook/{category}", bright_one, "partly", _SORT, BY_RULE),
    Route(
        "online/job_families/",
        everything_and("online/job_families", "All Job Families", family_list),
    ),
    Route("online/job_families/all", family_all, query=_SORT),
    Route("online/job_families/{family}", family_one, query=_SORT),
    Route("online/job_zones/", everything_and("online/job_zones", "All Job Zones", zone_list)),
    Route("online/job_zones/all", zone_all, query=_SORT),
    Route("online/job_zones/{zone}", zone_one, query=_SORT),
    Route("online/industries/", empty_list, "not held"),
    Route("online/industries/all", nothing("occupation"), "not held"),
    Route("online/industries/{industry}", nothing("occupation"), "not held"),
    Route(
        "online/stem_occupations/",
        everything_and("online/stem_occupations", "All STEM Occupations", stem_list),
        "partly",
        remark=BY_GROUP,
    ),
    Route("online/stem_occupations/all", stem, "partly", ("job_family", "sort"), BY_GROUP),
    Route("online/stem_occupations/{kind}", stem, "partly", ("job_family", "sort"), BY_GROUP),
    Route("online/associations/", empty_list, "not held"),
    Route("online/associations/all", nothing("association"), "not held"),
    Route("online/associations/search", nothing("association"), "not held", ("keyword",)),
    Route("online/associations/{code}", nothing("association"), "not held"),
)

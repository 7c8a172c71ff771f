"""The small shapes that many answers are made of: occupations, elements, links, zones."""

from __future__ import annotations

from collections.abc import Iterable

from careerlattice.catalog.bright_outlook import BrightOutlook, bright_outlook_of
from careerlattice.catalog.catalog import Catalog
from careerlattice.catalog.model import Occupation
from careerlattice.catalog.texts import read_element_description
from careerlattice.match.occupation_arrays import HIGHEST_OI, LOWEST_OI
from careerlattice.vocab.interests import Interest
from careerlattice.vocab.job_families import job_family_of
from careerlattice.web.onet.ask import Ask, Json

BRIGHT_TITLES = {
    BrightOutlook.GROW: "Rapid Growth",
    BrightOutlook.OPENINGS: "Numerous Job Openings",
}
OWN_SEARCH = "ranked by our own search of titles, which finds fewer that fit less"
RELATED = {
    "ability": "abilities",
    "interest": "interests",
    "knowledge": "knowledge",
    "skill": "skills",
    "work_style": "work_styles",
    "work_activity": "work_activities",
}
"""The word of the API for each domain of our elements."""
IMPORTANCE, LEVEL, IMPACT = (1.0, 5.0), (0.0, 7.0), (-3.0, 3.0)
INTEREST = (LOWEST_OI, HIGHEST_OI)
IMPORTANT = 3.0
"""Importance (1 to 5) from which O*NET shows an element as part of an occupation."""


def tags(catalog: Catalog, code: str) -> Json:
    """The tags of an occupation: `bright_outlook` or nothing."""
    return {"bright_outlook": True} if bright_outlook_of(catalog, code) else {}


def occupation(ask: Ask, one: Occupation) -> Json:
    """An occupation as a row of O*NET OnLine."""
    return {
        "href": ask.url("online/occupations", one.code, ""),
        "code": str(one.code),
        "title": one.title,
        "tags": tags(ask.catalog, one.code),
    }


def career(ask: Ask, one: Occupation) -> Json:
    """An occupation as a row of My Next Move, below the prefix asked."""
    return {**occupation(ask, one), "href": ask.url(prefix_of(ask), "careers", one.code, "")}


def prefix_of(ask: Ask) -> str:
    """The first part of the path: `mnm`, `veterans` or `online`."""
    return ask.path.partition("/")[0]


def careers(catalog: Catalog) -> list[Occupation]:
    """The occupations that My Next Move shows: civilian ones with data, by title."""
    found = [
        one
        for one in catalog.list_occupations()
        if one.data_level != "listed" and not one.is_military
    ]
    return sorted(found, key=lambda one: (one.title, one.code))


def found_by_keyword(ask: Ask) -> list[Occupation]:
    """The occupations that fit the required `keyword`, best first."""
    hits = ask.catalog.find_occupations(ask.required("keyword"), limit=len(ask.catalog.codes))
    return [ask.catalog.occupation(hit.onet_soc_code) for hit in hits]


def zone(ask: Ask, number: int) -> Json:
    """A job zone as code and title."""
    return {"code": number, "title": zone_title(ask.catalog, number)}


def zone_link(ask: Ask, number: int, *parts: str) -> Json:
    """A job zone with the address below `parts` where its occupations are listed."""
    return {"href": ask.url(*parts, number), **zone(ask, number)}


def zone_title(catalog: Catalog, number: int) -> str:
    """How a job zone is called: its number and the preparation it stands for."""
    label = catalog.release.job_zones.label(number)
    return f"Job Zone {number}: {label}" if label else f"Job Zone {number}"


def with_zone(ask: Ask, one: Occupation) -> Json:
    """An occupation with its job zone, where it has one."""
    if one.job_zone is None:
        return occupation(ask, one)
    return {**occupation(ask, one), "job_zone": zone(ask, one.job_zone)}


def family(one: Occupation) -> Json:
    """The job family of an occupation."""
    code, name = job_family_of(one.code)
    return {"code": code, "title": name}


def element(ask: Ask, element_id: str, name: str, domain: str) -> Json:
    """An element with its description and where related occupations are listed."""
    return {
        "id": element_id,
        "related": related_url(ask, domain, element_id),
        "name": name,
        "description": read_element_description(ask.catalog.release, element_id),
    }


def related_url(ask: Ask, domain: str, element_id: str) -> str:
    """Where occupations that share an element with the one in the path are listed."""
    return ask.url(
        "online/occupations", ask.parts.get("code", ""), "related", RELATED[domain], element_id
    )


def bright(ask: Ask, code: str) -> list[Json]:
    """Why an outlook is bright, as links below the prefix asked."""
    return [bright_link(ask, reason) for reason in bright_outlook_of(ask.catalog, code)]


def bright_link(ask: Ask, reason: BrightOutlook) -> Json:
    """A reason for a bright outlook, with where its occupations are listed."""
    return {
        "href": ask.url(prefix_of(ask), "bright_outlook", reason.value),
        **bright_name(reason),
    }


def bright_name(reason: BrightOutlook) -> Json:
    """A reason for a bright outlook as code and title."""
    return {"code": reason.value, "title": BRIGHT_TITLES[reason]}


def interest_link(ask: Ask, area: Interest, *parts: str) -> Json:
    """An interest area with the address below `parts` where its careers are listed."""
    return {
        "href": ask.url(*parts, "interests", area.value),
        "code": area.value,
        "title": area.value.title(),
    }


def services(ask: Ask, *named: tuple[str, str]) -> list[Json]:
    """A list of addresses below the one asked, each with a title."""
    here = ask.path.strip("/")
    return [
        {"href": ask.url(*([here] if here else []), path), "title": title} for path, title in named
    ]


def ordered(rows: Iterable[Occupation], by: str) -> list[Occupation]:
    """Occupations by `title`, by `code`, or by `zone` (those without last), then by title."""
    if by == "code":
        return sorted(rows, key=lambda one: one.code)
    if by in ("zone", "job_zone"):
        return sorted(rows, key=lambda one: (one.job_zone or 99, one.title))
    return sorted(rows, key=lambda one: (one.title, one.code))


def scaled(value: float, low: float, high: float) -> int:
    """A rating on the scale of 0 to 100 that the API uses for all.

    >>> scaled(3.0, 1.0, 5.0)
    50
    """
    return round(min(1.0, max(0.0, (value - low) / (high - low))) * 100)

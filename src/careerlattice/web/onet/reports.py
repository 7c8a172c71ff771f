"""The reports on an occupation of O*NET OnLine, below `online/occupations/{code}/`."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from careerlattice.catalog.bright_outlook import bright_outlook_of
from careerlattice.catalog.catalog import Catalog
from careerlattice.catalog.model import Occupation, RatedElement
from careerlattice.catalog.texts import Task
from careerlattice.catalog.traits import WorkStyle
from careerlattice.requirements.requirements import open_requirements
from careerlattice.vocab.codes import OnetSocCode
from careerlattice.vocab.interests import Interest
from careerlattice.web.onet.ask import Ask, Json, NoSuchThing
from careerlattice.web.onet.related import activities_of, related_tasks_url
from careerlattice.web.onet.route import Route, nothing, under
from careerlattice.web.onet.shapes import (
    IMPACT,
    IMPORTANCE,
    IMPORTANT,
    INTEREST,
    bright_name,
    element,
    occupation,
    scaled,
    tags,
)
from careerlattice.web.onet.zones import zone_report
from careerlattice.wording.catalogue import capitalized

RATED = {
    "abilities": "ability",
    "knowledge": "knowledge",
    "skills": "skill",
    "work_activities": "work_activity",
}
"""The sections of ratings with their domains."""
WORDS = "descriptions in our own words, O*NET's once pulled"
_SORTED = (*RATED, "work_styles")
"""The sections whose details can be sorted."""
_TITLES, _LETTERS, _SHORT = 10, 3, "Primary-Short"


def overview(ask: Ask) -> Json:
    """What the occupation is, what it is also called, and the sections that hold something."""
    one = ask.occupation
    titles = [title for title, kind in ask.catalog.list_titles(one.code) if kind == "reported"]
    found: Json = {
        "code": str(one.code),
        "title": one.title,
        "tags": tags(ask.catalog, one.code),
        "description": ask.catalog.get_description(one.code),
    }
    if titles:
        found["sample_of_reported_titles"] = titles[:_TITLES]
    also = [
        other
        for other in ask.catalog.list_occupations()
        if other.soc_code == one.soc_code and other.code != one.code
    ]
    if also:
        found["also_see"] = [occupation(ask, other) for other in also]
    reasons = bright_outlook_of(ask.catalog, one.code)
    if reasons:
        found["bright_outlook"] = [bright_name(reason) for reason in reasons]
    held = held_sections(ask.catalog, one)
    for kind in ("summary", "details"):
        found[f"{kind}_contents"] = [
            {"href": ask.url("online/occupations", one.code, kind, name), "title": title}
            for name, title in SECTIONS.items()
            if name in held
        ]
    found["custom_contents"] = []
    return found


SECTIONS = {
    "tasks": "Tasks",
    "technology_skills": "Technology Skills",
    "knowledge": "Knowledge",
    "skills": "Skills",
    "abilities": "Abilities",
    "work_activities": "Work Activities",
    "detailed_work_activities": "Detailed Work Activities",
    "work_context": "Work Context",
    "job_zone": "Job Zone",
    "apprenticeship": "Apprenticeship",
    "education": "Education",
    "interests": "Interests",
    "work_styles": "Work Styles",
    "related_occupations": "Related Occupations",
}


def held_sections(catalog: Catalog, one: Occupation) -> frozenset[str]:
    """The sections of a report that have something to say of this occupation."""
    code = one.code
    asked = open_requirements(catalog).get_requirements(code)
    held = {
        "tasks": bool(catalog.list_tasks(code)),
        "technology_skills": bool(catalog.list_technology(code, 1)),
        **dict.fromkeys(RATED, one.data_level == "rated"),
        "job_zone": one.job_zone is not None,
        "apprenticeship": bool(apprenticeship_titles(catalog, code)),
        "education": bool(asked.education) and not asked.is_stand_in,
        "interests": bool(catalog.get_interests(code)),
        "work_styles": bool(catalog.list_work_styles(code)),
        "related_occupations": bool(catalog.list_related(code)),
    }
    return frozenset(name for name, is_held in held.items() if is_held)


def rated(ask: Ask, section: str, *, details: bool) -> Json:
    """The elements of a domain by importance; the summary shows the important ones alone."""
    domain = RATED[section]
    rows: list[RatedElement] = []
    if ask.occupation.data_level == "rated":
        rows = ask.catalog.list_ratings(ask.code, domain)
    by_name = details and ask.choice("sort", ("importance", "name")) == "name"
    if by_name:
        rows = sorted(rows, key=lambda row: row.name)
    if not details:
        rows = [row for row in rows if _importance(row) >= scaled(IMPORTANT, *IMPORTANCE)]

    def shape(row: RatedElement) -> Json:
        found = element(ask, row.element_id, row.name, domain)
        return {**found, "importance": _importance(row)} if details else found

    return ask.page("element", rows, shape)


def _importance(row: RatedElement) -> int:
    return scaled(row.importance, *IMPORTANCE)


def work_styles(ask: Ask, *, details: bool) -> Json:
    """The work styles by how much they help; the summary shows those that help."""
    rows = ask.catalog.list_work_styles(ask.code)
    if details and ask.choice("sort", ("importance", "name")) == "name":
        rows = sorted(rows, key=lambda row: row.name)
    if not details:
        rows = [row for row in rows if row.impact > 0]

    def shape(row: WorkStyle) -> Json:
        found = element(ask, row.element_id, row.name, "work_style")
        importance = {"importance": scaled(row.impact, *IMPACT)}
        return {**found, **importance} if details else found

    return ask.page("element", rows, shape)


def interests(ask: Ask, *, details: bool) -> Json:
    """The interests, strongest first; the summary has the letters of the three strongest."""
    scores = ask.catalog.get_interests(ask.code)
    ranked = sorted(scores, key=lambda name: -scores[name])

    def shape(name: str) -> Json:
        found = element(ask, Interest(name).element_id, name.title(), "interest")
        score = {"occupational_interest": scaled(scores[name], *INTEREST)}
        return {**found, **score} if details else found

    if details:
        return ask.page("element", ranked, shape)
    shown = ranked[:_LETTERS]
    letters = "".join(Interest(name).letter for name in shown)
    return {"interest_code": letters, "element": [shape(name) for name in shown]}


def tasks(ask: Ask, *, details: bool) -> Json:
    """O*NET's task statements, where the release was pulled."""

    def shape(task: Task) -> Json:
        found = {
            "id": str(task.task_id),
            "related": related_tasks_url(ask, ask.code, task.task_id),
            "title": task.text,
        }
        kind = {"category": "Core" if task.is_core else "Supplemental"}
        return {**found, **kind} if details else found

    return ask.page("task", ask.catalog.list_tasks(ask.code), shape)


def detailed_work_activities(ask: Ask) -> Json:
    """The detailed work activities by id; their titles are not held."""

    def shape(activity: str) -> Json:
        related = ask.url(
            "online/occupations", ask.code, "related", "detailed_work_activities", activity
        )
        return {"id": activity, "title": activity, "related": related}

    return ask.page("activity", activities_of(ask.catalog, ask.code), shape)


def job_zone(ask: Ask) -> Json:
    """The job zone and what it asks."""
    number = ask.occupation.job_zone
    if number is None:
        raise NoSuchThing(f"No job zone is published for {ask.code}.")
    return zone_report(ask, number)


def education(ask: Ask) -> Json:
    """The schooling asked of a new hire, by the share of those who said so."""
    asked = open_requirements(ask.catalog).get_requirements(ask.code)
    shares = () if asked.is_stand_in else asked.education
    ranked = sorted(shares, key=lambda share: (-share.share, share.category))
    return {
        "response": [
            {
                "code": share.category,
                "title": capitalized(share.label),
                "percentage_of_respondents": round(share.share * 100),
            }
            for share in ranked
            if share.share > 0
        ]
    }


def apprenticeship(ask: Ask) -> Json:
    """Titles of registered apprenticeships."""
    return ask.page("example_title", apprenticeship_titles(ask.catalog, ask.code), str)


def apprenticeship_titles(catalog: Catalog, code: OnetSocCode) -> list[str]:
    """Titles of the registered apprenticeships of an occupation."""
    return open_requirements(catalog).list_apprenticeships(code)


def related_occupations(ask: Ask, *, details: bool) -> Json:
    """The related occupations, nearest first; those beyond the first tiers are marked."""

    def shape(row: tuple[Occupation, str]) -> Json:
        one, tier = row
        found = occupation(ask, one)
        return {**found, "supplemental": True} if tier == "Supplemental" else found

    rows = ask.catalog.list_related(ask.code)
    if not details:
        rows = [row for row in rows if row[1] == _SHORT] or rows[:10]
    return ask.page("occupation", rows, shape)


def activities_outline(ask: Ask) -> Json:
    """The outline of activities, which needs titles that are not held."""
    ask.choice("display", ("gwa", "iwa", "dwa", "task"))
    return {"activity": []}


def _both(
    section: str, answer: Callable[..., Json], remark: str = "", coverage: str = "fully"
) -> tuple[Route, ...]:
    """A section as summary and in detail."""
    return tuple(
        Route(
            f"online/occupations/{{code}}/{kind}/{section}",
            partial(answer, details=kind == "details"),
            coverage,  # type: ignore[arg-type]
            ("sort",) if kind == "details" and section in _SORTED else (),
            remark,
        )
        for kind in ("summary", "details")
    )


_KINDS = ("online/occupations/{code}/summary/", "online/occupations/{code}/details/")
ROUTES = (
    Route(
        "online/occupations/{code}/",
        overview,
        "partly",
        remark="description in our own words, O*NET's once pulled; no `updated`",
    ),
    *(
        route
        for section in RATED
        for route in _both(section, partial(rated, section=section), WORDS)
    ),
    *_both("work_styles", work_styles, WORDS),
    *_both("interests", interests, WORDS),
    *_both("related_occupations", related_occupations),
    *_both("tasks", tasks, "no importance of tasks", "with pull"),
    *under(
        _KINDS,
        (
            Route(
                "detailed_work_activities",
                detailed_work_activities,
                "partly",
                remark="ids alone, which stand as titles too",
            ),
            Route("work_context", nothing("element"), "not held"),
            Route("job_zone", job_zone, remark="told in our own words"),
            Route("education", education, remark="answers named in our own words"),
            Route(
                "apprenticeship",
                apprenticeship,
                "partly",
                remark="the occupations of the RAPIDS list of March 2026",
            ),
            Route("professional_associations", nothing("source"), "not held"),
            Route("military_career_summaries", nothing("career_summary"), "not held"),
        ),
    ),
    Route(
        "online/occupations/{code}/custom/work_activities_outline",
        activities_outline,
        "not held",
    ),
)

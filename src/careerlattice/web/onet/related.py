"""Occupations that share an element, an activity or a task with one."""

from __future__ import annotations

import numpy as np

from careerlattice.catalog.catalog import Catalog
from careerlattice.catalog.model import Occupation
from careerlattice.catalog.ratings import rated_matrix
from careerlattice.catalog.texts import read_element_description
from careerlattice.match.occupation_arrays import interest_arrays
from careerlattice.vocab.interests import INTEREST_ELEMENTS
from careerlattice.web.onet.ask import Ask, Json, NoSuchThing, Unprocessable
from careerlattice.web.onet.route import Route, nothing
from careerlattice.web.onet.shapes import (
    OWN_SEARCH,
    RELATED,
    found_by_keyword,
    occupation,
    ordered,
    services,
    with_zone,
)

_SHOWN = 20
_DOMAIN_OF = {word: domain for domain, word in RELATED.items()}
UNTITLED = "activities by id, since their titles are not held"


class Activities:
    """The detailed work activities of a catalog, by occupation and back."""

    def __init__(self, catalog: Catalog) -> None:
        frame = catalog.release.table("occupation_activities")
        self.of: dict[str, list[str]] = {}
        self.doing: dict[str, list[str]] = {}
        ranked = frame.sort(
            "onet_soc_code", "tasks", "activity_id", descending=[False, True, False]
        )
        for code, activity in ranked.select("onet_soc_code", "activity_id").iter_rows():
            self.of.setdefault(code, []).append(activity)
            self.doing.setdefault(activity, []).append(code)


def activities_of(catalog: Catalog, code: str) -> list[str]:
    """The ids of an occupation's detailed work activities, those of most tasks first."""
    return catalog.keep(Activities).of.get(code, [])


def related_tasks_url(ask: Ask, code: str, task_id: int) -> str:
    """Where occupations with a task like this one are listed."""
    return ask.url("online/job_duties/results", code, tasks=task_id)


def related_by_element(ask: Ask) -> Json:
    """The occupations for which an element counts as it does for the one in the path."""
    _ = ask.code
    word, element_id = ask.parts["domain"], ask.parts["element"]
    domain = _DOMAIN_OF.get(word)
    if word == "detailed_work_activities":
        return _related_by_activity(ask, element_id)
    if domain is None:
        raise NoSuchThing(f"There is no domain {word[:40]!r}.")
    name, scores = element_scores(ask.catalog, domain, element_id)
    ranked = sorted(scores, key=lambda code: (-scores[code], code))
    rows = [ask.catalog.occupation(code) for code in ranked if code != ask.code]
    return {
        "summary": {
            "id": element_id,
            "name": name,
            "description": read_element_description(ask.catalog.release, element_id),
            "see_more": see_more(ask, domain, element_id),
        },
        "occupation": [occupation(ask, one) for one in rows[:_SHOWN]],
    }


def see_more(ask: Ask, domain: str, element_id: str) -> str:
    """Where all occupations of an element are listed."""
    word = RELATED[domain]
    if domain == "skill":
        word = "skills_basic" if element_id.startswith("2.A") else "skills_cf"
    if domain == "interest":
        letter = "RIASEC"[list(INTEREST_ELEMENTS.values()).index(element_id)]
        return ask.url("online/onet_data/interests", letter)
    return ask.url("online/onet_data", word, element_id)


def element_scores(catalog: Catalog, domain: str, element_id: str) -> tuple[str, dict[str, float]]:
    """Name of an element, and how much it counts for each occupation with data of its own.

    Raises `NoSuchThing`.
    """
    import polars as pl

    elements = catalog.release.table("elements").filter(
        (pl.col("element_id") == element_id) & (pl.col("domain") == domain)
    )
    if not elements.height:
        raise NoSuchThing(f"There is no element {element_id[:20]!r}.")
    name = str(elements["name"][0])
    if domain == "work_style":
        frame = catalog.release.table("work_styles").filter(pl.col("element_id") == element_id)
        return name, dict(frame.select("onet_soc_code", "impact").iter_rows())
    if domain == "interest":
        column = list(INTEREST_ELEMENTS.values()).index(element_id)
        arrays = interest_arrays(catalog)
        values, own = arrays.scores[:, column], ~arrays.is_stand_in
    else:
        matrix = rated_matrix(catalog, domain)
        values = matrix.importance[:, matrix.element_ids.index(element_id)]
        own = ~matrix.is_stand_in
    rows = np.flatnonzero(own & ~np.isnan(values))
    return name, {str(catalog.codes[row]): float(values[row]) for row in rows.tolist()}


def _related_by_activity(ask: Ask, activity: str) -> Json:
    codes = ask.catalog.keep(Activities).doing.get(activity)
    if codes is None:
        raise NoSuchThing(f"There is no activity {activity[:30]!r}.")
    rows = [ask.catalog.occupation(code) for code in codes if code != ask.code]
    see = ask.url("online/related_activities/results", ask.code, activities=activity)
    return {
        "summary": {"id": activity, "title": activity, "see_more": see},
        "occupation": [occupation(ask, one) for one in rows[:_SHOWN]],
    }


def activity_services(ask: Ask) -> list[Json]:
    """The searches by activity."""
    return services(ask, ("search", "Search occupations by key word"))


def duty_services(ask: Ask) -> list[Json]:
    """The searches by task."""
    return services(ask, ("search", "Search occupations by key word"))


def search(ask: Ask) -> Json:
    """The occupations to take activities or tasks from."""
    return ask.page("occupation", found_by_keyword(ask), lambda one: occupation(ask, one))


def activity_list(ask: Ask) -> list[Json]:
    """The detailed work activities of an occupation."""
    return [{"id": one, "title": one} for one in activities_of(ask.catalog, ask.code)]


def activity_results(ask: Ask) -> Json:
    """The occupations that share activities of those chosen with the one in the path."""
    chosen = [part.strip() for part in ask.required("activities").split(",") if part.strip()]
    activities = ask.catalog.keep(Activities)
    unknown = [one for one in chosen if one not in activities.doing]
    if unknown:
        raise Unprocessable(f"activities: there is no activity {unknown[0][:30]!r}")
    shared: dict[str, list[str]] = {}
    for one in chosen:
        for code in activities.doing[one]:
            shared.setdefault(code, []).append(one)
    shared.pop(ask.code, None)
    by = ask.choice("sort", ("shared", "similar", "title", "code", "zone"))
    rows = ordered([ask.catalog.occupation(code) for code in shared], by)
    if by in ("shared", "similar"):
        rows.sort(key=lambda one: (-len(shared[one.code]), one.title))

    def shape(one: Occupation) -> Json:
        def titled(ids: list[str]) -> list[Json]:
            return [{"id": activity, "title": activity} for activity in ids]

        parts = {
            "shared": titled(shared[one.code]),
            "similar": [],
            "full": titled(activities.of[one.code]),
        }
        return {**with_zone(ask, one), "activities": parts}

    return ask.page("occupation", rows, shape)


def duty_list(ask: Ask) -> list[Json]:
    """The tasks of an occupation, where the release was pulled."""
    return [
        {"id": str(task.task_id), "title": task.text} for task in ask.catalog.list_tasks(ask.code)
    ]


def duty_results(ask: Ask) -> Json:
    """Occupations with like tasks: which tasks are alike is not held."""
    ask.required("tasks")
    ask.choice("sort", ("closely_related", "all_related", "title", "code", "zone"))
    return nothing("occupation")(ask)


ROUTES = (
    Route(
        "online/occupations/{code}/related/{domain}/{element}",
        related_by_element,
        "partly",
        remark="work context is not held; ranked by how much the element counts",
    ),
    Route("online/related_activities/", activity_services),
    Route("online/related_activities/search", search, query=("keyword",), remark=OWN_SEARCH),
    Route("online/related_activities/activities/{code}", activity_list, "partly", remark=UNTITLED),
    Route(
        "online/related_activities/results/{code}",
        activity_results,
        "partly",
        ("activities", "sort"),
        f"{UNTITLED}; which are similar is not held",
    ),
    Route("online/job_duties/", duty_services),
    Route("online/job_duties/search", search, query=("keyword",), remark=OWN_SEARCH),
    Route("online/job_duties/tasks/{code}", duty_list, "with pull"),
    Route("online/job_duties/results/{code}", duty_results, "not held", ("tasks", "sort")),
)

"""Military codes and the civilian work nearest to them, from this project's list."""

from __future__ import annotations

from dataclasses import dataclass

from careerlattice.catalog.catalog import Catalog
from careerlattice.catalog.model import Occupation
from careerlattice.content.names.lists import rows_of
from careerlattice.web.onet.ask import Ask, Json
from careerlattice.web.onet.route import Route
from careerlattice.web.onet.shapes import career, occupation
from careerlattice.wording.catalogue import capitalized

OWN_LIST = (
    "our own list of military codes with the civilian work nearest to each; the match type is "
    "always crosswalk"
)
BRANCHES = ("air_force", "army", "coast_guard", "marine_corps", "navy", "space_force")
_CALLED = {"marines": "marine_corps"}


@dataclass(frozen=True, slots=True)
class MilitaryJob:
    """A military code, its title, and the civilian SOC codes nearest to it, nearest first."""

    branch: str
    code: str
    title: str
    soc_codes: tuple[str, ...]


def military_jobs() -> list[MilitaryJob]:
    """The codes of the list, by branch and code."""
    found = []
    for row in rows_of("military"):
        branch = _CALLED.get(row["branch"], row["branch"].replace(" ", "_"))
        if row["code"] and branch in BRANCHES:
            title = capitalized(row["title"].partition("|")[0])
            found.append(MilitaryJob(branch, row["code"], title, tuple(row["codes"].split())))
    return sorted(found, key=lambda job: (job.branch, job.code))


def search_military(ask: Ask) -> Json:
    """Careers like a military job, and the military codes that fit the keyword."""
    jobs = _found(ask)
    rows = _civilian(ask.catalog, jobs)
    matches = [
        {"branch": job.branch, "code": job.code, "title": job.title, "active": True} for job in jobs
    ]

    def shape(one: Occupation) -> Json:
        return {**career(ask, one), "match_type": "crosswalk"}

    before = [("military_match", matches)] if matches else []
    return ask.page("career", rows, shape, before)


def crosswalk_military(ask: Ask) -> Json:
    """Military codes that fit the keyword, each with its occupations."""
    jobs = _found(ask)

    def shape(job: MilitaryJob) -> Json:
        return {
            "code": job.code,
            "title": job.title,
            "occupation": [occupation(ask, one) for one in _civilian(ask.catalog, [job])],
        }

    return ask.page("match", jobs, shape)


def in_the_military(ask: Ask) -> Json:
    """The military codes that lead to the career, by branch."""
    wanted = _branch(ask)
    return {
        branch: [{"code": job.code, "title": job.title, "active": True} for job in jobs]
        for branch, jobs in branches_of(ask.occupation).items()
        if wanted in ("", branch)
    }


def branches_of(one: Occupation) -> dict[str, list[MilitaryJob]]:
    """The military jobs whose work is nearest to an occupation, by branch."""
    found: dict[str, list[MilitaryJob]] = {}
    for job in military_jobs():
        if one.soc_code in job.soc_codes:
            found.setdefault(job.branch, []).append(job)
    return found


def _found(ask: Ask) -> list[MilitaryJob]:
    words = ask.required("keyword").lower().split()
    branch = _branch(ask)
    return [
        job
        for job in military_jobs()
        if branch in ("", job.branch)
        and all(word in f"{job.code} {job.title}".lower() for word in words)
    ]


def _branch(ask: Ask) -> str:
    return ask.choice("branch", ("", "all", *BRANCHES)).replace("all", "")


def _civilian(catalog: Catalog, jobs: list[MilitaryJob]) -> list[Occupation]:
    codes = dict.fromkeys(f"{soc}.00" for job in jobs for soc in job.soc_codes)
    named = [catalog.occupation(code) for code in codes if code in catalog.row_of]
    return [one for one in named if not one.is_military]


_QUERY = ("keyword", "branch")
ROUTES = (
    Route("veterans/military", search_military, "partly", _QUERY, OWN_LIST),
    Route(
        "veterans/careers/{code}/in_the_military", in_the_military, "partly", ("branch",), OWN_LIST
    ),
    Route("online/crosswalks/military", crosswalk_military, "partly", _QUERY, OWN_LIST),
)

"""A pathway as read beside the ladder this project draws of the same field."""

from __future__ import annotations

from dataclasses import dataclass

from careerlattice.catalog.catalog import Catalog
from careerlattice.catalog.model import Occupation
from careerlattice.errors import BadCode, BadRequest, NotFound
from careerlattice.exchange.ctdl.reading import TakenComponent, TakenPathway
from careerlattice.lattice.ladder.model import Ladder
from careerlattice.lattice.lattice import Lattice


@dataclass(frozen=True, slots=True)
class JobBeside:
    """A job of a pathway as read: the occupation it is, and the levels they and we put it on.

    `our_level` is empty where our ladder has not got it, `occupation` none where none is known.
    """

    component: TakenComponent
    occupation: Occupation | None
    their_level: str
    our_level: str


@dataclass(frozen=True, slots=True)
class Beside:
    """A pathway as read beside our ladder: its jobs in order, and what only ours has."""

    pathway: TakenPathway
    ladder: Ladder
    jobs: tuple[JobBeside, ...]
    only_ours: tuple[Occupation, ...]
    remarks: tuple[str, ...]


def beside_ours(
    catalog: Catalog, lattice: Lattice, pathway: TakenPathway, ours: str | None = None
) -> Beside:
    """A pathway beside our ladder: the one called `ours`, else the one that shares most jobs.

    Raises `BadRequest` where none of its jobs is known, `NotFound` where `ours` is no pathway.
    """
    remarks = list(pathway.remarks)
    found = [(job, _occupation(catalog, job, remarks)) for job in in_order(pathway)]
    known = [one for _job, one in found if one is not None]
    if not known:
        raise BadRequest("None of the jobs of this pathway is an occupation known here.")
    name = ours or _likest(catalog, known)
    ladder = lattice.ladder(name) if name else lattice.neighborhood(known[-1].code)
    levels = {member.code: member.level.label for member in ladder.occupations}
    codes = {one.code for one in known}
    jobs = tuple(
        JobBeside(job, one, job.level, levels.get(one.code, "") if one is not None else "")
        for job, one in found
    )
    only_ours = tuple(
        member.occupation for member in ladder.occupations if member.code not in codes
    )
    return Beside(pathway, ladder, jobs, only_ours, tuple(dict.fromkeys(remarks)))


def in_order(pathway: TakenPathway) -> list[TakenComponent]:
    """The jobs, those first that others follow or ask; the file's order settles the rest."""
    after = {one.id: set(one.precedes) for one in pathway.components}
    for one in pathway.components:
        for asked in one.conditions:
            for target in asked.all_targets:
                after.setdefault(target, set()).add(one.id)
    left = [one.id for one in pathway.components]
    ordered: list[str] = []
    while left:
        waiting = set().union(*(after.get(one, set()) for one in left))
        free = [one for one in left if one not in waiting] or left[:1]
        ordered.append(free[0])
        left.remove(free[0])
    jobs = {job.id: job for job in pathway.jobs}
    return [jobs[one] for one in ordered if one in jobs]


def _occupation(catalog: Catalog, job: TakenComponent, remarks: list[str]) -> Occupation | None:
    for text in (*job.codes, job.name):
        try:
            return catalog.get_occupation(text)
        except (NotFound, BadCode):
            continue
    remarks.append(f"{job.name!r} is no occupation known here.")
    return None


def _likest(catalog: Catalog, known: list[Occupation]) -> str:
    """The pathway that holds most of the occupations, the smaller before the larger."""
    shared: dict[str, int] = {}
    for one in known:
        for pathway in catalog.list_pathways_of(one.code):
            shared[pathway.id] = shared.get(pathway.id, 0) + 1
    if not shared:
        return ""
    return min(
        shared, key=lambda name: (-shared[name], len(catalog.list_pathway_occupations(name)), name)
    )

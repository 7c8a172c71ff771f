"""A planner over a release, ready to be asked."""

from __future__ import annotations

from pathlib import Path

from careerlattice.catalog.catalog import open_release
from careerlattice.lattice.lattice import open_lattice
from careerlattice.plan.planner import Planner
from careerlattice.router import warm_up


def open_planner(path: str | Path | None = None) -> Planner:
    """The planner of a release: the one in `path`, else as `open_release` finds it.

    Raises `ReleaseError` when the release cannot be read.

    >>> from careerlattice import Goal, PastJob, PlanRequest, Start
    >>> start = Start(PastJob("nursing assistant", months=24))
    >>> answer = open_planner().plan(PlanRequest(start, Goal("registered nurse"), state="OH"))
    >>> len(answer.plans) >= 3
    True
    """
    catalog = open_release(path)
    return Planner(catalog, open_lattice(catalog).arrays)


def warm_search() -> None:
    """Load the compiled search, so that a service does not answer with the slower plain one.

    A single command leaves this out: for one plan, loading costs more than it saves.
    """
    warm_up()

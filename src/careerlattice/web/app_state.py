"""The catalog this process serves: opened once, warmed at the start, never written to."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from careerlattice.catalog.catalog import Catalog
    from careerlattice.lattice.lattice import Lattice
    from careerlattice.plan.planner import Planner


@cache
def served_catalog() -> Catalog:
    """The catalog of the release named by `CAREERLATTICE_RELEASE`, or of the shipped one."""
    from careerlattice.catalog.catalog import open_release

    return open_release()


@cache
def served_lattice() -> Lattice:
    """The moves between all occupations."""
    from careerlattice.lattice.lattice import open_lattice

    return open_lattice(served_catalog())


@cache
def served_planner() -> Planner:
    """The planner, which keeps what it worked out of the release."""
    from careerlattice.plan.planner import Planner

    return Planner(served_catalog(), served_lattice().arrays)


def warm() -> None:
    """Read what pages need, so that the first visitor waits no longer than the second."""
    from careerlattice.plan.planner import warm_search
    from careerlattice.plan.request import Goal, PastJob, PlanRequest, Start
    from careerlattice.web.pages.atlas import cluster_figures
    from careerlattice.web.pages.occupation.page import occupation_page
    from careerlattice.web.pages.search.suggest import suggestions

    warm_search()
    catalog = served_catalog()
    for framework in ("2008", "2024"):
        cluster_figures.figures_of(framework)
    occupation_page(catalog.codes[0], catalog.get_area("OH"))
    suggestions("nurse")
    for state in (None, "OH"):
        served_planner().plan(
            PlanRequest(Start(PastJob("31-1131.00")), Goal("29-1141.00"), state=state)
        )

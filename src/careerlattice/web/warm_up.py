"""Reading what pages need before the first visitor comes."""

from __future__ import annotations

import gc

from careerlattice.lattice.arrays.opening import share_arrays
from careerlattice.plan.planner import warm_search
from careerlattice.plan.request import Goal, PastJob, PlanRequest, Start
from careerlattice.release.opening import Release
from careerlattice.web.app_state import served_catalog, served_planner

SELDOM = (20_000, 20, 20)
"""After how many new objects Python looks for cycles: a plan makes a hundred thousand."""


def warm_up() -> None:
    """Read what pages need, so that the first visitor waits no longer than the second."""
    from careerlattice.web.pages.atlas import cluster_figures
    from careerlattice.web.pages.atlas.lattice_map import lattice_strips
    from careerlattice.web.pages.home.page import example_reach, example_route
    from careerlattice.web.pages.occupation.page import occupation_page
    from careerlattice.web.pages.search.suggest import suggestions

    warm_search()
    catalog = served_catalog()
    for framework in ("2008", "2024"):
        cluster_figures.figures_of(framework)
    occupation_page(catalog.codes[0], catalog.get_area("OH"))
    suggestions("nurse")
    lattice_strips()
    example_reach()
    example_route()
    for state in (None, "OH"):
        served_planner().plan(
            PlanRequest(start=Start(PastJob("31-1131.00")), goal=Goal("29-1141.00"), state=state)
        )


def seldom_collect() -> None:
    """Look for cycles among what answers make, and seldom: what was warmed up stays for good."""
    _keep_for_good()
    gc.set_threshold(*SELDOM)


def warm_up_shared() -> None:
    """Load what workers forked from this process share: compiled search, the pages' code, lattice.

    Only what starts no threads. Tables are read by each worker, since Polars' threads would not
    outlive a fork. Django has to be set up.
    """
    import careerlattice.web.urls  # noqa: F401

    warm_search()
    share_arrays(Release())
    # A collection in a worker must not touch, and so copy, what it shares with the others.
    _keep_for_good()


def _keep_for_good() -> None:
    """Leave what there is now out of all collections to come."""
    gc.collect()
    gc.freeze()

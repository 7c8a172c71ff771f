"""The catalog this process serves: opened once, warmed at the start, never written to."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from careerlattice.catalog.catalog import Catalog


@cache
def served_catalog() -> Catalog:
    """The catalog of the release named by `CAREERLATTICE_RELEASE`, or of the shipped one."""
    from careerlattice.catalog.catalog import open_release

    return open_release()


def warm() -> None:
    """Read what pages need, so that the first visitor waits no longer than the second."""
    from careerlattice.web.pages import cluster_figures
    from careerlattice.web.pages.occupation import occupation_page
    from careerlattice.web.pages.suggest import suggestions

    catalog = served_catalog()
    for framework in ("2008", "2024"):
        cluster_figures.figures_of(framework)
    occupation_page(catalog.codes[0], catalog.get_area("OH"))
    suggestions("nurse")

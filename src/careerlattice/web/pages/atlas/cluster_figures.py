"""Size, pay and growth of clusters and pathways, from the figures of their occupations."""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

from careerlattice.catalog.group_figures import GroupFigures, group_figures
from careerlattice.vocab.codes import OnetSocCode
from careerlattice.web.app_state import served_catalog

Floats = NDArray[np.float64]


@cache
def all_figures() -> GroupFigures:
    """The figures of all occupations together."""
    return group_figures(served_catalog(), served_catalog().codes)


@cache
def pathway_figures(pathway_id: str) -> GroupFigures:
    """The figures of a pathway."""
    return group_figures(served_catalog(), served_catalog().frameworks.occupations_of(pathway_id))


@cache
def cluster_codes(cluster_id: str) -> tuple[OnetSocCode, ...]:
    """The occupations of a cluster, each once, by code."""
    frameworks = served_catalog().frameworks
    found = {
        code
        for pathway in frameworks.list_pathways(cluster_id=cluster_id)
        for code in frameworks.occupations_of(pathway.id)
    }
    return tuple(sorted(found))


@cache
def figures_of(framework: str) -> dict[str, GroupFigures]:
    """The figures of every cluster of a framework, by id."""
    return {
        cluster.id: group_figures(served_catalog(), cluster_codes(cluster.id))
        for cluster in served_catalog().list_clusters(framework)
    }

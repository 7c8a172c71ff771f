"""Exact multi-criteria search on numbered nodes and priced arcs."""

from careerlattice.router.bounds import LowerBounds, lower_bounds, warm_up
from careerlattice.router.front import CutReason, Front, Fronts, NoWay, SearchCounts
from careerlattice.router.network import (
    MAX_CRITERIA,
    MAX_TOTAL_COST,
    UNREACHED,
    Network,
    build_network,
    quantise,
)
from careerlattice.router.question import (
    DEFAULT_LABEL_BUDGET,
    DEFAULT_LABEL_BUDGET_TO_ALL,
    MAX_HOPS,
    Epsilon,
    Start,
)
from careerlattice.router.search import find_front, find_fronts

__all__ = [
    "DEFAULT_LABEL_BUDGET",
    "DEFAULT_LABEL_BUDGET_TO_ALL",
    "MAX_CRITERIA",
    "MAX_HOPS",
    "MAX_TOTAL_COST",
    "UNREACHED",
    "CutReason",
    "Epsilon",
    "Front",
    "Fronts",
    "LowerBounds",
    "Network",
    "NoWay",
    "SearchCounts",
    "Start",
    "build_network",
    "find_front",
    "find_fronts",
    "lower_bounds",
    "quantise",
    "warm_up",
]

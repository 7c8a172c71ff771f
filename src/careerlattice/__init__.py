"""Careerlattice: the route planner for careers.

>>> import careerlattice
>>> catalog = careerlattice.open_release()
>>> catalog.get_occupation("29-1141").title
'Registered Nurses'
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from careerlattice.bulk.frames import code_many, match_many, plan_many
    from careerlattice.catalog.catalog import Catalog, open_release
    from careerlattice.lattice.lattice import Lattice, open_lattice
    from careerlattice.plan.answer import Plan, PlanAnswer
    from careerlattice.plan.planner import Planner, open_planner
    from careerlattice.plan.request import Goal, Limits, PastJob, PlanRequest, Start
    from careerlattice.profile.model import Profile
    from careerlattice.vocab.round_trip import dump_json, load_json

__version__ = "0.1.0"
__all__ = [
    "Catalog",
    "Goal",
    "Lattice",
    "Limits",
    "PastJob",
    "Plan",
    "PlanAnswer",
    "PlanRequest",
    "Planner",
    "Profile",
    "Start",
    "__version__",
    "code_many",
    "dump_json",
    "load_json",
    "match_many",
    "open_lattice",
    "open_planner",
    "open_release",
    "plan_many",
]

_HOMES = {
    "bulk.frames": ("code_many", "match_many", "plan_many"),
    "catalog.catalog": ("Catalog", "open_release"),
    "lattice.lattice": ("Lattice", "open_lattice"),
    "plan.answer": ("Plan", "PlanAnswer"),
    "plan.planner": ("Planner", "open_planner"),
    "plan.request": ("Goal", "Limits", "PastJob", "PlanRequest", "Start"),
    "profile.model": ("Profile",),
    "vocab.round_trip": ("dump_json", "load_json"),
}


def __getattr__(name: str) -> Any:
    # Public names load their room when first used, so that the command line starts fast.
    from importlib import import_module

    for home, names in _HOMES.items():
        if name in names:
            return getattr(import_module(f"careerlattice.{home}"), name)
    raise AttributeError(f"module 'careerlattice' has no attribute {name!r}")

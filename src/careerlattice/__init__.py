"""Careerlattice: the route planner for careers.

`open_release` gives the `Catalog` (occupations, pay, outlook, what is near), `open_lattice` the
moves and ladders, `open_planner` the `Planner`, asked with a `PlanRequest` of `Start`, `Goal` and
`Limits`. `match_many`, `plan_many` and `code_many` answer for whole tables of people. Every error
is a `CareerlatticeError`. What is named in `__all__` is public, as told in
docs/reference/python.md.

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
    from careerlattice.errors import (
        Ambiguous,
        BadCode,
        BadProfile,
        BadRequest,
        CareerlatticeError,
        NotFound,
        ReleaseError,
    )
    from careerlattice.lattice.lattice import Lattice, open_lattice
    from careerlattice.plan.answer import Plan, PlanAnswer
    from careerlattice.plan.planner import Planner, open_planner
    from careerlattice.plan.request import Goal, Limits, PastJob, PlanRequest, Start
    from careerlattice.profile.model import Profile
    from careerlattice.vocab.levels import EducationLevel
    from careerlattice.vocab.round_trip import dump_json, load_json

__version__ = "0.1.0"
__all__ = [
    "Ambiguous",
    "BadCode",
    "BadProfile",
    "BadRequest",
    "CareerlatticeError",
    "Catalog",
    "EducationLevel",
    "Goal",
    "Lattice",
    "Limits",
    "NotFound",
    "PastJob",
    "Plan",
    "PlanAnswer",
    "PlanRequest",
    "Planner",
    "Profile",
    "ReleaseError",
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
    "errors": (
        "Ambiguous",
        "BadCode",
        "BadProfile",
        "BadRequest",
        "CareerlatticeError",
        "NotFound",
        "ReleaseError",
    ),
    "lattice.lattice": ("Lattice", "open_lattice"),
    "plan.answer": ("Plan", "PlanAnswer"),
    "plan.planner": ("Planner", "open_planner"),
    "plan.request": ("Goal", "Limits", "PastJob", "PlanRequest", "Start"),
    "profile.model": ("Profile",),
    "vocab.levels": ("EducationLevel",),
    "vocab.round_trip": ("dump_json", "load_json"),
}


def __getattr__(name: str) -> Any:
    # Public names load their room when first used, so that the command line starts fast.
    from importlib import import_module

    for home, names in _HOMES.items():
        if name in names:
            return getattr(import_module(f"careerlattice.{home}"), name)
    if name == "errors":
        return import_module("careerlattice.errors")
    raise AttributeError(f"module 'careerlattice' has no attribute {name!r}")


def __dir__() -> list[str]:
    """The public names."""
    return sorted([*__all__, "errors"])

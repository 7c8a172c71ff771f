"""From a plan request to plans of steps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from careerlattice.plan.answer import Aim, Notice, NoticeKind, Plan, PlanAnswer, PlanName, Step
    from careerlattice.plan.planner import Planner, open_planner, warm_search
    from careerlattice.plan.request import (
        Goal,
        Limits,
        PastJob,
        PlanRequest,
        Start,
        request_from_dict,
    )
    from careerlattice.plan.resolve.from_profile import limits_from_profile, start_from_profile

__all__ = [
    "Aim",
    "Goal",
    "Limits",
    "Notice",
    "NoticeKind",
    "PastJob",
    "Plan",
    "PlanAnswer",
    "PlanName",
    "PlanRequest",
    "Planner",
    "Start",
    "Step",
    "limits_from_profile",
    "open_planner",
    "request_from_dict",
    "start_from_profile",
    "warm_search",
]

_HOMES = {
    "answer": ("Aim", "Notice", "NoticeKind", "Plan", "PlanAnswer", "PlanName", "Step"),
    "resolve.from_profile": ("limits_from_profile", "start_from_profile"),
    "planner": ("Planner", "open_planner", "warm_search"),
    "request": ("Goal", "Limits", "PastJob", "PlanRequest", "Start", "request_from_dict"),
}


def __getattr__(name: str) -> Any:
    # A request is checked without loading what plans: names load their module when first used.
    from importlib import import_module

    for home, names in _HOMES.items():
        if name in names:
            return getattr(import_module(f"careerlattice.plan.{home}"), name)
    raise AttributeError(f"module 'careerlattice.plan' has no attribute {name!r}")

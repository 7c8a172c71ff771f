"""Why there is no way, and the smallest change of each limit that opens one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from careerlattice.plan.answer import Notice, NoticeKind
from careerlattice.plan.parameters import APPRENTICE_PAY_SHARE, RESIDENCY_PAY_USD
from careerlattice.plan.request import MAX_JOB_CHANGES, Limits
from careerlattice.plan.search.problem import Question
from careerlattice.plan.search.routes import find_ways
from careerlattice.vocab.amounts import months, usd
from careerlattice.vocab.levels import PLANNED_LEVELS, EducationLevel


def explain_no_way(
    question: Question, goal: str, relaxed_area: Callable[[Limits], Question]
) -> list[Notice]:
    """Notices for a question without an answer.

    `relaxed_area` gives the same question under other limits (allowed occupations included).
    Each limit that is set is relaxed alone, the others kept; the smallest value that opens a way is
    worked out from the ways themselves.
    """
    limits = question.limits
    free = find_ways(relaxed_area(Limits(max_job_changes=MAX_JOB_CHANGES)))
    if not free.ways:
        return [
            Notice(
                NoticeKind.UNREACHABLE,
                f"No sequence of up to {MAX_JOB_CHANGES} moves and programs leads to {goal} from "
                "here, whatever the limits.",
            )
        ]
    found = [notice for notice in _each_relaxed(limits, relaxed_area) if notice is not None]
    binding = _named(limits)
    best_months = min(way.costs[0] for way in free.ways)
    best_usd = min(way.costs[1] for way in free.ways)
    notices = [
        Notice(
            NoticeKind.NO_WAY_IN_LIMITS,
            f"There is no way to {goal} within {binding}. Without limits the quickest takes "
            f"{months(best_months)} and the cheapest costs {usd(best_usd)} in tuition.",
        )
    ]
    if found:
        return notices + found
    notices.append(
        Notice(
            NoticeKind.RELAXATION,
            "No single limit opens a way by itself; several bind together. Relax more than one.",
        )
    )
    return notices + _together(limits, relaxed_area)


def _each_relaxed(limits: Limits, relaxed: Callable[[Limits], Question]) -> list[Notice | None]:
    notices: list[Notice | None] = []
    if limits.max_months is not None:
        needed = _least(relaxed(replace(limits, max_months=None)), 0)
        if needed is not None:
            text = f"With {months(needed)} instead of {months(limits.max_months)} there is a way."
            notices.append(_relaxation(text, "max_months", float(np.ceil(needed))))
    if limits.budget_usd is not None:
        needed = _least(relaxed(replace(limits, budget_usd=None)), 1)
        if needed is not None:
            text = f"With {usd(needed)} instead of {usd(limits.budget_usd)} there is a way."
            notices.append(_relaxation(text, "budget_usd", float(np.ceil(needed))))
    if limits.min_pay_usd is not None:
        notices.append(_pay_floor(limits, relaxed))
    if limits.max_credential is not None:
        notices.append(_credential(limits, relaxed))
    if limits.study != "any" and _opens(relaxed(replace(limits, study="any"))):
        text = "With study at full time or beside the job there is a way."
        notices.append(_relaxation(text, "study", None))
    if limits.within and _opens(relaxed(replace(limits, within=()))):
        notices.append(
            _relaxation("Through other clusters than those named there is a way.", "within", None)
        )
    if limits.avoid and _opens(relaxed(replace(limits, avoid=()))):
        notices.append(
            _relaxation("Through the occupations to avoid there is a way.", "avoid", None)
        )
    for changes in range(limits.max_job_changes + 1, MAX_JOB_CHANGES + 1):
        if _opens(relaxed(replace(limits, max_job_changes=changes))):
            text = f"With {changes} job changes instead of {limits.max_job_changes} there is a way."
            notices.append(_relaxation(text, "max_job_changes", float(changes)))
            break
    return notices


def _together(limits: Limits, relaxed: Callable[[Limits], Question]) -> list[Notice]:
    """Months and money needed when everything else is as asked but both of these are free."""
    ways = find_ways(relaxed(replace(limits, max_months=None, budget_usd=None)))
    if not ways.ways:
        return []
    span, dollars = min(way.costs[:2] for way in ways.ways)
    text = f"With {months(span)} and {usd(dollars)} for tuition there is a way."
    values = (("max_months", float(span)), ("budget_usd", float(dollars)))
    return [Notice(NoticeKind.RELAXATION, text, "limits", values=values)]


def _relaxation(text: str, field: str, value: float | None) -> Notice:
    return Notice(NoticeKind.RELAXATION, text, f"limits.{field}", value)


def _opens(question: Question) -> bool:
    return bool(find_ways(question).ways)


def _least(question: Question, which: int) -> float | None:
    return min((float(way.costs[which]) for way in find_ways(question).ways), default=None)


def _pay_floor(limits: Limits, relaxed: Callable[[Limits], Question]) -> Notice | None:
    """The highest floor below the one asked that opens a way.

    Only what some job on the way pays can be that floor, so those amounts are halved.
    """
    asked = float(limits.min_pay_usd or 0.0)
    free = relaxed(replace(limits, min_pay_usd=None))
    if not _opens(free):
        return None
    if not _opens(relaxed(replace(limits, min_pay_usd=1.0))):
        text = "With time at school without pay there is a way."
        return _relaxation(text, "min_pay_usd", None)
    pay = free.area.pay50[~np.isnan(free.area.pay50)]
    amounts = np.concatenate(
        [pay, APPRENTICE_PAY_SHARE.value * pay, [RESIDENCY_PAY_USD.value, 1.0]]
    )
    amounts = np.unique(np.floor(amounts[amounts < asked]))
    low, high = 0, len(amounts)
    while high - low > 1:
        middle = (low + high) // 2
        if _opens(relaxed(replace(limits, min_pay_usd=float(amounts[middle])))):
            low = middle
        else:
            high = middle
    floor = float(amounts[low])
    text = f"With a lowest pay on the way of {usd(floor)} instead of {usd(asked)} there is a way."
    return _relaxation(text, "min_pay_usd", floor)


def _credential(limits: Limits, relaxed: Callable[[Limits], Question]) -> Notice | None:
    asked = limits.max_credential or EducationLevel.LESS_THAN_HIGH_SCHOOL
    for level in PLANNED_LEVELS:
        if level > asked and _opens(relaxed(replace(limits, max_credential=level))):
            text = (
                f"With {level.label} instead of {asked.label} as the highest credential "
                "there is a way."
            )
            return _relaxation(text, "max_credential", float(level))
    return None


def _named(limits: Limits) -> str:
    parts = []
    if limits.max_months is not None:
        parts.append(months(limits.max_months))
    if limits.budget_usd is not None:
        parts.append(f"{usd(limits.budget_usd)} for tuition")
    if limits.min_pay_usd is not None:
        parts.append(f"pay of at least {usd(limits.min_pay_usd)} on the way")
    if limits.max_credential is not None:
        parts.append(f"{limits.max_credential.label} at most")
    if limits.study != "any":
        parts.append(
            {"none": "no study", "part": "study beside the job", "full": "full-time study"}[
                limits.study
            ]
        )
    if limits.within:
        parts.append(f"{', '.join(limits.within)} only")
    if limits.avoid:
        parts.append(f"not through {', '.join(limits.avoid)}")
    # A number of job changes always holds; unless it was asked for, it is named only if alone.
    if limits.max_job_changes != Limits().max_job_changes or not parts:
        most = limits.max_job_changes
        parts.append(f"{most} job change" + ("s" if most != 1 else ""))
    return ", ".join(parts)

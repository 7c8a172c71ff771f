"""Serving a term for pay, side by side, and the diploma it asks first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from careerlattice.plan import parameters as assume
from careerlattice.plan.search.arcs import ArcOption
from careerlattice.plan.search.encoding import CERTIFICATE, HIGH_SCHOOL, Flags, Floats, Mode

if TYPE_CHECKING:
    from careerlattice.plan.search.arc_builder import ArcBuilder


def term_option(builder: ArcBuilder) -> ArcOption:
    """Serving a term for pay: an apprenticeship, or learning a trade on the job.

    Who has no diploma earns the high school equivalency first, beside the job held if any.
    """
    problem, lost = builder.context.problem, builder.context.lost
    ways, way = problem.facts.ways, builder.way
    wage = ways.term_share[way] * problem.area.pay50[builder.row]
    lacks_diploma, ged, ged_usd = _equivalency(builder)
    worked = np.maximum(builder.worked, ged) if builder.has_job else builder.worked
    idle = np.zeros(len(way)) if builder.has_job else ged
    served: Floats = np.zeros(len(way))
    if builder.is_start:
        served = problem.brought.credit[way]
    if builder.has_job:
        served = served + ways.credit[way, builder.origin] * worked
    credit = np.floor(np.minimum(served, np.minimum(ways.credit_most[way], builder.term / 2)))
    term = np.ceil(builder.term - credit)
    none = np.zeros_like(way)
    per_year = assume.STUDY_DIFFICULTY_PER_YEAR.value * assume.APPRENTICE_STUDY_SHARE.value
    keep = (builder.term > 0) & ~builder.lacks & (wage >= builder.context.pay_floor)
    keep &= builder.meets | lacks_diploma
    if problem.limits.study == "none":
        keep &= ~ways.is_apprenticeship[way]
    return ArcOption(
        keep=keep,
        mode=Mode.APPRENTICE,
        aim=np.where(lacks_diploma, HIGH_SCHOOL, 0),
        worked=worked,
        studied=term,
        searched=builder.search,
        months=builder.search + worked + idle + term,
        usd=ged_usd,
        forgone=lost(builder.pay, builder.search + worked)
        + lost(np.zeros(len(way)), idle)
        + lost(wage, term),
        difficulty=builder.eased(builder.base) + per_year * (term + ged) / 12.0,
        arrive=np.maximum(builder.counted, CERTIFICATE),
        credited=none,
        waiting_pay=wage,
    )


def _equivalency(builder: ArcBuilder) -> tuple[Flags, Floats, Floats]:
    """Where a term asks a diploma that is lacking: months and dollars of earning it first."""
    context, problem = builder.context, builder.context.problem
    limits, table = problem.limits, problem.study
    lacks = ~builder.meets & (problem.facts.ways.asked[builder.way] == HIGH_SCHOOL)
    lacks &= (builder.level < HIGH_SCHOOL) & (context.max_credential >= HIGH_SCHOOL)
    # No one leaves a job for it; without one it is earned without pay.
    may = limits.study != "none" and (builder.has_job or context.pay_floor == 0)
    lacks &= np.bool_(may)
    at = (problem.facts.field[builder.row], builder.level, np.zeros_like(builder.way), HIGH_SCHOOL)
    is_slower = builder.has_job or limits.study == "part"
    factor = assume.PART_TIME_FACTOR.value if is_slower else 1.0
    return lacks, np.where(lacks, factor * table.months[at], 0.0), lacks * table.usd[at]

"""A warning where graduates of the way's last program earn clearly less than the goal pays."""

from __future__ import annotations

from collections.abc import Sequence

from careerlattice.plan.answer import Notice, NoticeKind, Pay, Plan, StepKind
from careerlattice.plan.itinerary.context import PlanContext
from careerlattice.plan.parameters import CLEARLY_LESS
from careerlattice.requirements.credit_for_schooling import CREDENTIAL_OF
from careerlattice.vocab.levels import EducationLevel


def graduates_notices(context: PlanContext, plans: Sequence[Plan]) -> list[Notice]:
    """One notice for each goal and credential of the plans whose graduates earn clearly less.

    Clearly less is nine tenths or less of what three in four who work in the occupation earn. Only
    occupations that ask schooling in their own field and hire graduates without experience are
    looked at: elsewhere graduates of the field work in many jobs, or in those that come before, and
    after a degree that a residency follows they are still in it.
    """
    found: dict[tuple[int, str], Notice] = {}
    for plan in plans:
        last = next((step for step in reversed(plan.steps) if step.kind is StepKind.STUDY), None)
        goal = plan.steps[-1].occupation
        if last is None or last.credential is None or goal is None or last.occupation != goal:
            continue
        key = (context.catalog.row_of[goal.code], CREDENTIAL_OF.get(last.credential, ""))
        if key not in found:
            notice = _notice(context, key, last.credential, plan.pay_at_goal)
            if notice is not None:
                found[key] = notice
    return list(found.values())


def _notice(
    context: PlanContext, key: tuple[int, str], credential: EducationLevel, pay: Pay
) -> Notice | None:
    facts, catalog = context.problem.facts, context.catalog
    row, name = key
    if not name or pay.p25 is None or facts.ways.practice[facts.ways.first[row]]:
        return None
    if not (facts.is_specific[row] and facts.experience[row] == 0):
        return None
    graduates = context.offers.find_graduates(row, name)
    if graduates is None or graduates.earnings_usd > CLEARLY_LESS.value * pay.p25:
        return None
    details = {
        "occupation": catalog.list_occupations()[row].title,
        "credential": credential,
        "home": catalog.get_area(context.place.state).name,
        "earnings_usd": graduates.earnings_usd,
        "programs": graduates.programs,
        "pay_area": pay.area,
        "p25": pay.p25,
    }
    return Notice(NoticeKind.GRADUATES_EARNINGS, details)

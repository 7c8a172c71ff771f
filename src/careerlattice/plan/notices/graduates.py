"""A warning where graduates of the way's last program earn clearly less than the goal pays."""

from __future__ import annotations

from careerlattice.plan.answer import Notice, NoticeKind, Pay, Plan
from careerlattice.plan.itinerary.build import Telling
from careerlattice.requirements.courses import CREDENTIAL_OF
from careerlattice.vocab.amounts import usd

CLEARLY_LESS = 0.9


def graduates_notices(telling: Telling, plans: list[Plan]) -> list[Notice]:
    """One notice for each goal and credential of the plans whose graduates earn clearly less.

    Clearly less is nine tenths or less of what three in four who work in the occupation earn. Only
    occupations that ask schooling in their own field and hire graduates without experience are
    looked at: elsewhere graduates of the field work in many jobs, or in those that come before, and
    after a degree that a residency follows they are still in it.
    """
    found: dict[tuple[int, str], Notice] = {}
    for plan in plans:
        last = next((s for s in reversed(plan.steps) if s.kind == "study"), None)
        goal = plan.steps[-1].occupation
        if last is None or last.credential is None or goal is None or last.occupation != goal:
            continue
        row = telling.catalog.row_of[goal.code]
        credential = CREDENTIAL_OF.get(last.credential)
        if credential is None or (row, credential) in found:
            continue
        text = _text(telling, row, credential, last.credential.label, plan.pay_at_goal)
        if text:
            found[row, credential] = Notice(NoticeKind.GRADUATES_EARNINGS, text)
    return list(found.values())


def _text(telling: Telling, row: int, credential: str, label: str, pay: Pay) -> str:
    facts = telling.question.facts
    if pay.p25 is None or not (facts.is_specific[row] and facts.hires_graduates[row]):
        return ""
    if facts.residency_months[row]:
        return ""
    graduates = telling.lookups.find_graduates(row, credential)
    if graduates is None or graduates.earnings_usd > CLEARLY_LESS * pay.p25:
        return ""
    catalog = telling.catalog
    home = _spoken(telling, catalog.get_area(telling.place.state).name)
    return (
        f"{catalog.list_occupations()[row].title}, {label}: half of the graduates of its field in "
        f"{home} earn less than {usd(graduates.earnings_usd)} four years later, whatever they "
        f"work as ({graduates.programs:,} programs, College Scorecard). Three in four who work in "
        f"this job in {_spoken(telling, pay.area)} earn more than {usd(pay.p25)}. Ask a school how "
        "many of its graduates find such a job."
    )


def _spoken(telling: Telling, area: str) -> str:
    return f"the {area}" if area == telling.catalog.areas.nation.name else area

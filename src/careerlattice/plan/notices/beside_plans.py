"""What a person should read beside the plans: what was left out, and where care is due."""

from __future__ import annotations

from careerlattice.plan.answer import Notice, NoticeKind, Plan
from careerlattice.plan.itinerary.build import Telling
from careerlattice.plan.notices.graduates import graduates_notices
from careerlattice.plan.plan_names import listed, spoken
from careerlattice.plan.search.routes import Ways
from careerlattice.vocab.amounts import pct

FEW_OPEN = 0.35


def remarks(telling: Telling, ways: Ways, plans: list[Plan]) -> list[Notice]:
    """The notices of an answer that has plans."""
    notices = [
        *_left_out(telling, ways, len(plans)),
        *_few_open(plans),
        *graduates_notices(telling, plans),
    ]
    if not ways.is_complete:
        text = "The search was stopped at its limit: better ways may exist. Narrow the limits."
        notices.append(Notice(NoticeKind.SEARCH_CUT, text))
    if telling.place.state == "CA":
        text = "California's licenses are not in the source: check each job with the state."
        notices.append(Notice(NoticeKind.LICENSE_DATA, text))
    elif telling.place.kind == "nation":
        text = "Without a state no state's licenses are looked up: name your state."
        notices.append(Notice(NoticeKind.LICENSE_DATA, text, "state"))
    goal = plans[0].pay_at_goal
    if goal.area and goal.area != telling.place.name:
        text = f"{telling.place.name} publishes no pay for the goal; {goal.area} stands in."
        notices.append(Notice(NoticeKind.PAY_WIDER_AREA, text))
    return notices


def _left_out(telling: Telling, ways: Ways, shown: int) -> list[Notice]:
    """How many ways none of which is worse in everything there are, and how many are shown."""
    front = len(ways.ways)
    if front <= shown:
        return []
    found = f"{front} ways were found of which none is beaten in everything by another"
    if not telling.question.is_one_front:
        goals = len({way.legs[-1].row for way in ways.ways})
        found += f", to {goals} occupations that fit the goal" if goals > 1 else ""
    these = "The one that serves most is shown" if shown == 1 else f"{shown} that differ are shown"
    text = f"{found}. {these}, {front - shown} left out."
    return [Notice(NoticeKind.LEFT_OUT, text)]


def _few_open(plans: list[Plan]) -> list[Notice]:
    """One notice for the plans that open the same small share of the goal's jobs."""
    names: dict[str, list[str]] = {}
    for plan in plans:
        if plan.share_open < FEW_OPEN:
            names.setdefault(pct(plan.share_open), []).append(spoken(plan))
    notices = []
    for share, ways in names.items():
        several = list(dict.fromkeys(ways))
        said = listed(several)
        verb = "open" if len(several) > 1 else "opens"
        text = (
            f"{said[0].upper()}{said[1:]} {verb} {share} of the goal's jobs: the others ask for "
            "more schooling."
        )
        notices.append(Notice(NoticeKind.FEW_OPEN, text))
    return notices

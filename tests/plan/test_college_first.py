"""A bachelor's degree begun at a community college: cheaper, longer, and found for a budget."""

from __future__ import annotations

import pytest

from careerlattice.plan.answer import NoteKind, NoticeKind, PlanAnswer, Step
from careerlattice.plan.planner import Planner
from careerlattice.plan.request import Goal, Limits, PastJob, PlanRequest, Sector, Start
from careerlattice.requirements.credit_for_schooling import courses_to
from careerlattice.requirements.parameters import TRANSFER_DELAY_MONTHS
from careerlattice.requirements.prices import COLLEGE_FIRST
from careerlattice.requirements.requirements import open_requirements
from careerlattice.vocab.levels import EducationLevel as Level
from careerlattice.wording import way_names

BAGGER = Start(PastJob("grocery bagger", 12), education=Level.HIGH_SCHOOL)


def asked(planner: Planner, budget: float | None, sector: Sector = "public") -> PlanAnswer:
    limits = Limits(budget_usd=budget)
    return planner.plan(PlanRequest(BAGGER, Goal("agronomist"), limits, state="NE", sector=sector))


def bachelors(answer: PlanAnswer) -> list[Step]:
    return [s for plan in answer.plans for s in plan.steps if s.credential is Level.BACHELOR]


def kinds(answer: PlanAnswer) -> set[NoticeKind]:
    return {notice.kind for notice in answer.notices}


def test_prices_are_two_years_of_each(planner: Planner) -> None:
    prices = open_requirements(planner.catalog).prices
    college, public = prices["public", "associate"], prices["public", "bachelor"]
    own = {name: price for (sector, name), price in prices.items() if sector == COLLEGE_FIRST}
    (whole,) = courses_to(Level.BACHELOR, Level.HIGH_SCHOOL, None, own)
    expected = 2 * college.per_year_usd.typical + 2 * public.per_year_usd.typical
    assert whole.usd == round(expected)
    assert whole.months == public.full_time_months
    assert whole.usual_months == public.usual_months + TRANSFER_DELAY_MONTHS.value
    # Who has an associate degree in the field has the first half already.
    (rest,) = courses_to(Level.BACHELOR, Level.ASSOCIATE, Level.ASSOCIATE, own)
    assert rest.usd == round(2 * public.per_year_usd.typical)
    assert rest.usual_months * 2 == public.usual_months + 1


def test_a_budget_between_the_two_prices_has_a_way(planner: Planner) -> None:
    answer = asked(planner, 40_000)
    assert NoticeKind.COLLEGE_FIRST in kinds(answer)
    assert answer.plans
    assert all(plan.cost_usd <= 40_000 for plan in answer.plans)
    assert way_names(answer.plans)[0] == "Community college, then bachelor's degree first"
    for step in bachelors(answer):
        assert NoteKind.COLLEGE_FIRST in {note.kind for note in step.notes}
    assert asked(planner, 40_000) == answer


@pytest.mark.parametrize("budget", [None, 60_000, 5_000])
def test_nothing_changes_where_the_budget_is_enough_or_hopeless(
    planner: Planner, budget: float | None
) -> None:
    answer = asked(planner, budget)
    assert NoticeKind.COLLEGE_FIRST not in kinds(answer)
    saves = [
        n for s in bachelors(answer) for n in s.notes if n.kind is NoteKind.COLLEGE_FIRST_SAVES
    ]
    assert bool(saves) == bool(bachelors(answer))
    for note in saves:
        assert "community college" in str(note)


def test_it_can_be_asked_for(planner: Planner) -> None:
    answer = asked(planner, None, COLLEGE_FIRST)
    usual = asked(planner, None)
    assert min(s.cost_usd for s in bachelors(answer)) < min(s.cost_usd for s in bachelors(usual))
    schools = [school.control for step in bachelors(answer) for school in step.schools]
    assert schools
    assert schools[0] == "public"

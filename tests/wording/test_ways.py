"""Plans are named by what they are, each otherwise than its neighbors."""

from __future__ import annotations

import pytest

from careerlattice.catalog.catalog import open_release
from careerlattice.lattice.lattice import open_lattice
from careerlattice.plan import Goal, PastJob, Planner, PlanRequest, Start
from careerlattice.plan.answer import PlanAnswer, StepKind
from careerlattice.vocab.levels import EducationLevel
from careerlattice.wording import way_names, way_parts

JOURNEYS = [
    (Start(PastJob("nursing assistant", 24)), Goal("registered nurses"), "OH"),
    (Start(PastJob("cashier", 12)), Goal("electricians"), "TX"),
    (Start(PastJob("electrician", 96)), Goal("47-1011"), "MO"),
    (Start(PastJob("retail salesperson", 36)), Goal(min_pay_usd=60_000), "GA"),
]


def _answer(journey: tuple[Start, Goal, str]) -> PlanAnswer:
    catalog = open_release()
    start, goal, state = journey
    return Planner(catalog, open_lattice(catalog).arrays).plan(
        PlanRequest(start, goal, state=state)
    )


@pytest.mark.slow
@pytest.mark.parametrize("journey", JOURNEYS)
def test_every_plan_has_a_name_of_its_own_that_says_its_jobs(
    journey: tuple[Start, Goal, str],
) -> None:
    plans = _answer(journey).plans
    names = way_names(plans)
    assert len(set(names)) == len(plans)
    for plan, name in zip(plans, names, strict=True):
        assert name[:1].isupper()
        between = [step for step in plan.steps[:-1] if step.kind is StepKind.ARRIVE]
        assert ("hrough " in name) == bool(between)


def test_the_ways_to_a_nurse_are_called_as_people_call_them() -> None:
    plans = _answer(JOURNEYS[0]).plans
    names = way_names(plans)
    assert "Associate degree first" in names
    assert "Through licensed practical nurse" in names
    first = plans[names.index("Associate degree first")]
    assert way_parts(first) == ("associate degree", "registered nurse")


def test_where_goals_differ_each_name_begins_with_its_own() -> None:
    plans = _answer(JOURNEYS[3]).plans
    assert all(": " in name for name in way_names(plans))


def test_training_that_an_employer_pays_is_told_from_a_course() -> None:
    plans = _answer((Start(PastJob("88M", 36)), Goal("truck driver"), "TX")).plans
    assert {"Paid training first", "Short course first"} <= set(way_names(plans))


def test_ways_by_one_credential_are_told_apart_by_their_programs() -> None:
    social = Start(education=EducationLevel.BACHELOR, field="psychology")
    plans = _answer((social, Goal("29-1171.00"), "OH")).plans
    names = way_names(plans)
    assert len(set(names)) == len(plans)
    assert not any("in all" in name for name in names)

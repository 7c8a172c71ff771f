"""The own law of states in plans: its value counts there, and nowhere else."""

from __future__ import annotations

import json

import pytest

from careerlattice.catalog.catalog import Catalog
from careerlattice.lattice.arrays.stored import LatticeArrays
from careerlattice.plan.answer import Plan, PlanAnswer, Step, Task
from careerlattice.plan.planner import Planner
from careerlattice.plan.request import Goal, Limits, PastJob, PlanRequest, Start
from careerlattice.release.opening import Release
from careerlattice.vocab.levels import EducationLevel as Level

CASHIER = Start(PastJob("cashier", 24), education=Level.HIGH_SCHOOL)


def last_leg(plan: Plan) -> list[Step]:
    """The steps to the last job of a plan, and its arrival."""
    arrivals = [at for at, step in enumerate(plan.steps) if step.task is Task.ARRIVE]
    return list(plan.steps[arrivals[-2] + 1 if len(arrivals) > 1 else 0 :])


def ask(planner: Planner, start: Start, goal: str, state: str) -> PlanAnswer:
    answer = planner.plan(PlanRequest(start, Goal(goal), state=state))
    assert answer.plans, goal
    return answer


@pytest.mark.slow
def test_a_door_that_a_state_closes_is_in_no_plan_there(planner: Planner, catalog: Catalog) -> None:
    """What the law of a state does not open is not served there, though other states open it."""
    rules = catalog.release.table("state_rules").filter(rank=1)
    rows = rules.filter(rules["closed_doors"].str.contains("apprenticeship")).rows(named=True)
    assert rows
    for row in rows[:: max(1, len(rows) // 25)]:
        title = catalog.occupation(catalog.code_of(row["onet_soc_code"])).title
        answer = planner.plan(PlanRequest(CASHIER, Goal(title), state=row["state"]))
        for plan in answer.plans:
            served = [s for s in last_leg(plan) if s.task is Task.APPRENTICESHIP]
            assert not served, (row["onet_soc_code"], row["state"])


@pytest.mark.slow
def test_plans_without_a_state_know_no_state_s_law(
    planner: Planner, catalog: Catalog, arrays: LatticeArrays
) -> None:
    """A release without rules gives the same plans for the nation, byte for byte."""
    other = Planner(_without_rules(Catalog(Release())), arrays)
    for goal in ("hairdresser", "registered nurse", "security guards", "47-2111", "25-2031"):
        request = PlanRequest(CASHIER, Goal(goal))
        mine, theirs = planner.plan(request).to_dict(), other.plan(request).to_dict()
        assert json.dumps(mine) == json.dumps(theirs)


def test_a_job_that_begins_on_a_provisional_card_is_not_turned_away(planner: Planner) -> None:
    """Nevada lets guards work while the check runs: two months and $500 are enough."""
    start = Start(PastJob("retail salespersons", 12), education=Level.LESS_THAN_HIGH_SCHOOL)
    limits = Limits(max_months=2, budget_usd=500)
    answer = planner.plan(PlanRequest(start, Goal("security guards"), limits, state="NV"))
    assert answer.plans
    (step,) = (s for s in answer.plans[0].steps if s.kind == "license")
    assert step.months == 0
    assert "You may work before you have it" in " ".join(str(note) for note in step.notes)


def test_insurance_agents_of_iowa_take_no_course(planner: Planner) -> None:
    answer = ask(planner, CASHIER, "insurance sales agents", "IA")
    assert not [s for plan in answer.plans for s in plan.steps if s.task is Task.COURSE]
    (step,) = (s for s in answer.plans[0].steps if s.kind == "license")
    assert "Iowa asks for no course." in " ".join(str(note) for note in step.notes)


@pytest.mark.parametrize(("state", "hours"), [("TX", "1,000"), ("NJ", "1,200"), ("OH", "1,500")])
def test_a_plan_names_the_hours_of_its_state(planner: Planner, state: str, hours: str) -> None:
    answer = ask(planner, CASHIER, "hairdresser", state)
    steps = [s for plan in answer.plans for s in last_leg(plan) if s.kind == "license"]
    assert steps
    for step in steps:
        told = " ".join(str(note) for note in step.notes)
        assert f"a course of {hours} hours" in told
        assert "1,000 to 1,800" not in told


def test_a_range_over_the_states_is_told_as_one(planner: Planner, catalog: Catalog) -> None:
    """Where a state's own hours are not known, the answer says so and whom to ask."""
    rules = catalog.release.table("state_rules").filter(onet_soc_code="33-9032.00")
    known = set(rules.filter(rules["hours"].is_not_null())["state"])
    state = next(one for one in ("NV", "AR", "IA", "MT", "NH") if one not in known)
    answer = ask(planner, CASHIER, "security guards", state)
    (step,) = (s for s in answer.plans[0].steps if s.kind == "license")
    assert "the range over the states" in " ".join(str(note) for note in step.notes)


def _without_rules(catalog: Catalog) -> Catalog:
    release = catalog.release
    release._frames["state_rules"] = release.table("state_rules").clear()
    ways = release.table("entry_conditions")
    release._frames["entry_conditions"] = ways.filter(ways["states"].is_null())
    return catalog

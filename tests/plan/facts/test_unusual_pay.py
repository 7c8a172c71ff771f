"""Pay out of line with the nation's is found, told, and no outcome rests on it."""

from __future__ import annotations

import numpy as np
import pytest

from careerlattice.catalog.catalog import Catalog
from careerlattice.plan.answer import Aim, NoticeKind
from careerlattice.plan.facts.unusual_pay import unusual_pay
from careerlattice.plan.planner import Planner
from careerlattice.plan.request import Goal, Limits, PastJob, PlanRequest, Start
from careerlattice.vocab.levels import EducationLevel as Level

CHANGE_PERSONS = "41-2012.00"


@pytest.mark.parametrize(
    ("state", "code", "is_unusual"),
    [
        ("TX", CHANGE_PERSONS, True),  # 910 jobs at 1.7 times the nation's median
        ("OH", CHANGE_PERSONS, False),
        ("NY", "35-3011.00", False),  # bartenders: 1.8 times, but 43,130 jobs, all paid so
        ("WY", "13-2051.00", True),  # financial analysts: 190 jobs
        ("CA", "29-1141.00", False),  # nurses: pay in California is high for all
        (None, CHANGE_PERSONS, False),
    ],
)
def test_what_is_unusual(
    catalog: Catalog, state: str | None, code: str, *, is_unusual: bool
) -> None:
    assert unusual_pay(catalog, catalog.get_area(state))[catalog.row_of[code]] == is_unusual


@pytest.mark.parametrize("state", ["TX", "OH", "CA", "NY", "WY", "FL", "PR"])
def test_it_is_rare_and_always_far_above_the_nation(catalog: Catalog, state: str) -> None:
    area = catalog.get_area(state)
    flags = unusual_pay(catalog, area)
    here, nation = catalog.pay_vectors(area), catalog.pay_vectors()
    assert flags.sum() <= 0.05 * len(flags)
    assert (here.p50[flags] >= 1.4 * nation.p50[flags]).all()
    few = ~(here.employment[flags] >= 1000)
    assert (few | (here.p75[flags] >= 2.2 * here.p25[flags])).all()


@pytest.mark.parametrize("state", ["TX", "NV", "NY", "WY", "GA", "CA"])
@pytest.mark.parametrize("pay", [45_000, 60_000])
def test_an_outcome_rests_on_pay_that_holds_or_says_that_it_does_not(
    planner: Planner, catalog: Catalog, state: str, pay: int
) -> None:
    flags = unusual_pay(catalog, catalog.get_area(state))
    start = Start(PastJob("retail salespersons", 36), education=Level.HIGH_SCHOOL)
    answer = planner.plan(
        PlanRequest(start, Goal(min_pay_usd=pay), Limits(max_months=48), state=state)
    )
    told = [n for n in answer.notices if n.kind is NoticeKind.UNUSUAL_PAY]
    for plan in answer.plans:
        row = catalog.row_of[plan.route[-1].code]
        assert not flags[row] or told


def test_the_notice_gives_both_figures_and_how_few_jobs_there_are(planner: Planner) -> None:
    start = Start(PastJob("cashiers", 24), education=Level.HIGH_SCHOOL)
    answer = planner.plan(PlanRequest(start, Goal(CHANGE_PERSONS), state="TX"))
    texts = [n.text for n in answer.notices if n.kind is NoticeKind.UNUSUAL_PAY]
    assert len(texts) == 1
    for part in ("$62,400", "$36,220", "172%", "$30,430 to $78,730", "Only 910"):
        assert part in texts[0], texts[0]


@pytest.mark.slow
def test_goals_to_propose_are_common_here_and_not_shrinking(
    planner: Planner, catalog: Catalog
) -> None:
    start = Start(PastJob("cashiers", 24), education=Level.HIGH_SCHOOL)
    growth = catalog.outlook_vectors.growth_pct
    for state in ("TX", "OH", "FL"):
        answer = planner.plan(PlanRequest(start, Goal(min_pay_usd=50_000), state=state))
        area = planner._area_facts(catalog.get_area(state))
        for plan in answer.plans:
            row = catalog.row_of[plan.route[-1].code]
            # What is best of all may be scarcer; what is advised is neither rare nor going.
            assert planner.facts.is_common[row]
            if plan.has_name(Aim.BALANCED) and not plan.has_name(Aim.STEP_UP):
                assert growth[row] >= -5
                assert planner.facts.openings[row] * area.jobs_share[row] >= 5_000
    assert np.isfinite(growth).any()

"""Choosing 3 to 7 plans: distinct, named for what they are best at, no two that differ by noise."""

from __future__ import annotations

import random
from dataclasses import replace
from itertools import combinations
from types import ModuleType

import pytest

from careerlattice.catalog.catalog import Catalog
from careerlattice.plan.answer import Aim, PlanName, StepKind
from careerlattice.plan.answer.names import ANOTHER_WAY
from careerlattice.plan.choose.candidate import Candidate, Choice
from careerlattice.plan.choose.noise import NOISE, one_pace_each, without_noise
from careerlattice.plan.choose.selection import MIN_PLANS, choose
from careerlattice.plan.parameters import DEAR_BALANCE, DEAR_EASE, MIN_HELP
from careerlattice.plan.planner import Planner
from careerlattice.plan.request import Goal, Limits, PastJob, PlanRequest, Start
from careerlattice.plan.search.encoding import Mode
from careerlattice.plan.search.routes import Leg, Route
from careerlattice.vocab.levels import EducationLevel as Level

GOAL = 99


def candidate(
    costs: tuple[int, int, int, int],
    *,
    jobs: tuple[int, ...] = (GOAL,),
    levels: tuple[int, ...] = (),
    modes: tuple[Mode, ...] = (),
    gain: float = 0.0,
    share: float = 0.5,
    openings: float = 10_000.0,
    fit: float | None = None,
    travel: float | None = None,
    is_usual: bool = False,
    is_unlicensed: bool = False,
    is_gain_told: bool = True,
) -> Candidate:
    legs = tuple(
        Leg(
            origin=-1,
            row=row,
            way=0,
            level=level,
            mode=mode,
            worked=0,
            studied=0,
            course=0,
            searched=0,
            waited=0,
            residency=0,
            arrive=2,
            held=2,
            credited=0,
            experience=0.0,
            counted=2,
            costs=costs,
        )
        for row, level, mode in zip(
            jobs, levels or (0,) * len(jobs), modes or (Mode.NONE,) * len(jobs), strict=True
        )
    )
    return Candidate(
        route=Route(legs, costs),
        gain=gain,
        share_open=share,
        fit=fit,
        openings=openings,
        travel=travel,
        is_usual=is_usual,
        is_unlicensed=is_unlicensed,
        is_gain_told=is_gain_told,
    )


def chosen_of(candidates: list[Candidate], *, has_many_goals: bool = False) -> tuple[Choice, ...]:
    return choose(candidates, has_many_goals=has_many_goals).choices


def names_of(chosen: tuple[Choice, ...]) -> dict[str, tuple[int, ...]]:
    return {name.slug: choice.candidate.costs for choice in chosen for name in choice.names}


def test_nothing_to_choose_from() -> None:
    assert chosen_of([]) == ()


def test_each_aim_takes_its_best_way() -> None:
    quick = candidate((12, 8_000, 50, 40), levels=(5,))
    cheap = candidate((40, 0, 60, 35), jobs=(1, GOAL), travel=-5.0)
    easy = candidate((48, 46_000, 150, 10), levels=(6,), share=0.99, gain=160_000)
    poor = candidate((44, 46_000, 150, 5), levels=(8,), gain=140_000)
    rich = candidate((46, 9_000, 0, 60), jobs=(2, 3, GOAL), gain=300_000, travel=-9.0)
    late = candidate((130, 9_500, 0, 60), jobs=(4, 5, GOAL), gain=900_000, travel=-9.0)
    named = names_of(chosen_of([quick, cheap, easy, poor, rich, late]))
    assert named["fastest"] == quick.costs
    assert named["lowest cost"] == cheap.costs
    assert named["easiest"] == easy.costs
    assert named["most jobs open"] == easy.costs
    assert named["highest earnings"] == rich.costs
    assert named["step by step"] == cheap.costs


def test_no_way_is_called_easiest_that_leaves_one_much_poorer() -> None:
    rich = candidate((46, 9_000, 0, 60), jobs=(2, 3, GOAL), gain=DEAR_EASE.value)
    easy = candidate((48, 46_000, 150, 10), levels=(6,), gain=0.0)
    poor = candidate((48, 46_000, 150, 10), levels=(6,), gain=-1.0)
    assert names_of(chosen_of([rich, easy]))["easiest"] == easy.costs
    assert names_of(chosen_of([rich, poor]))["easiest"] == rich.costs


def test_a_gain_that_is_not_known_is_not_the_highest() -> None:
    told = candidate((20, 0, 50, 40), jobs=(1, GOAL), gain=50_000)
    by_hour = candidate((10, 8_000, 50, 40), levels=(5,), gain=90_000, is_gain_told=False)
    assert names_of(chosen_of([told, by_hour]))["highest earnings"] == told.costs
    assert "highest earnings" not in names_of(chosen_of([by_hour]))


def test_the_quickest_way_by_the_usual_door_is_the_usual_way() -> None:
    quick = candidate((12, 8_000, 50, 40), levels=(5,))
    usual = candidate((30, 30_000, 90, 45), levels=(6,), is_usual=True)
    slow = candidate((60, 20_000, 120, 45), levels=(8,), is_usual=True)
    assert names_of(chosen_of([quick, usual, slow]))["the usual way"] == usual.costs
    assert "the usual way" not in names_of(chosen_of([quick]))


def test_the_usual_way_is_left_out_for_another_usual_one_alone() -> None:
    """A way a trifle better does not stand in for the one most people go."""
    better = candidate((30, 8_000, 50, 30), levels=(5,))
    usual = candidate((31, 8_500, 52, 31), levels=(6,), is_usual=True)
    twin = candidate((32, 8_600, 53, 32), levels=(8,), is_usual=True)
    shown = [c.candidate for c in chosen_of([better, usual, twin])]
    assert usual in shown
    assert twin not in shown


def test_work_that_needs_no_license_stands_for_no_way_to_the_licensed() -> None:
    aide = candidate((2, 0, 5, 5), is_unlicensed=True)
    licensed = candidate((40, 40_000, 90, 45), levels=(8,))
    assert [c.candidate for c in chosen_of([aide, licensed])] == [licensed]
    assert [c.candidate for c in chosen_of([aide])] == [aide]
    direct = candidate((2, 0, 5, 5))
    assert [c.candidate for c in chosen_of([direct, licensed])] == [direct]


def test_no_way_is_balanced_that_opens_few_jobs_where_others_open_more() -> None:
    few = candidate((20, 1_000, 10, 20), jobs=(1, GOAL), gain=90_000, share=0.34)
    more = candidate((30, 8_000, 50, 40), levels=(5,), gain=60_000, share=0.35)
    assert names_of(chosen_of([few, more]))["balanced"] == more.costs


def test_no_more_than_seven_though_eight_aims_have_eight_winners() -> None:
    ways = [
        candidate((10, 90_000, 90, 90), jobs=(91,), gain=1_000),
        candidate((60, 0, 90, 80), jobs=(92,), gain=2_000),
        candidate((60, 90_000, 90, 5), jobs=(93,), gain=3_000),
        candidate((60, 90_000, 90, 70), jobs=(94,), gain=900_000),
        candidate((60, 90_000, 90, 60), jobs=(95,), gain=4_000, openings=900_000.0),
        candidate((60, 90_000, 90, 85), jobs=(96,), levels=(5,), gain=100_000),
        candidate((60, 90_000, 90, 75), jobs=(97,), modes=(Mode.APPRENTICE,), gain=50_000),
        candidate((40, 40_000, 60, 40), jobs=(98,), gain=200_000, openings=20_000.0),
        candidate((60, 90_000, 90, 88), jobs=(99,), gain=500, fit=0.9),
    ]
    assert len(chosen_of(ways, has_many_goals=True)) == 7


def test_an_aim_in_which_all_are_alike_names_no_one() -> None:
    named = names_of(chosen_of([candidate((12, 0, 0, 20)), candidate((40, 0, 0, 9), levels=(5,))]))
    assert "most jobs open" not in named
    assert "step by step" not in named


def test_of_two_ways_that_differ_by_noise_one_is_shown() -> None:
    one = candidate((24, 8_100, 50, 30), jobs=(1, GOAL))
    twin = candidate((26, 8_500, 52, 31), jobs=(2, GOAL))
    far = candidate((48, 0, 80, 60), jobs=(3, GOAL))
    shown = [c.candidate for c in chosen_of([one, twin, far])]
    assert one in shown
    assert twin not in shown


def test_the_same_way_at_another_pace_is_shown_once_unless_it_pays() -> None:
    full = candidate((28, 8_100, 150, 24), levels=(5,), modes=(Mode.FULL,), gain=180_000)
    part = candidate((50, 8_100, 90, 24), levels=(5,), modes=(Mode.PART,), gain=200_000)
    slower = candidate((70, 8_100, 95, 24), levels=(5,), modes=(Mode.PART,), gain=150_000)
    shown = [c.candidate for c in chosen_of([full, part, slower])]
    assert shown == [full, part]


def test_a_way_longer_than_twice_the_quickest_is_shown_only_if_best_at_something() -> None:
    quick = candidate((28, 20_100, 100, 24), levels=(5,))
    endless = candidate((146, 20_050, 90, 50), jobs=(1, 2, GOAL), gain=-1_000)
    cheapest = candidate((150, 0, 95, 60), jobs=(3, GOAL), gain=-2_000)
    shown = [c.candidate for c in chosen_of([quick, endless, cheapest])]
    assert cheapest in shown
    assert endless not in shown


def test_for_an_outcome_every_plan_leads_elsewhere_and_openings_count() -> None:
    ways = [
        candidate((month, 0, 50, 20 + month), jobs=(goal,), gain=gain, openings=openings)
        for goal, month, gain, openings in [
            (1, 0, 100_000.0, 3_000.0),
            (1, 6, 120_000.0, 3_000.0),
            (2, 1, 90_000.0, 90_000.0),
            (3, 24, 400_000.0, 9_000.0),
            (4, 30, 390_000.0, 80_000.0),
            (5, 12, 50_000.0, 2_100.0),
        ]
    ]
    chosen = chosen_of(ways, has_many_goals=True)
    goals = [choice.candidate.goal for choice in chosen]
    assert len(set(goals)) == len(goals)
    named = names_of(chosen)
    assert named["fastest"] == (0, 0, 50, 20)
    assert named["most openings"] == (1, 0, 50, 21)
    assert named["highest earnings"] == (24, 0, 50, 44)


def test_schooling_and_apprenticeship_have_their_own_names() -> None:
    now = candidate((0, 0, 0, 10), jobs=(1,), gain=100_000)
    school = candidate((16, 4_050, 40, 20), jobs=(2,), levels=(3,), modes=(Mode.FULL,), gain=90_000)
    trade = candidate((26, 0, 30, 20), jobs=(3,), modes=(Mode.APPRENTICE,), gain=80_000)
    trade = replace(trade, is_apprenticed=True)
    named = names_of(chosen_of([now, school, trade], has_many_goals=True))
    assert named["best with schooling"] == school.costs
    assert named["best with an apprenticeship"] == trade.costs


def test_interests_name_the_closest_way() -> None:
    near = candidate((30, 0, 9, 30), jobs=(1, GOAL), fit=0.8)
    ways = [candidate((10, 8_100, 0, 20), fit=-0.2), near]
    assert names_of(chosen_of(ways))["closest to your interests"] == near.costs


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(200))
def test_of_random_fronts_three_to_seven_distinct_named_ways_are_shown(seed: int) -> None:
    chance = random.Random(seed)
    many = seed % 2 == 1
    ways = []
    for _ in range(chance.randint(1, 60)):
        jobs = tuple(chance.sample(range(20), chance.randint(0, 3)))
        goal = chance.randint(90, 110) if many else GOAL
        costs = (
            chance.randint(0, 120), chance.choice((0, 150, 4_050, 8_100, 46_440)),
            chance.randint(0, 300), chance.randint(5, 90),
        )  # fmt: skip
        ways.append(
            candidate(
                costs,
                jobs=(*jobs, goal),
                gain=chance.uniform(-1e5, 5e5),
                share=chance.choice((0.25, 0.43, 0.7, 0.99)),
                openings=chance.choice((100, 2_000, 50_000)),
                travel=-chance.uniform(3, 12) if jobs else None,
            )
        )
    chosen = chosen_of(ways, has_many_goals=many)
    assert 1 <= len(chosen) <= 7
    assert chosen == chosen_of(ways, has_many_goals=many)
    assert all(choice.names and len(set(choice.names)) == len(choice.names) for choice in chosen)
    named = [name for choice in chosen for name in choice.names if name != ANOTHER_WAY]
    assert len(set(named)) == len(named)
    assert [c.candidate.costs[0] for c in chosen] == sorted(c.candidate.costs[0] for c in chosen)
    if not many and len(chosen) > 1:
        kept = without_noise(one_pace_each(ways).kept).kept
        soonest = min(c.costs[0] for c in kept)
        soon = [c for c in kept if c.costs[0] <= max(2 * soonest, soonest + 36)]
        most = max(c.gain for c in soon)
        easy = [c.candidate.effort for c in chosen if PlanName(Aim.EASIEST) in c.names]
        mild = [c for c in kept if c.gain >= most - 150_000]
        efforts = [c.effort for c in open_enough(mild) if any(c is one for one in soon)]
        assert easy == ([min(efforts)] if efforts else [])
    if many:
        # To an outcome no way is shown that ends below staying put, where one ends above.
        ways = [w for w in ways if w.gain >= 0] or ways
    # The extremes of the whole front are there.
    assert min(w.costs[0] for w in ways) >= chosen[0].candidate.costs[0] - NOISE[0]
    if many:
        goals = [choice.candidate.goal for choice in chosen]
        assert len(set(goals)) == len(goals)
    else:
        cheapest = min(w.costs[1] for w in ways)
        assert min(c.candidate.costs[1] for c in chosen) <= cheapest + NOISE[1]
    for one, other in combinations(chosen, 2):
        a, b = one.candidate, other.candidate
        alike = all(abs(x - y) <= n for x, y, n in zip(a.costs, b.costs, NOISE, strict=True))
        assert not (
            alike and a.goal == b.goal and abs(a.share_open - b.share_open) <= 0.05
            and a.job_changes == b.job_changes
        )  # fmt: skip


def open_enough(some: list[Candidate]) -> list[Candidate]:
    """Those of some ways that open enough jobs; all where none does."""
    return [c for c in some if c.share_open >= 0.35] or some


def random_ways(chance: random.Random, *, many: bool) -> list[Candidate]:
    ways = []
    for _ in range(chance.randint(2, 60)):
        jobs = tuple(chance.sample(range(20), chance.randint(0, 3)))
        costs = (
            chance.randint(0, 120), chance.choice((0, 150, 4_050, 8_100, 46_440)),
            chance.randint(0, 300), chance.randint(5, 90),
        )  # fmt: skip
        ways.append(
            candidate(
                costs,
                jobs=(*jobs, chance.randint(90, 110) if many else GOAL),
                gain=chance.uniform(-1e5, 5e5),
                share=chance.choice((0.25, 0.43, 0.7, 0.99)),
                openings=chance.choice((100, 2_000, 50_000)),
                travel=-chance.uniform(3, 12) if jobs else None,
            )
        )
    return ways


def outdoes(other: Candidate, one: Candidate) -> bool:
    """Whether a way is as soon, as rich and about as open as another, and clearly better in one."""
    months, gain = one.costs[0] - other.costs[0], other.gain - one.gain
    is_clear = months > 3 or gain > 10_000
    return months >= 0 and gain >= 0 and is_clear and other.share_open >= one.share_open - 0.05


def advised_among(kept: list[Candidate]) -> list[Candidate]:
    """The ways that open enough jobs, or a short one over work that leaves nobody far poorer."""
    soonest = min(c.costs[0] for c in kept)
    soon = [c for c in kept if c.costs[0] <= max(2 * soonest, soonest + 36)]
    enough = [c for c in kept if c.share_open >= 0.35]
    if not enough:
        return soon
    quickest, richest = min(c.costs[0] for c in enough), max(c.gain for c in enough)
    short = [
        c
        for c in soon
        if c.job_changes > 1
        and c.share_open >= 0.1
        and c.costs[0] <= 0.6 * quickest
        and c.gain >= richest - DEAR_BALANCE.value
    ]
    gains = [c.gain for c in soon if c.share_open >= 0.1]
    least = min(0.0, max(gains, default=0.0) - DEAR_BALANCE.value)
    return short or [c for c in enough if c.gain >= least] or soon


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(300))
def test_balanced_is_not_far_longer_and_no_way_as_soon_is_better_where_it_is_worst(
    seed: int,
) -> None:
    """The knee, found a second time among all ways told: time, money, gain and effort count."""
    kept = list(
        without_noise(one_pace_each(random_ways(random.Random(seed), many=False)).kept).kept
    )
    chosen = chosen_of(kept)
    if len(chosen) == 1:
        return  # What stands alone is balanced against nothing.
    named = names_of(chosen)
    # Set against the quickest of those that open enough of the jobs, if any does.
    enough = advised_among(kept)
    soonest = min(c.costs[0] for c in enough)
    longest = max(1.5 * soonest, soonest + 12)
    soon = [c for c in enough if c.costs[0] <= max(2 * soonest, soonest + 36)]
    # What loses money, far more of it than another way, is not balanced.
    least = min(0.0, max(c.gain for c in soon) - DEAR_BALANCE.value)
    fair = [c for c in soon if c.gain >= least]
    able = [c for c in fair if c.costs[0] <= longest] or fair
    able = [c for c in able if not any(outdoes(other, c) for other in kept)] or able

    def features(c: Candidate) -> list[float]:
        return [*c.costs[:2], -c.gain, 0.1 * c.costs[3] + 0.3 * c.job_changes]

    columns = list(zip(*(features(c) for c in able), strict=True))
    spans = [
        max(max(column) - min(column), least)
        for column, least in zip(columns, (24, 10_000, 100_000, 2.0), strict=True)
    ]

    def behind(c: Candidate) -> float:
        far = [
            (value - min(column)) / span
            for value, column, span in zip(features(c), columns, spans, strict=True)
        ]
        return max(far) + 0.1 * sum(far)

    balanced = [c for c in able if c.costs == named["balanced"]]
    assert balanced
    assert min(behind(c) for c in balanced) <= min(behind(c) for c in able) + 1e-9


def test_the_first_plan_is_the_fastest_under_ties_too() -> None:
    hard = candidate((0, 0, 10, 40), jobs=(1,), gain=90_000)
    easy = candidate((0, 0, 90, 10), jobs=(2,), gain=10_000)
    chosen = chosen_of([hard, easy], has_many_goals=True)
    assert chosen[0].candidate == easy
    assert PlanName(Aim.FASTEST) in chosen[0].names


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(300))
def test_for_an_outcome_names_tell_plans_apart_and_next_is_true(seed: int) -> None:
    chosen = chosen_of(random_ways(random.Random(1_000 + seed), many=True), has_many_goals=True)
    first = [choice.names[0] for choice in chosen]
    assert len(set(first)) == len(first) or first.count(ANOTHER_WAY) <= MIN_PLANS
    if len(chosen) > MIN_PLANS:
        assert first.count(ANOTHER_WAY) <= 1
    months = [choice.candidate.costs[0] for choice in chosen]
    for choice in chosen:
        if PlanName(Aim.FASTEST) in choice.names:
            assert choice.candidate.costs[0] == min(months)
            assert choice is chosen[0]
        if PlanName(Aim.MOST_OPENINGS) in choice.names:
            # None that is as quick, as open and earns as much has more.
            own = choice.candidate
            assert own.openings >= max(
                other.openings
                for other in (c.candidate for c in chosen)
                if other.gain >= own.gain
                and other.costs[0] <= own.costs[0]
                and other.share_open >= own.share_open
            )


@pytest.mark.slow
@pytest.mark.parametrize("seed", [3, 11])
def test_of_real_requests_no_balanced_plan_takes_far_longer_than_the_fastest(
    planner: Planner, catalog: Catalog, requests_module: ModuleType, seed: int
) -> None:
    looked = 0
    for request in requests_module.draw_requests(catalog, 150, seed):
        answer = planner.plan(request)
        if not answer.plans:
            continue
        enough = [plan for plan in answer.plans if plan.share_open >= 0.35]
        soonest = min(plan.months_usual for plan in enough or answer.plans)
        more = 12 if answer.request.goal.occupation is not None else 30
        longest = max(1.5 * soonest, soonest + more)
        quick = [
            plan.money.gain_npv
            for plan in enough or answer.plans
            if plan.months_usual <= longest - 1
        ]
        for plan in answer.plans:
            looked += 1
            if plan.has_name(Aim.BALANCED) and plan.months_usual > longest + 1:
                # All quicker ones lose money, and far more of it.
                assert answer.request.goal.occupation is not None
                assert max(quick) < min(0.0, plan.money.gain_npv - DEAR_BALANCE.value + 1)
        names = [name for plan in answer.plans for name in plan.names if name != ANOTHER_WAY]
        assert len(set(names)) == len(names)
    assert looked > 100


def test_a_plan_added_without_a_name_helps_someone() -> None:
    assert 0 < MIN_HELP.value < 0.05


@pytest.mark.parametrize("state", ["OH", "TX", "NY"])
def test_for_pay_of_60000_a_cashier_is_offered_varied_real_jobs(
    planner: Planner, state: str
) -> None:
    request = PlanRequest(
        Start(PastJob("cashier", 24), education=Level.HIGH_SCHOOL), Goal(min_pay_usd=60_000),
        Limits(max_months=30, budget_usd=8_000, max_credential=Level.ASSOCIATE), state=state,
    )  # fmt: skip
    answer = planner.plan(request)
    assert 4 <= len(answer.plans) <= 7
    ends = [plan.route[-1] for plan in answer.plans]
    assert len({str(o.code) for o in ends}) == len(ends)
    assert len({str(o.code)[:2] for o in ends}) >= 3  # of several fields of work
    kinds = {step.kind for plan in answer.plans for step in plan.steps}
    assert kinds >= {StepKind.STUDY, StepKind.ARRIVE}
    for plan in answer.plans:
        assert plan.months <= 30
        assert plan.cost_usd <= 8_000
        assert plan.pay_at_goal.p50 is not None
        assert plan.pay_at_goal.p50 >= 60_000
        assert plan.steps[-1].openings_per_year is not None
        assert plan.steps[-1].openings_per_year >= 2_000
        assert plan.job_changes <= 2  # no chains of jobs for who named none
        assert plan.share_open >= 0.35
    assert max(plan.months for plan in answer.plans) >= 6  # not only what is there at once

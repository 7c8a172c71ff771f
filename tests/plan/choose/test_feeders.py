"""The job that feeds the goal directly stands before its neighbors."""

from __future__ import annotations

from dataclasses import replace
from math import inf

import pytest

from careerlattice.plan.answer import Aim, Rule
from careerlattice.plan.choose.candidate import Candidate
from careerlattice.plan.choose.selection import choose
from careerlattice.plan.parameters import FEW_OPEN, GAIN_NOISE
from careerlattice.plan.planner import Planner
from careerlattice.plan.request import Goal, Limits, PastJob, PlanRequest, Start
from careerlattice.plan.search.encoding import Mode
from careerlattice.plan.search.routes import Leg, Route
from careerlattice.vocab.levels import EducationLevel as Level

GOAL, HELD, FEEDER, NEIGHBOR = 99, 1, 10, 11


def leg(origin: int, row: int, *, way: int = 0, level: int = 0) -> Leg:
    return Leg(
        origin=origin, row=row, way=way, level=level, mode=Mode.PART if level else Mode.NONE,
        worked=0, studied=0, course=0, searched=2, waited=0, residency=0, arrive=2, held=2,
        credited=0, experience=0.0, counted=2, costs=(0, 0, 0, 0),
    )  # fmt: skip


def way(
    months: int, *, via: int = 0, gain: float = 0.0, share: float = 0.5, level: int = 0,
    lead: float = 0.0, dollars: int = 0, number: int = 0,
) -> Candidate:  # fmt: skip
    last = leg(via or HELD, GOAL, way=number, level=level)
    legs = (leg(HELD, via), last) if via else (last,)
    return Candidate(
        route=Route(legs, (months, dollars, 0, 20)),
        gain=gain,
        share_open=share,
        fit=None,
        openings=9_000,
        travel=-3.0 if via else None,
        lead=lead,
    )


def named(aim: Aim, *candidates: Candidate) -> list[Candidate]:
    return [
        choice.candidate
        for choice in choose(candidates).choices
        if any(name.aim is aim for name in choice.names)
    ]


def test_a_way_over_a_job_that_no_rule_names_gives_way_to_one_straight_there() -> None:
    straight = way(110, level=int(Level.BACHELOR), gain=-20_000)
    beside = way(112, via=NEIGHBOR, level=int(Level.BACHELOR), gain=90_000, lead=inf)
    chosen = choose([straight, beside])
    assert [choice.candidate for choice in chosen.choices] == [straight]
    assert [drop.rule for drop in chosen.dropped] == [Rule.NEIGHBOR]


def test_it_stays_where_it_opens_more_or_is_far_quicker() -> None:
    straight = way(110, level=int(Level.BACHELOR))
    quick = way(60, via=NEIGHBOR, level=int(Level.ASSOCIATE), lead=inf)
    assert len(choose([straight, quick]).choices) == 2


def test_work_that_meets_what_is_asked_forbids_an_added_job() -> None:
    straight = way(6, number=3)
    added = replace(way(14, via=FEEDER, number=3, gain=50_000, lead=24), asks_work=True)
    chosen = choose([straight, added])
    assert [choice.candidate for choice in chosen.choices] == [straight]
    assert [drop.rule for drop in chosen.dropped] == [Rule.IDLE_JOB]


def test_who_earns_a_degree_in_the_added_job_has_a_reason_for_it() -> None:
    straight = way(6, number=3, share=0.2)
    level = int(Level.BACHELOR)
    added = way(80, via=FEEDER, number=3, level=level, share=0.8, lead=24, gain=90_000)
    assert len(choose([straight, replace(added, asks_work=True)]).choices) == 2


def test_the_way_over_the_feeder_is_balanced_before_one_over_a_neighbor_of_it() -> None:
    feeder = way(100, via=FEEDER, gain=40_000, lead=24, dollars=30_000)
    neighbor = way(98, via=NEIGHBOR, gain=60_000, lead=60, dollars=20_000)
    assert named(Aim.BALANCED, feeder, neighbor) == [feeder]


def test_what_is_longer_and_poorer_and_opens_no_more_is_not_balanced() -> None:
    good = way(40, via=FEEDER, gain=120_000, share=0.78, lead=60, dollars=20_000)
    worse = way(48, via=NEIGHBOR, gain=60_000, share=0.80, lead=60, dollars=4_000)
    assert named(Aim.BALANCED, good, worse) == [good]


def test_a_short_way_by_work_is_balanced_though_a_degree_opens_more() -> None:
    work = way(30, via=FEEDER, gain=100_000, share=0.14, lead=24)
    degree = replace(
        way(110, level=int(Level.BACHELOR), gain=20_000, share=0.75, dollars=48_000), is_usual=True
    )
    assert named(Aim.BALANCED, work, degree) == [work]
    seldom = replace(work, share_open=0.05)
    assert named(Aim.BALANCED, seldom, degree) == [degree]


def titles(planner: Planner, request: PlanRequest) -> list[list[str]]:
    return [[one.title for one in plan.route] for plan in planner.plan(request).plans]


@pytest.mark.parametrize(
    ("job", "months", "goal", "state", "education", "feeder"),
    [
        ("Customer Service Representatives", 36, "Human Resources Specialists", "AZ",
         "high-school", "Human Resources Assistants, Except Payroll and Timekeeping"),
        ("Cooks, Restaurant", 60, "Food Service Managers", "FL", "high-school",
         "First-Line Supervisors of Food Preparation and Serving Workers"),
        ("Tellers", 48, "Financial Managers", "MO", "high-school", "New Accounts Clerks"),
        ("Security Guards", 72, "Security Managers", "NV", "high-school",
         "First-Line Supervisors of Security Workers"),
        ("Gambling Dealers", 72, "Gambling Managers", "NV", "high-school",
         "First-Line Supervisors of Gambling Services Workers"),
        ("Hotel, Motel, and Resort Desk Clerks", 36, "Lodging Managers", "NV", "high-school",
         "First-Line Supervisors of Office and Administrative Support Workers"),
    ],
)  # fmt: skip
def test_the_quickest_way_goes_over_the_direct_feeder(
    planner: Planner, job: str, months: int, goal: str, state: str, education: str, feeder: str
) -> None:
    start = Start(PastJob(job, months=months), education=education)
    limits = Limits(study="none")
    request = PlanRequest(start, Goal(goal), state=state, limits=limits)
    first = titles(planner, request)[0]
    assert first[-2:] == [feeder, goal]


def test_a_degree_held_prepares_for_the_first_rung(planner: Planner) -> None:
    """Nobody with a degree in communications is sent to sell technical goods first."""
    job = PastJob("Retail Salespersons", months=36)
    start = Start(job, education="bachelor", field="communications")
    request = PlanRequest(
        start, Goal("Marketing Managers"), state="IL", limits=Limits(study="none")
    )
    first = titles(planner, request)[0]
    assert first[-2] == "Market Research Analysts and Marketing Specialists"


def test_years_before_the_job_between_count_for_what_the_goal_names(planner: Planner) -> None:
    """A cook of five years leads a shift for one more; a photographer's years are no editor's."""
    cook = Start(PastJob("Cooks, Restaurant", months=60), education="high-school")
    request = PlanRequest(
        cook, Goal("Food Service Managers"), state="FL", limits=Limits(study="none")
    )
    assert planner.plan(request).plans[0].months == pytest.approx(18.2, abs=0.1)
    start = Start(PastJob("Photographers", months=60), education="high-school")
    goal = Goal("Film and Video Editors")
    request = PlanRequest(start, goal, state="NY", limits=Limits(study="none"))
    for plan in planner.plan(request).plans:
        assert "Camera Operators" not in " ".join(one.title for one in plan.route)


def test_a_degree_is_not_repeated_where_another_way_takes_no_longer() -> None:
    """What is earned meanwhile in a well paid job does not speak for it."""
    again = replace(way(56, level=int(Level.BACHELOR), gain=200_000), repeats_degree=True)
    short = way(20, level=int(Level.CERTIFICATE), gain=-50_000)
    chosen = choose([again, short])
    assert [choice.candidate for choice in chosen.choices] == [short]
    assert [drop.rule for drop in chosen.dropped] == [Rule.REPEATS_DEGREE]
    wider = replace(again, share_open=0.9)
    assert len(choose([wider, short]).choices) == 2


def test_a_degree_in_the_field_counted_is_the_usual_way(planner: Planner) -> None:
    """Who holds a bachelor's of social work studies for the master's with advanced standing."""
    start = Start(None, education=Level.BACHELOR, field="44.0701")
    goal = Goal("mental health and substance abuse social worker")
    plans = planner.plan(PlanRequest(start, goal, state="MI")).plans
    assert [name.slug for name in plans[0].names if name.aim is Aim.USUAL_WAY]
    assert not any(plan.months_usual > plans[0].months_usual + 6 for plan in plans)


def test_an_outcome_is_not_answered_by_a_door_that_few_find(planner: Planner) -> None:
    """A nursing assistant takes a course of weeks, not an apprenticeship of a year."""
    start = Start(PastJob("home health aide", 12))
    goal = Goal(pathway="2008-therapeutic-services")
    request = PlanRequest(start, goal, Limits(budget_usd=8_000), state="MA")
    answer = planner.plan(request)
    nursing = [plan for plan in answer.plans if plan.route[-1].code == "31-1131.00"]
    assert nursing
    assert all(plan.months < 6 for plan in nursing)


def test_who_has_a_job_is_offered_better_ones(planner: Planner) -> None:
    start = Start(PastJob("maid or housekeeping cleaner"), pay_usd=23_000)
    for plan in planner.plan(PlanRequest(start, Goal(no_degree=True), state="MS")).plans:
        assert plan.money.gain_npv >= GAIN_NOISE.value or not plan.money.is_told


def test_the_same_jobs_and_schooling_in_another_order_is_no_other_route() -> None:
    first = way(30, via=FEEDER, level=int(Level.HIGH_SCHOOL), gain=60_000, lead=24)
    early, late = first.route.legs
    turned = (replace(early, level=late.level, mode=late.mode), replace(late, level=0))
    other = replace(first, route=Route(turned, (36, 0, 0, 20)), gain=50_000)
    chosen = choose([first, other])
    assert [choice.candidate for choice in chosen.choices] == [first]
    assert [drop.rule for drop in chosen.dropped] == [Rule.OTHER_PACE]


def test_little_schooling_for_unlicensed_work_is_paid_the_lowest_tenth(planner: Planner) -> None:
    start = Start(None, education=Level.HIGH_SCHOOL)
    plans = planner.plan(PlanRequest(start, Goal("chemical technician"), state="LA")).plans
    few = [plan for plan in plans if plan.share_open < FEW_OPEN.value]
    more = [plan for plan in plans if plan.share_open >= FEW_OPEN.value]
    assert few
    assert more
    least = min(plan.pay_at_goal.start or 0 for plan in more)
    assert all((plan.pay_at_goal.start or 0) < least for plan in few)

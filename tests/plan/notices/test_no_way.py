"""No way within the limits: what is said to open one does, and a little less does not."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from careerlattice.lattice.arrays.kinds import Kind
from careerlattice.plan.answer import Notice, NoticeKind, PlanAnswer
from careerlattice.plan.planner import Planner
from careerlattice.plan.request import Goal, Limits, PastJob, PlanRequest, Start
from careerlattice.vocab.amounts import months as in_words
from careerlattice.vocab.amounts import usd
from careerlattice.vocab.levels import PLANNED_LEVELS
from careerlattice.vocab.levels import EducationLevel as Level

AIDE = Start(PastJob("nursing assistant", 24), education=Level.HIGH_SCHOOL)
CASHIER = Start(PastJob("cashier", 24), education=Level.HIGH_SCHOOL)
LEAVER = Start(None, education=Level.HIGH_SCHOOL)

CLOSED = {
    "too soon": PlanRequest(AIDE, Goal("registered nurse"), Limits(max_months=20), "OH"),
    "too dear": PlanRequest(AIDE, Goal("registered nurse"), Limits(budget_usd=2_000), "OH"),
    "soon and dear": PlanRequest(
        AIDE, Goal("registered nurse"), Limits(max_months=20, budget_usd=2_000), "OH"
    ),
    "pay too high": PlanRequest(
        LEAVER, Goal("registered nurse"), Limits(min_pay_usd=70_000, max_job_changes=3), "OH"
    ),
    "credential": PlanRequest(
        LEAVER, Goal("dental hygienists"), Limits(max_credential=Level.CERTIFICATE), "OH"
    ),
    "no study": PlanRequest(LEAVER, Goal("dental hygienists"), Limits(study="none"), "TX"),
    "within": PlanRequest(CASHIER, Goal("registered nurse"), Limits(within=("Finance",)), "OH"),
    "avoid": PlanRequest(
        AIDE,
        Goal("nurse practitioners"),
        Limits(max_months=90, budget_usd=20_000, avoid=("registered nurse",)),
        "OH",
    ),
    "surgeon in two years": PlanRequest(CASHIER, Goal("surgeons"), Limits(max_months=24), "OH"),
    "outcome": PlanRequest(
        CASHIER, Goal(min_pay_usd=150_000), Limits(max_months=12, budget_usd=0), "OH"
    ),
    "one change": PlanRequest(
        CASHIER, Goal("chief executives"), Limits(max_job_changes=1, study="none"), "NY"
    ),
}


def relaxations(answer: PlanAnswer) -> list[Notice]:
    return [notice for notice in answer.notices if notice.kind is NoticeKind.RELAXATION]


def with_limit(request: PlanRequest, name: str, value: Any) -> PlanRequest:
    return replace(request, limits=replace(request.limits, **{name: value}))


@pytest.mark.slow
@pytest.mark.parametrize("case", CLOSED)
def test_what_is_said_to_open_a_way_does_and_less_does_not(planner: Planner, case: str) -> None:
    request = CLOSED[case]
    answer = planner.plan(request)
    assert answer.plans == ()
    kinds = {notice.kind for notice in answer.notices}
    assert kinds & {NoticeKind.NO_WAY_IN_LIMITS, NoticeKind.UNREACHABLE, NoticeKind.GOAL_EMPTY}
    for notice in relaxations(answer):
        if not notice.field:
            continue
        if notice.values:
            assert notice.field == "limits"
            together = replace(request.limits, **{n: _as_limit(n, v) for n, v in notice.values})
            followed = planner.plan(replace(request, limits=together))
            assert followed.plans
            # The months hinted are what most people take, not the best case.
            if "max_months" in dict(notice.values):
                assert not _only_at_best(followed)
            continue
        name = notice.field.removeprefix("limits.")
        if name == "max_months":
            assert notice.value is not None
            followed = planner.plan(with_limit(request, name, notice.value))
            assert followed.plans
            assert not _only_at_best(followed)
            shorter = planner.plan(with_limit(request, name, notice.value - 1))
            assert not shorter.plans or _only_at_best(shorter)
        elif name in ("budget_usd", "max_job_changes"):
            assert notice.value is not None
            assert planner.plan(with_limit(request, name, _whole(notice.value))).plans
            assert not planner.plan(with_limit(request, name, _whole(notice.value - 1))).plans
        elif name == "min_pay_usd":
            assert planner.plan(with_limit(request, name, notice.value)).plans
            if notice.value is not None:
                assert not planner.plan(with_limit(request, name, notice.value + 1)).plans
        elif name == "max_credential":
            level = Level(int(notice.value or 0))
            assert planner.plan(with_limit(request, name, level)).plans
            below = PLANNED_LEVELS[PLANNED_LEVELS.index(level) - 1]
            assert not planner.plan(with_limit(request, name, below)).plans
        else:
            free = {"study": "any", "within": (), "avoid": ()}[name]
            assert planner.plan(with_limit(request, name, free)).plans


def _only_at_best(answer: PlanAnswer) -> bool:
    return any(notice.kind is NoticeKind.TIME_AT_BEST for notice in answer.notices)


def _as_limit(name: str, value: float | None) -> Any:
    if value is None:
        return getattr(Limits(), name)
    return Level(int(value)) if name == "max_credential" else _whole(value)


def _whole(value: float) -> float:
    return int(value) if value == int(value) else value


@pytest.mark.parametrize(
    ("case", "fields"),
    [
        ("too soon", {"limits.max_months"}),
        ("too dear", {"limits.budget_usd"}),
        ("credential", {"limits.max_credential"}),
        ("no study", {"limits.study"}),
        ("surgeon in two years", {"limits.max_months"}),
    ],
)
def test_the_limit_that_binds_is_named(planner: Planner, case: str, fields: set[str]) -> None:
    answer = planner.plan(CLOSED[case])
    assert fields <= {notice.field for notice in relaxations(answer)}
    (told,) = [n for n in answer.notices if n.kind is NoticeKind.NO_WAY_IN_LIMITS]
    assert "We found no route to" in told.text
    assert "Without limits, the quickest usually takes" in told.text


def test_when_no_single_limit_opens_a_way_this_is_said_with_what_both_take(
    planner: Planner,
) -> None:
    answer = planner.plan(CLOSED["soon and dear"])
    (told,) = relaxations(answer)
    assert told.field == "limits"
    months, dollars = (dict(told.values)[name] for name in ("max_months", "budget_usd"))
    assert months is not None
    assert dollars is not None
    assert (
        f"Changing two does: {in_words(months)} instead of 1 year 8 months, and {usd(dollars)} "
        "instead of $2,000." in told.text
    )

    def plans(months: float, dollars: float) -> PlanAnswer:
        limits = Limits(max_months=months, budget_usd=dollars)
        return planner.plan(replace(CLOSED["soon and dear"], limits=limits))

    assert plans(months, dollars).plans
    shorter = plans(months - 1, dollars)
    assert not shorter.plans or _only_at_best(shorter)
    assert not plans(months, dollars - 1).plans


def test_a_limit_nobody_set_is_not_said_to_bind(planner: Planner) -> None:
    def said(case: str) -> str:
        notices = planner.plan(CLOSED[case]).notices
        (told,) = [n.text for n in notices if n.kind is NoticeKind.NO_WAY_IN_LIMITS]
        return told

    assert "with these limits: 1 year 8 months, $2,000 in costs." in said("soon and dear")
    assert "no study, 1 job change." in said("one change")


def test_relaxed_by_words_it_is_what_the_words_say(planner: Planner) -> None:
    (notice,) = relaxations(planner.plan(CLOSED["too soon"]))
    assert notice.field == "limits.max_months"
    assert notice.value is not None
    opening = f"There is a route with {in_words(notice.value)} instead of 1 year 8 months."
    assert notice.text.startswith(opening)


def test_no_occupation_fits_an_impossible_outcome(planner: Planner) -> None:
    goal = Goal(min_pay_usd=900_000)
    (notice,) = planner.plan(PlanRequest(CASHIER, goal, state="OH")).notices
    assert notice.kind is NoticeKind.GOAL_EMPTY


def test_already_there(planner: Planner) -> None:
    answer = planner.plan(PlanRequest(AIDE, Goal("nursing assistants"), state="OH"))
    assert [notice.kind for notice in answer.notices] == [NoticeKind.ALREADY_THERE]
    assert answer.plans == ()


def test_who_already_meets_an_outcome_is_told_so_and_shown_other_jobs(planner: Planner) -> None:
    nurse = Start(PastJob("registered nurse", 60), education=Level.BACHELOR)
    answer = planner.plan(PlanRequest(nurse, Goal(min_pay_usd=70_000), state="OH"))
    assert NoticeKind.ALREADY_THERE in {notice.kind for notice in answer.notices}
    assert answer.plans
    assert all(str(plan.route[-1].code) != "29-1141.00" for plan in answer.plans)


def test_two_limits_that_open_a_way_together_are_named(planner: Planner) -> None:
    """Industrial engineer part time for $25,000: neither limit alone is what stands in the way."""
    start = Start(PastJob("team assemblers"), education=Level.HIGH_SCHOOL)
    limits = Limits(budget_usd=25_000, study="part")
    request = PlanRequest(start, Goal("industrial engineers"), limits, "WI")
    answer = planner.plan(request)
    assert not answer.plans
    (notice,) = relaxations(answer)
    needed = dict(notice.values)
    assert needed.keys() == {"budget_usd", "study"}
    assert needed["study"] is None
    assert needed["budget_usd"] is not None
    opened = replace(limits, budget_usd=needed["budget_usd"], study="any")
    assert planner.plan(replace(request, limits=opened)).plans
    for one in ({"budget_usd": None}, {"study": "any"}):
        assert not planner.plan(replace(request, limits=replace(limits, **one))).plans  # type: ignore[arg-type]
    assert f"{usd(needed['budget_usd'])} instead of $25,000, and full-time study" in notice.text


def test_what_opens_the_way_is_named(planner: Planner) -> None:
    """A cook without a diploma who wants no study: the GED is named, with its price and time."""
    cook = Start(PastJob("restaurant cook", 60), education=Level.LESS_THAN_HIGH_SCHOOL)
    answer = planner.plan(
        PlanRequest(cook, Goal("Police and Sheriff's Patrol Officers"), Limits(study="none"), "FL")
    )
    assert not answer.plans
    (told,) = [n.text for n in answer.notices if n.kind is NoticeKind.NO_WAY_IN_LIMITS]
    assert "a GED (about $150, " in told


@pytest.mark.parametrize("start", ["nursing assistant", "machinist", "cashier", "team assemblers"])
@pytest.mark.parametrize(
    "goal",
    [
        "Licensed Practical and Licensed Vocational Nurses",
        "registered nurse",
        "industrial engineer",
        "dental hygienists",
    ],
)
def test_work_named_on_the_way_is_above_the_job_held(
    planner: Planner, start: str, goal: str
) -> None:
    held = Start(PastJob(start, 24), education=Level.HIGH_SCHOOL)
    answer = planner.plan(PlanRequest(held, Goal(goal), Limits(budget_usd=1_500), "TX"))
    (near,) = [n for n in answer.notices if n.kind is NoticeKind.NEAREST] or [None]
    if near is None:
        return
    catalog, arrays = planner.catalog, planner.arrays
    at = catalog.row_of[catalog.get_occupation(start).code]
    for title in near.details["occupations"]:
        row = catalog.row_of[catalog.get_occupation(title).code]
        assert arrays.kind[at, row] == int(Kind.ADVANCE), title
        assert "Medical Assistants" not in title

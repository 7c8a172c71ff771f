"""The warning where graduates earn clearly less than those who work in the goal."""

from __future__ import annotations

from itertools import accumulate

import polars as pl
import pytest

from careerlattice.catalog.catalog import Catalog
from careerlattice.plan.answer import Notice, NoticeKind, PlanAnswer
from careerlattice.plan.itinerary.local_offers import LocalOffers
from careerlattice.plan.parameters import CLEARLY_LESS, FEWEST_PROGRAMS
from careerlattice.plan.planner import Planner
from careerlattice.plan.request import Goal, PastJob, PlanRequest, Start
from careerlattice.vocab.amounts import usd
from careerlattice.vocab.levels import EducationLevel as Level


def ask(planner: Planner, goal: str, state: str | None) -> PlanAnswer:
    start = Start(PastJob("cashier", 24), education=Level.HIGH_SCHOOL)
    return planner.plan(PlanRequest(start, Goal(goal), state=state))


def warnings(answer: PlanAnswer) -> list[Notice]:
    return [n for n in answer.notices if n.kind is NoticeKind.GRADUATES_EARNINGS]


def test_a_program_whose_graduates_earn_clearly_less_is_told_once(
    planner: Planner, catalog: Catalog
) -> None:
    answer = ask(planner, "registered nurse", "CA")
    (notice,) = warnings(answer)
    # By hand: associate degrees of California in the series that mostly lead to 29-1141.
    release = catalog.release
    links = release.table("program_occupations").filter(pl.col("soc_code") == "29-1141")
    telling = [cip for cip in release.table("programs")["cip_code"] if not cip.endswith("99")]
    fields = {
        series
        for series in {cip[:5] for cip in links["cip_code"]}
        if 2 * sum(cip.startswith(series) for cip in links["cip_code"] if cip[-2:] != "99")
        >= sum(cip.startswith(f"{series}") and len(cip) == 7 for cip in telling)
    }
    here = set(release.table("schools").filter(pl.col("state") == "CA")["school_id"])
    known = sorted(
        (row["earnings_usd"], row["completers"])
        for row in release.table("school_programs").iter_rows(named=True)
        if row["school_id"] in here and row["credential"] == "associate"
        and row["cip_code"] in fields and row["earnings_usd"] is not None and row["completers"]
    )  # fmt: skip
    half = sum(count for _, count in known) / 2
    up_to = list(accumulate(count for _, count in known))
    earnings = next(e for (e, _), people in zip(known, up_to, strict=True) if people >= half)
    pay = answer.plans[0].pay_at_goal
    assert pay.p25 is not None
    assert earnings <= CLEARLY_LESS.value * pay.p25
    assert f"less than {usd(earnings)} four years later" in notice.text
    assert f"({len(known)} programs" in notice.text
    assert f"in California make more than {usd(pay.p25)}" in notice.text


@pytest.mark.parametrize(
    ("goal", "state", "why"),
    [
        ("skincare specialist", "CA", "its series teaches hairdressing above all"),
        ("surgical technologist", "GA", "its series holds all of allied health"),
        ("registered nurse", "OH", "graduates earn 96 % of the lowest quarter"),
        ("financial manager", None, "graduates are not hired without experience"),
        ("software developer", "TX", "any field counts, and its graduates work as many things"),
        ("electrician", "OH", "an apprenticeship is no school program"),
    ],
)
def test_otherwise_nothing_is_said(
    planner: Planner, goal: str, state: str | None, why: str
) -> None:
    assert warnings(ask(planner, goal, state)) == [], why


def test_too_few_programs_say_nothing(planner: Planner, catalog: Catalog) -> None:
    offers = LocalOffers(catalog, planner.facts, "VT")
    row = catalog.row_of["53-2021.00"]
    assert offers.find_graduates(row, "certificate") is None
    assert FEWEST_PROGRAMS.value == 3

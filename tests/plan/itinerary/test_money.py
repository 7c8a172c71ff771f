"""The money of a plan: worked out by hand, by closed forms, and month by month on real tables."""

from __future__ import annotations

import pytest

from careerlattice.catalog.catalog import Catalog
from careerlattice.plan.facts.pay_line import PayLine
from careerlattice.plan.itinerary.money import Stretch, compare
from careerlattice.plan.planner import Planner
from careerlattice.plan.request import Goal, PastJob, PlanRequest, Start
from careerlattice.requirements.entry import Door
from careerlattice.requirements.license_terms import license_terms
from careerlattice.requirements.requirements import open_requirements
from careerlattice.vocab.levels import EducationLevel as Level

STAY = PayLine(30_000, 36_000, 42_000)
GOAL = PayLine(48_000, 60_000, 72_000)
SCHOOL = Stretch(12, None, 0.0, tuition_usd=4_050)
IDLE = Stretch(4, None, 0.0)


def test_worked_by_hand_to_the_cent() -> None:
    # Two years, not discounted. Staying: two years of tenure, pay rises from $30,000 at entry to
    # $36,000 at five years, $1,200 a year: in month m (from 0) it is at the yearly rate
    # 30,000 + 1,200 x (2 + m/12) = 32,400 + 100 m, so 2,700 + 100 m / 12 in the month.
    #   year 1: 12 x 2,700 + (100/12) x (0+...+11 =  66) = 32,400 +   550.00 = 32,950.00
    #   year 2: 12 x 2,700 + (100/12) x (12+...+23 = 210) = 32,400 + 1,750.00 = 34,150.00
    # The plan: 12 months of school, 4 of license and search, then the goal from its entry pay of
    # $48,000, rising 12,000/5 = $2,400 a year: 4,000 + 200 k / 12 in month k of the job.
    #   year 1: 0 earned, 4,050.00 tuition
    #   year 2: 8 months: 8 x 4,000 + (200/12) x (0+...+7 = 28) = 32,000 + 466.67 = 32,466.67
    # Gain: 0 + 32,466.67 - 4,050.00 - 32,950.00 - 34,150.00 = -38,683.33.
    money = compare([SCHOOL, IDLE], GOAL, 0.0, STAY, 2.0, 0.0, 2, 0.0)
    told = [
        (y.year, round(y.earned, 2), round(y.tuition, 2), round(y.stay, 2)) for y in money.years
    ]
    assert told == [(1, 0.0, 4050.0, 32950.0), (2, 32466.67, 0.0, 34150.0)]
    assert round(money.gain_npv, 2) == -38_683.33
    # At p25 and p75 pay: 8/12 of 48,000 = 32,000 and of 72,000 = 48,000.
    assert [round(y.low, 2) for y in money.years] == [0.0, 32_000.0]
    assert [round(y.high, 2) for y in money.years] == [0.0, 48_000.0]
    assert round(money.gain_npv_low, 2) == -39_150.0
    assert round(money.gain_npv_high, 2) == -23_150.0
    assert money.payback_month is None
    assert money.stay_pay_usd == pytest.approx(32_400)


@pytest.mark.parametrize("rate", [0.0, 0.02, 0.03, 0.05, 0.11])
def test_constant_pay_is_an_annuity(rate: float) -> None:
    # Staying pays 3,000 a month; a year of school costs 500 a month; then 5,000 a month.
    stay, goal = PayLine(36_000, 36_000, 36_000), PayLine(60_000, 60_000, 60_000)
    school = Stretch(12, None, 0.0, tuition_usd=6_000)
    money = compare([school], goal, 0.0, stay, 3.0, 0.0, 5, rate)
    monthly = (1 + rate) ** (1 / 12) - 1

    def annuity(months: int) -> float:
        return months if rate == 0 else (1 - (1 + monthly) ** -months) / monthly

    expected = 5_000 * (annuity(60) - annuity(12)) - 500 * annuity(12) - 3_000 * annuity(60)
    assert money.gain_npv == pytest.approx(expected, abs=0.005)
    # Behind by 12 x 3,500 = 42,000 after school, 2,000 nearer each month: even after 12 + 21
    # months, ahead in the 34th.
    assert money.payback_month == 34


def test_no_plan_is_ahead_in_time_and_behind_in_sum() -> None:
    # A year without pay costs 36,000; 4,400 more a year is 39,600 in the nine years left: even
    # after 12 + 98.2 months, but behind at 5 %, where later dollars count for less.
    stay, study = PayLine(36_000, 36_000, 36_000), Stretch(12, None, 0.0)
    better = PayLine(40_400, 40_400, 40_400)
    free = compare([study], better, 0.0, stay, 0.0, 0.0, 10, 0.0)
    dear = compare([study], better, 0.0, stay, 0.0, 0.0, 10, 0.05)
    assert free.gain_npv == pytest.approx(3_600)
    assert free.payback_month == 111
    assert dear.gain_npv < 0
    assert dear.payback_month is None


def test_staying_put_gains_nothing_and_is_never_paid_back() -> None:
    money = compare([], STAY, 2.0, STAY, 2.0, 0.0, 10, 0.03)
    assert money.gain_npv == pytest.approx(0, abs=1e-9)
    assert [y.earned for y in money.years] == [y.stay for y in money.years]
    assert money.payback_month is None


def test_pay_follows_the_percentiles_with_tenure() -> None:
    # Entry 48,000; median at five years; p75 at fifteen and for good.
    money = compare([], GOAL, 0.0, None, 0.0, 0.0, 20, 0.0)
    first, sixth, last = money.years[0], money.years[5], money.years[19]
    assert round(first.earned, 2) == 48_000 + 2_400 / 12 * 66 / 12
    assert round(sixth.earned, 2) == 60_000 + 1_200 / 12 * 66 / 12
    assert last.earned == pytest.approx(72_000)


def test_more_tuition_is_worth_less_and_a_higher_rate_too() -> None:
    def gain(tuition: float, rate: float) -> float:
        school = Stretch(24, None, 0.0, tuition_usd=tuition)
        return compare([school], GOAL, 0.0, STAY, 2.0, 0.0, 15, rate).gain_npv

    by_tuition = [gain(t, 0.03) for t in (0, 4_050, 8_100, 46_440)]
    assert by_tuition == sorted(by_tuition, reverse=True)
    assert len(set(by_tuition)) == 4
    by_rate = [gain(8_100, r) for r in (0.0, 0.02, 0.03, 0.05, 0.1)]
    assert by_rate == sorted(by_rate, reverse=True)


def test_apprentices_and_residents_earn_their_own_pay() -> None:
    served = Stretch(12, GOAL, 0.0, share=0.65)
    resident = Stretch(12, None, 0.0, fixed_usd=66_000)
    money = compare([served, resident], GOAL, 0.0, STAY, 0.0, 0.0, 2, 0.0)
    assert money.years[0].earned == pytest.approx(0.65 * 60_000)
    assert (money.years[0].low, money.years[0].high) == pytest.approx(
        (0.65 * 48_000, 0.65 * 72_000)
    )
    assert money.years[1].earned == money.years[1].low == pytest.approx(66_000)


def test_a_stretch_beyond_the_horizon_is_cut_at_it() -> None:
    school = Stretch(24, None, 0.0, tuition_usd=8_000)
    money = compare([school], GOAL, 0.0, STAY, 0.0, 0.0, 1, 0.0)
    assert sum(y.tuition for y in money.years) == pytest.approx(4_000)
    assert sum(y.earned for y in money.years) == 0


def test_a_real_plan_recomputed_month_by_month(planner: Planner, catalog: Catalog) -> None:
    """The quickest way from nursing assistant to registered nurse, from the tables alone."""
    aide = Start(PastJob("nursing assistant", 24), education=Level.HIGH_SCHOOL)
    answer = planner.plan(PlanRequest(aide, Goal("registered nurse"), state="OH"))
    plan = answer.get_plan("fastest")
    assert [s.kind for s in plan.steps] == ["study", "license", "search", "arrive"]
    area = catalog.get_area("OH")
    here = catalog.get_wage(catalog.get_occupation("nursing assistant").code, area)
    there = catalog.get_wage(catalog.get_occupation("registered nurse").code, area)
    entry = open_requirements(catalog).get_entry(catalog.get_occupation("registered nurse").code)
    (degree,) = (
        way.study
        for way in entry.conditions
        if way.door is Door.SCHOOL and way.study and way.study.credential is Level.ASSOCIATE
    )
    assert degree.months is not None
    assert degree.usd is not None
    terms = license_terms(entry.licenses)
    price, fee = degree.usd.middle, terms.usd
    assert plan.months == round(degree.months.low) + int(terms.months) + 2
    # Money is reckoned over what people usually take: the middle of each range.
    school, wait = round(degree.months.middle), int(terms.months_usual)
    assert plan.months_usual == school + wait + 2

    def pay(wage, years: float) -> float:  # type: ignore[no-untyped-def]
        tenth, low, middle, high = (
            float(getattr(wage, n).value) for n in ("p10", "p25", "p50", "p75")
        )
        low = (tenth + low) / 2  # what beginners earn
        if years < 5:
            return low + (middle - low) * years / 5
        return middle + (high - middle) * min(years - 5, 10) / 10

    # Who enters another line starts as a beginner there. The license's fee is paid, too.
    gain = 0.0
    for month in range(120):
        stay = pay(here, 2 + month / 12) / 12
        done = month - school - wait - 2
        earned = pay(there, done / 12) / 12 if done >= 0 else 0.0
        paid = price / school if month < school else fee / wait if month < school + wait else 0.0
        gain += (earned - paid - stay) * 1.03 ** (-(month + 1) / 12)
    assert plan.cost_usd == pytest.approx(price + fee)
    # Whether the fee is paid at once or over the months of waiting is left open.
    assert plan.money.gain_npv == pytest.approx(gain, abs=5)

"""What a credential takes, given what is held: credentials stack and nothing is paid twice."""

from __future__ import annotations

import itertools

import pytest

from careerlattice.catalog.catalog import Catalog
from careerlattice.plan.facts.study_costs import build_study_table
from careerlattice.requirements.credit_for_schooling import EARNED_FOR, courses_to
from careerlattice.requirements.prices import CredentialPrice
from careerlattice.requirements.requirements import open_requirements
from careerlattice.vocab.levels import EducationLevel as Level

Prices = dict[str, CredentialPrice]


@pytest.fixture(scope="module")
def prices(catalog: Catalog) -> Prices:
    return {
        name: p
        for (sector, name), p in open_requirements(catalog).prices.items()
        if sector == "public"
    }


def test_from_high_school_each_credential_takes_its_whole_length(prices: Prices) -> None:
    for level, name in [
        (Level.CERTIFICATE, "certificate"), (Level.ASSOCIATE, "associate"),
        (Level.BACHELOR, "bachelor"),
    ]:  # fmt: skip
        (course,) = courses_to(level, Level.HIGH_SCHOOL, None, prices)
        assert course.months == prices[name].full_time_months
        assert course.usd == round(prices[name].tuition_usd.typical)
        assert course.usd_low < course.usd < course.usd_high
        assert course.counted_years == 0


def test_an_associate_counts_two_years_toward_a_bachelors_in_its_field(prices: Prices) -> None:
    (rest,) = courses_to(Level.BACHELOR, Level.ASSOCIATE, Level.ASSOCIATE, prices)
    (whole,) = courses_to(Level.BACHELOR, Level.HIGH_SCHOOL, None, prices)
    assert rest.months == whole.months / 2
    assert rest.usd == round(whole.usd / 2)


def test_another_fields_credits_count_for_less(prices: Prices) -> None:
    def months(held: Level, in_field: Level | None) -> float:
        return sum(c.months for c in courses_to(Level.BACHELOR, held, in_field, prices))

    assert (
        months(Level.ASSOCIATE, Level.ASSOCIATE)
        < months(Level.ASSOCIATE, None)
        < months(Level.SOME_COLLEGE, None)
        < months(Level.HIGH_SCHOOL, None)
    )
    assert months(Level.BACHELOR, None) == months(Level.ASSOCIATE, Level.ASSOCIATE)


def test_a_certificate_counts_half_a_year_toward_an_associate(prices: Prices) -> None:
    (course,) = courses_to(Level.ASSOCIATE, Level.CERTIFICATE, Level.CERTIFICATE, prices)
    assert course.counted_years == 0.5
    assert course.months == prices["associate"].full_time_months * 0.75


def test_what_is_held_in_the_field_is_not_earned_again(prices: Prices) -> None:
    for level in (Level.CERTIFICATE, Level.ASSOCIATE, Level.BACHELOR, Level.MASTER):
        assert courses_to(level, level, level, prices) == []


def test_without_a_diploma_the_ged_comes_first(prices: Prices) -> None:
    ged, certificate = courses_to(Level.CERTIFICATE, Level.LESS_THAN_HIGH_SCHOOL, None, prices)
    assert (ged.level, ged.months, ged.usd) == (Level.HIGH_SCHOOL, 6, 150)
    assert certificate.level is Level.CERTIFICATE


def of_field(catalog: Catalog, field: str) -> Prices:
    return {
        name: p
        for (s, name), p in open_requirements(catalog).field_prices[field].items()
        if s == "public"
    }


def test_flight_hours_are_paid_by_who_has_not_flown_them(catalog: Catalog) -> None:
    flight = of_field(catalog, "flight")
    once = flight["certificate"].once_usd.typical
    (certificate,) = courses_to(Level.CERTIFICATE, Level.HIGH_SCHOOL, None, flight)
    assert certificate.usd == 4_150 + once
    (whole,) = courses_to(Level.BACHELOR, Level.HIGH_SCHOOL, None, flight)
    assert whole.usd == 4 * 11_950 + once
    (rest,) = courses_to(Level.BACHELOR, Level.CERTIFICATE, Level.CERTIFICATE, flight)
    assert rest.usd == round(3.5 * 11_950)
    (other,) = courses_to(Level.CERTIFICATE, Level.BACHELOR, None, flight)
    assert other.usd == certificate.usd


def test_a_professional_degree_costs_what_its_field_does(catalog: Catalog, prices: Prices) -> None:
    law = courses_to(Level.PROFESSIONAL, Level.HIGH_SCHOOL, None, of_field(catalog, "law"))
    medicine = courses_to(
        Level.PROFESSIONAL, Level.HIGH_SCHOOL, None, of_field(catalog, "medicine")
    )
    any_field = courses_to(Level.BACHELOR, Level.HIGH_SCHOOL, None, prices)
    assert law[0] == medicine[0] == any_field[0]
    assert [(c.months, c.usd) for c in (law[1], medicine[1])] == [
        (36, 3 * 26_917), (48, 4 * 37_387),
    ]  # fmt: skip


def test_the_table_of_fields_says_what_their_courses_say(catalog: Catalog) -> None:
    names = open_requirements(catalog).priced_fields.names
    fields = [of_field(catalog, name) for name in names]
    table = build_study_table(fields)
    for place, own in enumerate(fields):
        for held, in_field, level in itertools.product(
            (Level.HIGH_SCHOOL, Level.ASSOCIATE, Level.BACHELOR), (None, Level.CERTIFICATE), Level
        ):
            courses = courses_to(EARNED_FOR[level], held, in_field, own)
            at = (place, int(held), int(in_field or 0), int(level))
            assert table.months[at] == sum(c.months for c in courses)
            assert table.usd[at] == sum(c.usd for c in courses)
            assert table.years[at] == sum(c.months for c in courses) / 12
    only = table.is_full_time_only
    assert only[names.index("medicine"), Level.PROFESSIONAL]
    assert not only[names.index("law"), Level.PROFESSIONAL]
    assert not only[0].any()


@pytest.mark.parametrize("level", [Level.MASTER, Level.PROFESSIONAL, Level.DOCTORAL])
def test_graduate_degrees_need_a_bachelors_of_any_field(prices: Prices, level: Level) -> None:
    from_school = courses_to(level, Level.HIGH_SCHOOL, None, prices)
    assert [c.level for c in from_school] == [Level.BACHELOR, level]
    assert [c.level for c in courses_to(level, Level.BACHELOR, None, prices)] == [level]


def test_a_certificate_after_a_masters_needs_the_masters(prices: Prices) -> None:
    way = courses_to(Level.POSTMASTER_CERTIFICATE, Level.BACHELOR, None, prices)
    assert [c.level for c in way] == [Level.MASTER, Level.POSTMASTER_CERTIFICATE]


def test_the_table_says_what_the_courses_say(prices: Prices) -> None:
    table = build_study_table([prices])
    for held in Level:
        for in_field in (None, *Level):
            for level in Level:
                courses = courses_to(EARNED_FOR[level], held, in_field, prices)
                at = (0, int(held), int(in_field or 0), int(level))
                assert table.months[at] == sum(c.months for c in courses)
                assert table.usd[at] == sum(c.usd for c in courses)


def test_more_held_never_takes_longer_or_costs_more(prices: Prices) -> None:
    table = build_study_table([prices])
    for level in (Level.ASSOCIATE, Level.BACHELOR, Level.MASTER):
        for held in range(2, 12):
            column = table.months[0, held, : int(level), int(level)]
            assert all(a >= b for a, b in itertools.pairwise(column))
            paid = table.usd[0, held, : int(level), int(level)]
            assert all(a >= b for a, b in itertools.pairwise(paid))


def test_a_higher_degree_in_another_field_leaves_a_lower_credential_to_earn(
    prices: Prices,
) -> None:
    months = build_study_table([prices]).months
    for aim, held in itertools.combinations(Level, 2):
        if aim < Level.CERTIFICATE or aim not in EARNED_FOR.values():
            continue
        for in_field in range(aim):
            assert months[0, held, in_field, aim] > 0, (aim, held, in_field)
    whole = months[0, Level.HIGH_SCHOOL, 0, Level.CERTIFICATE]
    assert months[0, Level.MASTER, 0, Level.CERTIFICATE] == whole

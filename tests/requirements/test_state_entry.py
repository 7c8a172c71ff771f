"""What entering takes in one state: what its law says stands in place of the nation's range."""

from __future__ import annotations

from dataclasses import replace

import pytest

from careerlattice.requirements.entry import (
    Apprenticeship,
    AskedIn,
    Course,
    Door,
    Entry,
    EntryCondition,
    Experience,
    FieldRule,
    LicenseGate,
    Practice,
    Promotion,
    Standing,
    StateRule,
    Study,
)
from careerlattice.requirements.license_terms import license_terms
from careerlattice.requirements.parameters import SCHOOL_HOURS_A_MONTH, WORK_HOURS_A_MONTH
from careerlattice.requirements.state_entry import entry_in_state, varies_by_state
from careerlattice.vocab.amounts import Span
from careerlattice.vocab.codes import OnetSocCode
from careerlattice.vocab.levels import EducationLevel as Level

STUDY = Study(
    credential=Level.CERTIFICATE, name="School", months=Span(9, 15), hours=Span(1000, 1800),
    usd=Span(5000, 18_000),
)  # fmt: skip
COURSE = Course(name="Course", hours=Span(20, 60), weeks=Span(1, 4), usd=Span(100, 600))


def way(door: Door, **values: object) -> EntryCondition:
    given: dict[str, object] = {
        "number": 1, "floor": Level.HIGH_SCHOOL, "usual": Level.HIGH_SCHOOL,
        "field": FieldRule.ANY,
    }  # fmt: skip
    return EntryCondition(door=door, **given | values)  # type: ignore[arg-type]


SCHOOL = way(Door.SCHOOL, study=STUDY, field=FieldRule.OWN, programs=("12.0401",))
TERM = way(
    Door.APPRENTICESHIP,
    apprenticeship=Apprenticeship(
        months=Span(18, 24), hours=3200, standing=Standing.TITLE_ONLY
    ),
    note="only some states",
)  # fmt: skip
GATE = LicenseGate(
    number=1, granted_by="state", asked_in=AskedIn.ALL_STATES, name="Stylist", agency="the board",
    asks={"hours": "1000 to 1800", "age": "16 to 18"}, wait=Span(1, 2), fee=Span(100, 300),
)  # fmt: skip


def entry(*ways: EntryCondition, gate: LicenseGate = GATE) -> Entry:
    return Entry(
        code=OnetSocCode("39-5012.00"), conditions=ways, licenses=(gate,),
        person={"age_least": "16"},
    )  # fmt: skip


def rule(**values: object) -> StateRule:
    return StateRule(state="OH", license="Stylist", **values)  # type: ignore[arg-type]


def here(*ways: EntryCondition, **values: object) -> Entry:
    return entry_in_state(entry(*ways), [rule(**values)])


def test_hours_are_the_states_and_length_and_price_follow_at_their_rates() -> None:
    (found,) = here(SCHOOL, hours=1200).conditions
    assert found.study is not None
    assert found.study.hours == Span(1200, 1200)
    assert found.study.months == Span(10.0, 10.8)
    assert found.study.usd == Span(6000, 12_000)


def test_hours_are_those_of_the_course_whose_range_lies_nearest() -> None:
    other = replace(SCHOOL, study=replace(STUDY, name="Nails", hours=Span(100, 750)))
    first, second = here(SCHOOL, other, hours=600).conditions
    assert first == SCHOOL
    assert second.study is not None
    assert second.study.hours == Span(600, 600)


def test_a_bridge_keeps_its_hours() -> None:
    bridge = way(Door.BRIDGE, from_license=("39-5011",), study=replace(STUDY, hours=Span(200, 600)))
    assert bridge in here(SCHOOL, bridge, hours=1500).conditions


def test_no_hours_no_course() -> None:
    (found,) = here(way(Door.COURSE, course=COURSE), hours=0).conditions
    assert (found.course, found.door) == (None, Door.DIRECT)
    (found,) = here(SCHOOL, hours=0).conditions
    assert (found.study, found.door, found.field) == (None, Door.DIRECT, FieldRule.ANY)


def test_hours_without_a_length_take_the_usual_hours_a_month() -> None:
    bare = way(Door.COURSE, course=Course(name="Course", hours=Span(20, 60)))
    (found,) = here(bare, hours=240).conditions
    assert found.course is not None
    assert found.course.weeks is not None
    assert found.course.weeks.low == pytest.approx(
        240 / SCHOOL_HOURS_A_MONTH.value * 4.345, abs=0.5
    )


def test_a_closed_door_is_no_way() -> None:
    assert here(SCHOOL, TERM, closed=(Door.APPRENTICESHIP,)).conditions == (SCHOOL,)


def test_a_registered_title_is_a_way_where_the_state_says_it_counts() -> None:
    open_ = here(SCHOOL, TERM, is_apprenticeship_open=True, apprenticeship_hours=2000)
    term = open_.conditions[1]
    assert term.apprenticeship is not None
    assert (term.is_title_only, term.note, term.apprenticeship.hours) == (False, "", 2000)
    assert term.apprenticeship.months == Span(11.2, 15.0)
    months = here(TERM, is_apprenticeship_open=True, apprenticeship_months=12).conditions[0]
    assert months.apprenticeship is not None
    assert months.apprenticeship.months == Span(12, 12)


def test_practice_is_the_states_at_the_pace_of_the_range() -> None:
    practiced = replace(
        SCHOOL, practice=Practice(name="supervised", months=Span(24, 36), hours=3000)
    )
    (found,) = here(practiced, practice_hours=2000).conditions
    assert found.practice is not None
    assert (found.practice.hours, found.practice.months) == (2000, Span(16, 24))
    (found,) = here(practiced, practice_hours=0, practice_months=0).conditions
    assert found.practice is None
    (found,) = here(SCHOOL, practice_hours=1000).conditions
    assert found.practice is not None
    assert found.practice.months.low == pytest.approx(1000 / WORK_HOURS_A_MONTH.value, abs=0.1)


def test_work_before_is_the_states() -> None:
    worked = way(Door.DIRECT, experience=Experience(months=48))
    assert here(worked, experience_months=24).conditions[0].experience == Experience(months=24)
    ranked = way(Door.PROMOTION, promotion=Promotion(from_codes=("41-9022",), months=36))
    (found,) = here(ranked, experience_months=24).conditions
    assert found.promotion is not None
    assert found.promotion.months == 24
    # Ways that differ ask at least as much.
    less = way(Door.SCHOOL, experience=Experience(months=12))
    kept, raised = here(worked, less, experience_months=24).conditions
    assert kept == worked
    assert raised.experience == Experience(months=24)


def test_a_degree_closes_ways_below_it_or_is_asked_where_all_lie_below() -> None:
    bachelor = way(Door.SCHOOL, floor=Level.BACHELOR, usual=Level.BACHELOR)
    assert here(SCHOOL, bachelor, degree=Level.BACHELOR).conditions == (bachelor,)
    usual = way(Door.SCHOOL, floor=Level.ASSOCIATE, usual=Level.BACHELOR)
    (found,) = here(SCHOOL, usual, degree=Level.BACHELOR).conditions
    assert found.floor is Level.BACHELOR
    (found,) = here(way(Door.DIRECT, floor=Level.LESS_THAN_HIGH_SCHOOL), degree=Level.HIGH_SCHOOL)\
        .conditions  # fmt: skip
    assert found.floor is Level.HIGH_SCHOOL
    (lower,) = here(bachelor, degree=Level.ASSOCIATE).conditions
    assert lower.floor is Level.ASSOCIATE
    free = way(Door.DIRECT, number=2, is_unlicensed=True)
    assert here(bachelor, free, degree=Level.BACHELOR).conditions == (bachelor, free)


def test_age_and_license_are_the_states() -> None:
    found = here(SCHOOL, hours=1500, age=17, exam="the state's", agency="Board of Ohio",
                 fee=Span(40, 60))  # fmt: skip
    assert found.person["age_least"] == "17"
    (gate,) = found.licenses
    assert gate.asks == {"course_hours": "1500", "age": "17"}
    assert (gate.exam, gate.agency, gate.fee, gate.wait) == (
        "the state's", "Board of Ohio", Span(40, 60), Span(1, 2),
    )  # fmt: skip


def test_remarks_on_other_states_are_left_out_where_this_one_s_law_is_told() -> None:
    noted = replace(SCHOOL, note="500 hours in many states")
    over = replace(entry(noted), person={"age_least": "16", "other": "18 in some states"})
    found = entry_in_state(over, [rule(hours=1500, age=17)])
    assert found.person == {"age_least": "17"}
    assert found.conditions[0].note == ""
    assert entry_in_state(over, [rule(exam="theirs")]).person == over.person


def test_a_job_that_begins_on_a_provisional_card_waits_for_no_license() -> None:
    found = here(SCHOOL, works_before="provisional card")
    terms = license_terms(found.licenses)
    assert (terms.months, terms.works_before) == (0.0, "provisional card")
    practiced = replace(SCHOOL, practice=Practice(name="supervised", months=Span(24, 36)))
    after = here(practiced, works_before="associate license")
    assert license_terms(after.licenses).months == 1


def test_a_range_over_the_states_is_known_as_one() -> None:
    assert varies_by_state(entry(SCHOOL))
    assert not varies_by_state(here(SCHOOL, hours=1500))
    federal = replace(GATE, granted_by="federal")
    assert not varies_by_state(entry(SCHOOL, gate=federal))
    # A course that federal law sets is as long in every state.
    driver = replace(GATE, asks={"course": "entry-level driver training"})
    assert not varies_by_state(entry(SCHOOL, gate=driver))
    academy = replace(GATE, asks={"program": "a police academy"})
    assert varies_by_state(entry(SCHOOL, gate=academy))

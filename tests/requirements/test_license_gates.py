"""Which license an occupation takes in a state: right values by kind of fault found in plans."""

from __future__ import annotations

import pytest

from careerlattice.build.license_rules import JURISDICTIONS
from careerlattice.catalog.catalog import Catalog
from careerlattice.catalog.model import License
from careerlattice.requirements.entry import AskedIn, LicenseGate
from careerlattice.requirements.license_answer import LicenseAnswer
from careerlattice.requirements.license_gates import _asks_here
from careerlattice.requirements.requirements import EntryRequirements, open_requirements
from careerlattice.vocab.codes import OnetSocCode
from careerlattice.wording.licenses import asked_words, license_summary


@pytest.fixture(scope="module")
def requirements(shipped_catalog: Catalog) -> EntryRequirements:
    return open_requirements(shipped_catalog)


def hold(requirements: EntryRequirements, code: str, state: str | None) -> LicenseAnswer:
    return requirements.license_to_hold(OnetSocCode(code), state)


LAW_ASKS = [
    ("29-1229.00", "WA", "physicians: a license listed under many specialties counts"),
    ("25-2058.00", "NJ", "special education: nothing was linked since SOC 2018"),
    ("29-1141.01", "TX", "a specialty inherits the license of its line"),
    ("29-1024.00", "AK", "dental specialists are dentists"),
    ("33-3051.00", "MT", "peace officers are certified in every state"),
    ("21-1014.00", "TX", "counselors: listed under 21-1012, 1013 and 1015 only"),
    ("53-4011.00", "OH", "locomotive engineers: federal, 49 CFR 240"),
    ("53-3051.00", "AZ", "school bus drivers: 49 CFR 383.93"),
    ("25-2021.00", "NY", "teachers"),
    ("11-9032.00", "OK", "principals"),
    ("53-2031.00", "TX", "flight attendants: 49 USC 44728"),
    ("13-2023.00", "OH", "appraisers: FIRREA"),
    ("29-1151.00", "PA", "nurse anesthetists"),
    ("29-2043.00", "CA", "paramedics"),
    ("39-5092.00", "NY", "manicurists"),
    ("29-1291.00", "NY", "acupuncturists"),
    ("31-9097.00", "CA", "phlebotomists: 17 CCR 1034"),
    ("29-2011.00", "NY", "laboratory technologists: Education Law 165"),
    ("37-3012.00", "IA", "pesticide applicators: FIFRA"),
    ("49-9021.00", "WY", "EPA section 608"),
]


@pytest.mark.parametrize(("code", "state", "why"), LAW_ASKS)
def test_what_law_asks_is_named_or_told(requirements, code, state, why) -> None:
    answer = hold(requirements, code, state)
    assert answer.need == "required", why
    assert answer.name
    assert answer.agency
    assert answer.records or answer.is_federal or answer.gap == "no_record"


NOT_ASKED = [
    ("13-2011.00", "OH", "accountants: the CPA is another goal"),
    ("11-9111.00", "PA", "health managers are no nursing home administrators"),
    ("43-5032.00", "KS", "dispatchers are no aircraft dispatchers"),
    ("13-2081.00", "TX", "tax examiners are no enrolled agents"),
    ("15-2011.00", "NY", "actuaries are no enrolled actuaries"),
    ("27-4012.00", "FL", "broadcast technicians are no radio officers"),
    ("41-2031.00", "OH", "retail clerks sell no cars"),
    ("11-1021.00", "NC", "managers run no compost"),
    ("11-1011.00", "IL", "chief executives own no dance studio"),
    ("45-2092.00", "TX", "farmworkers handle no hemp"),
    ("49-9071.00", "TX", "no racing license for maintenance"),
    ("13-1071.00", "IL", "human resources specialists are no private employment counselors"),
    ("27-2021.00", "TX", "athletes are no jockeys"),
    ("31-9092.00", "OH", "medical assistants: only Washington credentials them"),
]


@pytest.mark.parametrize(("code", "state", "why"), NOT_ASKED)
def test_a_license_of_a_corner_or_another_trade_is_not_demanded(requirements, code, state, why):
    answer = hold(requirements, code, state)
    assert answer.need in ("none", "voluntary", "some_workers", "local"), why
    assert not requirements.license_vectors(state).required[requirements.catalog.row_of[code]]


RECORDS = [
    ("29-1141.00", "NY", "Registered Professional Nurse", "Registered Professional Nurse"),
    ("29-1141.00", "OH", "Registered Nurse", "Registered Nurse"),
    ("17-1012.00", "TX", "LANDSCAPE ARCHITECT", "Landscape Architect"),
    ("25-2022.00", "PA", "K-12 Instructional", "K-12 Instructional"),
    ("47-2111.00", "VA", "Tradesman License", "Journeyman electrician (tradesman license)"),
    ("31-1131.00", "OH", "State Tested Nurse Aide", "State Tested Nurse Aide"),
    ("47-2152.00", "IL", "PLUMBER", "Plumber"),
]


@pytest.mark.parametrize(("code", "state", "title", "name"), RECORDS)
def test_a_state_s_own_words_name_it(requirements, code, state, title, name) -> None:
    """The record stays as published; the name of what is asked is not shouted.

    Where the state's law is known, it is the name that the law has.
    """
    answer = hold(requirements, code, state)
    assert answer.name == name
    assert answer.records[0].title == title
    assert answer.whose_record == "careeronestop"
    assert answer.gap == "nothing"


def test_a_record_that_lacks_the_license_is_a_gap_told_with_whom_to_ask(requirements) -> None:
    answer = hold(requirements, "29-2052.00", "DE")
    assert (answer.need, answer.gap) == ("required", "no_record")
    assert answer.name == "Pharmacy technician"
    said = license_summary(answer, "Delaware")
    assert said == (
        "A license is required: Pharmacy technician. Our source has no record "
        "for Delaware; ask: State board of pharmacy."
    )


@pytest.mark.parametrize(
    ("code", "state", "need", "gap"),
    [
        ("47-2111.00", "IL", "local", "left_to_cities"),
        ("47-2111.00", "GA", "none", "contractor_only"),
        ("47-2111.00", "FL", "local", "contractor_only"),
        ("47-2152.00", "NY", "local", "left_to_cities"),
        ("33-9032.00", "CO", "local", "left_to_cities"),
        ("53-3054.00", "OH", "local", "left_to_cities"),
        ("31-9011.00", "MN", "local", "left_to_cities"),
        ("13-1031.00", "OH", "none", "nothing"),
        ("29-1125.00", "UT", "required", "nothing"),
        ("49-9094.00", "OH", "voluntary", "nothing"),
        ("27-1025.00", "NY", "some_workers", "nothing"),
        ("27-1025.00", "NV", "required", "nothing"),
        ("13-2082.00", "OH", "required", "nothing"),
    ],
)
def test_what_states_do_otherwise_is_told(requirements, code, state, need, gap) -> None:
    answer = hold(requirements, code, state)
    assert answer.need == need
    if need != "required":
        assert answer.gap == gap


def test_several_licenses_are_all_told(requirements) -> None:
    hvac = hold(requirements, "49-9021.00", "MD")
    assert hvac.name.startswith("EPA section 608")
    assert [other.need for other in hvac.also] == ["required"]
    assert hvac.also[0].records
    assert hold(requirements, "49-9021.00", "CO").also[0].need == "local"


def test_california_has_records_of_ours_with_their_law(requirements) -> None:
    nurse = hold(requirements, "29-1141.00", "CA")
    assert nurse.agency == "California Board of Registered Nursing"
    assert nurse.url == "https://www.rn.ca.gov"
    assert nurse.whose_record == "careerlattice"
    assert nurse.records[0].citation == "California B&P Code 2732, 2736"
    assert any("2732" in source.citation for source in nurse.sources)
    aide = hold(requirements, "31-1131.00", "CA")
    assert aide.asks["course_hours"] == "160"
    assert "approved course, 60 hours of theory and 100 clinical; fingerprints" in asked_words(aide)


OURS = {
    "source": "careerlattice",
    "education": "No education required",
    "experience": "three years",
}
THEIRS = {"source": "careeronestop", "education": "Education required", "experience": "Required"}


@pytest.mark.parametrize(
    ("record", "asks"),
    [
        (OURS, {"age": "18", "experience": "three years", "course_hours": "20"}),
        ({**OURS, "experience": None}, {"age": "18", "hours": "8000", "course_hours": "20"}),
        (THEIRS, {"age": "18", "hours": "8000", "program": "a program", "course_hours": "20"}),
    ],
)
def test_what_our_record_says_of_a_state_stands_in_place_of_the_nation_s(record, asks) -> None:
    gate = LicenseGate(
        number=1,
        granted_by="state",
        asked_in=AskedIn.MOST_STATES,
        name="Plumber",
        asks={"age": "18", "hours": "8000", "program": "a program"},
    )
    given = dict.fromkeys(License.__slots__) | record | {"course_hours": 20}
    assert _asks_here(gate, License(**given)) == asks
    assert _asks_here(gate, None) == gate.asks


def test_compacts_help_who_comes_from_a_member_state(requirements) -> None:
    ohio = hold(requirements, "29-1141.00", "OH").compact
    assert ohio is not None
    assert ohio.short == "NLC"
    assert ohio.helps("KY", "OH")
    assert not ohio.helps("NY", "OH")
    assert hold(requirements, "29-1141.00", "NY").compact is None
    midwife = hold(requirements, "29-1161.00", "DE").compact
    assert midwife is not None
    assert not midwife.helps("ND", "DE"), "the APRN Compact is not in force"


def test_the_nation_says_that_states_differ(requirements) -> None:
    nurse = hold(requirements, "29-1141.00", None)
    assert (nurse.need, nurse.gap) == ("required", "state_not_named")
    phlebotomist = hold(requirements, "31-9097.00", None)
    assert (phlebotomist.need, phlebotomist.gap) == ("unknown", "state_not_named")
    assert hold(requirements, "29-1141.00", "US") == nurse


def test_what_is_earned_after_hire_is_none_to_wait_for(requirements) -> None:
    row = requirements.catalog.row_of["53-2031.00"]
    vectors = requirements.license_vectors("TX")
    assert vectors.required[row]
    assert not vectors.before_hire[row]
    assert hold(requirements, "53-2031.00", "TX").is_after_hire


@pytest.mark.slow
@pytest.mark.parametrize("states", [JURISDICTIONS[at::6] for at in range(6)])
def test_vectors_and_answers_are_one_decision(requirements, states) -> None:
    for state in states:
        vectors = requirements.license_vectors(state)
        for row, code in enumerate(requirements.catalog.codes):
            answer = requirements.license_to_hold(code, state)
            assert answer.is_required == vectors.required[row], (code, state)
            assert (answer.need == "local") == vectors.local[row], (code, state)
            assert not (answer.is_required and not answer.name), (code, state)
            for record in answer.records:
                assert record.agency
                assert "NULL" not in record.agency
                assert record.role not in ("listed", "alike", "own_business")
                assert record.set_aside is None

"""How to get in, in sentences: every kind of door, course, practice and gate."""

from __future__ import annotations

import re

import pytest

from careerlattice.catalog.catalog import Catalog, open_release
from careerlattice.requirements.entry import (
    Apprenticeship,
    AskedIn,
    Course,
    Door,
    EntryCondition,
    Experience,
    FactSource,
    FieldRule,
    LicenseGate,
    NextStep,
    Practice,
    Promotion,
    SourceKind,
    Standing,
    Study,
    Training,
)
from careerlattice.vocab.amounts import Span
from careerlattice.vocab.codes import OnetSocCode
from careerlattice.vocab.levels import EducationLevel as Level
from careerlattice.wording.entry import (
    _named,
    describe_source,
    way_heading,
    way_sentences,
)
from careerlattice.wording.entry_gates import (
    describe_entry,
    describe_license,
    next_text,
    person_sentence,
)
from careerlattice.wording.work_names import WorkNames


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return open_release()


@pytest.fixture(scope="module")
def names(catalog: Catalog) -> WorkNames:
    return WorkNames(catalog)


def way(door: Door, **asked: object) -> EntryCondition:
    told: dict[str, object] = {
        "number": 1,
        "door": door,
        "floor": Level.HIGH_SCHOOL,
        "usual": Level.HIGH_SCHOOL,
        "field": FieldRule.ANY,
        **asked,
    }
    return EntryCondition(**told)  # type: ignore[arg-type]


DIPLOMA = "You need a high school diploma or GED."
WAYS = [
    (
        way(
            Door.APPRENTICESHIP,
            training=Training.APPRENTICESHIP,
            apprenticeship=Apprenticeship(
                months=Span(48, 60),
                hours=8000,
                pay_share=Span(0.45, 0.85),
                standing=Standing.USUAL,
                credit={"47-3013": (0.5, 24.0)},
            ),
        ),
        "Through an apprenticeship",
        [
            DIPLOMA,
            "Complete a paid apprenticeship of 4 to 5 years (about 8,000 hours).",
            "You start at about 45% of full pay and rise to 85%.",
            "If you worked as an electrician's helper, half of your time counts, up to 2 years.",
        ],
    ),
    (
        way(
            Door.APPRENTICESHIP,
            apprenticeship=Apprenticeship(months=Span(24, 24), standing=Standing.TITLE_ONLY),
        ),
        "Through an apprenticeship",
        [DIPLOMA, "An apprenticeship of 2 years is registered, but places are rare."],
    ),
    (
        way(
            Door.SCHOOL,
            floor=Level.ASSOCIATE,
            usual=Level.ASSOCIATE,
            field=FieldRule.OWN,
            study=Study(
                credential=Level.ASSOCIATE,
                name="Associate degree in nursing (ADN)",
                months=Span(24, 36),
                usd=Span(8000, 30000),
                is_full_time_only=True,
            ),
        ),
        "Associate degree",
        [
            "Earn an associate degree in nursing (ADN): 2 to 3 years, about $8,000 to $30,000. "
            "Classes are full time, by day."
        ],
    ),
    (
        way(Door.SCHOOL, floor=Level.CERTIFICATE, usual=Level.BACHELOR, field=FieldRule.PREFERRED),
        "Bachelor's degree",
        [
            "Earn a bachelor's degree, best in a related field.",
            "Some accept a certificate after high school.",
        ],
    ),
    (
        way(
            Door.COURSE,
            floor=Level.LESS_THAN_HIGH_SCHOOL,
            usual=Level.CERTIFICATE,
            course=Course(
                name="CDL class A school",
                hours=Span(120, 240),
                weeks=Span(3, 8),
                usd=Span(3000, 8000),
            ),
        ),
        "With a short course",
        [
            "No diploma is needed.",
            "Complete a CDL class A school: 120 to 240 hours, over 3 to 8 weeks, about $3,000 to "
            "$8,000.",
        ],
    ),
    (
        way(Door.COURSE, course=Course(name="Basic training", weeks=Span(7, 13), is_paid=True)),
        "With a short course",
        [
            DIPLOMA,
            "Complete basic training: 7 to 13 weeks. Your employer pays for it, and pays you "
            "meanwhile.",
        ],
    ),
    (
        way(
            Door.DIRECT,
            floor=Level.LESS_THAN_HIGH_SCHOOL,
            training=Training.SHORT,
            experience=Experience(months=6, what="kitchen work"),
        ),
        "Start and learn on the job",
        [
            "Most have a high school diploma or GED; some employers ask for none.",
            "Bring about 6 months of related work: kitchen work.",
            "You learn the work on the job, in about a month or less.",
        ],
    ),
    (
        way(
            Door.PROMOTION,
            promotion=Promotion(from_codes=("33-3051",), months=48),
            training=Training.MODERATE,
            training_months=Span(2, 6),
        ),
        "Move up from another job",
        [
            "Be promoted from police or sheriff's patrol officer after about 4 years.",
            DIPLOMA,
            "You learn the work on the job: 2 to 6 months.",
        ],
    ),
    (
        way(
            Door.BRIDGE,
            from_license=("29-2061",),
            study=Study(credential=Level.ASSOCIATE, name="LPN to RN bridge", months=Span(12, 18)),
        ),
        "From related work",
        [
            "For you if you are already a licensed practical nurse.",
            "Complete an LPN to RN bridge: 12 to 18 months.",
        ],
    ),
    (
        way(
            Door.BRIDGE,
            from_degree=Level.BACHELOR,
            from_degree_field=FieldRule.ANY,
            study=Study(credential=Level.MASTER, name="Master of Social Work"),
            practice=Practice(
                name="supervised clinical experience",
                months=Span(24, 36),
                hours=3000,
                usd=Span(45000, 62000),
                called="associate clinical social worker",
                before="full_license",
            ),
        ),
        "After other studies",
        [
            "For you if you already hold a bachelor's degree in any field.",
            "Earn a Master of Social Work.",
            "Then work 2 to 3 years under supervision as an associate clinical social worker: "
            "supervised clinical experience, 3,000 hours.",
            "It pays about $45,000 to $62,000 a year.",
            "You have a limited license meanwhile; the full one follows.",
        ],
    ),
]


@pytest.mark.parametrize(("condition", "heading", "told"), WAYS, ids=[w[1] for w in WAYS])
def test_a_way_in(
    names: WorkNames, condition: EntryCondition, heading: str, told: list[str]
) -> None:
    assert way_heading(condition) == heading
    assert way_sentences(condition, names) == told


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("premedical sciences (biology, physics) and the MCAT",) * 2,
        ("plastics or optics certificate", "a plastics or optics certificate"),
        ("electronics certificate", "an electronics certificate"),
        ("broker pre-license courses",) * 2,
    ],
)
def test_several_have_no_article(name: str, told: str) -> None:
    assert _named(name) == told


def test_an_unpaid_practice_says_so(names: WorkNames) -> None:
    practice = Practice(name="Residency", months=Span(24, 36), is_paid=False, before="license")
    told = way_sentences(way(Door.SCHOOL, practice=practice), names)
    assert told[-3:] == [
        "Then work 2 to 3 years under supervision: Residency.",
        "It is not paid.",
        "The license follows it.",
    ]


@pytest.mark.parametrize(
    ("asked_in", "told"),
    [
        (AskedIn.ALL_STATES, "Every state requires it."),
        (AskedIn.MOST_STATES, "Most states require it."),
        (AskedIn.FEDERAL, "Federal rules require it in every state."),
        (AskedIn.SOME_STATES, "Some states require it."),
        (AskedIn.LOCAL, "Some cities or counties require it."),
        (AskedIn.VOLUNTARY, "It is not required, but many employers value it."),
        (AskedIn.PART, "Only some in this work need it."),
    ],
)
def test_where_a_license_is_asked(asked_in: AskedIn, told: str) -> None:
    gate = LicenseGate(number=1, granted_by="state", asked_in=asked_in, name="Barber")
    found = describe_license(gate)
    assert found.sentences == (told,)
    required = (AskedIn.ALL_STATES, AskedIn.MOST_STATES, AskedIn.FEDERAL)
    assert found.is_asked is (asked_in in required)


def test_a_license_tells_what_it_asks_and_whom_to_ask() -> None:
    gate = LicenseGate(
        number=1,
        granted_by="state",
        asked_in=AskedIn.MOST_STATES,
        name="Journeyman electrician",
        exam="journeyman exam",
        agency="State electrical board",
        asks={"hours": "8000", "background_check": "asked", "compact": "some states accept others"},
        local_states=("IL", "PA"),
        note="ask your city",
    )
    assert describe_license(gate).sentences == (
        "Most states require it.",
        "Left to cities and counties in Illinois and Pennsylvania.",
        "It requires: 8,000 hours of practice or training; a background check.",
        "Across states: Some states accept others.",
        "Exam: journeyman exam.",
        "Ask: State electrical board.",
        "Ask your city.",
    )
    few = LicenseGate(
        number=2, granted_by="state", asked_in=AskedIn.SOME_STATES, name="X", states=("TX",)
    )
    assert describe_license(few).sentences == ("Texas requires it.",)
    part = LicenseGate(
        number=3, granted_by="state", asked_in=AskedIn.PART, name="X", asked_of="tanks"
    )
    assert describe_license(part).sentences == ("Only some need it: tanks.",)


@pytest.mark.parametrize(
    ("about", "value", "told"),
    [
        ("age_least", "18", "Be at least 18."),
        ("age_most", "30", "Be no older than 30 when you start."),
        ("citizen", "us_citizen", "Be a U.S. citizen."),
        ("citizen", "us_citizen_or_resident", "Be a U.S. citizen or permanent resident."),
        ("medical", "asked", "Pass a medical exam."),
        ("medical", "FAA first class", "Medical: FAA first class."),
        ("background", "some states", "Pass a background check (some states)."),
        ("background", "no felony", "Background check: no felony."),
        ("drug_test", "asked", "Pass a drug test."),
        ("driving", "asked", "Have a valid driver's license."),
        ("physical", "color vision", "Physical: color vision."),
        ("exam", "ASVAB", "Test: ASVAB."),
        ("clearance", "some_employers", "Get a security clearance (some employers)."),
        ("other", "21 at many carriers", "Age 21 at many carriers."),
    ],
)
def test_conditions_of_the_person(about: str, value: str, told: str) -> None:
    assert person_sentence(about, value) == told


def test_what_comes_next() -> None:
    step = NextStep(code=OnetSocCode("47-1011.00"), is_advance=True, months=60, asks="a degree")
    assert next_text(step) == "after about 5 years; a degree"
    assert next_text(NextStep(code=step.code, is_advance=False)) == ""


def test_sources_say_how_sure_they_are() -> None:
    page = FactSource(
        kind=SourceKind.HANDBOOK,
        is_read=True,
        title="Electricians",
        address="https://www.bls.gov/ooh/x.htm",
        section="training",
    )
    told = describe_source(page)
    assert told.text == "Occupational Outlook Handbook, Electricians: training"
    assert (told.standing, told.address) == ("read in", page.address)
    law = FactSource(kind=SourceKind.CITATION, is_read=False, citation="49 CFR 380")
    assert describe_source(law).standing == "known, to be checked"
    guess = FactSource(kind=SourceKind.JUDGMENT, is_read=False, citation="crews promote")
    assert describe_source(guess).standing == "our judgment"


ODD = re.compile(r"  |\.\.|\bNone\b|\bnan\b| ,|\( |: \.| a (?!one\b)[aeio][a-z]|\{|\}|_| ga\b")


def test_every_occupation_is_told_in_clean_sentences(catalog: Catalog) -> None:
    for code in catalog.codes:
        words = describe_entry(catalog, code)
        assert words.ways, code
        assert words.ways[0].is_usual
        told = [
            *(text for part in words.ways for text in (*part.sentences, part.note)),
            *(text for item in words.licenses for text in item.sentences),
            *words.person,
            *words.remarks,
        ]
        for text in filter(None, told):
            assert text[0].isupper() or text[0].isdigit(), (code, text)
            assert text.endswith((".", "!", "?")), (code, text)
            assert not ODD.search(text), (code, text)
        assert words.sources, code


def test_names_of_occupations_and_groups(names: WorkNames) -> None:
    assert names.name("29-1141") == "registered nurse"
    assert names.name("47-2") == "construction trades worker"
    assert names.ranks(("33-3051", "33-3021")) == (
        "police or sheriff's patrol officer, or detective or criminal investigator"
    )
    assert names.workers(("47-2111",)) == "an electrician"
    many = ("47-2111", "47-2152", "47-2031", "47-2181", "47-2211")
    assert names.ranks(many).endswith("or a similar job")
    with pytest.raises(KeyError):
        names.name("99-9999")

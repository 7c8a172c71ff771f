"""Every wording people use is read the same way: one occupation, a question, or told as none."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careerlattice.catalog.catalog import open_release
from careerlattice.catalog.names.openings import openings
from careerlattice.errors import Ambiguous, NoOccupation, NotFound
from careerlattice.wording.understood import error_text, understood_text

CATALOG = open_release()


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        # everyday words, short forms, plurals and genders
        ("CNA", "31-1131"), ("truck driver", "53-3032"), ("secretary", "43-6014"),
        ("server", "35-3031"), ("caregiver", "31-1122"), ("nurse", "29-1141"),
        ("store manager", "41-1011"), ("TSO", "33-9093"), ("patient care tech", "31-1131"),
        ("PTA", "31-2021"), ("RT(R)", "29-2034"), ("LPC", "21-1014"), ("IT support", "15-1232"),
        ("sysadmin", "15-1244"), ("order picker", "53-7065"), ("lineman", "49-9051"),
        ("ironworker", "47-2221"), ("framer", "47-2031"), ("sous chef", "35-1011"),
        ("sheriff deputy", "33-3051"), ("heart doctor", "29-1212"), ("rancher", "11-9013"),
        ("medic", "29-2043"), ("SDE", "15-1252"), ("Amazon driver", "53-3033"),
        ("uber driver", "53-3054"), ("doordash", "53-3031"), ("solar installer", "47-2231"),
        ("call center agent", "43-4051"), ("AP clerk", "43-3031"), ("A/R clerk", "43-3031"),
        ("R.N.", "29-1141"), ("Cashiers", "41-2011"), ("baby sitter", "39-9011"),
        ("repairwoman", "49-9071"), ("the nurse's aides", "31-1131"), ("Lead Nurse", "29-1141"),
        # Spanish in both genders
        ("enfermera", "29-1141"), ("enfermero", "29-1141"), ("bombera", "33-2011"),
        ("guardia de seguridad", "33-9032"), ("mesero", "35-3031"), ("cajera", "41-2011"),
        ("niñera", "39-9011"), ("farmacéutica", "29-1051"), ("programadora", "15-1251"),
        ("conductores de autobús", "53-3052"), ("auxiliar contable", "43-3031"),
        ("empleada de limpieza", "37-2011"), ("recamarera", "37-2012"), ("azafata", "53-2031"),
        ("desarrolladora de software", "15-1252"), ("tractorista", "45-2091"),
        # slips
        ("recepsionist", "43-4171"), ("cosmotologist", "39-5012"), ("custodion", "37-2011"),
        ("electritian", "47-2111"), ("costumer service representative", "43-4051"),
        # job ads
        ("Registered Nurse (RN) - Med/Surg - Nights", "29-1141"),
        ("Cashier PT - Store 0427", "41-2011"), ("Sr. Accountant - Hybrid", "13-2011"),
        ("General Laborer (Construction)", "47-2061"), ("Retired teacher assistant", "25-9042"),
    ],
)  # fmt: skip
def test_one_occupation_is_meant(typed: str, codes: str) -> None:
    assert CATALOG.resolve(typed).occupation.code.startswith(codes)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("11B", "55-3016"), ("11B10", "55-3016"), ("68W", "29-2042"), ("68W10", "29-2042"),
        ("68W Combat Medic", "29-2042"), ("MOS 88M", "53-3032"), ("0311", "55-3016"),
        ("USMC 3531 Motor Vehicle Operator", "53-3032"),
        ("Motor Vehicle Operator (3531)", "53-3032"),
        ("2A373", "49-3011"), ("3D1X2", "15-1231"), ("HM", "29-2042"), ("Navy HM2", "29-2042"),
        ("91D", "49-2092"), ("Army medic", "29-2042"), ("aviation electrician's mate", "49-2091"),
        ("drill instructor", "55-2013"), ("Air Force crew chief", "49-3011"),
    ],
)  # fmt: skip
def test_military_codes_and_titles_mean_civilian_work(typed: str, code: str) -> None:
    assert CATALOG.resolve(typed).occupation.code.startswith(code)


@pytest.mark.parametrize(
    ("typed", "among"),
    [
        ("driver", "53-3033.00"), ("teacher", "25-2021.00"), ("eye doctor", "29-1041.00"),
        ("account executive", "41-3011.00"), ("pilot", "53-2012.00"), ("chofer", "53-3032.00"),
        ("social worker", "21-1022.00"), ("cook", "35-2014.00"), ("inspector", "51-9061.00"),
    ],
)  # fmt: skip
def test_a_word_of_several_occupations_is_asked(typed: str, among: str) -> None:
    with pytest.raises(Ambiguous) as caught:
        CATALOG.resolve(typed)
    assert among in dict(caught.value.choices)
    assert "could mean" in str(caught.value)
    assert "No occupation is called" not in str(caught.value)


@pytest.mark.parametrize(
    ("typed", "state"),
    [
        ("unemployed", "unemployed"), ("Unemployed - seeking work", "unemployed"),
        ("retired", "retired"), ("Undergraduate Student", "student"), ("N/A", "empty"),
        ("self-employed", "self-employed"), ("stay at home mom", "homemaker"),
        ("owner", "self-employed"), ("founder", "self-employed"), ("veteran", "military"),
        ("gap year", "leave"), ("desempleada", "unemployed"), ("see resume", "empty"),
        ("associate", "rank"), ("Team Member", "rank"), ("shift manager", "rank"),
        ("supervisor", "rank"), ("intern", "rank"), ("director", "rank"), ("sergeant", "rank"),
    ],
)  # fmt: skip
def test_states_of_life_and_ranks_are_told_as_such(typed: str, state: str) -> None:
    with pytest.raises(NoOccupation) as caught:
        CATALOG.resolve(typed)
    assert caught.value.state == state
    assert not caught.value.nearest
    assert error_text(caught.value).startswith(repr(typed))
    assert CATALOG.find_occupations(typed, 1) == [] or state == "rank"


def test_what_was_taken_is_said_with_what_else_it_could_be() -> None:
    note = understood_text(CATALOG.resolve("truck driver").note)
    assert note.startswith(
        "We read 'truck driver' as Heavy and Tractor-Trailer Truck Drivers. It could also mean "
    )
    assert "Light Truck Drivers" in note
    assert CATALOG.resolve("registered nurse").note is None


@pytest.mark.parametrize("typed", ["xyzzy", "qwrtp zxcvb", "flurbish wangle"])
def test_nonsense_is_not_offered_anything(typed: str) -> None:
    with pytest.raises(NotFound) as caught:
        CATALOG.resolve(typed)
    assert not caught.value.nearest


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("SOC 29-1141", "29-1141.00"), ("29–1141", "29-1141.00"), ("29.1141", "29-1141.00"),
        ("29-1141.00 Registered Nurses", "29-1141.00"), ("47-2111.0", "47-2111.00"),
        ("29-1111", "29-1141.00"), ("29-1140", "29-1141.00"), ("15-1121", "15-1211.00"),
        ("291141", "29-1141.00"),
    ],
)  # fmt: skip
def test_codes_in_all_their_forms(typed: str, code: str) -> None:
    assert CATALOG.resolve(typed).occupation.code == code


@pytest.mark.parametrize(
    ("typed", "among"),
    [
        ("31-1120", "31-1122.00"), ("21-1018", "21-1014.00"), ("15-1256", "15-1253.00"),
        ("15-1199.09", "15-1299.09"), ("35-0000", "35-3031.00"), ("51.3801", "29-1141.00"),
        ("CIP 51.38", "29-1141.00"), ("ISCO 2221", "29-1141.00"),
    ],
)  # fmt: skip
def test_codes_of_several_occupations_offer_them(typed: str, among: str) -> None:
    with pytest.raises(Ambiguous) as caught:
        CATALOG.resolve(typed)
    assert among in dict(caught.value.choices)
    assert among in {hit.onet_soc_code for hit in CATALOG.find_occupations(typed)}


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("enfermera", "29-1141.00"), ("11B", "55-3016.00"), ("lavaplatos", "35-9021.00"),
        ("shift lead security guard", "33-9032.00"), ("backend engineer", "15-1252.00"),
    ],
)  # fmt: skip
def test_search_puts_first_what_the_words_stand_for(typed: str, code: str) -> None:
    assert CATALOG.find_occupations(typed, 3)[0].onet_soc_code == code


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=60) | st.text("()[]/-,&. aRN1", max_size=20))
def test_reading_never_fails(typed: str) -> None:
    reading = CATALOG.read_title(typed)
    assert set(reading.codes) <= set(CATALOG.row_of)
    CATALOG.find_occupations(typed, 3)


@pytest.mark.slow
def test_a_slip_is_read_alike_in_every_process() -> None:
    asked = (
        "from careerlattice.catalog.catalog import open_release\n"
        "for typed in ('canp operator', 'cadt', 'csat', 'cara worker'):\n"
        "    print(open_release().read_title(typed))"
    )
    said = [
        subprocess.run(
            [sys.executable, "-c", asked],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert said[0] == said[1]


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        # remarks of ads: pay, numbers of postings, home time, hours, shifts beside two titles
        ("CDL A Driver Home Weekly", "53-3032"), ("Line Cook $21/hr DOE", "35-2014"),
        ("Crew Member - Taco Bell #30211", "35-3023"),
        ("Barista (PT) Downtown Location", "35-3023"),
        ("Host/Hostess – Part-time", "35-9031"), ("Groundskeeper/Landscaper - Seasonal", "37-3011"),
        ("Landscape Crew Foreman - H2B", "37-1012"), ("OTR Truck Driver - 70 CPM", "53-3032"),
        # whom one works for, Spanish heads, leaders and repairers named otherwise
        ("Executive Assistant to the CEO", "43-6011"), ("kitchen boss", "35-1011"),
        ("washing machine repairman", "49-9031"), ("watch repairman", "49-9064"),
        ("excavator driver", "47-2073"), ("radióloga", "29-1224"),
    ],
)  # fmt: skip
def test_kinds_of_wordings_that_were_read_as_something_else(typed: str, code: str) -> None:
    assert CATALOG.resolve(typed).occupation.code.startswith(code)


@pytest.mark.parametrize(
    ("typed", "among"),
    [
        ("maestro de matemáticas", "25-2031.00"), ("bariatric surgeon", "29-1249.00"),
        ("hot air balloon pilot", "53-2012.00"), ("taco truck cook", "35-2014.00"),
        ("pickle packer", "53-7064.00"), ("germ scientist", "19-1022.00"),
    ],
)  # fmt: skip
def test_what_only_its_last_word_tells_is_asked(typed: str, among: str) -> None:
    with pytest.raises(Ambiguous) as error:
        CATALOG.resolve(typed)
    assert among in [code for code, _ in error.value.choices]


@pytest.mark.parametrize(
    "typed",
    ["trade school student", "student at Ohio State", "on unemployment", "ssi disability",
     "just graduated college", "between gigs", "10th grader", "applying for jobs"],
)  # fmt: skip
def test_states_of_life_are_told_as_such(typed: str) -> None:
    assert CATALOG.read_title(typed).kind == "state"
    with pytest.raises(NoOccupation):
        CATALOG.resolve(typed)


def test_a_verb_before_a_worker_is_not_what_the_worker_does() -> None:
    assert "53-3032.00" not in CATALOG.read_title("tow boat deckhand").codes[:1]
    assert CATALOG.resolve("towing cars").occupation.code == "53-3032.00"


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("COTA snf", "31-2011.00"), ("unit clerk ICU", "43-6013.00"),
        ("LVN home health", "29-2061.00"), ("BM3 deck department", "53-5011.00"),
        ("aircraft mechanic 2A3X3", "49-3011.00"), ("forklift guy at the Walmart DC", "53-7051.00"),
    ],
)  # fmt: skip
def test_a_setting_behind_a_title_is_left_aside(typed: str, code: str) -> None:
    assert CATALOG.resolve(typed).occupation.code == code


def test_words_for_other_people_behind_a_title_are_not_left_aside() -> None:
    assert CATALOG.resolve("nurse recruiter").occupation.code != "29-1141.00"
    assert list(openings("police records", lambda _: False)) == []
    supervisors = CATALOG.resolve("first-line supervisors of construction trades").occupation
    assert supervisors.code == "47-1011.00"

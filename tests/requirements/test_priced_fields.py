"""Fields with a time and price of their own: which occupations are of them, and what follows."""

from __future__ import annotations

import numpy as np
import pytest

from careerlattice.catalog.catalog import Catalog, open_release
from careerlattice.lattice.lattice import gap, open_lattice
from careerlattice.match.occupation_arrays import field_arrays
from careerlattice.plan.facts.occupations import OccupationFacts, build_occupation_facts
from careerlattice.requirements.priced_fields import ANY_FIELD
from careerlattice.requirements.requirements import open_requirements
from careerlattice.vocab.levels import EducationLevel as Level
from careerlattice.wording.gaps import piece_words


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return open_release()


@pytest.fixture(scope="module")
def facts(catalog: Catalog) -> OccupationFacts:
    return build_occupation_facts(catalog, open_lattice(catalog).arrays)


def field_of(catalog: Catalog, title: str) -> str:
    fields = open_requirements(catalog).priced_fields
    return fields.names[fields.of[catalog.row_of[catalog.get_occupation(title).code]]]


@pytest.mark.parametrize(
    ("title", "field"),
    [
        ("Family Medicine Physicians", "medicine"),
        ("Physicians, Pathologists", "medicine"),
        ("Orthodontists", "dentistry"),
        ("Pharmacists", "pharmacy"),
        ("Veterinarians", "veterinary medicine"),
        ("Podiatrists", "podiatric medicine"),
        ("Optometrists", "optometry"),
        ("Chiropractors", "chiropractic"),
        ("Physical Therapists", "physical therapy"),
        ("Lawyers", "law"),
        ("Law Teachers, Postsecondary", "law"),
        ("Commercial Pilots", "flight"),
        # One program in three, nine in twenty, one in nine; the rest lead elsewhere.
        ("Arbitrators, Mediators, and Conciliators", ANY_FIELD),
        ("Animal Scientists", ANY_FIELD),
        ("Biochemists and Biophysicists", ANY_FIELD),
        # Residencies of medicine, which award no degree, are most of what leads there.
        ("Medical Scientists, Except Epidemiologists", ANY_FIELD),
        ("Health Specialties Teachers, Postsecondary", ANY_FIELD),
        ("Air Traffic Controllers", ANY_FIELD),
        ("Registered Nurses", ANY_FIELD),
        ("Clinical and Counseling Psychologists", ANY_FIELD),
    ],
)
def test_an_occupation_is_of_a_field_when_half_of_its_programs_are(
    catalog: Catalog, title: str, field: str
) -> None:
    assert field_of(catalog, title) == field


def test_a_law_degree_opens_what_answers_call_professional_and_doctoral(catalog: Catalog) -> None:
    asked = open_requirements(catalog).get_requirements(catalog.get_occupation("Lawyers").code)
    shares = {share.category: share.share for share in asked.education}
    assert shares[Level.PROFESSIONAL] == pytest.approx(0.23, abs=0.01)
    assert shares[Level.DOCTORAL] == pytest.approx(0.77, abs=0.01)
    assert asked.access[Level.PROFESSIONAL] == asked.access[Level.DOCTORAL] == pytest.approx(1.0)
    assert asked.accepted is asked.typical is Level.PROFESSIONAL
    assert asked.access[Level.MASTER] == pytest.approx(0.0, abs=0.005)


def test_training_after_the_degree_counts_as_it_only_where_it_is_a_residency(
    catalog: Catalog,
) -> None:
    def asked(title: str, level: Level) -> float:
        return (
            open_requirements(catalog)
            .get_requirements(catalog.get_occupation(title).code)
            .access[level]
        )

    # 78 % of pediatricians and 12 % of veterinarians answer "training after a doctorate".
    assert asked("Pediatricians, General", Level.PROFESSIONAL) == pytest.approx(1.0)
    assert asked("Veterinarians", Level.PROFESSIONAL) == pytest.approx(0.88, abs=0.01)
    assert asked("Veterinarians", Level.POSTDOCTORAL) == pytest.approx(1.0)


def test_other_doctorates_stay_what_they_are(catalog: Catalog) -> None:
    shares = open_requirements(catalog).shares
    plain = open_requirements(catalog).priced_fields.of == 0
    published = np.cumsum(shares.published["RL"], axis=1)
    smoothed = np.cumsum(shares.smoothed["RL"], axis=1)
    assert np.array_equal(shares.access[plain], published[plain])
    assert np.array_equal(shares.smoothed_access[plain], smoothed[plain])
    row = catalog.row_of[catalog.get_occupation("Clinical and Counseling Psychologists").code]
    assert shares.level_opening(0.5)[row] == Level.DOCTORAL


def test_access_rises_with_the_level_everywhere(catalog: Catalog) -> None:
    shares = open_requirements(catalog).shares
    for access in (shares.access, shares.smoothed_access):
        assert (np.diff(access, axis=1) >= -1e-9).all()
        assert (access <= 1 + 1e-9).all()


def test_nothing_below_the_fields_lowest_credential_is_accepted(catalog: Catalog) -> None:
    fields, shares = open_requirements(catalog).priced_fields, open_requirements(catalog).shares
    for share in (0.25, 0.5):
        assert (shares.level_opening(share) >= fields.least).all()
    # A quarter of these jobs are open to less by the answers: 44 % and 26 %.
    for title, least in (
        ("Commercial Pilots", Level.CERTIFICATE),
        ("Allergists and Immunologists", Level.PROFESSIONAL),
    ):
        row = catalog.row_of[catalog.get_occupation(title).code]
        assert shares.access[row, least - 2] > 0.25
        assert shares.level_opening(0.25)[row] == least


# Some states seat judges, and agencies hearing officers, without a law degree.
NOT_ALL_OF_LAW = {"23-1021.00", "23-1023.00"}


def test_gaps_fits_and_plans_ask_the_same_of_these_occupations(
    catalog: Catalog, facts: OccupationFacts
) -> None:
    requirements = open_requirements(catalog)
    rows = np.flatnonzero(requirements.priced_fields.is_first_professional)
    required, ways = open_lattice(catalog).required, facts.ways
    assert len(rows) == 39
    others = set()
    for row in rows:
        asked = requirements.get_requirements(catalog.codes[row])
        assert required.accepted_level[row] == asked.accepted == Level.PROFESSIONAL
        assert required.typical_level[row] == facts.typical[row] == asked.typical
        asks_degree = (ways.asked == Level.PROFESSIONAL) & ways.is_own
        assert ways.at_door(asks_degree)[row], "the usual door asks the profession's own degree"
        if not all(asks_degree[ways.of[row]]):
            others.add(str(catalog.codes[row]))
        else:
            assert facts.accepted[row] == asked.accepted
        assert np.array_equal(facts.share_open[row], requirements.openness.open[row])
        assert facts.share_open[row, Level.PROFESSIONAL] >= asked.access[Level.PROFESSIONAL] - 1e-9
    assert others == NOT_ALL_OF_LAW


def test_prices_are_the_fields_own_and_otherwise_any_fields(catalog: Catalog) -> None:
    def prices(title: str) -> dict[str, float]:
        row = catalog.row_of[catalog.get_occupation(title).code]
        found = open_requirements(catalog).prices_at(row)
        return {name: p.per_year_usd.typical for (s, name), p in found.items() if s == "public"}

    assert prices("Registered Nurses") == prices("Curators")
    medicine, law = prices("Cardiologists"), prices("Lawyers")
    assert medicine["professional"] != law["professional"]
    assert medicine["bachelor"] == law["bachelor"] == prices("Curators")["bachelor"]
    row = catalog.row_of[catalog.get_occupation("Lawyers").code]
    length = open_requirements(catalog).prices_at(row)["public", "professional"]
    assert (length.full_time_months, length.school_years, length.field) == (36, 3.0, "law")
    assert not length.is_full_time_only


def test_a_dentist_brings_the_degree_that_an_orthodontist_needs(catalog: Catalog) -> None:
    found = gap(catalog, "29-1021.00", "29-1023.00")
    assert found.piece("education").is_met
    assert found.piece("field of study").is_met
    rows = [catalog.row_of[code] for code in ("29-1021.00", "29-1023.00")]
    dentist, orthodontist = (field_arrays(catalog).fields[row] for row in rows)
    assert "51.04" in dentist & orthodontist


def test_a_doctor_of_another_field_needs_the_whole_degree(catalog: Catalog) -> None:
    # From a physicist, whose doctorate is higher by its number, to a lawyer.
    found = gap(catalog, "19-2012.00", "23-1011.00")
    assert found.piece("education").is_met
    field = found.piece("field of study")
    assert (field.months.low, field.months.typical, field.usd.typical) == (36, 36, 3 * 26_917)
    assert piece_words(field).missing == "courses of a professional degree in the field"


def test_a_paralegal_lacks_one_degree_priced_and_timed_as_law_school(catalog: Catalog) -> None:
    piece = gap(catalog, "23-2011.00", "23-1011.00").piece("education")
    assert piece_words(piece).missing == "professional degree"
    assert (piece.months.low, piece.months.typical, piece.usd.typical) == (36, 36, 3 * 26_917)
    assert "in law, a professional degree and a doctorate are the same" in piece_words(piece).source


def test_only_the_degree_of_the_field_leads_into_the_profession(
    catalog: Catalog, facts: OccupationFacts
) -> None:
    def row(title: str) -> int:
        return catalog.row_of[catalog.get_occupation(title).code]

    family, heart = row("Family Medicine Physicians"), row("Cardiologists")
    dentist, teeth = row("Dentists, General"), row("Orthodontists")
    assert facts.same_program[family, heart]
    assert facts.same_program[dentist, teeth]
    assert facts.programs[teeth] >= {"51.0401"}
    # The program leads to both, and so do doctorates in it; neither is a law degree.
    teacher, lawyer = row("Health Specialties Teachers, Postsecondary"), row("Lawyers")
    mediator = row("Arbitrators, Mediators, and Conciliators")
    assert not facts.common_program[teacher, heart]
    assert facts.common_program[heart, teacher]
    assert not facts.common_program[mediator, lawyer]
    assert facts.common_program[lawyer, mediator]
    # Ship's captains' schooling is of the same CIP family as flight; no hours are flown in it.
    captain = row("Captains, Mates, and Pilots of Water Vessels")
    pilot, airline = row("Commercial Pilots"), row("Airline Pilots, Copilots, and Flight Engineers")
    assert not facts.same_line[captain, airline]
    assert facts.same_line[pilot, airline]

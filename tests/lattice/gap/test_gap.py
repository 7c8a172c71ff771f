"""Gaps: the pieces of well-known moves and of profiles, held against the figures behind them."""

from __future__ import annotations

import pytest

from careerlattice.lattice.gap.model import PIECES
from careerlattice.lattice.lattice import gap
from careerlattice.profile.model import Education, FieldOfStudy, HeldLicense, Profile, Work
from careerlattice.requirements.requirements import open_requirements
from careerlattice.requirements.schooling import schooling_to
from careerlattice.vocab.codes import CipCode, OnetSocCode
from careerlattice.vocab.levels import EducationLevel as Level
from careerlattice.wording.gaps import assumption_sentence, piece_words

LPN, NURSE, DRIVER, TEACHER = "29-2061.00", "29-1141.00", "53-3032.00", "25-2021.00"
HELPER, ELECTRICIAN, RETAIL = "47-3013.00", "47-2111.00", "41-2031.00"


@pytest.fixture(scope="module")
def ohio(catalog):
    return catalog.get_area("OH")


def test_a_gap_has_all_pieces_in_order(catalog):
    found = gap(catalog, LPN, NURSE)
    assert tuple(piece.name for piece in found.pieces) == PIECES
    assert found.from_code == LPN
    assert "24 months" in assumption_sentence(found.assumptions[0])


def test_from_practical_to_registered_nurse(catalog, ohio):
    found = gap(catalog, LPN, NURSE, ohio)
    education = found.piece("education")
    assert education.status == "missing"
    assert "accepted by some: associate degree" in piece_words(education).asked
    # A certificate in the field counts half a school year of the two of an associate degree.
    assert education.months.low == pytest.approx(18.0)
    assert education.usd.low < education.usd.typical < education.usd.high
    assert found.piece("license").status == "missing"
    assert "Ohio Board of Nursing" in " ".join(piece_words(found.piece("license")).items)
    assert found.months.low >= 12
    assert found.months.typical > found.months.low


def test_an_occupation_has_no_gap_to_itself_but_what_its_jobs_ask_beyond_two_years(catalog, ohio):
    found = gap(catalog, RETAIL, RETAIL, ohio)
    for name in ("education", "field of study", "experience", "skills"):
        assert found.piece(name).is_met, name
    assert found.skill_shortfall == 0
    assert found.usd.high == 0


def test_related_experience_counts_by_nearness(catalog, lattice):
    near = gap(catalog, HELPER, ELECTRICIAN, months_in_job=10).piece("experience")
    far = gap(catalog, DRIVER, TEACHER, months_in_job=120).piece("experience")
    nearness = lattice.arrays.nearness[lattice.row(HELPER), lattice.row(ELECTRICIAN)]
    asked = lattice.required.typical_experience_months[lattice.row(ELECTRICIAN)]
    assert near.months.typical == pytest.approx(max(0.0, asked - 10 * nearness), abs=1.0)
    assert piece_words(far).has == "none that counts"


def test_more_months_in_a_near_job_never_widen_the_gap(catalog):
    spans = [
        gap(catalog, HELPER, ELECTRICIAN, months_in_job=m).months.typical for m in (0, 6, 24, 60)
    ]
    assert spans == sorted(spans, reverse=True)


def test_a_degree_counts_only_in_its_field_where_the_field_matters(catalog):
    nursing = FieldOfStudy(CipCode("51.3801"))
    history = FieldOfStudy(CipCode("54.0101"))
    fits = gap(catalog, Profile(education=Education(Level.BACHELOR, (nursing,))), NURSE)
    other = gap(catalog, Profile(education=Education(Level.BACHELOR, (history,))), NURSE)
    assert fits.piece("field of study").is_met
    assert fits.piece("education").is_met
    assert other.piece("education").is_met
    assert other.piece("field of study").status == "missing"
    assert other.piece("field of study").months.typical > 0
    assert other.usd.typical > fits.usd.typical


def test_which_occupations_take_any_field(lattice):
    specific = {
        code: lattice.required.is_field_specific(lattice.row(code))
        for code in (NURSE, TEACHER, "17-2051.00", "11-1021.00", "15-1252.00", RETAIL, ELECTRICIAN)
    }
    assert specific == {
        NURSE: True, TEACHER: True, "17-2051.00": True,
        "11-1021.00": False, "15-1252.00": False, RETAIL: False, ELECTRICIAN: False,
    }  # fmt: skip


def test_a_held_license_is_met(catalog, ohio):
    record = next(
        one
        for one in open_requirements(catalog).list_licenses(OnetSocCode(NURSE), "OH")
        if one.state == "OH"
    )
    held = Profile(licenses=(HeldLicense(record.title, "OH", record.license_id),))
    assert gap(catalog, held, NURSE, ohio).piece("license").is_met
    assert gap(catalog, Profile(), NURSE, ohio).piece("license").status == "missing"


def test_the_nation_only_knows_how_many_states_license(catalog):
    piece = gap(catalog, LPN, NURSE).piece("license")
    assert piece.status == "unknown"
    assert "name a state" in piece_words(piece).asked


def test_a_state_without_records_is_unknown_not_free(catalog):
    piece = gap(catalog, LPN, NURSE, catalog.get_area("CA")).piece("license")
    assert piece.status == "unknown" or piece_words(piece).items


def test_a_profile_s_work_counts_at_its_recognition_rate(catalog):
    def credited(kind):
        work = (Work("helper", OnetSocCode(HELPER), 20.0, kind, confirmed=True),)
        piece = gap(catalog, Profile(work=work), ELECTRICIAN).piece("experience")
        return piece_words(piece).items[0]

    assert credited("job").startswith("1 year 8 months")
    assert credited("volunteer").startswith("10 months")


def test_skill_items_are_largest_first_and_in_plain_words(catalog):
    found = gap(catalog, "31-1131.00", NURSE)
    weights = [item.weight for item in found.skill_items]
    assert weights == sorted(weights, reverse=True)
    assert len(weights) == 5
    assert all(item.asked - item.has >= 0.5 for item in found.skill_items)
    assert piece_words(found.piece("skills")).items[0].startswith(found.skill_items[0].plain_name)


def test_stated_skills_take_the_place_of_assumed_ones(catalog, lattice):
    item = gap(catalog, "31-1131.00", NURSE).skill_items[0]
    work = (Work("aide", OnetSocCode("31-1131.00"), 24.0, confirmed=True),)
    group = "skills" if item.domain == "skill" else "knowledge"
    able = Profile(work=work).with_changes(**{group: {item.element_id: 7.0}})
    assert item.element_id not in {i.element_id for i in gap(catalog, able, NURSE).skill_items}


@pytest.mark.slow
def test_any_pair_has_a_gap_with_sound_ranges(catalog, ohio):
    """Origins and destinations across the taxonomy, the specialties and the military included."""
    for a, start in enumerate(catalog.codes[::41]):
        for to in catalog.codes[a % 7 :: 29]:
            found = gap(catalog, start, to, ohio if a % 2 else None)
            assert 0 <= found.months.low <= found.months.typical
            assert 0 <= found.usd.low <= found.usd.typical <= found.usd.high
            for piece in found.pieces:
                assert piece.status in {"met", "partly", "missing", "unknown"}
                is_said = bool(piece_words(piece).missing)
                assert is_said or piece.is_met or piece.status == "unknown", piece


class TestSchooling:
    def test_nothing_is_missing_at_the_level_in_the_field(self, catalog):
        found = schooling_to(
            open_requirements(catalog).prices, Level.BACHELOR, Level.ASSOCIATE, field_fits=True
        )
        assert found.credentials == ()
        assert found.months.typical == 0

    @pytest.mark.parametrize(
        ("has", "wanted", "credentials", "months"),
        [
            (Level.HIGH_SCHOOL, Level.BACHELOR, ("bachelor",), 48),
            (Level.ASSOCIATE, Level.BACHELOR, ("bachelor",), 24),
            (Level.HIGH_SCHOOL, Level.MASTER, ("bachelor", "master"), 72),
            (Level.LESS_THAN_HIGH_SCHOOL, Level.CERTIFICATE,
             ("high school equivalency", "certificate"), 18),
            (Level.CERTIFICATE, Level.SOME_COLLEGE, (), 0),
        ],
    )  # fmt: skip
    def test_the_way_up(self, catalog, has, wanted, credentials, months):
        found = schooling_to(open_requirements(catalog).prices, has, wanted, field_fits=True)
        assert found.credentials == credentials
        assert found.months.low == pytest.approx(months)

    def test_another_field_takes_longer(self, catalog):
        near = schooling_to(
            open_requirements(catalog).prices, Level.ASSOCIATE, Level.BACHELOR, field_fits=True
        )
        far = schooling_to(
            open_requirements(catalog).prices, Level.ASSOCIATE, Level.BACHELOR, field_fits=False
        )
        assert far.months.low > near.months.low
        assert far.usd.typical > near.usd.typical

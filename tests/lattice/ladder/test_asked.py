"""What steps of a ladder ask: of specialties, in the work's own words, by the usual door."""

from __future__ import annotations

from careerlattice.vocab.levels import EducationLevel


def test_a_specialty_asks_no_schooling_again(lattice):
    asked = lattice.ladder_facts
    row = lattice.catalog.row_of
    step = asked.asks(row["29-1141.00"], row["29-1141.03"])
    assert step.experience == 12
    assert not step.is_credential_first
    graduate = asked.asks(row["29-1141.00"], row["29-1141.04"])
    assert graduate.credential == EducationLevel.MASTER


def test_the_origins_own_words_stand_where_only_work_is_asked(lattice):
    asked, row = lattice.ladder_facts, lattice.catalog.row_of
    sergeant = asked.asks(row["33-3051.00"], row["33-1012.00"])
    assert sergeant.own_words == "promotional exam"
    nurse = asked.asks(row["29-2061.00"], row["29-1141.00"])
    assert not nurse.own_words
    officer = asked.asks(row["33-9032.00"], row["33-3012.00"])
    assert officer.local_license
    assert officer.own_words == "corrections academy"


def test_the_program_of_the_usual_door_is_told_where_a_license_takes_less(lattice):
    asked, row = lattice.ladder_facts, lattice.catalog.row_of
    technician = asked.asks(row["31-9097.00"], row["29-2012.00"])
    assert technician.usual == EducationLevel.ASSOCIATE

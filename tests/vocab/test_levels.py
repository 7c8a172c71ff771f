"""Levels of education: what they are called, and the words that mean them."""

from __future__ import annotations

from careerlattice.vocab.levels import EducationLevel


def test_the_level_after_a_masters_is_named_so_that_it_fits_who_enters_with_a_bachelors() -> None:
    level = EducationLevel.POSTMASTER_CERTIFICATE
    assert level.label == "specialist degree or post-master's certificate"
    for said in (level.label, "certificate after a master's", "specialist degree"):
        assert EducationLevel.parse(said) is level

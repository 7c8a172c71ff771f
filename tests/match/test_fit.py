"""Columns of a profile: education access, field, scores of 0 to 1."""

from __future__ import annotations

import numpy as np
import pytest

from careerlattice.catalog.catalog import open_release
from careerlattice.match.fit import COLUMNS, assumed_education, fit_columns
from careerlattice.match.occupation_arrays import field_arrays
from careerlattice.match.parameters import WORST_SHORTFALL
from careerlattice.profile.model import Education, FieldOfStudy, Interests, Profile, Work
from careerlattice.vocab.codes import CipCode, OnetSocCode
from careerlattice.vocab.levels import EducationLevel

CATALOG = open_release()
NURSE, ENGINEER = CATALOG.row_of["29-1141.00"], CATALOG.row_of["17-2141.00"]
MANAGER = CATALOG.row_of["11-1021.00"]


def schooled(level: EducationLevel, *fields: str) -> Profile:
    return Profile(education=Education(level, tuple(FieldOfStudy(CipCode(f)) for f in fields)))


def test_access_is_the_published_share_of_jobs() -> None:
    """O*NET 30.1: a certificate opens 23 % of nurses' jobs, an associate degree 43 %."""
    for level, share in (
        (EducationLevel.CERTIFICATE, 0.23),
        (EducationLevel.ASSOCIATE, 0.43),
        (EducationLevel.BACHELOR, 0.99),
    ):
        columns = fit_columns(CATALOG, schooled(level))
        assert columns.education_access is not None
        assert columns.education_access[NURSE] == pytest.approx(share, abs=0.01)


def test_a_degree_in_another_field_counts_as_some_college() -> None:
    history = fit_columns(CATALOG, schooled(EducationLevel.BACHELOR, "54.0101"))
    some = fit_columns(CATALOG, schooled(EducationLevel.SOME_COLLEGE))
    assert history.field_matches[ENGINEER] == 0.0
    assert history.access_in_field is not None
    assert some.education_access is not None
    assert history.access_in_field[ENGINEER] == some.education_access[ENGINEER]
    assert np.isnan(history.field_matches[MANAGER])
    assert history.education_access is not None
    assert history.access_in_field[MANAGER] == history.education_access[MANAGER]


def test_a_degree_in_the_field_or_work_in_it_counts() -> None:
    mechanical = fit_columns(CATALOG, schooled(EducationLevel.BACHELOR, "14.1901"))
    assert mechanical.field_matches[ENGINEER] == 1.0
    working = Profile(
        education=Education(EducationLevel.BACHELOR, (FieldOfStudy(CipCode("54.0101")),)),
        work=(Work("engineer", OnetSocCode("17-2141.00"), 36),),
    )
    assert fit_columns(CATALOG, working).field_matches[ENGINEER] == 1.0


def test_what_is_called_field_specific() -> None:
    specific = field_arrays(CATALOG).is_specific
    for code in ("29-1141.00", "17-2141.00", "17-2199.00", "25-2031.00", "23-1011.00"):
        assert specific[CATALOG.row_of[code]], code
    # The law licenses only some accountants (CPAs), and their programs are of three families.
    for code in ("11-1021.00", "15-1252.00", "11-9021.00", "41-2031.00", "13-2011.00"):
        assert not specific[CATALOG.row_of[code]], code


def test_scores_lie_between_0_and_1_and_follow_their_columns() -> None:
    profile = Profile(
        education=Education(EducationLevel.ASSOCIATE),
        work=(Work("cna", OnetSocCode("31-1131.00"), 40),),
        interests=Interests(10, 20, 5, 35, 10, 20),
    )
    columns = fit_columns(CATALOG, profile)
    assert set(columns.scores) == set(COLUMNS)
    for name, scores in columns.scores.items():
        known = scores[~np.isnan(scores)]
        assert known.min() >= 0.0, name
        assert known.max() <= 1.0, name
        assert known.std() > 0.05, name
    assert columns.interests is not None
    nearest = int(np.nanargmin(columns.interests.distance))
    assert columns.scores["interests"][nearest] == pytest.approx(1.0, abs=0.002)
    assert (columns.scores["interests"] == 0).mean() == pytest.approx(0.5, abs=0.01)
    assert columns.skills is not None
    half = np.abs(columns.skills.shortfall - WORST_SHORTFALL["skills"].value / 2).argmin()
    assert columns.scores["skills"][half] == pytest.approx(0.5, abs=0.05)


def test_an_empty_profile_has_pay_and_outlook_only() -> None:
    columns = fit_columns(CATALOG, Profile())
    assert set(columns.scores) == {"pay", "outlook"}
    assert np.isnan(columns.scores["pay"][CATALOG.row_of["55-1016.00"]])


def test_education_is_assumed_from_work_only_where_none_is_stated() -> None:
    nurse = Profile(work=(Work("nurse", OnetSocCode("29-1141.00"), 40),))
    assert assumed_education(CATALOG, nurse) == EducationLevel.ASSOCIATE
    assert fit_columns(CATALOG, nurse).is_education_assumed
    stated = Profile(education=Education(EducationLevel.BACHELOR), work=nurse.work)
    assert not fit_columns(CATALOG, stated).is_education_assumed
    assert assumed_education(CATALOG, Profile()) is None


def test_pay_is_that_of_the_area() -> None:
    nation, california = (
        fit_columns(CATALOG, Profile(), CATALOG.get_area(a)) for a in (None, "CA")
    )
    assert california.pay.p50[NURSE] > nation.pay.p50[NURSE]

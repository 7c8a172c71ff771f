"""Openness: answers held against what workers have, and licenses that open all jobs."""

from __future__ import annotations

import numpy as np
import pytest

from careerlattice.catalog.catalog import Catalog, open_release
from careerlattice.requirements.openness import Openness, OpennessBasis
from careerlattice.requirements.requirements import open_requirements
from careerlattice.vocab.codes import OnetSocCode
from careerlattice.vocab.levels import EducationLevel as Level


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return open_release()


@pytest.fixture(scope="module")
def openness(catalog: Catalog) -> Openness:
    return open_requirements(catalog).openness


def test_transport_managers_are_open_to_who_has_no_bachelors(openness: Openness) -> None:
    # 67 % of them hold less than a bachelor's (BLS Table 5.3); 1 of 21 experts says so.
    found = openness.of(OnetSocCode("11-3071.00"))
    assert found.basis is OpennessBasis.ATTAINMENT
    assert found.disagrees
    assert found.open[Level.ASSOCIATE] == pytest.approx(0.67, abs=0.005)
    assert found.open[Level.HIGH_SCHOOL] >= 0.325
    assert found.open[Level.BACHELOR] == pytest.approx(0.905, abs=0.01)


def test_chefs_and_cost_estimators(catalog: Catalog, openness: Openness) -> None:
    chef = openness.of(OnetSocCode("35-1011.00"))
    assert chef.open[Level.HIGH_SCHOOL] >= 0.48
    estimator = openness.of(OnetSocCode("13-1051.00"))
    assert estimator.open[Level.SOME_COLLEGE] == pytest.approx(0.5, abs=0.005)
    accepted = openness.level_opening(0.25)
    assert accepted[catalog.row_of["35-1011.00"]] == Level.HIGH_SCHOOL
    assert accepted[catalog.row_of["13-1051.00"]] <= Level.CERTIFICATE


def test_a_license_opens_all_licensed_jobs_at_its_floor(openness: Openness) -> None:
    nurse = openness.of(OnetSocCode("29-2061.00"))
    assert nurse.basis is OpennessBasis.LICENSE
    assert nurse.open[Level.CERTIFICATE] == 1.0
    assert nurse.open[Level.HIGH_SCHOOL] == 0.0
    lawyer = openness.of(OnetSocCode("23-1011.00"))
    assert lawyer.open[Level.PROFESSIONAL] == 1.0
    assert lawyer.open[Level.MASTER] == 0.0


def test_shares_rise_and_stay_between_none_and_all(openness: Openness) -> None:
    for shares in (openness.open, openness.decided):
        assert shares.shape == (len(openness.codes), 13)
        assert (shares[:, 0] == 0).all()
        assert (np.diff(shares, axis=1) >= -1e-12).all()
        assert shares.max() <= 1.0 + 1e-9


def test_only_what_is_beyond_sampling_error_is_corrected(
    catalog: Catalog, openness: Openness
) -> None:
    access = np.minimum(open_requirements(catalog).shares.access, 1.0)
    answers = [basis is OpennessBasis.ANSWERS for basis in openness.basis]
    assert np.allclose(openness.open[answers, 1:], access[answers])
    assert not openness.disagrees[answers].any()
    unlicensed = [basis is not OpennessBasis.LICENSE for basis in openness.basis]
    assert (openness.open[unlicensed, 1:] >= access[unlicensed] - 1e-9).all()

"""The arrays: shapes, sums, symmetry, and that the file keeps what was built."""

from __future__ import annotations

import numpy as np
import pytest

from careerlattice.catalog.catalog import Catalog
from careerlattice.lattice.arrays import opening
from careerlattice.lattice.arrays.build import build_arrays
from careerlattice.lattice.arrays.kinds import Kind
from careerlattice.lattice.arrays.stored import from_stored, in_steps, to_stored
from careerlattice.release.arrays import arrays_to_bytes
from careerlattice.release.opening import Release

pytestmark = pytest.mark.slow

NURSE, WELDER = "29-1141.00", "51-4121.00"


@pytest.fixture(scope="module")
def built(catalog):
    return build_arrays(catalog)


def test_likelihoods_of_every_origin_sum_to_one(lattice):
    likelihood = lattice.arrays.likelihood
    assert likelihood.min() >= 0
    assert np.allclose(likelihood.sum(axis=1), 1.0, atol=1e-4)
    assert not likelihood.diagonal().any()


def test_shapes_and_ranges(catalog, lattice):
    n, arrays = len(catalog.codes), lattice.arrays
    for name in ("likelihood", "ease", "skill_shortfall", "nearness"):
        array = getattr(arrays, name)
        assert array.shape == (n, n), name
        assert array.dtype == np.float32, name
        assert np.isfinite(array).all(), name
    assert arrays.kind.shape == (n, n)
    assert arrays.level.shape == (n,)
    for array in (arrays.ease, arrays.nearness):
        assert array.min() >= 0
        assert array.max() <= 1
    assert arrays.skill_shortfall.min() >= 0
    assert arrays.skill_shortfall.max() <= 5


def test_nearness_is_symmetric_and_one_with_itself(built):
    assert (built.nearness == built.nearness.T).all()
    assert (built.nearness.diagonal() == 1).all()


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("29-2061.00", "29-1141.00"),
        ("35-2014.00", "35-1011.00"),
        ("41-2011.00", "41-2031.00"),
        ("47-3013.00", "47-2111.00"),
        ("53-3033.00", "53-3032.00"),
    ],
)
def test_work_next_door_is_near(catalog, built, a, b):
    assert built.nearness[catalog.row_of[a], catalog.row_of[b]] >= 0.75


def test_most_random_pairs_are_not_near(catalog, built):
    assert built.nearness[catalog.row_of[NURSE], catalog.row_of[WELDER]] < 0.05
    upper = built.nearness[np.triu_indices(len(catalog.codes), 1)]
    assert np.median(upper) < 0.05


def test_skill_shortfall_has_a_direction(catalog, built):
    aide, nurse = catalog.row_of["31-1131.00"], catalog.row_of[NURSE]
    up, down = built.skill_shortfall[aide, nurse], built.skill_shortfall[nurse, aide]
    assert up > 2 * down
    assert (built.skill_shortfall.diagonal() == 0).all()


def test_the_file_keeps_the_arrays_within_the_stated_errors(built):
    again = from_stored(to_stored(built))
    kept = built.likelihood > 1e-7
    assert np.allclose(again.likelihood[kept], built.likelihood[kept], rtol=1e-3)
    assert np.abs(again.ease - built.ease).max() < 0.002
    assert np.abs(again.nearness - built.nearness).max() < 0.002
    assert (again.shortfall == built.shortfall).all()
    assert (again.kind == built.kind).all()
    assert (again.named == built.named).all()
    assert (again.level == built.level).all()


def test_missing_levels_are_held_to_a_hundredth():
    missing = np.array([0.0, 0.013, 1.0, 2.345, 5.0, 6.8], dtype=np.float32)
    kept = in_steps(missing).astype(np.float32) * np.float32(5.0 / 255)
    assert np.abs(kept[:-1] - missing[:-1]).max() < 0.01
    assert kept[-1] == 5.0


def test_processes_forked_later_share_what_is_read_before(monkeypatch):
    shared = {}
    monkeypatch.setattr(opening, "_SHARED", shared)
    opening.share_arrays(Release())
    (arrays,) = shared.values()
    assert opening.open_arrays(Catalog(Release())) is arrays
    # Another file is not taken for it.
    shared["0" * 64] = shared.pop(next(iter(shared)))
    assert opening.open_arrays(Catalog(Release())) is not arrays


def test_the_file_is_small_and_the_same_each_time(built):
    first = arrays_to_bytes(to_stored(built))
    assert len(first) <= 5_000_000
    assert first == arrays_to_bytes(to_stored(built))


def test_the_shipped_file_is_what_this_code_builds(lattice, built):
    """A change of a rule without a new release would show here."""
    assert (lattice.arrays.kind == built.kind).all()
    assert (lattice.arrays.named == built.named).all()
    assert (lattice.arrays.level == built.level).all()
    assert np.abs(lattice.arrays.nearness - built.nearness).max() < 0.002
    kept = built.likelihood > 1e-7
    assert np.allclose(lattice.arrays.likelihood[kept], built.likelihood[kept], rtol=2e-3)


def test_step_back_is_the_reverse_of_a_rise(built):
    up = built.kind == Kind.ADVANCE
    assert not (up & up.T).any()
    plain = up & (built.named == 0) & (built.named.T == 0)
    assert (built.kind.T[plain] == Kind.STEP_BACK).all()

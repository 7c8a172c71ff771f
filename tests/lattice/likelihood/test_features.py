"""Features of pairs of occupations, on a small invented network of occupations."""

from __future__ import annotations

from dataclasses import fields, replace

import numpy as np
import pytest

from careerlattice.lattice.likelihood.features import (
    PER_OCCUPATION,
    PROFILE_NAMES,
    LikelihoodInputs,
    employment_share,
    line_members,
    origin_profiles,
    pair_features,
    title_likeness,
)

ELEMENTS = ("2.A.1.a", "2.B.1.a", "2.C.1.a", "2.C.10", "1.A.1.a.1", "4.A.1.a.1", "4.A.2.a.1")
ROWS = {"title_rows": "titles", "technology_rows": "technology_codes"}
ROWS |= {"cluster_rows": "cluster_ids", "program_rows": "program_codes"}
ROWS |= {"license_rows": "license_keys"}


def small_inputs(seed: int = 0) -> LikelihoodInputs:
    """Seven invented occupations: two share a line of employment, one is unrated."""
    rng = np.random.default_rng(seed)
    codes = (
        *("11-1021.00", "29-1141.00", "29-1141.01", "29-2061.00"),
        *("35-2014.00", "47-2111.00", "55-1011.00"),
    )
    n = len(codes)
    importance = rng.uniform(1, 5, (n, len(ELEMENTS))).astype(np.float32)
    level = rng.uniform(0, 7, (n, len(ELEMENTS))).astype(np.float32)
    importance[2] = level[2] = np.nan
    jobs = np.array([3e6, 3.2e6, 3.2e6, 6e5, 1.4e6, 7e5, np.nan])
    titles = "nurse manager|charge nurse|registered nurse|practical nurse|cook|electrician|officer"
    return LikelihoodInputs(
        codes=codes,
        element_ids=ELEMENTS,
        importance=importance,
        level=level,
        interests=rng.uniform(1, 7, (n, 6)).astype(np.float32),
        work_styles=rng.uniform(-3, 3, (n, 4)).astype(np.float32),
        job_zone=np.array([4, 3, 3, 3, 2, 3, np.nan], dtype=np.float32),
        education_shares=rng.dirichlet(np.ones(12), n).astype(np.float32) * 100,
        experience_shares=rng.dirichlet(np.ones(11), n).astype(np.float32) * 100,
        median_wage_usd=rng.uniform(30_000, 120_000, n).astype(np.float32),
        employment=jobs,
        openings=jobs * rng.uniform(0.05, 0.2, n),
        transfer_rate_pct=rng.uniform(1, 12, n),
        self_employed_pct=rng.uniform(0, 30, n),
        line=np.array([0, 1, 1, 2, 3, 4, -1]),
        related=np.array([[3, 1, 3], [1, 3, 2], [4, 0, 1]]),
        title_rows=np.arange(n),
        titles=tuple(titles.split("|")),
        technology_rows=np.array([0, 1, 1, 3, 5]),
        technology_codes=np.array([43231513, 43232408, 43231513, 43232408, 27111701]),
        cluster_rows=np.array([0, 1, 2, 3, 4, 5]),
        cluster_ids=("business", "health", "health", "health", "hospitality", "construction"),
        program_rows=np.array([1, 2, 3, 5]),
        program_codes=("51.3801", "51.3801", "51.3901", "46.0302"),
        license_rows=np.array([1, 2, 3, 3, 5]),
        license_keys=("OH:1", "OH:1", "OH:2", "TX:2", "OH:9"),
        named=np.array([[0, 1, 3], [1, 0, 2]], dtype=np.int64),
    )


def reordered(inputs: LikelihoodInputs, order: np.ndarray) -> LikelihoodInputs:
    """The same facts with the occupations in another order."""
    n = len(inputs.codes)
    place = np.empty(n, dtype=np.int64)
    place[order] = np.arange(n)
    changes: dict[str, object] = {"codes": tuple(inputs.codes[i] for i in order)}
    for field in fields(inputs):
        value = getattr(inputs, field.name)
        if field.name in ROWS:
            changes[field.name] = place[value]
        elif isinstance(value, np.ndarray) and field.name in PER_OCCUPATION:
            changes[field.name] = value[order]
    related = inputs.related.copy()
    related[:, :2] = place[related[:, :2]]
    named = inputs.named.copy()
    named[:, :2] = place[named[:, :2]]
    return replace(inputs, **changes, related=related, named=named)


def test_every_feature_is_a_finite_square() -> None:
    for name, values in pair_features(small_inputs()).items():
        assert values.shape == (7, 7), name
        assert values.dtype == np.float32, name
        assert np.isfinite(values).all(), name


def test_reordering_occupations_reorders_features() -> None:
    inputs = small_inputs()
    order = np.random.default_rng(3).permutation(7)
    first, second = pair_features(inputs), pair_features(reordered(inputs, order))
    for name, values in first.items():
        np.testing.assert_allclose(
            second[name], values[np.ix_(order, order)], atol=2e-5, err_msg=name
        )


def test_destination_features_are_the_same_for_every_origin() -> None:
    made = pair_features(small_inputs())
    for name in ("size", "transfer", "openings", "self_employed", "education"):
        assert (made[name] == made[name][0]).all(), name
    assert made["size"][0, 0] == pytest.approx(np.log(3e6), rel=1e-5)


def test_up_and_down_are_mirrored() -> None:
    made = pair_features(small_inputs())
    for name in ("wage", "education"):
        np.testing.assert_allclose(made[f"{name}_up"], made[f"{name}_down"].T, atol=1e-5)
        assert (made[f"{name}_up"] * made[f"{name}_down"] == 0).all()


def test_shortfall_is_what_the_destination_asks_beyond_the_origin() -> None:
    inputs = small_inputs()
    # One skill each of 2.A and 2.B; weights are importance above 1 in the destination.
    weight = inputs.importance[4, :2] - 1
    missing = np.maximum(inputs.level[4, :2] - inputs.level[0, :2], 0)
    expected = (weight * missing).sum() / weight.sum()
    assert pair_features(inputs)["skill_short"][0, 4] == pytest.approx(expected, rel=1e-4)


def test_unrated_occupation_borrows_from_its_own_family() -> None:
    made = pair_features(small_inputs())
    assert made["ratings"][1, 2] == pytest.approx(1.0, abs=1e-5)
    assert made["skill_short"][1, 2] == pytest.approx(0.0, abs=1e-6)


def test_titles_that_share_rare_words_are_alike() -> None:
    titles = ("Registered Nurse", "Nurses, All Other", "Line Cook", "Cooks (Grill)")
    alike = title_likeness(np.arange(4), titles, 4)
    assert alike[0, 1] > 0.9
    assert alike[2, 3] > 0.9
    assert alike[0, 2] == pytest.approx(0.0, abs=1e-6)


def test_license_of_the_destination_counts_unless_held() -> None:
    new = pair_features(small_inputs())["new_license"]
    assert new[4, 3] == pytest.approx(2 / 50)
    assert new[1, 2] == pytest.approx(0.0, abs=1e-6)
    assert new[1, 4] == 0


def test_related_tiers_keep_their_direction() -> None:
    made = pair_features(small_inputs())
    assert made["first_tier"][3, 1] == 1
    assert made["first_tier"][1, 3] == 0
    assert made["first_tier_back"][1, 3] == 1
    assert made["related_walk"][3, 1] > made["related_walk"][3, 5]


def test_occupations_of_one_line_share_its_jobs() -> None:
    inputs = small_inputs()
    assert line_members(inputs).tolist() == [1, 2, 2, 1, 1, 1, 1]
    share = employment_share(inputs)
    assert share.sum() == pytest.approx(1)
    assert share[1] == pytest.approx(share[2])
    assert share[1] / share[0] == pytest.approx(1.6 / 3)
    assert 0 < share[6] < share.min(initial=1, where=np.arange(7) != 6)


def test_profiles_have_a_column_for_each_name() -> None:
    profiles = origin_profiles(small_inputs())
    assert profiles.shape == (7, len(PROFILE_NAMES))
    # Element 2.C.10 belongs to area 10, not to area 1.
    inputs = small_inputs()
    assert profiles[0, PROFILE_NAMES.index("2.C.1")] == pytest.approx(inputs.importance[0, 2])
    assert profiles[0, PROFILE_NAMES.index("2.C.10")] == pytest.approx(inputs.importance[0, 3])


def test_wrong_shapes_are_refused() -> None:
    inputs = small_inputs()
    with pytest.raises(ValueError, match="job_zone has 6 rows, not 7"):
        replace(inputs, job_zone=inputs.job_zone[:6])
    with pytest.raises(ValueError, match="one column for each"):
        replace(inputs, element_ids=ELEMENTS[:3])

"""Likelihood and ease of moves: properties that hold for any occupations, and the fit."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careerlattice.lattice.likelihood.features import (
    PROFILE_NAMES,
    employment_share,
    line_members,
    origin_profiles,
    pair_features,
)
from careerlattice.lattice.likelihood.model import (
    coefficients_from_json,
    ease,
    likelihood,
    load_coefficients,
    probabilities,
)
from devtools import fit_likelihood as fit
from devtools import observed_moves
from tests.lattice.likelihood.test_features import reordered, small_inputs


@given(st.integers(0, 10_000))
@settings(max_examples=15, deadline=None)
def test_rows_are_probabilities_of_leaving(seed: int) -> None:
    made = likelihood(small_inputs(seed))
    assert made.dtype == np.float32
    assert made.shape == (7, 7)
    np.testing.assert_allclose(made.sum(axis=1), 1, atol=1e-5)
    assert (np.diag(made) == 0).all()
    assert (made[~np.eye(7, dtype=bool)] > 0).all()


def test_likelihood_has_a_direction() -> None:
    made = likelihood(small_inputs())
    assert np.abs(made - made.T).max() > 0.01


@given(st.permutations(range(7)))
@settings(max_examples=10, deadline=None)
def test_reordering_occupations_reorders_the_likelihood(order: list[int]) -> None:
    inputs = small_inputs()
    at = np.array(order)
    moved = likelihood(reordered(inputs, at))
    np.testing.assert_allclose(moved, likelihood(inputs)[np.ix_(at, at)], atol=2e-5)


@given(st.floats(1.2, 20.0))
@settings(max_examples=10, deadline=None)
def test_more_jobs_in_a_destination_make_it_likelier(factor: float) -> None:
    inputs = small_inputs()
    jobs, openings = inputs.employment.copy(), inputs.openings.copy()
    jobs[4] *= factor
    openings[4] *= factor
    before, after = (
        likelihood(inputs),
        likelihood(replace(inputs, employment=jobs, openings=openings)),
    )
    others = np.arange(7) != 4
    assert (after[others, 4] > before[others, 4]).all()


def test_occupations_of_one_line_divide_what_it_draws() -> None:
    utility = np.zeros((3, 3), dtype=np.float32)
    made = probabilities(utility, np.array([1.0, 2.0, 2.0]))
    assert made[0].tolist() == [0, 0.5, 0.5]
    assert made[1] == pytest.approx([2 / 3, 0, 1 / 3])


def test_shipped_coefficients_are_sound() -> None:
    fitted = load_coefficients()
    assert set(fitted.weights) <= set(pair_features(small_inputs()))
    assert fitted.weights["size"] > 0
    assert fitted.weights["titles"] > 0
    assert fitted.weights["education_apart"] < 0
    assert fitted.pulls.shape == (len(fitted.draws), len(PROFILE_NAMES))
    assert np.isfinite(fitted.pulls).all()
    assert {name for names in fitted.soc_groups.values() for name in names} <= set(fitted.groups)


def test_another_profile_is_refused() -> None:
    with pytest.raises(ValueError, match="make fit"):
        coefficients_from_json({"profile_names": ["height"]})


@given(st.integers(0, 1000))
@settings(max_examples=15, deadline=None)
def test_ease_is_between_none_and_all(seed: int) -> None:
    rng = np.random.default_rng(seed)
    likely = probabilities(rng.normal(0, 3, (6, 6)).astype(np.float32), np.ones(6))
    short = rng.uniform(0, 3, (6, 6)).astype(np.float32)
    made = ease(likely, rng.dirichlet(np.ones(6)), short)
    assert made.min() >= 0
    assert made.max() <= 1
    assert (np.diag(made) == 1).all()


def test_ease_at_chance_and_without_shortfall_is_root_of_a_half() -> None:
    share = np.array([0.5, 0.3, 0.2])
    likely = share[None, :] / (1 - share[:, None]) * (1 - np.eye(3))
    made = ease(likely.astype(np.float32), share, np.zeros((3, 3), dtype=np.float32))
    np.testing.assert_allclose(made[~np.eye(3, dtype=bool)], np.sqrt(0.5), rtol=1e-5)


def test_ease_falls_with_shortfall_and_grows_with_lift() -> None:
    share = np.full(3, 1 / 3)
    likely = np.array([[0, 0.8, 0.2], [0.5, 0, 0.5], [0.5, 0.5, 0]], dtype=np.float32)
    short = np.array([[0, 0, 0], [0.2, 0, 1.5], [0, 0, 0]], dtype=np.float32)
    made = ease(likely, share, short)
    assert made[0, 1] > made[0, 2]
    assert made[1, 0] > made[1, 2]


def small_moves() -> observed_moves.ObservedMoves:
    """Five observed groups among the small occupations, with a pair that shares a Census code."""
    names = ("11-1020", "29-1140", "29-2060", "35-2010", "47-2110")
    probability = np.random.default_rng(1).dirichlet(np.ones(5), 5) * 0.1
    probability[0, 4] = 0.6
    return observed_moves.ObservedMoves(names, {}, probability)


OLD_CODES = {
    "11-1021": frozenset({"11-1021"}),
    "29-1141": frozenset({"29-1141"}),
    "29-2061": frozenset({"29-2061"}),
    "35-2014": frozenset({"35-2014"}),
    "47-2111": frozenset({"47-2111"}),
}


def test_gradient_of_the_fit_is_that_of_its_loss() -> None:
    inputs, moves = small_inputs(), small_moves()
    features = pair_features(inputs)
    stacked = np.stack([features[name] for name in ("ratings", "titles")], axis=-1)
    members = [observed_moves.groups_of(code, moves.names, OLD_CODES) for code in inputs.codes]
    groups = observed_moves.grouping(observed_moves.table_of(members, moves.names))
    profiles = (origin_profiles(inputs)[:, :2] - 4) / 2
    shared = line_members(inputs)
    problem = fit._Problem(stacked, profiles, shared, groups, moves, np.arange(4))
    rng = np.random.default_rng(2)
    point = rng.normal(0, 0.1, len(problem.ridge))
    for _ in range(6):
        way = rng.normal(0, 1, len(point))
        step = 0.003 * way
        rise = (problem.value(point + step)[0] - problem.value(point - step)[0]) / 0.006
        assert rise == pytest.approx(problem.value(point)[1] @ way, rel=0.02, abs=2e-3)


def test_folds_keep_one_census_code_and_one_broad_group_together() -> None:
    moves = small_moves()
    for seed in range(5):
        fold = observed_moves.folds_of(moves, 3, seed)
        assert fold[0] == fold[4]
        assert set(fold.tolist()) <= {0, 1, 2}


def test_an_occupation_belongs_to_the_narrowest_group() -> None:
    names = ("25-1000", "53-7062", "53-7060", "29-1140")
    old = {"53-7062": frozenset({"53-7062"}), "25-1011": frozenset({"25-1011"})}
    assert observed_moves.groups_of("53-7062.00", names, old) == ["53-7062"]
    assert observed_moves.groups_of("25-1011.00", names, old) == ["25-1000"]
    assert observed_moves.groups_of("11-1011.00", names, old) == []


def test_a_perfect_forecast_scores_perfectly() -> None:
    rng = np.random.default_rng(5)
    size = 20
    names = tuple(f"11-{i}0" for i in range(100, 100 + size))
    truth = rng.dirichlet(np.ones(size), size) * 0.1 * (rng.random((size, size)) < 0.7)
    np.fill_diagonal(truth, 0)
    groups = observed_moves.grouping(np.eye(size, dtype=np.float32))
    moves = observed_moves.ObservedMoves(names, {}, truth)
    likely = (truth / truth.sum(axis=1, keepdims=True)).astype(np.float32)
    for auc, ndcg, entropy in fit.score(likely, moves, groups).values():
        assert auc == pytest.approx(1)
        assert ndcg == pytest.approx(1)
        assert 0 < entropy < np.log(size)
    blind = fit.score(np.full((size, size), 1 / size, dtype=np.float32), moves, groups)
    assert all(auc == pytest.approx(0.5) for auc, _, _ in blind.values())


def test_shares_serve_ease_and_likelihood_alike() -> None:
    inputs = small_inputs()
    made = ease(likelihood(inputs), employment_share(inputs), pair_features(inputs)["skill_short"])
    assert np.isfinite(made).all()

"""How likely a worker who leaves one occupation takes another next, and how easy the move is.

Three things are kept apart: *nearness* (symmetric, `nearness.py`), *likelihood* (what workers do,
which includes how many jobs there are) and *ease* (how much likelier than chance, and how little
skill is missing). Method and measured validity: `docs/methods/likelihood.md`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np

from careerlattice.lattice.likelihood.features import (
    PROFILE_NAMES,
    Doubles,
    Floats,
    LikelihoodInputs,
    line_members,
    origin_profiles,
    pair_features,
)
from careerlattice.lattice.parameters import EVEN_LIFT, SHORTFALL_SCALE


@dataclass(frozen=True, slots=True)
class Coefficients:
    """The fitted model.

    weights          feature name -> weight per unit of the feature
    scale            sharpness: what the whole utility is multiplied by
    profile_mean, profile_sd  (17,) what `origin_profiles` is standardized with
    groups           group of occupations -> its row in `draws` and `pulls`
    draws            (g,) how much more workers enter a group than its size and the features say
    pulls            (g, 17) how that depends on the profile of the other occupation
    soc_groups       SOC 2018 code -> the groups it belongs to, with equal shares
    """

    weights: Mapping[str, float]
    scale: float
    profile_mean: Floats
    profile_sd: Floats
    groups: Mapping[str, int]
    draws: Floats
    pulls: Floats
    soc_groups: Mapping[str, tuple[str, ...]]


@cache
def load_coefficients() -> Coefficients:
    """The coefficients that are shipped (`likelihood.json`, written by `make fit`)."""
    source = files("careerlattice.lattice.likelihood") / "likelihood.json"
    return coefficients_from_json(json.loads(source.read_text(encoding="utf-8")))


def coefficients_from_json(content: Mapping[str, object]) -> Coefficients:
    """The coefficients of a parsed `likelihood.json`; ValueError where the profile has changed."""
    stored: dict[str, object] = dict(content)
    if stored["profile_names"] != list(PROFILE_NAMES):
        raise ValueError("likelihood.json was fitted with another profile; run `make fit` again")
    groups = stored["groups"]
    assert isinstance(groups, dict)
    table = np.array(list(groups.values()), dtype=np.float32).reshape(len(groups), -1)
    weights, members = stored["weights"], stored["soc_groups"]
    assert isinstance(weights, dict)
    assert isinstance(members, dict)
    return Coefficients(
        {str(name): float(value) for name, value in weights.items()},
        float(str(stored["scale"])),
        np.array(stored["profile_mean"], dtype=np.float32),
        np.array(stored["profile_sd"], dtype=np.float32),
        {str(name): row for row, name in enumerate(groups)},
        table[:, 0],
        table[:, 1:],
        {str(soc): tuple(str(names).split()) for soc, names in members.items()},
    )


def likelihood(inputs: LikelihoodInputs, coefficients: Coefficients | None = None) -> Floats:
    """The likelihood of every move, shape (n, n): rows are origins, columns destinations.

    Entry [a, b] is the probability that a worker who leaves occupation a takes b next. Rows sum to
    1, the diagonal is 0, and [a, b] differs from [b, a]. Occupations without moves to fit on are
    placed by their features alone. Coefficients are the shipped ones unless others are given.
    """
    fitted = load_coefficients() if coefficients is None else coefficients
    total = np.zeros((len(inputs.codes), len(inputs.codes)), dtype=np.float32)
    for name, values in pair_features(inputs).items():
        total += values * np.float32(fitted.weights.get(name, 0.0))
    belongs = memberships(inputs.codes, fitted)
    profiles = (origin_profiles(inputs) - fitted.profile_mean) / fitted.profile_sd
    pulls = belongs @ fitted.pulls
    total += profiles @ pulls.T
    total += pulls @ profiles.T
    total += belongs @ fitted.draws
    return probabilities(total * np.float32(fitted.scale), line_members(inputs))


def probabilities(utility: Floats, members: Doubles) -> Floats:
    """Each row's probabilities (softmax) without the diagonal, shape (n, n).

    `members` is how many occupations share the jobs behind a destination's size; each gets its
    part.
    """
    logit = utility.astype(np.float64) - np.log(members)[None, :]
    np.fill_diagonal(logit, -np.inf)
    logit -= logit.max(axis=1, keepdims=True)
    np.exp(logit, out=logit)
    logit /= logit.sum(axis=1, keepdims=True)
    return logit.astype(np.float32)


def memberships(codes: tuple[str, ...], fitted: Coefficients) -> Floats:
    """Shares of each occupation in the groups of the fit, (n, g); a row of zeros where in none."""
    out = np.zeros((len(codes), len(fitted.groups)), dtype=np.float32)
    for row, code in enumerate(codes):
        names = fitted.soc_groups.get(code[:7], ())
        for name in names:
            out[row, fitted.groups[name]] = 1 / len(names)
    return out


def ease(likely: Floats, employment_share: Doubles, skill_shortfall: Floats) -> Floats:
    """How easy every move is, shape (n, n), 0 (hardest) to 1; not a probability.

    The geometric mean of two parts. *Lift*: how many times likelier the move is than if leavers
    spread over all other jobs evenly, x / (1 + x), so that chance gives a half and nine times
    chance 0.9. *Skill*: exp(-shortfall), shortfall in mean points of level missing (0 to 7). The
    size of the destination cancels in the lift, so a small occupation can be an easy move without
    being a likely one. The diagonal is 1: staying asks nothing.

    `employment_share` is (n,) and sums to 1; `skill_shortfall` is (n, n), origins in rows.
    """
    share = np.maximum(employment_share, 1e-12)
    chance = share[None, :] / np.maximum(1 - share[:, None], 1e-12)
    lift = likely / chance
    skill = np.exp(-np.maximum(skill_shortfall, 0) / SHORTFALL_SCALE.value)
    out = np.sqrt(lift / (lift + EVEN_LIFT.value) * skill)
    np.fill_diagonal(out, 1.0)
    return np.asarray(out, dtype=np.float32)

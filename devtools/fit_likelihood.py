"""Fits the likelihood of a move on observed moves, and says how well it does on origins never used.

    python -m devtools.fit_likelihood --data ../shared/data --on 2026-11-22

Needs SciPy, which serving does not. Observed moves and the SOC 2010 to 2018
crosswalk are read from the publishers' files; everything else comes in as `LikelihoodInputs`.
Method and figures: `docs/methods/likelihood.md`.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.stats import rankdata

from careerlattice.lattice.likelihood.features import (
    PROFILE_NAMES,
    Doubles,
    Floats,
    LikelihoodInputs,
    line_members,
    origin_profiles,
    pair_features,
)
from careerlattice.lattice.likelihood.model import probabilities
from devtools.calibration_picture import calibration_svg
from devtools.observed_moves import (
    Groups,
    ObservedMoves,
    folds_of,
    grouping,
    groups_of,
    read_crosswalk,
    read_moves,
    scored_pairs,
    table_of,
)

LEAST_DESTINATIONS_FIT, LEAST_DESTINATIONS_SCORED = 5, 10
POWER = 0.5
"""Observed probabilities are fitted as their square root: few survey respondents stand behind each,
so that large ones are noisier than they look. `scale` puts the sharpness back."""
RIDGE = {"weights": 1e-3, "draws": 1e-4, "pulls": 1e-2}
HALF_WEIGHT = 20.0
"""An origin with this many observed destinations counts half as much as one with very many."""
SCALES = (1.0, 1.02, 1.04, 1.06, 1.08, 1.1, 1.12, 1.15)
ITERATIONS = 150
FOLDS = 5
METRICS = ("auc", "ndcg10", "cross_entropy")


@dataclass(frozen=True, slots=True)
class FitReport:
    """What a fit found, all of it on held-out origins but `content`, the shipped coefficients.

    `mean` (3,) and `folds` (folds, 3) hold METRICS, `by_origin` too, keyed by group name.
    `calibration` has per bin of predicted probability: pairs, mean predicted, mean observed.
    """

    content: dict[str, Any]
    mean: Doubles
    folds: Doubles
    by_origin: dict[str, tuple[float, float, float]]
    calibration: list[tuple[int, float, float]]


def score(
    likely: Floats, moves: ObservedMoves, groups: Groups
) -> dict[int, tuple[float, float, float]]:
    """METRICS of every origin group with ten observed destinations or more."""
    predicted = (groups.mean @ (likely @ groups.share)).astype(np.float64)
    keep = scored_pairs(moves, groups.covered)
    discount = 1 / np.log2(np.arange(10) + 2)
    out = {}
    enough = (moves.probability > 0).sum(axis=1) >= LEAST_DESTINATIONS_SCORED
    for i in np.flatnonzero(groups.covered & enough).tolist():
        seen, said = moves.probability[i, keep[i]], predicted[i, keep[i]]
        hit = seen > 0
        hits = int(hit.sum())
        if not 0 < hits < len(hit):
            continue
        above = rankdata(said)[hit].sum() - hits * (hits + 1) / 2
        top, best = seen[np.argsort(-said, kind="stable")[:10]], np.sort(seen)[::-1][:10]
        said = np.maximum(said, 1e-12)
        entropy = -(seen / seen.sum() * np.log(said / said.sum())).sum()
        gain = float((top * discount).sum() / (best * discount).sum())
        out[i] = (float(above / (hits * (len(hit) - hits))), gain, float(entropy))
    return out


class _Problem:
    """The penalized cross-entropy of grouped probabilities and its gradient."""

    def __init__(
        self,
        stacked: Floats,
        profiles: Floats,
        members: Doubles,
        groups: Groups,
        moves: ObservedMoves,
        origins: NDArray[np.int64],
    ) -> None:
        self.rows = np.flatnonzero(groups.mean[origins].any(axis=0))
        self.n, self.k = stacked.shape[0], stacked.shape[2]
        self.m, self.p = len(moves.names), profiles.shape[1]
        self.mean = groups.mean[np.ix_(origins, self.rows)]
        self.share, self.profiles = groups.share, profiles
        self.flat = stacked[self.rows].reshape(-1, self.k)
        self.offset = -np.log(members).astype(np.float32)[None, :]
        self.keep = scored_pairs(moves, groups.covered)[origins]
        target = np.where(self.keep, moves.probability[origins], 0) ** POWER
        self.target = target / target.sum(axis=1, keepdims=True)
        seen = (moves.probability[origins] > 0).sum(axis=1)
        self.weight = (seen / (seen + HALF_WEIGHT))[:, None]
        self.weight /= self.weight.sum()
        cuts = np.cumsum([self.k, self.m, self.m * self.p])
        self.cuts = cuts[:2]
        self.ridge = np.repeat(list(RIDGE.values()), np.diff(cuts, prepend=0))

    def utility(self, point: Doubles, flat: Floats, rows: NDArray[np.int64]) -> Floats:
        """The utility of moves from `rows` to all, without the offset for shared lines."""
        weights, draws, pulls = np.split(point.astype(np.float32), self.cuts)
        pulled = self.share @ pulls.reshape(self.m, self.p)
        out = (flat @ weights).reshape(len(rows), self.n) + self.share @ draws
        out += self.profiles[rows] @ pulled.T
        out += pulled[rows] @ self.profiles.T
        return np.asarray(out, dtype=np.float32)

    def value(self, point: Doubles) -> tuple[float, Doubles]:
        """The loss and its gradient."""
        chance = self.utility(point, self.flat, self.rows) + self.offset
        chance[np.arange(len(self.rows)), self.rows] = -np.inf
        chance -= chance.max(axis=1, keepdims=True)
        np.exp(chance, out=chance)
        chance /= chance.sum(axis=1, keepdims=True)
        grouped = np.maximum(self.mean @ (chance @ self.share), 1e-12).astype(np.float64)
        total = np.where(self.keep, grouped, 0).sum(axis=1, keepdims=True)
        loss = -(self.weight * self.target * (np.log(grouped) - np.log(total))).sum()
        slope = self.weight * (self.keep / total - self.target / grouped)
        back = (self.mean.T @ slope.astype(np.float32)) @ self.share.T
        back = chance * (back - (chance * back).sum(axis=1, keepdims=True))
        pulls = back.T @ self.profiles[self.rows]
        pulls[self.rows] += back @ self.profiles
        gradient = np.concatenate(
            [
                back.reshape(-1) @ self.flat,
                back.sum(axis=0) @ self.share,
                (self.share.T @ pulls).ravel(),
            ]
        ).astype(np.float64)
        loss += (self.ridge * point**2).sum()
        return float(loss), gradient + 2 * self.ridge * point

    def solve(self) -> Doubles:
        """The point of least loss."""
        start = np.zeros(len(self.ridge))
        options = {"maxiter": ITERATIONS, "maxcor": 20, "ftol": 1e-7}
        found = minimize(self.value, start, jac=True, method="L-BFGS-B", options=options)
        return np.asarray(found.x, dtype=np.float64)


@dataclass(frozen=True)
class _Prepared:
    """What every fit starts from; features are divided by their `spread`, profiles standardized."""

    moves: ObservedMoves
    used: list[str]
    spread: dict[str, float]
    stacked: Floats
    profiles: Floats
    profile_mean: Doubles
    profile_sd: Doubles
    shared: Doubles
    members: list[list[str]]
    narrow: Groups
    official: Groups
    fit_on: NDArray[np.bool_]

    def problem(self, origins: NDArray[np.int64]) -> _Problem:
        """The fit on these origins."""
        return _Problem(self.stacked, self.profiles, self.shared, self.narrow, self.moves, origins)


@dataclass(frozen=True)
class _Validation:
    """Scores of held-out origins, by origin and fold, and their predicted moves between groups."""

    origins: NDArray[np.int64]
    scale: float
    result: dict[int, tuple[float, float, float]]
    per_fold: Doubles
    held_out: Floats

    @property
    def table(self) -> Doubles:
        """METRICS of every scored origin, shape (origins, 3)."""
        return np.array([self.result[origin] for origin in self.origins.tolist()])


def fit_likelihood(
    inputs: LikelihoodInputs,
    moves: ObservedMoves,
    old_codes: Mapping[str, frozenset[str]],
    fitted_on: str,
    folds: int = FOLDS,
) -> FitReport:
    """Fit on all origins, and cross-validate: each fold's origins are scored by a fit without them.

    `content` of the report is what `likelihood.json` holds. The sharpness of a held-out fold is
    chosen on the other folds.
    """
    prepared = _prepare(inputs, moves, old_codes)
    validation = _validate(prepared, folds)
    everything = prepared.problem(np.flatnonzero(prepared.fit_on))
    point = everything.solve()
    content = _content(inputs, prepared, validation, everything, point)
    return FitReport(
        content={"fitted_on": fitted_on, **content},
        mean=validation.table.mean(axis=0),
        folds=validation.per_fold,
        by_origin={moves.names[origin]: found for origin, found in validation.result.items()},
        calibration=calibrate(validation.held_out, moves, prepared.official, validation.origins),
    )


def _prepare(
    inputs: LikelihoodInputs, moves: ObservedMoves, old_codes: Mapping[str, frozenset[str]]
) -> _Prepared:
    features = pair_features(inputs)
    apart = ~np.eye(len(inputs.codes), dtype=np.bool_)
    spread = {name: float(values[apart].std()) for name, values in features.items()}
    used = [name for name in features if spread[name] > 1e-9]
    raw = origin_profiles(inputs)
    middle, sd = raw.mean(axis=0), np.maximum(raw.std(axis=0), 1e-6)
    members = [groups_of(code, moves.names, old_codes) for code in inputs.codes]
    narrow = grouping(table_of(members, moves.names))
    broad = [
        sorted({f"{old[:6]}0" for old in old_codes.get(code[:7], ())}) for code in inputs.codes
    ]
    seen = np.where(scored_pairs(moves, narrow.covered), moves.probability, 0) > 0
    return _Prepared(
        moves=moves,
        used=used,
        spread=spread,
        stacked=np.stack([features[name] / np.float32(spread[name]) for name in used], axis=-1),
        profiles=((raw - middle) / sd).astype(np.float32),
        profile_mean=middle,
        profile_sd=sd,
        shared=line_members(inputs),
        members=members,
        narrow=narrow,
        official=grouping(table_of(broad, moves.names)),
        fit_on=narrow.covered & (seen.sum(axis=1) >= LEAST_DESTINATIONS_FIT),
    )


def _validate(prepared: _Prepared, folds: int) -> _Validation:
    moves, shared, official = prepared.moves, prepared.shared, prepared.official
    fold = folds_of(moves, folds)
    every = np.arange(len(prepared.stacked))
    flat = prepared.stacked.reshape(-1, len(prepared.used))
    utilities = []
    for held in range(folds):
        problem = prepared.problem(np.flatnonzero(prepared.fit_on & (fold != held)))
        utilities.append(problem.utility(problem.solve(), flat, every))
        del problem
    by_scale = []
    for scale in SCALES:
        found: dict[int, tuple[float, float, float]] = {}
        for held, utility in enumerate(utilities):
            of_fold = score(probabilities(utility * np.float32(scale), shared), moves, official)
            found |= {i: values for i, values in of_fold.items() if fold[i] == held}
        by_scale.append(found)
    scored = sorted(by_scale[0])
    origins = np.array(scored)
    entropy = np.array([[found[i][2] for i in scored] for found in by_scale])
    chosen = [int(entropy[:, fold[origins] != held].mean(axis=1).argmin()) for held in range(folds)]
    result = {i: by_scale[chosen[fold[i]]][i] for i in scored}
    table = np.array([result[i] for i in scored])
    held_out = np.zeros((len(moves.names), len(moves.names)), dtype=np.float32)
    for held, utility in enumerate(utilities):
        likely = probabilities(utility * np.float32(SCALES[chosen[held]]), shared)
        held_out[fold == held] = (official.mean @ (likely @ official.share))[fold == held]
    return _Validation(
        origins=origins,
        scale=SCALES[int(entropy.mean(axis=1).argmin())],
        result=result,
        per_fold=np.array([table[fold[origins] == held].mean(axis=0) for held in range(folds)]),
        held_out=held_out,
    )


def _content(
    inputs: LikelihoodInputs,
    prepared: _Prepared,
    validation: _Validation,
    problem: _Problem,
    point: Doubles,
) -> dict[str, Any]:
    """What `likelihood.json` holds, without the date."""
    moves, spread = prepared.moves, prepared.spread
    weights, draws, pulls = np.split(point, problem.cuts)
    rows = np.column_stack([draws, pulls.reshape(len(moves.names), -1)])
    grouped = zip(inputs.codes, prepared.members, strict=True)

    def metrics(values: Doubles) -> dict[str, float]:
        return dict(zip(METRICS, values.round(4).tolist(), strict=True))

    return {
        "source": "CPS ASEC moves between SOC 2010 groups (del Rio-Chanona and others, CC BY 4.0)",
        "cross_validation": {
            "folds_by_origin": len(validation.per_fold),
            "origins": len(validation.origins),
            "mean": metrics(validation.table.mean(axis=0)),
            "by_fold": [metrics(values) for values in validation.per_fold],
        },
        "scale": validation.scale,
        "weights": {
            name: float(f"{weight / spread[name]:.5g}")
            for name, weight in zip(prepared.used, weights, strict=True)
        },
        "profile_names": list(PROFILE_NAMES),
        "profile_mean": [round(float(value), 5) for value in prepared.profile_mean],
        "profile_sd": [round(float(value), 5) for value in prepared.profile_sd],
        "groups": {
            name: [round(float(value), 3) for value in row]
            for name, row in zip(moves.names, rows, strict=True)
        },
        "soc_groups": {code[:7]: " ".join(groups) for code, groups in grouped if groups},
    }


def calibrate(
    grouped: Floats, moves: ObservedMoves, groups: Groups, origins: NDArray[np.int64]
) -> list[tuple[int, float, float]]:
    """Pairs, mean predicted and mean observed probability by bins of the predicted one.

    Both are renormalized over an origin's scored destinations. Bins are thirds of powers of ten.
    """
    keep = scored_pairs(moves, groups.covered)[origins]
    said = np.where(keep, grouped[origins].astype(np.float64), 0)
    seen = np.where(keep, moves.probability[origins], 0)
    said /= said.sum(axis=1, keepdims=True)
    seen /= seen.sum(axis=1, keepdims=True)
    step = np.floor(np.log10(np.maximum(said[keep], 1e-12)) * 3).astype(np.int64)
    step = np.clip(step, -15, -3)
    out = []
    for value in np.unique(step):
        inside = step == value
        if inside.sum() >= 20:
            predicted, observed = said[keep][inside].mean(), seen[keep][inside].mean()
            out.append((int(inside.sum()), float(predicted), float(observed)))
    return out


def to_json(content: Mapping[str, Any]) -> str:
    """The text of `likelihood.json`: one line for each entry of the long parts."""
    lines = []
    for key, value in content.items():
        if isinstance(value, dict) and len(value) > 8:
            inner = ",\n".join(
                f"  {json.dumps(k)}: {json.dumps(v, separators=(',', ':'))}"
                for k, v in value.items()
            )
            lines.append(f"{json.dumps(key)}: {{\n{inner}\n}}")
        else:
            lines.append(f"{json.dumps(key)}: {json.dumps(value)}")
    return "{\n" + ",\n".join(lines) + "\n}\n"


def main(arguments: list[str] | None = None) -> None:
    """Fit on the shipped release, write the coefficients and the calibration, print the figures."""
    import careerlattice.lattice.likelihood
    from careerlattice.catalog.catalog import open_release
    from careerlattice.lattice.likelihood.inputs import read_likelihood_inputs

    here = Path(careerlattice.lattice.likelihood.__file__).parent
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the publishers' files")
    parser.add_argument("--on", required=True, help="date of the fit, written into the file")
    parser.add_argument("--folds", type=int, default=FOLDS, help="folds of origins")
    parser.add_argument("--into", type=Path, default=here / "likelihood.json")
    parser.add_argument("--svg", type=Path, default=None, help="where to draw the calibration")
    asked = parser.parse_args(arguments)
    moves = read_moves(asked.data / "observed-moves" / "cps_asec_moves.csv")
    old_codes = read_crosswalk(asked.data / "crosswalks" / "soc2010_soc2018.csv")
    inputs = read_likelihood_inputs(open_release())
    report = fit_likelihood(inputs, moves, old_codes, asked.on, asked.folds)
    asked.into.write_text(to_json(report.content), encoding="utf-8")
    if asked.svg is not None:
        asked.svg.write_text(calibration_svg(report.calibration), encoding="utf-8")
    print("\n".join(described(report, moves)))


def described(report: FitReport, moves: ObservedMoves) -> list[str]:
    """The figures of a report as lines of text."""
    lines = [f"{'held out':12}" + "".join(f"{name:>15}" for name in METRICS)]
    rows = [(f"fold {i + 1}", values) for i, values in enumerate(report.folds)]
    for name, values in [*rows, ("mean", report.mean)]:
        lines.append(f"{name:12}" + "".join(f"{value:15.4f}" for value in values))
    lines += ["", f"{'pairs':>8}{'predicted':>12}{'observed':>12}"]
    lines += [f"{pairs:8,}{said:12.2g}{seen:12.2g}" for pairs, said, seen in report.calibration]
    worst = sorted(report.by_origin.items(), key=lambda item: -item[1][2])[:15]
    lines += ["", "highest cross-entropy:"]
    lines += [f"{v[2]:6.2f} {v[0]:6.3f} {v[1]:6.3f}  {moves.titles[name]}" for name, v in worst]
    return lines


if __name__ == "__main__":
    main()

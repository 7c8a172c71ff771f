"""Moves between groups of occupations as a survey observed them, and who belongs to the groups."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from careerlattice.lattice.likelihood.features import Doubles, Floats

ONE_CODE_ABOVE = 0.15
"""Observed probabilities above this join groups that share one Census code; they are left out."""


@dataclass(frozen=True, slots=True)
class ObservedMoves:
    """Yearly moves between groups: `names` (m), `titles` by name, `probability` (m, m) from-to."""

    names: tuple[str, ...]
    titles: Mapping[str, str]
    probability: Doubles


@dataclass(frozen=True, slots=True)
class Groups:
    """How occupations belong to the observed groups.

    `mean` (m, n) averages origins, `share` (n, m) splits destinations, `covered` (m,) has members.
    """

    mean: Floats
    share: Floats
    covered: NDArray[np.bool_]


def read_moves(path: Path) -> ObservedMoves:
    """The observed moves of `cps_asec_moves.csv`."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    ends = ("from_soc2010_broad", "to_soc2010_broad")
    names = sorted({row[end] for row in rows for end in ends})
    at = {name: i for i, name in enumerate(names)}
    probability = np.zeros((len(names), len(names)))
    for row in rows:
        probability[at[row[ends[0]]], at[row[ends[1]]]] = float(row["probability"])
    titles = {row["to_soc2010_broad"]: row["to_title"] for row in rows}
    titles |= {row["from_soc2010_broad"]: row["from_title"] for row in rows}
    return ObservedMoves(tuple(names), titles, probability)


def read_crosswalk(path: Path) -> dict[str, frozenset[str]]:
    """SOC 2018 code -> its SOC 2010 codes, from `soc2010_soc2018.csv`."""
    out: dict[str, set[str]] = {}
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            out.setdefault(row["soc2018"], set()).add(row["soc2010"])
    return {code: frozenset(old) for code, old in out.items()}


def groups_of(
    code: str, names: tuple[str, ...], old_codes: Mapping[str, frozenset[str]]
) -> list[str]:
    """The observed groups an occupation belongs to: for each SOC 2010 code the narrowest one.

    Names are broad groups (`29-1140`), single occupations (`53-7062`) or minor groups (`25-1000`).
    """
    known = set(names)
    found = set()
    for old in old_codes.get(code[:7], ()):
        for length in (7, 6, 5, 4):
            name = old[:length].ljust(7, "0")
            if name in known:
                found.add(name)
                break
    return sorted(found)


def grouping(belongs: Floats) -> Groups:
    """Means and shares of a 0/1 table (n, m) of occupations by groups."""
    count = belongs.sum(axis=0)
    mean = (belongs / np.maximum(count, 1)).T.astype(np.float32)
    share = (belongs / np.maximum(belongs.sum(axis=1, keepdims=True), 1)).astype(np.float32)
    return Groups(np.ascontiguousarray(mean), share, count > 0)


def table_of(members: list[list[str]], names: tuple[str, ...]) -> Floats:
    """A 0/1 table (n, m) of which occupation is in which group."""
    at = {name: i for i, name in enumerate(names)}
    out = np.zeros((len(members), len(names)), dtype=np.float32)
    for row, found in enumerate(members):
        out[row, [at[name] for name in found if name in at]] = 1
    return out


def folds_of(moves: ObservedMoves, folds: int, seed: int = 0) -> NDArray[np.int64]:
    """A fold for each group; groups of one broad SOC or one Census code stay together."""
    size = len(moves.names)
    family = np.arange(size)
    broad = np.array([name[:6] for name in moves.names])
    tied = (moves.probability > ONE_CODE_ABOVE) | (broad[:, None] == broad[None, :])
    for a, b in zip(*np.nonzero(tied), strict=True):
        family[family == family[b]] = family[a]
    kinds, back = np.unique(family, return_inverse=True)
    order = np.random.default_rng(seed).permutation(len(kinds))
    fold = np.empty(len(kinds), dtype=np.int64)
    fold[order] = np.arange(len(kinds)) % folds
    return np.asarray(fold[back], dtype=np.int64)


def scored_pairs(moves: ObservedMoves, covered: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Which pairs count, (m, m): not itself, not one Census code, the destination has members."""
    itself = np.eye(len(moves.names), dtype=np.bool_)
    return covered[None, :] & (moves.probability <= ONE_CODE_ABOVE) & ~itself

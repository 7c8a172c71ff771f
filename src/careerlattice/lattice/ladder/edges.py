"""Which moves a ladder shows: the strongest steps up, sideways, in and out."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from careerlattice.lattice.arrays.kinds import Kind
from careerlattice.lattice.arrays.status_index import StatusIndex
from careerlattice.lattice.arrays.stored import LatticeArrays
from careerlattice.lattice.parameters import (
    EASY_RISE,
    LIKELIHOOD_POWER,
    NEAR_ENOUGH_AGAIN,
    NEAR_ENOUGH_SIDEWAYS,
    NEAR_ENOUGH_TO_COUNT,
    NEAR_ENOUGH_TO_STEP,
    OF_THE_BEST,
    OTHER_FIELD_FACTOR,
    OTHER_GRADUATE_FIELD_FACTOR,
    PAY_FALLS_FACTOR,
    RUNGS_FACTOR,
    SAME_PAY_FACTOR,
    STRONG_ENOUGH,
)
from careerlattice.requirements.arrays import RequirementArrays
from careerlattice.vocab.levels import EducationLevel

Edge = tuple[int, int]
Floats = NDArray[np.float64]

UP_EACH, SIDEWAYS_EACH, OUTSIDE_EACH = 2, 2, 2
"""How many moves of each sort a picture shows for one occupation."""


class EdgeFinder:
    """Chooses the moves of one ladder. Edges are pairs of rows of the lattice arrays.

    The strength of a step is the root of its closeness (mean of nearness and ease) times a root of
    its likelihood as a share of the likeliest step up from the same occupation inside, times
    factors for a change of field, skipped rungs, a long way up at once, and pay that does not rise.
    `counts_on` is where schooling or experience of the origin counts, as main sequences ask.
    """

    def __init__(
        self,
        arrays: LatticeArrays,
        status: StatusIndex,
        required: RequirementArrays,
        rows: NDArray[np.int64],
        levels: NDArray[np.int8],
    ) -> None:
        self.arrays = arrays
        self.rows = [int(row) for row in rows]
        self.levels = levels.astype(np.int64)
        self.index = status.index
        here = np.ix_(rows, rows)
        self.kind = arrays.kind[here]
        self.nearness = arrays.nearness[here].astype(np.float64)
        closeness = (self.nearness + arrays.ease[here].astype(np.float64)) / 2
        likelihood = arrays.likelihood[here].astype(np.float64)
        up = np.where(self.kind == Kind.ADVANCE, likelihood, 0.0)
        best = np.maximum(up.max(axis=1, keepdims=True), 1e-12)
        index, easy = status.index[rows], EASY_RISE.value
        long_way = np.clip(index[None, :] - index[:, None] - easy, 0, None) / easy
        pay = status.pay_usd[rows]
        falls = np.where(pay[None, :] < pay[:, None], PAY_FALLS_FACTOR.value, 1.0)
        same = np.where(pay[None, :] == pay[:, None], SAME_PAY_FACTOR.value, 1.0)
        rise = np.clip(self.levels[None, :] - self.levels[:, None], 0, 3)
        shared = _shares_series(required, self.rows)
        self.counts_on = _counts_on(required, self.rows, shared, self.nearness)
        self.strength = (
            np.sqrt(closeness)
            * np.minimum(likelihood / best, 1.0) ** LIKELIHOOD_POWER.value
            * np.exp(-long_way)
            * np.array([factor.value for factor in RUNGS_FACTOR])[rise]
            * _field_factor(required, self.rows, shared)
            * falls
            * same
        )
        self.is_up = (self.kind == Kind.ADVANCE) & (closeness >= NEAR_ENOUGH_TO_STEP.value)

    def advances(self, also: set[Edge]) -> set[Edge]:
        """The strongest steps up from each occupation, one into each above entry, and `also`.

        Every step rises in height, so that no sequence of them comes back to its start.
        """
        strength = np.where(self.is_up & (self.strength >= STRONG_ENOUGH.value), self.strength, 0.0)
        chosen = set(also)
        for a in range(len(self.rows)):
            order = np.lexsort((np.arange(len(self.rows)), -strength[a]))[:UP_EACH]
            floor = OF_THE_BEST.value * strength[a, order[0]]
            for b in order:
                if strength[a, b] > 0 and strength[a, b] >= floor:
                    chosen.add((self.rows[a], self.rows[int(b)]))
        reached = {b for _, b in chosen}
        for b, row in enumerate(self.rows):
            if row not in reached and self.levels[b] > 0 and strength[:, b].max() > 0:
                chosen.add((self.rows[int(strength[:, b].argmax())], row))
        return chosen

    def laterals(self) -> list[Edge]:
        """Moves sideways between near occupations on the ladder, the lower row first."""
        fits = (self.kind == Kind.LATERAL) & (self.nearness >= NEAR_ENOUGH_SIDEWAYS.value)
        near = np.where(fits, self.nearness, 0.0)
        found = set()
        for a in range(len(self.rows)):
            for b in np.lexsort((np.arange(len(self.rows)), -near[a]))[:SIDEWAYS_EACH]:
                if near[a, b] > 0:
                    pair = sorted((self.rows[a], self.rows[int(b)]))
                    found.add((pair[0], pair[1]))
        return sorted(found)

    def reduced(self, advances: set[Edge], keep: set[Edge]) -> set[Edge]:
        """The transitive reduction of the advances, for drawing; `keep` stays in any case."""
        onward: dict[int, set[int]] = {}
        for a, b in advances:
            onward.setdefault(a, set()).add(b)
        reach: dict[int, set[int]] = {}
        for row in sorted(onward, key=lambda r: -self.index[r]):
            reach[row] = set().union(*({b} | reach.get(b, set()) for b in onward[row]))
        return {
            (a, b)
            for a, b in advances
            if (a, b) in keep
            or not any(b in reach.get(other, ()) for other in onward[a] if other != b)
        }

    def outside(self, alone: list[int], each: int) -> dict[int, list[Edge]]:
        """For occupations without a move inside: their likeliest moves out and the likeliest in."""
        found = {}
        inside = np.zeros(len(self.arrays.level), dtype=np.bool_)
        inside[self.rows] = True
        for row in alone:
            out = _top(self._onward(row, inside), each)
            into = _top(self._inward(row, inside), each)
            found[row] = [(row, b) for b in out] + [(a, row) for a in into]
        return found

    def feeders(self, openings: Floats, limit: int) -> list[Edge]:
        """Moves into the ladder from outside that carry most people, at most two per member."""
        return self._flows(openings, limit, inward=True)

    def exits(self, openings: Floats, limit: int) -> list[Edge]:
        """Moves from the ladder to outside that carry most people, at most two per member."""
        return self._flows(openings, limit, inward=False)

    def _flows(self, openings: Floats, limit: int, *, inward: bool) -> list[Edge]:
        rows = np.array(self.rows, dtype=np.int64)
        outside = np.ones(len(self.arrays.level), dtype=np.bool_)
        outside[rows] = False
        likelihood, kind = self.arrays.likelihood, self.arrays.kind
        if inward:
            weight, kinds = likelihood[:, rows].T * (openings + 1)[None, :], kind[:, rows].T
        else:
            weight, kinds = likelihood[rows] * (openings[rows] + 1)[:, None], kind[rows]
        weight = np.where(outside[None, :] & (kinds != Kind.STEP_BACK), weight, 0.0)
        least = np.partition(weight, -OUTSIDE_EACH, axis=1)[:, -OUTSIDE_EACH, None]
        member, other = np.nonzero((weight >= least) & (weight > 0))
        order = np.lexsort((other, member, -weight[member, other]))
        shown: list[Edge] = []
        count = np.zeros(len(rows), dtype=np.int64)
        for place in order:
            m = int(member[place])
            if count[m] < OUTSIDE_EACH:
                count[m] += 1
                row, far = int(rows[m]), int(other[place])
                shown.append((far, row) if inward else (row, far))
            if len(shown) == limit:
                break
        return shown

    def _onward(self, row: int, inside: NDArray[np.bool_]) -> Floats:
        fits = ~inside & (self.arrays.kind[row] != Kind.STEP_BACK)
        return np.where(fits, self.arrays.likelihood[row], 0.0).astype(np.float64)

    def _inward(self, row: int, inside: NDArray[np.bool_]) -> Floats:
        fits = ~inside & (self.arrays.kind[:, row] != Kind.STEP_BACK)
        return np.where(fits, self.arrays.likelihood[:, row], 0.0).astype(np.float64)


def _shares_series(required: RequirementArrays, rows: list[int]) -> NDArray[np.bool_]:
    """Whether one series of programs (four digits) leads to both, for each two occupations."""
    series = [{field[:5] for field in required.fields[row]} for row in rows]
    names = {name: place for place, name in enumerate(sorted(set().union(*series)))}
    taught = np.zeros((len(rows), max(len(names), 1)), dtype=np.float32)
    for place, found in enumerate(series):
        taught[place, [names[name] for name in found]] = 1
    return np.asarray(taught @ taught.T > 0)


def _counts_on(
    required: RequirementArrays, rows: list[int], shared: NDArray[np.bool_], nearness: Floats
) -> NDArray[np.bool_]:
    """Whether schooling or experience of the origin (row) counts at the destination (column).

    Where the destination takes any field, or one series of programs leads to both, it does; else
    the work must be near. It must be nearer where schooling of the same level would have to be
    earned once more in another field, and between two licensed professions nothing helps: a
    physical therapist who becomes a pharmacist starts again.
    """
    is_specific = np.array([required.is_field_specific(row) for row in rows])
    is_licensed = is_specific & [required.is_licensed(row) for row in rows]
    level = required.typical_level[rows]
    is_again = is_specific[:, None] & (level[:, None] >= level[None, :])
    starts_again = is_again & is_licensed[:, None] & is_licensed[None, :]
    enough = np.where(is_again, NEAR_ENOUGH_AGAIN.value, NEAR_ENOUGH_TO_COUNT.value)
    is_near = (nearness >= enough) & ~starts_again
    return np.asarray(shared | ~is_specific[None, :] | is_near)


def _field_factor(
    required: RequirementArrays, rows: list[int], shared: NDArray[np.bool_]
) -> Floats:
    """What a change of field takes from a step, by origin (row) and destination (column).

    Nothing where the destination takes any field or one series of programs leads to both.
    """
    factor = np.ones(len(rows))
    for place, row in enumerate(rows):
        if required.is_field_specific(row):
            is_graduate = required.typical_level[row] >= EducationLevel.MASTER
            detour = OTHER_GRADUATE_FIELD_FACTOR if is_graduate else OTHER_FIELD_FACTOR
            factor[place] = detour.value
    return np.where(shared, 1.0, factor[None, :])


def _top(weight: Floats, limit: int) -> list[int]:
    """The places of the largest positive weights, largest first, ties by place."""
    limit = min(limit, len(weight))
    least = np.partition(weight, -limit)[-limit]
    able = np.flatnonzero((weight >= least) & (weight > 0))
    return [int(i) for i in able[np.lexsort((able, -weight[able]))][:limit]]

"""Which moves a ladder shows: the strongest steps up, sideways, in and out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from careerlattice.lattice.arrays.kinds import Kind
from careerlattice.lattice.arrays.named_moves import LEAST_UP, Named
from careerlattice.lattice.arrays.status_index import StatusIndex
from careerlattice.lattice.arrays.stored import LatticeArrays
from careerlattice.lattice.arrays.supervisors import MANAGEMENT, is_leader, is_supervisor
from careerlattice.lattice.gap.step_asks import StepAsks
from careerlattice.lattice.ladder.lines import (
    is_rest,
    is_sideways,
    own_line,
    pays_alike,
    side_by_side,
)
from careerlattice.lattice.parameters import (
    CLEAR_CHANGE_OF_PAY,
    EASY_RISE,
    LIKELIHOOD_POWER,
    NAMED_STRENGTH,
    NEAR_ENOUGH_SIDEWAYS,
    NEAR_ENOUGH_TO_STEP,
    NEAR_ENOUGH_TO_TELL,
    OF_THE_BEST,
    PAY_FALLS_FACTOR,
    RARE_STEP,
    RUNGS_FACTOR,
    SAME_PAY_FACTOR,
    SAME_SOC,
    SELDOM_STEP,
    STRONG_ENOUGH,
)
from careerlattice.requirements.arrays import RequirementArrays
from careerlattice.vocab.levels import EducationLevel

Edge = tuple[int, int]
Floats = NDArray[np.float64]

UP_EACH, NAMED_EACH, SIDEWAYS_EACH, OUTSIDE_EACH = 2, 3, 2, 2
"""How many moves of each sort a picture shows for one occupation."""


@dataclass(frozen=True, slots=True)
class Members:
    """Who is on a ladder: rows of the lattice arrays, with their codes, titles and levels (m,)."""

    rows: NDArray[np.int64]
    levels: NDArray[np.int8]
    codes: list[str]
    titles: list[str]
    standing: Floats


class EdgeFinder:
    """Chooses the moves of one ladder. Edges are pairs of rows of the lattice arrays.

    The strength of a step is the root of its closeness (mean of nearness and ease) times a root of
    its likelihood as a share of the likeliest step up from the same occupation inside, times
    factors for skipped rungs, a long way up at once, and pay that does not rise;
    one that entry conditions name in the origin's own line has `NAMED_STRENGTH` at least. `told`
    (m, m) are the named advances a ladder tells, `asks` says what a step between two rows asks;
    `share` is how likely each named step is beside the likeliest of its origin.
    """

    def __init__(
        self,
        arrays: LatticeArrays,
        status: StatusIndex,
        required: RequirementArrays,
        members: Members,
        told: NDArray[np.bool_],
        asks: Callable[[int, int], StepAsks],
    ) -> None:
        rows = members.rows
        self.arrays, self.members, self.asks = arrays, members, asks
        self.rows = [int(row) for row in rows]
        self.levels = members.levels.astype(np.int64)
        here = np.ix_(rows, rows)
        self.kind = arrays.kind[here]
        self.named = arrays.named[here]
        self.nearness = arrays.nearness[here].astype(np.float64)
        closeness = (self.nearness + arrays.ease[here].astype(np.float64)) / 2
        self.likelihood = likelihood = arrays.likelihood[here].astype(np.float64)
        standing = members.standing
        self.required, self.pay = required, status.pay_usd[rows]
        pay = self.pay
        self.leads = np.array([is_leader(code) for code in members.codes])
        rises = standing[None, :] > standing[:, None]
        is_named = self.named >= LEAST_UP
        self.is_up = (self.kind == Kind.ADVANCE) & rises & (~is_named | told)
        self.is_up &= ((closeness >= NEAR_ENOUGH_TO_STEP.value) | is_named) & ~is_sideways(
            self.named, pay
        )
        self.is_rest = np.array([is_rest(title) for title in members.titles])
        # Borrowed pay says nothing of a step that nothing names.
        own = np.array([code.endswith(".00") for code in members.codes])
        self.is_clear = pay[None, :] >= pay[:, None] * (1 + CLEAR_CHANGE_OF_PAY.value)
        self.is_clear &= own[:, None] & own[None, :]
        self.is_told = is_named & ~_shadowed(members.codes, self.named)
        # What remains of a group is told where the origin itself names it.
        self.is_told &= ~self.is_rest[None, :] | (self.named == Named.STEP)
        self.in_line = own_line(members.codes, self.named, self.nearness)
        plain = _plain_strength(status, members, closeness, likelihood * self.is_up)
        self.share = _share_of_named(likelihood * self.is_up * is_named)
        self.strength = np.where(
            is_named & self.in_line, np.maximum(plain, NAMED_STRENGTH.value), plain
        )
        self.is_level = pays_alike(pay)
        self.aside = side_by_side(members.codes, required.is_apprenticed[rows])
        self.is_free = ~self.aside & ~self.leads[None, :] & ~self.is_rest[None, :]

    def advances(self, also: set[Edge]) -> set[Edge]:
        """The steps up of each occupation, one into each above entry, and `also`.

        Those that entry conditions name, and all to who leads it; where nothing is named, the
        strongest. Every step rises in standing, so that no sequence of them comes back to its
        start.
        """
        chosen = set(also)
        plain = np.where(self.is_up & (self.strength >= STRONG_ENOUGH.value), self.strength, 0.0)
        # A step that nothing names is told where enough take it; who leads what is always named.
        is_told = self.in_line & (self.likelihood >= RARE_STEP.value) & self.is_clear
        is_told &= self.named != Named.SIDEWAYS
        is_told &= self.nearness >= NEAR_ENOUGH_TO_TELL.value
        plain = np.where(is_told & self.is_free, plain, 0.0)
        for a, b in np.argwhere((plain > 0) & (self.named < LEAST_UP)):
            # Over a degree, a license or an apprenticeship only a step that is named leads.
            asks = self.asks(self.rows[a], self.rows[b])
            if asks.is_credential_first or asks.apprenticeship:
                plain[a, b] = 0.0
        for a in range(len(self.rows)):
            places = self._named_steps(a) or _strongest(plain[a])
            chosen.update((self.rows[a], self.rows[b]) for b in places)
        reached = {b for _, b in chosen}
        into = np.maximum(plain, np.where(self.is_up & self.is_told, self.likelihood, 0.0))
        for b, row in enumerate(self.rows):
            a = int(into[:, b].argmax())
            missed = row not in reached and self.levels[b] > 0 and into[a, b] > 0
            if missed and self._is_taken(a, b):
                chosen.add((self.rows[a], row))
        return chosen

    def _named_steps(self, a: int) -> list[int]:
        """The places that an occupation's named steps lead to: all supervisors, and the likeliest.

        Steps that the occupation itself names come before ranks of others that it may fill.
        """
        able = [int(b) for b in np.flatnonzero(self.is_up[a] & self.is_told[a])]
        able = [b for b in able if self._is_taken(a, b)]
        able.sort(key=lambda b: (self.named[a, b] != int(Named.STEP), -self.likelihood[a, b], b))
        leads = [b for b in able if is_supervisor(self.members.codes[b])]
        rest = [b for b in able if b not in leads]
        of_itself = [b for b in rest if self.named[a, b] != Named.RANK]
        return leads + (of_itself or rest)[:NAMED_EACH]

    def _is_taken(self, a: int, b: int) -> bool:
        """Whether more than hardly anyone takes a step, where a degree has to be earned for it."""
        if self.likelihood[a, b] >= SELDOM_STEP.value:
            return True
        credential = self.asks(self.rows[a], self.rows[b]).credential
        return credential is None or credential < EducationLevel.ASSOCIATE

    def laterals(self) -> list[Edge]:
        """Moves sideways between near occupations on the ladder, each pair once."""
        is_named = self.named == Named.SIDEWAYS
        minor = np.array([code[:4] for code in self.members.codes])
        fits = self.nearness >= NEAR_ENOUGH_SIDEWAYS.value
        fits &= (minor[:, None] == minor[None, :]) & ~self.aside
        fits &= (self.likelihood >= SELDOM_STEP.value) & ~self.is_rest[None, :]
        fits |= is_named
        fits &= (self.kind == Kind.LATERAL) & self.is_level
        # One line of the SOC makes its specialties near; here the work itself has to be.
        line = np.array([code[:7] for code in self.members.codes])
        work = 1 - (1 - self.nearness) / (1 - SAME_SOC.value)
        fits &= (line[:, None] != line[None, :]) | (work >= NEAR_ENOUGH_SIDEWAYS.value)
        fits &= (self.kind.T == Kind.LATERAL) | (is_named & (self.kind.T != Kind.ADVANCE))
        near = np.where(fits, self.nearness + is_named, 0.0)
        found = set()
        for a in range(len(self.rows)):
            for b in np.lexsort((np.arange(len(self.rows)), -near[a]))[:SIDEWAYS_EACH]:
                if near[a, b] > 0 and (self.rows[int(b)], self.rows[a]) not in found:
                    found.add((self.rows[a], self.rows[int(b)]))
        return sorted(found)

    def reduced(self, advances: set[Edge], keep: set[Edge]) -> set[Edge]:
        """The transitive reduction of the advances, for drawing.

        `keep` stays in any case, and so do steps inside one's own line or that the origin names,
        save those to a manager whom a supervisor or another manager leads to as well.
        """
        place = {row: at for at, row in enumerate(self.rows)}
        leads = {row for row in self.rows if is_leader(self.members.codes[place[row]])}
        manages = {
            row for row in self.rows if self.members.codes[place[row]].startswith(MANAGEMENT)
        }
        onward: dict[int, set[int]] = {}
        for a, b in advances:
            onward.setdefault(a, set()).add(b)
        reach: dict[int, set[int]] = {}
        for row in sorted(onward, key=lambda r: -self.members.standing[place[r]]):
            reach[row] = set().union(*({b} | reach.get(b, set()) for b in onward[row]))

        def stays(a: int, b: int) -> bool:
            at = place[a], place[b]
            is_own = self.in_line[at] or self.named[at] == Named.STEP
            over = onward[a] - {b}
            if is_own:
                over = over & leads if b in manages else set()
            return not any(b in reach.get(other, ()) for other in over)

        return {(a, b) for a, b in advances if (a, b) in keep or stays(a, b)}

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

    def feeders(self, openings: Floats, rungs: NDArray[np.bool_], limit: int) -> list[Edge]:
        """Steps up into the ladder from outside that carry most people, two per member at most."""
        return self._flows(openings, rungs, limit, inward=True)

    def exits(self, openings: Floats, rungs: NDArray[np.bool_], limit: int) -> list[Edge]:
        """Steps up from the ladder to outside that carry most people, two per member at most."""
        return self._flows(openings, rungs, limit, inward=False)

    def _flows(
        self, openings: Floats, rungs: NDArray[np.bool_], limit: int, *, inward: bool
    ) -> list[Edge]:
        """Moves over the border, `openings` and `rungs` (n,) being of all occupations.

        Only to and from lines that the surveys count by themselves (`rungs`).
        """
        rows = np.array(self.rows, dtype=np.int64)
        outside = rungs.copy()
        outside[rows] = False
        likelihood, kind = self.arrays.likelihood, self.arrays.kind
        if inward:
            weight, kinds = likelihood[:, rows].T * (openings + 1)[None, :], kind[:, rows].T
        else:
            weight, kinds = likelihood[rows] * (openings[rows] + 1)[:, None], kind[rows]
        weight = np.where(_best_kinds(kinds, outside), weight, 0.0)
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
        fits = _best_kinds(self.arrays.kind[row], ~inside)
        return np.where(fits, self.arrays.likelihood[row], 0.0).astype(np.float64)

    def _inward(self, row: int, inside: NDArray[np.bool_]) -> Floats:
        fits = _best_kinds(self.arrays.kind[:, row], ~inside)
        return np.where(fits, self.arrays.likelihood[:, row], 0.0).astype(np.float64)


def _best_kinds(kinds: NDArray[np.int8], able: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Which of the moves that are `able` a ladder tells over its border, of the shape of `kinds`.

    Steps up; where there is none, sideways; where there is neither, to work of another field.
    """
    for kind in (Kind.ADVANCE, Kind.LATERAL, Kind.PIVOT):
        found = able & (kinds == kind)
        if found.any():
            return np.asarray(found)
    return np.zeros(kinds.shape, dtype=np.bool_)


def _plain_strength(
    status: StatusIndex,
    members: Members,
    closeness: Floats,
    likelihood: Floats,
) -> Floats:
    """The strength of each step by ratings, observed moves, rungs and pay, shape (m, m)."""
    rows, standing = members.rows, members.standing
    best = np.maximum(likelihood.max(axis=1, keepdims=True), 1e-12)
    easy = EASY_RISE.value
    long_way = np.clip(standing[None, :] - standing[:, None] - easy, 0, None) / easy
    pay = status.pay_usd[rows]
    falls = np.where(pay[None, :] < pay[:, None], PAY_FALLS_FACTOR.value, 1.0)
    same = np.where(pay[None, :] == pay[:, None], SAME_PAY_FACTOR.value, 1.0)
    levels = members.levels.astype(np.int64)
    rise = np.clip(levels[None, :] - levels[:, None], 0, 3)
    return np.asarray(
        np.sqrt(closeness)
        * np.minimum(likelihood / best, 1.0) ** LIKELIHOOD_POWER.value
        * np.exp(-long_way)
        * np.array([factor.value for factor in RUNGS_FACTOR])[rise]
        * falls
        * same
    )


def _share_of_named(likelihood: Floats) -> Floats:
    """How likely each named step is beside the likeliest of its origin, 0 to 1."""
    best = np.maximum(likelihood.max(axis=1, keepdims=True), 1e-12)
    return np.asarray(likelihood / best)


def _shadowed(codes: list[str], named: NDArray[np.int8]) -> NDArray[np.bool_]:
    """Steps to a specialty whose own line the same work leads to as well, shape (m, m).

    All engineers may lead a laboratory for biofuels, and none is told so beside "engineering
    manager". Steps that the origin itself names are told.
    """
    shadowed = np.zeros(named.shape, dtype=np.bool_)
    place = {code: at for at, code in enumerate(codes)}
    for b, code in enumerate(codes):
        line = place.get(f"{code[:7]}.00")
        if line is not None and line != b:
            shadowed[:, b] = (named[:, b] != Named.STEP) & (named[:, line] >= LEAST_UP)
    return shadowed


def _strongest(strength: Floats) -> list[int]:
    """The places of an occupation's strongest steps, none much weaker than the best."""
    order = np.lexsort((np.arange(len(strength)), -strength))[:UP_EACH]
    floor = OF_THE_BEST.value * strength[order[0]]
    return [int(b) for b in order if strength[b] > 0 and strength[b] >= floor]


def _top(weight: Floats, limit: int) -> list[int]:
    """The places of the largest positive weights, largest first, ties by place."""
    limit = min(limit, len(weight))
    least = np.partition(weight, -limit)[-limit]
    able = np.flatnonzero((weight >= least) & (weight > 0))
    return [int(i) for i in able[np.lexsort((able, -weight[able]))][:limit]]

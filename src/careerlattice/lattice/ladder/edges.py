"""Which moves a ladder shows: the strongest steps up, sideways, in and out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from careerlattice.lattice.arrays.kinds import Kind, falls_clearly, gains_clearly
from careerlattice.lattice.arrays.named_moves import LEAST_UP, Named
from careerlattice.lattice.arrays.status_index import StatusIndex
from careerlattice.lattice.arrays.stored import LatticeArrays
from careerlattice.lattice.arrays.supervisors import MILITARY, is_leader, is_supervisor
from careerlattice.lattice.gap.step_asks import StepAsks
from careerlattice.lattice.ladder.lines import (
    is_rest,
    is_sideways,
    own_line,
    pays_alike,
    side_by_side,
)
from careerlattice.lattice.parameters import (
    EASY_RISE,
    HARDLY_ANYONE,
    LEAP,
    LIKELIHOOD_POWER,
    NAMED_STRENGTH,
    NEAR_ENOUGH_AGAIN,
    NEAR_ENOUGH_SIDEWAYS,
    NEAR_ENOUGH_TO_ADVANCE,
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

UP_EACH, NAMED_EACH, SPECIALTIES_EACH, SIDEWAYS_EACH, OUTSIDE_EACH = 2, 4, 2, 2, 2
"""How many moves of each sort a picture shows for one occupation."""
TRIED = 12
"""How many changes to near work are tried for one that asks no school."""
BESIDE_AT_MOST = 3
"""How many changes sideways one occupation has in all, whoever chose them."""


class PairRules(Protocol):
    """What is known of a step between two rows, wherever they stand."""

    @property
    def supervisors(self) -> NDArray[np.bool_]:
        """Which of all occupations are first-line supervisors, (n,)."""

    @property
    def leaders(self) -> NDArray[np.bool_]:
        """Which of all occupations lead others, (n,)."""

    def asks(self, a: int, b: int) -> StepAsks:
        """What the step asks."""

    def is_beside(self, a: int, b: int) -> bool:
        """Whether who does either may do the other as they are."""

    def is_kin(self, a: int, b: int) -> bool:
        """Whether a step that nothing names builds on what was learned."""

    def crosses(self, a: int, b: int) -> bool:
        """Whether a step up out of a ladder passes the tests of one inside."""


@dataclass(frozen=True, slots=True)
class Members:
    """Who is on a ladder: rows of the lattice arrays, with their codes, titles and levels (m,).

    `is_own_rung`: the surveys count it by itself.
    """

    rows: NDArray[np.int64]
    levels: NDArray[np.int8]
    codes: list[str]
    titles: list[str]
    standing: Floats
    is_own_rung: NDArray[np.bool_]


class EdgeFinder:
    """Chooses the moves of one ladder. Edges are pairs of rows of the lattice arrays.

    The strength of a step is the root of its closeness (mean of nearness and ease) times a root of
    its likelihood as a share of the likeliest step up from the same occupation inside, times
    factors for skipped rungs, a long way up at once, and pay that does not rise;
    one that entry conditions name in the origin's own line has `NAMED_STRENGTH` at least. `told`
    (m, m) are the named advances a ladder tells, `rules` are those of single pairs;
    `share` is how likely each named step is beside the likeliest of its origin.
    """

    def __init__(
        self,
        arrays: LatticeArrays,
        status: StatusIndex,
        required: RequirementArrays,
        members: Members,
        told: NDArray[np.bool_],
        rules: PairRules,
    ) -> None:
        rows = members.rows
        self.arrays, self.members, self.rules, self.asks = arrays, members, rules, rules.asks
        self._supervisors = rules.supervisors
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
        self.supervises = np.array([is_supervisor(code) for code in members.codes])
        self.is_military = np.array([code[:2] == MILITARY for code in members.codes])
        rises = standing[None, :] > standing[:, None]
        # A change sideways to clearly more pay may be told as a step as well.
        is_named = (self.named >= LEAST_UP) | told
        self.is_up = (self.kind == Kind.ADVANCE) & rises & (~is_named | told)
        self.is_up &= ((closeness >= NEAR_ENOUGH_TO_STEP.value) | is_named) & ~is_sideways(
            self.named, pay
        )
        self.is_rest = np.array([is_rest(title) for title in members.titles])
        # Borrowed pay says nothing of a step that nothing names.
        own = np.array([code.endswith(".00") for code in members.codes])
        self.is_clear = gains_clearly(pay) & own[:, None] & own[None, :]
        self.falls = falls_clearly(pay)
        self.is_named = is_named
        self.is_told = is_named & ~_shadowed(members.codes, self.named)
        # What remains of a group is told where the origin itself names it.
        self.is_told &= ~self.is_rest[None, :] | (self.named == Named.STEP)
        self.in_line = own_line(members.codes, self.named, self.nearness)
        plain = _plain_strength(status, members, closeness, likelihood * self.is_up)
        self.share = _share_of_named(likelihood * self.is_up * is_named, members.is_own_rung)
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
        plain = self._plain()
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

    def _plain(self) -> Floats:
        """The strength of steps that nothing names and a ladder tells all the same, else 0, (m, m).

        Those in one's own line that enough take, to clearly more pay; who leads is always named.
        Over a degree, a license or an apprenticeship, and to what is learned in another school,
        only a step that is named leads.
        """
        plain = np.where(self.is_up & (self.strength >= STRONG_ENOUGH.value), self.strength, 0.0)
        is_told = self.in_line & (self.likelihood >= RARE_STEP.value) & self.is_clear
        is_told &= self.named != Named.SIDEWAYS
        is_told &= self.nearness >= NEAR_ENOUGH_TO_TELL.value
        plain = np.where(is_told & self.is_free, plain, 0.0)
        for a, b in np.argwhere((plain > 0) & ~self.is_named):
            asks = self.asks(self.rows[a], self.rows[b])
            is_kin = self.rules.is_kin(self.rows[a], self.rows[b])
            if asks.is_credential_first or asks.is_term or not is_kin:
                plain[a, b] = 0.0
        return plain

    def is_told_alone(self) -> bool:
        """Of two members: whether the first is told of the second, whatever else is there.

        Not for clearly less pay, nor where hardly anyone goes; who leads other work than one's own
        is none to rise to, unless one's own work names it.
        """
        if self.likelihood[0, 1] < SELDOM_STEP.value or self.falls[0, 1]:
            return False
        is_step = self.named[0, 1] == Named.STEP
        leads_other = self.supervises[1] and not self.in_line[0, 1]
        if self.is_named[0, 1]:
            if not self.is_up[0, 1]:
                return False
            is_own = is_step or (self.in_line[0, 1] and not leads_other)
            return bool(is_own and self.is_told[0, 1] and self._is_taken(0, 1))
        return bool(self._plain()[0, 1] > 0)

    def _named_steps(self, a: int) -> list[int]:
        """The places that an occupation's named steps lead to: all supervisors, and the likeliest.

        Steps that the occupation itself names come before ranks of others that it may fill.
        """
        able = [int(b) for b in np.flatnonzero(self.is_up[a] & self.is_told[a])]
        able = [b for b in able if self._is_taken(a, b)]
        able.sort(key=lambda b: (self.named[a, b] != int(Named.STEP), -self.likelihood[a, b], b))
        leads = [b for b in able if self.supervises[b]]
        rest = [b for b in able if b not in leads]
        of_itself = [b for b in rest if self.named[a, b] != Named.RANK] or rest
        lines = [b for b in of_itself if self.members.is_own_rung[b]]
        others = [b for b in of_itself if b not in lines]
        shown = lines[:NAMED_EACH]
        # The work most like one's own is the field's next rung, however small it is.
        nearest = max(lines, key=lambda b: (self.nearness[a, b], -b), default=None)
        if nearest is not None and nearest not in shown:
            shown.append(nearest)
        return leads + shown + others[: max(NAMED_EACH - len(shown), SPECIALTIES_EACH)]

    def _is_taken(self, a: int, b: int) -> bool:
        """Whether more than hardly anyone takes a step, where a degree has to be earned for it."""
        if self.likelihood[a, b] >= SELDOM_STEP.value:
            return True
        # Few become nurse midwives, and nearly all who do were nurses. Surveys count no soldiers.
        is_near = self.nearness[a, b] >= NEAR_ENOUGH_AGAIN.value
        is_near |= self.in_line[a, b] and self.likelihood[a, b] >= HARDLY_ANYONE.value
        is_near |= self.is_military[a] and self.is_military[b]
        if is_near and self.named[a, b] == Named.STEP:
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
        fits &= (line[:, None] != line[None, :]) | is_named | (work >= NEAR_ENOUGH_SIDEWAYS.value)
        # Both ends call it a change, and pay makes it no step.
        is_mutual = is_named & is_sideways(self.named, self.pay).T
        fits &= (
            (self.kind.T == Kind.LATERAL) | (is_named & (self.kind.T != Kind.ADVANCE)) | is_mutual
        )
        fits &= self.levels[:, None] == self.levels[None, :]
        near = np.where(fits, self.nearness + is_named, 0.0)
        for a, b in np.argwhere(near > 0):
            if not self.rules.is_beside(self.rows[a], self.rows[b]):
                near[a, b] = 0.0
        wanted = set()
        for a in range(len(self.rows)):
            for b in np.lexsort((np.arange(len(self.rows)), -near[a]))[:SIDEWAYS_EACH]:
                if near[a, b] > 0 and (int(b), a) not in wanted:
                    wanted.add((a, int(b)))
        found, count = [], np.zeros(len(self.rows), dtype=np.int64)
        for a, b in sorted(wanted, key=lambda pair: (-near[pair], pair)):
            if max(count[a], count[b]) < BESIDE_AT_MOST:
                count[[a, b]] += 1
                found.append((self.rows[a], self.rows[b]))
        return sorted(found)

    def outside(self, alone: list[int], each: int) -> dict[int, list[Edge]]:
        """For occupations without a move inside: their likeliest moves out and the likeliest in.

        Those that pass the tests of moves inside; where none does either way, those to and from
        other work, as they are.
        """
        found = {}
        for row in alone:
            out = self._over_border(row, each, inward=False)
            into = self._over_border(row, each, inward=True)
            if not (out or into):
                out = self._elsewhere(row, each)
            found[row] = [(row, b) for b in out] + [(a, row) for a in into]
        return found

    def _over_border(self, row: int, each: int, *, inward: bool) -> list[int]:
        """The likeliest steps of a row over the border, else the likeliest changes sideways."""
        likelihood = self.arrays.likelihood[:, row] if inward else self.arrays.likelihood[row]
        for kind in (Kind.ADVANCE, Kind.LATERAL):
            able = self._able(np.array([row]), kind, inward=inward)[0]
            able[self.rows] = False
            order = np.flatnonzero(able)
            order = order[np.lexsort((order, -likelihood[order]))]
            chosen: list[int] = []
            for other in map(int, order):
                edge = (other, row) if inward else (row, other)
                if len(chosen) < each and self._passes(kind, edge):
                    chosen.append(other)
            if chosen:
                return chosen
        return []

    def _elsewhere(self, row: int, each: int) -> list[int]:
        """The likeliest changes to near work elsewhere; none where none is near.

        Who leads goes on to lead, and nobody else does; nor over a school where another is open.
        What is not near is no next step, however many leave for it.
        """
        kinds, likelihood = self.arrays.kind[row], self.arrays.likelihood[row].astype(np.float64)
        able = (kinds == Kind.LATERAL) | (kinds == Kind.PIVOT)
        able[self.rows] = False
        able &= self.rules.leaders == self.rules.leaders[row]
        near = able & (self.arrays.nearness[row] >= NEAR_ENOUGH_TO_ADVANCE.value)
        shown = _top(np.where(near, likelihood, 0.0), TRIED)
        open_ones = [b for b in shown if not self.asks(row, b).is_credential_first]
        return (open_ones or shown)[:each]

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

        Only to and from lines that the surveys count by themselves (`rungs`); steps up, or where
        none passes the tests of a step inside, changes sideways.
        """
        rows = np.array(self.rows, dtype=np.int64)
        outside = rungs.copy()
        outside[rows] = False
        likelihood = self.arrays.likelihood
        if inward:
            weight = likelihood[:, rows].T * (openings + 1)[None, :]
        else:
            weight = likelihood[rows] * (openings[rows] + 1)[:, None]
        for kind in (Kind.ADVANCE, Kind.LATERAL):
            able = self._able(rows, kind, inward=inward) & outside[None, :]
            shown = self._heaviest(np.where(able, weight, 0.0), kind, limit, inward=inward)
            if shown:
                return shown
        return []

    def _heaviest(self, weight: Floats, kind: Kind, limit: int, *, inward: bool) -> list[Edge]:
        """The moves of most `weight` (m, n) that pass, two per member at most."""
        member, other = np.nonzero(weight > 0)
        shown: list[Edge] = []
        count = np.zeros(len(self.rows), dtype=np.int64)
        for place in np.lexsort((other, member, -weight[member, other])):
            m, far = int(member[place]), int(other[place])
            if count[m] == OUTSIDE_EACH or len(shown) == limit:
                continue
            edge = (far, self.rows[m]) if inward else (self.rows[m], far)
            if self._passes(kind, edge):
                count[m] += 1
                shown.append(edge)
        return shown

    def _able(self, rows: NDArray[np.int64], kind: Kind, *, inward: bool) -> NDArray[np.bool_]:
        """Which moves between these rows and all others are worth a look, shape (rows, n)."""
        arrays = self.arrays

        def of(values: NDArray[Any]) -> NDArray[Any]:
            return values[:, rows].T if inward else values[rows]

        named, near = of(arrays.named), of(arrays.nearness)
        rise = arrays.level[None, :].astype(np.int64) - arrays.level[rows, None]
        rise = -rise if inward else rise
        able = of(arrays.kind) == kind
        if kind == Kind.ADVANCE:
            told = (near >= NEAR_ENOUGH_TO_TELL.value) & (of(arrays.likelihood) >= RARE_STEP.value)
            able &= (named >= LEAST_UP) | told
            # Who leads one's own work is no leap, however high.
            leads = self._supervisors[None, :] if not inward else self._supervisors[rows][:, None]
            return np.asarray(able & ((rise < LEAP.value) | (leads & (named == Named.STEP))))
        return np.asarray(
            able & (rise == 0) & ((near >= NEAR_ENOUGH_SIDEWAYS.value) | (named == Named.SIDEWAYS))
        )

    def _passes(self, kind: Kind, edge: Edge) -> bool:
        return self.rules.crosses(*edge) if kind == Kind.ADVANCE else self.rules.is_beside(*edge)


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


def _share_of_named(likelihood: Floats, is_own_rung: NDArray[np.bool_]) -> Floats:
    """How likely each named step is beside the likeliest of its origin to a rung, 0 to 1.

    A specialty makes no other step rarer: as many nurses turn nurse practitioners whether or not
    critical care is told as well.
    """
    best = np.maximum((likelihood * is_own_rung).max(axis=1, keepdims=True), 1e-12)
    return np.asarray(np.minimum(likelihood / best, 1.0))


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

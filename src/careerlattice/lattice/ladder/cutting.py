"""Cuts a ladder out of the lattice: members, the moves worth showing, and an area's pay."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import chain, pairwise

import numpy as np
from numpy.typing import NDArray

from careerlattice.catalog.catalog import Catalog
from careerlattice.catalog.model import Area, Pathway
from careerlattice.errors import BadRequest
from careerlattice.lattice.arrays.kinds import Kind, MoveLabel, pay_label
from careerlattice.lattice.arrays.ladder_levels import (
    CUTS,
    held_between,
    pathway_cuts,
    pathway_levels,
)
from careerlattice.lattice.arrays.named_moves import Named
from careerlattice.lattice.arrays.status_index import StatusIndex
from careerlattice.lattice.arrays.stored import LatticeArrays
from careerlattice.lattice.arrays.supervisors import MANAGEMENT, is_leader, is_supervisor
from careerlattice.lattice.gap.step_asks import StepAsks, find_step_asks
from careerlattice.lattice.gap.way import Comer, names_comer
from careerlattice.lattice.ladder.edges import Edge, EdgeFinder, Members
from careerlattice.lattice.ladder.lines import is_own_rung, is_rest
from careerlattice.lattice.ladder.main_sequences import find_main_sequences
from careerlattice.lattice.ladder.model import Ladder, LadderMove, LadderOccupation
from careerlattice.lattice.ladder.reduction import reduced
from careerlattice.lattice.ladder.sideways import Ends, are_kin, are_trades, stands_beside
from careerlattice.lattice.ladder.standing import standing_of
from careerlattice.lattice.ladder.told import Pairs, told_steps
from careerlattice.lattice.parameters import CLEAR_CHANGE_OF_PAY, SELDOM_STEP
from careerlattice.profile.experience import usual_level
from careerlattice.requirements.arrays import RequirementArrays
from careerlattice.requirements.entry import EntryCondition, NextStep
from careerlattice.requirements.requirements import open_requirements
from careerlattice.vocab.levels import EducationLevel, LadderLevel

OUTSIDE_SHOWN = 12
"""How many feeders, and how many exits, a ladder shows."""
OUTSIDE_OF_ONE = 3
"""How many moves outside are shown of an occupation that has none inside, each way."""


@dataclass(frozen=True)
class LadderFacts:
    """What ladders are cut from: the catalog and the arrays of all its occupations."""

    catalog: Catalog
    arrays: LatticeArrays
    status: StatusIndex
    required: RequirementArrays
    _asks: dict[Edge, StepAsks] = field(default_factory=dict, repr=False)
    _beside: dict[Edge, bool] = field(default_factory=dict, repr=False)
    _crosses: dict[Edge, bool] = field(default_factory=dict, repr=False)

    def standing_of(
        self, rows: NDArray[np.int64], cuts: tuple[float, ...] | None = None
    ) -> NDArray[np.float64]:
        """How high these rows stand beside each other: who leads above those it leads.

        Between the levels that entry conditions allow, which begin at `cuts`; without them at those
        of the pathway that the rows are.
        """
        codes = [str(self.catalog.codes[row]) for row in rows]
        is_line = np.array([code.endswith(".00") for code in codes])
        line = np.array([code[:7] for code in codes])
        # The pay of a line says nothing of its specialties but among themselves.
        up = self.is_told(rows) & (is_line[:, None] | (line[:, None] == line[None, :]))
        leads = np.array([is_supervisor(code) for code in codes])
        index = self.status.index[rows]
        lines = pathway_cuts(index) if cuts is None else cuts
        bounds = self.arrays.bounds[:, rows]
        held = held_between(index, bounds, lines)
        if cuts is None and not (held < lines[0]).any():
            # A pathway begins with those whom conditions let begin, however well they are paid.
            begins = (bounds[0] == LadderLevel.ENTRY) & (held < lines[1])
            held = held_between(index, np.where(begins, LadderLevel.ENTRY, bounds), lines)
        return standing_of(held, up, leads)

    def is_told(self, rows: NDArray[np.int64]) -> NDArray[np.bool_]:
        """Which named advances between these rows a ladder tells as steps up, shape (m, m)."""
        return told_steps(self._pairs(rows), self)

    def _pairs(self, rows: NDArray[np.int64]) -> Pairs:
        here, arrays = np.ix_(rows, rows), self.arrays
        codes = [str(self.catalog.codes[row]) for row in rows]
        titles = [self.catalog.occupation(self.catalog.codes[row]).title for row in rows]
        return Pairs(
            rows=[int(row) for row in rows],
            codes=codes,
            is_advance=arrays.kind[here] == Kind.ADVANCE,
            named=arrays.named[here],
            nearness=arrays.nearness[here].astype(np.float64),
            likelihood=arrays.likelihood[here].astype(np.float64),
            pay_usd=self.status.pay_usd[rows],
            index=self.status.index[rows],
            typical=self.required.typical_level[rows],
            is_apprenticed=self.required.is_apprenticed[rows],
            is_leap=self.leaps[here],
            leads=np.array([is_leader(code) for code in codes]),
            supervises=self.supervisors[rows],
            is_line=np.array([code.endswith(".00") for code in codes]),
            is_rest=np.array([is_rest(title) for title in titles]),
            has_supervisor=self.own_supervisors[rows],
        )

    @cached_property
    def own_supervisors(self) -> NDArray[np.bool_]:
        """Which occupations name the supervisor of their work themselves, (n,)."""
        return np.asarray((self.arrays.named[:, self.supervisors] == Named.STEP).any(axis=1))

    @cached_property
    def supervisors(self) -> NDArray[np.bool_]:
        """Which occupations are first-line supervisors, (n,)."""
        return np.array([is_supervisor(str(code)) for code in self.catalog.codes])

    @cached_property
    def leaders(self) -> NDArray[np.bool_]:
        """Which occupations lead others, (n,)."""
        return np.array([is_leader(str(code)) for code in self.catalog.codes])

    def rises_to(self, a: int, b: int) -> bool:
        """Whether who does the unlike work of row `a` is promoted to lead in row `b`.

        Where a way into it names them, or more than hardly any go there and neither a license nor a
        bachelor's degree comes first.
        """
        ways = open_requirements(self.catalog).get_entry(self.catalog.codes[b]).conditions
        if any(names_comer(way, self.catalog.codes[a]) for way in ways):
            return True
        if self.arrays.likelihood[a, b] < SELDOM_STEP.value:
            return False
        asks = self.asks(a, b)
        degree = asks.credential or EducationLevel.LESS_THAN_HIGH_SCHOOL
        return not asks.license and degree < EducationLevel.BACHELOR

    @cached_property
    def leaps(self) -> NDArray[np.bool_]:
        """Steps to the very top past the rank most rise through, (n, n), origins in rows.

        Where only managers are promoted (a chief executive), the step of who manages none, that of
        who steps to the manager that most others become, and that of whose work does not name it.
        """
        named, up = self.arrays.named, self.arrays.kind == Kind.ADVANCE
        steps = up & (named >= Named.RANK)
        manages = np.array([code.startswith(MANAGEMENT) for code in self.catalog.codes])
        found = np.zeros(named.shape, dtype=np.bool_)
        for b in np.flatnonzero(manages):
            entry = open_requirements(self.catalog).get_entry(self.catalog.codes[b])
            ranks = [rank for way in entry.conditions for rank in _ranks(way)]
            if not ranks or not all(rank.startswith(MANAGEMENT) for rank in ranks):
                continue
            below = steps[:, b]
            rise = np.where(steps & below[:, None], self.arrays.likelihood, 0.0)
            through = np.where(below & manages, rise.sum(axis=0), 0.0)
            rank = int(np.argmax(through))
            # Nobody takes a post that pays clearly less to get there, by pay of one's own.
            pay = self.status.pay_usd
            pays_less = self.own_rungs & (pay[rank] < pay * (1 - CLEAR_CHANGE_OF_PAY.value))
            by_rank = steps[:, rank] & ~pays_less
            found[:, b] = ~manages | by_rank | (named[:, b] != Named.STEP)
            found[rank, b] = False
        return found

    @cached_property
    def own_rungs(self) -> NDArray[np.bool_]:
        """Which occupations the surveys count by themselves, (n,)."""
        every = self.catalog.list_occupations()
        return np.array([is_own_rung(str(one.code), one.title) for one in every])

    def asks(self, a: int, b: int) -> StepAsks:
        """What the step from one row to another asks; kept."""
        if (a, b) not in self._asks:
            asked, comer = open_requirements(self.catalog), self.comer(a, b)
            door = asked.get_entry(comer.code).usual
            # Many in a job have more schooling than it asks; a step is told to those who have not.
            held = max(min(comer.level, door.usual), door.floor, EducationLevel.HIGH_SCHOOL)
            found = find_step_asks(
                asked,
                replace(comer, level=held),
                self.catalog.codes[b],
                b,
                EducationLevel(int(self.required.typical_level[b])),
                self.required.fields[a],
            )
            step = self._own_step(a, b)
            if step is not None and found.is_work_alone:
                found = replace(found, own_words=step.asks)
            self._asks[a, b] = found
        return self._asks[a, b]

    def is_beside(self, a: int, b: int) -> bool:
        """Whether two rows stand side by side; kept, the same both ways."""
        edge = (min(a, b), max(a, b))
        if edge not in self._beside:
            self._beside[edge] = stands_beside(self._ends(*edge))
        return self._beside[edge]

    def is_kin(self, a: int, b: int) -> bool:
        """Whether a step between two rows that nothing names builds on what was learned."""
        return are_kin(self._ends(a, b).entries)

    def are_trades(self, a: int, b: int) -> bool:
        """Whether both rows are trades with an apprenticeship of years each."""
        return are_trades(self._ends(a, b).entries)

    def _ends(self, a: int, b: int) -> Ends:
        asked, codes, named = open_requirements(self.catalog), self.catalog.codes, self.arrays.named
        return Ends(
            entries=(asked.get_entry(codes[a]), asked.get_entry(codes[b])),
            asks=(self.asks(a, b), self.asks(b, a)),
            named=(Named(int(named[a, b])), Named(int(named[b, a]))),
            nearness=float(self.arrays.nearness[a, b]),
        )

    def crosses(self, a: int, b: int) -> bool:
        """Whether a step up out of a ladder, or into one, passes the tests of one inside; kept."""
        if (a, b) not in self._crosses:
            rows = np.array([a, b])
            levels = self.arrays.level[rows]
            members = self.members(rows, levels, self.standing_of(rows, CUTS))
            finder = EdgeFinder(
                self.arrays, self.status, self.required, members, self.is_told(rows), self
            )
            self._crosses[a, b] = finder.is_told_alone()
        return self._crosses[a, b]

    def comer(self, a: int, b: int) -> Comer:
        """Who works in row `a` and goes to row `b`, as far as ways in ask."""
        required = self.required
        step = self._own_step(a, b)
        level = usual_level(required.accepted_level[a], required.typical_level[a])
        known = {cip[:5] for cip in required.fields[a]}
        return Comer(
            code=self.catalog.codes[a],
            # As plans do: who works has a diploma, unless they say otherwise.
            level=max(level, EducationLevel.HIGH_SCHOOL),
            field_fits=bool(known & {cip[:5] for cip in required.fields[b]}),
            is_step_up=bool(self.arrays.named[a, b] == Named.STEP),
            step_months=None if step is None else step.months,
        )

    def _own_step(self, a: int, b: int) -> NextStep | None:
        """The step up to row `b` as the work of row `a` names it, if it does."""
        if self.arrays.named[a, b] != Named.STEP:
            return None
        to = self.catalog.codes[b]
        steps = open_requirements(self.catalog).get_entry(self.catalog.codes[a]).next_steps
        return next((step for step in steps if step.code == to and step.is_advance), None)

    def members(
        self, rows: NDArray[np.int64], levels: NDArray[np.int8], standing: NDArray[np.float64]
    ) -> Members:
        """These rows as members of a ladder, at these levels."""
        codes = [self.catalog.codes[row] for row in rows]
        return Members(
            rows=rows,
            levels=levels,
            codes=[str(code) for code in codes],
            titles=[self.catalog.occupation(code).title for code in codes],
            standing=standing,
            is_own_rung=self.own_rungs[rows],
        )

    def pay_label(self, kind: Kind, change: float | None, a: int, b: int) -> MoveLabel | None:
        """What goes against the grain of a move between two rows that changes pay so.

        Nothing where pay falls against that of a whole line, which a specialty wears.
        """
        if change is None:
            return None
        if change < 0 and (_line(self.catalog, a) or _line(self.catalog, b)):
            return None
        first = self.asks(a, b).is_credential_first
        named = Named(int(self.arrays.named[a, b]))
        return pay_label(kind, change, is_more=first, named=named)


def _ranks(way: EntryCondition) -> tuple[str, ...]:
    """The ranks a way is filled from, by beginnings of codes; one that names none, by itself."""
    return way.promotion.from_codes if way.promotion is not None else ("",)


@dataclass(frozen=True, slots=True)
class LadderName:
    """What a ladder is called: its id, and the framework, cluster and pathway it belongs to."""

    id: str
    framework: str
    cluster: str
    pathway: str


@dataclass(frozen=True, slots=True)
class _Chosen:
    """The edges of a ladder, by sort; `on_sequence` are those of main sequences."""

    sequences: list[tuple[int, ...]]
    on_sequence: set[Edge]
    advances: set[Edge]
    drawn: set[Edge]
    laterals: list[Edge]
    outside: dict[int, list[Edge]]
    feeders: list[Edge]
    exits: list[Edge]


def cut_ladder(facts: LadderFacts, pathway: Pathway) -> Ladder:
    """The ladder of a pathway. Raises `BadRequest` for one without occupations."""
    codes = facts.catalog.frameworks.occupations_of(pathway.id)
    if not codes:
        raise BadRequest(
            f"The pathway {pathway.name} carries no occupations in the {pathway.framework} "
            "framework. 'careerlattice clusters' lists the pathways that do."
        )
    rows = np.array([facts.catalog.row_of[code] for code in codes], dtype=np.int64)
    name = LadderName(
        id=pathway.id,
        framework=pathway.framework,
        cluster=pathway.cluster_name,
        pathway=pathway.name,
    )
    standing = facts.standing_of(rows)
    levels = pathway_levels(facts.status, rows, standing)
    return assemble(facts, name, facts.members(rows, levels, standing))


def assemble(
    facts: LadderFacts,
    name: LadderName,
    members: Members,
    *,
    center: int | None = None,
    steps: set[Edge] | None = None,
) -> Ladder:
    """A ladder of these occupations.

    `center` is the row that main sequences pass through, `steps` are advances to show in any case.
    """
    codes = facts.catalog.codes
    chosen = _choose(facts, members, center, steps or set())

    def moves(edges: Iterable[Edge]) -> tuple[LadderMove, ...]:
        return tuple(_move(facts, chosen, edge) for edge in edges)

    rows = [int(row) for row in members.rows]
    place = {row: int(level) for row, level in zip(rows, members.levels, strict=True)}
    height = dict(zip(rows, members.standing, strict=True))
    order = sorted(place, key=lambda row: (height[row], row))
    leading_out = (*chosen.feeders, *chosen.exits, *chain.from_iterable(chosen.outside.values()))
    beyond = sorted({row for edge in leading_out for row in edge} - set(place))
    return Ladder(
        id=name.id,
        framework=name.framework,
        cluster=name.cluster,
        pathway=name.pathway,
        rungs=tuple(
            tuple(_occupation(facts, row, level) for row in order if place[row] == level)
            for level in LadderLevel
        ),
        moves=moves((*sorted(chosen.advances), *chosen.laterals)),
        feeders=moves(chosen.feeders),
        exits=moves(chosen.exits),
        outside={codes[row]: moves(edges) for row, edges in chosen.outside.items()},
        others={
            codes[row]: _occupation(facts, row, int(facts.arrays.level[row])) for row in beyond
        },
        main_sequences=tuple(
            tuple(codes[row] for row in sequence) for sequence in chosen.sequences
        ),
        area=facts.catalog.areas.nation.name,
        center=None if center is None else codes[center],
    )


def _choose(
    facts: LadderFacts,
    members: Members,
    center: int | None,
    steps: set[Edge],
) -> _Chosen:
    rows = members.rows
    finder = EdgeFinder(
        facts.arrays, facts.status, facts.required, members, facts.is_told(rows), facts
    )
    outlook = facts.catalog.outlook_vectors
    openings = np.nan_to_num(outlook.openings * outlook.share)
    sequences = find_main_sequences(finder, openings[rows], through=center)
    on_sequence = {pair for sequence in sequences for pair in pairwise(sequence)}
    kept = on_sequence | steps
    advances = finder.advances(kept)
    laterals = finder.laterals()
    inside = {row for a, b in (*advances, *laterals) for row in (a, b)}
    alone = [int(row) for row in rows if int(row) not in inside]
    return _Chosen(
        sequences=sequences,
        on_sequence=on_sequence,
        advances=advances,
        drawn=reduced(finder, advances, kept),
        laterals=laterals,
        outside=finder.outside(alone, OUTSIDE_OF_ONE),
        feeders=finder.feeders(openings, facts.own_rungs, OUTSIDE_SHOWN),
        exits=finder.exits(openings, facts.own_rungs, OUTSIDE_SHOWN),
    )


def _occupation(facts: LadderFacts, row: int, level: int) -> LadderOccupation:
    outlook, status = facts.catalog.outlook_vectors, facts.status
    return LadderOccupation(
        occupation=facts.catalog.occupation(facts.catalog.codes[row]),
        level=LadderLevel(level),
        status_index=float(status.index[row]),
        pay_usd=_or_none(status.pay_usd[row], 0),
        growth_pct=_or_none(outlook.growth_pct[row], 1),
        openings=_or_none(outlook.openings[row] * outlook.share[row], 0),
        line=_line(facts.catalog, row),
    )


def _line(catalog: Catalog, row: int) -> str:
    """The title of the line whose figures the occupation wears; empty for its own."""
    code = catalog.codes[row]
    line = f"{code[:7]}.00"
    if code == line or line not in catalog.row_of:
        return ""
    return catalog.occupation(catalog.codes[catalog.row_of[line]]).title


def _move(facts: LadderFacts, chosen: _Chosen, edge: Edge) -> LadderMove:
    a, b = edge
    arrays, pay = facts.arrays, facts.status.pay_usd
    change = _or_none(pay[b] - pay[a], 0)
    kind = Kind(int(arrays.kind[a, b]))
    return LadderMove(
        from_code=facts.catalog.codes[a],
        to_code=facts.catalog.codes[b],
        kind=kind,
        likelihood=float(arrays.likelihood[a, b]),
        ease=float(arrays.ease[a, b]),
        nearness=float(arrays.nearness[a, b]),
        wage_change_usd=change,
        label=facts.pay_label(kind, change, a, b),
        asks=facts.asks(a, b),
        is_main=edge in chosen.on_sequence,
        is_drawn=kind != Kind.ADVANCE or edge in chosen.drawn or edge not in chosen.advances,
    )


def in_area(ladder: Ladder, facts: LadderFacts, area: Area) -> Ladder:
    """The same ladder with the pay of an area; kinds and levels stay, as they are national."""
    row_of, pay = facts.catalog.row_of, facts.catalog.pay_vectors(area).p50

    def paid(member: LadderOccupation) -> LadderOccupation:
        return replace(member, pay_usd=_or_none(pay[row_of[member.code]], 0))

    def moved(moves: Iterable[LadderMove]) -> tuple[LadderMove, ...]:
        found = []
        for move in moves:
            a, b = row_of[move.from_code], row_of[move.to_code]
            change = _or_none(pay[b] - pay[a], 0)
            label = facts.pay_label(move.kind, change, a, b)
            found.append(replace(move, wage_change_usd=change, label=label))
        return tuple(found)

    return replace(
        ladder,
        rungs=tuple(tuple(map(paid, rung)) for rung in ladder.rungs),
        moves=moved(ladder.moves),
        feeders=moved(ladder.feeders),
        exits=moved(ladder.exits),
        outside={code: moved(moves) for code, moves in ladder.outside.items()},
        others={code: paid(member) for code, member in ladder.others.items()},
        area=area.name,
    )


def _or_none(value: float, digits: int) -> float | None:
    return None if np.isnan(value) else float(round(float(value), digits))

"""A ladder: a pathway ordered from entry to expert, with the moves between its rungs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import chain, pairwise

import numpy as np
from numpy.typing import NDArray

from careerlattice.catalog.catalog import Catalog
from careerlattice.catalog.model import Area, Occupation, Pathway
from careerlattice.errors import BadRequest
from careerlattice.lattice.arrays.kinds import Kind, asks_more, pay_label
from careerlattice.lattice.arrays.ladder_levels import pathway_levels
from careerlattice.lattice.arrays.status_index import Heights
from careerlattice.lattice.arrays.stored import LatticeArrays
from careerlattice.lattice.json_shapes import LadderJson, LadderMoveJson, LadderOccupationJson
from careerlattice.lattice.ladder.edges import Edge, EdgeFinder
from careerlattice.lattice.ladder.main_sequences import find_backbones
from careerlattice.requirements.arrays import Asks
from careerlattice.vocab.levels import LadderLevel

OUTSIDE_SHOWN = 12
OUTSIDE_OF_ONE = 3


@dataclass(frozen=True, slots=True)
class LadderOccupation:
    """An occupation on a rung with its pay (median a year), growth (2024 to 2034) and openings."""

    occupation: Occupation
    level: LadderLevel
    height: float
    pay_usd: float | None
    growth_pct: float | None
    openings: float | None

    @property
    def code(self) -> str:
        """Its O*NET-SOC code."""
        return self.occupation.code

    def to_dict(self) -> LadderOccupationJson:
        """The occupation as JSON-ready values."""
        return {
            "onet_soc_code": str(self.occupation.code),
            "title": self.occupation.title,
            "level": self.level.label,
            "height": round(self.height, 1),
            "job_zone": self.occupation.job_zone,
            "median_pay_usd": self.pay_usd,
            "growth_pct": self.growth_pct,
            "openings_per_year": self.openings,
        }


@dataclass(frozen=True, slots=True)
class LadderMove:
    """A move shown on a ladder. A lateral goes both ways.

    `is_drawn` is false for an advance that two shorter drawn ones already tell (transitive
    reduction); `label` says what goes against the grain.
    """

    from_code: str
    to_code: str
    kind: Kind
    likelihood: float
    ease: float
    nearness: float
    wage_change_usd: float | None
    label: str
    is_backbone: bool
    is_drawn: bool

    def to_dict(self) -> LadderMoveJson:
        """The move as JSON-ready values."""
        return {
            "from": self.from_code,
            "to": self.to_code,
            "kind": self.kind.slug,
            "likelihood": round(self.likelihood, 6),
            "ease": round(self.ease, 3),
            "nearness": round(self.nearness, 3),
            "wage_change_usd": self.wage_change_usd,
            "label": self.label,
            "is_backbone": self.is_backbone,
            "is_drawn": self.is_drawn,
        }


@dataclass(frozen=True)
class Ladder:
    """A pathway, or the neighborhood of one occupation, as rungs and moves.

    `moves` are those inside (advances, laterals); `feeders` lead in from other pathways, `exits`
    out to them; `outside` gives every occupation without a move inside its moves outside; `others`
    are the occupations beyond the ladder that these name. `backbones` are the few sequences most
    worth showing, by code, lowest first. `center` is the occupation of a neighborhood.
    """

    id: str
    framework: str
    cluster: str
    pathway: str
    rungs: tuple[tuple[LadderOccupation, ...], ...]
    moves: tuple[LadderMove, ...]
    feeders: tuple[LadderMove, ...]
    exits: tuple[LadderMove, ...]
    outside: dict[str, tuple[LadderMove, ...]]
    others: dict[str, LadderOccupation]
    backbones: tuple[tuple[str, ...], ...]
    area: str
    center: str | None = None

    @property
    def occupations(self) -> tuple[LadderOccupation, ...]:
        """All occupations on it, by level, then by height."""
        return tuple(one for rung in self.rungs for one in rung)

    def get(self, code: str) -> LadderOccupation:
        """The occupation of this code, on the ladder or beside it. Raises `KeyError`."""
        for one in self.occupations:
            if one.code == code:
                return one
        return self.others[code]

    @property
    def advances(self) -> tuple[LadderMove, ...]:
        """Moves up inside."""
        return tuple(move for move in self.moves if move.kind == Kind.ADVANCE)

    @property
    def laterals(self) -> tuple[LadderMove, ...]:
        """Moves sideways inside."""
        return tuple(move for move in self.moves if move.kind == Kind.LATERAL)

    def to_dict(self) -> LadderJson:
        """The ladder as JSON-ready values."""
        return {
            "id": self.id,
            "framework": self.framework,
            "cluster": self.cluster,
            "pathway": self.pathway,
            "area": self.area,
            "center": self.center,
            "levels": [
                {"level": level.label, "occupations": [one.to_dict() for one in rung]}
                for level, rung in zip(LadderLevel, self.rungs, strict=True)
            ],
            "moves": [move.to_dict() for move in self.moves],
            "backbones": [list(codes) for codes in self.backbones],
            "feeders": [move.to_dict() for move in self.feeders],
            "exits": [move.to_dict() for move in self.exits],
            "outside": {
                code: [move.to_dict() for move in moves] for code, moves in self.outside.items()
            },
            "others": {code: one.to_dict() for code, one in self.others.items()},
        }


def cut_ladder(
    catalog: Catalog, arrays: LatticeArrays, heights: Heights, asks: Asks, pathway: Pathway
) -> Ladder:
    """The ladder of a pathway. Raises `BadRequest` for one without occupations."""
    codes = catalog.frameworks.occupations_of(pathway.id)
    if not codes:
        raise BadRequest(
            f"The pathway {pathway.name} carries no occupations in the {pathway.framework} "
            "framework. 'careerlattice clusters' lists the pathways that do."
        )
    rows = np.array([catalog.row_of[code] for code in codes], dtype=np.int64)
    return assemble(
        catalog, arrays, heights, asks, rows, pathway_levels(heights, rows),
        ladder_id=pathway.id, framework=pathway.framework, cluster=pathway.cluster_name,
        pathway=pathway.name,
    )  # fmt: skip


def assemble(
    catalog: Catalog,
    arrays: LatticeArrays,
    heights: Heights,
    asks: Asks,
    rows: NDArray[np.int64],
    levels: NDArray[np.int8],
    *,
    ladder_id: str,
    framework: str,
    cluster: str,
    pathway: str,
    center: int | None = None,
    steps: set[Edge] | None = None,
) -> Ladder:
    """A ladder of these occupations (rows of the arrays) at these levels.

    `center` is the row that main sequences pass through, `steps` are advances to show in any case.
    """
    finder = EdgeFinder(arrays, heights, asks, rows, levels)
    outlook = catalog.outlook_vectors
    openings = np.nan_to_num(outlook.openings * outlook.share)
    sequences = find_backbones(finder, openings[rows], through=center)
    chain_pairs = {pair for sequence in sequences for pair in pairwise(sequence)}
    kept = chain_pairs | (steps or set())
    advances = finder.advances(kept)
    drawn = finder.reduced(advances, kept)
    laterals = finder.laterals()
    inside = {row for a, b in (*advances, *laterals) for row in (a, b)}
    alone = [int(row) for row in rows if int(row) not in inside]
    beyond = finder.outside(alone, OUTSIDE_OF_ONE)
    feeders, exits = finder.feeders(openings, OUTSIDE_SHOWN), finder.exits(openings, OUTSIDE_SHOWN)

    def one(row: int, level: int) -> LadderOccupation:
        growth, opened = outlook.growth_pct[row], outlook.openings[row] * outlook.share[row]
        return LadderOccupation(
            catalog.occupation(catalog.codes[row]),
            LadderLevel(level),
            float(heights.height[row]),
            _or_none(heights.pay_usd[row], 0),
            _or_none(growth, 1),
            _or_none(opened, 0),
        )

    def move(edge: Edge) -> LadderMove:
        a, b = edge
        change = _or_none(heights.pay_usd[b] - heights.pay_usd[a], 0)
        kind = Kind(int(arrays.kind[a, b]))
        return LadderMove(
            catalog.codes[a], catalog.codes[b], kind, float(arrays.likelihood[a, b]),
            float(arrays.ease[a, b]), float(arrays.nearness[a, b]), change,
            _pay_label(kind, change, is_more=bool(asks_more(heights, asks.typical_level, a, b))),
            edge in chain_pairs, kind != Kind.ADVANCE or edge in drawn or edge not in advances,
        )  # fmt: skip

    def moves(edges: Iterable[Edge]) -> tuple[LadderMove, ...]:
        return tuple(move(edge) for edge in edges)

    place = {int(row): int(level) for row, level in zip(rows, levels, strict=True)}
    order = sorted(place, key=lambda row: (heights.height[row], row))
    leading_out = (*feeders, *exits, *chain.from_iterable(beyond.values()))
    named = {row for edge in leading_out for row in edge}
    return Ladder(
        ladder_id, framework, cluster, pathway,
        tuple(
            tuple(one(row, level) for row in order if place[row] == level) for level in LadderLevel
        ),
        moves((*sorted(advances), *laterals)),
        moves(feeders),
        moves(exits),
        {catalog.codes[row]: moves(edges) for row, edges in beyond.items()},
        {catalog.codes[r]: one(r, int(arrays.level[r])) for r in sorted(named - set(place))},
        tuple(tuple(catalog.codes[row] for row in sequence) for sequence in sequences),
        "United States",
        None if center is None else catalog.codes[center],
    )  # fmt: skip


def in_area(ladder: Ladder, catalog: Catalog, heights: Heights, asks: Asks, area: Area) -> Ladder:
    """The same ladder with the pay of an area; kinds and levels stay, as they are national."""
    pay = catalog.pay_vectors(area).p50

    def paid(one: LadderOccupation) -> LadderOccupation:
        return replace(one, pay_usd=_or_none(pay[catalog.row_of[one.code]], 0))

    def moved(moves: Iterable[LadderMove]) -> tuple[LadderMove, ...]:
        found = []
        for move in moves:
            a, b = catalog.row_of[move.from_code], catalog.row_of[move.to_code]
            change = _or_none(pay[b] - pay[a], 0)
            is_more = bool(asks_more(heights, asks.typical_level, a, b))
            label = _pay_label(move.kind, change, is_more=is_more)
            found.append(replace(move, wage_change_usd=change, label=label))
        return tuple(found)

    return replace(
        ladder,
        rungs=tuple(tuple(paid(one) for one in rung) for rung in ladder.rungs),
        moves=moved(ladder.moves),
        feeders=moved(ladder.feeders),
        exits=moved(ladder.exits),
        outside={code: moved(moves) for code, moves in ladder.outside.items()},
        others={code: paid(one) for code, one in ladder.others.items()},
        area=area.name,
    )


def _pay_label(kind: Kind, change: float | None, *, is_more: bool) -> str:
    return "" if change is None else pay_label(kind, change, is_more=is_more)


def _or_none(value: float, digits: int) -> float | None:
    return None if np.isnan(value) else float(round(float(value), digits))

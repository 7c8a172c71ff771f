"""A ladder: a pathway ordered from entry to expert, with the moves between its rungs."""

from __future__ import annotations

from dataclasses import dataclass

from careerlattice.catalog.model import Occupation
from careerlattice.lattice.arrays.kinds import Kind, MoveLabel
from careerlattice.lattice.gap.step_asks import StepAsks
from careerlattice.vocab.levels import LadderLevel


@dataclass(frozen=True, slots=True)
class LadderOccupation:
    """An occupation on a rung with its pay (median a year), growth (2024 to 2034) and openings.

    `line` is the title of the line of the surveys whose pay and outlook a specialty wears; empty
    where the figures are its own.
    """

    occupation: Occupation
    level: LadderLevel
    status_index: float
    pay_usd: float | None
    growth_pct: float | None
    openings: float | None
    line: str = ""

    @property
    def code(self) -> str:
        """Its O*NET-SOC code."""
        return self.occupation.code


@dataclass(frozen=True, slots=True)
class LadderMove:
    """A move shown on a ladder. A lateral goes both ways.

    `is_main` marks steps of a main sequence; `is_drawn` is false for an advance that two shorter
    drawn ones already tell (transitive reduction); `label` says what goes against the grain, `asks`
    what has to be earned or served on the way.
    """

    from_code: str
    to_code: str
    kind: Kind
    likelihood: float
    ease: float
    nearness: float
    wage_change_usd: float | None
    label: MoveLabel | None
    asks: StepAsks
    is_main: bool
    is_drawn: bool


@dataclass(frozen=True)
class Ladder:
    """A pathway, or the neighborhood of one occupation, as rungs and moves.

    `moves` are those inside (advances, laterals); `feeders` lead in from other pathways, `exits`
    out to them; `outside` gives every occupation without a move inside its moves outside; `others`
    are the occupations beyond the ladder that these name. `main_sequences` are the few sequences
    most worth showing, by code, lowest first. `center` is the occupation of a neighborhood.
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
    main_sequences: tuple[tuple[str, ...], ...]
    area: str
    center: str | None = None

    def __repr__(self) -> str:
        return f"<Ladder {self.id} occupations={len(self.occupations)} moves={len(self.moves)}>"

    @property
    def occupations(self) -> tuple[LadderOccupation, ...]:
        """All occupations on it, by level, then by status index."""
        return tuple(member for rung in self.rungs for member in rung)

    def get(self, code: str) -> LadderOccupation:
        """The occupation of this code, on the ladder or beside it. Raises `KeyError`."""
        for member in self.occupations:
            if member.code == code:
                return member
        return self.others[code]

    @property
    def advances(self) -> tuple[LadderMove, ...]:
        """Moves up inside."""
        return tuple(move for move in self.moves if move.kind == Kind.ADVANCE)

    @property
    def laterals(self) -> tuple[LadderMove, ...]:
        """Moves sideways inside."""
        return tuple(move for move in self.moves if move.kind == Kind.LATERAL)

"""A move from one occupation to another, with its gap and the evidence for it."""

from __future__ import annotations

from dataclasses import dataclass

from careerlattice.catalog.model import Occupation
from careerlattice.lattice.arrays.kinds import Kind, KindReason, MoveLabel
from careerlattice.lattice.gap.model import Gap
from careerlattice.lattice.moves.evidence import Evidence


@dataclass(frozen=True, slots=True)
class Move:
    """A move to `to`.

    `reason` says of which kind it is and why. `likelihood` is the estimated share of those who
    leave the origin that take it next, `ease` 0 (hardest) to 1; `wage_change_usd` the difference of
    median yearly pay in the area asked for, none where a median is missing; `zone_change` none
    where a zone is. `evidence` are figures with their sources, the reason first. Sentences and
    JSON are made by `wording.moves`.
    """

    origin: Occupation
    to: Occupation
    reason: KindReason
    likelihood: float
    ease: float
    nearness: float
    wage_change_usd: float | None
    zone_change: int | None
    gap: Gap
    evidence: tuple[Evidence, ...]

    def __repr__(self) -> str:
        return f"<Move {self.origin.title} to {self.to.title}: {self.kind.name.lower()}>"

    @property
    def kind(self) -> Kind:
        """The kind in the area asked for."""
        return self.reason.kind

    @property
    def labels(self) -> tuple[MoveLabel, ...]:
        """What goes against the grain."""
        return self.reason.labels

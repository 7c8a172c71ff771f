"""A move from one occupation to another, with its gap and the evidence for it."""

from __future__ import annotations

from dataclasses import dataclass

from careerlattice.catalog.model import Occupation
from careerlattice.lattice.arrays.kinds import Kind
from careerlattice.lattice.gap.model import Gap
from careerlattice.lattice.json_shapes import MoveJson


@dataclass(frozen=True, slots=True)
class Move:
    """A move to `to`.

    `likelihood` is the estimated share of those who leave the origin that take it next, `ease` 0
    (hardest) to 1; `wage_change_usd` the difference of median yearly pay in the area asked for,
    none where a median is missing; `zone_change` none where a zone is. `labels` name what goes
    against the grain ("credential first, pay later"); `evidence` are sentences with figures and
    sources.
    """

    origin: Occupation
    to: Occupation
    kind: Kind
    likelihood: float
    ease: float
    nearness: float
    wage_change_usd: float | None
    zone_change: int | None
    labels: tuple[str, ...]
    gap: Gap
    evidence: tuple[str, ...]

    @property
    def why(self) -> str:
        """Why the move is of its kind, in one line."""
        return self.evidence[0]

    def to_dict(self) -> MoveJson:
        """The move as JSON-ready values."""
        return {
            "onet_soc_code": str(self.to.code),
            "title": self.to.title,
            "kind": self.kind.slug,
            "likelihood": round(self.likelihood, 6),
            "ease": round(self.ease, 3),
            "nearness": round(self.nearness, 3),
            "wage_change_usd": self.wage_change_usd,
            "zone_change": self.zone_change,
            "labels": list(self.labels),
            "gap": self.gap.to_dict(),
            "evidence": list(self.evidence),
        }

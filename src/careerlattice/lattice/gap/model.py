"""The gap between what a person or an occupation brings and what another occupation asks."""

from __future__ import annotations

from dataclasses import dataclass

from careerlattice.catalog.catalog import Catalog
from careerlattice.catalog.model import Area
from careerlattice.lattice.json_shapes import GapJson, GapPieceJson
from careerlattice.profile.model import Profile
from careerlattice.profile.skill_shortfall import SkillItem
from careerlattice.requirements.schooling import NO_MONTHS, NO_USD
from careerlattice.vocab.amounts import MonthsRange, UsdRange
from careerlattice.vocab.codes import OnetSocCode

PIECES = ("education", "field of study", "experience", "training", "license", "skills")


@dataclass(frozen=True, slots=True)
class GapPiece:
    """One piece of a gap, in words and figures.

    `status` is "met", "partly" (enough for a quarter of the jobs, not for half) or "missing"; for
    what no source tells it is "unknown". `months.low` leads to the accepted amount or is the
    shortest way, `months.typical` to the typical one. `happens` says when: before the job, in it.
    """

    name: str
    status: str
    asked: str
    has: str
    missing: str
    months: MonthsRange
    usd: UsdRange
    happens: str
    source: str
    items: tuple[str, ...] = ()

    @property
    def is_met(self) -> bool:
        """Whether nothing is missing."""
        return self.status == "met"

    def to_dict(self) -> GapPieceJson:
        """The piece as JSON-ready values."""
        return {
            "name": self.name,
            "status": self.status,
            "asked": self.asked,
            "has": self.has,
            "missing": self.missing,
            "months": {"low": self.months.low, "typical": self.months.typical},
            "cost_usd": {"low": self.usd.low, "typical": self.usd.typical, "high": self.usd.high},
            "happens": self.happens,
            "items": list(self.items),
            "source": self.source,
        }


@dataclass(frozen=True, slots=True)
class Gap:
    """All pieces of a gap, in the order of `PIECES`.

    `months` is the time before the first day: at least the longest of study and experience, as one
    can be gained beside the other; typically one after the other. `usd` is tuition and fees.
    """

    from_code: OnetSocCode | None
    to_code: OnetSocCode
    pieces: tuple[GapPiece, ...]
    skill_shortfall: float
    skill_items: tuple[SkillItem, ...]
    assumptions: tuple[str, ...]

    def piece(self, name: str) -> GapPiece:
        """The piece of this name. Raises `KeyError`."""
        for piece in self.pieces:
            if piece.name == name:
                return piece
        raise KeyError(name)

    @property
    def months(self) -> MonthsRange:
        """Time before the first day in the job."""
        before = [p.months for p in self.pieces if p.happens == "before"]
        if not before:
            return NO_MONTHS
        low = max(m.low for m in before)
        return MonthsRange(round(low, 1), round(max(low, sum(m.typical for m in before)), 1))

    @property
    def usd(self) -> UsdRange:
        """Tuition and fees in all."""
        if not self.pieces:
            return NO_USD
        return UsdRange(
            sum(p.usd.low for p in self.pieces),
            sum(p.usd.typical for p in self.pieces),
            sum(p.usd.high for p in self.pieces),
        )

    @property
    def open_pieces(self) -> tuple[GapPiece, ...]:
        """The pieces in which something is missing or unknown."""
        return tuple(piece for piece in self.pieces if not piece.is_met)

    def to_dict(self) -> GapJson:
        """The gap as JSON-ready values."""
        return {
            "months": {"low": self.months.low, "typical": self.months.typical},
            "cost_usd": {"low": self.usd.low, "typical": self.usd.typical, "high": self.usd.high},
            "pieces": [piece.to_dict() for piece in self.pieces],
            "skill_shortfall": round(self.skill_shortfall, 3),
            "assumptions": list(self.assumptions),
        }


def gap(
    catalog: Catalog,
    start: str | Profile,
    to_code: str,
    area: Area | None = None,
    *,
    months_in_job: float | None = None,
) -> Gap:
    """The gap of a move: from an occupation's code or a person's profile to an occupation's code.

    From an occupation, two years in it and its usual education, fields and license are assumed
    (`months_in_job` says otherwise) and stated in `assumptions`. `area` decides on licenses; the
    nation knows only how many states license. Raises `KeyError` for a code the release lacks.

    >>> from careerlattice.catalog.catalog import open_release
    >>> found = gap(open_release(), "29-2061.00", "29-1141.00")
    >>> found.piece("education").status
    'missing'
    """
    # The lattice makes gaps of its own moves, so that it is imported here and not above.
    from careerlattice.lattice.lattice import open_lattice

    return open_lattice(catalog).gap(start, to_code, area, months_in_job=months_in_job)

"""The gap between what a person or an occupation brings and what another occupation asks."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from careerlattice.lattice.gap.details import Assumption, Details
from careerlattice.profile.skill_shortfall import SkillItem
from careerlattice.requirements.schooling import NO_MONTHS, NO_USD
from careerlattice.vocab.amounts import MonthsRange, UsdRange
from careerlattice.vocab.codes import OnetSocCode


class Piece(StrEnum):
    """The six pieces of a gap, in the order shown."""

    EDUCATION = "education"
    FIELD_OF_STUDY = "field of study"
    EXPERIENCE = "experience"
    TRAINING = "training"
    LICENSE = "license"
    SKILLS = "skills"


class Status(StrEnum):
    """Whether a piece is there.

    PARTLY is enough for a quarter of the jobs, not for half; UNKNOWN is what no source tells.
    """

    MET = "met"
    PARTLY = "partly"
    MISSING = "missing"
    UNKNOWN = "unknown"


class When(StrEnum):
    """When a piece is made good."""

    BEFORE = "before"
    IN_THE_JOB = "in the job"
    THROUGHOUT = "throughout"


PIECES = tuple(Piece)


@dataclass(frozen=True, slots=True)
class GapPiece:
    """One piece of a gap in figures; `wording.gaps.piece_words` says it.

    `months.low` leads to the accepted amount or is the shortest way, `months.typical` to the
    typical one. `details` are what the piece rests on, `citation` the source of what is asked.
    """

    name: Piece
    status: Status
    happens: When
    details: Details
    citation: str
    months: MonthsRange = NO_MONTHS
    usd: UsdRange = NO_USD

    @property
    def is_met(self) -> bool:
        """Whether nothing is missing."""
        return self.status is Status.MET


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
    assumptions: tuple[Assumption, ...]

    def piece(self, name: str) -> GapPiece:
        """The piece of this name. Raises `KeyError`."""
        for piece in self.pieces:
            if piece.name == name:
                return piece
        raise KeyError(name)

    @property
    def months(self) -> MonthsRange:
        """Time before the first day in the job."""
        before = [piece.months for piece in self.pieces if piece.happens is When.BEFORE]
        if not before:
            return NO_MONTHS
        low = max(span.low for span in before)
        typical = max(low, sum(span.typical for span in before))
        return MonthsRange(round(low, 1), round(typical, 1))

    @property
    def usd(self) -> UsdRange:
        """Tuition and fees in all."""
        if not self.pieces:
            return NO_USD
        return UsdRange(
            low=sum(piece.usd.low for piece in self.pieces),
            typical=sum(piece.usd.typical for piece in self.pieces),
            high=sum(piece.usd.high for piece in self.pieces),
        )

    @property
    def open_pieces(self) -> tuple[GapPiece, ...]:
        """The pieces in which something is missing or unknown."""
        return tuple(piece for piece in self.pieces if not piece.is_met)

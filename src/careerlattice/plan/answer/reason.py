"""Why someone might choose a plan, and how sure it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from careerlattice.plan.answer.spoken import words


class ReasonKind(Enum):
    """What speaks for a plan, or has to be weighed."""

    BEST = "best at an aim"
    NEXT = "best at an aim, to another job than the plans before it"
    AHEAD = "ahead of staying put for good after some time"
    BEHIND = "does not catch up with staying put"


@dataclass(frozen=True, slots=True)
class Reason:
    """A reason with the figures its sentence names (`wording.plans` lists them)."""

    kind: ReasonKind
    details: Mapping[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        return str(words().reason_text(self))


class Frequency(Enum):
    """How many of those who leave a job make a change."""

    MANY = "many"
    SOME = "some"
    FEW = "few"


@dataclass(frozen=True, slots=True)
class Confidence:
    """How many go the way of a plan, and who would hire at its end.

    `share_open` of the goal's jobs ask no more schooling. `origin` and `destination` are titles of
    the rarest job change on the way, empty where there is none; `likelihood` is the share of those
    who leave the job that make it, `likelier` the title of what they become more often where few
    do. `is_of_several`: there are other changes on the way.
    """

    goal: str
    share_open: float
    origin: str = ""
    destination: str = ""
    likelihood: float = 0.0
    frequency: Frequency = Frequency.FEW
    likelier: str = ""
    is_of_several: bool = False

    def __str__(self) -> str:
        return str(words().confidence_text(self))

"""What the start and the goal of a plan are, as values to be named by."""

from __future__ import annotations

from dataclasses import dataclass

from careerlattice.vocab.levels import EducationLevel


@dataclass(frozen=True, slots=True)
class StartLabel:
    """The job a person starts from, by title (empty without one), and their schooling.

    `served` is what they said of their work in the armed forces, where they come from there, `last`
    the last job of who has none now.
    """

    occupation: str
    level: EducationLevel
    served: str = ""
    last: str = ""


@dataclass(frozen=True, slots=True)
class GoalLabel:
    """An occupation by title, or what an outcome asks: a pathway, its level, pay, growth."""

    occupation: str = ""
    pathway: str = ""
    level: str = ""
    min_pay_usd: float | None = None
    min_growth_pct: float | None = None
    is_no_degree: bool = False

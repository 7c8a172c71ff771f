"""What became of every route the search found: shown, or dropped, and by which rule."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from careerlattice.catalog.model import Occupation
from careerlattice.vocab.levels import EducationLevel


class Rule(Enum):
    """Why a route is shown or not; the value is how JSON names it."""

    SHOWN = "shown"
    RETURNS = "enters an occupation twice"
    GOAL_NOT_PROMISING = "its goal is not among the most promising"
    NOT_BEST_TO_GOAL = "best at nothing among the routes to its goal"
    OTHER_PACE = "the same jobs and credentials at another pace"
    NOISE = "another route beats it, but for a trifle"
    TOO_LONG = "best at nothing and far longer than the quickest"
    GOAL_TAKEN = "a route to the same goal was taken first"
    LITTLE_HELP = "best at nothing, and hardly anyone would prefer it"
    NO_PLACE = "best at nothing, and all places are taken"
    HARDLY_OPEN = "hardly any employer takes its schooling"
    DETOUR = "it studies for another job, and the same schooling opens the goal by itself"
    REPEATS_DEGREE = "it repeats a degree, and another way without that takes no longer"
    RARE_DOOR = "few enter by an apprenticeship, and another way leads to the same job"
    NEIGHBOR = "it goes over a job that no rule names, and another way opens as many jobs"
    IDLE_JOB = "it adds a job, and the work before meets what the goal asks"
    USUALLY_TOO_LONG = "most people take longer than the limit, and others do not"
    UNLICENSED = "it leads to the part of the work that needs no license, which is other work"
    ENDS_BELOW = "it ends below staying put, and others do not"
    NAMELESS = "nothing to name it by among the routes shown"


@dataclass(frozen=True, slots=True)
class TracedLeg:
    """A job entered, what is earned before it, and how: none, full, part or apprentice."""

    occupation: Occupation
    credential: EducationLevel | None
    mode: str


@dataclass(frozen=True, slots=True)
class TracedRoute:
    """A route of the front, by its place in it, and the rule that decided on it.

    `beaten_by` is the number of the route that beat it, where one did; `plan` the id of the plan it
    is shown as. Costs are in the search's units: months, dollars, $1,000 forgone, 0.1 difficulty.
    """

    number: int
    legs: tuple[TracedLeg, ...]
    costs: tuple[int, ...]
    rule: Rule
    beaten_by: int | None = None
    plan: str = ""

"""What a plan is best at."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Aim(Enum):
    """What a plan can be best at; the value is how JSON and addresses name it."""

    FASTEST = "fastest"
    LOWEST_COST = "lowest cost"
    HIGHEST_EARNINGS = "highest earnings"
    EASIEST = "easiest"
    USUAL_WAY = "the usual way"
    MOST_JOBS_OPEN = "most jobs open"
    MOST_OPENINGS = "most openings"
    WITH_SCHOOLING = "best with schooling"
    WITH_APPRENTICESHIP = "best with an apprenticeship"
    STEP_BY_STEP = "step by step"
    BALANCED = "balanced"
    INTERESTS = "closest to your interests"
    OWN_LINE = "closest to your work"
    OWN_PROFESSION = "your own profession"
    STEP_UP = "a step up from your job"
    WITH_COURSE = "best with a short course"
    BESIDE_JOB = "without leaving your job"
    ANOTHER_WAY = "another way"
    ONLY_WAY = "the only route shown"


@dataclass(frozen=True, slots=True)
class PlanName:
    """An aim a plan is best at; with `is_next` the best that leads to a job not shown before."""

    aim: Aim
    is_next: bool = False

    @property
    def slug(self) -> str:
        """The name in JSON and addresses: `fastest`, `next lowest cost`."""
        return f"next {self.aim.value}" if self.is_next else self.aim.value

    def json_value(self) -> str:
        """The name as JSON."""
        return self.slug

    def __str__(self) -> str:
        return self.slug


ANOTHER_WAY = PlanName(Aim.ANOTHER_WAY)
ONLY_WAY = PlanName(Aim.ONLY_WAY)

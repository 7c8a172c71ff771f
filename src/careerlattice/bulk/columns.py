"""The columns a table of many people may have: name, kind, bounds and what to write.

Templates, checks and the documentation read these declarations. A column of a plan says with `path`
which part of a plan request it fills.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from careerlattice.plan.request import (
    MAX_HORIZON_YEARS,
    MAX_JOB_CHANGES,
    MAX_MONTHS,
    MAX_MONTHS_IN_JOB,
    MAX_USD,
    SECTORS,
    STUDY_MODES,
)
from careerlattice.profile.model import HIGHEST_INTEREST, HIGHEST_LEVEL
from careerlattice.vocab.interests import INTEREST_AREAS
from careerlattice.vocab.levels import LADDER_LEVELS

Kind = Literal["text", "list", "number", "whole", "pay", "dollars", "level", "choice", "yes/no"]
SEPARATOR = ";"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: what may stand in it, an example, and for plans the part of the request.

    `also` are other names it is known by in the files people have.
    """

    name: str
    kind: Kind
    help: str
    example: str = ""
    low: float = 0.0
    high: float = MAX_USD
    choices: tuple[str, ...] = ()
    path: str = ""
    also: tuple[str, ...] = ()

    @property
    def wanted(self) -> str:
        """What may stand in it, in words."""
        match self.kind:
            case "number" | "whole":
                whole = "a whole number" if self.kind == "whole" else "a number"
                return f"{whole} from {self.low:,.0f} to {self.high:,.0f}"
            case "pay":
                return "a year's pay, as 38,000, 38k or $18 an hour"
            case "dollars":
                return "dollars, as 8,000 or 8k"
            case "level":
                return "an education level such as high-school or bachelor"
            case "choice":
                return "one of: " + ", ".join(self.choices)
            case "yes/no":
                return "yes or no"
            case "list":
                return f"a list, its parts set apart by {SEPARATOR!r}"
        return "text"


PERSON = Column(
    "person", "text", "A name or number of yours; it comes back with every answer.", "1",
    also=("name", "student", "student id", "id"),
)  # fmt: skip
_JOB = Column(
    "occupation", "text", "The job now: a title or a code.", "nursing assistant",
    path="start.job.occupation",
    also=("job", "current job", "current occupation", "job title", "position"),
)  # fmt: skip
_MONTHS = Column(
    "months_in_job", "number", "Months in it.", "24", high=MAX_MONTHS_IN_JOB,
    path="start.job.months", also=("months", "months there"),
)  # fmt: skip
_PAST = Column(
    "past_jobs", "list", "Earlier jobs, each as TITLE or TITLE: MONTHS.", "retail salesperson: 18",
    path="start.past",
)  # fmt: skip
_EDUCATION = Column(
    "education", "level", "The highest level finished.", "high-school", path="start.education"
)
_STATE = Column("state", "text", "State, by name or postal code.", "OH", path="state")
_METRO = Column("metro", "text", "Metropolitan area: its pay.", "", path="metro")
_INTERESTS = (
    Column(
        "interests", "text", "Six scores R,I,A,S,E,C of 0 to 40, or two or three letters.",
        "8,22,6,38,8,20",
    ),
    *(
        Column(area, "number", f"The {area} score, 0 to 40 (in place of interests).",
               high=HIGHEST_INTEREST)
        for area in INTEREST_AREAS
    ),
)  # fmt: skip

MATCH_COLUMNS: tuple[Column, ...] = (
    PERSON,
    *_INTERESTS,
    _EDUCATION,
    Column("field", "list", "Fields studied, as CIP codes.", "51.3801"),
    _JOB,
    _MONTHS,
    _PAST,
    _STATE,
    _METRO,
    Column(
        "max_education", "level", "Keep what a quarter of the jobs give this level.", "bachelor"
    ),
    Column("min_pay_usd", "pay", "Keep median pay of at least this.", "30000"),
    Column("min_growth_pct", "number", "Keep growth of at least this.", low=-100, high=1_000),
    Column("cluster", "list", "Keep these clusters.", "Health Science"),
    Column("avoid", "list", "Occupations never to name.", ""),
)
"""What `match-many` reads. Besides, levels of skills and knowledge: see `element_column`."""

PLAN_COLUMNS: tuple[Column, ...] = (
    PERSON,
    _JOB,
    _MONTHS,
    _PAST,
    _EDUCATION,
    Column("field", "text", "What was studied: a CIP code or a title.", path="start.field"),
    Column("pay_usd", "pay", "Pay now, a year.", path="start.pay_usd"),
    Column(
        "licenses", "list", "Licenses held, each as NAME or NAME: STATE.", path="start.licenses"
    ),
    Column(
        "trained_abroad", "text", "What one was trained as in another country.",
        path="start.trained_abroad",
    ),
    Column(
        "goal", "text", "The occupation to reach.", "registered nurse", path="goal.occupation",
        also=("career goal", "goal occupation", "target occupation", "target job", "dream job"),
    ),
    Column("goal_pathway", "text", "Or a pathway to reach.", path="goal.pathway"),
    Column(
        "goal_level", "choice", "And a level of it.", choices=LADDER_LEVELS, path="goal.level"
    ),
    Column("goal_min_pay_usd", "pay", "Or median pay from here on.", path="goal.min_pay_usd"),
    Column(
        "goal_min_growth_pct", "number", "Or growth of at least this.", low=-100, high=1_000,
        path="goal.min_growth_pct",
    ),
    Column("goal_no_degree", "yes/no", "Only jobs open without a degree.", path="goal.no_degree"),
    Column(
        "max_months", "number", "Months to the goal, at most.", "60", high=MAX_MONTHS,
        path="limits.max_months",
    ),
    Column(
        "budget_usd", "dollars", "Tuition, at most.", "30000", path="limits.budget_usd",
        also=("budget",),
    ),
    Column("min_pay_usd", "pay", "Pay on the way, at least.", path="limits.min_pay_usd"),
    Column(
        "max_credential", "level", "The highest credential to go for.", "bachelor",
        path="limits.max_credential",
    ),
    Column("study", "choice", "How to study.", "any", choices=STUDY_MODES, path="limits.study"),
    Column("within", "list", "Clusters or pathways to stay in.", path="limits.within"),
    Column("avoid", "list", "Occupations never to pass.", path="limits.avoid"),
    Column(
        "max_job_changes", "whole", "Job changes, at most.", "4", low=1, high=MAX_JOB_CHANGES,
        path="limits.max_job_changes",
    ),
    _STATE,
    _METRO,
    Column(
        "sector", "choice", "Schools whose prices count.", "public", choices=SECTORS, path="sector"
    ),
    Column(
        "horizon_years", "whole", "Years of the money comparison.", low=1, high=MAX_HORIZON_YEARS,
        path="horizon_years",
    ),
    *_INTERESTS,
)  # fmt: skip
"""What `plan-many` and `report-many` read."""

TITLE_COLUMNS: tuple[Column, ...] = (
    PERSON,
    Column(
        "title",
        "text",
        "The job title as written.",
        "RN, med-surg nights",
        also=("job title", "jobtitle", "position", "job"),
    ),
    Column("state", "text", "State, where known.", "OH"),
    Column("industry", "text", "Industry, where known.", "hospital"),
)
"""What `code-titles` reads of a folder or a Parquet file."""


def element_column(name: str) -> Column:
    """The column of a skill's or a field of knowledge's level, by its O*NET element id."""
    return Column(name, "number", "Level held, 0 to 7.", "3.5", high=HIGHEST_LEVEL)


def template(columns: tuple[Column, ...]) -> str:
    """A CSV file to fill in: the column names and one row of examples.

    >>> template(TITLE_COLUMNS).splitlines()[0]
    'person,title,state,industry'
    """
    import csv
    import io

    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([column.name for column in columns])
    writer.writerow([column.example for column in columns])
    return text.getvalue()


def explained(columns: tuple[Column, ...]) -> str:
    """The columns one by one: name, what may stand in it, what it is for."""
    width = max(len(column.name) for column in columns)
    return "\n".join(
        f"{column.name:<{width}}  {column.help} ({column.wanted})" for column in columns
    )

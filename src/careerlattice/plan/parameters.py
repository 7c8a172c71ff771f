"""The figures a plan needs that no table gives, each with its reason. A user may differ.

They are shown with every answer that rests on them.
"""

from __future__ import annotations

from dataclasses import replace

from careerlattice.requirements import courses
from careerlattice.requirements import parameters as entry
from careerlattice.vocab.parameter import Parameter

JOB_SEARCH_MONTHS = Parameter(
    2,
    "months",
    "BLS Current Population Survey, table E-18: median duration of unemployment 10.5 weeks in the "
    "fourth quarter of 2024",
    label="Time to find a job without one",
)
LICENSE_MONTHS = entry.LICENSE_MONTHS
LICENSE_USD = entry.LICENSE_USD
STAY_MONTHS = Parameter(
    12,
    "months",
    "a job taken on the way is kept at least a year before the next change",
    label="Least time in a job on the way",
)
PART_TIME_FACTOR = Parameter(
    2,
    "times the full-time length",
    "study beside a job at half the full-time load",
    label="Length of study beside a job",
)
APPRENTICE_PAY_SHARE = Parameter(
    0.65,
    "of the occupation's median pay",
    "an estimate: apprentices usually start at half the journeyworker's rate and end at 75 to 90 % "
    "of it (Pipefitters Local 533, WorkHands); mean over the term",
    label="Pay of an apprentice",
)
APPRENTICE_MONTHS_LONG = Parameter(
    48,
    "months",
    "trades whose training BLS calls an apprenticeship: usually four years",
    label="Apprenticeship in the trades",
)
APPRENTICE_MONTHS_SHORT = Parameter(
    24,
    "months",
    "other apprenticeable titles: one to three years",
    label="Other apprenticeships",
)
RESIDENCY_MONTHS = Parameter(
    36,
    "months",
    "shortest physician residencies (family and internal medicine); others are longer",
    label="Residency of a physician",
)
RESIDENCY_PAY_USD = Parameter(
    70_655,
    "USD a year",
    "AAMC Survey of Resident/Fellow Stipends 2025 (quoted by the AMA): mean of the first three "
    "years' averages, $68,166, $70,499 and $73,301",
    label="Pay in a residency",
)
STUDY_DIFFICULTY_PER_YEAR = Parameter(
    0.25,
    "difficulty a year",
    "each year of full-time study is one more chance to break off",
    label="How hard a year of study is",
)
FIRST_JOB_DIFFICULTY = Parameter(
    1.0,
    "difficulty",
    "a first job: as hard as a move of ease 0.37, whatever the job",
    label="How hard a first job is",
)
SCHOOLED_DIFFICULTY = Parameter(
    1.0,
    "difficulty at most",
    "schooling or an apprenticeship prepares for a job that the work before does not",
    label="How hard a job is that schooling prepares for",
)
MIN_NEARNESS = Parameter(
    0.15,
    "nearness",
    "below it work in one occupation is not counted as experience for another",
    label="How near work must be to count as experience",
)

FEW_OPENINGS = Parameter(
    10_000,
    "openings a year in the nation",
    "about 200 a year in a state of middle size: with fewer a job is not always there when wanted",
    label="Openings below which a job is hard to find",
)
FEW_OPENINGS_DIFFICULTY = Parameter(
    0.3,
    "difficulty for each factor of e below that",
    "a tenth of the openings is as hard as a move half as easy",
    label="How hard few openings make a job",
)
FEWEST_OPENINGS = Parameter(
    2_000,
    "openings a year in the nation",
    "with fewer, about 40 a year in a state, no one can plan to pass through an occupation, and it "
    "is not proposed for an outcome; it can still be named as the goal",
    label="Fewest openings of a job on the way",
)

# Figures that gaps and plans share are declared with the courses they belong to.
_SHARED = {
    "GED_MONTHS": "Preparation for the GED",
    "GED_USD": "Price of the GED tests",
    "RETURNING_CREDIT_YEARS": "What a first bachelor's counts toward a second",
    "PRIOR_CREDIT_OTHER_FIELD_YEARS": "What other college courses count toward a degree",
}
# Other publications read name $120 to $144; until one is cited the price is an estimate.
_ESTIMATES = ("GED_USD",)


def _shared(name: str, label: str) -> Parameter:
    item: Parameter = getattr(courses, name)
    why = f"an estimate: {item.why}" if name in _ESTIMATES else item.why
    return replace(item, why=why, label=label)


ALL = {
    name.lower(): value for name, value in list(globals().items()) if isinstance(value, Parameter)
} | {name.lower(): _shared(name, label) for name, label in _SHARED.items()}


def as_table() -> str:
    """The figures as a Markdown table, for `docs/methods/plans.md`."""
    lines = ["| figure | value | why |", "|---|---|---|"]
    for item in sorted(ALL.values(), key=lambda item: item.label.casefold()):
        lines.append(f"| {item.label} | {item.value:,g} {item.unit} | {item.why} |")
    return "\n".join(lines) + "\n"

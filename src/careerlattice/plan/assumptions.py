"""The figures a plan needs that no table gives, each with its reason. A user may differ.

They are shown with every answer that rests on them.
"""

from __future__ import annotations

from careerlattice.lattice import courses
from careerlattice.vocab.assumption import Assumption

JOB_SEARCH_MONTHS = Assumption(
    2,
    "months",
    "BLS Current Population Survey, table E-18: median duration of unemployment 10.5 weeks in the "
    "fourth quarter of 2024",
)
LICENSE_MONTHS = Assumption(
    2,
    "months",
    "an estimate: time to apply, sit an exam and receive a license",
)
LICENSE_USD = Assumption(
    0, "USD", "fees are not in the license source; they are left out and named as missing"
)
STAY_MONTHS = Assumption(
    12, "months", "a job taken on the way is kept at least a year before the next change"
)
PART_TIME_FACTOR = Assumption(
    2, "times the full-time length", "study beside a job at half the full-time load"
)
APPRENTICE_PAY_SHARE = Assumption(
    0.65, "of the occupation's median pay",
    "an estimate: apprentices usually start at half the journeyworker's rate and end at 75 to 90 % "
    "of it (Pipefitters Local 533, WorkHands); mean over the term",
)  # fmt: skip
APPRENTICE_MONTHS_LONG = Assumption(
    48, "months", "trades whose training BLS calls an apprenticeship: usually four years"
)
APPRENTICE_MONTHS_SHORT = Assumption(
    24, "months", "other apprenticeable titles: one to three years"
)
RESIDENCY_MONTHS = Assumption(
    36, "months", "shortest physician residencies (family and internal medicine); others are longer"
)
RESIDENCY_PAY_USD = Assumption(
    70_655, "USD a year",
    "AAMC Survey of Resident/Fellow Stipends 2025 (quoted by the AMA): mean of the first three "
    "years' averages, $68,166, $70,499 and $73,301",
)  # fmt: skip
STUDY_DIFFICULTY_PER_YEAR = Assumption(
    0.25, "difficulty a year", "each year of full-time study is one more chance to break off"
)
FIRST_JOB_DIFFICULTY = Assumption(
    1.0, "difficulty", "a first job: as hard as a move of ease 0.37, whatever the job"
)
SCHOOLED_DIFFICULTY = Assumption(
    1.0, "difficulty at most",
    "schooling or an apprenticeship prepares for a job that the work before does not",
)  # fmt: skip
MIN_NEARNESS = Assumption(
    0.15, "nearness", "below it work in one occupation is not counted as experience for another"
)

FEW_OPENINGS = Assumption(
    10_000, "openings a year in the nation",
    "about 200 a year in a state of middle size: with fewer a job is not always there when wanted",
)  # fmt: skip
FEW_OPENINGS_DIFFICULTY = Assumption(
    0.3, "difficulty for each factor of e below that",
    "a tenth of the openings is as hard as a move half as easy",
)  # fmt: skip
FEWEST_OPENINGS = Assumption(
    2_000, "openings a year in the nation",
    "with fewer, about 40 a year in a state, no one can plan to pass through an occupation, and it "
    "is not proposed for an outcome; it can still be named as the goal",
)  # fmt: skip

ALL = {
    name.lower(): value
    for names in (globals(), vars(courses))
    for name, value in list(names.items())
    if isinstance(value, Assumption)
}


def as_table() -> str:
    """The figures as a Markdown table, for `docs/methods/plans.md`."""
    lines = ["| figure | value | why |", "|---|---|---|"]
    for name, item in sorted(ALL.items()):
        lines.append(f"| {name.replace('_', ' ')} | {item.value:,g} {item.unit} | {item.why} |")
    return "\n".join(lines) + "\n"

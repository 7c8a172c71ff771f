"""Figures about requirements that no publisher gives."""

from __future__ import annotations

from careerlattice.vocab.parameter import Parameter

UNDER_FIVE_YEARS_MONTHS = Parameter(
    12,
    "months",
    "BLS's 'less than 5 years' of related work: a year where no rule says more",
    label="Experience where BLS says less than five years",
)
FIVE_YEARS_MONTHS = Parameter(
    60,
    "months",
    "BLS's '5 years or more' of related work",
    label="Experience where BLS says five years or more",
    source="BLS Employment Projections, table 1.2",
)
APPRENTICE_PAY_SHARE = Parameter(
    0.65,
    "of the occupation's median pay",
    "apprentices usually start at half the journey worker's rate and end at 75 to 90% of it "
    "(Pipefitters Local 533, WorkHands); mean over the term, where a trade's own steps are unknown",
    label="Pay of an apprentice",
)
TRAINEE_PAY_SHARE = Parameter(
    0.6,
    "of the occupation's median pay",
    "who learns a trade on the job is paid less than a full worker, without an apprentice's scale",
    label="Pay while learning a trade on the job",
)
LEARNED_ON_THE_JOB_MONTHS = Parameter(
    24,
    "months",
    "work that takes two years or more to learn on the job makes no full worker on the first day",
    label="On-the-job learning that counts as a term of its own",
)
PRACTICE_PAY_USD = Parameter(
    50_000,
    "USD a year",
    "supervised practice whose pay is not known: between an assistant's and a licensed worker's",
    label="Pay in supervised practice",
)
WEEKS_A_MONTH = Parameter(4.345, "weeks a month", "52.14 weeks in 12 months")
EVENING_COURSE_HOURS = Parameter(
    200,
    "hours",
    "courses of up to 200 hours are commonly offered on evenings and weekends",
    label="Longest course that fits beside a job",
)

"""The judgments of this room: what a credential takes, what a share of jobs means, what is usual.

Reasons and limits in full: `docs/methods/requirements.md` and `docs/methods/plans.md`.
"""

from __future__ import annotations

from careerlattice.vocab.levels import EducationLevel as Level
from careerlattice.vocab.parameter import Parameter

# What the answers of O*NET mean for who is let in.
ACCEPTED_SHARE = Parameter(
    0.25,
    "share of jobs",
    "a level or length is accepted when a quarter of the jobs are content with it: common enough "
    "that a person finds such a job",
)
TYPICAL_SHARE = Parameter(
    0.50, "share of jobs", "a level or length is typical when half of the jobs are content with it"
)
PRIOR_WEIGHT = Parameter(
    5.0,
    "answers",
    "published shares rest on a few dozen workers; the job zone's mean and the BLS requirement "
    "count beside them as much as five more answers",
)
UNSTATED_RESPONDENTS = Parameter(
    20.0, "answers", "taken where O*NET does not state how many workers answered: a usual sample"
)
PRIOR_AT_BLS = Parameter(
    0.6,
    "share of the BLS part",
    "the BLS names one category for the whole occupation; most of its weight goes to that one",
)
PRIOR_BESIDE_BLS = Parameter(
    0.2, "share of the BLS part", "the categories just below and above the one BLS names"
)
BLS_PART = Parameter(
    0.5, "share of the prior", "the job zone's mean and the BLS requirement count the same"
)

# Fields of study.
OF_THE_FIELD = Parameter(
    0.5,
    "share of programs",
    "an occupation is of a priced field when half of the programs that lead to it are: 31 of the "
    "41 have no others, the lowest that belong have 1 of 2, the next below 9 of 20",
)
CONCENTRATED_SHARE = Parameter(
    0.9,
    "share of programs",
    "programs count as of one kind when so many come from two CIP families: at .8 another 34 "
    "occupations would, among them software developers and general managers",
)
CONCENTRATED_FAMILIES = Parameter(
    2,
    "CIP families",
    "NCES divides some families finely and links nearly every one to a stray program; the share "
    "of the two largest is hardly moved by either",
)
LICENSED_SHARE = Parameter(
    0.5,
    "share of the states with records",
    "an occupation counts as licensed when half of the states license it; fewer license a part",
)

# Which license is the one to get.
LICENSE_OF_MANY = Parameter(
    12,
    "occupations",
    "a license that the source lists under more occupations than this speaks of none in particular",
)
LICENSED_NEARLY_EVERYWHERE = Parameter(
    0.75,
    "share of the states with records",
    "where so many states license an occupation, a state without one is a gap in its record",
)
AGREED_NAME_SHARE = Parameter(
    0.5,
    "share of the states with records",
    "what most states call the license is its usual name; below half, no name is usual",
)
COMMON_WORD_SHARE = Parameter(
    0.25,
    "share of the states that license it",
    "a word that a quarter of the states use in the name speaks of no narrower trade",
)

LICENSE_MONTHS = Parameter(
    2,
    "months",
    "an estimate: time to apply, sit an exam and receive a license",
    label="Time to get a license",
)
EXPEDITED_MONTHS = Parameter(
    1,
    "months",
    "a compact that shortens the way gives the new state's license in weeks where endorsement "
    "takes months",
    label="Time to a license through a compact that speeds it",
    source="Interstate Medical Licensure Compact Commission, known",
)
LICENSE_USD = Parameter(
    295,
    "USD",
    "the records name no fees; mean fees of over 2,700 licenses of 102 lower-income occupations in "
    "the states and DC. No mean over all occupations was found",
    label="Fees for a license",
    source="Institute for Justice, License to Work, 3rd edition 2022",
)

# Ways in: work asked before, learning on the job, and what is paid meanwhile.
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
    "an estimate: apprentices usually start at half the journeyworker's rate and end at 75 to 90 % "
    "of it (Pipefitters Local 533, WorkHands); mean over the term",
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
SCHOOL_HOURS_A_MONTH = Parameter(
    120,
    "hours a month",
    "28 hours of class a week, as schools that teach by the hour do at full time; taken only where "
    "the range over the states gives hours without a length",
    label="Hours of class in a month of full-time school",
)
WORK_HOURS_A_MONTH = Parameter(
    2000 / 12,
    "hours a month",
    "2,000 hours a year of full-time work, as apprenticeships and supervised practice are counted; "
    "taken only where the range over the states gives no pace of its own",
    label="Hours of work in a month",
)
EVENING_COURSE_HOURS = Parameter(
    200,
    "hours",
    "courses of up to 200 hours are commonly offered on evenings and weekends",
    label="Longest course that fits beside a job",
)

# Credentials: what they take, and what earlier ones count.
GED_MONTHS = Parameter(6, "months", "usual preparation for a high school equivalency at full time")
GED_USD = Parameter(150, "USD", "price of the four GED tests in most states, 2025")
RETURNING_CREDIT_YEARS = Parameter(
    2, "school years", "a second bachelor's counts half of the first (general education)"
)
TRANSFER_DELAY_MONTHS = Parameter(
    6,
    "months",
    "students who move from a public college to a public university lose a fifth of their credits "
    "(GAO-17-574, 2017: 22 percent), about half a year",
)
PRIOR_CREDIT_OTHER_FIELD_YEARS = Parameter(
    0.5, "school years", "general courses of an associate or of some college in another field"
)
ASSOCIATE_TO_BACHELOR_YEARS = Parameter(
    2, "school years", "an associate degree in the field is the first half of a bachelor's"
)
OTHER_ASSOCIATE_TO_BACHELOR_YEARS = Parameter(
    1, "school years", "of an associate degree in another field the general courses carry over"
)
CERTIFICATE_CREDIT_YEARS = Parameter(
    0.5, "school years", "a certificate in the field counts half a year toward a degree"
)
BACHELOR_TO_ASSOCIATE_YEARS = Parameter(
    1, "school years", "a bachelor's in another field gives an associate degree's general courses"
)
MASTER_TO_DOCTORAL_YEARS = Parameter(
    1.5, "school years", "most courses of a master's count toward a doctorate"
)
LEAST_LEFT_YEARS = Parameter(
    0.5, "school years", "a school asks at least half a year with it before it awards a credential"
)

# Years of schooling that each answer about education stands for, from the first grade on.
SCHOOL_YEARS: dict[Level, Parameter] = {
    Level.LESS_THAN_HIGH_SCHOOL: Parameter(10, "years", "two years short of a diploma"),
    Level.HIGH_SCHOOL: Parameter(12, "years", "twelve grades of school"),
    Level.CERTIFICATE: Parameter(13, "years", "about one year after high school"),
    Level.SOME_COLLEGE: Parameter(13, "years", "met by a year of courses, as a certificate is"),
    Level.ASSOCIATE: Parameter(14, "years", "two years after high school"),
    Level.BACHELOR: Parameter(16, "years", "four years after high school"),
    Level.POSTBACCALAUREATE_CERTIFICATE: Parameter(16.5, "years", "half a year after a bachelor's"),
    Level.MASTER: Parameter(18, "years", "two years after a bachelor's"),
    Level.POSTMASTER_CERTIFICATE: Parameter(18.5, "years", "half a year after a master's"),
    Level.PROFESSIONAL: Parameter(19.5, "years", "three to four years after a bachelor's"),
    Level.DOCTORAL: Parameter(21, "years", "five years after a bachelor's"),
    Level.POSTDOCTORAL: Parameter(23, "years", "two years of training after a doctorate"),
}


def school_years() -> list[float]:
    """Years of schooling of the twelve answers, in their order."""
    return [SCHOOL_YEARS[level].value for level in Level]


OWN_SERIES_SHARE = Parameter(
    0.5,
    "share of six-digit programs",
    "graduates and earnings of a four-digit series are the profession's from half of its programs",
)
LIKENESS_WEIGHT = Parameter(
    0.5,
    "share of graduates",
    "a program named like the occupation counts as if it sent so many more graduates there",
)
SAMPLING_ERRORS = Parameter(
    1.96,
    "standard errors",
    "answers are contradicted where figures lie outside their 95 % interval (Wilson)",
)
SOME_COLLEGE_CERTIFICATES = Parameter(
    0.5,
    "share of some college",
    "BLS counts certificates as some college without a degree; half of it, as none says how many",
)

"""The judgments of planning: figures that no table gives, each with its reason.

`ALL` are those shown with every answer; the rest shape how plans are looked for and chosen.
"""

from __future__ import annotations

from dataclasses import replace

from careerlattice.requirements import parameters as of_requirements
from careerlattice.vocab.parameter import Parameter

# --- shown with every answer -------------------------------------------------------------------

JOB_SEARCH_MONTHS = Parameter(
    2,
    "months",
    "BLS Current Population Survey, table E-18: median duration of unemployment 10.5 weeks in the "
    "fourth quarter of 2024",
    label="Time to find a job without one",
)
HIRING_PUBLIC_SAFETY_MONTHS = Parameter(
    6,
    "months, usually",
    "written exam, physical test, interview, background check, medical and psychological exams: "
    "departments name four to nine months from application to appointment",
    label="Time to be hired by police, corrections, and fire departments",
    source="known: recruiting pages of police and fire departments",
)
HIRING_FEDERAL_MONTHS = Parameter(
    4,
    "months, usually",
    "the government-wide time to hire is about 100 days; suitability and security checks add to it",
    label="Time to be hired by the federal government",
    source="known: Office of Personnel Management, time-to-hire reports",
)
HIRING_TEACHER_MONTHS = Parameter(
    4,
    "months, usually",
    "schools post jobs in spring and hire for the school year that begins in August: who is ready "
    "at any other time waits for it",
    label="Time to be hired by schools",
)
HIRING_MANAGER_MONTHS = Parameter(
    4,
    "months, usually",
    "managers hired from outside go through several rounds of interviews, three to six months",
    label="Time to be hired as a manager",
)
HIRING_NEW_FIELD_MONTHS = Parameter(
    6,
    "months, usually",
    "who takes a degree into work of another family than theirs looks for three to nine months: "
    "the middle of that",
    label="Time to find a job for graduates in a new family of work",
)
HIRING_AFTER_COURSE_MONTHS = Parameter(
    8,
    "months, usually",
    "after a bootcamp or another course in place of the usual schooling the first job takes four "
    "to twelve months: the middle of that",
    label="Time to find a job after a course in place of a degree",
)
HIRING_FIRST_HERE_MONTHS = Parameter(
    6,
    "months, usually",
    "professionals trained abroad look four to nine months for the first post in the profession "
    "here: employers ask for work in this country",
    label="Time to find a first job for people trained abroad",
)
PROMOTED_MANAGER_MONTHS = Parameter(
    18,
    "months, usually",
    "a manager's post above one's own opens every one to three years: the middle of that is a "
    "year and a half to two",
    label="Wait to be promoted to a manager's post",
)
PAID_ALIKE = Parameter(
    0.93,
    "nearness",
    "a specialty above its line is paid like work that is nearly the same, taught in the same "
    "series",
    label="How near work must be for its pay to stand for a specialty's",
)
NEAR_NAMED_WORK = Parameter(
    0.8,
    "nearness",
    "where a way in names the work that counts, other work counts only if it is this near to the "
    "job",
    label="How near other work must be where a job names what counts",
)
AS_LONG_SHARE = Parameter(
    0.75,
    "of the other program's length",
    "two credentials taught under one program code are the same only if about as long",
    label="How long a program must be to stand in for another of its code",
)
WIDELY_NAMED = Parameter(
    0.1,
    "of all occupations",
    "work named so widely that it is nearly any work names no change of jobs",
    label="How widely work may be named and still be a step of its own",
)
SELDOM_MADE = Parameter(
    0.002,
    "of those who change jobs",
    "a change that fewer than 2 in 1,000 make is no step to plan with, unless schooling prepares "
    "it or "
    "a rule names it",
    label="Rarest job change that a plan rests on",
)
OFTEN_MADE = Parameter(
    0.01,
    "of those who change jobs",
    "a job on the way leads on if at least 1 in 100 of those who leave it take the goal next, or "
    "if a rule names the step",
    label="Rarest step from a job on the way to the goal",
)
STEP_DOWN_SHARE = Parameter(
    0.9,
    "of the pay now",
    "nobody who means to rise first takes other work that pays less than theirs, unless it is a "
    "rung of the goal's ladder or a condition names it",
    label="Least pay of a job on the way",
)
OPEN_ON_THE_WAY = Parameter(
    0.1,
    "of the jobs",
    "nobody is sent into a job that hardly any employer would give them",
    label="Fewest open jobs of an occupation on the way",
)
CLINICAL_SHARE_LEFT = Parameter(
    0.75,
    "of the program",
    "day cohorts of clinical programs are taken whole: college shortens them by a quarter at most "
    "(general courses), a certificate, which has none, not at all",
    label="Least part of a clinical program left to study",
)
CLINICAL_MONTHS = Parameter(
    20,
    "months",
    "the clinical terms of an associate degree: five one after another, a summer among them; "
    "general courses done before shorten what stands beside or before them, never these",
    label="Least length of a clinical program",
)
VACANCY_MONTHS = Parameter(
    6,
    "months",
    "an estimate: who has the months asked of a rank waits for the next opening above it",
    label="Wait for an opening to be promoted to",
)
RISEN_PAY_SHARE = Parameter(
    1.0,
    "of the pay before",
    "nobody rises in their own line (a rank, a license, a trade) to be paid less than they earn, "
    "up to the upper quarter of the pay there; raises of 5 to 15 percent are usual, none is "
    "counted",
    label="Least pay after rising in one's own line",
)
STAY_MONTHS = Parameter(
    12,
    "months",
    "a job taken on the way is kept at least a year before the next change",
    label="Least time in a job on the way",
)
PART_TIME_GRADUATE_FACTOR = Parameter(
    1.5,
    "times the full-time length",
    "a J.D. beside a job takes four years instead of three, a master's of two years three",
    label="Length of study beside a job after a bachelor's",
)
PART_TIME_FACTOR = Parameter(
    2,
    "times the full-time length",
    "study beside a job at half the full-time load",
    label="Length of study beside a job",
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

# --- facts: how schooling carries over, and which job changes exist -------------------------------
NEAR_LINE = Parameter(
    0.5,
    "nearness",
    "work of one family is of one line from here on: schooling for it is credited",
)
MOST_LIKELY = Parameter(
    0.5,
    "of a worker's likely programs",
    "with half of them in common, who works in one job has most likely studied for the other",
)
MOVES_BY_EASE = Parameter(
    40,
    "job changes of each occupation",
    "the easiest ones; more make the search slower and no plan better",
)
MOVES_BY_LIKELIHOOD = Parameter(
    25,
    "job changes of each occupation",
    "the likeliest ones, so that what people do is never missing",
)
MIN_EASE = Parameter(0.02, "ease", "no move is counted as harder than one in fifty")
SCARCEST_OPENINGS = Parameter(
    100,
    "openings a year in the nation",
    "with fewer a job is not counted as any scarcer",
)

# --- facts: where an area's pay is out of line ----------------------------------------------------
FAR_ABOVE = Parameter(
    1.4,
    "times the nation's median",
    "once what is usual in the area is set apart",
)
FEW_JOBS = Parameter(
    1000,
    "jobs in the area",
    "a median of fewer says little about what the next job pays",
)
WIDE_GROUP = Parameter(
    1.7,
    "times the first quartile",
    "where the third quartile of a group is so far above the first, its figures say too little of "
    "one specialty in it to add up ten years of them",
)
WIDE_HALF = Parameter(
    2.2,
    "third quartile against the first",
    "95 in 100 occupations of the nation stay under it",
)

# --- resolve: the person and the goal -------------------------------------------------------------
MAX_CREDIT_MONTHS = Parameter(
    180,
    "months",
    "more experience than fifteen years opens nothing further",
)
NO_DEGREE_SHARE = Parameter(
    0.5,
    "of the jobs",
    "of a job that needs no degree at least half ask none",
)
OPENINGS_TO_PROPOSE = Parameter(
    5000,
    "openings a year in the nation",
    "to someone who named no job; were it as common everywhere as in the area",
)
SHRINKS_PCT = Parameter(
    -5,
    "percent in ten years",
    "a job that shrinks by more is proposed only where few others fit",
)
ENOUGH_GOALS = Parameter(
    12,
    "occupations",
    "with fewer to choose from, scarcer and shrinking ones are proposed, too",
)
PROPOSED_GOALS = Parameter(
    30,
    "occupations",
    "of the occupations that meet an outcome the nearest to a person's work and schooling are "
    "weighed",
    label="Occupations weighed for an outcome",
)
PROPOSED_OF_GROUP = Parameter(
    4,
    "occupations of a minor group",
    "proposals differ in what is done; more of one group crowd out the others",
)
NEAR_AS_BEST = Parameter(
    0.65,
    "of the nearest occupation's nearness",
    "what is clearly farther than the nearest is proposed only where few are nearer",
)
SELDOM_MADE_WEIGHT = Parameter(
    0.7,
    "of the nearness",
    "work that is near and from which next to nobody changes carries over less far than it looks",
)
MOST_CHANGES_TO_OUTCOME = Parameter(
    2, "job changes", "who only names an outcome is proposed no chain of jobs"
)
OWN_FIELD_WEIGHT = Parameter(
    0.9,
    "nearness",
    "schooling in an occupation's own field carries over about as far as work of its own line",
)
OWN_LEVEL_WEIGHT = Parameter(
    0.5,
    "nearness",
    "an occupation that usually asks the schooling held, in another field, is half as near",
)
INTEREST_WEIGHT = Parameter(
    0.4,
    "nearness",
    "interests that agree wholly weigh less than work of the own line and more than distant work",
)
STEPPING_STONES = Parameter(
    40,
    "occupations",
    "those that most easily lead to a goal may be trained for first",
)
SMALL_GOAL = Parameter(
    3,
    "occupations",
    "with so few goals, a job on the way must build toward them",
)
TOWARD_GOAL = Parameter(
    0.3,
    "nearness",
    "work less near to the goal than this does not build toward it",
)

# --- search: difficulty and time ------------------------------------------------------------------
MAX_WORK_MONTHS = Parameter(
    120,
    "months",
    "no one is told to work longer in a job for the experience the next one asks",
)
MIN_SHARE_OPEN = Parameter(
    0.02,
    "of an occupation's jobs",
    "fewer open at an education are counted as so many",
)
LONG_CERTIFICATE = Parameter(
    24.0,
    "months",
    "a certificate that takes so long is a diploma: one held in a wider field is not taken for it",
)
APPRENTICE_STUDY_SHARE = Parameter(
    0.5,
    "of the difficulty of study",
    "an apprentice is half at work",
)

# --- choose: what makes plans differ --------------------------------------------------------------
NOISE_MONTHS = Parameter(3, "months", "a difference no one would choose by")
NOISE_USD = Parameter(1000, "USD", "a difference no one would choose by")
NOISE_FORGONE = Parameter(6, "units of $1,000", "a difference no one would choose by")
NOISE_DIFFICULTY = Parameter(3, "units of 0.1 difficulty", "a difference no one would choose by")
DETOUR_USD_A_YEAR = Parameter(
    1000,
    "USD saved for each year more",
    "nobody takes a year longer, in another job, to save less than a few weeks' pay",
)
SHARE_NOISE = Parameter(0.05, "of the goal's jobs", "a difference no one would choose by")
GAIN_NOISE = Parameter(10_000, "USD over the horizon", "a difference no one would choose by")
DEAR_EASE = Parameter(
    150_000, "USD over the horizon", "nobody calls a way easy that leaves them so much poorer"
)
JOB_CHANGE_EFFORT = Parameter(0.3, "difficulty", "what each job change adds by itself")
GOALS_BUILT = Parameter(
    24,
    "occupations",
    "of the hundreds an outcome may mean, so many of the most promising are worked out in full",
)
SPAN_MONTHS = Parameter(24, "months", "the least difference in time that counts as large")
SPAN_USD = Parameter(10_000, "USD", "the least difference in tuition that counts as large")
SPAN_GAIN = Parameter(
    100_000,
    "USD over the horizon",
    "the least difference in gain that counts as large",
)
SPAN_DIFFICULTY = Parameter(2, "difficulty", "the least difference in effort that counts as large")
SPAN_SHARE = Parameter(
    0.3,
    "of the goal's jobs",
    "the least difference in jobs open that counts as large",
)
SPAN_OPENINGS = Parameter(
    2,
    "factors of e",
    "the least difference in openings that counts as large",
)
SUM_OF_REGRETS = Parameter(
    0.1,
    "weight of the sum beside the worst",
    "a route is as bad as its worst feature, and a little as all of them",
)
MIN_HELP = Parameter(
    0.004,
    "mean regret",
    "a route best at nothing is added only if it spares persons at least this",
)
MIN_HELP_TO_GOALS = Parameter(
    0.001,
    "mean regret",
    "the same where each plan leads to another occupation",
)
BALANCED_FACTOR = Parameter(
    1.5,
    "times the quickest",
    "a balanced route takes at most half as long again",
)
BALANCED_MONTHS = Parameter(12, "months more than the quickest", "or so many months more")
DEAR_BALANCE = Parameter(
    75_000,
    "USD over the horizon",
    "no counselor advises a way that loses money, and so much more of it than another one",
)
OPEN_TO_COURSE = Parameter(
    0.5,
    "of the jobs",
    "a short course and nothing else leads to work where most employers ask no more schooling",
)
CLOSE_SHARE = Parameter(
    0.005,
    "of those who change jobs",
    "work that 5 in 1,000 go on to is close to the work they leave",
)
TRAINEE_COURSE_SHARE = Parameter(
    0.6,
    "of a beginner's pay",
    "carriers and bus lines pay trainees $400 to $700 a week, not a driver's wage",
    label="Pay during a short course at an employer",
)
ACADEMY_MONTHS = Parameter(
    2,
    "months",
    "recruits of an academy of months draw a salary; trainees of a course of weeks draw a stipend",
)
COURSE_IS_STUDY_MONTHS = Parameter(
    1.0,
    "months",
    "about 100 hours: a longer course is study to who wants none",
)
COURSE_COSTS_PAY_MONTHS = Parameter(
    0.25,
    "months",
    "a day course of a week fits into days off; a longer one costs pay, and is study to who wants "
    "none",
)
LONG_STUDY_MONTHS = Parameter(
    12,
    "months of study",
    "of those who begin a college program of a year or more about four in ten never finish it, and "
    "many programs pick whom they take: no counselor promises odds that rest on one",
    source="known: National Student Clearinghouse, completion rates within six years",
)
RAREST_ADVISED = Parameter(
    0.001,
    "of those who change jobs",
    "no counselor advises a move that fewer than 1 in 1,000 make and nothing prepares",
)
LONG_WORK_MONTHS = Parameter(
    120,
    "months of work",
    "who has worked ten years or more has pay, pension and often a family to lose by leaving for "
    "a degree: the way beside the job is shown, too",
)
BALANCED_DETOUR_MONTHS = Parameter(
    12,
    "months more than the usual way",
    "a route over other jobs is advised in place of the usual way only if it is hardly longer",
)
LEAD_OF_A_STEP = Parameter(
    60,
    "months",
    "a step that a rule names without months feeds a job no more directly than a rank of five "
    "years",
)
SHORT_LADDER_SHARE = Parameter(
    0.6,
    "of the time of the ways that open more jobs",
    "who gets there by work so much sooner, and is not far poorer for it, can still earn the "
    "degree that opens the other jobs",
)
BALANCED_MONTHS_TO_GOALS = Parameter(
    30,
    "months more than the quickest",
    "the same where goals are many: the quickest is often at once",
)
LONGER_FACTOR = Parameter(
    2,
    "times the quickest",
    "a route that is best at nothing is offered only up to this",
)
LONGER_MONTHS = Parameter(36, "months more than the quickest", "or so many months more")
LONGER_MONTHS_TO_GOALS = Parameter(
    60,
    "months more than the quickest",
    "the same where goals are many",
)

# --- itinerary: money -----------------------------------------------------------------------------
MEDIAN_PAY_YEARS = Parameter(5, "years in an occupation", "pay reaches the area's median")
UPPER_PAY_YEARS = Parameter(15, "years in an occupation", "pay reaches the area's 75th percentile")
LOW_RATE = Parameter(0.02, "a year", "the lower discount rate shown beside the one asked for")
HIGH_RATE = Parameter(0.05, "a year", "the higher discount rate shown beside the one asked for")
HORIZON_YEARS = Parameter(10, "years", "over which money is compared unless a plan takes long")
MIN_YEARS_AFTER = Parameter(
    3,
    "years",
    "a plan hardly done by the end of the comparison would look like a loss",
)
YEARS_AFTER = Parameter(
    10,
    "years",
    "left after the longest plan where the comparison is lengthened",
)

# --- notices: when to warn ------------------------------------------------------------------------
FEW_OPEN = Parameter(0.35, "of the goal's jobs", "with fewer open a plan is shown with a warning")
MANY_MOVE = Parameter(0.1, "of those who leave a job", "from here on many make a change")
SOME_MOVE = Parameter(
    0.02,
    "of those who leave a job",
    "from here on some make a change; fewer are few",
)
CLEARLY_LESS = Parameter(
    0.9,
    "of the 25th percentile of pay",
    "graduates who earn less are warned of",
)
CLEARLY_MORE = Parameter(
    1.1,
    "of the median pay of the job held",
    "work that pays less than a tenth more is beside the job held, not above it",
)
FEWEST_PROGRAMS = Parameter(
    3,
    "programs",
    "the earnings of graduates of fewer say nothing of a field",
)

# --- what is shown ------------------------------------------------------------------------------
_SHOWN = {
    "job_search_months": JOB_SEARCH_MONTHS,
    "hiring_public_safety_months": HIRING_PUBLIC_SAFETY_MONTHS,
    "hiring_federal_months": HIRING_FEDERAL_MONTHS,
    "hiring_teacher_months": HIRING_TEACHER_MONTHS,
    "hiring_manager_months": HIRING_MANAGER_MONTHS,
    "hiring_new_field_months": HIRING_NEW_FIELD_MONTHS,
    "hiring_after_course_months": HIRING_AFTER_COURSE_MONTHS,
    "hiring_first_here_months": HIRING_FIRST_HERE_MONTHS,
    "promoted_manager_months": PROMOTED_MANAGER_MONTHS,
    "license_months": of_requirements.LICENSE_MONTHS,
    "license_fee_usd": of_requirements.LICENSE_USD,
    "vacancy_months": VACANCY_MONTHS,
    "stay_months": STAY_MONTHS,
    "risen_pay_share": RISEN_PAY_SHARE,
    "part_time_factor": PART_TIME_FACTOR,
    "trainee_course_share": TRAINEE_COURSE_SHARE,
    "apprentice_pay_share": of_requirements.APPRENTICE_PAY_SHARE,
    "practice_pay_usd": of_requirements.PRACTICE_PAY_USD,
    "study_difficulty_per_year": STUDY_DIFFICULTY_PER_YEAR,
    "first_job_difficulty": FIRST_JOB_DIFFICULTY,
    "schooled_difficulty": SCHOOLED_DIFFICULTY,
    "min_nearness": MIN_NEARNESS,
    "few_openings": FEW_OPENINGS,
    "few_openings_difficulty": FEW_OPENINGS_DIFFICULTY,
    "fewest_openings": FEWEST_OPENINGS,
}
# Figures that gaps and plans share are declared among the requirements.
_SHARED = {
    "GED_MONTHS": "Preparation for the GED",
    "GED_USD": "Price of the GED tests",
    "RETURNING_CREDIT_YEARS": "What a first bachelor's counts toward a second",
    "PRIOR_CREDIT_OTHER_FIELD_YEARS": "What other college courses count toward a degree",
}
# Other publications read name $120 to $144; until one is cited the price is an estimate.
_ESTIMATES = ("GED_USD",)


def _shared(name: str, label: str) -> Parameter:
    item: Parameter = getattr(of_requirements, name)
    why = f"an estimate: {item.why}" if name in _ESTIMATES else item.why
    return replace(item, why=why, label=label)


ALL: dict[str, Parameter] = _SHOWN | {
    name.lower(): _shared(name, label) for name, label in _SHARED.items()
}
"""The figures shown with every answer, by the name they have in JSON."""


def as_table() -> str:
    """The figures as a Markdown table, for `docs/methods/plans.md`."""
    lines = ["| figure | value | why |", "|---|---|---|"]
    for item in sorted(ALL.values(), key=lambda item: item.label.casefold()):
        lines.append(f"| {item.label} | {item.value:,g} {item.unit} | {item.why} |")
    return "\n".join(lines) + "\n"

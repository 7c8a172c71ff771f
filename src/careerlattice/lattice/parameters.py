"""The judgments of this room: what a step is, what near means, what a ladder shows.

Reasons and measured effects in full: `docs/methods/kinds-and-levels.md`, `docs/methods/ladders.md`,
`docs/methods/likelihood.md` and `docs/methods/requirements.md`.
"""

from __future__ import annotations

from careerlattice.requirements.parameters import SCHOOL_YEARS
from careerlattice.vocab.levels import EducationLevel as Level
from careerlattice.vocab.parameter import Parameter

# The status index: half preparation, half pay.
_CHOSEN = (
    "chosen, not fitted: three sets of weights gave about 95% advances along 119 well-known pairs, "
    "so the simplest was kept"
)
ZONE_WEIGHT = Parameter(0.16, "share of the index", f"job zone; {_CHOSEN}")
SCHOOL_WEIGHT = Parameter(0.20, "share of the index", f"mean years of school; {_CHOSEN}")
PRACTICE_WEIGHT = Parameter(0.14, "share of the index", f"experience and training; {_CHOSEN}")
PAY_WEIGHT = Parameter(0.50, "share of the index", f"national median pay; {_CHOSEN}")
LOWEST_PAY_USD = Parameter(
    30_000, "USD a year", "0 on the scale of pay, which counts by ratio: near the lowest medians"
)
HIGHEST_PAY_USD = Parameter(
    240_000, "USD a year", "100 on the scale of pay: three doublings, near the survey's top code"
)

# Kinds of moves.
STEP_POINTS = Parameter(
    2.0,
    "points of the status index",
    "what tells a step from sideways: 9% more pay at the same preparation gives as much",
)
SAME_FIELD_NEARNESS = Parameter(
    0.5, "nearness", "under it, work in another cluster is a change of field"
)
CLEARLY_MORE_PAY = Parameter(
    1.02,
    "times the pay before",
    "a smaller difference of two published medians is within their sampling error",
)
CLEAR_CHANGE_OF_PAY = Parameter(
    0.10,
    "share of the pay before",
    "a tenth less for other work is told as leaving the ladder; less than a tenth more makes no "
    "step up of what entry conditions call a change, or of a second license",
)
NEAR_ENOUGH_TO_ADVANCE = Parameter(
    0.60,
    "nearness",
    "from here on a step up that no entry condition names uses what was learned: half of the steps "
    "up that are named are nearer than this",
)
WORTH_NAMING_MONTHS = Parameter(
    6, "months", "a smaller difference in experience and training is within the survey's categories"
)

# Levels: entry, intermediate, advanced, expert.
INTERMEDIATE_FROM = Parameter(
    30, "points of the status index", "near the first quarter of all occupations"
)
ADVANCED_FROM = Parameter(45, "points of the status index", "near the middle of all occupations")
EXPERT_FROM = Parameter(65, "points of the status index", "near the third quarter")
OWN_SPREAD_FROM = Parameter(
    8, "occupations", "a pathway of fewer says too little of its own spread to move the lines"
)
LINE_DOWN = Parameter(
    0.50,
    "share of the way to the pathway's quarter",
    "lines move down half of the way, so that cooks have rungs too",
)
LINE_UP = Parameter(
    0.25,
    "share of the way to the pathway's quarter",
    "and less far up: a level should not promise less in one pathway than elsewhere, as among "
    "physicians a licensed nurse is still no beginner",
)

JOURNEY_MONTHS = Parameter(
    24, "months", "an apprenticeship of two years or more makes a journey worker"
)
RANK_MONTHS = Parameter(
    12, "months", "who needs a year of other work first is past the first rung of the field"
)
SENIOR_MONTHS = Parameter(
    36, "months", "three years in the field beside a degree are what senior positions ask"
)
LONG_RANK_MONTHS = Parameter(
    60, "months", "five years of the work make a rank of one's profession, though it pays no more"
)
LONGEST_STAGE_MONTHS = Parameter(
    120,
    "months",
    "more than ten years to one step: no main way promises it",
)
LEADS_ADVANCED_MONTHS = Parameter(
    24, "months", "a shift leader of less than two years still stands among those it leads"
)

# What is held.
SHORT_COURSE_MONTHS = Parameter(
    6, "months", "a course of up to half a year lies within reach of a change sideways"
)
SHORT_COURSE_WEEKS = Parameter(
    13, "weeks", "a drawn change sideways asks a season's course at most; an academy is a new start"
)
LONG_WORK_MONTHS = Parameter(
    24, "months", "who has to work longer first does not stand beside the other work"
)
HELD_WORK_MONTHS = Parameter(
    12, "months", "less than a year of named work is asked of most, and often waived"
)

WORTH_TELLING_MONTHS = Parameter(
    12, "months", "a step that asks less than a year of work or of a term is told without it"
)

# Nearness of work.
PROFILE_WEIGHTS: dict[str, Parameter] = {
    "knowledge": Parameter(0.40, "share", "knowledge tells fields apart best"),
    "work_activity": Parameter(0.25, "share", "activities tell what is done"),
    "skill": Parameter(0.20, "share", "skills are shared by many fields"),
    "ability": Parameter(0.15, "share", "abilities are shared by most work"),
}
RANDOM_LIKENESS = Parameter(
    0.25, "correlation", "three in four random pairs stay under it, so it counts as none"
)
TIER_NEARNESS: dict[str, Parameter] = {
    "Primary-Short": Parameter(0.55, "nearness", "the publisher's five most related"),
    "Primary-Long": Parameter(0.40, "nearness", "the publisher's next five"),
    "Supplemental": Parameter(0.20, "nearness", "the publisher's other related occupations"),
}
SAME_SOC = Parameter(0.50, "nearness", "one line of the SOC is one occupation to the surveys")
SAME_BROAD = Parameter(0.40, "nearness", "one broad group of the SOC")
SAME_MINOR = Parameter(0.20, "nearness", "one minor group of the SOC")
SUPERVISOR = Parameter(0.35, "nearness", "who leads a group has mostly done its work")
STAND_IN_LIMIT = Parameter(
    0.50, "nearness", "two that borrow the same ratings are not alike for that alone"
)

# Ease of a move.
EVEN_LIFT = Parameter(1.0, "times the chance share", "a move as likely as chance counts half")
SHORTFALL_SCALE = Parameter(
    1.0, "points of level of 7", "one point missing on average leaves 1/e of the skill part"
)

# The fitted likelihood: the scale its coefficients were fitted with.
SMALLEST_EMPLOYMENT = Parameter(
    1_000,
    "jobs",
    "taken for the military occupations, which the projections do not count; fitted with it",
)
OPENINGS_SHARE = Parameter(
    0.1, "share of jobs a year", "openings taken where none are published; fitted with it"
)
SECOND_TIER_STEP = Parameter(
    0.75, "share of a first-tier step", "in the walk over related occupations; fitted with it"
)
THIRD_TIER_STEP = Parameter(
    0.5, "share of a first-tier step", "in the walk over related occupations; fitted with it"
)
STATES_THAT_LICENSE = Parameter(
    50, "states", "as many states make a license asked everywhere; fitted with it"
)
_FITTED = (
    "the coefficients in likelihood.json were fitted with it; to take the table that gaps and the "
    "status index use, the model would have to be fitted again (make fit)"
)
FITTED_SCHOOL_YEARS: dict[Level, Parameter] = SCHOOL_YEARS | {
    Level.SOME_COLLEGE: Parameter(13.5, "years", _FITTED),
    Level.PROFESSIONAL: Parameter(19, "years", _FITTED),
    Level.POSTDOCTORAL: Parameter(22, "years", _FITTED),
}

# Which steps a ladder shows.
NEAR_ENOUGH_TO_STEP = Parameter(
    0.40, "closeness", "work less close than this is not the next rung of the same ladder"
)
NEAR_ENOUGH_TO_TELL = Parameter(
    0.70, "nearness", "of work less near a ladder tells only the steps that entry conditions name"
)
NEAR_ENOUGH_SIDEWAYS = Parameter(
    0.80, "nearness", "sideways only work much alike is shown, as nothing else is gained"
)
NEAR_ENOUGH_TO_COUNT = Parameter(
    0.50, "nearness", "from here experience counts in another field of study"
)
NEAR_ENOUGH_AGAIN = Parameter(
    0.75,
    "nearness",
    "from here it counts although schooling of the same level would have to be earned again",
)
STRONG_ENOUGH = Parameter(
    0.35, "strength", "a weaker step is not shown: the occupation is the top of its own branch"
)
OF_THE_BEST = Parameter(
    0.7, "share of the best step", "a step much weaker than an occupation's best one is left out"
)
RUNGS_FACTOR: tuple[Parameter, ...] = (
    Parameter(0.70, "factor", "staying on a rung is a smaller step than the next rung"),
    Parameter(1.0, "factor", "the next rung is the usual step"),
    Parameter(0.85, "factor", "skipping a rung is possible"),
    Parameter(0.60, "factor", "skipping two rungs is rare"),
)
LIKELIHOOD_POWER = Parameter(
    0.35, "power", "a root of the likelihood keeps the few very likely steps from deciding alone"
)
EASY_RISE = Parameter(
    25,
    "points of the status index",
    "a rise beyond this, about four years of study, is rarely one step",
)
PAY_FALLS_FACTOR = Parameter(0.40, "factor", "lower pay is no reason to show a step")
SAME_PAY_FACTOR = Parameter(0.75, "factor", "the same published pay tells nothing either way")

PAY_APART = Parameter(
    0.35, "share of the lower pay", "who earns a third more elsewhere has not moved sideways"
)

# Standing in a ladder.
LEAST_LIFT = Parameter(
    0.1,
    "points of the status index",
    "a leader is put just above those it leads: told as higher, not as further",
)
LIFTED_AT_MOST = Parameter(
    10,
    "points of the status index",
    "a named step that falls further (a surgeon who manages, an anesthetist who teaches) leaves "
    "the ladder for work that stands lower",
)

# Main sequences.
NAMED_STRENGTH = Parameter(
    0.80, "strength", "a step that entry conditions name is the trade's own, however rated"
)
RARE_STEP = Parameter(
    0.005,
    "share of leavers",
    "in one's own line half as many do, as few lines are large; fewer is no main way",
)
STEP_COST = Parameter(
    0.40, "strength", "a step adds to a sequence only what its strength exceeds this by"
)
SEEN_FACTOR = Parameter(
    0.15, "factor", "a sequence that reuses occupations of an earlier one counts them at this"
)
JOINS_FROM = Parameter(
    0.8,
    "share of the bonus for openings",
    "a sequence with one new occupation is told where nearly as many begin there as in the largest",
)
BEGIN_FROM = Parameter(
    0.25,
    "share of the largest bonus for openings",
    "a way is a main one where some work on it has a fiftieth of the largest openings, or more",
)
SIZE_BONUS = Parameter(
    0.5, "strength", "an occupation with many openings is worth this much more, the largest"
)
SIZE_POWER = Parameter(
    3,
    "power",
    "of the logarithm of openings: a tenth of the largest counts half, a hundredth a fifth",
)
NAMED_GAIN = Parameter(0.5, "strength", "what the likeliest named step of an occupation is worth")
LEADER_GAIN = Parameter(
    0.05,
    "strength",
    "a step to the supervisor of one's work closes a sequence, however few tell a survey of it: "
    "who is promoted stays in the line they work in",
)
LEADER_ALLOWANCE = Parameter(
    0.1, "strength", "a step to a manager is told this much more readily, for the same reason"
)
NAMED_COST = Parameter(
    0.55,
    "strength",
    "a named step adds what it exceeds this by, so that a detour through a rank few take adds none",
)

# The ladder around one occupation.
NEAR_ENOUGH_AROUND = Parameter(
    0.35, "nearness", "work less near is not around an occupation; also what pages list as moves"
)
FAR_FROM_CENTER = Parameter(
    0.30, "nearness", "a second step that leads farther away from the occupation is left out"
)

LONG_SCHOOL_YEARS = Parameter(
    4,
    "years",
    "a main sequence takes one degree at a time: from a diploma to a bachelor's, or from there on",
)
ONE_STAGE = Parameter(
    50,
    "points of the status index",
    "from a dispatcher to a transportation manager; from a teller to a financial manager are two",
)
HARDLY_ANYONE = Parameter(
    0.001, "share of leavers", "a manager whom hardly anyone of a line becomes closes no main line"
)
SELDOM_STEP = Parameter(
    0.0025,
    "share of leavers",
    "a named step to work that leads nobody is no main way where hardly any take it",
)
WITHIN_ERROR = Parameter(
    0.05, "share of the pay before", "in one group, what two published medians may differ by chance"
)
SHARE_OF_BEST = Parameter(
    0.45,
    "share of the likeliest",
    "a main sequence takes the step that most take, or one not much rarer",
)
WORK_FIRST = Parameter(
    2,
    "times",
    "promotions are seldom seen, but where so many more take a step of the work itself that is the "
    "usual one: a real estate agent turns broker",
)
PRACTICE_AGAIN_MONTHS = Parameter(
    24, "months", "two years of supervised practice, as a residency, are served for one specialty"
)

# Gaps.
LEAP = Parameter(
    2, "levels", "over the border of a ladder nobody is shown to skip a level: a rung is missing"
)

IMPORTANT_RATING = Parameter(
    2.75,
    "importance of 5",
    "a skill rated lower is not what the work is known for: growing food for a waiter",
)
LARGE_SHORTFALL = Parameter(
    0.5, "points of level of 7", "a mean shortfall from here on is missing, below it partly there"
)
RELATED_FIELD_PART = Parameter(
    0.5, "share of the change", "a related field (same family) saves half of a change of field"
)
ACCEPTED_FIELD_PART = Parameter(
    0.5, "share of the change", "the least: general courses and a school that counts more of them"
)
MET_MONTHS = Parameter(1, "months", "less than a month missing is nothing missing")

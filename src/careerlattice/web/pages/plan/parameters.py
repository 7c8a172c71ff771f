"""The parameters of `/plan` and its files, each declared once."""

from __future__ import annotations

from django.utils.translation import gettext_lazy

from careerlattice.plan.request import (
    MAX_JOB_CHANGES as MOST_JOB_CHANGES,
)
from careerlattice.plan.request import SECTORS
from careerlattice.vocab.levels import LADDER_LEVELS
from careerlattice.vocab.pay_words import LEAST_YEARLY_USD, MOST_USD, read_usd, read_yearly_usd
from careerlattice.web.http.parameters import (
    ChoiceParam,
    FlagParam,
    IntegerParam,
    ListParam,
    TextParam,
)
from careerlattice.web.http.places import PLACE
from careerlattice.web.pages.person.person import EDUCATION, EDUCATIONS, INTERESTS

MOST_AVOIDED = 12
# A title, and the boxes for being in school and out of work.
MOST_STARTS = 3

FROM = TextParam(
    "from",
    "Where a person stands: a title, a code, schooling such as “high school”, or “no job”; given "
    "twice, with “no job”, it is the last job of someone who has none now.",
)
TO = TextParam("to", "The occupation to reach: a title or a code.")
MONTHS_IN_JOB = IntegerParam(
    "months_in_job",
    "Months in the job so far.",
    low=0,
    high=720,
    label=gettext_lazy("Months in your job"),
)
PAY = IntegerParam(
    "pay",
    "What the person earns now in a year, in dollars; or in words such as `$18 an hour`.",
    low=LEAST_YEARLY_USD,
    high=MOST_USD,
    label=gettext_lazy("What you earn now: a year, or “$18 an hour”"),
    money=read_yearly_usd,
)
FIELD = TextParam("field", "What was studied: a field of study by name or CIP code.")
MOST_LICENSES = 4
LICENSE = TextParam(
    "license", "A license held, such as “registered nurse”; may be given up to four times."
)
LICENSED_IN = TextParam(
    "licensed_in", "The state that gave the license in the same place, by name or postal code."
)
TRAINED_ABROAD = TextParam(
    "trained_abroad",
    "What the person was trained as in another country: an occupation or a field of study.",
)
MAX_MONTHS = IntegerParam(
    "max_months",
    "Months to the goal, at most.",
    low=0,
    high=600,
    label=gettext_lazy("Most months it may take"),
)
BUDGET = IntegerParam(
    "budget",
    "The most to spend, for school and fees, in dollars.",
    low=0,
    high=MOST_USD,
    label=gettext_lazy("Most you can spend in all, in dollars"),
    money=read_usd,
)
MIN_PAY = IntegerParam(
    "min_pay",
    "The lowest yearly pay on the way, in dollars or in words such as `30k`.",
    low=0,
    high=MOST_USD,
    label=gettext_lazy("Least you can live on along the way, a year"),
    money=read_yearly_usd,
)
MAX_CREDENTIAL = ChoiceParam(
    "max_credential",
    "The highest credential to go for.",
    choices=EDUCATIONS,
    label=gettext_lazy("Highest degree or certificate to go for"),
)
STUDY = ChoiceParam(
    "study",
    "How to study: full or part time, or not.",
    choices=("any", "full", "part", "none"),
    default="any",
    label=gettext_lazy("How can you study?"),
)
MAX_JOB_CHANGES = IntegerParam(
    "max_job_changes", "Job changes, at most.", low=1, high=MOST_JOB_CHANGES
)
SECTOR = ChoiceParam(
    "sector",
    "The kind of school whose prices count.",
    choices=SECTORS,
    default="public",
    label=gettext_lazy("Kind of school"),
)
GOAL_PAY = IntegerParam(
    "goal_pay",
    "Instead of `to`: a median pay of at least this, in dollars or words such as `60k`.",
    low=0,
    high=MOST_USD,
    label=gettext_lazy("A job with typical pay of at least, a year"),
    money=read_yearly_usd,
)
GOAL_GROWTH = IntegerParam(
    "goal_growth", "Instead of `to`: growth of at least this percent.", low=-100, high=1_000
)
NO_DEGREE = FlagParam("no_degree", "Instead of `to`: an occupation that needs no degree.")
PATHWAY = TextParam("pathway", "Instead of `to`: an occupation of this pathway, by id.")
LEVEL = ChoiceParam(
    "level",
    "The level of that pathway.",
    choices=LADDER_LEVELS,
    label=gettext_lazy("At this level of the pathway"),
)
WITHIN = ListParam("within", "A cluster or pathway to stay in.", max_values=MOST_AVOIDED)
AVOID = ListParam("avoid", "An occupation never to pass.", max_values=MOST_AVOIDED)
HORIZON = IntegerParam(
    "horizon",
    "Years the money comparison looks ahead; without it 10, or more for a plan that takes long.",
    low=1,
    high=45,
    label=gettext_lazy("Years to look ahead when comparing money"),
)
SHOW = TextParam("show", "The plan to show in full: its id, or what it is best at.", max_length=40)
COMPARE = ListParam("compare", "Two plans to set side by side, by their ids.", max_values=2)
TRACE = FlagParam(
    "trace", "Say of every route found whether it is shown, and which rule dropped it."
)
PARAMETERS = (
    FROM,
    TO,
    MONTHS_IN_JOB,
    PAY,
    EDUCATION,
    FIELD,
    LICENSE,
    LICENSED_IN,
    TRAINED_ABROAD,
    *PLACE,
    MAX_MONTHS,
    BUDGET,
    MIN_PAY,
    MAX_CREDENTIAL,
    STUDY,
    MAX_JOB_CHANGES,
    SECTOR,
    GOAL_PAY,
    GOAL_GROWTH,
    NO_DEGREE,
    PATHWAY,
    LEVEL,
    WITHIN,
    AVOID,
    INTERESTS,
    HORIZON,
)

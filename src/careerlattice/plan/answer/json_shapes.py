"""The shapes in which plans are written as JSON.

Months count from the start of a plan, amounts are U.S. dollars, pay is a year's, shares run from 0
to 1.
"""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from careerlattice.catalog.json_shapes import LicenseJson, SchoolProgramJson
from careerlattice.plan.request import PlanRequestJson


class NoticeJson(TypedDict):
    """A remark to read; `field` names the part of the request, `value` what it would have to be.

    `values` are several limits that have to change together (null: taken off).
    """

    kind: str
    text: str
    field: NotRequired[str]
    value: NotRequired[float | None]
    values: NotRequired[dict[str, float | None]]


class NeedJson(TypedDict):
    """One thing a step asks, what the person has, and what is missing (empty when nothing)."""

    what: Literal["education", "field", "experience", "license", "training", "skills"]
    asked: str
    has: str
    missing: str


class PayJson(TypedDict):
    """Yearly pay of an occupation in an area: the 25th percentile, the median, the 75th.

    `start` is what beginners earn: halfway between the lowest tenth and the 25th percentile; with
    `is_risen` what experience brings. `group` is the wider group whose figures they are,
    or empty; `start_of` whose `start` is, and by whom, where it is not the survey's.
    """

    start: float | None
    p25: float | None
    p50: float | None
    p75: float | None
    area: str
    is_hourly: bool
    is_risen: bool
    group: str
    start_of: str


class StepJson(TypedDict):
    """One step: what is done, when, for how long, at what price.

    `months_usual` is what people usually take where that is longer; `pay_usd` is earned during the
    step. Facts about the occupation entered stand on the step that leads there. `first_do` is what
    to do this week, on a plan's first step alone.
    """

    kind: Literal[
        "study", "course", "work", "license", "search", "apprenticeship", "practice", "arrive"
    ]
    title: str
    onet_soc_code: str | None
    occupation: str | None
    start_month: float
    start_month_usual: float
    months: float
    months_usual: float
    is_beside_work: bool
    is_part_time: bool
    cost_usd: int
    cost_low_usd: int
    cost_high_usd: int
    pay_usd: float | None
    credential: str | None
    needs: list[NeedJson]
    pay: PayJson | None
    share_open: float | None
    openings_per_year: float | None
    growth_pct: float | None
    likelihood: float | None
    ease: float | None
    move_kind: str | None
    interest_fit: float | None
    programs: list[str]
    schools: list[SchoolProgramJson]
    schools_in_all: int
    licenses: list[LicenseJson]
    notes: list[str]
    sources: list[str]
    first_do: str
    first_url: str


class MoneyYearJson(TypedDict):
    """One year of the comparison in today's dollars; `stay` is earned without the plan."""

    year: int
    earned: float
    low: float
    high: float
    tuition: float
    stay: float


class MoneyJson(TypedDict):
    """A plan's money against staying put.

    `gain_npv` is the present value of earnings less tuition, minus that of staying, at `rate`, and
    `gain_npv_at` at other rates; `payback_month` is the first month ahead for good. They are
    null where the goal's pay is published by the hour only.
    """

    years: list[MoneyYearJson]
    rate: float
    gain_npv: int | None
    gain_npv_low: int | None
    gain_npv_high: int | None
    gain_npv_at: dict[str, int]
    payback_month: int | None
    stay_pay_usd: int


class RouteStopJson(TypedDict):
    """An occupation a plan passes."""

    onet_soc_code: str
    title: str


class LaterCredentialJson(TypedDict):
    """A credential earned in the job at the goal: months after its start, dollars, in words."""

    name: str
    months_low: float
    months_high: float
    usd_low: float | None
    usd_high: float | None
    text: str


class PlanJson(TypedDict):
    """One route: its names, its steps, its sums and its money.

    `title` says what it is, `names` what it is best at; `how_sure` how many go this way and who
    would hire at its end.
    """

    id: str
    title: str
    names: list[str]
    route: list[RouteStopJson]
    months: float
    months_usual: float
    cost_usd: int
    cost_low_usd: int
    cost_high_usd: int
    forgone_usd: int
    difficulty: float
    job_changes: int
    share_open: float
    pay_at_goal: PayJson
    interest_fit: float | None
    money: MoneyJson
    reasons: list[str]
    how_sure: str
    later: LaterCredentialJson | None
    steps: list[StepJson]


class SearchReportJson(TypedDict):
    """What the search did: the size of its network and of the exact front, and completeness."""

    states: int
    arcs: int
    front: int
    shown: int
    is_complete: bool
    units: list[str]


class TracedLegJson(TypedDict):
    """A leg of a route found: the occupation entered and what was studied for it."""

    onet_soc_code: str
    title: str
    credential: str | None
    mode: str | None


class TracedRouteJson(TypedDict):
    """What became of a route found: its costs, the rule that decided, and what beat it.

    `plan` is the id of the plan shown, `beaten_by` the number of the route preferred.
    """

    number: int
    route: list[TracedLegJson]
    costs: list[float]
    rule: str
    beaten_by: NotRequired[int]
    plan: NotRequired[str]


class PlanAnswerJson(TypedDict):
    """The whole answer to a plan request; `editions` cites the publishers' editions by source.

    `trace` tells of every route found, where it was asked for.
    """

    release: str
    request: PlanRequestJson
    area: str
    start: str
    goal: str
    plans: list[PlanJson]
    notices: list[NoticeJson]
    search: SearchReportJson
    credits: list[str]
    editions: dict[str, str]
    trace: NotRequired[list[TracedRouteJson]]

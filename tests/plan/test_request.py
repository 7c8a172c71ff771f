"""Requests: bad input is refused with a word that helps; good ones survive the trip as JSON."""

from __future__ import annotations

import json
from typing import Any

import pytest

from careerlattice.catalog.catalog import Catalog
from careerlattice.errors import BadCode, BadRequest, NotFound
from careerlattice.plan.planner import Planner
from careerlattice.plan.request import (
    Goal,
    Limits,
    PastJob,
    PlanRequest,
    Start,
    request_from_dict,
)
from careerlattice.vocab.levels import EducationLevel as Level

NURSE = Goal("registered nurse")
AIDE = Start(PastJob("nursing assistant", 24))
NAN = float("nan")


@pytest.mark.parametrize(
    ("parts", "says"),
    [
        ({"goal": Goal()}, "Say where to"),
        ({"goal": Goal("cook", pathway="Therapeutic Services")}, "not both"),
        ({"goal": Goal("cook", min_pay_usd=60_000)}, "one occupation or an outcome"),
        ({"goal": Goal("cook", no_degree=True)}, "one occupation or an outcome"),
        ({"goal": Goal(pathway="Therapeutic Services", level="boss")}, "entry, intermediate"),
        ({"start": Start()}, "Say where from"),
        ({"start": Start(PastJob("cook", -1))}, "months in a job must be a number from 0"),
        ({"start": Start(PastJob("cook", 10_000))}, "months in a job"),
        ({"start": Start(PastJob("cook"), (PastJob("waiter", NAN),))}, "months in a job"),
        ({"limits": Limits(max_months=-1)}, "max_months must be a number from 0 to 600"),
        ({"limits": Limits(max_months=NAN)}, "max_months"),
        ({"limits": Limits(max_months=float("inf"))}, "max_months"),
        ({"limits": Limits(budget_usd=-5)}, "budget_usd"),
        ({"limits": Limits(budget_usd="8000")}, "budget_usd"),
        ({"limits": Limits(budget_usd=True)}, "budget_usd"),
        ({"limits": Limits(min_pay_usd=-5)}, "min_pay_usd"),
        ({"limits": Limits(study="evening")}, "any, none, part or full"),
        ({"limits": Limits(max_job_changes=0)}, "1 to 6"),
        ({"limits": Limits(max_job_changes=7)}, "1 to 6"),
        ({"limits": Limits(max_credential=Level.POSTDOCTORAL)}, "max_credential must be one of"),
        ({"goal": Goal(min_pay_usd=-1)}, "goal pay"),
        ({"horizon_years": 0}, "1 to 45 years"),
        ({"horizon_years": 46}, "1 to 45 years"),
        ({"horizon_years": 10.5}, "a whole number"),
        ({"start": Start(PastJob("cook", 24), pay_usd=-1)}, "pay_usd"),
        ({"start": Start(PastJob("cook", 24), pay_usd=NAN)}, "pay_usd"),
        ({"start": Start(PastJob("cook", 24), pay_usd="30000")}, "pay_usd"),
        ({"discount_rate": -0.1}, "discount rate"),
        ({"discount_rate": 0.5}, "discount rate"),
        ({"interests": (1.0, 2.0)}, "six numbers"),
        ({"sector": "charter"}, "no school sector 'charter'"),
    ],
)
def test_bad_input_is_refused_with_a_word_that_helps(parts: dict[str, Any], says: str) -> None:
    whole = {"start": AIDE, "goal": NURSE} | parts
    with pytest.raises(BadRequest, match=says):
        PlanRequest(**whole)


@pytest.mark.parametrize(
    ("parts", "field"),
    [
        ({"goal": Goal()}, "goal"),
        ({"goal": Goal("cook", pathway="Therapeutic Services")}, "goal.pathway"),
        ({"goal": Goal(pathway="Therapeutic Services", level="boss")}, "goal.level"),
        ({"goal": Goal(min_pay_usd=-1)}, "goal.min_pay_usd"),
        ({"start": Start()}, "start"),
        ({"start": Start(PastJob("cook", -1))}, "start.job.months"),
        ({"start": Start(PastJob("cook", 24), pay_usd=-1)}, "start.pay_usd"),
        ({"limits": Limits(max_months=-1)}, "limits.max_months"),
        ({"limits": Limits(budget_usd=-5)}, "limits.budget_usd"),
        ({"limits": Limits(study="evening")}, "limits.study"),  # type: ignore[arg-type]
        ({"limits": Limits(max_job_changes=0)}, "limits.max_job_changes"),
        ({"limits": Limits(max_credential=Level.POSTDOCTORAL)}, "limits.max_credential"),
        ({"horizon_years": 0}, "horizon_years"),
        ({"discount_rate": 0.5}, "discount_rate"),
        ({"interests": (1.0, 2.0)}, "interests"),
        ({"sector": "charter"}, "sector"),
    ],
)
def test_an_error_names_its_field_and_no_option(parts: dict[str, Any], field: str) -> None:
    whole = {"start": AIDE, "goal": NURSE} | parts
    with pytest.raises(BadRequest) as caught:
        PlanRequest(**whole)
    assert caught.value.field == field
    assert "--" not in str(caught.value)


@pytest.mark.parametrize(
    ("value", "says"),
    [
        ({"strat": {}}, "has no field 'strat'"),
        ({"start": {"jobb": 1}, "goal": {"occupation": "cook"}}, "start has no field 'jobb'"),
        ({"start": [], "goal": {}}, "start must be an object"),
        ({"start": {"job": "cook"}, "goal": {"occupation": "cook"}}, "start.job must be an object"),
        ({"start": {"job": {"months": 3}}, "goal": {"occupation": "x"}}, "wrong kind"),
        ({"start": {"education": "bachelor"}, "goal": {}}, "Say where to"),
        (
            {"start": {"education": "bachelor"}, "goal": {"occupation": "x"}, "interests": 3},
            "wrong kind",
        ),
    ],
)
def test_bad_objects_are_refused_naming_the_field(value: dict[str, Any], says: str) -> None:
    with pytest.raises(BadRequest, match=says):
        request_from_dict(value)


def test_an_unknown_education_level_is_answered_with_the_levels() -> None:
    with pytest.raises(BadCode, match="high-school"):
        request_from_dict({"start": {"education": "wizardry"}, "goal": {"occupation": "cook"}})


FULL = PlanRequest(
    Start(PastJob("cook", 12), (PastJob("waiter", 6),), Level.ASSOCIATE, "12.05"),
    Goal(min_pay_usd=50_000, min_growth_pct=3.0, no_degree=True),
    Limits(36, 8_000, 30_000, Level.BACHELOR, "part", ("Finance",), ("cashier",), 3),
    None,
    "Columbus, OH",
    "private nonprofit",
    20,
    0.05,
    (1.0, 2.0, 3.0, 4.0, 5.0, 6.0),
)


@pytest.mark.parametrize(
    "request_",
    [
        FULL,
        PlanRequest(AIDE, NURSE),
        PlanRequest(
            Start(None, education=Level.HIGH_SCHOOL),
            Goal(pathway="Therapeutic Services", level="entry"),
        ),
    ],
)
def test_a_request_survives_the_trip_as_json(request_: PlanRequest) -> None:
    assert request_from_dict(json.loads(json.dumps(request_.to_dict()))) == request_


@pytest.mark.parametrize("text", ["{}", '{"start": {}}', '{"goal": {"occupation": "cook"}}'])
def test_too_little_is_refused(text: str) -> None:
    with pytest.raises(BadRequest):
        request_from_dict(json.loads(text))


@pytest.mark.parametrize(
    "request_",
    [
        PlanRequest(Start(PastJob("xyzzy")), NURSE),
        PlanRequest(AIDE, Goal("xyzzy")),
        PlanRequest(AIDE, NURSE, state="Atlantis"),
        PlanRequest(AIDE, Goal(pathway="Alchemy")),
        PlanRequest(AIDE, NURSE, Limits(within=("Alchemy",))),
        PlanRequest(AIDE, NURSE, Limits(avoid=("xyzzy",))),
        PlanRequest(Start(PastJob("cook"), field="99.99"), NURSE),
        PlanRequest(Start(PastJob("cook"), field="alchemy and transmutation"), NURSE),
    ],
)
def test_names_that_are_not_known_are_not_guessed(planner: Planner, request_: PlanRequest) -> None:
    with pytest.raises(NotFound):
        planner.plan(request_)


def test_a_metro_outside_the_state_is_refused(planner: Planner) -> None:
    with pytest.raises(BadRequest, match="does not lie in"):
        planner.plan(PlanRequest(AIDE, NURSE, state="TX", metro="Columbus, OH"))


def test_a_field_in_words_and_as_a_code_mean_the_same(planner: Planner, catalog: Catalog) -> None:
    def plans(field: str) -> list[Any]:
        start = Start(None, education=Level.ASSOCIATE, field=field)
        answer = planner.plan(PlanRequest(start, Goal("dental hygienist"), state="OH"))
        return [plan.to_dict() for plan in answer.plans]

    (code,) = catalog.release.table("programs").filter(
        title="Dental Hygiene/Hygienist"
    )["cip_code"].to_list()  # fmt: skip
    assert plans("dental hygiene/hygienist") == plans(code)
    assert plans(code)

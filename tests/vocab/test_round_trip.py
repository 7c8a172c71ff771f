"""Requests, answers and profiles survive the trip through JSON, with every field they have."""

from __future__ import annotations

import json
from dataclasses import fields
from types import MappingProxyType
from typing import Any

import pytest

from careerlattice import Goal, Limits, PastJob, PlanRequest, Start, open_planner
from careerlattice.errors import BadRequest, NotFound, ReleaseError
from careerlattice.plan.answer import Notice, NoticeKind, PlanAnswer
from careerlattice.plan.planner import Planner
from careerlattice.profile.model import (
    Education,
    FieldOfStudy,
    HeldLicense,
    Interests,
    Language,
    Place,
    Profile,
    Work,
)
from careerlattice.profile.model import Limits as ProfileLimits
from careerlattice.vocab.codes import CipCode, OnetSocCode
from careerlattice.vocab.levels import EducationLevel
from careerlattice.vocab.round_trip import dump_json, load_json


@pytest.fixture(scope="module")
def planner() -> Planner:
    return open_planner()


AIDE = Start(PastJob("nursing assistant", 24))
REQUESTS = [
    PlanRequest(AIDE, Goal("registered nurse"), state="OH"),
    PlanRequest(AIDE, Goal(min_pay_usd=60_000, no_degree=True), Limits(36, 8_000), state="CA"),
    PlanRequest(AIDE, Goal("dentist"), Limits(max_months=3), interests=(8, 22, 6, 38, 8, 20)),
]
PROFILE = Profile(
    name="Ana",
    education=Education(
        EducationLevel.ASSOCIATE, (FieldOfStudy(CipCode("51.3801"), "Nursing"),), None
    ),
    work=(Work("cna", OnetSocCode("31-1131.00"), 24.5, "volunteer", True, 0.5),),
    licenses=(HeldLicense("CDL", "OH", "12"),),
    skills=MappingProxyType({"2.A.1.a": 3.5}),
    knowledge=MappingProxyType({"2.C.1.a": 2.0}),
    skills_basis="self-rating",
    interests=Interests(8, 22, 6, 38, 8, 20, answered=30),
    work_values=MappingProxyType({"support": 5.0}),
    languages=(Language("Spanish", "native"),),
    place=Place("OH", "Columbus, OH"),
    limits=ProfileLimits(36, avoid=(OnetSocCode("35-3023.00"),)),
)


@pytest.mark.parametrize("request_", REQUESTS)
def test_requests_and_answers_survive(planner: Planner, request_: PlanRequest) -> None:
    answer = planner.plan(request_, trace=True)
    text = dump_json(answer)
    again = load_json(PlanAnswer, text)
    assert again == answer
    assert dump_json(again) == text
    assert json.dumps(again.to_dict()) == json.dumps(answer.to_dict())
    assert load_json(PlanRequest, dump_json(request_)) == request_


def test_a_profile_survives_with_the_kinds_of_its_codes() -> None:
    again = load_json(Profile, dump_json(PROFILE))
    assert again == PROFILE
    assert again.work[0].onet_soc_code.soc == "31-1131"  # type: ignore[union-attr]


@pytest.mark.parametrize("value", [REQUESTS[1], PROFILE])
def test_every_field_is_written_also_one_added_tomorrow(value: Any) -> None:
    assert set(json.loads(dump_json(value))) == {one.name for one in fields(value) if one.init}


def test_what_an_annotation_leaves_open_keeps_its_kind() -> None:
    details = {"level": EducationLevel.MASTER, "codes": ("a", OnetSocCode("29-1141.00")), "x": 0.5}
    again = load_json(Notice, dump_json(Notice(NoticeKind.ASSUMED, details)))
    assert again == Notice(NoticeKind.ASSUMED, details)
    assert isinstance(again.details["level"], EducationLevel)
    assert isinstance(again.details["codes"][1], OnetSocCode)


@pytest.mark.parametrize(
    ("kind", "text", "says"),
    [
        (PlanRequest, "{", "This is no JSON: line 1"),
        (PlanRequest, "[1]", "list, where PlanRequest was expected"),
        (PlanRequest, "null", "holds no PlanRequest"),
        (PlanRequest, "true", "holds no PlanRequest"),
        (PlanRequest, "1" * 5_000, "more digits than can be read"),
        (PlanRequest, "{}", "lacks the field 'start'"),
        (PlanRequest, '{"start": {}, "goal": {"ocupation": "cook"}}', "goal has no field"),
        (PlanRequest, '{"start": 3, "goal": {}}', "start is int, where Start was expected"),
        (
            PlanRequest,
            '{"start": {"education": "WIZARD"}, "goal": {}}',
            "start.education is 'WIZARD'; choose one of",
        ),
        (Notice, '{"kind": {"$class": "os.PathLike", "$value": {}}}', "no value of ours"),
        (Notice, '{"kind": {"$class": "careerlattice.cli.main.run"}}', "no value of ours"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_field(kind: type, text: str, says: str) -> None:
    with pytest.raises(BadRequest, match=says):
        load_json(kind, text)


def test_a_table_comes_as_a_frame(planner: Planner) -> None:
    catalog = planner.catalog
    assert catalog.frame("wages").height > 100_000
    with pytest.raises(NotFound, match="wages"):
        catalog.frame("wage")
    if not catalog.release.has("task_texts"):
        with pytest.raises(ReleaseError):
            catalog.frame("task_texts")

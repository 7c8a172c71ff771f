"""Persons written as YAML: pathways a counselor would expect, and surprises that are explained."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from careerlattice.catalog.catalog import open_release
from careerlattice.match.explain import explain_occupation
from careerlattice.match.groups import rank_pathways
from careerlattice.match.ranking import rank_occupations
from careerlattice.profile.model import Profile
from careerlattice.profile.reading import profile_from_values
from careerlattice.wording.fit import explanation_json, verdict_sentence

CASES = Path(__file__).parents[1] / "cases" / "match"
CATALOG = open_release()


def read(name: str) -> list[Any]:
    cases = yaml.safe_load((CASES / name).read_text(encoding="utf-8"))
    return [pytest.param(case, id=case["id"]) for case in cases]


def person(case: dict[str, Any]) -> Profile:
    start = {"format": "careerlattice-profile", "version": 1}
    return profile_from_values({**start, **case["profile"]}, case["id"])


def test_there_are_ten_and_five() -> None:
    assert len(read("ten_persons.yaml")) == 10
    assert len(read("five_surprises.yaml")) == 5


@pytest.mark.parametrize("case", read("ten_persons.yaml"))
def test_a_counselor_would_accept_the_top_pathways(case: dict[str, Any]) -> None:
    ranking = rank_occupations(CATALOG, person(case), limit=None)
    pathways = {g.name: g.place for g in rank_pathways(CATALOG, ranking, "2008")}
    for name in case["pathways"]:
        assert pathways[name] <= case.get("within", 8), (name, pathways[name])
    place = {row.onet_soc_code: row.place for row in ranking}
    for code in case["occupations"]:
        assert place[code] <= case["occupations_within"], (code, place[code])
    for code in case["never_above"]:
        assert place[code] > 25, (code, place[code])


@pytest.mark.parametrize("case", read("five_surprises.yaml"))
def test_a_surprising_answer_is_explained(case: dict[str, Any]) -> None:
    told = explain_occupation(CATALOG, person(case), case["occupation"], case.get("weights"))
    least, most = case["place"]
    verdict = verdict_sentence(told.verdict)
    assert least <= told.place <= most, verdict
    if "lifted_by" in case:
        assert f"lifts it most is {case['lifted_by']}" in verdict
    if "held_back_by" in case:
        assert f"holds it back most is {case['held_back_by']}" in verdict
    if "unexpected" in case:
        assert told.is_unexpected == case["unexpected"], verdict
    everything = json.dumps(explanation_json(told))
    for piece in case["says"]:
        assert piece in everything

"""The tools by themselves: what they take and give, and how mistakes are told."""

from __future__ import annotations

import json
from typing import Any

import jsonschema_rs
import pytest

from careerlattice.mcp.arguments import read_arguments, schema_of
from careerlattice.mcp.calling import TOOLS, call
from careerlattice.mcp.served import Served

NURSE = {"from_occupation": "nursing assistant", "to_occupation": "registered nurse"}
QUESTIONS: tuple[tuple[str, dict[str, Any]], ...] = (
    ("find_occupation", {"text": "nurse", "limit": 3}),
    ("find_occupation", {"text": "xqzwvj"}),
    ("explain_occupation", {"occupation": "rn", "state": "Ohio"}),
    ("explain_occupation", {"occupation": "27-2011.00", "metro": "Columbus, OH"}),
    ("explain_occupation", {"occupation": "55-1011.00"}),
    ("how_to_get_in", {"occupation": "electrician", "state": "TX"}),
    ("moves", {"occupation": "cashier", "kind": "advance", "limit": 2}),
    ("ladder", {"pathway": "2008-accounting", "state": "OH"}),
    ("ladder", {"around": "registered nurse"}),
    ("plan", {**NURSE, "state": "OH", "plans": 1}),
    ("plan", {**NURSE, "state": "OH", "max_months": 2}),
    ("compare_routes", {"education": "high-school", "to_occupation": "electrician"}),
    ("match", {"interests": "SAE", "education": "associate", "limit": 2}),
    ("match", {"occupations": ["cashier", "line cook"], "months": [24], "limit": 2}),
    ("code_titles", {"titles": ["Registered Nurses", "31-1131.00"], "limit": 2}),
)
MISTAKES: tuple[tuple[str, dict[str, Any], str], ...] = (
    ("find_occupation", {}, "text"),
    ("find_occupation", {"text": 5}, "text"),
    ("find_occupation", {"text": "x" * 300}, "text"),
    ("find_occupation", {"text": "nurse", "limit": 0}, "limit"),
    ("find_occupation", {"text": "nurse", "limit": 2.5}, "limit"),
    ("find_occupation", {"text": "nurse", "limit": True}, "limit"),
    ("find_occupation", {"text": "nurse", "limit": 10**400}, "limit"),
    ("find_occupation", {"words": "nurse"}, "words"),
    ("moves", {"occupation": "cashier", "kind": "up"}, "kind"),
    ("plan", {"to_occupation": "nurse practitioner"}, "from_occupation"),
    ("plan", {**NURSE, "budget_usd": float("nan")}, "budget_usd"),
    ("plan", {**NURSE, "budget_usd": 10**400}, "budget_usd"),
    ("plan", {**NURSE, "education": "kindergarten"}, "education"),
    ("plan", {**NURSE, "max_credential": "the highest"}, "max_credential"),
    ("match", {"education": "kindergarten"}, "education"),
    ("match", {"interests": "SAE", "max_education": "kindergarten"}, "max_education"),
    ("code_titles", {"titles": ["nurse"] * 101}, "titles"),
    ("code_titles", {"titles": "nurse"}, "titles"),
    ("match", {"occupations": ["cashier"], "months": [1, 2]}, "months"),
)


@pytest.fixture(scope="module")
def served() -> Served:
    """The shipped release."""
    return Served()


@pytest.mark.parametrize(
    ("name", "arguments"), QUESTIONS, ids=[f"{n}-{i}" for i, (n, _) in enumerate(QUESTIONS)]
)
def test_an_answer_keeps_to_its_schema(
    served: Served, name: str, arguments: dict[str, Any]
) -> None:
    tool = TOOLS[name]
    jsonschema_rs.validator_for(tool.input_schema()).validate(arguments)
    outcome = call(served, name, arguments)
    assert not outcome.is_mistake, outcome.values
    jsonschema_rs.validator_for(tool.output_schema()).validate(outcome.values)
    assert outcome.values["release"] == served.catalog.release.id
    assert all(one["credit"] for one in outcome.values["credits"])
    assert json.dumps(outcome.values) == json.dumps(call(served, name, arguments).values)


@pytest.mark.parametrize(("name", "arguments", "argument"), MISTAKES)
def test_a_mistake_names_its_argument(
    served: Served, name: str, arguments: dict[str, Any], argument: str
) -> None:
    outcome = call(served, name, arguments)
    assert outcome.is_mistake
    assert outcome.values["argument"] == argument
    assert outcome.values["error"]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ({"budget_usd": -1}, "budget_usd must be 0 to 10,000,000."),
        ({"plans": "three"}, "plans has to be a whole number."),
        ({"no_degree": "yes"}, "no_degree has to be true or false."),
    ],
)
def test_a_mistake_is_told_in_words(served: Served, arguments: dict[str, Any], told: str) -> None:
    assert call(served, "plan", {**NURSE, **arguments}).values["error"] == told


def test_every_tool_is_asked_here_and_explains_itself() -> None:
    assert {name for name, _ in QUESTIONS} == set(TOOLS)
    for tool in TOOLS.values():
        assert len(tool.description) > 60
        schema = tool.input_schema()
        assert all(one["description"] for one in schema["properties"].values())
        assert schema["additionalProperties"] is False


def test_a_title_of_many_meanings_comes_back_with_choices(served: Served) -> None:
    outcome = call(served, "explain_occupation", {"occupation": "driver"})
    assert outcome.is_mistake
    assert {"code": "53-3032.00"}.items() <= outcome.values["choices"][0].items()


def test_a_place_that_is_none_is_told(served: Served) -> None:
    outcome = call(served, "explain_occupation", {"occupation": "rn", "state": "Atlantis"})
    assert outcome.is_mistake
    assert "Atlantis" in outcome.values["error"]


def test_a_limit_that_binds_is_named_with_what_would_do(served: Served) -> None:
    question = {**NURSE, "state": "OH", "budget_usd": 6000}
    answer = call(served, "plan", question).values
    if answer["plans"]:
        assert all(plan["cost_usd"] <= 6000 for plan in answer["plans"])
        return
    fix = next(one for one in answer["remarks"] if one["kind"] == "relaxation")
    assert fix["field"] == "budget_usd"
    more = call(served, "plan", {**question, "budget_usd": fix["value"]}).values
    assert more["plans"]


def test_both_planning_tools_tell_the_same_routes(served: Served) -> None:
    question = {**NURSE, "state": "OH"}
    plans = call(served, "plan", {**question, "plans": 7}).values["plans"]
    routes = call(served, "compare_routes", question).values["routes"]
    assert [{k: v for k, v in plan.items() if k != "steps"} for plan in plans] == routes


@pytest.mark.slow
def test_an_unsure_title_is_no_answer(served: Served) -> None:
    answer = call(served, "code_titles", {"titles": ["registered nurse", "asdf qwer"]}).values
    assert [row["is_unsure"] for row in answer["titles"]] == [False, True]
    assert answer["notices"]


def test_null_is_the_same_as_not_given() -> None:
    tool = TOOLS["explain_occupation"]
    bare = read_arguments(tool.takes, {"occupation": "rn"})
    assert read_arguments(tool.takes, {"occupation": "rn", "state": None}) == bare


def test_an_argument_without_a_name_is_refused(served: Served) -> None:
    outcome = call(served, "find_occupation", {"": "nurse"})
    assert outcome.is_mistake
    assert "no argument ''" in outcome.values["error"]


def test_a_former_name_of_an_argument_is_still_read_and_not_told() -> None:
    tool = TOOLS["code_titles"]
    assert "top" not in schema_of(tool.takes)["properties"]
    assert read_arguments(tool.takes, {"titles": ["cook"], "top": 2}) == read_arguments(
        tool.takes, {"titles": ["cook"], "limit": 2}
    )

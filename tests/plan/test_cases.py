"""The cases of `tests/cases/plan/`: persons a counselor could write, with what must come out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from careerlattice.catalog.catalog import Catalog
from careerlattice.plan.answer import NoticeKind, Plan, PlanAnswer
from careerlattice.plan.planner import Planner
from careerlattice.plan.request import request_from_dict
from careerlattice.wording import names_text

FOLDER = Path(__file__).parents[1] / "cases" / "plan"
CASES: list[dict[str, Any]] = [
    case for path in sorted(FOLDER.glob("*.yaml")) for case in yaml.safe_load(path.read_text())
]
WAY_WORDS = {
    "over", "to", "major", "earns", "apprenticeship", "license", "beside_work", "months_at_most",
    "months_at_least", "usd_at_most", "usd_at_least", "opens_at_least", "pays_at_least", "gains",
    "named", "changes_at_most", "note", "usually_at_least", "usually_at_most", "step",
}  # fmt: skip
ANSWER_WORDS = {
    "ways", "no_ways", "every_way", "plans_at_least", "plans_at_most", "goals_at_least", "notices",
    "no_notices", "relaxes", "says",
}  # fmt: skip
CASE_WORDS = {"name", "about", "clusters", "tags", "fault", "request", "expect"}
CLUSTERS = 16


def fits(catalog: Catalog, plan: Plan, wanted: dict[str, Any]) -> bool:
    """Whether a plan is what the words say."""
    codes = [str(occupation.code) for occupation in plan.route]

    def code(name: str) -> str:
        return str(catalog.get_occupation(name).code)

    earned = [step.credential.slug for step in plan.steps if step.credential is not None]
    kinds = {step.kind for step in plan.steps}
    words = " ".join(
        [
            *(str(note) for step in plan.steps for note in step.notes),
            *(f"{n.asked} {n.has} {n.missing}" for step in plan.steps for n in step.needs),
            *(item.title for step in plan.steps for item in step.licenses),
        ]
    )
    tests = {
        "over": lambda x: code(x) in codes[:-1],
        "to": lambda x: codes[-1] == code(x),
        "major": lambda x: codes[-1].startswith(str(x)),
        "earns": lambda x: earned == x,
        "apprenticeship": lambda x: ("apprenticeship" in kinds) is x,
        "license": lambda x: ("license" in kinds) is x,
        "beside_work": lambda x: (
            any(step.is_beside_work for step in plan.steps if step.kind == "study") is x
        ),
        "months_at_most": lambda x: plan.months <= x,
        "months_at_least": lambda x: plan.months >= x,
        "usd_at_most": lambda x: plan.cost_usd <= x,
        "usd_at_least": lambda x: plan.cost_usd >= x,
        "opens_at_least": lambda x: plan.share_open >= x,
        "pays_at_least": lambda x: (plan.pay_at_goal.p50 or 0) >= x,
        "gains": lambda x: (plan.money.gain_npv > 0) is x,
        "named": lambda x: x in {name.slug for name in plan.names},
        "changes_at_most": lambda x: plan.job_changes <= x,
        "note": lambda x: x.lower() in words.lower(),
        "usually_at_least": lambda x: plan.months_usual >= x,
        "usually_at_most": lambda x: plan.months_usual <= x,
        "step": lambda x: any(x.lower() in str(step.title).lower() for step in plan.steps),
    }
    return all(tests[word](value) for word, value in wanted.items())


def told(answer: PlanAnswer) -> str:
    """The answer in lines, for a failure that can be read."""
    lines = [
        f"  {plan.id} {names_text(plan.names)}: {plan.months:g} months, ${plan.cost_usd:,.0f}, "
        f"opens {plan.share_open:.2f}, gain ${plan.money.gain_npv:,.0f}: "
        + "; ".join(
            f"{step.kind} {step.credential.slug if step.credential else step.title}"
            for step in plan.steps
            if step.kind in ("study", "apprenticeship", "arrive", "license")
        )
        for plan in answer.plans
    ]
    lines += [f"  {notice.kind.name.lower()}: {notice.text}" for notice in answer.notices]
    return f"\n{answer.start_title} to {answer.goal_title}\n" + "\n".join(lines)


def failures(catalog: Catalog, answer: PlanAnswer, expect: dict[str, Any]) -> list[str]:
    """What of a case's expectations the answer does not meet."""
    found = []
    plans = answer.plans
    for wanted in expect.get("ways", ()):
        if not any(fits(catalog, plan, wanted) for plan in plans):
            found.append(f"no plan is {wanted}")
    for unwanted in expect.get("no_ways", ()):
        found += [f"{p.id} is {unwanted}" for p in plans if fits(catalog, p, unwanted)]
    if "every_way" in expect:
        every = expect["every_way"]
        found += [f"{p.id} is not {every}" for p in plans if not fits(catalog, p, every)]
        if not plans:
            found.append("there are no plans")
    if len(plans) < expect.get("plans_at_least", 0):
        found.append(f"only {len(plans)} plans")
    if len(plans) > expect.get("plans_at_most", 7):
        found.append(f"{len(plans)} plans")
    ends = {str(plan.route[-1].code) for plan in plans}
    if len(ends) < expect.get("goals_at_least", 0):
        found.append(f"only {len(ends)} different goals")
    kinds = {notice.kind.name.lower() for notice in answer.notices}
    found += [f"no notice is {kind}" for kind in expect.get("notices", ()) if kind not in kinds]
    found += [f"a notice is {kind}" for kind in expect.get("no_notices", ()) if kind in kinds]
    texts = " ".join(notice.text for notice in answer.notices)
    found += [f"no notice says {text!r}" for text in expect.get("says", ()) if text not in texts]
    opened = {
        notice.field.removeprefix("limits."): notice.value
        for notice in answer.notices
        if notice.kind is NoticeKind.RELAXATION and notice.field
    }
    for name, bounds in expect.get("relaxes", {}).items():
        if (name in opened) is (bounds is False):
            found.append(f"{name} is {'' if name in opened else 'not '}said to open a way")
        elif isinstance(bounds, list) and not bounds[0] <= (opened[name] or 0) <= bounds[1]:
            found.append(f"{name} would have to be {opened[name]}, not within {bounds}")
    return found


def as_parameter(case: dict[str, Any]) -> Any:
    """The case for pytest; one with a known `fault` of the planner fails until it is mended."""
    marks = [pytest.mark.xfail(strict=True, reason=case["fault"])] if "fault" in case else []
    return pytest.param(case, marks=marks, id=case["name"])


@pytest.mark.parametrize("case", [as_parameter(case) for case in CASES])
def test_case(planner: Planner, catalog: Catalog, case: dict[str, Any]) -> None:
    answer = planner.plan(request_from_dict(case["request"]))
    missing = failures(catalog, answer, case["expect"])
    assert not missing, f"{case['about']}\n- " + "\n- ".join(missing) + told(answer)


def test_the_cases_are_well_formed_and_cover_every_cluster(catalog: Catalog) -> None:
    names = [case["name"] for case in CASES]
    assert len(set(names)) == len(names) >= 40
    known = {cluster.name for cluster in catalog.list_clusters("2008")}
    assert len(known) == CLUSTERS
    covered = set()
    for case in CASES:
        assert set(case) <= CASE_WORDS, case["name"]
        assert case["about"].strip().endswith("."), case["name"]
        assert set(case["clusters"]) <= known, case["name"]
        covered |= set(case["clusters"])
        expect = case["expect"]
        assert expect, case["name"]
        assert set(expect) <= ANSWER_WORDS, (case["name"], set(expect) - ANSWER_WORDS)
        for wanted in [
            *expect.get("ways", ()),
            *expect.get("no_ways", ()),
            expect.get("every_way", {}),
        ]:
            assert set(wanted) <= WAY_WORDS, (case["name"], set(wanted) - WAY_WORDS)
        can_fail = set(expect) - {"no_ways", "no_notices"}
        assert can_fail, f"{case['name']} only says what must not be: an empty answer passes"
    assert covered == known, known - covered


def test_a_case_can_fail_in_every_word(planner: Planner, catalog: Catalog) -> None:
    """Each word, expected wrongly, is reported."""
    asked = {
        "start": {"job": {"occupation": "nursing assistant", "months": 24}},
        "goal": {"occupation": "registered nurse"},
        "limits": {"max_job_changes": 1},
        "state": "OH",
    }
    answer = planner.plan(request_from_dict(asked))
    every = {"license": True, "apprenticeship": False, "over": "nursing assistant"}
    right = {"ways": [{"earns": ["associate"]}], "every_way": every, "notices": ["assumed"]}
    assert failures(catalog, answer, right) == []
    nobody = {
        "over": "electricians", "to": "electricians", "major": "47", "earns": ["doctoral"],
        "apprenticeship": True, "license": False, "months_at_most": 1, "months_at_least": 900,
        "usd_at_most": -1, "usd_at_least": 10**9, "opens_at_least": 1.01, "pays_at_least": 10**9,
        "named": "most scenic", "changes_at_most": 0, "note": "xyzzy",
        "usually_at_least": 900, "usually_at_most": 1, "step": "xyzzy",
    }  # fmt: skip
    for word, value in nobody.items():
        assert failures(catalog, answer, {"ways": [{word: value}]}), word
        assert not failures(catalog, answer, {"no_ways": [{word: value}]}), word
    for wrong in (
        {"plans_at_least": 8}, {"plans_at_most": 0}, {"goals_at_least": 5}, {"says": ["xyzzy"]},
        {"notices": ["relaxation"]}, {"relaxes": {"max_months": [1, 2]}},
        {"relaxes": {"study": True}},
        {"every_way": {"beside_work": True, "months_at_most": 1}},
        {"no_ways": [{"license": True}]}, {"no_notices": ["assumed"]},
    ):  # fmt: skip
        assert failures(catalog, answer, wrong), wrong

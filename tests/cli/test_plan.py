"""`careerlattice plan` and `explain`: what they print, in words and as JSON, and how they fail."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from careerlattice.cli import plan
from careerlattice.cli.commands import App
from careerlattice.cli.screen import console
from careerlattice.plan.request import request_from_dict
from careerlattice.profile.files import save_profile
from careerlattice.profile.model import Education, Place, Profile
from careerlattice.release.opening import Release
from careerlattice.vocab.levels import EducationLevel
from careerlattice.wording.work_names import one_worker

AIDE = ("--from", "nursing assistant", "--months-in-job", "24", "--education", "high-school")
TO_NURSE = (*AIDE, "--to", "registered nurse", "--state", "OH")
Run = Callable[..., Result]


@pytest.fixture
def run(shipped_release: Release, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.delenv("CAREERLATTICE_RELEASE", raising=False)
    app = App()
    plan.register(app)

    def call(*arguments: str, width: int = 100, code: int = 0) -> Result:
        monkeypatch.setattr(console, "width", width)
        result = CliRunner().invoke(app, [*arguments], env={"TERM": "dumb"})
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        assert result.exit_code == code, result.output
        return result

    return call


def test_pay_given_up_is_told_where_anyone_would_choose_by_it(run: Run) -> None:
    told = "Pay you give up"
    assert told in run("plan", *TO_NURSE).output
    truck = ("--from", "cashier", "--months-in-job", "24", "--to", "truck driver", "--state", "OH")
    small = json.loads(run("plan", *truck, "--json").output)["plans"][0]["forgone_usd"]
    assert 1 <= small < 1000
    assert told not in run("plan", *truck).output


def test_the_options_come_first_then_one_as_a_timeline(run: Run) -> None:
    text = run("plan", *TO_NURSE).output
    order = [
        text.index(part) for part in ("Your options", "step by step", "Money", "Why this route")
    ]
    assert order == sorted(order)
    assert "From nursing assistant to registered nurse" in text
    for part in (
        "fastest",
        "step by step",
        "Starts at",
        "at best",
        "$12,600",
        "Ohio Board of Nursing",
    ):
        assert part in text, part
    for part in ("month   0", "associate degree", "openings a year", "O*NET"):
        assert part in text, part
    assert "Traceback" not in text


def test_on_a_narrow_terminal_nothing_is_wider_than_it(run: Run) -> None:
    for line in run("plan", *TO_NURSE, width=72).output.splitlines():
        assert len(line) <= 72, line


def test_show_picks_the_plan_told_in_full(run: Run) -> None:
    plans = json.loads(run("plan", *TO_NURSE, "--json").output)["plans"]
    chosen = next(plan for plan in plans if "step by step" in plan["names"])
    between = [job["title"] for job in chosen["route"][1:-1]]
    assert between
    text = run("plan", *TO_NURSE, "--show", "step by step").output
    told = text[text.index(f"Plan {chosen['id'].removeprefix('plan-')}, step by step") :]
    for title in between:
        assert f"Start work as {one_worker(title)}" in told[: told.index("Money")]
    first = run("plan", *TO_NURSE).output
    for title in between:
        assert f"Start work as {one_worker(title)}" not in first


def test_json_is_the_whole_answer_and_its_request_can_be_asked_again(run: Run) -> None:
    told: dict[str, Any] = json.loads(run("plan", *TO_NURSE, "--json").output)
    assert told["goal"] == "registered nurse"
    assert 3 <= len(told["plans"]) <= 7
    assert told["search"]["is_complete"] is True
    request = request_from_dict(told["request"])
    assert request.start.job is not None
    assert (request.start.job.months, request.state) == (24, "OH")
    assert json.loads(run("plan", *TO_NURSE, "--json").output) == told


def test_every_option_reaches_the_request(run: Run) -> None:
    told = json.loads(
        run(
            "plan", "--from", "cashier", "--from", "waiter", "--months-in-job", "12",
            "--months-in-job", "6", "--education", "associate", "--field", "12.05",
            "--goal-pay", "45000", "--goal-growth", "1", "--no-degree", "--metro", "Columbus, OH",
            "--max-months", "60", "--budget", "9000", "--min-pay", "20000", "--max-credential",
            "associate", "--study", "part", "--within", "Business Management & Administration",
            "--avoid", "telemarketers",
            "--max-job-changes", "3", "--sector", "private nonprofit", "--interests", "1,2,3,4,5,6",
            "--json",
        ).output
    )  # fmt: skip
    asked = told["request"]
    assert asked["start"] == {
        "job": {"occupation": "cashier", "months": 12.0},
        "past": [{"occupation": "waiter", "months": 6.0}],
        "education": "associate",
        "field": "12.05",
    }
    assert asked["goal"] == {"min_pay_usd": 45000.0, "min_growth_pct": 1.0, "no_degree": True}
    assert asked["limits"] == {
        "max_months": 60.0, "budget_usd": 9000.0, "min_pay_usd": 20000.0,
        "max_credential": "associate", "study": "part",
        "within": ["Business Management & Administration"],
        "avoid": ["telemarketers"], "max_job_changes": 3,
    }  # fmt: skip
    assert asked["metro"] == "Columbus, OH"
    assert asked["sector"] == "private nonprofit"
    assert asked["interests"] == [1, 2, 3, 4, 5, 6]


def test_a_way_that_does_not_exist_is_said_with_what_would_open_one(run: Run) -> None:
    text = run("plan", *AIDE, "--to", "surgeons", "--max-months", "24", code=1).output
    assert "We found no route to surgeon" in text
    told = " ".join(text.split())
    assert "There is a route with" in told
    assert "instead of 2 years." in told


def test_the_trace_says_of_every_route_why_it_is_shown_or_not(run: Run) -> None:
    text = " ".join(run("explain", "fastest", *TO_NURSE, "--trace").output.split())
    assert "What became of every route" in text
    assert "shown as plan-1" in text
    assert "What became" not in run("explain", "fastest", *TO_NURSE).output
    question = ("--from", "cashier", "--education", "high-school", "--to", "accountants")
    for command in (("plan",), ("explain", "fastest")):
        told = json.loads(run(*command, *question, "--trace", "--json").output)
        rules = [line["rule"] for line in told["trace"]]
        assert rules.count("shown") >= 3
        assert "noise" in rules
        assert "trace" not in json.loads(run(*command, *question, "--json").output)


def test_already_there_is_no_failure(run: Run) -> None:
    text = " ".join(run("plan", *AIDE, "--to", "nursing assistants").output.split())
    assert "Your job as a nursing assistant already meets your goal." in text


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("--from", "nursing assistant"), 2, "Say where to"),
        (("--from", "nursing assistant"), 2, "--to: Say where to: an occupation, a pathway"),
        (("--to", "registered nurse"), 2, "Say where from"),
        (("--to", "registered nurse"), 2, "--from: Say where from: a job, or an education"),
        ((*AIDE, "--to", "xyzzy"), 1, "No occupation is called 'xyzzy'"),
        ((*AIDE, "--to", "surgery wibble"), 1, "Did you mean"),
        ((*TO_NURSE, "--study", "evenings"), 2, "any, none, part or full"),
        ((*TO_NURSE, "--interests", "1,2"), 2, "six"),
        ((*TO_NURSE, "--interests", "a,b,c,d,e,f"), 2, "six numbers"),
        ((*AIDE, "--to", "registered nurse", "--state", "ZZ"), 1, "No area is called"),
        ((*TO_NURSE, "--show", "plan-99"), 1, "plan-1"),
        ((*TO_NURSE, "--months-in-job", "3"), 2, "more --months-in-job than --from"),
    ],
)
def test_what_is_wrong_is_told_in_one_paragraph(
    run: Run, arguments: tuple[str, ...], code: int, says: str
) -> None:
    text = run("plan", *arguments, code=code).output
    assert says in " ".join(text.split())
    assert "Traceback" not in text


def test_explain_tells_every_need_source_and_year(run: Run) -> None:
    text = " ".join(run("explain", "fastest", *TO_NURSE).output.split())
    for part in (
        "Source:", "Year", "Staying put", "How this was found", "Assumptions",
        "No other route beats these",
        "The search is complete", "Field of study: a field that leads to the job.",
    ):  # fmt: skip
        assert part in text, part


def test_explain_as_json_is_one_plan(run: Run) -> None:
    told = json.loads(run("explain", "step by step", *TO_NURSE, "--json").output)
    assert "step by step" in told["names"]
    codes = [one["onet_soc_code"] for one in told["route"]]
    assert (codes[0], codes[-1]) == ("31-1131.00", "29-1141.00")
    assert len(codes) > 2, "over a job in between"
    assert len(told["money"]["years"]) == 10
    assert run("explain", "plan-99", *TO_NURSE, code=1).output


@pytest.mark.parametrize(
    ("start", "says"),
    [
        ("10th grade", "2 more years of school after this one"),
        ("unemployed", "We assume high school or GED. Tell us yours with --education."),
    ],
)
def test_who_has_no_job_is_planned_for_with_a_note(run: Run, start: str, says: str) -> None:
    result = run("plan", "--from", start, "--to", "registered nurse", "--state", "OH")
    assert says in result.stderr
    assert "From no job yet, high school or GED to registered nurse" in result.output


def test_schooling_taken_beside_a_profile_that_names_none_is_told(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "me.json"
    asked = ("plan", "--profile", str(file), "--from", "no job", "--to", "tellers")
    save_profile(Profile(place=Place(state="OH")), file)
    assert "We assume high school or GED" in run(*asked).stderr
    assert "We assume" not in run(*asked, "--education", "associate").stderr
    save_profile(Profile(education=Education(EducationLevel.ASSOCIATE)), file)
    assert "We assume" not in run(*asked).stderr


def test_without_a_goal_the_moves_of_the_job_are_named(run: Run) -> None:
    result = run("plan", "--from", "cashier", code=2)
    assert "careerlattice moves 'cashier'" in " ".join(result.output.split())


def test_a_major_without_a_job_is_a_field_of_study(run: Run) -> None:
    asked = ("--education", "bachelor", "--to", "registered nurse", "--state", "OH", "--json")
    result = run("plan", "--from", "biology major, no job", *asked)
    start = json.loads(result.output)["request"]["start"]
    assert (start.get("job"), start["field"]) == (None, "biology")

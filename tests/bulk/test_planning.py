"""Plans of many: each row is planned as one is, each question once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any, get_args, get_type_hints

import polars as pl
import pytest

from careerlattice import Goal, Limits, PastJob, PlanRequest, Start, open_planner
from careerlattice.bulk.checks import check_columns
from careerlattice.bulk.columns import PLAN_COLUMNS, Column, template
from careerlattice.bulk.planning import plan_frame, read_questions
from careerlattice.bulk.rows import answered, refused
from careerlattice.plan.planner import Planner
from careerlattice.profile.model import HeldLicense
from careerlattice.vocab.levels import EducationLevel
from careerlattice.vocab.round_trip import load_json

FULL = {
    "person": "a",
    "occupation": "nursing assistant",
    "months_in_job": "24",
    "past_jobs": "retail salesperson: 18; cashier",
    "education": "ged",
    "field": "51.38",
    "pay_usd": "$18 an hour",
    "licenses": "registered nurse: TX; CDL",
    "trained_abroad": "physician",
    "goal_pathway": "Therapeutic Services",
    "goal_level": "Advanced",
    "goal_min_pay_usd": "60k",
    "goal_min_growth_pct": "1",
    "goal_no_degree": "no",
    "max_months": "60",
    "budget_usd": "8k",
    "min_pay_usd": "20,000",
    "max_credential": "bachelor",
    "study": "part",
    "within": "Health Science",
    "avoid": "cashier; 35-3023.00",
    "max_job_changes": "3",
    "state": "OH",
    "sector": "private nonprofit",
    "horizon_years": "12",
    "interests": "8,22,6,38,8,20",
}


@pytest.fixture(scope="module")
def planner() -> Planner:
    return open_planner()


def question_of(cells: dict[str, Any]) -> PlanRequest:
    (one,), problems = read_questions(check_columns(pl.DataFrame([cells]), PLAN_COLUMNS))
    assert not problems
    return load_json(PlanRequest, one[1])


def test_every_column_fills_its_part_of_the_request() -> None:
    assert question_of(FULL) == PlanRequest(
        Start(
            PastJob("nursing assistant", 24),
            (PastJob("retail salesperson", 18), PastJob("cashier")),
            EducationLevel.HIGH_SCHOOL,
            "51.38",
            37_440,
            (HeldLicense("registered nurse", "TX"), HeldLicense("CDL")),
            "physician",
        ),
        Goal(None, "Therapeutic Services", "advanced", 60_000, 1, False),
        Limits(
            60, 8_000, 20_000, EducationLevel.BACHELOR, "part",
            ("Health Science",), ("cashier", "35-3023.00"), 3,
        ),
        "OH",
        None,
        "private nonprofit",
        12,
        interests=(8, 22, 6, 38, 8, 20),
    )  # fmt: skip


# Interests have columns of their own; the rate is the same for a whole table; months say enough.
NOT_ASKED = {"interests", "discount_rate", "start.job.began", "start.job.ended"}


def leaves(kind: Any, path: str = "") -> Iterator[str]:
    """The parts of a value that hold no parts of ours themselves."""
    hints = get_type_hints(kind)
    for one in fields(kind):
        inner = next(
            (k for k in (hints[one.name], *get_args(hints[one.name])) if is_dataclass(k)), None
        )
        where = f"{path}.{one.name}".lstrip(".")
        if inner is None:
            yield where
        else:
            yield from leaves(inner, where)


def test_columns_are_known_as_people_write_them() -> None:
    written = {
        "Student": "Ana", "Current job": "nursing assistant", "Months in job": "24",
        "Career-Goal": "registered nurse", "STATE": "OH", "Budget": "6k",
    }  # fmt: skip
    declared = {
        "person": "Ana", "occupation": "nursing assistant", "months_in_job": "24",
        "goal": "registered nurse", "state": "OH", "budget_usd": "6k",
    }  # fmt: skip
    assert question_of(written) == question_of(declared)
    assert question_of(written).goal.occupation == "registered nurse"


def test_every_part_of_a_request_has_a_column() -> None:
    filled = tuple(column.path for column in PLAN_COLUMNS if column.path)
    missing = {
        leaf
        for leaf in leaves(PlanRequest)
        if not f"{leaf}.".startswith(tuple(f"{p}." for p in filled))
    }
    assert missing == NOT_ASKED, "give it a column in bulk/columns.py, or say here why it has none"


@pytest.mark.parametrize("column", [one for one in PLAN_COLUMNS if one.path], ids=lambda c: c.name)
def test_every_path_is_a_part_of_a_request(column: Column) -> None:
    kind: Any = PlanRequest
    for name in column.path.split("."):
        assert name in {one.name for one in fields(kind)}
        hint = get_type_hints(kind)[name]
        kind = next((one for one in (hint, *get_args(hint)) if is_dataclass(one)), hint)


def test_a_row_is_planned_as_one_is(planner: Planner) -> None:
    cells = {"occupation": "nursing assistant", "months_in_job": "24", "goal": "registered nurse"}
    rows = answered(plan_frame(planner, pl.DataFrame([cells]))).to_dicts()
    answer = planner.plan(question_of(cells))
    first = answer.recommended()
    assert len(rows) == len(answer.plans)
    assert rows[0]["names"] == ";".join(name.slug for name in first.names)
    assert rows[0]["steps"] == "; ".join(step.title for step in first.steps)
    assert (rows[0]["months"], rows[0]["cost_usd"]) == (first.months, round(first.cost_usd))
    assert rows[0]["gain_npv_usd"] == round(first.money.gain_npv)


def test_no_way_is_an_answer_that_says_why(planner: Planner) -> None:
    cells = {"education": "ged", "goal": "dentist", "max_months": "3"}
    (row,) = answered(plan_frame(planner, pl.DataFrame([cells]))).to_dicts()
    assert row["plan"] == 0
    assert "no_way_in_limits" in row["notices"]
    assert row["steps"]


@pytest.mark.parametrize(
    ("said", "education", "level"),
    [
        ("10th grade", None, EducationLevel.HIGH_SCHOOL),
        ("high school senior", None, EducationLevel.HIGH_SCHOOL),
        ("associate degree", None, EducationLevel.ASSOCIATE),
        ("GED", "some college", EducationLevel.SOME_COLLEGE),
    ],
)
def test_schooling_in_place_of_a_job_is_schooling(
    said: str, education: str | None, level: EducationLevel
) -> None:
    cells = {"occupation": said, "education": education, "goal": "cook"}
    assert question_of(cells).start == Start(education=level)


def test_words_that_name_no_job_are_told_in_full(planner: Planner) -> None:
    people = pl.DataFrame({"occupation": ["manager", "asdfgh"], "goal": ["cook"] * 2})
    told = plan_frame(planner, people)["error"].to_list()
    assert "is a rank" in told[0]
    assert "Check the spelling" in told[1]


def test_who_has_no_job_may_say_so() -> None:
    cells = {"occupation": "unemployed", "months_in_job": "3", "education": "ged", "goal": "cook"}
    assert question_of(cells).start == Start(education=EducationLevel.HIGH_SCHOOL)


@pytest.mark.parametrize(
    ("cells", "column", "says"),
    [
        ({"goal": "xyzzy"}, "goal", "No occupation is called 'xyzzy'"),
        ({"occupation": "xyzzy"}, "occupation", "xyzzy"),
        ({"goal": None}, "goal", "Say where to"),
        ({"occupation": None, "months_in_job": None}, "occupation", "Say where from"),
        ({"occupation": None}, "occupation", "is missing"),
        ({"months_in_job": "-3"}, "months_in_job", "from 0 to 720"),
        ({"past_jobs": "cashier: -3"}, "past_jobs", "from 0 to 720"),
        ({"state": "Atlantis"}, "state", "Atlantis"),
        ({"study": "never"}, "study", "any, none, part, full"),
        ({"goal_no_degree": "perhaps"}, "goal_no_degree", "yes or no"),
        ({"max_job_changes": "2.5"}, "max_job_changes", "a whole number from 1 to 6"),
        ({"budget_usd": "lots"}, "budget_usd", "not an amount"),
        ({"realistic": "3"}, "investigative", "all six scores"),
        ({"within": "Alchemy"}, "within", "Alchemy"),
    ],
)
def test_each_kind_of_bad_cell_is_told(
    planner: Planner, cells: dict[str, Any], column: str, says: str
) -> None:
    row = {"occupation": "nursing assistant", "months_in_job": "24", "goal": "registered nurse"}
    found = refused(plan_frame(planner, pl.DataFrame([row | cells]))).to_dicts()
    assert found[0]["column"] == column
    assert says in found[0]["problem"]


def test_the_template_names_every_column() -> None:
    head, example = template(PLAN_COLUMNS).splitlines()
    assert head.split(",") == [column.name for column in PLAN_COLUMNS]
    assert "registered nurse" in example


def test_a_major_in_place_of_a_job_is_a_field_of_study() -> None:
    cells = {"occupation": "biology major, no job", "education": "bachelor", "goal": "dentist"}
    start = question_of(cells).start
    assert (start.job, start.field) == (None, "biology")

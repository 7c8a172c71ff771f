"""Plans for many people: each distinct question is answered once and joined back to its rows.

`plan_frame` is pure, as `match_frame` is. A question is a plan request; two rows that ask the same
have the same line of JSON, which is the key of the answer.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from careerlattice.bulk.checks import Checked, Problem, check_columns
from careerlattice.bulk.columns import PLAN_COLUMNS, SEPARATOR, Column
from careerlattice.bulk.people import LACKS_A_SCORE, CellError, past_job
from careerlattice.bulk.rows import with_problems
from careerlattice.errors import CareerlatticeError
from careerlattice.plan.request import PlanRequest, request_from_dict
from careerlattice.profile.no_job import in_place_of_job
from careerlattice.vocab.interests import INTEREST_AREAS, parse_scores
from careerlattice.vocab.levels import EducationLevel
from careerlattice.vocab.round_trip import dump_json, load_json
from careerlattice.wording.understood import error_text

if TYPE_CHECKING:
    import polars as pl

    from careerlattice.plan.answer import Plan, PlanAnswer
    from careerlattice.plan.planner import Planner

MOST_PLANS = 7
_FILLS: tuple[Column, ...] = tuple(column for column in PLAN_COLUMNS if column.path)


@dataclass(frozen=True, slots=True)
class PlanOptions:
    """What is asked of every row: how many plans, the recommended one first."""

    limit: int = MOST_PLANS


def plan_schema() -> dict[str, Any]:
    """The columns of the answers, with their kinds."""
    import polars as pl

    return {
        "row": pl.Int64,
        "person": pl.String,
        "plan": pl.Int16,
        "names": pl.String,
        "goal_code": pl.String,
        "goal_title": pl.String,
        "route": pl.String,
        "steps": pl.String,
        "months": pl.Float64,
        "months_usual": pl.Float64,
        "cost_usd": pl.Int64,
        "cost_low_usd": pl.Int64,
        "cost_high_usd": pl.Int64,
        "forgone_usd": pl.Int64,
        "difficulty": pl.Float64,
        "job_changes": pl.Int64,
        "share_open": pl.Float64,
        "pay_at_goal_p25_usd": pl.Float64,
        "pay_at_goal_p50_usd": pl.Float64,
        "pay_at_goal_p75_usd": pl.Float64,
        "gain_npv_usd": pl.Int64,
        "payback_month": pl.Int64,
        "area": pl.String,
        "start_understood": pl.String,
        "notices": pl.String,
    }


Rows = list[dict[str, Any]]
"""The answer to a question as rows: `plan_schema` without `row` and `person`."""


def plan_frame(
    planner: Planner | None,
    frame: pl.DataFrame,
    options: PlanOptions | None = None,
    first_row: int = 1,
    solve: Callable[[str], Rows | str] | None = None,
) -> pl.DataFrame:
    """The plans of each row of a table of questions, one row for each plan.

    Columns: `bulk.columns.PLAN_COLUMNS` in, `plan_schema` and `rows.ERROR_COLUMNS` out. A question
    without a way has one row, `plan` 0, whose `notices` say why. `solve` answers a question from
    elsewhere; `solved` does by itself. Raises `BadRequest` for a table with no column to read.
    """
    asked = options or PlanOptions()
    table = check_columns(frame, PLAN_COLUMNS)
    questions, problems = read_questions(table)
    if solve is None:
        assert planner is not None
        solve = partial(solved, planner)
    answers: dict[str, Rows | str] = {}
    columns: dict[str, list[Any]] = {name: [] for name in plan_schema() if name != "person"}
    for row, question in questions:
        if question not in answers:
            answers[question] = solve(question)
        rows = answers[question]
        if isinstance(rows, str):
            problems.append(_as_problem(table, row, rows))
            continue
        for cells in rows[: max(1, asked.limit)]:
            columns["row"].append(row)
            for name, value in cells.items():
                columns[name].append(value)
    problems.sort(key=lambda problem: problem.row)
    return with_problems(columns, plan_schema(), table, problems, first_row)


class Answered(NamedTuple):
    """A row with its plan answer whole; without one, what is wrong with the row."""

    row: int
    person: str
    answer: PlanAnswer | None
    problem: str


def answer_list(
    table: tuple[pl.DataFrame, list[int], list[Problem]], ask: Callable[[PlanRequest], PlanAnswer]
) -> list[Answered]:
    """The whole answer to each row of a list of questions that was read, in order of the rows.

    `table` is the frame, the number of each of its rows, and the problems of rows that could not
    be read. Equal questions are asked once. Raises `BadRequest` for a table with no column to read.
    """
    frame, numbers, unread = table
    checked = check_columns(frame, PLAN_COLUMNS)
    questions, problems = read_questions(checked)
    told: dict[int, str] = {}
    for problem in problems:
        told.setdefault(problem.row, _in_words(problem))
    asked = dict(questions)
    known: dict[str, PlanAnswer | str] = {}
    found = [Answered(one.row, "", None, _in_words(one)) for one in unread]
    for row, person in enumerate(checked.values("person")):
        question = asked.get(row)
        answer: PlanAnswer | str = told.get(row, "")
        if question is not None:
            if question not in known:
                try:
                    known[question] = ask(load_json(PlanRequest, question))
                except CareerlatticeError as error:
                    known[question] = error_text(error)
            answer = known[question]
        whole, wrong = (None, answer) if isinstance(answer, str) else (answer, "")
        found.append(Answered(numbers[row], person or "", whole, wrong))
    return sorted(found, key=lambda one: one.row)


def _in_words(problem: Problem) -> str:
    """A problem as a person reads it in a list."""
    where = f"{problem.column}: " if problem.column else ""
    value = f"{problem.value!r} " if problem.value else ""
    return f"{where}{value}{problem.why}"


def read_questions(table: Checked) -> tuple[list[tuple[int, str]], list[Problem]]:
    """The question of each row, as its line of JSON, and the problems of rows that have none."""
    problems = list(table.problems)
    spoiled = table.spoiled()
    fills = [column for column in _FILLS if table.has(column.name)]
    more = [name for name in ("interests", *INTEREST_AREAS) if table.has(name)]
    names = (*(column.name for column in fills), *more)
    questions = []
    known: dict[str, str | CellError] = {}
    for row, values in enumerate(zip(*map(table.values, names), strict=True)):
        if spoiled[row]:
            continue
        key = repr(values)
        if key not in known:
            try:
                filled = dict(zip(fills, values, strict=False))
                scores = dict(zip(more, values[len(fills) :], strict=True))
                known[key] = dump_json(_request(filled, scores))
            except CellError as error:
                known[key] = error
        question = known[key]
        if isinstance(question, CellError):
            problems.append(Problem(row, question.column, question.value, question.why))
        else:
            questions.append((row, question))
    return questions, problems


def _request(cells: Mapping[Column, Any], scores: Mapping[str, Any]) -> PlanRequest:
    values: dict[str, Any] = {"start": {}, "goal": {}, "limits": {}}
    for column, value in cells.items():
        if value is None or value == []:
            continue
        *folders, last = column.path.split(".")
        inside = values
        for folder in folders:
            inside = inside.setdefault(folder, {})
        inside[last] = _as_request_has_it(column, value)
    job = values["start"].get("job")
    said = None if job is None else in_place_of_job(job.get("occupation", ""))
    if said is not None:
        del values["start"]["job"]
        if said.field is not None:
            values["start"].setdefault("field", said.field)
        if said.schooling is not None:
            values["start"].setdefault("education", said.schooling.slug)
    elif job is not None and "occupation" not in job:
        raise CellError("occupation", "", "is missing, while its months are given")
    six = _six_scores(scores)
    if six is not None:
        values["interests"] = six
    try:
        return request_from_dict(values)
    except CareerlatticeError as error:
        raise CellError(column_of(error.field), "", error_text(error)) from None


def _as_request_has_it(column: Column, value: Any) -> Any:
    match column.kind:
        case "level":
            return EducationLevel(value).slug
        case "whole":
            return int(value)
    if column.name == "past_jobs":
        jobs = (past_job(part) for part in value)
        return [{"occupation": title, "months": months} for title, months in jobs]
    if column.name == "licenses":
        parts = (part.rpartition(":") if ":" in part else (part, "", "") for part in value)
        return [{"title": name.strip(), "state": state.strip()} for name, _, state in parts]
    return value


def _six_scores(cells: Mapping[str, Any]) -> list[float] | None:
    text = cells.get("interests")
    if text is not None:
        try:
            return list(parse_scores(text))
        except CareerlatticeError as error:
            raise CellError("interests", text[:80], str(error)) from None
    given = [cells.get(area) for area in INTEREST_AREAS]
    if all(score is None for score in given):
        return None
    if any(score is None for score in given):
        missing = INTEREST_AREAS[given.index(None)]
        raise CellError(missing, "", LACKS_A_SCORE)
    return [float(score) for score in given if score is not None]


def column_of(part: str) -> str:
    """The column that fills a part of a plan request; the part's own name where none does.

    >>> column_of("start.job.occupation"), column_of("limits.max_months"), column_of("goal")
    ('occupation', 'max_months', 'goal')
    """
    for column in PLAN_COLUMNS:
        if part and (column.path == part or column.path.startswith(f"{part}.")):
            return column.name
    return part


def solved(planner: Planner, question: str) -> Rows | str:
    """The answer to a question as rows; as text what is wrong with it, after the column's name."""
    request = load_json(PlanRequest, question)
    try:
        return answer_rows(planner.plan(request))
    except CareerlatticeError as error:
        column = column_of(error.field) or _column_holding(question, getattr(error, "asked", None))
        return f"{column}\t{error_text(error)}"


def _column_holding(question: str, asked: str | None) -> str:
    """The column whose cell is the text that nothing is called by; empty where none is."""
    for column in _FILLS:
        found = json.loads(question)
        for name in column.path.split("."):
            found = found.get(name) if isinstance(found, dict) else None
        if asked is not None and asked in (found if isinstance(found, list) else [found]):
            return column.name
    return ""


def _as_problem(table: Checked, row: int, told: str) -> Problem:
    column, _, why = told.partition("\t")
    value = table.values(column)[row]
    if isinstance(value, list):
        value = SEPARATOR.join(value)
    return Problem(row, column, "" if value is None else str(value)[:80], why)


def answer_rows(answer: PlanAnswer) -> Rows:
    """The plans of an answer as rows, the recommended one first; one row without a plan if none."""
    notices = ";".join(dict.fromkeys(notice.kind.name.lower() for notice in answer.notices))
    shared = {"area": answer.area, "start_understood": answer.start_title, "notices": notices}
    blank = dict.fromkeys(name for name in plan_schema() if name not in ("row", "person"))
    if not answer.plans:
        told = " ".join(notice.text for notice in answer.notices)
        return [{**blank, "plan": 0, "steps": told, **shared}]
    first = answer.recommended()
    plans = [first, *(plan for plan in answer.plans if plan is not first)]
    return [
        {**blank, "plan": number, **_plan_cells(plan), **shared}
        for number, plan in enumerate(plans, start=1)
    ]


def _plan_cells(plan: Plan) -> dict[str, Any]:
    gain, pay = plan.money.gain_told, plan.pay_at_goal
    return {
        "names": ";".join(name.slug for name in plan.names),
        "goal_code": str(plan.route[-1].code),
        "goal_title": plan.route[-1].title,
        "route": ";".join(str(job.code) for job in plan.route),
        "steps": "; ".join(step.title for step in plan.steps),
        "months": float(plan.months),
        "months_usual": float(plan.months_usual),
        "cost_usd": round(plan.cost_usd),
        "cost_low_usd": round(plan.cost_low_usd),
        "cost_high_usd": round(plan.cost_high_usd),
        "forgone_usd": round(plan.forgone_usd),
        "difficulty": round(float(plan.difficulty), 2),
        "job_changes": plan.job_changes,
        "share_open": round(float(plan.share_open), 4),
        "pay_at_goal_p25_usd": pay.p25,
        "pay_at_goal_p50_usd": pay.p50,
        "pay_at_goal_p75_usd": pay.p75,
        "gain_npv_usd": None if gain is None else round(gain),
        "payback_month": plan.money.payback_month if plan.money.is_told else None,
    }


def to_text(rows: Rows | str) -> str:
    """An answer as one line, for keeping."""
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":"))


def from_text(text: str) -> Rows | str:
    """The answer of `to_text`."""
    found: Rows | str = json.loads(text)
    return found


def distinct(questions: Iterable[tuple[int, str]]) -> list[str]:
    """The questions without repetition, in the order they are first asked."""
    return list(dict.fromkeys(question for _row, question in questions))

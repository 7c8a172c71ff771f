"""A title that names a credential binds the plan to it, or the answer says that it does not."""

from __future__ import annotations

from careerlattice.content.credential_titles import list_credential_titles
from careerlattice.plan.answer import NoticeKind, Task
from careerlattice.plan.planner import Planner
from careerlattice.plan.request import Goal, PastJob, PlanRequest, Start
from careerlattice.vocab.levels import EducationLevel as Level

BOOKKEEPER = Start(PastJob("bookkeeper", 120), education=Level.ASSOCIATE)


def test_a_credential_earned_in_the_job_is_a_step_and_its_schooling_is_asked(
    planner: Planner,
) -> None:
    answer = planner.plan(PlanRequest(BOOKKEEPER, Goal("CPA"), state="VA"))
    (notice,) = (one for one in answer.notices if one.kind is NoticeKind.CREDENTIAL_TITLE)
    assert "Uniform CPA Examination" in notice.text
    assert "you earn it there" in notice.text
    assert answer.plans
    for plan in answer.plans:
        (step,) = (one for one in plan.steps if one.task is Task.CREDENTIAL_IN_JOB)
        assert "Certified public accountant" in step.title
        # Virginia has taken two years of work in place of the extra hours since 2026.
        assert any("(120 credits) and two years of work" in str(note) for note in step.notes)
        earned = [int(one.credential) for one in plan.steps if one.credential]
        assert max(earned, default=0) >= Level.BACHELOR


def test_the_occupation_itself_asks_no_credential(planner: Planner) -> None:
    answer = planner.plan(PlanRequest(BOOKKEEPER, Goal("accountant"), state="VA"))
    assert not [one for one in answer.notices if one.kind is NoticeKind.CREDENTIAL_TITLE]
    steps = [step for plan in answer.plans for step in plan.steps]
    assert not [step for step in steps if step.task is Task.CREDENTIAL_IN_JOB]


def test_a_part_with_its_own_license_is_told_not_planned(planner: Planner) -> None:
    start = Start(education=Level.HIGH_SCHOOL)
    answer = planner.plan(PlanRequest(start, Goal("home inspector"), state="TX"))
    (notice,) = (one for one in answer.notices if one.kind is NoticeKind.CREDENTIAL_TITLE)
    assert "does not include it" in notice.text
    steps = [step for plan in answer.plans for step in plan.steps]
    assert not [step for step in steps if step.task is Task.CREDENTIAL_IN_JOB]


def test_a_title_nobody_grants_is_told_as_work_of_the_occupation(planner: Planner) -> None:
    start = Start(education=Level.BACHELOR)
    answer = planner.plan(PlanRequest(start, Goal("data analyst"), state="TX"))
    (notice,) = (one for one in answer.notices if one.kind is NoticeKind.CREDENTIAL_TITLE)
    assert "counted with the work of a data scientist" in notice.text
    assert "include" not in notice.text


def test_rows_name_occupations_that_there_are(planner: Planner) -> None:
    for row in list_credential_titles():
        assert planner.catalog.get_occupation(row.code).code == row.code


def test_the_step_says_once_what_the_credential_takes_and_calls_it_no_license(
    planner: Planner,
) -> None:
    answer = planner.plan(PlanRequest(BOOKKEEPER, Goal("CPA"), state="VA"))
    (step,) = (one for one in answer.plans[0].steps if one.task is Task.CREDENTIAL_IN_JOB)
    (note,) = step.notes
    assert str(note).count("Certified public accountant") == 0
    assert str(note).endswith("Exam: Uniform CPA Examination. Ask: state board of accountancy.")
    assert step.title.startswith("Once hired, earn the credential:")


def test_the_credential_comes_after_the_start_with_its_own_time_and_cost(planner: Planner) -> None:
    start = Start(PastJob("bookkeeper", 84), education=Level.BACHELOR, field="accounting")
    (plan,) = planner.plan(PlanRequest(start, Goal("CPA"), state="OH")).plans
    assert [step.task for step in plan.steps[-2:]] == [Task.ARRIVE, Task.CREDENTIAL_IN_JOB]
    assert str(plan.later) == (
        "Certified public accountant (CPA): 1 to 2 years after you start, "
        "for about $2,000 to $5,000"
    )
    assert plan.to_dict()["later"]["months_high"] == 24
    # The time to the job itself stays what it is.
    assert plan.months_usual < 12
    said = " ".join(str(note) for note in plan.steps[-1].notes)
    assert "Count on 1 to 2 years from the day you start" in said


def test_an_engineer_who_asks_for_the_license_is_told_of_both_exams(planner: Planner) -> None:
    start = Start(education=Level.BACHELOR, field="civil engineering")
    answer = planner.plan(PlanRequest(start, Goal("licensed civil engineer"), state="IL"))
    assert all(plan.later and "4 to 5 years" in str(plan.later) for plan in answer.plans)
    assert "FE exam" in " ".join(str(note) for note in answer.plans[0].steps[-1].notes)
    plain = planner.plan(PlanRequest(start, Goal("civil engineer"), state="IL"))
    assert not any(plan.later for plan in plain.plans)


def test_times_and_costs_run_from_low_to_high() -> None:
    spans = [s for row in list_credential_titles() for s in (row.months, row.usd) if s]
    assert len(spans) > 30
    assert all(0 < span.low <= span.high for span in spans)


def test_board_certification_follows_the_residency(planner: Planner) -> None:
    graduate = Start(education=Level.PROFESSIONAL, field="51.12")
    answer = planner.plan(PlanRequest(graduate, Goal("board certified pediatrician"), state="OH"))
    assert answer.plans
    for plan in answer.plans:
        tasks = [step.task for step in plan.steps]
        assert tasks.index(Task.PRACTICE) < tasks.index(Task.CREDENTIAL_IN_JOB)
        assert "3 to 12 months after you start" in str(plan.later)

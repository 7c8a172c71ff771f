"""The timeline keeps the time: steps follow one another, and each has its stretch of money."""

from __future__ import annotations

from careerlattice.plan.answer import Step, StepKind, Task
from careerlattice.plan.facts.pay_line import PayLine
from careerlattice.plan.itinerary.timeline import Timeline

LINE = PayLine(30_000.0, 40_000.0, 60_000.0)


def step(timeline: Timeline, task: Task, months: float, usual: float = 0.0) -> Step:
    return Step(
        task=task,
        occupation=None,
        start_month=timeline.at,
        months=months,
        months_usual=max(months, usual),
        cost_usd=1_000.0 if task is Task.STUDY else 0.0,
    )


def test_time_and_experience_go_on() -> None:
    timeline = Timeline(tenure_years=1.0)
    timeline.work(step(timeline, Task.KEEP_WORKING, 12), LINE)
    assert (timeline.at, timeline.tenure_years) == (12, 2.0)
    timeline.study_beside(step(timeline, Task.STUDY, 24, usual=30), LINE)
    assert (timeline.at, timeline.usual, timeline.tenure_years) == (36, 42, 4.5)
    timeline.study(step(timeline, Task.STUDY, 9))
    timeline.wait(step(timeline, Task.LICENSE, 2), LINE)
    timeline.wait(step(timeline, Task.FIND_JOB, 2))
    timeline.arrive(step(timeline, Task.ARRIVE, 0), carried_months=6)
    assert (timeline.at, timeline.tenure_years) == (49, 0.5)
    assert [told.start_month for told in timeline.steps] == [0, 12, 36, 45, 47, 49]
    assert [told.start_month_usual for told in timeline.steps] == [0, 12, 42, 51, 53, 55]
    # Money goes by what people usually take.
    assert [stretch.months for stretch in timeline.stretches] == [12, 30, 9, 2, 2]
    assert [stretch.tenure_years for stretch in timeline.stretches] == [1.0, 2.0, 0.0, 4.5, 0.0]
    assert [stretch.tuition_usd for stretch in timeline.stretches] == [0, 1_000, 1_000, 0, 0]
    assert [stretch.pay for stretch in timeline.stretches] == [LINE, LINE, None, LINE, None]


def test_an_apprentice_earns_a_share_and_a_resident_a_salary() -> None:
    timeline = Timeline(tenure_years=3.0)
    timeline.wait(step(timeline, Task.APPRENTICESHIP, 48), LINE, share=0.65)
    timeline.wait(step(timeline, Task.PRACTICE, 36), fixed_usd=70_000.0)
    apprentice, resident = timeline.stretches
    assert (apprentice.share, apprentice.tenure_years) == (0.65, 0.0)
    assert (resident.fixed_usd, resident.pay) == (70_000.0, None)


def test_every_kind_of_step_has_a_task() -> None:
    assert {task.kind for task in Task} == set(StepKind)


def test_pay_rises_while_one_waits_beside_the_job_and_experience_does_not() -> None:
    timeline = Timeline(tenure_years=1.0)
    timeline.wait(step(timeline, Task.FIND_JOB, 6, 6), LINE)
    timeline.work(step(timeline, Task.KEEP_WORKING, 12, 12), LINE)
    assert [one.tenure_years for one in timeline.stretches] == [1.0, 1.5]
    assert timeline.tenure_years == 2.0
    timeline.arrive(step(timeline, Task.ARRIVE, 0), 0)
    timeline.work(step(timeline, Task.WORK, 12, 12), LINE)
    assert timeline.stretches[-1].tenure_years == 0.0

"""What to do this week, so that a plan's first step is begun, with an official address."""

from __future__ import annotations

from dataclasses import dataclass, replace

from careerlattice.plan.answer import (
    FirstAction,
    FirstActionKind,
    NoteKind,
    Step,
    StepKind,
    Task,
)
from careerlattice.vocab.levels import EducationLevel


@dataclass(frozen=True, slots=True)
class OfficialPage:
    """Where something is begun: the publisher's name and the address of its page."""

    publisher: str
    url: str


AID = OfficialPage(
    "Federal Student Aid, U.S. Department of Education",
    "https://studentaid.gov/h/apply-for-aid/fafsa",
)
JOB_CENTERS = OfficialPage(
    "CareerOneStop, sponsored by the U.S. Department of Labor",
    "https://www.careeronestop.org/LocalHelp/AmericanJobCenters/find-american-job-centers.aspx",
)
APPRENTICESHIPS = OfficialPage(
    "Apprenticeship.gov, U.S. Department of Labor",
    "https://www.apprenticeship.gov/apprenticeship-job-finder",
)
JOB_BANKS = OfficialPage(
    "CareerOneStop, sponsored by the U.S. Department of Labor",
    "https://www.careeronestop.org/JobSearch/FindJobs/state-job-banks.aspx",
)
LICENSES = OfficialPage(
    "CareerOneStop, sponsored by the U.S. Department of Labor",
    "https://www.careeronestop.org/Toolkit/Training/find-licenses.aspx",
)
OFFICIAL_PAGES = (AID, JOB_CENTERS, APPRENTICESHIPS, JOB_BANKS, LICENSES)


def with_first_action(steps: tuple[Step, ...], state: str | None) -> tuple[Step, ...]:
    """The steps of a plan, the first of them with what to do this week.

    A school is named only where a state is known (another state's helps no one) and where it surely
    teaches the program.
    """
    if not steps:
        return steps
    first, *rest = steps
    # The work on the way is done toward a job: the next one entered after it.
    next_job = next((step for step in steps if step.kind is StepKind.ARRIVE), first)
    title = next_job.occupation.title if next_job.occupation else ""
    return (replace(first, first_action=_action(first, title, state)), *rest)


def _action(step: Step, job: str, state: str | None) -> FirstAction:
    """What to do and where, by what is done in the step; `job` is the title of the next one."""
    if step.recognition:
        by = next((str(note.details["by"]) for note in step.notes), "")
        return _at(FirstActionKind.ASK_RECOGNITION, LICENSES, by=by)
    if step.kind is StepKind.STUDY:
        return _study(step, state)
    if step.kind is StepKind.COURSE:
        return _at(FirstActionKind.ASK_SCHOOL_FOR_COURSE, JOB_CENTERS, school="")
    if step.kind is StepKind.APPRENTICESHIP or step.task is Task.FIND_APPRENTICESHIP:
        return _at(FirstActionKind.FIND_APPRENTICESHIPS, APPRENTICESHIPS, job=job)
    if step.kind is StepKind.LICENSE:
        known = next((item for item in step.licenses if item.url), None)
        if known is not None and known.url:
            details = {"agency": known.agency, "license": step.license_name or known.title}
            return FirstAction(FirstActionKind.ASK_AGENCY, known.url, details)
        return _at(FirstActionKind.FIND_AGENCY, LICENSES)
    if step.kind is StepKind.WORK:
        return _at(FirstActionKind.READ_OPENINGS, JOB_BANKS, job=job)
    return _at(FirstActionKind.APPLY, JOB_BANKS, job=job)


def _study(step: Step, state: str | None) -> FirstAction:
    """Short courses are paid for by job centers, those toward a degree by federal student aid."""
    if step.credential is EducationLevel.HIGH_SCHOOL:
        return _at(FirstActionKind.GED_CLASSES, JOB_CENTERS)
    # Only a school that surely teaches the program is named.
    # The degree begins at a college that no list names.
    elsewhere = (NoteKind.SCHOOL_GROUP, NoteKind.BRIDGE, NoteKind.COLLEGE_FIRST)
    is_sure = not any(note.kind in elsewhere for note in step.notes)
    school = step.schools[0].school if step.schools and state and is_sure else ""
    if step.credential is EducationLevel.CERTIFICATE:
        return _at(FirstActionKind.ASK_SCHOOL_FOR_COURSE, JOB_CENTERS, school=school)
    return _at(FirstActionKind.ASK_SCHOOL_FOR_DEGREE, AID, school=school)


def _at(kind: FirstActionKind, page: OfficialPage, **details: str) -> FirstAction:
    """Something to do with the help of an official page."""
    return FirstAction(kind, page.url, {"publisher": page.publisher, **details})

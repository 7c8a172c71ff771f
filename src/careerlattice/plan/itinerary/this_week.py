"""What to do this week, so that a plan's first step is begun, with an official address."""

from __future__ import annotations

from dataclasses import dataclass, replace

from careerlattice.plan.answer import Step
from careerlattice.vocab.levels import EducationLevel


@dataclass(frozen=True, slots=True)
class Door:
    """Where something is begun: the publisher's name and the address of its page."""

    publisher: str
    url: str


AID = Door(
    "Federal Student Aid, U.S. Department of Education",
    "https://studentaid.gov/h/apply-for-aid/fafsa",
)
JOB_CENTERS = Door(
    "CareerOneStop, sponsored by the U.S. Department of Labor",
    "https://www.careeronestop.org/LocalHelp/AmericanJobCenters/find-american-job-centers.aspx",
)
APPRENTICESHIPS = Door(
    "Apprenticeship.gov, U.S. Department of Labor",
    "https://www.apprenticeship.gov/apprenticeship-job-finder",
)
JOB_BANKS = Door(
    "CareerOneStop, sponsored by the U.S. Department of Labor",
    "https://www.careeronestop.org/JobSearch/FindJobs/state-job-banks.aspx",
)
LICENSES = Door(
    "CareerOneStop, sponsored by the U.S. Department of Labor",
    "https://www.careeronestop.org/Toolkit/Training/find-licenses.aspx",
)
DOORS = (AID, JOB_CENTERS, APPRENTICESHIPS, JOB_BANKS, LICENSES)


def begun(steps: tuple[Step, ...], state: str | None) -> tuple[Step, ...]:
    """The steps of a plan, the first of them with what to do this week.

    A school is named only where a state is known: another state's helps no one.
    """
    if not steps:
        return steps
    first, *rest = steps
    # The work on the way is done toward a job: the next one entered after it.
    next_job = next((step for step in steps if step.kind == "arrive"), first)
    text, address = _what(first, next_job, state)
    return (replace(first, first_do=text, first_url=address), *rest)


def _what(step: Step, next_job: Step, state: str | None) -> tuple[str, str]:
    """What to do and the address, by the kind of step."""
    title = next_job.occupation.title if next_job.occupation else "this job"
    if step.kind == "study":
        return _study(step, state)
    if step.kind == "apprenticeship" or (step.kind == "search" and _is_apprenticeship(step)):
        return (
            f"Look up open apprenticeships near you for {title}, and what they ask "
            f"({APPRENTICESHIPS.publisher}).",
            APPRENTICESHIPS.url,
        )
    if step.kind == "license":
        known = next((item for item in step.licenses if item.url), None)
        if known is not None and known.url:
            return (
                f"Ask {known.agency or 'the agency'} what the license {known.title} asks, what it "
                "costs and how long it takes.",
                known.url,
            )
        return f"Look up whom to ask for the license ({LICENSES.publisher}).", LICENSES.url
    if step.kind == "work":
        return (
            f"Read three openings for {title} in your state's job bank and note what they ask, so "
            f"that you gather it where you work now ({JOB_BANKS.publisher}).",
            JOB_BANKS.url,
        )
    return (
        f"Open your state's job bank, look for {title} and apply to one opening "
        f"({JOB_BANKS.publisher}).",
        JOB_BANKS.url,
    )


def _study(step: Step, state: str | None) -> tuple[str, str]:
    """Short courses are paid for by job centers, those toward a degree by federal student aid."""
    if step.credential is EducationLevel.HIGH_SCHOOL:
        return (
            "Ask the American Job Center near you where free classes for the GED are "
            f"({JOB_CENTERS.publisher}).",
            JOB_CENTERS.url,
        )
    such_as = f", such as {step.schools[0].school}," if step.schools and state else ""
    ask = (
        f"Ask the admissions office of a school near you{such_as} when the next course begins and "
        "what it costs you"
    )
    if step.credential is EducationLevel.CERTIFICATE:
        return (
            f"{ask}; then ask the American Job Center near you whether it pays for the course "
            f"({JOB_CENTERS.publisher}).",
            JOB_CENTERS.url,
        )
    return (
        f"{ask}; then fill in the FAFSA, which opens grants and loans ({AID.publisher}).",
        AID.url,
    )


def _is_apprenticeship(step: Step) -> bool:
    return step.title.startswith("Look for an apprenticeship")

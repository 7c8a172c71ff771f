"""Steps in words: their titles, what they ask, what is particular to them, how they are begun."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from careerlattice.plan.answer import (
    FirstAction,
    FirstActionKind,
    Need,
    NeedKind,
    Note,
    NoteKind,
    Remedy,
    Step,
    Task,
)
from careerlattice.vocab.amounts import months, pct, usd
from careerlattice.vocab.levels import EducationLevel
from careerlattice.wording.catalogue import say

Details = Mapping[str, Any]


def step_title(step: Step) -> str:
    """What is done in the step."""
    job = "" if step.occupation is None else step.occupation.title
    return _TITLES[step.task](step, job)


def _study_title(step: Step, _: str) -> str:
    assert step.credential is not None
    if step.credential is EducationLevel.HIGH_SCHOOL:
        return say("Earn a high school equivalency (GED)")
    if step.is_beside_work:
        return say("Earn {credential} beside your job", credential=step.credential.phrase)
    return say("Earn {credential} full time", credential=step.credential.phrase)


def _license_title(step: Step, job: str) -> str:
    if step.license_state:
        return say("Get the license in {state}: {job}", state=step.license_state, job=job)
    return say("Get the license: {job}", job=job)


_TITLES: Mapping[Task, Callable[[Step, str], str]] = {
    Task.STUDY: _study_title,
    Task.KEEP_WORKING: lambda _, job: say("Keep working: {job}", job=job),
    Task.WORK: lambda _, job: say("Work: {job}", job=job),
    Task.RESIDENCY: lambda _, job: say("Complete a residency: {job}", job=job),
    Task.LICENSE: _license_title,
    Task.FEDERAL_LICENSE: lambda _, job: say("Get the federal license: {job}", job=job),
    Task.FIND_JOB: lambda _, job: say("Look for a job: {job}", job=job),
    Task.FIND_APPRENTICESHIP: lambda _, job: say("Look for an apprenticeship: {job}", job=job),
    Task.APPRENTICESHIP: lambda _, job: say("Serve an apprenticeship: {job}", job=job),
    Task.ARRIVE: lambda _, job: say("Take a job: {job}", job=job),
}


# --- needs ----------------------------------------------------------------------------------------


def need_name(what: NeedKind) -> str:
    """The kind of a requirement in a word."""
    return {
        NeedKind.EDUCATION: say("Schooling"),
        NeedKind.FIELD: say("Field of study"),
        NeedKind.EXPERIENCE: say("Experience"),
        NeedKind.LICENSE: say("License"),
    }[what]


def need_asked(need: Need) -> str:
    """What is asked.

    Schooling: `accepted` and `typical`; experience: months `asked`.
    """
    details = need.details
    if need.what is NeedKind.EDUCATION:
        accepted, typical = details["accepted"], details["typical"]
        if accepted is typical:
            return str(accepted.label)
        return say(
            "{accepted}; half of jobs: {typical}", accepted=accepted.label, typical=typical.label
        )
    if need.what is NeedKind.FIELD:
        return say("schooling in its own field")
    if need.what is NeedKind.EXPERIENCE:
        return say("{time} of related work", time=months(details["asked"]))
    return say("a license")


def need_has(need: Need) -> str:
    """What the person has by then.

    Schooling: `held`, and whether it `is_of_program`; field: whether it `leads_there`; experience:
    months `counted`.
    """
    details = need.details
    if need.what is NeedKind.EDUCATION:
        held = details["held"].label
        if details["is_of_program"]:
            return str(held)
        return say("{held}, not of its own program", held=held)
    if need.what is NeedKind.FIELD:
        if details["leads_there"]:
            return say("in a field that leads there")
        return say("not yet its own program")
    if need.what is NeedKind.EXPERIENCE:
        return say("{time} counted", time=months(details["counted"]))
    return say("not known")


def need_missing(need: Need) -> str:
    """What is missing and how it is got; empty when nothing is.

    `credential` to earn; months `lacking`, and `worked` for them where that takes longer.
    """
    return "" if need.remedy is None else _REMEDIES[need.remedy](need.details)


def _more_work(details: Details) -> str:
    if details["worked"] is None:
        return say("{lacking} more", lacking=months(details["lacking"]))
    return say(
        "{lacking} more: {worked} in the job before count for it",
        lacking=months(details["lacking"]),
        worked=months(details["worked"]),
    )


_REMEDIES: Mapping[Remedy, Callable[[Details], str]] = {
    Remedy.CREDENTIAL: lambda d: str(d["credential"].label),
    Remedy.PROGRAM: lambda _: say("comes with the program"),
    Remedy.APPRENTICESHIP: lambda _: say("comes with the apprenticeship"),
    Remedy.MORE_WORK: _more_work,
    Remedy.NOT_ASKED: lambda _: say("not asked of new graduates"),
    Remedy.APPLICATION: lambda _: say("application and exam"),
}


# --- notes ----------------------------------------------------------------------------------------


def note_text(note: Note) -> str:
    """The note as one or two sentences."""
    return _NOTES[note.kind](note.details)


def _most_license_it(details: Details) -> str:
    """`states` of the `recorded` ones, their `usual` name for it; the record of `home`, or none."""
    numbers = {"states": details["states"], "recorded": details["recorded"]}
    if details["usual"]:
        most = say(
            "Most states ({states} of {recorded} on record) list: {usual}.",
            **numbers,
            usual=details["usual"],
        )
    else:
        most = say("Most states ({states} of {recorded} on record) license this work.", **numbers)
    if not details["home"]:
        return say("{most} Name your state to see whom to ask.", most=most)
    if details["usual"]:
        return say(
            "{most} The record of {home} has no license by that name: ask the state's licensing "
            "agency.",
            most=most,
            home=details["home"],
        )
    return say(
        "{most} The record of {home} has none: ask the state's licensing agency.",
        most=most,
        home=details["home"],
    )


_NOTES: Mapping[NoteKind, Callable[[Details], str]] = {
    NoteKind.YEARS_COUNTED: lambda d: say(
        "About {years} school years are counted for what is held; each school decides.",
        years=f"{d['years']:g}",
    ),
    NoteKind.PAID_ONCE: lambda d: say(
        "{cost} of the price is paid once in the field ({field}).",
        cost=usd(d["cost_usd"]),
        field=d["field"],
    ),
    NoteKind.ONE_DEGREE: lambda d: say(
        "In {field} one degree opens the profession: surveys call it a professional degree or a "
        "doctorate.",
        field=d["field"],
    ),
    NoteKind.ANY_FIELD: lambda d: say(
        "In any field, with the courses that schools of {field} ask for.", field=d["field"]
    ),
    NoteKind.REGISTERED_TITLES: lambda d: say(
        "Registered titles: {titles}.", titles=", ".join(d["titles"])
    ),
    NoteKind.APPRENTICE_PAY: lambda d: say(
        "Pay is put at {share} of the median over the term; places are limited.",
        share=pct(d["share"]),
    ),
    NoteKind.EXPERIENCE_COUNTS: lambda _: say("Experience that counts for the next job."),
    NoteKind.RESIDENCY_LENGTH: lambda d: f"{d['why']}.",
    NoteKind.MOST_LICENSE_IT: _most_license_it,
    NoteKind.FEES_MISSING: lambda _: say("Fees are not in the source; ask the agency."),
    NoteKind.APPRENTICESHIP_TAKEN: lambda _: say(
        "Employers take the completed apprenticeship in place of schooling."
    ),
    NoteKind.NEW_LINE: lambda _: say(
        "The schooling opens this job; your earlier work counts for little in it."
    ),
}


# --- this week ------------------------------------------------------------------------------------


def first_action_text(action: FirstAction) -> str:
    """What to do this week, with the publisher of the page it names."""
    return _ACTIONS[action.kind](action.details)


def _ask_school(details: Details) -> str:
    if details["school"]:
        return say(
            "Ask the admissions office of a school near you, such as {school}, when the next "
            "course begins and what it costs you",
            school=details["school"],
        )
    return say(
        "Ask the admissions office of a school near you when the next course begins and what it "
        "costs you"
    )


def _ask_agency(details: Details) -> str:
    return say(
        "Ask {agency} what the license {license} asks, what it costs and how long it takes.",
        agency=details["agency"] or say("the agency"),
        license=details["license"],
    )


_ACTIONS: Mapping[FirstActionKind, Callable[[Details], str]] = {
    FirstActionKind.GED_CLASSES: lambda d: say(
        "Ask the American Job Center near you where free classes for the GED are ({publisher}).",
        publisher=d["publisher"],
    ),
    FirstActionKind.ASK_SCHOOL_FOR_COURSE: lambda d: say(
        "{ask}; then ask the American Job Center near you whether it pays for the course "
        "({publisher}).",
        ask=_ask_school(d),
        publisher=d["publisher"],
    ),
    FirstActionKind.ASK_SCHOOL_FOR_DEGREE: lambda d: say(
        "{ask}; then fill in the FAFSA, which opens grants and loans ({publisher}).",
        ask=_ask_school(d),
        publisher=d["publisher"],
    ),
    FirstActionKind.FIND_APPRENTICESHIPS: lambda d: say(
        "Look up open apprenticeships near you for {job}, and what they ask ({publisher}).",
        job=d["job"] or say("this job"),
        publisher=d["publisher"],
    ),
    FirstActionKind.ASK_AGENCY: _ask_agency,
    FirstActionKind.FIND_AGENCY: lambda d: say(
        "Look up whom to ask for the license ({publisher}).", publisher=d["publisher"]
    ),
    FirstActionKind.READ_OPENINGS: lambda d: say(
        "Read three openings for {job} in your state's job bank and note what they ask, so that "
        "you gather it where you work now ({publisher}).",
        job=d["job"] or say("this job"),
        publisher=d["publisher"],
    ),
    FirstActionKind.APPLY: lambda d: say(
        "Open your state's job bank, look for {job} and apply to one opening ({publisher}).",
        job=d["job"] or say("this job"),
        publisher=d["publisher"],
    ),
}

"""Steps in words: their titles, what they ask, what is particular to them, how they are begun."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from careerlattice.plan.answer import (
    FirstAction,
    FirstActionKind,
    Note,
    NoteKind,
    Step,
    Task,
)
from careerlattice.requirements.license_transfer import TransferKind
from careerlattice.requirements.own_series import group_note
from careerlattice.vocab.amounts import months, pct, usd
from careerlattice.vocab.levels import EducationLevel
from careerlattice.vocab.titles import singular_title
from careerlattice.wording.catalogue import capitalized, say
from careerlattice.wording.entry_gates import person_sentence
from careerlattice.wording.hired import hiring_text
from careerlattice.wording.licenses import (
    asks_sentences,
    doubt_sentence,
    exam_and_agency,
    range_sentence,
    rule_sentences,
)
from careerlattice.wording.spans import hours_span, months_span, usd_span, weeks_span
from careerlattice.wording.work_names import one_worker, state_name

Details = Mapping[str, Any]


def step_title(step: Step) -> str:
    """What is done in the step."""
    job = "" if step.occupation is None else one_worker(step.occupation.title)
    return _TITLES[step.task](step, job)


def _study_title(step: Step, _: str) -> str:
    assert step.credential is not None
    if step.credential is EducationLevel.HIGH_SCHOOL:
        return say("Earn a high school equivalency (GED)")
    if step.is_beside_work:
        return say("Earn {credential} while you work", credential=step.credential.phrase)
    if step.is_part_time:
        return say("Earn {credential} part time", credential=step.credential.phrase)
    return say("Earn {credential} full time", credential=step.credential.phrase)


def _license_name(step: Step) -> str:
    job = "" if step.occupation is None else singular_title(step.occupation.title)
    return step.license_name or job


def _license_title(step: Step, _: str) -> str:
    name = capitalized(_license_name(step))
    if step.license_state:
        return say(
            "Get the license in {state}: {name}", state=state_name(step.license_state), name=name
        )
    return say("Get the license: {name}", name=name)


def _endorsement_title(step: Step, job: str) -> str:
    if not step.license_held_in:
        return _license_title(step, job)
    return say(
        "Get the license in {state}, with yours from {held_in}: {name}",
        state=state_name(step.license_state),
        held_in=state_name(step.license_held_in),
        name=capitalized(_license_name(step)),
    )


_TITLES: Mapping[Task, Callable[[Step, str], str]] = {
    Task.STUDY: _study_title,
    Task.KEEP_WORKING: lambda _, job: say("Keep working as {job}", job=job),
    Task.WORK: lambda _, job: say("Work as {job}", job=job),
    Task.COURSE: lambda step, _: say("Take a short course: {course}", course=step.course),
    Task.PREREQUISITES: lambda step, _: say("First complete the {courses}", courses=step.course),
    Task.LEARN_TRADE: lambda _, job: say("Learn the trade on the job as {job}", job=job),
    Task.PRACTICE: lambda step, job: say(
        "Complete supervised practice ({practice}) as {job}",
        practice=step.practice,
        job=job,
    ),
    Task.LICENSE: _license_title,
    Task.FEDERAL_LICENSE: lambda step, job: say(
        "Get the federal license: {name}", name=capitalized(_license_name(step))
    ),
    Task.CERTIFICATION: lambda step, _: say(
        "Earn the certification that employers ask: {name}", name=capitalized(_license_name(step))
    ),
    Task.PERMIT: lambda step, _: say(
        "Get what you need to begin: {permit}", permit=_license_name(step)
    ),
    Task.FIND_JOB: lambda _, job: say("Look for a job as {job}", job=job),
    Task.SEEK_PROMOTION: lambda _, job: say("Wait for an opening as {job} and apply", job=job),
    Task.LICENSE_IN_JOB: lambda step, job: say(
        "Once hired, get the license: {name}", name=capitalized(_license_name(step))
    ),
    Task.CERTIFICATION_IN_JOB: lambda step, _: say(
        "Once hired, earn the certification: {name}", name=capitalized(_license_name(step))
    ),
    Task.CREDENTIAL_IN_JOB: lambda step, _: say(
        "Once hired, earn the credential: {name}", name=step.license_name
    ),
    Task.COMPACT: lambda step, _: say(
        "Use your license from {state}: {name}",
        state=state_name(step.license_held_in),
        name=capitalized(_license_name(step)),
    ),
    Task.ENDORSEMENT: _endorsement_title,
    Task.RECOGNITION: lambda step, _: say(
        "Have your training from abroad recognized: {name}", name=step.recognition
    ),
    Task.RECOGNITION_STUDY: lambda step, _: say(
        "Add to your training from abroad: {name}", name=step.recognition
    ),
    Task.RECOGNITION_PRACTICE: lambda step, _: say(
        "Add supervised work to your training from abroad: {name}", name=step.recognition
    ),
    Task.FIND_APPRENTICESHIP: lambda _, job: say("Look for an apprenticeship as {job}", job=job),
    Task.APPRENTICESHIP: lambda _, job: say("Complete an apprenticeship as {job}", job=job),
    Task.ARRIVE: lambda _, job: say("Start work as {job}", job=job),
}


# --- notes ----------------------------------------------------------------------------------------


def note_text(note: Note) -> str:
    """The note as one or two sentences."""
    return _NOTES[note.kind](note.details)


def _agency(text: str) -> str:
    return text[:1].lower() + text[1:] if text else say("state's licensing agency")


def _sentence(text: str) -> str:
    """A remark of our own data as a sentence."""
    whole = text[:1].upper() + text[1:]
    return whole if whole.endswith((".", "!", "?")) else f"{whole}."


def _license_asked(details: Details) -> str:
    """`name` of the license, its `exam`, the `agency` that grants it, what it `asks`, of whom.

    `place` is the state that grants it, `home` the same where its own law is known,
    `is_without_course` where that asks none; on `works_before` one may work while the license is
    waited for (`wait`, a span of months).
    """
    named = (
        say("The certification: {name}.", name=details["name"])
        if details["is_certification"]
        else say("The license: {name}.", name=details["name"])
    )
    parts = [named]
    if details["asked_of"]:
        parts.append(say("Who it is for: {who}.", who=details["asked_of"]))
    home = details["home"]
    parts += asks_sentences(details["asks"], home, details["place"])
    if home:
        parts += rule_sentences(
            home,
            is_without_course=details["is_without_course"],
            works_before=details["works_before"],
            wait=details["wait"],
        )
        if details["note"]:
            parts.append(_sentence(details["note"]))
        if details["doubt"]:
            parts.append(doubt_sentence(details["doubt"]))
    parts += exam_and_agency(details["exam"], details["agency"])
    return " ".join(parts)


def _credential_asked(details: Details) -> str:
    """What the credential of a title `asks`, its `exam`, the `agency` that grants it."""
    parts = [say("It takes {asks}.", asks=details["asks"])]
    if details["months"]:
        time = months_span(details["months"])
        parts.append(say("Count on {time} from the day you start, at full pay.", time=time))
    if details["usd"]:
        cost = usd_span(details["usd"])
        parts.append(say("Exams, courses, and fees: {cost}.", cost=cost))
    return " ".join([*parts, *exam_and_agency(details["exam"], details["agency"])])


def _license_in_job(details: Mapping[str, Any]) -> str:
    """Work in the job that the license asks first, as it is written: `experience` or `hours`."""
    if details.get("is_certification"):
        return say("Employers hire you first and give you some months to pass the exam.")
    if details.get("experience"):
        return say(
            "You need no license to apply. You qualify for it by working in the job for {time} "
            "months, so plan on taking the exam then.",
            time=details["experience"],
        )
    return say(
        "Your employer hires you first and sends you to the training or exam; you need no license "
        "to apply."
    )


def _course_hours(details: Details) -> str:
    """`hours` and `weeks` of a short course, as spans."""
    hours, weeks = details["hours"], details["weeks"]
    parts = []
    if hours is not None:
        parts.append(hours_span(hours))
    if weeks is not None:
        parts.append(weeks_span(weeks))
    return say("The course takes {length}.", length=say(" over ").join(parts) or say("days"))


def _practice_terms(details: Details) -> str:
    """`hours` of practice, what one is `called`, the license `before` which it comes."""
    parts = []
    if details["hours"]:
        parts.append(say("{hours} supervised hours.", hours=f"{details['hours']:,}"))
    if details["called"]:
        parts.append(say("You work as {called}.", called=details["called"]))
    if details["before"] in ("license", "full_license"):
        parts.append(say("The full license follows it."))
    return " ".join(parts) or say("Supervised work after schooling.")


def _borrowed_figures(details: Details) -> str:
    """`pay` is the title of the occupation whose pay is shown, `line` of the line counted."""
    if not details["line"] and not details["pay"]:
        return say("Pay and openings are published only for a wider group of occupations.")
    if details["pay"]:
        return say(
            "The pay shown is that of {pay}, and the openings are those of {line}: this "
            "specialty is not counted separately.",
            pay=details["pay"],
            line=details["line"],
        )
    return say(
        "Pay and openings are those of {line}: this specialty is not counted separately.",
        line=details["line"],
    )


def _transfer(details: Details) -> str:
    """How a license `held_in` a state counts in `home`: `kind`, the `compact` and its `text`."""
    kind, names = details["kind"], {"held_in": details["held_in"], "home": details["home"]}
    parts = []
    if kind is TransferKind.MULTISTATE:
        if details["compact"]:
            parts.append(
                say(
                    "{held_in} and {home} are both in the {compact}, so your license counts in "
                    "{home}.",
                    compact=details["compact"],
                    **names,
                )
            )
        else:
            parts.append(say("Your license from {held_in} counts in {home}.", **names))
        parts.append(_sentence(details["text"]))
        parts.append(
            say("For its own license, {home} requires: {asks}.", asks=details["asks"], **names)
        )
        return " ".join(parts)
    if kind is TransferKind.UNLICENSED:
        parts.append(
            say(
                "{held_in} itself does not license this work: what you hold there is a certificate "
                "or a city's permit, with nothing for {home} to go by. You apply as anyone does, "
                "with the schooling and the exam that {home} requires.",
                **names,
            )
        )
    elif kind is TransferKind.EXAM:
        parts.append(say("{home} {instead}.", instead=details["asks"], **names))
    else:
        parts.append(
            say(
                "{home} gives you its own license based on the one from {held_in}. It requires: "
                "{asks}.",
                asks=details["asks"],
                **names,
            )
        )
    if details["text"]:
        parts += _compact_sentences(details)
    return " ".join(parts)


def _compact_sentences(details: Details) -> list[str]:
    names = {"held_in": details["held_in"], "home": details["home"]}
    parts = []
    if details["compact"]:
        parts.append(
            say(
                "{held_in} and {home} are both in the {compact}.",
                compact=details["compact"],
                **names,
            )
        )
    parts.append(_sentence(details["text"]))
    if details["is_privilege"] and details["compact"]:
        parts.append(
            say(
                "This works as long as you live in {held_in}. Once you live in {home}, you need "
                "its own license.",
                **names,
            )
        )
    return parts


def _license_kept(details: Details) -> str:
    """A license of another state that the job does not ask; as `_transfer`."""
    return say(
        "You may do this work without a license. To go on using yours: {how}",
        how=_transfer(details),
    )


_NOTES: Mapping[NoteKind, Callable[[Details], str]] = {
    NoteKind.YEARS_COUNTED: lambda d: say(
        "About {time} of credit may transfer; each school decides.", time=months(12 * d["years"])
    ),
    NoteKind.PAID_ONCE: lambda d: say(
        "You pay {cost} of the price only once in this field ({field}).",
        cost=usd(d["cost_usd"]),
        field=d["field"],
    ),
    NoteKind.COLLEGE_FIRST: lambda d: say(
        "Spend the first two years at a community college (about {first} in tuition), then "
        "transfer to a university. Before you start, ask the university for its transfer "
        "agreement with the college: lost credits cost many students about {delay}.",
        first=usd(d["first_usd"]),
        delay=months(d["delay_months"]),
    ),
    NoteKind.COLLEGE_FIRST_SAVES: lambda d: say(
        "To pay less, spend the first two years at a community college and transfer: about {cost} "
        "in all. Ask the university for its transfer agreement first.",
        cost=usd(d["usd"]),
    ),
    NoteKind.ONE_DEGREE: lambda d: say(
        "In {field}, one degree gets you into the profession. Surveys call it a professional "
        "degree or a doctorate.",
        field=d["field"],
    ),
    NoteKind.ANY_FIELD: lambda d: say(
        "In any field, as long as you take the courses that schools of {field} require.",
        field=d["field"],
    ),
    NoteKind.REGISTERED_TITLES: lambda d: say(
        "Registered titles: {titles}.", titles=", ".join(d["titles"])
    ),
    NoteKind.APPRENTICE_PAY: lambda d: say(
        "We count pay at {share} of the median during the term. Openings are limited.",
        share=pct(d["share"]),
    ),
    NoteKind.EXPERIENCE_COUNTS: lambda _: say("This experience counts for the next job."),
    NoteKind.BRIDGE: lambda _: say(
        "The schools named teach the field; ask which of them offer this bridge program."
    ),
    NoteKind.SCHOOL_GROUP: lambda d: say(
        "Schools named offer {note}.", note=group_note(d["series"], d["title"])
    ),
    NoteKind.ACCREDITED: lambda d: say("For accredited programs, see this list: {by}.", by=d["by"]),
    NoteKind.PRACTICE_TERMS: _practice_terms,
    NoteKind.OWN_PROGRAM: lambda d: say("The program: {program}.", program=d["program"]),
    NoteKind.COURSE_IN_JOB: lambda _: say(
        "You may take it once you are hired, so you do not wait for it."
    ),
    NoteKind.COURSE_HOURS: _course_hours,
    NoteKind.HIRING_TAKES: lambda d: hiring_text(d["hiring"]),
    NoteKind.TRADE_LEARNED: lambda d: say(
        "Until you work on your own, we count pay at {share} of the median.", share=pct(d["share"])
    ),
    NoteKind.LICENSE_ASKED: _license_asked,
    NoteKind.LICENSE_NO_RECORD: lambda d: say(
        "You need a license, but our source has no record of it for {home}. Ask the {agency}.",
        home=d["home"],
        agency=_agency(d["agency"]),
    ),
    NoteKind.STATE_RANGE: lambda d: range_sentence(d["home"], d["agency"]),
    NoteKind.LICENSE_LOCAL: lambda d: say(
        "In {home}, cities and counties decide about this license. Ask yours.", home=d["home"]
    ),
    NoteKind.LICENSE_IN_JOB: _license_in_job,
    NoteKind.LICENSE_FEE: lambda _: say(
        "Fees are an estimate; ask the agency what it charges for the application and the exam."
    ),
    NoteKind.TRANSFER: _transfer,
    NoteKind.LICENSE_KEPT: _license_kept,
    NoteKind.ABROAD: lambda d: say("From: {by}. {text}", by=d["by"], text=_sentence(d["text"])),
    NoteKind.PERSON_ASKED: lambda d: " ".join(
        person_sentence(about, value) for about, value in d["asked"].items()
    ),
    NoteKind.WAY_NOTE: lambda d: _sentence(d["text"]),
    NoteKind.BORROWED_FIGURES: _borrowed_figures,
    NoteKind.PROMOTED: lambda _: say(
        "This job is mostly filled from within: tell your supervisor that you want it."
    ),
    NoteKind.PERMIT_TERMS: lambda d: " ".join(
        [*exam_and_agency(d["exam"], ""), *([_sentence(d["note"])] if d["note"] else [])]
    ),
    NoteKind.SCARCE_PLACE: lambda d: _sentence(d["text"]),
    NoteKind.CREDENTIAL_ASKS: _credential_asked,
    NoteKind.PREREQUISITES: lambda _: say(
        "Programs ask for these courses first because your degree is in another field. Skip the "
        "ones you already have."
    ),
    NoteKind.NEW_LINE: lambda _: say(
        "Your schooling gets you this job; your earlier work counts for little in it."
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
            "program starts and what it would cost you",
            school=details["school"],
        )
    return say(
        "Ask schools and training providers near you when the next program starts and what it "
        "would cost you"
    )


def _ask_agency(details: Details) -> str:
    return say(
        "Ask {agency} what the license ({license}) requires, what it costs, and how long it takes.",
        agency=details["agency"] or say("the agency"),
        license=details["license"],
    )


def _job(details: Details) -> str:
    if not details["job"]:
        return say("this job")
    return say("work as {job}", job=one_worker(details["job"]))


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
        "{ask}; then fill out the FAFSA, the form for grants and loans ({publisher}).",
        ask=_ask_school(d),
        publisher=d["publisher"],
    ),
    FirstActionKind.FIND_APPRENTICESHIPS: lambda d: say(
        "Look up open apprenticeships near you for {job}, and what they ask for ({publisher}).",
        job=_job(d),
        publisher=d["publisher"],
    ),
    FirstActionKind.ASK_AGENCY: _ask_agency,
    FirstActionKind.ASK_RECOGNITION: lambda d: say(
        "Ask {by} which papers it needs from your school abroad, and order those first. You can "
        "look up the agency that gives the license, too ({publisher}).",
        by=d["by"] or say("a credential evaluator"),
        publisher=d["publisher"],
    ),
    FirstActionKind.FIND_AGENCY: lambda d: say(
        "Look up whom to ask for the license ({publisher}).", publisher=d["publisher"]
    ),
    FirstActionKind.READ_OPENINGS: lambda d: say(
        "Read three job ads for {job} in your state's job bank. Note what they ask for, so that "
        "you can pick it up where you work now ({publisher}).",
        job=_job(d),
        publisher=d["publisher"],
    ),
    FirstActionKind.APPLY: lambda d: say(
        "Go to your state's job bank, search for {job}, and apply for one job ({publisher}).",
        job=_job(d),
        publisher=d["publisher"],
    ),
}

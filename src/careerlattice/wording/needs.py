"""What a goal asks of a person, what they have, and what is missing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from careerlattice.plan.answer import Need, NeedKind, Remedy
from careerlattice.vocab.amounts import months
from careerlattice.wording.catalogue import say
from careerlattice.wording.work_names import state_name

Details = Mapping[str, Any]


def need_name(what: NeedKind) -> str:
    """The kind of a requirement in a word."""
    return {
        NeedKind.EDUCATION: say("Education"),
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
        return say("{accepted}; usually {typical}", accepted=accepted.label, typical=typical.label)
    if need.what is NeedKind.FIELD:
        return say("a field that leads to the job")
    if need.what is NeedKind.EXPERIENCE:
        time = months(details["asked"])
        if details["in_rank"]:
            return say("{time} in a job that leads to this one", time=time)
        if details["what"]:
            return say("{time} of work: {what}", time=time, what=details["what"])
        return say("{time} of related work", time=time)
    return say("a license")


def _schooling_held(details: Details) -> str:
    held = str(details["held"].label)
    if details.get("is_abroad"):
        return say("{held}, from abroad", held=held)
    if details["is_of_program"]:
        return held
    if not details["is_field_named"]:
        return say("{held}, no field named", held=held)
    return say("{held}, in another field", held=held)


def need_has(need: Need) -> str:
    """What the person has by then.

    Schooling: `held`, whether it `is_of_program`, and whether any `is_field_named`; field: whether
    it `leads_there`; experience: months `counted`; license: the state it is `held_in`. What a
    license `is_proven` by counts.
    """
    details = need.details
    if details.get("is_proven") and not (
        need.what is NeedKind.EDUCATION and details["held"] >= details["accepted"]
    ):
        return say("your license proves it")
    if details.get("held_in"):
        return say("yours from {state}", state=state_name(details["held_in"]))
    if need.what is NeedKind.EDUCATION:
        return _schooling_held(details)
    if need.what is NeedKind.FIELD:
        if details["leads_there"]:
            return say("a field that leads there")
        return say("not yet")
    if need.what is NeedKind.EXPERIENCE:
        return say("{time} counted", time=months(details["counted"]))
    return say("not yet")


def need_missing(need: Need) -> str:
    """What is missing and how it is got; empty when nothing is.

    `credential` to earn; months `lacking`, and `worked` for them where that takes longer.
    """
    return "" if need.remedy is None else _REMEDIES[need.remedy](need.details)


def _more_work(details: Details) -> str:
    if details["worked"] is None:
        return say("{lacking} more", lacking=months(details["lacking"]))
    return say(
        "{lacking} more; your {worked} in the job before count",
        lacking=months(details["lacking"]),
        worked=months(details["worked"]),
    )


_REMEDIES: Mapping[Remedy, Callable[[Details], str]] = {
    Remedy.CREDENTIAL: lambda d: str(d["credential"].label),
    Remedy.PROGRAM: lambda _: say("the program covers it"),
    Remedy.MORE_WORK: _more_work,
    Remedy.APPLICATION: lambda _: say("the application and the exam"),
    Remedy.ENDORSEMENT: lambda _: say("an application with your license from there"),
}

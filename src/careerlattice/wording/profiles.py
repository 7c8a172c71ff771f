"""What is said of a profile: what of it does not count yet, and how it would."""

from __future__ import annotations

from careerlattice.profile.checking import Remark, RemarkKind
from careerlattice.profile.experience_rates import WorkKind
from careerlattice.wording.catalogue import say


def remark_text(remark: Remark) -> str:
    """What is left out of answers, and what to do, as one or two sentences."""
    values = {"n": remark.place + 1, "job": remark.named}
    match remark.kind:
        case RemarkKind.NO_OCCUPATION_FITS:
            return say(
                "Job {n} ({job}) does not count: you said that no occupation fits it.", **values
            )
        case RemarkKind.NO_OCCUPATION_YET:
            return say("Job {n} ({job}) has no occupation yet, so it does not count.", **values)
        case RemarkKind.UNCONFIRMED:
            return say(
                "We read job {n} ({job}) as {title}. Please confirm or correct that.",
                title=remark.title,
                **values,
            )
        case RemarkKind.NO_LENGTH:
            return say("Job {n} ({job}) has no length. Add its months.", **values)
    told = say(
        "Job {n} ({job}) counts at {rate} until it is recognized.",
        rate=f"{remark.rate:.0%}",
        **values,
    )
    return f"{told} {_how_recognized(remark.work_kind)}".rstrip()


def _how_recognized(kind: WorkKind) -> str:
    """How experience of this kind is made to count in full; empty for paid work, which does."""
    match kind:
        case "military":
            return say("Ask for a Joint Services Transcript: schools and licensing boards read it.")
        case "volunteer":
            return say("Ask the organization for a letter that says what you did and for how long.")
        case "informal":
            return say("Ask about a skills test or credit for prior learning.")
    return ""

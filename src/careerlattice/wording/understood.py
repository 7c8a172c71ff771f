"""How the text of a job was understood, and what is said of words that name none."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from careerlattice.catalog.understood import Reading, Understood
from careerlattice.errors import CareerlatticeError, NoOccupation, NotFound
from careerlattice.wording.catalogue import say

LONGEST = 80
IN_SPANISH = "Puede escribir en español; por ahora, las respuestas están en inglés."


def understood_text(understood: Understood | None) -> str:
    """One or two sentences on how a text was read; empty for none."""
    if understood is None:
        return ""
    return f"{_read_as(understood)} {_besides(understood)}".rstrip()


def _read_as(read: Understood) -> str:
    values = {"typed": shown(read.typed), "title": read.title, "code": read.decided_by}
    if read.reading in _BY_CODE:
        return _BY_CODE[read.reading](values)
    if read.decided_by:
        return say("We read {typed!r} as {title}, also called {code!r}.", **values)
    return say("We read {typed!r} as {title}.", **values)


_BY_CODE: Mapping[Reading, Callable[[Mapping[str, str]], str]] = {
    Reading.MILITARY: lambda v: say(
        "We read {typed!r} as {title}, the closest civilian work.", **v
    ),
    Reading.SOC_2010: lambda v: say("{typed} is a SOC 2010 code. It is now {code}.", **v),
    Reading.BLS_LINE: lambda v: say("{code} is a line of BLS that holds only {title}.", **v),
    Reading.SOC_2010_PART: lambda v: say(
        "{code} is a SOC 2010 code. What is left of it is {title}.", **v
    ),
    Reading.SOC_GROUP: lambda v: say("{code} is a SOC group that holds only {title}.", **v),
    Reading.PROGRAM: lambda v: say("{code} is a field of study that leads only to {title}.", **v),
    Reading.ISCO: lambda v: say("{code} is an ISCO code that leads only to {title}.", **v),
    Reading.ESCO: lambda v: say("{code} is an ESCO code that leads only to {title}.", **v),
}


def _besides(read: Understood) -> str:
    told = []
    if read.others:
        told.append(say("It could also mean {others}.", others="; ".join(read.others)))
    if read.reading is Reading.SPANISH:
        told.append(
            say(
                "You can type job titles in Spanish; the answers are in English for now. "
                "({spanish})",
                spanish=IN_SPANISH,
            )
        )
    return " ".join(told)


def shown(text: str) -> str:
    """What was typed, cut where it is no title any more."""
    return text if len(text) <= LONGEST else text[: LONGEST - 3] + "..."


def error_text(error: CareerlatticeError) -> str:
    """What is said of an error: for words that name no occupation what to type instead."""
    if isinstance(error, NoOccupation):
        return no_occupation_text(error)
    return f"{error} {_next_try(error)}".rstrip()


def what_text(error: CareerlatticeError) -> str:
    """What is said of an error without the names that may have been meant."""
    if isinstance(error, NoOccupation):
        return no_occupation_text(error)
    if isinstance(error, NotFound):
        return f"{error.what} {_next_try(error)}".rstrip()
    return str(error)


def _next_try(error: CareerlatticeError) -> str:
    """What to try where nothing is near to what was typed, and nothing else was said."""
    if not isinstance(error, NotFound) or error.kind != "occupation":
        return ""
    if error.nearest or error.hint:
        return ""
    return say(
        "Check the spelling, or try a plainer title, such as cashier or electrician, or a word for "
        "what the work is about, such as welding."
    )


def no_occupation_text(error: NoOccupation) -> str:
    """What to answer to a state of life or a bare rank, in one paragraph."""
    typed = shown(error.asked)
    if error.state == "rank":
        return say(
            "{typed!r} is a rank, and people in many lines of work have it. Say what the work is "
            "about, such as sales associate, office manager, or teacher assistant.",
            typed=typed,
        )
    return f"{typed!r}: {_STATES[error.state]()}"


_STATES = {
    "unemployed": lambda: say(
        "That is not a job title, but your last job is. Try the title of that one."
    ),
    "retired": lambda: say("That is not a job title. Use the title of the job you retired from."),
    "student": lambda: say(
        "Being a student is not a job title. Tell us what you study as your field, and name a job "
        "only if you have one besides school."
    ),
    "homemaker": lambda: say(
        "Running a home is real work, but it is not in the data. Name your last paid job, or a job "
        "close to what you do, such as childcare worker or cook."
    ),
    "self-employed": lambda: say(
        "That says who you work for, not what you do. Name the work itself, such as electrician or "
        "bookkeeper."
    ),
    "volunteer": lambda: say(
        "That says how you work, not what you do. Name what you do there, such as tutor or "
        "firefighter."
    ),
    "leave": lambda: say(
        "Time away from work is not a job title. Name the job you are on leave from, or the last "
        "one you had."
    ),
    "disabled": lambda: say(
        "That is not a job title. Name the last job you had, or one you could see yourself in."
    ),
    "empty": lambda: say("That is not a job title. Type one, such as nurse or truck driver."),
    "incarcerated": lambda: say(
        "That is not a job title. Name a job you have done, inside or outside."
    ),
    "military": lambda: say(
        "That covers hundreds of jobs. Type your job code, such as 68W, 0311, HM, or 3D1X2, or the "
        "title of what you did."
    ),
}

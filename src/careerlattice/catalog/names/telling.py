"""What is said of words that name no occupation by themselves."""

from __future__ import annotations

_STATES = {
    "unemployed": "That is not an occupation, but the work you did last is: try its title.",
    "retired": "That is not an occupation; use the title of the job you retired from.",
    "student": "Being a student is not an occupation. Say what you study as your field, and name a "
    "job only if you have one beside school.",
    "homemaker": "Running a home is real work, but it is not an occupation in the data. Name the "
    "last paid job, or a job close to what you do, such as childcare worker or cook.",
    "self-employed": "That says who you work for; it is not an occupation. Name the work itself, "
    "such as electrician or bookkeeper.",
    "volunteer": "That says how you work; it is not an occupation. Name what you do there, such as "
    "tutor or firefighter.",
    "leave": "Time away from work is not an occupation. Name the job you are on leave from, or the "
    "last one you had.",
    "disabled": "That is not an occupation. Name the last job you had, or one you could see "
    "yourself in.",
    "empty": "That names no occupation. Type a job title, such as nurse or truck driver.",
    "incarcerated": "That is not an occupation. Name a job you have done, inside or outside.",
    "military": "That names no occupation: the services have hundreds. Type your job code, such as "
    "68W, 0311, HM or 3D1X2, or the title of what you did.",
}


def telling(asked: str, state: str) -> str:
    """What to answer to a state of life or a bare rank, in one paragraph."""
    shown = asked if len(asked) <= 80 else asked[:77] + "..."
    if state == "rank":
        return (
            f"{shown!r} is a rank, not an occupation: people in many lines of work have it. Say "
            "what the work is about, such as sales associate, office manager or teacher assistant."
        )
    return f"{shown!r}: {_STATES[state]}"


def telling_unknown() -> str:
    """What to try next when nothing is near to what was typed."""
    return (
        "Check the spelling, or try a plainer title, such as cashier or electrician, or a word for "
        "what the work is about, such as welding."
    )

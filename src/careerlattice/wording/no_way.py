"""Why there is no way in words, and what would open one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from careerlattice.plan.answer import Notice, Step, StepKind, Task
from careerlattice.plan.request import Limits
from careerlattice.vocab.amounts import months, usd
from careerlattice.vocab.levels import EducationLevel
from careerlattice.wording.catalogue import say, say_many
from careerlattice.wording.plans import goal_title
from careerlattice.wording.work_names import area_in_text, join, one_worker

Writer = Callable[[Notice], str]
MONTHS_SAID = 24
"""From so many months on a time is said in years, not as a span of months."""


def goal_empty(notice: Notice) -> str:
    """`goal`: the label of the goal that nothing fits."""
    if notice.field == "limits.within":
        return say("Every occupation that fits your goal is in a cluster you left out.")
    return say(
        "No occupation in this area fits your goal ({goal}). Try asking for a little less.",
        goal=goal_title(notice.details["goal"]),
    )


def already_there(notice: Notice) -> str:
    """`occupation`: the job held, whether it `is_licensed`, and whether the goal `is_outcome`."""
    if notice.details["is_outcome"]:
        return say(
            "Your job as {occupation} already fits what you asked for. We looked for better ones.",
            occupation=one_worker(notice.details["occupation"]),
        )
    told = say(
        "Your job as {occupation} already meets your goal.",
        occupation=one_worker(notice.details["occupation"]),
    )
    held = notice.details["licenses"]
    if held:
        # The license named is no license of this work that another state would have to accept.
        kept = say(
            "We know of no license in {area} that you would trade yours ({held}) for. Ask the "
            "licensing agency there before you take on work.",
            area=area_in_text(notice.details["area"]),
            held=", ".join(held),
        )
        return f"{told} {kept}"
    return f"{told} {moving_licenses()}" if notice.details["is_licensed"] else told


def moving_licenses() -> str:
    """What to say for a plan to do the same licensed work in another state."""
    return say(
        "If you are moving here from another state, name the license you hold and the state that "
        "gave it."
    )


def unreachable(notice: Notice) -> str:
    """`goal`, and the `most` moves that were tried."""
    return say(
        "We found no route to {goal} from here with up to {most} job changes. There may still "
        "be one: look up how people usually get into the job.",
        most=notice.details["most"],
        goal=goal_title(notice.details["goal"]),
    )


def no_way_in_limits(notice: Notice) -> str:
    """`goal`, the `limits`, without them the least `months` and `cost_usd`, and for that cost the
    `schooling`.
    """
    details = notice.details
    told = say(
        "We found no route to {goal} with these limits: {limits}. Without limits, the quickest "
        "usually takes {time} and the cheapest costs {cost}.",
        goal=goal_title(details["goal"]),
        limits=limits_text(details["limits"]),
        time=months(details["months"]),
        cost=usd(details["cost_usd"]),
    )
    named = schooling_named(details["schooling"])
    return f"{told} {say('It takes {what}.', what=named)}" if named else told


def schooling_named(steps: Sequence[Step]) -> str:
    """What is earned in steps, with its price and time: `a GED (about $150, 3 to 6 months)`."""
    return say(" and ").join(_with_figures(step) for step in steps)


def _with_figures(step: Step) -> str:
    figures = [_time(step)]
    if step.kind is StepKind.APPRENTICESHIP:
        figures.insert(0, say("paid"))
    elif step.cost_usd:
        figures.insert(0, say("about {cost}", cost=usd(step.cost_usd)))
    if step.course and step.kind is StepKind.COURSE:
        figures.insert(0, step.course)
    return f"{_earned(step)} ({', '.join(figures)})"


def _earned(step: Step) -> str:
    if step.kind is StepKind.APPRENTICESHIP:
        return say("an apprenticeship")
    if step.task is Task.PREREQUISITES:
        return say("courses that the program asks for first")
    if step.kind is StepKind.COURSE or step.credential is None:
        return say("a short course")
    return say("a GED") if step.credential is EducationLevel.HIGH_SCHOOL else step.credential.phrase


def _time(step: Step) -> str:
    least, usual = round(step.months), round(step.months_usual)
    if least < usual < MONTHS_SAID:
        return say("{least} to {usual} months", least=least, usual=usual)
    return months(step.months_usual)


def limits_text(limits: Limits) -> str:
    """The limits that are set, in a list."""
    parts = []
    if limits.max_months is not None:
        parts.append(months(limits.max_months))
    if limits.budget_usd is not None:
        parts.append(say("{cost} in costs", cost=usd(limits.budget_usd)))
    if limits.min_pay_usd is not None:
        parts.append(say("pay of at least {pay} along the way", pay=usd(limits.min_pay_usd)))
    if limits.max_credential is not None:
        parts.append(say("{credential} at most", credential=limits.max_credential.label))
    if limits.study != "any":
        parts.append(
            {
                "none": say("no study"),
                "part": say("study while you work"),
                "full": say("full-time study"),
            }[limits.study]
        )
    if limits.within:
        parts.append(say("{clusters} only", clusters=", ".join(limits.within)))
    if limits.avoid:
        parts.append(say("not through {occupations}", occupations=", ".join(limits.avoid)))
    # A number of job changes always holds; unless it was asked for, it is named only if alone.
    if limits.max_job_changes != Limits().max_job_changes or not parts:
        most = limits.max_job_changes
        parts.append(say_many("{most} job change", "{most} job changes", most, most=most))
    return ", ".join(parts)


def nearest(notice: Notice) -> str:
    """`occupations`: titles of work on the way that is within the limits."""
    names = [one_worker(title) for title in notice.details["occupations"]]
    return say(
        "Within your limits you could start out as {jobs}, which leads toward your goal.",
        jobs=join(names),
    )


# --- what would open a way ------------------------------------------------------------------------


def relaxation(notice: Notice) -> str:
    """`needed` in place of the `limit` that is set, each as the request has it."""
    return _RELAXATIONS[notice.field.removeprefix("limits.")](notice)


def _several(notice: Notice) -> str:
    return say("Changing one limit alone does not open a route. Try changing more than one.")


def _together(notice: Notice) -> str:
    """`parts`: what two limits would have to be."""
    first, second = (_PHRASES[_limit(part)](part) for part in notice.details["parts"])
    return say(
        "Changing one limit alone does not open a route. Changing two does: {first}, and {second}.",
        first=first,
        second=second,
    ) + _takes(notice.details["parts"][1])


def _limit(notice: Notice) -> str:
    return notice.field.removeprefix("limits.")


def _opens(notice: Notice) -> str:
    told = say("There is a route with {change}.", change=_PHRASES[_limit(notice)](notice))
    return told + _takes(notice)


def _takes(notice: Notice) -> str:
    named = schooling_named(notice.details.get("schooling", ()))
    return " " + say("It takes {what}.", what=named) if named else ""


def _money_phrase(notice: Notice) -> str:
    return _instead(usd(notice.details["needed"]), usd(notice.details["limit"]))


def _instead(needed: str, limit: str) -> str:
    return say("{needed} instead of {limit}", needed=needed, limit=limit)


def _pay_phrase(notice: Notice) -> str:
    """`needed` is none where time without pay is."""
    limit = usd(notice.details["limit"])
    if notice.details["needed"] is None:
        return say("no pay while you are in school instead of {limit} a year", limit=limit)
    return say(
        "{needed} a year along the way instead of {limit}",
        needed=usd(notice.details["needed"]),
        limit=limit,
    )


def _study_phrase(notice: Notice) -> str:
    asked = notice.details["limit"]
    if asked == "none":
        return say("some study")
    if asked == "part":
        return say("full-time study where a program asks for it")
    return say("study while you work where that is possible")


_PHRASES: Mapping[str, Writer] = {
    "max_months": lambda n: _instead(months(n.details["needed"]), months(n.details["limit"])),
    "budget_usd": _money_phrase,
    "min_pay_usd": _pay_phrase,
    "max_credential": lambda n: _instead(n.details["needed"].phrase, n.details["limit"].phrase),
    "study": _study_phrase,
    "within": lambda _: say("clusters that you did not name"),
    "avoid": lambda _: say("the jobs you want to avoid"),
    "max_job_changes": lambda n: say_many(
        "{needed} job change instead of {limit}",
        "{needed} job changes instead of {limit}",
        n.details["needed"],
        needed=n.details["needed"],
        limit=n.details["limit"],
    ),
}
"""What another limit would be, as part of a sentence."""


def _more_money(notice: Notice) -> str:
    return f"{_opens(notice)} {aid_for_the_rest()}"


def aid_for_the_rest() -> str:
    """Who may pay what a person lacks for schooling."""
    return say(
        "A Pell Grant (if you have no bachelor's degree yet) or the American Job Center near you "
        "(WIOA) may pay some or all of the difference: ask before you rule it out."
    )


def _less_pay(notice: Notice) -> str:
    """`needed` is none where time without pay is."""
    if notice.details["needed"] is None:
        return say("There is a route if you can go without pay while you are in school.")
    return say(
        "There is a route if you can live on {needed} a year along the way instead of {limit}.",
        needed=usd(notice.details["needed"]),
        limit=usd(notice.details["limit"]),
    )


def _higher_credential(notice: Notice) -> str:
    return say(
        "There is a route if you go as far as {needed} instead of {limit}.",
        needed=notice.details["needed"].label,
        limit=notice.details["limit"].label,
    )


def _other_study(notice: Notice) -> str:
    if notice.details["limit"] == "none":
        return say("There is a route if you can study.") + _takes(notice)
    if notice.details["limit"] == "full":
        told = say("There is a route if you can study while you work.")
        return told + _takes(notice)
    told = say("There is a route if you can study full time for the part that is taught by day.")
    return (
        told
        + _takes(notice)
        + " "
        + say("A few schools have evening or weekend programs, which take longer: ask.")
    )


_RELAXATIONS: Mapping[str, Writer] = {
    "": _several,
    "limits": _together,
    "max_months": _opens,
    "budget_usd": _more_money,
    "min_pay_usd": _less_pay,
    "max_credential": _higher_credential,
    "study": _other_study,
    "within": lambda _: say("There is a route through clusters that you did not name."),
    "avoid": lambda _: say("There is a route through the jobs you want to avoid."),
    "max_job_changes": _opens,
}

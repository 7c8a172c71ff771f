"""Why there is no way in words, and what would open one."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from careerlattice.plan.answer import Notice
from careerlattice.plan.request import Limits
from careerlattice.vocab.amounts import months, usd
from careerlattice.wording.catalogue import say, say_many
from careerlattice.wording.plans import goal_title
from careerlattice.wording.work_names import area_in_text, join, one_worker

Writer = Callable[[Notice], str]


def goal_empty(notice: Notice) -> str:
    """`goal`: the label of the goal that nothing fits."""
    if notice.field == "limits.within":
        return say("Every occupation that fits your goal is in a cluster you left out.")
    return say(
        "No occupation in this area fits your goal ({goal}). Try asking for a little less.",
        goal=goal_title(notice.details["goal"]),
    )


def already_there(notice: Notice) -> str:
    """`occupation`: the job held, and whether it `is_licensed`."""
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
    """`goal`, the `limits`, and without them the least `months` and `cost_usd`."""
    details = notice.details
    return say(
        "We found no route to {goal} with these limits: {limits}. Without limits, the quickest "
        "takes {time} and the cheapest costs {cost}.",
        goal=goal_title(details["goal"]),
        limits=limits_text(details["limits"]),
        time=months(details["months"]),
        cost=usd(details["cost_usd"]),
    )


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
    if "pair" in notice.details:
        return say(
            "There is a route if you lift two limits together: {limits}.",
            limits=limits_text(notice.details["pair"]),
        )
    needed = dict(notice.values)
    return say(
        "There is a route with {time} and {cost}.",
        time=months(needed["max_months"]),
        cost=usd(needed["budget_usd"]),
    )


def _more_time(notice: Notice) -> str:
    return say(
        "There is a route with {needed} instead of {limit}.",
        needed=months(notice.details["needed"]),
        limit=months(notice.details["limit"]),
    )


def _more_money(notice: Notice) -> str:
    told = say(
        "There is a route with {needed} instead of {limit}.",
        needed=usd(notice.details["needed"]),
        limit=usd(notice.details["limit"]),
    )
    return f"{told} {aid_for_the_rest()}"


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


def _more_changes(notice: Notice) -> str:
    return say(
        "There is a route with {needed} job changes instead of {limit}.",
        needed=notice.details["needed"],
        limit=notice.details["limit"],
    )


_RELAXATIONS: Mapping[str, Writer] = {
    "": _several,
    "limits": _together,
    "max_months": _more_time,
    "budget_usd": _more_money,
    "min_pay_usd": _less_pay,
    "max_credential": _higher_credential,
    "study": lambda _: say(
        "There is a route if you can study either full time or while you work. Programs taught by "
        "day have evening or weekend classes at some schools, which take longer: ask."
    ),
    "within": lambda _: say("There is a route through clusters that you did not name."),
    "avoid": lambda _: say("There is a route through the jobs you want to avoid."),
    "max_job_changes": _more_changes,
}

"""Plans in words: where they start and end, what they are best at, and how sure they are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from careerlattice.plan.answer import (
    Aim,
    Confidence,
    Frequency,
    GoalLabel,
    LaterCredential,
    Pay,
    Plan,
    PlanName,
    Reason,
    ReasonKind,
    StartLabel,
    StepKind,
)
from careerlattice.vocab.amounts import count, months, pct, rough_usd, usd
from careerlattice.vocab.titles import in_running_text, singular_title
from careerlattice.wording.catalogue import listed, say
from careerlattice.wording.spans import months_span, usd_span
from careerlattice.wording.work_names import one_worker


def start_title(start: StartLabel) -> str:
    """The start: a title, the last one of who is out of work, or that there is no job yet."""
    if start.occupation:
        return singular_title(start.occupation)
    if start.served:
        return say("military service ({job})", job=start.served)
    if start.last:
        return say("{job} (out of work)", job=singular_title(start.last))
    return say("no job yet, {schooling}", schooling=start.level.label)


def goal_title(goal: GoalLabel) -> str:
    """The goal: a title, or a job as an outcome asks it."""
    if goal.occupation:
        return singular_title(goal.occupation)
    job = say("a job in {pathway}", pathway=goal.pathway) if goal.pathway else say("a job")
    if goal.pathway and goal.level:
        job = say("{job} at the {level} level", job=job, level=goal.level)
    paid = []
    if goal.min_pay_usd is not None:
        paid.append(say("typical pay of {pay} or more", pay=usd(goal.min_pay_usd)))
    if goal.min_growth_pct is not None:
        paid.append(say("growth of {growth}% or more", growth=f"{goal.min_growth_pct:g}"))
    if paid:
        job = say("{job} with {features}", job=job, features=listed(paid))
    return say("{job} that needs no degree", job=job) if goal.is_no_degree else job


# --- names ----------------------------------------------------------------------------------------


def _names() -> Mapping[Aim, str]:
    return {
        Aim.FASTEST: say("fastest"),
        Aim.LOWEST_COST: say("lowest cost"),
        Aim.HIGHEST_EARNINGS: say("highest earnings"),
        Aim.EASIEST: say("best odds"),
        Aim.USUAL_WAY: say("the usual way"),
        Aim.MOST_JOBS_OPEN: say("most jobs open"),
        Aim.MOST_OPENINGS: say("most openings"),
        Aim.WITH_SCHOOLING: say("best with schooling"),
        Aim.WITH_APPRENTICESHIP: say("best with an apprenticeship"),
        Aim.STEP_BY_STEP: say("step by step"),
        Aim.BALANCED: say("balanced"),
        Aim.INTERESTS: say("closest to your interests"),
        Aim.OWN_LINE: say("closest to your work"),
        Aim.OWN_PROFESSION: say("your own profession"),
        Aim.STEP_UP: say("a step up from your job"),
        Aim.WITH_COURSE: say("best with a short course"),
        Aim.BESIDE_JOB: say("without leaving your job"),
        Aim.ANOTHER_WAY: say("another way"),
        Aim.ONLY_WAY: say("the only route shown"),
    }


def name_text(name: PlanName) -> str:
    """What a plan is best at: `fastest`, `next lowest cost`."""
    own = _names()[name.aim]
    return say("next {name}", name=own) if name.is_next else own


_OF_FIGURES = tuple(PlanName(aim) for aim in (Aim.FASTEST, Aim.LOWEST_COST, Aim.HIGHEST_EARNINGS))
"""What the figures beside a plan show at a glance."""


def names_text(names: Iterable[PlanName]) -> str:
    """All that a plan is best at: `fastest, lowest cost`.

    What wins by all three figures is said in one, and who wins by two is not called balanced, too.
    """
    said = list(names)
    won = [name for name in said if name in _OF_FIGURES]
    if len(won) > 1:
        said = [name for name in said if name != PlanName(Aim.BALANCED)]
    if len(won) == len(_OF_FIGURES):
        rest = (name_text(name) for name in said if name not in won)
        return ", ".join([say("best on time, cost, and earnings"), *rest])
    return ", ".join(name_text(name) for name in said)


def _spoken() -> Mapping[Aim, tuple[str, str]]:
    return {
        Aim.FASTEST: (say("the fastest way"), say("the next fastest way")),
        Aim.LOWEST_COST: (say("the cheapest way"), say("the next cheapest way")),
        Aim.HIGHEST_EARNINGS: (
            say("the way that earns the most"),
            say("the next way that earns the most"),
        ),
        Aim.EASIEST: (
            say("the route with the best odds"),
            say("the next route with the best odds"),
        ),
        Aim.USUAL_WAY: (say("the usual way"), say("the next usual way")),
        Aim.MOST_JOBS_OPEN: (
            say("the way that opens the most jobs"),
            say("the next way that opens the most jobs"),
        ),
        Aim.MOST_OPENINGS: (
            say("the way to the job with the most openings"),
            say("the next way to the job with the most openings"),
        ),
        Aim.WITH_SCHOOLING: (
            say("the best way with schooling"),
            say("the next best way with schooling"),
        ),
        Aim.WITH_APPRENTICESHIP: (
            say("the best way with an apprenticeship"),
            say("the next best way with an apprenticeship"),
        ),
        Aim.STEP_BY_STEP: (say("the step-by-step way"), say("the next step-by-step way")),
        Aim.BALANCED: (say("the balanced way"), say("the next balanced way")),
        Aim.INTERESTS: (
            say("the way closest to your interests"),
            say("the next way closest to your interests"),
        ),
        Aim.OWN_LINE: (
            say("the way closest to your work"),
            say("the next way closest to your work"),
        ),
        Aim.OWN_PROFESSION: (
            say("the way into your own profession"),
            say("the next way into your own profession"),
        ),
        Aim.STEP_UP: (
            say("the step up from your job"),
            say("the next step up from your job"),
        ),
        Aim.WITH_COURSE: (
            say("the best way with a short course"),
            say("the next best way with a short course"),
        ),
        Aim.ONLY_WAY: (say("this route"), say("this route")),
        Aim.BESIDE_JOB: (
            say("the way that keeps your job"),
            say("the next way that keeps your job"),
        ),
    }


def spoken_plan(plan: Plan) -> str:
    """The plan inside a sentence: `the fastest way`."""
    name = plan.names[0]
    forms = _spoken()
    if name.aim in forms:
        return forms[name.aim][name.is_next]
    over = [step for step in plan.steps[:-1] if step.kind is StepKind.ARRIVE and step.occupation]
    earned = [step.credential for step in plan.steps if step.credential is not None]
    if over and over[0].occupation:
        return say(
            "another way through {occupation}", occupation=singular_title(over[0].occupation.title)
        )
    if earned:
        return say("another way with {credential}", credential=earned[-1].phrase)
    return say("another way")


# --- reasons --------------------------------------------------------------------------------------


def reason_text(reason: Reason) -> str:
    """Why someone might choose the plan, in a sentence with its figures."""
    details = reason.details
    if reason.kind is ReasonKind.BEST:
        return _BEST[details["aim"]](details)
    if reason.kind is ReasonKind.NEXT:
        name = _names()[details["aim"]]
        return say("The best route to a different job: {name}.", name=name)
    if reason.kind is ReasonKind.AHEAD:
        time = months(details["months"])
        return say("After {time} you are ahead of staying put, and you stay ahead.", time=time)
    years = details["years"]
    return say("It does not catch up with staying put within {years} years.", years=years)


def _earns_most(years: int, gain_usd: float) -> str:
    gain = rough_usd(abs(gain_usd))
    if gain_usd < 0:
        return say(
            "Over {years} years you end up about {gain} behind staying put, after costs. No route "
            "of similar length does clearly better.",
            years=years,
            gain=gain,
        )
    return say(
        "Over {years} years you come out about {gain} ahead of staying put, after costs. No route "
        "of similar length earns clearly more.",
        years=years,
        gain=gain,
    )


_BEST: Mapping[Aim, Callable[[Mapping[str, Any]], str]] = {
    Aim.FASTEST: lambda d: say("No route is usually quicker: {time}.", time=months(d["months"])),
    Aim.LOWEST_COST: lambda d: say("No route costs less: {cost}.", cost=usd(d["cost_usd"])),
    Aim.HIGHEST_EARNINGS: lambda d: _earns_most(d["years"], d["gain_usd"]),
    Aim.EASIEST: lambda d: say(
        "Of these routes, this one gives you the best odds, counting its steps, its study, and how "
        "hard its jobs are to get."
    ),
    Aim.USUAL_WAY: lambda d: say("This is the usual way into the job."),
    Aim.MOST_JOBS_OPEN: lambda d: say(
        "It qualifies you for the most jobs: {share} of them.", share=pct(d["share_open"])
    ),
    Aim.MOST_OPENINGS: lambda d: say(
        "Of the jobs nearest to your work and schooling, this one has the most openings: "
        "{openings} a year nationwide.",
        openings=count(d["openings"]),
    ),
    Aim.WITH_SCHOOLING: lambda d: say(
        "Of the routes through school, this one earns the most: {gain} over {years} years.",
        gain=rough_usd(d["gain_usd"], sign=True),
        years=d["years"],
    ),
    Aim.WITH_APPRENTICESHIP: lambda d: say(
        "Of the routes through an apprenticeship, this one earns the most: {gain} over {years} "
        "years.",
        gain=rough_usd(d["gain_usd"], sign=True),
        years=d["years"],
    ),
    Aim.STEP_BY_STEP: lambda d: say(
        "You earn along the way: of the routes through other jobs, this one takes the most common "
        "moves."
    ),
    Aim.BALANCED: lambda d: say(
        "Of the routes that open enough jobs, this one gives up least of time, cost, pay, and "
        "effort taken together."
    ),
    Aim.INTERESTS: lambda d: say("Its jobs come closest to your interests."),
    Aim.OWN_LINE: lambda d: say(
        "Of the jobs that fit, this one uses the most of your work and schooling."
    ),
    Aim.OWN_PROFESSION: lambda d: say("It leads to the work you were trained for abroad."),
    Aim.STEP_UP: lambda d: say("It builds on the job you have: it is the next rung up from it."),
    Aim.WITH_COURSE: lambda d: say(
        "Of the routes with a course of a few weeks or months to jobs with many openings, this one "
        "earns the most: {gain} over {years} years.",
        gain=rough_usd(d["gain_usd"], sign=True),
        years=d["years"],
    ),
    Aim.BESIDE_JOB: lambda d: say(
        "You keep your job and its pay while you study; it takes {time}.", time=months(d["months"])
    ),
    Aim.ONLY_WAY: lambda d: say(
        "It usually takes {time}, costs {cost}, and opens {share} of the jobs to you.",
        time=months(d["months"]),
        cost=usd(d["cost_usd"]),
        share=pct(d["share_open"]),
    ),
    Aim.ANOTHER_WAY: lambda d: say(
        "Between the others: it usually takes {time}, costs {cost}, and opens {share} of the "
        "jobs to you.",
        time=months(d["months"]),
        cost=usd(d["cost_usd"]),
        share=pct(d["share_open"]),
    ),
}


# --- pay ------------------------------------------------------------------------------------------


def later_text(later: LaterCredential) -> str:
    """The credential that the goal's title names: how long after the start, and what it costs."""
    told = say("{name}: {time} after you start", name=later.name, time=months_span(later.months))
    if later.usd is None:
        return told
    return say("{told}, for {cost}", told=told, cost=usd_span(later.usd))


def start_pay(pay: Pay) -> str:
    """What beginners earn, by the hour: `$33 an hour`; a dash where nothing is published."""
    if pay.start_hour is None:
        return "–"
    return say("${hour} an hour", hour=f"{pay.start_hour:,.0f}")


def whose_pay(pay: Pay) -> str:
    """Whose pay is shown where it is that of a wider group; empty where it is the job's own."""
    return say("pay of all {group}", group=in_running_text(pay.group)) if pay.group else ""


def gain_unknown(pay: Pay) -> str:
    """Why no gain is told: the pay there is by the hour, or that of a wider group."""
    if pay.is_of_wide_group:
        return say(
            "Pay is published only for all {group} together, so we do not know the extra earnings.",
            group=in_running_text(pay.group),
        )
    return say("Pay is published only by the hour, so we do not know the extra earnings.")


def start_pay_short(pay: Pay) -> str:
    """The same for a narrow column: `$33/hr`."""
    if pay.start_hour is None:
        return "–"
    return say("${hour}/hr", hour=f"{pay.start_hour:,.0f}")


def _own_start(pay: Pay, figures: Mapping[str, str]) -> str:
    """Pay where what is earned to begin with is not the survey's figure, and whose it is."""
    told = say(
        "Starts at about {start} ({start_year} a year): {whose}.", whose=pay.start_of, **figures
    )
    if pay.group:
        later = say("Of all {group}, half earn {middle} a year or more ({area}).", **figures)
    else:
        later = say(
            "Later, half earn {middle} a year or more; the middle half earn {low} to {high} "
            "({area}).",
            **figures,
        )
    return f"{told} {later}"


def pay_text(pay: Pay) -> str:
    """What the job pays at the start and later, by the hour and by the year, and where."""
    if pay.p50 is None:
        return say("No pay is published.")
    low, middle, high = pay.spoken()
    figures = {"low": low, "middle": middle, "high": high, "area": pay.area}
    if pay.is_hourly:
        return say(
            "Half earn {middle} an hour or more; the middle half earn {low} to {high}. Pay for "
            "a full year is not published ({area}).",
            **figures,
        )
    if pay.start is None:
        return say(
            "Half earn {middle} a year or more; the middle half earn {low} to {high} ({area}).",
            **figures,
        )
    figures |= {
        "start": start_pay(pay),
        "start_year": rough_usd(pay.start),
        "group": in_running_text(pay.group),
    }
    if pay.is_risen:
        return say(
            "With your experience, starts at about {start} ({start_year} a year). Half earn "
            "{middle} a year or more; the middle half earn {low} to {high} ({area}).",
            **figures,
        )
    if pay.start_of:
        return _own_start(pay, figures)
    if pay.is_of_wide_group:
        return say(
            "Starts at about {start} ({start_year} a year), the lowest tenth of all {group}: pay "
            "for this specialty alone is not published. Of all {group}, half earn {middle} a year "
            "or more; the middle half earn {low} to {high} ({area}).",
            **figures,
        )
    return say(
        "Starts at about {start} ({start_year} a year). Later, half earn {middle} a year or "
        "more; the middle half earn {low} to {high} ({area}).",
        **figures,
    )


# --- how sure -------------------------------------------------------------------------------------


def confidence_text(sure: Confidence) -> str:
    """A sentence on the rarest job change of the way, and one on the goal's jobs that are open."""
    opened = say(
        "{share} of {goal} jobs require no more schooling than you will have.",
        share=pct(sure.share_open),
        goal=singular_title(sure.goal),
    )
    if not sure.origin:
        return say("No survey counts how many people take this route. {open}", open=opened)
    change = say(
        "{how_common}: {chance} of the people who leave work as {origin} start as {destination} "
        "next, whatever they studied.",
        how_common=_how_common(sure),
        chance=_in_thousand(sure.likelihood),
        origin=one_worker(sure.origin),
        destination=one_worker(sure.destination),
    )
    if not sure.likelier:
        return f"{change} {opened}"
    likelier = say("More of them become {likelier}.", likelier=one_worker(sure.likelier))
    return f"{change} {likelier} {opened}"


def _how_common(sure: Confidence) -> str:
    if sure.is_of_several:
        return {
            Frequency.MANY: say("The hardest move in this plan is a common one"),
            Frequency.SOME: say("The hardest move in this plan is one that some people make"),
            Frequency.FEW: say("The hardest move in this plan is a rare one"),
        }[sure.frequency]
    return {
        Frequency.MANY: say("This is a common move"),
        Frequency.SOME: say("Some people make this move"),
        Frequency.FEW: say("Few people make this move"),
    }[sure.frequency]


def _in_thousand(chance: float) -> str:
    in_thousand = chance * 1000
    if in_thousand < 1:
        return say("fewer than 1 in 1,000")
    return say("about {count} in 1,000", count=f"{in_thousand:.0f}")

"""Notices in words. Each kind says here which details it names, by the field it is about."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from careerlattice.plan.answer import Notice, NoticeKind
from careerlattice.vocab.amounts import count, months, pct, rough_usd, usd
from careerlattice.vocab.levels import EducationLevel
from careerlattice.vocab.titles import singular_title
from careerlattice.wording import no_way
from careerlattice.wording.catalogue import capitalized, listed, say, say_many
from careerlattice.wording.licenses import exam_and_agency
from careerlattice.wording.plans import spoken_plan
from careerlattice.wording.understood import understood_text
from careerlattice.wording.work_names import area_in_text, one_worker

Writer = Callable[[Notice], str]


def notice_text(notice: Notice) -> str:
    """One or two sentences that say what the notice is about."""
    return _WRITERS[notice.kind](notice)


def _taken_to_mean(notice: Notice) -> str:
    """`typed`: what stands in the request; `note`: how the catalog understood it.

    Of a field of study its title, `field`, and `cip_code` instead of a note.
    """
    if notice.field == "start.field":
        return say(
            "We read your field {typed!r} as {field} ({cip_code}).",
            **notice.details,
        )
    return understood_text(notice.details["note"])


# --- assumed --------------------------------------------------------------------------------------


def _assumed(notice: Notice) -> str:
    return {
        "start.field": _field_assumed,
        "start.education": _schooling_assumed,
        "start.job.months": _tenure_assumed,
        "start.licenses": _license_assumed,
        "start.pay_usd": _pay_there_assumed,
    }[notice.field](notice)


def _field_assumed(notice: Notice) -> str:
    """`occupation`: the one whose field is taken."""
    return say(
        "You did not name a field of study. We assume the one that leads to work as {occupation}.",
        occupation=one_worker(notice.details["occupation"]),
    )


def _schooling_assumed(notice: Notice) -> str:
    """`level` taken, `share_open` of the jobs of `occupation`; `typical` where more is usual."""
    details = notice.details
    values = {
        "level": details["level"].phrase,
        "share": pct(details["share_open"]),
        "occupation": singular_title(details["occupation"]),
    }
    if details["typical"] is None:
        return say(
            "You did not name your schooling. We assume {level}, which is enough for {share} of "
            "{occupation} jobs. Tell us if yours is different.",
            **values,
        )
    return say(
        "You did not name your schooling. We assume {level}, which is enough for {share} of "
        "{occupation} jobs; half of them require {typical} or more. Tell us if you have it.",
        **values,
        typical=details["typical"].phrase,
    )


def _license_assumed(notice: Notice) -> str:
    """`name` of the license held, and the `state` it is taken to be of."""
    return say(
        "You did not say which state gave you the license {name}, so we assume {state}. Tell us "
        "if that is wrong: licenses differ by state.",
        name=notice.details["name"],
        state=notice.details["state"],
    )


def _pay_there_assumed(notice: Notice) -> str:
    """The `state` a person works in, and the yearly `pay_usd` of their job there."""
    return say(
        "You did not say what you earn, so we assume {pay}, what your job pays in {state}.",
        pay=usd(notice.details["pay_usd"]),
        state=notice.details["state"],
    )


def _tenure_assumed(notice: Notice) -> str:
    """`occupation`, and `pay_usd` that is taken for want of words; none where pay was given."""
    details = notice.details
    if details["pay_usd"] is None:
        return say(
            "You did not say how long you have been in your job, so we count no experience yet."
        )
    return say(
        "You did not say how long you have been in your job, so we count no experience yet. We "
        "assume you earn the typical pay of {occupation}, {pay}.",
        occupation=one_worker(details["occupation"]),
        pay=usd(details["pay_usd"]),
    )


def _job_left_out(notice: Notice) -> str:
    """`typed`: the earlier job; `could_mean`: how many occupations it fits, 0 for none.

    `is_no_occupation` says that the words name a state of life or a rank.
    """
    typed, could_mean = notice.details["typed"], notice.details["could_mean"]
    if could_mean:
        return say(
            "Your earlier job {typed!r} does not count yet: it could mean any of {could_mean} "
            "occupations. Name it more exactly.",
            typed=typed,
            could_mean=could_mean,
        )
    if notice.details["is_no_occupation"]:
        return say(
            "Your earlier job {typed!r} does not count yet: those words alone do not name an "
            "occupation. Name it more exactly.",
            typed=typed,
        )
    return say(
        "Your earlier job {typed!r} does not count yet: we know no occupation by that name. Name "
        "it more exactly.",
        typed=typed,
    )


def _served(notice: Notice) -> str:
    if name := notice.details.get("certified"):
        return say(
            "Your military service counts as experience. Your job in it requires a national "
            "certification ({one}), so we take it that you hold it: check that it has not lapsed, "
            "and ask the state for its license on it. Ask for your Joint Services Transcript (Air "
            "Force: the CCAF one) and the VA about the GI Bill. Plans are compared with an "
            "entry-level job unless you tell us your pay.",
            one=str(name),
        )
    return say(
        "Your military service counts as experience, but it is not a civilian license. Before you "
        "pay for a course, ask for your Joint Services Transcript (Air Force: the CCAF one), as "
        "schools may give credit for it; ask the VA about the GI Bill; and ask the licensing "
        "agency what it waives for veterans. Plans are compared with an entry-level job unless you "
        "tell us your pay."
    )


# --- beside the plans -----------------------------------------------------------------------------


def _left_out(notice: Notice) -> str:
    """`front`: routes found; `shown`: plans; `goals`: occupations they lead to, 1 for one goal."""
    front, shown, goals = (notice.details[name] for name in ("front", "shown", "goals"))
    found = say("We found {front} routes, each better than the others in some way", front=front)
    if goals > 1:
        found = say("{found}, to {goals} occupations that fit your goal", found=found, goals=goals)
    these = say_many(
        "The most useful one is shown",
        "The {shown} that differ most are shown",
        shown,
        shown=shown,
    )
    rest = say_many("{rest} is not", "{rest} are not", front - shown, rest=front - shown)
    return say("{found}. {these}; {rest}.", found=found, these=these, rest=rest)


def _credential_title(notice: Notice) -> str:
    """The `credential` that a title names, and the `occupation` it is read as."""
    named, job = notice.details["credential"], one_worker(notice.details["occupation"])
    parts = [say("{credential}: it takes {asks}.", credential=named.credential, asks=named.asks)]
    parts += exam_and_agency(named.exam, named.agency)
    if named.is_in_plan:
        parts.append(say("The plan leads to work as {job}; you earn it there.", job=job))
    elif not named.agency:
        parts.append(
            say(
                "It is counted with the work of {job}, and the plan below is for that work in "
                "general: the schooling, the time, the cost, and the pay may differ.",
                job=job,
            )
        )
    else:
        parts.append(
            say(
                "The plan below is for {job} in general and does not include it: the time, the "
                "cost, and the pay may differ.",
                job=job,
            )
        )
    return " ".join(parts)


def _usual_over(notice: Notice) -> str:
    """What the usual way usually takes, `months`, `cost_usd`, and by how much it is over limits."""
    found = notice.details
    credential = EducationLevel(found["credential"]) if found["credential"] else None
    if credential is not None:
        way = say("the usual route ({credential})", credential=credential.phrase)
    elif found["is_course"]:
        way = say("the usual route (a short course)")
    else:
        way = say("the usual route")
    cost, time = usd(found["cost_usd"]), months(found["months"])
    if found["over_usd"]:
        over = usd(found["over_usd"])
        cost = say("{cost} ({over} more than you have)", cost=cost, over=over)
    if found["over_months"]:
        over = months(found["over_months"])
        time = say("{time} ({over} longer than you have)", time=time, over=over)
    told = say(
        "Your limits leave out {way}: it costs about {cost} and usually takes {time}.",
        way=way,
        cost=cost,
        time=time,
    )
    if not found["over_usd"]:
        return told
    return f"{told} {no_way.aid_for_the_rest()}"


def _only_at_best(notice: Notice) -> str:
    """The `limit` of months, and the `months` that the quickest plan usually takes."""
    return say(
        "You have {limit}. That works only if everything goes well: most people need {time}.",
        limit=months(notice.details["limit"]),
        time=months(notice.details["months"]),
    )


def _few_open(notice: Notice) -> str:
    """`plans` that open the same small share, `share_open`, of the goal's jobs."""
    names = list(dict.fromkeys(spoken_plan(plan) for plan in notice.details["plans"]))
    return say_many(
        "{ways} qualifies you for {share} of the jobs. The rest require more schooling.",
        "{ways} qualify you for {share} of the jobs. The rest require more schooling.",
        len(names),
        ways=capitalized(listed(names)),
        share=pct(notice.details["share_open"]),
    )


def _unlicensed_part(notice: Notice) -> str:
    """`occupation`, and the `text` that says which part of its work needs no license."""
    told = say(
        "Some {occupation} jobs need no license; these plans lead to the ones that do.",
        occupation=singular_title(notice.details["occupation"]),
    )
    text = notice.details["text"]
    return f"{told} {capitalized(text)}{'' if text.endswith('.') else '.'}" if text else told


def _license_data(_: Notice) -> str:
    return say("Licenses differ by state. Name yours to see which one you need and whom to ask.")


def _wider_area(notice: Notice) -> str:
    """`area` asked for, and the one that `stands_in`."""
    return say(
        "No pay is published for this job in {area}, so pay is that of {stands_in}.",
        area=notice.details["area"],
        stands_in=area_in_text(notice.details["stands_in"]),
    )


def _pay_missing(notice: Notice) -> str:
    """`occupation` held, and the yearly `pay_usd` taken for it."""
    return say(
        "No pay is published for work as {occupation}. We assume that staying put pays {pay}, like "
        "a typical entry-level job. Tell us what you earn if you know.",
        occupation=one_worker(notice.details["occupation"]),
        pay=usd(notice.details["pay_usd"]),
    )


def _unusual_pay(notice: Notice) -> str:
    """`occupation`, `area`, its pay as `p25`, `p50`, `p75`, the `nation`'s median; few `jobs`."""
    details = notice.details
    few = ""
    if details["jobs"] is not None:
        few = say(" Only {jobs} people do this work there.", jobs=count(details["jobs"]))
    return say(
        "Typical pay of {occupation} in {area} is {middle}, which is {share} of the national "
        "figure, {nation}; the middle half earn {low} to {high}.{few} Ask employers before you "
        "rely on it.",
        occupation=one_worker(details["occupation"]),
        area=details["area"],
        middle=usd(details["p50"]),
        share=pct(details["p50"] / details["nation"]),
        nation=usd(details["nation"]),
        low=usd(details["p25"]),
        high=usd(details["p75"]),
        few=few,
    )


def _horizon(notice: Notice) -> str:
    """`years` looked ahead in place of the `usual` ones, and the longest plan's `months`."""
    details = notice.details
    return say(
        "The longest plan takes {time}, so we compare the money of every plan over {years} "
        "years instead of {usual}.",
        time=months(details["months"]),
        years=details["years"],
        usual=details["usual"],
    )


def _graduates(notice: Notice) -> str:
    """`occupation`, `credential`; graduates of `programs` in `home` earn `earnings_usd`, workers in
    `pay_area` at least `p25`.
    """
    details = notice.details
    return say(
        "Half of the people in {home} who earned {credential} in the field of {occupation} make "
        "less than {earnings} four years later, whatever their job ({programs} programs, College "
        "Scorecard). Three in four who work in this job in {pay_area} make more than {pay}. Ask "
        "schools how many of their graduates find such a job.",
        occupation=one_worker(details["occupation"]),
        credential=details["credential"].phrase,
        home=area_in_text(details["home"]),
        earnings=usd(details["earnings_usd"]),
        programs=f"{details['programs']:,}",
        pay_area=area_in_text(details["pay_area"]),
        pay=usd(details["p25"]),
    )


_WRITERS: Mapping[NoticeKind, Writer] = {
    NoticeKind.TAKEN_TO_MEAN: _taken_to_mean,
    NoticeKind.ASSUMED: _assumed,
    NoticeKind.SERVED: _served,
    NoticeKind.JOB_LEFT_OUT: _job_left_out,
    NoticeKind.GOAL_EMPTY: no_way.goal_empty,
    NoticeKind.ALREADY_THERE: no_way.already_there,
    NoticeKind.UNREACHABLE: no_way.unreachable,
    NoticeKind.NO_WAY_IN_LIMITS: no_way.no_way_in_limits,
    NoticeKind.RELAXATION: no_way.relaxation,
    NoticeKind.NEAREST: no_way.nearest,
    NoticeKind.LEFT_OUT: _left_out,
    NoticeKind.SEARCH_CUT: lambda _: say(
        "The search stopped at its limit, so there may be better routes. Set tighter limits."
    ),
    NoticeKind.UNLICENSED_PART: _unlicensed_part,
    NoticeKind.LICENSE_DATA: _license_data,
    NoticeKind.PAY_WIDER_AREA: _wider_area,
    NoticeKind.PAY_MISSING: _pay_missing,
    NoticeKind.UNUSUAL_PAY: _unusual_pay,
    NoticeKind.HORIZON: _horizon,
    NoticeKind.CREDENTIAL_TITLE: _credential_title,
    NoticeKind.COLLEGE_FIRST: lambda _: say(
        "Four years at a university would go over your budget. These routes begin the bachelor's "
        "degree at a community college and finish it at a public university."
    ),
    NoticeKind.NONE_PAYS: lambda n: say_many(
        "This route does not pay off within {years} years: it leaves you about {usd} behind "
        "staying put.",
        "None of these routes pays off within {years} years: the best leaves you about {usd} "
        "behind staying put.",
        n.details["routes"],
        years=n.details["years"],
        usd=rough_usd(n.details["behind_usd"]),
    ),
    NoticeKind.USUAL_OVER: _usual_over,
    NoticeKind.TIME_AT_BEST: _only_at_best,
    NoticeKind.FEW_OPEN: _few_open,
    NoticeKind.GRADUATES_EARNINGS: _graduates,
}

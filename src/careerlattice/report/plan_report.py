"""A plan answer as a report that a counselor can hand over."""

from __future__ import annotations

from datetime import date

from careerlattice.plan.answer import NoticeKind, Pay, Plan, PlanAnswer, Step, StepKind
from careerlattice.report.model import (
    Block,
    Bullets,
    Facts,
    Lines,
    Link,
    Paragraph,
    Picture,
    Report,
    Section,
    Table,
)
from careerlattice.report.route_picture import route_svg, route_words
from careerlattice.vocab.amounts import count, months, months_usually, pct, rough_usd, usd
from careerlattice.wording import (
    confidence_text,
    gain_unknown,
    goal_title,
    names_text,
    need_asked,
    need_has,
    need_missing,
    need_name,
    note_text,
    notice_text,
    reason_text,
    start_pay,
    start_title,
    step_title,
    way_names,
)
from careerlattice.wording.licenses import record_date

SHOWN_SCHOOLS, SHOWN_LICENSES = 3, 1
_TOLD_BY_NOTES = (StepKind.LICENSE, StepKind.COURSE, StepKind.PRACTICE)
SCHOOL_PAGES = (
    "To see a school's city, price after aid, and map, follow its name or look it up at "
    "collegescorecard.ed.gov (U.S. Department of Education)."
)
NOTE_LINES = 6
QUIET = (NoticeKind.LEFT_OUT,)


def build_plan_report(
    answer: PlanAnswer,
    plan: Plan,
    prepared: date | None = None,
    *,
    name: str = "",
    address: str = "",
) -> Report:
    """The report of one plan of an answer: route, steps, money, schools, licenses, sources.

    `prepared` is the day it is handed out, printed with the release; none leaves it off, so that
    the same answer gives the same bytes. `name` is whom it is for; without one there is a line to
    write it on, as there are lines for notes. `address` is the page to come back to.
    """
    sections = [
        overview(plan),
        _why(plan),
        Section("Step by step", (timetable(plan),)),
        *(_step(step) for step in plan.steps if _has_more(step)),
        _money(plan),
        _other_options(answer, plan),
        _care(answer, plan),
        Section("Notes", (Lines(NOTE_LINES),)),
    ]
    return Report(
        route_title(answer),
        f"{_name(answer, plan)}. Figures for {answer.area}.",
        tuple(section for section in sections if section is not None),
        answer.release,
        answer.credits,
        day_in_words(prepared),
        name=name,
        address=address,
    )


def route_title(answer: PlanAnswer) -> str:
    """From where to where the plans of an answer lead."""
    return f"From {start_title(answer.start)} to {goal_title(answer.goal)}"


def day_in_words(day: date | None) -> str:
    """A day as a report says it; empty for none.

    >>> day_in_words(date(2026, 3, 1))
    'March 1, 2026'
    """
    return "" if day is None else f"{day:%B} {day.day}, {day.year}"


def _name(answer: PlanAnswer, plan: Plan) -> str:
    """What the plan is and what it is best at."""
    return f"{_way_names(answer)[plan.id]}: {names_text(plan.names)}"


def _way_names(answer: PlanAnswer) -> dict[str, str]:
    ids = (plan.id for plan in answer.plans)
    return dict(zip(ids, way_names(answer.plans), strict=True))


def _figures_of(plan: Plan) -> tuple[tuple[str, str], ...]:
    """The key figures of a plan: name and value."""
    horizon = len(plan.money.years)
    return (
        ("Time to the goal", months_usually(plan.months, plan.months_usual)),
        *((("The credential", str(plan.later)),) if plan.later else ()),
        ("Cost", _range(plan.cost_usd, plan.cost_low_usd, plan.cost_high_usd)),
        ("Pay to start", start_pay(plan.pay_at_goal)),
        ("Typical pay later", _middle(plan.pay_at_goal)),
        ("Jobs open to you", pct(plan.share_open)),
        (f"Extra earnings over {horizon} years", rough_usd(plan.money.gain_told, sign=True)),
    )


def overview(plan: Plan) -> Section:
    """The route as a picture, its key figures, and what to do first."""
    first = plan.steps[0]
    begin = Paragraph(f"This week: {first.first_do} {first.first_url}")
    picture = Picture(route_svg(plan), route_words(plan))
    return Section("The route", (picture, Facts(_figures_of(plan)), begin))


def _why(plan: Plan) -> Section:
    reasons = Bullets(tuple(reason_text(reason) for reason in plan.reasons))
    sure = Paragraph(confidence_text(plan.confidence))
    return Section("Why this route, and how sure", (reasons, sure))


def _middle(pay: Pay) -> str:
    middle = pay.spoken()[1]
    return f"{middle} an hour" if pay.is_hourly and pay.p50 is not None else middle


def _range(typical: float, low: float, high: float) -> str:
    return f"{usd(typical)} ({usd(low)} to {usd(high)})" if high > low else usd(typical)


def timetable(plan: Plan) -> Table:
    """The steps of a plan in a table, one row each."""
    rows = tuple(
        (
            "start" if step.start_month_usual < 1 else f"month {step.start_month_usual:.0f}",
            step_title(step),
            months_usually(step.months, step.months_usual) if step.months else "–",
            _range(step.cost_usd, step.cost_low_usd, step.cost_high_usd) if step.cost_usd else "–",
            f"{usd(step.pay_usd)} a year" if step.pay_usd else "–",
        )
        for step in plan.steps
    )
    return Table(
        "Steps in order",
        ("When", "What", "How long", "Cost", "Pay meanwhile"),
        rows,
        (2, 3, 4),
        unbroken=(0, 2),
    )


def _has_more(step: Step) -> bool:
    return bool(step.needs or step.schools or step.pay or step.kind in _TOLD_BY_NOTES)


def _step(step: Step) -> Section:
    blocks: list[Block] = []
    if step.needs:
        blocks.append(_needs(step))
    if step.pay is not None and step.pay.p50 is not None:
        blocks.append(_pay(step, step.pay))
    for item in step.licenses[:SHOWN_LICENSES]:
        parts = [item.readable_title, item.agency or "agency not named"]
        if item.url:
            parts.append(item.url)
        if item.updated:
            parts.append(record_date(item))
        blocks.append(Paragraph("License: " + ", ".join(parts) + "."))
    if step.schools:
        blocks.append(_schools(step))
    if step.notes:
        blocks.append(Paragraph(" ".join(map(note_text, step.notes)), is_small=True))
    if step.sources:
        blocks.append(Paragraph("Source: " + "; ".join(step.sources) + ".", is_small=True))
    return Section(step_title(step), tuple(blocks), level=3)


def _needs(step: Step) -> Table:
    rows = tuple(
        (need_name(need.what), need_asked(need), need_has(need), need_missing(need) or "nothing")
        for need in step.needs
    )
    return Table(
        "What you need and what you have",
        ("Requirement", "You need", "You have", "Still to do"),
        rows,
        unbroken=(0,),
    )


def _pay(step: Step, pay: Pay) -> Paragraph:
    low, middle, high = pay.spoken()
    text = f"Pay in {pay.area}: half earn {middle} or more; the middle half earn {low} to {high}."
    if pay.is_hourly:
        text += " This is pay by the hour; pay for a full year is not published."
    if step.openings_per_year is not None and step.growth_pct is not None:
        text += (
            f" {count(step.openings_per_year)} openings a year nationwide. Change in the "
            f"number of jobs by 2034: {step.growth_pct:+.1f}%."
        )
    return Paragraph(text)


def _schools(step: Step) -> Table:
    rows = tuple(
        (
            Link(school.school, school.url) if school.url else school.school,
            school.control,
            "–" if school.completers is None else f"{school.completers:,}",
            usd(school.earnings_usd),
            usd(school.debt_usd),
        )
        for school in step.schools[:SHOWN_SCHOOLS]
    )
    return Table(
        f"Programs that lead here, {len(rows)} of {step.schools_in_all} (schools at the price "
        "shown come first)",
        ("School", "Kind", "Graduates a year", "Earnings after", "Debt"),
        rows,
        (2, 3, 4),
    )


def _money(plan: Plan) -> Section:
    money = plan.money
    if not money.is_told:
        text = gain_unknown(plan.pay_at_goal)
        return Section("Money, compared with staying put", (Paragraph(text),))
    ahead = (
        f"After {months(money.payback_month)} you are ahead, and you stay ahead."
        if money.payback_month is not None
        else "It does not catch up with staying put in that time."
    )
    text = (
        f"Over {len(money.years)} years, compared with staying at {usd(money.stay_pay_usd)} a "
        f"year: about {rough_usd(money.gain_npv, sign=True)} in today's dollars, discounted at "
        f"{pct(money.rate)}. With lower pay {rough_usd(money.gain_npv_low, sign=True)}, with "
        f"higher pay {rough_usd(money.gain_npv_high, sign=True)}. {ahead}"
    )
    rows = tuple(
        (str(y.year), usd(y.earned), f"{usd(y.low)} to {usd(y.high)}", usd(y.tuition), usd(y.stay))
        for y in money.years
    )
    table = Table(
        "Year by year, in today's dollars",
        ("Year", "Earned", "Lower to higher pay", "Cost", "Staying put"),
        rows,
        (0, 1, 2, 3, 4),
    )
    return Section("Money, compared with staying put", (Paragraph(text), table))


def _other_options(answer: PlanAnswer, plan: Plan) -> Section | None:
    table = other_routes(answer, plan)
    return None if table is None else Section("Other routes found", (table,))


def other_routes(answer: PlanAnswer, plan: Plan) -> Table | None:
    """The other plans of the answer in a table; none where there is no other."""
    names = _way_names(answer)
    rows = tuple(
        (
            names[other.id],
            months(other.months),
            months(other.months_usual),
            usd(other.cost_usd),
            pct(other.share_open),
            rough_usd(other.money.gain_told, sign=True),
        )
        for other in answer.plans
        if other.id != plan.id
    )
    if not rows:
        return None
    head = ("Route", "Time", "Usually", "Cost", "Jobs open", "Extra earnings")
    return Table("Other routes beside this one", head, rows, (1, 2, 3, 4, 5))


def _care(answer: PlanAnswer, plan: Plan) -> Section:
    notices = tuple(notice_text(notice) for notice in answer.notices if notice.kind not in QUIET)
    general = (
        "Figures are averages for many people. Yours may be different.",
        "Check licenses with the agency and prices with the school before you decide.",
        *((SCHOOL_PAGES,) if any(step.schools for step in plan.steps) else ()),
    )
    return Section("Read with care", (Bullets((*notices, *general)),))

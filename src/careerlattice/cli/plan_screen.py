"""Plans on the terminal: the options, one plan as a timeline, its money and its reasons."""

from __future__ import annotations

from rich import box
from rich.markup import escape
from rich.table import Table
from rich.text import Text

from careerlattice.cli.plan_trace import print_trace, short_span
from careerlattice.cli.screen import console, heading, print_credits, remark, say
from careerlattice.plan.answer import (
    NoticeKind,
    Plan,
    PlanAnswer,
    Step,
    StepKind,
)
from careerlattice.requirements.prices import control_of
from careerlattice.vocab.amounts import count, months, months_usually, pct, rough_usd, usd
from careerlattice.wording import (
    gain_unknown,
    goal_title,
    names_text,
    need_asked,
    need_has,
    need_missing,
    need_name,
    notice_text,
    pay_text,
    start_pay_short,
    start_title,
    step_title,
    way_names,
    way_parts,
    whose_pay,
)
from careerlattice.wording.licenses import record_date

_MARKS = {
    StepKind.STUDY: "▣",
    StepKind.COURSE: "▣",
    StepKind.PRACTICE: "■",
    StepKind.WORK: "■",
    StepKind.LICENSE: "✎",
    StepKind.SEARCH: "○",
    StepKind.APPRENTICESHIP: "▣",
    StepKind.ARRIVE: "▶",
}
MOST_TOLD_BY_NAME = 2
"""Ways of more parts than that are told part by part beside their name."""
_WARNINGS = (
    NoticeKind.NO_WAY_IN_LIMITS,
    NoticeKind.UNREACHABLE,
    NoticeKind.GOAL_EMPTY,
    NoticeKind.CREDENTIAL_TITLE,
)


def print_answer(answer: PlanAnswer, show: str | None) -> None:
    """The options side by side, then one of them as a timeline.

    Raises `NotFound`, before anything is printed, where no plan has the name to show.
    """
    chosen = None
    if answer.plans:
        chosen = answer.recommended(show or "")
    console.print(
        f"[bold]From {escape(start_title(answer.start))} to "
        f"{escape(goal_title(answer.goal))}[/bold]"
        f"  [dim]{escape(answer.area)}[/dim]"
    )
    _print_notices(answer, before=True)
    if chosen is not None:
        _print_options(answer)
        _print_timeline(answer, chosen)
        _print_money(chosen)
        _print_reasons(chosen)
        _print_notices(answer, before=False)
        print_trace(answer)
        remark(
            "See another route in full: --show plan-N. See every figure and source: "
            f"careerlattice explain {chosen.id} …"
        )
    print_credits([*_short_credits(answer), f"Release {answer.release}. Every credit: --json."])


def print_explained(answer: PlanAnswer, plan: Plan) -> None:
    """One plan with every need, school, license and source."""
    console.print(
        f"[bold]{plan.id}: {names_text(plan.names)}[/bold]  "
        f"[dim]{escape(start_title(answer.start))} to {escape(goal_title(answer.goal))}, "
        f"{escape(answer.area)}[/dim]"
    )
    _print_notices(answer, before=True)
    _print_reasons(plan)
    _print_timeline(answer, plan, in_full=True)
    _print_years(plan)
    _print_notices(answer, before=False)
    heading("How this was found")
    report = answer.search
    say(
        f"{report.arcs:,} possible moves between {report.states:,} states (occupation, education, "
        f"experience) were laid out. No other route beats these {report.front} in every way. "
        f"Rounded up to {', '.join(report.units)}. "
        + ("The search is complete." if report.is_complete else "The search stopped early.")
    )
    print_trace(answer)
    heading("Assumptions")
    from careerlattice.plan.parameters import ALL

    for item in ALL.values():
        remark(f"{item.label}: {_amount(item.value, item.unit)} ({item.why})")
    print_credits([*answer.credits, f"Release {answer.release}."])


def _amount(value: float, unit: str) -> str:
    return f"{usd(value)}{unit.removeprefix('USD')}" if unit[:3] == "USD" else f"{value:,g} {unit}"


def _print_notices(answer: PlanAnswer, *, before: bool) -> None:
    early = (
        *_WARNINGS,
        NoticeKind.TIME_AT_BEST,
        NoticeKind.USUAL_OVER,
        NoticeKind.COLLEGE_FIRST,
        NoticeKind.NONE_PAYS,
        NoticeKind.RELAXATION,
        NoticeKind.NEAREST,
        NoticeKind.TAKEN_TO_MEAN,
        NoticeKind.ASSUMED,
        NoticeKind.JOB_LEFT_OUT,
        NoticeKind.SERVED,
        NoticeKind.ALREADY_THERE,
        NoticeKind.PAY_MISSING,
    )
    told = [notice for notice in answer.notices if (notice.kind in early) == before]
    if told and not before:
        heading("Good to know")
    for notice in told:
        style = "bold yellow" if notice.kind in _WARNINGS else "yellow" if before else "dim"
        mark = "→ " if notice.kind is NoticeKind.RELAXATION else ""
        say(mark + notice_text(notice), style)


def _print_options(answer: PlanAnswer) -> None:
    heading("Your options")
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, header_style="bold", show_edge=False)
    table.add_column("", no_wrap=True)
    table.add_column("Route", ratio=1)
    table.add_column("Time", justify="right", no_wrap=True)
    table.add_column("Cost", justify="right", no_wrap=True)
    table.add_column("Starts at", justify="right", no_wrap=True)
    horizon = len(answer.plans[0].money.years)
    table.add_column(f"extra over\n{horizon} years", justify="right", no_wrap=True)
    for plan, name in zip(answer.plans, way_names(answer.plans), strict=True):
        table.add_row(
            plan.id.removeprefix("plan-"),
            _option(plan, name),
            _spans(plan),
            usd(plan.cost_usd),
            start_pay_short(plan.pay_at_goal),
            rough_usd(plan.money.gain_told, sign=True),
        )
        table.add_row()
    console.print(table)
    remark(
        "Time: what most people take, and below it the time if all goes well. Starts at: what "
        "beginners earn, or what your experience brings where you rise. Extra over "
        f"{horizon} years: what you would earn minus what the route costs, compared with staying "
        "put, in today's dollars, discounted "
        f"{pct(answer.request.discount_rate)} a year."
    )


def _option(plan: Plan, name: str) -> Text:
    """What a plan is, what it is best at, and how many of the goal's jobs it opens if not all."""
    way = Text(name, style="bold")
    way.append(f"\n{names_text(plan.names)}", style="green")
    parts = way_parts(plan)
    if len(parts) > MOST_TOLD_BY_NAME:
        way.append("\n" + " → ".join(parts), style="not bold")
    if round(plan.share_open, 2) < 1:
        way.append(f"\nenough education for {pct(plan.share_open)} of the jobs", style="dim")
    if plan.later:
        way.append(f"\n{plan.later}", style="bold")
    if plan.pay_at_goal.group:
        way.append(f"\n{whose_pay(plan.pay_at_goal)}", style="dim")
    return way


def _spans(plan: Plan) -> Text:
    """What people usually take, and below it the time if all goes well where that is shorter."""
    best, usual = short_span(plan.months), short_span(plan.months_usual)
    text = Text(usual, justify="right")
    if usual != best:
        text.append(f"\nat best {best}", style="dim")
    return text


def _print_timeline(answer: PlanAnswer, plan: Plan, *, in_full: bool = False) -> None:
    heading(
        f"Plan {plan.id.removeprefix('plan-')}, step by step",
        f"{names_text(plan.names)}: {months_usually(plan.months, plan.months_usual)}",
    )
    for step in plan.steps:
        when = f"month {round(step.start_month_usual):>3}"
        line = Text(f"  {when}  ")
        line.append(f"{_MARKS[step.kind]} ", style="cyan")
        line.append(step_title(step), style="bold" if step.kind is StepKind.ARRIVE else "")
        if step.months:
            line.append(f"  {months(step.months_usual)}", style="green")
        if step.cost_usd:
            line.append(f"  {usd(step.cost_usd)}", style="magenta")
        console.print(line)
        if step.first_action is not None:
            console.print(_indented(f"This week: {step.first_action}", style="yellow"))
            console.print(_indented(step.first_action.url))
        for text in _details(answer, step, in_full):
            console.print(_indented(text))


def _indented(text: str, style: str = "dim") -> Table:
    grid = Table.grid(padding=0)
    grid.add_column(width=15)
    grid.add_column(ratio=1)
    grid.add_row("", Text(text, style=style))
    return grid


def _details(answer: PlanAnswer, step: Step, in_full: bool) -> list[str]:
    is_taught = step.kind in (StepKind.STUDY, StepKind.COURSE)
    lines = _study(answer, step, in_full) if is_taught else []
    for item in step.licenses[: 3 if in_full else 1]:
        told = (item.agency or "agency not named", record_date(item))
        lines.append(f"{item.readable_title}: {', '.join(filter(None, told))}")
        if item.url:
            lines.append(item.url)
    if step.kind is StepKind.ARRIVE:
        lines += _arrival(step, in_full)
    elif step.pay_usd:
        lines.append(f"Pay meanwhile: about {usd(step.pay_usd)} a year.")
    lines += map(str, step.notes)
    if in_full:
        lines += [f"Source: {source}" for source in step.sources]
    return lines


def _study(answer: PlanAnswer, step: Step, in_full: bool) -> list[str]:
    lines = []
    if step.months_usual > step.months + 1:
        lines.append(f"If all goes well: {months(step.months)}.")
    if step.cost_high_usd > step.cost_low_usd:
        lines.append(
            f"The cost runs from {usd(step.cost_low_usd)} to {usd(step.cost_high_usd)} at "
            f"{control_of(answer.request.sector)} schools."
        )
    if step.programs:
        lines.append("Programs: " + "; ".join(step.programs[: 4 if in_full else 2]))
    shown = step.schools[: 5 if in_full else 2]
    for school in shown:
        facts = [school.control]
        if school.completers:
            facts.append(f"{school.completers:,} graduates")
        if school.earnings_usd:
            facts.append(f"earn {usd(school.earnings_usd)} after 4 years")
        if school.debt_usd:
            facts.append(f"debt {usd(school.debt_usd)}")
        lines.append(f"{school.school}: {', '.join(facts)}")
        if in_full and school.url:
            lines.append(school.url)
    if step.schools_in_all > len(shown):
        lines.append(f"and {step.schools_in_all - len(shown)} more programs in {answer.area}")
    return lines


def _arrival(step: Step, in_full: bool) -> list[str]:
    lines = []
    for need in step.needs:
        missing = need_missing(need)
        tail = f" This plan adds: {missing}." if missing else ""
        lines.append(
            f"{need_name(need.what)}: {need_asked(need)}. You have: {need_has(need)}.{tail}"
        )
    if step.share_open is not None:
        lines.append(f"Enough education for {pct(step.share_open)} of these jobs.")
    if step.pay is not None:
        lines.append(pay_text(step.pay))
    if step.openings_per_year is not None and step.growth_pct is not None:
        lines.append(
            f"{count(step.openings_per_year)} openings a year nationwide. "
            f"Change in the number of jobs by 2034: {step.growth_pct:+.1f}%."
        )
    if step.likelihood is not None and in_full:
        lines.append(
            f"Of those who leave the job before it, about {step.likelihood * 1000:.1f} in 1,000 "
            f"take this one next ({(step.move_kind or '').replace('_', ' ')}; "
            f"ease {step.ease:.2f} of 1)."
        )
    if step.interest_fit is not None:
        lines.append(f"Interest fit: correlation {step.interest_fit:+.2f}.")
    return lines


def _print_money(plan: Plan) -> None:
    money = plan.money
    heading("Money", f"compared with staying put at {usd(money.stay_pay_usd)} a year")
    if not money.is_told:
        say(gain_unknown(plan.pay_at_goal))
        return
    rates = "; ".join(
        f"at {pct(rate)}: {rough_usd(value, sign=True)}" for rate, value in money.gain_npv_at
    )
    say(
        f"Over {len(money.years)} years about {rough_usd(money.gain_npv, sign=True)} in today's "
        f"dollars (from {rough_usd(money.gain_npv_low, sign=True)} with lower pay to "
        f"{rough_usd(money.gain_npv_high, sign=True)} with higher pay; {rates})."
    )
    if money.payback_month is not None:
        say(
            f"After {months(money.payback_month)} you are ahead of staying put, and you stay ahead."
        )
    else:
        say(f"Not ahead of staying put within {len(money.years)} years.")
    if plan.is_forgone_told:
        say(f"Pay you give up while in school or looking for a job: {usd(plan.forgone_usd)}.")


def _print_years(plan: Plan) -> None:
    _print_money(plan)
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, header_style="bold", show_edge=False)
    for name in ("Year", "Earned", "Low", "High", "Cost", "Staying put", "Difference"):
        table.add_column(name, justify="right")
    for year in plan.money.years:
        ahead = year.earned - year.tuition - year.stay
        amounts = (year.earned, year.low, year.high, year.tuition, year.stay)
        table.add_row(str(year.year), *map(usd, amounts), usd(ahead, sign=True))
    console.print(table)


def _print_reasons(plan: Plan) -> None:
    heading("Why this route")
    for reason in plan.reasons:
        say(str(reason))
    heading("How sure is it?")
    say(str(plan.confidence))


def _short_credits(answer: PlanAnswer) -> list[str]:
    cited = answer.editions
    return [
        answer.credits[0],
        f"Pay and outlook: {cited['bls-oews']}; {cited['bls-projections']}. "
        f"Schools: {cited['scorecard']}. Licenses: {cited['careeronestop']}.",
    ]

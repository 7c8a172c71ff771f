"""Plans side by side: what each is best at, and what it gives and takes against the quickest."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from careerlattice.plan.answer import Plan, StepKind
from careerlattice.vocab.amounts import pct, rough, rough_usd, usd
from careerlattice.web.pages.plan.pictures import PlanLine
from careerlattice.web.templatetags.amounts import months
from careerlattice.wording import way_names, way_parts

# Differences that no one would choose by are not told: months, dollars of tuition, yearly dollars,
# share of jobs, dollars of gain.
LEAST_MONTHS, LEAST_TUITION, LEAST_PAY, LEAST_SHARE, LEAST_GAIN = 1.5, 500.0, 1_000.0, 0.03, 5_000.0


@dataclass(frozen=True, slots=True)
class Option:
    """A plan as one of several to choose from.

    `name` says what it is, `way` its schooling and jobs in order, `study` how one studies on it.
    `best` names the figures in which no other plan shown is as good: `time`, `tuition`, `pay`,
    `open`, `gain`.
    `better` and `worse` are what differs from the quickest plan, in words; both empty for that one.
    """

    plan: Plan
    name: str
    line: PlanLine
    way: tuple[str, ...]
    study: str
    best: tuple[str, ...]
    better: tuple[str, ...]
    worse: tuple[str, ...]
    is_quickest: bool

    @property
    def is_slower(self) -> bool:
        """Whether people usually take longer than at best, in the words that are shown."""
        return months(self.plan.months_usual) != months(self.plan.months)


def options_of(plans: tuple[Plan, ...], lines: tuple[PlanLine, ...]) -> tuple[Option, ...]:
    """The plans in their order, each with its line on the shared scale and what sets it apart."""
    if not plans:
        return ()
    quickest = min(plans, key=lambda plan: plan.months_usual)
    found = []
    for plan, name, line in zip(plans, way_names(plans), lines, strict=True):
        better, worse = _trade_off(plan, quickest)
        found.append(
            Option(
                plan=plan,
                line=line,
                name=name,
                way=way_parts(plan),
                study=study_of(plan),
                best=_best_at(plan, plans),
                better=better,
                worse=worse,
                is_quickest=plan is quickest,
            )
        )
    return tuple(found)


def study_of(plan: Plan) -> str:
    """How one studies on a plan, in a few words."""
    paces = {step.is_beside_work for step in plan.steps if step.kind == "study"}
    kinds = [step.kind for step in plan.steps]
    if "apprenticeship" in kinds:
        if not paces:
            return _("As a paid apprentice")
        if kinds.index(StepKind.STUDY) < kinds.index(StepKind.APPRENTICESHIP):
            return _("Some school, then as an apprentice")
        return _("As an apprentice, then school")
    if paces == {True, False}:
        return _("Partly full time")
    if paces:
        return _("While you work") if True in paces else _("Full time")
    return _("A short course") if "course" in kinds else _("None needed")


def _best_at(plan: Plan, plans: tuple[Plan, ...]) -> tuple[str, ...]:
    pay = plan.pay_at_goal.p50
    pays = [other.pay_at_goal.p50 or 0.0 for other in plans]
    measures = (
        ("time", -plan.months_usual, [-other.months_usual for other in plans], LEAST_MONTHS),
        ("tuition", -plan.cost_usd, [-other.cost_usd for other in plans], LEAST_TUITION),
        ("pay", pay or 0.0, pays, LEAST_PAY),
        ("open", plan.share_open, [other.share_open for other in plans], LEAST_SHARE),
        ("gain", plan.money.gain_told, [other.money.gain_told for other in plans], LEAST_GAIN),
    )
    # All plans alike in a figure are not best at it; what is not told is best at nothing.
    return tuple(
        name
        for name, own, every, least in measures
        if own is not None and _is_best(own, [one for one in every if one is not None], least)
    )


def _is_best(own: float, every: list[float], least: float) -> bool:
    return own == max(every) and own - min(every) >= least


def _trade_off(plan: Plan, quickest: Plan) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What is better and what is worse than on the quickest plan."""
    if plan is quickest:
        return (), ()
    better, worse = [], []
    studies = {step.is_beside_work for step in plan.steps if step.kind == "study"}
    theirs = {step.is_beside_work for step in quickest.steps if step.kind == "study"}
    if False in theirs and False not in studies:
        better.append(_("you keep a job the whole time"))
    elif False in studies and False not in theirs:
        worse.append(_("you study full time"))
    longer = plan.months_usual - quickest.months_usual
    if longer >= LEAST_MONTHS:
        worse.append(_("takes %(time)s longer") % {"time": months(longer)})
    dearer = plan.cost_usd - quickest.cost_usd
    if dearer >= LEAST_TUITION:
        worse.append(_("costs %(usd)s more") % {"usd": usd(dearer)})
    elif dearer <= -LEAST_TUITION:
        better.append(_("saves %(usd)s") % {"usd": usd(-dearer)})
    if plan.pay_at_goal.p50 and quickest.pay_at_goal.p50:
        pay = plan.pay_at_goal.p50 - quickest.pay_at_goal.p50
        if pay >= LEAST_PAY:
            better.append(_("pays %(usd)s more a year at the goal") % {"usd": usd(pay)})
        elif pay <= -LEAST_PAY:
            worse.append(_("pays %(usd)s less a year at the goal") % {"usd": usd(-pay)})
    shares = {"share": pct(plan.share_open), "other": pct(quickest.share_open)}
    if plan.share_open >= quickest.share_open + LEAST_SHARE:
        better.append(_("%(share)s of the jobs open to you, not %(other)s") % shares)
    elif plan.share_open <= quickest.share_open - LEAST_SHARE:
        worse.append(_("only %(share)s of the jobs open to you, not %(other)s") % shares)
    gain = _gain_against(plan, quickest)
    words = {"usd": rough_usd(abs(gain)), "n": len(plan.money.years)}
    if gain >= LEAST_GAIN:
        better.append(_("leaves you %(usd)s better off after %(n)d years") % words)
    elif gain <= -LEAST_GAIN:
        worse.append(_("leaves you %(usd)s worse off after %(n)d years") % words)
    return tuple(better), tuple(worse)


def _gain_against(plan: Plan, quickest: Plan) -> float:
    """The difference between the gains as they are told; 0 where that of either is not known."""
    own, other = plan.money.gain_told, quickest.money.gain_told
    return 0.0 if own is None or other is None else rough(own) - rough(other)

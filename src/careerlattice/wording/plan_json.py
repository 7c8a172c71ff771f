"""A plan answer as JSON-ready values, its sentences included: the same for every way out.

Names of fields are a contract: some may be added, none renamed or removed.
"""

from __future__ import annotations

from careerlattice.plan.answer import (
    LaterCredential,
    Money,
    Need,
    Notice,
    Pay,
    Plan,
    PlanAnswer,
    SearchReport,
    Step,
    TracedRoute,
)
from careerlattice.plan.answer.json_shapes import (
    LaterCredentialJson,
    MoneyJson,
    NeedJson,
    NoticeJson,
    PayJson,
    PlanAnswerJson,
    PlanJson,
    SearchReportJson,
    StepJson,
    TracedRouteJson,
)
from careerlattice.wording.needs import need_asked, need_has, need_missing
from careerlattice.wording.notices import notice_text
from careerlattice.wording.plans import (
    confidence_text,
    goal_title,
    later_text,
    reason_text,
    start_title,
)
from careerlattice.wording.steps import (
    first_action_text,
    note_text,
    step_title,
)
from careerlattice.wording.ways import way_names


def answer_to_json(answer: PlanAnswer) -> PlanAnswerJson:
    """The answer; its trace only where it was asked for."""
    pairs: PlanAnswerJson = {
        "release": answer.release,
        "request": answer.request.to_dict(),
        "area": answer.area,
        "start": start_title(answer.start),
        "goal": goal_title(answer.goal),
        "plans": [
            _plan_to_json(plan, title)
            for plan, title in zip(answer.plans, way_names(answer.plans), strict=True)
        ],
        "notices": [notice_to_json(notice) for notice in answer.notices],
        "search": _search(answer.search),
        "credits": list(answer.credits),
        "editions": dict(answer.editions),
    }
    if answer.trace is not None:
        pairs["trace"] = trace_to_json(answer.trace)
    return pairs


def trace_to_json(trace: tuple[TracedRoute, ...]) -> list[TracedRouteJson]:
    """What became of every route of the front, in the front's order."""
    return [_traced(route) for route in trace]


def plan_to_json(plan: Plan) -> PlanJson:
    """One plan, named as if it were the only one."""
    return _plan_to_json(plan, way_names((plan,))[0])


def _plan_to_json(plan: Plan, title: str) -> PlanJson:
    return {
        "id": plan.id,
        "title": title,
        "names": [name.slug for name in plan.names],
        "route": [{"onet_soc_code": str(job.code), "title": job.title} for job in plan.route],
        "months": plan.months,
        "months_usual": plan.months_usual,
        "cost_usd": round(plan.cost_usd),
        "cost_low_usd": round(plan.cost_low_usd),
        "cost_high_usd": round(plan.cost_high_usd),
        "forgone_usd": round(plan.forgone_usd),
        "difficulty": round(plan.difficulty, 2),
        "job_changes": plan.job_changes,
        "share_open": round(plan.share_open, 4),
        "pay_at_goal": _pay(plan.pay_at_goal),
        "interest_fit": _rounded(plan.interest_fit, 3),
        "money": _money(plan.money),
        "reasons": [reason_text(reason) for reason in plan.reasons],
        "how_sure": confidence_text(plan.confidence),
        "later": _later(plan.later),
        "steps": [step_to_json(step) for step in plan.steps],
    }


def _later(later: LaterCredential | None) -> LaterCredentialJson | None:
    if later is None:
        return None
    return {
        "name": later.name,
        "months_low": later.months.low,
        "months_high": later.months.high,
        "usd_low": later.usd.low if later.usd else None,
        "usd_high": later.usd.high if later.usd else None,
        "text": later_text(later),
    }


def notice_to_json(notice: Notice) -> NoticeJson:
    """One notice."""
    pairs: NoticeJson = {"kind": notice.kind.name.lower(), "text": notice_text(notice)}
    if notice.field:
        pairs["field"] = notice.field
        pairs["value"] = notice.value
    if notice.values:
        pairs["values"] = dict(notice.values)
    return pairs


def step_to_json(step: Step) -> StepJson:
    """One step."""
    action = step.first_action
    return {
        "kind": step.kind.value,
        "title": step_title(step),
        "onet_soc_code": str(step.occupation.code) if step.occupation else None,
        "occupation": step.occupation.title if step.occupation else None,
        "start_month": step.start_month,
        "start_month_usual": step.start_month_usual,
        "months": step.months,
        "months_usual": step.months_usual,
        "is_beside_work": step.is_beside_work,
        "is_part_time": step.is_part_time,
        "cost_usd": round(step.cost_usd),
        "cost_low_usd": round(step.cost_low_usd),
        "cost_high_usd": round(step.cost_high_usd),
        "pay_usd": _rounded(step.pay_usd, 2),
        "credential": step.credential.slug if step.credential else None,
        "needs": [_need(need) for need in step.needs],
        "pay": _pay(step.pay) if step.pay else None,
        "share_open": _rounded(step.share_open, 4),
        "openings_per_year": step.openings_per_year,
        "growth_pct": _rounded(step.growth_pct, 1),
        "likelihood": _rounded(step.likelihood, 6),
        "ease": _rounded(step.ease, 4),
        "move_kind": step.move_kind,
        "interest_fit": _rounded(step.interest_fit, 3),
        "programs": list(step.programs),
        "schools": [school.to_dict() for school in step.schools],
        "schools_in_all": step.schools_in_all,
        "licenses": [item.to_dict() for item in step.licenses],
        "notes": [note_text(note) for note in step.notes],
        "sources": list(step.sources),
        "first_do": "" if action is None else first_action_text(action),
        "first_url": "" if action is None else action.url,
    }


def _need(need: Need) -> NeedJson:
    return {
        "what": need.what.value,
        "asked": need_asked(need),
        "has": need_has(need),
        "missing": need_missing(need),
    }


def _pay(pay: Pay) -> PayJson:
    return {
        "start": None if pay.start is None else round(pay.start),
        "p25": pay.p25,
        "p50": pay.p50,
        "p75": pay.p75,
        "area": pay.area,
        "is_hourly": pay.is_hourly,
        "is_risen": pay.is_risen,
        "group": pay.group,
        "start_of": pay.start_of,
    }


def _money(money: Money) -> MoneyJson:
    return {
        "years": [
            {
                "year": year.year,
                "earned": round(year.earned, 2),
                "low": round(year.low, 2),
                "high": round(year.high, 2),
                "tuition": round(year.tuition, 2),
                "stay": round(year.stay, 2),
            }
            for year in money.years
        ],
        "rate": money.rate,
        "gain_npv": round(money.gain_npv) if money.is_told else None,
        "gain_npv_low": round(money.gain_npv_low) if money.is_told else None,
        "gain_npv_high": round(money.gain_npv_high) if money.is_told else None,
        "gain_npv_at": {f"{rate:.2f}": round(value) for rate, value in money.gain_npv_at}
        if money.is_told
        else {},
        "payback_month": money.payback_month if money.is_told else None,
        "stay_pay_usd": round(money.stay_pay_usd),
    }


def _search(report: SearchReport) -> SearchReportJson:
    return {
        "states": report.states,
        "arcs": report.arcs,
        "front": report.front,
        "shown": report.shown,
        "is_complete": report.is_complete,
        "units": list(report.units),
    }


def _traced(route: TracedRoute) -> TracedRouteJson:
    pairs: TracedRouteJson = {
        "number": route.number,
        "route": [
            {
                "onet_soc_code": str(leg.occupation.code),
                "title": leg.occupation.title,
                "credential": None if leg.credential is None else leg.credential.slug,
                "mode": leg.mode,
            }
            for leg in route.legs
        ],
        "costs": list(route.costs),
        "rule": route.rule.name.lower(),
    }
    if route.beaten_by is not None:
        pairs["beaten_by"] = route.beaten_by
    if route.plan:
        pairs["plan"] = route.plan
    return pairs


def _rounded(value: float | None, digits: int) -> float | None:
    return None if value is None else round(float(value), digits)

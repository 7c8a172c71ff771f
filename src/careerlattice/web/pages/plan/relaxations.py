"""Limits in words, and what giving way in one of them would open."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from careerlattice.plan.answer import Notice, NoticeKind, PlanAnswer
from careerlattice.plan.request import Limits
from careerlattice.vocab.amounts import usd
from careerlattice.vocab.levels import EducationLevel
from careerlattice.web.pages.plan.form import NO_LIMITS, PlanForm
from careerlattice.web.templatetags.amounts import months
from careerlattice.wording import way_parts

MOST_PAIRS = 3

Planning = Callable[[PlanForm], PlanAnswer]
"""Plans the question of a form."""


@dataclass(frozen=True, slots=True)
class LimitSet:
    """A limit that is set: its name in `Limits`, its words, and the question without it."""

    name: str
    text: str
    query: str


@dataclass(frozen=True, slots=True)
class Relaxation:
    """A change of the limits that opens routes: what one gives, and what one gets.

    `query` asks the question so. `way`, `months`, `cost_usd` and `pay_usd` (middle pay at the goal)
    are those of the quickest route it opens; `routes` is how many are then shown.
    """

    text: str
    query: str
    way: tuple[str, ...]
    months: float
    cost_usd: float
    pay_usd: float | None
    routes: int


def limits_set(form: PlanForm) -> tuple[LimitSet, ...]:
    """The limits of a form that are set, in the order of the form."""
    return tuple(
        LimitSet(name=name, text=text, query=_taken_off(form, name).query())
        for name, text in _limit_texts(form.limits).items()
    )


def _limit_texts(limits: Limits) -> dict[str, str]:
    """The limits that are set, in words, by their names in `Limits`."""
    texts = {}
    if limits.max_months is not None:
        texts["max_months"] = _("at most %(time)s") % {"time": months(limits.max_months)}
    if limits.budget_usd is not None:
        text = _("costs of at most %(usd)s")
        texts["budget_usd"] = text % {"usd": usd(limits.budget_usd)}
    if limits.min_pay_usd is not None:
        text = _("at least %(usd)s a year along the way")
        texts["min_pay_usd"] = text % {"usd": usd(limits.min_pay_usd)}
    if limits.study != NO_LIMITS.study:
        texts["study"] = _study(limits.study)
    if limits.max_credential is not None:
        text = _("%(credential)s at most")
        texts["max_credential"] = text % {"credential": limits.max_credential.label}
    if limits.max_job_changes != NO_LIMITS.max_job_changes:
        text = _("at most %(n)s job changes")
        texts["max_job_changes"] = text % {"n": limits.max_job_changes}
    if limits.within:
        texts["within"] = _("only in %(names)s") % {"names": ", ".join(limits.within)}
    if limits.avoid:
        texts["avoid"] = _("not through %(names)s") % {"names": ", ".join(limits.avoid)}
    return texts


def limits_named(notice: Notice) -> dict[str, float | None]:
    """The limits that a notice says to change, by name, with the value each would have to have."""
    together = notice.values or ((notice.field, notice.value),)
    return {
        name: value
        for field, value in together
        if hasattr(NO_LIMITS, name := field.removeprefix("limits."))
    }


def relaxations_of(
    form: PlanForm, notices: tuple[Notice, ...], plan: Planning
) -> tuple[Relaxation, ...]:
    """What would open a way: each limit alone as the notices say, or two of them together.

    With no way by one or two limits the last resort is to take all of them off.
    """
    found = []
    for notice in notices:
        if notice.kind is not NoticeKind.RELAXATION:
            continue
        named = limits_named(notice)
        if not named:
            continue
        changes = {name: _changed(name, value) for name, value in named.items()}
        gives = [_gives(form.limits, name, value) for name, value in named.items()]
        text = "; ".join((gives[0], *(part[:1].lower() + part[1:] for part in gives[1:])))
        found.append(_opened(text, form.with_limits(**changes), plan))
    known = [relaxation for relaxation in found if relaxation is not None]
    if not known:
        known = _in_pairs(form, plan)
    if not known and form.has_limits:
        last = _opened(_("Remove all limits"), form.without_limits(), plan)
        known = [] if last is None else [last]
    return tuple(known)


def _changed(name: str, value: float | None) -> Any:
    """A limit with the value it would have to have; without a value it is taken off."""
    if value is None:
        return getattr(NO_LIMITS, name)
    if name == "max_credential":
        return EducationLevel(int(value))
    if name == "max_job_changes":
        return int(value)
    # Whole months and dollars, rounded to where the way is still open.
    return float(math.floor(value) if name == "min_pay_usd" else math.ceil(value))


def _taken_off(form: PlanForm, *names: str) -> PlanForm:
    return form.with_limits(**{name: getattr(NO_LIMITS, name) for name in names})


def _in_pairs(form: PlanForm, plan: Planning) -> list[Relaxation]:
    found = []
    for first, second in itertools.combinations(limits_set(form), 2):
        text = _("Remove two limits: “%(one)s” and “%(other)s”") % {
            "one": first.text,
            "other": second.text,
        }
        opened = _opened(text, _taken_off(form, first.name, second.name), plan)
        if opened is not None:
            found.append(opened)
    return sorted(found, key=lambda opened: (opened.months, opened.cost_usd))[:MOST_PAIRS]


def _opened(text: str, form: PlanForm, plan: Planning) -> Relaxation | None:
    answer = plan(form)
    if not answer.plans:
        return None
    quickest = min(answer.plans, key=lambda plan: (plan.months, plan.cost_usd))
    return Relaxation(
        text=text,
        query=form.query(),
        way=way_parts(quickest),
        months=quickest.months,
        cost_usd=quickest.cost_usd,
        pay_usd=quickest.pay_at_goal.p50,
        routes=len(answer.plans),
    )


def _gives(limits: Limits, name: str, value: float | None) -> str:
    """What a person gives to open a way, as something to do."""
    if name == "max_months" and value is not None:
        words = {"new": months(value), "old": months(limits.max_months)}
        return _("Take %(new)s instead of %(old)s") % words
    if name == "budget_usd" and value is not None:
        words = {"new": usd(value), "old": usd(limits.budget_usd)}
        return _("Spend %(new)s instead of %(old)s") % words
    if name == "min_pay_usd":
        old = usd(limits.min_pay_usd)
        if value is None:
            text = _("Go without pay while in school, instead of %(old)s a year along the way")
            return text % {"old": old}
        words = {"new": usd(value), "old": old}
        return _("Live on %(new)s a year along the way instead of %(old)s") % words
    if name == "study":
        return _("Study at any pace, instead of only “%(old)s”") % {"old": _study(limits.study)}
    if name == "max_credential" and limits.max_credential is not None and value is not None:
        words = {"new": EducationLevel(int(value)).label, "old": limits.max_credential.label}
        return _("Go as far as %(new)s instead of %(old)s") % words
    if name == "max_job_changes" and value is not None:
        return _("Change jobs up to %(n)d times") % {"n": int(value)}
    if name == "within":
        return _("Look outside these fields, too: %(names)s") % {"names": ", ".join(limits.within)}
    return _("Go through the jobs you do not want: %(names)s") % {"names": ", ".join(limits.avoid)}


def _study(study: str) -> str:
    return {
        "part": _("study while you work"),
        "full": _("study full time"),
        "none": _("no study"),
    }[study]
